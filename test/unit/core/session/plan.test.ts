// The hour as planned, against the tables of domain.md 1.2 and protocols.md 1 written out by hand.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { minuteMs, minutes, seconds } from '../../../../src/core/time.ts';
import { npqCommunity } from '../../../../src/core/protocols/npq-community.ts';
import { maxOwners, mayFillHour, planHour, type Step } from '../../../../src/core/session/plan.ts';

const names = ['introduce', 'clarify', 'look-deeper', 'action-step', 'response', 'reflections'];
const ownersOf = (count: number, hasWriteUp = true) => Array.from({ length: count }, () => ({ hasWriteUp }));
const plan = (lengthMinutes: number, count: number, hasWriteUp = true): readonly Step[] =>
  planHour(npqCommunity, { lengthMinutes, owners: ownersOf(count, hasWriteUp) });
const lengthOf = (steps: readonly Step[]): number => steps.reduce((sum, step) => sum + step.lengthMs, 0);
/** Start of every step in minutes, and the end. */
const startsOf = (steps: readonly Step[]): readonly number[] =>
  [...steps.map((_, index) => lengthOf(steps.slice(0, index)) / minuteMs), lengthOf(steps) / minuteMs];
const turnOf = (steps: readonly Step[], turn: number): readonly Step[] => steps.filter((step) => step.turn === turn);
const shown = (steps: readonly Step[]): string => steps.map((step) => `${step.phase} ${step.lengthMs / minuteMs}`).join(', ');

const full = 'introduce 2, clarify 2, look-deeper 4, action-step 2, response 2, reflections 1';
const shortSlot = 'introduce 1, clarify 2, look-deeper 4, action-step 2, response 2, reflections 1';
const fiveReady = 'clarify 1, look-deeper 4, action-step 2, response 2, reflections 1';
const fiveUnready = 'introduce 1, clarify 1, look-deeper 3, action-step 2, response 2, reflections 1';
const sixReady = 'clarify 1, look-deeper 3, action-step 2, response 1, reflections 1';
const sixUnready = 'introduce 1, clarify 1, look-deeper 2, action-step 2, response 1, reflections 1';

describe('an hour of 60 minutes', () => {
  test.each([
    [0, [], 5, 10], [1, [5], 18, 23], [2, [5, 18], 31, 36], [3, [5, 18, 31], 44, 49],
    [4, [5, 17, 30, 43], 55, 60], [5, [5, 15, 25, 35, 45], 55, 60], [6, [5, 13, 21, 29, 37, 45], 53, 60],
  ])('with %d owners starts its turns at %j, its close at %d, and ends at %d', (count, turnStarts, closeStart, end) => {
    for (const hasWriteUp of [true, false]) {
      const steps = plan(60, count, hasWriteUp);
      const starts = startsOf(steps);
      expect(turnStarts).toEqual(ownersOf(count).map((_, turn) => starts[steps.findIndex((step) => step.turn === turn)]));
      expect(steps[0]).toEqual({ turn: null, phase: 'start-on-time', lengthMs: minutes(5) });
      expect(steps.at(-1)).toMatchObject({ turn: null, phase: 'close' });
      expect(starts.slice(-2)).toEqual([closeStart, end]);
    }
  });

  test.each([
    [1, full, full], [2, full, full], [3, full, full], [5, fiveReady, fiveUnready], [6, sixReady, sixUnready],
  ])('with %d owners gives each turn its phases, with and without a write-up', (count, ready, unready) => {
    for (let turn = 0; turn < count; turn++) {
      expect(shown(turnOf(plan(60, count, true), turn))).toBe(ready);
      expect(shown(turnOf(plan(60, count, false), turn))).toBe(unready);
    }
  });

  test.each([true, false])('with four owners takes a minute of Introduce from the first and last turn, write-up ready: %s', (hasWriteUp) => {
    const steps = plan(60, 4, hasWriteUp);
    expect([0, 1, 2, 3].map((turn) => shown(turnOf(steps, turn)))).toEqual([shortSlot, full, full, shortSlot]);
  });

  test('starts every phase of four owners at the minute of the guidance', () => {
    expect(startsOf(plan(60, 4))).toEqual(
      [0, 5, 6, 8, 12, 14, 16, 17, 19, 21, 25, 27, 29, 30, 32, 34, 38, 40, 42, 43, 44, 46, 50, 52, 54, 55, 60]);
  });

  test('gives Introduce only to those of five owners whose write-up is not ready', () => {
    const owners = [true, false, true, true, false].map((hasWriteUp) => ({ hasWriteUp }));
    const steps = planHour(npqCommunity, { lengthMinutes: 60, owners });
    expect(steps.filter((step) => step.phase === 'introduce').map((step) => step.turn)).toEqual([1, 4]);
    expect(startsOf(steps).slice(-2)).toEqual([55, 60]);
  });
});

describe('75 minutes', () => {
  test.each([
    [3, [6, 27, 48], 69, 'introduce 3, clarify 3, look-deeper 6, action-step 4, response 3, reflections 2'],
    [4, [5, 21, 37, 53], 69, 'introduce 2, clarify 2, look-deeper 4, action-step 4, response 2, reflections 2'],
  ])('with %d owners starts its turns at %j and its close at %d', (count, turnStarts, closeStart, phases) => {
    const steps = plan(75, count, false);
    expect(turnStarts).toEqual(ownersOf(count).map((_, turn) => startsOf(steps)[steps.findIndex((step) => step.turn === turn)]));
    for (let turn = 0; turn < count; turn++) expect(shown(turnOf(steps, turn))).toBe(phases);
    expect(startsOf(steps).slice(-2)).toEqual([closeStart, 75]);
  });

  test.each([0, 1, 2, 5, 6])('with %d owners use the table of the hour and end early', (count) => {
    expect(plan(75, count, false)).toEqual(plan(60, count, false));
  });
});

describe('the whole hour', () => {
  const fill = (lengthMinutes: number, count: number, wholeHourMs: number): readonly Step[] =>
    planHour(npqCommunity, { lengthMinutes, owners: ownersOf(count), wholeHourMs });
  const secondsOf = (steps: readonly Step[]): readonly number[] => steps.map((step) => step.lengthMs / 1000);

  test('gives three owners a third of what there is, in the proportions of the 13 minutes', () => {
    const steps = fill(60, 3, minutes(60));
    // 1,000 seconds each; 153.8, 307.7 and 76.9 rounded to fives by largest remainder.
    for (const turn of [0, 1, 2]) expect(secondsOf(turnOf(steps, turn))).toEqual([155, 155, 305, 155, 155, 75]);
    expect(lengthOf(steps)).toBe(minutes(60));
  });

  test.each([[60, 52], [75, 52]])('gives two owners at most 21 minutes each at %d minutes', (lengthMinutes, end) => {
    const steps = fill(lengthMinutes, 2, minutes(lengthMinutes));
    for (const turn of [0, 1]) expect(secondsOf(turnOf(steps, turn))).toEqual([195, 195, 385, 195, 195, 95]);
    expect(startsOf(steps).at(-1)).toBe(end);
  });

  test('adds up exactly in whole multiples of five seconds, turns equal within five', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 49 * 12, max: 80 * 12 }), (count, units) => {
      const steps = fill(60, count, seconds(5 * units));
      const turnsMs = ownersOf(count).map((_, turn) => lengthOf(turnOf(steps, turn)));
      expect(steps.every((step) => step.lengthMs % 5000 === 0)).toBe(true);
      expect(Math.max(...turnsMs) - Math.min(...turnsMs)).toBeLessThanOrEqual(5000);
      expect(lengthOf(steps)).toBe(Math.min(seconds(5 * units), minutes(10 + 21 * count)));
      expect(steps.map((step) => step.phase)).toEqual(['start-on-time', ...ownersOf(count).flatMap(() => names), 'close']);
    }));
  });

  test('ends at its planned instant when the time there is is not a multiple of five seconds', () => {
    const steps = fill(60, 3, minutes(55) + 1234);
    expect(lengthOf(steps)).toBe(minutes(55) + 1234);
    expect(steps.at(-1)?.lengthMs).toBe(minutes(5) + 1234);
  });

  test('never shortens turns while there is time for them', () => {
    expect(fill(60, 3, minutes(49))).toEqual(plan(60, 3));
    expect(lengthOf(fill(60, 3, minutes(49) + 5000))).toBe(minutes(49) + 5000);
  });

  test('lets turns pay by the rule of the clock when there is no time for them', () => {
    const steps = fill(60, 3, minutes(46));
    expect(lengthOf(steps)).toBe(minutes(46));
    for (const turn of [0, 1, 2]) expect(secondsOf(turnOf(steps, turn))).toEqual([120, 120, 180, 120, 120, 60]);
  });

  test('changes nothing where the protocol does not offer it', () => {
    for (const count of [0, 1, 4, 5, 6]) expect(fill(60, count, minutes(60))).toEqual(plan(60, count));
  });

  test.each([
    [60, [2, 3]], [75, [2]], [45, []],
  ])('is offered at %d minutes to %j owners', (lengthMinutes, offered) => {
    const counts = [0, 1, 2, 3, 4, 5, 6, 7];
    expect(counts.filter((ownerCount) => mayFillHour(npqCommunity, { lengthMinutes, ownerCount }))).toEqual(offered);
  });
});

describe('numbers of owners', () => {
  test('are at most six at both lengths', () => {
    expect([60, 75, 45].map((lengthMinutes) => maxOwners(npqCommunity, lengthMinutes))).toEqual([6, 6, 0]);
  });

  test.each([[60, 7], [75, 7], [45, 1]])('at %d minutes beyond the fits, such as %d, are a fault', (lengthMinutes, count) => {
    expect(() => plan(lengthMinutes, count)).toThrow(RangeError);
  });
});
