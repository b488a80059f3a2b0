// Who pays when time is needed: examples from the guidance's hour, then properties over random hours (domain.md 1.4).

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { minuteMs, minutes, seconds, type Millis } from '../../../../src/core/time.ts';
import { npqCommunity } from '../../../../src/core/protocols/npq-community.ts';
import { planHour, type Step } from '../../../../src/core/session/plan.ts';
import { takeTime } from '../../../../src/core/session/take-time.ts';

const givesLast = 'response';
const hourOf = (count: number): readonly Step[] =>
  planHour(npqCommunity, { lengthMinutes: 60, owners: Array.from({ length: count }, () => ({ hasWriteUp: true })) });
const indexOf = (steps: readonly Step[], turn: number, phase: string): number =>
  steps.findIndex((step) => step.turn === turn && step.phase === phase);

/** What each phase gave, in seconds; those that gave nothing left out. */
function given(before: readonly Step[], after: readonly Step[]): Readonly<Record<string, number>> {
  const entries = before.map(({ turn, phase, lengthMs }, index) =>
    [`${turn} ${phase}`, (lengthMs - (after[index]?.lengthMs ?? 0)) / 1000] as const);
  return Object.fromEntries(entries.filter(([, givenSeconds]) => givenSeconds !== 0));
}

const takeFrom = (steps: readonly Step[], after: number, amountMs: Millis) => {
  const taken = takeTime(steps, { after, amountMs, givesLast });
  return { ...taken, given: given(steps, taken.steps) };
};

describe('one minute more', () => {
  test.each([
    ['introduce', { '0 look-deeper': 60 }],
    ['clarify', { '0 look-deeper': 60 }],
    ['look-deeper', { '0 action-step': 60 }],
    ['action-step', { '0 response': 60 }],
  ])('in %s is paid by the rest of the turn', (phase, expected) => {
    const steps = hourOf(3);
    expect(takeFrom(steps, indexOf(steps, 0, phase), minuteMs)).toMatchObject({ takenMs: minuteMs, given: expected });
  });

  test.each(['response', 'reflections'])('in %s is paid by the remaining turns alike, the later first', (phase) => {
    const steps = hourOf(3);
    expect(takeFrom(steps, indexOf(steps, 0, phase), minuteMs).given).toEqual({ '1 look-deeper': 30, '2 look-deeper': 30 });
    expect(takeFrom(steps, indexOf(steps, 0, phase), seconds(45)).given).toEqual({ '1 look-deeper': 15, '2 look-deeper': 30 });
  });

  test('on a tie is paid by the later phase', () => {
    const steps = hourOf(3).filter((step) => step.phase !== 'look-deeper');
    expect(takeFrom(steps, indexOf(steps, 0, 'introduce'), seconds(45)).given).toEqual({ '0 clarify': 15, '0 action-step': 30 });
  });

  test('in the last Reflections finds nothing to take', () => {
    const steps = hourOf(3);
    expect(takeFrom(steps, indexOf(steps, 2, 'reflections'), minuteMs)).toEqual({ steps, takenMs: 0, given: {} });
    expect(takeFrom(steps, steps.length - 1, minuteMs)).toEqual({ steps, takenMs: 0, given: {} });
  });

  test('takes from Response only what no other phase of the turn can give', () => {
    const steps = hourOf(1);
    // After Introduce: Clarify 1, Look deeper 3 and Action step 1 minutes above their floor, then Response 1.
    expect(takeFrom(steps, 1, minutes(5)).given).toEqual({ '0 clarify': 60, '0 look-deeper': 180, '0 action-step': 60 });
    expect(takeFrom(steps, 1, minutes(5) + seconds(20)).given).toEqual(
      { '0 clarify': 60, '0 look-deeper': 180, '0 action-step': 60, '0 response': 20 });
  });

  test('goes on to the remaining turns when its own can give no more', () => {
    const steps = hourOf(2);
    expect(takeFrom(steps, indexOf(steps, 0, 'look-deeper'), minutes(3)).given).toEqual(
      { '0 action-step': 60, '0 response': 60, '1 look-deeper': 60 });
  });
});

describe('a late start', () => {
  test.each([0, -1])('is paid by all turns alike, seen from step %d', (after) => {
    const taken = takeFrom(hourOf(4), after, minutes(8));
    for (const turn of [0, 1, 2, 3]) expect(taken.given[`${turn} look-deeper`]).toBe(120);
    expect(taken.takenMs).toBe(minutes(8));
  });

  test('takes a smaller last step for an odd amount, from the latest turn', () => {
    expect(takeFrom(hourOf(4), 0, 7_123).given).toEqual({ '3 look-deeper': 7.123 });
  });

  test('goes on equally when a turn can give no more', () => {
    const short = hourOf(2).map((step) => (step.turn === 1 && step.lengthMs > minuteMs ? { ...step, lengthMs: seconds(65) } : step));
    // The second turn has five phases of 1:05: 25 seconds in all, of the two minutes.
    expect(takeFrom(short, 0, minutes(2)).given).toEqual({
      '0 look-deeper': 95, '1 introduce': 5, '1 clarify': 5, '1 look-deeper': 5, '1 action-step': 5, '1 response': 5,
    });
    // Equal is what was given, not how often.
    expect(takeFrom(short, 0, seconds(45)).given).toEqual({
      '0 look-deeper': 25, '1 introduce': 5, '1 clarify': 5, '1 look-deeper': 5, '1 action-step': 5,
    });
  });

  test('says how little it took when all are at their floor', () => {
    // Six turns of 8 minutes: Look deeper gives two minutes, Action step one, each.
    expect(takeFrom(hourOf(6), 0, minutes(30)).takenMs).toBe(minutes(18));
  });

  test.each([0, -60_000])('of %d milliseconds takes nothing', (amountMs) => {
    expect(takeFrom(hourOf(4), 0, amountMs)).toMatchObject({ takenMs: 0, given: {} });
  });
});

const phaseNames = ['introduce', 'clarify', 'look-deeper', 'action-step', 'response', 'reflections'];
/** Hours of up to six turns with phases of 0 to 5 minutes, odd lengths among them. */
const hours: fc.Arbitrary<readonly Step[]> = fc
  .array(fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }).map((n) => n * 15_000), fc.integer({ min: 0, max: 300_000 })), { minLength: 1, maxLength: 6 }), { maxLength: 6 })
  .map((turns) => [
    { turn: null, phase: 'start-on-time', lengthMs: minutes(5) },
    ...turns.flatMap((lengths, turn) => lengths.map((lengthMs, index) => ({ turn, phase: phaseNames[index] ?? 'more', lengthMs }))),
    { turn: null, phase: 'close', lengthMs: minutes(5) },
  ]);
const cases = fc.record({ steps: hours, place: fc.integer({ min: 0, max: 1000 }), amountMs: fc.oneof(fc.integer({ min: 0, max: 100 }).map((n) => n * 15_000), fc.integer({ min: 0, max: 2_000_000 })) })
  .map(({ steps, place, amountMs }) => ({ steps, after: place % (steps.length + 1) - 1, amountMs }));
const spareOf = (step: Step): Millis => Math.max(0, step.lengthMs - minuteMs);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Checks one property over random hours. `gaveMs` is what each step gave. */
function always(check: (outcome: { steps: readonly Step[]; after: number; amountMs: Millis; takenMs: Millis; gaveMs: readonly Millis[]; result: readonly Step[] }) => void): void {
  fc.assert(fc.property(cases, ({ steps, after, amountMs }) => {
    const { steps: result, takenMs } = takeTime(steps, { after, amountMs, givesLast });
    const gaveMs = steps.map((step, index) => step.lengthMs - (result[index]?.lengthMs ?? NaN));
    check({ steps, after, amountMs, takenMs, gaveMs, result });
  }), { numRuns: 500 });
}

describe('whatever the hour', () => {
  test('what is taken is what the phases gave, and all that was asked while there was any', () => {
    always(({ steps, after, amountMs, takenMs, gaveMs }) => {
      const thereMs = sum(steps.filter((step, index) => index > after && step.turn !== null).map(spareOf));
      expect(takenMs).toBe(Math.min(amountMs, thereMs));
      expect(sum(gaveMs)).toBe(takenMs);
    });
  });

  test('no phase that has a minute goes below it, and a shorter one gives nothing', () => {
    always(({ steps, gaveMs }) => steps.forEach((step, index) => {
      expect(gaveMs[index]).toBeGreaterThanOrEqual(0);
      expect(gaveMs[index]).toBeLessThanOrEqual(spareOf(step));
    }));
  });

  test('the close, the opening and everything up to the present phase stay as they are', () => {
    always(({ steps, after, gaveMs }) => steps.forEach((step, index) => {
      if (index <= after || step.turn === null) expect(gaveMs[index]).toBe(0);
    }));
  });

  test('turn, phase and order stay as they are', () => {
    always(({ steps, result }) => expect(result.map(({ turn, phase }) => ({ turn, phase }))).toEqual(steps.map(({ turn, phase }) => ({ turn, phase }))));
  });

  test('another turn gives only when the present one can give no more', () => {
    always(({ steps, after, gaveMs }) => {
      const present = steps[after]?.turn ?? null;
      const others = sum(gaveMs.filter((_, index) => steps[index]?.turn !== present));
      if (present === null || others === 0) return;
      steps.forEach((step, index) => { if (step.turn === present && index > after) expect(gaveMs[index]).toBe(spareOf(step)); });
    });
  });

  test('the remaining turns give alike within 15 seconds, unless one can give no more', () => {
    always(({ steps, after, gaveMs }) => {
      const present = steps[after]?.turn ?? null;
      const indices = steps.map((_, index) => index).filter((index) => index > after && steps[index]?.turn !== null && steps[index]?.turn !== present);
      const turns = [...Map.groupBy(indices, (index) => steps[index]?.turn ?? -1).values()];
      const gave = turns.map((each) => sum(each.map((index) => gaveMs[index] ?? 0)));
      const most = Math.max(0, ...gave);
      turns.forEach((each, place) => {
        const isExhausted = each.every((index) => gaveMs[index] === spareOf(steps[index] as Step));
        if (!isExhausted) expect(most - (gave[place] ?? 0)).toBeLessThanOrEqual(15_000);
      });
    });
  });

  test('Response gives only when every other later phase of its turn is at its floor', () => {
    always(({ steps, after, gaveMs }) => steps.forEach(({ turn, phase }, response) => {
      if (phase !== givesLast || gaveMs[response] === 0) return;
      steps.forEach((step, index) => {
        if (step.turn === turn && index > after && index !== response) expect(gaveMs[index]).toBe(spareOf(step));
      });
    }));
  });

  test('no phase ends more than 15 seconds above one of its turn that gave more', () => {
    always(({ steps, after, gaveMs, result }) => steps.forEach(({ turn, phase }, giver) => {
      if (gaveMs[giver] === 0 || phase === givesLast) return;
      result.forEach((other, index) => {
        const isRival = index > after && other.turn === turn && other.phase !== givesLast;
        if (isRival) expect(other.lengthMs - (result[giver]?.lengthMs ?? 0)).toBeLessThanOrEqual(15_000);
      });
    }));
  });
});
