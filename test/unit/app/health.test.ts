// Ready is whoever makes progress: store there, sweep coming round. However often it is asked, the store hears little of it.

import { expect, test } from '@jest/globals';
import { createHealth } from '../../../src/app/health.ts';
import { seconds } from '../../../src/core/time.ts';
import { channel, openService } from '../../support/service.ts';

function rig() {
  const state = { now: 0, lastSweptAt: 0, isThere: true, askedCount: 0 };
  const nextWake = async (): Promise<null> => {
    state.askedCount += 1;
    if (!state.isThere) throw new Error('away');
    return null;
  };
  const isHealthy = createHealth({ store: { documents: { nextWake } }, sweep: { get lastSweptAt() { return state.lastSweptAt; } }, realNow: () => state.now });
  return { state, isHealthy };
}

test('a sweep that stalls is no health, and one that comes round again is', async () => {
  const { state, isHealthy } = rig();
  state.now = seconds(14);
  expect(await isHealthy()).toBe(true);
  state.now = seconds(15);
  expect(await isHealthy()).toBe(false);
  state.lastSweptAt = seconds(15);
  expect(await isHealthy()).toBe(true);
});

test('the store is asked once a second at most, also while it takes its time, and its answer changes with it', async () => {
  const { state, isHealthy } = rig();
  expect(await Promise.all([isHealthy(), isHealthy(), isHealthy()])).toEqual([true, true, true]);
  expect(state.askedCount).toBe(1);
  state.isThere = false;
  expect(await isHealthy()).toBe(true);
  state.now = seconds(1);
  expect([await isHealthy(), await isHealthy(), state.askedCount]).toEqual([false, false, 2]);
});

test('the service tells it: not while the store is away, not while its sweep hangs, and again when all is well', async () => {
  const service = await openService();
  service.expectsErrors = true;
  const readiness = async (): Promise<number> => {
    await service.pass(seconds(2));
    return (await fetch(`${service.botUrl}/readyz`)).status;
  };
  expect(await readiness()).toBe(200);
  service.onStoreCall = () => { throw new Error('away'); };
  expect(await readiness()).toBe(503);
  service.onStoreCall = () => {};
  expect(await readiness()).toBe(200);
  service.time.leap(seconds(15));
  expect((await fetch(`${service.botUrl}/readyz`)).status).toBe(503);
  expect((await fetch(`${service.botUrl}/healthz`)).status).toBe(200);
  expect(await readiness()).toBe(200);
  expect(service.posts(channel)).toEqual([]);
});
