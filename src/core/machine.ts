// The shape every kind of document shares: a pure step from state and event to state and effects, or a polite no.

import type { Instant, Millis } from './time.ts';
import type { PersonId, ThreadId } from './keys.ts';
import type { About } from './community/about-meeting.ts';
import type { HistoryEntry } from './history/entry.ts';
import type { Message } from './messages.ts';
import type { Notice, Refusal } from './notices.ts';
import type { Told } from './told.ts';

/**
 * What a step may ask for. Effects are kept with the state in one conditional write and carried out afterwards.
 * A `slot` names one message of the document; what it shows is drawn from the state when it is sent.
 */
export type Effect =
  /**
   * Post the message of a slot. Announcements go first and are posted again when nobody can know (reliability.md 1).
   * `dueAt`: the deadline that asked for it (service's clock); absent where somebody's act did.
   */
  | { readonly do: 'post'; readonly slot: string; readonly isAnnouncement: boolean; readonly dueAt?: Instant }
  /** Bring the message of a slot to the present state. */
  | { readonly do: 'edit'; readonly slot: string }
  /**
   * Send one message that is never changed again. `until`: not worth saying after this instant. `otherwise`: when it surely
   * cannot be delivered. `about`: looked at just before it leaves, and not said when that is over.
   */
  | { readonly do: 'say'; readonly message: Message; readonly until: Instant | null; readonly otherwise?: Told; readonly about?: About }
  /** An event for another document. */
  | { readonly do: 'tell' } & Told
  | { readonly do: 'record'; readonly entry: HistoryEntry }
  /** Take away a twin: a message that landed although nobody could know, and was posted again. */
  | { readonly do: 'fold'; readonly messageId: string };

export interface Moved<S> {
  readonly kind: 'moved';
  readonly state: S;
  readonly effects: readonly Effect[];
  /** Answered to whoever pressed, alone. */
  readonly answer?: Notice;
  /** The event itself was refused, while what was overdue is kept. */
  readonly refusal?: Refusal;
}
export interface Refused {
  readonly kind: 'refused';
  readonly refusal: Refusal;
}
export type Stepped<S> = Moved<S> | Refused;

export const moved = <S>(state: S, effects: readonly Effect[] = [], answer?: Notice): Moved<S> =>
  answer === undefined ? { kind: 'moved', state, effects } : { kind: 'moved', state, effects, answer };
export const refused = (refusal: Refusal): Refused => ({ kind: 'refused', refusal });

/** When and how fast: handed to every step with the event. */
export interface Moment {
  readonly at: Instant;
  /** Service milliseconds per real millisecond. */
  readonly rate: number;
}

/** Where the messages of a document go. */
export type Home =
  /** `language`: code of the one this document keeps to; absent for that of the conversation. */
  | { readonly kind: 'thread'; readonly thread: ThreadId; readonly language?: string }
  | { readonly kind: 'private'; readonly person: PersonId };

/** Ids under which the messages of a document stand in Teams, by slot. */
export type PostedIds = Readonly<Record<string, { readonly id: string }>>;

export interface Machine<S, E> {
  /** `state` is null for a document that does not exist yet. */
  step(state: S | null, event: E, moment: Moment): Stepped<S>;
  /** The next instant at which this document wants `time-passed`, or null. */
  wakeAt(state: S): Instant | null;
  /** What a slot shows now; null when it has nothing to show any more. */
  draw(state: S, slot: string, moment: Moment): Message | null;
  /** `posted`: absent while nothing is. */
  home(state: S, posted?: PostedIds): Home;
  /** Everyone the document names. */
  people(state: S): readonly PersonId[];
  /** When the document may be removed, or null. */
  expiresAt(state: S, retentionMs: Millis): Instant | null;
}
