// What can happen to a session. Names of the field, plain facts; `by` is always the sender's identity.

import type { Instant } from '../time.ts';
import type { WallTime } from '../calendar/local-time.ts';
import type { DayOff } from '../calendar/open-days.ts';
import type { PersonId, SessionId } from '../keys.ts';
import type { Birthday } from '../community/chair.ts';
import type { Besides, Brought } from '../problem/brought.ts';
import type { Outcome } from '../problem/came-of.ts';
import type { WriteUp } from '../problem/write-up.ts';
import type { OwnerChoice } from './ask.ts';
import type { Common, Lobby, Participant, Person } from './session.ts';

/** `rev`: the revision of the card that was pressed; null for a typed command, which means the present. */
interface Driven {
  readonly by: Person;
  readonly rev: number | null;
}

export type Joining = 'owner' | 'helper' | 'out';
/** Where a text was written: the opening, the close, or the 0-based turn; null for a typed one, which means now. */
export type WrittenAt = 'opening' | 'close' | number | null;

export type SessionEvent =
  | { readonly type: 'opened'; readonly session: Omit<Common, 'people' | 'openedAt' | 'rev'> }
  | Driven & { readonly type: 'joined'; readonly part: Joining; readonly birthday: Birthday | null; readonly hasWriteUp: boolean; /** The ready one, for the hour. */ readonly writeUp?: WriteUp | null; readonly besides?: Besides }
  | Driven & { readonly type: 'volunteered'; readonly birthday: Birthday | null; readonly hasWriteUp: boolean }
  | Driven & { readonly type: 'started'; readonly writeUps: readonly Brought[] }
  | Driven & { readonly type: 'cancelled' }
  /** One session however many problems, or groups after all. */
  | Driven & { readonly type: 'together-asked'; readonly isTogether: boolean }
  | Driven & { readonly type: 'ordered'; readonly names: readonly string[] }
  | Driven & { readonly type: 'marked-absent'; readonly name: string; /** The sender, who need not be named. */ readonly person?: Person | null }
  | Driven & { readonly type: 'marked-here'; readonly name: string; readonly part: 'owner' | 'helper'; /** Who is meant, where the conversation's members tell. */ readonly person: Person | null; readonly writeUp?: WriteUp | null; readonly besides?: Besides }
  | Driven & { readonly type: 'next-asked' }
  | Driven & { readonly type: 'pause-asked' }
  | Driven & { readonly type: 'resume-asked'; readonly finish: 'planned' | 'later' }
  | Driven & { readonly type: 'minute-asked' }
  | Driven & { readonly type: 'end-asked' }
  | Driven & { readonly type: 'end-confirmed' }
  | Driven & { readonly type: 'end-dismissed' }
  | Driven & { readonly type: 'chair-asked' }
  | Driven & { readonly type: 'chair-given'; readonly name: string }
  | Driven & { readonly type: 'full-length-asked' }
  | Driven & { readonly type: 'whole-hour-asked' }
  | Driven & { readonly type: 'noted'; readonly noteId: string; readonly at: WrittenAt; readonly text: string }
  | Driven & { readonly type: 'action-given'; readonly noteId: string; readonly at: WrittenAt; readonly text: string; /** As typed; '' for none. */ readonly dueOn: string; /** A typed command's text before its last `by`, and what follows that, in English words. */ readonly ending?: { readonly text: string; readonly due: string } }
  | Driven & { readonly type: 'next-chair-given'; readonly person: PersonId }
  /** As its inputs send them, '' for none. `dayOff`: why nobody meets on that day. */
  | Driven & { readonly type: 'next-meeting-given'; /** As typed. */ readonly date: string; readonly time: string; readonly dayOff?: DayOff | null }
  /** `Join` on a phase card: asks for the two ways to do so. */
  | Driven & { readonly type: 'join-asked' }
  /** `rev` is the number of the card that asked. */
  | Driven & { readonly type: 'owner-decided'; readonly choice: OwnerChoice }
  | Driven & { readonly type: 'last-turn-given'; readonly writeUps: readonly Brought[] }
  /** A lobby was split: this group of it, as a lobby of its own, began at `startedAt`. */
  | { readonly type: 'group-started'; readonly lobby: Lobby; readonly starter: Person; readonly writeUps: readonly Brought[]; readonly startedAt: Instant }
  /** A group tells the lobby it came from: who joined it later, and that it is over. */
  | { readonly type: 'group-joined'; readonly session: SessionId; readonly people: readonly Participant[]; readonly at: Instant }
  /** The lobby tells a group that somebody came into another one at `since`. */
  | { readonly type: 'group-left'; readonly person: PersonId; readonly since: Instant }
  | { readonly type: 'group-over'; readonly session: SessionId }
  /** Someone wrote or pressed something else: a chair who does is not silent. */
  | { readonly type: 'heard-from'; readonly person: PersonId }
  /** The call of the meeting is over. */
  | { readonly type: 'call-ended' }
  | { readonly type: 'birthday-known'; readonly person: PersonId; readonly birthday: Birthday | null }
  | { readonly type: 'write-up-known'; readonly owner: PersonId; readonly writeUp: WriteUp | null; readonly besides?: Besides }
  | { readonly type: 'meeting-known'; readonly nextMeetingAt: Instant | null; /** The one after it by the rhythm. */ readonly proposedNext?: WallTime | null }
  /** An owner has said what came of an action, on whichever card. */
  | { readonly type: 'outcome-known'; readonly action: string; readonly outcome: Outcome; readonly line: string }
  | { readonly type: 'time-passed' };

export type SessionEventType = SessionEvent['type'];
/** The events that somebody causes. */
export type DrivenEvent = Extract<SessionEvent, Driven>;
