// The hour as a flat list of phases: the opening, one turn for each problem owner, the close. Which minutes is data of
// the protocol (domain.md 1.2); here they are only put together.

import { minutes, seconds, type Millis } from '../time.ts';
import type { Fit, Phase, PhaseId, Protocol } from '../protocols/protocol.ts';
import { takeTime, type Step } from './take-time.ts';

export type { Step } from './take-time.ts';

/** What is to be planned. */
export interface Booking {
  readonly lengthMinutes: number;
  /** In the order of their turns. */
  readonly owners: readonly { readonly hasWriteUp: boolean }[];
  /** The time there is for opening, turns and close, in milliseconds, when the whole of it shall be used. */
  readonly wholeHourMs?: Millis | undefined;
}

/** Turns that fill an hour are cut into whole multiples of this. */
const unitMs = seconds(5);

/**
 * The phases of a session in order, with their lengths; phases without minutes are left out.
 * With `wholeHourMs` the turns share what opening and close leave, as far as the protocol allows, and are never shorter
 * than planned unless there is no time: then they pay by the rule of the clock (domain.md 1.4).
 * Throws RangeError where the protocol has no fit, such as for more owners than `maxOwners`.
 */
export function planHour(protocol: Protocol, booking: Booking): readonly Step[] {
  const fit = fitFor(protocol, { lengthMinutes: booking.lengthMinutes, ownerCount: booking.owners.length });
  if (fit === undefined) throw new RangeError(`${protocol.id} has no ${booking.lengthMinutes} minutes for ${booking.owners.length} owners`);
  const turns = booking.owners.map(({ hasWriteUp }, turn) => stepsOfTurn(protocol, minutesOfTurn(fit, turn, hasWriteUp), turn));
  const hour: Hour = { opening: stepsAround(protocol.opening, fit.openingMinutes), turns, close: stepsAround(protocol.close, fit.closeMinutes) };
  if (booking.wholeHourMs === undefined) return flat(hour);
  const filled = flat(fillHour(hour, booking.wholeHourMs, minutes(fit.wholeHourTurnMinutes ?? 0)));
  const overMs = lengthOf(filled) - booking.wholeHourMs;
  return takeTime(filled, { after: beforeTurns(filled), amountMs: overMs, givesLast: protocol.givesLast }).steps;
}

/** Index of the last step before the first turn: -1 where the hour begins with it. */
const beforeTurns = (steps: readonly Step[]): number => (steps[0]?.turn === null ? 0 : -1);

/**
 * The hour shorter by `amountMs`, as far as it can be (domain.md 1.4): first what the protocol calls optional goes whole,
 * the last of it first, as long as that is not more than is wanted; the turns pay the rest by the rule of the clock.
 */
export function shortened(protocol: Protocol, planned: readonly Step[], amountMs: Millis): { readonly steps: readonly Step[]; readonly takenMs: Millis } {
  const isOptional = ({ phase }: Step): boolean => protocol.turn.some(({ id, isOptional: mayGo }) => id === phase && mayGo === true);
  const dropped = planned.toReversed().reduce<readonly Step[]>((gone, step) =>
    (isOptional(step) && lengthOf(gone) + step.lengthMs <= amountMs ? [...gone, step] : gone), []);
  const left = planned.filter((step) => !dropped.includes(step));
  const paid = takeTime(left, { after: beforeTurns(left), amountMs: amountMs - lengthOf(dropped), givesLast: protocol.givesLast });
  return { steps: paid.steps, takenMs: lengthOf(dropped) + paid.takenMs };
}

/** Whether this number of owners ends early and may use the whole hour instead (domain.md 1.2, our decision). */
export const mayFillHour = (protocol: Protocol, size: Size): boolean =>
  fitFor(protocol, size)?.wholeHourTurnMinutes !== undefined;

/** The most problem owners of one group; 0 for a length the protocol does not have. */
export const maxOwners = (protocol: Protocol, lengthMinutes: number): number =>
  Math.max(0, ...protocol.fits.filter((fit) => fit.lengthMinutes === lengthMinutes).map((fit) => fit.owners));

interface Size {
  readonly lengthMinutes: number;
  readonly ownerCount: number;
}

/** Opening and close are one step or none. */
interface Hour {
  readonly opening: readonly Step[];
  readonly turns: readonly (readonly Step[])[];
  readonly close: readonly Step[];
}

const fitFor = (protocol: Protocol, { lengthMinutes, ownerCount }: Size): Fit | undefined =>
  protocol.fits.find((fit) => fit.lengthMinutes === lengthMinutes && fit.owners === ownerCount);
const flat = ({ opening, turns, close }: Hour): readonly Step[] => [...opening, ...turns.flat(), ...close];
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const lengthOf = (steps: readonly Step[]): Millis => sum(steps.map((step) => step.lengthMs));

/** Minutes of one turn by phase, after what its slot lacks and what a missing write-up needs have been moved. */
function minutesOfTurn(fit: Fit, turn: number, hasWriteUp: boolean): Readonly<Record<PhaseId, number>> {
  const result: Record<PhaseId, number> = { ...fit.turnMinutes };
  const add = (phase: PhaseId, n: number): void => { result[phase] = (result[phase] ?? 0) + n; };
  const slotMinutes = fit.slotMinutes?.[turn];
  if (slotMinutes !== undefined && fit.slotsTakeFrom !== undefined) {
    add(fit.slotsTakeFrom, slotMinutes - sum(Object.values(fit.turnMinutes)));
  }
  if (!hasWriteUp && fit.withoutWriteUp !== undefined) {
    add(fit.withoutWriteUp.phase, fit.withoutWriteUp.minutes);
    add(fit.withoutWriteUp.takenFrom, -fit.withoutWriteUp.minutes);
  }
  return result;
}

const stepsAround = (phase: Phase | null, lengthMinutes: number): readonly Step[] =>
  (phase === null || lengthMinutes === 0 ? [] : [{ turn: null, phase: phase.id, lengthMs: minutes(lengthMinutes) }]);

const stepsOfTurn = (protocol: Protocol, phaseMinutes: Readonly<Record<PhaseId, number>>, turn: number): readonly Step[] =>
  protocol.turn
    .map(({ id }) => ({ turn, phase: id, lengthMs: minutes(phaseMinutes[id] ?? 0) }))
    .filter((step) => step.lengthMs > 0);

/** Turns of equal length, at most `mostMs`, or the hour as it is if they would be shorter than that. */
function fillHour(hour: Hour, wholeHourMs: Millis, mostMs: Millis): Hour {
  const { opening, turns, close } = hour;
  const shareableMs = wholeHourMs - lengthOf([...opening, ...close]);
  const unitCount = Math.floor(Math.min(shareableMs, mostMs * turns.length) / unitMs);
  const shares = shareOut(unitCount, turns.map(() => 1));
  if (turns.length === 0 || turns.some((steps, turn) => (shares[turn] ?? 0) * unitMs < lengthOf(steps))) return hour;
  const filled = turns.map((steps, turn) => stretch(steps, shares[turn] ?? 0));
  // What is less than a unit goes to the close, so that a full hour ends at its planned instant.
  const spareMs = shareableMs - unitCount * unitMs;
  return { opening, turns: filled, close: spareMs < unitMs ? close.map((step) => ({ ...step, lengthMs: step.lengthMs + spareMs })) : close };
}

/** The phases of a turn in their proportions, `unitCount` units in all. */
function stretch(steps: readonly Step[], unitCount: number): readonly Step[] {
  const shares = shareOut(unitCount, steps.map((step) => step.lengthMs));
  return steps.map((step, index) => ({ ...step, lengthMs: (shares[index] ?? 0) * unitMs }));
}

/** `count` whole units in the proportions of `weights`, by largest remainder; on a tie the earlier one. */
function shareOut(count: number, weights: readonly number[]): readonly number[] {
  const total = sum(weights);
  const shares = weights.map((weight) => Math.floor((count * weight) / total));
  const remainders = weights.map((weight, index) => ({ index, remainder: (count * weight) % total }));
  const leftCount = count - sum(shares);
  const rounded = new Set(remainders.toSorted((a, b) => b.remainder - a.remainder).slice(0, leftCount).map(({ index }) => index));
  return shares.map((share, index) => (rounded.has(index) ? share + 1 : share));
}
