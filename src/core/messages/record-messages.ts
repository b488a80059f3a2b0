// What looks back or around: summary, history, status, as data.

import type { Instant, Millis } from '../time.ts';
import type { ConversationId } from '../keys.ts';
import type { NpqArea } from '../problem/write-up.ts';
import type { PhaseId } from '../protocols/protocol.ts';
import type { PhaseMessage } from './session-messages.ts';
import type { CalendarOf, InZone, RecordOf } from './shared.ts';

/** One turn as the summary and the record show it. Notes are the first two, at most 200 characters each. */
export interface TurnSummary {
  readonly owner: string;
  readonly problem: string | null;
  readonly notes: readonly { readonly phase: PhaseId; readonly by: string; readonly text: string }[];
  readonly noteCount: number;
  readonly action: { readonly text: string; readonly dueOn: string } | null;
  /** Begun, be it not to its end. */
  readonly wasHeld: boolean;
  /** Not held, or not to its end: the problem stays ready for a later session. */
  readonly isCarriedOver: boolean;
}

export interface SummaryMessage extends InZone {
  readonly card: 'summary';
  /** For one owner alone, in the 1:1 chat. */
  readonly isPrivate: boolean;
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
  /** By the rhythm: nobody set it. */
  readonly isNextProposed: boolean;
  /** Null where no meeting is to come. */
  readonly calendar: CalendarOf | null;
  readonly record: RecordOf;
  /** Signed link to the whole record as Markdown; null until the message is sent, and when links are not set up. */
  readonly recordUrl: string | null;
}

/** One page of sessions held, newest first. */
export interface HistoryMessage extends InZone {
  readonly card: 'history';
  /** As it was typed, for the page after this one. */
  readonly words: string;
  /** What of it was looked for as words. */
  readonly sought: string;
  /** Only sessions in which this person took part, and only those with a problem of this area. */
  readonly by: string | null;
  readonly area: NpqArea | null;
  /** A name in it is nobody's, and was looked for as words. */
  readonly isNameUnknown: boolean;
  /** The community whose history it is, and where in it this page begins. */
  readonly community: ConversationId;
  readonly from: string;
  readonly sessions: readonly {
    readonly startedAt: Instant;
    /** Which group of a meeting it was; null for a whole one. */
    readonly group: { readonly number: number; readonly count: number } | null;
    readonly chair: string;
    readonly attendanceCount: number;
    readonly turns: readonly { readonly owner: string; readonly problem: string | null; readonly action: string | null }[];
    readonly record: RecordOf;
    readonly recordUrl: string | null;
  }[];
  /** The chat these were held in, where it is an earlier one of this community. */
  readonly heldIn: { readonly name: string | null } | null;
  /** No more from this chat: what `Older` shows was held in an earlier one. */
  readonly isLastHere: boolean;
  /** What `Older` continues from; null on the last page. */
  readonly olderThan: string | null;
}

export interface StatusMessage extends InZone {
  readonly card: 'status';
  readonly now: Instant;
  readonly is:
    | { readonly state: 'none'; readonly nextMeetingAt: Instant | null; readonly nextChair: string | null; /** Null or absent where no meeting is to come. */ readonly calendar?: CalendarOf | null }
    | { readonly state: 'lobby'; readonly inCount: number; readonly ownerCount: number; readonly chair: string | null }
    | { readonly state: 'running' | 'paused'; readonly phase: PhaseMessage; /** Below 0 for a phase that runs over. */ readonly leftMs: Millis }
    /** Of somebody in none of several groups: all of them, in order. */
    | { readonly state: 'groups'; readonly groups: readonly (StatusMessage['is'] | null)[] };
}
