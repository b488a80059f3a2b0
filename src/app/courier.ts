// Carries out what documents ask for: one runner per document and lane, claim before send, one attempt, settle after.

import type { Instant } from '../core/time.ts';
import { conversationKey, conversationOf, type Key } from '../core/keys.ts';
import type { Message } from '../core/messages.ts';
import { faultOf } from '../log.ts';
import { attempt, type Done, type Sending, urgencyOf } from './attempt.ts';
import { carryInside } from './carry-inside.ts';
import { newer, type Doc, type Waiting } from './document.ts';
import { attemptNeedsMs, claimHeads, headOf, type Lane, lanes, isOnceAtMost, leaseMs, leaseOf, reclaimed, requestNeedsMs, settle } from './outbox.ts';
import { goneUnlessOver, lastLook } from './last-look.ts';
import type { Loop } from './loop.ts';
import type { Pace } from './pace.ts';
import type { Address, History, Messenger } from './ports.ts';
import { addressOf } from './reach.ts';
import { steadily } from './steadily.ts';
import { traceOf } from './traces.ts';
import { UnderWay } from './under-way.ts';
import { NewerDocument } from './upgrade.ts';

export interface CourierParts {
  readonly loop: Loop;
  readonly messenger: Messenger;
  readonly history: History;
  readonly pace: Pace;
  /** Fills in signed links just before a message leaves. */
  readonly withLinks: (message: Message) => Message;
}

/** A lane of one document at work. */
interface Run {
  /** As last saved by this process. */
  newest: Doc;
  done: Promise<void>;
}

export class Courier {
  readonly #parts: CourierParts;
  /** Lanes at work. */
  readonly underWay = new UnderWay<Run>();
  #isStopped = false;

  constructor(parts: CourierParts) { this.#parts = parts; }

  /** Looks after a document that was saved: every lane that this process may serve runs until it is empty or must wait. */
  attend(doc: Doc): void {
    for (const lane of lanes) {
      const name = `${doc.key.partition}\n${doc.key.name}\n${lane}`;
      const run = this.underWay.get(name);
      if (run !== undefined) run.newest = newer(run.newest, doc);
      else if (this.#mine(doc, lane) !== null) this.#start(doc, lane, name);
    }
  }

  /** Begins no attempt any more: what is claimed and not begun is given back. */
  hold(): void { this.#isStopped = true; }

  /** Resolves when nothing is being sent. */
  async idle(): Promise<void> {
    while (this.underWay.count > 0) await Promise.all(this.underWay.all().map(({ done }) => done));
  }

  #start(doc: Doc, lane: Lane, name: string): void {
    const run: Run = { newest: doc, done: Promise.resolve() };
    this.underWay.begin(doc.key, name, run);
    run.done = this.#serve(run, lane, name)
      // What is claimed waits in the store: the sweep comes back to it when the lease is over.
      .catch((error: unknown) => { this.#parts.loop.parts.log.error('courier.failed', { ...traceOf(doc.key), lane, ...faultOf(error) }); });
  }

  async #serve(run: Run, lane: Lane, name: string): Promise<void> {
    try {
      await this.#work(run, lane);
    } finally {
      // In the same breath as the last look at the document, so that none that is saved later is missed.
      this.underWay.end(run.newest.key, name);
    }
  }

  async #work(run: Run, lane: Lane): Promise<void> {
    for (let head = this.#mine(run.newest, lane); head !== null; head = this.#mine(run.newest, lane)) {
      const { key } = run.newest;
      if (this.#isStopped) { await this.#renew(key, head.id, null); return; }
      const outcome = await this.#carryOut(run, head);
      const doc = outcome === null ? await this.#steadily(key, async () => (await this.#parts.loop.parts.documents.load(key))?.doc ?? null) : await this.#settle(key, head, outcome);
      if (doc === null) return;
      run.newest = newer(run.newest, doc);
    }
  }

  /** The head of a lane if this process holds its claim. */
  #mine(doc: Doc, lane: Lane): Waiting | null {
    const head = headOf(doc, lane);
    return head?.claim?.owner === this.#parts.loop.owner ? head : null;
  }

  /** Our claim on an effect with another lease, or given back with null: not begun, so nobody need doubt it. */
  #renew(key: Key, id: string, lease: { readonly until: Instant; readonly hasBegun?: boolean } | null): Promise<Doc | null> {
    const { loop } = this.#parts;
    return this.#unlessNewer(key, () => loop.update(key, (doc) => reclaimed(doc, id, { owner: loop.owner, lease })));
  }

  /** Writes down what became of an attempt. While that is not written it is kept here: forgotten, it would be doubted and sent again. */
  #settle(key: Key, { id, effect }: Waiting, outcome: Done): Promise<Doc | null> {
    const { loop } = this.#parts;
    const { clock, random, log } = loop.parts;
    const [realNow, now, dice] = [clock.realNow(), clock.now(), random.next()];
    if (outcome.kind !== 'sent' && outcome.kind !== 'done') log.info(`effect.${outcome.kind}`, { ...traceOf(key), why: outcome.why });
    const isNotForNow = outcome.kind === 'later' || outcome.kind === 'unknown';
    return this.#steadily(key, () => loop.update(key, (doc) => {
      const isOurs = doc.outbox.find((each) => each.id === id)?.claim?.owner === loop.owner;
      // Written late, that it was not for now is no news: somebody else has doubted or tried it since.
      const settled = isNotForNow && !isOurs ? doc : settle(doc, { id, effect, outcome, realNow, now, dice });
      return claimHeads(settled, loop.owner, clock.realNow());
    }));
  }

  #steadily<T>(key: Key, work: () => Promise<T>): Promise<T | null> {
    return steadily(this.#parts.loop.parts, () => this.#isStopped, () => this.#unlessNewer(key, work));
  }

  /** Null when a newer release has taken the document over: it sees the claim run out and goes on, here nothing is tried again. */
  async #unlessNewer<T>(key: Key, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NewerDocument)) throw error;
      this.#parts.loop.parts.log.warn('document.newer', traceOf(key));
      return null;
    }
  }

  /** One attempt; null when the claim is no longer ours. A fault of the store comes before the attempt, which is then tried later. */
  async #carryOut(run: Run, head: Waiting): Promise<Done | null> {
    const { effect } = head;
    try {
      switch (effect.do) {
        case 'record':
        case 'tell': await carryInside(this.#parts, run.newest, { id: head.id, effect }); return { kind: 'done' };
        case 'post':
        case 'say':
        case 'edit':
        case 'fold': return await this.#send(run, head.id, effect);
      }
    } catch (error) {
      return { kind: 'later', afterMs: null, why: `store: ${error instanceof Error ? error.name : typeof error}` };
    }
  }

  async #send(run: Run, id: string, wanted: Sending): Promise<Done | null> {
    const { loop } = this.#parts;
    const to = await addressOf(this.#parts, run.newest);
    const look = (): Promise<Sending | Done> => lastLook(loop.parts, wanted);
    if (!('serviceUrl' in to)) return goneUnlessOver(to, await look());
    const urgency = urgencyOf(run.newest, wanted);
    const effect = await this.#whenReady(run, id, () => this.#parts.pace.place(to.tenant, to.thread, urgency).then(look));
    if (effect === null || 'kind' in effect) return effect;
    if (isOnceAtMost(wanted) && !await this.#begin(run, id)) return null;
    const outcome = await attempt(this.#parts, { doc: run.newest, to: { ...to, startBy: leaseOf(run.newest, id, loop.owner) - requestNeedsMs }, effect });
    return outcome.kind === 'gone' && outcome.closes ? this.#close(run.newest, to, outcome) : outcome;
  }

  /**
   * Waits for a place, with a claim that outlasts an attempt; null when the claim is lost. A place is for now: when the
   * claim ran low while waiting, it is renewed and a place waited for again. Gives what the last wait gave.
   */
  async #whenReady<T>(run: Run, id: string, place: () => Promise<T>): Promise<T | null> {
    const { owner, parts: { clock } } = this.#parts.loop;
    for (;;) {
      const placed = await place();
      const until = leaseOf(run.newest, id, owner);
      if (until === 0) return null;
      if (until - clock.realNow() >= attemptNeedsMs) return placed;
      const doc = await this.#renew(run.newest.key, id, { until: clock.realNow() + leaseMs });
      if (doc === null) return null;
      run.newest = newer(run.newest, doc);
    }
  }

  /** Writes down that an attempt begins which is never to be repeated; false when the claim is not ours any more. */
  async #begin(run: Run, id: string): Promise<boolean> {
    const { owner, parts: { clock } } = this.#parts.loop;
    const doc = await this.#renew(run.newest.key, id, { until: clock.realNow() + leaseMs, hasBegun: true });
    if (doc !== null) run.newest = newer(run.newest, doc);
    return doc !== null && leaseOf(doc, id, owner) > 0;
  }

  /** A final no about the conversation is kept, so that nothing more is sent there. */
  async #close(doc: Doc, to: Address, outcome: Done & { readonly kind: 'gone' }): Promise<Done> {
    const { loop } = this.#parts;
    const key = conversationKey(to.tenant, conversationOf(to.thread));
    await this.#steadily(key, () => loop.advance(key, 'conversation', { event: { type: 'closed', why: outcome.why } }));
    loop.parts.log.warn('conversation.closed', { ...traceOf(doc.key), why: outcome.why });
    return outcome;
  }
}
