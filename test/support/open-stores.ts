// Fresh stores for tests, each in a folder of its own, and other processes that hold one. Importing this file is enough
// for tidiness: a store that a test leaves open fails it; folders are removed and processes killed after their test.

import { afterEach } from '@jest/globals';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Store } from '../../src/app/ports.ts';
import { openStore } from '../../src/stores/open.ts';
import { openFreshCosmos } from './cosmos/open-cosmos.ts';

const openNow = new Map<Store, string>();
let folders: string[] = [];
let processes: ChildProcess[] = [];

/** An empty folder that is removed after the test. */
export function freshFolder(parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, 'turnstone-'));
  folders.push(folder);
  return folder;
}

/** Opens the embedded store at `path`; the test closes it. */
export const openSqlite = async (path: string): Promise<Store> => watched(await openStore({ store: 'sqlite', path }, Date.now), path);

function watched(store: Store, name: string): Store {
  const known: Store = {
    ...store,
    close: async () => {
      await store.close();
      openNow.delete(known);
    },
  };
  openNow.set(known, name);
  return known;
}

/** Every store there is, each opened empty: for what must hold on all of them. */
export const stores: readonly { readonly name: string; readonly openFresh: () => Promise<Store> }[] = [
  { name: 'SQLite', openFresh: () => openSqlite(join(freshFolder(), 'store.db')) },
  { name: 'Cosmos DB', openFresh: async () => watched(await openFreshCosmos(), 'Cosmos DB') },
];

/** Another process that opens the embedded store at `path` as `store`, then runs `body`; if it cannot, it prints why and ends. */
export function openElsewhere(path: string, body: string): ChildProcess {
  const program = `
    import { openStore } from ${JSON.stringify(new URL('../../src/stores/open.ts', import.meta.url))};
    const settings = { store: 'sqlite', path: ${JSON.stringify(path)} };
    const store = await openStore(settings, Date.now).catch((error) => { console.log(error.message); process.exit(1); });
    ${body}`;
  const started = spawn(process.execPath, ['--no-warnings', '--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  processes.push(started);
  return started;
}

/** What a process prints, line by line, until it ends. */
export const linesOf = ({ stdout }: ChildProcess): AsyncIterable<string> => createInterface({ input: stdout ?? process.stdin });

/** Ends a process with no chance to tidy up (`kill -9`); gives when it is gone. */
export async function kill(running: ChildProcess): Promise<void> {
  if (running.exitCode !== null || running.signalCode !== null) return;
  const gone = once(running, 'exit');
  running.kill('SIGKILL');
  await gone;
}

afterEach(async () => {
  await Promise.all(processes.map(kill));
  processes = [];
  const left = [...openNow];
  const done = folders;
  openNow.clear();
  folders = [];
  await Promise.all(left.map(([store]) => store.close()));
  for (const folder of done) rmSync(folder, { recursive: true, force: true });
  if (left.length > 0) throw new Error(`Left open by the test: ${left.map(([, path]) => path).join(', ')}`);
});
