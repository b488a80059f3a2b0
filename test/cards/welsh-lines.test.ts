// Welsh held against English line by line: what English gains is put into Welsh or left out on purpose, and what people
// are told to press or to type is called so in Welsh.

import { describe, expect, test } from '@jest/globals';
import { cy } from '../../src/texts/cy.ts';
import { en } from '../../src/texts/en.ts';
import { textsFor } from '../../src/texts/languages.ts';
import { linesOf } from './lines.ts';

const welsh = textsFor('cy');

/** Lines that Welsh takes from English: names, marks and blanks, and words that are the same. */
const leftOut = [
  '.actions.choice', '.actions.intro.list', '.actions.owner', '.actions.said', '.buddy.news.at', '.buddy.reasons.school-unknown',
  '.buddyPage.form.formatChoices.teams', '.buddyPage.form.hints.zone', '.buddyPage.page.action', '.buddyPage.page.by', '.buddyPage.page.meeting', '.buddyPage.page.note',
  '.coming.ownerAway.outcomes.given', '.groups.lines.closed', '.groups.lines.over', '.groups.lines.started', '.groups.lines.stayed', '.groups.said', '.groups.status.owner',
  '.me.hints.wakingFrom', '.me.hints.wakingTo', '.me.hints.zone',
  '.pairing.list.counted', '.pairing.list.pair', '.pairing.proposal.group', '.pairing.proposal.kinds.new', '.pairing.proposal.out',
  '.problem.similarAction', '.problem.similarCame', '.problem.similarTurn', '.protocols.case-study.parts.owner', '.protocols.npq-community.parts.owner', '.readiness.deliveries.item', '.readiness.questions.by', '.record.nextMeeting', '.records.help.does',
  '.records.history.action', '.records.history.held', '.records.summary.by', '.records.summary.note', '.records.summary.turn',
  '.records.writeUps.label', '.records.writeUps.owner', '.session.agenda.heading', '.session.agenda.phase', '.session.agenda.starts',
  '.session.agenda.turn', '.session.lobby.owner', '.session.lobby.state.open', '.setUp.labels.npq', '.setUp.labels.rhythm', '.setUp.zoneHint',
];

test('Welsh has every line of English but those left out on purpose', () => {
  const own = new Set(linesOf(cy).map(([place]) => place));
  expect(linesOf(en).map(([place]) => place).filter((place) => !own.has(place)).toSorted()).toEqual(leftOut);
});

test('every command has a Welsh word', () => {
  expect(Object.keys(welsh.typed.commands).toSorted()).toEqual(Object.keys(en.commands).toSorted());
});

/** As its source has it, where it is a function: people see its quoted parts to the letter. */
const sourceOf = (line: unknown): string => (typeof line === 'function' ? Function.prototype.toString.call(line) : typeof line === 'string' ? line : '');

/** Every line of both languages that `pattern` finds words in, with these words. */
function told(pattern: RegExp): readonly { readonly place: string; readonly line: string; readonly words: string }[] {
  const own = new Map(linesOf(welsh));
  return linesOf(en).flatMap(([place, line]) => [...sourceOf(line).matchAll(pattern)].map(([, words = '']) => ({ place, line: sourceOf(own.get(place)), words })));
}

/** The longest of these names that `words` begin with; undefined where none does. */
const nameIn = (words: string, names: readonly string[]): string | undefined =>
  names.filter((name) => words === name || words.startsWith(`${name} `)).toSorted((a, b) => b.length - a.length)[0];

const wordOf = <T>(table: Readonly<Record<string, T>>, key: string | undefined): T | undefined => Object.entries(table).find(([each]) => each === key)?.[1];

describe('what people are told in Welsh', () => {
  test('to press is the title of the button', () => {
    const presses = told(/\bpress(?:es|ed|ing)? (\p{Lu}[\p{L} ]+)/gu).map(({ place, line, words }) => {
      const title = nameIn(words, Object.values(en.buttons));
      return { place, line, title: wordOf(welsh.buttons, Object.entries(en.buttons).find(([, each]) => each === title)?.[0]) };
    });
    expect(presses.length).toBeGreaterThan(10);
    expect(presses.filter(({ line, title }) => title === undefined || !line.includes(title))).toEqual([]);
  });

  test('to type is the first word of the command', () => {
    const typed = told(/(?:“|: )(\p{Ll}[\p{Ll} ]*)/gu).map(({ place, line, words }) => ({ place, line, word: wordOf(welsh.typed.commands, nameIn(words, Object.keys(en.commands)))?.[0] }))
      .filter(({ word }) => word !== undefined);
    expect(typed.length).toBeGreaterThan(10);
    expect(typed.filter(({ line, word = '' }) => !line.includes(`“${word}`) && !line.includes(`: ${word} `))).toEqual([]);
  });
});
