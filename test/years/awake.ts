// Waking hours for the expectation: product.md 7 searched minute by minute, with nothing worked out ahead.

import { isPublishedHoliday, type Region } from './bank-holiday-table.ts';
import { type Wall, wallAt, weekdayOfDate } from './wall-by-intl.ts';

const minuteMs = 60_000;
const halfHourMs = 30 * minuteMs;
const farMs = 400 * 86_400_000;

export interface Days {
  readonly region: Region | '';
  /** First and last day of each time that is closed. */
  readonly closed: readonly (readonly [from: string, to: string])[];
}

/** Of one person. */
export interface Waking extends Days {
  readonly zone: string;
  /** `HH:MM`; the last is not in it any more. */
  readonly hours: readonly [from: string, to: string];
}

export function isDayOff(date: string, { region, closed }: Days): boolean {
  return isPublishedHoliday(date, region) || closed.some(([from, to]) => date >= from && date <= to);
}

const isOff = ({ date }: Wall, waking: Waking): boolean => [0, 6].includes(weekdayOfDate(date)) || isDayOff(date, waking);

export function isAwake(at: number, waking: Waking): boolean {
  const wall = wallAt(at, waking.zone);
  const [from, to] = waking.hours;
  return wall.time >= from && wall.time < to && !isOff(wall, waking);
}

/** Midnights everywhere fall on a half hour, so that a day off may be left in such steps. */
const strideMs = (at: number, waking: Waking): number => (at % halfHourMs === 0 && isOff(wallAt(at, waking.zone), waking) ? halfHourMs : minuteMs);

/** The first waking instant from `at` on; Infinity for none in over a year. */
export function nextAwake(at: number, waking: Waking): number {
  if (isAwake(at, waking)) return at;
  for (let next = Math.floor(at / minuteMs + 1) * minuteMs; next < at + farMs; next += strideMs(next, waking)) if (isAwake(next, waking)) return next;
  return Infinity;
}

/** The last waking minute before `at`; -Infinity for none in over a year. */
export function lastAwakeBefore(at: number, waking: Waking): number {
  for (let last = Math.ceil(at / minuteMs - 1) * minuteMs; last > at - farMs; last -= minuteMs) if (isAwake(last, waking)) return last;
  return -Infinity;
}

/** When what is due at `due` goes out: at the next waking minute if that is before `before`, else at the last one before it (product.md 7). */
export function outAt(due: number, waking: Waking, before = Infinity): number {
  const next = nextAwake(due, waking);
  return next < before || before === Infinity ? next : lastAwakeBefore(before, waking);
}
