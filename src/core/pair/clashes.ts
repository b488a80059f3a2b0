// Meetings that fall on a day off of the community, or into somebody's pause: looked for among the next four, so that
// nothing is cancelled at the last minute (guidance, domain.md 2).

import { localDate } from '../calendar/local-time.ts';
import { type DayOff, whyClosed } from '../calendar/open-days.ts';
import type { Instant } from '../time.ts';
import { isPausedOn, memberCalendar } from './members.ts';
import { nextMeetings, type Occurrence, recordOf, withRecord } from './meetings.ts';
import type { Pair, PairMember } from './pair.ts';

/** As many meetings as are looked ahead to (domain.md 2). */
const lookedAhead = 4;

export interface Clash {
  readonly dayOff: DayOff | 'paused';
  /** Who pauses. */
  readonly who: string | null;
}

/** What a meeting clashes with, as one member hears of it; null for nothing. Whoever pauses themselves need not be told. */
export function clashOf(pair: Pair, { number, wall: { date }, startsAt }: Pick<Occurrence, 'number' | 'wall' | 'startsAt'>, member: PairMember): Clash | null {
  const dayOff = whyClosed(date, pair.days);
  if (dayOff !== null) return { dayOff, who: null };
  const { without } = recordOf(pair, number);
  // A pause goes by their own calendar, in which the meeting may be on another date.
  const pausing = pair.members.filter((each) => each.own.pausedUntil !== null && isPausedOn(each, localDate(startsAt, memberCalendar(pair, each).zone)) && !without.includes(each.id));
  const [who] = pausing;
  return who === undefined || pausing.some(({ id }) => id === member.id) ? null : { dayOff: 'paused', who: who.name };
}

/** Notes since when each clash among the next meetings has been in view, whether a meeting came near or became one. */
export function withClashes(pair: Pair, at: Instant): Pair {
  const isNew = (meeting: Occurrence): boolean => meeting.state.is === 'standing' && !meeting.isKept
    && recordOf(pair, meeting.number).clashAt === null && pair.members.some((member) => clashOf(pair, meeting, member) !== null);
  return nextMeetings(pair, at, lookedAhead).filter(isNew).reduce((noted, { number }) => withRecord(noted, number, { clashAt: at }), pair);
}

/** Whether a clash comes into view as `next`, the first meeting to come, begins. */
export function hasClashBehind(pair: Pair, next: Occurrence): boolean {
  const inView = nextMeetings(pair, next.startsAt, lookedAhead).at(-1);
  return inView !== undefined && pair.members.some((member) => clashOf(pair, inView, member) !== null);
}
