// A buddy pair, or trio, of a community: who is in it, what they agreed, and what has happened to their meetings.

import type { WallTime } from '../calendar/local-time.ts';
import type { DaysOff } from '../calendar/open-days.ts';
import type { WakingHours } from '../community/planning.ts';
import type { ConversationId, PairId, PersonId, TenantId, ThreadId } from '../keys.ts';
import type { OwnTimes } from '../person/profile.ts';
import type { Outcome } from '../problem/came-of.ts';
import type { Person } from '../session/session.ts';
import type { Instant } from '../time.ts';
import type { Agreement } from './agreement.ts';

export interface PairMember extends Person {
  /** As they set it with `me`. */
  readonly own: OwnTimes;
  /** They want no reminders of this pair's meetings. */
  readonly isSilent: boolean;
}

/** When the community is written to and when it does not meet. */
export interface CommunityDays extends DaysOff {
  readonly waking: WakingHours;
  /** Where a pair has agreed on none yet. */
  readonly zone: string;
}

/** What somebody promised in a pair's meeting: open until its owner says done. */
export interface PairAction {
  /** Unique within the pair. */
  readonly id: string;
  readonly owner: PersonId;
  readonly text: string;
  /** `YYYY-MM-DD` in the slot's zone. */
  readonly dueOn: string;
  readonly outcome: Outcome | null;
  readonly line: string;
}

/** Another time for a meeting, and who has agreed to it besides whoever proposed it. */
export interface Proposed {
  readonly to: WallTime;
  readonly by: PersonId;
  readonly agreed: readonly PersonId[];
}

/** How a meeting stands. */
export type MeetingState =
  /** It takes place at its time. */
  | { readonly is: 'standing' }
  /** `by` cannot come and nothing is settled yet; `cannot`: everyone who cannot, `by` among them; `proposed`: a time that waits for the others' answers. */
  | { readonly is: 'unsettled'; readonly by: PersonId; readonly cannot: readonly PersonId[]; readonly proposed: Proposed | null }
  /** Each does the application module alone, so that the next insight module is not held up (guidance, domain.md 2). */
  | { readonly is: 'alone'; readonly by: PersonId }
  /** Its time passed with nothing settled. */
  | { readonly is: 'lapsed' };

/** What is kept of a meeting that something has happened to; all others follow from the slot. */
export interface MeetingRecord {
  /** Where it was moved to; null for the time of the slot. */
  readonly movedTo: WallTime | null;
  /** Since when it has its present time: nothing that was due before is sent. */
  readonly since: Instant;
  readonly state: MeetingState;
  /** Who will not be there though the others meet. */
  readonly without: readonly PersonId[];
  /** Who has said that they prepared, or not yet. */
  readonly prepared: Readonly<Record<PersonId, boolean>>;
  /** Who has said whether they met. */
  readonly met: Readonly<Record<PersonId, boolean>>;
  /** Names of what was sent, or is of no use any more (reminders.ts). */
  readonly done: readonly string[];
  /** When the follow-up went out to each; the second asking counts from it. */
  readonly askedAt: Readonly<Record<PersonId, Instant>>;
  /** They keep it though it falls on a day off. */
  readonly isKept: boolean;
  /** Reminders that wait for waking hours after their time was missed, by name: until when. */
  readonly later: Readonly<Record<string, Instant>>;
  /** When its clash with a day off or a pause came into view; null where there is none (clashes.ts). */
  readonly clashAt: Instant | null;
  /** Index of the module that is counted as done with it; null for none. */
  readonly module: number | null;
  /** Its time by an agreement that holds no more; null where it follows from the present one. */
  readonly formerly: { readonly wall: WallTime; readonly zone: string } | null;
}

/** Meetings of the pair so far, as activity: no content (product.md 7). */
export interface Tally {
  readonly met: number;
  readonly notMet: number;
  readonly alone: number;
  readonly unanswered: number;
  readonly lastMetAt: Instant | null;
}

export interface Pair {
  readonly tenant: TenantId;
  readonly conversation: ConversationId;
  /** Where the community is told what cannot be said in private. */
  readonly thread: ThreadId;
  readonly id: PairId;
  readonly formedAt: Instant;
  /** Null while they are a pair. */
  readonly endedAt: Instant | null;
  /** Two, or three. Of an ended pair those it had last. */
  readonly members: readonly PairMember[];
  readonly days: CommunityDays;
  /** Null until they have agreed on a slot. */
  readonly agreement: Agreement | null;
  /** Counts the agreements: a form that was opened before the last one is out of date. */
  readonly rev: number;
  /** When the present slot was agreed; another format or link leaves it. */
  readonly agreedAt: Instant | null;
  /** Number of the meeting on the slot's first date: meetings are numbered on across agreements. */
  readonly firstNumber: number;
  /** Raised with every change that a calendar shows (RFC 5545, SEQUENCE). */
  readonly sequence: number;
  /** When it was. */
  readonly changedAt: Instant;
  /** By number; those long over are dropped, their result is in the tally. */
  readonly meetings: Readonly<Record<number, MeetingRecord>>;
  /** How many of the agreement's modules are done, together or alone. */
  readonly modulesDone: number;
  /** The oldest first; done ones go when there are many. */
  readonly actions: readonly PairAction[];
  readonly tally: Tally;
  /** All that was due by then is done: meetings that began by then and have no record are in the tally. */
  readonly upToAt: Instant;
  /** When there is something to do again, worked out with every change; null for nothing. */
  readonly nextAt: Instant | null;
}
