// The planned meeting of a community: how it is set, and how it rolls on by the rhythm once it is over.

import type { Instant } from '../time.ts';
import { instantAt, type WallTime } from '../calendar/local-time.ts';
import { nextOf } from '../calendar/rhythm.ts';
import type { Community } from './community.ts';

/** What calendar files number meetings by: the planned one, which keeps its number when it moves, and how often the plan changed. */
export interface Series {
  readonly number: number;
  readonly sequence: number;
}

export const seriesOf = ({ series }: Community): Series => series ?? { number: 1, sequence: 0 };

/**
 * `community` with `meeting` planned, null for none; `isNext`: the one planned before was held or missed, and this is
 * another. What was done ahead of a meeting was done for that one at that time.
 */
export function withMeeting(community: Community, meeting: WallTime | null, isNext: boolean): Community {
  const nextMeetingAt = meeting === null ? null : instantAt(meeting, community.settings.zone);
  if (nextMeetingAt === community.nextMeetingAt) return community;
  const { number, sequence } = seriesOf(community);
  return {
    ...community, meeting: nextMeetingAt === null ? null : meeting, nextMeetingAt, planned: { done: [] },
    series: { number: number + (isNext ? 1 : 0), sequence: sequence + 1 },
  };
}

/** The first meeting of the rhythm after the planned one that begins after `at`; null without either. */
export function rolledOn({ meeting, settings }: Community, at: Instant): WallTime | null {
  const isPast = (next: WallTime): boolean => (instantAt(next, settings.zone) ?? at) <= at;
  let next = meeting === null ? null : nextOf(meeting, settings);
  while (next !== null && isPast(next)) next = nextOf(next, settings);
  return next;
}
