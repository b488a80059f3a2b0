// Ahead of a meeting and after it, as it should not go but does: people who leave between a reminder and its delivery,
// several at once, chats that take nothing, other tenants, dates at the edge (product.md 5 and 7).

import { describe, expect, test } from '@jest/globals';
import { minutes, seconds } from '../../src/core/time.ts';
import type { Fault } from '../support/connector-faults.ts';
import type { FaultRule } from '../support/fake-connector.ts';
import type { Answered, Chat, Person } from '../support/person.ts';
import { linesOfAnswer } from '../support/read-card.ts';
import { group, openService, type TestService } from '../support/service.ts';
import { colleagues, nth } from '../support/session-steps.ts';

const weekBefore = Date.UTC(2026, 11, 10, 9, 0);
const nudge = 'Your problem for the next meeting';
const answerOf = (answered: Answered): string => linesOfAnswer(answered.body).join('\n');
const idOf = (person: Person): string => `id-${person.name.toLowerCase().replaceAll(' ', '-')}`;

/** Three people with a meeting two weeks on, on Thursday 17 December 2026 at 16:00. */
async function planned(chat: Chat = group, inputs: Readonly<Record<string, string>> = {}): Promise<{ readonly service: TestService; readonly people: readonly Person[] }> {
  const service = await openService({ sweepEveryMs: seconds(30) });
  const people = colleagues(service, 3);
  const aisha = nth(people, 0);
  await aisha.says(chat, 'start');
  for (const person of people) await person.presses(chat, { title: "I'm in, with a problem" });
  await aisha.presses(chat, { title: 'Cancel this session' });
  await aisha.says(chat, 'set up');
  await aisha.presses(chat, { title: 'Save', inputs: { nextDate: '2026-12-17', nextTime: '16:00', ...inputs } });
  await service.pass(seconds(5));
  return { service, people };
}

const leaves = (teller: Person, who: Person, chat: Chat): Promise<Answered> => {
  const membersRemoved = [{ id: who.teamsId, aadObjectId: idOf(who) }];
  return teller.send(teller.activity(chat, { type: 'conversationUpdate', membersRemoved }));
};
/** No chat of one person with the bot takes anything for now. */
const busyAlone: FaultRule = ({ conversation }) => (conversation?.startsWith('a:') === true ? { kind: 'status', status: 429, isApplied: false } : null);
const countOf = (service: TestService, person: Person, title: string): number => service.posts(person.privateChat).filter(({ lines }) => lines[0] === title).length;

describe('Somebody who leaves the chat', () => {
  test('while their reminder waits for Teams gets none, and is not called for', async () => {
    const { service, people } = await planned();
    const [aisha, ben, chloe] = [nth(people, 0), nth(people, 1), nth(people, 2)];
    await leaves(aisha, ben, group);
    await service.skipTo(weekBefore - minutes(1));
    service.fault = busyAlone;
    await service.passTo(weekBefore + minutes(1));
    await leaves(aisha, chloe, group);
    service.fault = () => null;
    await service.passTo(weekBefore + minutes(20));
    expect(people.map((person) => countOf(service, person, nudge))).toEqual([1, 0, 0]);
    expect(service.posts(group).filter(({ at }) => at >= weekBefore)).toEqual([]);
  });

  test('as the coordinator is not called at the time of a meeting that nobody begins', async () => {
    const { service, people } = await planned();
    const meetingAt = Date.UTC(2026, 11, 17, 16, 0);
    await leaves(nth(people, 1), nth(people, 0), group);
    await service.skipTo(meetingAt - minutes(9));
    await service.passTo(meetingAt + minutes(5));
    expect(service.posts(group).filter(({ at }) => at >= meetingAt - minutes(15)).map(({ lines }) => lines[0])).toEqual(["Before we start: who's here?"]);
  });
});

test.each(['BST', 'GMT'])('A time zone of letters alone, such as %s, is asked back: to the database of zones it is another place', async (zone) => {
  const service = await openService();
  const aisha = service.person('Aisha Khan');
  const inputs = { isWhole: true, zone, protocol: 'npq-community', lengthMinutes: '60', wakingFrom: '07:30', wakingTo: '18:30', nextDate: '2026-12-17', nextTime: '16:00' };
  await aisha.says(group, 'set up');
  expect(answerOf(await aisha.forges(group, { verb: 'set-up', data: inputs }))).toMatch(/Not saved yet[^]*Time zone: I do not know this one\. Write it like Europe\/London/);
});

describe('A reminder in doubt', () => {
  test.each<[string, Fault]>([
    ['its answer was lost', { kind: 'cut', isApplied: true }], ['nothing was ever answered', { kind: 'silence', isApplied: true }],
    ['Teams failed after it took it', { kind: 'status', status: 500, isApplied: true }], ['the answer held no id', { kind: 'no-id' }],
  ])('comes once where %s, and the delivery report tells', async (_what, fault) => {
    const { service, people } = await planned();
    const aisha = nth(people, 0);
    await service.skipTo(weekBefore - minutes(1));
    service.fault = ({ act, conversation }) => (act === 'post' && conversation?.startsWith('a:') === true ? fault : null);
    await service.passTo(weekBefore + minutes(1));
    service.fault = () => null;
    await service.passTo(weekBefore + minutes(30));
    expect(people.map((person) => countOf(service, person, nudge))).toEqual([1, 1, 1]);
    await aisha.says(aisha.privateChat, 'deliveries');
    expect(service.last(aisha.privateChat).join('\n')).toMatch(/Ben Cole: a reminder to write up a problem; Teams did not say whether it arrived/);
    expect(service.posts(group).filter(({ at }) => at >= weekBefore)).toEqual([]);
  });

  test('comes once where the process dies before it heard the answer', async () => {
    const { service, people } = await planned();
    await service.skipTo(weekBefore - minutes(1));
    service.expectsErrors = true;
    service.fault = ({ act, conversation }) => (act === 'post' && conversation?.startsWith('a:') === true ? { kind: 'silence', isApplied: true } : null);
    await service.passTo(weekBefore + seconds(31));
    service.fault = () => null;
    await service.restart(minutes(1));
    await service.passTo(weekBefore + minutes(40));
    expect(people.map((person) => countOf(service, person, nudge))).toEqual([1, 1, 1]);
  });

  test('comes later where Teams says that it can take nothing now', async () => {
    const { service, people } = await planned();
    await service.skipTo(weekBefore - minutes(1));
    service.fault = ({ conversation }) => (conversation?.startsWith('a:') === true ? { kind: 'status', status: 503, isApplied: false } : null);
    await service.passTo(weekBefore + minutes(1));
    service.fault = () => null;
    await service.passTo(weekBefore + minutes(30));
    expect(people.map((person) => countOf(service, person, nudge))).toEqual([1, 1, 1]);
  });
});
