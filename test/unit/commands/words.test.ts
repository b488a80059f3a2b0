// What people type in another language, beside the English that always works.

import { describe, expect, test } from '@jest/globals';
import type { Caller } from '../../../src/commands/desk.ts';
import { parseCommand } from '../../../src/commands/parse.ts';
import { commands } from '../../../src/commands/registry.ts';
import { birthdayWords, commandWords, dateWords, endingIn, nameWithProblem, namesIn } from '../../../src/commands/words.ts';
import { parseBirthday } from '../../../src/core/community/birthday.ts';
import { spokenDate } from '../../../src/core/calendar/spoken-date.ts';
import { languages } from '../../../src/texts/languages.ts';

const callerIn = (language: string | null): Caller => ({ arrival: { address: { language } } }) as Caller;
const [welsh, english] = [callerIn('cy'), callerIn(null)];
const parse = (text: string, caller: Caller): string => {
  const parsed = parseCommand(text, commands, commandWords(caller));
  return parsed.kind === 'command' ? `${parsed.command.name}|${parsed.words}` : `?${parsed.suggestion ?? ''}`;
};

test.each([
  ['cychwyn', 'start|'], ['Dechrau', 'start|'], ['start', 'start|'], ['nesaf', 'next|'], ['next', 'next|'], ['mwy o amser', 'more time|'], ['oedi', 'pause|'],
  ['nodyn Beth wedyn?', 'note|Beth wedyn?'], ['note What then?', 'note|What then?'], ['cam nesaf: cwrdd', 'action|cwrdd'], ['cam cwrdd', 'action|cwrdd'],
  ['problem', 'problem|'], ['problemau', 'problems|'], ['helô', 'help|'], ['cymorth', 'help|'], ['hanes darllen', 'history|darllen'],
  ['cychwn', '?cychwyn'], ['strat', '?cychwyn'], ['nodym', '?nodyn'], ['mwy o amsre', '?mwy o amser'], ['prynhawn da', '?'],
])('in Welsh %j is read as %s', (text, read) => { expect(parse(text, welsh)).toBe(read); });

test('words of another language are none of English', () => {
  expect([parse('cychwyn', english), parse('strat', english)]).toEqual(['?', '?start']);
});

test.each(languages)('in $code no two commands answer to the same word, and every word is lower case', ({ code }) => {
  const own = commandWords(callerIn(code));
  const words = commands.map((command) => new Set([command.name, ...command.aliases ?? [], ...Object.entries(own).find(([name]) => name === command.name)?.[1] ?? []]));
  const all = words.flatMap((each) => [...each]);
  expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
  expect(all.filter((word) => word !== word.toLowerCase())).toEqual([]);
  expect(Object.keys(own).filter((name) => !commands.some((command) => command.name === name))).toEqual([]);
});

describe('here', () => {
  test.each([
    ['Jo Lee gyda phroblem', welsh, 'Jo Lee', true], ['Jo  Lee  Gyda Phroblem.', welsh, 'Jo Lee', true], ['Jo with a problem', welsh, 'Jo', true],
    ["Jo gyda'i phroblem", welsh, 'Jo', true], ['Jo Lee', welsh, 'Jo Lee', false], ['Jo gyda phroblem', english, 'Jo gyda phroblem', false],
    ['Jo with her problem', english, 'Jo', true], ['with a problem', english, '', true], ['', welsh, '', false],
  ])('%j', (words, caller, name, hasProblem) => { expect(nameWithProblem(words, caller)).toEqual({ name, hasProblem }); });
});

describe('names', () => {
  test.each([
    ['Aisha, Ben a Chloe', welsh, ['Aisha', 'Ben', 'Chloe']], ['Ben ac Elin', welsh, ['Ben', 'Elin']], ['Ann and Ben', welsh, ['Ann', 'Ben']],
    ['Aisha, a Ben', welsh, ['Aisha', 'Ben']], ['Alan Ac', welsh, ['Alan Ac']], ['Ben a Chloe', english, ['Ben a Chloe']],
  ])('%j', (words, caller, names) => { expect(namesIn(words, caller)).toEqual(names); });
});

describe('birthday', () => {
  test.each([
    ['14 Mawrth', welsh, 3], ['14eg o Fawrth', welsh, 3], ['14 march', welsh, 3], ['14 Rhagfyr', welsh, 12], ['14 o ragfyr', welsh, 12], ['14/3', welsh, 3],
    ['14th of March', english, 3], ['March 14', english, 3],
  ])('%j', (words, caller, month) => { expect(parseBirthday(birthdayWords(words, caller))).toEqual({ day: 14, month }); });

  test.each(['14 Mawr', '32 Mawrth', '14 Mawrth 2026', ''])('%j is none', (words) => { expect(parseBirthday(birthdayWords(words, welsh))).toBeNull(); });
});

describe('dates', () => {
  /** Said on a Wednesday. */
  const read = (words: string, caller = welsh) => {
    const spoken = spokenDate(dateWords(words, caller), '2027-03-03');
    return spoken.kind === 'understood' ? spoken.date : spoken.kind === 'ambiguous' ? spoken.options : null;
  };
  test.each([
    ['yfory', '2027-03-04'], ['drennydd', '2027-03-05'], ['dydd Gwener', '2027-03-05'], ['ddydd Mawrth', '2027-03-09'], ['dydd Gwener wythnos nesaf', '2027-03-12'],
    ['12 Mawrth', '2027-03-12'], ['12fed o Fawrth', '2027-03-12'], ['1af Ebrill 2028', '2028-04-01'], ['12fed', '2027-03-12'], ['wythnos i heddiw', '2027-03-10'], ['wythnos i ddydd Gwener', '2027-03-12'],
    ['ymhen dwy wythnos', '2027-03-17'], ['mewn 10 diwrnod', '2027-03-13'], ['mewn pythefnos', '2027-03-17'], ['ymhen wythnos', '2027-03-10'], ['mewn tri mis', '2027-06-03'], ['diwedd y mis', '2027-03-31'],
    ['Friday', '2027-03-05'], ['in two weeks', '2027-03-17'], ['2027-03-12', '2027-03-12'],
  ])('%s in Welsh is %s', (words, date) => { expect(read(words)).toBe(date); });

  test.each([
    ['dydd Gwener nesaf', ['2027-03-05', '2027-03-12']], ['12/3', ['2027-03-12', '2027-12-03']], ['wythnos nesaf', ['2027-03-08', '2027-03-12']], ['diwedd y tymor', null], ['hanner tymor', null],
  ])('%s in Welsh is asked back with %j', (words, dates) => { expect(read(words)).toEqual(dates); });

  test('Welsh words are none in English', () => { expect(read('yfory', english)).toBeNull(); });

  test.each([
    ['Ask the team by Friday', english, { text: 'Ask the team', due: 'Friday' }], ['Stand by me BY 12 March', english, { text: 'Stand by me', due: '12 March' }],
    ['Read it\nby tomorrow ', english, { text: 'Read it', due: 'tomorrow' }], ['Gofyn erbyn yfory', welsh, { text: 'Gofyn', due: 'tomorrow' }], ['Ask by Friday', welsh, { text: 'Ask', due: 'friday' }],
    ['by Friday', english, undefined], ['Nearby Friday', english, undefined], ['Ask by', english, undefined], ['Gofyn erbyn yfory', english, undefined], [`Ask by ${'x'.repeat(70)}`, english, undefined],
  ])('what %j ends in', (words, caller, ending) => { expect(endingIn(words, caller)).toEqual(ending); });

  test('a long line of blanks is read quickly', () => { expect(endingIn(`x${' '.repeat(20_000)}by`, welsh)).toBeUndefined(); });
});
