// What is better among ways of pairing people, as a cost of any two who would be together; and the same as reasons to show.
// After as many pairs as possible come: as few recent partners, then as many across schools (our decision, domain.md 2).

import type { PersonId } from '../keys.ts';
import type { Instant } from '../time.ts';
import type { PairingReason, PastPair } from './pairing.ts';

export interface Aims {
  readonly cost: (a: PersonId, b: PersonId) => number;
  /** More than all groups of these people together can cost. */
  readonly ceiling: number;
  readonly reasons: (members: readonly PersonId[]) => readonly PairingReason[];
}

/**
 * Recent is: the last partner of either, before the last but one, before any earlier; only then do schools count. One of the
 * former weighs more than any number of the latter. Whoever's school is not known is not known to be of another.
 */
export function aimsOf(people: readonly { readonly id: PersonId; readonly school: string }[], past: readonly PastPair[]): Aims {
  const schools = new Map(people.map(({ id, school }) => [id, folded(school)]));
  const partners = partnersIn(past);
  const schoolsOf = (members: readonly PersonId[]): readonly string[] => members.map((id) => schools.get(id) ?? '');
  // More than there can be of two in the same group: one of each pair, three of a trio.
  const scale = (people.length >> 1) + 3;
  return {
    ceiling: 2 * scale ** 4,
    cost: (a, b) => {
      const recency = recencyOf(partners, a, b);
      return (isAcross(schoolsOf([a, b])) ? 0 : 1) + (recency === null ? 0 : scale ** Math.max(1, recencies - recency));
    },
    reasons: (members) => [...members.length > 2 ? [{ is: 'trio' } as const] : [], togetherBefore(partners, members), ...schoolReasons(schoolsOf(members))],
  };
}

/** As many steps of recency are told apart. */
const recencies = 3;

/** Of everybody: until when each was their partner, the last time. */
type Partners = ReadonlyMap<PersonId, ReadonlyMap<PersonId, Instant>>;

function partnersIn(past: readonly PastPair[]): Partners {
  const partners = new Map<PersonId, Map<PersonId, Instant>>();
  const note = (of: PersonId, other: PersonId, until: Instant): void => {
    const known = partners.get(of) ?? new Map<PersonId, Instant>();
    partners.set(of, known.set(other, Math.max(until, known.get(other) ?? until)));
  };
  for (const { members: [a, b], until } of past) {
    note(a, b, until);
    note(b, a, until);
  }
  return partners;
}

/** How many times either has had others since, whichever is fewer; null where they never were together. */
function recencyOf(partners: Partners, a: PersonId, b: PersonId): number | null {
  const until = partners.get(a)?.get(b);
  if (until === undefined) return null;
  const timesSince = (person: PersonId): number => new Set([...partners.get(person)?.values() ?? []].filter((other) => other > until)).size;
  return Math.min(timesSince(a), timesSince(b));
}

function togetherBefore(partners: Partners, members: readonly PersonId[]): PairingReason {
  const untils = members.flatMap((a) => members.flatMap((b) => partners.get(a)?.get(b) ?? []));
  return untils.length === 0 ? { is: 'never-together' } : { is: 'together-before', until: Math.max(...untils) };
}

/** Nothing of three people from two schools. */
function schoolReasons(schools: readonly string[]): readonly PairingReason[] {
  if (isAcross(schools)) return [{ is: 'other-schools' }];
  const [first, ...others] = schools;
  if (schools.includes('')) return [{ is: 'school-unknown' }];
  return others.every((other) => other === first) ? [{ is: 'same-school' }] : [];
}

const isAcross = (schools: readonly string[]): boolean => !schools.includes('') && new Set(schools).size === schools.length;

/** A school's name as people type it: case and spaces make no other school. */
const folded = (school: string): string => school.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
