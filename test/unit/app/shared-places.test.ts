// The limits of Teams hold for all processes on one store together, however they interleave; a store that is away holds
// nobody up.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Pace } from '../../../src/app/pace.ts';
import type { Documents, Priority, Saved } from '../../../src/app/ports.ts';
import { SharedPlaces } from '../../../src/app/shared-places.ts';
import { hourMs, type Instant, type Millis, minuteMs, seconds } from '../../../src/core/time.ts';
import { createLog } from '../../../src/log.ts';
import { Dice } from '../../support/sim/dice.ts';
import { Tables } from '../../support/sim/memory-tables.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

interface Grant {
  readonly by: number;
  readonly at: Instant;
  readonly tenant: string;
  readonly thread: string;
}

/** Processes on one store whose every call takes `storeMs`. */
function createFleet(processCount: number, { storeMs = 4, aheadMs = 0 }: { readonly storeMs?: Millis; /** Of the last process. */ readonly aheadMs?: Millis } = {}) {
  const time = new VirtualTime(Date.UTC(2026, 10, 24, 16));
  const tables = new Tables();
  const store = { isAway: false, writeCount: 0 };
  const soon = async <T>(work: () => T): Promise<T> => {
    await new Promise<void>((resolve) => { time.scheduler.after(storeMs, resolve); });
    if (store.isAway) throw new Error('away');
    return work();
  };
  const write = (text: string, version: string | null): Promise<Saved> => soon(() => { store.writeCount++; return tables.write(text, version); });
  const documents = {
    load: (key) => soon(() => tables.load(key)),
    create: (doc) => write(JSON.stringify(doc), null),
    replace: (doc, version) => write(JSON.stringify(doc), version),
  } as Documents;
  const paces = Array.from({ length: processCount }, (_, n) => {
    const clock = { now: () => time.now() + (n === processCount - 1 ? aheadMs : 0), realNow: time.now, rate: 1 };
    const { scheduler } = time;
    return new Pace(clock, scheduler, new SharedPlaces({ documents, clock, random: new Dice(n + 1), scheduler, log: createLog('silent') }));
  });
  const grants: Grant[] = [];
  const ask = (by: number, tenant: string, thread: string, priority: Priority = 'message'): void => {
    void paces[by]?.place(tenant, thread, { priority, startsAt: null }).then(() => { grants.push({ by, at: time.now(), tenant, thread }); });
  };
  return { time, tables, store, paces, grants, ask };
}

/** The most sends within any window of `perMs`. */
function mostWithin(grants: readonly Grant[], perMs: Millis): number {
  const times = grants.map(({ at }) => at).toSorted((a, b) => a - b);
  return Math.max(0, ...times.map((start, index) => times.filter((at, other) => other >= index && at < start + perMs).length));
}

describe('Several processes', () => {
  test('keep the limits together under random load', async () => {
    const loads = fc.array(fc.record({
      waitMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900 })), by: fc.integer({ min: 0, max: 2 }), tenant: fc.constantFrom('t1', 't2'), place: fc.integer({ min: 0, max: 5 }),
      priority: fc.constantFrom<Priority>('announcement', 'message', 'reminder', 'edit'), times: fc.constantFrom(1, 1, 3, 20),
    }), { minLength: 1, maxLength: 30 });
    await fc.assert(fc.asyncProperty(loads, async (load) => {
      const { time, ask, grants } = createFleet(3);
      let count = 0;
      for (const { waitMs, by, tenant, place, priority, times } of load) {
        await time.pass(waitMs);
        for (let n = 0; n < times; n++, count++) ask(by, tenant, `${tenant}-${place}`, priority);
      }
      await time.pass(minuteMs * 3);
      expect(grants).toHaveLength(count);
      // What is counted is the instant before the write; an answer that waits behind another's comes some milliseconds later.
      for (const sent of Map.groupBy(grants, ({ thread }) => thread).values()) {
        expect([mostWithin(sent, seconds(1)) <= 7, mostWithin(sent, seconds(2)) <= 8, mostWithin(sent, seconds(30)) <= 60]).toEqual([true, true, true]);
      }
      for (const sent of Map.groupBy(grants, ({ tenant }) => tenant).values()) expect(mostWithin(sent, seconds(1))).toBeLessThanOrEqual(50);
    }), { numRuns: 25, seed: 11 });
  });

  test('share a busy tenant: what its limit takes ten seconds is out in eleven', async () => {
    const { time, ask, grants } = createFleet(3);
    for (let n = 0; n < 480; n++) ask(n % 3, 't', `c${n}`);
    await time.pass(seconds(11));
    expect(grants).toHaveLength(480);
    for (const by of [0, 1, 2]) expect(grants.filter((grant) => grant.by === by)).toHaveLength(160);
  });

  test.each([30, 90])('keep the limit of a tenant when a call of the store takes %d ms', async (storeMs) => {
    const { time, ask, grants } = createFleet(3, { storeMs });
    for (let n = 0; n < 300; n++) ask(n % 3, 't', `c${n}`);
    await time.pass(minuteMs);
    expect(grants).toHaveLength(300);
    expect(mostWithin(grants, seconds(1))).toBeLessThanOrEqual(50);
  });

  test.each([4, 40])('keep the limits of a chat that waits for its place in a busy tenant, when a call of the store takes %d ms', async (storeMs) => {
    const { time, ask, grants } = createFleet(3, { storeMs });
    for (let step = 0; step < 60; step++) {
      for (const by of [0, 1, 2]) ask(by, 't', 'flat');
      if (step % 8 === 0) for (let n = 0; n < 75; n++) ask(n % 3, 't', `c${n}`);
      await time.pass(333);
    }
    const inChat = grants.filter(({ thread }) => thread === 'flat');
    // Between a place and its use lie at most two times the store's answer, and no wait for the tenant's.
    expect(mostWithin(inChat, seconds(1) - 2 * storeMs)).toBeLessThanOrEqual(6);
    expect(mostWithin(inChat, seconds(2) - 2 * storeMs)).toBeLessThanOrEqual(7);
  });

  test('let an edit that lost its place in the chat, while it waited for the tenant, wait for another', async () => {
    const { time, ask, grants } = createFleet(3);
    for (let n = 0; n < 48; n++) ask(0, 't', `c${n}`);
    await time.pass(500);
    // Neither of the two knows yet that the tenant has none free.
    ask(1, 't', 'flat', 'edit');
    await time.pass(50);
    for (let n = 0; n < 5; n++) ask(2, 't', 'flat');
    await time.pass(seconds(3));
    expect(grants.slice(48).map(({ by }) => by)).toEqual([2, 2, 2, 2, 2, 1]);
  });

  test('leave a flat chat no more than one process would: three that flood it are one that does', async () => {
    const { time, ask, grants } = createFleet(3);
    for (let n = 0; n < 90; n++) ask(n % 3, 't', 'c');
    await time.pass(seconds(30) - 100);
    expect(grants.length).toBeGreaterThanOrEqual(56);
    expect(grants.length).toBeLessThanOrEqual(58);
    await time.pass(hourMs);
    expect(grants).toHaveLength(90);
  });

  test('are not stopped by one whose clock is ahead', async () => {
    const { time, ask, grants } = createFleet(2, { aheadMs: seconds(20) });
    for (let n = 0; n < 6; n++) ask(1, 't', 'c');
    await time.pass(100);
    ask(0, 't', 'c');
    await time.pass(seconds(2));
    expect(grants).toHaveLength(7);
  });

  test('write once for all who wait for the same place at the same moment', async () => {
    const { time, ask, grants, store } = createFleet(1);
    for (let n = 0; n < 40; n++) ask(0, 't', `c${n}`);
    await time.pass(100);
    expect(grants).toHaveLength(40);
    // One for the first of the tenant, one for all who came meanwhile, one for each thread.
    expect(store.writeCount).toBe(42);
  });
});

test('While the store is away each process keeps the limits by itself, at once', async () => {
  const { time, ask, grants, store } = createFleet(2);
  store.isAway = true;
  for (let n = 0; n < 10; n++) { ask(0, 't', 'c'); ask(1, 't', 'd'); }
  await time.pass(100);
  expect(grants).toHaveLength(12);
  store.isAway = false;
  await time.pass(seconds(30));
  expect(grants).toHaveLength(20);
});

test('A store that is slow holds nobody up for longer than a second, once', async () => {
  const { time, ask, grants } = createFleet(1, { storeMs: seconds(3) });
  for (let n = 0; n < 6; n++) ask(0, 't', `c${n}`);
  await time.pass(seconds(1));
  expect(grants).toHaveLength(6);
  ask(0, 't', 'd');
  await time.pass(10);
  expect(grants).toHaveLength(7);
});

test('A place in a chat that was slow to be of use is taken anew, once', async () => {
  const storeMs = 150;
  const { time, ask, grants, store } = createFleet(1, { storeMs });
  const askedAt = time.now();
  ask(0, 't', 'c');
  await time.pass(seconds(3));
  // Read and written, for the chat and then for the tenant: by then the chat's is too old, and both are written again.
  expect(grants.map(({ at }) => at - askedAt)).toEqual([6 * storeMs]);
  expect(store.writeCount).toBe(4);
});

test('What is kept of a thread says when it may go, and nothing of a quiet one stays in memory', async () => {
  const { time, ask, tables, paces } = createFleet(1);
  ask(0, 't', '19:a@thread.tacv2;messageid=1');
  await time.pass(100);
  const kept = [...tables.rows.values()].map(({ doc }) => doc);
  expect(kept.map(({ key }) => `${key.partition} ${key.name}`).sort()).toEqual(['t|19:a@thread.tacv2 pace-messageid=1', 't|pace pace']);
  for (const { expiresAt } of kept) expect(expiresAt).toBeLessThan(time.now() + 2 * hourMs);
  await time.pass(2 * hourMs);
  paces[0]?.tidy();
  ask(0, 't', '19:a@thread.tacv2;messageid=1');
  await time.pass(100);
  expect([...tables.rows.values()]).toHaveLength(2);
});
