// Whatever happens to a pairing in whatever order: nobody is in two pairs, a pair has two or three, whoever takes part has a
// buddy or waits, nobody is left out without a reason, and the pairs' own documents agree.

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pairId } from '../../../../src/core/keys.ts';
import type { PairingEvent } from '../../../../src/core/pairing/events.ts';
import { noOwnTimes } from '../../../../src/core/person/profile.ts';
import { dayMs } from '../../../../src/core/time.ts';
import { candidate, coordinator, founding, PairingStory } from '../../../support/pairing-steps.ts';

const names = ['Ada', 'Ben', 'Cy', 'Dee', 'Eve', 'Flo', 'Gus'];
const someone = fc.constantFrom(...names);
const person = fc.record({ name: someone, school: fc.constantFrom('', 'Hill', 'Vale'), isPaused: fc.boolean() })
  .map(({ name, school, isPaused }) => candidate(name, { school, own: isPaused ? { ...noOwnTimes, pausedUntil: '2030-01-01' } : noOwnTimes }));
const people = fc.uniqueArray(person, { selector: ({ id }) => id, maxLength: 7 });
const two = fc.uniqueArray(someone, { minLength: 2, maxLength: 2 }).map(([one = '', other = '']) => [candidate(one).id, candidate(other).id] as const);

/** With revisions that are nearly always those of the present: `rev` is added where it is played. */
const anEvent: fc.Arbitrary<(rev: number) => PairingEvent> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ people, whom: fc.constantFrom('waiting' as const, 'everyone' as const), seed: fc.nat(9) }).map((of) => () => ({ type: 'proposed', ...founding, by: coordinator, ...of } as const)) },
  { weight: 3, arbitrary: fc.constant((rev: number) => ({ type: 'announced', by: coordinator, rev } as const)) },
  { weight: 2, arbitrary: two.map(([one, other]) => (rev: number) => ({ type: 'swapped', by: coordinator, rev, one, other } as const)) },
  { weight: 2, arbitrary: two.map(([id, beside]) => (rev: number) => ({ type: 'put-beside', by: coordinator, rev, person: id, beside } as const)) },
  { weight: 2, arbitrary: person.map(({ id }) => (rev: number) => ({ type: 'left-out', by: coordinator, rev, person: id } as const)) },
  { weight: 2, arbitrary: people.map((some) => () => ({ type: 'paired-by-hand', ...founding, by: coordinator, people: some.slice(0, 3) } as const)) },
  fc.constant((rev: number) => ({ type: 'discarded', by: coordinator, rev } as const)),
  person.map((each) => () => ({ type: 'asked-in', ...founding, person: each } as const)),
  person.map((each) => () => ({ type: 'asked-out', ...founding, by: each } as const)),
  person.map(({ id, school, own }) => () => ({ type: 'person-known', person: id, school, own } as const)),
  fc.record({ by: person, pair: fc.integer({ min: 1, max: 9 }), isWhole: fc.boolean() }).map((of) => () => ({ type: 'broken-up', ...of, pair: pairId(String(of.pair)) } as const)),
  fc.record({ id: person.map(({ id }) => id), type: fc.constantFrom('member-left' as const, 'member-came-back' as const) }).map(({ id, type }) => () => ({ type, person: id })),
);

/** The promises, at one moment. */
function check(story: PairingStory): void {
  const { people: known, pairs, proposal, past, count } = story.pairing;
  const paired = pairs.flatMap(({ members }) => members);
  expect(new Set(paired).size).toBe(paired.length);
  expect(pairs.every(({ members }) => members.length === 2 || members.length === 3)).toBe(true);
  expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length);
  expect(pairs.every(({ id }) => Number(id) <= count)).toBe(true);
  expect(paired.filter((id) => known[id]?.is !== 'in')).toEqual([]);
  for (const { id, is, waitingSince } of Object.values(known)) expect({ id, waits: waitingSince !== null }).toEqual({ id, waits: is === 'in' && !paired.includes(id) });
  const open = [...story.pairDocs].flatMap(([id, members]) => (members === null ? [] : [`${id} ${members.toSorted().join()}`]));
  expect(open.toSorted()).toEqual(pairs.map(({ id, members }) => `${id} ${members.toSorted().join()}`).toSorted());
  expect(past.length).toBeLessThanOrEqual(names.length * names.length);
  if (proposal === null) return;
  const placed = proposal.groups.flatMap(({ members }) => members);
  expect(new Set(placed).size).toBe(placed.length);
  expect(proposal.groups.every(({ members, reasons }) => members.length > 1 && members.length < 4 && reasons.length > 0)).toBe(true);
  const all = Object.values(known).filter(({ is }) => is !== 'left').map(({ id }) => id);
  const out = proposal.leftOut.map(({ person: id }) => id);
  const staying = proposal.whom === 'everyone' ? [] : pairs.flatMap(({ members }) => { const rest = members.filter((id) => !placed.includes(id)); return rest.length > 1 ? rest : []; });
  expect([...new Set([...placed, ...out, ...staying])].toSorted()).toEqual(all.toSorted());
  expect(placed.filter((id) => out.includes(id))).toEqual([]);
}

test('Nobody is in two pairs, waits without being known to wait, or is left out without a reason', () => {
  fc.assert(fc.property(fc.array(fc.record({ event: anEvent, isRepeated: fc.boolean(), isOld: fc.boolean() }), { maxLength: 25 }), (events) => {
    const story = new PairingStory();
    for (const { event, isRepeated, isOld } of events) {
      const once = event(isOld ? story.state?.rev ?? 0 : story.state?.proposal?.rev ?? 0);
      story.does(once);
      if (isRepeated && once.type !== 'proposed') {
        const told = story.does(once).told.filter((each) => each.startsWith('pair ') || each.startsWith('say '));
        expect(told).toEqual([]);
      }
      if (story.state !== null) check(story);
    }
  }), { numRuns: 400 });
});

test('The state stays bounded over years of rounds, and repeating the past is put off', () => {
  const story = new PairingStory();
  const all = names.map((name) => candidate(name));
  for (let n = 0; n < 200; n++) {
    story.now += 14 * dayMs;
    story.proposes(all, 'everyone', n).announces();
    check(story);
  }
  expect(story.pairing.past.length).toBeLessThanOrEqual(21);
  expect(JSON.stringify(story.state).length).toBeLessThan(10_000);
});
