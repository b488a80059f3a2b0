// What can happen to a pair. `by` is always the sender as Teams vouches for them; `meeting` is a meeting's number.

import type { WallTime } from '../calendar/local-time.ts';
import type { ConversationId, PairId, PersonId, TenantId, ThreadId } from '../keys.ts';
import type { OwnTimes } from '../person/profile.ts';
import type { Outcome } from '../problem/came-of.ts';
import type { PairingReason } from '../pairing/pairing.ts';
import type { Person } from '../session/session.ts';
import type { Instant } from '../time.ts';
import type { Agreement } from './agreement.ts';
import type { CommunityDays, PairMember } from './pair.ts';

/** Why a pair is none any more, for the texts. */
export type EndReason = 'broken-up' | 'member-left' | 'new-round';

/** About one meeting, by one of its members. `at`: when it was to begin on the card that was pressed. */
interface OfMeeting {
  readonly by: Person;
  readonly meeting: number;
  readonly at: Instant;
}

export type PairEvent =
  | {
    readonly type: 'formed'; readonly tenant: TenantId; readonly conversation: ConversationId; readonly thread: ThreadId; readonly id: PairId;
    readonly members: readonly PairMember[]; readonly days: CommunityDays;
    /** Why these two or three; absent for nothing to say. */
    readonly reasons?: readonly PairingReason[];
  }
  /** A pair becomes a trio. */
  | { readonly type: 'member-joined'; readonly member: PairMember; readonly reasons?: readonly PairingReason[] }
  /** A trio goes on as a pair; with fewer than two it is over (`ended`). `by`: who saw to it; null for the bot. */
  | { readonly type: 'member-gone'; readonly person: PersonId; readonly why: EndReason; readonly by: Person | null }
  | { readonly type: 'ended'; readonly why: EndReason; readonly by: Person | null }
  /** The community's settings have changed. */
  | { readonly type: 'days-known'; readonly days: CommunityDays }
  | { readonly type: 'own-times-known'; readonly person: PersonId; readonly own: OwnTimes }
  /** `rev`: of the pair when the form was opened. */
  | { readonly type: 'agreement-saved'; readonly by: Person; readonly rev: number; readonly agreement: Agreement }
  | OfMeeting & { readonly type: 'prepared-said'; readonly isPrepared: boolean }
  | OfMeeting & { readonly type: 'cannot-said' }
  /** The undoing of it, while nothing else is settled. */
  | OfMeeting & { readonly type: 'can-said' }
  | OfMeeting & { readonly type: 'alternative-chosen' }
  | OfMeeting & { readonly type: 'time-proposed'; readonly to: WallTime }
  | OfMeeting & { readonly type: 'proposal-answered'; readonly suits: boolean; /** The time that was on the card. */ readonly to: WallTime }
  | OfMeeting & { readonly type: 'alone-chosen' }
  /** Of three, the other two meet. */
  | OfMeeting & { readonly type: 'go-without-said' }
  /** It stands though it falls on a day off. */
  | OfMeeting & { readonly type: 'kept' }
  /** `text`: feedback, may be empty; `action`: what they will do, with its date, or null. `id`: the same is one entry in the history. */
  | OfMeeting & { readonly type: 'met-said'; readonly didMeet: boolean; readonly text: string; readonly action: { readonly text: string; readonly dueOn: string } | null; readonly id: string }
  | { readonly type: 'action-answered'; readonly by: Person; readonly action: string; readonly outcome: Outcome; readonly text: string }
  /** Reminders of this pair's meetings stopped, or wanted again. */
  | { readonly type: 'silence-set'; readonly by: Person; readonly isSilent: boolean }
  | { readonly type: 'time-passed' };
