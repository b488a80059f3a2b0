// The embedded store: both contracts, and what only a file on this machine has to keep: one process at a time, what was
// acknowledged survives a kill, and a file that cannot be trusted is refused and left as it is.

import { describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { inspect } from 'node:util';
import type { Doc } from '../../src/app/document.ts';
import { sessionId, tenantId } from '../../src/core/keys.ts';
import type { Key } from '../../src/core/keys.ts';
import { openDatabase } from '../../src/stores/sqlite/database.ts';
import { SqliteDocuments, documentTables } from '../../src/stores/sqlite/documents.ts';
import { documentsContract } from '../contract/documents.contract.ts';
import { historyContract } from '../contract/history.contract.ts';
import { freshFolder, openSqlite, stores } from '../support/open-stores.ts';

for (const contract of [documentsContract, historyContract]) {
  for (const { name, openFresh } of stores) contract(name, openFresh);
  contract('SQLite in memory', () => openSqlite(':memory:'));
}

const home = 'tenant-1|19:abc@thread.tacv2';
const keyed = (name: string): Key => ({ partition: home, name });
const given = (name: string, state: unknown = name): Doc => ({
  key: keyed(name), kind: 'problem', v: 1, revision: 1, state, outbox: [], posted: {}, seen: [], wakeAt: 1, retryAt: null, people: [], expiresAt: null,
});
const freshPath = (): string => join(freshFolder(), 'store.db');

/** Starts a process that has `store` open on `path`, then runs `body`. */
function openElsewhere(path: string, body: string): ChildProcess {
  const opener = JSON.stringify(new URL('../../src/stores/open.ts', import.meta.url));
  const program = `
    import { openStore } from ${opener};
    const [home, given] = [${JSON.stringify(home)}, (name, state) => ({ ...${JSON.stringify(given('x'))}, key: { partition: ${JSON.stringify(home)}, name }, state })];
    const store = await openStore({ store: 'sqlite', path: ${JSON.stringify(path)} }).catch((error) => { console.log(error.message); process.exit(3); });
    ${body}`;
  return spawn(process.execPath, ['--no-warnings', '--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] });
}
const linesOf = (child: ChildProcess): AsyncIterable<string> => createInterface({ input: child.stdout ?? process.stdin });
async function killed(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

describe('one process holds the file', () => {
  test('a second process is told so, until the first is gone', async () => {
    const path = freshPath();
    const holder = openElsewhere(path, `console.log('open'); setInterval(() => {}, 1000);`);
    for await (const line of linesOf(holder)) if (line === 'open') break;
    await expect(openSqlite(path)).rejects.toThrow(`The store file ${path} is in use by another process.`);
    await killed(holder);
    await (await openSqlite(path)).close();
  });
  test('a process that comes second finds it held, even when nothing has been read or written yet', async () => {
    const path = freshPath();
    const store = await openSqlite(path);
    const lines: string[] = [];
    for await (const line of linesOf(openElsewhere(path, ''))) lines.push(line);
    expect(lines).toEqual([`The store file ${path} is in use by another process.`]);
    await store.close();
  });
});

describe('what was acknowledged stays', () => {
  test('a writer killed in the middle of its work leaves every write that it was told of', async () => {
    const path = freshPath();
    const writer = openElsewhere(path, `
      let { version } = await store.documents.create(given('counter', 0));
      for (let n = 1; ; n += 1) {
        const note = { kind: 'note', id: 'n' + n, partition: home, session: 's', at: n, people: [], turn: null, phase: 'clarify', by: {}, text: '' };
        const writes = [store.documents.replace(given('counter', n), version), store.documents.create(given('d' + n, 'x'.repeat(n * 10))), store.history.add(note)];
        ({ version } = (await Promise.all(writes))[0]);
        console.log(n);
      }`);
    let acknowledged = 0;
    for await (const line of linesOf(writer)) {
      acknowledged = Number(line);
      if (acknowledged === 300) writer.kill('SIGKILL');
    }
    const store = await openSqlite(path);
    expect(acknowledged).toBeGreaterThanOrEqual(300);
    const counted = Number((await store.documents.load(keyed('counter')))?.doc.state);
    expect([acknowledged, acknowledged + 1]).toContain(counted);
    const sizes = (await store.documents.list(home, 'problem')).flatMap(({ doc }) => (typeof doc.state === 'string' ? [doc.state.length] : []));
    expect(sizes.toSorted((a, b) => a - b)).toEqual(Array.from({ length: counted }, (_, n) => (n + 1) * 10));
    expect(await store.history.ofSession(home, sessionId('s'))).toHaveLength(counted);
    await store.close();
  });
  test('documents, their versions and what may not come again are there after reopening', async () => {
    const path = join(freshFolder(), 'made', 'on the way', 'store.db');
    const before = await openSqlite(path);
    const [kept, gone] = await Promise.all([before.documents.create(given('kept')), before.documents.create(given('gone'))]);
    await before.documents.remove(keyed('gone'));
    await before.close();
    const after = await openSqlite(path);
    expect(await after.documents.load(keyed('kept'))).toEqual({ doc: given('kept'), version: 'version' in kept && kept.version });
    expect(await after.documents.create(given('gone'))).not.toEqual(gone);
    await after.close();
    expect(readdirSync(dirname(path))).toEqual(['store.db']);
  });
  test('closing finishes the writes under way, and afterwards nothing is pretended', async () => {
    const path = freshPath();
    const store = await openSqlite(path);
    const saving = store.documents.create(given('a'));
    await store.close();
    await store.close();
    expect((await saving).kind).toBe('saved');
    await expect(store.documents.load(keyed('a'))).rejects.toThrow('The store could not load the document a in');
    await expect(store.documents.create(given('b'))).rejects.toThrow('The store could not create the document b in');
    const again = await openSqlite(path);
    expect((await again.documents.load(keyed('a')))?.doc).toEqual(given('a'));
    await again.close();
  });
  test('commits are durable, and what was removed is overwritten', async () => {
    const path = freshPath();
    const database = openDatabase(path, [documentTables]);
    const settings = ['journal_mode', 'synchronous', 'locking_mode'].map((name) => Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0]);
    expect(settings).toEqual(['wal', 2, 'exclusive']);
    const documents = new SqliteDocuments(database);
    await documents.create(given('a', 'MARKER '.repeat(3_000)));
    await documents.remove(keyed('a'));
    database.close();
    expect(readFileSync(path, 'latin1')).not.toContain('MARKER');
  });
});

describe('faults', () => {
  test('a write that fails names its document and none of its content, and fails alone', async () => {
    const store = await openSqlite(freshPath());
    const writes = ['a', 'b', 'c'].map((name) => store.documents.create({ ...given(name, 'SECRET'), ...(name === 'b' && { wakeAt: 'SECRET' as never }) }));
    const [a, b, c] = await Promise.allSettled(writes);
    expect([a?.status, b?.status, c?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(b).toMatchObject({ reason: { message: `The store could not create the document b in ${home}.`, cause: expect.any(Error) } });
    expect(inspect(b)).not.toContain('SECRET');
    expect((await store.documents.list(home, 'problem')).map(({ doc }) => doc.key.name)).toEqual(['a', 'c']);
    await store.close();
  });
  test('a full disk fails the write that needs more, keeps all that was there, and small writes go on', async () => {
    const database = openDatabase(freshPath(), [documentTables]);
    const documents = new SqliteDocuments(database);
    const saved = await documents.create(given('a'));
    database.prepare('pragma max_page_count = 30').get();
    const full = documents.replace(given('a', 'x'.repeat(200_000)), 'version' in saved ? saved.version : '');
    await expect(full).rejects.toMatchObject({ message: `The store could not replace the document a in ${home}.`, cause: { errcode: 13 } });
    expect([await documents.load(keyed('a')), await documents.create(given('b'))]).toMatchObject([{ doc: given('a') }, { kind: 'saved' }]);
    database.close();
  });
  test('a text that cannot be read is a fault of its document, shows nothing of it, and leaves the others readable', async () => {
    const path = freshPath();
    const store = await openSqlite(path);
    await Promise.all([store.documents.create(given('a')), store.documents.create(given('b'))]);
    await store.close();
    const direct = new DatabaseSync(path);
    direct.exec(`update documents set body = '{"SECRET' where name = 'a'`);
    direct.close();
    const again = await openSqlite(path);
    const [a, b] = await Promise.allSettled([again.documents.load(keyed('a')), again.documents.load(keyed('b'))]);
    expect([a?.status, b?.status, inspect(a).includes('SECRET')]).toEqual(['rejected', 'fulfilled', false]);
    expect(await again.documents.of(tenantId('tenant-1'), 'nobody' as never)).toEqual([]);
    await again.close();
  });
});
