// What can happen to the pairing of a community. Whether `by` may do it (the coordinator, or somebody for themselves) is
// decided where the event is made, from the sender's identity.

import type { ConversationId, PairId, PersonId, TenantId, ThreadId } from '../keys.ts';
import type { CommunityDays } from '../pair/pair.ts';
import type { OwnTimes } from '../person/profile.ts';
import type { Person } from '../session/session.ts';

/** Names the community, for events that may be the first. */
interface Founding {
  readonly tenant: TenantId;
  readonly conversation: ConversationId;
  readonly thread: ThreadId;
  readonly days: CommunityDays;
}

/** Somebody who may be paired, with what is known of them when the event is made. */
export interface Candidate extends Person {
  readonly school: string;
  readonly own: OwnTimes;
}

export type PairingEvent =
  /** Somebody looks for a buddy, or is entered by the coordinator. */
  | Founding & { readonly type: 'asked-in'; readonly person: Candidate }
  /** Somebody wants no buddy, for themselves: a pair they are in is over. Who was not known is left out from now on. */
  | Founding & { readonly type: 'asked-out'; readonly by: Person }
  /** `people`: all who may be paired, as the community knows them. */
  | Founding & { readonly type: 'proposed'; readonly by: Person; readonly people: readonly Candidate[]; readonly whom: 'waiting' | 'everyone'; readonly seed: number }
  | { readonly type: 'swapped'; readonly by: Person; readonly rev: number; readonly one: PersonId; readonly other: PersonId }
  | { readonly type: 'left-out'; readonly by: Person; readonly rev: number; readonly person: PersonId }
  /** Into the group of `beside`: somebody left out, or of another group. */
  | { readonly type: 'put-beside'; readonly by: Person; readonly rev: number; readonly person: PersonId; readonly beside: PersonId }
  | { readonly type: 'announced'; readonly by: Person; readonly rev: number }
  | { readonly type: 'discarded'; readonly by: Person; readonly rev: number }
  /** Two or three at once, announced at once; whoever has a buddy already changes over. */
  | Founding & { readonly type: 'paired-by-hand'; readonly by: Person; readonly people: readonly Candidate[] }
  /** By one of three: they go, and the others go on. `isWhole`: by the coordinator, for all of them. */
  | { readonly type: 'broken-up'; readonly by: Person; readonly pair: PairId; readonly isWhole?: boolean }
  /** Left the community's chat, and in it again. */
  | { readonly type: 'member-left' | 'member-came-back'; readonly person: PersonId }
  | { readonly type: 'days-known'; readonly days: CommunityDays }
  /** What somebody has set with `me`. */
  | { readonly type: 'person-known'; readonly person: PersonId; readonly school: string; readonly own: OwnTimes }
  | { readonly type: 'time-passed' };
