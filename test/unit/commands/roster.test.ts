// Asking a chat's roster: seldom, and never taken for more than it says.

import { expect, test } from '@jest/globals';
import type { Clock, Member } from '../../../src/app/ports.ts';
import { createRoster } from '../../../src/commands/roster.ts';
import type { Conversation } from '../../../src/core/conversation/conversation.ts';
import { conversationId, personId, tenantId } from '../../../src/core/keys.ts';
import { minutes } from '../../../src/core/time.ts';
import type { Log } from '../../../src/log.ts';

const chat: Conversation = {
  tenant: tenantId('t'), id: conversationId('19:heads'), place: 'channel', person: null, name: null, language: null, serviceUrl: 'https://teams.example/',
  bot: { id: '28:bot', name: 'Turnstone' }, closed: null,
};
const ann = { id: personId('ann'), teamsId: '29:ann' };
const ben = { id: personId('ben'), teamsId: '29:ben' };

function rosterOf(answer: () => readonly Member[]) {
  const asked: string[] = [];
  let silentCount = 0;
  let now = 0;
  const members = async (_of: unknown, conversation: string): Promise<readonly Member[]> => {
    asked.push(conversation);
    return answer();
  };
  const roster = createRoster({ members }, { realNow: () => now } as Clock, { info: () => { silentCount += 1; } } as unknown as Log);
  return { roster, asked, pass: (lengthMs: number) => { now += lengthMs; }, silentCount: () => silentCount };
}
const listed = (...people: readonly (typeof ann)[]): readonly Member[] => people.map(({ id, teamsId }) => ({ id, teamsId, name: id }));

test('tells who is there by either id, and asks Teams once in five minutes', async () => {
  let present = listed(ann, ben);
  const { roster, asked, pass } = rosterOf(() => present);
  expect(await roster.has(chat, ann)).toBe(true);
  expect(await roster.has(chat, { id: personId('other'), teamsId: '29:ben' })).toBe(true);
  present = listed(ann);
  pass(minutes(4));
  expect(await roster.has(chat, ben)).toBe(true);
  expect(asked).toEqual(['19:heads']);
  pass(minutes(1));
  expect(await roster.has(chat, ben)).toBe(false);
  expect(await roster.has({ ...chat, id: conversationId('19:others') }, ann)).toBe(true);
  expect(asked).toEqual(['19:heads', '19:heads', '19:others']);
});

test('a Teams that does not answer, an empty list or one without ids say nothing of anybody', async () => {
  const silent = rosterOf(() => { throw new Error('gone'); });
  expect(await silent.roster.has(chat, ann)).toBeNull();
  expect(silent.silentCount()).toBe(1);
  expect(await rosterOf(() => []).roster.has(chat, ann)).toBeNull();
  expect(await rosterOf(() => [{ id: null, teamsId: '29:x', name: 'X' }]).roster.has(chat, ann)).toBeNull();
});

test('a chat that said no to us is not asked', async () => {
  const { roster, asked } = rosterOf(() => listed(ann));
  expect(await roster.has({ ...chat, closed: { at: 1, why: 'gone' } }, ben)).toBeNull();
  expect(asked).toEqual([]);
});
