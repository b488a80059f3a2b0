// What members say of a meeting, where it is kept, and what counts.

import { describe, expect, test } from '@jest/globals';
import { openPromises } from '../../../../src/core/pair/answers.ts';
import { nextMeetings } from '../../../../src/core/pair/meetings.ts';
import { activityOf } from '../../../../src/core/pair/tally.ts';
import { aisha, at, ben, PairStory } from '../../../support/pair-story.ts';

const began = (): PairStory => new PairStory().passTo(at('2027-01-14 16:00'));
const met = (didMeet: boolean, id: string, action: { readonly text: string; readonly dueOn: string } | null = null, text = '') => ({ type: 'met-said', didMeet, text, action, id }) as const;

describe('We met', () => {
  test('is kept whole on the pair’s own shelf, and what was promised with the pair', () => {
    const story = began();
    expect(story.says(ben, 1, met(true, 'e1', { text: 'p'.repeat(2_000), dueOn: '2027-01-28' }, 'f'.repeat(2_000)))).toBe('');
    expect(story.entries).toEqual([{
      kind: 'buddy', id: 'e1', partition: 't1|19:c|pair:1', session: 'pair-1-1', at: story.now, people: [ben.id], by: { id: ben.id, name: 'Ben' }, meeting: 1, startsAt: at('2027-01-14 16:00'),
      didMeet: true, text: 'f'.repeat(2_000), action: { text: 'p'.repeat(2_000), dueOn: '2027-01-28' },
    }]);
    expect(story.state.actions).toMatchObject([{ id: 'e1', owner: ben.id, dueOn: '2027-01-28', outcome: null }]);
    expect(story.state.actions[0]?.text).toHaveLength(300);
  });

  test('told twice promises once', () => {
    const story = began();
    story.says(ben, 1, met(true, 'e1', { text: 'Try it', dueOn: '2027-01-28' }));
    story.says(ben, 1, met(true, 'e1', { text: 'Try it', dueOn: '2027-01-28' }));
    expect(story.state.actions).toHaveLength(1);
    expect(story.state.modulesDone).toBe(1);
  });

  test('by anybody counts as met; taken back by the only one, it does not', () => {
    const story = began();
    story.says(aisha, 1, met(false, 'e1'));
    expect(story.state.modulesDone).toBe(0);
    story.says(ben, 1, met(true, 'e2'));
    expect(activityOf(story.state, story.now)).toMatchObject({ met: 1, notMet: 0, lastMetAt: at('2027-01-14 16:00') });
    story.says(ben, 1, met(false, 'e3'));
    expect(story.state.modulesDone).toBe(0);
    expect(activityOf(story.state, story.now)).toMatchObject({ met: 0, notMet: 1, lastMetAt: null });
  });

  test('is taken from the start until the next meeting but one begins', () => {
    const story = new PairStory();
    expect(story.says(ben, 1, met(true, 'e1'))).toBe('meeting-settled: standing');
    story.passTo(at('2027-02-11 15:59'));
    expect(story.says(ben, 1, met(true, 'e2'))).toBe('');
    story.passTo(at('2027-02-11 16:00'));
    expect(story.says(aisha, 1, met(true, 'e3'), at('2027-01-14 16:00'))).toBe('meeting-settled: over');
  });

  test('not of one that each practised for alone, but of one that had lapsed', () => {
    const alone = new PairStory();
    alone.says(ben, 1, { type: 'alone-chosen' });
    alone.passTo(at('2027-01-15 16:00'));
    expect(alone.says(ben, 1, met(true, 'e1'))).toBe('meeting-settled: alone');
    const lapsed = new PairStory();
    lapsed.says(ben, 1, { type: 'cannot-said' });
    lapsed.passTo(at('2027-01-15 16:00'));
    expect(lapsed.says(ben, 1, met(true, 'e1'))).toBe('');
    expect(activityOf(lapsed.state, lapsed.now)).toMatchObject({ met: 1, notMet: 0 });
  });
});

test('after We didn’t meet it can be moved, or made up for alone, until the next one begins', () => {
  const story = began();
  expect(story.says(ben, 1, { type: 'alone-chosen' })).toBe('meeting-settled: over');
  story.says(ben, 1, met(false, 'e1'));
  expect(story.says(ben, 1, { type: 'alone-chosen' })).toBe('');
  expect(story.state.modulesDone).toBe(1);
  expect(activityOf(story.state, story.now)).toMatchObject({ alone: 1, notMet: 0 });
});

test('meetings that nobody can answer for any more are counted, and their records go', () => {
  const story = began();
  story.says(ben, 1, met(true, 'e1'));
  story.passTo(at('2027-03-12 16:00'));
  expect(story.state.tally).toEqual({ met: 1, notMet: 0, alone: 0, unanswered: 2, lastMetAt: at('2027-01-14 16:00') });
  expect(Object.keys(story.state.meetings)).toEqual(['4', '5']);
  expect(nextMeetings(story.state, 0, 3).map(({ number }) => number)).toEqual([4, 5, 6]);
});

describe('what somebody promised', () => {
  const promised = (): PairStory => {
    const story = began();
    story.says(ben, 1, met(true, 'e1', { text: 'Later', dueOn: '2027-02-28' }));
    story.says(ben, 1, met(true, 'e2', { text: 'Sooner', dueOn: '2027-01-20' }));
    return story;
  };
  test('is open until its owner says done, the first due first', () => {
    const story = promised();
    expect(openPromises(story.state).map(({ text }) => text)).toEqual(['Sooner', 'Later']);
    expect(story.happens({ type: 'action-answered', by: aisha, action: 'e1', outcome: 'done', text: '' })).toBe('not-your-action');
    expect(story.happens({ type: 'action-answered', by: ben, action: 'none', outcome: 'done', text: '' })).toBe('action-gone');
    expect(story.happens({ type: 'action-answered', by: ben, action: 'e2', outcome: 'partly', text: 'Half' })).toBe('');
    expect(openPromises(story.state)).toHaveLength(2);
    expect(story.happens({ type: 'action-answered', by: ben, action: 'e2', outcome: 'done', text: '' })).toBe('');
    expect(openPromises(story.state).map(({ text }) => text)).toEqual(['Later']);
    story.happens({ type: 'ended', why: 'new-round', by: null });
    expect(story.happens({ type: 'action-answered', by: ben, action: 'e1', outcome: 'done', text: '' })).toBe('');
  });

  test('is forty at most: those that are done go first, then the oldest', () => {
    const story = promised();
    story.happens({ type: 'action-answered', by: ben, action: 'e2', outcome: 'done', text: '' });
    for (let n = 0; n < 39; n++) story.says(ben, 1, met(true, `n${n}`, { text: `${n}`, dueOn: '2027-01-28' }));
    expect(story.state.actions.map(({ id }) => id)).toEqual(['e1', ...Array.from({ length: 39 }, (_, n) => `n${n}`)]);
    story.says(ben, 1, met(true, 'last', { text: 'Last', dueOn: '2027-01-28' }));
    expect(story.state.actions).toHaveLength(40);
    expect(story.state.actions.some(({ id }) => id === 'e1')).toBe(false);
  });
});
