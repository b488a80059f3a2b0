// Wall times by `Intl` alone: the second implementation that the calendar is held against.

import type { WakingCalendar } from '../../src/core/calendar/waking.ts';
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

/** Whether it is waking time by what `Intl` shows alone; no bank holidays. */
export function isAwake(instant: Instant, { zone, waking, closed }: WakingCalendar): boolean {
  const [date = '', time = ''] = byIntl(instant, zone).split(' ');
  return ![0, 6].includes(new Date(date).getUTCDay()) && time >= waking.from && time < waking.to && closed.every(({ from, to }) => date < from || date > to);
}
