// What a community does by itself for its planned meeting, and when (product.md 5). Pure, and worked out anew from the
// state each time: whatever moves the meeting or changes the settings moves these instants too.

import { hourMs, type Instant, type Millis, minutes } from '../time.ts';
import { addDays, instantAt, localDate } from '../calendar/local-time.ts';
import { sendAt, wakingEndOf } from '../calendar/waking.ts';
import type { Community } from './community.ts';
import type { Settings } from './events.ts';

export type AheadName = 'nudge-week' | 'nudge-day' | `crib-${string}` | 'read-ahead' | 'lobby' | 'not-held' | 'not-held-told';

/** One thing to do. From `until` on it is of no use any more, and counts as done. */
export interface Ahead {
  readonly name: AheadName;
  readonly dueAt: Instant;
  readonly until: Instant;
}

/** The bot opens the lobby this long before the planned time (product.md 5). */
export const lobbyAheadMs: Millis = minutes(10);
/** After an outage the lobby is still worth opening this long after the planned time (our decision: later the group has begun by itself, or gone). */
export const lobbyUsefulMs: Millis = minutes(15);
/** A meeting that has not begun by then is not held; its lobby closes (product.md 5). */
export const notHeldAfterMs: Millis = hourMs;
const readAheadMs: Millis = hourMs;
const nudgeTime = '09:00';

/** Everything still to do for the planned meeting, the earliest first. */
export function aheadOf(community: Community): readonly Ahead[] {
  const { nextMeetingAt: meetingAt, planned } = community;
  if (meetingAt === null) return [];
  const all = [...nudges(community, meetingAt), ...crib(community, meetingAt), ...readAhead(community, meetingAt), ...meeting(community, meetingAt), ...told(community)];
  return all.filter(({ name }) => !planned.done.includes(name)).toSorted((a, b) => a.dueAt - b.dueAt);
}

/** The next instant at which there is something to do; null when there is nothing. */
export const aheadWakeAt = (community: Community): Instant | null => aheadOf(community)[0]?.dueAt ?? null;

/** 09:00 so many days before the meeting, moved into waking hours; null where there are none. */
function morningBefore(days: number, meetingAt: Instant, settings: Settings): Instant | null {
  const at = instantAt({ date: addDays(localDate(meetingAt, settings.zone), -days), time: nudgeTime }, settings.zone);
  return at === null ? null : sendAt(at, settings, meetingAt);
}

/**
 * Seven days and one day before. Only those that fall due after the meeting was planned, each on its own day: the earlier
 * one is left out when holidays push it onto the day of the other, and late is no more than what is left of that day
 * before the meeting.
 */
function nudges({ settings, planned }: Community, meetingAt: Instant): readonly Ahead[] {
  if (!settings.hasReminders) return [];
  const week = morningBefore(7, meetingAt, settings);
  const day = morningBefore(1, meetingAt, settings);
  const isOwnDay = week !== null && (day === null || (week < day && localDate(week, settings.zone) !== localDate(day, settings.zone)));
  const due = [...(isOwnDay ? [{ name: 'nudge-week', dueAt: week } as const] : []), ...(day === null ? [] : [{ name: 'nudge-day', dueAt: day } as const])];
  return due.filter(({ dueAt }) => dueAt > (planned.since ?? -Infinity)).map((each) => ({ ...each, until: Math.min(meetingAt, dayEndOf(each.dueAt, settings)) }));
}

const dayEndOf = (at: Instant, settings: Settings): Instant => wakingEndOf(at, settings) ?? at;

/**
 * The page for somebody who chairs for the first time: the day before, or as soon as they are appointed. Where no waking
 * minute is left before the meeting, it comes with the lobby, as a part of the meeting.
 */
function crib({ settings, planned, nextChair, members }: Community, meetingAt: Instant): readonly Ahead[] {
  if (nextChair === null || (members[nextChair]?.chairedCount ?? 0) > 0) return [];
  const morning = morningBefore(1, meetingAt, settings);
  const knownAt = Math.max(planned.since ?? -Infinity, planned.chairSince ?? -Infinity);
  if (knownAt >= meetingAt) return [];
  const dueAt = morning === null || morning >= knownAt ? morning : sendAt(knownAt, settings, meetingAt);
  const isInTime = dueAt !== null && dueAt >= knownAt;
  return [{ name: `crib-${nextChair}`, dueAt: isInTime ? dueAt : meetingAt - lobbyAheadMs, until: meetingAt }];
}

function readAhead({ settings, planned }: Community, meetingAt: Instant): readonly Ahead[] {
  const dueAt = settings.hasReadAhead ? sendAt(meetingAt - readAheadMs, settings, meetingAt) : null;
  return dueAt === null || dueAt <= (planned.since ?? -Infinity) ? [] : [{ name: 'read-ahead', dueAt, until: meetingAt }];
}

/** The lobby, and what becomes of a meeting that nobody began; both wait while anything is open. */
function meeting({ session }: Community, meetingAt: Instant): readonly Ahead[] {
  if (session !== null) return [];
  return [
    { name: 'lobby', dueAt: meetingAt - lobbyAheadMs, until: meetingAt + lobbyUsefulMs },
    { name: 'not-held', dueAt: meetingAt + notHeldAfterMs, until: Infinity },
  ];
}

/** That one was not held is said in waking hours, on the first day that has any. */
function told({ planned, settings }: Community): readonly Ahead[] {
  const dueAt = planned.missed === undefined ? null : sendAt(planned.missed.at, settings, null);
  return dueAt === null ? [] : [{ name: 'not-held-told', dueAt, until: dayEndOf(dueAt, settings) }];
}
