// Why these two or three, in the order of the aims (domain.md 2), for the coordinator and for themselves.

import type { PersonId } from '../keys.ts';
import type { Instant } from '../time.ts';
import type { Pairing, PairingReason } from './pairing.ts';
import { couplesOf, isSameCouple, togetherOnce } from './regrouping.ts';

/** The same school, however it was typed. */
const folded = (school: string): string => school.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

export function reasonsOf(pairing: Pairing, members: readonly PersonId[], at: Instant): readonly PairingReason[] {
  const couples = couplesOf(members);
  // In a new round whoever is a couple now would be one again; one who joins a pair is no reason against the pair.
  const before = pairing.proposal?.whom === 'everyone' ? togetherOnce(pairing, at) : pairing.past;
  const times = before.filter((past) => couples.some((couple) => isSameCouple(couple, past.members))).map(({ until }) => until);
  const schools = members.map((id) => folded(pairing.people[id]?.school ?? ''));
  const ofSchools = schools.includes('') ? 'school-unknown' : new Set(schools).size === schools.length ? 'other-schools' : 'same-school';
  return [
    times.length === 0 ? { is: 'never-together' } : { is: 'together-before', until: Math.max(...times) },
    { is: ofSchools },
    ...(members.length > 2 ? [{ is: 'trio' } as const] : []),
  ];
}
