// What a community remembers of its planned meeting besides the time: since when it stands, and what was done ahead of it.

import type { Instant } from '../time.ts';
import { localDate } from '../calendar/local-time.ts';
import type { Stepped } from '../machine.ts';
import type { Community } from './community.ts';

/** A meeting that nobody began, and when that was clear. `count`: how many in a row. */
export interface Missed {
  readonly meetingAt: Instant;
  readonly at: Instant;
  readonly count: number;
}

export interface Planned {
  /** What was done ahead of it, by name (readiness.ts). */
  readonly done: readonly string[];
  /** When it was planned for then; absent in what was planned before that was kept. */
  readonly since?: Instant;
  /** When who chairs it was appointed. */
  readonly chairSince?: Instant;
  /** The last one that nobody began; absent where one was held since. */
  readonly missed?: Missed;
}

/** The lobby of another time is another lobby, and a meeting moved forward may still be held. */
const ofItsTime: ReadonlySet<string> = new Set(['lobby', 'not-held']);

/**
 * Whatever moved the meeting, nothing is done for the new time yet; on the same day only what hangs on the hour, since
 * people have had the rest. Whoever is appointed to chair is known from then on.
 */
export function replanned(before: Community | null, stepped: Stepped<Community>, at: Instant): Stepped<Community> {
  if (stepped.kind === 'refused') return stepped;
  const { state } = stepped;
  const isMoved = state.nextMeetingAt !== (before?.nextMeetingAt ?? null);
  const isChairNew = state.nextChair !== (before?.nextChair ?? null);
  if (!isMoved && !isChairNew) return stepped;
  const { chairSince } = before?.planned ?? {};
  const planned: Planned = isMoved ? { done: keptOf(before, state), since: at, ...(chairSince !== undefined && { chairSince }) } : state.planned;
  return { ...stepped, state: { ...state, planned: { ...planned, ...(isChairNew && { chairSince: at }) } } };
}

function keptOf(before: Community | null, after: Community): readonly string[] {
  if (before === null || before.nextMeetingAt === null || after.nextMeetingAt === null) return [];
  const { zone } = after.settings;
  const isSameDay = localDate(before.nextMeetingAt, zone) === localDate(after.nextMeetingAt, zone);
  return isSameDay ? before.planned.done.filter((name) => !ofItsTime.has(name)) : [];
}
