// The page of a buddy pair, its form, and what stands where there is no pair, as data. All but the shared card is for one
// member alone.

import type { DayOff } from '../calendar/open-days.ts';
import type { PairId, PersonId } from '../keys.ts';
import type { Agreement, MeetingFormat, ModulePair } from '../pair/agreement.ts';
import type { AgreementFault, TypedAgreement } from '../pair/agreement-form.ts';
import type { Instant } from '../time.ts';
import type { ActionShown } from './action-messages.ts';
import type { PairOrigin } from './pair-messages.ts';
import type { InZone } from './shared.ts';

/** The meetings of a pair as a calendar file; the links are made when the message is sent. */
export interface PairCalendarOf {
  readonly partition: string;
  readonly pair: PairId;
  /** Whose link it is. */
  readonly reader: PersonId;
  /** Signed links; null until the message is sent, and when links are not set up. */
  readonly fileUrl: string | null;
  readonly subscribeUrl: string | null;
}

/** When, how and where they meet. */
export interface SlotShown {
  /** 0 is Sunday. */
  readonly weekday: number;
  /** `HH:MM`. */
  readonly time: string;
  readonly alternative: Agreement['alternative'];
  readonly format: MeetingFormat;
}

/** One of the meetings to come, and how it stands. */
export interface PairMeetingShown {
  readonly startsAt: Instant;
  readonly isMoved: boolean;
  readonly state:
    | { readonly is: 'standing' | 'alone' | 'lapsed' }
    /** `by`: the reader where null; `proposedAt`: a time that waits for answers. */
    | { readonly is: 'unsettled'; readonly by: string | null; readonly proposedAt: Instant | null };
  /** Why it may not be a good day; null for nothing, and where they keep it. */
  readonly clash: DayOff | 'paused' | null;
  /** The members who will not come though the others meet. */
  readonly without: readonly string[];
}

/** What somebody said of the last meeting. */
export interface SaidOfMeeting {
  readonly by: string;
  readonly didMeet: boolean;
  readonly text: string;
  readonly action: string;
}

/** What the page has just done. */
export type BuddyDone = 'agreed' | 'action-saved';

/** One's own pair, for its members alone. */
export interface BuddyMessage extends InZone {
  readonly card: 'buddy';
  readonly ofPair: PairOrigin;
  readonly communityName: string | null;
  /** The other one, or the other two. */
  readonly others: readonly string[];
  readonly done: BuddyDone | null;
  readonly slot: SlotShown;
  readonly joinLink: string;
  readonly modules: { readonly count: number; readonly doneCount: number; /** What comes next; null when all are done. */ readonly next: ModulePair | null };
  readonly meetings: readonly PairMeetingShown[];
  /** The next meeting, where there is something to decide about it; null for none. `isOpen`: it has to be settled what becomes of it. */
  readonly next: { readonly meeting: number; readonly at: Instant; readonly isOpen: boolean } | null;
  /** Of the reader, to be answered here, and of the others. */
  readonly asks: readonly ActionShown[];
  readonly theirs: readonly ActionShown[];
  /** A line on an action that was typed and not saved, with what is wrong with it; null for nothing. */
  readonly typed: { readonly ref: string; readonly line: string; readonly error: 'which' | 'too-long' } | null;
  /** Of the last meeting that somebody said something of. */
  readonly said: { readonly startsAt: Instant; readonly entries: readonly SaidOfMeeting[] } | null;
  readonly isSilent: boolean;
  /** The reader asked for what is done rarely: the buttons are those. */
  readonly isMore: boolean;
  readonly pairCalendar: PairCalendarOf;
}

/** In the community's chat: nothing but when they meet, and the way to one's own page. */
export interface BuddySharedMessage extends InZone {
  readonly card: 'buddy-shared';
  readonly members: readonly string[];
  /** Null while nothing is agreed. */
  readonly slot: SlotShown | null;
  readonly meetings: readonly { readonly startsAt: Instant; readonly isMoved: boolean }[];
}

/** Why somebody has no pair, and what they can do. */
export interface BuddyNoneMessage extends InZone {
  readonly card: 'buddy-none';
  readonly ofCommunity: PairOrigin['community'];
  readonly communityName: string | null;
  readonly why:
    | { readonly is: 'no-pairs' | 'not-in' | 'out' }
    | { readonly is: 'waiting'; readonly since: Instant }
    /** `YYYY-MM-DD`, the first day after the pause. */
    | { readonly is: 'paused'; readonly until: string };
  /** What they have just done; null for nothing. */
  readonly done: 'joined' | 'out' | 'left' | null;
  /** Who makes the pairs; null for nobody yet. */
  readonly coordinator: string | null;
}

/** What the pair agrees, as a form. */
export interface BuddyFormMessage {
  readonly card: 'buddy-form';
  readonly ofPair: PairOrigin;
  readonly communityName: string | null;
  readonly others: readonly string[];
  /** Of the pair when it was drawn: what is saved over it replaces what the form showed. */
  readonly rev: number;
  readonly isFirst: boolean;
  /** The first meeting it was filled with, `YYYY-MM-DD`. */
  readonly shownFirst: string;
  readonly typed: TypedAgreement;
  readonly faults: readonly AgreementFault[];
  /** Why nobody meets on the day of the first meeting: saved only when the person saves again. */
  readonly asksAbout: DayOff | null;
  /** What somebody else has saved since the form was opened; null for nothing. */
  readonly standing: Agreement | null;
}

/** Asks once more before somebody leaves their pair. */
export interface BuddyLeaveMessage {
  readonly card: 'buddy-leave';
  readonly ofPair: PairOrigin;
  readonly others: readonly string[];
}
