// A write-up from draft to discussed (domain.md 1.5).

import { describe, expect, test } from '@jest/globals';
import { conversationId, tenantId } from '../../../../src/core/keys.ts';
import { draftOf, isBlank } from '../../../../src/core/problem/draft.ts';
import { type Problem, type ProblemEvent, problemMachine, writeUpErrors } from '../../../../src/core/problem/problem.ts';
import { emptyWriteUp } from '../../../../src/core/problem/write-up.ts';
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
  test('saved as a draft is nobody else\'s business', () => {
    expect(when(null, save(false))).toMatchObject({ state: { status: 'draft', owner: ben, savedAt: zero }, effects: [], answer: { kind: 'write-up-saved', isReady: false, isSuitable: null } });
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
  expect(machine.home(draft)).toEqual({ kind: 'thread', thread: '19:c' });
});
