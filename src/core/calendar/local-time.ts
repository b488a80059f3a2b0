// Wall time in a named zone, to and from instants. Luxon, behind zone-offsets.ts and in
// calendar-file.ts, is always given the zone: its own idea of "now" and "local" is never used. Dates are `YYYY-MM-DD`, times `HH:MM`.

import { dayMs, type Instant } from '../time.ts';
import { ianaZone, offsetMs } from './zone-offsets.ts';

/** A wall time: what a calendar and a clock in the zone show. */
export interface WallTime {
  readonly date: string;
  readonly time: string;
}

/**
 * Whether `name` is a zone of the IANA database, such as `Europe/London`; offsets like `+01:00` are not. Nor are letters
 * alone: `BST` is Dhaka to the database behind them, and `GMT` knows no summer.
 */
export const isZone = (name: string): boolean => name.includes('/') && ianaZone(name) !== null;

/** The date in `zone` at an instant. Throws RangeError for an unknown zone. */
export const localDate = (at: Instant, zone: string): string => shownAt(at, zone).slice(0, 10);

/** The time of day in `zone` at an instant, seconds cut off. Throws RangeError for an unknown zone. */
export const localTime = (at: Instant, zone: string): string => shownAt(at, zone).slice(11, 16);

/**
 * The instant of a wall time. One that exists twice is its first occurrence; one that does not exist moves forward by
 * the gap (RFC 5545, domain.md 2). Null for an impossible date or time, and for an unknown zone.
 */
export function instantAt(wall: WallTime, zone: string): Instant | null {
  const known = ianaZone(zone);
  const asIfUtc = utcOf(wall);
  if (asIfUtc === null || known === null) return null;
  // No clock is further from UTC than a day: these are the offsets before and after a change that is near.
  const before = asIfUtc - offsetMs(asIfUtc - dayMs, known);
  const after = asIfUtc - offsetMs(asIfUtc + dayMs, known);
  const real = [before, after].filter((at) => at + offsetMs(at, known) === asIfUtc);
  // In a gap the clock before it goes on, as if nobody had changed it.
  return real.length === 0 ? before : Math.min(...real);
}

/** Whether there is such a date. */
export const isDate = (date: string): boolean => utcOf({ date, time: '00:00' }) !== null;

/** The date `n` days later, or earlier for a negative `n`; empty, like a date nobody has given, for an impossible one and beyond the year 9999. */
export function addDays(date: string, n: number): string {
  const at = utcOf({ date, time: '00:00' });
  const later = at === null ? '' : isoOf(at + n * dayMs).slice(0, 10);
  return isDate(later) ? later : '';
}

/** The wall time as if the zone were UTC, or null when there is no such date or time. */
function utcOf({ date, time }: WallTime): Instant | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const at = Date.parse(`${date}T${time}Z`);
  // `Date` takes the 30th of February for a day in March.
  return new Date(at).getUTCDate() === Number(date.slice(8)) ? at : null;
}

/** Empty beyond what `Date` can show. */
const isoOf = (at: Instant): string => { const date = new Date(at); return Number.isNaN(date.getTime()) ? '' : date.toISOString(); };

function shownAt(at: Instant, zone: string): string {
  const known = ianaZone(zone);
  if (known === null) throw new RangeError(`unknown time zone: ${zone}`);
  return isoOf(at + offsetMs(at, known));
}
