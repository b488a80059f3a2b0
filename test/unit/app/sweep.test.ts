// What a starting process does about the claims of the one that died before it (ARCHITECTURE.md, Delivery).

import { expect, test } from '@jest/globals';
import type { Courier } from '../../../src/app/courier.ts';
import type { Doc } from '../../../src/app/document.ts';
import { Loop } from '../../../src/app/loop.ts';
import type { Random, Scheduler } from '../../../src/app/ports.ts';
import { Sweep } from '../../../src/app/sweep.ts';
import { UnderWay } from '../../../src/app/under-way.ts';
import { sessionId, sessionKey } from '../../../src/core/keys.ts';
import { seconds } from '../../../src/core/time.ts';
import { createLog } from '../../../src/log.ts';
import { openStore } from '../../../src/stores/open.ts';
import { opening, zero } from '../../support/given.ts';

const noTimers: Scheduler = { after: () => ({ cancel: () => {} }) };
const random = (owner: string): Random => ({ next: () => 0.5, id: () => owner });

/** A lobby whose card a process was posting when it died; then what the next process makes of it at its start. */
async function afterStart(isExclusive: boolean): Promise<Doc> {
  const store = await openStore({ store: 'sqlite', path: ':memory:' }, () => zero);
  const clock = { now: () => zero, realNow: () => zero, rate: 1 };
  const loopOf = (owner: string): Loop => new Loop({
    documents: store.documents, clock, random: random(owner), scheduler: noTimers, log: createLog('silent'), retentionMs: seconds(1),
  });
  const { tenant, community } = opening();
  const key = sessionKey(tenant, community, sessionId('s1'));
  await loopOf('dead').advance(key, 'session', { event: { type: 'opened', session: opening() } });
  const courier = { attend: () => {}, underWay: new UnderWay() } as unknown as Courier;
  const sweep = new Sweep({ loop: loopOf('alive'), courier, everyMs: seconds(2), isExclusive, tidy: () => {} });
  await sweep.start();
  sweep.stop();
  const stored = await store.documents.load(key);
  await store.close();
  if (stored === null) throw new Error('the lobby is gone');
  return stored.doc;
}

test('alone on the store, a predecessor\'s claim is in doubt at once and tried again after six seconds', async () => {
  const doc = await afterStart(true);
  expect(doc.outbox).toMatchObject([{ claim: null, doubtfulSince: zero, notBefore: zero + seconds(6) }]);
  expect(doc.retryAt).toBe(zero + seconds(6));
});

test('beside other processes, a claim that still runs is left to its owner', async () => {
  const doc = await afterStart(false);
  expect(doc.outbox).toMatchObject([{ claim: { owner: 'dead', until: zero + seconds(20) }, doubtfulSince: null }]);
});
