// The coordinator pairs a community, over HTTP: what they see, what they change, who hears of it, and who may not
// (domain.md 2, product.md 6 and 7).

import { describe, expect, test } from '@jest/globals';
import { seconds } from '../../src/core/time.ts';
import { buttonsOf, cardOf } from '../support/card-buttons.ts';
import { presses, pressesOn, privately, said, titlesOn } from '../support/buddies.ts';
import type { Answered, Person } from '../support/person.ts';
import { cardOfAnswer } from '../support/read-card.ts';
import { group, openService, type TestService } from '../support/service.ts';
import { colleagues, nth } from '../support/session-steps.ts';

interface Community {
  readonly service: TestService;
  readonly people: readonly Person[];
  /** Who set it up. */
  readonly aisha: Person;
  readonly ben: Person;
  readonly chloe: Person;
}

/** Thursday, five to four in London: the first of them set the community up, and all have written there and alone. */
async function community(count: number): Promise<Community> {
  const service = await openService();
  const people = colleagues(service, count);
  const aisha = nth(people, 0);
  await aisha.says(group, 'set up');
  await aisha.presses(group, { title: 'Save' });
  for (const person of people) {
    await person.says(group, 'status');
    await person.says(person.privateChat, 'help');
  }
  await service.pass(seconds(3));
  return { service, people, aisha, ben: nth(people, 1), chloe: nth(people, 2) };
}

/** Types it in the 1:1 chat and reads the answer. */
async function asks(service: TestService, person: Person, text: string): Promise<string> {
  await person.says(person.privateChat, text);
  await service.pass(seconds(2));
  return service.last(person.privateChat).join('\n');
}

/** Who has got word of a buddy, how often. */
const formedFor = (service: TestService, people: readonly Person[]): readonly number[] => people.map((person) => privately(service, person, 'You have a buddy').length);
const lastCard = (service: TestService, person: Person) => cardOf(service.connector.visible(person.privateChat.id).at(-1)?.activity ?? {});

const asMember = ({ name, teamsId }: Person) => ({ id: teamsId, name, aadObjectId: `id-${name.toLowerCase().replaceAll(' ', '-')}` });

interface Choice { readonly title: string; readonly value: string }
/** What to send for somebody of a list on a card that was answered. */
function codeOf(answered: Answered, input: string, title: string): string {
  const body = cardOfAnswer(answered.body)?.body as readonly { readonly id?: string; readonly choices?: readonly Choice[] }[];
  const choice = body.find(({ id }) => id === input)?.choices?.find((each) => each.title === title);
  if (choice === undefined) throw new Error(`No "${title}" on ${said(answered)}`);
  return choice.value;
}

describe('A proposal', () => {
  test('is the coordinator’s to change, and seen by nobody; announced, each gets one card and the group one', async () => {
    const { service, people, aisha, ben, chloe } = await community(5);
    expect(await asks(service, aisha, 'pairs')).toMatch(/^Buddy pairs[^]*There are no pairs yet/);
    const before = service.posts(group).length;
    let proposal = await presses(aisha, 'Propose pairs');
    expect(said(proposal)).toMatch(/^Proposed pairs\n[^]*For those who wait[^]*three, as the number is odd; never buddies before[^]*Only you see this/);
    expect(titlesOn(proposal)).toEqual(['Announce these pairs', 'Propose again', 'Swap these two', 'Put them together', 'Leave out', 'Discard']);

    const person = codeOf(proposal, 'person', 'Chloe Diaz');
    proposal = await pressesOn(aisha, proposal, { title: 'Leave out', inputs: { person } });
    expect(said(proposal)).toMatch(/Without a buddy\nChloe Diaz: left out by you/);
    const old = proposal;
    proposal = await pressesOn(aisha, proposal, { title: 'Put them together', inputs: { person, other: codeOf(proposal, 'other', 'Ben Cole') } });
    expect(said(proposal)).toMatch(/Chloe Diaz[^\n]*changed by you/);
    expect(said(proposal)).not.toMatch(/Without a buddy/);
    // Of before the last change; and with nobody chosen.
    expect(said(await pressesOn(aisha, old, { title: 'Announce these pairs' }))).toMatch(/has been changed since[^]*/);
    expect(said(await pressesOn(aisha, proposal, { title: 'Swap these two' }))).toMatch(/Please choose who first/);
    expect(service.posts(group)).toHaveLength(before);
    expect(formedFor(service, people)).toEqual([0, 0, 0, 0, 0]);

    const announced = await pressesOn(aisha, proposal, { title: 'Announce these pairs' });
    expect(said(announced)).toMatch(/2 pairs are announced[^]*There are 2 pairs[^]*no slot agreed since 3 December 2026/);
    // Teams brings it again, and another card of it is pressed.
    expect(said(await pressesOn(aisha, proposal, { title: 'Announce these pairs' }))).toMatch(/There are 2 pairs/);
    expect(said(await pressesOn(aisha, proposal, { title: 'Discard' }))).toMatch(/That proposal is over/);
    await service.pass(seconds(10));
    expect(formedFor(service, people)).toEqual([1, 1, 1, 1, 1]);
    const posts = service.posts(group).slice(before);
    expect(posts).toHaveLength(1);
    expect(posts[0]?.lines.join('\n')).toMatch(/^New buddy pairs\nFrom Aisha Khan[^]*Chloe Diaz[^]*Each of you gets word in private/);
    expect(privately(service, chloe, 'You have a buddy')[0]?.lines.join('\n')).toMatch(/The coordinator put you together/);
    expect(privately(service, ben, 'You have a buddy')).toHaveLength(1);
  });

  test('leaves nobody out in silence: whoever pauses or wants none stands there with the reason, and is told', async () => {
    const { service, people, aisha, ben, chloe } = await community(4);
    await ben.says(ben.privateChat, 'me');
    await presses(ben, 'Pause for two weeks');
    await chloe.says(chloe.privateChat, 'buddy');
    await presses(chloe, 'Leave me out');
    await aisha.says(aisha.privateChat, 'pairs');
    const proposal = await presses(aisha, 'Propose pairs');
    expect(said(proposal)).toMatch(/Aisha Khan and Dev Patel: [^]*Without a buddy\n(?:Chloe Diaz: asked to be left out\nBen Cole: pauses until Thursday 17 December 2026|Ben Cole: pauses until Thursday 17 December 2026\nChloe Diaz: asked to be left out)/);
    await pressesOn(aisha, proposal, { title: 'Announce these pairs' });
    await service.pass(seconds(10));
    expect(formedFor(service, people)).toEqual([1, 0, 0, 1]);
    expect(privately(service, ben, 'No buddy this time').map(({ lines }) => lines.join('\n'))).toEqual([expect.stringMatching(/announced in Group\. You are in none, since you pause until Thursday 17 December 2026/)]);
    expect(privately(service, chloe, 'No buddy this time')).toEqual([]);
    expect(await asks(service, aisha, 'pairs')).toMatch(/There is 1 pair\.[^]*Ben Cole has waited for a buddy since 3 December 2026; Ben Cole pauses until[^]*Asked to be left out: Chloe Diaz/);
  });

  test('that is not announced can be discarded or made again, and a new round asks everyone anew', async () => {
    const { service, aisha, people } = await community(4);
    await aisha.says(aisha.privateChat, 'pairs');
    const first = await presses(aisha, 'Propose pairs');
    const again = await pressesOn(aisha, first, { title: 'Propose again' });
    expect(said(again)).toMatch(/^Proposed pairs/);
    expect(said(await pressesOn(aisha, again, { title: 'Discard' }))).toMatch(/The proposal is gone\. Nobody has seen it/);
    await asks(service, aisha, 'pairs Aisha and Ben');
    await asks(service, aisha, 'pairs Chloe and Dev');
    const round = await presses(aisha, 'New round for everyone');
    expect(said(round)).toMatch(/A new round for everyone/);
    expect(said(round)).not.toMatch(/Aisha Khan and Ben Cole|: buddies before/);
    await pressesOn(aisha, round, { title: 'Announce these pairs' });
    await service.pass(seconds(10));
    expect(formedFor(service, people)).toEqual([2, 2, 2, 2]);
    expect(people.map((person) => privately(service, person, 'Your pair is over').length)).toEqual([0, 1, 1, 1]);
    expect(service.last(group)[0]).toBe('New buddy pairs for everyone');
  });
});

describe('By hand', () => {
  test('people are paired by name or by the form, also who never wrote; names that fit nobody or several are asked back', async () => {
    const { service, aisha, ben, chloe } = await community(3);
    const gus = service.person('Gus Reed');
    const zoe = service.person('Chloe Zimmer');
    service.connector.setMembers(group.id, [aisha, ben, chloe, gus, zoe].map(asMember));
    expect(await asks(service, aisha, 'pairs Aisha and Bertha')).toMatch(/I find nobody called Bertha/);
    expect(await asks(service, aisha, 'pairs Chloe and Ben')).toMatch(/More than one person fits: Chloe Diaz and Chloe Zimmer/);
    expect(await asks(service, aisha, 'pairs Ben')).toMatch(/choose two people, or three/);
    expect(await asks(service, aisha, 'pairs Ben and Gus')).toMatch(/Ben Cole and Gus Reed are buddies now[^]*In the chat, not taking part yet: [^\n]*Chloe Zimmer/);
    expect(await asks(service, aisha, 'pairs Gus and Ben')).toMatch(/They are buddies already/);
    await service.pass(seconds(5));
    expect(formedFor(service, [ben, gus])).toEqual([1, 1]);
    await aisha.says(group, 'pairs Aisha and Bertha');
    expect(service.last(group).join()).toMatch(/cannot find anyone of that name here/);
    expect(service.last(group).join()).not.toMatch(/Bertha/);

    await aisha.says(aisha.privateChat, 'pairs');
    const form = await presses(aisha, 'Pair people');
    const codes = ['Aisha Khan', 'Chloe Diaz', 'Ben Cole'].map((name) => codeOf(form, 'people', name));
    expect(said(await pressesOn(aisha, form, { title: 'Pair them', inputs: { people: codes[0] } }))).toMatch(/choose two people, or three/);
    expect(said(await pressesOn(aisha, form, { title: 'Pair them', inputs: { people: codes.join(',') } }))).toMatch(/Aisha Khan, Ben Cole and Chloe Diaz are buddies now[^]*Gus Reed has waited for a buddy/);
    await service.pass(seconds(5));
    // Whoever is left by it is told, and not that another word is to come.
    expect(privately(service, gus, 'No buddy this time')[0]?.lines.join()).toMatch(/You wait for a buddy/);
  });

  test('a pair is broken up after one more question: both are told and wait, and so it is when one leaves the chat and is back', async () => {
    const { service, aisha, ben, chloe } = await community(4);
    await asks(service, aisha, 'pairs Ben and Chloe');
    await aisha.says(group, 'pairs break up Ben');
    await service.pass(seconds(2));
    expect(service.last(group).join()).not.toMatch(/Ben/);
    const sure = lastCard(service, aisha);
    expect(buttonsOf(sure).map(({ title }) => title)).toEqual(['Break this pair up', 'See the pairs']);
    expect(said(await presses(aisha, 'Break this pair up'))).toMatch(/Ben Cole and Chloe Diaz are no buddies any more[^]*Ben Cole has waited[^]*Chloe Diaz has waited/);
    expect(said(await presses(aisha, 'Break this pair up'))).toMatch(/There are no pairs yet/);
    await service.pass(seconds(5));
    expect([ben, chloe].map((person) => privately(service, person, 'Your pair is over').length)).toEqual([1, 1]);

    await asks(service, aisha, 'pairs Ben and Chloe');
    const told = (change: Readonly<Record<string, unknown>>) => aisha.send({ ...aisha.activity(group, { type: 'conversationUpdate', ...change }), id: `f:${JSON.stringify(change)}` });
    const leaver = { id: ben.teamsId, aadObjectId: 'id-ben-cole' };
    await told({ membersRemoved: [leaver] });
    await service.pass(seconds(10));
    expect(privately(service, chloe, 'Your pair is over')).toHaveLength(2);
    expect(privately(service, ben, 'Your pair is over')).toHaveLength(1);
    expect(privately(service, aisha, 'Waiting for a buddy').map(({ lines }) => lines[1])).toEqual(['Chloe Diaz is without a buddy in Group and waits for a new one.']);
    await told({ membersAdded: [leaver] });
    await service.pass(seconds(10));
    expect(privately(service, ben, 'Welcome back')).toHaveLength(1);
    expect(await asks(service, aisha, 'pairs')).toMatch(/There are no pairs yet[^]*Ben Cole has waited/);
  });
});

describe('Whoever does not coordinate', () => {
  test('hears who does, at the command and at every button, and changes nothing', async () => {
    const { service, aisha, ben } = await community(3);
    expect(await asks(service, ben, 'pairs')).toBe('Only the coordinator, Aisha Khan, can do that.');
    expect(await asks(service, ben, 'pairs Ben and Chloe')).toBe('Only the coordinator, Aisha Khan, can do that.');
    await aisha.says(aisha.privateChat, 'pairs');
    const proposal = await presses(aisha, 'Propose pairs');
    for (const { verb, data } of [...buttonsOf(lastCard(service, aisha)), ...buttonsOf(cardOfAnswer(proposal.body))]) {
      expect(said(await ben.forges(ben.privateChat, { verb, data }))).toBe('Only the coordinator, Aisha Khan, can do that.');
    }
    const stranger = service.person('Sam Stone');
    expect(said(await stranger.forges(stranger.privateChat, { verb: 'pairs-open', data: { verb: 'pairs-open', community: group.id } }))).toMatch(/do not belong to a community yet/);
    await service.pass(seconds(5));
    expect(formedFor(service, [aisha, ben])).toEqual([0, 0]);
    expect(said(await pressesOn(aisha, proposal, { title: 'Announce these pairs' }))).toMatch(/One pair is announced/);
  });

  test('learns how to, where nobody coordinates yet; the last who is named does, with the card as it stands', async () => {
    const service = await openService();
    const people = colleagues(service, 3);
    const [aisha, ben] = [nth(people, 0), nth(people, 1)];
    service.connector.setMembers(group.id, people.map(asMember));
    await nth(people, 2).says(group, 'pairs');
    expect(service.last(group).join()).toMatch(/Nobody coordinates this group yet\. Whoever types “set up”/);
    await aisha.says(group, 'set up');
    await aisha.presses(group, { title: 'Save' });
    await ben.says(group, 'status');
    await aisha.says(group, 'pairs');
    await service.pass(seconds(3));
    const proposal = await presses(aisha, 'Propose pairs');
    await aisha.says(group, 'coordinator Ben Cole');
    expect(said(await pressesOn(aisha, proposal, { title: 'Announce these pairs' }))).toMatch(/Only the coordinator, Ben Cole/);
    expect(await asks(service, ben, 'pairs')).toMatch(/A proposal waits for you to announce it/);
    expect(said(await pressesOn(ben, await presses(ben, 'See the proposal'), { title: 'Announce these pairs' }))).toMatch(/One pair is announced/);
  });
});
