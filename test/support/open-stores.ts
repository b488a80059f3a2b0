// Fresh stores for tests, each in a folder of its own. Importing this file is enough for the leak check: a store that
// a test leaves open fails it, and every folder is removed after its test.

import { afterEach } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../src/app/ports.ts';
import { openStore } from '../../src/stores/open.ts';

const openNow = new Map<Store, string>();
let folders: string[] = [];

/** An empty folder that is removed after the test. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'turnstone-'));
  folders.push(folder);
  return folder;
}

/** Opens the embedded store at `path`; the test closes it. */
export async function openSqlite(path: string): Promise<Store> {
  const store = await openStore({ store: 'sqlite', path });
  const watched: Store = {
    ...store,
    close: async () => {
      await store.close();
      openNow.delete(watched);
    },
  };
  openNow.set(watched, path);
  return watched;
}

/** Every store there is, each opened empty: for what must hold on all of them. */
export const stores: readonly { readonly name: string; readonly openFresh: () => Promise<Store> }[] = [
  { name: 'SQLite', openFresh: () => openSqlite(join(freshFolder(), 'store.db')) },
];

afterEach(async () => {
  const left = [...openNow];
  const done = folders;
  openNow.clear();
  folders = [];
  await Promise.all(left.map(([store]) => store.close()));
  for (const folder of done) rmSync(folder, { recursive: true, force: true });
  if (left.length > 0) throw new Error(`Left open by the test: ${left.map(([, path]) => path).join(', ')}`);
});
