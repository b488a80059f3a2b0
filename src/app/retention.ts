// Takes away what has been kept for its time: documents past their `expiresAt`, records of sessions past theirs. What is
// over is decided by the service's clock and by the settings of today; how often somebody looks, by real time. Nothing hurries, so each round is bounded.

import { hourMs, minutes, type Millis } from '../core/time.ts';
import type { Key } from '../core/keys.ts';
import type { RecordOf } from '../core/messages.ts';
import { faultOf } from '../log.ts';
import type { Loop } from './loop.ts';
import type { History } from './ports.ts';
import { NewerDocument } from './upgrade.ts';

/** Not at the start, when a process has better things to do. */
const firstAfterMs: Millis = minutes(5);
const everyMs: Millis = hourMs;
/** A clock that runs fast is not chased further than this, in real time. */
const shortestMs: Millis = minutes(1);
/** Looked up at once. */
const batchSize = 50;
/** Documents, and records, that one round tries; the rest is for the next. */
const triesPerRound = 1_000;
/** Faults after which a round is given up: then it is not one document, it is the store. */
const faultsPerRound = 5;

export interface RetentionParts {
  readonly loop: Loop;
  readonly history: History;
  /** Real time between rounds of a clock at rate 1; an hour if absent. */
  readonly everyMs?: Millis;
}

interface Round {
  removedCount: number;
  readonly faults: unknown[];
}

export class Retention {
  readonly #parts: RetentionParts;
  #timer: { cancel(): void } | null = null;
  #isStopped = false;
  /** The last round asked for; they follow one another. */
  #last: Promise<void> = Promise.resolve();

  constructor(parts: RetentionParts) { this.#parts = parts; }

  /** The first round comes some minutes from now. */
  start(): void { this.#arm(firstAfterMs); }

  /** The clock runs at another rate from now on: the next round comes sooner or later accordingly. */
  rearm(): void { this.#arm(this.#parts.everyMs ?? everyMs); }

  stop(): void {
    this.#isStopped = true;
    this.#timer?.cancel();
  }

  /** Resolves when no round is under way. */
  idle(): Promise<void> { return this.#last; }

  #arm(delayMs: Millis): void {
    this.#timer?.cancel();
    if (this.#isStopped) return;
    const { scheduler, clock } = this.#parts.loop.parts;
    this.#timer = scheduler.after(Math.max(delayMs / clock.rate, Math.min(delayMs, shortestMs)), () => {
      void this.round().finally(() => this.rearm());
    });
  }

  /** One round, behind those already asked for. Never rejects: what failed is logged, and tried again in the next. */
  round(): Promise<void> {
    this.#last = this.#last.then(() => this.#round());
    return this.#last;
  }

  async #round(): Promise<void> {
    const { loop, history } = this.#parts;
    const { documents, clock, log, retentionMs } = loop.parts;
    const now = clock.now();
    const round: Round = { removedCount: 0, faults: [] };
    await this.#each<Key>(round, (count) => documents.expired(now, count), (key) => loop.expire(key));
    const documentCount = round.removedCount;
    await this.#each<RecordOf>(round, (count) => history.expired(now - retentionMs, count), (record) => this.#removeRecord(record));
    log[round.removedCount > 0 ? 'info' : 'debug']('retention.done', { documents: documentCount, records: round.removedCount - documentCount });
    if (round.faults.length > 0) log.error('retention.failed', { faults: round.faults.length, ...faultOf(round.faults[0]) });
  }

  /** With a record goes what its community keeps of it: first, so that a fault in between leaves it to be found again. */
  async #removeRecord(record: RecordOf): Promise<boolean> {
    const { loop, history } = this.#parts;
    await loop.advance({ partition: record.partition, name: 'community' }, 'community', { event: { type: 'record-gone', session: record.session } });
    await history.remove(record);
    return true;
  }

  /** Works off what `find` gives, each once: what stays, for whatever reason, must not keep the round from what comes after it. */
  async #each<T>(round: Round, find: (count: number) => Promise<readonly T[]>, remove: (what: T) => Promise<boolean>): Promise<void> {
    const stayed = new Set<string>();
    for (let tries = 0; tries < triesPerRound;) {
      const found = await this.#faulty(round, () => find(stayed.size + batchSize)) ?? [];
      const fresh = found.filter((what) => !stayed.has(JSON.stringify(what)));
      if (fresh.length === 0) return;
      for (const what of fresh) {
        if (this.#isStopped || round.faults.length >= faultsPerRound) return;
        tries++;
        const isGone = await this.#faulty(round, () => remove(what)) ?? false;
        if (isGone) round.removedCount++;
        else stayed.add(JSON.stringify(what));
      }
    }
  }

  /** Null for a fault, which is kept for the end of the round, and for what a newer release has written. */
  async #faulty<T>(round: Round, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NewerDocument)) round.faults.push(error);
      return null;
    }
  }
}
