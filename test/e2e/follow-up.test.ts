// What comes of committed actions: asked in the opening of the next session, by `actions` at any time, and once on the day
// one is due; told by its owner alone, and kept in the record (domain.md 1.6, product.md 3).

import { describe, expect, test } from '@jest/globals';
import { actionRef } from '../../src/core/community/actions.ts';
import type { Community } from '../../src/core/community/community.ts';
import { communityKey, conversationOf, partitionOf, sessionId, tenantId, threadId } from '../../src/core/keys.ts';
import { dayMs, hourMs, seconds } from '../../src/core/time.ts';
import { buttonsOf, cardOf, untouchedInputsOf } from '../support/card-buttons.ts';
import type { Answered, Chat, Person } from '../support/person.ts';
import { cardOfAnswer, linesOfAnswer, linkIn } from '../support/read-card.ts';
import { channel, group, openService, startAt, tenant, type TestService } from '../support/service.ts';
import { at, begin, colleagues, nth } from '../support/session-steps.ts';

const answerOf = (answered: Answered): string => linesOfAnswer(answered.body).join('\n');
const lastOf = (service: TestService, chat: Chat): string => service.last(chat).join('\n');

/** Aisha and Ben have met in `chat`, each with an action due a week later, on Thursday 10 December; Chloe helped. */
async function met(chat: Chat = channel, environment: Readonly<Record<string, string>> = {}): Promise<{ service: TestService; aisha: Person; ben: Person; chloe: Person; people: readonly Person[] }> {
  const service = await openService({ environment, sweepEveryMs: seconds(20) });
  const people = colleagues(service, 3);
  const [aisha, ben, chloe] = [nth(people, 0), nth(people, 1), nth(people, 2)];
  await begin(service, [aisha, ben], { chat, helpers: [chloe] });
  await service.passTo(at('16:16'));
  await aisha.presses(chat, { title: 'Save my next action', inputs: { action: 'Low-stakes quizzes', due: '2026-12-10' } });
  await service.passTo(at('16:29'));
  await ben.presses(chat, { title: 'Save my next action', inputs: { action: 'Visit two lessons', due: '2026-12-10' } });
  await service.passTo(at('16:40'));
  return { service, aisha, ben, chloe, people };
}

/** The next session, a week later at the same time, up to its opening. */
async function meetsAgain(service: TestService, { people, chat = channel }: { readonly people: readonly Person[]; readonly chat?: Chat }): Promise<void> {
  await service.skipTo(startAt + 7 * dayMs);
  await nth(people, 0).says(chat, 'start');
  for (const person of people) await person.presses(chat, { title: "I'm in, with a problem" });
  await nth(people, 0).presses(chat, { title: 'Start session' });
  await service.pass(seconds(5));
}

const cardsOf = (service: TestService, chat: Chat, title: string) => service.posts(chat).filter(({ lines }) => lines[0] === title);

describe('Start on time', () => {
  test('asks what came of the actions that are due; each owner answers for their own, until the Close, and nobody waits', async () => {
    const { service, aisha, ben, chloe, people } = await met();
    await meetsAgain(service, { people });
    expect(service.posts(channel).slice(-3).map(({ lines }) => lines[0])).toEqual(['Start on time', 'Actions due', expect.stringMatching(/success/i)]);
    const [asked] = cardsOf(service, channel, 'Actions due');
    expect(asked?.lines.join('\n')).toMatch(/Aisha Khan: Low-stakes quizzes \(by Thursday 10 December 2026\)\nBen Cole: Visit two lessons/);
    expect(answerOf(await aisha.presses(channel, { title: 'Partly', inputs: { line: 'Two classes so far' } }))).toBe('What came of Aisha Khan’s action is saved: partly.');
    expect(answerOf(await chloe.presses(channel, { title: 'Done' }))).toMatch(/^Only Aisha Khan or Ben Cole can say/);
    // In the middle of the first turn, in the other shape: everybody reads that it is saved, and nothing else.
    await service.passTo(startAt + 7 * dayMs + 8 * 60_000);
    await ben.presses(channel, { title: 'Done', shape: 'submit' });
    expect(lastOf(service, channel)).toBe('What came of Ben Cole’s action is saved: done.');
    // Never edited, so that nobody's typing is lost.
    expect(service.sent(channel).filter(({ act, messageId }) => act === 'edit' && messageId === asked?.messageId)).toEqual([]);
    await chloe.says(channel, 'actions');
    expect(lastOf(service, channel)).toMatch(/Aisha Khan: Low-stakes quizzes[^]*Partly: Two classes so far/);
    expect(lastOf(service, channel)).not.toContain('Visit two lessons');
  });

  test('asks again about what is not done, and no more about what is', async () => {
    const { service, aisha, ben, people } = await met();
    await ben.says(channel, 'actions');
    await ben.presses(channel, { title: 'Done' });
    await aisha.presses(channel, { title: 'Not yet', inputs: { line: 'Reports came first' } });
    await meetsAgain(service, { people });
    const asked = service.card(channel, 'Actions due').join('\n');
    expect(asked).toMatch(/Aisha Khan: Low-stakes quizzes[^]*Not yet: Reports came first/);
    expect(asked).not.toContain('Ben Cole');
  });

  test('is not asked twice where a press tells that the card has landed, though its answer was lost', async () => {
    const { service, aisha, people } = await met();
    let isLost = false;
    service.fault = ({ act, body }) => {
      if (isLost || act !== 'post' || !JSON.stringify(body).includes('"Actions due"')) return null;
      isLost = true;
      return { kind: 'cut', isApplied: true };
    };
    await meetsAgain(service, { people });
    await aisha.presses(channel, { title: 'Done' });
    await service.pass(seconds(20));
    expect([isLost, cardsOf(service, channel, 'Actions due').length]).toEqual([true, 1]);
  });

  test('needs no choice of whoever has one due alone, be there others for later', async () => {
    const { service, aisha } = await met();
    await service.skipTo(startAt + 14 * dayMs);
    await meetsAlone(service, aisha, 'A second one');
    await service.skipTo(startAt + 21 * dayMs);
    await aisha.says(channel, 'start');
    await aisha.presses(channel, { title: "I'm in, with a problem" });
    await aisha.presses(channel, { title: 'Start session' });
    await service.pass(seconds(5));
    expect(service.card(channel, 'Actions due').join('\n')).toMatch(/Low-stakes quizzes(?![^]*A second one)/);
    expect(answerOf(await aisha.presses(channel, { title: 'Done' }))).toMatch(/is saved: done/);
  });

  test('in groups asks each its own people', async () => {
    const service = await openService({ sweepEveryMs: seconds(20) });
    const people = colleagues(service, 7);
    const place = conversationOf(threadId(channel.id));
    const threads = (): readonly string[] => [...new Set(service.posts().map(({ conversation }) => conversation).filter((id) => id.startsWith(`${place};`) && id !== channel.id))];
    await begin(service, people);
    await service.pass(6 * 60_000);
    const first = threads();
    const committed = first.map((id) => /Turn 1 of \d · ([\w ]+?) ·/.exec(service.seen({ ...channel, id }).flat().join('\n'))?.[1] ?? '');
    for (const [index, id] of first.entries()) await people.find(({ name }) => name === committed[index])?.says({ ...channel, id }, 'action Try it');
    await service.pass(2 * hourMs);
    await service.skipTo(startAt + 21 * dayMs);
    await nth(people, 0).says(channel, 'start');
    for (const person of people) await person.presses(channel, { title: "I'm in, with a problem" });
    await nth(people, 0).presses(channel, { title: 'Start session' });
    await service.pass(seconds(20));
    const later = threads().filter((id) => !first.includes(id)).map((id) => service.seen({ ...channel, id }));
    const asked = later.map((cards) => (cards.find(([title]) => title === 'Actions due') ?? []).flatMap((line) => /^([\w ]+): Try it/.exec(line)?.[1] ?? []));
    expect([first.length, later.length, asked.flat().toSorted()]).toEqual([2, 2, committed.toSorted()]);
    for (const [index, cards] of later.entries()) {
      const turns = cards.find(([title]) => title === 'Agenda')?.join('\n') ?? '';
      for (const owner of asked[index] ?? []) expect(turns).toContain(owner);
    }
  });
});

describe('`actions`', () => {
  test('shows everybody\'s in a chat that all read; buttons act for the presser alone', async () => {
    const { service, aisha, ben, chloe } = await met(group);
    await chloe.says(group, 'actions');
    expect(service.last(group)).toEqual(expect.arrayContaining(['Actions', 'Aisha Khan: Low-stakes quizzes (by Thursday 10 December 2026)', 'Ben Cole: Visit two lessons (by Thursday 10 December 2026)']));
    const saved = await ben.presses(group, { title: 'Partly', inputs: { line: 'One lesson' } });
    // Whoever presses is shown their own, and those of the others as text.
    expect(answerOf(saved)).toMatch(/^Actions\nSaved: Partly\.\nVisit two lessons[^]*Partly: One lesson[^]*Of others\nAisha Khan: Low-stakes quizzes/);
    expect(answerOf(await chloe.presses(group, { title: 'Done' }))).toMatch(/^Only Aisha Khan or Ben Cole/);
    const forged = buttonsOf(cardOf(service.connector.visible(group.id).at(-1)?.activity ?? {})).find(({ title }) => title === 'Done');
    const chosen = await refOf(service, group, 'Visit two lessons');
    expect(answerOf(await aisha.forges(group, { verb: 'outcome-done', data: { ...forged?.data, chosen } }))).toBe('Only Ben Cole can say what came of that. Type “actions” to see your own.');
    await chloe.says(group, 'actions');
    expect(lastOf(service, group)).toMatch(/Ben Cole: Visit two lessons[^]*Partly: One lesson/);
  });

  test('in the 1:1 chat is one\'s own first; with several one chooses, and what was typed stays until one has', async () => {
    const { service, aisha } = await met();
    await service.skipTo(startAt + 14 * dayMs);
    await meetsAlone(service, aisha, 'A second one');
    await aisha.says(aisha.privateChat, 'actions');
    expect(lastOf(service, aisha.privateChat)).toMatch(/^Actions\nFor: Heads[^]*Low-stakes quizzes[^]*A second one[^]*Which one\?[^]*Of others\nBen Cole/);
    const line = 'Tried in "two" classes';
    const refused = await aisha.presses(aisha.privateChat, { title: 'Done', inputs: { line } });
    expect(answerOf(refused)).toContain('please choose which one');
    expect(untouchedInputsOf(cardOfAnswer(refused.body))).toMatchObject({ line });
    const long = await aisha.presses(aisha.privateChat, { title: 'Done', inputs: { line: 'x'.repeat(2_001), chosen: chosenIn(service, aisha.privateChat, 'A second') } });
    expect(answerOf(long)).toMatch(/2001 characters, and 2000 fit/);
    expect(untouchedInputsOf(cardOfAnswer(long.body))).toMatchObject({ line: 'x'.repeat(2_001), chosen: chosenIn(service, aisha.privateChat, 'A second') });
    const saved = answerOf(await aisha.presses(aisha.privateChat, { title: 'Done', inputs: { line, chosen: chosenIn(service, aisha.privateChat, 'A second') } }));
    expect(saved).toMatch(/Saved: Done\.[^]*Low-stakes quizzes/);
    expect(saved).not.toContain('A second one');
  });

  test('of another community shows nothing and takes nothing', async () => {
    const { service, ben } = await met();
    const stranger = service.person('Zoe Lane');
    await stranger.says(group, 'start');
    await ben.says(channel, 'actions');
    const card = cardOf(service.connector.visible(channel.id).at(-1)?.activity ?? {});
    const data = { ...buttonsOf(card).find(({ title }) => title === 'Done')?.data, chosen: await refOf(service, channel, 'Visit two lessons') };
    for (const chat of [group, stranger.privateChat]) {
      const answered = answerOf(await stranger.forges(chat, { verb: 'outcome-done', data }));
      expect(answered).toMatch(/do not belong to a community/);
      expect(answered).not.toContain('Ben');
    }
    await stranger.says(stranger.privateChat, 'actions');
    expect(lastOf(service, stranger.privateChat)).not.toContain('Visit two lessons');
    await ben.says(channel, 'actions');
    expect(lastOf(service, channel)).toContain('Visit two lessons');
  });

  test('pressed twice counts once; a second thought counts, and all of it is in the record, found by its words', async () => {
    const { service, ben } = await met();
    await ben.says(channel, 'actions');
    const press = ben.pressing(channel, { title: 'Done', inputs: { line: 'Everybody rehearsed' } });
    await ben.send(press);
    await ben.send(press);
    await ben.presses(channel, { title: 'Done', inputs: { line: 'Everybody rehearsed' } });
    await service.pass(seconds(1));
    await ben.presses(channel, { title: 'Partly', inputs: { line: 'All but Year 4' } });
    // Teams sends a press again that it thinks unheard; a process that never saw it knows it all the same.
    await service.restart(seconds(5));
    await ben.send(press);
    await ben.says(channel, 'actions');
    expect(lastOf(service, channel)).toContain('Partly: All but Year 4');
    const partition = partitionOf(tenantId(tenant), conversationOf(threadId(channel.id)));
    const session = (await service.service.store.history.page(partition, null, 1)).entries[0]?.session ?? sessionId('');
    const told = (await service.service.store.history.ofSession(partition, session)).flatMap((entry) => (entry.kind === 'outcome' ? [[entry.turn, entry.owner.name, entry.outcome, entry.line]] : []));
    expect(told).toEqual([[1, 'Ben Cole', 'done', 'Everybody rehearsed'], [1, 'Ben Cole', 'partly', 'All but Year 4']]);
    await ben.says(channel, 'history rehearsing');
    expect(lastOf(service, channel)).toContain('Visit two lessons');
    const url = linkIn(service.connector.visible(channel.id).at(-1)?.activity ?? {}) ?? '';
    const record = await (await fetch(url)).text();
    expect(record).toContain('**Next action** (by Thursday 10 December 2026): Visit two lessons\n\n**What came of it (partly, Thursday 3 December 2026):** All but Year 4');
    expect(record).not.toContain('Everybody rehearsed');
  });
});

test('What is open is kept no longer than the record it belongs to', async () => {
  const { service, aisha } = await met(channel, { RETENTION_DAYS: '30' });
  await service.skipTo(startAt + 29 * dayMs);
  await aisha.says(channel, 'actions');
  expect(lastOf(service, channel)).toContain('Low-stakes quizzes');
  await service.skipTo(startAt + 31 * dayMs);
  await aisha.says(channel, 'actions');
  expect(lastOf(service, channel)).not.toContain('Low-stakes quizzes');
});

describe('On the day an action is due', () => {
  const nine = Date.UTC(2026, 11, 10, 9);

  test('its owner hears of it once, at nine, with the buttons; nobody does whose action is done', async () => {
    const { service, aisha, ben, chloe } = await met();
    await ben.says(channel, 'actions');
    await ben.presses(channel, { title: 'Done' });
    await service.skipTo(nine - 60_000);
    expect(cardsOf(service, aisha.privateChat, 'Your action is due')).toEqual([]);
    await service.passTo(nine + seconds(30));
    const [nudge] = cardsOf(service, aisha.privateChat, 'Your action is due');
    expect([nudge?.at, nudge?.lines.join('\n')]).toEqual([nine, expect.stringMatching(/Low-stakes quizzes[^]*This comes once/)]);
    expect(nudge?.lines[1]).toBe('For: Heads');
    expect(answerOf(await aisha.presses(aisha.privateChat, { title: 'Partly', inputs: { line: 'Half' } }))).toMatch(/Saved: Partly/);
    await service.skipTo(nine + 3 * dayMs);
    const nudged = [aisha, ben, chloe].map((person) => cardsOf(service, person.privateChat, 'Your action is due').length);
    expect(nudged).toEqual([1, 0, 0]);
  });

  test('a service that was down is late by hours, never by a day', async () => {
    const { service, aisha } = await met();
    await service.skipTo(nine - hourMs);
    await service.restart(4 * hourMs);
    expect(cardsOf(service, aisha.privateChat, 'Your action is due').map(({ at: sentAt }) => sentAt - nine)).toEqual([expect.any(Number)]);
    const other = await met();
    await other.service.skipTo(nine - hourMs);
    await other.service.restart(12 * hourMs);
    await other.service.pass(dayMs);
    expect(cardsOf(other.service, other.aisha.privateChat, 'Your action is due')).toEqual([]);
  });

  test('one that waited for hours is not sent any more when the action is done meanwhile, nor to whoever stopped reminders', async () => {
    const { service, aisha, ben } = await met();
    await ben.says(channel, 'actions');
    await ben.presses(channel, { title: 'Not yet' });
    service.fault = ({ conversation }) => ([aisha, ben].some(({ privateChat }) => conversation === privateChat.id) ? { kind: 'status', status: 503, isApplied: false } : null);
    await service.skipTo(nine - 60_000);
    await service.passTo(nine + 20 * 60_000);
    await aisha.says(channel, 'actions');
    await aisha.presses(channel, { title: 'Done' });
    service.fault = () => null;
    await service.pass(20 * 60_000);
    const nudged = [aisha, ben].map((person) => cardsOf(service, person.privateChat, 'Your action is due').length);
    expect(nudged).toEqual([0, 1]);
    expect(answerOf(await ben.presses(ben.privateChat, { title: 'Stop these reminders' }))).toMatch(/will not remind you in this group/);
    await meetsAlone(service, ben, 'A second one');
    await service.skipTo(nine + 14 * dayMs - 60_000);
    await service.pass(hourMs);
    expect(cardsOf(service, ben.privateChat, 'Your action is due')).toHaveLength(1);
  });

  test('whoever cannot be reached alone is mentioned in the chat, without a word of the action', async () => {
    const { service, aisha } = await met();
    service.fault = ({ act, conversation, body }) => ((act === 'open' && JSON.stringify(body).includes(aisha.teamsId)) || (act === 'post' && conversation === aisha.privateChat.id)
      ? { kind: 'status', status: 403, code: 'BotNotInConversationRoster', isApplied: false } : null);
    await service.skipTo(nine - 60_000);
    const before = service.posts(channel).length;
    await service.passTo(nine + 120_000);
    const said = service.posts(channel).slice(before).map(({ lines }) => lines.join());
    expect(said).toEqual([expect.stringMatching(/<at>Aisha Khan<\/at>: I have something for you alone/)]);
  });
});

/** The name of an action within its community. */
async function refOf(service: TestService, chat: Chat, text: string): Promise<string> {
  const stored = await service.service.store.documents.load(communityKey(tenantId(tenant), conversationOf(threadId(chat.id))));
  const action = (stored?.doc.state as Community | undefined)?.actions.find((each) => each.text === text);
  return action === undefined ? '' : actionRef(action);
}

/** The value of the choice whose title holds `text`, on the newest card of the chat that has one. */
function chosenIn(service: TestService, chat: Chat, text: string): string {
  const json = service.connector.visible(chat.id).map(({ activity }) => JSON.stringify(activity)).findLast((each) => each.includes('"chosen"')) ?? '';
  return new RegExp(`"title":"[^"]*${text}[^"]*","value":"([^"]+)"`).exec(json)?.[1] ?? '';
}

/** A session of one alone, with an action due two weeks later. */
async function meetsAlone(service: TestService, owner: Person, action: string): Promise<void> {
  await owner.says(channel, 'start');
  await owner.presses(channel, { title: "I'm in, with a problem" });
  await owner.presses(channel, { title: 'Start session' });
  await service.pass(6 * 60_000);
  await owner.says(channel, `action ${action}`);
  await owner.says(channel, 'end');
  await owner.says(channel, 'end');
  await service.pass(seconds(10));
}
