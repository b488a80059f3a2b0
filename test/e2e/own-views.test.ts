// Per-person views over HTTP: a client asks by itself, and what it gets is for one alone. That is no act: it writes
// nothing, keeps nobody in the chair, and says nothing in the chat (product.md 4.4).

import { describe, expect, test } from '@jest/globals';
import { seconds } from '../../src/core/time.ts';
import { cardOf } from '../support/card-buttons.ts';
import type { Answered, Chat, Person } from '../support/person.ts';
import { linesOfAnswer } from '../support/read-card.ts';
import { channel, group, openService, type TestService } from '../support/service.ts';
import { at, begin, colleagues, nth } from '../support/session-steps.ts';

interface Refresh {
  readonly action: { readonly verb: string; readonly data: Readonly<Record<string, unknown>> };
  readonly userIds: readonly string[];
}

/** The phase card with this title as it stands, and what it has clients ask. */
function phaseCard(service: TestService, title: string): { readonly id: string; readonly refresh: Refresh | undefined } {
  const found = service.connector.visible(channel.id).findLast(({ activity }) => cardOf(activity) !== null && JSON.stringify(cardOf(activity)?.['body']).includes(`"text":"${title}"`));
  if (found === undefined) throw new Error(`nobody can see ${title}`);
  return { id: found.id, refresh: cardOf(found.activity)?.['refresh'] as Refresh | undefined };
}

interface Asking {
  readonly chat?: Chat;
  readonly data: unknown;
  readonly messageId?: string;
  readonly shape?: 'execute' | 'submit';
}

/** What a client sends when it shows the card to this person. */
function asks(person: Person, { chat = channel, data, messageId, shape = 'execute' }: Asking): Promise<Answered> {
  const reply = messageId === undefined ? {} : { replyToId: messageId };
  if (shape === 'submit') return person.send(person.activity(chat, { type: 'message', value: { verb: 'my-view', ...data as object }, ...reply }));
  const value = { action: { type: 'Action.Execute', title: 'Refresh', verb: 'my-view', data }, trigger: 'automatic' };
  return person.send(person.activity(chat, { type: 'invoke', name: 'adaptiveCard/action', value, ...reply }));
}

const dataOf = (service: TestService, title: string) => phaseCard(service, title).refresh?.action.data ?? {};
const lines = ({ body }: Answered): readonly string[] => linesOfAnswer(body);
const writes = new Set(['create', 'replace', 'remove', 'add']);

/** Calls of the store from now on, by method. */
function watched(service: TestService): Record<string, number> {
  const calls: Record<string, number> = {};
  service.onStoreCall = (method) => { calls[method] = (calls[method] ?? 0) + 1; };
  return calls;
}
const writesIn = (calls: Readonly<Record<string, number>>): readonly string[] => Object.keys(calls).filter((method) => writes.has(method));

/** Aisha chairs and has the turn, Ben has the next, Chloe helps; it is 16:09:30, in Look deeper. */
async function lookingDeeper(): Promise<{ readonly service: TestService; readonly aisha: Person; readonly ben: Person; readonly chloe: Person }> {
  const service = await openService();
  const [aisha, ben, chloe] = colleagues(service, 3) as [Person, Person, Person];
  await begin(service, [aisha, ben], { helpers: [chloe] });
  await service.passTo(at('16:09:30'));
  return { service, aisha, ben, chloe };
}

test('Each sees their own part under the title, on a card that is otherwise the one all share and asks again', async () => {
  const { service, aisha, ben, chloe } = await lookingDeeper();
  const shared = service.card(channel, 'Look deeper');
  const { refresh, id } = phaseCard(service, 'Look deeper');
  expect(refresh?.userIds).toEqual([aisha, ben, chloe].map(({ teamsId }) => teamsId));
  const own = [
    [aisha, 'You listen and write; you speak again at 16:15 · You chair'], [ben, 'You speak now, until 16:13 · Your turn begins at 16:18'],
    [chloe, 'You speak now, until 16:13'], [service.person('Dev Patel'), 'You are not in this session: press Join'],
  ] as const;
  for (const [person, line] of own) {
    const answer = await asks(person, { data: refresh?.action.data, messageId: id });
    expect(answer.body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { refresh } });
    expect(lines(answer)).toEqual([shared[0], line, ...shared.slice(1)]);
  }
});

test('Sixty people who look at once cost reads and nothing else', async () => {
  const { service, aisha } = await lookingDeeper();
  const data = dataOf(service, 'Look deeper');
  const strangers = Array.from({ length: 59 }, (_, index) => service.person(`Person ${index}`));
  const before = service.connector.requests.length;
  const calls = watched(service);
  const answers = await Promise.all([aisha, ...strangers].map((person) => asks(person, { data, messageId: phaseCard(service, 'Look deeper').id })));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(calls).toEqual({ load: 60 });
  await service.pass(seconds(1));
  expect(writesIn(calls)).toEqual([]);
  expect(service.connector.requests).toHaveLength(before);
});

test('A client that asks is no sign of life: the chair passes all the same', async () => {
  const { service, aisha, chloe } = await lookingDeeper();
  await chloe.presses(channel, { title: 'Take the chair' });
  for (let second = 0; second < 60; second += 10) {
    await asks(aisha, { data: dataOf(service, 'Look deeper') });
    await service.pass(seconds(10));
  }
  expect(service.seen(channel).flat()).toContain('Chloe Diaz is now in the chair.');
});

test('Of a card from before it gets the card as it is now: over, without asking again', async () => {
  const { service, chloe } = await lookingDeeper();
  const data = dataOf(service, 'Look deeper');
  await service.passTo(at('16:13:30'));
  const answer = await asks(chloe, { data });
  expect(lines(answer)).toEqual(service.card(channel, 'Look deeper'));
  expect(lines(answer).join()).toContain('Over: 16:09 to 16:13');
  expect(JSON.stringify(answer.body)).not.toMatch(/refresh|Next phase/);
  expect(phaseCard(service, 'Look deeper').refresh).toBeUndefined();
});

test('In the moment before a deadline is noticed it is already counted, and nobody is asked to press what is stale', async () => {
  const { service, chloe } = await lookingDeeper();
  await chloe.says(channel, 'pause');
  const answer = await asks(chloe, { data: dataOf(service, 'Look deeper') });
  expect(lines(answer)[1]).toBe('Nothing to do until the session goes on');
});

describe('What is forged', () => {
  test.each([
    ['another session', { session: 'nobody' }, /no session here/],
    ['a phase that has not begun', { step: 8 }, /out of date/],
    ['a phase far out of range', { step: 998 }, /out of date/],
    ['a phase that is no number', { step: 'x' }, /could not read/],
    ['a phase below zero', { step: -1 }, /could not read/],
    ['something more', { admin: true }, /could not read/],
    ['another revision', { rev: -1 }, /could not read/],
  ] as const)('%s is answered politely and shows nothing', async (_what, forged, answer) => {
    const { service, chloe } = await lookingDeeper();
    const calls = watched(service);
    const answered = await asks(chloe, { data: { ...dataOf(service, 'Look deeper'), ...forged } });
    expect(answered.body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    expect(lines(answered).join()).toMatch(answer);
    expect(writesIn(calls)).toEqual([]);
  });

  test('a session of another community, from a chat of one\'s own or the 1:1 chat, shows nothing of it', async () => {
    const { service, chloe } = await lookingDeeper();
    for (const chat of [group, chloe.privateChat]) expect(lines(await asks(chloe, { chat, data: dataOf(service, 'Look deeper') })).join()).toMatch(/no session here/);
    expect(lines(await asks(service.person('Guest', { id: null }), { data: dataOf(service, 'Look deeper') })).join()).toMatch(/Guests can read along/);
  });

  test('as a message that all would read an answer to, it is answered with silence', async () => {
    const { service, chloe } = await lookingDeeper();
    const before = service.seen(channel).length;
    expect((await asks(chloe, { data: dataOf(service, 'Look deeper'), shape: 'submit' })).status).toBe(200);
    await service.pass(seconds(2));
    expect(service.seen(channel)).toHaveLength(before);
  });
});

test('A card in doubt that somebody looks at has landed: it is not posted again', async () => {
  const service = await openService();
  const people = colleagues(service, 2);
  await begin(service, people);
  // The answer to the next phase card is lost: it stands there, and nobody knows.
  service.fault = ({ act, body }) => (act === 'post' && JSON.stringify(body).includes('Introduce the problem') && JSON.stringify(body).includes('Speaking:') ? { kind: 'cut', isApplied: true } : null);
  await service.passTo(at('16:05:02'));
  service.fault = () => null;
  const { id } = phaseCard(service, 'Introduce the problem');
  await asks(nth(people, 1), { data: dataOf(service, 'Introduce the problem'), messageId: id });
  await service.pass(seconds(20));
  expect(service.posts(channel).filter(({ lines: [title] }) => title === 'Introduce the problem')).toHaveLength(1);
});
