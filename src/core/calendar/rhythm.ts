// How meetings follow one another. Only dates move: the time stays the wall time of the meeting, so that 16:00 stays
// 16:00 across clock changes, and local-time.ts knows which instant that is (domain.md 2).

import type { Rhythm } from '../community/planning.ts';
import { addDays, type WallTime } from './local-time.ts';
import { type DaysOff, weekdayOf, whyClosed } from './open-days.ts';

/** What decides when a community meets; `rhythm` null: each meeting is set by hand. */
export interface MeetingRules extends DaysOff {
  readonly rhythm: Rhythm | null;
}

/** Dates of the rhythm that are looked at: over a year of weeks, five years of months. */
const searchedCount = 60;

/**
 * The meeting after `meeting`: the next in the rhythm that is neither a holiday nor closed. Those that are drop out, the
 * rhythm goes on as if they had been held. Null without a rhythm, for an impossible date, and when none is found.
 */
export function nextOf(meeting: WallTime, { rhythm, ...daysOff }: MeetingRules): WallTime | null {
  for (let n = 1; rhythm !== null && n <= searchedCount; n++) {
    const date = dateOf(meeting.date, rhythm, n);
    if (date !== '' && whyClosed(date, daysOff) === null) return { date, time: meeting.time };
  }
  return null;
}

/** `meeting` and those after it, up to and including the date `until`. */
export function meetingsUntil(until: string, meeting: WallTime, rules: MeetingRules): readonly WallTime[] {
  const meetings: WallTime[] = [];
  for (let next: WallTime | null = meeting; next !== null && next.date <= until; next = nextOf(next, rules)) meetings.push(next);
  return meetings;
}

/** The rhythm by which a date, `YYYY-MM-DD`, repeats each month: a fifth one is the last, which every month has. */
export function monthlyAs(date: string): Rhythm {
  const nth = Math.ceil(Number(date.slice(8)) / 7);
  return { kind: 'monthly', nth: nth === 1 || nth === 2 || nth === 3 || nth === 4 ? nth : 'last' };
}

/** The `n`th date after `date`, days off or not. A month has one meeting, so that one moved within it brings no second. */
function dateOf(date: string, rhythm: Rhythm, n: number): string {
  if (rhythm.kind === 'weeks') return addDays(date, 7 * rhythm.every * n);
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + n;
  const first = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  return weekdayInMonth(first, weekdayOf(date), rhythm.nth);
}

/** That weekday of the month of `first`, its first day. */
function weekdayInMonth(first: string, weekday: number, nth: 1 | 2 | 3 | 4 | 'last'): string {
  const earliest = addDays(first, (weekday - weekdayOf(first) + 7) % 7);
  if (nth !== 'last') return addDays(earliest, 7 * (nth - 1));
  const fifth = addDays(earliest, 28);
  return fifth.slice(0, 7) === first.slice(0, 7) ? fifth : addDays(earliest, 21);
}
