// What was sent of late to one conversation or tenant, and when one more may go: below the platform's limits (platform.md),
// per bot and conversation 7 sends in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in an hour; per app and tenant 50 in 1 s.
// Pure, and small enough to be kept in a document.

import { type Instant, hourMs, type Millis, minuteMs, seconds } from '../core/time.ts';

interface Window {
  readonly count: number;
  readonly perMs: Millis;
}
export interface Limits {
  /** The first is the shortest, the last the longest. */
  readonly windows: readonly [Window, ...Window[]];
  /** Sends in an hour, by whole minutes; null for no such limit. */
  readonly perHour: number | null;
}

/** One below each published limit: they are Microsoft's estimates, and its clock is not ours. */
export const conversationLimits: Limits = {
  windows: [{ count: 6, perMs: seconds(1) }, { count: 7, perMs: seconds(2) }, { count: 58, perMs: seconds(30) }], perHour: 1_750,
};
export const tenantLimits: Limits = { windows: [{ count: 48, perMs: seconds(1) }], perHour: null };

/** Between a place that is taken among all processes and its use lie some requests to the store, now more, now less. */
const unevenMs: Millis = seconds(0.1);
/** The same limits for places that are counted so much before they are used. */
export const countedAhead = ({ windows: [first, ...others], perHour }: Limits): Limits => {
  const wider = ({ count, perMs }: Window): Window => ({ count, perMs: perMs + unevenMs });
  return { windows: [wider(first), ...others.map(wider)], perHour };
};

/** Service's clock. */
export interface SentLately {
  /** Each send that the longest window still sees, oldest first. */
  readonly at: readonly Instant[];
  /** Sends by the minute in which they were, oldest first; empty where no hour counts. */
  readonly minutes: readonly (readonly [startedAt: Instant, count: number])[];
}
export const nothingSent: SentLately = { at: [], minutes: [] };

/** The earliest instant at which one more send keeps every limit, `reserved` places of the first window left free. */
export function freeAt({ at, minutes }: SentLately, { windows, perHour }: Limits, { now, reserved }: { readonly now: Instant; readonly reserved: number }): Instant {
  const free = windows.reduce((latest, { count, perMs }, index) => {
    const blocking = at[at.length - (index === 0 ? count - reserved : count)];
    return blocking === undefined ? latest : Math.max(latest, blocking + perMs);
  }, now);
  return perHour === null ? free : Math.max(free, hourFreeAt(minutes, perHour, now));
}

/** A minute counts until all of it is an hour ago. */
const goneAt = ([startedAt]: SentLately['minutes'][number]): Instant => startedAt + minuteMs + hourMs;

function hourFreeAt(minutes: SentLately['minutes'], perHour: number, now: Instant): Instant {
  const counting = minutes.filter((minute) => goneAt(minute) > now);
  let count = counting.reduce((sum, [, each]) => sum + each, 0);
  let free = now;
  for (const minute of counting) {
    if (count < perHour) break;
    count -= minute[1];
    free = goneAt(minute);
  }
  return free;
}

/** With one more send now. */
export function withSend({ at, minutes }: SentLately, { windows, perHour }: Limits, now: Instant): SentLately {
  const longestMs = windows.at(-1)?.perMs ?? 0;
  const seen = [...at.filter((each) => each > now - longestMs), now];
  if (perHour === null) return { at: seen, minutes: [] };
  const startedAt = Math.floor(now / minuteMs) * minuteMs;
  const counting = minutes.filter((minute) => goneAt(minute) > now);
  const last = counting.at(-1);
  const isSame = last !== undefined && last[0] >= startedAt;
  return { at: seen, minutes: isSame ? [...counting.slice(0, -1), [last[0], last[1] + 1]] : [...counting, [startedAt, 1]] };
}

/** Without one of the sends that were at that instant; as it is where none counts any more. */
export function withoutSend({ at, minutes }: SentLately, instant: Instant): SentLately {
  const index = at.lastIndexOf(instant);
  if (index < 0) return { at, minutes };
  const minute = minutes.findLastIndex(([startedAt, count]) => startedAt <= instant && count > 0);
  return { at: at.toSpliced(index, 1), minutes: minute < 0 ? minutes : minutes.with(minute, [minutes[minute]?.[0] ?? instant, (minutes[minute]?.[1] ?? 1) - 1]) };
}

/** What a process with a clock ahead of this one has written, as if it had been sent now. */
export const untilNow = ({ at, minutes }: SentLately, now: Instant): SentLately => ({ at: at.map((each) => Math.min(each, now)), minutes });

/** From then on none of it counts any more. */
export function quietAt({ at, minutes }: SentLately, { windows }: Limits): Instant {
  const last = at.at(-1);
  const lastMinute = minutes.at(-1);
  return Math.max(last === undefined ? -Infinity : last + (windows.at(-1)?.perMs ?? 0), lastMinute === undefined ? -Infinity : goneAt(lastMinute));
}
