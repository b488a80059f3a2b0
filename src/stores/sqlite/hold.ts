// Taking hold of a store file, or saying plainly why not: for the service, for its backups and for what is restored.
// Nothing here ever empties or repairs a file: what cannot be trusted is refused and left as it is.

import { chownSync, closeSync, lstatSync, openSync, readSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** 'Turn' in ASCII: marks a file as ours. */
export const applicationId = 0x5475726e;
const damaged = 'is damaged or cut short, and is left as it is: restore a backup';
const busyCode = 5;
/** SQLite's own numbers for what went wrong, and what each means to whoever starts the service. */
const sentences: Readonly<Record<number, string>> = { [busyCode]: 'is in use by another process', 11: damaged, 26: damaged };

/** Why a file is not opened: the second half of a sentence. */
export class Refusal extends Error {}

/** The file itself where `path` is a link to it: what belongs to it lies beside it, not beside the link. */
export function placeOf(path: string): string {
  const file = resolve(path);
  if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return file;
  return sizeOf(file) === null ? resolve(dirname(file), readlinkSync(file)) : realpathSync(file);
}

/** Where a restore lays the whole new file before it puts it in place; while one lies there, no store is opened. */
export const restoringOf = (file: string): string => `${file}.restoring`;
/** What SQLite keeps beside a file, and would apply to whatever file has that name. */
export const companionsOf = (file: string): readonly string[] => ['-wal', '-shm', '-journal'].map((ending) => `${file}${ending}`);

export const sizeOf = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.size ?? null;
export const pragmaOf = (sql: DatabaseSync, name: string): unknown => sql.prepare(`pragma ${name}`).get()?.[name];

/**
 * Opens a file that is there, alone, and checks all of it. Its tables stay at their version, `knownVersion` at most.
 * Throws what `whyNot` explains if it is held by another process, damaged, cut short, foreign or too new.
 */
export function hold(file: string, knownVersion: number): DatabaseSync {
  const inode = statSync(file).ino;
  checkHeader(file);
  const sql = new DatabaseSync(file, { timeout: 0 });
  try {
    // The first transaction takes the lock, and it stays until the file is closed.
    sql.exec('pragma locking_mode = exclusive; begin immediate; commit');
    checkRestored(file);
    // A restore may have come and gone while this process waited for its turn: the file it holds has then lost its name.
    if (statSync(file, { throwIfNoEntry: false })?.ino !== inode) throw new Refusal('was replaced while it was being opened: start again');
    checkInside(sql, knownVersion);
    return sql;
  } catch (cause) {
    sql.close();
    throw cause;
  }
}

/** Throws if a restore of this file is under way, or died on its way. */
export function checkRestored(file: string): void {
  if (sizeOf(restoringOf(file)) === null) return;
  throw new Refusal(`has a restore under way that has not ended (${restoringOf(file)} is there): run "npm run restore" again, with the backup or with the file it moved aside`);
}

/** What the superuser makes beside the store is the service's all the same. */
export function giveToOwner(made: string, store: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(store, { throwIfNoEntry: false }) ?? statSync(dirname(store));
  chownSync(made, uid, gid);
}

/** What can be seen without SQLite, which on opening may already write to a file that is refused here. */
function checkHeader(file: string): void {
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  readSync(handle, header);
  closeSync(handle);
  const size = sizeOf(file);
  if (size === 0) throw new Refusal('is empty, and is left as it is: restore a backup, or remove it to start afresh');
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0' || header.readUInt32BE(68) !== applicationId) {
    throw new Refusal('is not a store of this service, or its beginning is damaged; it is left as it is');
  }
  // While there is a log, the file itself may lag behind what its header says.
  const sizeByHeader = header.readUInt16BE(16) * header.readUInt32BE(28);
  if (size !== sizeByHeader && sizeOf(`${file}-wal`) === null) throw new Refusal(damaged);
}

/** What only SQLite can see, the log included. */
function checkInside(sql: DatabaseSync, knownVersion: number): void {
  const version = Number(pragmaOf(sql, 'user_version'));
  if (version > knownVersion) throw new Refusal(`was written by a newer release (version ${version}; this one reads up to ${knownVersion})`);
  if (pragmaOf(sql, 'quick_check') !== 'ok') throw new Refusal(damaged);
}

/** The second half of a sentence about a file that was not opened. */
export function whyNot(cause: unknown): string {
  return cause instanceof Refusal ? cause.message : sentences[kindOf(cause)] ?? 'could not be opened';
}

export const isInUse = (cause: unknown): boolean => kindOf(cause) === busyCode;

/** SQLite's number without its details, which are in the higher bytes. */
export const kindOf = (cause: unknown): number => errorNumberOf(cause) & 0xff;
/** SQLite's whole number; NaN for what is not of SQLite. */
export const errorNumberOf = (cause: unknown): number => Number((Object(cause) as { readonly errcode?: unknown }).errcode);
