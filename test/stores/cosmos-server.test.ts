// The server that stands for Cosmos DB in the tests is tested here: that it does what the service is documented to do, on
// whatever endpoint the tests are given; that each mend is needed and does what it is there for, so that an update of the
// package shows; and that it misbehaves as ordered.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { setImmediate as immediate } from 'node:timers/promises';
import { type Container, CosmosClient } from '@azure/cosmos';
import { CosmosServer } from '../support/cosmos/cosmos-server.ts';
import { Faults } from '../support/cosmos/faults.ts';
import { Imitation } from '../support/cosmos/imitation.ts';
import { LocalCosmos } from '../support/cosmos/local-cosmos.ts';
import type { Mend } from '../support/cosmos/mend.ts';
import { freshHome, type Home, isReal, testServer } from '../support/cosmos/open-cosmos.ts';
import type { Probe } from '../support/cosmos/probe.ts';
import { queryMends, withoutCopies } from '../support/cosmos/query-mends.ts';
import { queryProbes } from '../support/cosmos/query-probes.ts';
import { writeMends } from '../support/cosmos/write-mends.ts';
import { writeProbes } from '../support/cosmos/write-probes.ts';

const probes = [...writeProbes, ...queryProbes];
const mends = [...writeMends, ...queryMends];
let home: Home;
let client: CosmosClient;
const clientOf = ({ endpoint, key }: Home): CosmosClient => new CosmosClient({
  endpoint, key: key ?? '', connectionPolicy: { enableEndpointDiscovery: false, retryOptions: { maxRetryAttemptCount: 0 } },
});

beforeEach(async () => {
  home = await freshHome();
  client = clientOf(home);
});
afterEach(async () => {
  client.dispose();
  await home.leave();
});

async function askedOf(probe: Probe): Promise<unknown> {
  const database = client.database(home.database);
  const pass = async (seconds: number): Promise<void> => (await testServer()).setClockAhead(seconds * 1_000);
  return probe.ask({ documents: database.container('documents'), history: database.container('history'), nowhere: database.container('absent'), pass });
}

describe('what the service is documented to do', () => {
  for (const probe of probes) {
    const run = isReal && probe.isOursOnly === true ? test.skip : test;
    run(probe.name, async () => { expect(await askedOf(probe)).toEqual(probe.expected); });
  }
});

const onOurs = isReal ? describe.skip : describe;

onOurs('every mend of the test server is needed, and does what it is there for', () => {
  afterEach(async () => {
    await (await testServer()).leaveOut();
    await (await testServer()).setClockAhead(0);
  });
  /** These cost time only, and are looked at below. */
  const probed = mends.filter(({ name }) => name !== 'slow queries' && name !== 'query plans');

  test.each(probed.map(({ name }) => name))('without "%s" the package answers otherwise', async (name) => {
    const probe = probes.find(({ mend }) => mend === name);
    if (probe === undefined) throw new Error(`No probe shows what "${name}" is for`);
    await (await testServer()).leaveOut(name);
    const answer = await askedOf(probe).catch((error: unknown) => error);
    expect(answer).not.toEqual(probe.expected);
  });
  test('every probe that names a mend names one that is there', () => {
    const names = mends.map(({ name }) => name);
    expect(probes.filter(({ mend }) => mend !== null && !names.includes(mend))).toEqual([]);
  });
  test('"query plans" spares a second run of every query, which the package still makes', async () => {
    const server = await testServer();
    const statusesOfPlans = async (): Promise<unknown> => {
      await server.requests.forget();
      await client.database(home.database).container('documents').items.query('select * from c').fetchAll();
      return (await server.requests.list({ operation: 'query-plan' })).map(({ status }) => status);
    };
    expect(await statusesOfPlans()).toEqual([400]);
    await server.leaveOut('query plans');
    expect(await statusesOfPlans()).toEqual([200]);
  });
  test('"slow queries" still finds the copying in the program of a query, and the rest as it was', () => {
    const imitation = new Imitation(0);
    imitation.createDatabase('d', [{ id: 'c', partitionKey: { paths: ['/partition'] } }]);
    const container = imitation.container({ operation: 'query', database: 'd', container: 'c', id: null, partition: null });
    const code = container?.documents._getQuery('select top 2 c.id from c where c.x > 1 order by c.x').code ?? '';
    expect(code).toMatch(/\[\.\.\.\$/);
    expect(withoutCopies(code)).not.toContain('...');
  });
});

onOurs('the test server misbehaves as ordered, and no more', () => {
  const given = (id: string) => ({ id, partition: 'p' });
  let server: CosmosServer;
  let documents: Container;
  const statusOf = (work: Promise<{ readonly statusCode: number }>): Promise<unknown> =>
    work.then(({ statusCode }) => statusCode, ({ code }: { readonly code?: unknown }) => code);
  const read = (id: string): Promise<unknown> => statusOf(documents.item(id, 'p').read());
  const create = (id: string): Promise<unknown> => statusOf(documents.items.create(given(id)));
  beforeEach(async () => {
    server = await testServer();
    documents = client.database(home.database).container('documents');
    await create('there');
    await server.requests.forget();
  });
  afterEach(() => server.faults.clear());

  test('from the given request on, for as many as were ordered, and only where they match', async () => {
    const when = { operation: 'read', database: home.database, id: 'there' } as const;
    await server.faults.add({ when, skipCount: 1, faultCount: 2, fault: { kind: 'answer', status: 449 } }, { when, fault: { kind: 'answer', status: 403 } });
    const answers: unknown[] = [];
    for (const id of ['there', 'absent', 'there', 'there', 'there']) answers.push(await read(id));
    // The second rule has the request that the first lets through.
    expect(answers).toEqual([403, 404, 449, 449, 200]);
    expect((await server.requests.list(when)).map(({ status, fault }) => [status, fault])).toEqual([[403, 'answer'], [449, 'answer'], [449, 'answer'], [200, null]]);
    expect([await server.requests.count({ operation: 'read' }), await server.requests.count({ id: 'absent' })]).toEqual([5, 1]);
  });
  test('until it is told to stop, and throttling says how long to wait', async () => {
    await server.faults.add({ faultCount: null, fault: { kind: 'answer', status: 429, retryAfterMs: 70 } });
    for (const id of ['a', 'b']) await expect(documents.items.create(given(id))).rejects.toMatchObject({ code: 429, retryAfterInMs: 70 });
    await server.faults.clear();
    expect(await create('a')).toBe(201);
  });
  test.each([
    [{ kind: 'cut' }, false], [{ kind: 'cut', isApplied: true }, true],
    [{ kind: 'answer', status: 500 }, false], [{ kind: 'answer', status: 500, isApplied: true }, true],
  ] as const)('%j: the answer is lost, and the write with it only if so ordered', async (fault, isApplied) => {
    await server.faults.add({ when: { operation: 'create' }, faultCount: 1, fault });
    expect(await create('a')).not.toBe(201);
    expect(await read('a')).toBe(isApplied ? 200 : 404);
    expect(await server.requests.list({ operation: 'create' })).toMatchObject([{ id: 'a', partition: 'p', status: fault.kind === 'cut' ? null : 500 }]);
  });
  test.each([false, true])('a request that hangs has happened before it is released only if so ordered (%s)', async (isApplied) => {
    await server.faults.add({ when: { operation: 'create' }, fault: { kind: 'hang', isApplied } });
    const hanging = create('a');
    await server.faults.held(1);
    expect([await read('a'), await read('there')]).toEqual([isApplied ? 200 : 404, 200]);
    await server.faults.release();
    expect([await hanging, await read('a')]).toEqual([201, 200]);
  });
  test('who asked early for requests to hang is told when they do', async () => {
    const faults = new Faults();
    const aim = { operation: 'read', database: 'd', container: 'c', id: 'a', partition: 'p' } as const;
    faults.add([{ fault: { kind: 'hang' } }]);
    const held = faults.held(1);
    const answered = faults.answer(faults.meet(aim), async () => ({ status: 200, headers: {}, body: null }));
    await held;
    faults.release();
    expect(await answered).toMatchObject({ status: 200 });
  });
  test('requests are answered one at a time, so that what a mend puts in the way of one is not in the way of another', async () => {
    let [insideCount, mostCount] = [0, 0];
    const slow: Mend = {
      name: 'slow', why: 'to be overtaken', apply: async (_, answer) => {
        mostCount = Math.max(mostCount, ++insideCount);
        for (let turn = 0; turn < 100; turn++) await immediate();
        return answer().finally(() => { insideCount--; });
      },
    };
    const local = new LocalCosmos({ mends: [slow], definitions: [{ id: 'documents' }] });
    const address = await local.start(0);
    await local.obey({ do: 'create-database', id: 'd' });
    const answers = await Promise.all(Array.from({ length: 5 }, () => fetch(`${address}dbs/d/colls/documents`)));
    await local.stop();
    expect([answers.map(({ status }) => status), mostCount]).toEqual([[200, 200, 200, 200, 200], 1]);
  });
  test('one that is held up is overtaken', async () => {
    await server.faults.add({ when: { id: 'slow' }, fault: { kind: 'delay', delayMs: 100 } });
    expect(await Promise.all([create('slow'), create('quick')])).toEqual([201, 201]);
    expect((await server.requests.list({ operation: 'create' })).map(({ id }) => id)).toEqual(['quick', 'slow']);
  });
  test('queries are taken down with what no index serves in them', async () => {
    for (const query of ['select * from c where c.wakeAt > 1 and array_contains(c.people, "ann") order by c.wakeAt', 'select c.id from c where c.body = "x" or c.kind = "k"']) {
      await documents.items.query(query, { partitionKey: 'p' }).fetchAll();
    }
    expect((await server.requests.list({ operation: 'query' })).map(({ unindexed }) => unindexed)).toEqual([[], ['/body']]);
  });
  test('a database that was left is gone', async () => {
    const other = await freshHome();
    expect(await statusOf(client.database(other.database).read())).toBe(200);
    await other.leave();
    expect(await statusOf(client.database(other.database).read())).toBe(404);
  });
  test('each server has its own databases, and stopping it twice is stopping it once', async () => {
    const other = await CosmosServer.start();
    const elsewhere = clientOf({ ...home, endpoint: other.endpoint });
    expect(await statusOf(elsewhere.database(home.database).read())).toBe(404);
    elsewhere.dispose();
    await other.stop();
    await other.stop();
    await expect(other.database()).rejects.toThrow();
  });
});
