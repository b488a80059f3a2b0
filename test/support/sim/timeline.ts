// Virtual time: every asynchronous step of the simulation waits here until it is picked, one at a time. Whatever it sets
// going is worked off before the next pick, so the order of everything follows from the seed.

import type { Instant, Millis } from '../../../src/core/time.ts';
import type { Dice } from './dice.ts';

/** A process: its steps are never picked once it is dead, and only later while it is frozen. */
export class Life {
  readonly name: string;
  isAlive = true;
  diedAt: Instant = Number.POSITIVE_INFINITY;
  frozenFrom: Instant = 0;
  frozenUntil: Instant = 0;

  constructor(name: string) { this.name = name; }

  /** It stands still from `now` on, or longer than it did anyway. */
  freeze(now: Instant, until: Instant): void {
    if (this.frozenUntil <= now) this.frozenFrom = now;
    this.frozenUntil = Math.max(this.frozenUntil, until);
  }
}

export interface Step {
  at: Instant;
  readonly tie: number;
  /** Null for what happens on the network or among people. */
  readonly life: Life | null;
  readonly label: string;
  isCancelled: boolean;
  readonly run: () => void;
}

const isAlive = (life: Life | null): boolean => life === null || life.isAlive;
const isBefore = (a: Step, b: Step): boolean => a.at < b.at || (a.at === b.at && a.tie < b.tie);

export class Timeline {
  /** Real time of the simulated world, with fractions of a millisecond. */
  now: Instant;
  /** Told of every step that is about to run, with its number; a kill belongs here. */
  onPick: (step: Step, number: number) => void = () => {};
  pickCount = 0;
  readonly #dice: Dice;
  readonly #heap: Step[] = [];

  constructor(startAt: Instant, dice: Dice) {
    this.now = startAt;
    this.#dice = dice;
  }

  after(delayMs: Millis, what: { readonly life: Life | null; readonly label: string }, run: () => void): { cancel(): void } {
    const step: Step = { ...what, at: this.now + Math.max(0, delayMs), tie: this.#dice.next(), isCancelled: false, run };
    this.#push(step);
    return { cancel: () => { step.isCancelled = true; } };
  }

  /** Runs until `isOver` or until nothing is left before `endAt`; true if it was over. */
  async run(isOver: () => boolean, endAt: Instant): Promise<boolean> {
    while (!isOver()) {
      const step = this.#pop();
      if (step === null || step.at > endAt) return false;
      if (step.isCancelled || !isAlive(step.life)) continue;
      if (step.life !== null && step.life.frozenUntil > step.at) {
        step.at = step.life.frozenUntil;
        this.#push(step);
        continue;
      }
      this.now = Math.max(this.now, step.at);
      this.pickCount++;
      this.onPick(step, this.pickCount);
      if (!isAlive(step.life)) continue;
      if (step.life !== null && step.life.frozenUntil > this.now) {
        step.at = step.life.frozenUntil;
        this.#push(step);
        continue;
      }
      step.run();
      await drained();
    }
    return true;
  }

  #push(step: Step): void {
    const heap = this.#heap;
    let at = heap.push(step) - 1;
    while (at > 0) {
      const parentAt = (at - 1) >> 1;
      const parent = heap[parentAt];
      if (parent === undefined || !isBefore(step, parent)) break;
      heap[at] = parent;
      at = parentAt;
    }
    heap[at] = step;
  }

  #pop(): Step | null {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined) return null;
    if (heap.length > 0) this.#sink(last);
    return top;
  }

  #sink(step: Step): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      const left = heap[2 * at + 1];
      const right = heap[2 * at + 2];
      const child = left !== undefined && right !== undefined && isBefore(right, left) ? right : left;
      if (child === undefined || !isBefore(child, step)) break;
      heap[at] = child;
      at = child === left ? 2 * at + 1 : 2 * at + 2;
    }
    heap[at] = step;
  }
}

/** Every promise that could go on has gone on. */
const drained = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
