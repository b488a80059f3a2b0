// A write-up from draft to discussed (domain.md 1.5).

import { describe, expect, test } from '@jest/globals';
import { conversationId, personId, sessionId, tenantId } from '../../../../src/core/keys.ts';
import { draftOf, isBlank } from '../../../../src/core/problem/draft.ts';
import { type Problem, type ProblemEvent, problemMachine, writeUpErrors } from '../../../../src/core/problem/problem.ts';
import { emptyWriteUp, type WriteUp } from '../../../../src/core/problem/write-up.ts';
import { ben, writeUpOf, zero } from '../../../support/given.ts';

const writeUp = writeUpOf(ben);
const save = (isSubmitted: boolean, text = writeUp): ProblemEvent =>
  ({ type: 'saved', tenant: tenantId('t1'), community: conversationId('19:c'), by: ben, writeUp: text, isSubmitted });
const when = (problem: Problem | null, event: ProblemEvent) => {
  const stepped = problemMachine.step(problem, event, { at: zero, rate: 1 });
  if (stepped.kind === 'refused') throw new Error(stepped.refusal.reason);
  return stepped;
};
const draft = when(null, save(false)).state;
const ready = when(null, save(true)).state;

describe('a write-up', () => {
  test('saved as a draft is nobody else\'s business: the community hears that somebody prepares, and nothing of it', () => {
    expect(when(null, save(false))).toMatchObject({ state: { status: 'draft', owner: ben, savedAt: zero }, effects: [{ event: { type: 'write-up-known', writeUp: null } }], answer: { kind: 'write-up-saved', isReady: false, isSuitable: null } });
  });

  test('submitted is ready, tells the community, and gets its verdict', () => {
    expect(when(draft, save(true))).toMatchObject({
      state: { status: 'ready' }, answer: { isReady: true, isSuitable: false },
      effects: [{ do: 'tell', key: { partition: 't1|19:c', name: 'community' }, event: { type: 'write-up-known', owner: ben.id, name: 'Ben', writeUp } }],
    });
    expect(when(null, save(true, { ...writeUp, specific: 'yes', solvable: 'yes', controllable: 'yes' })).answer).toMatchObject({ isSuitable: true });
  });

  test('saved as a draft after it was ready is withdrawn', () => {
    expect(when(ready, save(false))).toMatchObject({ state: { status: 'draft' }, effects: [{ event: { writeUp: null } }] });
  });

  test('is discussed once; a draft begun since is another problem', () => {
    const { state } = when(ready, { type: 'discussed', by: ben.id });
    expect(state.status).toBe('discussed');
    expect(when(draft, { type: 'discussed', by: ben.id }).state).toBe(draft);
    expect(problemMachine.step(null, { type: 'discussed', by: ben.id }, { at: zero, rate: 1 })).toEqual({ kind: 'refused', refusal: { reason: 'bad-form' } });
    expect([draftOf(state), draftOf(null), draftOf(draft)]).toEqual([emptyWriteUp, emptyWriteUp, writeUp]);
  });
});

describe('a problem that was discussed', () => {
  const where = { session: sessionId('s1'), turn: 2 };
  const over = when(ready, { type: 'discussed', by: ben.id, in: where }).state;
  const again = (since: Partial<WriteUp> = {}): ProblemEvent => ({ ...owned, type: 'brought-again', writeUp: { ...emptyWriteUp, ...since } });
  const owned = { tenant: tenantId('t1'), community: conversationId('19:c'), by: ben } as const;

  test('is brought again as a draft, with where it was discussed; whether it is suitable is asked anew', () => {
    const suitable = when(when(null, save(true, { ...writeUp, specific: 'yes' })).state, { type: 'discussed', by: ben.id, in: where }).state;
    expect(when(suitable, again()).state).toMatchObject({ status: 'draft', discussedAt: null, writeUp: { ...writeUp, specific: '' }, before: where, lastTurn: null, earlier: null });
  });

  test('is brought again once: what has been written since stays', () => {
    const first = when(over, again({ why: 'Newly typed' })).state;
    expect(first.writeUp).toEqual({ ...writeUp, why: 'Newly typed' });
    expect(when(first, again()).state).toBe(first);
    const another = when(over, save(false, { ...writeUp, problem: 'Another' })).state;
    expect(when(another, again()).state).toBe(another);
    expect(problemMachine.step(null, again(), { at: zero, rate: 1 })).toEqual({ kind: 'refused', refusal: { reason: 'nothing-to-bring' } });
  });

  test('stays to be brought again beside an empty draft, and not beside one of an earlier problem', () => {
    const blank = when(over, save(false, emptyWriteUp)).state;
    expect(when(blank, again()).state).toMatchObject({ writeUp, before: where });
    const next = when(when(over, save(true, { ...writeUp, problem: 'Another' })).state, { type: 'discussed', by: ben.id }).state;
    expect(when(next, again()).state).toMatchObject({ writeUp: { problem: 'Another' }, before: null });
  });

  test('goes on through drafts and submitting with what came of it, which the session hears', () => {
    const cameOf = { text: 'Try it', dueOn: '', outcome: 'done', line: '' } as const;
    const brought = when(over, again()).state;
    const told = when(when(brought, save(false)).state, { ...save(true), cameOf } as ProblemEvent);
    expect(told).toMatchObject({ state: { status: 'ready', before: where }, effects: [{ event: { besides: { before: cameOf } } }] });
    expect(when(told.state, { type: 'discussed', by: ben.id, in: { ...where, turn: 0 } }).state).toMatchObject({ lastTurn: { ...where, turn: 0 } });
  });
});

describe('a text with something wrong in it', () => {
  const kept = (problem: string): ProblemEvent => ({ type: 'kept', tenant: tenantId('t1'), community: conversationId('19:c'), by: ben, writeUp: { ...writeUp, problem } });

  test('is a draft where nothing was submitted', () => {
    expect(when(null, kept('')).state).toMatchObject({ status: 'draft', writeUp: { problem: '' } });
  });

  test('waits beside what was submitted, which stands, until it is right or withdrawn', () => {
    const { state, effects } = when(ready, kept('x'));
    expect([state.status, state.writeUp, effects]).toEqual(['ready', writeUp, []]);
    expect(draftOf(state).problem).toBe('x');
    const right = when(state, save(true, { ...writeUp, problem: 'y' })).state;
    expect([right.writeUp.problem, draftOf(right).problem, when(state, save(false, draftOf(state))).state.writeUp.problem]).toEqual(['y', 'y', 'x']);
  });

  test('is not lost by a discussion: it is what is brought again', () => {
    const over = when(when(ready, kept('x')).state, { type: 'discussed', by: ben.id }).state;
    expect(draftOf(over)).toEqual(emptyWriteUp);
    expect(draftOf(when(over, { type: 'brought-again', tenant: tenantId('t1'), community: conversationId('19:c'), by: ben, writeUp: emptyWriteUp }).state).problem).toBe('x');
  });
});

describe('a file', () => {
  const file = (name = 'Plan.docx'): ProblemEvent => ({ type: 'file-given', tenant: tenantId('t1'), community: conversationId('19:c'), by: ben, link: 'https://x.example/plan', name });

  test('begins a draft or goes into the one there is, and a ready one stays ready', () => {
    expect(when(null, file()).state).toMatchObject({ status: 'draft', writeUp: { ...emptyWriteUp, artefactLink: 'https://x.example/plan', artefactDescription: 'Plan.docx' } });
    expect(when(draft, file()).state).toMatchObject({ status: 'draft', writeUp: { problem: writeUp.problem, artefactLink: 'https://x.example/plan' } });
    expect(when(ready, file())).toMatchObject({ state: { status: 'ready' }, effects: [] });
    expect(when({ ...ready, pending: { ...writeUp, problem: '' } }, file()).state).toMatchObject({ writeUp: { problem: writeUp.problem, artefactDescription: 'Plan.docx' }, pending: { problem: '', artefactDescription: 'Plan.docx' } });
  });

  test('keeps the description that was written for it, not that of another', () => {
    const described = when(null, save(false, { ...writeUp, artefactDescription: 'Our plan' })).state;
    const given = when(described, file()).state;
    expect(given.writeUp.artefactDescription).toBe('Our plan');
    expect(when(given, file('Other.pdf')).state.writeUp.artefactDescription).toBe('Other.pdf');
  });
});

describe('what is wrong with a write-up', () => {
  test.each([
    ['nothing', {}, true, []], ['nothing in a draft without its problem', { problem: ' ' }, false, []],
    ['no problem', { problem: ' ' }, true, [{ field: 'problem', error: 'empty', lengthChars: 0 }]],
    ['too long', { why: 'x'.repeat(2001), artefactLink: 'x'.repeat(2000) }, false, [{ field: 'why', error: 'too-long', lengthChars: 2001 }]],
  ])('%s', (_, over, isSubmitted, errors) => {
    expect(writeUpErrors({ ...writeUp, ...over }, isSubmitted)).toEqual(errors);
  });

  test('blank is one without an answer to the four questions', () => {
    expect([isBlank({ ...emptyWriteUp, npqArea: 'senco', context: ' \n' }), isBlank(writeUp)]).toEqual([true, false]);
  });
});

test('as a document it is its owner\'s and waits for nothing', () => {
  const machine = problemMachine;
  expect([machine.wakeAt(draft), machine.draw(draft, 'x', { at: 0, rate: 1 })]).toEqual([null, null]);
  expect(machine.people(draft)).toEqual([ben.id]);
  expect(machine.people({ ...draft, questions: [{ by: personId('aisha'), name: 'Aisha', text: 'When?', at: 1 }] })).toEqual([ben.id, 'aisha']);
  expect(machine.home(draft)).toEqual({ kind: 'thread', thread: '19:c' });
});
