// The one way a document changes: load, step, save if unchanged, else again. What is to be sent afterwards is handed on.

import { isDeepStrictEqual } from 'node:util';
import { type Millis, seconds } from '../core/time.ts';
import { type Key, nameOf } from '../core/keys.ts';
import type { EventsOf } from '../core/told.ts';
import type { Log } from '../log.ts';
import { commit, dated, type Outcome } from './commit.ts';
import type { Doc } from './document.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { isMoving, type MovingKind } from './machines.ts';
import { type Meter, silentMeter } from './meter.ts';
import type { Clock, Documents, Random, Scheduler, Stored } from './ports.ts';
import { traceOf } from './traces.ts';

/** Conflicts in a row before a change is given up as a fault: far above what fifty writers at once need. */
const maxConflicts = 60;

export interface LoopParts {
  readonly documents: Documents;
  readonly clock: Clock;
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly log: Log;
  readonly retentionMs: Millis;
  /** Nobody looks if absent. */
  readonly meter?: Meter;
  /** Names this process in claims; made here if absent. */
  readonly owner?: string;
}

/** Told of every document that was saved: to deliver from it and to arm its deadlines. */
export type Saw = (doc: Doc) => void;

export class Loop {
  readonly parts: LoopParts & { readonly meter: Meter };
  /** Names this process in claims. */
  readonly owner: string;
  readonly #queue = new KeyedQueue();
  #saw: Saw = () => {};

  constructor(parts: LoopParts) {
    this.parts = { ...parts, meter: parts.meter ?? silentMeter };
    this.owner = parts.owner ?? parts.random.id(12);
  }

  onSaved(saw: Saw): void { this.#saw = saw; }

  /**
   * Lets an event happen to a document. `eventId`: the same id twice is one effect.
   * Throws when the store fails; a polite no is a value.
   */
  async advance<K extends MovingKind  >(key: Key, kind: K, happening: { readonly event: EventsOf[K]; readonly eventId?: string | null }): Promise<Outcome> {
    const { clock, retentionMs } = this.parts;
    let outcome: Outcome | null = null;
    await this.#change(key, (before) => {
      const committed = commit(before, {
        key, kind, event: happening.event, eventId: happening.eventId ?? null, owner: this.owner, retentionMs,
        moment: { at: clock.now(), rate: clock.rate }, realNow: clock.realNow(),
      });
      outcome = committed.outcome;
      return committed.doc;
    });
    if (outcome === null) throw new Error(`no outcome for ${key.name}`);
    return outcome;
  }

  /** Changes a document without an event: claims, outcomes, evidence. The change may run more than once. */
  async update(key: Key, change: (doc: Doc) => Doc): Promise<Doc | null> {
    return this.#change(key, (before) => {
      if (before === null) return null;
      const after = change(before);
      return after === before ? null : dated({ ...after, revision: before.revision + 1 }, this.parts.retentionMs);
    });
  }

  /**
   * Removes a document whose time is over, by the settings of today; one whose time is not is dated anew. False if it is gone,
   * has more time, still has something to deliver, or was written in between. Throws when the store fails.
   */
  expire(key: Key): Promise<boolean> {
    const { documents, clock, retentionMs } = this.parts;
    return this.#queue.run(nameOf(key), async () => {
      const stored = await documents.load(key);
      if (stored === null) return false;
      const { doc, version } = stored;
      const { expiresAt } = isMoving(doc.kind) ? dated(doc, retentionMs) : doc;
      if (expiresAt !== null && expiresAt <= clock.now()) return doc.outbox.length === 0 && await documents.remove(key, version);
      if (expiresAt !== doc.expiresAt) await documents.replace({ ...doc, revision: doc.revision + 1, expiresAt }, version);
      return false;
    });
  }

  /** Resolves when no change is under way. */
  idle(): Promise<void> { return this.#queue.idle(); }

  #change(key: Key, change: (before: Doc | null) => Doc | null): Promise<Doc | null> {
    return this.#queue.run(nameOf(key), async () => {
      let written: Doc | null = null;
      for (let conflicts = 0; conflicts < maxConflicts; conflicts++) {
        const stored = await this.parts.documents.load(key);
        // The store's client may have written and then met itself: what stands there is ours, and was no conflict.
        const after: Doc | null = written !== null && isSame(stored?.doc ?? null, written) ? written : change(stored?.doc ?? null);
        if (after === null) return stored?.doc ?? null;
        if (after === written || await this.#save(after, stored)) { this.#saw(after); return after; }
        written = after;
        this.parts.log.debug('document.conflict', { ...traceOf(key), conflicts });
        await this.#pause(seconds(0.005) * (conflicts + 1) * this.parts.random.next());
      }
      throw new Error(`too many conflicts on ${key.name}`);
    });
  }

  /** False for a conflict. A write whose answer was lost is looked for before it counts as failed. */
  async #save(after: Doc, stored: Stored | null): Promise<boolean> {
    const { documents } = this.parts;
    try {
      const saved = stored === null ? await documents.create(after) : await documents.replace(after, stored.version);
      return saved.kind === 'saved';
    } catch (error) {
      const found = await documents.load(after.key).catch(() => null);
      if (found !== null && isSame(found.doc, after)) return true;
      throw error;
    }
  }

  #pause(delayMs: Millis): Promise<void> {
    return new Promise((resolve) => { this.parts.scheduler.after(delayMs, resolve); });
  }
}

/** Equal as they are stored. */
const isSame = (stored: Doc | null, doc: Doc): boolean => isDeepStrictEqual(stored, JSON.parse(JSON.stringify(doc)));
