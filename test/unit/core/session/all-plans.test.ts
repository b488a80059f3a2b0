// Hours of every protocol, at each of its lengths, for every number of owners: nobody is promised what does not fit.

import { describe, expect, test } from '@jest/globals';
import { protocols } from '../../../../src/core/protocols/catalog.ts';
import { minuteMs, minutes } from '../../../../src/core/time.ts';
import { phaseOf } from '../../../../src/core/session/phases.ts';
import { maxOwners, mayFillHour, planHour, shortened, type Step } from '../../../../src/core/session/plan.ts';

const lengthOf = (steps: readonly Step[]): number => steps.reduce((total, step) => total + step.lengthMs, 0);
const ownersOf = (count: number, hasWriteUp = true) => Array.from({ length: count }, () => ({ hasWriteUp }));
const bookings = Object.values(protocols).flatMap((protocol) =>
  [...new Set(protocol.fits.map(({ lengthMinutes }) => lengthMinutes))].flatMap((lengthMinutes) => {
    const least = protocol.leastTurns ?? 0;
    return Array.from({ length: maxOwners(protocol, lengthMinutes) - least + 1 }, (_, index) => ({ id: protocol.id, protocol, lengthMinutes, count: least + index }));
  }));

describe.each(bookings)('$id in $lengthMinutes minutes with $count', ({ protocol, lengthMinutes, count }) => {
  const plans = [true, false].map((hasWriteUp) => planHour(protocol, { lengthMinutes, owners: ownersOf(count, hasWriteUp) }));

  test('ends within the booked length', () => {
    for (const steps of plans) expect(lengthOf(steps)).toBeLessThanOrEqual(minutes(lengthMinutes));
  });

  test('has phases of a minute at least, in the order of the protocol, with as many turns as owners', () => {
    for (const steps of plans) {
      expect(Math.min(...steps.map(({ lengthMs }) => lengthMs))).toBeGreaterThanOrEqual(minuteMs);
      expect(steps.map(({ turn }) => turn).filter((turn, index, all) => turn !== null && turn !== all[index - 1])).toEqual(ownersOf(count).map((_, turn) => turn));
      const order = protocol.turn.map(({ id }) => id);
      for (let turn = 0; turn < count; turn++) {
        const places = steps.filter((step) => step.turn === turn).map(({ phase }) => order.indexOf(phase));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }
    }
  });

  test('lets nobody both speak and listen, and always has somebody who speaks unless all are silent', () => {
    for (const step of plans.flat()) {
      const { speak, listen, silent = [] } = phaseOf(protocol, step);
      expect(new Set([...speak, ...listen, ...silent]).size).toBe([...speak, ...listen, ...silent].length);
      expect(speak.length === 0).toBe(silent.length > 0);
      expect([...speak, ...listen, ...silent].toSorted()).toEqual(protocol.roles.map(({ id }) => id).toSorted());
    }
  });

  test('can be shortened for a late start, never below a minute and never in the close', () => {
    for (const steps of plans) {
      for (const late of [2, 5, 7, 12, 30]) {
        const short = shortened(protocol, steps, minutes(late));
        expect(lengthOf(short.steps)).toBe(lengthOf(steps) - short.takenMs);
        expect(short.takenMs).toBeLessThanOrEqual(minutes(late));
        expect(Math.min(...short.steps.map(({ lengthMs }) => lengthMs))).toBeGreaterThanOrEqual(minuteMs);
        expect(short.steps.filter(({ turn }) => turn === null)).toEqual(steps.filter(({ turn }) => turn === null));
      }
    }
  });

  test('fills the hour on request without going beyond it', () => {
    const filled = planHour(protocol, { lengthMinutes, owners: ownersOf(count), wholeHourMs: minutes(lengthMinutes) });
    expect(lengthOf(filled)).toBeLessThanOrEqual(minutes(lengthMinutes));
    if (!mayFillHour(protocol, { lengthMinutes, ownerCount: count })) expect(filled).toEqual(plans[0]);
  });
});

describe('what is optional', () => {
  const issue = (lateMinutes: number): string => {
    const protocol = protocols['action-learning'];
    if (protocol === undefined) throw new Error('no action learning');
    const steps = shortened(protocol, planHour(protocol, { lengthMinutes: 60, owners: ownersOf(1) }), minutes(lateMinutes)).steps;
    return steps.filter(({ turn }) => turn === 0).map(({ phase, lengthMs }) => `${phase.replace('action-learning-', '')} ${lengthMs / minuteMs}`).join(', ');
  };

  test.each([
    [0, 'present 2, clarify 10, question 15, summary 2, resources 5, action 2'],
    [4, 'present 2, clarify 10, question 11, summary 2, resources 5, action 2'],
    [5, 'present 2, clarify 10, question 15, summary 2, action 2'],
    [7, 'present 2, clarify 10, question 13, summary 2, action 2'],
  ])('goes whole once a start is as late as it is long: %d minutes late', (lateMinutes, expected) => {
    expect(issue(lateMinutes)).toBe(expected);
  });
});
