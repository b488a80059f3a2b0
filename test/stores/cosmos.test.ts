// The store in Cosmos DB, beside the contracts: what it asks of the database and how often, what it does when it is
// throttled, cut off or given a database that is not as declared, and that nothing of what people wrote is in its errors.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import { CosmosClient } from '@azure/cosmos';
import type { Store } from '../../src/app/ports.ts';
import { declaredContainers } from '../../src/stores/cosmos/containers.ts';
import { openStore } from '../../src/stores/open.ts';
import type { CosmosServer } from '../support/cosmos/cosmos-server.ts';
import type { FaultRule } from '../support/cosmos/faults.ts';
import { freshHome, type Home, isReal, openAt, testServer } from '../support/cosmos/open-cosmos.ts';
import { ann, given, key, longMs, names, note, operations, partition, points, session, tenant } from '../support/cosmos/store-operations.ts';

let home: Home;
let store: Store;
let version: string;
beforeEach(async () => {
  home = await freshHome();
  store = await openAt(home);
  const created = await store.documents.create(given('a'));
  version = created.kind === 'saved' ? created.version : '';
  for (const entry of [note, session]) await store.history.add(entry, longMs);
});
afterEach(async () => {
  await store.close();
  await home.leave();
});
const run = (name: string): Promise<unknown> => operations[name]?.(store, version) ?? Promise.reject(new Error(name));

describe('a database in Cosmos DB', () => {
  test('is shared by all who open it, and what one has acknowledged the others see at once', async () => {
    const other = await openAt(home);
    expect(await other.documents.load(key)).toEqual(await store.documents.load(key));
    expect((await other.documents.replace(given('a', { revision: 2 }), version)).kind).toBe('saved');
    expect([await store.documents.replace(given('a'), version), (await store.documents.load(key))?.doc.revision]).toEqual([{ kind: 'conflict' }, 2]);
    await other.close();
  });
  test.each([0, 60_000, -60_000])('tells a machine whose clock is ahead of its own by %d ms', async (aheadMs) => {
    const other = await openAt(home, () => Date.now() + aheadMs);
    await other.documents.replace(given('a', { revision: 2 }), version);
    expect(Math.abs((other.clockAheadMs?.() ?? Infinity) - aheadMs)).toBeLessThan(5_000);
    await other.close();
  });
  test('that is not there, or cannot be reached, is refused in plain words', async () => {
    await expect(openAt({ ...home, database: 'absent' })).rejects.toThrow(/The container \w+ of the database absent at .* is not there: deploy the infrastructure first/);
  });
  test('answers more than fits into one page: what is large, and what is many', async () => {
    const large = Array.from({ length: 5 }, (_, n) => given(`large-${n}`, { kind: 'session', state: 'x'.repeat(900_000) }));
    await Promise.all(large.map((doc) => store.documents.create(doc)));
    expect((await store.documents.list(partition, 'session')).map(({ doc }) => doc)).toEqual(large);
    const people = Array.from({ length: 150 }, (_, n) => given(`small-${n}`));
    await Promise.all(people.map((doc) => store.documents.create(doc)));
    expect(await store.documents.of(tenant, ann)).toHaveLength(156);
    await store.documents.forget(partition);
    expect(await store.documents.of(tenant, ann)).toEqual([]);
  });
});

const onOurs = isReal ? describe.skip : describe;

onOurs('what is asked of Cosmos DB', () => {
  let server: CosmosServer;
  beforeEach(async () => {
    server = await testServer();
    await server.requests.forget();
  });
  afterEach(() => server.setClockAhead(0));
  const asked = async (): Promise<readonly string[]> => (await server.requests.list({ database: home.database })).map(({ operation }) => operation);

  test.each(points)('%s is one request for one item', async (name) => {
    await run(name);
    const seen = await server.requests.list({ database: home.database });
    expect(seen.map(({ id, partition: of }) => [id !== null, of])).toEqual([[true, partition]]);
  });
  test('a document that is written to twice is read and written without a query', async () => {
    const loaded = await store.documents.load(key);
    const saved = await store.documents.replace(given('a'), loaded?.version ?? '');
    await store.documents.replace(given('a'), saved.kind === 'saved' ? saved.version : '');
    expect(await asked()).toEqual(['read', 'replace', 'replace']);
  });
  test.each(names.filter((name) => !points.includes(name)))('%s filters and sorts by what is indexed', async (name) => {
    await run(name);
    const queries = await server.requests.list({ database: home.database, operation: 'query' });
    expect(queries.length).toBeGreaterThan(0);
    expect(queries.flatMap(({ unindexed }) => unindexed)).toEqual([]);
  });
  test.each(['documents.list', 'history.page', 'history.ofSession', 'history.search', 'documents.forget', 'history.forget', 'history.remove'])('%s asks one partition only', async (name) => {
    await run(name);
    const seen = await server.requests.list({ database: home.database });
    expect(new Set(seen.map(({ partition: of }) => of))).toEqual(new Set([partition]));
  });
  test('the database removes an item by itself, but only a year after its time', async () => {
    const [nowMs, dayMs] = [Date.now(), 86_400_000];
    await store.documents.create(given('brief', { expiresAt: nowMs + dayMs }));
    const isThere = async (): Promise<boolean> => await store.documents.load({ partition, name: 'brief' }) !== null;
    await server.setClockAhead(300 * dayMs);
    expect(await isThere()).toBe(true);
    await server.setClockAhead(400 * dayMs);
    expect([await isThere(), await store.documents.load(key)]).toMatchObject([false, { version }]);
  });
  test('every request is charged to its operation', async () => {
    await store.documents.load(key);
    await store.documents.load(key);
    expect(store.charges().find(({ operation }) => operation === 'documents.load')).toEqual({ operation: 'documents.load', count: 2, throttledCount: 0, requestUnits: 2 });
    expect(store.charges().map(({ operation }) => operation)).toEqual(expect.arrayContaining(['documents.create', 'history.add']));
  });
});

onOurs('trouble with Cosmos DB', () => {
  let server: CosmosServer;
  beforeEach(async () => {
    server = await testServer();
    await server.requests.forget();
  });
  afterEach(() => server.faults.clear());
  const always = (fault: FaultRule['fault'], faultCount: number | null = null): Promise<void> =>
    server.faults.add({ when: { database: home.database }, faultCount, fault });
  const attempts = async (): Promise<readonly unknown[]> => (await server.requests.list({ database: home.database })).map(({ status }) => status);

  test.each([429, 449, 503])('%d passes: it is asked again when the database said, and each time counted', async (status) => {
    const retryAfterMs = 60;
    await always({ kind: 'answer', status, retryAfterMs }, 2);
    const began = performance.now();
    expect(await store.documents.load(key)).toMatchObject({ version });
    // Timers may be a little early, never by half.
    expect(performance.now() - began).toBeGreaterThan(1.5 * retryAfterMs);
    expect(await attempts()).toEqual([status, status, 200]);
    const throttledCount = status === 429 ? 2 : 0;
    expect(store.charges().find(({ operation }) => operation === 'documents.load')).toMatchObject({ count: 3, throttledCount });
  });
  test.each(names)('%s gives up at once where it would have to wait longer than a lease allows, and says nothing of the content', async (name) => {
    await always({ kind: 'answer', status: 429, retryAfterMs: 3_500 });
    const error: unknown = await run(name).then(() => null, (thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: expect.stringMatching(/^The store could not [^\n]+\.$/), cause: { code: 429 } });
    expect(inspect(error, { depth: 20 })).not.toContain('SECRET');
    expect(new Set(await attempts())).toEqual(new Set([429]));
  });
  test.each(['documents.create', 'documents.replace', 'documents.remove', 'history.add'])('%s that is cut off is not taken for done, and not sent again unasked', async (name) => {
    await always({ kind: 'cut', isApplied: true });
    const error: unknown = await run(name).then(() => null, (thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: expect.stringMatching(/^The store could not /) });
    expect(inspect(error, { depth: 20 })).not.toContain('SECRET');
    expect(await attempts()).toEqual([null]);
  });
  test('a write that took effect though it was refused is a conflict when it is sent again, never a second write', async () => {
    await always({ kind: 'answer', status: 503, retryAfterMs: 1, isApplied: true }, 1);
    expect(await store.documents.replace(given('a', { revision: 2 }), version)).toEqual({ kind: 'conflict' });
    expect((await store.documents.load(key))?.doc.revision).toBe(2);
    await always({ kind: 'answer', status: 503, retryAfterMs: 1, isApplied: true }, 1);
    expect(await store.documents.create(given('b'))).toEqual({ kind: 'conflict' });
    expect(await store.documents.load({ partition, name: 'b' })).not.toBeNull();
  });
  test('an entry that was added though that was refused is added once', async () => {
    await always({ kind: 'answer', status: 503, retryAfterMs: 1, isApplied: true }, 1);
    await store.history.add({ ...note, id: 'm' }, longMs);
    expect((await store.history.ofSession(partition, session.session)).map(({ id }) => id)).toEqual(['m', 'n', 's1']);
  });
  test('a removal that is broken off may be done again', async () => {
    await always({ kind: 'answer', status: 429, retryAfterMs: 60_000 }, 1);
    await expect(store.history.forget(partition)).rejects.toThrow('The store could not forget the history of');
    await store.history.forget(partition);
    expect(await store.history.of(tenant, ann)).toEqual([]);
  });
});

onOurs('history in Cosmos DB that an earlier release wrote', () => {
  test('gets the terms of today some at a time, keeps everything else, and is looked for no more', async () => {
    const client = new CosmosClient({ endpoint: home.endpoint, key: home.key ?? '', connectionPolicy: { enableEndpointDiscovery: false } });
    const container = client.database(home.database).container('history');
    const old = Array.from({ length: 60 }, (_, n) => ({ ...note, id: `old-${n}`, at: 200 + n, text: `phonics ${n}` }));
    await Promise.all(old.map((entry) => store.history.add(entry, longMs)));
    const { resources } = await container.items.query<{ readonly id: string; readonly partition: string; readonly body: string }>("select * from c where c.name != 's1'").fetchAll();
    await Promise.all(resources.map(({ ...item }) => container.item(item.id, item.partition).replace({ ...item, strong: [], weak: ['phon'], terms: item.id === 'old-0' ? 1 : undefined, ...(item.id === 'n' && { body: '{' }) })));
    client.dispose();
    const opened = await openStore({ store: 'cosmos', endpoint: home.endpoint, database: home.database, key: home.key, identityClientId: null }, Date.now);
    const found = async (term: string): Promise<number> => (await opened.history.search(partition, [term], { after: null, limit: 9 })).length;
    expect([await found('phonic'), await found('phon')]).toEqual([0, 1]);
    for (let round = 0; round < 4; round++) await opened.tend?.();
    expect([await found('phonic'), await found('phon'), await found('59')]).toEqual([1, 1, 1]);
    const queries = await (await testServer()).requests.list({ database: home.database, operation: 'query' });
    expect(queries.flatMap(({ unindexed }) => unindexed)).toEqual([]);
    const asked = opened.charges().find(({ operation }) => operation === 'history.terms')?.count;
    await opened.tend?.();
    expect(opened.charges().find(({ operation }) => operation === 'history.terms')?.count).toBe(asked);
    await expect(opened.history.ofSession(partition, session.session)).rejects.toThrow('damaged');
    expect(await opened.history.expired(longMs, 9)).toEqual([{ partition, session: session.session }]);
    await opened.close();
  });
});

describe('containers in Cosmos DB', () => {
  const changed = (): CosmosClient => new CosmosClient({ endpoint: home.endpoint, key: home.key ?? '', connectionPolicy: { enableEndpointDiscovery: false } });
  const run = isReal && process.env['COSMOS_TEST_KEY'] === undefined ? test.skip : test;

  run.each([
    ['without the order that pages need', { indexingPolicy: { indexingMode: 'consistent' } }], ['that expire by another rule', { defaultTtl: 60 }],
  ] as const)('%s are refused, and so are missing ones; the service makes and changes none', async (_, fault) => {
    const client = changed();
    const database = client.database(home.database);
    await database.container('history').delete();
    await expect(openAt(home)).rejects.toThrow('The container history of the database');
    await database.containers.create({ ...declaredContainers.find(({ id }) => id === 'history'), ...fault });
    await expect(openAt(home)).rejects.toThrow('is not as src/stores/cosmos/containers.json declares it: deploy the infrastructure again.');
    client.dispose();
  });
});
