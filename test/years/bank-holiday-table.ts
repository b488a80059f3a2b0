// Bank holidays as published for the three parts of the United Kingdom (gov.uk/bank-holidays), copied as a table: the two
// years are held against dates that nobody worked out.

export type Region = 'england-and-wales' | 'scotland' | 'northern-ireland';

const published: Readonly<Record<Region, Readonly<Record<string, string>>>> = {
  'england-and-wales': {
    2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
    2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
    2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  },
  'scotland': {
    2026: '01-01 01-02 04-03 05-04 05-25 08-03 11-30 12-25 12-28',
    2027: '01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28',
    2028: '01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26',
  },
  'northern-ireland': {
    2026: '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28',
    2027: '01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28',
    2028: '01-03 03-17 04-14 04-17 05-01 05-29 07-12 08-28 12-25 12-26',
  },
};

const dates = new Map(Object.entries(published).map(([region, years]) =>
  [region, new Set(Object.entries(years).flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`)))]));

/** Whether a date of 2026 to 2028, `YYYY-MM-DD`, is a bank holiday there; of no region none is. */
export const isPublishedHoliday = (date: string, region: Region | ''): boolean => dates.get(region)?.has(date) ?? false;
