// The machine behind the ports: its clock, its randomness, its timers. Everything else is given these.

import { randomInt, randomFillSync } from 'node:crypto';
import type { Instant } from './core/time.ts';
import type { Random, Scheduler } from './app/ports.ts';

/**
 * A clock that follows `wallNow` forward and goes on by `ticks` (any monotonic count, ms) where that is set back: a session
 * neither repeats an hour nor waits one out because somebody has corrected the machine.
 */
export function neverBack(wallNow: () => Instant, ticks: () => number): () => Instant {
  let last = { at: wallNow(), ticks: ticks() };
  return () => {
    const now = ticks();
    last = { at: Math.max(wallNow(), last.at + now - last.ticks), ticks: now };
    return Math.floor(last.at);
  };
}

/** Real time in ms since 1970. */
export const realNow = neverBack(() => Date.now(), () => performance.now());

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

export const systemRandom: Random = {
  next: () => (randomFillSync(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
  id: (lengthChars) => Array.from({ length: lengthChars }, () => letters[randomInt(letters.length)]).join(''),
};

/** A timer beyond 24.8 days would fire at once; nothing is armed nearly so far ahead. */
const maxDelayMs = 2 ** 31 - 1;

export const systemScheduler: Scheduler = {
  after: (delayMs, work) => {
    const timer = setTimeout(work, Math.min(Math.max(0, delayMs), maxDelayMs));
    return { cancel: () => { clearTimeout(timer); } };
  },
};
