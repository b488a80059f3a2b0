// Ahead of the session: shared with the group once, looked at first where it may name somebody, changed and withdrawn where
// it stands; nothing else of a write-up gets out before the session posts it (product.md 5, domain.md 1.5).

import { describe, expect, test } from '@jest/globals';
import { seconds } from '../../src/core/time.ts';
import { buttonsOf, cardOf, untouchedInputsOf } from '../support/card-buttons.ts';
import type { Answered, Person } from '../support/person.ts';
import { cardOfAnswer, linesOfAnswer } from '../support/read-card.ts';
import { channel, group, openService, type TestService } from '../support/service.ts';
import { at, colleagues, gather, nth, submits, suitableWriteUp } from '../support/session-steps.ts';

const answerOf = (answered: Answered): string => linesOfAnswer(answered.body).join('\n');
const own = { ...suitableWriteUp, problem: 'Pupils forget what they are taught in maths' };
/** The root of the community's chat: a write-up that is shared begins a thread of its own there. */
const board = { ...channel, id: channel.id.split(';')[0] ?? '' };
const shared = 'A problem for our session: Aisha Khan';

async function community(): Promise<{ service: TestService; aisha: Person; ben: Person }> {
  const service = await openService();
  const [aisha, ben] = [service.person('Aisha Khan'), service.person('Ben Cole')];
  await gather(service, [aisha, ben]);
  return { service, aisha, ben };
}

/** A press on the card that was answered to the last one, as a client has it in its place. */
const pressesAnswered = (person: Person, { body }: Answered, title: string): Promise<Answered> => {
  const card = cardOfAnswer(body);
  const button = buttonsOf(card).find((each) => each.title === title);
  return person.forges(person.privateChat, { verb: button?.verb ?? '', data: { ...button?.data, ...untouchedInputsOf(card) } });
};

describe('Share with the group', () => {
  test('submits, and posts once in the community however often it is pressed', async () => {
    const { service, aisha } = await community();
    await aisha.says(aisha.privateChat, 'problem');
    const press = aisha.pressing(aisha.privateChat, { title: 'Share with the group', inputs: own });
    const answers = await Promise.all([aisha.send(press), aisha.send(press), aisha.presses(aisha.privateChat, { title: 'Share with the group', inputs: own })]);
    for (const answered of answers) expect(answerOf(answered)).toMatch(/Submitted and shared\.[^]*Suitable/);
    await service.pass(seconds(3));
    expect(service.posts(board).map(({ lines }) => lines[0])).toEqual([shared]);
    expect(service.card(board, shared).join('\n')).toMatch(/Problem: Pupils forget[^]*Why: Learning that lasts/);
    expect(service.card(channel, "Before we start: who's here?").join('\n')).toMatch(/Aisha Khan · write-up ready/);
  });

  test('shows a change where the first text stands, once it is shared too', async () => {
    const { service, aisha } = await community();
    await aisha.says(aisha.privateChat, 'problem');
    await aisha.presses(aisha.privateChat, { title: 'Share with the group', inputs: own });
    await aisha.says(aisha.privateChat, 'problem');
    const submitted = await aisha.presses(aisha.privateChat, { title: 'Submit problem', inputs: { why: 'It matters most' } });
    expect(answerOf(submitted)).toMatch(/still reads the text that you shared before/);
    await service.pass(seconds(3));
    expect(service.card(board, shared)).toContain('Why: Learning that lasts');
    await pressesAnswered(aisha, submitted, 'Share with the group');
    await service.pass(seconds(3));
    expect(service.card(board, shared)).toEqual(expect.arrayContaining(['Why: It matters most', 'Its owner has changed it since it was first shared.']));
    expect(service.posts(board)).toHaveLength(1);
  });

  test('points at a likely name first, and shares the same text on the second press', async () => {
    const { service, aisha } = await community();
    await aisha.says(aisha.privateChat, 'problem');
    const named = { ...own, evidence: 'Mrs Okafor and Ben Cole say so: ring 07700 900123' };
    const press = aisha.pressing(aisha.privateChat, { title: 'Share with the group', inputs: named });
    const first = await aisha.send(press);
    expect(answerOf(first)).toMatch(/Submitted\. The group sees it when[^]*may name or give away[^]*Evidence: Mrs Okafor \([^]*Evidence: Ben Cole \([^]*Evidence: 07700 900123 \([^]*press Share with the group once more/);
    // The same press, and a second click on the same card, are no second thought.
    await aisha.send(press);
    await aisha.presses(aisha.privateChat, { title: 'Share with the group', inputs: named });
    await service.pass(seconds(3));
    expect(service.posts(board)).toEqual([]);
    const second = await pressesAnswered(aisha, first, 'Share with the group');
    expect(answerOf(second)).toMatch(/Submitted and shared/);
    await service.pass(seconds(3));
    expect(service.posts(board)).toHaveLength(1);
    expect(service.card(board, shared).join('\n')).toContain('Mrs Okafor');
  });

  test('pressed anew later on the card that stands in the chat, it shares; another text is looked at first', async () => {
    const { service, aisha } = await community();
    await aisha.says(aisha.privateChat, 'problem');
    const named = { ...own, why: 'Mrs Okafor asked' };
    await aisha.presses(aisha.privateChat, { title: 'Share with the group', inputs: named });
    await service.pass(seconds(5));
    await aisha.presses(aisha.privateChat, { title: 'Share with the group', inputs: { ...named, context: 'With Mr Lee' } });
    await service.pass(seconds(1));
    expect(service.posts(board)).toEqual([]);
    await service.pass(seconds(5));
    await aisha.presses(aisha.privateChat, { title: 'Share with the group', inputs: { ...named, context: 'With Mr Lee' } });
    await service.pass(seconds(3));
    expect(service.posts(board)).toHaveLength(1);
  });

  test('with an error in it keeps every word and shares nothing', async () => {
    const { service, aisha } = await community();
    await aisha.says(aisha.privateChat, 'problem');
    const long = 'x'.repeat(2_001);
    const answered = await aisha.presses(aisha.privateChat, { title: 'Share with the group', inputs: { problem: '', evidence: long, why: 'Because' } });
    expect(answerOf(answered)).toMatch(/Problem is empty[^]*Evidence has 2001 characters/);
    expect(untouchedInputsOf(cardOfAnswer(answered.body))).toMatchObject({ evidence: long, why: 'Because' });
    await service.pass(seconds(3));
    expect(service.posts(board)).toEqual([]);
  });

  test('a slip in a later text takes nothing back: what was shared stands, and what was typed waits for its owner alone', async () => {
    const { service, aisha, ben } = await community();
    await aisha.says(aisha.privateChat, 'problem');
    await aisha.presses(aisha.privateChat, { title: 'Share with the group', inputs: own });
    await aisha.says(aisha.privateChat, 'problem');
    const slip = await aisha.presses(aisha.privateChat, { title: 'Submit problem', inputs: { problem: '', why: 'Half a thought' } });
    expect(answerOf(slip)).toMatch(/What you submitted before stands until this one is right[^]*Problem is empty/);
    await ben.says(channel, 'problems');
    await service.pass(seconds(3));
    expect(service.card(channel, 'Who has a problem ready?')).toContain('Ready: Aisha Khan');
    expect(service.card(board, shared)).toContain('Why: Learning that lasts');
    await aisha.says(aisha.privateChat, 'problem');
    expect(service.last(aisha.privateChat)).toContain('Half a thought');
    await aisha.presses(aisha.privateChat, { title: 'Share with the group', inputs: { problem: 'Now with one' } });
    await service.pass(seconds(3));
    expect(service.card(board, shared)).toEqual(expect.arrayContaining(['Problem: Now with one', 'Why: Half a thought']));
  });

  test('pressed on a form in a shared chat by an old client tells nobody what was pointed at', async () => {
    const { service, aisha } = await community();
    const data = { community: board.id, ...own, why: 'Mrs Okafor asked' };
    await aisha.forges(channel, { verb: 'problem-share', data, shape: 'submit' });
    await service.pass(seconds(3));
    expect(service.last(aisha.privateChat).join('\n')).toMatch(/Why: Mrs Okafor/);
    expect(service.last(channel).join()).toMatch(/I have written to you in our own chat/);
    expect(JSON.stringify([service.seen(channel), service.seen(board)])).not.toContain('Okafor');
  });
});

describe('Withdraw', () => {
  test('makes it a draft again with every word, tells the lobby, and empties what was shared', async () => {
    const { service, aisha } = await community();
    await aisha.says(aisha.privateChat, 'problem');
    await aisha.presses(aisha.privateChat, { title: 'Share with the group', inputs: own });
    await aisha.says(aisha.privateChat, 'problem');
    const answered = await aisha.presses(aisha.privateChat, { title: 'Withdraw', inputs: { why: 'Typed just now' } });
    expect(answerOf(answered)).toMatch(/Withdrawn: a draft again/);
    expect(untouchedInputsOf(cardOfAnswer(answered.body))).toMatchObject({ problem: own.problem, why: 'Typed just now' });
    await service.pass(seconds(3));
    expect(service.card(board, shared)).toEqual([shared, 'Its owner has withdrawn it.']);
    expect(service.card(channel, "Before we start: who's here?").join('\n')).toMatch(/Aisha Khan · no write-up/);
    await pressesAnswered(aisha, answered, 'Share with the group');
    await service.pass(seconds(3));
    expect(service.posts(board)).toHaveLength(2);
  });

  test('is offered only while there is something to take back', async () => {
    const { aisha, service } = await community();
    await aisha.says(aisha.privateChat, 'problem');
    const titles = (): readonly string[] => buttonsOf(cardOf(service.connector.visible(aisha.privateChat.id).at(-1)?.activity ?? {})).map(({ title }) => title);
    expect(titles()).toEqual(['Save draft', 'Submit problem', 'Share with the group']);
    await aisha.presses(aisha.privateChat, { title: 'Submit problem', inputs: own });
    await aisha.says(aisha.privateChat, 'problem');
    expect(titles()).toEqual(['Save draft', 'Submit problem', 'Share with the group', 'Withdraw']);
  });
});

describe('A write-up that is submitted and not shared', () => {
  test('gets out nowhere before the session posts it: not by any command, nor to a press that names another\'s', async () => {
    const { service, aisha, ben } = await community();
    const secret = 'My very own worry about the timetable';
    await submits(aisha, { ...own, problem: secret });
    for (const text of ['problems', 'problem', 'status', 'history', 'history timetable', 'start', 'actions', 'help']) await ben.says(channel, text);
    for (const text of ['problems', 'problem', 'history timetable', 'status']) await ben.says(ben.privateChat, text);
    await ben.presses(channel, { title: 'Open my write-up' });
    const forged = { community: board.id, owner: 'id-aisha-khan' };
    const answers = await Promise.all(['problem-open', 'problem-save', 'problem-share', 'problem-withdraw', 'problem-again'].flatMap((verb) =>
      [ben.forges(channel, { verb, data: forged }), ben.forges(ben.privateChat, { verb, data: { community: board.id } })]));
    const zoe = service.person('Zoe Lane');
    await zoe.says(group, 'problems');
    answers.push(await zoe.forges(group, { verb: 'problem-share', data: { community: board.id, problem: 'Intruding' } }));
    await service.pass(seconds(5));
    const others = [channel, board, group, ben.privateChat, zoe.privateChat].map((chat) => service.connector.visible(chat.id));
    expect(JSON.stringify([others, answers])).not.toContain(secret);
    expect(JSON.stringify(others)).not.toContain('Intruding');
    await service.passTo(at('16:00'));
    await aisha.presses(channel, { title: 'Start session' });
    await service.pass(seconds(5));
    expect(service.card(channel, 'Write-ups').join('\n')).toContain(secret);
  });
});

test('A problem that finds no time is carried over: it stays ready for the next session', async () => {
  const service = await openService();
  const people = colleagues(service, 7);
  await gather(service, people);
  const grace = nth(people, 6);
  await submits(grace, own);
  await nth(people, 0).presses(channel, { title: 'Stay together' });
  await service.passTo(at('16:00'));
  await nth(people, 0).presses(channel, { title: 'Start session' });
  await service.pass(seconds(5));
  expect(service.card(channel, 'Agenda').join('\n')).toContain('Grace Hall');
  await service.passTo(at('17:05'));
  await grace.says(grace.privateChat, 'problem');
  expect(service.last(grace.privateChat).join('\n')).toMatch(/Submitted\. The group sees it when[^]*Pupils forget what they are taught in maths/);
});
