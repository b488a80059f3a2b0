// The figures of a report, from what sessions left behind: meetings held and how many came, and what became of the
// actions, by the month they were committed in. Numbers alone: nobody is named, compared or ranked (issue "Reports").

import { localDate } from '../calendar/local-time.ts';
import type { HistoryEntry, SessionEntry } from '../history/entry.ts';
import { type ActionOutcome, outcomesOf } from '../history/outcomes.ts';
import type { Instant } from '../time.ts';

/** One meeting; its groups are one. */
export interface MeetingHeld {
  readonly startedAt: Instant;
  /** In the zone of its day. */
  readonly date: string;
  readonly presentCount: number;
}

/** How many actions, by what their owners said of them last. */
export interface OutcomeCounts {
  readonly doneCount: number;
  readonly partlyCount: number;
  readonly notYetCount: number;
  /** Nothing said yet. */
  readonly openCount: number;
}

export interface MonthOfActions extends OutcomeCounts {
  /** `YYYY-MM`, of the day they were committed. */
  readonly month: string;
}

/** Oldest first. Who changed group within a meeting was there once. */
export function meetingsIn(entries: readonly HistoryEntry[]): readonly MeetingHeld[] {
  const sessions = entries.filter((entry): entry is SessionEntry => entry.kind === 'session').toSorted((a, b) => a.startedAt - b.startedAt);
  const meetings = Map.groupBy(sessions, ({ session, group }) => group?.parent ?? session);
  return [...meetings.values()].flatMap(meetingOf);
}

function meetingOf(groups: readonly SessionEntry[]): readonly MeetingHeld[] {
  const [first] = groups;
  if (first === undefined) return [];
  const present = new Set(groups.flatMap(({ attendance }) => attendance.map(({ id }) => id)));
  return [{ startedAt: first.startedAt, date: localDate(first.startedAt, first.zone), presentCount: present.size }];
}

/** Oldest first; months without an action are left out. An action stands in one month alone, whenever it is answered. */
export function monthsIn(entries: readonly HistoryEntry[], zone: string): readonly MonthOfActions[] {
  const byMonth = Map.groupBy(outcomesOf(entries), ({ committedAt }) => localDate(committedAt, zone).slice(0, 7));
  return [...byMonth].map(([month, actions]) => ({ month, ...countsOf(actions) })).toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

export function countsOf(actions: readonly ActionOutcome[]): OutcomeCounts {
  const count = (outcome: ActionOutcome['outcome']): number => actions.filter((action) => action.outcome === outcome).length;
  return { doneCount: count('done'), partlyCount: count('partly'), notYetCount: count('not-yet'), openCount: count(null) };
}
