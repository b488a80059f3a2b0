// `clock +2d`: moves the service's clock forward, stopping at each deadline on the way until what it caused is delivered.

import type { Instant } from '../core/time.ts';
import type { Courier } from './courier.ts';
import type { Loop } from './loop.ts';
import type { MovableClock } from './service-clock.ts';
import type { Sweep } from './sweep.ts';

export interface ClockRunParts {
  readonly clock: MovableClock;
  readonly loop: Loop;
  readonly sweep: Sweep;
  readonly courier: Courier;
}

/** A deadline that does not go away is passed by after this many tries. */
const triesPerDeadline = 3;

/** Moves to `target`; gives the number of deadlines met on the way. */
export async function runClockTo(target: Instant, { clock, loop, sweep, courier }: ClockRunParts): Promise<number> {
  let deadlineCount = 0;
  let tries = 0;
  let last: Instant | null = null;
  for (;;) {
    const next = await loop.parts.documents.nextWake();
    if (next === null || next > target) break;
    tries = next === last ? tries + 1 : 1;
    if (tries > triesPerDeadline) break;
    if (next !== last) deadlineCount++;
    last = next;
    await clock.moveTo(next);
    await sweep.settle();
    await courier.idle();
  }
  await clock.moveTo(target);
  await sweep.settle();
  await courier.idle();
  return deadlineCount;
}
