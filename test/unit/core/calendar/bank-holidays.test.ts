// Bank holidays against the published lists of 2021 to 2027, and Easter against a second reckoning for a century.

import { describe, expect, test } from '@jest/globals';
import { bankHolidays, isBankHoliday } from '../../../../src/core/calendar/bank-holidays.ts';
import { holidayRegions } from '../../../../src/core/community/planning.ts';

describe('the published list of', () => {
  test.each([
    ['england-and-wales', 2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    ['england-and-wales', 2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    ['england-and-wales', 2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    ['england-and-wales', 2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    ['england-and-wales', 2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    ['england-and-wales', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    ['england-and-wales', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    ['scotland', 2021, '01-01 01-04 04-02 05-03 05-31 08-02 11-30 12-27 12-28'],
    ['scotland', 2022, '01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27'],
    ['scotland', 2023, '01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26'],
    ['scotland', 2024, '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26'],
    ['scotland', 2025, '01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26'],
    ['northern-ireland', 2022, '01-03 03-17 04-15 04-18 05-02 06-02 06-03 07-12 08-29 09-19 12-26 12-27'],
    ['northern-ireland', 2024, '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26'],
    ['northern-ireland', 2025, '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26'],
  ] as const)('%s in %d is ours', (region, year, dates) => {
    expect(bankHolidays(year, region)).toEqual(dates.split(' ').map((date) => `${year}-${date}`));
  });
});

/** Easter Sunday as days after 21 March, by the reckoning of Oudin. */
function easterByOudin(year: number): number {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const shift = Math.floor((century - 17) / 25);
  const first = (century - Math.floor(century / 4) - Math.floor((century - shift) / 3) + 19 * golden + 15) % 30;
  const moon = first - Math.floor(first / 28) * (1 - Math.floor(29 / (first + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  return 7 + moon - weekday;
}

const isoOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const years = Array.from({ length: 101 }, (_, n) => 2000 + n);

describe('in any year from 2000 to 2100', () => {
  test('Good Friday and Easter Monday stand round the Easter of a second reckoning', () => {
    for (const year of years) {
      const sunday = Date.UTC(year, 2, 21 + easterByOudin(year));
      const [friday, monday] = [isoOf(sunday - 2 * 86_400_000), isoOf(sunday + 86_400_000)];
      expect(bankHolidays(year, 'england-and-wales')).toEqual(expect.arrayContaining([friday, monday]));
      expect(isBankHoliday(friday, 'scotland')).toBe(true);
      expect(isBankHoliday(monday, 'scotland')).toBe(false);
    }
  });

  test.each(holidayRegions)('none of %s falls on a weekend or comes twice, and their number is that of the region', (region) => {
    const usualCount = { 'england-and-wales': 8, 'scotland': 9, 'northern-ireland': 10 }[region];
    const extra: Readonly<Record<number, number>> = { 2022: 2, 2023: 1 };
    for (const year of years) {
      const dates = bankHolidays(year, region);
      expect(new Set(dates).size).toBe(usualCount + (extra[year] ?? 0));
      expect(dates.filter((date) => [0, 6].includes(new Date(date).getUTCDay()) || !date.startsWith(`${year}-`))).toEqual([]);
    }
  });
});
