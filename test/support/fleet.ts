// Processes of the service on one real store and one pretend Teams, put together from the real parts, in time that only the
// test moves. A process may crash (what it waits for never comes) or freeze (it comes when it thaws), and starts anew on
// the same store.

import type { Answer } from '../../src/app/arrival.ts';
import { realClock } from '../../src/app/service-clock.ts';
import type { Documents, Saved, Scheduler, Store } from '../../src/app/ports.ts';
import type { Instant, Millis } from '../../src/core/time.ts';
import { createLog } from '../../src/log.ts';
import type { Act } from './sim/acts.ts';
import { Dice } from './sim/dice.ts';
import { instanceOf } from './sim/instance.ts';
import { Life } from './sim/timeline.ts';
import { SlowTeams } from './slow-teams.ts';
import { VirtualTime } from './virtual-time.ts';

/** 2026-11-24T16:00Z, a Tuesday after school. */
export const openAt: Instant = Date.UTC(2026, 10, 24, 16);

/** A conditional write as it was answered. */
export interface Write {
  readonly by: Life;
  /** Of the document. */
  readonly name: string;
  readonly kind: Saved['kind'];
}

export interface Starting {
  /** Claims of others are dead, as on a store that one process holds. */
  readonly isExclusive?: boolean;
  /** Breaks or watches the store of this process. */
  readonly wrap?: (documents: Documents, life: Life) => Documents;
  readonly clockAheadMs?: Millis;
}

export interface Process {
  readonly life: Life;
  /** By how much its machine's clock is wrong. */
  readonly clock: { aheadMs: Millis };
  take(act: Act): Promise<Answer>;
}

export class Fleet {
  readonly store: Store;
  readonly time = new VirtualTime(openAt);
  readonly teams = new SlowTeams({ now: this.time.now, scheduler: this.time.scheduler });
  readonly writes: Write[] = [];
  /** Told of every conditional write that was answered, before its process hears of it. */
  onWrite: (write: Write) => void = () => {};
  readonly #lives: Life[] = [];
  readonly #errors: string[] = [];

  constructor(store: Store) { this.store = store; }

  /** Starts a process; resolves when its first sweep is done. */
  async start({ isExclusive = false, wrap = (documents) => documents, clockAheadMs = 0 }: Starting = {}): Promise<Process> {
    const life = new Life(`p${this.#lives.length + 1}`);
    this.#lives.push(life);
    const clock = { aheadMs: clockAheadMs };
    const counted = { ...this.store, documents: this.time.counted(this.store.documents), history: this.time.counted(this.store.history) };
    const documents = this.#while(life, wrap(this.#watched(counted.documents, life), life));
    const messenger = this.#while(life, this.teams.messengerFor(life, () => this.time.now() + clock.aheadMs));
    const instance = instanceOf({
      life, dice: new Dice(this.#lives.length), clock: realClock(() => this.time.now() + clock.aheadMs), scheduler: this.#schedulerOf(life), isExclusive,
      log: createLog('error', (line) => void this.#errors.push(line)),
      store: { ...counted, documents, history: this.#while(life, counted.history) }, messenger, replier: messenger,
    });
    await this.time.until(instance.start());
    return { life, clock, take: (act) => instance.take(act.arrival, () => {}) };
  }

  /** It stops between two steps, for good: nothing is drained. */
  crash(life: Life): void { life.isAlive = false; }

  /** Nothing of it goes on for `lengthMs`. */
  freeze(life: Life, lengthMs: Millis): void { life.frozenUntil = this.time.now() + lengthMs; }

  /** What several people do at the same moment, each by way of one process; resolves when all are answered. */
  atOnce(...acts: readonly (readonly [Process, Act])[]): Promise<readonly Answer[]> {
    return this.time.until(Promise.all(acts.map(([process, act]) => process.take(act))));
  }

  /** The same for what may never be answered. */
  bring(process: Process, act: Act): void { void process.take(act); }

  /** Ends every process and closes the store; fails if one had to complain. */
  async close(): Promise<void> {
    for (const life of this.#lives) this.crash(life);
    await this.time.idle();
    await this.store.close();
    if (this.#errors.length > 0) throw new Error(`Errors in the log:\n${this.#errors.join('\n')}`);
  }

  #watched(documents: Documents, life: Life): Documents {
    const noted = async (name: string, write: Promise<Saved>): Promise<Saved> => {
      const saved = await write;
      const done: Write = { by: life, name, kind: saved.kind };
      this.writes.push(done);
      this.onWrite(done);
      return saved;
    };
    return over(documents, {
      create: (doc) => noted(doc.key.name, documents.create(doc)),
      replace: (doc, version) => noted(doc.key.name, documents.replace(doc, version)),
    });
  }

  /** The port as long as the process lives: dead, it gets no answers any more; frozen, it gets them when it thaws. */
  #while<T extends object>(life: Life, port: T): T {
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return async (...given: readonly unknown[]): Promise<unknown> => {
          await this.#turnOf(life);
          try {
            return await (Reflect.apply(member, target, given) as unknown);
          } finally {
            await this.#turnOf(life);
          }
        };
      },
    });
  }

  async #turnOf(life: Life): Promise<void> {
    while (life.isAlive && life.frozenUntil > this.time.now()) await this.#wait(life.frozenUntil - this.time.now());
    if (!life.isAlive) await new Promise(() => {});
  }

  #schedulerOf(life: Life): Scheduler {
    return {
      after: (delayMs, work) => {
        let isCancelled = false;
        const timer = this.time.scheduler.after(delayMs, () => {
          void this.#turnOf(life).then(() => { if (!isCancelled) work(); });
        });
        return { cancel: () => { isCancelled = true; timer.cancel(); } };
      },
    };
  }

  #wait(delayMs: Millis): Promise<void> {
    return new Promise((resolve) => { this.time.scheduler.after(delayMs, resolve); });
  }
}

/** The same port but for some of its methods, which an object of a class does not spread. */
export const over = <T extends object>(port: T, changed: Partial<T>): T =>
  new Proxy(port, { get: (target, name) => { const own: unknown = Reflect.get(changed, name); return own ?? bound(target, name); } });

function bound(target: object, name: string | symbol): unknown {
  const member: unknown = Reflect.get(target, name, target);
  return typeof member === 'function' ? member.bind(target) as unknown : member;
}
