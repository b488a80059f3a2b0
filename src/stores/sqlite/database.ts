// One SQLite file, held by one process: opening it, or saying plainly why not, and writing to it durably.
// Nothing here ever empties or repairs a file: what cannot be trusted is refused and left as it is.

import { closeSync, linkSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';

/** 'Turn' in ASCII: marks a file as ours. */
const applicationId = 0x5475726e;
const damaged = 'is damaged or cut short, and is left as it is: restore a backup';
/** SQLite's own numbers for what went wrong, and what each means to whoever starts the service. */
const sentences: Readonly<Record<number, string>> = { 5: 'is in use by another process', 11: damaged, 26: damaged };

/** `attempt` writes, and gives what tells the caller so: to be called after the commit only. */
type Waiting = { readonly attempt: () => () => void; readonly fail: (cause: unknown) => void };

/** An open file (or memory) and its one writer. */
export class Database {
  readonly #sql: DatabaseSync;
  #waiting: Waiting[] = [];

  constructor(sql: DatabaseSync) {
    this.#sql = sql;
  }

  prepare(sql: string): StatementSync {
    return this.#sql.prepare(sql);
  }

  /** Runs `work` at once. Throws an error that says `what` could not be done, with its cause. */
  async read<T>(what: string, work: () => T): Promise<T> {
    try {
      return work();
    } catch (cause) {
      throw faultOf(what, cause);
    }
  }

  /**
   * Runs `work` in a transaction shared with the other writes that are asked for at the same moment; settles when the commit
   * is on disk. `work` may run twice, so it only writes, and uses nothing that its caller may change meanwhile.
   * Throws an error that says `what` could not be done, with its cause.
   */
  write<T>(what: string, work: () => T): Promise<T> {
    return new Promise((settle, reject) => {
      this.#waiting.push({
        attempt: () => {
          const result = work();
          return () => settle(result);
        },
        fail: (cause) => reject(faultOf(what, cause)),
      });
      if (this.#waiting.length === 1) queueMicrotask(() => this.#flush());
    });
  }

  /** Writes what waits and lets go of the file. Closing twice is closing once. */
  close(): void {
    this.#flush();
    if (this.#sql.isOpen) this.#sql.close();
  }

  #flush(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    try {
      this.#commitTogether(batch);
    } catch {
      // A bad write must not fail its neighbours: each is tried once more, alone, and answers for itself.
      for (const one of batch) {
        try {
          this.#commitTogether([one]);
        } catch (cause) {
          one.fail(cause);
        }
      }
    }
  }

  #commitTogether(batch: readonly Waiting[]): void {
    if (batch.length === 0) return;
    this.#sql.exec('begin immediate');
    try {
      const settle = batch.map((one) => one.attempt());
      this.#sql.exec('commit');
      for (const done of settle) done();
    } catch (cause) {
      // After some faults, a full disk among them, SQLite has rolled back by itself.
      if (this.#sql.isTransaction) this.#sql.exec('rollback');
      throw cause;
    }
  }
}

/**
 * Opens the file at `path`, made with its folders if it is not there; `:memory:` keeps everything in memory.
 * `steps[n]` is the SQL that takes the tables from version n to n + 1.
 * Throws an error in plain words if the file is held by another process, damaged, cut short, foreign or too new.
 */
export function openDatabase(path: string, steps: readonly string[]): Database {
  if (path === ':memory:') return new Database(prepared(new DatabaseSync(path), steps));
  const file = resolve(path);
  let sql: DatabaseSync | undefined;
  try {
    makeIfMissing(file, steps);
    checkHeader(file);
    sql = new DatabaseSync(file, { timeout: 0 });
    // The first transaction takes the lock, and it stays until the file is closed.
    sql.exec('pragma locking_mode = exclusive; begin immediate; commit');
    checkInside(sql, steps.length);
    return new Database(prepared(sql, steps));
  } catch (cause) {
    sql?.close();
    throw new Error(`The store file ${file} ${sentenceOf(cause)}.`, { cause });
  }
}

/** Sets the connection up and brings the tables to the newest version, in one transaction. */
function prepared(sql: DatabaseSync, steps: readonly string[]): DatabaseSync {
  // `secure_delete`: what a person has had erased is overwritten, not only unlinked.
  sql.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on');
  const version = Number(pragmaOf(sql, 'user_version'));
  if (version < steps.length) {
    const missing = steps.slice(version).join('\n');
    sql.exec(`begin; pragma application_id = ${applicationId}; ${missing}; pragma user_version = ${steps.length}; commit`);
  }
  return sql;
}

/**
 * Makes a new store aside and links it into place when it is whole. So an empty or half-made file was never one of
 * ours in the making, and two processes that start together end up with the same file.
 */
function makeIfMissing(file: string, steps: readonly string[]): void {
  if (sizeOf(file) !== null) return;
  if (sizeOf(`${file}-wal`) !== null) throw new Refusal('is missing, though its log (-wal) is there: bring it back, or move the log away');
  mkdirSync(dirname(file), { recursive: true });
  const aside = mkdtempSync(`${file}.new-`);
  try {
    const made = join(aside, 'store');
    prepared(new DatabaseSync(made), steps).close();
    linkSync(made, file);
  } catch (cause) {
    if (sizeOf(file) === null) throw cause;
  } finally {
    rmSync(aside, { recursive: true });
  }
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

/** Why a file is not opened: the second half of a sentence. */
class Refusal extends Error {}
function sentenceOf(cause: unknown): string {
  if (cause instanceof Refusal) return cause.message;
  const { errcode } = Object(cause) as { readonly errcode?: unknown };
  // The low byte is the kind of error, the rest its details.
  return sentences[Number(errcode) & 0xff] ?? 'could not be opened';
}

const faultOf = (what: string, cause: unknown): Error => new Error(`The store could not ${what}.`, { cause });
const sizeOf = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.size ?? null;
const pragmaOf = (sql: DatabaseSync, name: string): unknown => sql.prepare(`pragma ${name}`).get()?.[name];

/** A text as it stands in a searched column: escaped as in JSON, since SQLite makes all lone surrogates one and the same. */
export const columnOf = (text: string): string => JSON.stringify(text).slice(1, -1);
export const textIn = (column: string): string => JSON.parse(`"${column}"`) as string;
/** The tenant is the part of a partition before its first '|' (core/keys.ts). */
export const tenantOf = (partition: string): string => partition.split('|', 1)[0] ?? partition;

/** Reads a stored body. Its error holds no part of the text, since errors are logged. */
export function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Error('The stored text is damaged.');
  }
}
