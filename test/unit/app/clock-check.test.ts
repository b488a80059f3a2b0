// A wrong clock is said once a minute, a right one never.

import { expect, test } from '@jest/globals';
import { clockCheck } from '../../../src/app/clock-check.ts';
import { minuteMs, seconds } from '../../../src/core/time.ts';
import { createLog } from '../../../src/log.ts';

test.each([[0, 0], [1_900, 0], [-1_900, 0], [3_000, 2], [-3_000, 2]])('A clock that is %d ms ahead is said %d times in two minutes', (aheadMs, count) => {
  const lines: string[] = [];
  let now = 0;
  const check = clockCheck({ aheadMs: () => aheadMs, realNow: () => now, log: createLog('error', (line) => void lines.push(line)) });
  for (; now < 2 * minuteMs; now += seconds(2)) check();
  expect(lines.filter((line) => line.includes('clock.wrong'))).toHaveLength(count);
});
