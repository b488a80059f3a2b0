// Where a meeting may go: to the pair's alternative slot, or to a time that somebody names.

import { addDays, instantAt, type WallTime } from '../calendar/local-time.ts';
import { weekdayOf, whyClosed } from '../calendar/open-days.ts';
import type { Refusal } from '../notices.ts';
import type { Instant } from '../time.ts';
import { nextMeetings, type Occurrence, occurrence, withRecord } from './meetings.ts';
import type { MeetingRecord, Pair } from './pair.ts';

/**
 * The alternative slot of a meeting: in the week of its nominal date (Monday to Sunday), else in the week after; the first that is still to
 * come, no day off, and before the next meeting. Null where there is none.
 */
export function alternativeFor(pair: Pair, number: number, at: Instant): WallTime | null {
  const meeting = occurrence(pair, number);
  const alternative = pair.agreement?.alternative ?? null;
  if (meeting === null || alternative === null) return null;
  const { nominal, zone, startsAt } = meeting;
  const daysOn = daysFromMonday(alternative.weekday) - daysFromMonday(weekdayOf(nominal.date));
  const [next] = nextMeetings(pair, startsAt, 1);
  const isFree = (wall: WallTime): boolean => {
    const toAt = instantAt(wall, zone);
    return toAt !== null && toAt > at && toAt !== startsAt && toAt < (next?.startsAt ?? Infinity) && whyClosed(wall.date, pair.days) === null;
  };
  return [daysOn, daysOn + 7].map((days) => ({ date: addDays(nominal.date, days), time: alternative.time })).find(isFree) ?? null;
}

const daysFromMonday = (weekday: number): number => (weekday + 6) % 7;

/** Why a meeting cannot be moved to a time. */
export type BadMove = Extract<Refusal, { reason: 'bad-move' }>['why'];

/** Why `meeting` cannot go to `to`; null when it can: a time to come that is another, before the next meeting but one, and not that of another meeting. */
export function whyNotTo(pair: Pair, meeting: Occurrence, { to, at }: { readonly to: WallTime; readonly at: Instant }): BadMove | null {
  const toAt = instantAt(to, meeting.zone);
  if (toAt === null) return 'unreadable';
  if (toAt <= at) return 'past';
  if (toAt === meeting.startsAt) return 'same';
  const [, nextButOne] = nextMeetings(pair, meeting.startsAt, 2);
  if (nextButOne !== undefined && toAt >= nextButOne.startsAt) return 'too-far';
  const isTaken = nextMeetings(pair, at, searchedCount).some(({ number, startsAt }) => number !== meeting.number && startsAt === toAt);
  return isTaken ? 'taken' : null;
}

/** More meetings than lie between now and any meeting that can be spoken of (rights of a press, machine.ts), and the one after it. */
const searchedCount = 12;

/** The meeting at another time, of which nothing is said or done yet. Who said that they prepared has done so; a day off is chosen knowingly. */
export function movedTo(pair: Pair, { number, nominal }: Occurrence, { to, at }: { readonly to: WallTime; readonly at: Instant }): Pair {
  const isBack = to.date === nominal.date && to.time === nominal.time;
  const anew: Partial<MeetingRecord> = { state: { is: 'standing' }, since: at, done: [], later: {}, askedAt: {}, met: {}, clashAt: null };
  return withRecord(pair, number, { ...anew, movedTo: isBack ? null : to, isKept: whyClosed(to.date, pair.days) !== null });
}
