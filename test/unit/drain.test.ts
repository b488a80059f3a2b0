// The end of a process on the test's time: in order, each step with its time, the store closed whatever hangs or fails.

import { expect, test } from '@jest/globals';
import { type Millis, seconds } from '../../src/core/time.ts';
import { drain, type InHand } from '../../src/drain.ts';
import { createLog } from '../../src/log.ts';
import { VirtualTime } from '../support/virtual-time.ts';

const order = ['courier.hold', 'server.close', 'server.cut', 'sweep.stop', 'retention.stop', 'sweep.idle', 'retention.idle', 'replies.idle', 'courier.idle', 'loop.idle', 'connector.close', 'store.charges', 'store.close'];
type Does = 'hang' | 'fail';

/** Drains parts of which some hang or fail: what was called in which order, how long it took, and what the log says. */
async function drained(does: Readonly<Record<string, Does>> = {}) {
  const time = new VirtualTime(0);
  const [called, lines]: [string[], string[]] = [[], []];
  const part = (name: string) => new Proxy({}, {
    get: (_target, method) => (): unknown => {
      const what = `${name}.${String(method)}`;
      called.push(what);
      if (what === 'store.charges') return [];
      if (does[what] === 'fail') return Promise.reject(new Error('away'));
      return does[what] === 'hang' ? new Promise(() => {}) : Promise.resolve();
    },
  });
  const parts = Object.fromEntries(['server', 'sweep', 'retention', 'replies', 'courier', 'loop', 'connector', 'store'].map((name) => [name, part(name)]));
  const log = createLog('debug', (line) => void lines.push(line));
  await time.until(drain({ ...parts, scheduler: time.scheduler, log } as unknown as InHand));
  const steps = lines.map((line) => [/"fact":"([^"]+)"/, /"step":"([^"]+)"/].map((what) => what.exec(line)?.[1] ?? '').join(' '));
  return { called, steps, tookMs: time.now(), timersLeft: time.timerCount };
}

test('everything ends in order, and takes no longer than it takes', async () => {
  expect(await drained()).toEqual({ called: order, steps: [], tookMs: 0, timersLeft: 0 });
});

test.each<[string, string, Millis]>([
  ['server.close', 'answers', seconds(3)], ['sweep.idle', 'deadlines', seconds(4)], ['retention.idle', 'deadlines', seconds(4)], ['replies.idle', 'deadlines', seconds(4)],
  ['courier.idle', 'sending', seconds(6.5)], ['loop.idle', 'sending', seconds(6.5)], ['store.close', 'store', seconds(7.2)],
])('%s may hang: %s are cut short, the rest follows', async (what, step, tookMs) => {
  const { called, ...rest } = await drained({ [what]: 'hang' });
  expect(rest).toEqual({ steps: [`drain.cut-short ${step}`], tookMs, timersLeft: 0 });
  expect(called.filter((each) => each !== 'loop.idle')).toEqual(order.filter((each) => each !== 'loop.idle'));
});

test('everything may hang, and the store is closed all the same, in time for whoever asked', async () => {
  const { called, tookMs } = await drained(Object.fromEntries(order.map((what) => [what, 'hang'])));
  expect(called).toEqual(order.filter((what) => what !== 'loop.idle'));
  expect(tookMs).toBe(seconds(7.2));
});

test('a step that fails is an error in the log, and the next ones follow', async () => {
  const { called, steps } = await drained({ 'courier.idle': 'fail', 'store.close': 'fail' });
  expect(called).toEqual(order.filter((what) => what !== 'loop.idle'));
  expect(steps).toEqual(['drain.failed sending', 'drain.failed store']);
});
