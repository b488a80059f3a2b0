// Ahead of a planned meeting, by itself: who is reminded, when, how often, and who is not (product.md 5). Days pass in the
// test's time only.

import { describe, expect, test } from '@jest/globals';
import { dayMs, hourMs, type Instant, minutes, seconds } from '../../src/core/time.ts';
import type { Chat, Person } from '../support/person.ts';
import { linesOfAnswer } from '../support/read-card.ts';
import { group, openService, type TestService } from '../support/service.ts';
import { colleagues, nth, submits, suitableWriteUp } from '../support/session-steps.ts';

/** Thursday 3 December 2026, when it is planned; the meeting is two weeks later, at 16:00 in London. */
const meetingAt = Date.UTC(2026, 11, 17, 16, 0);
const weekBefore = Date.UTC(2026, 11, 10, 9, 0);
const dayBefore = Date.UTC(2026, 11, 16, 9, 0);
const nudge = 'Your problem for the next meeting';
const lobby = "Before we start: who's here?";

/** Three people who came into a lobby once; the first of them plans the meeting. */
async function planned(chat: Chat = group, inputs: Readonly<Record<string, string>> = {}): Promise<{ readonly service: TestService; readonly people: readonly Person[] }> {
  const service = await openService({ sweepEveryMs: seconds(30) });
  const people = colleagues(service, 3);
  const [aisha] = [nth(people, 0)];
  await aisha.says(chat, 'start');
  for (const person of people) await person.presses(chat, { title: "I'm in, with a problem" });
  await aisha.presses(chat, { title: 'Cancel this session' });
  await plan(service, chat, { nextDate: '2026-12-17', nextTime: '16:00', ...inputs });
  return { service, people };
}

async function plan(service: TestService, chat: Chat, inputs: Readonly<Record<string, string>>): Promise<void> {
  const [aisha] = [nth(colleagues(service, 1), 0)];
  await aisha.says(chat, 'set up');
  await aisha.presses(chat, { title: 'Save', inputs });
  await service.pass(seconds(5));
}

const privately = (service: TestService, person: Person, title: string): readonly Instant[] =>
  service.posts(person.privateChat).filter(({ lines }) => lines[0] === title).map(({ at }) => at);
/** When each of them was reminded. */
const nudged = (service: TestService, people: readonly Person[]): readonly (readonly Instant[])[] => people.map((person) => privately(service, person, nudge));
const posted = (service: TestService, chat: Chat, pattern: RegExp): readonly Instant[] => service.posts(chat).filter(({ lines }) => pattern.test(lines.join('\n'))).map(({ at }) => at);
const soon = (at: Instant) => ({ from: at, until: at + minutes(1) });
const isWithin = (at: Instant | undefined, { from, until }: { readonly from: Instant; readonly until: Instant }): boolean => at !== undefined && at >= from && at < until;

describe('Reminders', () => {
  test('come before the very first meeting too, to whoever has written in the chat, and to nobody who has not', async () => {
    const service = await openService({ sweepEveryMs: seconds(30) });
    const people = colleagues(service, 3);
    const [aisha, ben] = [nth(people, 0), nth(people, 1)];
    await plan(service, group, { nextDate: '2026-12-17', nextTime: '16:00' });
    await ben.says(group, 'help');
    await service.skipTo(weekBefore - seconds(30));
    await service.passTo(weekBefore + minutes(5));
    expect(nudged(service, people).map((each) => each.length)).toEqual([1, 1, 0]);
    await aisha.says(group, 'problems');
    expect(service.last(group).join('\n')).toMatch(/Aisha Khan[^]*Ben Cole/);
  });

  test('come seven days and one day before at nine, to those without a ready write-up only, and say why they come and how to stop them', async () => {
    const { service, people } = await planned();
    const [aisha, ben] = [nth(people, 0), nth(people, 1)];
    await service.skipTo(weekBefore - seconds(30));
    await service.passTo(weekBefore + minutes(5));
    expect(nudged(service, people).map((each) => each.length)).toEqual([1, 1, 1]);
    expect(isWithin(nudged(service, people)[0]?.[0], soon(weekBefore))).toBe(true);
    expect(service.last(ben.privateChat).join('\n')).toMatch(/Group meets on Thursday 17 December 2026, 16:00 \(London time\)[^]*You get this because/);
    await submits(aisha);
    await ben.presses(ben.privateChat, { title: 'Open my write-up' });
    await service.skipTo(dayBefore - seconds(30));
    await service.passTo(dayBefore + minutes(5));
    expect(nudged(service, people).map((each) => each.length)).toEqual([1, 2, 2]);
    expect(isWithin(nudged(service, people)[1]?.[1], soon(dayBefore))).toBe(true);
    expect(posted(service, group, /problem/i).filter((at) => at > weekBefore)).toEqual([]);
  });

  test('stop for whoever says so, and come again when they want them', async () => {
    const { service, people } = await planned();
    const [aisha, ben] = [nth(people, 0), nth(people, 1)];
    await service.skipTo(weekBefore + minutes(5));
    for (const person of [aisha, ben]) expect(linesOfAnswer((await person.presses(person.privateChat, { title: 'Stop these reminders' })).body).join()).toContain('will not remind you');
    await ben.forges(ben.privateChat, { verb: 'nudges-on', data: { community: group.id } });
    await service.skipTo(dayBefore + minutes(5));
    expect(nudged(service, people).map((each) => each.length)).toEqual([1, 2, 2]);
  });

  test('are not sent for a meeting that was moved, nor for one that was called off, nor when they are switched off', async () => {
    const { service, people } = await planned();
    await plan(service, group, { nextDate: '2027-01-21', nextTime: '16:00' });
    await service.skipTo(weekBefore + hourMs);
    await service.skipTo(dayBefore + hourMs);
    expect(nudged(service, people)).toEqual([[], [], []]);
    await service.skipTo(Date.UTC(2027, 0, 14, 9, 5));
    expect(nudged(service, people).map((each) => each.length)).toEqual([1, 1, 1]);
    await plan(service, group, { nextDate: '', nextTime: '' });
    await service.skipTo(Date.UTC(2027, 0, 20, 9, 5));
    expect(nudged(service, people).map((each) => each.length)).toEqual([1, 1, 1]);
  });

  test('that Teams did not take are looked at again before they leave: none for who is done by then', async () => {
    const { service, people } = await planned();
    const [aisha] = [nth(people, 0)];
    await service.skipTo(weekBefore - minutes(1));
    service.fault = ({ conversation }) => (conversation?.startsWith('a:') === true ? { kind: 'status', status: 429, isApplied: false } : null);
    await service.passTo(weekBefore + minutes(2));
    service.fault = ({ conversation }) => (conversation?.startsWith('a:') === true ? { kind: 'status', status: 429, isApplied: false } : null);
    await aisha.forges(aisha.privateChat, { verb: 'problem-submit', data: { community: group.id, problem: 'Pupils forget', evidence: '', context: '', why: '', specific: 'yes', solvable: 'yes', controllable: 'yes', npqArea: '', frameworkSection: '', artefactLink: '', artefactDescription: '' } });
    service.fault = () => null;
    await service.passTo(weekBefore + minutes(5));
    expect(nudged(service, people).map((each) => each.length)).toEqual([0, 1, 1]);
  });

  test('that Teams did not take are not sent once the meeting was moved', async () => {
    const { service, people } = await planned();
    await service.skipTo(weekBefore - minutes(1));
    service.fault = ({ conversation }) => (conversation?.startsWith('a:') === true ? { kind: 'status', status: 429, isApplied: false } : null);
    await service.passTo(weekBefore + minutes(2));
    await plan(service, group, { nextDate: '2027-01-21', nextTime: '16:00' });
    service.fault = () => null;
    await service.passTo(weekBefore + minutes(10));
    expect(nudged(service, people)).toEqual([[], [], []]);
  });

  test.each([
    ['a minute', weekBefore - seconds(30), minutes(1), [1, 2]],
    ['a day', weekBefore - hourMs, dayMs, [0, 1]],
    ['a week', weekBefore - hourMs, 7 * dayMs, [0, 0]],
  ])('after %s of downtime only what is not late comes, and once', async (_what, from, awayMs, [first, both]) => {
    const { service, people } = await planned();
    await service.skipTo(from);
    await service.restart(awayMs);
    await service.skipTo(Math.max(service.now(), weekBefore + hourMs));
    expect(nth(people, 0) && nudged(service, people)[0]?.length).toBe(first);
    await service.skipTo(Math.max(service.now(), dayBefore + hourMs));
    expect(nudged(service, people).map((each) => each.length)).toEqual([both, both, both]);
  });

  test('come once where the process dies after it asked for them', async () => {
    const { service, people } = await planned();
    await service.skipTo(weekBefore - minutes(1));
    service.fault = ({ conversation }) => (conversation?.startsWith('a:') === true ? { kind: 'status', status: 503, isApplied: true } : null);
    await service.passTo(weekBefore + seconds(2));
    service.fault = () => null;
    await service.restart(minutes(1));
    await service.passTo(weekBefore + hourMs);
    for (const each of nudged(service, people)) expect(each.length).toBeGreaterThanOrEqual(1);
    await service.restart(minutes(1));
    const before = nudged(service, people);
    await service.passTo(weekBefore + 2 * hourMs);
    expect(nudged(service, people)).toEqual(before);
  });
});

describe('Who cannot be reached alone', () => {
  test('is mentioned in the chat without what it was, and the delivery report tells the coordinator alone who and why', async () => {
    const { service, people } = await planned();
    const [aisha, ben] = [nth(people, 0), nth(people, 1)];
    await service.skipTo(weekBefore - minutes(1));
    service.fault = ({ act, body }) => (act === 'open' && JSON.stringify(body).includes(ben.teamsId) ? { kind: 'status', status: 403, code: 'BotNotInConversationRoster', isApplied: false } : null);
    await service.passTo(weekBefore + minutes(2));
    expect(posted(service, group, /<at>Ben Cole<\/at>: I have something for you alone but cannot write to you/)).toHaveLength(1);
    expect(posted(service, group, /write up|write-up|problem submitted/).filter((at) => at > weekBefore)).toEqual([]);
    await ben.says(group, 'deliveries');
    expect(service.last(group).join()).toMatch(/coordinator/);
    await aisha.says(aisha.privateChat, 'deliveries');
    expect(service.last(aisha.privateChat).join('\n')).toMatch(/What could not be delivered[^]*10 December 2026, 09:00 · Ben Cole: a reminder to write up a problem; I am not, or no longer, among their own chats/);
    expect(service.last(aisha.privateChat).join('\n')).toMatch(/last came to each of them alone\nBen Cole: nothing yet\nAisha Khan: Thursday 10 December 2026, 09:00/);
    await aisha.says(group, 'deliveries');
    expect(service.last(group).join()).toMatch(/I have written to you in our own chat/);
    await service.pass(seconds(5));
    expect(privately(service, aisha, 'What could not be delivered')).toHaveLength(2);
    await aisha.removes(group);
    await aisha.says(aisha.privateChat, 'deliveries');
    expect(service.last(aisha.privateChat)[1]).toMatch(/^I cannot write to the group’s chat since Thursday 10 December 2026, 09:02/);
  });
});

describe('The lobby of a planned meeting', () => {
  const opensAt = meetingAt - minutes(10);

  test('opens by itself ten minutes before, calls the coordinator once, closes after an hour, and the next meeting in the rhythm is said', async () => {
    const { service } = await planned(group, { rhythm: 'weekly' });
    await service.skipTo(opensAt + minutes(1));
    expect(posted(service, group, /Before we start/).filter((at) => at >= opensAt)).toHaveLength(1);
    await service.passTo(meetingAt + minutes(30));
    const called = posted(service, group, /<at>Aisha Khan<\/at>: the meeting was planned for 16:00/);
    expect(called.map((at) => isWithin(at, soon(meetingAt + minutes(3))))).toEqual([true]);
    await service.passTo(meetingAt + hourMs + minutes(2));
    expect(service.card(group, lobby).join('\n')).toMatch(/closed/i);
    expect(posted(service, group, /planned for Thursday 17 December 2026 was not held\. The next one: Thursday 24 December 2026, 16:00/)).toHaveLength(1);
    await service.skipTo(Date.UTC(2026, 11, 24, 15, 55));
    expect(service.card(group, lobby).join('\n')).toMatch(/16:00/);
  });

  test('in a channel begins a thread of its own, in which the session then speaks', async () => {
    const channel: Chat = { id: '19:heads@thread.tacv2;messageid=1700000000000', type: 'channel', name: 'Heads' };
    const { service, people } = await planned(channel);
    await service.skipTo(opensAt + minutes(1));
    const root = service.posts().find(({ conversation, at }) => conversation === '19:heads@thread.tacv2' && at >= opensAt);
    expect(root?.lines[0]).toBe(lobby);
    const thread: Chat = { ...channel, id: `19:heads@thread.tacv2;messageid=${root?.messageId ?? ''}` };
    await nth(people, 1).forges(thread, { verb: 'in-owner', data: buttonData(root?.body), messageId: root?.messageId ?? '' });
    await nth(people, 1).says(thread, 'status');
    await service.passTo(meetingAt + minutes(4));
    expect(posted(service, thread, /the meeting was planned for 16:00/)).toHaveLength(1);
    expect(service.sent().filter(({ conversation, at }) => conversation === '19:heads@thread.tacv2' && at > opensAt + minutes(1))).toEqual([]);
  });

  test('is the same for start, opens once over restarts, and not again for whoever cancelled it', async () => {
    const { service, people } = await planned();
    await service.skipTo(opensAt + minutes(1));
    await service.restart(minutes(1));
    await nth(people, 1).says(group, 'start');
    expect(posted(service, group, /^Before we start/).filter((at) => at >= opensAt)).toHaveLength(1);
    await nth(people, 0).presses(group, { title: 'Cancel this session' });
    await service.passTo(meetingAt + minutes(20));
    expect(posted(service, group, /^Before we start/).filter((at) => at >= opensAt)).toHaveLength(1);
    expect(posted(service, group, /the meeting was planned/)).toEqual([]);
  });

  test.each([
    ['before the planned time', minutes(8), 1],
    ['shortly after it', minutes(20), 1],
    ['when it is of no use any more', minutes(50), 0],
  ])('that an outage delayed opens %s or not', async (_what, awayMs, count) => {
    const { service } = await planned();
    await service.skipTo(opensAt - minutes(1));
    await service.restart(awayMs);
    await service.pass(seconds(40));
    expect(posted(service, group, /^Before we start/).filter((at) => at >= opensAt)).toHaveLength(count);
  });

  test('is not opened for a meeting that was held already, and what was opened for one that is moved closes', async () => {
    const { service, people } = await planned();
    await service.skipTo(opensAt + minutes(1));
    await plan(service, group, { nextDate: '2026-12-17', nextTime: '18:00' });
    expect(service.card(group, lobby).join('\n')).toMatch(/cancelled/i);
    await service.passTo(meetingAt + minutes(10));
    expect(posted(service, group, /the meeting was planned/)).toEqual([]);
    await nth(people, 0).says(group, 'start');
    await nth(people, 0).presses(group, { title: "I'm in, to help others" });
    await nth(people, 0).presses(group, { title: 'Start session' });
    await nth(people, 0).says(group, 'end');
    await nth(people, 0).presses(group, { title: 'End session' });
    await service.passTo(Date.UTC(2026, 11, 17, 18, 5));
    expect(posted(service, group, /^Before we start/).filter((at) => at >= opensAt)).toHaveLength(2);
  });
});

describe('Whoever chairs for the first time', () => {
  test('gets the page for it the day before, once, and only while they are the next chair', async () => {
    const { service, people } = await planned();
    const [aisha, ben] = [nth(people, 0), nth(people, 1)];
    await aisha.says(group, 'start');
    for (const person of people) await person.presses(group, { title: "I'm in, to help others" });
    await aisha.presses(group, { title: 'Start session' });
    await service.passTo(service.now() + minutes(6));
    await aisha.presses(group, { title: 'Appoint', inputs: { nextChair: 'id-ben-cole' } });
    await service.pass(hourMs);
    await service.skipTo(dayBefore - seconds(30));
    await service.passTo(dayBefore + minutes(2));
    expect(people.map((person) => privately(service, person, 'You chair the next meeting').length)).toEqual([0, 1, 0]);
    expect(service.card(ben.privateChat, 'You chair the next meeting').join('\n')).toMatch(/Group meets on Thursday 17 December 2026, 16:00[^]*Start session[^]*Start on time \(5 min\)[^]*Look deeper \(3 to 4 min\)[^]*Close/);
  });
});

describe('Where the group has switched it on', () => {
  const switchedOn = { readAhead: 'true', questionsAhead: 'true' };
  const asks = async (person: Person, question: string): Promise<string> => {
    const form = await person.presses(group, { title: 'Ask a question' });
    const data = { ...formData(form.body), question };
    return linesOfAnswer((await person.forges(group, { verb: 'ask', data })).body).join('\n');
  };

  test('the shared problems go to the others an hour before the meeting, and none that was taken back', async () => {
    const { service, people } = await planned(group, switchedOn);
    const [aisha, ben] = [nth(people, 0), nth(people, 1)];
    for (const person of [aisha, ben]) await shares(person);
    await ben.says(ben.privateChat, 'problem');
    await ben.presses(ben.privateChat, { title: 'Withdraw' });
    await service.skipTo(meetingAt - hourMs - seconds(30));
    await service.passTo(meetingAt - hourMs + minutes(2));
    expect(people.map((person) => privately(service, person, 'To read before the meeting').length)).toEqual([0, 1, 1]);
    const pack = service.card(nth(people, 2).privateChat, 'To read before the meeting').join('\n');
    expect(pack).toMatch(/Aisha Khan[^]*Pupils forget/);
    expect(pack).not.toContain('Ben Cole');
  });

  test('a question on a shared problem is saved once, its owner is told in waking hours, and it opens the Clarify phase', async () => {
    const { service, people } = await planned(group, switchedOn);
    const [aisha, ben, chloe] = [nth(people, 0), nth(people, 1), nth(people, 2)];
    await shares(aisha);
    await service.skipTo(Date.UTC(2026, 11, 8, 22, 0));
    expect(linesOfAnswer((await aisha.presses(group, { title: 'Ask a question' })).body).join()).toContain('your own problem');
    expect(await asks(ben, '')).toContain('Please write your question first');
    expect(await asks(ben, 'x'.repeat(2_001))).toMatch(/2001 characters; 2000 fit[^]*xxx/);
    for (let n = 0; n < 2; n++) expect(await asks(ben, 'Which year group is it?')).toContain('Saved. Aisha Khan is told');
    await asks(chloe, 'When did it last happen?');
    expect(privately(service, aisha, 'Questions about your problem')).toEqual([]);
    await service.skipTo(Date.UTC(2026, 11, 9, 7, 29));
    await service.passTo(Date.UTC(2026, 11, 9, 7, 32));
    expect(privately(service, aisha, 'Questions about your problem')).toHaveLength(1);
    expect(service.card(aisha.privateChat, 'Questions about your problem').join('\n')).toMatch(/Ben Cole: Which year group is it\?\nChloe Diaz: When did it last happen\?/);
    expect(service.card(aisha.privateChat, 'Questions about your problem').filter((line) => line.includes('year group'))).toHaveLength(1);
    expect(JSON.stringify(service.seen(group))).not.toContain('Which year group');
    await service.skipTo(meetingAt - minutes(9));
    for (const person of people) await person.presses(group, { title: "I'm in, with a problem" });
    await service.passTo(meetingAt);
    await aisha.presses(group, { title: 'Start session' });
    await service.passTo(meetingAt + minutes(20));
    const titles = service.posts(group).map(({ lines }) => lines[0]);
    const asked = titles.indexOf('Asked ahead of Aisha Khan');
    expect([titles.filter((title) => title === 'Asked ahead of Aisha Khan').length, titles[asked - 1]]).toEqual([1, 'Clarify']);
    expect(service.card(group, 'Asked ahead of Aisha Khan').join('\n')).toContain('Ben Cole: Which year group is it?');
  });
});

async function shares(person: Person): Promise<void> {
  await person.says(person.privateChat, 'problem');
  await person.presses(person.privateChat, { title: 'Share with the group', inputs: suitableWriteUp });
}

/** What the one button of an answered form carries. */
function formData(body: unknown): Readonly<Record<string, unknown>> {
  const found = /"data":(\{"verb":"ask"[^}]*\})/.exec(JSON.stringify(body))?.[1];
  return found === undefined ? {} : JSON.parse(found) as Readonly<Record<string, unknown>>;
}

/** What the first button of a card carries. */
function buttonData(body: unknown): Readonly<Record<string, unknown>> {
  const found = /"data":(\{"verb":"in-owner"[^}]*\})/.exec(JSON.stringify(body))?.[1];
  return found === undefined ? {} : JSON.parse(found) as Readonly<Record<string, unknown>>;
}
