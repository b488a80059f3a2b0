// What leaves for Teams, as the fake connector received it.

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Address } from '../../src/app/ports.ts';
import type { Rendered } from '../../src/cards/rendered.ts';
import { conversationId, tenantId, threadId } from '../../src/core/keys.ts';
import { createConnector } from '../../src/teams/connector.ts';
import type { Connector } from '../../src/teams/connector.ts';
import { createDirectory } from '../../src/teams/directory.ts';
import { createMessenger } from '../../src/teams/messenger.ts';
import { FakeConnector } from '../support/fake-connector.ts';

const thread = '19:a/b?c@thread.tacv2;messageid=17';
const notice = { card: 'notice', notice: { kind: 'done' } } as const;
const asText: Rendered = { summary: 'short', card: null, text: '<at>Jo</at>, over to you', mentions: [{ teamsId: '29:jo', name: 'Jo' }] };
const asCard: Rendered = { summary: 'a card', card: { type: 'AdaptiveCard' }, text: 'never with a card', mentions: [] };
let fake: FakeConnector;
let connector: Connector;
let freshAsked: boolean[];
let to: Address;

beforeEach(async () => {
  fake = await new FakeConnector().start();
  freshAsked = [];
  const token = async (isFresh: boolean) => {
    freshAsked.push(isFresh);
    return 'abc';
  };
  connector = createConnector({ token, mode: { isLocal: true, allowsLoopback: true }, now: Date.now });
  to = { tenant: tenantId('tenant-1'), serviceUrl: fake.url, thread: threadId(thread), bot: { id: '28:bot', name: 'Turnstone' }, language: null };
});
afterEach(async () => {
  connector.close();
  await fake.stop();
});

const messengerOf = (rendered: Rendered) => createMessenger({ connector, render: () => rendered, now: Date.now });

test('a line of text carries its mentions as entities and no card', async () => {
  const outcome = await messengerOf(asText).post(to, notice);
  const [request] = fake.requests;
  expect(outcome).toEqual({ kind: 'sent', id: request?.activityId });
  expect(request).toMatchObject({ method: 'POST', conversation: thread, authorization: 'Bearer abc' });
  expect(request?.body).toEqual({
    type: 'message', from: { id: '28:bot', name: 'Turnstone' }, conversation: { id: thread }, summary: 'short',
    text: '<at>Jo</at>, over to you', textFormat: 'markdown',
    entities: [{ type: 'mention', text: '<at>Jo</at>', mentioned: { id: '29:jo', name: 'Jo' } }],
  });
});

test('a line without mentions is raw text, so that nothing in it is read as Markdown', async () => {
  await messengerOf({ ...asText, text: 'over to **you**', mentions: [] }).post(to, notice);
  expect(fake.requests[0]?.body).toMatchObject({ text: 'over to **you**', textFormat: 'plain' });
  expect(fake.requests[0]?.body).not.toHaveProperty('entities');
});

test('a card goes without text, and the thread is encoded once', async () => {
  await messengerOf(asCard).post(to, notice);
  const [request] = fake.requests;
  expect(request?.path).toBe(`/v3/conversations/${encodeURIComponent(thread)}/activities`);
  expect(request?.body).not.toHaveProperty('text');
  expect(request?.body).toMatchObject({
    summary: 'a card', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } }],
  });
});

test('an edit replaces the message and a delete removes it', async () => {
  const posted = await messengerOf(asCard).post(to, notice);
  const id = posted.kind === 'sent' ? posted.id : '';
  expect(await messengerOf(asText).edit(to, id, notice)).toEqual({ kind: 'sent', id });
  expect(fake.visible(thread)).toMatchObject([{ id, editCount: 1, activity: { id, text: '<at>Jo</at>, over to you' } }]);
  expect(await messengerOf(asText).delete(to, id)).toEqual({ kind: 'sent', id: '' });
  expect(fake.visible(thread)).toEqual([]);
});

test('a 1:1 chat is opened for a person of the tenant, the same one each time', async () => {
  const first = await messengerOf(asText).openPrivate(to, '29:jo');
  expect(first).toEqual({ kind: 'sent', id: fake.privateChatOf('29:jo') });
  expect(await messengerOf(asText).openPrivate(to, '29:jo')).toEqual(first);
  expect(fake.requests[0]?.body).toEqual({
    isGroup: false, bot: { id: '28:bot', name: 'Turnstone' }, members: [{ id: '29:jo' }], tenantId: 'tenant-1', channelData: { tenant: { id: 'tenant-1' } },
  });
});

test('after a 401 the next request asks for a fresh token, once', async () => {
  fake.misbehave({ kind: 'status', status: 401, isApplied: false });
  for (let count = 0; count < 3; count += 1) await messengerOf(asText).post(to, notice);
  expect(freshAsked).toEqual([false, true, false]);
});

test('without a token nothing is sent', async () => {
  const failing = createConnector({ token: () => Promise.reject(new Error('secret words')), mode: { isLocal: true, allowsLoopback: true }, now: Date.now });
  expect(await createMessenger({ connector: failing, render: () => asText, now: Date.now }).post(to, notice)).toEqual({ kind: 'later', afterMs: null, why: 'no-token' });
  const hanging = createConnector({ token: () => new Promise(() => {}), mode: { isLocal: true, allowsLoopback: true }, deadlineMs: 30, now: Date.now });
  expect(await createMessenger({ connector: hanging, render: () => asText, now: Date.now }).post(to, notice)).toMatchObject({ kind: 'later', why: 'no-token' });
  expect(fake.requests).toEqual([]);
});

test('the directory reads every page and keeps guests without an id', async () => {
  const people = Array.from({ length: 1_201 }, (_, index) => ({ id: `29:${index}`, name: `Person ${index}`, aadObjectId: `aad-${index}` }));
  fake.setMembers('19:chat', [{ id: '29:guest', name: 'Guest' }, { id: '28:bot', name: 'Turnstone' }, ...people]);
  const members = await createDirectory(connector).members(to, conversationId('19:chat'));
  expect(members).toHaveLength(1_202);
  expect(members[0]).toEqual({ id: null, teamsId: '29:guest', name: 'Guest' });
  expect(members.at(-1)).toEqual({ id: 'aad-1200', teamsId: '29:1200', name: 'Person 1200' });
  expect(fake.requests).toHaveLength(3);
});

test('the directory throws when Teams does not answer', async () => {
  fake.misbehave({ kind: 'status', status: 503, isApplied: false });
  await expect(createDirectory(connector).members(to, conversationId('19:chat'))).rejects.toThrow('http-503');
  fake.misbehave({ kind: 'cut', isApplied: false });
  await expect(createDirectory(connector).members(to, conversationId('19:chat'))).rejects.toThrow('Members could not be asked for');
});

test('a message drawn as nothing is a fault', async () => {
  const nothing = { summary: 's', card: null, text: null, mentions: [] };
  await expect(async () => messengerOf(nothing).post(to, notice)).rejects.toThrow('neither card nor text');
});
