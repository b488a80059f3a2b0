// Time that stands still until a test moves it: a clock and a scheduler for `Edges`. Between two timers it waits for the
// work in hand, which is counted at the ports where the service waits for something real.

import type { Instant, Millis } from '../../src/core/time.ts';
import type { Scheduler } from '../../src/app/ports.ts';

interface Timer {
  readonly dueAt: Instant;
  readonly n: number;
  readonly work: () => void;
}

/** What calls of a port meet: they may take their time, and fail before or after they are done. */
export interface Watch {
  readonly delayMs: () => Millis;
  readonly before: (method: string) => void;
  readonly after: (method: string) => void;
}
const unwatched: Watch = { delayMs: () => 0, before: () => {}, after: () => {} };

const soon = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
/** Turns of the event loop without work in hand after which nothing goes on by itself. */
const quietTurns = 3;

export class VirtualTime {
  #now: Instant;
  #timers: readonly Timer[] = [];
  #count = 0;
  #busyCount = 0;
  #whenFree: (() => void)[] = [];
  #whenCancelled: (() => void)[] = [];

  constructor(startAt: Instant) { this.#now = startAt; }

  readonly now = (): Instant => this.#now;

  readonly scheduler: Scheduler = {
    after: (delayMs, work) => {
      const timer: Timer = { dueAt: this.#now + Math.max(0, delayMs), n: this.#count++, work };
      this.#timers = [...this.#timers, timer].toSorted((a, b) => a.dueAt - b.dueAt || a.n - b.n);
      return {
        cancel: () => {
          this.#timers = this.#timers.filter((other) => other !== timer);
          this.#whenCancelled.splice(0).forEach((go) => go());
        },
      };
    },
  };

  /** The same port, with its calls counted as work in hand. */
  counted<T extends object>(port: T, { delayMs, before, after }: Watch = unwatched): T {
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return async (...given: readonly unknown[]): Promise<unknown> => {
          if (delayMs() > 0) await new Promise<void>((resolve) => { this.scheduler.after(delayMs(), resolve); });
          this.#busyCount++;
          try {
            before(String(name));
            const answer: unknown = await Reflect.apply(member, target, given);
            after(String(name));
            return answer;
          } finally {
            this.#busyCount--;
            if (this.#busyCount === 0) this.#whenFree.splice(0).forEach((go) => go());
          }
        };
      },
    });
  }

  /** Resolves when nothing goes on any more without time passing. */
  async idle(): Promise<void> {
    for (let quiet = 0; quiet < quietTurns; quiet++) {
      await soon();
      if (this.#busyCount === 0) continue;
      await new Promise<void>((resolve) => { this.#whenFree.push(resolve); });
      quiet = -1;
    }
  }

  async pass(lengthMs: Millis): Promise<void> { await this.passTo(this.#now + lengthMs); }

  /** Lets every timer up to `at` go off at its time, each when the work before it is done. Never goes back. */
  async passTo(at: Instant): Promise<void> {
    await this.idle();
    for (let timer = this.#timers[0]; timer !== undefined && timer.dueAt <= at; timer = this.#timers[0]) {
      this.#now = Math.max(this.#now, timer.dueAt);
      this.#timers = this.#timers.slice(1);
      timer.work();
      await this.idle();
    }
    this.#now = Math.max(this.#now, at);
  }

  /** Time that passes while nothing runs: timers that came due meanwhile wait for the next move. */
  leap(lengthMs: Millis): void { this.#now += lengthMs; }

  /** Moves from timer to timer until `work` is done: for what waits for its turns to send. Time may go a little too far. */
  async until<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const done = work.finally(() => { isDone = true; });
    done.catch(() => {});
    for (await this.idle(); !isDone; await this.idle()) {
      const next = this.#timers[0];
      if (next === undefined) break;
      await this.passTo(next.dueAt);
    }
    return await done;
  }

  /** The same for a shutdown: time stands still until the service lets go of its sweep, and then moves only for what it sends. */
  async untilStopped(shutdown: Promise<void>): Promise<void> {
    const letGo = new Promise<void>((resolve) => { this.#whenCancelled.push(resolve); });
    await Promise.race([shutdown, letGo]);
    await this.until(shutdown);
  }

  /** Timers that nobody cancelled. */
  get timerCount(): number { return this.#timers.length; }
}
