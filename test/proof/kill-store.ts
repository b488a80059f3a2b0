// Where the killed service keeps what it keeps: a file that one process holds, or a database on a test server that outlives
// the kills. What differs for the trial is said here, once.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../src/app/ports.ts';
import { openStore, type StoreSettings } from '../../src/stores/open.ts';
import { CosmosServer } from '../support/cosmos/cosmos-server.ts';

export interface KillStore {
  /** Settings of the service. */
  readonly environment: Readonly<Record<string, string>>;
  /** A look at what is kept; the caller closes it. The service must not be running. */
  readonly open: () => Promise<Store>;
  readonly leave: () => Promise<void>;
}

export interface KillHome {
  readonly freshStore: () => Promise<KillStore>;
  readonly clockRate: number;
  /** A kill that never comes because everything is said and done. */
  readonly lifeLimitMs: number;
  readonly trialLimitMs: number;
  readonly stop: () => Promise<void>;
}

export const homes: Readonly<Record<string, () => Promise<KillHome>>> = { sqlite: inFiles, cosmos: onServer };

async function inFiles(): Promise<KillHome> {
  return { freshStore: async () => inFile(), clockRate: 60, lifeLimitMs: 12_000, trialLimitMs: 90_000, stop: async () => {} };
}

function inFile(): KillStore {
  const folder = mkdtempSync(join(tmpdir(), 'turnstone-kill-'));
  const path = join(folder, 'store.db');
  return {
    environment: { SQLITE_PATH: path },
    open: () => openStore({ store: 'sqlite', path }, Date.now),
    leave: async () => { rmSync(folder, { recursive: true, force: true }); },
  };
}

/**
 * Nobody may take a dead predecessor's claims for dead before their lease is over: with the wait for evidence that is 26
 * seconds, and the clock must not run through several phases meanwhile.
 */
async function onServer(): Promise<KillHome> {
  const server = await CosmosServer.start();
  return { freshStore: () => onDatabase(server), clockRate: 4, lifeLimitMs: 40_000, trialLimitMs: 300_000, stop: () => server.stop() };
}

async function onDatabase(server: CosmosServer): Promise<KillStore> {
  const { endpoint, key } = server;
  const database = await server.database();
  const settings: StoreSettings = { store: 'cosmos', endpoint, database, key, identityClientId: null };
  return {
    environment: { STORE: 'cosmos', COSMOS_ENDPOINT: endpoint, COSMOS_DATABASE: database, COSMOS_KEY: key },
    open: () => openStore(settings, Date.now),
    leave: () => server.drop(database),
  };
}
