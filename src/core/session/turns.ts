// The turns of an hour, taken apart and put together again. Turns that are held or still to come stand first, in the order
// of their steps; those that found no time stand behind them, so that a turn's place is also its number on the cards.

import { type Instant, type Millis, minutes } from '../time.ts';
import type { PersonId } from '../keys.ts';
import type { Hour, HourStep, Live, Paused } from './session.ts';
import type { ShownWriteUp, Turn } from './turn.ts';
import type { Step } from './take-time.ts';

/** A turn that has not begun, with its steps. `from`: its place before, whose write-up it takes along; null for a new one. */
export interface Coming {
  readonly turn: Turn;
  readonly steps: readonly Step[];
  readonly from: number | null;
}

/** An hour taken apart around the present. */
export interface Parts {
  /** Everything up to the end of the present turn. */
  readonly head: readonly HourStep[];
  /** Turns that have begun: their places never change, since cards that were posted name them. */
  readonly begun: readonly Turn[];
  readonly coming: readonly Coming[];
  /** Carried over before they began. */
  readonly unheld: readonly Omit<Coming, 'steps'>[];
  /** What follows the turns. */
  readonly tail: readonly HourStep[];
}

export const lengthOf = (steps: readonly { readonly lengthMs: Millis }[]): Millis => steps.reduce((sum, { lengthMs }) => sum + lengthMs, 0);

/** How many turns have begun. */
const begunCount = ({ steps, at }: Hour): number => 1 + Math.max(-1, ...steps.slice(0, at + 1).map(({ turn }) => turn ?? -1));
/** How many turns there are on the cards: those that were carried over before they began are not counted. */
export const turnCountOf = ({ steps }: Pick<Hour, 'steps'>): number => 1 + Math.max(-1, ...steps.map(({ turn }) => turn ?? -1));

/** The turn that counts for this owner; -1 for someone without a problem. A turn that was broken off goes on in a later one. */
export const turnOfOwner = ({ turns }: Pick<Hour, 'turns'>, owner: PersonId): number =>
  turns.findLastIndex((turn) => turn.owner === owner && turn.off !== 'broken-off');

/** The turn in which what was written for this one counts. */
export function turnThatCounts({ turns }: Pick<Hour, 'turns'>, index: number): number {
  const turn = turns[index];
  return turn?.off === 'broken-off' ? turnOfOwner({ turns }, turn.owner) : index;
}

/** Whether a turn is still to begin; with no turns at all, whether the close is. Until then one may join by oneself (product.md 4.4). */
export function isBeforeLastTurn(hour: Hour): boolean {
  const count = turnCountOf(hour);
  return count === 0 ? hour.at < hour.steps.length - 1 : begunCount(hour) < count;
}

/** Whether the turns, their own talk included, are over. */
export const isAfterTurns = ({ steps, at }: Hour): boolean => at === steps.length - 1 && steps[at]?.turn === null;

export function partsOf(live: Live): Parts {
  const { steps, at, turns } = live;
  const presentTurn = steps[at]?.turn ?? null;
  const count = begunCount(live);
  const places = turns.map((turn, from) => ({ turn, from })).slice(count);
  const planned = turnCountOf(live);
  return {
    head: steps.filter(({ turn }, index) => index <= at || (turn !== null && turn === presentTurn)),
    begun: turns.slice(0, count),
    coming: places.filter(({ from }) => from < planned).map((place) => ({ ...place, steps: steps.filter(({ turn }) => turn === place.from) })),
    unheld: places.filter(({ from }) => from >= planned),
    tail: steps.filter(({ turn }, index) => index > at && turn === null),
  };
}

/** The hour of these parts. With other turns the end that was offered would be another one, and so is that of a paused session. */
export function assembled<L extends Live>(live: L, { head, begun, coming, unheld, tail }: Parts): L {
  const later = [...coming, ...unheld];
  const placeOf = (turn: number): number => {
    const place = later.findLastIndex(({ from }) => from === turn);
    return place < 0 ? turn : begun.length + place;
  };
  const steps = coming.flatMap((each, place) => each.steps.map((step): HourStep => ({
    plannedMs: step.lengthMs, ...step, turn: begun.length + place, beganAt: null, endedAt: null,
  })));
  const plannedEndsAt = (paused: Paused): Instant => phaseEndOf(paused) + lengthOf([...head.slice(live.at + 1), ...steps, ...tail]);
  return {
    ...live, ...(live.status === 'paused' && { plannedEndsAt: plannedEndsAt(live) }), steps: [...head, ...steps, ...tail], turns: [...begun, ...later.map(({ turn }) => turn)], offersLaterEnd: false,
    writeUps: live.writeUps.map((each): ShownWriteUp => ({ ...each, turn: placeOf(each.turn) })),
  };
}

/** When the present phase ends: of a paused session, as it stood when it was paused; what it runs over is paid for once the chair goes on. */
const phaseEndOf = (live: Live): Instant =>
  (live.status === 'running' ? live.phaseEndsAt : live.plannedEndsAt - lengthOf(live.steps.slice(live.at + 1)));

/** When the present turn ends, or the opening while there is none. */
export const turnEndsAt = (live: Live, { head }: Pick<Parts, 'head'>): Instant => phaseEndOf(live) + lengthOf(head.slice(live.at + 1));

/** The session's end as it stands: of a paused one, as it stood when it was paused. */
export const presentEndOf = (live: Live): Instant => phaseEndOf(live) + lengthOf(live.steps.slice(live.at + 1));

/** How far turns may reach: to the booked end, or the present one where that is later, since it was agreed to or could not be helped. */
export function latestEndOf(live: Live): Instant {
  const { lateMs, plannedAt, startedAt, lengthMinutes } = live;
  const beginsAt = lateMs > 0 && plannedAt !== null ? plannedAt : startedAt;
  return Math.max(beginsAt + minutes(lengthMinutes), presentEndOf(live));
}
