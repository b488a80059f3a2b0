// Answers to what people type: posted at once, in order, without an outbox, since a lost one is asked for again.

import { type Instant, type Millis, minutes, seconds } from '../core/time.ts';
import type { Message } from '../core/messages.ts';
import { faultOf, type Log } from '../log.ts';
import { KeyedQueue } from './keyed-queue.ts';
import type { Pace } from './pace.ts';
import type { Address, Messenger, Scheduler } from './ports.ts';
import { traceOfPlace } from './traces.ts';

const maxAttempts = 4;
const retryMs: Millis = seconds(1);
/** Asked to wait longer, an answer is given up: it would come out of nowhere, and asking again is quicker. */
const patienceMs: Millis = seconds(10);
/** Answers waiting for one conversation beyond this many are dropped: somebody floods. */
const maxWaiting = 30;
/** A chat is told of trouble this often at most, however many people meet it. */
const complainsEveryMs: Millis = minutes(1);

export interface RepliesParts {
  readonly messenger: Messenger;
  readonly pace: Pace;
  readonly scheduler: Scheduler;
  readonly realNow: () => Instant;
  readonly log: Log;
  readonly withLinks: (message: Message) => Message;
}

export class Replies {
  readonly #parts: RepliesParts;
  readonly #queue = new KeyedQueue();
  readonly #waiting = new Map<string, number>();
  readonly #complainedAt = new Map<string, Instant>();

  constructor(parts: RepliesParts) { this.#parts = parts; }

  /** Posts `message` behind the earlier answers there; returns at once. */
  say(to: Address, message: Message): void {
    const count = this.#waiting.get(to.thread) ?? 0;
    if (count >= maxWaiting) { this.#parts.log.warn('reply.dropped', { ...traceOfPlace(to), waiting: count }); return; }
    this.#waiting.set(to.thread, count + 1);
    void this.#queue.run(to.thread, () => this.#post(to, message))
      .catch((error: unknown) => { this.#parts.log.error('reply.failed', { ...traceOfPlace(to), card: message.card, ...faultOf(error) }); })
      .finally(() => this.#done(to.thread));
  }

  /** Says what went wrong, unless the same chat has just been told that something did. */
  complain(to: Address, message: Message): void {
    const realNow = this.#parts.realNow();
    for (const [thread, at] of this.#complainedAt) if (realNow - at >= complainsEveryMs) this.#complainedAt.delete(thread);
    if (this.#complainedAt.has(to.thread)) return;
    this.#complainedAt.set(to.thread, realNow);
    this.say(to, message);
  }

  idle(): Promise<void> { return this.#queue.idle(); }

  #done(thread: string): void {
    const left = (this.#waiting.get(thread) ?? 1) - 1;
    if (left <= 0) this.#waiting.delete(thread); else this.#waiting.set(thread, left);
  }

  async #post(to: Address, message: Message): Promise<void> {
    const { pace, messenger, scheduler, log, withLinks } = this.#parts;
    for (let attempt = 1; attempt <= maxAttempts; attempt++) {
      await pace.place(to.tenant, to.thread, { priority: 'message', startsAt: null });
      const outcome = await messenger.post(to, withLinks(message));
      // An unknown outcome is not tried again: the same answer twice is worse than asking once more.
      if (outcome.kind !== 'later') { if (outcome.kind !== 'sent') log.info(`reply.${outcome.kind}`, { ...traceOfPlace(to), card: message.card, why: outcome.why }); return; }
      const waitMs = Math.max(outcome.afterMs ?? 0, retryMs * attempt);
      if (waitMs > patienceMs || attempt === maxAttempts) { log.warn('reply.given-up', { ...traceOfPlace(to), card: message.card, why: outcome.why, attempt }); return; }
      await new Promise<void>((resolve) => { scheduler.after(waitMs, resolve); });
    }
  }
}
