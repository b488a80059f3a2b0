// One question for each criterion that failed: fitting, always the same for the same problem, different for different ones
// where the words allow (domain.md 1.5).

import { expect, test } from '@jest/globals';
import { sharpeningQuestions } from '../../../../src/core/problem/sharpening.ts';
import { verdictOf } from '../../../../src/core/problem/suitability.ts';
import { emptyWriteUp, type WriteUp } from '../../../../src/core/problem/write-up.ts';
import { textsFor } from '../../../../src/texts/languages.ts';
import { sampleProblems } from '../../../support/sample-problems.ts';

const ruleOf = (key: string): string => key.replace(/^(?:specific|solvable|controllable)-/, '').replace(/-[12]$/, '');
const asked = (writeUp: WriteUp, language = 'en'): readonly string[] =>
  sharpeningQuestions(writeUp).map(({ criterion, key, word }) => `${criterion}: ${textsFor(language).sharpening[key](word ?? '')}`);

test('the four examples have the verdicts of the guidance, with a question for each criterion that fails', () => {
  const [funding, roles, consistency, forgetting] = sampleProblems.map(({ writeUp }) => ({ ...verdictOf(writeUp), questionCount: sharpeningQuestions(writeUp).length }));
  expect(funding).toEqual({ isSuitable: false, failed: ['specific', 'solvable', 'controllable'], questionCount: 3 });
  expect(roles).toEqual({ isSuitable: false, failed: ['specific', 'solvable'], questionCount: 2 });
  expect(consistency).toEqual({ isSuitable: false, failed: ['specific'], questionCount: 1 });
  expect(forgetting).toEqual({ isSuitable: true, failed: [], questionCount: 0 });
});

test.each(sampleProblems.map((sample) => [sample.writeUp.problem, sample] as const))('%s: each question takes up what the words call for', (_problem, { writeUp, rules }) => {
  const taken = sharpeningQuestions(writeUp).map(({ criterion, key }) => [criterion, ruleOf(key)] as const);
  expect(taken.map(([criterion]) => criterion)).toEqual(Object.keys(rules));
  for (const [criterion, rule] of taken) expect(rules[criterion]?.split(' or ')).toContain(rule);
});

test.each(['en', 'cy'])('in %s, hardly two of the sample problems are asked the same', (language) => {
  const all = sampleProblems.flatMap(({ writeUp }) => asked(writeUp, language));
  expect(all.length).toBeGreaterThan(45);
  expect(new Set(all).size / all.length).toBeGreaterThan(0.9);
});

test('the same problem is always asked the same, whatever its commas, spaces and capitals', () => {
  const [first] = sampleProblems;
  const writeUp = { ...first?.writeUp ?? emptyWriteUp, problem: 'School funding falls again and again', evidence: 'Less each year' };
  expect(asked(writeUp)).toEqual(asked({ ...writeUp }));
  const retyped = sharpeningQuestions({ ...writeUp, problem: '  School FUNDING\nfalls, again and again. ' });
  expect(retyped.map(({ key }) => key)).toEqual(sharpeningQuestions(writeUp).map(({ key }) => key));
  expect(retyped.find(({ word }) => word !== null)?.word).toBe('FUNDING');
});

test('no problem is asked otherwise in capitals', () => {
  const keysOf = (writeUp: WriteUp) => sharpeningQuestions(writeUp).map(({ key }) => key);
  for (const problem of ['Everyone is late', 'Everyone talks', 'Everyone forgets the bell', 'Everyone hurries']) {
    expect(keysOf({ ...emptyWriteUp, problem: problem.toUpperCase() })).toEqual(keysOf({ ...emptyWriteUp, problem }));
  }
});

test('both wordings of a rule come up among problems of one kind', () => {
  const keys = ['Everyone is late', 'Everyone talks', 'Everyone forgets the bell', 'Everyone plans alone', 'Everyone asks me', 'Everyone hurries']
    .flatMap((problem) => sharpeningQuestions({ ...emptyWriteUp, problem, evidence: '3 times', solvable: 'yes', controllable: 'yes' }).map(({ key }) => key));
  expect(new Set(keys)).toEqual(new Set(['specific-everyone-1', 'specific-everyone-2']));
});

test('what the problem itself says counts before what is said around it', () => {
  const writeUp: WriteUp = { ...emptyWriteUp, problem: 'Spelling in Year 3', context: 'The budget is small and Ofsted is near', specific: 'yes', solvable: 'yes', controllable: 'no' };
  expect(sharpeningQuestions(writeUp)).toEqual([{ criterion: 'controllable', key: 'controllable-writing', word: 'Spelling' }]);
  const bare = { ...writeUp, problem: 'The plan for Year 3' };
  expect(ruleOf(sharpeningQuestions(bare)[0]?.key ?? '')).toMatch(/^(money|outside)$/);
});

test('words that only look like a cue are none', () => {
  const about = (problem: string) => sharpeningQuestions({ ...emptyWriteUp, problem, evidence: '2 times', specific: 'yes', solvable: 'yes' }).map(({ key }) => ruleOf(key));
  expect(about('The head of art left, and pupils do not pay attention')).toEqual(['plain']);
  expect(about('We send letters too late')).toEqual(['plain']);
  expect(about('The SEND register')).toEqual(['send']);
});

test('nothing typed asks for nothing in particular, and much of anything is read quickly', () => {
  expect(sharpeningQuestions(emptyWriteUp).map(({ word }) => word)).toEqual([null, null, null]);
  const long = { ...emptyWriteUp, problem: 'all our '.repeat(1_250), evidence: `${'a'.repeat(9_999)} `, context: 'low level '.repeat(1_000) };
  expect(sharpeningQuestions(long)).toHaveLength(3);
});
