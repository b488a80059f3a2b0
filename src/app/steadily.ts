// What must not be forgotten is written down sooner or later: the store is asked again until it has done it.

import { type Millis, seconds } from '../core/time.ts';
import { faultOf, type Log } from '../log.ts';
import type { Scheduler } from './ports.ts';

/** The longest pause is shorter than any doubt (reliability.md 1), so that what is known is written before it is doubted. */
const firstPauseMs: Millis = seconds(0.05);
const longestPauseMs: Millis = seconds(2);
const triesWhenStopping = 5;

/** Does `work` again until it succeeds; while the process is stopping a few times only, then throws the last fault. Real time. */
export async function steadily<T>(parts: { readonly scheduler: Scheduler; readonly log: Log }, isStopping: () => boolean, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (isStopping() && tries >= triesWhenStopping) throw error;
      parts.log.warn('store.again', { tries, ...faultOf(error) });
      const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** tries);
      await new Promise<void>((resolve) => { parts.scheduler.after(pauseMs, resolve); });
    }
  }
}
