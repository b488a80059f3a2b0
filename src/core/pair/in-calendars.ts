// What of a pair stands in its members' calendars, and the number by which they know that it has changed (RFC 5545, SEQUENCE).

import type { Instant } from '../time.ts';
import type { Pair } from './pair.ts';

/** `after`, with its number raised where a calendar shows something else of it than of `before`. */
export const numbered = (before: Pair, after: Pair, at: Instant): Pair =>
  (JSON.stringify(shownOf(before)) === JSON.stringify(shownOf(after)) ? after : { ...after, sequence: before.sequence + 1, changedAt: at });

/** As data; meetings of an earlier agreement are shown no more. */
function shownOf({ members, agreement, firstNumber, endedAt, meetings }: Pair): unknown {
  if (agreement === null) return endedAt;
  const { slot, format, joinLink } = agreement;
  const otherwise = Object.entries(meetings).flatMap(([number, { movedTo, state, without }]) =>
    (Number(number) < firstNumber || (movedTo === null && state.is === 'standing' && without.length === 0) ? [] : [[number, movedTo, state.is, without]]));
  return [members.map(({ id, name }) => [id, name]), slot, format, joinLink, endedAt, firstNumber, otherwise];
}
