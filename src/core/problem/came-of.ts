// What came of a problem: the response its owner committed to, and how that went (domain.md 1.5, 1.6).

import type { HistoryEntry } from '../history/entry.ts';
import { outcomesOf } from '../history/outcomes.ts';

/** What the owner says of a committed action when asked. */
export const outcomes = ['done', 'partly', 'not-yet'] as const;
export type Outcome = (typeof outcomes)[number];

/** The last response to a problem and what came of it, as far as its owner has said. */
export interface CameOf {
  readonly text: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly dueOn: string;
  readonly outcome: Outcome | null;
  /** The one line said with the outcome; may be empty. */
  readonly line: string;
}

/** What came of the problem of a turn, from the entries of its session in any order; null where no response was saved. */
export function cameOf(entries: readonly HistoryEntry[], turn: number): CameOf | null {
  const last = outcomesOf(entries).find((each) => each.turn === turn);
  return last === undefined ? null : { text: last.text, dueOn: last.dueOn, outcome: last.outcome, line: last.line };
}
