// Dates, times and lengths as people read them, in a named zone: Teams cannot draw a time in the reader's own
// (platform.md, Cards). The only place where an instant becomes words.

import { minuteMs, secondMs, type Instant, type Millis } from '../core/time.ts';
import type { Texts } from '../texts/texts.ts';

export interface When {
  /** "16:14". */
  readonly clock: (at: Instant, zone: string) => string;
  /** "16:14 (London time)". */
  readonly time: (at: Instant, zone: string) => string;
  /** The same of a time of day, which may not exist on some days: "01:30 (London time)". */
  readonly wall: (time: string, zone: string) => string;
  /** "Thursday 5 December 2026". */
  readonly date: (at: Instant, zone: string) => string;
  /** "5 December 2026", for a button. */
  readonly shortDate: (at: Instant, zone: string) => string;
  /** "Thursday 5 December 2026" from `YYYY-MM-DD`; any other text is given back as it is. */
  readonly day: (isoDate: string) => string;
  /** "December 2026" from `YYYY-MM`. */
  readonly month: (isoMonth: string) => string;
  /** "4 min", "1 min 15 s"; whole seconds, rounded. */
  readonly length: (lengthMs: Millis) => string;
}

interface Formats {
  readonly clock: Intl.DateTimeFormat;
  readonly shortDate: Intl.DateTimeFormat;
  readonly date: Intl.DateTimeFormat;
}

/** Formatters are costly to make and are kept per zone. Throws a RangeError on a zone that is no IANA zone. */
export function createWhen(words: Texts['when']): When {
  const formats = new Map<string, Formats>();
  const formatsOf = (zone: string): Formats => {
    const kept = formats.get(zone) ?? createFormats(words.locale, zone);
    formats.set(zone, kept);
    return kept;
  };
  const months = new Intl.DateTimeFormat(words.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const clock = (at: Instant, zone: string): string => formatsOf(zone).clock.format(at);
  const date = (at: Instant, zone: string): string => dateOf(formatsOf(zone).date, at);
  const wall = (time: string, zone: string): string => (/^(Etc\/)?(UTC|GMT)$/i.test(zone) ? words.inUtc(time) : words.inZone(time, cityOf(zone)));
  return {
    clock,
    date,
    shortDate: (at, zone) => formatsOf(zone).shortDate.format(at),
    time: (at, zone) => wall(clock(at, zone), zone),
    wall,
    day: (isoDate) => (/^\d{4}-\d\d-\d\d$/.test(isoDate) && !Number.isNaN(Date.parse(isoDate)) ? date(Date.parse(isoDate), 'UTC') : isoDate),
    month: (isoMonth) => months.format(Date.parse(`${isoMonth}-01`)),
    length: (lengthMs) => lengthOf(words, lengthMs),
  };
}

function createFormats(locale: string, timeZone: string): Formats {
  return {
    clock: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }),
    shortDate: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone }),
    date: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone }),
  };
}

/** Without the comma that English puts after the weekday. */
function dateOf(format: Intl.DateTimeFormat, at: Instant): string {
  return format.formatToParts(at).map(({ type, value }) => (type === 'literal' ? ' ' : value)).join('');
}

/** "Europe/London" → "London", "America/Argentina/Buenos_Aires" → "Buenos Aires". */
function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

function lengthOf(words: Texts['when'], lengthMs: Millis): string {
  const wholeSeconds = Math.max(0, Math.round(lengthMs / secondMs));
  const minuteCount = Math.floor((wholeSeconds * secondMs) / minuteMs);
  const secondCount = wholeSeconds - (minuteCount * minuteMs) / secondMs;
  const parts = [...(minuteCount > 0 ? [words.minutes(minuteCount)] : []), ...(secondCount > 0 ? [words.seconds(secondCount)] : [])];
  return parts.length === 0 ? words.minutes(0) : parts.join(' ');
}
