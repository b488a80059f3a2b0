// Everything the bot can show, as data: instants, names and keys of texts, never layout and never words of ours.
// A message is drawn by cards/catalog.ts; the union is keyed on `card`.

import type { Instant, Millis } from './time.ts';
import type { PersonId, SessionId } from './keys.ts';
import type { PhaseId } from './protocols/protocol.ts';
import type { ChairReason } from './community/chair.ts';
import type { Criterion, WriteUp, WriteUpProblem } from './problem/write-up.ts';
import type { Notice } from './notices.ts';

/** What every button of a session's card carries besides its verb: which session, and the state it was drawn from. */
export interface ButtonOrigin {
  readonly session: SessionId;
  readonly rev: number;
}

/** A name to show, and the Teams id (`29:…`) if this person can be mentioned. */
export interface Named {
  readonly name: string;
  readonly teamsId: string | null;
}

/** Which session's record a link leads to; the link itself is made when the message is sent. */
export interface RecordOf {
  readonly partition: string;
  readonly session: SessionId;
}

/** IANA zone in which a card writes its times. */
interface InZone {
  readonly zone: string;
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
  /** Exactly one person is in. */
  readonly isAlone: boolean;
}

export interface AgendaMessage extends InZone {
  readonly card: 'agenda';
  readonly origin: ButtonOrigin;
  readonly chair: string;
  /** The chair that was proposed but is not in; null when the proposal stood. */
  readonly insteadOf: string | null;
  readonly turns: readonly { readonly owner: string; readonly startsAt: Instant; readonly ready: boolean }[];
  /** The phases of a turn once, with the minutes of the first turn. */
  readonly phases: readonly { readonly phase: PhaseId; readonly lengthMs: Millis }[];
  readonly startsAt: Instant;
  readonly closeStartsAt: Instant;
  readonly endsAt: Instant;
  /** Milliseconds by which the turns were shortened for a late start; 0 when on time. */
  readonly lateMs: Millis;
  readonly offersFullLength: boolean;
  readonly offersWholeHour: boolean;
  readonly asksForProblem: boolean;
}

/** One page of the write-ups that were ready at the start. */
export interface WriteUpsMessage {
  readonly card: 'write-ups';
  readonly page: number;
  readonly pageCount: number;
  readonly items: readonly { readonly owner: string; readonly isContinued: boolean; readonly fields: readonly { readonly field: WriteUpProblem; readonly text: string }[] }[];
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
}

/** The inputs of the opening: a success of the last week. */
export interface SuccessesMessage {
  readonly card: 'successes';
  readonly origin: ButtonOrigin;
}

/** The inputs of the close: requests for help, and who chairs next. */
export interface ClosingMessage {
  readonly card: 'closing';
  readonly origin: ButtonOrigin;
  readonly candidates: readonly { readonly id: PersonId; readonly name: string }[];
  readonly proposed: { readonly id: PersonId; readonly name: string } | null;
}

/** Who may speak in a phase. `owner` and `peers` are people; the rest stand for groups. */
export type Part = 'owner' | 'peers' | 'everyone';

export interface PhaseMessage extends InZone {
  readonly card: 'phase';
  readonly origin: ButtonOrigin;
  readonly protocol: string;
  readonly phase: PhaseId;
  /** Null in the opening and the close. */
  readonly turn: { readonly number: number; readonly count: number; readonly owner: Named; readonly phaseNumber: number; readonly phaseCount: number } | null;
  readonly speaks: readonly Part[];
  readonly listens: readonly Part[];
  readonly mentionsOwner: boolean;
  readonly chair: string;
  /** What comes next; null in the last phase. */
  readonly next: { readonly phase: PhaseId; readonly owner: string | null } | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly lengthMs: Millis;
  readonly sessionEndsAt: Instant;
  readonly state:
    | { readonly is: 'running' }
    | { readonly is: 'paused' }
    | { readonly is: 'over'; readonly endedAt: Instant };
  /** Actions due from earlier sessions, shown in the opening. */
  readonly dueActions: readonly { readonly owner: string; readonly text: string }[];
  /** Shown after `One minute more` when nothing is left to take: the end a second press would mean. */
  readonly endOffer: Instant | null;
  /** Somebody asked to chair; it passes at this instant. */
  readonly takeover: { readonly name: string; readonly at: Instant } | null;
  /** Without problem owners: the one prompt for a problem. */
  readonly asksForProblem: boolean;
}

export interface PausedMessage extends InZone {
  readonly card: 'paused';
  readonly origin: ButtonOrigin;
  readonly phase: PhaseId;
  readonly owner: string | null;
  readonly leftMs: Millis;
  readonly plannedEndsAt: Instant;
  readonly chair: string;
  readonly cause: { readonly kind: 'person'; readonly name: string } | { readonly kind: 'outage'; readonly lateMs: Millis };
  /** Over: somebody resumed, or the session ended; no buttons. */
  readonly state: { readonly is: 'waiting' } | { readonly is: 'resumed'; readonly by: string; readonly endsAt: Instant } | { readonly is: 'ended' };
}

/** The question after the first `End session`. */
export interface EndAskedMessage {
  readonly card: 'end-asked';
  readonly origin: ButtonOrigin;
  readonly by: string;
  readonly isOpen: boolean;
}

/** One turn as the summary and the record show it. Notes are the first two, at most 200 characters each. */
export interface TurnSummary {
  readonly owner: string;
  readonly problem: string | null;
  readonly notes: readonly { readonly phase: PhaseId; readonly by: string; readonly text: string }[];
  readonly noteCount: number;
  readonly action: { readonly text: string; readonly dueOn: string } | null;
  readonly wasHeld: boolean;
}

export interface SummaryMessage extends InZone {
  readonly card: 'summary';
  /** For one owner alone, in the 1:1 chat. */
  readonly isPrivate: boolean;
  readonly title: string | null;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly chair: string;
  readonly turns: readonly TurnSummary[];
  readonly successes: readonly { readonly by: string; readonly text: string }[];
  readonly reflections: readonly { readonly by: string; readonly text: string }[];
  readonly requests: readonly { readonly by: string; readonly text: string }[];
  readonly attendance: readonly string[];
  readonly nextChair: string | null;
  readonly nextMeetingAt: Instant | null;
  readonly record: RecordOf;
  /** Signed link to the whole record as Markdown; null until the message is sent, and when links are not set up. */
  readonly recordUrl: string | null;
}

/** One page of sessions held, newest first. */
export interface HistoryMessage extends InZone {
  readonly card: 'history';
  readonly words: string;
  readonly sessions: readonly {
    readonly startedAt: Instant;
    readonly chair: string;
    readonly attendanceCount: number;
    readonly turns: readonly { readonly owner: string; readonly problem: string | null; readonly action: string | null }[];
    readonly record: RecordOf;
    readonly recordUrl: string | null;
  }[];
  /** What `Older` continues from; null on the last page. */
  readonly olderThan: string | null;
}

export interface StatusMessage extends InZone {
  readonly card: 'status';
  readonly now: Instant;
  readonly is:
    | { readonly state: 'none'; readonly nextMeetingAt: Instant | null; readonly nextChair: string | null }
    | { readonly state: 'lobby'; readonly inCount: number; readonly ownerCount: number; readonly chair: string | null }
    | { readonly state: 'running' | 'paused'; readonly phase: PhaseMessage; readonly leftMs: Millis };
}

/** Commands a person can use here and now, by key into the texts. */
export interface HelpMessage {
  readonly card: 'help';
  readonly commands: readonly string[];
}

export interface ProtocolsMessage {
  readonly card: 'protocols';
  readonly protocols: readonly { readonly id: string; readonly lengthsMinutes: readonly number[]; readonly groupMin: number; readonly groupMax: number; readonly credit: string; readonly roles: readonly string[] }[];
}

/** The write-up form, in the 1:1 chat or answered to the presser alone. */
export interface ProblemFormMessage {
  readonly card: 'problem-form';
  /** The community's partition-free conversation id it belongs to. */
  readonly community: string;
  readonly communityName: string | null;
  readonly draft: WriteUp;
  readonly status: 'new' | 'draft' | 'ready';
  /** The last verdict: criteria that are not a plain yes; null before the first save. */
  readonly verdict: { readonly isSuitable: boolean; readonly failed: readonly Criterion[] } | null;
  readonly errors: readonly { readonly field: string; readonly error: 'empty' | 'too-long'; readonly lengthChars: number }[];
}

/** In a community: a button that answers the presser alone. Holds no text of anyone. */
export interface ProblemDoorMessage {
  readonly card: 'problem-door';
}

/** Who is ready: names, not texts. */
export interface ProblemsMessage {
  readonly card: 'problems';
  readonly ready: readonly string[];
  readonly drafting: readonly string[];
}

export interface SetUpMessage {
  readonly card: 'set-up';
  readonly npq: string;
  readonly zone: string;
  readonly protocol: string;
  readonly lengthMinutes: number;
  /** `YYYY-MM-DD` and `HH:MM` local, or empty. */
  readonly nextDate: string;
  readonly nextTime: string;
  readonly hasWarnings: boolean;
  readonly errors: readonly string[];
  readonly isSaved: boolean;
}

/** One short line: refusals, acknowledgements, warnings. */
export interface NoticeMessage {
  readonly card: 'notice';
  readonly notice: Notice;
}

export type Message =
  | LobbyMessage | AgendaMessage | WriteUpsMessage | TurnMessage | SuccessesMessage | ClosingMessage
  | PhaseMessage | PausedMessage | EndAskedMessage | SummaryMessage | HistoryMessage | StatusMessage
  | HelpMessage | ProtocolsMessage | ProblemFormMessage | ProblemDoorMessage | ProblemsMessage
  | SetUpMessage | NoticeMessage;
export type Card = Message['card'];
