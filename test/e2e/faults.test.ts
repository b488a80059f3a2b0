// Teams and the store at their worst while an hour runs: too many requests, lost answers, blocked conversations, cut
// connections, a store that throws (reliability.md 1, platform.md "Limits of Teams").

import { describe, expect, test } from '@jest/globals';
import { hourMs, minutes, seconds } from '../../src/core/time.ts';
import type { Fault } from '../support/connector-faults.ts';
import type { Person } from '../support/person.ts';
import { linesOf, linesOfAnswer } from '../support/read-card.ts';
import { channel, group, openService, type TestService } from '../support/service.ts';
import { at, begin, clockOf, colleagues, nth } from '../support/session-steps.ts';

const posts = (service: TestService, title: string): readonly string[] => service.posts(channel).filter(({ lines }) => lines[0] === title).map((each) => clockOf(each.at));

/** Meets the first `count` posts of a message that begins with `title` with `fault`. */
function breaks(service: TestService, title: string, { fault, count = 1 }: { readonly fault: Fault; readonly count?: number }): void {
  let left = count;
  service.fault = ({ act, body }) => {
    if (act !== 'post' || linesOf(body)[0] !== title || left === 0) return null;
    left -= 1;
    return fault;
  };
}

async function running(): Promise<{ service: TestService; aisha: Person; ben: Person }> {
  const service = await openService();
  const people = colleagues(service, 2);
  await begin(service, people);
  return { service, aisha: nth(people, 0), ben: nth(people, 1) };
}

describe('An announcement', () => {
  test.each<[string, Fault, string]>([
    ['429 with Retry-After is posted once, when Teams asked for', { kind: 'status', status: 429, retryAfter: '7', isApplied: false }, '16:05:07'],
    ['500 that was not accepted is posted again after six seconds', { kind: 'status', status: 500, isApplied: false }, '16:05:06'],
    ['a connection cut before it arrived is posted again after six seconds', { kind: 'cut', isApplied: false }, '16:05:06'],
  ])('that meets %s; the phase still ends on time', async (_what, fault, clock) => {
    const { service } = await running();
    breaks(service, 'Introduce the problem', { fault });
    await service.passTo(at('16:08'));
    expect(posts(service, 'Introduce the problem')).toEqual([clock]);
    expect(posts(service, 'Clarify')).toEqual(['16:07']);
    expect(service.card(channel, 'Introduce the problem').join('\n')).toContain('Over: 16:05 to 16:07');
  });

  test.each<[string, Fault]>([
    ['500 after it was accepted', { kind: 'status', status: 500, isApplied: true }],
    ['a connection cut after it was accepted', { kind: 'cut', isApplied: true }],
    ['an answer without an id', { kind: 'no-id' }],
  ])('whose answer is lost (%s) is posted again, and the twin is folded when its button is pressed', async (_what, fault) => {
    const { service, aisha } = await running();
    breaks(service, 'Introduce the problem', { fault });
    await service.passTo(at('16:05:30'));
    expect(posts(service, 'Introduce the problem')).toEqual(['16:05', '16:05:06']);
    const [twin = ''] = service.posts(channel).filter(({ lines }) => lines[0] === 'Introduce the problem').map(({ messageId }) => messageId);
    await aisha.presses(channel, { title: 'Next phase', messageId: twin });
    await service.pass(seconds(3));
    expect(posts(service, 'Clarify')).toEqual(['16:05:30']);
    expect(service.seen(channel).filter(([title]) => title === 'Introduce the problem')).toHaveLength(1);
    expect(service.card(channel, 'Introduce the problem').join('\n')).toContain('Over: 16:05 to 16:05');
  });

  test('in doubt whose button is pressed within six seconds told its own id, and is not posted again', async () => {
    const { service, aisha } = await running();
    breaks(service, 'Introduce the problem', { fault: { kind: 'cut', isApplied: true } });
    await service.passTo(at('16:05:03'));
    await aisha.presses(channel, { title: 'One minute more' });
    await service.passTo(at('16:06'));
    expect(posts(service, 'Introduce the problem')).toEqual(['16:05']);
    expect(service.card(channel, 'Introduce the problem').join('\n')).toContain('Ends at 16:08');
  });
});

test('Every request fails now and then for a whole hour: each phase is there once and in order', async () => {
  const { service } = await running();
  let n = 0;
  service.fault = () => {
    n += 1;
    if (n % 5 === 0) return { kind: 'status', status: 429, isApplied: false };
    return n % 7 === 0 ? { kind: 'status', status: 503, isApplied: false } : null;
  };
  await service.pass(hourMs);
  const titles = service.posts(channel).map(({ lines }) => lines[0] ?? '').filter((title) => /^(Introduce|Clarify|Look|Action step|Response|Our|Close|Summary)/.test(title));
  const turn = ['Introduce the problem', 'Clarify', 'Look deeper', 'Action step', 'Response', 'Our reflections'];
  expect(titles).toEqual([...turn, ...turn, 'Close', 'Summary']);
});

describe('A conversation that says no for good', () => {
  test('gets nothing more, while others go on, until somebody writes there again', async () => {
    const { service, aisha } = await running();
    const others = ['Umar Vance', 'Vera Wood'].map((name) => service.person(name));
    await nth(others, 0).says(group, 'start');
    await nth(others, 0).presses(group, { title: "I'm in, with a problem" });
    await nth(others, 0).presses(group, { title: 'Start session' });
    service.fault = ({ conversation, act }) => (conversation === channel.id && act !== 'members' ? { kind: 'status', status: 403, code: 'BotNotInConversationRoster', isApplied: false } : null);
    await service.passTo(at('16:20'));
    const refused = service.connector.requests.filter(({ conversation, isApplied }) => conversation === channel.id && !isApplied);
    expect(refused.filter(({ act }) => act === 'post')).toHaveLength(1);
    expect(service.posts(group).map(({ lines }) => lines[0])).toEqual(expect.arrayContaining(['Introduce the problem', 'Action step']));
    service.fault = () => null;
    await aisha.says(channel, 'status');
    expect(service.last(channel).join('\n')).toMatch(/Where we are/);
    await service.passTo(at('16:40'));
    expect(posts(service, 'Summary')).toEqual(['16:36']);
  });

  test('also when an edit is the first to hear it', async () => {
    const { service, aisha } = await running();
    await service.pass(seconds(10));
    service.fault = ({ act }) => (act === 'members' ? null : { kind: 'status', status: 403, code: 'BotNotInConversationRoster', isApplied: false });
    await aisha.presses(channel, { title: 'One minute more' });
    await service.passTo(at('16:20'));
    const refused = service.connector.requests.filter(({ conversation, isApplied }) => conversation === channel.id && !isApplied);
    expect(refused.map(({ act }) => act)).toEqual(['edit']);
  });

  test('and one that is gone is treated alike', async () => {
    const { service } = await running();
    service.connector.removeConversation(channel.id);
    await service.pass(hourMs);
    expect(service.connector.requests.filter(({ conversation, act, isApplied }) => conversation === channel.id && act === 'post' && !isApplied)).toHaveLength(1);
  });
});

describe('Answers to what people type', () => {
  test('are posted again when Teams asks to wait a little, and given up when it asks for long', async () => {
    const { service, aisha } = await running();
    await service.pass(seconds(10));
    breaks(service, 'Where we are', { fault: { kind: 'status', status: 429, retryAfter: '3', isApplied: false } });
    await aisha.says(channel, 'status');
    await service.pass(seconds(5));
    expect(posts(service, 'Where we are')).toEqual(['16:00:15']);
    breaks(service, 'Where we are', { fault: { kind: 'status', status: 429, retryAfter: '600', isApplied: false } });
    await aisha.says(channel, 'status');
    await service.pass(minutes(12));
    expect(posts(service, 'Where we are')).toHaveLength(1);
  });

  test('are never there twice: one whose answer is lost is left alone', async () => {
    const { service, aisha } = await running();
    breaks(service, 'Where we are', { fault: { kind: 'cut', isApplied: true } });
    await aisha.says(channel, 'status');
    await service.pass(minutes(1));
    expect(posts(service, 'Where we are')).toHaveLength(1);
  });

  test('of somebody who floods are dropped beyond thirty that wait', async () => {
    const { service, aisha } = await running();
    await Promise.all(Array.from({ length: 60 }, () => aisha.says(channel, 'status')));
    await service.pass(minutes(2));
    expect(posts(service, 'Where we are').length).toBeLessThanOrEqual(36);
    await service.passTo(at('16:05:10'));
    expect(posts(service, 'Introduce the problem')).toEqual(['16:05']);
  });
});

describe('A store that throws', () => {
  test('shows a code for the administrator and not a word of the fault, in every shape; what follows works again', async () => {
    const { service, aisha } = await running();
    service.expectsErrors = true;
    const fails = (): void => { service.onStoreCall = () => { throw new Error('SECRET disk at /var/lib/secret'); }; };
    const works = (): void => { service.onStoreCall = () => {}; };
    const press = aisha.pressing(channel, { title: 'Next phase' });
    fails();
    const answered = await aisha.send(press);
    expect(linesOfAnswer(answered.body).join()).toMatch(/^Something went wrong on my side; please try again.*: \w{4}-\w{4}\.$/);
    await aisha.send(aisha.pressing(channel, { title: 'Next phase', shape: 'submit' }));
    await aisha.says(channel, 'status');
    works();
    await service.pass(seconds(3));
    expect(service.seen(channel).flat().filter((line) => line.startsWith('Something went wrong'))).toHaveLength(1);
    expect(JSON.stringify([service.sent(), answered, service.logLines])).not.toContain('SECRET');
    const incident = /: (\w{4}-\w{4})\.$/.exec(linesOfAnswer(answered.body).join())?.[1] ?? 'none';
    expect(service.logLines.some((line) => line.includes(incident))).toBe(true);
    expect(linesOfAnswer((await aisha.presses(channel, { title: 'Next phase' })).body)).toEqual(['Done.']);
  });

  test('for half a minute at a phase’s end delays the next phase, and loses none', async () => {
    const { service } = await running();
    service.expectsErrors = true;
    await service.passTo(at('16:04:59'));
    service.onStoreCall = () => { throw new Error('down'); };
    await service.passTo(at('16:05:30'));
    service.onStoreCall = () => {};
    await service.passTo(at('16:06:30'));
    expect(posts(service, 'Introduce the problem')).toHaveLength(1);
    await service.passTo(at('16:40'));
    expect(posts(service, 'Summary')).toEqual(['16:36']);
  });
});
