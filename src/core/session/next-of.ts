// Which meeting comes after this one, as far as the session knows: the one that was set, else the one its community's
// rhythm proposes, which stands when nobody says otherwise.

import { instantAt, localDate, localTime, type WallTime } from '../calendar/local-time.ts';
import type { Instant } from '../time.ts';
import type { Common } from './session.ts';

export interface NextMeeting extends WallTime {
  readonly at: Instant;
  /** By the rhythm: nobody has set it. */
  readonly isProposed: boolean;
}

/** Null when nothing is set and there is no rhythm. */
export function nextOfSession({ nextMeetingAt, proposedNext, zone }: Common): NextMeeting | null {
  if (nextMeetingAt !== null) return { at: nextMeetingAt, date: localDate(nextMeetingAt, zone), time: localTime(nextMeetingAt, zone), isProposed: false };
  const at = proposedNext === null ? null : instantAt(proposedNext, zone);
  return proposedNext === null || at === null ? null : { ...proposedNext, at, isProposed: true };
}
