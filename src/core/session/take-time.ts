// Where time comes from when something needs it: one minute more, a late start, an overrun, a pause that keeps the
// planned end (domain.md 1.4, our decision). Later phases pay; the close never does.

import { minuteMs, seconds, type Millis } from '../time.ts';
import type { PhaseId } from '../protocols/protocol.ts';

/** One phase of the hour as planned. */
export interface Step {
  /** 0-based; null in the opening and the close. */
  readonly turn: number | null;
  readonly phase: PhaseId;
  readonly lengthMs: Millis;
}

const stepMs = seconds(15);
/** A phase that has a minute keeps it; a shorter one gives nothing. */
const floorMs = minuteMs;

/**
 * Takes `amountMs` from the phases after index `after`: from the longest later phase of the same turn (on a tie the
 * later one, `givesLast` only when no other can give), then equally from the remaining turns by the same rule.
 * In steps of 15 seconds; a step is smaller only where less is wanted or less is there. With `after` in the opening
 * (or -1) all turns pay equally. `takenMs` is less than asked when nothing is left to take.
 */
export function takeTime<S extends Step>(
  steps: readonly S[],
  take: { readonly after: number; readonly amountMs: Millis; readonly givesLast: PhaseId },
): { readonly steps: readonly S[]; readonly takenMs: Millis } {
  const payers = payersAfter(steps, take);
  const lengthsMs = steps.map((step) => step.lengthMs);
  let takenMs = 0;
  while (takenMs < take.amountMs) {
    const payer = nextPayer(payers);
    const phase = payer && nextPhase(payer);
    if (!payer || !phase) break;
    const givenMs = Math.min(stepMs, phase.lengthMs - floorMs, take.amountMs - takenMs);
    phase.lengthMs -= givenMs;
    payer.givenMs += givenMs;
    takenMs += givenMs;
    lengthsMs[phase.index] = phase.lengthMs;
  }
  return { steps: steps.map((step, index) => ({ ...step, lengthMs: lengthsMs[index] ?? step.lengthMs })), takenMs };
}

/** A phase that may pay, and what is left of it. */
interface PayingPhase {
  readonly index: number;
  readonly givesLast: boolean;
  lengthMs: Millis;
}

/** What is still to come of a turn, and what it has given so far. */
interface Payer {
  readonly isPresent: boolean;
  readonly phases: PayingPhase[];
  givenMs: Millis;
}

function payersAfter(steps: readonly Step[], take: { readonly after: number; readonly givesLast: PhaseId }): readonly Payer[] {
  const presentTurn = steps[take.after]?.turn ?? null;
  const payers = new Map<number, Payer>();
  steps.forEach(({ turn, phase, lengthMs }, index) => {
    if (index <= take.after || turn === null) return;
    const payer = payers.get(turn) ?? { isPresent: turn === presentTurn, phases: [], givenMs: 0 };
    payer.phases.push({ index, lengthMs, givesLast: phase === take.givesLast });
    payers.set(turn, payer);
  });
  return [...payers.values()];
}

const canGive = (phase: PayingPhase): boolean => phase.lengthMs > floorMs;

/** The present turn while it can give, then the turn that has given least; on a tie the later one. */
const nextPayer = (payers: readonly Payer[]): Payer | undefined =>
  lastBest(payers.filter((payer) => payer.phases.some(canGive)), (payer) => (payer.isPresent ? Infinity : -payer.givenMs));

const nextPhase = (payer: Payer): PayingPhase | undefined =>
  lastBest(payer.phases.filter(canGive), (phase) => (phase.givesLast ? -Infinity : phase.lengthMs));

/** The item of the highest score, the last of several. */
const lastBest = <T>(items: readonly T[], scoreOf: (item: T) => number): T | undefined =>
  items.reduce<T | undefined>((best, item) => (best === undefined || scoreOf(item) >= scoreOf(best) ? item : best), undefined);
