// The embedded store, beside the contracts: what only a file has to keep. One process at a time, what was acknowledged
// survives a kill, and what cannot be trusted is refused and left as it is.

import { describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inspect } from 'node:util';
import type { Doc } from '../../src/app/document.ts';
import { personId, sessionId } from '../../src/core/keys.ts';
import type { Key } from '../../src/core/keys.ts';
import { openDatabase } from '../../src/stores/sqlite/database.ts';
import { SqliteDocuments, documentTables } from '../../src/stores/sqlite/documents.ts';
import { freshFolder, kill, linesOf, openElsewhere, openSqlite } from '../support/open-stores.ts';

const home = 'tenant-1|19:abc@thread.tacv2';
const keyed = (name: string): Key => ({ partition: home, name });
const given = (name: string, state: unknown = name): Doc => ({
  key: keyed(name), kind: 'problem', v: 1, revision: 1, state, outbox: [], posted: {}, seen: [], wakeAt: 1, retryAt: null, people: [], expiresAt: null,
});
const freshPath = (): string => join(freshFolder(), 'store.db');

describe('one process holds the file', () => {
  test('a second process is told so, even while nothing is written, until the first is gone', async () => {
    const path = freshPath();
    const holder = openElsewhere(path, `console.log('open'); setInterval(() => {}, 1000);`);
    for await (const line of linesOf(holder)) if (line === 'open') break;
    await expect(openSqlite(path)).rejects.toThrow(`The store file ${path} is in use by another process.`);
    await kill(holder);
    await (await openSqlite(path)).close();
  });
});

describe('what was acknowledged stays', () => {
  test('a writer killed in the middle of its work leaves every write that it was told of', async () => {
    const path = freshPath();
    const writer = openElsewhere(path, `
      const [home, given] = ['${home}', (name, state) => ({ ...${JSON.stringify(given(''))}, key: { partition: home, name }, state })];
      let { version } = await store.documents.create(given('counter', 0));
      for (let n = 1; ; n += 1) {
        const note = { kind: 'note', id: 'n' + n, partition: home, session: 's', at: n, people: [], turn: null, phase: 'clarify', by: {}, text: '' };
        const replacing = store.documents.replace(given('counter', n), version);
        await Promise.all([store.documents.create(given('d' + n, 'x'.repeat(n * 10))), store.history.add(note, 1e15)]);
        ({ version } = await replacing);
        console.log(n);
      }`);
    let acknowledged = 0;
    for await (const line of linesOf(writer)) if ((acknowledged = Number(line)) === 300) writer.kill('SIGKILL');
    const store = await openSqlite(path);
    expect(acknowledged).toBeGreaterThanOrEqual(300);
    expect([acknowledged, acknowledged + 1]).toContain((await store.documents.load(keyed('counter')))?.doc.state);
    const promised = Array.from({ length: acknowledged }, (_, n) => n + 1);
    const found = await Promise.all(promised.map((n) => store.documents.load(keyed(`d${n}`))));
    expect(found.map((stored) => stored?.doc.state)).toEqual(promised.map((n) => 'x'.repeat(n * 10)));
    expect((await store.history.ofSession(home, sessionId('s'))).map(({ at }) => at)).toEqual(expect.arrayContaining(promised));
    await store.close();
  });
  test('documents, their versions and what may not come again are there after reopening', async () => {
    const path = join(freshFolder(), 'made', 'on the way', 'store.db');
    const before = await openSqlite(path);
    const [kept, gone] = await Promise.all([before.documents.create(given('kept')), before.documents.create(given('gone'))]);
    await before.documents.remove(keyed('gone'), 'version' in gone ? gone.version : '');
    await before.close();
    const after = await openSqlite(path);
    expect(await after.documents.load(keyed('kept'))).toEqual({ doc: given('kept'), version: 'version' in kept && kept.version });
    expect(await after.documents.create(given('gone'))).not.toEqual(gone);
    await after.close();
    expect(readdirSync(dirname(path))).toEqual(['store.db']);
  });
  test('closing finishes the writes under way, and afterwards nothing is pretended', async () => {
    const store = await openSqlite(freshPath());
    const saving = store.documents.create(given('a'));
    await store.close();
    await store.close();
    expect((await saving).kind).toBe('saved');
    await expect(store.documents.load(keyed('a'))).rejects.toThrow('The store could not load the document a in');
    await expect(store.documents.create(given('b'))).rejects.toThrow('The store could not create the document b in');
  });
  test('commits are durable, and what was removed is overwritten', async () => {
    const path = freshPath();
    const database = openDatabase(path, [documentTables]);
    expect(database.prepare('pragma synchronous').get()).toMatchObject({ synchronous: 2 });
    const documents = new SqliteDocuments(database);
    const created = await documents.create(given('a', 'MARKER '.repeat(3_000)));
    expect(await documents.remove(keyed('a'), 'version' in created ? created.version : '')).toBe(true);
    database.close();
    expect(readFileSync(path, 'latin1')).not.toContain('MARKER');
  });
});

describe('faults', () => {
  test('a write that fails names its document and none of its content, and fails alone', async () => {
    const store = await openSqlite(freshPath());
    const bad = { ...given('b', 'SECRET'), wakeAt: 'SECRET' as never };
    const writes = [given('a'), bad, given('c')].map((doc) => store.documents.create(doc));
    const outcomes = await Promise.allSettled(writes);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const message = `The store could not create the document b in ${home}.`;
    await expect(writes[1]).rejects.toMatchObject({ message, cause: { code: 'ERR_SQLITE_ERROR' } });
    expect(inspect(outcomes)).not.toContain('SECRET');
    expect((await store.documents.list(home, 'problem')).map(({ doc }) => doc.key.name)).toEqual(['a', 'c']);
    await store.close();
  });
  test('a write whose commit fails is not acknowledged, and the next one is not harmed', async () => {
    const checkedAtCommit = 'after integer references tick deferrable initially deferred';
    const database = openDatabase(':memory:', [`create table tick (n integer primary key, ${checkedAtCommit});`]);
    const tick = database.prepare('insert into tick values (?, ?)');
    await expect(database.write('tick', () => tick.run(2, 1))).rejects.toThrow('The store could not tick.');
    expect(await database.write('tick', () => tick.run(1, null).changes)).toBe(1);
    expect(database.prepare('select n from tick').all()).toMatchObject([{ n: 1 }]);
    database.close();
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
    for (const name of ['a', 'b']) await store.documents.create(given(name));
    await store.close();
    const direct = new DatabaseSync(path);
    direct.exec(`update documents set body = 'SECRET' where name = 'a'`);
    direct.close();
    const again = await openSqlite(path);
    const [a, b] = await Promise.allSettled(['a', 'b'].map((name) => again.documents.load(keyed(name))));
    expect([a?.status, b?.status, inspect(a).includes('SECRET')]).toEqual(['rejected', 'fulfilled', false]);
    await again.close();
  });
});

describe('a file that cannot be trusted is refused in plain words, and left as it is', () => {
  const damaged = 'is damaged or cut short, and is left as it is: restore a backup';
  const foreign = 'is not a store of this service, or its beginning is damaged; it is left as it is';
  async function wholeFile(): Promise<Buffer> {
    const path = freshPath();
    const store = await openSqlite(path);
    const large = (n: number): Doc => ({ ...given(`d${n}`, 'x'.repeat(900)), people: [personId(`p${n}`)] });
    await Promise.all(Array.from({ length: 60 }, (_, n) => store.documents.create(large(n))));
    await store.close();
    return readFileSync(path);
  }
  /** Opens a file of these bytes, and gives what is said to it. */
  async function refusalOf(bytes: Buffer): Promise<string> {
    const path = freshPath();
    writeFileSync(path, bytes);
    const said = await openSqlite(path).then((store) => store.close().then(() => 'nothing'), (error: Error) => error.message);
    expect([readdirSync(dirname(path)), readFileSync(path).equals(bytes)]).toEqual([['store.db'], true]);
    return said.replace(`The store file ${path} `, '').replace(/\.$/, '');
  }
  const changedBy = (bytes: Buffer, sql: string): Buffer => {
    const path = freshPath();
    writeFileSync(path, bytes);
    const direct = new DatabaseSync(path);
    direct.exec(`pragma journal_mode = delete; ${sql}`);
    direct.close();
    return readFileSync(path);
  };

  test('a whole file is opened, one cut short anywhere is refused, down to the empty one', async () => {
    const whole = await wholeFile();
    expect(await refusalOf(whole)).toBe('nothing');
    for (const keptBytes of [100, 4_096, Math.floor(whole.length / 2), whole.length - 4_096, whole.length - 1]) {
      expect(await refusalOf(whole.subarray(0, keptBytes))).toBe(damaged);
    }
    expect(await refusalOf(whole.subarray(0, 50))).toBe(foreign);
    expect(await refusalOf(Buffer.alloc(0))).toBe('is empty, and is left as it is: restore a backup, or remove it to start afresh');
  });
  test('a file with any one page overwritten is refused', async () => {
    const whole = await wholeFile();
    for (let at = 4_096; at < whole.length; at += 4_096) expect(await refusalOf(Buffer.from(whole).fill(0xff, at, at + 4_096))).toBe(damaged);
    expect(await refusalOf(Buffer.from(whole).fill(0xff, 0, 4_096))).toBe(foreign);
  });
  test('a file of another program is refused, be it a database or not, and so is one of a newer release', async () => {
    expect(await refusalOf(changedBy(Buffer.alloc(0), 'create table documents (a); insert into documents values (1)'))).toBe(foreign);
    expect(await refusalOf(Buffer.from('Minutes of the last meeting\n'.repeat(50)))).toBe(foreign);
    const newer = changedBy(await wholeFile(), 'pragma user_version = 4');
    expect(await refusalOf(newer)).toBe('was written by a newer release (version 4; this one reads up to 3)');
  });
  test('a folder in the place of the file is refused, and so is a log without its file; nothing is made beside it', async () => {
    const path = freshPath();
    await expect(openSqlite(dirname(path))).rejects.toThrow('could not be opened');
    writeFileSync(`${path}-wal`, 'a log');
    await expect(openSqlite(path)).rejects.toThrow(`${path} is missing, though its log (-wal) is there`);
    expect(readdirSync(dirname(path))).toEqual(['store.db-wal']);
  });
});
