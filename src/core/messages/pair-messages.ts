// What the bot says to the members of a pair, as data. All of it goes to one person alone.

import type { WallTime } from '../calendar/local-time.ts';
import type { DayOff } from '../calendar/open-days.ts';
import type { ConversationId, PairId } from '../keys.ts';
import type { MeetingFormat, ModulePair } from '../pair/agreement.ts';
import type { Refusal } from '../notices.ts';
import type { EndReason } from '../pair/events.ts';
import type { PairingReason } from '../pairing/pairing.ts';
import type { Instant } from '../time.ts';
import type { InZone } from './shared.ts';

/** Which pair a button means; whether the sender is in it is for the receiver to check. */
export interface PairOrigin {
  readonly community: ConversationId;
  readonly pair: PairId;
}

interface OfPair extends InZone {
  readonly ofPair: PairOrigin;
  /** Filled in when the message leaves. */
  readonly communityName: string | null;
  /** The other one, or the other two. */
  readonly others: readonly string[];
  /** What is wrong with what was just pressed or typed; absent or empty for nothing. */
  readonly errors?: readonly Refusal[];
}

interface OfMeeting extends OfPair {
  /** Number of the meeting. */
  readonly meeting: number;
  readonly startsAt: Instant;
}

/** An action that somebody of the pair has open, made in the pair or in a session of the community. */
export interface OpenOfPair {
  readonly owner: string;
  readonly text: string;
  readonly dueOn: string;
}

/** Two days, or fifteen minutes, before a meeting (domain.md 2). */
export interface BuddyReminderMessage extends OfMeeting {
  readonly card: 'buddy-reminder';
  readonly is: 'prepare' | 'soon';
  readonly format: MeetingFormat;
  readonly joinLink: string;
  /** What they work on; null where they have listed none, or all are done. */
  readonly module: ModulePair | null;
  /** What this person has said so far; null for nothing. */
  readonly isPrepared: boolean | null;
  /** The others who have said that they are prepared. */
  readonly preparedOthers: readonly string[];
  /** Of everybody in the pair; filled in when the message leaves. */
  readonly actions: readonly OpenOfPair[];
}

/** The day after: did you meet, what came of it, what next. */
export interface BuddyFollowUpMessage extends OfMeeting {
  readonly card: 'buddy-follow-up';
  /** Asked a second time, and not again. */
  readonly isAgain: boolean;
  readonly module: ModulePair | null;
  readonly actions: readonly OpenOfPair[];
  /** Prefilled date of the next action: that of the next meeting. */
  readonly dueOn: string;
  /** What was typed, where something is wrong with it. */
  readonly typed: { readonly feedback: string; readonly action: string; readonly due: string } | null;
  /** It was answered just now: what is kept, and when they meet next; absent while it is asked. `isOpen`: it may still be moved or made up for alone. */
  readonly saved?: { readonly didMeet: boolean; readonly dueOn: string | null; readonly nextAt: Instant | null; readonly isOpen: boolean };
}

/** Another time as somebody typed it. `sureOf`: the day off, `YYYY-MM-DD`, that they were asked about; '' for none. */
export interface TypedTime {
  readonly date: string;
  readonly time: string;
  readonly sureOf?: string;
}

/** Why somebody is to choose what becomes of a meeting. */
export type OfferReason =
  /** They cannot come themselves. */
  | { readonly is: 'own' }
  | { readonly is: 'other-cannot'; readonly by: string }
  /** Its time passed with nothing settled. */
  | { readonly is: 'lapsed' }
  /** A time they proposed does not suit. */
  | { readonly is: 'declined'; readonly by: string; readonly to: WallTime }
  /** It falls on a day off of the community, or into somebody's pause. */
  | { readonly is: 'clash'; readonly dayOff: DayOff | 'paused'; /** Who pauses. */ readonly who: string | null };

/** The choices, moving before cancelling: alternative slot, another time, solo practice. */
export interface BuddyOfferMessage extends OfMeeting {
  readonly card: 'buddy-offer';
  readonly why: OfferReason;
  /** When the alternative slot would be; null where there is none in time. */
  readonly alternativeAt: Instant | null;
  /** It may stand as it is: a clash, or somebody who can come after all. */
  readonly mayKeep: boolean;
  /** Of three, the other two may meet. */
  readonly mayGoWithout: boolean;
  readonly typed: TypedTime | null;
}

/** Another time that somebody proposes. */
export interface BuddyProposalMessage extends OfMeeting {
  readonly card: 'buddy-proposal';
  readonly by: string;
  readonly to: WallTime;
  readonly toAt: Instant;
  /** Absent or null where they have typed no other time. */
  readonly typed?: TypedTime | null;
}

/** What has become of something, told to all or, with `by` null, answered to whoever did it. */
export type BuddyNews =
  /** `nextAt`: when they meet next, to somebody who joins a pair that has agreed already. */
  | { readonly is: 'formed'; readonly reasons: readonly PairingReason[]; readonly nextAt?: Instant | null }
  | { readonly is: 'joined' | 'member-gone'; readonly name: string; readonly why: EndReason | null; readonly by: string | null }
  | { readonly is: 'ended'; readonly why: EndReason; readonly by: string | null }
  | { readonly is: 'agreed'; readonly by: string; readonly isFirst: boolean; readonly meetings: readonly Instant[] }
  | { readonly is: 'moved'; readonly by: string | null; readonly fromAt: Instant; readonly toAt: Instant }
  | { readonly is: 'alone' | 'kept' | 'stands-again' | 'without'; readonly by: string | null; readonly at: Instant }
  | { readonly is: 'lapsed'; readonly at: Instant; readonly nextAt: Instant | null }
  /** Answered to whoever proposes a time or agrees to one that others have to answer too. `by`: whose it is. */
  | { readonly is: 'proposed'; readonly by: string | null; readonly at: Instant; readonly toAt: Instant }
  /** Answered to whoever stops the reminders, or wants them again. */
  | { readonly is: 'silent' | 'unsilent' };

export interface BuddyNewsMessage extends OfPair {
  readonly card: 'buddy-news';
  readonly news: BuddyNews;
  /** The meeting that may be spoken of with the card's buttons; null where there is none. */
  readonly meeting: number | null;
}
