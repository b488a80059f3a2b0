// The limits of Teams, kept exactly whatever is asked (platform.md): per conversation 7 in 1 s, 8 in 2 s, 60 in 30 s and
// 1,800 in an hour, per tenant 50 in 1 s; edits leave room for posts.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hourMs, type Instant, seconds } from '../../../src/core/time.ts';
import { Pace } from '../../../src/app/pace.ts';
import type { Priority } from '../../../src/app/ports.ts';

interface Grant {
  readonly at: Instant;
  readonly tenant: string;
  readonly conversation: string;
  readonly priority: Priority;
  readonly n: number;
}

/** A pace under a clock of our own; timers fire in order when the clock is moved. `realMs` counts real time. */
function createBench(rate = 1) {
  let realMs = 0;
  let shiftMs = 0;
  const timers = new Set<{ readonly at: number; readonly work: () => void }>();
  const now = (): Instant => Math.floor(realMs * rate) + shiftMs;
  const after = (delayMs: number, work: () => void) => {
    const timer = { at: realMs + Math.max(0, delayMs), work };
    timers.add(timer);
    return { cancel: () => { timers.delete(timer); } };
  };
  const pace = new Pace({ now, realNow: () => realMs, rate }, { after });
  const grants: Grant[] = [];
  let count = 0;
  const settle = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
  const ask = (tenant: string, conversation: string, priority: Priority = 'message', startsAt: Instant | null = null): void => {
    const n = count++;
    void pace.place(tenant, conversation, { priority, startsAt }).then(() => { grants.push({ at: now(), tenant, conversation, priority, n }); });
  };
  /** Lets real time pass, timers and what waits on them included. */
  const pass = async (ms: number): Promise<void> => {
    const until = realMs + ms;
    await settle();
    for (;;) {
      const due = [...timers].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      timers.delete(due);
      realMs = Math.max(realMs, due.at);
      due.work();
      await settle();
    }
    realMs = until;
  };
  return { pace, ask, pass, settle, grants, jump: (ms: number) => { shiftMs += ms; }, timerCount: () => timers.size };
}

/** The most sends within any window of `perMs`. */
function mostWithin(grants: readonly Grant[], perMs: number): number {
  const times = grants.map(({ at }) => at).toSorted((a, b) => a - b);
  return Math.max(0, ...times.map((start, index) => times.filter((at, other) => other >= index && at < start + perMs).length));
}
const groupBy = (grants: readonly Grant[], key: 'tenant' | 'conversation') => [...Map.groupBy(grants, (grant) => grant[key]).values()];

describe('places', () => {
  test('are given at once while there are any', async () => {
    const { ask, settle, grants, timerCount } = createBench();
    for (let n = 0; n < 6; n++) ask('t', 'c');
    await settle();
    expect(grants).toHaveLength(6);
    expect(timerCount()).toBe(0);
  });

  test.each([1, 60])('keep every limit under random load, at rate %d', async (rate) => {
    const loads = fc.array(fc.record({
      waitMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 700 })), tenant: fc.constantFrom('t1', 't2'), place: fc.integer({ min: 0, max: 11 }),
      priority: fc.constantFrom<Priority>('announcement', 'message', 'reminder', 'edit'), times: fc.constantFrom(1, 1, 1, 9),
    }), { minLength: 1, maxLength: 60 });
    await fc.assert(fc.asyncProperty(loads, async (load) => {
      const { ask, pass, grants } = createBench(rate);
      let count = 0;
      for (const { waitMs, tenant, place, priority, times } of load) {
        await pass(waitMs / rate);
        for (let n = 0; n < times; n++, count++) ask(tenant, `${tenant}-${place}`, priority);
      }
      await pass(hourMs / rate);
      expect(grants).toHaveLength(count);
      for (const sent of groupBy(grants, 'conversation')) {
        expect([mostWithin(sent, seconds(1)) <= 6, mostWithin(sent, seconds(2)) <= 7, mostWithin(sent, seconds(30)) <= 58]).toEqual([true, true, true]);
      }
      for (const sent of groupBy(grants, 'tenant')) expect(mostWithin(sent, seconds(1))).toBeLessThanOrEqual(48);
      // In one conversation and of one urgency nobody overtakes.
      for (const sent of Map.groupBy(grants, ({ conversation, priority }) => conversation + priority).values()) {
        expect(sent.map(({ n }) => n)).toEqual(sent.map(({ n }) => n).toSorted((a, b) => a - b));
      }
    }), { numRuns: 30, seed: 7 });
  });

  test('are as many in an hour as the limit allows, and no more', async () => {
    const { ask, pass, grants } = createBench();
    for (let n = 0; n < 1800; n++) ask('t', 'c');
    await pass(hourMs - 1);
    expect(grants).toHaveLength(1750);
    await pass(seconds(120));
    expect(grants).toHaveLength(1800);
  });

  test('use the whole of the short limits', async () => {
    const { ask, pass, grants } = createBench();
    for (let n = 0; n < 60; n++) ask('t', 'c');
    await pass(seconds(30) - 1);
    expect(grants).toHaveLength(58);
  });

  test('come free in the service\'s time: at sixty times the speed sixty times as soon', async () => {
    const { ask, pass, grants } = createBench(60);
    for (let n = 0; n < 7; n++) ask('t', 'c');
    await pass(16);
    expect(grants).toHaveLength(6);
    await pass(1);
    expect(grants).toHaveLength(7);
  });

  test('of one tenant are not taken by another', async () => {
    const { ask, settle, grants } = createBench();
    for (let n = 0; n < 500; n++) ask('busy', `b${n}`);
    ask('quiet', 'q');
    await settle();
    expect(grants.filter(({ tenant }) => tenant === 'busy')).toHaveLength(48);
    expect(grants.filter(({ tenant }) => tenant === 'quiet')).toHaveLength(1);
  });

  test('of a tenant go round in 1.05 times what its limit takes', async () => {
    const { ask, pass, grants } = createBench();
    for (let n = 0; n < 480; n++) ask('t', `c${n}`);
    await pass(seconds(9));
    expect(grants).toHaveLength(480);
  });

  test('go to the most urgent first, whatever came first', async () => {
    const { ask, pass, settle, grants } = createBench();
    for (let n = 0; n < 6; n++) ask('t', 'c');
    for (const priority of ['edit', 'reminder', 'message', 'announcement'] as const) ask('t', 'c', priority);
    await settle();
    await pass(seconds(20));
    expect(grants.slice(6).map(({ priority }) => priority)).toEqual(['announcement', 'message', 'reminder', 'edit']);
  });

  test('go to what is about the nearest start first, and to what is about none or one that is over as if it started now', async () => {
    const { ask, pass, grants } = createBench();
    for (let n = 0; n < 48; n++) ask('t', `c${n}`, 'reminder');
    const wanted: readonly (Instant | null)[] = [seconds(30), seconds(20), null, seconds(10), -seconds(10), seconds(20)];
    wanted.forEach((startsAt, n) => { ask('t', `d${n}`, 'reminder', startsAt); });
    ask('t', 'e', 'announcement');
    await pass(seconds(2));
    expect(grants.slice(48).map(({ conversation }) => conversation)).toEqual(['e', 'd2', 'd4', 'd3', 'd1', 'd5', 'd0']);
  });

  test('are kept for posts when only edits are asked for', async () => {
    const { ask, settle, grants } = createBench();
    for (let n = 0; n < 6; n++) ask('t', 'c', 'edit');
    for (let n = 0; n < 3; n++) ask('t', 'c', 'announcement');
    await settle();
    expect(grants.map(({ priority }) => priority)).toEqual(['edit', 'edit', 'edit', 'announcement', 'announcement', 'announcement']);
  });

  test('asked for the moment they come free go to whoever waited', async () => {
    const { ask, pass, settle, grants, jump } = createBench();
    for (let n = 0; n < 7; n++) ask('t', 'c');
    await settle();
    jump(seconds(2));
    ask('t', 'c');
    await pass(0);
    expect(grants.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('come free when the clock is moved, without waiting for what no longer is', async () => {
    const { ask, pass, settle, grants, jump } = createBench();
    for (let n = 0; n < 59; n++) ask('t', 'c');
    await pass(seconds(29));
    expect(grants).toHaveLength(58);
    jump(hourMs);
    await pass(seconds(1));
    await settle();
    expect(grants).toHaveLength(59);
  });

  test('are forgotten when nothing was sent for an hour, and not before', async () => {
    const { pace, ask, pass, grants } = createBench();
    for (let n = 0; n < 58; n++) ask('t', 'c');
    await pass(seconds(29));
    pace.tidy();
    ask('t', 'c');
    await pass(0);
    expect(grants).toHaveLength(58);
    await pass(hourMs * 2);
    pace.tidy();
    for (let n = 0; n < 6; n++) ask('t', 'c');
    await pass(0);
    expect(grants).toHaveLength(65);
  });
});
