// Thirteen problems in three groups, in a channel and in a flat chat: each group has its hour, its chair, its thread or its
// name on every card, its summary and its record; then the community goes on as one (product.md 4, "Groups").

import { describe, expect, test } from '@jest/globals';
import { conversationId, communityKey, tenantId } from '../../src/core/keys.ts';
import type { Community } from '../../src/core/community/community.ts';
import { hourMs, minutes, seconds } from '../../src/core/time.ts';
import { beginInGroups, channelItself, crowd, groupLine, postsOfGroup, threadOf } from '../support/groups.ts';
import type { Chat } from '../support/person.ts';
import { linesOfAnswer } from '../support/read-card.ts';
import { channel, group as groupChat, openService, startAt, tenant, type TestService } from '../support/service.ts';
import { at, clockOf, gather, nth } from '../support/session-steps.ts';

const usual = ['Introduce the problem', 'Clarify', 'Look deeper', 'Action step', 'Response', 'Our reflections'];
const titles = ['Start on time', ...usual, 'Close', 'Summary'];
/** Titles of a group of five whose owners have no write-ups, and of one of four. */
const turnsOf = (count: number): readonly string[] => Array.from({ length: count }, () => usual).flat();

const places: readonly { readonly place: string; readonly chat: Chat; readonly home: (service: TestService, number: number) => Chat }[] = [
  { place: 'a channel', chat: channel, home: (service, number) => threadOf(service, number, 3) },
  { place: 'a flat chat', chat: groupChat, home: () => groupChat },
];

async function communityOf(service: TestService, chat: Chat): Promise<Community> {
  const stored = await service.service.store.documents.load(communityKey(tenantId(tenant), conversationId(chat.id.split(';')[0] ?? '')));
  return stored?.doc.state as Community;
}

describe.each(places)('Thirteen owners in $place', ({ chat, home }) => {
  test('have three hours side by side, each phase in order and on time, each with a summary of its own', async () => {
    const service = await openService();
    const people = crowd(service, 14);
    await beginInGroups(service, people.slice(0, 13), { chat, helpers: people.slice(13) });
    expect(service.card(chat, 'We are in 3 groups')).toEqual(expect.arrayContaining([
      'Group 1: Aisha Hall (chair), Dev Hall, Grace Hall, Jack Hall and Mia Hall',
      'Group 2: Ben Hall (chair), Eve Hall, Hugh Hall and Kate Hall; helping: Noah Hall',
      'Group 3: Chloe Hall (chair), Finn Hall, Ivy Hall and Liam Hall',
      'In a call, groups need breakout rooms. The organiser of the meeting opens them.',
    ]));
    await service.pass(hourMs + seconds(30));
    for (const [number, count] of [[1, 5], [2, 4], [3, 4]] as const) {
      const posts = postsOfGroup(service, number, 3).filter(({ lines }) => titles.includes(lines[0] ?? ''));
      expect(posts.map(({ lines }) => lines[0])).toEqual(['Start on time', ...turnsOf(count), 'Close', 'Summary']);
      expect(posts.every(({ lines }) => lines[1] === groupLine(number, 3))).toBe(true);
      expect(new Set(posts.map(({ conversation }) => conversation))).toEqual(new Set([home(service, number).id]));
      // Three cards at one instant in one chat wait for the platform's pace.
      for (const { at: postedAt } of posts) expect((postedAt - startAt) % minutes(1)).toBeLessThanOrEqual(seconds(3));
      const turns = postsOfGroup(service, number, 3).filter(({ lines }) => lines[0]?.startsWith('Turn '));
      expect(turns.map((each) => clockOf(Math.floor(each.at / 60_000) * 60_000))).toEqual(count === 5 ? ['16:05', '16:15', '16:25', '16:35', '16:45'] : ['16:05', '16:17', '16:30', '16:43']);
    }
    expect(service.card(chat, 'All 3 groups have finished')).toBeDefined();
  });

  test('speak in no other place than their own, and name their group in whatever they say', async () => {
    const service = await openService();
    await beginInGroups(service, crowd(service, 13), { chat });
    await nth(crowd(service, 13), 1).says(chat, 'pause');
    await service.pass(minutes(8));
    const since = service.sent().filter(({ at: sentAt, conversation }) => sentAt > startAt && conversation.startsWith('19:'));
    const ofLobby = (lines: readonly string[]): boolean => ["Before we start: who's here?", 'We are in 3 groups'].includes(lines[0] ?? '');
    for (const { lines } of since.filter((each) => !ofLobby(each.lines))) expect(lines.slice(0, 2).some((line) => /^Group \d of 3/.test(line))).toBe(true);
    for (const number of [1, 2, 3]) {
      const others = [1, 2, 3].filter((other) => other !== number).map((other) => groupLine(other, 3));
      const own = home(service, number);
      if (own !== groupChat) expect(service.posts(own).flatMap(({ lines }) => lines).filter((line) => others.includes(line))).toEqual([]);
    }
  });

  test('are driven each by their own chair, by buttons and by typed commands from anywhere in the community', async () => {
    const service = await openService();
    const people = crowd(service, 13);
    const [aisha, ben, chloe, dev, eve] = [nth(people, 0), nth(people, 1), nth(people, 2), nth(people, 3), nth(people, 4)];
    await beginInGroups(service, people, { chat });
    const phaseOf = (number: number): string => postsOfGroup(service, number, 3).findLast(({ lines }) => titles.includes(lines[0] ?? '') && lines[0] !== 'Summary')?.lines[0] ?? '';
    const cardOf = (number: number): string => postsOfGroup(service, number, 3).findLast(({ lines }) => titles.includes(lines[0] ?? ''))?.messageId ?? '';

    const refused = await chloe.presses(home(service, 2), { title: 'Next phase', messageId: cardOf(2) });
    expect(linesOfAnswer(refused.body).join()).toMatch(/^Group 2 of 3 · Only the chair, Ben Hall/);
    await ben.presses(home(service, 2), { title: 'Next phase', messageId: cardOf(2) });
    await service.pass(seconds(3));
    expect([1, 2, 3].map(phaseOf)).toEqual(['Start on time', 'Introduce the problem', 'Start on time']);
    await aisha.says(chat, 'next');
    await service.pass(seconds(3));
    expect([1, 2, 3].map(phaseOf)).toEqual(['Introduce the problem', 'Introduce the problem', 'Start on time']);

    // Dev is in the first group and writes in the thread of the third: the note is the first group's.
    await dev.says(home(service, 3), 'note From the first group');
    await eve.says(chat, 'note From the second group');
    await service.pass(seconds(3));
    await chloe.says(chat, 'status');
    await service.pass(seconds(3));
    expect(service.card(chat, 'Where we are').slice(0, 3)).toEqual(['Where we are', 'Group 3 of 3', expect.stringMatching(/^Start on time: \d min/)]);
    await ben.says(chat, 'end');
    await ben.says(chat, 'end');
    await service.pass(seconds(5));
    const summary = postsOfGroup(service, 2, 3).findLast(({ lines }) => lines[0] === 'Summary')?.lines.join('\n') ?? '';
    expect(summary).toContain('From the second group');
    expect(summary).not.toContain('From the first group');
    expect(summary).not.toContain('Next chair');
    expect([1, 3].map(phaseOf)).toEqual(['Introduce the problem', 'Start on time']);
  });

  test('are one community afterwards: everyone attended, everyone had a turn, the first group’s next chair stands, history has each group', async () => {
    const service = await openService();
    const people = crowd(service, 14);
    const owners = people.slice(0, 13);
    await beginInGroups(service, owners, { chat, helpers: people.slice(13), ready: owners.slice(0, 2) });
    await nth(people, 3).says(chat, 'action Ask two teachers');
    await service.passTo(at('16:56'));
    const close = service.connector.visible(home(service, 2).id).findLast(({ activity }) => JSON.stringify(activity).includes('Before we go') && JSON.stringify(activity).includes(groupLine(2, 3)));
    expect(JSON.stringify(close?.activity)).not.toContain('Appoint');
    await nth(people, 0).presses(home(service, 1), { title: 'Appoint', inputs: { nextChair: 'id-grace-hall' } });
    await service.passTo(at('17:02'));
    const community = await communityOf(service, chat);
    expect(community).toMatchObject({ session: null, nextChair: 'id-grace-hall' });
    const members = Object.values(community.members);
    expect(members).toHaveLength(14);
    expect(members.every(({ sessionCount }) => sessionCount === 1)).toBe(true);
    expect(members.filter(({ chairedCount }) => chairedCount === 1).map(({ name }) => name).toSorted()).toEqual(['Aisha Hall', 'Ben Hall', 'Chloe Hall']);
    expect(community.actions).toMatchObject([{ name: 'Dev Hall', text: 'Ask two teachers' }]);
    expect(members.filter(({ waitingSince }) => waitingSince > startAt)).toHaveLength(13);

    await nth(people, 5).says(chat, 'history');
    await service.pass(seconds(2));
    const history = service.card(chat, 'Sessions held').join('\n');
    for (const number of [1, 2, 3]) expect(history).toContain(`Thursday 3 December 2026, 16:00 (London time) · ${groupLine(number, 3)}`);
    await nth(people, 0).says(chat, 'start');
    await service.pass(seconds(2));
    expect(service.last(chat)[0]).toBe("Before we start: who's here?");
    expect(service.last(nth(people, 4).privateChat)[0]).toBe('Your turn in the session');
  });
});

test('Each group’s record holds its own turns and notes, and says which group it was', async () => {
  const service = await openService();
  const people = crowd(service, 7);
  await beginInGroups(service, people);
  await nth(people, 1).says(channel, 'note Said in the second group');
  await service.pass(hourMs + seconds(10));
  const record = async (number: number): Promise<string> => {
    const text = JSON.stringify(service.connector.visible(threadOf(service, number, 2).id).at(-1)?.activity);
    const address = /http:\/\/127\.0\.0\.1:\d+\/records\/[\w.-]+/.exec(text)?.[0] ?? '';
    return (await fetch(address)).text();
  };
  const [first, second] = [await record(1), await record(2)];
  expect(first).toContain('- Group 1 of 2');
  expect(first).toMatch(/Aisha Hall[^]*Chloe Hall[^]*Eve Hall[^]*Grace Hall/);
  expect(first).not.toContain('Ben Hall');
  expect(second).toMatch(/- Group 2 of 2[^]*Said in the second group/);
});

test('The lobby of seven lists its groups, and offers on a card of its own to stay together', async () => {
  const service = await openService();
  const people = crowd(service, 7);
  await gather(service, people);
  expect(service.seen(channel).map(([title]) => title)).toEqual(["Before we start: who's here?", '7 problems: 2 groups']);
  expect(service.card(channel, "Before we start: who's here?")).toEqual(expect.arrayContaining(['Group 1: Aisha Hall (chair), Chloe Hall, Eve Hall and Grace Hall', 'Group 2: Ben Hall (chair), Dev Hall and Finn Hall']));
  const refused = await nth(people, 6).presses(channel, { title: 'Stay together' });
  expect(linesOfAnswer(refused.body).join()).toMatch(/^Only Aisha Hall.* can do that/);

  await nth(people, 0).presses(channel, { title: 'Stay together' });
  await service.pass(seconds(3));
  expect(service.card(channel, '7 problems: staying together').join('\n')).toContain('carried over to another meeting: Grace Hall');
  await nth(people, 0).presses(channel, { title: 'Split into groups' });
  await nth(people, 0).presses(channel, { title: 'Stay together' });
  await service.passTo(startAt);
  await nth(people, 3).presses(channel, { title: 'Start session' });
  await service.pass(seconds(3));
  expect(service.card(channel, 'Agenda')).toEqual(expect.arrayContaining(['16:45 · Finn Hall · no write-up yet', 'Grace Hall · carried over']));
  await service.passTo(at('17:01'));
  expect(service.last(channel).join('\n')).toMatch(/7 · Grace Hall\nCarried over/);
  expect(service.posts(channelItself)).toEqual([]);
  expect((await communityOf(service, channel)).session).toBeNull();
});
