// Places to send that all processes on one store share. What was sent of late, in a thread and in a tenant, is a document
// each; a place is taken by writing it there, if nobody else has written since. Those who wait for the same are one write.

import { conversationOf, type Key, nameOf, partitionOf, tenantId, threadId } from '../core/keys.ts';
import { type Instant, type Millis, minuteMs, seconds } from '../core/time.ts';
import { faultOf, type Fields, type Log } from '../log.ts';
import type { Doc } from './document.ts';
import type { Clock, Documents, Random, Saved, Scheduler } from './ports.ts';
import { freeAt, type Limits, nothingSent, quietAt, type SentLately, untilNow, withoutSend, withSend } from './sent-lately.ts';

/** Nobody waits longer for the store to answer. Real time. */
const patienceMs: Millis = seconds(1);
/** One that failed or was slow is not asked for so long: what is late already must not wait for it again and again. */
const withoutStoreMs: Millis = seconds(2);
const firstPauseMs: Millis = seconds(0.01);
const longestPauseMs: Millis = seconds(0.2);
/** Kept so long beyond the last instant at which it counts. Service's clock. */
const keptMs: Millis = minuteMs;

export interface SharedPlacesParts {
  readonly documents: Documents;
  readonly clock: Clock;
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly log: Log;
}

/** `thread`: null for the tenant as a whole. */
export interface PlaceOf {
  readonly tenant: string;
  readonly thread: string | null;
}

export interface Taking {
  readonly isTaken: boolean;
  /** From when it counts, or when none was free. Real time. */
  readonly at: Instant;
  /** The same by the service's clock, as it is written down; null when it is not. */
  readonly writtenAt: Instant | null;
  /** By all processes, this one included; null when the store could not be asked: then each keeps the limits for itself. */
  readonly sent: SentLately | null;
}

export interface Wish {
  /** So many places of the shortest window are left free. */
  readonly reserved: number;
  /** A place taken before (`writtenAt`) that is given back for the new one, when there is one; null for none. */
  readonly insteadOf: Instant | null;
}

interface Waiting {
  readonly wish: Wish;
  readonly resolve: (taking: Taking) => void;
}

/** One thread or tenant. */
interface Ledger {
  readonly key: Key;
  readonly limits: Limits;
  /** As this process last read or wrote it; null while it knows of none, `version` null for a document that is to be made. */
  known: { readonly sent: SentLately; readonly revision: number; readonly version: string | null } | null;
  waiting: Waiting[];
  isBusy: boolean;
}

const withoutStore = (at: Instant): Taking => ({ isTaken: true, at, writtenAt: null, sent: null });

export class SharedPlaces {
  readonly #parts: SharedPlacesParts;
  readonly #ledgers = new Map<string, Ledger>();
  #askedAgainAt: Instant = 0;

  constructor(parts: SharedPlacesParts) { this.#parts = parts; }

  /** Takes one place now, within the limits as they are for all (`countedAhead`). Never rejects. */
  take(of: PlaceOf, limits: Limits, wish: Wish): Promise<Taking> {
    const realNow = this.#parts.clock.realNow();
    if (realNow < this.#askedAgainAt) return Promise.resolve(withoutStore(realNow));
    const key = keyOf(of);
    const name = nameOf(key);
    const ledger = this.#ledgers.get(name) ?? { key, limits, known: null, waiting: [], isBusy: false };
    this.#ledgers.set(name, ledger);
    return new Promise((resolve) => {
      const patience = this.#patience(() => { resolve(this.#goAlone({ fault: 'slow' })); });
      ledger.waiting.push({ wish, resolve: (taking) => { patience.cancel(); resolve(taking); } });
      if (!ledger.isBusy) void this.#serve(ledger);
    });
  }

  /** Drops what does not count any more at `now` (service's clock). */
  tidy(now: Instant): void {
    for (const [name, { known, limits, isBusy }] of this.#ledgers) {
      if (!isBusy && (known === null || quietAt(known.sent, limits) <= now)) this.#ledgers.delete(name);
    }
  }

  async #serve(ledger: Ledger): Promise<void> {
    ledger.isBusy = true;
    while (ledger.waiting.length > 0) {
      const batch = ledger.waiting.splice(0);
      const takings = await this.#takeAll(ledger, batch).catch((error: unknown) => this.#onFault(ledger, batch, error));
      batch.forEach(({ resolve }, n) => { resolve(takings[n] ?? withoutStore(this.#parts.clock.realNow())); });
    }
    ledger.isBusy = false;
  }

  /** As many as are free, in their order. Throws when the store fails. */
  async #takeAll(ledger: Ledger, batch: readonly Waiting[]): Promise<readonly Taking[]> {
    for (let conflicts = 0; ; conflicts++) {
      ledger.known ??= await this.#read(ledger);
      const { sent: before, revision, version } = ledger.known;
      const now = this.#parts.clock.now();
      const at = this.#parts.clock.realNow();
      let sent = before;
      const taken = batch.map(({ wish: { reserved, insteadOf } }) => {
        const others = insteadOf === null ? sent : withoutSend(sent, insteadOf);
        const isTaken = freeAt(others, ledger.limits, { now, reserved }) <= now;
        if (isTaken) sent = withSend(others, ledger.limits, now);
        return isTaken;
      });
      const takings = (): readonly Taking[] => taken.map((isTaken) => ({ isTaken, at, writtenAt: now, sent }));
      if (sent === before) return takings();
      const saved = await this.#write(ledger, { sent, revision: revision + 1 }, version);
      ledger.known = saved.kind === 'saved' ? { sent, revision: revision + 1, version: saved.version } : null;
      if (saved.kind === 'saved') return takings();
      this.#parts.log.debug('places.conflict', { conflicts });
      await this.#pause(Math.min(longestPauseMs, firstPauseMs * conflicts) * this.#parts.random.next());
    }
  }

  async #read({ key }: Ledger): Promise<NonNullable<Ledger['known']>> {
    const { documents, clock } = this.#parts;
    const stored = await documents.load(key);
    if (stored === null) return { sent: nothingSent, revision: 0, version: null };
    return { sent: untilNow(stored.doc.state as SentLately, clock.now()), revision: stored.doc.revision, version: stored.version };
  }

  #write({ key, limits }: Ledger, { sent, revision }: { readonly sent: SentLately; readonly revision: number }, version: string | null): Promise<Saved> {
    const doc: Doc = {
      key, kind: 'pace', v: 1, revision, state: sent, outbox: [], posted: {}, seen: [], wakeAt: null, retryAt: null, people: [],
      expiresAt: quietAt(sent, limits) + keptMs,
    };
    return version === null ? this.#parts.documents.create(doc) : this.#parts.documents.replace(doc, version);
  }

  #onFault(ledger: Ledger, batch: readonly Waiting[], error: unknown): readonly Taking[] {
    ledger.known = null;
    const alone = this.#goAlone(faultOf(error));
    return batch.map(() => alone);
  }

  /** Calls `isOver` when the store has had its time. Where this process stood still itself, it has its time anew. */
  #patience(isOver: () => void): { cancel(): void } {
    const { clock, scheduler } = this.#parts;
    const arm = (): { cancel(): void } => {
      const armedAt = clock.realNow();
      return scheduler.after(patienceMs, () => { if (clock.realNow() - armedAt > 2 * patienceMs) timer = arm(); else isOver(); });
    };
    let timer = arm();
    return { cancel: () => { timer.cancel(); } };
  }

  /** Goes by what this process knows for a while. */
  #goAlone(why: Fields): Taking {
    const realNow = this.#parts.clock.realNow();
    if (realNow >= this.#askedAgainAt) this.#parts.log.warn('places.alone', why);
    this.#askedAgainAt = realNow + withoutStoreMs;
    return withoutStore(realNow);
  }

  #pause(delayMs: Millis): Promise<void> {
    return new Promise((resolve) => { this.#parts.scheduler.after(delayMs, resolve); });
  }
}

/** A thread's stands where all of its conversation is, a tenant's by itself. */
function keyOf({ tenant, thread }: PlaceOf): Key {
  if (thread === null) return { partition: `${tenant}|pace`, name: 'pace' };
  const conversation = conversationOf(threadId(thread));
  const root = thread.slice(conversation.length + 1);
  return { partition: partitionOf(tenantId(tenant), conversation), name: root === '' ? 'pace' : `pace-${root}` };
}
