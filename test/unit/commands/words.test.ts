// What people type in another language, beside the English that always works.

import { describe, expect, test } from '@jest/globals';
import type { Caller } from '../../../src/commands/desk.ts';
import { parseCommand } from '../../../src/commands/parse.ts';
import { commands } from '../../../src/commands/registry.ts';
import { birthdayWords, commandWords, nameWithProblem, namesIn } from '../../../src/commands/words.ts';
import { parseBirthday } from '../../../src/core/community/birthday.ts';
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
