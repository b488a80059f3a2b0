// Where the service under test keeps what it keeps: the embedded store, or Cosmos DB for the runs that ask for it
// (jest.config.js runs the end-to-end tests on both).

import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Millis, seconds } from '../../src/core/time.ts';
import { freshHome } from './cosmos/open-cosmos.ts';
import { freshFolder } from './open-stores.ts';

/** `sqlite` or `cosmos`, as the service's own setting has it. */
export const storeUnderTest = process.env['TEST_STORE'] ?? 'sqlite';

/** Over a network each sweep of a virtual hour takes its real time; punctuality does not hang on them. */
export const sweepEveryMs: Millis = seconds(storeUnderTest === 'sqlite' ? 2 : 10);

/** Kept in memory where the machine offers that: a played hour would wait mostly for the disk, and no test outlives the machine. */
const memory = '/dev/shm';
const parent = existsSync(memory) ? memory : tmpdir();

export interface ServiceStore {
  /** Settings of the service. */
  readonly environment: Readonly<Record<string, string>>;
  readonly leave: () => Promise<void>;
}

/** An empty store that outlives restarts of the service. */
export async function freshServiceStore(): Promise<ServiceStore> {
  if (storeUnderTest === 'sqlite') return { environment: { SQLITE_PATH: join(freshFolder(parent), 'store.db') }, leave: async () => {} };
  const { endpoint, database, key, leave } = await freshHome();
  return { environment: { STORE: 'cosmos', COSMOS_ENDPOINT: endpoint, COSMOS_DATABASE: database, COSMOS_KEY: key ?? '' }, leave };
}
