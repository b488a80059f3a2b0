// The messages of coming and going while the hour runs, as data.

import type { Millis } from '../time.ts';
import type { ButtonOrigin, Named } from './shared.ts';

/** The two ways to join. Each works for whoever presses it. */
export interface JoinMessage {
  readonly card: 'join';
  readonly origin: ButtonOrigin;
  /** Who is mentioned, where it stands in the chat for all to read; null when it is answered to the presser alone. */
  readonly who: Named | null;
}

/** What became of a question to the chair; null while it is open, and where the session went on without an answer. */
type Answer = 'go-on' | 'to-end' | 'skip' | 'given' | 'back' | null;

/** An owner left in their own turn. `origin.rev` is the number of the question. */
export interface OwnerAwayMessage {
  readonly card: 'owner-away';
  readonly origin: ButtonOrigin;
  readonly name: string;
  /** Who chooses: the chair, or the stand-in where the owner is the chair; null when there is nobody. */
  readonly decider: string | null;
  /** How long the chair has, until it is decided without them; null while the session is paused, and afterwards. */
  readonly decideWithinMs: Millis | null;
  /** The turn can move to the end; else it is carried over. */
  readonly mayMove: boolean;
  readonly isOpen: boolean;
  readonly answer: Answer;
}

/** A problem that finds no time. `origin.rev` is the number of the question. */
export interface NoTimeMessage {
  readonly card: 'no-time';
  readonly origin: ButtonOrigin;
  readonly name: string;
  /** The shortest turn there is. */
  readonly turnMs: Millis;
  readonly chair: string;
  readonly isOpen: boolean;
  readonly answer: Answer;
}
