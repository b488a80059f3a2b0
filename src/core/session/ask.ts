// What the chair is asked about an owner while the hour runs, as it is kept.

import type { PersonId } from '../keys.ts';

/** A question to the chair: an owner is away in their own turn, or their problem finds no time. */
export interface Ask {
  readonly about: 'away' | 'no-time';
  readonly owner: PersonId;
  /** What became of it; null while it is open, and where the session went on without an answer. */
  readonly answer: OwnerChoice | 'given' | 'back' | null;
}
/** What the chair may choose for an owner who is away in their own turn (product.md 4, "Leaving"). */
export type OwnerChoice = 'go-on' | 'to-end' | 'skip';
