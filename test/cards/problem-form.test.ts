// The write-up form (product.md 5): what was typed stands in its inputs to the letter, however much it is.

import { describe, expect, test } from '@jest/globals';
import { cardMaxChars, createRender } from '../../src/cards/render.ts';
import { plainText } from '../../src/cards/plain.ts';
import { writeUpPages } from '../../src/core/problem/pages.ts';
import { emptyWriteUp, writeUpProblems, type WriteUp } from '../../src/core/problem/write-up.ts';
import { sharpeningQuestions } from '../../src/core/problem/sharpening.ts';
import { linesOf } from '../support/read-card.ts';
import { en } from '../../src/texts/en.ts';
import { forms } from './sample-forms.ts';
import { nodesOf, ofType, textsOf, titlesOf, type Json } from './walk.ts';
import type { ProblemFormMessage } from '../../src/core/messages.ts';

const render = createRender(en);
const form: ProblemFormMessage = forms['problem-form'].new;
const cardOf = (draft: WriteUp): Json => render({ ...form, draft }).card ?? {};
const inputsOf = (card: unknown): ReadonlyMap<string, Json> => new Map(ofType(card, 'Input.').map((input) => [String(input['id']), input]));
const keepsOf = (card: unknown): readonly unknown[] => ofType(card, 'Action.Execute').map(({ data }) => (data as Json)['keeps']);

test('it asks everything in the order of the guidance, under the titles of the contract', () => {
  expect(ofType(cardOf(emptyWriteUp), 'Input.').map(({ label }) => label)).toEqual([
    'Problem', 'Evidence', 'Context', 'Why', 'NPQ area', 'Framework section', 'Specific', 'Solvable', 'Controllable', 'Artefact link', 'Artefact description',
  ]);
  expect(titlesOf(cardOf(emptyWriteUp))).toEqual(['Save draft', 'Submit problem', 'Share with the group']);
});

test('each criterion offers yes, not sure and no', () => {
  for (const id of ['specific', 'solvable', 'controllable']) {
    expect((inputsOf(cardOf(emptyWriteUp)).get(id)?.['choices'] as readonly Json[]).map(({ value }) => value)).toEqual(['yes', 'not sure', 'no']);
  }
});

test('hints stand in empty inputs, and the reminder not to name anyone always', () => {
  expect(String(inputsOf(cardOf(emptyWriteUp)).get('problem')?.['placeholder'])).toContain('pupils forget');
  expect(textsOf(cardOf(emptyWriteUp))).toEqual(expect.arrayContaining(Object.values(en.problem.questions)));
  expect(inputsOf(cardOf({ ...emptyWriteUp, problem: 'Mine' })).get('problem')).toMatchObject({ value: 'Mine', placeholder: '' });
  expect(textsOf(cardOf(emptyWriteUp))).toContain('Please do not name pupils or colleagues.');
});

test('a verdict brings one question for each criterion that failed', () => {
  const { card } = render(forms['problem-form'].unsuitable);
  const lines = linesOf({ attachments: [{ content: card }] });
  expect(lines).toContain(en.problem.unsuitable);
  const asked = sharpeningQuestions(forms['problem-form'].unsuitable.draft).map(({ key, word }) => en.sharpening[key](word ?? ''));
  expect(lines.filter((line) => /^(Specific|Solvable|Controllable): /.test(line) && line.endsWith('?'))).toEqual([`Solvable: ${asked[0]}`, `Controllable: ${asked[1]}`]);
  expect(textsOf(render(forms['problem-form'].suitable).card)).toContain(en.problem.suitable);
});

test('errors stand beside the buttons, where people look after pressing one, and what was typed is still there', () => {
  const { card } = render(forms['problem-form'].errors);
  expect(textsOf(card)).toEqual(expect.arrayContaining(['Problem is empty.', 'Evidence has 2001 characters; 2000 fit.']));
  expect(textsOf(card)).toContain(en.problem.errorHeading);
  const long = render({ ...forms['problem-form'].long, errors: forms['problem-form'].errors.errors });
  expect(textsOf(long.card)).toContain(en.problem.errorHeadingLong);
  const kinds = nodesOf(card).map(({ type, text }) => (text === 'Problem is empty.' ? 'error' : String(type).startsWith('Input.') ? 'input' : '')).filter((kind) => kind !== '');
  expect(kinds.at(-1)).toBe('error');
  expect(inputsOf(card).get('evidence')).toMatchObject({ value: 'e'.repeat(2_001), maxLength: 10_000 });
});

const filledWith = (text: string): WriteUp => ({
  ...emptyWriteUp, problem: `p${text}`, evidence: `e${text}`, context: `c${text}`, why: `w${text}`,
});

test('four full fields of ordinary prose stand in one form, whole', () => {
  const prose = 'He said "no" twice.\nThen all was quiet in the long corridor of the school, and we began again. '.repeat(20).slice(0, 1_999);
  const draft = { ...filledWith(prose), frameworkSection: 'Section 3', artefactLink: 'https://example.org/a/long/enough/link/to/a/plan', artefactDescription: 'Our plan for the year' };
  const card = cardOf(draft);
  expect(JSON.stringify(card).length).toBeLessThanOrEqual(cardMaxChars);
  expect(keepsOf(card)).toEqual([undefined, undefined, undefined]);
  for (const field of writeUpProblems) expect(inputsOf(card).get(field)?.['value']).toBe(draft[field]);
});

describe.each([['quotes', '"'.repeat(1_999)], ['newlines', '\n'.repeat(1_999)], ['backslashes', '\\'.repeat(1_999)], ['smileys', '😀'.repeat(999)]])('full of %s', (_name, text) => {
  const everything = { ...filledWith(text), frameworkSection: text, artefactLink: text, artefactDescription: text };
  test.each([['the four questions', filledWith(text)], ['all seven fields', everything]])('%s: every field is in its input to the letter, or kept and named', (_which, draft) => {
    const card = cardOf(draft);
    expect(JSON.stringify(card).length).toBeLessThanOrEqual(cardMaxChars);
    const [keeps = []] = keepsOf(card) as readonly (readonly string[] | undefined)[];
    for (const field of [...writeUpProblems, 'frameworkSection', 'artefactLink', 'artefactDescription'] as const) {
      const isKept = keeps.includes(field);
      expect(inputsOf(card).get(field)?.['value']).toBe(isKept ? '' : draft[field]);
      if (!isKept) continue;
      expect(inputsOf(card).get(field)?.['placeholder']).toBe(en.problem.keptHint);
      expect(textsOf(card).some((line) => line.startsWith(`${en.problem.labels[field]} (${draft[field].length} characters)`))).toBe(true);
    }
  });

  test('the pages of write-ups show all of it on cards that fit', () => {
    const pages = writeUpPages([{ owner: 'Aisha Khan', writeUp: filledWith(text) }, { owner: 'Ben Okafor', writeUp: filledWith(text) }]);
    const cards = pages.map((page) => render(page).card);
    for (const card of cards) expect(JSON.stringify(card).length).toBeLessThanOrEqual(cardMaxChars);
    const read = cards.flatMap((card) => ofType(card, 'TextRun').map((run) => String(run['text']))).join('').replace(/(Problem|Evidence|Context|Why): /g, '');
    const typed = [1, 2].flatMap(() => writeUpProblems.map((field) => filledWith(text)[field])).join('');
    expect(read).toBe(plainText(typed));
  });
});
