// Wall times by `Intl` alone: the second implementation that the calendar is held against.

import type { Instant } from '../../src/core/time.ts';

/** Six zones whose clocks change in spring, in autumn, by half an hour, or never. */
export const zones = ['Europe/London', 'Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney', 'Australia/Lord_Howe'] as const;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  });
  formats.set(zone, format);
  return format;
}

/** `YYYY-MM-DD HH:MM`. */
export function byIntl(at: Instant, zone: string): string {
  const parts = Object.fromEntries(formatOf(zone).formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts['year']}-${parts['month']}-${parts['day']} ${parts['hour']}:${parts['minute']}`;
}
