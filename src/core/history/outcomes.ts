// What came of the actions of some records: the last word of each turn's owner, and what they said of it since
// (domain.md 1.6). Entries are only ever added, so that the last of a kind is the one that counts.

import type { Instant } from '../time.ts';
import type { PersonId, SessionId } from '../keys.ts';
import type { Outcome } from '../problem/came-of.ts';
import type { ActionEntry, HistoryEntry, OutcomeEntry } from './entry.ts';

/** The turn of an outcome whose action was kept without one, before an owner could have several in a session. */
export const unknownTurn = -1;

/** A committed action with what its owner said of it last. */
export interface ActionOutcome {
  readonly session: SessionId;
  /** From 0. */
  readonly turn: number;
  readonly owner: { readonly id: PersonId; readonly name: string };
  readonly text: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly dueOn: string;
  readonly committedAt: Instant;
  /** Null while its owner has said nothing of it. */
  readonly outcome: Outcome | null;
  /** May be empty. */
  readonly line: string;
  /** When the outcome was told; null without one. */
  readonly toldAt: Instant | null;
}

/** The actions among entries of any number of records, in any order, oldest first: one for each turn that has one. */
export function outcomesOf(entries: readonly HistoryEntry[]): readonly ActionOutcome[] {
  const inOrder = entries.toSorted((a, b) => a.at - b.at);
  const actions = new Map(inOrder.filter((entry) => entry.kind === 'action').map((action) => [`${action.session} ${action.turn}`, action]));
  const told = inOrder.filter((entry) => entry.kind === 'outcome');
  return [...actions.values()].toSorted((a, b) => a.at - b.at).map((action) => withOutcome(action, told));
}

function withOutcome(action: ActionEntry, told: readonly OutcomeEntry[]): ActionOutcome {
  const { session, turn, owner, text, dueOn, at: committedAt } = action;
  const last = told.findLast((each) => isOf(each, action));
  const came = last === undefined ? { outcome: null, line: '', toldAt: null } : { outcome: last.outcome, line: last.line, toldAt: last.at };
  return { session, turn, owner, text, dueOn, committedAt, ...came };
}

/** An action that was saved anew is committed anew: what was said of the one before is not said of it. */
const isOf = (told: OutcomeEntry, { session, turn, owner, at }: ActionEntry): boolean =>
  told.session === session && told.owner.id === owner.id && (told.turn === turn || told.turn === unknownTurn) && told.at >= at;
