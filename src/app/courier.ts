// Carries out what documents ask for: one runner per document and lane, claim before send, one attempt, settle after.

import { type Instant } from '../core/time.ts';
import { conversationKey, conversationOf, type Key } from '../core/keys.ts';
import type { Effect } from '../core/machine.ts';
import type { Message } from '../core/messages.ts';
import { faultOf } from '../log.ts';
import type { Doc, Waiting } from './document.ts';
import { machineOf, type MovingKind } from './machines.ts';
import { attemptNeedsMs, claimHeads, headOf, type Lane, lanes, leaseMs, settle } from './outbox.ts';
import type { Loop } from './loop.ts';
import type { Pace } from './pace.ts';
import type { Address, History, Messenger, Priority, SendOutcome } from './ports.ts';
import { addressOf } from './reach.ts';

export interface CourierParts {
  readonly loop: Loop;
  readonly messenger: Messenger;
  readonly history: History;
  readonly pace: Pace;
  /** Fills in signed links just before a message leaves. */
  readonly withLinks: (message: Message) => Message;
}

type Done = SendOutcome | { readonly kind: 'done' };

export class Courier {
  readonly #parts: CourierParts;
  readonly #running = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();
  #isStopped = false;

  constructor(parts: CourierParts) { this.#parts = parts; }

  /** Looks after a document that was saved: every lane that this process may serve runs until it is empty or must wait. */
  attend(doc: Doc): void {
    for (const lane of lanes) if (this.#mine(doc, lane) !== null) this.#start(doc, lane);
  }

  /** Finishes the attempts in hand and gives back what is claimed but not begun. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.idle();
  }

  /** Resolves when nothing is being sent. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }

  #start(doc: Doc, lane: Lane): void {
    const name = `${doc.key.partition}\n${doc.key.name}\n${lane}`;
    if (this.#running.has(name)) { this.#again.add(name); return; }
    const { log } = this.#parts.loop.parts;
    const run = this.#run(doc, lane)
      .catch((error: unknown) => { log.error('courier.failed', { name: doc.key.name, ...faultOf(error) }); })
      .finally(() => {
        this.#running.delete(name);
        if (this.#again.delete(name)) void this.#resume(doc.key, lane);
      });
    this.#running.set(name, run);
  }

  async #resume(key: Key, lane: Lane): Promise<void> {
    const { documents, log } = this.#parts.loop.parts;
    try {
      const stored = await documents.load(key);
      if (stored !== null && this.#mine(stored.doc, lane) !== null) this.#start(stored.doc, lane);
    } catch (error) {
      // The sweep comes back to it: its retryAt stands in the store.
      log.warn('courier.later', { name: key.name, ...faultOf(error) });
    }
  }

  /** The head of a lane if this process holds its claim. */
  #mine(doc: Doc, lane: Lane): Waiting | null {
    const head = headOf(doc, lane);
    return head?.claim?.owner === this.#parts.loop.owner ? head : null;
  }

  async #run(first: Doc, lane: Lane): Promise<void> {
    let doc: Doc | null = first;
    for (let head = this.#mine(first, lane); doc !== null && head !== null; head = doc === null ? null : this.#mine(doc, lane)) {
      if (this.#isStopped) { await this.#giveBack(doc.key, head.id); return; }
      const outcome = await this.#carryOut(doc, head);
      doc = outcome === null ? await this.#reclaim(doc.key, head.id) : await this.#settle(doc.key, head.id, outcome);
    }
  }

  /** The claim ran low while waiting for a place: taken anew, so that no attempt outlives its lease. */
  #reclaim(key: Key, id: string): Promise<Doc | null> {
    const { loop } = this.#parts;
    const until: Instant = loop.parts.clock.realNow() + leaseMs;
    return loop.update(key, (doc) => ({
      ...doc, outbox: doc.outbox.map((each) => (each.id === id && each.claim?.owner === loop.owner ? { ...each, claim: { owner: loop.owner, until } } : each)),
    }));
  }

  /** Not begun, so the next process need not doubt it. */
  async #giveBack(key: Key, id: string): Promise<void> {
    const { loop } = this.#parts;
    await loop.update(key, (doc) => ({
      ...doc, outbox: doc.outbox.map((each) => (each.id === id && each.claim?.owner === loop.owner ? { ...each, claim: null } : each)),
    }));
  }

  async #settle(key: Key, id: string, outcome: Done): Promise<Doc | null> {
    const { loop } = this.#parts;
    const realNow = loop.parts.clock.realNow();
    const dice = loop.parts.random.next();
    if (outcome.kind !== 'sent' && outcome.kind !== 'done') loop.parts.log.info(`effect.${outcome.kind}`, { name: key.name, why: outcome.why });
    return loop.update(key, (doc) => claimHeads(settle(doc, { id, outcome, realNow, dice }), loop.owner, realNow));
  }

  /** One attempt; null when the claim must be renewed first. */
  async #carryOut(doc: Doc, head: Waiting): Promise<Done | null> {
    const { effect } = head;
    switch (effect.do) {
      case 'record': return this.#inside(() => this.#parts.history.add(effect.entry));
      case 'tell': return this.#inside(() => this.#tell(doc, head.id, effect));
      case 'post':
      case 'say':
      case 'edit':
      case 'fold': return this.#send(doc, head, effect);
    }
  }

  async #inside(work: () => Promise<unknown>): Promise<Done> {
    try {
      await work();
      return { kind: 'done' };
    } catch (error) {
      return { kind: 'later', afterMs: null, why: `store: ${error instanceof Error ? error.name : typeof error}` };
    }
  }

  #tell(doc: Doc, id: string, { key, kind, event }: Extract<Effect, { do: 'tell' }>): Promise<unknown> {
    const eventId = `${doc.key.name}:${id}`;
    return this.#parts.loop.advance(key, kind, { event, eventId } as never);
  }

  async #send(doc: Doc, head: Waiting, effect: Extract<Effect, { do: 'post' | 'say' | 'edit' | 'fold' }>): Promise<Done | null> {
    const { loop, pace, messenger, withLinks } = this.#parts;
    const { clock } = loop.parts;
    const to = await addressOf(this.#parts, doc);
    if (!('serviceUrl' in to)) return to;
    await pace.place(to.tenant, to.thread, priorityOf(doc, effect));
    if (head.claim === null || head.claim.until - clock.realNow() < attemptNeedsMs) return null;
    if (effect.do === 'fold') return onlyGone(await messenger.delete(to, effect.messageId));
    if (effect.do === 'say') {
      if (effect.until !== null && effect.until <= clock.now()) return { kind: 'done' };
      return this.#closing(doc, to, await messenger.post(to, withLinks(effect.message)));
    }
    // Drawn from the state as it is now: the document may have moved on while this waited for its place.
    const present = (await loop.parts.documents.load(doc.key))?.doc ?? doc;
    const message = machineOf(present.kind as MovingKind).draw(present.state, effect.slot, { at: clock.now(), rate: clock.rate });
    if (message === null) return { kind: 'done' };
    if (effect.do === 'post') return this.#closing(doc, to, await messenger.post(to, withLinks(message)));
    const known = present.posted[effect.slot];
    return known === undefined ? { kind: 'done' } : onlyGone(await messenger.edit(to, known.id, withLinks(message)));
  }

  /** A final no about the conversation is kept, so that nothing more is sent there. */
  async #closing(doc: Doc, to: Address, outcome: SendOutcome): Promise<SendOutcome> {
    if (outcome.kind !== 'gone' || !outcome.closes) return outcome;
    const key = conversationKey(to.tenant, conversationOf(to.thread));
    await this.#parts.loop.advance(key, 'conversation', { event: { type: 'closed', why: outcome.why } });
    this.#parts.loop.parts.log.warn('conversation.closed', { name: doc.key.name, why: outcome.why });
    return outcome;
  }
}

/** An edit or deletion that found nothing is finished. */
const onlyGone = (outcome: SendOutcome): Done => (outcome.kind === 'gone' ? { kind: 'done' } : outcome);

function priorityOf(doc: Doc, effect: Effect): Priority {
  if (effect.do === 'edit' || effect.do === 'fold') return 'edit';
  if (effect.do === 'post' && effect.isAnnouncement) return 'announcement';
  return doc.kind === 'person' ? 'reminder' : 'message';
}
