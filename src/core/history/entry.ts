// What a session leaves behind (domain.md 1.6). Entries are only ever added, each with an id of its own, so that
// writing one twice is writing it once; a record is read together from the entries of its session.

import type { Instant, Millis } from '../time.ts';
import type { PersonId, SessionId } from '../keys.ts';
import type { Group } from '../session/group.ts';
import type { PhaseId } from '../protocols/protocol.ts';
import type { Outcome } from '../problem/came-of.ts';
import type { WriteUp } from '../problem/write-up.ts';

interface EntryBase {
  /** Version of the shape of this kind of entry; absent means 1. */
  readonly v?: number;
  /** Unique within the partition. */
  readonly id: string;
  /** Tenant and conversation, as in document keys. */
  readonly partition: string;
  readonly session: SessionId;
  /** When it was said or done, service's clock. */
  readonly at: Instant;
  /** Everyone it names, for export and erasure. */
  readonly people: readonly PersonId[];
}

/** A note of any phase: success, question, insight, suggestion, reflection or request for help, told apart by the phase. */
export interface NoteEntry extends EntryBase {
  readonly kind: 'note';
  readonly turn: number | null;
  readonly phase: PhaseId;
  readonly by: { readonly id: PersonId; readonly name: string };
  readonly text: string;
}

/** A committed action; a later entry of the same turn replaces it. */
export interface ActionEntry extends EntryBase {
  readonly kind: 'action';
  readonly turn: number;
  readonly owner: { readonly id: PersonId; readonly name: string };
  readonly writtenBy: { readonly id: PersonId; readonly name: string };
  readonly text: string;
  /** `YYYY-MM-DD` in the community's zone. */
  readonly dueOn: string;
}

/** The session itself, written once at its end. */
export interface SessionEntry extends EntryBase {
  readonly kind: 'session';
  /** Which group of a meeting it was; absent for a whole one. */
  readonly group?: Group;
  readonly zone: string;
  readonly protocol: { readonly id: string; readonly version: number };
  readonly plannedAt: Instant | null;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly ending: 'completed' | 'ended-early' | 'forgotten';
  readonly chair: { readonly id: PersonId; readonly name: string };
  readonly attendance: readonly { readonly id: PersonId; readonly name: string; readonly part: 'owner' | 'helper' }[];
  readonly turns: readonly { readonly owner: { readonly id: PersonId; readonly name: string }; readonly problem: string | null; readonly writeUp: WriteUp | null; readonly wasHeld: boolean }[];
  /** Planned and actual times of every phase; null where it never began. */
  readonly phases: readonly { readonly turn: number | null; readonly phase: PhaseId; readonly plannedMs: Millis; readonly beganAt: Instant | null; readonly endedAt: Instant | null }[];
  readonly nextChair: { readonly id: PersonId; readonly name: string } | null;
  readonly nextMeetingAt: Instant | null;
}

/** What an owner said came of a committed action; a later entry of the same turn replaces it. */
export interface OutcomeEntry extends EntryBase {
  readonly kind: 'outcome';
  readonly turn: number;
  readonly owner: { readonly id: PersonId; readonly name: string };
  readonly outcome: Outcome;
  /** One line in the owner's words; may be empty. */
  readonly line: string;
}

/**
 * What somebody said of a buddy meeting: whether they met, what came of it, and what they will do. On the pair's own shelf;
 * `session` names the meeting.
 */
export interface BuddyEntry extends EntryBase {
  readonly kind: 'buddy';
  readonly by: { readonly id: PersonId; readonly name: string };
  /** Number of the meeting, and when it was to begin. */
  readonly meeting: number;
  readonly startsAt: Instant;
  readonly didMeet: boolean;
  /** Feedback; may be empty. */
  readonly text: string;
  /** What they will do; null for nothing. */
  readonly action: { readonly text: string; readonly dueOn: string } | null;
}

export type HistoryEntry = NoteEntry | ActionEntry | SessionEntry | OutcomeEntry | BuddyEntry;
