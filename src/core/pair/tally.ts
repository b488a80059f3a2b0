// What has become of the meetings so far, as activity: held or not, never what was said (product.md 7).

import type { Instant } from '../time.ts';
import { nextMeetings, type Occurrence, recordedMeetings, recordOf } from './meetings.ts';
import type { MeetingRecord, Pair, Tally } from './pair.ts';

/** Whether they met by what anybody has said; null where nobody has said anything. */
export function hasMet({ met }: Pick<MeetingRecord, 'met'>): boolean | null {
  const said = Object.values(met);
  return said.length === 0 ? null : said.includes(true);
}

/** Answers to a meeting are taken until the next one but one begins. */
export const answersUntil = (pair: Pair, { startsAt }: Pick<Occurrence, 'startsAt'>): Instant => nextMeetings(pair, startsAt, 2)[1]?.startsAt ?? Infinity;

/** Meetings that nobody can answer for any more go into the tally. */
export function tallied(pair: Pair): Pair {
  const over = recordedMeetings(pair).filter((meeting) => meeting.startsAt <= pair.upToAt && meeting.state.is !== 'unsettled' && answersUntil(pair, meeting) <= pair.upToAt);
  if (over.length === 0) return pair;
  const gone = new Set(over.map(({ number }) => String(number)));
  return {
    ...pair, tally: over.reduce((tally, meeting) => counted(tally, meeting, pair), pair.tally),
    meetings: Object.fromEntries(Object.entries(pair.meetings).filter(([number]) => !gone.has(number))),
  };
}

function counted(tally: Tally, { number, startsAt, state }: Occurrence, pair: Pair): Tally {
  if (state.is === 'alone') return { ...tally, alone: tally.alone + 1 };
  const isMet = hasMet(recordOf(pair, number));
  if (isMet === true) return { ...tally, met: tally.met + 1, lastMetAt: Math.max(startsAt, tally.lastMetAt ?? startsAt) };
  return isMet === false || state.is === 'lapsed' ? { ...tally, notMet: tally.notMet + 1 } : { ...tally, unanswered: tally.unanswered + 1 };
}

/** All of it so far. Whoever has not said whether they met may still do so, and counts as unanswered once nobody can. */
export function activityOf(pair: Pair, at: Instant): Tally {
  const begun = recordedMeetings(pair).filter(({ number, startsAt, state }) => startsAt <= at && (state.is === 'alone' || state.is === 'lapsed' || hasMet(recordOf(pair, number)) !== null));
  return begun.reduce((tally, meeting) => counted(tally, meeting, pair), pair.tally);
}
