// A run of the clock stops at each deadline until what it caused is out, also what another process has taken up.

import { expect, test } from '@jest/globals';
import { runClockTo, type ClockRunParts } from '../../../src/app/clock-run.ts';
import type { DueKey, Until } from '../../../src/app/ports.ts';
import { openMovableClock, realClock } from '../../../src/app/service-clock.ts';
import { hourMs, type Instant, type Millis, seconds } from '../../../src/core/time.ts';
import { storeOver, Tables } from '../../support/sim/memory-tables.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

const startAt = Date.UTC(2026, 11, 3, 16);

/** A deadline an hour ahead, of which another process makes a message that takes so long; Infinity for one that never goes. */
async function running({ takesMs, isAlone = false }: { readonly takesMs: Millis; readonly isAlone?: boolean }) {
  const time = new VirtualTime(startAt);
  const clock = await openMovableClock(storeOver(new Tables(), async (_what, work) => work()).documents, realClock(time.now), { rate: 1, isAlone: true });
  const deadlineAt = startAt + hourMs;
  let doneAt: Instant | null = null;
  const key = { partition: 't|c', name: 'session-1' };
  const due = async ({ now, realNow }: Until): Promise<readonly DueKey[]> => {
    if (now !== Number.NEGATIVE_INFINITY || doneAt === null || time.now() >= doneAt) return [];
    return doneAt > realNow + seconds(20) && takesMs !== Infinity ? [] : [{ key, wakeAt: null, retryAt: realNow }];
  };
  const nextWake = async (): Promise<Instant | null> => (doneAt === null ? deadlineAt : null);
  const settle = async (): Promise<void> => { if (clock.now() >= deadlineAt) doneAt ??= time.now() + takesMs; };
  const parts = {
    clock, isAlone, sweep: { settle }, courier: { idle: async () => {} }, loop: { parts: { documents: { due, nextWake }, scheduler: time.scheduler, clock } },
  } as unknown as ClockRunParts;
  const seenAt: Instant[] = [];
  const arriving = runClockTo(startAt + 2 * hourMs, parts).then((count) => { seenAt.push(time.now()); return count; });
  return { time, arriving, clock, seenAt };
}

test('It waits for what another process is sending, and arrives when that is out', async () => {
  const { time, arriving, clock, seenAt } = await running({ takesMs: seconds(0.4) });
  await time.pass(200);
  expect(clock.now()).toBeLessThan(startAt + hourMs + seconds(1));
  await time.pass(seconds(2));
  expect(await arriving).toBe(1);
  expect(seenAt[0]).toBeLessThanOrEqual(startAt + 500);
  expect(clock.now()).toBeGreaterThanOrEqual(startAt + 2 * hourMs);
});

test('It passes by what nobody gets on with when a dead claim would have run out, and only once', async () => {
  const { time, arriving, seenAt } = await running({ takesMs: Infinity });
  await time.pass(seconds(40));
  expect(await arriving).toBe(1);
  expect(seenAt[0]).toBeLessThanOrEqual(startAt + seconds(28.2));
});

test('Alone it waits for nobody', async () => {
  const { time, arriving, seenAt } = await running({ takesMs: Infinity, isAlone: true });
  await time.pass(10);
  expect(await arriving).toBe(1);
  expect(seenAt[0]).toBeLessThanOrEqual(startAt + 10);
});
