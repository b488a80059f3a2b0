// The whole tables of the hour through the real machine: when every phase is announced, to the minute (domain.md 1.2).

import { describe, expect, test } from '@jest/globals';
import { anHour, everyone, lengthOf, type Story, zero } from '../../../support/given.ts';
import { minuteMs } from '../../../../src/core/time.ts';

/** Minute and slot of every phase announced, then the minute of the summary. */
const announced = (story: Story): readonly (readonly [number, string])[] => story.told.flatMap(({ at, effect }) =>
  (effect.do === 'post' && /^(phase-|summary)/.test(effect.slot) ? [[(at - zero) / minuteMs, effect.slot] as const] : []));
const minutesOf = (story: Story): readonly number[] => announced(story).map(([minute]) => minute);

const inTurn = (starts: readonly number[], lengths: readonly number[]): readonly number[] =>
  starts.flatMap((start) => lengths.map((_, index) => start + lengths.slice(0, index).reduce((sum, each) => sum + each, 0)));

const of13 = [2, 2, 4, 2, 2, 1];
describe('phases are announced on time', () => {
  test.each([
    [60, 0, true, [0, 5, 10]],
    [60, 1, true, [0, ...inTurn([5], of13), 18, 23]],
    [60, 2, true, [0, ...inTurn([5, 18], of13), 31, 36]],
    [60, 3, true, [0, ...inTurn([5, 18, 31], of13), 44, 49]],
    [60, 4, true, [0, 5, 6, 8, 12, 14, 16, 17, 19, 21, 25, 27, 29, 30, 32, 34, 38, 40, 42, 43, 44, 46, 50, 52, 54, 55, 60]],
    [60, 4, false, [0, 5, 6, 8, 12, 14, 16, 17, 19, 21, 25, 27, 29, 30, 32, 34, 38, 40, 42, 43, 44, 46, 50, 52, 54, 55, 60]],
    [60, 5, true, [0, ...inTurn([5, 15, 25, 35, 45], [1, 4, 2, 2, 1]), 55, 60]],
    [60, 5, false, [0, ...inTurn([5, 15, 25, 35, 45], [1, 1, 3, 2, 2, 1]), 55, 60]],
    [60, 6, true, [0, ...inTurn([5, 13, 21, 29, 37, 45], [1, 3, 2, 1, 1]), 53, 60]],
    [60, 6, false, [0, ...inTurn([5, 13, 21, 29, 37, 45], [1, 1, 2, 2, 1, 1]), 53, 60]],
    [75, 3, true, [0, ...inTurn([6, 27, 48], [3, 3, 6, 4, 3, 2]), 69, 75]],
    [75, 4, true, [0, ...inTurn([5, 21, 37, 53], [2, 2, 4, 4, 2, 2]), 69, 75]],
    [75, 2, true, [0, ...inTurn([5, 18], of13), 31, 36]],
    [75, 5, true, [0, ...inTurn([5, 15, 25, 35, 45], [1, 4, 2, 2, 1]), 55, 60]],
  ])('%d minutes, %d owners, ready: %s', (lengthMinutes, count, isReady, expected) => {
    const owners = everyone.slice(0, count);
    const story = anHour(owners, { lengthMinutes, ready: isReady ? owners : [], helpers: count === 0 ? everyone.slice(0, 2) : [] });
    expect(story.endsAtMinute).toBe(expected.at(-1));
    expect(story.passes(120).state.status).toBe('ended');
    expect(minutesOf(story)).toEqual(expected);
    expect(announced(story).map(([, slot]) => slot)).toEqual([...expected.slice(1).map((_, index) => `phase-${index}`), 'summary']);
  });

  test('and the cards of turns and close stand before and after theirs', () => {
    const story = anHour(everyone.slice(0, 2)).passes(120);
    const posts = story.told.flatMap(({ effect }) => (effect.do === 'post' ? [effect.slot] : []));
    expect(posts).toEqual([
      'lobby', 'agenda', 'phase-0', 'successes', 'turn-0', 'phase-1', 'phase-2', 'phase-3', 'phase-4', 'phase-5', 'phase-6',
      'turn-1', 'phase-7', 'phase-8', 'phase-9', 'phase-10', 'phase-11', 'phase-12', 'phase-13', 'closing', 'summary',
    ]);
  });

  test('and every phase that is over is brought up to date, the turn cards never', () => {
    const story = anHour(everyone.slice(0, 2)).passes(120);
    const edits = story.told.flatMap(({ effect }) => (effect.do === 'edit' ? [effect.slot] : []));
    for (let index = 0; index <= 13; index++) expect(edits).toContain(`phase-${index}`);
    expect(edits.filter((slot) => /^(turn|closing|successes|write-ups)/.test(slot))).toEqual([]);
  });

  test('thirty seconds before the end of a phase of four minutes or more a text says so, once', () => {
    const story = anHour(everyone.slice(0, 4)).passes(60);
    const warnings = story.told.filter(({ effect }) => effect.do === 'say' && effect.message.card === 'notice' && effect.message.notice.kind === 'warning');
    // The opening, four times Look deeper, the close.
    expect(warnings.map(({ at }) => (at - zero) / minuteMs)).toEqual([4.5, 11.5, 24.5, 37.5, 49.5, 59.5]);
    expect(warnings[1]?.effect).toEqual({
      do: 'say', message: { card: 'notice', notice: { kind: 'warning', phase: 'look-deeper', leftMs: 30_000 } }, until: zero + 12 * minuteMs,
    });
  });

  test('without warnings where the community does not want them', () => {
    const story = anHour(everyone.slice(0, 1), { hasWarnings: false }).passes(60);
    expect(story.told.filter(({ effect }) => effect.do === 'say')).toEqual([]);
  });
});

test('a session of one booked length adds up to the end that was promised', () => {
  for (const count of [0, 1, 2, 3, 4, 5, 6]) {
    const story = anHour(everyone.slice(0, count), { helpers: everyone.slice(6) });
    expect(lengthOf(story.hour.steps)).toBe(story.card('agenda', 'agenda').endsAt - zero);
  }
});
