// How far a pair is with its modules: one is done with a meeting they had, or practised for alone, once.

import type { Agreement, ModulePair } from './agreement.ts';
import { recordOf, withRecord } from './meetings.ts';
import type { Pair } from './pair.ts';

/** With the module of a meeting done; the same meeting counts once, and no further than there are modules. */
export function withModuleDone(pair: Pair, number: number): Pair {
  const { modulesDone, agreement } = pair;
  if (recordOf(pair, number).module !== null || modulesDone >= (agreement?.modules.length ?? 0)) return pair;
  return { ...withRecord(pair, number, { module: modulesDone }), modulesDone: modulesDone + 1 };
}

/** As if it had not been done, where that was the last one. */
export function withModuleUndone(pair: Pair, number: number): Pair {
  const { module } = recordOf(pair, number);
  return module === null || module !== pair.modulesDone - 1 ? pair : { ...withRecord(pair, number, { module: null }), modulesDone: module };
}

const isSameModule = (a: ModulePair, b: ModulePair): boolean => a.application === b.application && a.insight === b.insight;

/** How many of the modules `now` are done: up to the last that was. */
export function doneOf({ agreement, modulesDone }: Pair, now: Agreement['modules']): number {
  const done = agreement?.modules.slice(0, modulesDone) ?? [];
  return now.findLastIndex((each) => done.some((one) => isSameModule(one, each))) + 1;
}
