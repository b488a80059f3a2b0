// A series as a calendar file, read by two calendars of different kinds: both come to the bot's own instants, whatever the
// clocks do, and whatever has become of single meetings.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seriesText } from '../../../../src/core/calendar/calendar-file.ts';
import { addDays, instantAt } from '../../../../src/core/calendar/local-time.ts';
import type { SeriesMeeting } from '../../../../src/core/calendar/series-rule.ts';
import { dayMs, hourMs, type Instant, minutes } from '../../../../src/core/time.ts';
import { zones } from '../../../support/by-intl.ts';
import { readers } from '../../../support/calendar-readers.ts';

const madeAt = Date.UTC(2026, 8, 1, 9);
const slot = { first: { date: '2026-09-14', time: '16:00' }, zone: 'Europe/London' };
const said = { uid: '7@x', sequence: 4, title: 'With Ben', description: 'Why\nHow', joinLink: '', isCancelled: false, changedAt: madeAt - 1000, madeAt, refreshMs: minutes(60), everyWeeks: 2, lengthMs: hourMs };

const ruledAt = ({ first, zone }: typeof slot, n: number): Instant => instantAt({ date: addDays(first.date, 14 * n), time: first.time }, zone) ?? Number.NaN;
const standing = (startsAt: Instant): SeriesMeeting => ({ startsAt, isTentative: false });
/** Two years of meetings at their times, but for some. */
const meetingsOf = (of: typeof slot, otherwise: Readonly<Record<number, SeriesMeeting | null>> = {}): readonly (SeriesMeeting | null)[] =>
  Array.from({ length: 53 }, (_, n) => (otherwise[n] === undefined ? standing(ruledAt(of, n)) : otherwise[n] ?? null));

describe.each(readers)('as %s reads it', (_, read) => {
  test('a series is one event with the meetings that were moved in their new place, without those that do not take place', () => {
    const moved = Date.UTC(2026, 9, 14, 8, 30);
    const meetings = meetingsOf(slot, { 0: null, 2: standing(moved), 5: null, 6: { startsAt: ruledAt(slot, 6), isTentative: true } });
    const seen = read(seriesText({ ...said, ...slot, meetings }));
    expect(seen.map(({ startsAt }) => startsAt)).toEqual(meetings.flatMap((each) => each?.startsAt ?? []).toSorted((a, b) => a - b));
    expect(seen.filter(({ startsAt, endsAt, title }) => endsAt !== startsAt + hourMs || title !== 'With Ben')).toEqual([]);
    expect(seen.filter(({ status }) => status === 'TENTATIVE').map(({ startsAt }) => startsAt)).toEqual([ruledAt(slot, 6)]);
  });

  test('all of a series that is over is cancelled', () => {
    const seen = read(seriesText({ ...said, ...slot, meetings: meetingsOf(slot, { 3: standing(madeAt) }), isCancelled: true }));
    expect(new Set(seen.map(({ status }) => status))).toEqual(new Set(['CANCELLED']));
  });
});

const times = fc.integer({ min: 0, max: 95 }).map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`);
const fates = fc.dictionary(fc.nat({ max: 52 }).map(String), fc.option(fc.record({ byMinutes: fc.integer({ min: -20_000, max: 20_000 }), isTentative: fc.boolean() }), { nil: null }), { maxKeys: 6 });

test.each(zones)('in %s every meeting of two years is at the bot\'s own instant, in both', (zone) => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 27 }), times, fates, (day, time, otherwise) => {
    const of = { first: { date: addDays('2026-10-05', day), time }, zone };
    const meetings = meetingsOf(of, Object.fromEntries(Object.entries(otherwise).map(([n, fate]) =>
      [n, fate === null ? null : { startsAt: ruledAt(of, Number(n)) + minutes(fate.byMinutes), isTentative: fate.isTentative }])));
    const text = seriesText({ ...said, ...of, meetings });
    const instants = meetings.flatMap((each) => each?.startsAt ?? []).toSorted((a, b) => a - b);
    for (const [name, read] of readers) expect([name, read(text).map(({ startsAt }) => startsAt)]).toEqual([name, instants]);
    // Sundays in the hours that the clocks leave out or bring twice, from the first meeting on and later.
  }), { numRuns: 6, examples: [[20, '01:30', {}], [27, '01:30', {}], [20, '02:30', {}], [6, '02:15', {}], [13, '01:45', { 0: null }]] });
});

describe('the file', () => {
  const text = seriesText({ ...said, ...slot, joinLink: 'https://meet.example/a,b;c', meetings: meetingsOf(slot, { 4: standing(madeAt + 40 * dayMs) }) });
  const lines = text.split('\r\n');
  /** As they stand in the file, of each event. */
  const all = (property: string): readonly string[] => lines.filter((line) => new RegExp(`^${property}[;:]`).test(line));

  test('keeps the wall time of its zone, with the rules of the zone and stamps in UTC', () => {
    expect(all('DTSTART').slice(-2)).toEqual(['DTSTART;TZID=Europe/London:20260914T160000', 'DTSTART;TZID=Europe/London:20261011T100000']);
    expect([all('RRULE').at(-1), all('RECURRENCE-ID')]).toEqual(['RRULE:FREQ=WEEKLY;COUNT=53;INTERVAL=2', ['RECURRENCE-ID;TZID=Europe/London:20261109T160000']]);
    expect([all('BEGIN').filter((line) => line === 'BEGIN:VTIMEZONE'), new Set(all('DTSTAMP')), all('LAST-MODIFIED').at(-1)])
      .toEqual([['BEGIN:VTIMEZONE'], new Set(['DTSTAMP:20260901T090000Z']), 'LAST-MODIFIED:20260901T085959Z']);
  });

  test('says in UTC what readers would differ on: not a wall time is left in it', () => {
    const doubtful = { first: { date: '2026-10-25', time: '01:30' }, zone: 'Europe/London' };
    expect(seriesText({ ...said, ...doubtful, meetings: meetingsOf(doubtful) })).not.toContain('TZID');
    expect(seriesText({ ...said, ...slot, meetings: meetingsOf(slot, { 3: standing(Date.UTC(2026, 9, 25, 0, 30)) }) })).not.toContain('TZID');
    const nowhere = { ...slot, zone: 'Etc/GMT-14' };
    for (const [, read] of readers) expect(read(seriesText({ ...said, ...nowhere, meetings: meetingsOf(nowhere) }))[0]?.startsAt).toBe(Date.UTC(2026, 8, 14, 2));
  });

  test('has the properties of the calendar before its parts, the link as it is, and every line whole', () => {
    expect(lines.indexOf('REFRESH-INTERVAL;VALUE=DURATION:PT60M')).toBeLessThan(lines.indexOf('BEGIN:VTIMEZONE'));
    expect([all('X-PUBLISHED-TTL'), all('URL').at(-1), all('LOCATION').at(-1)])
      .toEqual([['X-PUBLISHED-TTL:PT60M'], 'URL;VALUE=URI:https://meet.example/a%2Cb%3Bc', 'LOCATION:https://meet.example/a\\,b\\;c']);
    const hostile = `Ben; the,\r\nEND:VEVENT\\ ${'ÄÖÜ – “north” '.repeat(12)}`;
    const folded = seriesText({ ...said, ...slot, title: hostile, description: `1\n2 ${hostile}`, meetings: meetingsOf(slot) });
    expect(folded.split('\r\n').filter((line) => Buffer.byteLength(line) > 75 || /\p{Cc}/u.test(line))).toEqual([]);
    for (const [, read] of readers) expect(new Set(read(folded).map(({ title }) => title))).toEqual(new Set([hostile.replace(/\p{Cc}+/gu, ' ')]));
  });
});
