// Chance with a seed: the same seed throws the same, so that one seed is one run.

import type { Random } from '../../../src/app/ports.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

export class Dice implements Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
    // Neighbouring seeds begin alike; a few throws later they have nothing in common.
    for (let n = 0; n < 8; n++) this.next();
  }

  /** Uniform in [0, 1) (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  id(lengthChars: number): string {
    return Array.from({ length: lengthChars }, () => letters[this.below(letters.length)]).join('');
  }

  /** A whole number from 0 to `count - 1`. */
  below(count: number): number { return Math.floor(this.next() * count); }
  between(from: number, to: number): number { return from + (to - from) * this.next(); }
  isLucky(probability: number): boolean { return this.next() < probability; }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.below(list.length)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }

  /** Dice of their own for one part, so that a change elsewhere leaves it alone. */
  fork(): Dice { return new Dice(this.below(2 ** 32)); }
}
