// The states of one session, as a union on `status`. Plain readonly data, kept as one document.

import type { Instant, Millis } from '../time.ts';
import type { ConversationId, PersonId, SessionId, TenantId, ThreadId } from '../keys.ts';
import type { Birthday, ChairRecord } from '../community/chair.ts';
import type { Protocol } from '../protocols/protocol.ts';
import type { WallTime } from '../calendar/local-time.ts';
import type { Ask } from './ask.ts';
import type { DueAction } from './due-action.ts';
import type { Group, Split } from './group.ts';
import type { Step } from './plan.ts';
import type { Kept, ShownWriteUp, Turn } from './turn.ts';

export type { Turn } from './turn.ts';

/** Someone as the sender's identity tells it. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** `29:…`, or null for a guest entered by name. */
  readonly teamsId: string | null;
}

/** What the community remembers of a member. */
export interface MemberRecord extends ChairRecord {
  readonly teamsId: string | null;
  /** Last own turn, else the first session attended: who waited longest goes first. */
  readonly waitingSince: Instant;
}

export interface Participant extends Person {
  readonly part: 'owner' | 'helper' | 'out';
  readonly joinedAt: Instant;
  readonly hasWriteUp: boolean;
  readonly birthday: Birthday | null;
  /** Left while the hour runs; they attended all the same. Null while they are here. */
  readonly leftAt: Instant | null;
}

/** A session with pretend colleagues: its own clock, `rate` times as fast as the service's from `anchorAt` on. */
export interface Rehearsal {
  /** In the 1:1 chat of whoever opened it: nobody else sees its cards. */
  readonly isPrivate: boolean;
  readonly anchorAt: Instant;
  readonly rate: number;
  /** What the pretend colleagues have done or tried, by name. */
  readonly done: readonly string[];
}

export interface Common {
  readonly id: SessionId;
  readonly tenant: TenantId;
  readonly community: ConversationId;
  readonly thread: ThreadId;
  /** Copied at the opening: editing a protocol never changes a session that is open. */
  readonly protocol: Protocol;
  readonly lengthMinutes: number;
  /** `start` named another protocol than the community's own. */
  readonly isOtherProtocol?: boolean;
  readonly zone: string;
  readonly hasWarnings: boolean;
  /** Who moves on when a phase is over (domain.md 1.4). */
  readonly movesOn: 'clock' | 'chair';
  /** Code of the language it was opened in: its cards never mix languages, whatever is chosen meanwhile. */
  readonly language: string;
  readonly group: Group | null;
  readonly rehearsal: Rehearsal | null;
  readonly opener: Person;
  readonly coordinator: Person | null;
  readonly plannedAt: Instant | null;
  readonly nextMeetingAt: Instant | null;
  /** The meeting after this one by the community's rhythm, until another is set; wall time in `zone`. */
  readonly proposedNext: WallTime | null;
  /** Opened by the bot itself in a channel: its first message becomes the root of a thread. */
  readonly opensThread: boolean;
  /** Chair appointed at the close of the last meeting. */
  readonly appointed: PersonId | null;
  readonly roster: Readonly<Record<PersonId, MemberRecord>>;
  /** Of earlier sessions, due when the lobby was opened. */
  readonly dueActions: readonly DueAction[];
  readonly people: readonly Participant[];
  readonly openedAt: Instant;
  /** Counts what makes older buttons wrong: a press must name the present one. */
  readonly rev: number;
}

export interface Lobby extends Common {
  readonly status: 'lobby';
  readonly touchedAt: Instant;
  readonly volunteer: PersonId | null;
  /** Set by `order`; null for those who waited longest first. */
  readonly order: readonly PersonId[] | null;
  /** `Stay together` was pressed: one group, however many problems. */
  readonly isTogether: boolean;
  /** The card that offers to stay together was posted. */
  readonly hasOfferedTogether: boolean;
  /** The planned time was over and the chair was mentioned. */
  readonly isChairCalled: boolean;
}

/** One phase of the hour with its times; null where it has not begun or ended. */
export interface HourStep extends Step {
  readonly plannedMs: Millis;
  readonly beganAt: Instant | null;
  readonly endedAt: Instant | null;
}

/** What a session holds from its start on. */
export interface Hour extends Common {
  readonly startedAt: Instant;
  readonly chair: PersonId;
  /** Name of a chair who was proposed and is not in. */
  readonly insteadOf: string | null;
  /** By how much a late start shortened the turns; 0 when on time and with `Run full length`. */
  readonly lateMs: Millis;
  readonly fills: 'planned' | 'whole-hour';
  /** Problems at the start, and those that found no time then; absent where groups were never offered. */
  readonly together?: { readonly problemCount: number; readonly carriedOver: readonly PersonId[] };
  readonly steps: readonly HourStep[];
  /** Index of the present step. */
  readonly at: number;
  readonly turns: readonly Turn[];
  /** Empty once the session has ended: then the record has them. */
  readonly writeUps: readonly ShownWriteUp[];
  readonly takeover: { readonly by: PersonId; readonly at: Instant } | null;
  /** `End session` was pressed once, at this revision; the card with this number asks once more. */
  readonly endAsked: { readonly by: string; readonly rev: number; readonly number: number } | null;
  readonly endAskCount: number;
  /** `One minute more` found nothing left to take; the next one moves the end. */
  readonly offersLaterEnd: boolean;
  /** The warning of the present step was said. */
  readonly isWarned: boolean;
  /** Whole minutes over that the card of the present step shows, where the chair moves on; null while its time is not up. */
  readonly overtimeMinutes: number | null;
  /** The owner left in their own turn: the chair chooses until `decideBy`, then the turn moves to the end. */
  readonly ownerAway: { readonly turn: number; readonly decideBy: Instant } | null;
  /** Cards that asked the chair about an owner, in the order they came. */
  readonly asks: readonly Ask[];
  readonly pauses: readonly { readonly cause: PauseCause; readonly resumedBy: string | null; readonly phaseEndsAt: Instant | null }[];
  readonly successes: readonly Kept[];
  readonly reflections: readonly Kept[];
  readonly requests: readonly Kept[];
  readonly nextChair: PersonId | null;
  /** The call of the meeting was over before the Close, and the group was told that the session runs on. */
  readonly hasCallEnded: boolean;
}

export type PauseCause = { readonly kind: 'person'; readonly name: string } | { readonly kind: 'outage'; readonly lateMs: Millis };

export interface Running extends Hour {
  readonly status: 'running';
  readonly phaseEndsAt: Instant;
  /** It has said that it is still open: only where the chair moves on. */
  readonly isForgotten: boolean;
}
export interface Paused extends Hour {
  readonly status: 'paused';
  readonly pausedAt: Instant;
  /** Below 0 where the chair moves on and the phase had run over. */
  readonly leftMs: Millis;
  /** The session's end as it stood when it was paused. */
  readonly plannedEndsAt: Instant;
  readonly isForgotten: boolean;
}
export interface Ended extends Hour {
  readonly status: 'ended';
  readonly endedAt: Instant;
  readonly ending: 'completed' | 'ended-early' | 'forgotten';
}
export interface Cancelled extends Common {
  readonly status: 'cancelled';
  readonly endedAt: Instant;
  readonly why: 'cancelled' | 'closed';
}

export type Session = Lobby | Split | Running | Paused | Ended | Cancelled;
/** A session in its hour. */
export type Live = Running | Paused;
