// Wall time in a named zone, to and from instants. Luxon, here and in
// calendar-file.ts, is always given the zone: its own idea of "now" and "local" is never used. Dates are `YYYY-MM-DD`, times `HH:MM`.

import { DateTime, IANAZone } from 'luxon';
import type { Instant } from '../time.ts';

/** A wall time: what a calendar and a clock in the zone show. */
export interface WallTime {
  readonly date: string;
  readonly time: string;
}

const dateFormat = 'yyyy-MM-dd';

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
  // Luxon moves forward over a gap by itself; which of two occurrences it takes differs by zone.
  const local = asIfUtc.setZone(ianaZone, { keepLocalTime: true });
  return Math.min(...local.getPossibleOffsets().map((possible) => possible.toMillis()));
}

/** Whether there is such a date. */
export const isDate = (date: string): boolean => parseUtc({ date, time: '00:00' }) !== null;

/** The date `n` days later, or earlier for a negative `n`; empty, like a date nobody has given, for an impossible one and beyond the year 9999. */
export function addDays(date: string, n: number): string {
  const later = parseUtc({ date, time: '00:00' })?.plus({ days: n }).toFormat(dateFormat) ?? '';
  return isDate(later) ? later : '';
}

/** The wall time as if the zone were UTC, or null when there is no such date or time. */
function parseUtc({ date, time }: WallTime): DateTime | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const parsed = DateTime.fromISO(`${date}T${time}`, { zone: 'utc', locale: 'en-GB' });
  return parsed.isValid ? parsed : null;
}

/** Luxon keeps the zones it has made, with whether they are valid. */
function zoneOf(name: string): IANAZone | null {
  const zone = /^[a-z]/i.test(name) ? IANAZone.create(name) : null;
  return zone?.isValid === true ? zone : null;
}

function wallTimeAt(at: Instant, zone: string): WallTime {
  const ianaZone = zoneOf(zone);
  if (ianaZone === null) throw new RangeError(`unknown time zone: ${zone}`);
  const local = DateTime.fromMillis(at, { zone: ianaZone, locale: 'en-GB' });
  return { date: local.toFormat(dateFormat), time: local.toFormat('HH:mm') };
}
