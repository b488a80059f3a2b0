// Languages: Welsh on every card, English line by line where it has no words, and nothing left in English by oversight.

import { describe, expect, test } from '@jest/globals';
import { cardMaxChars, createRender, createRenders } from '../../src/cards/render.ts';
import { recordMarkdown } from '../../src/cards/record-markdown.ts';
import { createWhen } from '../../src/cards/when.ts';
import type { Notice } from '../../src/core/notices.ts';
import { minutes } from '../../src/core/time.ts';
import { cy } from '../../src/texts/cy.ts';
import { en } from '../../src/texts/en.ts';
import { languageOfLocale, languages, textsFor } from '../../src/texts/languages.ts';
import type { Texts } from '../../src/texts/texts.ts';
import { type Unfinished, withFallback } from '../../src/texts/unfinished.ts';
import { crowded, withPeoplesText } from './hostile.ts';
import { linesOf } from './lines.ts';
import { allSamples, startAt } from './samples.ts';
import { ofType, textsOf, titlesOf } from './walk.ts';

const welsh = textsFor('cy');
const render = createRender(welsh);
const lineIn = (texts: Texts, notice: Notice): string => createRender(texts)({ card: 'notice', notice }).text ?? '';

describe.each(allSamples)('$name in Welsh', ({ message }) => {
  const { card, summary } = render(message);

  test('is a whole card, with every button once and a label on every input', () => {
    expect(card?.['fallbackText']).toBe(summary);
    expect(JSON.stringify(card)).not.toMatch(/\$\{|undefined|null|\[object|NaN/);
    expect(textsOf(card).filter((text) => text.trim() === '')).toEqual([]);
    expect(new Set(titlesOf(card)).size).toBe(titlesOf(card).length);
    for (const input of ofType(card, 'Input.')) expect(String(input['label']).trim()).not.toBe('');
  });

  test('fits, also with much that people wrote', () => {
    for (const each of [message, withPeoplesText(crowded(message, 30), 'Ŵy'.repeat(900))]) {
      expect(JSON.stringify(render(each).card).length).toBeLessThanOrEqual(cardMaxChars);
    }
  });
});

describe('a language that is not finished', () => {
  const without = (change: Unfinished<Texts>): Texts => withFallback(change, en);

  test('says a line it lacks in English, and its own beside it', () => {
    const texts = without({ buttons: { next: 'Rhan nesaf' } });
    expect(texts.buttons).toEqual({ ...en.buttons, next: 'Rhan nesaf' });
  });

  test('says a table it lacks in English', () => {
    const { setUp: _left, ...rest } = cy;
    expect(without(rest).setUp).toEqual(en.setUp);
    expect(without(rest).session.lobby.heading).toBe(welsh.session.lobby.heading);
  });

  test('says a line that is a function in English, drawn with the times of its own language', () => {
    const { 'ends-later': _left, ...lines } = cy.notices?.lines ?? {};
    const texts = without({ ...cy, notices: { ...cy.notices, lines } });
    const notice: Notice = { kind: 'ends-later', endsAt: startAt, zone: 'Europe/London' };
    expect(lineIn(texts, notice)).toBe('The later phases cannot make up for all of the pause. The session now ends at 16:00 (amser Llundain).');
    expect(lineIn(welsh, notice)).toContain('nawr yn gorffen am 16:00 (amser Llundain)');
  });

  test('takes a list as a whole, and a line left undefined for one it lacks', () => {
    expect(without({ typed: { and: ['ac'] } }).typed.and).toEqual(['ac']);
    expect(withFallback<{ a: string; b: string }>({ a: undefined } as unknown as { a: string }, { a: 'one', b: 'two' })).toEqual({ a: 'one', b: 'two' });
  });

  test('has no line that English does not have: typed words of commands and dates alone are its own', () => {
    const english = new Set(linesOf(en).map(([place]) => place));
    expect(linesOf(cy).map(([place]) => place).filter((place) => !english.has(place) && !/^\.typed\.(commands|dates)\./.test(place))).toEqual([]);
  });
});

describe('Welsh', () => {
  /** The same in both languages, or a mark without words. */
  const alike = new Set(['.commands.problem.usage', '.problem.labels.problem', '.records.summary.problem']);

  test('is nowhere the same as English by oversight', () => {
    const english = new Map(linesOf(en));
    const same = linesOf(cy).filter(([place, line]) => !alike.has(place) && typeof line === 'string' && line === english.get(place));
    expect(same).toEqual([]);
  });

  test('has its own words in every line of a function', () => {
    const english = new Map(linesOf(en));
    const notOf = (text: unknown): string => String(text).replace(/\s+/g, ' ');
    const same = linesOf(cy).filter(([place, line]) => typeof line === 'function' && notOf(line) === notOf(english.get(place)) && /'[^']*\p{L}{3}|`[^`$]*\p{L}{3}/u.test(notOf(line)));
    expect(same.map(([place]) => place)).toEqual([]);
  });

  test('never shows a straight quotation mark where an apostrophe stands', () => {
    expect(linesOf(cy).filter(([place, line]) => typeof line === 'string' && !place.startsWith('.typed') && line.includes("'"))).toEqual([]);
  });

  const when = createWhen(welsh.when);
  test.each([
    [when.time(startAt, 'Europe/London'), '16:00 (amser Llundain)'],
    [when.time(startAt, 'Europe/Paris'), '17:00 (amser Paris)'],
    [when.time(startAt, 'UTC'), '16:00 (UTC)'],
    [when.date(startAt, 'Europe/London'), 'Dydd Sadwrn 5 Rhagfyr 2026'],
    [when.day('2026-03-01'), 'Dydd Sul 1 Mawrth 2026'],
    [when.length(minutes(1)), '1 munud'],
    [when.length(minutes(2)), '2 funud'],
    [when.length(minutes(4)), '4 munud'],
    [when.length(minutes(12)), '12 munud'],
    [when.length(75_000), '1 munud 15 eiliad'],
    [when.length(30_000), '30 eiliad'],
  ])('writes %s', (written, expected) => { expect(written).toBe(expected); });

  test('writes a date small inside a line', () => {
    expect(lineIn(welsh, { kind: 'action-saved', owner: 'Aisha', dueOn: '2026-12-19' })).toBe('Cadwyd y cam nesaf ar gyfer Aisha, erbyn dydd Sadwrn 19 Rhagfyr 2026.');
  });

  test.each([
    [['Aisha', 'Ben'], 'Aisha a Ben'], [['Ben', 'Elin'], 'Ben ac Elin'], [['Ben', 'Ynyr'], 'Ben ac Ynyr'], [['Ben', 'Yasmin'], 'Ben a Yasmin'],
    [['Ben', 'Ŵan'], 'Ben a Ŵan'], [['Ben', 'Élise'], 'Ben ac Élise'], [['Huw', 'Ioan', 'Siân'], 'Huw, Ioan a Siân'],
  ])('joins %j by ear', (names, joined) => {
    expect(lineIn(welsh, { kind: 'order-is', names })).toBe(`Trefn y troeon: ${joined}.`);
  });

  test.each([[1, 'ac'], [8, 'ac'], [11, 'ac'], [12, 'a'], [60, 'a'], [80, 'ac'], [100, 'a']])('leaves out %i by ear', (count, and) => {
    expect(welsh.records.history.more(count)).toBe(`${and} ${count} arall`);
  });

  test('names a command in its own words', () => {
    expect(lineIn(welsh, { kind: 'refusal', refusal: { reason: 'name-missing', command: 'chair' } })).toContain('“cadeirydd Aisha Khan”');
  });

  test('writes the whole record', () => {
    const entry = {
      kind: 'session', v: 1, id: 'e1', at: startAt, partition: 't|c', session: 's', people: [], zone: 'Europe/London', startedAt: startAt, endedAt: startAt + minutes(60), plannedAt: null,
      protocol: { id: 'npq-community', version: 1 }, ending: 'completed', chair: { id: 'a', name: 'Aisha' }, attendance: [], turns: [], phases: [], nextChair: null, nextMeetingAt: null,
    } as unknown as Parameters<typeof recordMarkdown>[0][number];
    const text = recordMarkdown([entry], welsh);
    expect(text).toContain('# Sesiwn y gymuned, dydd Sadwrn 5 Rhagfyr 2026');
    expect(text).toContain('Cynhaliwyd o 16:00 (amser Llundain) tan 17:00 (amser Llundain)');
  });
});

describe('the list of languages', () => {
  test('begins with English, and says which ones a native reader has checked', () => {
    expect(languages.map(({ code, ownName, locale, isChecked }) => [code, ownName, locale, isChecked])).toEqual([['en', 'English', 'en-GB', true], ['cy', 'Cymraeg', 'cy-GB', false]]);
    expect(languages.map(({ locale }) => new Intl.DateTimeFormat(locale).resolvedOptions().locale)).toEqual(['en-GB', 'cy-GB']);
  });

  test.each([[null, 'en'], ['en', 'en'], ['cy', 'cy'], ['xx', 'en'], ['toString', 'en']])('draws %j in the words of %s', (code, expected) => {
    expect(createRenders()({ card: 'problem-door' }, code)).toEqual(createRender(textsFor(expected))({ card: 'problem-door' }));
  });

  test.each([[null, null], ['', null], ['cy-GB', 'cy'], ['CY', 'cy'], ['en_US', 'en'], ['fr-FR', null], ['cymru', null]])('takes the locale %j for %j', (locale, code) => {
    expect(languageOfLocale(locale)).toBe(code);
  });
});
