// By which terms people's words are found: forms of a word meet, what says nothing is left out, and no text is too odd.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ActionEntry, NoteEntry, SessionEntry } from '../../../../src/core/history/entry.ts';
import { termsIn, termsOf } from '../../../../src/core/history/terms.ts';
import { personId, sessionId } from '../../../../src/core/keys.ts';
import { emptyWriteUp } from '../../../../src/core/problem/write-up.ts';

describe('forms of one word meet', () => {
  test.each([
    ['quiz quizzes quizzing quizzed QUIZ Quizzes’ quiz’s'], ['pupil pupils pupils\' pupil\'s Pupil’s pupilsʼ'], ['school schools school\'s schools’ SCHOOL'],
    ['forget forgets forgetting'], ['café cafe CAFE\u0301 cafés café’s'], ['ﬁnd find finds finding ｆｉｎｄ'], ['James James\'s James’s'], ['Łukasz Lukasz'], ['straße strasse STRASSE'], ['Ærø aero'], ['class classes class’s'],
    ['organise organize organises organized organising organizing organisation organization organisations'],
    ['behaviour behavior behaviours behaviors Behaviour’s'], ['behavioural behavioral'], ['colour color coloured colored colouring'],
    ['favourite favorite favourites'], ['neighbourhood neighborhood'], ['analyse analyze analysing analyzed'], ['recognisable recognizable'],
    ['endeavour endeavor endeavoured'], ['mustnt mustn\'t mustn’t mustn`t'], ['obrien O\'Brien O’Brien O’Brien’s'],
    ['practise practice practises practised practising practices'], ['teach teaches taught teaching'], ['forget forgot forgotten'], ['children child child’s children’s'],
    ['maths mathematics Maths mathematical'], ['programme program programs programmes'], ['centre center centres centers'], ['write wrote written writing'],
    ['judgement judgment judgements'], ['lead led leads leading'], ['licence license licensed licences'], ['curriculum curricula'], ['analyse analysis analyses analyze'], ['assess assesses assessing assessed assessment'],
  ])('%s', (words) => {
    expect(termsIn(words)).toHaveLength(1);
    for (const word of words.split(' ')) expect([word, termsIn(word)]).toEqual([word, termsIn(words)]);
  });
});

describe('different words stay apart', () => {
  test.each([
    ['hour', 'hor'], ['four', 'for'], ['flour', 'flor'], ['tour', 'tor'], ['resource', 'resorce'], ['journal', 'jornal'], ['course', 'corse'], ['court', 'cort'],
    ['encourage', 'encorage'], ['quiz', 'quit'], ['maths', 'moths'], ['year', 'yard'], ['7', '70'], ['ysgol', 'ysgolion'], ['policy', 'police'], ['send', 'sent'], ['sats', 'sit'], ['leader', 'lead'], ['find', 'found'],
  ])('%s and %s', (a, b) => {
    expect(termsIn(a)).not.toEqual(termsIn(b));
  });
});

test.each<readonly [string, readonly string[]]>([
  ['', []], ['   \n\t', []], ['the of and is it to', []], ['The THE the', []], ['don’t can\'t isn’t', []], ['I’ve we’re they’ll he’d it’s', []],
  ['year 7', ['year', '7']], ['Year 7, year 7 and YEAR 7!', ['year', '7']], ['KS2/KS3', ['ks2', 'ks3']], ['3.2', ['3', '2']], ['²', ['2']], ['x 1 y 22', ['1', '22']],
  ['low-stakes', ['low', 'stake']], ['end_of_unit', ['end', 'unit']], ['leading-behaviour-and-culture', ['lead', 'behavior', 'cultur']],
  ['a\'b', []], ['-- or 1=1', ['1']], ['SEND', ['send']], ['IT', []], ['Will May Khan', ['will', 'mai', 'khan']],
  ['ysgol mae’r plant yn dysgu’n dda', ['ysgol', 'mae', 'plant', 'yn', 'dysgu', 'dda']], ['Tŷ, tŷ a thai', ['ty', 'thai']], ['i’r ysgol a’r dosbarth a’ch gwaith', ['ysgol', 'dosbarth', 'gwaith']],
  ['ŵyn', ['wyn']], ['naïve Zoë', ['naiv', 'zoe']], ['Straße', ['strass']], ['שלום עולם', ['שלום', 'עולם']], ['ΣΊΣΥΦΟΣ', ['σισυφος']], ['数学 分', ['数学', '分']],
  ['👩🏽‍🏫 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️', []], ['good👍work', ['good', 'work']], ['a lone \ud83d half', ['lone', 'half']], ['nul\u0000byte', ['nul', 'byte']], ['zero\u200bwidth', ['zero', 'width']],
  ['constructor __proto__ hasOwnProperty', ['constructor', 'proto', 'hasownproperti']],
])('the terms of %j', (text, terms) => {
  expect(termsIn(text)).toEqual(terms);
});

test('a word too long for an index is several terms, the same wherever it is written', () => {
  const long = 'b1'.repeat(100);
  expect(termsIn(long)).toEqual(['b1'.repeat(30), 'b1'.repeat(10)]);
  expect(termsIn(`${long}, and ${long.toUpperCase()}`)).toEqual(termsIn(long));
  expect(termsIn('\u{20000}'.repeat(61))).toEqual(['\u{20000}'.repeat(60), '\u{20000}']);
});

test('any text gives distinct terms of letters and digits, short enough for an index, and twice the same', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme-ascii', maxLength: 300 }), (odd, plain) => {
    for (const text of [odd, plain, odd + plain]) {
      const terms = termsIn(text);
      expect(new Set(terms).size).toBe(terms.length);
      for (const term of terms) expect([/^[\p{L}\p{N}]+$/u.test(term), [...term].length <= 62, term.isWellFormed()]).toEqual([true, true, true]);
      expect(termsIn(text)).toEqual(terms);
    }
  }));
});

test('what is said with more words around it keeps its terms', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 })), (parts) => {
    const whole = new Set(termsIn(parts.join(' \n ')));
    for (const part of parts) for (const term of termsIn(part)) expect(whole).toContain(term);
  }));
});

test.each([
  ['words', 'pupils forget what they are taught '.repeat(3_000)], ['one letter', 'a'.repeat(100_000)], ['vowels and y', 'yaey'.repeat(25_000)], ['apostrophes', '\''.repeat(100_000)],
  ['letters and apostrophes', 's\''.repeat(50_000)], ['our', 'our'.repeat(33_000)], ['aour', 'aour '.repeat(20_000)], ['marks', `e${'\u0301'.repeat(100_000)}`],
  ['ligatures', '\ufdfa'.repeat(10_000)], ['spaces', ' '.repeat(100_000)], ['distinct words', Array.from({ length: 15_000 }, (_, n) => `w${n}`).join(' ')],
])('100 KB of %s are read at once', (_, text) => {
  const startedAt = performance.now();
  termsIn(text);
  expect(performance.now() - startedAt).toBeLessThan(1_500);
});

describe('the terms of an entry', () => {
  const [ann, ben] = [{ id: personId('p-ann'), name: 'Ann Lloyd' }, { id: personId('p-ben'), name: 'Ben Cole' }];
  const base = { partition: 't|c', session: sessionId('s1'), at: 123_456, people: [ann.id] };
  const note: NoteEntry = { ...base, kind: 'note', id: 'note-1', turn: 1, phase: 'clarify', by: ann, text: 'Is it all classes?' };
  const action: ActionEntry = { ...base, kind: 'action', id: 'action-1', turn: 1, owner: ann, writtenBy: ben, text: 'Ask the team', dueOn: '2026-11-20' };
  const writeUp = {
    ...emptyWriteUp, problem: 'Pupils forget maths in year 7', evidence: 'Test results of pupils', context: 'New staff', why: 'Lasting learning', specific: 'yes',
    npqArea: 'leading-literacy', frameworkSection: 'Section 3.2', artefactLink: 'https://example.org/plans', artefactDescription: 'Curriculum map',
  } as const;
  const session: SessionEntry = {
    ...base, kind: 'session', id: 'session-1', zone: 'Europe/London', protocol: { id: 'npq-community', version: 1 }, plannedAt: null, startedAt: 1, endedAt: 2,
    ending: 'completed', chair: ben, attendance: [{ id: personId('p-dee'), name: 'Dee Fox', part: 'helper' }],
    turns: [{ owner: ann, problem: 'Pupils forget', writeUp, wasHeld: true }, { owner: ben, problem: null, writeUp: null, wasHeld: false }],
    phases: [{ turn: 1, phase: 'look-deeper', plannedMs: 60_000, beganAt: 1, endedAt: 2 }], nextChair: { id: personId('p-eve'), name: 'Eve Hill' }, nextMeetingAt: 3,
  };

  test('strong is what the session was about, weak the rest that was written the names of chair and owners, everyone there and the areas', () => {
    expect(termsOf(note)).toEqual({ strong: [], weak: ['all', 'class'] });
    expect(termsOf(action)).toEqual({ strong: ['ask', 'team'], weak: [] });
    expect(termsOf(session)).toEqual({
      strong: ['pupil', 'forget', 'mathemat', 'year', '7'],
      weak: ['ben', 'cole', 'ann', 'lloyd', 'test', 'result', 'new', 'staff', 'last', 'learn', 'lead', 'literaci', 'section', '3', '2', 'curriculum', 'map', 'person:p-ben', 'person:p-ann', 'person:p-dee', 'area:leading-literacy'],
    });
  });

  test('a term stands in one of the two only', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('maths', 'reading', 'quizzes', 'the', 'Ben'), { maxLength: 4 }), fc.array(fc.constantFrom('maths', 'quiz', 'staff'), { maxLength: 4 }), (problem, evidence) => {
      const { strong, weak } = termsOf({ ...session, turns: [{ owner: ann, problem: null, writeUp: { ...writeUp, problem: problem.join(' '), evidence: evidence.join(' ') }, wasHeld: true }] });
      expect(new Set([...strong, ...weak]).size).toBe(strong.length + weak.length);
      expect(strong).toEqual(termsIn(problem.join(' ')));
    }));
  });
});
