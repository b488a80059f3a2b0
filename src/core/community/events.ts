// What can happen to a community.

import type { Instant } from '../time.ts';
import type { WallTime } from '../calendar/local-time.ts';
import type { ConversationId, PersonId, SessionId, TenantId, ThreadId } from '../keys.ts';
import type { Besides } from '../problem/brought.ts';
import type { Outcome } from '../problem/came-of.ts';
import type { WriteUp } from '../problem/write-up.ts';
import type { Group } from '../session/group.ts';
import type { Person } from '../session/session.ts';
import type { Birthday } from './chair.ts';
import type { Continued } from './continuing.ts';
import type { UndeliveredWhy } from './undelivered.ts';
import type { ClosedDates, HolidayRegion, Rhythm, WakingHours } from './planning.ts';

/** What the end of a session tells its community. */
export interface Ending {
  readonly session: SessionId;
  /** Which group of a meeting it was; absent for a whole one. */
  readonly group?: Group;
  readonly startedAt: Instant;
  readonly chair: PersonId;
  readonly nextChair: PersonId | null;
  readonly attended: readonly (Person & { readonly birthday: Birthday | null; /** When their turn began, if they had one. */ readonly turnAt: Instant | null })[];
  /** Owners whose write-up was discussed. */
  readonly discussed: readonly PersonId[];
  /** The turn of each of them, from 0; absent in what was told before that was kept. */
  readonly discussedIn?: Readonly<Record<PersonId, number>>;
  /** The meeting after it, set or proposed by the rhythm; null or absent where this session had none to name. */
  readonly nextMeeting?: WallTime | null;
  readonly actions: readonly KnownAction[];
}

/** A committed action as the next opening lists it. */
export interface KnownAction {
  /** Where it was committed: one for each turn of a session, since a chair may have several. */
  readonly session: SessionId;
  /** Absent in what was stored before there could be several: then it is the owner's only one. */
  readonly turn?: number;
  readonly owner: PersonId;
  readonly name: string;
  readonly text: string;
  readonly dueOn: string;
  /** What its owner said of it last; absent or null while nobody has asked or answered. */
  readonly outcome?: Outcome | null;
  /** The line said with it. */
  readonly line?: string;
  /** Its owner was reminded that it was due, or it was too late for that. */
  readonly nudgedAt?: Instant | null;
  /** The chat its session was held in, where that is an earlier one of this community. */
  readonly heldIn?: ConversationId;
}

/** What `set up` asks, already checked. */
export interface Settings {
  readonly npq: string;
  readonly zone: string;
  readonly protocol: string;
  readonly lengthMinutes: number;
  readonly hasWarnings: boolean;
  readonly movesOn: 'clock' | 'chair';
  /** Code of the language it is spoken to in, such as `en`. */
  readonly language: string;
  /** How meetings follow one another; null where each is planned by hand. */
  readonly rhythm: Rhythm | null;
  readonly holidays: HolidayRegion | '';
  readonly closed: readonly ClosedDates[];
  readonly waking: WakingHours;
  /** Nudges to those without a write-up. */
  readonly hasReminders: boolean;
  /** The shared write-ups go to everybody an hour before. */
  readonly hasReadAhead: boolean;
  /** Peers may write clarifying questions on a shared write-up. */
  readonly hasQuestionsAhead: boolean;
}

/** Names the community for events that may be the first one it hears. */
interface Founding {
  readonly tenant: TenantId;
  readonly conversation: ConversationId;
}

export type CommunityEvent =
  | Founding & { readonly type: 'session-asked'; readonly by: Person; readonly session: SessionId; readonly thread: ThreadId; /** As typed; null for the community's own. */ readonly protocol: string | null; readonly lengthMinutes?: number | null; /** A channel's, opened by the bot itself: its first message becomes the root of a thread. */ readonly opensThread?: boolean; /** Of the chat it is asked for in; absent or null for the community's. */ readonly language?: string | null }
  /** A session with pretend colleagues; `rate`: how many times as fast as the service's clock. */
  | Founding & {
    readonly type: 'rehearsal-asked'; readonly by: Person; readonly session: SessionId; readonly thread: ThreadId; readonly protocol: string;
    readonly lengthMinutes: number; readonly zone: string; readonly rate: number; readonly language: string; readonly isPrivate: boolean;
  }
  /** `people`: who came into a lobby that never began. */
  | { readonly type: 'session-gone'; readonly session: SessionId; readonly people?: readonly Person[] }
  | { readonly type: 'session-ended'; readonly ending: Ending }
  | { readonly type: 'action-known'; readonly action: KnownAction }
  /**
   * What its owner says of an action. `action`: its name (actions.ts); null for the sender's only one, among those due by
   * `dueBy` where that is given. `id`: the same is one entry in the history.
   */
  | { readonly type: 'outcome-given'; readonly by: Person; readonly action: string | null; readonly dueBy: string | null; readonly outcome: Outcome; readonly text: string; readonly id: string }
  /** Said in the chat in which this community goes on. */
  | { readonly type: 'outcome-heard'; readonly action: string; readonly outcome: Outcome; readonly line: string }
  /** The time of a session's record is over: nothing of it is kept. */
  | { readonly type: 'record-gone'; readonly session: SessionId }
  /** The close of a session set the next meeting. */
  | { readonly type: 'meeting-set'; readonly meeting: WallTime }
  /** `continues`: the community that goes on here; `place`: the name of this chat, where it is known. */
  | Founding & { readonly type: 'set-up'; readonly by: Person; readonly settings: Settings; readonly nextMeetingAt: Instant | null; /** Where it was saved. */ readonly thread?: ThreadId; readonly continues?: Continued | null; readonly place?: string | null }
  /** It goes on in another chat, where `by` set it up. */
  | { readonly type: 'went-on-elsewhere'; readonly by: string; readonly place: string | null }
  /** The call of a meeting in its chat has begun: `session` names the lobby that this may open. */
  | { readonly type: 'call-began'; readonly session: SessionId; readonly thread: ThreadId }
  /** `person`: who is meant, where the conversation's members tell. */
  | { readonly type: 'coordinator-given'; readonly by: Person; readonly name: string; readonly person?: Person | null }
  /** Somebody wrote or pressed in its chat. */
  | { readonly type: 'seen-here'; readonly person: Person }
  | { readonly type: 'birthday-known'; readonly person: PersonId; readonly birthday: Birthday | null }
  | { readonly type: 'write-up-known'; readonly owner: PersonId; readonly name: string; readonly writeUp: WriteUp | null; readonly besides?: Besides }
  /** `what`, `why`: keys of what it was and why it could not be delivered; absent in what was told before that was kept. */
  | { readonly type: 'unreachable'; readonly person: Person; readonly thread: ThreadId; readonly what?: string; readonly why?: UndeliveredWhy }
  /** Taken out of its chat, and in it again. */
  | { readonly type: 'member-left' | 'member-came-back'; readonly person: PersonId }
  /** Somebody here is without a buddy from now on, for the coordinator to know. `by`: who saw to it; null for nobody. */
  | { readonly type: 'buddies-wait'; readonly names: readonly string[]; readonly because: 'asked-in' | 'left-alone' | 'back'; readonly by: PersonId | null }
  | { readonly type: 'time-passed' };
