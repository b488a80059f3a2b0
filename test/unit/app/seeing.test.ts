// The small parts by which operators see: names of incidents, traces of where something was, and what waits in the store.

import { describe, expect, test } from '@jest/globals';
import { Backlog } from '../../../src/app/backlog.ts';
import { incidentId } from '../../../src/app/incident.ts';
import { measuredStore } from '../../../src/app/measured.ts';
import { type Meter, silentMeter } from '../../../src/app/meter.ts';
import { hashed, traceOf, traceOfArrival, traceOfPlace } from '../../../src/app/traces.ts';
import type { Arrival } from '../../../src/app/arrival.ts';
import { guestId, personId, problemKey, conversationId, tenantId, threadId } from '../../../src/core/keys.ts';
import { systemRandom } from '../../../src/system.ts';
import { holding, say } from '../../support/outbox-doc.ts';
import { storeOver, Tables } from '../../support/sim/memory-tables.ts';

const tenant = tenantId('t1');
const chat = conversationId('19:c@thread.v2');

describe('The name of an incident', () => {
  test('is two groups of four, without a vowel and without 0, 1 and l, and hardly ever comes twice', () => {
    const names = Array.from({ length: 2_000 }, () => incidentId(systemRandom));
    expect(names.filter((name) => !/^[bcdfghjkmnpqrstvwxyz2-9]{4}-[bcdfghjkmnpqrstvwxyz2-9]{4}$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(2_000);
  });
});

describe('A trace', () => {
  test('of a document names its tenant and its kind; the conversation is a hash that its thread has too', () => {
    const trace = traceOf(problemKey(tenant, chat, personId('id-a')));
    expect(trace).toEqual({ tenant: 't1', in: hashed(chat), name: 'problem-id-a' });
    expect(traceOfPlace({ tenant, thread: threadId(`${chat};messageid=1`) })).toEqual({ tenant: 't1', in: hashed(chat) });
  });

  test('does not show what a guest is called, who is known by the name that was typed', () => {
    const traces = ['Jo Smith', 'Jo Smith\nJunior'].map((name) => traceOf(problemKey(tenant, chat, guestId(name))));
    expect(JSON.stringify(traces)).not.toMatch(/smith|junior/i);
    expect(traces[0]).not.toEqual(traces[1]);
  });

  test.each(['1700000000123', 'f:0c9d3a51-6f2e-4d0f-9a57-5d6f0a3b7c11', '2f6a9c31-6f2e-4d0f-9a57-5d6f0a3b7c11'])('of an activity keeps the id that Teams gives: %s', (activityId) => {
    const arrival = { activityId, place: 'group', address: { tenant, thread: threadId(chat) }, what: { kind: 'said' } } as unknown as Arrival;
    expect(traceOfArrival(arrival)).toEqual({ what: 'said', place: 'group', tenant: 't1', in: hashed(chat), activity: activityId });
  });

  test('of an activity hashes what is no such id, since it could be text', () => {
    const activity = (activityId: string): unknown => traceOfArrival({ activityId, place: 'group', address: { tenant, thread: threadId(chat) }, what: { kind: 'said' } } as unknown as Arrival)['activity'];
    expect(['Jo', 'installationUpdate@', 'a note by Jo'].map(activity)).toEqual([expect.stringMatching(/^[0-9a-f]{12}$/), expect.stringMatching(/^[0-9a-f]{12}$/), expect.stringMatching(/^[0-9a-f]{12}$/)]);
  });
});

describe('What waits in the store', () => {
  const due = (name: string, at: { wakeAt?: number; retryAt?: number }) => ({ key: { partition: 't1|c', name }, wakeAt: null, retryAt: null, ...at });
  const swept = (realNow: number, over: object = {}) => ({ now: 50_000 + 60 * realNow, realNow, rate: 60, retries: [], overdue: [], lastedMs: 1, ...over });

  test('is as old as the row of sweeps that found it, though each try puts it off again', () => {
    const backlog = new Backlog();
    for (const realNow of [100_000, 102_000, 104_000]) backlog.look(swept(realNow, { retries: [due('a', { retryAt: realNow + 1_000 })] }));
    expect(backlog.outbox).toEqual({ count: 0, oldestMs: 4_000 });
    backlog.look(swept(106_000, { retries: [due('b', { retryAt: 0 })] }));
    expect(backlog.outbox).toEqual({ count: 1, oldestMs: 0 });
    backlog.look(swept(108_000));
    expect(backlog.outbox).toEqual({ count: 0, oldestMs: 0 });
  });

  test('is at least as old as its claim is dead', () => {
    const backlog = new Backlog();
    backlog.look(swept(100_000, { retries: [due('a', { retryAt: 40_000 }), due('b', { retryAt: 90_000 })] }));
    expect(backlog.outbox).toEqual({ count: 2, oldestMs: 60_000 });
  });

  test('a deadline is over by real time, however fast the service’s clock runs', () => {
    const backlog = new Backlog();
    const look = swept(100_000);
    backlog.look({ ...look, overdue: [due('a', { wakeAt: look.now - 60_000 }), due('b', { wakeAt: look.now - 600_000 })] });
    expect(backlog.deadlines).toEqual({ count: 2, oldestMs: 10_000 });
  });
});

describe('A measured store', () => {
  test('tells how long each operation took, which failed, and of which kind a document was that somebody else had written', async () => {
    const told: unknown[] = [];
    const meter: Meter = { ...silentMeter, asked: (asked) => { told.push(asked); }, conflict: (kind) => { told.push(kind); } };
    let now = 0;
    const store = measuredStore(storeOver(new Tables(), async ({ name }, work) => {
      now += 7;
      if (name.startsWith('load')) throw new Error('down');
      return work();
    }), { meter, realNow: () => now });
    const doc = holding(say);
    await store.documents.create(doc);
    await store.documents.create(doc);
    await expect(store.documents.load(doc.key)).rejects.toThrow('down');
    const asked = (operation: string, isFault = false): unknown => ({ operation, isFault, lastedMs: 7 });
    expect(told).toEqual([asked('create'), 'session', asked('create'), asked('load', true)]);
  });
});
