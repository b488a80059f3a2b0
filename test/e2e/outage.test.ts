// The store goes away, or crawls, for a minute in the middle of an hour: nothing acknowledged is lost, nothing is announced
// twice, and people are told once.

import { describe, expect, test } from '@jest/globals';
import { hourMs, minutes, seconds } from '../../src/core/time.ts';
import { linesOfAnswer, linkIn } from '../support/read-card.ts';
import { channel, openService, type TestService } from '../support/service.ts';
import { at, begin, clockOf, colleagues, nth } from '../support/session-steps.ts';

const turn = ['Introduce the problem', 'Clarify', 'Look deeper', 'Action step', 'Response', 'Our reflections'];
const order = ['Start on time', ...turn, ...turn, 'Close', 'Summary'];
const announced = (service: TestService): readonly string[] =>
  service.posts(channel).map(({ lines }) => lines[0] ?? '').filter((title) => order.includes(title));
const complaints = (service: TestService): readonly string[] =>
  service.seen(channel).flat().filter((line) => line.startsWith('Something went wrong'));
const recordOf = async (service: TestService): Promise<string> => {
  const links = service.connector.visible(channel.id).flatMap(({ activity }) => linkIn(activity) ?? []);
  return (await fetch(links.at(-1) ?? '')).text();
};

async function running() {
  const service = await openService();
  service.expectsErrors = true;
  const people = colleagues(service, 3);
  await begin(service, people.slice(0, 2), { helpers: people.slice(2) });
  return { service, aisha: nth(people, 0), ben: nth(people, 1), chloe: nth(people, 2) };
}

describe('A store that is away for a minute', () => {
  const goesAway = (service: TestService): void => { service.onStoreCall = () => { throw new Error('away'); }; };
  const comesBack = (service: TestService): void => { service.onStoreCall = () => {}; };

  test('loses no note that was acknowledged, keeps none that was refused, and says so to each presser and once in the chat', async () => {
    const { service, aisha, ben, chloe } = await running();
    await service.passTo(at('16:06:30'));
    await chloe.presses(channel, { title: 'Add note', inputs: { note: 'Said before' } });
    goesAway(service);
    const refusals = await Promise.all([aisha, ben, chloe].map((person) => person.presses(channel, { title: 'Add note', inputs: { note: `Refused ${person.name}` } })));
    for (const person of [aisha, ben, chloe]) await person.says(channel, 'note Typed in vain');
    await service.pass(seconds(30));
    await ben.says(channel, 'status');
    await service.passTo(at('16:07:25'));
    comesBack(service);
    await service.passTo(at('16:07:40'));
    await chloe.presses(channel, { title: 'Add note', inputs: { note: 'Said afterwards' } });
    await service.pass(hourMs);
    for (const answer of refusals) expect(linesOfAnswer(answer.body).join()).toMatch(/^Something went wrong on my side/);
    expect(complaints(service)).toHaveLength(1);
    expect(announced(service)).toEqual(order);
    const record = await recordOf(service);
    expect([record.match(/Said before/g), record.match(/Said afterwards/g)]).toEqual([['Said before'], ['Said afterwards']]);
    expect(record).not.toMatch(/Refused|in vain/);
  });

  test('delays the phase that was due by no more than a sweep beyond its return, and every later one comes on time', async () => {
    const { service } = await running();
    await service.passTo(at('16:06:40'));
    goesAway(service);
    await service.passTo(at('16:07:40'));
    comesBack(service);
    await service.passTo(at('16:40'));
    const clocks = service.posts(channel).filter(({ lines }) => order.includes(lines[0] ?? '')).map((post) => clockOf(post.at));
    expect(clocks[2]).toMatch(/^16:07:(4\d|50)$/);
    expect([clocks[3], clocks.at(-1)]).toEqual(['16:09', '16:36']);
    expect(announced(service)).toEqual(order);
  });

  test.each(['Start on time', 'Response', 'Close'] as const)('in %s skips nothing and says nothing twice', async (title) => {
    const { service } = await running();
    await service.passTo({ 'Start on time': at('16:04:30'), 'Response': at('16:16:30'), 'Close': at('16:35:30') }[title]);
    goesAway(service);
    await service.pass(minutes(1));
    comesBack(service);
    await service.pass(hourMs);
    expect([announced(service), complaints(service)]).toEqual([order, []]);
  });
});

test('A store whose every write is done and its answer lost, for a minute, doubles nothing', async () => {
  const { service, ben } = await running();
  await service.passTo(at('16:06:30'));
  service.afterStoreCall = (method) => { if (['create', 'replace', 'add'].includes(method)) throw new Error('answer lost'); };
  await ben.presses(channel, { title: 'Add note', inputs: { note: 'Written all the same' } });
  await service.pass(minutes(1));
  service.afterStoreCall = () => {};
  await service.pass(hourMs);
  expect(announced(service)).toEqual(order);
  expect((await recordOf(service)).match(/Written all the same/g)).toHaveLength(1);
});

test('A store that takes three seconds for every call, for a minute, makes the hour late by as much and no more', async () => {
  const { service } = await running();
  await service.passTo(at('16:06:30'));
  service.storeDelayMs = seconds(3);
  await service.pass(minutes(1));
  service.storeDelayMs = 0;
  await service.pass(hourMs);
  expect(announced(service)).toEqual(order);
  const posts = service.posts(channel).filter(({ lines }) => order.includes(lines[0] ?? ''));
  expect(clockOf(posts[2]?.at ?? 0)).toMatch(/^16:07:(0\d|1\d|2\d)$/);
  expect(clockOf(posts.at(-1)?.at ?? 0)).toMatch(/^16:36/);
});
