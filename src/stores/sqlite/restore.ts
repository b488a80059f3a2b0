// `npm run restore`: puts a backup in the place of the store. The present file is moved aside, never removed. Killed anywhere,
// the next start finds the old store, the new one, or the whole new file still waiting, and then it opens none (hold.ts).

import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../../core/time.ts';
import { stampOf } from './backup.ts';
import { Refusal, companionsOf, giveToOwner, hold, isInUse, placeOf, restoringOf, sizeOf, whyNot } from './hold.ts';
import { discard, putInPlace, syncFolderOf, whyNotWritten } from './whole-copy.ts';

export interface RestoreOrder {
  /** The store's file. */
  readonly path: string;
  readonly backup: string;
  readonly knownVersion: number;
  readonly realNow: () => Instant;
}
export interface Restored {
  readonly store: string;
  readonly backup: string;
  /** Where the file went that was there before; null if there was none. */
  readonly aside: string | null;
}

/** Restores. Throws an error in plain words if the store is held, or the backup is not to be trusted; the store is then as it was. */
export function restore({ path, backup, knownVersion, realNow }: RestoreOrder): Restored {
  const store = placeOf(path);
  const source = resolve(backup);
  mkdirSync(dirname(store), { recursive: true });
  refuseHeld(store);
  const copy = checkedCopy(source, store, knownVersion);
  foldLogIn(store, knownVersion);
  // From here on no service starts on what is there; one that came just before is found by its lock.
  putInPlace(copy, restoringOf(store));
  try {
    refuseHeld(store);
  } catch (cause) {
    rmSync(restoringOf(store));
    throw cause;
  }
  const aside = moveAside(store, `${store}.before-restore-${stampOf(realNow())}`);
  renameSync(restoringOf(store), store);
  syncFolderOf(store);
  return { store, backup: source, aside };
}

function refuseHeld(store: string): void {
  if (isHeld(store)) throw new Error(`The store file ${store} is in use by another process: stop the service first.`);
}

/** Looks without writing, whatever is in the file: a service may hold what has been damaged since. */
function isHeld(file: string): boolean {
  if (sizeOf(file) === null) return false;
  const sql = new DatabaseSync(file, { readOnly: true, timeout: 0 });
  try {
    sql.exec('pragma locking_mode = exclusive; select 1 from sqlite_schema');
    return false;
  } catch (cause) {
    // Any other fault is one of the file, which nobody holds.
    return isInUse(cause);
  } finally {
    sql.close();
  }
}

/** A whole and checked copy beside the store. It is the copy that SQLite opens, so the backup stays as it is. */
function checkedCopy(source: string, store: string, knownVersion: number): string {
  if (sizeOf(source) === null) throw new Error(`The backup ${source} is not there.`);
  if (statSync(source).isDirectory()) throw new Error(`${source} is a folder: name the backup in it.`);
  if (isHeld(source)) throw new Error(`The backup ${source} is in use by another process.`);
  const copy = `${store}.restore-copy`;
  try {
    discard(copy);
    copyFileSync(source, copy);
    // A file that was moved aside may have its log beside it, which belongs to it.
    if (existsSync(`${source}-wal`)) copyFileSync(`${source}-wal`, `${copy}-wal`);
    giveToOwner(copy, store);
  } catch (cause) {
    discard(copy);
    throw new Error(`Nothing was restored: beside ${store} ${whyNotWritten(cause)}.`, { cause });
  }
  try {
    hold(copy, knownVersion).close();
    if (companionsOf(copy).some((path) => existsSync(path))) throw new Refusal('has a log that could not be applied');
    return copy;
  } catch (cause) {
    discard(copy);
    // What follows the colon is advice about stores.
    throw new Error(`The backup ${source} ${whyNot(cause).split(':', 1)[0] ?? ''}. Nothing was restored.`, { cause });
  }
}

/** As at any stop of a service: a sound store becomes one file, and one name to move. A damaged one stays as it is. */
function foldLogIn(store: string, knownVersion: number): void {
  if (sizeOf(store) === null) return;
  try {
    hold(store, knownVersion).close();
  } catch (cause) {
    if (isInUse(cause)) refuseHeld(store);
  }
}

/** The file and what SQLite keeps beside it, so that an old log is never applied to the new file. */
function moveAside(store: string, aside: string): string | null {
  const wasThere = sizeOf(store) !== null;
  const moves = [[store, aside], ...companionsOf(store).map((path) => [path, `${aside}${path.slice(store.length)}`])];
  for (const [from = '', to = ''] of moves) if (existsSync(from)) renameSync(from, to);
  syncFolderOf(store);
  return wasThere ? aside : null;
}
