// A report as somebody may see it: whole for the group, outside it attendance and merged outcomes alone (product.md 7).

import { localDate } from '../calendar/local-time.ts';
import type { HistoryEntry } from '../history/entry.ts';
import type { Instant } from '../time.ts';
import { type MeetingHeld, meetingsIn, type MonthOfActions, monthsIn, type OutcomeCounts } from './figures.ts';
import { mergedCounts } from './merged.ts';

/** `outside`: what may leave the group, whoever takes it there. */
export const reportForms = ['whole', 'outside'] as const;
export type ReportForm = (typeof reportForms)[number];

export interface Report {
  /** Its first day, `YYYY-MM-DD`. */
  readonly since: string;
  /** Oldest first. */
  readonly meetings: readonly MeetingHeld[];
  readonly actions:
    | { readonly form: 'whole'; readonly months: readonly MonthOfActions[] }
    /** Null: too few people to show. */
    | { readonly form: 'outside'; readonly merged: OutcomeCounts | null };
}

/**
 * The first of September before the last: this school year and the one before. A day that stays for a year, since a
 * period that moved on daily would let one session after another be told apart as it drops out.
 */
export function reportedSince(at: Instant, zone: string): string {
  const [year = 0, month = 0] = localDate(at, zone).split('-').map(Number);
  return `${month >= 9 ? year - 1 : year - 2}-09-01`;
}

/** `entries`: everything of the sessions since then. */
export function reportOf(entries: readonly HistoryEntry[], { form, since, zone }: { readonly form: ReportForm; readonly since: string; readonly zone: string }): Report {
  const actions = form === 'whole' ? { form, months: monthsIn(entries, zone) } : { form, merged: mergedCounts(entries) };
  return { since, meetings: meetingsIn(entries), actions };
}
