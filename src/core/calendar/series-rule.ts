// Meetings that repeat at one wall time, told as a rule with exceptions. Many calendars read it, and they differ on wall
// times that come twice, or not at all, as the clocks change: of such times the rule says nothing.

import { DateTime } from 'luxon';
import { dayMs, hourMs, type Instant, type Millis } from '../time.ts';
import { addDays, instantAt, type WallTime } from './local-time.ts';

export interface Series {
  readonly first: WallTime;
  /** IANA zone of the wall times. */
  readonly zone: string;
  readonly everyWeeks: number;
  readonly lengthMs: Millis;
  /** In the order of the rule, the one of `first` first; null for one that does not take place. */
  readonly meetings: readonly (SeriesMeeting | null)[];
}

export interface SeriesMeeting {
  /** At the time of the rule, or where it was moved to. */
  readonly startsAt: Instant;
  /** It waits for somebody's word. */
  readonly isTentative: boolean;
}

export interface SeriesRule {
  /** Whose wall time the rule keeps; null for UTC. */
  readonly zone: string | null;
  /** The first that the rule brings; it brings as many as there are meetings. */
  readonly fromAt: Instant;
  /** What it brings and does not take place. */
  readonly leftOut: readonly Instant[];
  /** Meetings that are otherwise than the rule has them. `ruledAt`: when it has them. */
  readonly exceptions: readonly (SeriesMeeting & { readonly ruledAt: Instant })[];
}

/**
 * The rule of a series: in its zone, where every reader must come to the same instants; else in UTC, with an exception for
 * each meeting that the clocks move on. Throws RangeError for a first time or a zone that does not exist.
 */
export function ruleOf({ first, zone, everyWeeks, lengthMs, meetings }: Series, mayUse: (zone: string) => boolean): SeriesRule {
  const fromAt = instantAt(first, zone);
  if (fromAt === null) throw new RangeError(`no such time: ${first.date} ${first.time} ${zone}`);
  const inZone = meetings.map((_, n) => instantAt({ date: addDays(first.date, 7 * everyWeeks * n), time: first.time }, zone) ?? fromAt);
  const instants = new Set([...inZone, ...meetings.flatMap((meeting) => meeting?.startsAt ?? [])]);
  const isPlain = mayUse(zone) && [...instants].every((at) => isSteady(at, lengthMs, zone));
  const ruled = isPlain ? inZone : meetings.map((_, n) => fromAt + 7 * everyWeeks * dayMs * n);
  const paired = meetings.map((meeting, n) => ({ meeting, ruledAt: ruled[n] ?? fromAt }));
  return {
    zone: isPlain ? zone : null, fromAt,
    leftOut: paired.flatMap(({ meeting, ruledAt }) => (meeting === null ? [ruledAt] : [])),
    exceptions: paired.flatMap(({ meeting, ruledAt }) => (meeting === null || (meeting.startsAt === ruledAt && !meeting.isTentative) ? [] : [{ ...meeting, ruledAt }])),
  };
}

/** No clock changes by more. */
const aroundMs: Millis = 2 * hourMs;

/** Whether a meeting's start and end come once on the wall, and the clocks stay as they are for a while around it. */
function isSteady(startsAt: Instant, lengthMs: Millis, zone: string): boolean {
  const offsetAt = (at: Instant): number => DateTime.fromMillis(at, { zone, locale: 'en-GB' }).offset;
  return offsetAt(startsAt - aroundMs) === offsetAt(startsAt + lengthMs + aroundMs);
}
