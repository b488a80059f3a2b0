// Waking hours: when a message may go out that belongs to no meeting under way (product.md 7). The hours run from the
// first minute up to, not including, the last: with 07:30 to 18:30 the last such minute is 18:29.

import type { WakingHours } from '../community/planning.ts';
import { type Instant, minuteMs } from '../time.ts';
import { addDays, instantAt, localDate } from './local-time.ts';
import { type DaysOff, isWorkingDay } from './open-days.ts';

/** When a community is awake. */
export interface WakingCalendar extends DaysOff {
  readonly zone: string;
  readonly waking: WakingHours;
}

/** The calendar alone, of settings that hold more. */
export const calendarOf = ({ zone, waking, holidays, closed }: WakingCalendar): WakingCalendar => ({ zone, waking, holidays, closed });

/** No school is closed for longer. */
const searchedDays = 400;

interface Window {
  readonly fromAt: Instant;
  /** The first instant after it. */
  readonly toAt: Instant;
}

/** The waking time of a date; null on a day off. */
function windowOf(date: string, calendar: WakingCalendar): Window | null {
  if (!isWorkingDay(date, calendar)) return null;
  const fromAt = instantAt({ date, time: calendar.waking.from }, calendar.zone);
  const toAt = instantAt({ date, time: calendar.waking.to }, calendar.zone);
  return fromAt === null || toAt === null || fromAt >= toAt ? null : { fromAt, toAt };
}

const windowAt = (at: Instant, calendar: WakingCalendar): Window | null => windowOf(localDate(at, calendar.zone), calendar);

/** Whether a message may go out at `at`. Throws RangeError for an unknown zone, as all here do. */
export function isWaking(at: Instant, calendar: WakingCalendar): boolean {
  const window = windowAt(at, calendar);
  return window !== null && at >= window.fromAt && at < window.toAt;
}

/** The end of the waking time of the day of `at`: the first instant at which nothing goes out any more; null on a day off. */
export const wakingEndOf = (at: Instant, calendar: WakingCalendar): Instant | null => windowAt(at, calendar)?.toAt ?? null;

/**
 * When to send what is due at `due`: then, if that is in waking hours; else the next waking minute, if that is before
 * `before`, the meeting it is about (null: about none; never before `due`); else the last waking minute before it, which is earlier than
 * `due` and may be long over. Null when there is none in over a year: the hours or the closed dates leave no time at all.
 * What comes out in the past, or not at all, is sent at once in waking hours and otherwise not: waking hours come first.
 */
export function sendAt(due: Instant, calendar: WakingCalendar, before: Instant | null): Instant | null {
  const nextAt = nextWakingAt(due, calendar);
  return before === null || (nextAt !== null && nextAt < before) ? nextAt : lastWakingBefore(before, calendar);
}

/** The first waking instant from `at` on. */
function nextWakingAt(at: Instant, calendar: WakingCalendar): Instant | null {
  const today = localDate(at, calendar.zone);
  for (let n = 0; n <= searchedDays; n++) {
    const window = windowOf(addDays(today, n), calendar);
    if (window !== null && at < window.toAt) return Math.max(at, window.fromAt);
  }
  return null;
}

/** The last waking minute of the last waking day that is over by `at`; asked only where `at` itself is in no waking time. */
function lastWakingBefore(at: Instant, calendar: WakingCalendar): Instant | null {
  const today = localDate(at, calendar.zone);
  for (let n = 0; n <= searchedDays; n++) {
    const window = windowOf(addDays(today, -n), calendar);
    if (window !== null && window.toAt <= at) return window.toAt - minuteMs;
  }
  return null;
}
