// How a command asks the process that holds the store for a backup: by files beside the store, since no other process can
// read it while it is held. Who may ask is who may write there. Each file comes into being whole.

import { accessSync, constants, linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Instant, Millis } from '../../core/time.ts';
import { seconds } from '../../core/time.ts';
import { giveToOwner } from './hold.ts';

export interface BackupRequest {
  readonly id: string;
  /** An absolute path. */
  readonly target: string;
  /** Not taken until then, it is not carried out any more: whoever asked has gone. Real time. */
  readonly expiresAt: Instant;
}
export interface BackupAnswer {
  readonly id: string;
  /** Null when the backup is in place, else a sentence. */
  readonly problem: string | null;
}

/** The sweep looks every two seconds; this leaves time for one that is late. */
export const takenWithinMs: Millis = seconds(15);

const waitingAt = (store: string): string => `${store}.backup-request`;
const takenAt = (store: string): string => `${store}.backup-taken`;
const answerAt = (store: string): string => `${store}.backup-answer`;

/** Asks; false if somebody else's request still waits there. */
export function ask(store: string, request: BackupRequest): boolean {
  const aside = `${waitingAt(store)}-${request.id}`;
  try {
    write(aside, request);
    giveToOwner(aside, store);
    linkSync(aside, waitingAt(store));
    return true;
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST') throw cause;
    return false;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Takes a request back; false if it is not there any more, but taken. */
export function takeBack(store: string, { id }: BackupRequest): boolean {
  if ((read(waitingAt(store)) as Partial<BackupRequest> | null)?.id !== id) return false;
  rmSync(waitingAt(store), { force: true });
  return true;
}

/** The answer to one request, which is then gone; null while there is none. */
export function answerTo(store: string, { id }: BackupRequest): BackupAnswer | null {
  const answer = read(answerAt(store)) as BackupAnswer | null;
  if (answer?.id !== id) return null;
  rmSync(answerAt(store), { force: true });
  return answer;
}

/** What a process of the service had taken and did not live to answer. */
export const leftTaken = (store: string): BackupRequest | null => (isReadable(takenAt(store)) ? requestIn(read(takenAt(store))) : null);

/** Takes the request that waits, if there is one, this process may read it, and it has not expired. */
export function take(store: string, now: Instant): BackupRequest | null {
  const modifiedAt = statSync(waitingAt(store), { throwIfNoEntry: false })?.mtimeMs;
  if (modifiedAt === undefined) return null;
  if (!isReadable(waitingAt(store))) {
    // Nobody could be answered, and whoever asked is told by the time that passes.
    if (modifiedAt + takenWithinMs < now) rmSync(waitingAt(store), { force: true });
    return null;
  }
  try {
    renameSync(waitingAt(store), takenAt(store));
  } catch (cause) {
    // Taken back in this very moment.
    if (codeOf(cause) !== 'ENOENT') throw cause;
    return null;
  }
  const request = requestIn(read(takenAt(store)));
  if (request !== null && request.expiresAt >= now) return request;
  rmSync(takenAt(store), { force: true });
  return null;
}

/** Answers a request that was taken. An older answer that nobody fetched makes room. */
export function answer(store: string, told: BackupAnswer): void {
  const aside = `${answerAt(store)}-${told.id}`;
  write(aside, told);
  renameSync(aside, answerAt(store));
  rmSync(takenAt(store), { force: true });
}

const write = (path: string, content: BackupRequest | BackupAnswer): void => writeFileSync(path, JSON.stringify(content), { mode: 0o600 });

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT' || cause instanceof SyntaxError) return null;
    throw cause;
  }
}

/** False for a file of another user. */
function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch (cause) {
    if (!['EACCES', 'EPERM', 'ENOENT'].includes(String(codeOf(cause)))) throw cause;
    return false;
  }
}

/** A file beside the store may be anybody's. */
function requestIn(content: unknown): BackupRequest | null {
  const { id, target, expiresAt } = Object(content) as Partial<Record<keyof BackupRequest, unknown>>;
  const isRequest = typeof id === 'string' && /^[a-z0-9]+$/.test(id) && typeof target === 'string' && typeof expiresAt === 'number';
  return isRequest ? { id, target, expiresAt } : null;
}

const codeOf = (cause: unknown): unknown => (Object(cause) as { readonly code?: unknown }).code;
