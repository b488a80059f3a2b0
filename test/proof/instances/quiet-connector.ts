// The fake connector in a thread of its own: when something came is not told late because whoever sends has much to do.
// Told anything, it stops and gives what it took.

import { parentPort } from 'node:worker_threads';
import type { Recorded } from '../../support/connector-faults.ts';
import { FakeConnector } from '../../support/fake-connector.ts';

/** One request, without what it said. */
export type Arrived = Pick<Recorded, 'at' | 'act' | 'conversation'>;

const answerMs = 15;

const connector = await new FakeConnector().start();
connector.rule = () => ({ kind: 'slow', delayMs: answerMs });
parentPort?.postMessage(connector.url);
parentPort?.once('message', () => {
  parentPort?.postMessage(connector.requests.map(({ at, act, conversation }): Arrived => ({ at, act, conversation })).sort((a, b) => a.at - b.at));
  void connector.stop();
});
