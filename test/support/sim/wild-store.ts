// The store as one process has it: every call leaves, happens and is answered in steps of its own, and the weather may
// refuse it, fail it, or do it and lose the answer.

import type { Store } from '../../../src/app/ports.ts';
import type { Instant } from '../../../src/core/time.ts';
import type { Dice } from './dice.ts';
import { looking } from './looking.ts';
import { type Call, storeOver, type Tables } from './memory-tables.ts';
import type { Weather } from './plan.ts';
import type { Life, Timeline } from './timeline.ts';

/** A fault that the weather made; any other one is a fault of the service. */
export class StoreFault extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'StoreFault';
  }
}

export interface WildParts {
  readonly timeline: Timeline;
  readonly dice: Dice;
  readonly tables: Tables;
  readonly weather: () => Weather;
  /** Embedded in the process: a call that has not happened dies with it. Otherwise it may still happen. */
  readonly isEmbedded: boolean;
  readonly downUntil: () => Instant;
  /** Who writes while a call happens, and when it was called: what is written was decided at that instant. */
  readonly writing: Writing;
  readonly trace: (line: string) => void;
}

export interface Writing {
  by: Life | null;
  calledAt: Instant;
  /** On behalf of a client that only looks at a card. */
  isLook: boolean;
}

type Trouble = 'none' | 'failed' | 'conflict' | 'lost-answer' | 'retried';

function troubleOf(dice: Dice, { store }: Weather, isWrite: boolean): Trouble {
  if (dice.isLucky(store.failed)) return 'failed';
  if (!isWrite) return 'none';
  if (dice.isLucky(store.conflict)) return 'conflict';
  if (dice.isLucky(store.lostAnswer)) return 'lost-answer';
  return dice.isLucky(store.retried) ? 'retried' : 'none';
}

export function wildStore(life: Life, parts: WildParts): Store {
  const { timeline, dice, tables, weather, isEmbedded, downUntil, writing, trace } = parts;
  const call: Call = (what, work) => new Promise((resolve, reject) => {
    const calledAt = timeline.now;
    const isLook = looking.getStore() === true;
    const isLate = dice.isLucky(weather().store.late);
    const trouble = troubleOf(dice, weather(), what.isWrite);
    const outMs = dice.between(0.1, isLate ? 1_500 : isEmbedded ? 1 : 8);
    const backMs = dice.between(0.1, isLate ? 2_500 : isEmbedded ? 1 : 8);
    const label = `${life.name} ${what.name}`;
    const back = (answer: () => void): void => { timeline.after(backMs, { life, label: `${label} answer` }, answer); };
    const happen = (): void => {
      const isFailed = trouble === 'failed' || timeline.now < downUntil();
      const isRefused = trouble === 'conflict' && /^(create|replace)/.test(what.name);
      if (what.isWrite) trace(`${label} ${isFailed ? 'fails' : isRefused ? 'conflict' : trouble}`);
      if (isFailed) { back(() => { reject(new StoreFault(what.name)); }); return; }
      if (isRefused) { back(() => { resolve({ kind: 'conflict' } as never); }); return; }
      Object.assign(writing, { by: life, calledAt, isLook });
      const result = work();
      writing.by = null;
      if (trouble === 'lost-answer') back(() => { reject(new StoreFault(`${what.name}: answer lost`)); });
      else if (trouble === 'retried' && /^(create|replace)/.test(what.name)) back(() => { resolve({ kind: 'conflict' } as never); });
      else back(() => { resolve(result); });
    };
    if (isEmbedded) timeline.after(outMs, { life, label }, happen);
    else timeline.after(0, { life, label: `${label} leave` }, () => { timeline.after(outMs, { life: null, label }, happen); });
  });
  return storeOver(tables, call);
}
