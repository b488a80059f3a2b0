// Who is whose buddy in a community: everybody who takes part, the pairs there are, those of the past, and a proposal that
// the coordinator looks through before it is announced (domain.md 2). The pairs themselves are documents of their own.

import { localDate } from '../calendar/local-time.ts';
import type { ConversationId, PairId, PersonId, TenantId, ThreadId } from '../keys.ts';
import type { CommunityDays } from '../pair/pair.ts';
import type { OwnTimes } from '../person/profile.ts';
import type { Person } from '../session/session.ts';
import type { Instant } from '../time.ts';

/** Somebody who takes part, or did. */
export interface Buddy extends Person {
  /** '' where they have not said. */
  readonly school: string;
  readonly own: OwnTimes;
  /** `out`: they asked to be left out; `left`: they left the community's chat. */
  readonly is: 'in' | 'out' | 'left';
  /** Since when that is so. */
  readonly since: Instant;
  /** Since when they are without a buddy; null while they have one, or want none. */
  readonly waitingSince: Instant | null;
}

/** A pair or trio that stands. */
export interface Paired {
  readonly id: PairId;
  readonly members: readonly PersonId[];
  readonly since: Instant;
}

/** Two who were buddies, in a pair or in a trio. */
export interface PastPair {
  readonly members: readonly [PersonId, PersonId];
  readonly until: Instant;
}

/** One group of a proposal. */
export interface ProposedGroup {
  readonly members: readonly PersonId[];
  /** The pair that they would join or be, where it stands already; null for a new one. */
  readonly pair: PairId | null;
  readonly reasons: readonly PairingReason[];
}

/** Why these two or three, as far as the aims tell (domain.md 2). */
export type PairingReason =
  | { readonly is: 'never-together' }
  | { readonly is: 'together-before'; readonly until: Instant }
  | { readonly is: 'other-schools' | 'same-school' | 'school-unknown' }
  | { readonly is: 'trio' }
  | { readonly is: 'by-hand' };

/** Why somebody is in no group of a proposal. Nobody is left out without one. */
export interface LeftOut {
  readonly person: PersonId;
  readonly why: 'paused' | 'out' | 'by-hand' | 'alone';
}

export interface Proposal {
  /** Counts the changes to proposals: a card drawn before the last one is out of date. */
  readonly rev: number;
  readonly whom: 'waiting' | 'everyone';
  readonly seed: number;
  readonly by: Person;
  readonly groups: readonly ProposedGroup[];
  readonly leftOut: readonly LeftOut[];
}

export interface Pairing {
  readonly tenant: TenantId;
  readonly conversation: ConversationId;
  readonly thread: ThreadId;
  readonly days: CommunityDays;
  readonly people: Readonly<Record<PersonId, Buddy>>;
  readonly pairs: readonly Paired[];
  /** The newest last; bounded. */
  readonly past: readonly PastPair[];
  /** Null where none waits to be announced. */
  readonly proposal: Proposal | null;
  /** Counts the pairs there ever were, for their ids. */
  readonly count: number;
  /** Counts the changes to proposals. */
  readonly rev: number;
}

/** The pair somebody is in; undefined for none. */
export const pairOf = ({ pairs }: Pick<Pairing, 'pairs'>, person: PersonId): Paired | undefined => pairs.find(({ members }) => members.includes(person));

/** They take part in any case: with a buddy, or waiting for one. */
export const isIn = ({ people }: Pairing, person: PersonId): boolean => people[person]?.is === 'in';

/** On the local date of `at` they want no reminders, and so no new buddy either. Throws RangeError for an unknown zone. */
export const isPaused = ({ own: { zone, pausedUntil } }: Buddy, { days }: Pairing, at: Instant): boolean =>
  pausedUntil !== null && localDate(at, zone ?? days.zone) < pausedUntil;

/** Names in the order of `people`; of nobody who is not known. */
export const namesOf = ({ people }: Pairing, members: readonly PersonId[]): readonly string[] => members.flatMap((id) => people[id]?.name ?? []);
