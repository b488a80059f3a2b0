// The service's side of a backup: looks for a request when it is told to, carries it out on the connection that holds the
// store, and answers. One at a time; people's writes go on meanwhile.

import type { Instant } from '../../core/time.ts';
import { answer, type BackupRequest, leftTaken, take } from './backup-request.ts';
import type { Database } from './database.ts';
import { Refusal } from './hold.ts';
import { copyWhole, discard, partialOf } from './whole-copy.ts';

export interface BackupDeskParts {
  readonly database: Database;
  /** The store's file, beside which requests are laid. */
  readonly store: string;
  readonly knownVersion: number;
  readonly realNow: () => Instant;
}

export class BackupDesk {
  readonly #parts: BackupDeskParts;
  #work: Promise<void> | null = null;
  #isStopping = false;

  constructor(parts: BackupDeskParts) { this.#parts = parts; }

  /** Carries out what is asked for, if anything is. Throws only if it could not even answer. */
  async tend(): Promise<void> {
    if (this.#work !== null || this.#isStopping) return;
    this.#work = this.#tendOnce();
    try {
      await this.#work;
    } finally {
      this.#work = null;
    }
  }

  /** Ends a backup under way, and waits for its end; the file may be closed then. What went wrong, `tend` has thrown. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.allSettled([this.#work]);
  }

  async #tendOnce(): Promise<void> {
    const { store, realNow } = this.#parts;
    const left = leftTaken(store);
    if (left !== null) {
      discard(partialOf(left.target));
      answer(store, { id: left.id, problem: `The backup ${left.target} was not made: the service ended in the middle of it.` });
    }
    const request = take(store, realNow());
    if (request !== null) answer(store, { id: request.id, problem: await this.#problemOf(request) });
  }

  /** Copies; gives what kept it from doing so. */
  async #problemOf({ target }: BackupRequest): Promise<string | null> {
    const mayGoOn = (): void => {
      if (this.#isStopping) throw new Refusal('the service is stopping');
    };
    try {
      await copyWhole(this.#parts.database, { target, knownVersion: this.#parts.knownVersion, mayGoOn });
      return null;
    } catch (cause) {
      return cause instanceof Error ? cause.message : String(cause);
    }
  }
}
