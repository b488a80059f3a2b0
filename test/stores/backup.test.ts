// Backups of the embedded store: whole and consistent while another process writes, and never a half file under the name
// of a backup, whatever dies on the way.

import { describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import type { Doc } from '../../src/app/document.ts';
import type { Key } from '../../src/core/keys.ts';
import { seconds } from '../../src/core/time.ts';
import { answerTo, ask, type BackupRequest } from '../../src/stores/sqlite/backup-request.ts';
import { backUp } from '../../src/stores/sqlite/backup.ts';
import { Database } from '../../src/stores/sqlite/database.ts';
import { knownVersion, openSqlite as openToTend } from '../../src/stores/sqlite/open-sqlite.ts';
import { whyNotWritten } from '../../src/stores/sqlite/whole-copy.ts';
import { freshFolder, kill, linesOf, openElsewhere, openSqlite } from '../support/open-stores.ts';
import { runCommand, runUntilStep } from '../support/store-commands.ts';
import { VirtualTime } from '../support/virtual-time.ts';

const home = 'tenant-1|19:abc@thread.tacv2';
const keyed = (name: string): Key => ({ partition: home, name });
const given = (name: string, state: unknown = name): Doc => ({
  key: keyed(name), kind: 'problem', v: 1, revision: 1, state, outbox: [], posted: {}, seen: [], wakeAt: 1, retryAt: null, people: [], expiresAt: null,
});
const freshPath = (): string => join(freshFolder(), 'store.db');
const givenSource = `const given = (name, state) => ({ ...${JSON.stringify(given(''))}, key: { partition: '${home}', name }, state });`;
/** So large that it is copied in many steps. */
const fill = `for (let n = 0; n < 40; n++) await store.documents.create(given('large' + n, 'x'.repeat(200_000)));`;
const now = 1_000_000;
const requestFor = (target: string): BackupRequest => ({ id: 'one', target, expiresAt: now });

async function madeAt(path: string, ...names: readonly string[]): Promise<string> {
  const store = await openSqlite(path);
  for (const name of names) await store.documents.create(given(name));
  await store.close();
  return path;
}
async function namesIn(path: string): Promise<readonly string[]> {
  const store = await openSqlite(path);
  const found = (await store.documents.list(home, 'problem')).map(({ doc }) => doc.key.name);
  await store.close();
  return found;
}
/** What stands beside a store when nobody is at work on it. */
const beside = (path: string): readonly string[] => readdirSync(dirname(path)).filter((name) => !name.endsWith('-wal')).sort();

/** A process that holds the store and looks for requests, `body` being what else it does. */
async function holder(path: string, body = ''): Promise<{ readonly lines: readonly string[]; readonly reached: (line: string) => Promise<void>; readonly end: () => Promise<void> }> {
  const started = openElsewhere(path, `${givenSource} setInterval(() => store.tend(), 20); ${body} console.log('open'); `);
  const lines: string[] = [];
  const waiting = new Map<string, () => void>();
  if (started.stdout !== null) createInterface(started.stdout).on('line', (line) => { lines.push(line); waiting.get(line)?.(); });
  const reached = (line: string): Promise<void> => (lines.includes(line) ? Promise.resolve() : new Promise((resolve) => { waiting.set(line, resolve); }));
  return { lines, reached, end: () => kill(started) };
}

describe('while another process holds the store', () => {
  test('the copy has every write acknowledged before it was asked for, and of writes made together both or neither', async () => {
    const path = freshPath();
    const writer = await holder(path, `${fill}
      void (async () => {
        for (let n = 1; ; n++) {
          await Promise.all([store.documents.create(given('a' + n)), store.documents.create(given('b' + n))]).catch(() => console.log('failed'));
          console.log(String(n));
          await new Promise((resolve) => setImmediate(resolve));
        }
      })();`);
    await writer.reached('100');
    const acknowledged = Number(writer.lines.at(-1));
    const target = join(freshFolder(), 'on', 'another', 'disk', 'copy.db');
    expect(await runCommand('backup', path, [target])).toEqual({ code: 0, said: `Backed up to ${target}.` });
    await writer.reached(String(Number(writer.lines.at(-1)) + 20));
    await writer.end();
    expect(writer.lines).not.toContain('failed');
    const names = await namesIn(target);
    const [as, bs] = ['a', 'b'].map((letter) => names.filter((name) => name.startsWith(letter)).map((name) => Number(name.slice(1))).sort((a, b) => a - b));
    expect(as).toEqual(bs);
    expect(as).toEqual(Array.from({ length: as?.length ?? 0 }, (_, n) => n + 1));
    expect(as?.length).toBeGreaterThanOrEqual(acknowledged);
    expect(names.filter((name) => name.startsWith('large'))).toHaveLength(40);
    expect([beside(path), readdirSync(dirname(target)), statSync(target).mode & 0o777]).toEqual([['store.db'], ['copy.db'], 0o600]);
  });

  test('a transaction of the service in the first moment of a copy only delays it', async () => {
    const path = await madeAt(freshPath(), 'a');
    const sql = new DatabaseSync(path);
    sql.exec('begin immediate');
    const copying = new Database(sql).copyTo(`${path}-copy`, () => {});
    // As many errands for other threads as give the copying the time for its first steps.
    for (let n = 0; n < 5; n++) await stat(path);
    sql.exec('commit');
    await copying;
    sql.close();
    expect(await namesIn(`${path}-copy`)).toEqual(['a']);
  });

  test('a service killed in the middle leaves nothing under the name of the backup, and the next one tidies up and says so', async () => {
    const path = freshPath();
    const target = join(dirname(path), 'copy.db');
    const first = openElsewhere(path, `${givenSource} ${fill}
      const { existsSync } = await import('node:fs');
      const look = () => { if (existsSync('${target}.partial')) process.kill(process.pid, 'SIGKILL'); setImmediate(look); };
      console.log('open'); setInterval(() => store.tend(), 20); look();`);
    for await (const line of linesOf(first)) if (line === 'open') break;
    const gone = once(first, 'exit');
    const asking = runCommand('backup', path, [target]);
    await gone;
    expect([existsSync(target), existsSync(`${target}.partial`)]).toEqual([false, true]);
    const second = await holder(path);
    expect(await asking).toEqual({ code: 1, said: `The backup ${target} was not made: the service ended in the middle of it.` });
    await second.end();
    expect(beside(path)).toEqual(['store.db']);
  });

  test('a request that nobody takes is taken back after 15 seconds, with a sentence', async () => {
    const path = freshPath();
    const silent = openElsewhere(path, `console.log('open'); setInterval(() => {}, 1000);`);
    for await (const line of linesOf(silent)) if (line === 'open') break;
    const time = new VirtualTime(now);
    const edges = { realNow: time.now, scheduler: time.scheduler, id: 'one' };
    const asking = backUp({ path, target: null, knownVersion, edges });
    await expect(backUp({ path, target: null, knownVersion, edges: { ...edges, id: 'two' } })).rejects.toThrow('Another backup of');
    await expect(time.until(asking)).rejects.toThrow('did not take the request within 15 seconds');
    expect(time.now() - now).toBeLessThan(seconds(16));
    expect(beside(path)).toEqual(['backups', 'store.db']);
  });

  test('a request of a command that is gone is not carried out after its time, and what is no request never', async () => {
    const path = freshPath();
    const target = join(dirname(path), 'copy.db');
    const store = await openToTend({ store: 'sqlite', path }, () => now + 1);
    ask(path, requestFor(target));
    await store.tend();
    writeFileSync(`${path}.backup-request`, '{"target":"/etc/passwd"');
    await store.tend();
    writeFileSync(`${path}.backup-request`, JSON.stringify({ ...requestFor(target), id: '../elsewhere', expiresAt: now + 10 }));
    await store.tend();
    await store.close();
    expect(beside(path)).toEqual(['store.db']);
  });

  test('a service that stops in the middle ends the copying, says so, and closes whole', async () => {
    const path = freshPath();
    const target = join(dirname(path), 'copy.db');
    const store = await openToTend({ store: 'sqlite', path }, () => now);
    for (let n = 0; n < 40; n++) await store.documents.create(given(`d${n}`, 'x'.repeat(200_000)));
    ask(path, requestFor(target));
    const tending = store.tend();
    await store.close();
    await tending;
    expect(answerTo(path, requestFor(target))?.problem).toBe(`The backup ${target} was not made: the service is stopping.`);
    expect(beside(path)).toEqual(['store.db']);
    expect(await namesIn(path)).toHaveLength(40);
  });

  test('the real service makes a backup when the command asks for it', async () => {
    const path = freshPath();
    const env = { PATH: process.env['PATH'], LOCAL: 'true', PORT: '0', SQLITE_PATH: path };
    const service = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, '../../src/main.ts')], { env, cwd: dirname(path), stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      for await (const line of createInterface(service.stdout)) if (line.includes('service.listening')) break;
      service.stdout.resume();
      const { code, said } = await runCommand('backup', path);
      expect([code, said]).toEqual([0, expect.stringMatching(/^Backed up to .*\/backups\/store-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.db\.$/)]);
      await namesIn(said.slice('Backed up to '.length, -1));
    } finally {
      await kill(service);
    }
  });
});

describe('while nobody holds the store', () => {
  test('the command copies it itself, into a folder of backups, leaving the store as it is', async () => {
    const path = await madeAt(freshPath(), 'a', 'b');
    const before = readFileSync(path);
    const { code, said } = await runCommand('backup', path);
    const [name = ''] = readdirSync(join(dirname(path), 'backups'));
    expect([code, said]).toEqual([0, `Backed up to ${join(dirname(path), 'backups', name)}.`]);
    expect(await namesIn(join(dirname(path), 'backups', name))).toEqual(['a', 'b']);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a store of an older release is copied at its own version', async () => {
    const path = await madeAt(freshPath(), 'a');
    const older = (file: string, sql: string): unknown => { const direct = new DatabaseSync(file); try { return direct.prepare(sql).get(); } finally { direct.close(); } };
    older(path, 'pragma user_version = 1');
    const target = join(dirname(path), 'copy.db');
    expect((await runCommand('backup', path, [target])).code).toBe(0);
    expect([path, target].map((file) => older(file, 'pragma user_version'))).toEqual([{ user_version: 1 }, { user_version: 1 }]);
  });

  test('through a link to the store, and into a folder that is there', async () => {
    const path = await madeAt(freshPath(), 'a');
    const folder = freshFolder();
    symlinkSync(path, join(folder, 'link.db'));
    mkdirSync(join(folder, 'kept'));
    expect((await runCommand('backup', join(folder, 'link.db'), [join(folder, 'kept')])).code).toBe(0);
    expect(readdirSync(join(folder, 'kept'))).toEqual([expect.stringMatching(/^store-.*\.db$/)]);
  });

  test('killed before any of its steps, it leaves a whole backup or none', async () => {
    const path = await madeAt(freshPath(), 'a');
    let wholeCount = 0;
    for (let step = 1; ; step++) {
      const target = join(dirname(path), `copy-${step}.db`);
      const { code } = await runUntilStep('backup', path, [target], step);
      if (existsSync(target)) expect(await namesIn(target)).toEqual(['a']);
      wholeCount += existsSync(target) ? 1 : 0;
      if (code === 0) break;
      expect(step).toBeLessThan(50);
    }
    expect(wholeCount).toBeGreaterThan(1);
  });
});

describe('what cannot be backed up is said in a sentence, with exit code 1', () => {
  const refused = async (path: string, args: readonly string[] = [], env = {}): Promise<string> => {
    const { code, said } = await runCommand('backup', path, args, env);
    expect(code).toBe(1);
    return said;
  };
  test('no store, a damaged one, a target that is there, a path through a file, another store', async () => {
    const missing = freshPath();
    expect(await refused(missing)).toBe(`There is nothing to back up: the store file ${missing} is not there.`);
    expect(readdirSync(dirname(missing))).toEqual([]);
    const path = await madeAt(freshPath(), 'a');
    const [taken, through] = [join(dirname(path), 'taken'), join(path, 'copy.db')];
    writeFileSync(taken, 'kept');
    expect(await refused(path, [taken])).toBe(`The backup ${taken} was not made: there is something of that name already, which stays as it is.`);
    expect(readFileSync(taken, 'utf8')).toBe('kept');
    expect(await refused(path, [through])).toBe(`The backup ${through} was not made: a part of its path is a file, not a folder.`);
    const cosmos = { STORE: 'cosmos', COSMOS_ENDPOINT: 'https://turnstone.documents.azure.com' };
    expect(await refused(path, [], cosmos)).toMatch(/^With STORE=cosmos there is no file: Cosmos DB keeps a continuous backup itself/);
    writeFileSync(path, readFileSync(path).subarray(0, -1));
    expect(await refused(path)).toBe(`The store file ${path} is damaged or cut short, and is left as it is: restore a backup.`);
  });
  test('a copy that does not pass its check gets no name', async () => {
    const path = await madeAt(freshPath(), 'a');
    const store = await openToTend({ store: 'sqlite', path }, () => now);
    const target = `${path}-copy`;
    // Something the check of a file meets, and the copying does not.
    writeFileSync(`${target}.partial.restoring`, '');
    ask(path, requestFor(target));
    await store.tend();
    await store.close();
    expect(answerTo(path, requestFor(target))?.problem).toMatch(/was not made: the copy did not pass its check, it has a restore under way/);
    expect(existsSync(target) || existsSync(`${target}.partial`)).toBe(false);
  });
  test.each([[{ code: 'ENOSPC' }, 'the disk is full'], [{ errcode: 13 }, 'the disk is full'], [{ code: 'EACCES' }, 'there is no right to write there'],
    [{ code: 'EROFS' }, 'there is no right to write there'], [{ code: 'EIO' }, 'it could not be written (EIO)']])('%j: %s', (cause, why) => {
    expect(whyNotWritten(Object.assign(new Error('SECRET'), cause))).toBe(why);
  });
});
