// What came of committed actions, asked in the opening of a session, by `actions`, and on the day one is due, as data.

import type { SessionId } from '../keys.ts';
import type { Outcome } from '../problem/came-of.ts';

export interface ActionShown {
  /** Its name within the community; empty where nobody can be asked. */
  readonly ref: string;
  /** The owner's name. */
  readonly owner: string;
  readonly text: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly dueOn: string;
  /** What was said of it before; null for nothing. */
  readonly outcome: Outcome | null;
  readonly line: string;
}

/** The buttons act for whoever presses them, and for their own actions only. */
export interface ActionsMessage {
  readonly card: 'actions';
  /** `list`: all that are open. `opening`: those due, in Start on time. `due`: one person's, on the day. */
  readonly asked: 'list' | 'opening' | 'due';
  /** Which community: says no more than that (commands/actions.ts). */
  readonly community: string;
  readonly communityName: string | null;
  /** In whose opening it stands; null elsewhere. */
  readonly session: SessionId | null;
  /** Many read it, each with actions of their own; else one person alone. */
  readonly isShared: boolean;
  /** Those whose owner may answer here. */
  readonly asks: readonly ActionShown[];
  readonly others: readonly ActionShown[];
  /** What was typed and not saved, with what is wrong with it; null for nothing. */
  readonly typed: { readonly ref: string; readonly line: string; readonly error: 'which' | 'too-long' } | null;
  /** What was saved last. */
  readonly saved: Outcome | null;
}
