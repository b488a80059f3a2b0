// What came of the actions of some records: the last word counts, for the action it was said of.

import { describe, expect, test } from '@jest/globals';
import type { ActionEntry, HistoryEntry, OutcomeEntry } from '../../../../src/core/history/entry.ts';
import { outcomesOf, unknownTurn } from '../../../../src/core/history/outcomes.ts';
import { termsOf } from '../../../../src/core/history/terms.ts';
import { partitionOf, conversationId, sessionId, tenantId } from '../../../../src/core/keys.ts';
import { cameOf } from '../../../../src/core/problem/came-of.ts';
import { aisha, ben } from '../../../support/given.ts';

const partition = partitionOf(tenantId('t1'), conversationId('19:c'));
const base = { partition, session: sessionId('s1'), people: [aisha.id] } as const;
const action = (at: number, over: Partial<ActionEntry> = {}): ActionEntry =>
  ({ ...base, kind: 'action', id: `a${at}`, at, turn: 0, owner: aisha, writtenBy: aisha, text: `Action of ${at}`, dueOn: '2026-12-10', ...over });
const told = (at: number, over: Partial<OutcomeEntry> = {}): OutcomeEntry =>
  ({ ...base, kind: 'outcome', id: `o${at}`, at, turn: 0, owner: aisha, outcome: 'partly', line: `Said at ${at}`, ...over });
const shown = (entries: readonly HistoryEntry[]) => outcomesOf(entries).map(({ text, outcome, toldAt }) => [text, outcome, toldAt]);

describe('what came of an action', () => {
  test('is nothing while its owner has said nothing', () => {
    expect(outcomesOf([action(1)])).toEqual([{
      session: 's1', turn: 0, owner: aisha, text: 'Action of 1', dueOn: '2026-12-10', committedAt: 1, outcome: null, line: '', toldAt: null,
    }]);
  });

  test('is the last that was said of it, whatever the order of the entries', () => {
    expect(shown([told(3, { outcome: 'done' }), action(1), told(2)])).toEqual([['Action of 1', 'done', 3]]);
  });

  test('is not what was said of one that it replaced', () => {
    expect(shown([action(1), told(2, { outcome: 'done' }), action(3)])).toEqual([['Action of 3', null, null]]);
  });

  test('belongs to the turn, the session and the owner it was said of', () => {
    const entries = [action(1), action(2, { turn: 1, owner: ben }), action(3, { session: sessionId('s2') })];
    expect(shown([...entries, told(4, { turn: 1, owner: ben, outcome: 'not-yet' })])).toEqual([['Action of 1', null, null], ['Action of 2', 'not-yet', 4], ['Action of 3', null, null]]);
    expect(shown([...entries, told(4, { owner: ben })]).map(([, outcome]) => outcome)).toEqual([null, null, null]);
  });

  test('counts for the owner\'s only action where nobody knew the turn', () => {
    expect(shown([action(1, { turn: 2 }), action(2, { owner: ben }), told(4, { turn: unknownTurn })])).toEqual([['Action of 1', 'partly', 4], ['Action of 2', null, null]]);
  });
});

test('a problem that comes back shows the last response of its turn, and what came of it', () => {
  const entries = [action(1), action(2, { turn: 1 }), told(3, { turn: 1, line: 'Half the classes' })];
  expect(cameOf(entries, 1)).toEqual({ text: 'Action of 2', dueOn: '2026-12-10', outcome: 'partly', line: 'Half the classes' });
  expect(cameOf(entries, 0)).toMatchObject({ text: 'Action of 1', outcome: null, line: '' });
  expect(cameOf(entries, 2)).toBeNull();
});

test('the line is found by its words, as what was said besides', () => {
  expect(termsOf(told(1, { line: 'Quizzes in maths' }))).toEqual({ strong: [], weak: ['quiz', 'mathemat'] });
});
