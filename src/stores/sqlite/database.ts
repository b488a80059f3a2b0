// One SQLite file, held by one process: opening it with the tables of this release, and writing to it durably.
// A new file comes into being whole or not at all.

import { chmodSync, linkSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync, backup } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import { Refusal, applicationId, checkRestored, errorNumberOf, hold, placeOf, pragmaOf, sizeOf, whyNot } from './hold.ts';

/**
 * Takes the tables from one version to the next: SQL, or what SQL alone cannot do. It runs in the transaction that counts
 * the version, so it happens whole or not at all.
 */
export type Step = string | ((sql: DatabaseSync) => void);

/** Under writes without a pause every twentieth attempt fails, so this many never do. */
const copyAttempts = 30;

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
   * Runs `work` in a transaction shared with the other writes that are asked for in the same turn of the event loop, so that
   * a hundred answers that came in while a commit took its time wait for one commit, not a hundred; settles when it is on disk. `work` may run twice, so it only writes, and uses nothing that its caller may change meanwhile.
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
      if (this.#waiting.length === 1) setImmediate(() => this.#flush());
    });
  }

  /**
   * Copies everything into the file at `target` while reads and writes go on; what is committed meanwhile is in the copy too.
   * `mayGoOn` is asked every few milliseconds, and ends the copying by throwing. Nothing may close this before it settles.
   */
  async copyTo(target: string, mayGoOn: () => void): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await backup(this.#sql, target, { progress: mayGoOn });
        return;
      } catch (cause) {
        // A first step that falls into a transaction of this very connection is reported so; nothing is wrong, and it may begin again.
        if (errorNumberOf(cause) !== 0 || attempt === copyAttempts) throw cause;
      }
    }
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
 * `steps[n]` takes the tables from version n to n + 1.
 * Throws an error in plain words if the file is held by another process, damaged, cut short, foreign or too new.
 */
export function openDatabase(path: string, steps: readonly Step[]): Database {
  if (path === ':memory:') return new Database(prepared(new DatabaseSync(path), steps));
  let file = path;
  let sql: DatabaseSync | undefined;
  try {
    file = placeOf(path);
    makeIfMissing(file, steps);
    sql = hold(file, steps.length);
    return new Database(prepared(sql, steps));
  } catch (cause) {
    sql?.close();
    throw new Error(`The store file ${file} ${whyNot(cause)}.`, { cause });
  }
}

/** Sets the connection up and brings the tables to the newest version, in one transaction. */
function prepared(sql: DatabaseSync, steps: readonly Step[]): DatabaseSync {
  // `secure_delete`: what a person has had erased is overwritten, not only unlinked.
  sql.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on');
  const version = Number(pragmaOf(sql, 'user_version'));
  if (version < steps.length) {
    sql.exec(`begin; pragma application_id = ${applicationId}`);
    for (const step of steps.slice(version)) {
      if (typeof step === 'string') sql.exec(step);
      else step(sql);
    }
    sql.exec(`pragma user_version = ${steps.length}; commit`);
  }
  return sql;
}

/**
 * Makes a new store aside and links it into place when it is whole. So an empty or half-made file was never one of
 * ours in the making, and two processes that start together end up with the same file.
 */
function makeIfMissing(file: string, steps: readonly Step[]): void {
  if (sizeOf(file) !== null) return;
  checkRestored(file);
  if (sizeOf(`${file}-wal`) !== null) throw new Refusal('is missing, though its log (-wal) is there: bring it back, or move the log away');
  mkdirSync(dirname(file), { recursive: true });
  const aside = mkdtempSync(`${file}.new-`);
  try {
    const made = join(aside, 'store');
    prepared(new DatabaseSync(made), steps).close();
    // It holds what people write in confidence.
    chmodSync(made, 0o600);
    linkSync(made, file);
  } catch (cause) {
    if (sizeOf(file) === null) throw cause;
  } finally {
    rmSync(aside, { recursive: true });
  }
}

const faultOf = (what: string, cause: unknown): Error => new Error(`The store could not ${what}.`, { cause });
