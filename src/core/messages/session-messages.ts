// The messages of a session from lobby to close, as data.

import type { Instant, Millis } from '../time.ts';
import type { PersonId } from '../keys.ts';
import type { PhaseId } from '../protocols/protocol.ts';
import type { ChairReason } from '../community/chair.ts';
import type { CameOfField } from '../problem/brought-again.ts';
import type { ShownField } from '../problem/write-up.ts';
import type { GroupShown } from './group-messages.ts';
import type { Again, ButtonOrigin, InZone, Named } from './shared.ts';

/** Which kind of session it is, and whether that is worth saying since the community usually has another. */
export interface ProtocolShown {
  readonly id: string;
  readonly isOther: boolean;
  readonly asksForWriteUp: boolean;
  readonly group: { readonly min: number; readonly max: number };
}

export interface LobbyMessage extends InZone {
  readonly card: 'lobby';
  readonly origin: ButtonOrigin;
  readonly state: 'open' | 'started' | 'cancelled' | 'closed';
  /** In turn order. `ready`: has a submitted write-up. */
  readonly owners: readonly { readonly name: string; readonly ready: boolean }[];
  readonly helpers: readonly string[];
  readonly chair: { readonly name: string; readonly because: ChairReason } | null;
  /** Nobody who is in has given a birthday, and the proposal would have used one. */
  readonly asksForBirthdays: boolean;
  readonly planned: {
    /** When the meeting was planned for; null when it starts when `Start session` is pressed. */
    readonly startsAt: Instant | null;
    /** The end if it began at `startsAt`, or now when that is null. */
    readonly endsAt: Instant;
    readonly lengthMinutes: number;
    /** The booked length: more than `lengthMinutes` when few problems end the session early. */
    readonly bookedMinutes: number;
    readonly offersWholeHour: boolean;
  };
  /** From the first problem on that finds no time in one session; empty while there is one group. */
  readonly groups: readonly GroupShown[];
  /** Names of those whose problem finds no time, as when many stay together. */
  readonly carriedOver: readonly string[];
  readonly protocol: ProtocolShown;
  /** Exactly one person is in. */
  readonly isAlone: boolean;
}

export interface AgendaMessage extends InZone {
  readonly card: 'agenda';
  readonly origin: ButtonOrigin;
  readonly chair: string;
  /** The chair that was proposed but is not in; null when the proposal stood. */
  readonly insteadOf: string | null;
  /** `startsAt` is null for a turn that was not held. */
  readonly turns: readonly { readonly owner: string; readonly startsAt: Instant | null; readonly ready: boolean }[];
  /** The phases of a turn once, with the least and the most they last over all turns. */
  readonly phases: readonly { readonly phase: PhaseId; readonly leastMs: Millis; readonly mostMs: Millis }[];
  readonly protocol: ProtocolShown;
  /** Null where the hour begins with the first turn, and where it ends with the last. */
  readonly openingPhase: PhaseId | null;
  readonly closePhase: PhaseId | null;
  readonly startsAt: Instant;
  /** Null without a close, and when the session ended before it. */
  readonly closeStartsAt: Instant | null;
  readonly endsAt: Instant;
  /** Milliseconds by which the turns were shortened for a late start; 0 when on time. */
  readonly lateMs: Millis;
  readonly movesOn: 'clock' | 'chair';
  readonly offersFullLength: boolean;
  readonly offersWholeHour: boolean;
}

/** A part of a write-up as it was typed, or of what came of it before. */
export interface ShownText {
  readonly field: ShownField | CameOfField;
  readonly text: string;
}

/** One page of the write-ups that were ready at the start. */
export interface WriteUpsMessage {
  readonly card: 'write-ups';
  readonly page: number;
  readonly pageCount: number;
  readonly items: readonly { readonly owner: string; readonly isContinued: boolean; readonly fields: readonly ShownText[] }[];
}

/** The inputs of a turn. Never edited, so that nobody's typing is lost (product.md 4.3). */
export interface TurnMessage {
  readonly card: 'turn';
  readonly origin: ButtonOrigin;
  readonly turn: number;
  readonly turnCount: number;
  readonly owner: Named;
  /** The write-up's problem, at most 300 characters; null without a ready write-up. */
  readonly problem: string | null;
  /** `YYYY-MM-DD` in the community's zone, prefilled in `By when`. */
  readonly dueOn: string;
  readonly again?: Again;
}

/** The inputs of the opening: a success of the last week. */
export interface SuccessesMessage {
  readonly card: 'successes';
  readonly origin: ButtonOrigin;
  readonly again?: Again;
}

/** The inputs of the close: requests for help, who chairs next, and when. */
export interface ClosingMessage {
  readonly card: 'closing';
  readonly origin: ButtonOrigin;
  readonly again?: Again;
  readonly candidates: readonly { readonly id: PersonId; readonly name: string }[];
  readonly proposed: { readonly id: PersonId; readonly name: string } | null;
  /** The next meeting as it stands, `YYYY-MM-DD` and `HH:MM` or empty; null where it is another group's to set. */
  readonly next: { readonly date: string; readonly time: string; readonly isProposed: boolean } | null;
}

/** Who may speak in a phase. `owner` and `peers` are people; the rest stand for groups. */
export type Part = 'owner' | 'peers' | 'everyone';

/** What one person does in a phase, and when it is their turn again (product.md 4.4). */
export interface OwnPart {
  /** `ask` and `answer`: questions of fact. `write`: nobody speaks. `wait`: paused. Not in the session: `join`, or `read` when it is too late for that. */
  readonly does: 'speak' | 'round' | 'ask' | 'answer' | 'listen' | 'write' | 'wait' | 'join' | 'read';
  /** When they may speak again; null while they may, and when they will not any more. */
  readonly speaksAt: Instant | null;
  /** When their own turn begins; null without one to come. */
  readonly turnAt: Instant | null;
  readonly isChair: boolean;
}

export interface PhaseMessage extends InZone {
  readonly card: 'phase';
  readonly origin: ButtonOrigin;
  readonly protocol: string;
  readonly phase: PhaseId;
  /** Null in the opening and the close. */
  readonly turn: { readonly number: number; readonly count: number; readonly owner: Named; readonly phaseNumber: number; readonly phaseCount: number } | null;
  readonly speaks: readonly Part[];
  readonly listens: readonly Part[];
  /** Those who neither speak nor must reply. */
  readonly silent: readonly Part[];
  /** In a round, the names in the order they speak; else empty. */
  readonly order: readonly string[];
  readonly mentionsOwner: boolean;
  readonly chair: string;
  /** What comes next; null in the last phase. */
  readonly next: { readonly phase: PhaseId; readonly owner: string | null } | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly lengthMs: Millis;
  readonly sessionEndsAt: Instant;
  /** Null where the clock moves on. Else the whole minutes the phase has run over, `isMore` once they are counted no further; null before. */
  readonly byHand: { readonly overtime: { readonly minutes: number; readonly isMore: boolean } | null } | null;
  readonly state:
    | { readonly is: 'running' }
    | { readonly is: 'paused' }
    | { readonly is: 'over'; readonly endedAt: Instant };
  /** Shown after `One minute more` when nothing is left to take: the end a second press would mean. */
  readonly endOffer: Instant | null;
  /** Somebody asked to chair; it passes at this instant. */
  readonly takeover: { readonly name: string; readonly at: Instant } | null;
  /** Without problem owners: the one prompt for a problem. */
  readonly asksForProblem: boolean;
  /** The owner left in this turn, and the chair has not chosen yet. */
  readonly isOwnerAway: boolean;
  /** The last turn has not begun: one may still join. */
  readonly offersJoin: boolean;
  /** 0-based place among the phases of the hour: what somebody who asks for their own view names. */
  readonly step: number;
  /** `29:…` of those who are shown their own part; nobody once it is over. */
  readonly viewers: readonly string[];
  /** For one person alone: their part. Null on the card that all share. */
  readonly mine: OwnPart | null;
}

export interface PausedMessage extends InZone {
  readonly card: 'paused';
  readonly origin: ButtonOrigin;
  readonly phase: PhaseId;
  readonly owner: string | null;
  /** Below 0 for a phase that had run over. */
  readonly leftMs: Millis;
  readonly plannedEndsAt: Instant;
  readonly chair: string;
  readonly cause: { readonly kind: 'person'; readonly name: string } | { readonly kind: 'outage'; readonly lateMs: Millis };
  /** Over: somebody resumed, or the session ended; no buttons. */
  readonly state: { readonly is: 'waiting' } | { readonly is: 'resumed'; readonly by: string; /** Null for a phase that was over its time. */ readonly endsAt: Instant | null } | { readonly is: 'ended' };
}

/** The question after the first `End session`. */
export interface EndAskedMessage {
  readonly card: 'end-asked';
  readonly origin: ButtonOrigin;
  readonly by: string;
  readonly isOpen: boolean;
}
