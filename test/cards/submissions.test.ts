// The door of cards: every verb by table, and nothing that was not asked for comes in.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseSubmission } from '../../src/cards/submissions.ts';
import { plainBuddyVerbs } from '../../src/cards/submissions/buddy-forms.ts';
import { sessionVerbs } from '../../src/cards/submissions/session-forms.ts';
import { emptyWriteUp } from '../../src/core/problem/write-up.ts';

const at = { session: 's1', rev: 7 };
const community = '19:abc@thread.tacv2';
const outcome = { community, asked: 'list', action: 's0/1' };
const ofPair = { community, pair: '7' };
const ofMeeting = { ...ofPair, meeting: 3, at: 1_796_900_000_000 };
const agreement = {
  weekday: 'thursday', time: '16:00', first: '2026-12-10', zone: 'Europe/London', alternativeWeekday: 'none', alternativeTime: '', format: 'teams', joinLink: 'https://x.org', modules: 'A > B\nC > D',
};
const olderPage = { olderThan: '2026-01-01|s9', words: 'maths' };
const setUp = { npq: 'headship', zone: 'Europe/London', protocol: 'npq-community', lengthMinutes: '75', nextDate: '2027-03-14', nextTime: '16:00', warnings: 'true', language: 'cy' };
/** What the short form leaves out. */
const leftOut = {
  isWhole: false, sureOf: '', zone: null, rhythm: null, everyWeeks: null, holidays: null, closed: null, wakingFrom: null, wakingTo: null,
  reminders: null, readAhead: null, questionsAhead: null, warnings: null,
};
const noMe = { birthday: '', school: '', schoolPhase: '', role: '', zone: '', wakingFrom: '', wakingTo: '', pausedUntil: '' };
const file = { name: 'Unit plan.docx', link: 'https://school.example/plan' };
const writeUp = {
  ...emptyWriteUp, problem: 'They forget', evidence: 'e', context: 'c', why: 'w', specific: 'yes', solvable: 'not sure',
  controllable: 'no', npqArea: 'senco', frameworkSection: '3.2', artefactLink: 'https://x.org', artefactDescription: 'd',
};

/** Verb, what the button sends, and what is read. */
const table: readonly (readonly [string, Record<string, unknown>, Record<string, unknown>])[] = [
  ...sessionVerbs.map((verb) => [verb, at, at] as const),
  ['my-view', { ...at, step: 3 }, { ...at, step: 3 }],
  ['resume', at, at],
  ['resume', { ...at, finish: '' }, at],
  ['resume', { ...at, finish: 'later' }, { ...at, finish: 'later' }],
  ['note', { ...at, at: 'opening', note: ' won ' }, { ...at, at: 'opening', note: 'won', isAgain: false }],
  ['note', { ...at, at: 0 }, { ...at, at: 0, note: '', isAgain: false }],
  ['note', { ...at, at: 2, note: 'n', action: 'a', due: 'soon' }, { ...at, at: 2, note: 'n', isAgain: false }],
  ['action', { ...at, at: 1, action: 'ask', due: '2027-03-14', note: 5 }, { ...at, at: 1, action: 'ask', due: '2027-03-14', isAgain: false }],
  ['action', { ...at, at: 1, due: ' next Friday\n' }, { ...at, at: 1, action: '', due: 'next Friday', isAgain: false }],
  ['action', { ...at, at: 1 }, { ...at, at: 1, action: '', due: '', isAgain: false }],
  ['note', { ...at, at: 0, note: 'n', again: true }, { ...at, at: 0, note: 'n', isAgain: true }],
  ['request', { ...at, request: 'help', nextChair: 'p' }, { ...at, request: 'help', isAgain: false }],
  ['appoint', { ...at, nextChair: 'guest:jo o\'neill', request: 'r' }, { ...at, nextChair: 'guest:jo o\'neill' }],
  ['appoint', { ...at, nextChair: '' }, { ...at, nextChair: null }],
  ['appoint', at, { ...at, nextChair: null }],
  ['older', olderPage, olderPage],
  ['problem-open', {}, { community: null }],
  ['problem-open', { community: '19:c' }, { community: '19:c' }],
  ['nudges-off', { community: '19:c' }, { community: '19:c' }],
  ['nudges-off', { community: '19:c', chosen: '', line: 'Half' }, { community: '19:c' }],
  ['nudges-on', { community: '19:c' }, { community: '19:c' }],
  ['ask-open', { owner: 'id-a' }, { owner: 'id-a' }],
  ['ask', { community: '19:c', owner: 'id-a', question: ' Which year? ' }, { community: '19:c', owner: 'id-a', question: 'Which year?' }],
  ['outcome-done', outcome, { ...outcome, action: 's0/1', line: '', session: null }],
  ['outcome-partly', { ...outcome, asked: 'opening', session: 's1', chosen: '', line: ' half\r\n' }, { community, asked: 'opening', action: 's0/1', line: 'half', session: 's1' }],
  ['outcome-not-yet', { community, asked: 'list', chosen: 's0/2' }, { community, asked: 'list', action: 's0/2', line: '', session: null }],
  ['outcome-done', { community, asked: 'due' }, { community, asked: 'due', action: '', line: '', session: null }],
  ['record', { community: '19:a@thread.v2', session: 's1' }, { community: '19:a@thread.v2', session: 's1', heldIn: null, page: 1, words: '', from: '' }],
  ['record', { community: '19:a@thread.v2', heldIn: '19:b@thread.v2', session: 's1', page: 2, words: 'maths', from: 'x' }, { community: '19:a@thread.v2', heldIn: '19:b@thread.v2', session: 's1', page: 2, words: 'maths', from: 'x' }],
  ['me-save', { isForm: true, birthday: ' 14 March ', wakingFrom: '8am', wakingTo: 'late', schoolPhase: 'primary', pausedUntil: '5 January' }, { isForm: true, typed: { ...noMe, birthday: '14 March', wakingFrom: '08:00', wakingTo: 'late', schoolPhase: 'primary', pausedUntil: '5 January' } }],
  ['me-pause', { isForm: true, school: 'S', schoolPhase: 'none' }, { isForm: true, typed: { ...noMe, school: 'S' } }],
  ['me-start-again', {}, { isForm: false, typed: noMe }],
  ['me-remind', { community, role: 'Head' }, { community, isForm: false, typed: { ...noMe, role: 'Head' } }],
  ['buddy-open', {}, { community: null }],
  ['buddy-more', { community, chosen: '', line: 'Half' }, { community }],
  ['buddy-form', { ...ofPair, line: '' }, { ofPair }],
  ['buddy-leave', { ...ofPair, weekday: 'monday', first: 'soon' }, { ofPair }],
  ['buddy-leave-sure', ofPair, { ofPair }],
  ['buddy-join', { community }, { community }],
  ['buddy-out', { community }, { community }],
  ['buddy-save', { ...ofPair, rev: 2, ...agreement, time: '4pm' }, { ofPair, rev: 2, shownFirst: '', sureOf: '', typed: { ...agreement, time: '16:00' } }],
  ['buddy-save', { ...ofPair, rev: 0, shown: '2026-12-10', sureOf: '2026-12-25', first: ' next Friday ', alternativeTime: 'noon' }, {
    ofPair, rev: 0, shownFirst: '2026-12-10', sureOf: '2026-12-25',
    typed: { weekday: '', time: '', first: 'next Friday', zone: '', alternativeWeekday: '', alternativeTime: 'noon', format: '', joinLink: '', modules: '' },
  }],
  ['which', { command: ' history maths ', community }, { command: 'history maths', community }],
  ['problem-save', { community }, { community, writeUp: emptyWriteUp, keeps: [] }],
  ['problem-submit', { community, ...writeUp }, { community, writeUp, keeps: [] }],
  ['problem-submit', { community, why: 'w', keeps: ['context', 'artefactLink'] }, { community, writeUp: { ...emptyWriteUp, why: 'w' }, keeps: ['context', 'artefactLink'] }],
  ['set-up', setUp, { ...leftOut, ...setUp, lengthMinutes: 75, warnings: true, movesOn: '', continues: null }],
  ['set-up', { ...setUp, movesOn: 'chair', continues: '19:c' }, { ...leftOut, ...setUp, lengthMinutes: 75, warnings: true, movesOn: 'chair', continues: '19:c' }],
  ['set-up', { ...setUp, movesOn: 'clock', continues: 'new' }, { ...leftOut, ...setUp, lengthMinutes: 75, warnings: true, movesOn: 'clock', continues: null }],
  ['set-up', { lengthMinutes: 60, warnings: 'false' }, { ...leftOut, npq: '', protocol: '', lengthMinutes: 60, nextDate: '', nextTime: '', warnings: false, movesOn: '', continues: null, language: '' }],
  ['set-up', {
    ...setUp, isWhole: true, sureOf: '2027-03-14', rhythm: 'weeks', everyWeeks: ' 3 ', holidays: 'none', closed: '', wakingFrom: '08:00', wakingTo: '',
    reminders: 'true', readAhead: 'false', questionsAhead: '', warnings: false,
  }, {
    ...leftOut, ...setUp, lengthMinutes: 75, movesOn: '', continues: null, isWhole: true, sureOf: '2027-03-14', rhythm: 'weeks', everyWeeks: '3', holidays: '', closed: '',
    wakingFrom: '08:00', wakingTo: '', reminders: true, readAhead: false, questionsAhead: null, warnings: false,
  }],
  ['set-up-more', { holidays: 'scotland', closed: '22 Dec\n23 Dec' }, { ...leftOut, npq: '', protocol: '', lengthMinutes: '', nextDate: '', nextTime: '', movesOn: '', continues: null, language: '', holidays: 'scotland', closed: '22 Dec\n23 Dec' }],
  ['set-up', { nextTime: '4pm' }, { ...leftOut, npq: '', protocol: '', lengthMinutes: '', nextDate: '', nextTime: '16:00', movesOn: '', continues: null, language: '' }],
  ['set-up', { nextTime: 'after school' }, { ...leftOut, npq: '', protocol: '', lengthMinutes: '', nextDate: '', nextTime: 'after school', movesOn: '', continues: null, language: '' }],
  ['set-up', {}, { ...leftOut, npq: '', protocol: '', lengthMinutes: '', nextDate: '', nextTime: '', movesOn: '', continues: null, language: '' }],
  ['problem-share', { community, ...writeUp }, { community, writeUp, keeps: [] }],
  ['problem-share', { community, ...writeUp, heldBack: 'kQ2x' }, { community, writeUp, keeps: [], heldBack: 'kQ2x' }],
  ['problem-withdraw', { community, why: 'w' }, { community, writeUp: { ...emptyWriteUp, why: 'w' }, keeps: [] }],
  ['problem-again', { community }, { community, writeUp: emptyWriteUp, keeps: [] }],
  ['which', { command: '', community, file }, { command: '', community, file }],
  ...plainBuddyVerbs.map((verb) => [verb, { ...ofMeeting, moveDate: '3 May', feedback: 'f' }, ofMeeting] as const),
  ['buddy-alternative', { ...ofMeeting, to: 7, moveTime: 'x' }, { ...ofMeeting, to: 7 }],
  ['buddy-another', { ...ofMeeting, moveDate: ' next Friday ', moveTime: '4pm' }, { ...ofMeeting, moveDate: 'next Friday', moveTime: '16:00', sureOf: '', opens: false }],
  ['buddy-another', { ...ofMeeting, opens: true }, { ...ofMeeting, moveDate: '', moveTime: '', sureOf: '', opens: true }],
  ['buddy-another', { ...ofMeeting, moveDate: '2026-12-25', moveTime: '15:00', sureOf: '2026-12-25' }, { ...ofMeeting, moveDate: '2026-12-25', moveTime: '15:00', sureOf: '2026-12-25', opens: false }],
  ['buddy-suits', { ...ofMeeting, to: { date: '2026-12-11', time: '15:30' }, moveDate: '' }, { ...ofMeeting, to: { date: '2026-12-11', time: '15:30' } }],
  ['buddy-met', { ...ofMeeting, feedback: ' good\r\n', nextAction: 'Quiz', due: '12/3' }, { ...ofMeeting, feedback: 'good', nextAction: 'Quiz', due: '12/3' }],
  ['buddy-not-met', ofMeeting, { ...ofMeeting, feedback: '', nextAction: '', due: '' }],
  ['buddy-silent', { ...ofPair, feedback: 'half' }, ofPair],
  ['buddy-unsilent', ofPair, ofPair],
  ...(['pairs-open', 'pairs-propose', 'pairs-round', 'pairs-pick', 'pairs-see'] as const).map((verb) => [verb, { community, pair: '7' }, { community }] as const),
  ['pairs-open', { community, people: 'a,b' }, { community }],
  ['pairs-more', { community, page: 2, pair: '' }, { community, page: 2 }],
  ['pairs-break', { community }, { community, pair: null }],
  ['pairs-break-sure', { community, pair: '7' }, { community, pair: '7' }],
  ['pairs-make', { community, people: ' 0a1b,0c2d, ' }, { community, people: ['0a1b', '0c2d'] }],
  ['pairs-make', { community }, { community, people: [] }],
  ...(['pairs-announce', 'pairs-again', 'pairs-discard'] as const).map((verb) => [verb, { community, rev: 7, person: 5, other: '' }, { community, rev: 7 }] as const),
  ...(['pairs-swap', 'pairs-put', 'pairs-leave-out'] as const).map((verb) => [verb, { community, rev: 7, person: '0a1b' }, { community, rev: 7, person: '0a1b', other: '' }] as const),
];

const refusalOf = (verb: string, data: unknown): unknown => {
  const parsed = parseSubmission(verb, data);
  return parsed.kind === 'invalid' ? parsed.refusal : parsed;
};
const badForm = { reason: 'bad-form' };

describe('what every button sends', () => {
  test.each(table)('%s with %j is read, of either shape', (verb, data, read) => {
    const ok = { kind: 'ok', submission: { verb, ...read } };
    expect(parseSubmission(verb, data)).toStrictEqual(ok);
    expect(parseSubmission(verb, { ...data, verb })).toStrictEqual(ok);
  });

  test.each(table)('%s with %j takes nothing else and no other verb', (verb, data) => {
    expect(refusalOf(verb, { ...data, isChair: true })).toStrictEqual(badForm);
    expect(refusalOf(verb, { ...data, verb: 'out-of-the-way' })).toStrictEqual(badForm);
    for (const key of ['__proto__', 'constructor', 'toString']) {
      const forged: unknown = JSON.parse(`${JSON.stringify(data).slice(0, -1)}${Object.keys(data).length > 0 ? ',' : ''}"${key}":{"polluted":1}}`);
      expect(refusalOf(verb, forged)).toStrictEqual(badForm);
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('what is no submission', () => {
  test.each(['', 'dance', '__proto__', 'constructor', 'toString', 'Next'])('the verb %j is an unknown button', (verb) => {
    expect(refusalOf(verb, at)).toStrictEqual({ reason: 'unknown-button' });
  });

  test.each([
    ['next', undefined], ['next', null], ['next', []], ['next', 'next'], ['next', {}], ['problem-open', []],
    ['next', { ...at, rev: '7' }], ['next', { ...at, rev: -1 }], ['next', { ...at, rev: 1.5 }], ['next', { ...at, session: '' }],
    ['next', { ...at, session: 'a/b' }], ['next', { ...at, session: 5 }],
    ['my-view', at], ['my-view', { ...at, step: 1_000 }], ['my-view', { ...at, step: '3' }],
    ['resume', { ...at, finish: 'never' }],
    ['note', { ...at, at: -1, note: 'n' }], ['note', { ...at, at: '1', note: 'n' }], ['note', { ...at, note: 'n' }], ['note', { ...at, at: 'lobby' }],
    ['note', { ...at, at: 0, note: 5 }], ['note', { ...at, at: 0, note: null }], ['note', { ...at, at: 0, note: 'x'.repeat(10_001) }],
    ['action', { ...at, at: 'close', action: 'a' }], ['action', { ...at, at: 0, action: ['a'], due: 'soon' }],
    ['action', { ...at, at: 0, action: 'a', due: 5 }], ['appoint', { ...at, nextChair: 5 }],
    ['outcome-done', { community }], ['outcome-done', { asked: 'list' }], ['outcome-done', { ...outcome, asked: 'never' }], ['outcome-partly', { ...outcome, line: 5 }], ['outcome-not-yet', { ...outcome, session: 'a/b' }],
    ['record', { session: 's1' }], ['record', { community: '19:a', session: 's 1' }], ['record', { community: '19:a', session: 's1', page: 0 }], ['record', { community: '19:a', session: 's1', from: 'a\u0000b' }],
    ['older', { words: '' }], ['older', { olderThan: 'a\u0000b' }],
    ['me-save', { schoolPhase: 'college' }], ['me-save', { isForm: 'true' }], ['me-pause', { zone: 7 }], ['me-remind', {}],
    ['buddy-form', { community }], ['buddy-form', { pair: '7' }], ['buddy-leave-sure', {}], ['buddy-join', {}], ['buddy-out', { community: '' }],
    ['buddy-save', { ...ofPair, ...agreement }], ['buddy-save', { ...ofPair, rev: '1' }], ['buddy-save', { ...ofPair, rev: 0, format: 'by letter' }], ['buddy-save', { ...ofPair, rev: 0, shown: 'soon' }], ['buddy-save', { ...ofPair, rev: 0, time: 16 }],
    ['which', { command: 'history' }], ['which', { command: 5, community }],
    ['problem-save', {}], ['problem-save', { community: '' }], ['problem-save', { community, specific: 'maybe' }], ['problem-save', { community, npqArea: 'golf' }],
    ['problem-submit', { community, heldBack: 'kQ2x' }], ['problem-share', { community, heldBack: 5 }], ['problem-withdraw', {}],
    ['which', { command: '', community, file: { name: 'x', link: 'http://school.example' } }], ['which', { command: '', community, file: { name: 'x', link: 'javascript:alert(1)' } }],
    ['which', { command: '', community, file: { name: 'x' } }], ['which', { command: '', community, file: { ...file, link: `https://x.example/${'a'.repeat(2_000)}` } }],
    ['problem-save', { community, keeps: ['npqArea'] }], ['problem-save', { community, keeps: 'why' }],
    ['pairs-open', {}], ['pairs-more', { community, page: 0 }], ['pairs-announce', { community }], ['pairs-swap', { community, rev: -1, person: 'a', other: 'b' }], ['pairs-make', { community, people: ['a'] }], ['pairs-break', { community, pair: 7 }],
    ['set-up', { lengthMinutes: '6o' }], ['set-up', { lengthMinutes: '1000' }], ['set-up', { lengthMinutes: 0 }], ['set-up', { movesOn: 'nobody' }], ['set-up', { continues: 7 }], ['set-up', { nextTime: 5 }], ['set-up', { npq: 'golf' }], ['set-up', { warnings: 'on' }], ['set-up', { language: 'xx' }],
    ['buddy-prepared', { ...ofPair, meeting: 3 }], ['buddy-prepared', { ...ofMeeting, pair: 'a|b' }], ['buddy-prepared', { ...ofMeeting, meeting: -1 }], ['buddy-prepared', { ...ofMeeting, at: '7' }], ['buddy-alternative', ofMeeting],
    ['buddy-suits', { ...ofMeeting, to: { date: 'soon', time: '15:30' } }], ['buddy-suits', { ...ofMeeting, to: { date: '2026-12-11', time: '15:30', by: 'x' } }], ['buddy-another', { ...ofMeeting, opens: 'yes' }], ['buddy-met', { ...ofMeeting, feedback: 5 }], ['buddy-silent', { community }],
    ['set-up', { rhythm: 'daily' }], ['set-up', { holidays: 'wales' }], ['set-up', { wakingFrom: 7 }], ['set-up', { isWhole: 'true' }],
  ])('%s with %j is a bad form', (verb, data) => { expect(refusalOf(verb, data)).toStrictEqual(badForm); });

  test('any JSON whatever is answered and never throws', () => {
    const verbs = fc.oneof(fc.constantFrom(...table.map(([verb]) => verb)), fc.string());
    const keys = fc.constantFrom('verb', 'session', 'rev', 'at', 'note', 'action', 'due', 'community', '__proto__', 'constructor');
    const data = fc.oneof(fc.jsonValue(), fc.anything({ withNullPrototype: true }), fc.dictionary(keys, fc.jsonValue()));
    fc.assert(fc.property(verbs, data, (verb, sent) => {
      const parsed = parseSubmission(verb, sent);
      if (parsed.kind === 'ok') expect(parsed.submission.verb).toBe(verb);
      else expect(['unknown-button', 'bad-form']).toContain(parsed.refusal.reason);
    }), { numRuns: 5_000 });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('what people type', () => {
  const typed = (note: string): unknown => {
    const parsed = parseSubmission('note', { ...at, at: 0, note });
    return parsed.kind === 'ok' && parsed.submission.verb === 'note' ? parsed.submission.note : parsed;
  };

  test('stays as typed, marks, emoji, right-to-left and all', () => {
    for (const text of ['*a* <at>b</at> {{DATE(x)}} ${c}', '👩‍👩‍👧 مرحبا', 'one\n\n\ttwo', 'x'.repeat(10_000)]) expect(typed(text)).toBe(text);
  });

  test.each([[' a\r\nb\rc \n', 'a\nb\nc'], ['a\u0000b\u0007\u001bc\u007fd\u009b', 'abcd'], ['\ud800a', '\ufffda'], ['\u0000 \u0000', '']])(
    '%j is kept as %j', (text, kept) => { expect(typed(text)).toBe(kept); });

  test('holds no control and no outer space, whatever it was', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(typed(text)).toMatch(/^(?!\s)(?:[\t\n]|\P{Cc})*(?<!\s)$/u);
    }), { numRuns: 2_000 });
  });

  test('is a fresh object every time', () => {
    const data = { community };
    const [one, two] = [parseSubmission('problem-save', data), parseSubmission('problem-save', data)];
    expect(one).toStrictEqual(two);
    expect(one).not.toBe(two);
    expect(data).toStrictEqual({ community });
  });
});
