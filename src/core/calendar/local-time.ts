// Wall time in a named zone, to and from instants. Luxon knows the zones; its own idea of "now" and "local" is never used.
// Dates are `YYYY-MM-DD`, times `HH:MM`.

import { IANAZone } from 'luxon';
import { dayMs, type Instant } from '../time.ts';
import { offsetAt } from './zone-offsets.ts';

/** A wall time: what a calendar and a clock in the zone show. */
export interface WallTime {
  readonly date: string;
  readonly time: string;
}

/**
 * Whether `name` is a zone of the IANA database, such as `Europe/London`; offsets like `+01:00` are not. Nor are letters
 * alone: `BST` is Dhaka to the database behind them, and `GMT` knows no summer.
 */
export const isZone = (name: string): boolean => name.includes('/') && zoneOf(name) !== null;

/** The date in `zone` at an instant. Throws RangeError for an unknown zone. */
export const localDate = (at: Instant, zone: string): string => wallTimeAt(at, zone).date;

/** The time of day in `zone` at an instant, seconds cut off. Throws RangeError for an unknown zone. */
export const localTime = (at: Instant, zone: string): string => wallTimeAt(at, zone).time;

/**
 * The instant of a wall time. One that exists twice is its first occurrence; one that does not exist moves forward by
 * the gap (RFC 5545, domain.md 2). Null for an impossible date or time, and for an unknown zone.
 */
export function instantAt(wall: WallTime, zone: string): Instant | null {
  const ianaZone = zoneOf(zone);
  const asIfUtc = parseUtc(wall);
  if (asIfUtc === null || ianaZone === null) return null;
  // No clock is a day from UTC: around, there are both offsets of a change that it may fall into.
  const [before, after] = [offsetAt(ianaZone, asIfUtc - dayMs), offsetAt(ianaZone, asIfUtc + dayMs)];
  const possible = [before, after].map((offsetMs) => asIfUtc - offsetMs).filter((at) => at + offsetAt(ianaZone, at) === asIfUtc);
  return possible.length === 0 ? asIfUtc - before : Math.min(...possible);
}

/** Whether there is such a date. */
export const isDate = (date: string): boolean => parseUtc({ date, time: '00:00' }) !== null;

/** The date `n` days later, or earlier for a negative `n`; empty, like a date nobody has given, for an impossible one and beyond the year 9999. */
export function addDays(date: string, n: number): string {
  const at = parseUtc({ date, time: '00:00' });
  return at === null ? '' : dateIn(at + n * dayMs);
}

/** As UTC has it; empty beyond four digits of the year. */
function dateIn(at: Instant): string {
  const date = new Date(at);
  const year = date.getUTCFullYear();
  return year >= 0 && year <= 9999 ? date.toISOString().slice(0, 10) : '';
}

/** The wall time as if the zone were UTC, or null when there is no such date or time. */
function parseUtc({ date, time }: WallTime): Instant | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const at = Date.parse(`${date}T${time}Z`);
  // 30 February is read as a day in March.
  return new Date(at).getUTCDate() === Number(date.slice(8)) ? at : null;
}

/** Luxon keeps the zones it has made, with whether they are valid. */
function zoneOf(name: string): IANAZone | null {
  const zone = /^[a-z]/i.test(name) ? IANAZone.create(name) : null;
  return zone?.isValid === true ? zone : null;
}

function wallTimeAt(at: Instant, zone: string): WallTime {
  const ianaZone = zoneOf(zone);
  if (ianaZone === null) throw new RangeError(`unknown time zone: ${zone}`);
  const local = at + offsetAt(ianaZone, at);
  return { date: dateIn(local), time: Number.isNaN(local) ? '' : new Date(local).toISOString().slice(11, 16) };
}
