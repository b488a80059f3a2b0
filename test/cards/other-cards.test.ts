// What people read and can press on the cards outside the running hour: summary, history, forms, lists.

import { describe, expect, test } from '@jest/globals';
import { createKit } from '../../src/cards/kit.ts';
import { createRender } from '../../src/cards/render.ts';
import type { Message } from '../../src/core/messages.ts';
import { en } from '../../src/texts/en.ts';
import { samples } from './samples.ts';
import { ofType, textsOf, titlesOf, type Json } from './walk.ts';

const render = createRender(en);
type Shown = Message | undefined;
const cardOf = (message: Shown): Json => (message === undefined ? {} : render(message).card ?? {});
const textsFor = (message: Shown): readonly string[] => textsOf(cardOf(message));
const titlesFor = (message: Shown): readonly string[] => titlesOf(cardOf(message));
const idsFor = (message: Shown): readonly unknown[] => ofType(cardOf(message), 'Input.').map(({ id }) => id);

test('the summary shows every turn, what was saved and what is left for the record', () => {
  const texts = textsFor(samples.summary['group']);
  expect(texts).toEqual(expect.arrayContaining([
    'Saturday 5 December 2026, 16:00 to 16:58 (London time)', '1 · Aisha Khan', 'Problem: Pupils forget what they are taught.',
    'Look deeper, Dan Price: Teachers may take a right answer in class for learning.', 'and 3 more notes in the whole record',
    'Next action: Agree a five-minute quiz for all Year 4 maths lessons. (by Saturday 19 December 2026)',
    'No next action was saved.', 'Carried over: this turn was not held.', 'Chloe Smith: A good policy on calm corridors.',
    'Here (5): Aisha Khan, Ben Okafor, Chloe Smith, Dan Price and Eve Adams', 'Next chair: Chloe Smith',
  ]));
  expect(texts.filter((text) => text === 'No next action was saved.')).toHaveLength(1);
  expect(titlesFor(samples.summary['group'])).toEqual(['Open the whole record', 'Calendar file']);
  expect(textsFor(samples.summary['proposed']).join('\n')).toMatch(/Next meeting: [^\n]*, as the rhythm has it/);
  expect(titlesFor(samples.summary['private'])).toEqual([]);
});

describe('the history', () => {
  const { searched, last, empty, noneFound } = samples.history;

  test('goes on with the same search, however long that was', () => {
    if (searched === undefined) throw new Error('no sample');
    expect(titlesFor(searched)).toEqual(['Open 5 December 2026', 'Open 21 November 2026', 'Older']);
    const button = ofType(cardOf({ ...searched, words: 'w'.repeat(2_000) }), 'Action.Execute').at(-1);
    expect(button).toMatchObject({ data: { verb: 'older', olderThan: searched.olderThan, words: 'w'.repeat(200) } });
  });

  test('says when there is no more, nothing yet, or nothing found', () => {
    expect(textsFor(last)).toContain('That is all.');
    expect(textsFor(empty)).toContain('None yet.');
    expect(textsFor(noneFound)).toContain('None found. Try other words, or fewer.');
    expect([last, empty, noneFound].flatMap(titlesFor).filter((title) => !title.startsWith('Open '))).toEqual([]);
  });

  test('a link to a record cannot be broken by what stands in its address', () => {
    if (searched === undefined) throw new Error('no sample');
    const [session] = searched.sessions;
    const texts = textsFor({ ...searched, sessions: session === undefined ? [] : [{ ...session, recordUrl: 'https://x.example/a(b) c' }] });
    expect(texts).toContain('[Whole record](https://x.example/a%28b%29%20c)');
  });
});

test('the set-up form asks everything, says what is wrong, and shows what was saved', () => {
  const { open, errors, saved } = samples['set-up'];
  expect(idsFor(open)).toEqual([
    'npq', 'zone', 'protocol', 'lengthMinutes', 'nextDate', 'nextTime', 'rhythm', 'everyWeeks',
    'movesOn', 'holidays', 'closed', 'wakingFrom', 'wakingTo', 'reminders', 'readAhead', 'questionsAhead', 'warnings', 'language',
  ]);
  expect(titlesFor(open)).toEqual(['Save']);
  expect(idsFor(samples['set-up'].short)).toEqual(['npq', 'zone', 'protocol', 'lengthMinutes', 'nextDate', 'nextTime', 'rhythm', 'everyWeeks']);
  expect(titlesFor(samples['set-up'].short)).toEqual(['Save', 'More settings']);
  expect(textsFor(samples['set-up'].misread)).toEqual(expect.arrayContaining([
    en.setUp.errors.everyWeeks, en.setUp.errors.rhythm, en.setUp.errors.waking,
    'Closed dates, line 2: is that Friday 12 March 2027 or Friday 3 December 2027? Please write the month as a word, and the year.',
    en.setUp.closedErrors.unknown(1, ''), en.setUp.closedErrors.backwards(4, ''), en.setUp.closedErrors.long(5, ''),
  ]));
  expect(textsFor(samples['set-up'].onHoliday)).toEqual(expect.arrayContaining([en.setUp.errorHeading, en.setUp.daysOff.holiday]));
  expect(textsFor(samples['set-up'].onClosedDay)).toContain(en.setUp.daysOff.closed);
  expect(textsFor(errors)).toEqual(expect.arrayContaining([en.setUp.errors.zone, en.setUp.otherError]));
  expect(idsFor(samples['set-up'].continuing)).toContain('continues');
  expect(textsFor(samples['set-up'].unfit)).toEqual(expect.arrayContaining([en.setUp.lengthError('60 or 75'), en.setUp.errors.continues]));
  expect(textsFor(samples['set-up'].continued).join('\n')).toMatch(/The chair[^]*Northern leaders/);
  expect(idsFor(saved)).toEqual([]);
  expect(titlesFor(saved)).toEqual(['Calendar file']);
  expect(textsFor(saved)).toEqual(expect.arrayContaining([
    'Next meeting: Saturday 19 December 2026, 16:00 · Saturday 9 January 2027, 16:00', 'Rhythm: every 3 weeks', 'Bank holidays: England and Wales',
    'Closed dates: 22 Dec 2026 to 5 Jan 2027 · 14 Feb 2027', 'Messages from: 07:30 to 18:30, on school days', 'Reminders: on', 'Warnings: on',
  ]));
});

test('who is ready is told by name, and the door holds no words of anyone', () => {
  expect(textsFor(samples.problems['some'])).toEqual(expect.arrayContaining(['Ready: Aisha Khan and Chloe Smith', 'Still writing: Ben Okafor']));
  expect(titlesFor(samples['problem-door']['door'])).toEqual(['Open my write-up']);
  expect(ofType(cardOf(samples['problem-door']['door']), 'Action.Execute')).toMatchObject([{ data: { verb: 'problem-open' } }]);
});

test('a text is cut between two characters, never inside one', () => {
  const kit = createKit(en, 0);
  expect(kit.text(`a${'😀'.repeat(9)}`, 7)).toBe('a😀😀…');
  expect(kit.text('exactly', 7)).toBe('exactly');
  expect(createKit(en, 1).text('exactly', 7)).toBe('ex…');
});

describe('what somebody says of themselves', () => {
  const { blank, filled, wrong, saved, started } = samples.me;

  test('is a form with everything known in it, and the way back from what was stopped', () => {
    expect(idsFor(blank)).toEqual(['birthday', 'school', 'schoolPhase', 'role', 'zone', 'wakingFrom', 'wakingTo', 'pausedUntil']);
    expect(titlesFor(blank)).toEqual(['Save', 'Pause for two weeks']);
    expect(ofType(cardOf(blank), 'Input.').map(({ value }) => value)).toEqual(['', '', 'none', '', '', '', '', '']);
    expect(ofType(cardOf(filled), 'Input.').map(({ value }) => value)).toEqual(['14 March', 'Northfield Primary', 'primary', 'Deputy head', 'Europe/Paris', '08:00', '17:00', 'Tuesday 5 January 2027']);
    expect(titlesFor(filled)).toEqual(['Save', 'Start again', 'Resume: Northern leaders', 'Resume: a chat without a name']);
  });

  test('says what is wrong with every word still there, and once saved how it is', () => {
    expect(textsFor(wrong)).toEqual(expect.arrayContaining([en.me.errorHeading, en.me.errors.zone, 'Pause: that date may be Friday 12 March 2027 or Friday 3 December 2027. Please write the one you mean, like 12 March.']));
    expect(ofType(cardOf(wrong), 'Input.').map(({ value }) => value)).toEqual(['30 Febuary', 'S'.repeat(200), 'none', 'R'.repeat(200), 'Paris', '18:00', 'after school', '12/3']);
    expect(idsFor(saved)).toEqual([]);
    expect(textsFor(saved)).toEqual(expect.arrayContaining(['School phase: Primary', 'I write to you: between 08:00 and 17:00, on school days', 'Stopped in: Northern leaders and a chat without a name']));
    expect(textsFor(started)).toEqual(expect.arrayContaining(['Time zone: that of each group', 'I write to you: in the hours each group has set, on school days', 'Reminders: on']));
  });
});
