// Which days a community meets on and is written to: bank holidays of its region and the dates it has closed are neither,
// and nobody is written to on a weekend (product.md 7).

import type { ClosedDates, HolidayRegion } from '../community/planning.ts';
import { isBankHoliday } from './bank-holidays.ts';

/** The days off of a community; no region, no bank holidays. */
export interface DaysOff {
  readonly holidays: HolidayRegion | '';
  readonly closed: readonly ClosedDates[];
}

/** Why nobody meets on a day. */
export type DayOff = 'closed' | 'holiday';

/** 0 is Sunday, of a date `YYYY-MM-DD`. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00Z`).getUTCDay();

/** Why nobody meets on a date, `YYYY-MM-DD`; null when they may. */
export function whyClosed(date: string, { holidays, closed }: DaysOff): DayOff | null {
  if (closed.some(({ from, to }) => from <= date && date <= to)) return 'closed';
  return holidays !== '' && isBankHoliday(date, holidays) ? 'holiday' : null;
}

/** Neither weekend, holiday nor closed. */
export const isWorkingDay = (date: string, daysOff: DaysOff): boolean => weekdayOf(date) % 6 !== 0 && whyClosed(date, daysOff) === null;
