// What one seed stands for: who meets, how fast they go, how many processes serve them, and what goes wrong meanwhile.

import { hourMs, type Millis, minutes, seconds } from '../../../src/core/time.ts';
import type { Dice } from './dice.ts';

/** Probabilities are per call, intervals the mean between two; 0 for never. */
export interface Weather {
  readonly store: {
    readonly late: number;
    /** Refused as if somebody else had written. */
    readonly conflict: number;
    readonly failed: number;
    /** Written, and the answer is a fault. */
    readonly lostAnswer: number;
    /** Written, and the answer of a retry inside the store's client is a conflict. */
    readonly retried: number;
    readonly downEveryMs: Millis;
  };
  readonly teams: {
    readonly slow: number;
    /** Lands after the caller has given up. */
    readonly far: number;
    readonly busy: number;
    readonly broken: number;
    readonly cut: number;
    readonly refused: number;
  };
  readonly killEveryMs: Millis;
  readonly freezeEveryMs: Millis;
  /** Each person's 1:1 chat says no for good with this probability. */
  readonly blocked: number;
  /** The community's own chat says no for a while. */
  readonly isRemovedForAWhile: boolean;
}

export interface Plan {
  readonly ownerCount: number;
  readonly helperCount: number;
  readonly sessionCount: number;
  /** Driven by `next`, or left to the clock. */
  readonly style: 'driven' | 'clock';
  /** Who moves on when a phase is over, as the community is set up. */
  readonly movesOn: 'clock' | 'chair';
  /** A channel has threads, and in it each group its own; a group chat is flat. */
  readonly place: 'channel' | 'group';
  /** As typed behind `start`; '' for the community's own protocol. */
  readonly protocol: string;
  /** `Stay together` is pressed where groups are offered. */
  readonly isTogether: boolean;
  /** So many of the helpers come in only while the hour runs. */
  readonly lateCount: number;
  /** Mean time between two looks of a client at somebody's own view; 0 for none. */
  readonly viewEveryMs: Millis;
  /** Somebody rehearses in their own chat meanwhile. */
  readonly hasRehearsal: boolean;
  readonly instanceCount: 1 | 2 | 3;
  readonly rate: number;
  /** Nothing goes wrong after this much real time, and nobody plays about. */
  readonly stormMs: Millis;
  /** The session must be over and everything delivered by then, in real time. */
  readonly limitMs: Millis;
  readonly weather: Weather;
  /** Mean time between two things somebody does beside the plan; 0 for none. */
  readonly mischiefEveryMs: Millis;
}

/** A channel, its own protocol, everyone there from the start. */
export const ordinary = { place: 'channel', protocol: '', isTogether: false, lateCount: 0, viewEveryMs: 0, hasRehearsal: false } as const satisfies Partial<Plan>;
const otherProtocols = ['consultancy', 'troika', 'action-learning', 'tuning', 'case-study'];

export const calm: Weather = {
  store: { late: 0, conflict: 0, failed: 0, lostAnswer: 0, retried: 0, downEveryMs: 0 },
  teams: { slow: 0, far: 0, busy: 0, broken: 0, cut: 0, refused: 0 },
  killEveryMs: 0, freezeEveryMs: 0, blocked: 0, isRemovedForAWhile: false,
};

/** A mail in doubt waits ten minutes, and a doubt may follow a doubt. */
const settlingMs = minutes(45);

export function planOf(dice: Dice): Plan {
  const style = dice.isLucky(0.06) ? 'clock' : 'driven';
  const rate = dice.isLucky(0.1) ? dice.pick([10, 60]) : 1;
  const hasGroups = dice.isLucky(0.12);
  const ownerCount = hasGroups ? dice.pick([7, 7, 8, 10, 13]) : style === 'clock' ? dice.pick([1, 2, 3, 4]) : dice.pick([1, 1, 2]);
  const stormMs = style === 'clock' ? dice.between(0.3, 0.9) * hourMs / rate : seconds(dice.between(60, 180)) * (hasGroups ? 1.3 : 1);
  return {
    ownerCount, ...kindOf(dice, hasGroups), viewEveryMs: dice.isLucky(0.4) ? seconds(dice.between(2, 10)) : 0, hasRehearsal: dice.isLucky(0.08), sessionCount: style === 'driven' && dice.isLucky(0.2) ? 2 : 1,
    style, movesOn: dice.isLucky(0.3) ? 'chair' : 'clock', instanceCount: dice.isLucky(0.3) ? dice.pick([2, 2, 3]) : 1, rate, stormMs, limitMs: stormMs + settlingMs + 3 * hourMs / rate,
    weather: weatherOf(dice, style === 'clock' ? 5 : 1), mischiefEveryMs: dice.pick([0, seconds(4), seconds(12)]) * (style === 'clock' ? 10 / rate : 1),
  };
}

/** Where they meet, how, and how many come to help. */
function kindOf(dice: Dice, hasGroups: boolean): Pick<Plan, 'place' | 'protocol' | 'isTogether' | 'helperCount' | 'lateCount'> {
  const isOther = !hasGroups && dice.isLucky(0.15);
  return {
    place: dice.isLucky(hasGroups ? 0.5 : 0.15) ? 'group' : 'channel', protocol: isOther ? dice.pick(otherProtocols) : '', isTogether: hasGroups && dice.isLucky(0.15),
    helperCount: isOther ? dice.pick([1, 2, 4, 5]) : dice.pick([0, 1, 1, 2]), lateCount: dice.pick(hasGroups ? [0, 1, 2, 3] : [0, 0, 0, 1]),
  };
}

/** Each kind of trouble is there or not; `calmness` spreads the rare ones over a longer schedule. */
function weatherOf(dice: Dice, calmness: number): Weather {
  const perhaps = (most: number, chance = 0.4): number => (dice.isLucky(chance) ? dice.between(0.1, 1) * most : 0);
  const every = (from: Millis, to: Millis, chance: number): Millis => (dice.isLucky(chance) ? dice.between(from, to) * calmness : 0);
  return {
    store: {
      late: perhaps(0.1), conflict: perhaps(0.2), failed: perhaps(0.08), lostAnswer: perhaps(0.08), retried: perhaps(0.08),
      downEveryMs: every(seconds(30), seconds(120), 0.15),
    },
    teams: { slow: perhaps(0.3), far: perhaps(0.08), busy: perhaps(0.25), broken: perhaps(0.15), cut: perhaps(0.15), refused: perhaps(0.1) },
    killEveryMs: every(seconds(10), seconds(90), 0.45), freezeEveryMs: every(seconds(15), seconds(90), 0.25),
    blocked: perhaps(0.6, 0.25), isRemovedForAWhile: dice.isLucky(0.05),
  };
}
