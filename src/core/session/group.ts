// A meeting in groups, as data: which group a session is, and what the lobby that was split remembers of them.

import type { Instant } from '../time.ts';
import type { PersonId, SessionId } from '../keys.ts';
import type { Common } from './session.ts';

/** Which of several groups of one meeting this session is (product.md 4, "Groups"). */
export interface Group {
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** The lobby that was split. */
  readonly parent: SessionId;
}

/** One of the groups a lobby was split into, as the lobby remembers it. */
export interface GroupMembers {
  readonly session: SessionId;
  readonly people: readonly PersonId[];
  /** Who chaired at the start. */
  readonly chair: PersonId;
  readonly isOver: boolean;
}
/** A lobby that became groups, each a session of its own. */
export interface Split extends Common {
  readonly status: 'split';
  readonly startedAt: Instant;
  /** When the last group ended; null while one runs. */
  readonly endedAt: Instant | null;
  readonly groups: readonly GroupMembers[];
  /** When whoever came into a group after the start did so: with several, the last one counts. */
  readonly cameAt: Readonly<Record<PersonId, Instant>>;
}
