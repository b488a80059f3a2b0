// The table itself: enough situations, each told apart by its number, and written where people find it.

import { expect, test } from '@jest/globals';
import { themes } from './themes.ts';
import { writeTable } from './timeline.ts';

const all = themes.flatMap(({ situations }) => situations);

test('There are at least forty situations, with a number and a sentence each of their own', () => {
  expect(all.length).toBeGreaterThanOrEqual(40);
  expect(new Set(all.map(({ number }) => number)).size).toBe(all.length);
  expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
  writeTable(themes);
});
