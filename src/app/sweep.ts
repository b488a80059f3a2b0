// Deadlines: an alarm for punctuality, a sweep of the store as the net beneath it. A deadline is a field of its
// document; whatever notices it lets `time-passed` happen, and early or twice is nothing to do.

import { type Instant, type Millis, seconds } from '../core/time.ts';
import { type Key, nameOf } from '../core/keys.ts';
import { faultOf } from '../log.ts';
import { admitted } from './admission.ts';
import type { Doc } from './document.ts';
import type { DueKey } from './ports.ts';
import type { Courier } from './courier.ts';
import type { Loop } from './loop.ts';
import { LastWritten } from './last-written.ts';
import { claimHeads, leaseMs, releaseClaims } from './outbox.ts';
import { isMoving } from './machines.ts';
import { toldIfFreed } from './meter.ts';
import { SetAside } from './set-aside.ts';
import { traceOf } from './traces.ts';
import { NewerDocument } from './upgrade.ts';

/** Every deadline this close is armed in memory. */
const horizonMs: Millis = seconds(30);
const sweepBatch = 2_000;
/** Of what is overdue so many are looked through for those whose tenants have places to send. */
const overdueBatch = 10 * sweepBatch;
/** Lanes at work and documents taken up with them: memory, and enough for a sweep's time of sending. */
const admittedAtOnce = 1_000;
/**
 * On a store with others a deadline is left for so long to the process that last wrote its document: it has a timer for it,
 * and the others come to find it done. Real time; they come one by one.
 */
const headStartMs: Millis = seconds(0.5);
const apartMs: Millis = seconds(0.5);

export interface SweepParts {
  readonly loop: Loop;
  readonly courier: Courier;
  readonly everyMs: Millis;
  /** The store is held by this process alone: claims of others are dead. */
  readonly isExclusive: boolean;
  /** Learns what time it is for all processes, where another may have moved the clock; absent where none can. */
  readonly follow?: () => Promise<void>;
  /** Work of no hurry, done after each sweep. */
  readonly tidy: () => void;
}

export class Sweep {
  readonly #parts: SweepParts;
  readonly #armed = new Map<string, { cancel(): void }>();
  readonly #written = new LastWritten();
  readonly #setAside = new SetAside();
  #timer: { cancel(): void } | null = null;
  #isStopped = false;
  #lastSweptAt: Instant = 0;
  #pending = 0;
  #whenIdle: (() => void)[] = [];

  constructor(parts: SweepParts) { this.#parts = parts; }

  /** Real time of the last whole sweep; health means progress. */
  get lastSweptAt(): Instant { return this.#lastSweptAt; }

  /** Sweeps once, then at every interval. */
  async start(): Promise<void> {
    if (this.#parts.isExclusive) await this.#inherit();
    await this.sweep();
    this.#again();
  }

  /** What a dead predecessor was sending is in doubt from now on, not only when its claim runs out. */
  async #inherit(): Promise<void> {
    const { documents, clock } = this.#parts.loop.parts;
    const claimed = await documents.due({ now: Number.NEGATIVE_INFINITY, realNow: clock.realNow() + leaseMs }, sweepBatch);
    await Promise.all(claimed.map(({ key }) => this.#revive(key).catch(leftAlone)));
  }

  stop(): void {
    this.#isStopped = true;
    this.#timer?.cancel();
    for (const timer of this.#armed.values()) timer.cancel();
    this.#armed.clear();
  }

  #again(): void {
    if (this.#isStopped) return;
    const { scheduler, log } = this.#parts.loop.parts;
    this.#timer = scheduler.after(this.#parts.everyMs, () => {
      void this.sweep()
        .catch((error: unknown) => { log.error('sweep.failed', { ...faultOf(error) }); })
        .finally(() => this.#again());
    });
  }

  /** Arms everything due within the horizon, and at once what is overdue. Throws when the store fails. */
  async sweep(): Promise<void> {
    const { documents, clock, log, meter } = this.#parts.loop.parts;
    await this.#parts.follow?.();
    const [now, realNow, never] = [clock.now(), clock.realNow(), Number.NEGATIVE_INFINITY];
    // Each asked for by itself: what is late, however much, hides neither what is to be tried again nor what comes next.
    const [retries, overdue, coming] = await Promise.all([
      documents.due({ now: never, realNow: realNow + horizonMs }, sweepBatch),
      documents.due({ now, realNow: never }, overdueBatch),
      documents.due({ from: now, now: now + horizonMs * clock.rate, realNow: never }, sweepBatch),
    ]);
    const due = [...retries, ...admitted([...overdue, ...coming], { underWay: this.#parts.courier.underWay, limit: admittedAtOnce, isAside: (key) => this.#setAside.until(nameOf(key)) > realNow })];
    for (const each of due) this.#arm(each);
    this.#lastSweptAt = clock.realNow();
    meter.swept({ now, realNow, rate: clock.rate, retries, overdue, lastedMs: this.#lastSweptAt - realNow });
    this.#parts.tidy();
    log.debug('sweep.done', { due: due.length });
  }

  /** Works off everything that is due now, and waits for it. */
  async settle(): Promise<void> {
    const { documents, clock } = this.#parts.loop.parts;
    const due = await documents.due({ now: clock.now(), realNow: clock.realNow() }, sweepBatch);
    await Promise.all(due.map(({ key }) => this.#notice(key)));
    await this.idle();
  }

  /** Arms the deadlines of a document that was saved; the last one saved counts. */
  see(doc: Doc): void {
    this.#written.note(doc);
    this.#arm(doc);
  }

  #arm(due: DueKey): void {
    const { key, wakeAt, retryAt } = due;
    const { clock, scheduler } = this.#parts.loop.parts;
    const name = nameOf(key);
    this.#armed.get(name)?.cancel();
    this.#armed.delete(name);
    if (this.#isStopped) return;
    const realNow = clock.realNow();
    const wakeMs = wakeAt === null ? Infinity : (wakeAt - clock.now()) / clock.rate;
    const retryMs = retryAt === null ? Infinity : retryAt - realNow;
    const asideMs = this.#setAside.until(name) - realNow;
    const delayMs = Math.max(Math.min(wakeMs, retryMs) + this.#waitForOthersMs(due), asideMs, 0);
    if (delayMs > horizonMs) return;
    this.#armed.set(name, scheduler.after(delayMs, () => {
      this.#armed.delete(name);
      void this.#notice(key);
    }));
  }

  #waitForOthersMs(due: DueKey): Millis {
    const { loop, isExclusive } = this.#parts;
    return isExclusive || this.#written.isLast(due) ? 0 : headStartMs + apartMs * loop.parts.random.next();
  }

  /** One document that wants attention: what is undelivered first, then the clock. */
  async #notice(key: Key): Promise<void> {
    const { loop, courier } = this.#parts;
    this.#pending++;
    try {
      const doc = await this.#revive(key);
      if (doc !== null) courier.attend(doc);
      const isDue = doc !== null && doc.wakeAt !== null && doc.wakeAt <= loop.parts.clock.now();
      if (isDue && isMoving(doc.kind)) await loop.advance(key, doc.kind, { event: { type: 'time-passed' } } as never);
      else if (doc !== null) this.#arm(doc);
      this.#setAside.takeBack(nameOf(key));
    } catch (error) {
      this.#putAside(key, error);
    } finally {
      this.#pending--;
      if (this.#pending === 0) this.#whenIdle.splice(0).forEach((resolve) => resolve());
    }
  }

  /** One document's fault must not stop the others; it is tried again when its time aside is over. */
  #putAside(key: Key, error: unknown): void {
    const { log, clock } = this.#parts.loop.parts;
    const isNewer = error instanceof NewerDocument;
    if (isNewer) log.debug('document.newer', traceOf(key));
    else log.error('deadline.failed', { ...traceOf(key), ...faultOf(error) });
    this.#setAside.put(nameOf(key), { realNow: clock.realNow(), isForLong: isNewer });
  }

  /** Dead claims are released and free heads claimed, so that this process carries on with them. */
  #revive(key: Key): Promise<Doc | null> {
    const { loop, isExclusive } = this.#parts;
    const realNow = loop.parts.clock.realNow();
    const isDead = (claim: { readonly owner: string; readonly until: Instant }): boolean =>
      claim.until <= realNow || (isExclusive && claim.owner !== loop.owner);
    return loop.update(key, (doc) => claimHeads(toldIfFreed(loop.parts.meter, doc, releaseClaims(doc, isDead, realNow)), loop.owner, realNow));
  }

  /** Resolves when nothing that came due is still being worked on. */
  idle(): Promise<void> {
    return this.#pending === 0 ? Promise.resolve() : new Promise((resolve) => { this.#whenIdle.push(resolve); });
  }
}


/** Of a document of a newer release there is nothing to inherit. */
function leftAlone(error: unknown): null {
  if (error instanceof NewerDocument) return null;
  throw error;
}
