// How far a zone's clocks are from UTC. Asking luxon costs some fifty microseconds, and a pair's reminders ask dozens of times: so
// each day in which the clocks do not change is asked for once. What is kept is worked out, never set: the same answers, sooner.

import { IANAZone } from 'luxon';
import { dayMs, type Instant, minuteMs, type Millis } from '../time.ts';

/** By zone: how far its clocks are on each day that was asked for; null on a day in which they change. */
const days = new Map<string, Map<number, Millis | null>>();
/** Days kept for one zone, some years of them; then it begins anew. */
const keptDays = 3_000;

/** Luxon keeps the zones it has made, with whether they are valid. Null for a name that is none, such as `local` or an offset. */
export function ianaZone(name: string): IANAZone | null {
  const zone = /^[a-z]/i.test(name) ? IANAZone.create(name) : null;
  return zone?.isValid === true ? zone : null;
}

/** What the zone's clocks show less UTC at an instant. */
export function offsetMs(at: Instant, zone: IANAZone): Millis {
  const ofZone = days.get(zone.name) ?? new Map<number, Millis | null>();
  days.set(zone.name, ofZone);
  const day = Math.floor(at / dayMs);
  let known = ofZone.get(day);
  if (known === undefined) {
    if (ofZone.size >= keptDays) ofZone.clear();
    const first = zone.offset(day * dayMs) * minuteMs;
    known = first === zone.offset((day + 1) * dayMs) * minuteMs ? first : null;
    ofZone.set(day, known);
  }
  return known ?? zone.offset(at) * minuteMs;
}
