// Whoever leaves a community's chat sees nothing more of it, at every door; whoever comes back sees it again (product.md 7).

import { expect, test } from '@jest/globals';
import { minutes, seconds } from '../../src/core/time.ts';
import { buttonsOf, cardOf } from '../support/card-buttons.ts';
import type { Answered, Chat, Person } from '../support/person.ts';
import { linesOfAnswer } from '../support/read-card.ts';
import { channel, group, openService, type TestService } from '../support/service.ts';
import { begin, colleagues, nth } from '../support/session-steps.ts';

const answerOf = (answered: Answered): string => linesOfAnswer(answered.body).join('\n');
const closedDoor = /Only members of that community can see this/;
const team: Chat = { id: '19:team@thread.tacv2', type: 'channel', name: 'Heads' };
const idOf = (person: Person): string => `id-${person.name.toLowerCase().replaceAll(' ', '-')}`;

/** As Teams tells it: of a team, in the conversation of its first channel. */
const told = (teller: Person, chat: Chat, change: Readonly<Record<string, unknown>>): Promise<Answered> =>
  teller.send({ ...teller.activity(chat, { type: 'conversationUpdate', ...change }), id: `f:${JSON.stringify(change)}` });

/** A short session; what is asked for alone afterwards is about this community. */
async function met(service: TestService, chat: Chat): Promise<{ aisha: Person; ben: Person }> {
  const [aisha, ben] = [nth(colleagues(service, 2), 0), nth(colleagues(service, 2), 1)];
  await begin(service, [aisha], { chat, helpers: [ben] });
  await aisha.says(chat, 'end');
  await aisha.says(chat, 'end');
  await service.pass(seconds(10));
  return { aisha, ben };
}

async function asks(service: TestService, person: Person, text: string): Promise<string> {
  await person.says(person.privateChat, text);
  await service.pass(seconds(2));
  return service.last(person.privateChat).join('\n');
}

test('Taken out of a group chat: history, older pages, status, problems and the form are closed, until they are back', async () => {
  const service = await openService();
  const { aisha, ben } = await met(service, group);
  expect(await asks(service, ben, 'history')).toMatch(/Sessions held[^]*Aisha Khan/);
  expect(await asks(service, ben, 'problem')).toMatch(/problem/i);
  const before = service.posts(group).length;
  await told(aisha, group, { membersRemoved: [{ id: ben.teamsId, aadObjectId: idOf(ben) }] });
  for (const text of ['history', 'history Aisha', 'status', 'problems', 'problem', 'actions', 'report']) expect(await asks(service, ben, text)).toMatch(closedDoor);
  expect(answerOf(await ben.forges(ben.privateChat, { verb: 'older', data: { verb: 'older', olderThan: `${group.id} `, words: '' } }))).not.toMatch(/Chair|Sessions held/);
  expect(answerOf(await ben.presses(ben.privateChat, { title: 'Save draft', inputs: { problem: 'Mine' } }))).not.toMatch(/Saved|Draft/);
  expect(await asks(service, aisha, 'history')).toMatch(/Sessions held/);
  // Nobody there is told that they left: Teams says so itself.
  expect(service.posts(group)).toHaveLength(before);

  await told(aisha, group, { membersAdded: [{ id: ben.teamsId, aadObjectId: idOf(ben) }] });
  expect(await asks(service, ben, 'history')).toMatch(/Sessions held[^]*Aisha Khan/);
});

test('Taken out of a team: each of its channels is closed, a chat of the same people is not, and writing there opens it', async () => {
  const service = await openService();
  const { aisha, ben } = await met(service, channel);
  await ben.says(group, 'problems');
  // Teams names the person by Teams id alone at times: where that is not enough, nothing happens.
  await told(aisha, team, { membersRemoved: [{ id: ben.teamsId }] });
  expect(await asks(service, ben, 'history')).toMatch(/Which community/);
  await told(aisha, team, { membersRemoved: [{ id: ben.teamsId, aadObjectId: idOf(ben) }] });
  expect(await asks(service, ben, 'history')).toMatch(/Sessions held[^]*None yet/);
  await ben.says(channel, 'status');
  expect(await asks(service, ben, 'history')).toMatch(/Which community/);
});

test('Taken out of a private channel: that one is closed, the other channels of its team are not', async () => {
  const service = await openService();
  const { aisha, ben } = await met(service, channel);
  const own: Chat = { id: '19:private@thread.tacv2', type: 'channel', name: 'Heads' };
  await ben.says(own, 'problems');
  const change = (eventType: string) => ({ channelData: { team: { id: '19:team@thread.tacv2' }, channel: { id: own.id }, eventType } });
  await told(aisha, own, { membersRemoved: [{ id: ben.teamsId, aadObjectId: idOf(ben) }], ...change('channelMemberRemoved') });
  expect(await asks(service, ben, 'history')).toMatch(/Sessions held[^]*Aisha Khan/);
  await told(aisha, own, { membersAdded: [{ id: ben.teamsId, aadObjectId: idOf(ben) }], ...change('channelMemberAdded') });
  expect(await asks(service, ben, 'history')).toMatch(/Which community/);
});

test('By the Teams id alone they are known in the chat where they attended or wrote up a problem', async () => {
  const service = await openService();
  const { aisha, ben } = await met(service, group);
  const chloe = service.person('Chloe Diaz');
  await chloe.says(group, 'problems');
  await chloe.says(chloe.privateChat, 'problem');
  await chloe.presses(chloe.privateChat, { title: 'Save draft', inputs: { problem: 'Mine' } });
  await told(aisha, group, { membersRemoved: [{ id: ben.teamsId }, { id: chloe.teamsId }] });
  expect(await asks(service, ben, 'history')).toMatch(closedDoor);
  expect(await asks(service, chloe, 'history')).toMatch(closedDoor);
  // Nobody waits for the problem of somebody who left.
  expect(await asks(service, aisha, 'problems')).not.toMatch(/Chloe/);
});

test('Where Teams tells nothing, the roster is asked; where it says nothing, what is stored counts', async () => {
  const service = await openService();
  const { aisha, ben } = await met(service, channel);
  const memberOf = (person: Person) => ({ id: person.teamsId, name: person.name, aadObjectId: idOf(person) });
  service.connector.setMembers('19:heads@thread.tacv2', [aisha, ben].map(memberOf));
  expect(await asks(service, ben, 'history')).toMatch(/Sessions held/);
  service.connector.setMembers('19:heads@thread.tacv2', [memberOf(aisha)]);
  expect(await asks(service, ben, 'history')).toMatch(/Sessions held/);
  await service.pass(minutes(6));
  service.fault = ({ act }) => (act === 'members' ? { kind: 'status', status: 500, code: 'Fault', isApplied: false } : null);
  expect(await asks(service, ben, 'history')).toMatch(/Sessions held/);
  service.fault = () => null;
  await service.pass(minutes(6));
  expect(await asks(service, ben, 'history')).toMatch(closedDoor);
  expect(await asks(service, aisha, 'history')).toMatch(/Sessions held/);
  await ben.says(channel, 'status');
  service.connector.setMembers('19:heads@thread.tacv2', [aisha, ben].map(memberOf));
  await service.pass(minutes(6));
  expect(await asks(service, ben, 'history')).toMatch(/Sessions held/);
});

test('The coordinator who left still has their part, and is refused the rest by name of who may', async () => {
  const service = await openService();
  const { aisha, ben } = await met(service, group);
  await asks(service, aisha, 'history');
  const open = buttonsOf(cardOf(service.connector.visible(aisha.privateChat.id).at(-1)?.activity ?? {})).find(({ verb }) => verb === 'record')?.title ?? '';
  await aisha.says(aisha.privateChat, 'problem');
  expect(answerOf(await aisha.presses(aisha.privateChat, { title: open }))).toMatch(/Aisha Khan/);
  await told(ben, group, { membersRemoved: [{ id: aisha.teamsId, aadObjectId: idOf(aisha) }] });
  expect(await asks(service, aisha, 'history')).toMatch(closedDoor);
  expect(answerOf(await aisha.presses(aisha.privateChat, { title: 'Submit problem', inputs: { problem: 'Mine' } }))).toMatch(closedDoor);
  expect(answerOf(await aisha.forges(aisha.privateChat, { verb: 'older', data: { verb: 'older', olderThan: `${group.id} `, words: '' } }))).toMatch(closedDoor);
  expect(answerOf(await aisha.presses(aisha.privateChat, { title: open }))).toMatch(closedDoor);
  expect(answerOf(await aisha.forges(aisha.privateChat, { verb: 'ask', data: { verb: 'ask', owner: idOf(ben), community: group.id, question: 'Why?' } }))).toMatch(closedDoor);
  expect(answerOf(await aisha.forges(aisha.privateChat, { verb: 'problem-open', data: { verb: 'problem-open' } }))).toMatch(closedDoor);
  expect(await asks(service, ben, 'history')).toMatch(/Sessions held/);
});
