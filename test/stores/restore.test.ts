// Restoring the embedded store: exactly what was backed up, the old file kept with its log, and killed at any step the
// next start has the old store or the new one, or is refused. Never an empty one.

import { describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { copyFileSync, cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Doc } from '../../src/app/document.ts';
import { freshFolder, kill, linesOf, openElsewhere, openSqlite } from '../support/open-stores.ts';
import { runCommand, runUntilStep } from '../support/store-commands.ts';

const home = 'tenant-1|19:abc@thread.tacv2';
const given = (name: string): Doc => ({
  key: { partition: home, name }, kind: 'problem', v: 1, revision: 1, state: name, outbox: [], posted: {}, seen: [], wakeAt: 1, retryAt: null, people: [], expiresAt: null,
});

async function madeAt(path: string, ...names: readonly string[]): Promise<string> {
  const store = await openSqlite(path);
  for (const name of names) await store.documents.create(given(name));
  await store.close();
  return path;
}
/** A store whose process was killed: what it wrote last stands in its log alone. */
async function killedAt(path: string, name: string): Promise<string> {
  const dying = openElsewhere(path, `await store.documents.create(${JSON.stringify(given(name))}); process.kill(process.pid, 'SIGKILL');`);
  await once(dying, 'exit');
  expect(existsSync(`${path}-wal`)).toBe(true);
  return path;
}
/** What the next start finds: the names in the store, or why it is refused. */
async function foundAt(path: string): Promise<string> {
  try {
    const store = await openSqlite(path);
    const names = (await store.documents.list(home, 'problem')).map(({ doc }) => doc.key.name);
    await store.close();
    return names.join();
  } catch (error) {
    return (error as Error).message;
  }
}
const asideOf = (path: string): string => join(dirname(path), readdirSync(dirname(path)).find((name) => /\.before-restore-[^/]*Z$/.test(name)) ?? 'none');

async function storeAndBackup(): Promise<{ readonly path: string; readonly backup: string }> {
  return { path: await madeAt(join(freshFolder(), 'store.db'), 'old'), backup: await madeAt(join(freshFolder(), 'backup.db'), 'new', 'newer') };
}

describe('what is restored', () => {
  test('is exactly the backup, which stays as it is, and the old store is kept', async () => {
    const { path, backup } = await storeAndBackup();
    const before = readFileSync(backup);
    const { code, said } = await runCommand('restore', path, [backup]);
    expect([code, said]).toEqual([0, `Restored ${backup} to ${path}. What was there before is now ${asideOf(path)}.`]);
    expect([readFileSync(path).equals(before), readFileSync(backup).equals(before), statSync(path).mode & 0o777]).toEqual([true, true, 0o600]);
    expect([await foundAt(path), await foundAt(asideOf(path))]).toEqual(['new,newer', 'old']);
    expect([readdirSync(dirname(path)).sort(), readdirSync(dirname(backup))]).toEqual([['store.db', basename(asideOf(path))], ['backup.db']]);
  });
  test('never has the log of the old store applied to it, and the old store has', async () => {
    const { backup } = await storeAndBackup();
    const path = await killedAt(join(freshFolder(), 'store.db'), 'in the log');
    expect((await runCommand('restore', path, [backup])).code).toBe(0);
    expect([await foundAt(path), await foundAt(asideOf(path))]).toEqual(['new,newer', 'in the log']);
  });
  test('a damaged store and its log are moved aside as they are, and no store at all is no hindrance', async () => {
    const { path, backup } = await storeAndBackup();
    for (const [file, bytes] of [[path, 'scribbled over'], [`${path}-wal`, 'an old log']] as const) writeFileSync(file, bytes);
    expect((await runCommand('restore', path, [backup])).code).toBe(0);
    expect([asideOf(path), `${asideOf(path)}-wal`].map((file) => readFileSync(file, 'utf8'))).toEqual(['scribbled over', 'an old log']);
    expect(await foundAt(path)).toBe('new,newer');
    rmSync(path);
    expect((await runCommand('restore', path, [backup])).said).toBe(`Restored ${backup} to ${path}. Nothing was there before.`);
    expect(await foundAt(path)).toBe('new,newer');
  });
  test('may be a file that was moved aside, with the log that belongs to it', async () => {
    const { path } = await storeAndBackup();
    const aside = await killedAt(join(freshFolder(), 'aside.db'), 'in the log');
    expect((await runCommand('restore', path, [aside])).code).toBe(0);
    expect([await foundAt(path), existsSync(`${aside}-wal`)]).toEqual(['in the log', true]);
  });
  test('goes to the file itself where the setting names a link', async () => {
    const { path, backup } = await storeAndBackup();
    const link = join(freshFolder(), 'link.db');
    symlinkSync(path, link);
    expect((await runCommand('restore', link, [backup])).code).toBe(0);
    expect([await foundAt(path), await foundAt(link), await foundAt(asideOf(path))]).toEqual(['new,newer', 'new,newer', 'old']);
  });
});

describe('nothing is restored, and the store stays as it is,', () => {
  test('while a process holds the store, even when its file has been damaged since', async () => {
    const { path, backup } = await storeAndBackup();
    const holder = openElsewhere(path, `console.log('open'); setInterval(() => {}, 1000);`);
    for await (const line of linesOf(holder)) if (line === 'open') break;
    const refused = { code: 1, said: `The store file ${path} is in use by another process: stop the service first.` };
    expect(await runCommand('restore', path, [backup])).toEqual(refused);
    writeFileSync(path, 'scribbled over', { flag: 'r+' });
    expect(await runCommand('restore', path, [backup])).toEqual(refused);
    await kill(holder);
    expect(readdirSync(dirname(path)).filter((name) => !name.endsWith('-wal'))).toEqual(['store.db']);
  });
  test('when the backup is missing, damaged, cut short, empty, foreign, newer, held or not named', async () => {
    const { path, backup } = await storeAndBackup();
    const before = readFileSync(path);
    const whole = readFileSync(backup);
    const bad = `${backup}-bad`;
    const said = async (bytes: Buffer | string): Promise<string> => {
      writeFileSync(bad, bytes);
      const ran = await runCommand('restore', path, [bad]);
      expect(ran.code).toBe(1);
      return ran.said.replace(`The backup ${bad} `, '').replace('. Nothing was restored.', '');
    };
    const damaged = 'is damaged or cut short, and is left as it is';
    expect(await said(whole.subarray(0, -1))).toBe(damaged);
    expect(await said(Buffer.from(whole).fill(0xff, 4_096, 8_192))).toBe(damaged);
    expect(await said('')).toBe('is empty, and is left as it is');
    expect(await said('Minutes of the last meeting\n'.repeat(50))).toBe('is not a store of this service, or its beginning is damaged; it is left as it is');
    copyFileSync(backup, bad);
    const direct = new DatabaseSync(bad);
    direct.exec('pragma user_version = 99');
    direct.close();
    expect(await said(readFileSync(bad))).toMatch(/^was written by a newer release \(version 99; this one reads up to \d+\)$/);
    expect(await runCommand('restore', path, [`${backup}-none`])).toEqual({ code: 1, said: `The backup ${backup}-none is not there.` });
    expect(await runCommand('restore', path)).toEqual({ code: 1, said: 'Say which backup: npm run restore -- <file>.' });
    expect([readFileSync(path).equals(before), readdirSync(dirname(path))]).toEqual([true, ['store.db']]);
  });
});

test('killed before any of its steps, the next start has the old store or the new one or is refused, and doing it again heals', async () => {
  const backup = await madeAt(join(freshFolder(), 'backup.db'), 'new');
  const original = await killedAt(join(freshFolder(), 'store.db'), 'old');
  const found = new Map<string, number>();
  for (let step = 1; ; step++) {
    const path = join(freshFolder(), 'store.db');
    cpSync(dirname(original), dirname(path), { recursive: true });
    const { code } = await runUntilStep('restore', path, [backup], step);
    const next = (await foundAt(path)).replace(/ has a restore under way.*/, ' refused').replace(/.* refused/, 'refused');
    found.set(next, (found.get(next) ?? 0) + 1);
    expect(['old', 'new', 'refused']).toContain(next);
    if (code === 0) break;
    if (next !== 'new') expect((await runCommand('restore', path, [backup])).code).toBe(0);
    expect([await foundAt(path), await foundAt(asideOf(path))]).toEqual(['new', 'old']);
    expect(step).toBeLessThan(100);
  }
  expect([...found.keys()].sort()).toEqual(['new', 'old', 'refused']);
}, 60_000);

test('while the new file waits for its place no store is opened and none is made, whether the old one is still there or not', async () => {
  const { path, backup } = await storeAndBackup();
  copyFileSync(backup, `${path}.restoring`);
  const refused = `The store file ${path} has a restore under way that has not ended (${path}.restoring is there): run "npm run restore" again, with the backup or with the file it moved aside.`;
  expect(await foundAt(path)).toBe(refused);
  rmSync(path);
  expect(await foundAt(path)).toBe(refused);
  expect(readdirSync(dirname(path))).toEqual(['store.db.restoring']);
});
