// What waits in the store, as the sweeps find it: how many documents could go on and have not, and for how long. Seen by
// every process alike, since it is read off the store and not off what one process is at.

import type { Instant, Millis } from '../core/time.ts';
import type { Swept } from './meter.ts';
import type { DueKey } from './ports.ts';

export interface Waiting {
  readonly count: number;
  /** Real time; 0 where nothing waits. */
  readonly oldestMs: Millis;
}

const nothing: Waiting = { count: 0, oldestMs: 0 };

export class Backlog {
  /** Real time of the first sweep of those in a row in which a document had something to send. */
  #unsentSince = new Map<string, Instant>();
  #outbox = nothing;
  #deadlines = nothing;

  /** Documents with something to send that could go now, and since when the one that has waited longest has been so. */
  get outbox(): Waiting { return this.#outbox; }
  /** Documents whose deadline is over and was not noticed yet. */
  get deadlines(): Waiting { return this.#deadlines; }

  look({ now, realNow, rate, retries, overdue }: Swept): void {
    this.#unsentSince = new Map(retries.map(({ key }) => { const name = nameOf(key); return [name, this.#unsentSince.get(name) ?? realNow]; }));
    this.#outbox = {
      count: retries.filter(({ retryAt }) => retryAt !== null && retryAt <= realNow).length,
      oldestMs: oldest(retries.map((due) => Math.max(realNow - (this.#unsentSince.get(nameOf(due.key)) ?? realNow), overdueMs(due.retryAt, realNow)))),
    };
    this.#deadlines = { count: overdue.length, oldestMs: oldest(overdue.map(({ wakeAt }) => overdueMs(wakeAt, now) / rate)) };
  }
}

const nameOf = ({ partition, name }: DueKey['key']): string => `${partition}\n${name}`;
/** 0 stands for at once, not for long ago. */
const overdueMs = (at: Instant | null, now: Instant): Millis => (at === null || at === 0 ? 0 : Math.max(0, now - at));
const oldest = (agesMs: readonly Millis[]): Millis => agesMs.reduce((oldestMs, ageMs) => Math.max(oldestMs, ageMs), 0);
