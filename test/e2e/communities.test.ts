// Where it talks: channel threads, group chats and the 1:1 chat; two communities of two tenants see nothing of each
// other; someone in several communities is asked which (product.md 2 and 3).

import { describe, expect, test } from '@jest/globals';
import { hourMs, minutes, seconds } from '../../src/core/time.ts';
import type { Answered, Chat, Person } from '../support/person.ts';
import { linesOfAnswer, linkIn } from '../support/read-card.ts';
import { channel, group, openService, type TestService } from '../support/service.ts';
import { begin, clockOf, colleagues, nth, submits, suitableWriteUp } from '../support/session-steps.ts';

const answerOf = (answered: Answered): string => linesOfAnswer(answered.body).join('\n');
const lobbyTitle = "Before we start: who's here?";
const otherTenant = 'bbbbbbbb-0000-0000-0000-00000000000b';

describe('Places', () => {
  test('`start` as a new post in a channel holds the session in the thread of that post', async () => {
    const service = await openService();
    const aisha = service.person('Aisha Khan');
    const root: Chat = { id: '19:heads@thread.tacv2', type: 'channel', name: 'Heads' };
    const said = { ...aisha.saying(root, 'start'), id: '1700000000042' };
    await aisha.send(said);
    const thread: Chat = { ...root, id: `${root.id};messageid=1700000000042` };
    expect(service.last(thread)[0]).toBe(lobbyTitle);
    await aisha.presses(thread, { title: "I'm in, with a problem" });
    await aisha.presses(thread, { title: 'Start session' });
    await service.pass(minutes(30));
    expect(service.last(thread)[0]).toBe('Summary');
    expect(service.seen(root)).toEqual([]);
  });

  test('a group chat has its whole hour too', async () => {
    const service = await openService();
    await begin(service, colleagues(service, 2), { chat: group });
    await service.pass(hourMs);
    const summary = service.posts(group).find(({ lines }) => lines[0] === 'Summary');
    expect(clockOf(summary?.at ?? 0)).toBe('16:36');
  });

  test('in a channel or group the bot is silent unless it is mentioned', async () => {
    const service = await openService();
    const aisha = service.person('Aisha Khan');
    await aisha.says(channel, 'start', false);
    await aisha.says(group, 'help', false);
    expect(service.sent()).toEqual([]);
  });

  test('it says hello once where it is installed, not when that is repeated, and again after it was removed', async () => {
    const service = await openService();
    const aisha = service.person('Aisha Khan');
    await aisha.installs(group);
    await aisha.installs(group);
    expect(service.seen(group)).toEqual([[expect.stringMatching(/^Hello, I am Turnstone/)]]);
    await aisha.removes(group);
    await aisha.installs(group);
    expect(service.seen(group)).toHaveLength(2);
  });

  test('what belongs to a community is refused in a 1:1 chat without one, and starting always', async () => {
    const service = await openService();
    const aisha = service.person('Aisha Khan');
    for (const [said, answer] of [['history', /do not belong to a community/], ['problem', /do not belong to a community/], ['start', /only in a channel/], ['set up', /only in a channel/], ['coordinator Ben', /only in a channel/]] as const) {
      await aisha.says(aisha.privateChat, said);
      expect(service.last(aisha.privateChat).join()).toMatch(answer);
      await service.pass(seconds(2));
    }
  });
});

test('Two communities of two tenants hold their sessions side by side and see nothing of each other', async () => {
  const service = await openService();
  const ours = colleagues(service, 2);
  const theirs = ['Umar Vance', 'Vera Wood'].map((name) => service.person(name, { tenant: otherTenant }));
  await begin(service, ours, { ready: ours.slice(0, 1) });
  await begin(service, theirs, { chat: group });
  await nth(theirs, 0).says(group, 'note Secret of the other tenant');
  await service.pass(hourMs);
  expect([service.last(channel)[0], service.last(group)[0]]).toEqual(['Summary', 'Summary']);
  const seenBy = (chat: Chat): string => JSON.stringify(service.seen(chat));
  expect(seenBy(channel)).not.toMatch(/Umar|Vera|other tenant/);
  expect(seenBy(group)).not.toMatch(/Aisha|Ben Cole|Pupils forget/);

  // The same conversation id and the same person id in another tenant are another conversation and another person.
  const namesake = service.person('Aisha Khan', { tenant: otherTenant });
  await namesake.says(channel, 'history');
  expect(service.last(channel).join('\n')).toMatch(/None yet/);
  await namesake.says(namesake.privateChat, 'problem');
  expect(service.last(namesake.privateChat).join('\n')).not.toContain(suitableWriteUp.problem);
});

describe('In the 1:1 chat someone in several communities', () => {
  const second: Chat = { id: '19:second@thread.tacv2;messageid=1700000000001', type: 'channel', name: 'Primary leads' };

  /** Aisha held a session in each; the channel `Primary leads` was used last. */
  async function inTwo(): Promise<{ service: TestService; aisha: Person }> {
    const service = await openService();
    const aisha = service.person('Aisha Khan');
    for (const chat of [channel, second]) {
      await aisha.says(chat, 'start');
      await aisha.presses(chat, { title: "I'm in, with a problem" });
      await aisha.presses(chat, { title: 'Start session' });
      await service.pass(seconds(5));
      await aisha.says(chat, `note Said in ${chat.name ?? ''}`);
      await service.pass(minutes(30));
    }
    return { service, aisha };
  }

  test('is asked which, the last used first; until they choose nothing is done', async () => {
    const { service, aisha } = await inTwo();
    const before = service.seen(channel).length + service.seen(second).length;
    await aisha.says(aisha.privateChat, 'history');
    expect(service.last(aisha.privateChat)[0]).toBe('Which community?');
    const card = JSON.stringify(service.connector.visible(aisha.privateChat.id).at(-1)?.activity);
    expect(card.indexOf('Primary leads')).toBeLessThan(card.indexOf('Heads'));
    await service.pass(hourMs);
    expect(service.seen(channel).length + service.seen(second).length).toBe(before);
  });

  test.each(['execute', 'submit'] as const)('is answered for the one chosen, and for this command only (%s)', async (shape) => {
    const { service, aisha } = await inTwo();
    const chosen = async (command: string, community: string): Promise<string> => {
      await aisha.says(aisha.privateChat, command);
      const answered = await aisha.presses(aisha.privateChat, { title: 'Go on', shape, inputs: { community } });
      await service.pass(seconds(3));
      return shape === 'execute' ? answerOf(answered) : service.last(aisha.privateChat).join('\n');
    };
    expect(await chosen('problem', '19:heads@thread.tacv2')).toMatch(/My problem write-up\nFor: Heads/);
    expect(await chosen('problem', '19:second@thread.tacv2')).toMatch(/My problem write-up\nFor: Primary leads/);
    expect(await chosen('history said Heads', '19:heads@thread.tacv2')).toMatch(/Thursday 3 December 2026, 15:55/);
    expect(await chosen('history said Heads', '19:second@thread.tacv2')).toMatch(/None found/);
    expect(await chosen('problem', '19:elsewhere@thread.tacv2')).toMatch(/do not belong to a community/);
  });

  test('is not asked for what needs no community, nor for what cannot be done there', async () => {
    const { service, aisha } = await inTwo();
    for (const [said, answer] of [['help', /What you can do here/], ['protocols', /Kinds of session/], ['birthday 14 March', /^Saved: 14 March/], ['start', /only in a channel/], ['hstory', /Did you mean “history”/]] as const) {
      await aisha.says(aisha.privateChat, said);
      expect(service.last(aisha.privateChat).join('\n')).toMatch(answer);
      await service.pass(seconds(2));
    }
  });

  test('writes one note however often the choice is pressed, and none before', async () => {
    const { service, aisha } = await inTwo();
    await aisha.says(second, 'start');
    await aisha.presses(second, { title: "I'm in, with a problem" });
    await aisha.presses(second, { title: 'Start session' });
    await service.pass(seconds(5));
    await aisha.says(aisha.privateChat, 'note From my own chat');
    const choice = { title: 'Go on', inputs: { community: '19:second@thread.tacv2' } };
    for (let press = 0; press < 3; press++) expect(answerOf(await aisha.presses(aisha.privateChat, choice))).toMatch(/Note saved|Done/);
    await service.pass(hourMs);
    expect(service.card(second, 'Summary').join('\n').match(/From my own chat/g)).toHaveLength(1);
  });

  test('`Older` goes on in the community whose history it is, whichever was used since', async () => {
    const { service, aisha } = await inTwo();
    for (let n = 0; n < 6; n++) {
      await aisha.says(channel, 'start');
      await aisha.presses(channel, { title: "I'm in, to help others" });
      await aisha.presses(channel, { title: 'Start session' });
      await service.pass(minutes(15));
    }
    await aisha.says(aisha.privateChat, 'history');
    await aisha.presses(aisha.privateChat, { title: 'Go on', shape: 'submit', inputs: { community: '19:heads@thread.tacv2' } });
    await service.pass(minutes(5));
    await aisha.says(second, 'status');
    await service.pass(seconds(3));
    const older = answerOf(await aisha.presses(aisha.privateChat, { title: 'Older' }));
    expect(older.match(/Thursday 3 December/g)).toHaveLength(2);
    const record = linkIn(service.connector.visible(aisha.privateChat.id).at(-1)?.activity ?? {});
    expect(record).not.toBeNull();
    const forged = await aisha.forges(aisha.privateChat, { verb: 'older', data: { olderThan: '19:elsewhere@thread.tacv2 x', words: '' } });
    expect(answerOf(forged)).toMatch(/could not read that form/);
  });

  test('with one community nothing is asked', async () => {
    const service = await openService();
    const aisha = service.person('Aisha Khan');
    await aisha.says(channel, 'start');
    await submits(aisha);
    expect(service.seen(aisha.privateChat).flat()).not.toContain('Which community?');
  });
});
