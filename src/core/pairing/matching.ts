// Proposes who should be buddies, in the order of aims that we decided on (domain.md 2): as many pairs as possible, then as
// few recent partners as possible, then as many across schools as possible, then an order that a seed decides; with an odd
// number the best trio. The best there is, not the first that will do.

import type { PersonId } from '../keys.ts';
import { aimsOf } from './aims.ts';
import { bestGroups } from './best-groups.ts';
import { heaviestMatching } from './heaviest-matching.ts';
import type { PairingReason, PastPair } from './pairing.ts';
import { shuffled } from './shuffled.ts';

export interface Matchee {
  readonly id: PersonId;
  /** '' where it is not known. */
  readonly school: string;
  /** To be matched; whoever is not only stands in `standing`. */
  readonly isFree: boolean;
}

export interface ToMatch {
  readonly people: readonly Matchee[];
  /** In any order, of people who are not here any more too. For a new round the pairs that stand belong here, until now. */
  readonly past: readonly PastPair[];
  /** Two who must not be together. */
  readonly forbidden?: readonly (readonly [PersonId, PersonId])[];
  /** Groups that go on as they are; a pair of them may be joined by somebody who would be alone. */
  readonly standing?: readonly (readonly PersonId[])[];
  /** Any whole number: chooses among what is equally good. */
  readonly seed: number;
}

export interface MatchedGroup {
  /** In the order of their ids; those of the standing pair that is joined too. */
  readonly members: readonly PersonId[];
  /** Which of `standing` they join, as its place there; null for a new group. */
  readonly joins: number | null;
  readonly reasons: readonly PairingReason[];
}

export interface Matched {
  readonly groups: readonly MatchedGroup[];
  /** Whom nobody could be found for. */
  readonly alone: readonly PersonId[];
}

/** Whatever the order of what is given, the same is found. */
export function matched({ people, past, forbidden = [], standing = [], seed }: ToMatch): Matched {
  const aims = aimsOf(people, past);
  const barred = new Set(forbidden.flatMap(([a, b]) => [JSON.stringify([a, b]), JSON.stringify([b, a])]));
  const cost = (a: PersonId, b: PersonId): number => (barred.has(JSON.stringify([a, b])) ? Infinity : aims.cost(a, b));
  const free = shuffled(people.filter(({ isFree }) => isFree).map(({ id }) => id).toSorted(), seed);
  const found = bestGroups(free.map((a) => free.map((b) => (a === b ? 0 : cost(a, b)))), aims.ceiling);
  const groups = found.map((places) => places.flatMap((place) => free[place] ?? []));
  const alone = without(free, groups.flat());
  const joined = joinedPairs(alone, { standing: shuffledPairs(standing, seed), cost, ceiling: aims.ceiling });
  return {
    groups: [...groups.map((members) => ({ members, joins: null })), ...joined]
      .map(({ members, joins }) => ({ members: members.toSorted(), joins, reasons: aims.reasons(members) }))
      .toSorted(({ members: [a = ''] }, { members: [b = ''] }) => (a < b ? -1 : 1)),
    alone: without(alone, joined.flatMap(({ members }) => members)).toSorted(),
  };
}

const without = (people: readonly PersonId[], others: readonly PersonId[]): readonly PersonId[] => people.filter((id) => !others.includes(id));

interface Joinable {
  readonly members: readonly PersonId[];
  readonly joins: number;
}

/** Those of two, in an order that the seed decides. */
const shuffledPairs = (standing: readonly (readonly PersonId[])[], seed: number): readonly Joinable[] =>
  shuffled(standing.map((members, joins) => ({ members: members.toSorted(), joins })).filter(({ members }) => members.length === 2)
    .toSorted(({ members: [a = ''] }, { members: [b = ''] }) => (a < b ? -1 : 1)), seed);

interface Joining {
  readonly standing: readonly Joinable[];
  readonly cost: (a: PersonId, b: PersonId) => number;
  readonly ceiling: number;
}

/** Whoever would be alone beside two who stand, at most one beside the same two, at the least cost. */
function joinedPairs(alone: readonly PersonId[], { standing, cost, ceiling }: Joining): readonly Joinable[] {
  if (alone.length === 0) return [];
  const worths = alone.map((one) => standing.map(({ members }) => Math.max(0, ceiling - members.reduce((sum, other) => sum + cost(one, other), 0))));
  const { mates } = heaviestMatching([
    ...worths.map((of) => [...alone.map(() => 0), ...of]),
    ...standing.map((_, n) => [...worths.map((of) => of[n] ?? 0), ...standing.map(() => 0)]),
  ]);
  return alone.flatMap((one, n) => {
    const pair = standing[(mates[n] ?? -1) - alone.length];
    return pair === undefined ? [] : [{ members: [...pair.members, one], joins: pair.joins }];
  });
}
