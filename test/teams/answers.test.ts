// Remembered answers and verified tokens: both are bounded, and neither outlives its use.

import { expect, test } from '@jest/globals';
import { Answers } from '../../src/teams/answers.ts';
import { ExpiringMap } from '../../src/teams/expiring-map.ts';

const bodyOf = (chars: number) => async () => ({ status: 200, body: 'x'.repeat(chars) });

test('the oldest answers leave when there are too many', async () => {
  const answers = new Answers();
  for (let count = 0; count <= 5_000; count += 1) await answers.once(`k${count}`, bodyOf(1));
  expect((await answers.once('k1', bodyOf(2))).body).toBe('x');
  expect((await answers.once('k0', bodyOf(2))).body).toBe('xx');
});

test('the oldest answers leave when they are too long together', async () => {
  const answers = new Answers();
  for (let count = 0; count < 9; count += 1) await answers.once(`k${count}`, bodyOf(1_000_000));
  expect((await answers.once('k0', bodyOf(2))).body).toBe('xx');
  expect((await answers.once('k8', bodyOf(2))).body).toHaveLength(1_000_000);
});

test('a failed answer is forgotten, whether given or thrown', async () => {
  const answers = new Answers();
  expect((await answers.once('given', async () => ({ status: 500 }))).status).toBe(500);
  await expect(answers.once('thrown', async () => { throw new Error('no'); })).rejects.toThrow('no');
  expect((await answers.once('given', bodyOf(1))).status).toBe(200);
  expect((await answers.once('thrown', bodyOf(1))).status).toBe(200);
});

test('a member leaves at its instant, and the oldest when there are too many', () => {
  const map = new ExpiringMap<number>(2);
  map.set('a', 1, 10);
  expect([map.get('a', 9), map.get('a', 10), map.get('a', 9)]).toEqual([1, null, null]);
  for (const member of ['b', 'c', 'd']) map.set(member, 2, 99);
  expect(['b', 'c', 'd'].map((member) => map.get(member, 1))).toEqual([null, 2, 2]);
});
