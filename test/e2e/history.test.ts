// Looking back in the chat: a record opens as a card and leads back to its page, people and areas narrow the list, and
// nobody opens what is not theirs to see (product.md 3, 7).

import { describe, expect, test } from '@jest/globals';
import { hourMs, minutes, seconds } from '../../src/core/time.ts';
import type { Answered, Chat, Person } from '../support/person.ts';
import { cardOfAnswer, linesOfAnswer } from '../support/read-card.ts';
import { channel, group, openService, type TestService } from '../support/service.ts';
import { begin, colleagues, nth, suitableWriteUp, submits } from '../support/session-steps.ts';
import { buttonsOf, cardOf } from '../support/card-buttons.ts';

const answerOf = (answered: Answered): string => linesOfAnswer(answered.body).join('\n');
const lastIn = (service: TestService, chat: Chat): string => service.last(chat).join('\n');

/** Presses a button of a card that was the answer to a press: it stands in no message. */
async function pressesAnswer(person: Person, chat: Chat, answered: Answered, title: string): Promise<Answered> {
  const button = buttonsOf(cardOfAnswer(answered.body) ?? {}).find((each) => each.title === title);
  if (button === undefined) throw new Error(`the answer has no button ${title}`);
  return person.forges(chat, { verb: button.verb, data: button.data });
}

/** Aisha and Ben had a turn each, with Chloe to help; Aisha's problem was on literacy, and she committed to a quiz. */
async function afterOne(): Promise<{ service: TestService; aisha: Person; ben: Person; chloe: Person }> {
  const service = await openService();
  const people = colleagues(service, 3);
  const [aisha, ben, chloe] = [nth(people, 0), nth(people, 1), nth(people, 2)];
  await aisha.says(channel, 'status');
  await submits(aisha, { ...suitableWriteUp, npqArea: 'leading-literacy' });
  await begin(service, [aisha, ben], { helpers: [chloe] });
  await service.pass(minutes(8));
  await chloe.says(channel, 'note Ask which phonics scheme is used');
  await aisha.says(channel, 'action Agree a weekly quiz');
  await service.pass(hourMs);
  return { service, aisha, ben, chloe };
}

describe('A record', () => {
  test('opens from its line, with turns, notes and actions, and leads back to the page it was opened on', async () => {
    const { service, aisha, chloe } = await afterOne();
    await chloe.says(channel, 'history phonic');
    expect(lastIn(service, channel)).toMatch(/Search: phonic[^]*Aisha Khan: Pupils forget/);
    const opened = await chloe.presses(channel, { title: 'Open 3 December 2026' });
    expect(answerOf(opened)).toMatch(/^Record of a session[^]*Here \(3\): [^]*1 · Aisha Khan[^]*Problem: Pupils forget what they are taught[^]*Chloe Diaz: Ask which phonics scheme is used[^]*Agree a weekly quiz[^]*2 · Ben Cole/);
    expect(JSON.stringify(opened.body)).toMatch(/\/records\/[\w.-]+/);
    const back = await pressesAnswer(chloe, channel, opened, 'Sessions held');
    expect(answerOf(back)).toMatch(/^Sessions held\nSearch: phonic/);
    await aisha.says(aisha.privateChat, 'history');
    expect(answerOf(await aisha.presses(aisha.privateChat, { title: 'Open 3 December 2026' }))).toMatch(/^Record of a session/);
  });

  test('is opened by nobody for whom it is not: another community, another tenant, a made-up session', async () => {
    const { service, chloe } = await afterOne();
    await chloe.says(channel, 'history');
    const button = buttonsOf(cardOf(service.connector.visible(channel.id).at(-1)?.activity ?? {})).find(({ title }) => title.startsWith('Open '));
    const data = button?.data ?? {};
    const umar = service.person('Umar Vance', { tenant: 'bbbbbbbb-0000-0000-0000-00000000000b' });
    const zoe = service.person('Zoe Young');
    await zoe.says(group, 'status');
    for (const [who, chat] of [[umar, channel], [umar, umar.privateChat], [zoe, group], [zoe, zoe.privateChat]] as const) {
      const answer = answerOf(await who.forges(chat, { verb: 'record', data }));
      expect(answer).not.toMatch(/Aisha|Pupils|quiz/);
      expect(answer).toMatch(/could not read that form|not kept any more|Only members|do not belong/);
    }
    expect(answerOf(await chloe.forges(channel, { verb: 'record', data: { ...data, session: 's-none' } }))).toMatch(/not kept any more/);
    expect(answerOf(await chloe.forges(channel, { verb: 'record', data: { ...data, heldIn: group.id } }))).toMatch(/Only those who took part there/);
  });
});

test('Whoever submits a problem like one that the group met is shown it, with the action, and nobody of another community is', async () => {
  const { service, ben } = await afterOne();
  const like = { ...suitableWriteUp, problem: 'Year 4 forget the times tables they are taught', evidence: '', context: '', why: '' };
  await ben.says(ben.privateChat, 'problem');
  expect(lastIn(service, ben.privateChat)).not.toMatch(/something like it before/);
  expect(answerOf(await ben.presses(ben.privateChat, { title: 'Submit problem', inputs: like }))).toMatch(/This group met something like it before:\nThursday 3 December 2026, Aisha Khan: Pupils forget what they are taught → Agree a weekly quiz/);
  expect(answerOf(await ben.presses(ben.privateChat, { title: 'Submit problem', inputs: { ...like, problem: 'Uniform rules are not followed' } }))).not.toMatch(/something like it before/);
  const zoe = service.person('Zoe Young');
  await zoe.says(group, 'status');
  await zoe.says(zoe.privateChat, 'problem');
  expect(answerOf(await zoe.presses(zoe.privateChat, { title: 'Submit problem', inputs: like }))).not.toMatch(/something like it before|Aisha/);
});

test('The history is narrowed by whoever took part and by the area of a problem', async () => {
  const { service, aisha } = await afterOne();
  const asked = async (words: string): Promise<string> => {
    await aisha.says(channel, `history ${words}`);
    await service.pass(seconds(2));
    return lastIn(service, channel);
  };
  expect(await asked('by Chloe')).toMatch(/With Chloe Diaz[^]*Aisha Khan: Pupils forget/);
  expect(await asked('quizzes by Ben on literacy')).toMatch(/Search: quizzes\nWith Ben Cole\nNPQ area: Leading literacy[^]*Aisha Khan: Pupils forget/);
  expect(await asked('by Aisha on headship')).toMatch(/NPQ area: Headship\nNone found/);
  expect(await asked('on gardening')).toMatch(/I do not know that NPQ area\. There is: Senior leadership,/);
  expect(await asked('by the book')).toMatch(/Nobody of that name has taken part here[^]*None found/);
});
