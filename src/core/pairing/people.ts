// Who takes part in the pairing of a community: entering, leaving, coming back, and what is known of each.

import type { PersonId } from '../keys.ts';
import { type Instant, dayMs } from '../time.ts';
import type { Candidate } from './events.ts';
import { type Buddy, type Pairing, pairOf } from './pairing.ts';

/** Whoever left the chat is remembered for a year: who comes back within it is not given the same buddy again at once. */
export const keptLeftMs = 365 * dayMs;

const withPerson = (pairing: Pairing, person: Buddy): Pairing => ({ ...pairing, people: { ...pairing.people, [person.id]: person } });

/** `is` as it is now; the same as before keeps its instant. */
function standing(pairing: Pairing, person: Buddy, { is, at }: { readonly is: Buddy['is']; readonly at: Instant }): Pairing {
  return withPerson(pairing, person.is === is ? person : { ...person, is, since: at });
}

/** Takes part from now on, whatever they said before. */
export function entered(pairing: Pairing, candidate: Candidate, at: Instant): Pairing {
  const known = noted(pairing, candidate, at);
  const person = known.people[candidate.id];
  return person === undefined ? known : standing(known, person, { is: 'in', at });
}

/** Somebody who may be paired, with what is known of them now. Whoever asked to be left out stays out. */
export function noted(pairing: Pairing, { id, name, teamsId, school, own }: Candidate, at: Instant): Pairing {
  const before = pairing.people[id];
  const person: Buddy = { id, name, teamsId: teamsId ?? before?.teamsId ?? null, school, own, is: 'in', since: at, waitingSince: null };
  return withPerson(pairing, before === undefined || before.is === 'left' ? person : { ...person, is: before.is, since: before.since, waitingSince: before.waitingSince });
}

/** Nothing changes for somebody who is not known. */
export function gone(pairing: Pairing, id: PersonId, { is, at }: { readonly is: 'out' | 'left'; readonly at: Instant }): Pairing {
  const person = pairing.people[id];
  // Whoever wanted no buddy wants none when they come back either.
  return person === undefined || (is === 'left' && person.is === 'out') ? pairing : standing(pairing, person, { is, at });
}

export function back(pairing: Pairing, id: PersonId, at: Instant): Pairing {
  const person = pairing.people[id];
  return person?.is === 'left' ? standing(pairing, person, { is: 'in', at }) : pairing;
}

/** Since when each of them waits, by the pairs there are; those who left long ago are forgotten, with whose buddies they were. */
export function settled(pairing: Pairing, at: Instant): Pairing {
  const kept = Object.values(pairing.people).filter(({ is, since }) => is !== 'left' || since + keptLeftMs > at);
  const people = Object.fromEntries(kept.map((person): [PersonId, Buddy] => {
    const isWaiting = person.is === 'in' && pairOf(pairing, person.id) === undefined;
    return [person.id, { ...person, waitingSince: isWaiting ? person.waitingSince ?? at : null }];
  }));
  return { ...pairing, people, past: pairing.past.filter(({ members }) => members.every((id) => Object.hasOwn(people, id))) };
}

/** When the next of those who left is to be forgotten; null for nobody. */
export function forgetAt({ people }: Pairing): Instant | null {
  const due = Object.values(people).filter(({ is }) => is === 'left').map(({ since }) => since + keptLeftMs);
  return due.length === 0 ? null : Math.min(...due);
}
