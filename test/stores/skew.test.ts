// What stamps of whole seconds tell of two clocks.

import { expect, test } from '@jest/globals';
import { Skew } from '../../src/stores/cosmos/skew.ts';
import { minutes, seconds } from '../../src/core/time.ts';

const from = Date.UTC(2026, 10, 24, 16);

/** A write every 700 ms for so long, each under way for 20 ms, by a machine that is ahead by so much. */
function written(skew: Skew, aheadMs: number, { at = from, count = 200 } = {}): Skew {
  for (let n = 0; n < count; n++) {
    const trueAt = at + n * 707;
    skew.observe({ askedAt: trueAt + aheadMs, heardAt: trueAt + 20 + aheadMs, stampSeconds: Math.floor((trueAt + 10) / 1_000) });
  }
  return skew;
}

test.each([0, 15, -15])('A machine that is ahead by %d ms is not told from one that is right', (aheadMs) => {
  expect(Math.abs(written(new Skew(), aheadMs).aheadMs())).toBeLessThan(20);
});

test.each([3_000, -3_000, 60_000, -60_000])('A machine that is ahead by %d ms is told so, to some milliseconds', (aheadMs) => {
  expect(Math.abs(written(new Skew(), aheadMs).aheadMs() - aheadMs)).toBeLessThan(40);
});

test('One write alone says nothing that two clocks in step could not', () => {
  expect(written(new Skew(), 0, { count: 1 }).aheadMs()).toBe(0);
  expect(new Skew().aheadMs()).toBe(0);
});

test('A clock that is set right is right at once, and one that drifts is noticed in time', () => {
  const skew = written(new Skew(), seconds(5));
  expect(Math.abs(written(skew, 0, { at: from + minutes(3) }).aheadMs())).toBeLessThan(20);
  expect(written(skew, 900, { at: from + minutes(15) }).aheadMs()).toBeGreaterThan(800);
});
