// How the fake connector behaves while several processes send to it: slow, busy, broken now and then; and where a post was
// answered so that nobody can know whether it came.

import type { FaultRule } from '../../support/fake-connector.ts';
import type { Fault, Recorded } from '../../support/connector-faults.ts';
import type { Dice } from '../../support/sim/dice.ts';

type Request = Parameters<FaultRule>[0];
/** Above it the service has given the request up (its deadline is 5 s). */
const givenUpAfterMs = 4_500;

const moods: readonly { readonly share: number; readonly fault: (dice: Dice) => Fault }[] = [
  { share: 0.015, fault: () => ({ kind: 'status', status: 429, isApplied: false }) },
  { share: 0.01, fault: (dice) => ({ kind: 'status', status: 429, retryAfter: String(1 + dice.below(3)), isApplied: false }) },
  { share: 0.006, fault: (dice) => ({ kind: 'status', status: 503, isApplied: dice.isLucky(0.5) }) },
  { share: 0.006, fault: (dice) => ({ kind: 'cut', isApplied: dice.isLucky(0.5) }) },
  { share: 0.002, fault: (dice) => ({ kind: 'silence', isApplied: dice.isLucky(0.5) }) },
  { share: 0.01, fault: (dice) => ({ kind: 'slow', delayMs: dice.between(500, 5_500) }) },
];

export class Mood {
  readonly #dice: Dice;
  readonly #leftOpen: Request[] = [];
  /** Counts by kind of what it did to requests. */
  readonly counts = new Map<string, number>();

  constructor(dice: Dice) { this.#dice = dice; }

  readonly rule: FaultRule = (request) => {
    const fault = this.#faultOf();
    if (fault.kind !== 'slow' || fault.delayMs > 500) this.counts.set(fault.kind, (this.counts.get(fault.kind) ?? 0) + 1);
    const isOpen = fault.kind === 'slow' ? fault.delayMs > givenUpAfterMs : fault.kind !== 'status' || fault.status !== 429;
    if (isOpen) this.#leftOpen.push(request);
    return fault;
  };

  /** Whether this request was answered so that its sender could not know what became of it. */
  leftOpen({ at, conversation, act, from }: Recorded): boolean {
    return this.#leftOpen.some((each) => each.at === at && each.conversation === conversation && each.act === act && each.from === from);
  }

  #faultOf(): Fault {
    let left = this.#dice.next();
    for (const { share, fault } of moods) {
      if (left < share) return fault(this.#dice);
      left -= share;
    }
    return { kind: 'slow', delayMs: this.#dice.between(5, 60) };
  }
}
