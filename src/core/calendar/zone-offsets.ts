// How far a zone's wall time is ahead of UTC, by instant. Asking the machine's calendar takes a hundred times as long as all
// else that is worked out from it, so each zone and year is asked through once, and what was found is kept.

import type { IANAZone } from 'luxon';
import { dayMs, type Instant, type Millis, minuteMs, secondMs } from '../time.ts';

/** The same offset until the next begins. */
interface Span {
  readonly fromAt: Instant;
  readonly offsetMs: Millis;
}

/** By zone and year of UTC. A memory of what never changes, not a state. */
const found = new Map<string, Map<number, readonly Span[]>>();
/** Years of a zone, and zones: who asks for more than these asks anew. */
const keptCount = 500;

/** Ahead of UTC is above nothing. NaN for an instant that is none. */
export function offsetAt(zone: IANAZone, at: Instant): Millis {
  const year = new Date(at).getUTCFullYear();
  if (Number.isNaN(year)) return Number.NaN;
  const years = kept(found, zone.name, () => new Map<number, readonly Span[]>());
  const spans = kept(years, year, () => spansOf(zone, year));
  return (spans.findLast(({ fromAt }) => fromAt <= at) ?? spans[0])?.offsetMs ?? Number.NaN;
}

function kept<K, V>(known: Map<K, V>, key: K, find: () => V): V {
  const value = known.get(key);
  if (value !== undefined) return value;
  if (known.size >= keptCount) known.clear();
  const fresh = find();
  known.set(key, fresh);
  return fresh;
}

/** Looked at day by day: no zone has changed twice within one. */
function spansOf(zone: IANAZone, year: number): readonly Span[] {
  const offsetMs = (at: Instant): Millis => zone.offset(at) * minuteMs;
  // Years below 100 are themselves, too.
  const [fromAt, toAt] = [new Date(0).setUTCFullYear(year, 0, 1), new Date(0).setUTCFullYear(year + 1, 0, 1)];
  const spans: Span[] = [{ fromAt, offsetMs: offsetMs(fromAt) }];
  for (let at = fromAt; at < toAt; at += dayMs) {
    const before = spans.at(-1)?.offsetMs;
    const last = Math.min(at + dayMs, toAt) - secondMs;
    if (offsetMs(last) !== before) spans.push({ fromAt: changeBetween({ at, last }, (each) => offsetMs(each) !== before), offsetMs: offsetMs(last) });
  }
  return spans;
}

/** The first second of which it is true; it is true of the last, and of none before one of which it is not. */
function changeBetween({ at, last }: { readonly at: Instant; readonly last: Instant }, isAfter: (at: Instant) => boolean): Instant {
  let [no, yes] = [at - secondMs, last];
  while (yes - no > secondMs) {
    const middle = no + Math.ceil((yes - no) / 2 / secondMs) * secondMs;
    if (middle < yes && isAfter(middle)) yes = middle;
    else no = middle === yes ? yes - secondMs : middle;
  }
  return yes;
}
