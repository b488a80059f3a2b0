// How far this machine's clock is from the database's, which all processes share. Each write is stamped with the second of
// the database's clock, somewhere between asking and hearing; many of them narrow the difference down.

import { type Instant, type Millis, minutes, secondMs } from '../../core/time.ts';

/** Machines' clocks are corrected now and then: what was learned longer ago is forgotten. */
const forgottenAfterMs: Millis = minutes(10);

export interface Stamped {
  /** This machine's clock, before and after. */
  readonly askedAt: Instant;
  readonly heardAt: Instant;
  /** The database's, whole seconds since 1970. */
  readonly stampSeconds: number;
}

export class Skew {
  #since: Instant = -Infinity;
  /** The machine is ahead of the database by something in between. */
  #least: Millis = -Infinity;
  #most: Millis = Infinity;

  observe({ askedAt, heardAt, stampSeconds }: Stamped): void {
    const stampedAt = stampSeconds * secondMs;
    const [least, most] = [askedAt - stampedAt - secondMs, heardAt - stampedAt];
    const isAnew = askedAt - this.#since > forgottenAfterMs || least > this.#most || most < this.#least;
    if (isAnew) this.#since = askedAt;
    this.#least = isAnew ? least : Math.max(this.#least, least);
    this.#most = isAnew ? most : Math.min(this.#most, most);
  }

  /** By how much the machine is surely ahead; negative: behind; 0 while both may be the same. */
  aheadMs(): Millis { return this.#least > 0 ? this.#least : Math.min(this.#most, 0); }
}
