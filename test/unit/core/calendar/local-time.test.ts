// Wall time in six zones over both clock changes of a year, against Intl as a second implementation.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayMs, hourMs, minuteMs, type Instant } from '../../../../src/core/time.ts';
import { addDays, instantAt, isDate, isZone, localDate, localTime } from '../../../../src/core/calendar/local-time.ts';

const zones = ['Europe/London', 'Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney', 'Australia/Lord_Howe'];
const formats = new Map(zones.map((zone) => [zone, new Intl.DateTimeFormat('en-GB', {
  timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
})]));
/** `YYYY-MM-DD HH:MM` by Intl alone. */
function byIntl(at: Instant, zone: string): string {
  const parts = Object.fromEntries(formats.get(zone)?.formatToParts(at).map(({ type, value }) => [type, value]) ?? []);
  return `${parts['year']}-${parts['month']}-${parts['day']} ${parts['hour']}:${parts['minute']}`;
}
const startAt = Date.UTC(2026, 0, 1);
const endAt = Date.UTC(2028, 0, 1);
/** Instants at which the zone's clocks change, found by Intl alone. */
function changesOf(zone: string): readonly Instant[] {
  const offset = (at: Instant): number => Date.parse(`${byIntl(at, zone).replace(' ', 'T')}Z`) - at;
  const hours = Array.from({ length: (endAt - startAt) / hourMs }, (_, n) => startAt + n * hourMs);
  return hours.filter((at) => offset(at) !== offset(at - hourMs));
}
const wall = (text: string) => ({ date: text.slice(0, 10), time: text.slice(11) });
const iso = (text: string): Instant => Date.parse(text);

describe.each(zones)('in %s', (zone) => {
  test('an instant shows the date and time that Intl shows', () => {
    fc.assert(fc.property(fc.integer({ min: startAt, max: endAt }), (at) => {
      expect(`${localDate(at, zone)} ${localTime(at, zone)}`).toBe(byIntl(at, zone));
    }), { numRuns: 200 });
  });

  test('a wall time is its first instant, any day of two years', () => {
    fc.assert(fc.property(fc.integer({ min: startAt / minuteMs, max: endAt / minuteMs }), (minute) => {
      const at = minute * minuteMs;
      // In an hour that comes twice the first is meant; Lord Howe's comes back after half an hour.
      const first = [at - hourMs, at - hourMs / 2].find((earlier) => byIntl(earlier, zone) === byIntl(at, zone)) ?? at;
      expect(instantAt(wall(byIntl(at, zone)), zone)).toBe(first);
    }), { numRuns: 200 });
  });

  test('every wall time round each clock change is its first instant, or moves forward by the gap', () => {
    const changes = changesOf(zone);
    expect(changes).toHaveLength(zone === 'Asia/Kolkata' ? 0 : 4);
    for (const changeAt of changes) {
      const instants = Array.from({ length: 600 }, (_, n) => changeAt + (n - 300) * minuteMs);
      const firstOf = new Map(instants.toReversed().map((at) => [byIntl(at, zone), at]));
      const offsetBeforeMs = Date.parse(`${byIntl(changeAt - hourMs, zone).replace(' ', 'T')}Z`) - (changeAt - hourMs);
      for (let n = -200; n < 200; n++) {
        const asIfUtcAt = changeAt + offsetBeforeMs + n * minuteMs;
        const text = new Date(asIfUtcAt).toISOString().slice(0, 16).replace('T', ' ');
        const expected = firstOf.get(text) ?? asIfUtcAt - offsetBeforeMs;
        if (instantAt(wall(text), zone) !== expected) expect([text, instantAt(wall(text), zone)]).toEqual([text, expected]);
      }
    }
  });
});

describe('a wall time', () => {
  test.each([
    ['Europe/London', '2026-03-29 01:30', '2026-03-29T01:30Z', '02:30'],
    ['Europe/London', '2026-10-25 01:30', '2026-10-25T00:30Z', '01:30'],
    ['America/New_York', '2026-03-08 02:30', '2026-03-08T07:30Z', '03:30'],
    ['America/New_York', '2026-11-01 01:30', '2026-11-01T05:30Z', '01:30'],
    ['Australia/Sydney', '2026-10-04 02:15', '2026-10-03T16:15Z', '03:15'],
    ['Australia/Sydney', '2026-04-05 02:15', '2026-04-04T15:15Z', '02:15'],
    ['Australia/Lord_Howe', '2026-10-04 02:10', '2026-10-03T15:40Z', '02:40'],
    ['Australia/Lord_Howe', '2026-04-05 01:45', '2026-04-04T14:45Z', '01:45'],
    ['Pacific/Apia', '2011-12-30 12:00', '2011-12-30T22:00Z', '12:00'],
    ['Asia/Kolkata', '2026-02-28 23:59', '2026-02-28T18:29Z', '23:59'],
    ['Etc/UTC', '2024-02-29 00:00', '2024-02-29T00:00Z', '00:00'],
  ])('in %s of %s is the instant %s and shows %s', (zone, text, instant, shown) => {
    const at = instantAt(wall(text), zone);
    expect(at).toBe(iso(instant));
    expect(localTime(at ?? 0, zone)).toBe(shown);
  });

  test.each([
    ['2026-02-29', '10:00'], ['2026-13-01', '10:00'], ['2026-00-10', '10:00'], ['2026-04-31', '10:00'], ['26-04-30', '10:00'], ['2026-4-3', '10:00'], ['', '10:00'],
    ['2026-04-30', '24:00'], ['2026-04-30', '10:60'], ['2026-04-30', '9:00'], ['2026-04-30', ''], ['2026-04-30', '10:00:00'], ['2026-04-30 ', '10:00'], ['30/04/2026', '10:00'],
  ])('of %j at %j is none', (date, time) => {
    expect(instantAt({ date, time }, 'Europe/London')).toBeNull();
  });
});

describe('a zone', () => {
  test.each([...zones, 'Etc/UTC', 'America/Argentina/Buenos_Aires'])('%s is known', (name) => expect(isZone(name)).toBe(true));
  test.each(['BST', 'GMT', 'EST', 'UTC', 'GB'])('%s, letters alone, is not one to choose', (name) => expect(isZone(name)).toBe(false));
  test.each(['', 'London', 'Europe/Londres', 'local', 'system', '+01:00', 'UTC+1', ' Europe/London'])('%j is not', (name) => {
    expect(isZone(name)).toBe(false);
    expect(instantAt({ date: '2026-04-30', time: '10:00' }, name)).toBeNull();
    expect(() => localDate(0, name)).toThrow(RangeError);
    expect(() => localTime(0, name)).toThrow(RangeError);
  });
});

describe('a date', () => {
  test.each([
    ['2026-12-31', 1, '2027-01-01'], ['2024-02-28', 1, '2024-02-29'], ['2026-02-28', 1, '2026-03-01'], ['2026-03-28', 14, '2026-04-11'],
    ['2026-10-25', 1, '2026-10-26'], ['2026-01-01', -1, '2025-12-31'], ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %d days is %s', (date, n, expected) => expect(addDays(date, n)).toBe(expected));

  test('any number of days later is that many days by the calendar', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: -1000, max: 1000 }), (day, n) => {
      const dateOf = (days: number): string => new Date(days * dayMs).toISOString().slice(0, 10);
      expect(addDays(dateOf(day), n)).toBe(dateOf(day + n));
    }));
  });

  test.each(['2026-02-30', '', 'tomorrow', '2026-2-3'])('%j is none, and none is any days later', (date) => {
    expect(isDate(date)).toBe(false);
    expect(addDays(date, 0)).toBe('');
  });

  test('after the year 9999 is none: a rhythm ends there', () => expect([addDays('9999-12-24', 7), addDays('9999-12-31', 7)]).toEqual(['9999-12-31', '']));
  test('of the calendar is one', () => expect(isDate('2024-02-29')).toBe(true));
});
