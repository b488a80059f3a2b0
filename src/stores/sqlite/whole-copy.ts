// A copy of a store while it is written to, made aside and checked, and given its name when it is whole. So a file with the
// name of a backup is a backup, whatever dies on the way.

import { once } from 'node:events';
import { chmodSync, closeSync, fsyncSync, lstatSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Database } from './database.ts';
import { Refusal, companionsOf, kindOf } from './hold.ts';

export interface CopyOrder {
  /** An absolute path in a folder that is there: making one can take for ever on some file systems, and the service must not. */
  readonly target: string;
  readonly knownVersion: number;
  /** Asked every few milliseconds; ends the copying by throwing. */
  readonly mayGoOn: () => void;
}

/** Copies and checks. Throws an error in plain words if a file has that name already, or nothing could be made of it. */
export async function copyWhole(database: Database, order: CopyOrder): Promise<void> {
  try {
    refuseExisting(order.target);
    await copyAside(database, order);
  } catch (cause) {
    throw new Error(`The backup ${order.target} was not made: ${whyNotWritten(cause)}.`, { cause });
  }
}

async function copyAside(database: Database, { target, knownVersion, mayGoOn }: CopyOrder): Promise<void> {
  const partial = partialOf(target);
  discard(partial);
  try {
    closeSync(openSync(partial, 'wx', 0o600));
    await database.copyTo(partial, mayGoOn);
    await checkCopy(partial, knownVersion);
    refuseExisting(target);
    putInPlace(partial, target);
  } catch (cause) {
    discard(partial);
    throw cause;
  }
}

/** What there is of a copy on the way to `target`. */
export const partialOf = (target: string): string => `${target}.partial`;

/** Removes a file that is not needed, with what SQLite may have left beside it. */
export function discard(file: string): void {
  for (const path of [file, ...companionsOf(file)]) rmSync(path, { force: true });
}

/** Gives a whole file its name, so that it has it even if the power fails now. Its folder is the same. */
export function putInPlace(whole: string, name: string): void {
  chmodSync(whole, 0o600);
  syncPath(whole);
  renameSync(whole, name);
  syncFolderOf(name);
}

export function syncFolderOf(file: string): void {
  // Windows knows no such thing as a folder's own writing.
  if (process.platform !== 'win32') syncPath(dirname(file));
}

function syncPath(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** In a thread of its own, since reading all of a large file takes its time, and the service has people waiting. */
async function checkCopy(file: string, knownVersion: number): Promise<void> {
  try {
    await once(new Worker(new URL('./check-copy.ts', import.meta.url), { workerData: { file, knownVersion }, execArgv: [] }), 'exit');
  } catch (cause) {
    throw new Refusal(`the copy did not pass its check, it ${String((Object(cause) as { readonly message?: unknown }).message)}`, { cause });
  }
}

function refuseExisting(target: string): void {
  if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) throw new Refusal('there is something of that name already, which stays as it is');
}

const full = 'the disk is full';
const forbidden = 'there is no right to write there';
const byCode: Readonly<Record<string, string>> = {
  ENOSPC: full, EDQUOT: full, EACCES: forbidden, EPERM: forbidden, EROFS: forbidden,
  ENOENT: 'its folder is not there',
  ENOTDIR: 'a part of its path is a file, not a folder', EEXIST: 'a part of its path is a file, not a folder',
};
const bySqlite: Readonly<Record<number, string>> = { 8: forbidden, 13: full, 14: forbidden };

/** Why writing failed: the end of a sentence. */
export function whyNotWritten(cause: unknown): string {
  if (cause instanceof Refusal) return cause.message;
  const { code } = Object(cause) as { readonly code?: unknown };
  return byCode[String(code)] ?? bySqlite[kindOf(cause)] ?? `it could not be written (${String(code)})`;
}
