// Fresh stores in Cosmos DB for tests. Without further word that is the test server, one for each test file; with
// COSMOS_TEST_ENDPOINT it is an emulator or an account. With COSMOS_TEST_KEY (an emulator) each store gets a database of
// its own; without it (an account, whose data role cannot create containers) the one named COSMOS_TEST_DATABASE is emptied.

import { afterAll } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Store } from '../../../src/app/ports.ts';
import { dayMs } from '../../../src/core/time.ts';
import { declaredContainers } from '../../../src/stores/cosmos/containers.ts';
import { openStore, type OpenStore } from '../../../src/stores/open.ts';
import { CosmosServer } from './cosmos-server.ts';

/** A database to open stores on, empty when it is given, and what is to be done when it is no longer needed. */
export interface Home {
  readonly endpoint: string;
  readonly database: string;
  readonly key: string | null;
  readonly leave: () => Promise<void>;
}

const { COSMOS_TEST_ENDPOINT: realEndpoint, COSMOS_TEST_KEY: realKey, COSMOS_TEST_DATABASE: realDatabase } = process.env;
/** Whether the tests run on something that is not ours: its clock and its faults are its own. */
export const isReal = realEndpoint !== undefined;

let started: Promise<CosmosServer> | null = null;
afterAll(async () => {
  await (await started)?.stop();
  started = null;
});

/** The test server of this test file, started when it is first asked for. */
export const testServer = (): Promise<CosmosServer> => started ??= CosmosServer.start();

/** An empty database with the declared containers. */
export async function freshHome(): Promise<Home> {
  if (realEndpoint === undefined) return homeOn(await testServer());
  return realKey === undefined ? emptiedHome(realEndpoint, realDatabase ?? 'turnstone-test') : madeHome(realEndpoint, realKey);
}

async function homeOn(server: CosmosServer): Promise<Home> {
  const database = await server.database();
  return { endpoint: server.endpoint, database, key: server.key, leave: () => server.drop(database) };
}

async function madeHome(endpoint: string, key: string): Promise<Home> {
  const { CosmosClient } = await import('@azure/cosmos');
  const client = new CosmosClient({ endpoint, key, connectionPolicy: { enableEndpointDiscovery: false } });
  const id = `turnstone-test-${randomUUID()}`;
  const { database } = await client.databases.create({ id });
  for (const definition of declaredContainers) await database.containers.create(definition);
  return { endpoint, database: id, key, leave: async () => { await database.delete(); client.dispose(); } };
}

async function emptiedHome(endpoint: string, database: string): Promise<Home> {
  const [{ CosmosClient }, { DefaultAzureCredential }] = await Promise.all([import('@azure/cosmos'), import('@azure/identity')]);
  const client = new CosmosClient({ endpoint, aadCredentials: new DefaultAzureCredential() });
  for (const { id = '' } of declaredContainers) {
    const container = client.database(database).container(id);
    const { resources } = await container.items.query<{ readonly id: string; readonly partition: string }>('select c.id, c.partition from c').fetchAll();
    await Promise.all(resources.map((item) => container.item(item.id, item.partition).delete()));
  }
  client.dispose();
  return { endpoint, database, key: null, leave: async () => {} };
}

/** The adapter on a database; without a key as whoever is signed in on this machine. */
export async function openAt({ endpoint, database, key }: Omit<Home, 'leave'>, realNow = Date.now): Promise<OpenStore> {
  const settings = { store: 'cosmos', endpoint, database, key, identityClientId: null } as const;
  if (key !== null) return openStore(settings, realNow);
  const [{ openCosmos }, { DefaultAzureCredential }] = await Promise.all([import('../../../src/stores/cosmos/open-cosmos.ts'), import('@azure/identity')]);
  return openCosmos(settings, { realNow, retentionMs: 730 * dayMs }, new DefaultAzureCredential());
}

/** The adapter on a database of its own, which goes when the store is closed. */
export async function openFreshCosmos(): Promise<Store> {
  const home = await freshHome();
  const store = await openAt(home);
  return { ...store, close: async () => { await store.close(); await home.leave(); } };
}
