// A write-up as its owner brings it to a session: with what came of it before and what peers have asked about it ahead.

import type { Instant } from '../time.ts';
import type { PersonId, SessionId } from '../keys.ts';
import type { CameOf } from './came-of.ts';
import type { WriteUp } from './write-up.ts';

/** A turn of a session in which a problem was discussed; `turn` from 0. */
export interface DiscussedIn {
  readonly session: SessionId;
  readonly turn: number;
}

/** A clarifying question written before the session. */
export interface Question {
  readonly by: PersonId;
  readonly name: string;
  readonly text: string;
  readonly at: Instant;
  /** Its problem's owner was told of it. */
  readonly isTold?: boolean;
}

/** What goes with a write-up where it is shown. */
export interface Besides {
  readonly before?: CameOf | null;
  readonly questions?: readonly Question[];
}

/** What goes with it and nothing else; nothing where there is nothing. */
export const besidesOf = ({ before, questions }: Besides): Besides => ({ ...(before == null ? {} : { before }), ...(questions === undefined || questions.length === 0 ? {} : { questions }) });

export interface Brought extends Besides {
  readonly owner: PersonId;
  readonly writeUp: WriteUp;
}
