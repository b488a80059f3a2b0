// What goes to people ahead of a planned meeting, and what is asked and told about it, as data.

import type { ConversationId, PersonId } from '../keys.ts';
import type { PhaseId } from '../protocols/protocol.ts';
import type { ShownField } from '../problem/write-up.ts';
import type { Instant } from '../time.ts';
import type { UndeliveredWhy } from '../community/undelivered.ts';
import type { ButtonOrigin, InZone } from './shared.ts';

/** About a community, to one person alone who may belong to several. Its name is filled in when the message leaves. */
interface OfCommunity extends InZone {
  readonly communityName: string | null;
  readonly meetingAt: Instant;
}

/** Who has no write-up ready is reminded. */
export interface NudgeMessage extends OfCommunity {
  readonly card: 'nudge';
  readonly community: ConversationId;
}

/** What became of pressing Stop these reminders, or of its undoing. */
export interface RemindersMessage {
  readonly card: 'reminders';
  readonly community: ConversationId;
  readonly isOff: boolean;
}

/** One page for somebody who chairs for the first time. */
export interface CribMessage extends OfCommunity {
  readonly card: 'crib';
  readonly protocol: string;
  readonly lengthMinutes: number;
  readonly movesOn: 'clock' | 'chair';
  /** In order; minutes differ with the number of problems, 0 where a phase may be left out. */
  readonly phases: readonly { readonly phase: PhaseId; readonly leastMinutes: number; readonly mostMinutes: number }[];
}

/** The write-ups that others have shared ahead; filled in when the message leaves. */
export interface ReadAheadMessage extends OfCommunity {
  readonly card: 'read-ahead';
  readonly items: readonly { readonly owner: string; readonly fields: readonly { readonly field: ShownField; readonly text: string }[] }[];
}

/** To the coordinator alone: what could not be delivered, the newest first, and who was reached; never what it said (product.md 7). */
export interface DeliveriesMessage extends InZone {
  readonly card: 'deliveries';
  readonly items: readonly { readonly name: string; readonly what: string; readonly reason: UndeliveredWhy | ''; readonly at: Instant }[];
  /** Since when the chat of the community cannot be written to; absent while it can. */
  readonly chatClosedAt?: Instant;
  /** Who takes part, and when something last came to them alone, who was not reached first; null for never. Absent in reports of before. */
  readonly reached?: readonly { readonly name: string; readonly at: Instant | null }[];
}

/** A clarifying question on a shared write-up, for one person to fill in. */
export interface QuestionFormMessage {
  readonly card: 'question-form';
  readonly community: ConversationId;
  /** Whose write-up it is about. */
  readonly ownerId: PersonId;
  readonly ownerName: string;
  /** What was typed, where something is wrong with it. */
  readonly typed: string;
  readonly error: { readonly is: 'empty' } | { readonly is: 'too-long'; readonly lengthChars: number } | null;
}

/** To the owner alone: what peers have asked since they last heard. */
export interface QuestionsAskedMessage {
  readonly card: 'questions-asked';
  readonly questions: readonly { readonly name: string; readonly text: string }[];
}

/** What peers asked ahead, as the Clarify phase of that turn begins. */
export interface AskedAheadMessage {
  readonly card: 'asked-ahead';
  readonly origin: ButtonOrigin;
  readonly owner: string;
  readonly questions: readonly { readonly name: string; readonly text: string }[];
}
