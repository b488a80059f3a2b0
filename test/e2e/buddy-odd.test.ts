// Buddy pairs from outside, where things cross: what the coordinator hears of a pair and what not, who comes and goes, and
// people who press at the same time (product.md 3, 6 and 7).

import { expect, test } from '@jest/globals';
import { london, pairedAt, presses, said } from '../support/buddies.ts';
import { conversationOf, pairId, pairKey, tenantId, threadId } from '../../src/core/keys.ts';
import type { Pair } from '../../src/core/pair/pair.ts';
import { seconds } from '../../src/core/time.ts';
import type { Answered, Person } from '../support/person.ts';
import { group, openService, tenant, type TestService } from '../support/service.ts';
import { colleagues, nth } from '../support/session-steps.ts';

interface Room {
  readonly service: TestService;
  readonly people: readonly Person[];
  readonly pair: () => Promise<Pair>;
}

/** Aisha coordinates; the first two are buddies, who meet on Thursdays at 14:00 from 10 December on, else on Fridays. */
async function paired(count: number): Promise<Room> {
  const service = await openService({ openAt: pairedAt, sweepEveryMs: seconds(20) });
  const people = colleagues(service, count);
  const aisha = nth(people, 0);
  await aisha.says(group, 'set up');
  await aisha.presses(group, { title: 'Save' });
  for (const person of people) {
    await person.says(group, 'status');
    await person.says(person.privateChat, 'help');
  }
  await asks(service, aisha, 'pairs Aisha and Ben');
  await agrees(aisha);
  const key = pairKey(tenantId(tenant), conversationOf(threadId(group.id)), pairId('1'));
  return { service, people, pair: async () => (await service.service.store.documents.load(key))?.doc.state as Pair };
}

const thursdays = {
  weekday: 'thursday', time: '14:00', first: '10 December', zone: 'Europe/London', alternativeWeekday: 'friday', alternativeTime: '14:00', format: 'teams', joinLink: '', modules: '',
};
async function agrees(person: Person, inputs: Readonly<Record<string, string>> = {}): Promise<Answered> {
  await person.says(person.privateChat, 'buddy');
  return presses(person, 'Save', { ...thursdays, ...inputs });
}

/** Typed in one's own chat, with the answer. */
async function asks(service: TestService, person: Person, text: string): Promise<string> {
  await person.says(person.privateChat, text);
  await service.pass(seconds(2));
  return service.last(person.privateChat).join('\n');
}

test('The coordinator sees that two met as soon as one of them says so, and never what they said', async () => {
  const { service, people } = await paired(2);
  const [aisha, ben] = [nth(people, 0), nth(people, 1)];
  await service.skipTo(london('2026-12-11T14:00') + seconds(5));
  expect(said(await presses(ben, 'We met', { feedback: 'Loud class', nextAction: 'Quiz Year 4' }))).toContain('Saved: you met.');
  const seen = await asks(service, aisha, 'pairs');
  expect(seen).toContain('Aisha Khan and Ben Cole: met 1; last met 10 December 2026; next 24 December 2026.');
  expect(seen).not.toMatch(/Loud class|Quiz/);
});
