// The machine's clock, as the service takes it: forward with the machine, never back.

import { expect, test } from '@jest/globals';
import { neverBack } from '../../src/system.ts';

test.each([
  ['goes with the machine', [0, 10, 20], [0, 10, 20]],
  ['goes on where the machine is set back, and stays ahead of it', [0, 10, -3_599_980], [0, 10, 20]],
  ['jumps ahead with the machine', [0, 10, 3_600_020], [0, 10, 3_600_020]],
])('real time %s', (_what, wall, expected) => {
  let n = 0;
  const now = neverBack(() => 1_000 + (wall[n] ?? 0), () => n * 10);
  const seen = expected.map((_, step) => { n = step; return now() - 1_000; });
  expect(seen).toEqual(expected);
});
