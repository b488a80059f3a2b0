// Dates as people type them: understood and said back, or asked back with everything typed still there (issue 5). It is
// Thursday 3 December 2026.

import { expect, test } from '@jest/globals';
import { minutes, seconds } from '../../src/core/time.ts';
import { textsFor } from '../../src/texts/languages.ts';
import { buttonsOf, untouchedInputsOf } from '../support/card-buttons.ts';
import type { Answered, Person } from '../support/person.ts';
import { cardOfAnswer, linesOfAnswer } from '../support/read-card.ts';
import { channel, openService, type TestService } from '../support/service.ts';
import { at, begin, colleagues, nth } from '../support/session-steps.ts';

const answerOf = (answered: Answered): string => linesOfAnswer(answered.body).join('\n');
const inputsOf = (answered: Answered) => untouchedInputsOf(cardOfAnswer(answered.body));
const either = /Nothing was saved: that date may be Friday 4 December 2026 or Friday 11 December 2026\./;

async function inTurn(): Promise<{ readonly service: TestService; readonly aisha: Person }> {
  const service = await openService();
  const people = colleagues(service, 2);
  await begin(service, people);
  await service.passTo(at('16:10'));
  return { service, aisha: nth(people, 0) };
}

test('A date that may mean several is asked back on the card, with all that was typed; mended, it is saved once', async () => {
  const { service, aisha } = await inTurn();
  const typed = { note: 'Ask how they revise', action: 'Quiz Year 4', due: 'next Friday' };
  const asked = await aisha.presses(channel, { title: 'Save my next action', inputs: typed });
  expect(answerOf(asked)).toMatch(/^Turn 1 of 2/);
  expect(answerOf(asked)).toMatch(either);
  expect(inputsOf(asked)).toEqual(typed);
  const data = buttonsOf(cardOfAnswer(asked.body)).find(({ verb }) => verb === 'action')?.data;
  expect(data).toMatchObject({ at: 0, again: true });
  const unread = await aisha.forges(channel, { verb: 'action', data: { ...data, ...typed, due: 'end of term' } });
  expect(answerOf(unread)).toMatch(/cannot read that date/);
  expect(inputsOf(unread)).toEqual({ ...typed, due: 'end of term' });
  const past = await aisha.forges(channel, { verb: 'action', data: { ...data, ...typed, due: '2026-11-30' } });
  expect([answerOf(past), inputsOf(past)]).toEqual([expect.stringMatching(/date has passed/), { ...typed, due: '2026-11-30' }]);
  for (let n = 0; n < 2; n++) await aisha.forges(channel, { verb: 'action', data: { ...data, ...typed, due: 'Friday week' } });
  const saved = await aisha.forges(channel, { verb: 'action', data: { ...data, ...typed, action: 'Quiz Year 5', due: '11/12' } });
  // 11 December or 12 November: asked back once more, then written out.
  expect(answerOf(saved)).toMatch(/Friday 11 December 2026 or Friday 12 November 2027/);
  const last = await aisha.forges(channel, { verb: 'action', data: { ...data, ...typed, due: '11 December' } });
  expect(answerOf(last)).toMatch(/Next action saved for Aisha Khan, by Friday 11 December 2026\./);
  expect(inputsOf(last)).toMatchObject({ note: typed.note, action: '' });
  await service.passTo(at('17:10'));
  expect(service.card(channel, 'Summary').join('\n')).toMatch(/Quiz Year 4[^]*11 December/);
  expect(service.card(channel, 'Summary').join('\n')).not.toContain('Quiz Year 5');
});

test('In the chat nothing that was typed is quoted, and the card stays as it is', async () => {
  const { service, aisha } = await inTurn();
  const edits = service.sent(channel).length;
  await aisha.presses(channel, { title: 'Save my next action', inputs: { action: 'Quiz Year 4', due: 'next Friday' }, shape: 'submit' });
  expect(service.last(channel).join('\n')).toMatch(either);
  expect(service.last(channel).join('\n')).not.toContain('Quiz');
  expect(service.sent(channel)).toHaveLength(edits + 1);
});

test.each([
  ['action Quiz Year 4 by tomorrow', 'Quiz Year 4', 'Friday 4 December 2026'],
  ['action Stand by the door by the 12th of January', 'Stand by the door', 'Tuesday 12 January 2027'],
  ['action Cut marking by two weeks', 'Cut marking by two weeks', 'Thursday 17 December 2026'],
  ['action Plan it by Monday’s lesson', 'Plan it by Monday’s lesson', 'Thursday 17 December 2026'],
])('%s: the text, and the date that was taken', async (typed, text, day) => {
  const { service, aisha } = await inTurn();
  await aisha.says(channel, typed);
  expect(service.last(channel).join()).toBe(`Next action saved for Aisha Khan, by ${day}.`);
  await service.passTo(at('17:10'));
  expect(service.card(channel, 'Summary')).toContainEqual(expect.stringMatching(new RegExp(`${text}(?! by| ,)`)));
});

test('`action … by` a date that may mean several, or has passed, saves nothing', async () => {
  const { service, aisha } = await inTurn();
  await aisha.says(channel, 'action Quiz Year 4 by next Friday');
  expect(service.last(channel).join()).toMatch(either);
  await service.pass(seconds(2));
  await aisha.says(channel, 'action Quiz Year 4 by 1 December 2026');
  expect(service.last(channel).join()).toMatch(/date has passed/);
  await service.passTo(at('17:10'));
  expect(service.card(channel, 'Summary').join('\n')).not.toContain('Quiz');
});

test('Welsh words are read where Welsh is spoken', async () => {
  const service = await openService();
  const aisha = service.person('Aisha Khan');
  const { buttons } = textsFor('cy');
  await aisha.says(channel, 'set up');
  await aisha.presses(channel, { title: 'Save', inputs: { language: 'cy' } });
  await aisha.says(channel, 'cychwyn');
  await aisha.presses(channel, { title: buttons['in-owner'] });
  await aisha.presses(channel, { title: buttons.start });
  await service.pass(minutes(8));
  await aisha.says(channel, 'cam Cwis erbyn dydd Gwener wythnos nesaf');
  expect(service.last(channel).join()).toMatch(/erbyn dydd Gwener,? 11 Rhagfyr 2026/);
  const asked = await aisha.presses(channel, { title: buttons.action, inputs: { action: 'Cwis', due: 'dydd Gwener nesaf' } });
  expect(inputsOf(asked)).toMatchObject({ action: 'Cwis', due: 'dydd Gwener nesaf' });
  expect(answerOf(asked)).toMatch(/dydd Gwener,? 4 Rhagfyr 2026 neu/);
});

test('The next meeting is asked back in the close with what was typed, and said as it was understood', async () => {
  const { service, aisha } = await inTurn();
  await service.passTo(at('16:32'));
  const press = (inputs: Record<string, string>) => aisha.presses(channel, { title: 'Set the next meeting', inputs });
  const asked = await press({ request: 'A visit', nextDate: 'next Friday', nextTime: '16:30' });
  expect(answerOf(asked)).toMatch(either);
  expect(inputsOf(asked)).toMatchObject({ request: 'A visit', nextDate: 'next Friday', nextTime: '16:30' });
  await press({ nextDate: 'a week on Friday', nextTime: '16:30' });
  await service.pass(seconds(2));
  expect(service.last(channel).join('\n')).toMatch(/Friday 11 December 2026, 16:30/);
});
