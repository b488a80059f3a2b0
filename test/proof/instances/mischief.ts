// What goes wrong at random while people meet: processes killed, held up, cut off from the store, throttled, updated; by chance
// and at least one of three is healthy at any time.

import { setTimeout as wait } from 'node:timers/promises';
import type { Dice } from '../../support/sim/dice.ts';
import type { Instance } from './instance.ts';
import type { Trio } from './trio.ts';

export const moments = ['before-write', 'after-write', 'before-send', 'during-send', 'after-send'] as const;

/** So long it may last even at the end. */
const leastMs = 5_000;

interface Deed {
  readonly name: string;
  readonly share: number;
  /** Resolves when the process is well again. `mostMs`: nothing lasts longer. */
  readonly work: (instance: Instance, dice: Dice, mostMs: number) => Promise<void>;
}

/** Most trouble is short. */
const seconds = (dice: Dice, from: number, to: number): number => 1_000 * (from + (to - from) * dice.next() ** 1.5);
const again = (instance: Instance, dice: Dice): Promise<void> => instance.start(dice.isLucky(0.5) ? dice.pick(moments) : null);

const deeds: readonly Deed[] = [
  { name: 'kill', share: 3, work: async (instance, dice) => {
    await (dice.isLucky(0.6) ? instance.killSoon(3_000) : instance.kill());
    await wait(seconds(dice, 0, 8));
    await again(instance, dice);
  } },
  { name: 'hold', share: 2, work: (instance, dice, mostMs) => instance.hold(Math.min(mostMs, seconds(dice, 1, 12))) },
  { name: 'hold past the lease', share: 2, work: (instance, dice, mostMs) => instance.hold(Math.min(mostMs, seconds(dice, 20, 60))) },
  { name: 'cut', share: 2, work: (instance, dice, mostMs) => instance.onLine({ kind: dice.isLucky(0.5) ? 'cut' : 'silent' }, Math.min(mostMs, seconds(dice, 1, 12))) },
  { name: 'cut for long', share: 1, work: (instance, dice, mostMs) => instance.onLine({ kind: dice.isLucky(0.5) ? 'cut' : 'silent' }, Math.min(mostMs, seconds(dice, 12, 40))) },
  { name: 'throttle', share: 2, work: (instance, dice, mostMs) => instance.onLine({ kind: 'throttled', share: dice.between(0.2, 1), retryAfterMs: dice.between(20, 1_500) }, Math.min(mostMs, seconds(dice, 2, 15))) },
  { name: 'slow', share: 1, work: (instance, dice, mostMs) => instance.onLine({ kind: 'slow', delayMs: dice.between(50, 1_200) }, Math.min(mostMs, seconds(dice, 2, 12))) },
  { name: 'update', share: 2, work: async (instance, dice) => {
    await instance.end();
    await again(instance, dice);
  } },
];
const bag = deeds.flatMap((deed) => Array.from({ length: deed.share }, () => deed));

export interface Mischief {
  readonly counts: Map<string, number>;
  /** Lets what is under way come to its end, and begins nothing more. */
  stop(): Promise<void>;
}

export interface MischiefParts {
  readonly trio: Trio;
  readonly dice: Dice;
  /** From one deed to the next, about. */
  readonly pauseMs: number;
  /** All is to be well again soon after this real time. */
  readonly until: number;
}

export function makeMischief({ trio, dice, pauseMs, until }: MischiefParts): Mischief {
  const counts = new Map<string, number>();
  const underWay = new Map<Instance, Promise<void>>();
  let isOver = false;
  const goOn = async (): Promise<void> => {
    while (!isOver) {
      await wait(dice.between(0.3, 1.7) * pauseMs);
      const victims = trio.healthy.filter((each) => !underWay.has(each));
      // The last healthy one is left alone.
      if (isOver || trio.healthy.length < 2 || victims.length === 0) continue;
      const [victim, deed] = [dice.pick(victims), dice.pick(bag)];
      counts.set(deed.name, (counts.get(deed.name) ?? 0) + 1);
      underWay.set(victim, deed.work(victim, dice, Math.max(leastMs, until - Date.now())).catch((error: unknown) => { victim.faults.push(`${deed.name}: ${String(error)}`); }).finally(() => underWay.delete(victim)));
    }
  };
  const going = goOn();
  return {
    counts,
    stop: async () => {
      isOver = true;
      await going;
      await Promise.all(underWay.values());
    },
  };
}
