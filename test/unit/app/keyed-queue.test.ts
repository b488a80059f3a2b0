// One document's work one after another, different documents side by side.

import { expect, test } from '@jest/globals';
import { KeyedQueue } from '../../../src/app/keyed-queue.ts';

/** Work that is finished from outside. */
function createGate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { wait: () => promise, open: () => { resolve(); } };
}
const settle = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

test('work of one name waits for what came before, of another it does not', async () => {
  const queue = new KeyedQueue();
  const gate = createGate();
  const done: string[] = [];
  const run = (name: string, what: string, before: () => Promise<void> = () => Promise.resolve()) => queue.run(name, async () => { await before(); done.push(what); return what; });
  const all = Promise.all([run('a', 'first', gate.wait), run('a', 'second'), run('a', 'third'), run('b', 'other')]);
  await settle();
  expect(done).toEqual(['other']);
  gate.open();
  expect(await all).toEqual(['first', 'second', 'third', 'other']);
  expect(done).toEqual(['other', 'first', 'second', 'third']);
});

test('a failure belongs to whoever asked, and the next goes on', async () => {
  const queue = new KeyedQueue();
  const failed = queue.run('a', () => Promise.reject(new Error('broken')));
  const next = queue.run('a', () => Promise.resolve(2));
  await expect(failed).rejects.toThrow('broken');
  expect(await next).toBe(2);
  expect(await queue.run('a', () => Promise.resolve(3))).toBe(3);
});

test('idle waits for everything, also for what is queued meanwhile', async () => {
  const queue = new KeyedQueue();
  const [first, second] = [createGate(), createGate()];
  let isIdle = false;
  void queue.run('a', first.wait).then(() => queue.run('b', second.wait));
  const idle = queue.idle().then(() => { isIdle = true; });
  first.open();
  await settle();
  expect(isIdle).toBe(false);
  second.open();
  await idle;
  expect(isIdle).toBe(true);
  await queue.idle();
});
