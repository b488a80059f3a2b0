// Wall time to and from instants by what `Intl` shows alone, for the expectation: the offsets of a zone and when they
// change are looked up once by bisection, so that a minute costs next to nothing.

import { byIntl } from '../support/by-intl.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const firstAt = Date.UTC(2026, 0, 1);
const lastAt = Date.UTC(2029, 0, 1);

/** `YYYY-MM-DD` and `HH:MM` in some zone. */
export interface Wall {
  readonly date: string;
  readonly time: string;
}

/** From `at` on the clocks are this far ahead of UTC. */
interface Change {
  readonly at: number;
  readonly beforeMs: number;
  readonly aheadMs: number;
}

const asIfUtc = ({ date, time }: Wall): number => Date.parse(`${date}T${time}Z`);
const aheadByIntl = (at: number, zone: string): number => Date.parse(`${byIntl(at, zone).replace(' ', 'T')}Z`) - at;

const known = new Map<string, readonly Change[]>();

function changesOf(zone: string): readonly Change[] {
  const found = known.get(zone) ?? lookUp(zone);
  known.set(zone, found);
  return found;
}

function lookUp(zone: string): readonly Change[] {
  const start = aheadByIntl(firstAt, zone);
  const changes: Change[] = [{ at: -Infinity, beforeMs: start, aheadMs: start }];
  let beforeMs = start;
  for (let at = firstAt; at < lastAt; at += dayMs) {
    const aheadMs = aheadByIntl(at + dayMs, zone);
    if (aheadMs === beforeMs) continue;
    let [low, high] = [at, at + dayMs];
    while (high - low > minuteMs) {
      const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs;
      if (aheadByIntl(middle, zone) === beforeMs) low = middle;
      else high = middle;
    }
    changes.push({ at: high, beforeMs, aheadMs });
    beforeMs = aheadMs;
  }
  return changes;
}

/** When the clocks of a zone change in 2026 to 2028. */
export const clockChanges = (zone: string): readonly number[] => changesOf(zone).slice(1).map(({ at }) => at);

/** How far the clocks of a zone are ahead of UTC at an instant. */
export const aheadMsAt = (at: number, zone: string): number => changesOf(zone).findLast((change) => change.at <= at)?.aheadMs ?? 0;

/** What calendar and clock show at an instant, seconds cut off. */
export function wallAt(at: number, zone: string): Wall {
  const shown = new Date(at + aheadMsAt(at, zone)).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** The instant of a wall time: the first of two; of one that is left out, as if the clocks had not been put forward yet (RFC 5545). */
export function instantOf(wall: Wall, zone: string): number {
  const name = `${wall.date} ${wall.time} ${zone}`;
  const known = instants.get(name) ?? lookUpInstant(wall, zone);
  instants.set(name, known);
  return known;
}
const instants = new Map<string, number>();

function lookUpInstant(wall: Wall, zone: string): number {
  const shown = asIfUtc(wall);
  const changes = changesOf(zone);
  const left = changes.find(({ at, beforeMs, aheadMs }) => shown >= at + beforeMs && shown < at + aheadMs);
  if (left !== undefined) return shown - left.beforeMs;
  return Math.min(...changes.map(({ aheadMs }) => shown - aheadMs).filter((at) => asIfUtc(wallAt(at, zone)) === shown));
}

/** So many days later by the calendar. */
export function daysLater(date: string, n: number): string {
  const name = `${date} ${n}`;
  const known = laterDates.get(name) ?? new Date(Date.parse(`${date}T00:00Z`) + n * dayMs).toISOString().slice(0, 10);
  laterDates.set(name, known);
  return known;
}
const laterDates = new Map<string, string>();
/** 0 is Sunday. */
export const weekdayOfDate = (date: string): number => new Date(`${date}T00:00Z`).getUTCDay();
