// `clock +2d`: moves the service's clock forward, stopping at each deadline on the way until what it caused is delivered,
// by whichever process.

import { type Instant, type Millis, seconds } from '../core/time.ts';
import { nameOf } from '../core/keys.ts';
import type { Courier } from './courier.ts';
import type { Loop } from './loop.ts';
import { leaseMs } from './outbox.ts';
import type { MovableClock } from './service-clock.ts';
import type { Sweep } from './sweep.ts';

export interface ClockRunParts {
  readonly clock: MovableClock;
  readonly loop: Loop;
  readonly sweep: Sweep;
  readonly courier: Courier;
  /** There are no other processes on this store. */
  readonly isAlone: boolean;
}

/** A deadline that does not go away is passed by after this many tries. */
const triesPerDeadline = 3;
/** What others have taken up is waited for, once for so long: a dead one's claims run out by then. Real time. */
const othersMs: Millis = leaseMs + seconds(8);
const lookAgainMs: Millis = seconds(0.05);
const lookedAtCount = 100;

/** Moves to `target`; gives the number of deadlines met on the way. */
export async function runClockTo(target: Instant, parts: ClockRunParts): Promise<number> {
  const { clock, loop } = parts;
  const passedBy = new Set<string>();
  // What a process has died over is not leapt over.
  await settle(parts, passedBy);
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
    await settle(parts, passedBy);
  }
  await clock.moveTo(target);
  await settle(parts, passedBy);
  return deadlineCount;
}

/** Until nothing is due and nothing under way, here or in another process. `passedBy`: documents that nobody got on with. */
async function settle({ clock, loop: { parts: { documents, scheduler } }, sweep, courier, isAlone }: ClockRunParts, passedBy: Set<string>): Promise<void> {
  const until = clock.realNow() + othersMs;
  for (;;) {
    await sweep.settle();
    await courier.idle();
    if (isAlone) return;
    const claimed = await documents.due({ now: Number.NEGATIVE_INFINITY, realNow: clock.realNow() + leaseMs }, lookedAtCount);
    const names = claimed.map(({ key }) => nameOf(key)).filter((name) => !passedBy.has(name));
    if (names.length === 0) return;
    if (clock.realNow() > until) { for (const name of names) passedBy.add(name); return; }
    await new Promise<void>((resolve) => { scheduler.after(lookAgainMs, resolve); });
  }
}
