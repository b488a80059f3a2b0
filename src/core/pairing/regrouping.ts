// From the pairs there are to others: who keeps their pair, which pairs are new, and who were buddies.

import { pairId, type PersonId } from '../keys.ts';
import type { Instant } from '../time.ts';
import type { Paired, Pairing, PastPair } from './pairing.ts';

/** Remembered at most, the last ones: of thirty pairs some ten rounds. */
const keptPast = 400;

type Couple = PastPair['members'];

/** Every two of a group. */
export const couplesOf = (members: readonly PersonId[]): readonly Couple[] => members.flatMap((one, n) => members.slice(n + 1).map((other): Couple => [one, other]));
export const isSameCouple = ([a, b]: Couple, [c, d]: Couple): boolean => (a === c && b === d) || (a === d && b === c);
export const isSameGroup = (one: readonly PersonId[], other: readonly PersonId[]): boolean => one.length === other.length && one.every((id) => other.includes(id));

/** With those who are buddies now: they would be together again. */
export const togetherOnce = ({ past, pairs }: Pairing, at: Instant): readonly PastPair[] =>
  [...past, ...pairs.flatMap(({ members }) => couplesOf(members)).map((members): PastPair => ({ members, until: at }))];

/** The pair that goes on as this group: two of its members are in it. */
export const goesOnAs = (pairs: readonly Paired[], members: readonly PersonId[]): Paired | undefined =>
  pairs.find((pair) => pair.members.filter((id) => members.includes(id)).length > 1);

/** The pairs once nobody of `people` is in one; a trio goes on as a pair. */
export const pairsWithout = (pairs: readonly Paired[], people: readonly PersonId[]): readonly Paired[] =>
  pairs.map((pair) => ({ ...pair, members: pair.members.filter((id) => !people.includes(id)) })).filter(({ members }) => members.length > 1);

export interface Regrouping {
  /** Two or three each, nobody in two. */
  readonly groups: readonly (readonly PersonId[])[];
  /** What becomes of pairs of whom nobody is in a group. */
  readonly others: 'stay' | 'end';
}

/** The pairs as they are to be. A group that goes on from a pair keeps its id, so that its meetings and agreement stay. */
export function regrouped(pairing: Pairing, { groups, others }: Regrouping, at: Instant): Pairing {
  const added = groups.filter((members) => goesOnAs(pairing.pairs, members) === undefined);
  const rest = others === 'end' ? [] : pairsWithout(pairing.pairs, groups.flat());
  const kept = pairing.pairs.flatMap((pair): readonly Paired[] => {
    const members = groups.find((group) => goesOnAs([pair], group) !== undefined) ?? rest.find(({ id }) => id === pair.id)?.members;
    return members === undefined ? [] : [{ ...pair, members }];
  });
  const begun = added.map((members, n): Paired => ({ id: pairId(String(pairing.count + n + 1)), members, since: at }));
  return { ...withPairs(pairing, [...kept, ...begun], at), count: pairing.count + added.length };
}

/** With these pairs; who is not together any more was so until now. */
export function withPairs(pairing: Pairing, pairs: readonly Paired[], at: Instant): Pairing {
  const together = pairs.flatMap(({ members }) => couplesOf(members));
  const parted = pairing.pairs.flatMap(({ members }) => couplesOf(members)).filter((couple) => !together.some((each) => isSameCouple(each, couple)));
  // The last time is what counts of two who were buddies more than once.
  const before = pairing.past.filter(({ members }) => !parted.some((couple) => isSameCouple(couple, members)));
  return { ...pairing, pairs, past: [...before, ...parted.map((members): PastPair => ({ members, until: at }))].slice(-keptPast) };
}
