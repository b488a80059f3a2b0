// What a session keeps of a turn: the write-up it shows, what was written in it, and where it stands in the order.

import type { PersonId } from '../keys.ts';
import type { Besides } from '../problem/brought.ts';
import type { WriteUp } from '../problem/write-up.ts';
import type { PhaseId } from '../protocols/protocol.ts';

/** A write-up that is shown to the group. Those of one batch share their pages: 0 at the start, then one for each that came late. */
export interface ShownWriteUp extends Besides {
  readonly turn: number;
  readonly batch: number;
  readonly writeUp: WriteUp;
}

/** A note as the summary needs it: clipped; the whole text is in the history. */
export interface Kept {
  readonly phase: PhaseId;
  readonly by: string;
  readonly text: string;
}

export interface Turn {
  readonly owner: PersonId;
  /** The write-up's problem, clipped. */
  readonly problem: string | null;
  readonly hasWriteUp: boolean;
  readonly notes: readonly Kept[];
  readonly noteCount: number;
  readonly action: { readonly text: string; readonly dueOn: string } | null;
  /** Put off to the end once already, since the owner was absent. */
  readonly hasMoved: boolean;
  /** Not to be held any more: carried over to a later session, or broken off and gone on with in a later turn. */
  readonly off: 'carried-over' | 'broken-off' | null;
}
