// What one process knows of the sends of one conversation or tenant: its own when they went, and those of all processes as
// the store tells them. A place is counted there before it is used here, so both are kept to.

import type { Instant } from '../core/time.ts';
import { countedAhead, freeAt, type Limits, nothingSent, quietAt, type SentLately, withSend } from './sent-lately.ts';
import type { Taking } from './shared-places.ts';

export class Sends {
  readonly limits: Limits;
  readonly limitsOfAll: Limits;
  /** By this process, when they went. */
  #own: SentLately = nothingSent;
  /** By all processes, as the store last told. */
  #all: SentLately = nothingSent;
  /** Asked of the store and not answered yet: these places are counted here meanwhile. */
  #askedCount = 0;
  /** `#all`, and what is asked for. */
  #counted: SentLately = nothingSent;

  constructor(limits: Limits) {
    this.limits = limits;
    this.limitsOfAll = countedAhead(limits);
  }

  /** When one may go that has its place among all processes, or ask for one. */
  freeAt({ isTaken }: { readonly isTaken: boolean }, now: Instant, reserved: number): Instant {
    const ownAt = freeAt(this.#own, this.limits, { now, reserved });
    return isTaken ? ownAt : Math.max(ownAt, freeAt(this.#counted, this.limitsOfAll, { now, reserved }));
  }
  isQuiet(now: Instant): boolean { return this.#askedCount === 0 && Math.max(quietAt(this.#own, this.limits), quietAt(this.#all, this.limitsOfAll)) <= now; }

  add(now: Instant): void { this.#own = withSend(this.#own, this.limits, now); }

  ask(now: Instant): void {
    this.#askedCount++;
    this.#counted = withSend(this.#counted, this.limitsOfAll, now);
  }

  /** The answer to one that was asked; null when it was not asked after all. */
  learn(taking: Pick<Taking, 'sent'> | null, now: Instant): void {
    this.#askedCount--;
    this.#all = taking?.sent ?? this.#all;
    this.#counted = this.#all;
    for (let n = 0; n < this.#askedCount; n++) this.#counted = withSend(this.#counted, this.limitsOfAll, now);
  }
}
