// Two years of twenty-four pairs in six zones, with outages of a minute, a day and a week: every reminder that left is held
// against the expectation. None is wrong, none is missing, none comes twice.

import { expect, test } from '@jest/globals';
import { casts } from './casts.ts';
import { live } from './living.ts';
import { tell } from './telling.ts';

test('two years in six zones', async () => {
  const told = casts.map((cast) => ({ cast, ...tell(cast) }));
  const lived = await live(told);
  const counts = new Map<string, number>();
  for (const { expectation, acts } of told) {
    for (const { what } of expectation.reminders) counts.set(what, (counts.get(what) ?? 0) + 1);
    for (const { act } of acts) counts.set(act.do, (counts.get(act.do) ?? 0) + 1);
  }
  console.log(Object.fromEntries(counts));
  expect(lived.faults.slice(0, 40)).toEqual([]);
}, 600_000);
