// Proposed pairs against every way there is to pair up to eight people, judged by the aims as domain.md 2 puts them.

import { describe, expect, test } from '@jest/globals';
import { type PersonId, personId } from '../../../../src/core/keys.ts';
import { type Matched, matched, type Matchee, type ToMatch } from '../../../../src/core/pairing/matching.ts';
import type { PastPair } from '../../../../src/core/pairing/pairing.ts';

type Group = readonly PersonId[];

/** Repeatable chance: a whole number below `n`. */
function dice(seed: number): (n: number) => number {
  let state = seed * 7919 + 1;
  return (n) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

const idsOf = (count: number): readonly PersonId[] => Array.from({ length: count }, (_, n) => personId(`p${n}`));
const twosWithin = (group: Group): readonly (readonly [PersonId, PersonId])[] => group.flatMap((a, n) => group.slice(n + 1).map((b) => [a, b] as const));
const sameTwo = (a: readonly PersonId[], b: readonly PersonId[]): boolean => a.every((id) => b.includes(id));

type May = (a: PersonId, b: PersonId) => boolean;

/** Every way to put people into pairs and at most one trio, and to leave some alone. */
function* ways(people: Group, may: May, mayTrio = true): Generator<readonly Group[]> {
  const [first, ...others] = people;
  if (first === undefined) { yield []; return; }
  yield* ways(others, may, mayTrio);
  for (const second of others.filter((id) => may(first, id))) {
    const rest = others.filter((id) => id !== second);
    for (const way of ways(rest, may, mayTrio)) yield [[first, second], ...way];
    if (!mayTrio) continue;
    const thirds = rest.filter((id) => id > second && may(first, id) && may(second, id));
    for (const third of thirds) for (const way of ways(rest.filter((id) => id !== third), may, false)) yield [[first, second, third], ...way];
  }
}

/** How good a way is, the weightiest aim first; smaller is better. */
function judged(groups: readonly Group[], { people, past }: ToMatch): readonly number[] {
  const twos = groups.flatMap(twosWithin);
  const schoolOf = (id: PersonId): string => people.find((one) => one.id === id)?.school.trim().toLowerCase() ?? '';
  const lastTime = (two: readonly PersonId[]): number => Math.max(-1, ...past.filter(({ members }) => sameTwo(two, members)).map(({ until }) => until));
  const partnersSince = (one: PersonId, until: number): number => {
    const others = people.map(({ id }) => lastTime([one, id])).filter((time, n) => people[n]?.id !== one && time > until);
    return new Set(others).size;
  };
  const ranks = twos.flatMap((two) => (lastTime(two) < 0 ? [] : [Math.min(...two.map((one) => partnersSince(one, lastTime(two))))]));
  return [
    -groups.length, -groups.flat().length, ...[0, 1].map((rank) => ranks.filter((one) => one === rank).length), ranks.filter((rank) => rank > 1).length,
    twos.filter(([a, b]) => schoolOf(a) === '' || schoolOf(b) === '' || schoolOf(a) === schoolOf(b)).length,
  ];
}

const compared = (a: readonly number[], b: readonly number[]): number => a.map((x, n) => x - (b[n] ?? 0)).find((difference) => difference !== 0) ?? 0;

function bestByTryingAll(given: ToMatch): readonly number[] {
  let best: readonly number[] | null = null;
  const may: May = (a, b) => !given.forbidden?.some((barred) => sameTwo([a, b], barred));
  for (const way of ways(given.people.map(({ id }) => id), may)) {
    const value = judged(way, given);
    if (best === null || compared(value, best) < 0) best = value;
  }
  return best ?? [];
}

/** `count` people who had `roundCount` rounds of partners, more or less, in some schools. */
function community(count: number, seed: number, barredShare = 0): ToMatch {
  const below = dice(seed);
  const schoolCount = 1 + below(4);
  const people = idsOf(count).map((id) => ({ id, school: ['', 'North', ' north ', 'South', 'West'][below(schoolCount + 1)] ?? '', isFree: true }));
  const past = Array.from({ length: below(7) }, (_, round): readonly PastPair[] => {
    const order = idsOf(count).toSorted(() => below(3) - 1);
    const trio: readonly PastPair[] = count % 2 === 1 ? twosWithin(order.slice(0, 3)).map((members) => ({ members, until: round })) : [];
    const from = count % 2 === 1 ? 3 : 0;
    const twos = Array.from({ length: (count - from) >> 1 }, (__, n) => order.slice(from + 2 * n, from + 2 * n + 2));
    return [...trio, ...twos.flatMap(([a, b]): readonly PastPair[] => (a === undefined || b === undefined || below(4) === 0 ? [] : [{ members: [a, b], until: round }]))];
  }).flat();
  const forbidden = twosWithin(idsOf(count)).filter(() => below(100) < barredShare * 100);
  return { people, past, forbidden, seed };
}

const groupsOf = ({ groups }: Matched): readonly Group[] => groups.map(({ members }) => members);

describe('what is proposed is as good as the best of all ways to pair', () => {
  test.each([1, 2, 3, 4, 5, 6, 7])('%i people of some schools who had partners before', (count) => {
    for (let seed = 0; seed < (count < 7 ? 60 : 15); seed++) {
      const given = community(count, seed);
      expect([seed, judged(groupsOf(matched(given)), given)]).toEqual([seed, bestByTryingAll(given)]);
    }
  });
  test('eight people', () => {
    for (let seed = 0; seed < 6; seed++) {
      const given = community(8, seed);
      expect([seed, judged(groupsOf(matched(given)), given)]).toEqual([seed, bestByTryingAll(given)]);
    }
  });
  test.each([3, 4, 5, 6, 7, 8])('%i people of whom some must not be together', (count) => {
    for (let seed = 0; seed < 60; seed++) {
      const given = community(count, seed, [0.5, 0.65, 0.8][seed % 3]);
      expect([seed, judged(groupsOf(matched(given)), given)]).toEqual([seed, bestByTryingAll(given)]);
    }
  });
});

describe('the seed decides among what is equally good', () => {
  const given = community(9, 4);

  test('the same seed gives the same, in whatever order things come', () => {
    for (let seed = 0; seed < 20; seed++) {
      const [one, other] = [matched({ ...given, seed }), matched({ ...given, people: given.people.toReversed(), past: given.past.toReversed(), seed })];
      expect(other).toEqual(one);
    }
  });
  test('of six people without past every one of the fifteen ways to pair comes up', () => {
    const people = idsOf(6).map((id) => ({ id, school: '', isFree: true }));
    const seen = new Set(Array.from({ length: 300 }, (_, seed) => JSON.stringify(groupsOf(matched({ people, past: [], seed })))));
    expect(seen.size).toBe(15);
  });
});

describe('who is proposed', () => {
  const [a, b, c, d, e, f] = idsOf(6) as [PersonId, PersonId, PersonId, PersonId, PersonId, PersonId];
  const free = (id: PersonId, school = ''): Matchee => ({ id, school, isFree: true });
  const taken = (id: PersonId, school = ''): Matchee => ({ id, school, isFree: false });

  test('nobody twice, and nobody who has a buddy', () => {
    const { groups, alone } = matched({ people: [free(a), taken(b), free(c), taken(d)], past: [], standing: [[b, d]], seed: 1 });
    expect({ groups: groups.map(({ members, joins }) => ({ members, joins })), alone }).toEqual({ groups: [{ members: [a, c], joins: null }], alone: [] });
  });
  test('a single one joins the standing pair whom they know least, and none of three', () => {
    const past: readonly PastPair[] = [{ members: [a, b], until: 5 }];
    const people = [free(a), taken(b), taken(c), taken(d), taken(e), taken(f), taken(personId('p9'))];
    for (let seed = 0; seed < 9; seed++) {
      const { groups, alone } = matched({ people, past, standing: [[b, c], [f, e], [d, personId('p9'), personId('p8')]], seed });
      expect({ groups, alone }).toEqual({ groups: [{ members: [a, e, f], joins: 1, reasons: [{ is: 'trio' }, { is: 'never-together' }, { is: 'school-unknown' }] }], alone: [] });
    }
  });
  test('a single one is alone where only a trio stands', () => {
    const { groups, alone } = matched({ people: [free(a), taken(b), taken(c), taken(d)], past: [], standing: [[b, c, d]], seed: 1 });
    expect({ groups, alone }).toEqual({ groups: [], alone: [a] });
  });
  test('three who wait are a trio of their own and leave the standing pair alone', () => {
    const { groups } = matched({ people: [free(a), free(b), free(c), taken(d), taken(e)], past: [], standing: [[d, e]], seed: 1 });
    expect(groups.map(({ members, joins }) => ({ members, joins }))).toEqual([{ members: [a, b, c], joins: null }]);
  });
  test('nobody where nobody is free, and whoever has nobody is named', () => {
    expect(matched({ people: [], past: [], seed: 1 })).toEqual({ groups: [], alone: [] });
    expect(matched({ people: [free(a)], past: [], seed: 1 })).toEqual({ groups: [], alone: [a] });
    expect(matched({ people: [free(a), free(b)], past: [], forbidden: [[b, a]], seed: 1 })).toEqual({ groups: [], alone: [a, b] });
  });
  test('whoever must not be with anybody who is free joins a standing pair, each another', () => {
    const standing = [[c, d], [e, f]];
    const { groups, alone } = matched({ people: [free(a), free(b), ...[c, d, e, f].map((id) => taken(id))], past: [], forbidden: [[a, b], [a, c]], standing, seed: 3 });
    expect({ groups: groups.map(({ members, joins }) => ({ members, joins })), alone }).toEqual({ groups: [{ members: [a, e, f], joins: 1 }, { members: [b, c, d], joins: 0 }], alone: [] });
  });
  test('not the last partner, though it means the same school; rather an earlier one', () => {
    const people = [free(a, 'North'), free(b, 'South'), free(c, 'North'), free(d, 'South')];
    const past: readonly PastPair[] = [{ members: [a, c], until: 1 }, { members: [b, d], until: 1 }, { members: [a, b], until: 2 }, { members: [c, d], until: 2 }, { members: [a, d], until: 3 }, { members: [b, c], until: 3 }];
    const { groups } = matched({ people, past, seed: 1 });
    expect(groups.map(({ members, reasons }) => ({ members, reasons }))).toEqual([
      { members: [a, c], reasons: [{ is: 'together-before', until: 1 }, { is: 'same-school' }] },
      { members: [b, d], reasons: [{ is: 'together-before', until: 1 }, { is: 'same-school' }] },
    ]);
  });
  test('of four each has every other before anybody again', () => {
    const past: PastPair[] = [];
    for (let round = 1; round <= 3; round++) {
      const { groups } = matched({ people: [a, b, c, d].map((id) => free(id)), past, seed: round });
      past.push(...groups.flatMap(({ members }) => twosWithin(members).map((two) => ({ members: two, until: round }))));
    }
    expect(new Set(past.map(({ members }) => members.toSorted().join())).size).toBe(6);
  });
});

test('a big community with an odd number has rounds across schools, and nobody again', () => {
  const count = 101;
  const people = idsOf(count).map((id, n) => ({ id, school: `school ${n % 12}`, isFree: true }));
  const past: PastPair[] = [];
  for (let round = 1; round <= 3; round++) {
    const { groups, alone } = matched({ people, past, seed: round });
    expect([groups.length, groups.flatMap(({ members }) => members).length, alone.length]).toEqual([50, count, 0]);
    for (const { reasons } of groups) expect(reasons.filter(({ is }) => is !== 'trio')).toEqual([{ is: 'never-together' }, { is: 'other-schools' }]);
    past.push(...groups.flatMap(({ members }) => twosWithin(members).map((two) => ({ members: two, until: round }))));
  }
});
