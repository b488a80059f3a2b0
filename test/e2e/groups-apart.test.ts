// What goes wrong or sideways in a meeting of groups: people in none of them, a service that goes away, a root message
// whose answer is lost, mail that cannot be delivered, many groups in one chat. Deaths at every write: test/app.

import { describe, expect, test } from '@jest/globals';
import { hourMs, minutes, seconds } from '../../src/core/time.ts';
import { beginInGroups, channelItself, crowd, groupLine, postsOfGroup, threadOf } from '../support/groups.ts';
import type { Chat, Person } from '../support/person.ts';
import { linesOfAnswer } from '../support/read-card.ts';
import { channel, group as groupChat, openService, startAt, type TestService } from '../support/service.ts';
import { at, gather, nth, submits } from '../support/session-steps.ts';

const phases = ['Start on time', 'Introduce the problem', 'Clarify', 'Look deeper', 'Action step', 'Response', 'Our reflections', 'Close', 'Summary'];
const turnsOf = (count: number): readonly string[] => Array.from({ length: count }, () => phases.slice(1, 7)).flat();
const phasesOf = (service: TestService, number: number, count: number): readonly string[] =>
  postsOfGroup(service, number, count).map(({ lines }) => lines[0] ?? '').filter((title) => phases.includes(title));
const wholeHour = (owners: number): readonly string[] => ['Start on time', ...turnsOf(owners), 'Close', 'Summary'];

/** Seven in two groups of the channel: Aisha, Chloe, Eve and Grace; Ben, Dev and Finn. */
async function seven(options: { readonly chat?: Chat } = {}): Promise<{ readonly service: TestService; readonly people: readonly Person[] }> {
  const service = await openService();
  const people = crowd(service, 7);
  await beginInGroups(service, people, options);
  return { service, people };
}
async function answered(service: TestService, who: Person, said: string, chat = channel): Promise<string> {
  await service.pass(seconds(3));
  await who.says(chat, said);
  await service.pass(seconds(2));
  return service.last(chat).join('\n');
}

describe('Somebody in no group', () => {
  test('is shown a line for each, may write with the cards, and is told so when they type', async () => {
    const { service, people } = await seven();
    const zoe = service.person('Zoe Quill');
    await nth(people, 1).says(channel, 'pause');
    expect(await answered(service, zoe, 'status')).toMatch(/^Where we are\nGroup 1 of 2: Start on time, 4 min \d+ s left · chair: Aisha Hall\nGroup 2 of 2: paused in Start on time, 4 min \d+ s left · chair: Ben Hall/);
    expect(await answered(service, zoe, 'start')).toMatch(/^Where we are\nGroup 1 of 2/);
    for (const said of ['next', 'pause', 'note Hello', 'order Ben', 'end']) expect(await answered(service, zoe, said)).toMatch(/^We are in groups now\. .*“status”/);
    const noted = await zoe.presses(threadOf(service, 1, 2), { title: 'Add note', inputs: { note: 'From outside' } });
    expect(linesOfAnswer(noted.body)).toEqual(['Group 1 of 2 · Note saved.']);
  });

  test('as coordinator drives a group by its cards', async () => {
    const service = await openService();
    const [coordinator, ...people] = crowd(service, 8);
    if (coordinator === undefined) throw new Error('nobody');
    await coordinator.says(channel, 'start');
    for (const person of people) await person.presses(channel, { title: "I'm in, with a problem" });
    await nth(people, 0).presses(channel, { title: 'Start session' });
    await service.pass(seconds(5));
    await coordinator.presses(threadOf(service, 2, 2), { title: 'Next phase' });
    await service.pass(seconds(3));
    expect([phasesOf(service, 1, 2).length, phasesOf(service, 2, 2).length]).toEqual([1, 2]);
  });
});

test('Whose group has finished sees the others, and can still save an action', async () => {
  const { service, people } = await seven();
  const [ben, dev] = [nth(people, 1), nth(people, 3)];
  await ben.says(channel, 'next');
  await ben.says(channel, 'end');
  await ben.says(channel, 'end');
  await service.pass(seconds(5));
  expect(await answered(service, dev, 'status')).toMatch(/Group 1 of 2: Start on time, [^\n]*\nGroup 2 of 2: finished/);
  expect(await answered(service, dev, 'next')).toMatch(/^Group 2 of 2 · The session is over/);
  expect(await answered(service, ben, 'action Call the parents')).toMatch(/^Group 2 of 2 · Next action saved for Ben Hall/);
  await service.passTo(at('17:02'));
  expect(phasesOf(service, 1, 2)).toEqual(wholeHour(4));
});

test('The old card of the lobby has no buttons, and one pressed all the same changes nothing', async () => {
  const service = await openService();
  const people = crowd(service, 7);
  await gather(service, people);
  await service.passTo(startAt);
  const press = nth(people, 2).pressing(channel, { title: 'Start session' });
  await nth(people, 0).presses(channel, { title: 'Start session' });
  await service.pass(seconds(5));
  expect(linesOfAnswer((await nth(people, 2).send(press)).body).join()).toMatch(/^We are in groups now/);
  await service.pass(seconds(5));
  expect(service.posts(channelItself)).toHaveLength(2);
  await expect(nth(people, 2).presses(channel, { title: 'Start session' })).rejects.toThrow('Nobody can see');
});

test('A write-up submitted after the start is shown in its owner’s group, a chair who writes anything keeps theirs', async () => {
  const { service, people } = await seven();
  await service.passTo(at('16:06'));
  await submits(nth(people, 3));
  await service.pass(seconds(3));
  expect(service.posts(threadOf(service, 2, 2)).at(-1)?.lines.slice(0, 3)).toEqual(['Write-ups', 'Group 2 of 2', 'Dev Hall']);
  expect(service.posts(threadOf(service, 1, 2)).map(({ lines }) => lines[0])).not.toContain('Write-ups');
  await nth(people, 5).presses(threadOf(service, 2, 2), { title: 'Take the chair' });
  await service.pass(seconds(20));
  await nth(people, 1).says(channel, 'problems');
  await service.pass(minutes(1));
  expect(service.posts(threadOf(service, 2, 2)).map(({ lines }) => lines.join())).toContain('Group 2 of 2 · Ben Hall stays in the chair.');
});

test('What cannot be said to somebody alone is said in the thread of their group', async () => {
  const { service, people } = await seven();
  service.fault = ({ act }) => (act === 'open' ? { kind: 'status', status: 403, code: 'BotDisabledByAdmin', isApplied: false } : null);
  await nth(people, 1).says(channel, 'next');
  await service.passTo(at('16:50'));
  const instead = service.posts().filter(({ lines }) => lines.join().includes('something for you alone') && lines.join().includes('Finn Hall'));
  expect(instead.map(({ conversation }) => conversation)).toEqual([threadOf(service, 2, 2).id]);
});

describe('The process goes away', () => {
  test('for a minute, and the groups simply go on; for ten, and each is paused, says by how much, and waits for its own chair', async () => {
    const { service, people } = await seven();
    await service.passTo(at('16:06:30'));
    await service.restart(minutes(1));
    expect(service.seen(threadOf(service, 1, 2)).flat()).not.toContain('Paused');
    await service.passTo(at('16:12'));
    await service.restart(minutes(10));
    for (const [number, chair] of [[1, 0], [2, 1]] as const) {
      const thread = threadOf(service, number, 2);
      expect(service.card(thread, 'Paused').slice(1, 3)).toEqual([groupLine(number, 2), expect.stringMatching(/I was away and am \d+ min( \d+ s)? late/)]);
      await nth(people, chair).presses(thread, { title: 'Resume', inputs: { finish: 'later' } });
    }
    await service.pass(hourMs);
    expect([phasesOf(service, 1, 2), phasesOf(service, 2, 2)]).toEqual([wholeHour(4), wholeHour(3)]);
  });
});

test('A root whose answer was lost is posted again, and the group lives in the thread of the second', async () => {
  const service = await openService();
  const people = crowd(service, 7);
  await gather(service, people);
  await service.passTo(startAt);
  let lost = 0;
  service.fault = ({ act, conversation }) => (act === 'post' && conversation === channelItself.id && lost++ === 0 ? { kind: 'cut', isApplied: true } : null);
  await nth(people, 0).presses(channel, { title: 'Start session' });
  await service.pass(seconds(10));
  expect(service.posts(channelItself).map(({ lines }) => lines[0])).toEqual(expect.arrayContaining(['Group 1 of 2', 'Group 1 of 2', 'Group 2 of 2']));
  await service.pass(hourMs);
  expect(service.seen(threadOf(service, 1, 2)).map(([title]) => title ?? '').filter((title) => phases.includes(title))).toEqual(wholeHour(4));
});

describe('Many groups in one flat chat', () => {
  test.each([[13, 3, 3], [40, 7, 5]])('%d owners: every phase of all %d groups is there within %d s', async (ownerCount, groupCount, mostSeconds) => {
    const service = await openService();
    const people = Array.from({ length: ownerCount }, (_, index) => service.person(`Person ${String(index).padStart(2, '0')}`));
    await beginInGroups(service, people, { chat: groupChat });
    await service.pass(minutes(30));
    const lateMs = service.posts(groupChat).filter(({ at: postedAt, lines }) => postedAt >= startAt && phases.includes(lines[0] ?? '')).map(({ at: postedAt }) => (postedAt - startAt) % minutes(1));
    expect(Math.max(...lateMs)).toBeLessThanOrEqual(seconds(mostSeconds));
    expect(new Set(service.posts(groupChat).flatMap(({ lines }) => /^Group (\d)/.exec(lines[1] ?? '')?.[1] ?? []))).toHaveProperty('size', groupCount);
  });
});
