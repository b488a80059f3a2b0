// `npm run backup`: copies the store itself if nobody holds it, else asks the process that does.

import { mkdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Scheduler } from '../../app/ports.ts';
import type { Instant, Millis } from '../../core/time.ts';
import { minutes, seconds } from '../../core/time.ts';
import { answerTo, ask, type BackupRequest, takeBack, takenWithinMs } from './backup-request.ts';
import { Database } from './database.ts';
import { giveToOwner, hold, isInUse, placeOf, sizeOf, whyNot } from './hold.ts';
import { copyWhole, whyNotWritten } from './whole-copy.ts';

export interface BackupOrder {
  /** The store's file. */
  readonly path: string;
  /** A file that is not there yet, or a folder; null for the folder `backups` beside the store. */
  readonly target: string | null;
  readonly knownVersion: number;
  readonly edges: BackupEdges;
}
export interface BackupEdges {
  readonly realNow: () => Instant;
  readonly scheduler: Scheduler;
  readonly id: string;
}

/** Copying takes about a second for every few hundred megabytes. */
const answeredWithinMs: Millis = minutes(10);
const lookEveryMs: Millis = seconds(0.2);

/** Makes a backup and gives its path. Throws an error in plain words if it cannot. */
export async function backUp({ path, target, knownVersion, edges }: BackupOrder): Promise<string> {
  const store = placeOf(path);
  if (sizeOf(store) === null) throw new Error(`There is nothing to back up: the store file ${store} is not there.`);
  const order = { target: targetOf(store, target, edges.realNow()), knownVersion, mayGoOn: () => {} };
  makeFolderOf(order.target, store);
  const held = heldIfFree(store, knownVersion);
  if (held === null) await askFor(store, order.target, edges);
  else {
    try {
      await copyWhole(new Database(held), order);
    } finally {
      held.close();
    }
  }
  return order.target;
}

function makeFolderOf(target: string, store: string): void {
  try {
    const made = mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    if (made !== undefined) giveToOwner(dirname(target), store);
  } catch (cause) {
    throw new Error(`The backup ${target} was not made: ${whyNotWritten(cause)}.`, { cause });
  }
}

function targetOf(store: string, target: string | null, now: Instant): string {
  const ending = extname(store);
  const name = `${basename(store, ending)}-${stampOf(now)}${ending}`;
  if (target === null) return join(dirname(store), 'backups', name);
  const given = resolve(target);
  const isFolder = /[/\\]$/.test(target) || statSync(given, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? join(given, name) : given;
}

/** UTC to the millisecond, in characters that every file system takes. */
export const stampOf = (at: Instant): string => new Date(at).toISOString().replaceAll(/[:.]/g, '-');

/** Null if another process holds it. */
function heldIfFree(store: string, knownVersion: number): DatabaseSync | null {
  try {
    return hold(store, knownVersion);
  } catch (cause) {
    if (isInUse(cause)) return null;
    throw new Error(`The store file ${store} ${whyNot(cause)}.`, { cause });
  }
}

async function askFor(store: string, target: string, edges: BackupEdges): Promise<void> {
  const askedAt = edges.realNow();
  const request: BackupRequest = { id: edges.id, target, expiresAt: askedAt + takenWithinMs };
  if (!ask(store, request)) throw new Error(`Another backup of ${store} has been asked for and not begun yet: try again in a minute.`);
  for (;;) {
    const answer = answerTo(store, request);
    if (answer?.problem === null) return;
    if (answer !== null) throw new Error(answer.problem);
    const now = edges.realNow();
    if (now > request.expiresAt && takeBack(store, request)) throw new Error(`${notTaken(store)}; nothing was copied.`);
    if (now > askedAt + answeredWithinMs) throw new Error(`The service has not answered within ${answeredWithinMs / minutes(1)} minutes: see whether it still runs, and whether ${target} is there.`);
    await new Promise<void>((resolve) => { edges.scheduler.after(lookEveryMs, resolve); });
  }
}

const notTaken = (store: string): string =>
  `The process that holds ${store} did not take the request within ${takenWithinMs / seconds(1)} seconds: is it the service, does it answer, and does it run as the same user`;
