// `buddy` over HTTP: what two agree as a form, changed by either and by both at once, the page, what a shared chat sees of
// it, leaving, looking for a buddy, and what came of a promise (domain.md 2, product.md 3 and 6).

import { describe, expect, test } from '@jest/globals';
import { conversationOf, pairId, pairingKey, pairKey, tenantId, threadId } from '../../src/core/keys.ts';
import type { Pair } from '../../src/core/pair/pair.ts';
import type { Pairing } from '../../src/core/pairing/pairing.ts';
import { seconds } from '../../src/core/time.ts';
import { inputsOn, london, pairedAt, presses, pressesOn, privately, said, titlesOn } from '../support/buddies.ts';
import { buttonsOf, cardOf, untouchedInputsOf } from '../support/card-buttons.ts';
import type { Answered, Person } from '../support/person.ts';
import { cardOfAnswer } from '../support/read-card.ts';
import { channel, openService, tenant, type TestService } from '../support/service.ts';
import { colleagues, nth } from '../support/session-steps.ts';

const community = conversationOf(threadId(channel.id));
const form = 'What we agree';
const page = 'Your buddy pair';

interface Room {
  readonly service: TestService;
  readonly aisha: Person;
  readonly ben: Person;
  readonly chloe: Person;
  readonly pair: () => Promise<Pair>;
}

/** Aisha coordinates; Ben and Chloe are known; Aisha and Ben are a pair, unless nobody is. */
async function open({ isPaired = true } = {}): Promise<Room> {
  const service = await openService({ openAt: pairedAt, sweepEveryMs: seconds(20) });
  const people = colleagues(service, 3);
  const [aisha, ben, chloe] = [nth(people, 0), nth(people, 1), nth(people, 2)];
  await aisha.says(channel, 'set up');
  await aisha.presses(channel, { title: 'Save', inputs: { holidays: 'england-and-wales', closed: '21 Dec to 24 Dec' } });
  for (const person of people) {
    await person.says(channel, 'status');
    await person.says(person.privateChat, 'help');
  }
  if (isPaired) await aisha.says(aisha.privateChat, `pairs ${aisha.name} and ${ben.name}`);
  await service.pass(seconds(5));
  const { documents } = service.service.store;
  return { service, aisha, ben, chloe, pair: async () => (await documents.load(pairKey(tenantId(tenant), community, pairId('1'))))?.doc.state as Pair };
}

/** What stands in one's own chat after a word there. */
async function sees({ service }: Pick<Room, 'service'>, person: Person, words = 'buddy'): Promise<string> {
  await person.says(person.privateChat, words);
  return service.last(person.privateChat).join('\n');
}
const shownInputs = ({ service }: Room, person: Person) => untouchedInputsOf(cardOf(service.connector.visible(person.privateChat.id).at(-1)?.activity ?? {}));
const tuesdays = {
  weekday: 'tuesday', time: '15:30', first: '', zone: 'Europe/London', alternativeWeekday: 'friday', alternativeTime: '15:30', format: 'teams', joinLink: 'https://teams.example.org/l/1',
  modules: 'Insight 1 > Application 1\nInsight 2 > Application 2',
};
/** The form typed and saved in one's own chat. */
async function agrees(person: Person, inputs: Readonly<Record<string, string>> = {}): Promise<Answered> {
  await person.says(person.privateChat, 'buddy');
  return presses(person, 'Save', { ...tuesdays, ...inputs });
}

describe('Agreeing', () => {
  test('the form comes at once, filled sensibly; the answer is the page with the next four meetings, and the other is told', async () => {
    const room = await open();
    const { service, aisha, ben } = room;
    expect(await sees(room, aisha)).toContain(form);
    expect(shownInputs(room, aisha)).toEqual({ weekday: 'monday', time: '16:00', first: '2026-12-07', zone: 'Europe/London', alternativeWeekday: 'none', alternativeTime: '', format: 'teams', joinLink: '', modules: '' });
    const saved = said(await agrees(aisha));
    expect(saved).toMatch(/^Your buddy pair[^]*Saved\. I tell your buddy\.[^]*With Ben Cole[^]*When: every second Tuesday, 15:30 \(London time\)\nIf one of you cannot: Friday, 15:30\nHow: on Teams, at a computer\nModules: 0 of 2 done\. Next: Application 1, after Insight 1/);
    expect(saved).toMatch(/Tuesday 8 December 2026, 15:30\nTuesday 22 December 2026, 15:30 \(your community is closed\)\nTuesday 5 January 2027, 15:30\nTuesday 19 January 2027, 15:30/);
    expect(saved).toMatch(/\[Join link\]\(https:\/\/teams\.example\.org\/l\/1\)\n\[Calendar file\]\(http:[^)]*\/calendars\/[^]*\[Calendar subscription\]\(http:/);
    await service.pass(seconds(5));
    expect(privately(service, ben, 'Your buddy meetings').map(({ lines }) => lines.join())).toEqual([expect.stringMatching(/Aisha Khan has filled in when you meet[^]*8 December 2026/)]);
    expect(await sees(room, ben)).toMatch(/^Your buddy pair[^]*With Aisha Khan[^]*Tuesday 8 December 2026, 15:30/);
    // Nothing of it was said where others read along.
    expect(service.posts(channel).flatMap(({ lines }) => lines).join()).not.toMatch(/15:30|Application|teams\.example/);
  });

  test('either changes it, by what stands; a form opened before that comes back with every word, says what stands now, and may be saved again', async () => {
    const room = await open();
    const { aisha, ben, pair } = room;
    await agrees(aisha);
    await ben.says(ben.privateChat, 'buddy');
    const opened = await presses(ben, 'Change what we agreed');
    expect(inputsOn(opened)).toEqual({ ...tuesdays, first: '2026-12-08' });
    await aisha.says(aisha.privateChat, 'buddy');
    const other = await presses(aisha, 'Change what we agreed');
    expect(said(await pressesOn(aisha, other, { title: 'Save', inputs: { time: '14:00' } }))).toContain('every second Tuesday, 14:00');
    const typed = { weekday: 'thursday', time: '9.15am', joinLink: 'https://teams.example.org/l/2', modules: 'Insight 9 > Application 9' };
    const back = await pressesOn(ben, opened, { title: 'Save', inputs: typed });
    expect(said(back)).toMatch(/Your buddy has changed it while you were typing\. It is now:\nWhen: every second Tuesday, 14:00 \(London time\)/);
    expect(inputsOn(back)).toMatchObject({ ...typed, time: '09:15', first: '2026-12-10' });
    expect((await pair()).agreement?.slot.time).toBe('14:00');
    expect(said(await pressesOn(ben, back, { title: 'Save' }))).toContain('every second Thursday, 09:15');
    expect((await pair()).agreement?.slot).toEqual({ first: '2026-12-10', time: '09:15', zone: 'Europe/London' });
    // The same press once more changes nothing.
    const { rev } = await pair();
    expect(said(await pressesOn(ben, back, { title: 'Save' }))).toContain('every second Thursday, 09:15');
    expect((await pair()).rev).toBe(rev);
  });

  test('what is wrong is said at once, each in its own sentence, and every word stays', async () => {
    const room = await open();
    const { aisha, pair } = room;
    const wrong = { weekday: 'tuesday', first: '10 December', time: 'after lunch', zone: 'BST', alternativeWeekday: 'none', alternativeTime: '15:00', joinLink: 'teams.example.org', modules: 'Insight 1 > Application 1' };
    await aisha.says(aisha.privateChat, 'buddy');
    const back = await presses(aisha, 'Save', wrong);
    expect(said(back)).toMatch(/Not saved yet[^]*First meeting: Thursday 10 December 2026 is not on the weekday you chose[^]*Time: please write it like 16:00[^]*Did you mean Europe\/London\?[^]*Alternative: please give both[^]*Join link: please paste the whole link/);
    expect(inputsOn(back)).toMatchObject(wrong);
    expect((await pair()).agreement).toBeNull();
    // Put right on the form that came back, it is saved.
    expect(said(await pressesOn(aisha, back, { title: 'Save', inputs: { ...tuesdays, first: '15 December' } }))).toContain('Tuesday 15 December 2026, 15:30');
    const tooLong = await pressesOn(aisha, back, { title: 'Save', inputs: { modules: 'a\n'.repeat(4_000) } });
    expect(said(tooLong)).toMatch(/Nothing was saved: the form has/);
  });

  test('a first meeting on a day off is saved when it is saved again, for that day alone', async () => {
    const { aisha } = await open();
    const asked = await agrees(aisha, { weekday: '', first: '22 Dec' });
    expect(said(asked)).toMatch(/your community is closed on that date\. To keep it, press Save again/);
    expect(said(await pressesOn(aisha, asked, { title: 'Save', inputs: { weekday: '', first: '2026-12-28' } }))).toContain('that is a bank holiday');
    expect(said(await pressesOn(aisha, asked, { title: 'Save' }))).toMatch(/Tuesday 22 December 2026, 15:30\n/);
  });

  test('is for the two alone, whatever a card says', async () => {
    const room = await open();
    const { aisha, chloe, pair } = room;
    await agrees(aisha);
    const data = { community, pair: '1', rev: 1, shown: '', ...tuesdays, time: '09:00' };
    for (const verb of ['buddy-save', 'buddy-form', 'buddy-leave', 'buddy-leave-sure']) {
      const { rev: _rev, shown: _shown, ...ofPair } = data;
      const refused = await chloe.forges(chloe.privateChat, { verb, data: verb === 'buddy-save' ? data : verb === 'buddy-form' ? ofPair : { community, pair: '1' } });
      expect(said(refused)).toBe('That is not a pair of yours, or not any more. Type “buddy” to see yours.');
    }
    expect(await pair()).toMatchObject({ rev: 1, endedAt: null });
  });
});

describe('In the community', () => {
  test('a card says when they meet and nothing else; the page opens for whoever presses, in the 1:1 chat where the client cannot', async () => {
    const room = await open();
    const { service, aisha, ben, chloe } = room;
    await agrees(aisha);
    await ben.says(channel, 'buddy');
    const shared = service.last(channel).join('\n');
    expect(shared).toMatch(/^Buddy pair\nAisha Khan and Ben Cole\nWhen: every second Tuesday, 15:30[^]*Tuesday 8 December 2026, 15:30[^]*Your own page opens for you alone/);
    expect(shared).not.toMatch(/Application|Insight|teams\.example|calendars/);
    expect(JSON.stringify(service.posts(channel).at(-1)?.body)).not.toMatch(/Application|teams\.example/);
    expect(said(await ben.presses(channel, { title: 'Open my buddy page' }))).toMatch(/^Your buddy pair[^]*With Aisha Khan[^]*Application 1/);
    await ben.presses(channel, { title: 'Open my buddy page', shape: 'submit' });
    await service.pass(seconds(5));
    expect(service.last(ben.privateChat)[0]).toBe(page);
    expect(service.last(channel).join()).not.toContain('Application');
    // Whoever has no pair is told so, alone.
    expect(said(await chloe.presses(channel, { title: 'Open my buddy page' }))).toMatch(/^You have no buddy here[^]*You are in none of the pairs/);
    await chloe.says(channel, 'buddy');
    expect(service.last(channel).join('\n')).toBe('Buddy pair\nYour own page opens for you alone.');
  });
});

describe('Somebody who never wrote in the community', () => {
  test('is paired by name, and finds the form and the page in their own chat', async () => {
    const room = await open({ isPaired: false });
    const { service, aisha } = room;
    const dan = service.person('Dan Price');
    await dan.says(dan.privateChat, 'help');
    service.connector.setMembers(community, [aisha, dan].map(({ name, teamsId }) => ({ id: teamsId, name, aadObjectId: `id-${name.toLowerCase().replace(' ', '-')}` })));
    await aisha.says(aisha.privateChat, 'pairs Aisha and Dan');
    await service.pass(seconds(60));
    expect(await sees(room, dan)).toContain(form);
    expect(said(await presses(dan, 'Save', tuesdays))).toMatch(/^Your buddy pair[^]*With Aisha Khan/);
  });
});

describe('Without a pair', () => {
  test('somebody finds a buddy or is left out, and it is said where they stand', async () => {
    const room = await open({ isPaired: false });
    const { service, ben } = room;
    expect(await sees(room, ben)).toMatch(/There are no buddy pairs in this community yet\.[^]*Aisha Khan, the coordinator, makes the pairs/);
    expect(said(await presses(ben, 'Find me a buddy'))).toMatch(/Saved: you are looking for a buddy[^]*since Thursday 3 December 2026/);
    await service.pass(seconds(60));
    const pairing = (await service.service.store.documents.load(pairingKey(tenantId(tenant), community)))?.doc.state as Pairing;
    expect(Object.values(pairing.people).map(({ name, is }) => [name, is])).toEqual([['Ben Cole', 'in']]);
    expect(await sees(room, ben)).toContain('You are looking for a buddy since Thursday 3 December 2026.');
    const out = await presses(ben, 'Leave me out');
    expect(said(out)).toMatch(/Saved: I leave you out\.[^]*You asked to be left out/);
    expect(said(await pressesOn(ben, out, { title: 'Find me a buddy' }))).toContain('you are looking for a buddy');
  });

  test('leaving asks once more, ends the pair, and both are without one', async () => {
    const room = await open();
    const { service, aisha, ben, pair } = room;
    await agrees(aisha);
    await aisha.says(aisha.privateChat, 'buddy');
    const asked = await presses(aisha, 'Leave this pair');
    expect(said(asked)).toMatch(/^Leave this pair\?\nYou and Ben Cole will not be buddies any more/);
    expect(said(await pressesOn(aisha, asked, { title: 'Stay' }))).toContain('With Ben Cole');
    expect(said(await pressesOn(aisha, asked, { title: 'Yes, leave this pair' }))).toMatch(/you have left the pair[^]*You are looking for a buddy/);
    await service.pass(seconds(60));
    expect((await pair()).endedAt).not.toBeNull();
    expect(await sees(room, ben)).toMatch(/^You have no buddy here[^]*looking for a buddy since/);
    expect(said(await pressesOn(aisha, asked, { title: 'Yes, leave this pair' }))).toMatch(/not a pair of yours/);
  });
});

describe('Promises of a meeting', () => {
  /** Aisha promised something in the meeting on Tuesday 8 December. */
  async function promised(): Promise<Room> {
    const room = await open();
    const { service, aisha, ben } = room;
    await agrees(aisha);
    await service.skipTo(london('2026-12-09T15:30') + seconds(5));
    await presses(aisha, 'We met', { feedback: 'Short quizzes work.', nextAction: 'Quiz Year 4', due: '2026-12-15' });
    await presses(ben, 'We met', { feedback: 'I saw two of them.', nextAction: 'Read chapter 3', due: '2026-12-15' });
    return room;
  }

  test('stand on the page of both, with what each said; their owner says what came of them, there and in `actions`', async () => {
    const room = await promised();
    const { service, aisha, ben, pair } = room;
    const shown = await sees(room, aisha);
    expect(shown).toMatch(/Modules: 1 of 2 done\. Next: Application 2[^]*Your open actions\nQuiz Year 4[^]*Open actions of your buddy\nRead chapter 3[^]*What you said of Tuesday 8 December 2026\n[^]*Aisha Khan: we met\. Short quizzes work\. → Quiz Year 4[^]*Ben Cole: we met\. I saw two of them\./);
    expect(buttonsOf(cardOf(service.posts(aisha.privateChat).at(-1)?.body ?? {})).map(({ title }) => title)).toEqual(['Choose another time', 'Change what we agreed', 'More', 'Done', 'Partly', 'Not yet']);
    expect(titlesOn(await presses(aisha, 'More'))).toEqual(['Change what we agreed', 'Stop these reminders', 'Leave this pair']);
    const partly = await presses(aisha, 'Partly', { line: 'One class' });
    expect(said(partly)).toMatch(/^Your buddy pair[^]*Saved\.[^]*Quiz Year 4[^]*Partly: One class/);
    expect(await sees(room, ben)).toMatch(/Open actions of your buddy\nQuiz Year 4[^]*Partly: One class/);
    expect(await sees(room, ben, 'actions')).toMatch(/Read chapter 3/);
    const done = await presses(ben, 'Done');
    expect(said(done)).toMatch(/Saved: Done\./);
    expect((await pair()).actions.map(({ text, outcome }) => [text, outcome])).toEqual([['Quiz Year 4', 'partly'], ['Read chapter 3', 'done']]);
    // In the group's chat nothing of it is shown, and nobody answers for another.
    await ben.says(channel, 'actions');
    expect(service.last(channel).join()).not.toMatch(/Quiz Year 4|Read chapter/);
    const [action] = (await pair()).actions;
    const forged = await ben.forges(ben.privateChat, { verb: 'outcome-done', data: { community, asked: 'list', action: `pair/1/${action?.id ?? ''}` } });
    expect(said(forged)).not.toMatch(/Saved/);
    expect((await pair()).actions[0]?.outcome).toBe('partly');
  });

  test('of several one is chosen first, and the line stays', async () => {
    const room = await promised();
    const { service, aisha, pair } = room;
    await service.skipTo(london('2026-12-23T15:30') + seconds(5));
    await presses(aisha, 'We met', { feedback: '', nextAction: 'Visit Ben', due: '2027-01-05' });
    await aisha.says(aisha.privateChat, 'buddy');
    const back = await presses(aisha, 'Done', { line: 'All of Year 4' });
    expect(said(back)).toMatch(/Not saved yet: please choose which one/);
    expect(inputsOn(back)).toMatchObject({ line: 'All of Year 4' });
    const chosen = (await pair()).actions.find(({ text }) => text === 'Quiz Year 4')?.id ?? '';
    expect(said(await pressesOn(aisha, back, { title: 'Done', inputs: { chosen: `pair/1/${chosen}` } }))).toMatch(/Saved\.[^]*Visit Ben/);
    expect(cardOfAnswer(back.body)).not.toBeNull();
  });
});
