// Bank holidays of the three parts of the United Kingdom, worked out for any year from 2000 to 2100 by the rules behind
// the published lists (gov.uk/bank-holidays). Of the days that were proclaimed once, those of 2022 and 2023 are here.

import type { HolidayRegion } from '../community/planning.ts';
import { dayMs } from '../time.ts';

/** Days since 1970: bank holidays need no zone. */
type Day = number;

const dayOf = (year: number, month: number, date: number): Day => Date.UTC(year, month - 1, date) / dayMs;
/** 0 is Sunday; 1 January 1970 was a Thursday. */
const weekdayOf = (day: Day): number => (day + 4) % 7;
const isoOf = (day: Day): string => new Date(day * dayMs).toISOString().slice(0, 10);

const firstMonday = (year: number, month: number): Day => {
  const first = dayOf(year, month, 1);
  return first + ((8 - weekdayOf(first)) % 7);
};
const lastMonday = (year: number, month: number): Day => {
  const last = dayOf(year, month + 1, 0);
  return last - ((weekdayOf(last) + 6) % 7);
};

/** Easter Sunday by the anonymous Gregorian reckoning (Meeus, Jones, Butcher). */
function easterOf(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * correction + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** Days that follow one another, each that falls on a weekend or a day already given moved to the next weekday. */
function substituted(days: readonly Day[]): readonly Day[] {
  const isWeekend = (day: Day): boolean => weekdayOf(day) % 6 === 0;
  const fixed = days.filter((day) => !isWeekend(day));
  return days.filter(isWeekend).reduce((taken, day) => {
    let substitute = day;
    while (isWeekend(substitute) || taken.includes(substitute)) substitute += 1;
    return [...taken, substitute];
  }, fixed);
}

/** In every part; in 2022 the spring holiday moved to stand beside that of the jubilee. */
function everywhere(year: number): readonly Day[] {
  const spring = year === 2022 ? [dayOf(2022, 6, 2), dayOf(2022, 6, 3), dayOf(2022, 9, 19)] : [lastMonday(year, 5)];
  const coronation = year === 2023 ? [dayOf(2023, 5, 8)] : [];
  return [easterOf(year) - 2, firstMonday(year, 5), ...spring, ...coronation, ...substituted([dayOf(year, 12, 25), dayOf(year, 12, 26)])];
}

const regional: Readonly<Record<HolidayRegion, (year: number) => readonly Day[]>> = {
  'england-and-wales': (year) => [...substituted([dayOf(year, 1, 1)]), easterOf(year) + 1, lastMonday(year, 8)],
  'scotland': (year) => [...substituted([dayOf(year, 1, 1), dayOf(year, 1, 2)]), firstMonday(year, 8), ...substituted([dayOf(year, 11, 30)])],
  'northern-ireland': (year) => [
    ...substituted([dayOf(year, 1, 1)]), ...substituted([dayOf(year, 3, 17)]), easterOf(year) + 1, ...substituted([dayOf(year, 7, 12)]), lastMonday(year, 8),
  ],
};

/** The bank holidays of a year, `YYYY-MM-DD` in order, as the published lists have them: substitute days in place of weekends. */
export const bankHolidays = (year: number, region: HolidayRegion): readonly string[] =>
  [...everywhere(year), ...regional[region](year)].toSorted((a, b) => a - b).map(isoOf);

/** Worked out once a year and region: whoever looks for a day that is none asks about many. */
const known = new Map<string, ReadonlySet<string>>();
/** Years kept; then it begins anew. */
const keptYears = 300;

/** Whether a date, `YYYY-MM-DD`, is a bank holiday. */
export function isBankHoliday(date: string, region: HolidayRegion): boolean {
  const year = date.slice(0, 4);
  const name = `${region} ${year}`;
  const ofYear = known.get(name) ?? new Set(bankHolidays(Number(year), region));
  if (!known.has(name)) {
    if (known.size >= keptYears) known.clear();
    known.set(name, ofYear);
  }
  return ofYear.has(date);
}
