// The service's clock. Outside local mode it is real time; in local mode it runs `rate` times faster from an anchor kept
// in the store, goes on while the process is down and never goes back (product.md 1).

import { type Instant } from '../core/time.ts';
import type { Key } from '../core/keys.ts';
import type { Doc } from './document.ts';
import type { Clock, Documents, Stored } from './ports.ts';

/** Real time as the machine tells it. */
export type RealNow = () => Instant;

export const realClock = (realNow: RealNow): Clock => {
  let last = 0;
  // Set back, the machine's clock stands still here until it has caught up.
  const now = (): Instant => { last = Math.max(last, realNow()); return last; };
  return { now, realNow: now, rate: 1 };
};

interface Anchor {
  readonly serviceAt: Instant;
  readonly realAt: Instant;
  readonly rate: number;
  /** As the processes were last configured; somebody may have typed another since. Absent where an earlier release wrote. */
  readonly configured?: number;
}

const key: Key = { partition: 'local|clock', name: 'clock' };
const docOf = (anchor: Anchor, revision: number): Doc => ({
  key, kind: 'clock', v: 1, revision, state: anchor, outbox: [], posted: {}, seen: [], wakeAt: null, retryAt: null, people: [], expiresAt: null,
});

/** The clock of local mode; moved and set faster only forward. */
export class MovableClock implements Clock {
  readonly #documents: Documents;
  readonly #real: Clock;
  #anchor: Anchor;
  #last: Instant = 0;

  constructor(documents: Documents, real: Clock, anchor: Anchor) {
    this.#documents = documents;
    this.#real = real;
    this.#anchor = anchor;
  }

  get rate(): number { return this.#anchor.rate; }
  realNow(): Instant { return this.#real.realNow(); }
  now(): Instant {
    const { serviceAt, realAt, rate } = this.#anchor;
    // Whole milliseconds: deadlines are stored and compared as integers.
    this.#last = Math.max(this.#last, Math.floor(serviceAt + Math.max(0, this.realNow() - realAt) * rate));
    return this.#last;
  }

  /** Moves the clock to `at` if that lies ahead, and keeps it there for every later start. */
  async moveTo(at: Instant): Promise<void> {
    await this.#keep(() => ({ ...this.#anchor, serviceAt: Math.max(at, this.now()), realAt: this.realNow() }));
  }

  /** From now on `rate` times as fast as real time. */
  async setRate(rate: number): Promise<void> {
    await this.#keep(() => ({ ...this.#anchor, serviceAt: this.now(), realAt: this.realNow(), rate }));
  }

  /** The same, for all processes that are configured so; nothing where they are already, whatever has been typed since. */
  async configure(rate: number): Promise<void> {
    await this.#keep(() => {
      const isSo = this.#anchor.configured === rate;
      return { ...this.#anchor, serviceAt: this.now(), realAt: this.realNow(), rate: isSo ? this.#anchor.rate : rate, configured: rate };
    });
  }

  /** Goes by what other processes on the same store have made of the clock. */
  async follow(): Promise<void> { this.#adopt(await this.#documents.load(key)); }

  #adopt(stored: Stored | null): void {
    if (stored !== null) this.#anchor = stored.doc.state as Anchor;
  }

  /** Worked out anew for every attempt: another move may have come in between, and is not undone. */
  async #keep(anchorNow: () => Anchor): Promise<void> {
    const stored = await this.#documents.load(key);
    this.#adopt(stored);
    const anchor = anchorNow();
    const doc = docOf(anchor, (stored?.doc.revision ?? 0) + 1);
    const saved = stored === null ? await this.#documents.create(doc) : await this.#documents.replace(doc, stored.version);
    if (saved.kind === 'conflict') return this.#keep(anchorNow);
    this.#anchor = anchor;
  }
}

/**
 * Reads the anchor, or drops it now. Another `rate` than before counts from now on; one that somebody typed in between stays
 * where other processes may go by it, and ends with the process that has the store to itself.
 */
export async function openMovableClock(documents: Documents, real: Clock, { rate, isAlone }: { readonly rate: number; readonly isAlone: boolean }): Promise<MovableClock> {
  const stored = await documents.load(key);
  const realAt = real.realNow();
  const known = stored?.doc.state as Anchor | undefined;
  const clock = new MovableClock(documents, real, known ?? { serviceAt: realAt, realAt, rate });
  if (known?.configured !== rate) await clock.configure(rate);
  if (isAlone && clock.rate !== rate) await clock.setRate(rate);
  return clock;
}
