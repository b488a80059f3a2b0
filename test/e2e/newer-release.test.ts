// A newer release has written a document while this process still runs, or before it was taken back: it is left as it is,
// people are told to come back in a minute, everything else goes on (architecture.md, "Decided").

import { expect, test } from '@jest/globals';
import type { Doc } from '../../src/app/document.ts';
import { communityKey, conversationId, type Key, partitionOf, personId, personKey, tenantId } from '../../src/core/keys.ts';
import { hourMs, minutes, seconds } from '../../src/core/time.ts';
import type { Person } from '../support/person.ts';
import { linesOfAnswer } from '../support/read-card.ts';
import { channel, group, openService, tenant, type TestService } from '../support/service.ts';
import { at, begin, colleagues, nth } from '../support/session-steps.ts';

const refusal = 'A newer version of me is taking over, so I could not finish that. Please do it again in a minute.';
const conversation = conversationId(channel.id.split(';')[0] ?? '');
const [community, aishasOwn] = [communityKey(tenantId(tenant), conversation), personKey(tenantId(tenant), personId('id-aisha-khan'))];

/** A later release has written this document; `handsBack` undoes that, and shows that nobody has written it since. */
async function takenOver(service: TestService, key: Key, over: Partial<Doc> = { v: 99 }): Promise<{ handsBack: () => Promise<void> }> {
  const { documents } = service.service.store;
  const stored = await documents.load(key);
  const taken = stored === null ? null : await documents.replace({ ...stored.doc, ...over }, stored.version);
  if (stored === null || taken?.kind !== 'saved') throw new Error(`${key.name} could not be taken over`);
  return { handsBack: async () => expect(await service.service.store.documents.replace(stored.doc, taken.version)).toMatchObject({ kind: 'saved' }) };
}

async function sessionIn(service: TestService): Promise<Key> {
  const [session] = await service.service.store.documents.list(partitionOf(tenantId(tenant), conversation), 'session');
  if (session === undefined) throw new Error('no session');
  return session.doc.key;
}

async function running(): Promise<{ readonly service: TestService; readonly people: readonly Person[] }> {
  const service = await openService();
  const people = colleagues(service, 2);
  await begin(service, people);
  return { service, people };
}
const newerLines = (service: TestService): number => service.logLines.filter((line) => line.includes('document.newer')).length;
const titles = (service: TestService, chat = channel): readonly string[] => service.posts(chat).map(({ lines }) => lines[0] ?? '');

test.each<[string, Partial<Doc>]>([['a version above', { v: 99 }], ['a kind unknown here', { kind: 'pair' }]])('A session of %s is left alone, a press and a text are refused, and it goes on when it may', async (_what, over) => {
  const { service, people } = await running();
  const note = nth(people, 1).pressing(channel, { title: 'Add note', inputs: { note: 'Typed meanwhile' } });
  const { handsBack } = await takenOver(service, await sessionIn(service), over);
  const before = service.sent(channel).length;
  expect(linesOfAnswer((await nth(people, 0).presses(channel, { title: 'Next phase' })).body)).toEqual([refusal]);
  expect(linesOfAnswer((await nth(people, 1).send(note)).body)).toEqual([refusal]);
  await nth(people, 1).says(channel, 'note Typed meanwhile');
  await service.passTo(at('16:05:30'));
  expect(service.sent(channel).slice(before).map(({ lines }) => lines)).toEqual([[refusal]]);
  await handsBack();
  await nth(people, 1).send({ ...note, id: 'again' });
  await service.passTo(at('16:40'));
  expect(titles(service)).toEqual(expect.arrayContaining(['Introduce the problem', 'Close', 'Summary']));
  expect(service.card(channel, 'Summary').join('\n').match(/Typed meanwhile/g)).toHaveLength(1);
});

test('While one session is left alone its deadlines make no noise, and another community’s keeps its time', async () => {
  const { service } = await running();
  await begin(service, [service.person('Umar Vance')], { chat: group });
  const { handsBack } = await takenOver(service, await sessionIn(service));
  await service.passTo(at('16:04'));
  const before = newerLines(service);
  await service.passTo(at('16:10'));
  expect(newerLines(service) - before).toBeLessThanOrEqual(14);
  expect(newerLines(service)).toBeGreaterThan(before);
  await service.pass(hourMs);
  expect(titles(service, group)).toContain('Summary');
  expect(titles(service)).not.toContain('Introduce the problem');
  await handsBack();
});

test('A process that starts on a store of a newer one is ready, and leaves its documents alone', async () => {
  const { service } = await running();
  service.fault = ({ act }) => (act === 'post' ? { kind: 'status', status: 429, isApplied: false } : null);
  await service.passTo(at('16:05:01'));
  const { handsBack } = await takenOver(service, await sessionIn(service));
  await service.stop();
  service.fault = () => null;
  await service.boot();
  await service.pass(seconds(30));
  expect((await fetch(`${service.botUrl}/readyz`)).status).toBe(200);
  expect(titles(service)).not.toContain('Introduce the problem');
  await handsBack();
  await service.pass(minutes(1));
  expect(titles(service).filter((title) => title === 'Introduce the problem')).toHaveLength(1);
});

test('A community of a newer release refuses its commands; a person of one, only theirs', async () => {
  const { service, people } = await running();
  const { handsBack } = await takenOver(service, aishasOwn);
  await nth(people, 0).says(channel, 'status');
  await service.pass(seconds(3));
  expect(service.last(channel)).toEqual([refusal]);
  await nth(people, 1).says(channel, 'status');
  await service.pass(seconds(3));
  expect(service.last(channel)[0]).toBe('Where we are');
  await handsBack();
  const { handsBack: again } = await takenOver(service, community);
  await nth(people, 1).says(channel, 'set up');
  await service.pass(seconds(3));
  expect(service.last(channel)).toEqual([refusal]);
  await again();
  // What its session told it meanwhile, it is told until it hears it.
  await service.passTo(at('16:40'));
  expect(titles(service)).toContain('Summary');
});

test('What a session tells a community that is left alone waits for it, and is heard once', async () => {
  const { service, people } = await running();
  await service.passTo(at('16:30'));
  const { handsBack } = await takenOver(service, community);
  await service.passTo(at('16:45'));
  expect(titles(service)).toContain('Summary');
  await handsBack();
  await service.pass(minutes(1));
  const stored = await service.service.store.documents.load(community);
  expect(stored?.doc.state).toMatchObject({ session: null, members: { 'id-aisha-khan': { sessionCount: 1 }, 'id-ben-cole': { sessionCount: 1 } } });
  await nth(people, 0).says(channel, 'start');
  await service.pass(seconds(3));
  expect(service.last(channel)[0]).toMatch(/Before we start/);
});
