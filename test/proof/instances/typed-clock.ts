// The service's clock, moved and set faster by what somebody types to any of the processes: soon all of them go by it.

import { setTimeout as wait } from 'node:timers/promises';
import type { Instant } from '../../../src/core/time.ts';
import type { FakeConnector } from '../../support/fake-connector.ts';
import { Person } from '../../support/person.ts';
import { linesOf } from '../../support/read-card.ts';
import type { Dice } from '../../support/sim/dice.ts';
import { tenant } from '../kill-circle.ts';
import type { Instance } from './instance.ts';
import type { Trio } from './trio.ts';

interface Anchor {
  readonly serviceAt: Instant;
  readonly realAt: number;
  readonly rate: number;
}

export interface ClockParts {
  readonly trio: Trio;
  readonly connector: FakeConnector;
  readonly dice: Dice;
  readonly clockRate: number;
}

/** Until all go by what one of them was told. */
const followsWithinMs = 3_000;
/** Real time by which an answer may differ: processes read the machine's clock one after another. */
const toleranceMs = 100;
/** From one word to the next, about. */
const everyMs = 9_000;
const answersWithinMs = 8_000;

/** What the store says of the clock. */
export async function anchorOf({ store }: Trio): Promise<Anchor> {
  const stored = await store.documents.load({ partition: 'local|clock', name: 'clock' });
  if (stored === null) throw new Error('no clock is kept');
  return stored.doc.state as Anchor;
}
export const shown = ({ serviceAt, realAt, rate }: Anchor, at: number): Instant => serviceAt + (at - realAt) * rate;

/** Types something to one process in a chat of its own, and gives the instant it is answered with; null for no answer in time. */
export async function typed(instance: Instance, text: string, connector: FakeConnector): Promise<{ readonly from: number; readonly to: number; readonly instant: Instant } | null> {
  const keeper = new Person({ name: `Keeper ${instance.address}`, id: `keeper-${instance.address}`, tenant, connector, botUrl: instance.url });
  const chat = keeper.privateChat;
  const before = connector.visible(chat.id).length;
  const from = Date.now();
  try {
    void keeper.says(chat, text).catch(() => undefined);
    await connector.waitFor(() => connector.visible(chat.id).length > before, answersWithinMs);
  } catch {
    return null;
  }
  const words = linesOf(connector.visible(chat.id).at(-1)?.activity ?? {}).join(' ');
  const found = /\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(words)?.[0];
  return found === undefined ? null : { from, to: Date.now(), instant: Date.parse(found) };
}

/** Whether a process that is well goes by the clock that is kept: a sentence if it does not. */
export async function clockFault(instance: Instance, { trio, connector }: Pick<ClockParts, 'trio' | 'connector'>): Promise<string | null> {
  const anchor = await anchorOf(trio);
  const answer = await typed(instance, 'clock', connector);
  const isSame = JSON.stringify(await anchorOf(trio)) === JSON.stringify(anchor);
  if (answer === null || !isSame || !isWellSince(instance, answer.from - followsWithinMs)) return null;
  const [earliest, latest] = [shown(anchor, answer.from - toleranceMs), shown(anchor, answer.to + toleranceMs)];
  if (answer.instant >= earliest && answer.instant <= latest) return null;
  const offMs = answer.instant < earliest ? answer.instant - earliest : answer.instant - latest;
  return `${instance.address} is ${Math.round(offMs / 1_000)} s of the service's clock away from the others`;
}

const isWellSince = (instance: Instance, at: number): boolean => instance.isHealthy && instance.troubles.every(({ to }) => to < at);

export interface MovingClock {
  readonly faults: string[];
  readonly counts: { moved: number; rated: number; compared: number };
  stop(): Promise<void>;
}

/** Moves the clock now and then for as long as it is not stopped. At the end it runs as fast as at the beginning. */
export function moveClock({ trio, connector, dice, clockRate }: ClockParts): MovingClock {
  const faults: string[] = [];
  const counts = { moved: 0, rated: 0, compared: 0 };
  let isOver = false;
  const tell = async (words: string): Promise<void> => {
    const [instance] = trio.healthy.length === 0 ? [] : [dice.pick(trio.healthy)];
    if (instance === undefined) return;
    await typed(instance, words, connector);
    await wait(followsWithinMs);
    for (const each of trio.healthy) {
      const fault = await clockFault(each, { trio, connector });
      counts.compared++;
      if (fault !== null) faults.push(`after "${words}" to ${instance.address}: ${fault}`);
    }
  };
  const goOn = async (): Promise<void> => {
    while (!isOver) {
      await wait(dice.between(0.5, 1.5) * everyMs);
      const isMove = dice.isLucky(0.5);
      counts[isMove ? 'moved' : 'rated']++;
      if (!isOver) await tell(isMove ? `clock +${1 + dice.below(3)}m` : `clock rate ${Math.round(clockRate * dice.between(0.5, 1.5))}`);
    }
    await tell(`clock rate ${clockRate}`);
  };
  const going = goOn();
  return { faults, counts, stop: async () => { isOver = true; await going; } };
}
