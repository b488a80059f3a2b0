// Waking hours for the expectation: product.md 7 searched step by step, with nothing worked out ahead.

import { isPublishedHoliday, type Region } from './bank-holiday-table.ts';
import { aheadMsAt, weekdayOfDate } from './wall-by-intl.ts';

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
const farMs = 400 * dayMs;

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

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Days since 1970 that are off, by calendar, as far as somebody asked. */
const asked = new WeakMap<Waking, Map<number, boolean>>();

function isOff(day: number, waking: Waking): boolean {
  const known = asked.get(waking) ?? new Map<number, boolean>();
  const found = known.get(day);
  if (found !== undefined) return found;
  const date = new Date(day * dayMs).toISOString().slice(0, 10);
  const off = [0, 6].includes(weekdayOfDate(date)) || isDayOff(date, waking);
  asked.set(waking, known.set(day, off));
  return off;
}

const dayOf = (at: number, { zone }: Waking): number => Math.floor((at + aheadMsAt(at, zone)) / dayMs);

export function isAwake(at: number, waking: Waking): boolean {
  const day = dayOf(at, waking);
  if (isOff(day, waking)) return false;
  const minute = Math.floor((at + aheadMsAt(at, waking.zone) - day * dayMs) / minuteMs);
  const [from, to] = waking.hours;
  return minute >= minuteOf(from) && minute < minuteOf(to);
}

/** Hours begin and end on five minutes at the finest, days on half hours. */
const strideMs = (at: number, waking: Waking): number => (isOff(dayOf(at, waking), waking) ? 30 : 5) * minuteMs;

/** The first waking instant from `at` on; Infinity for none in over a year. */
export function nextAwake(at: number, waking: Waking): number {
  if (isAwake(at, waking)) return at;
  for (let next = at; next < at + farMs; ) {
    const step = strideMs(next, waking);
    next = Math.floor(next / step + 1) * step;
    if (isAwake(next, waking)) return next;
  }
  return Infinity;
}

/** The last waking minute before `at`; -Infinity for none in over a year. */
export function lastAwakeBefore(at: number, waking: Waking): number {
  for (let last = Math.ceil(at / minuteMs - 1) * minuteMs; last > at - farMs; ) {
    if (isAwake(last, waking)) return last;
    const step = strideMs(last, waking);
    last = Math.floor(last / step) * step - minuteMs;
  }
  return -Infinity;
}

/** When what is due at `due` goes out: at the next waking minute if that is before `before`, else at the last one before it (product.md 7). */
export function outAt(due: number, waking: Waking, before = Infinity): number {
  const next = nextAwake(due, waking);
  return next < before || before === Infinity ? next : lastAwakeBefore(before, waking);
}
