// The calendar file, read back by another implementation: its instants are the bot's own, whatever the clocks do.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { communityCalendar } from '../../../../src/cards/community-calendar.ts';
import { calendarText } from '../../../../src/core/calendar/calendar-file.ts';
import { addDays, instantAt } from '../../../../src/core/calendar/local-time.ts';
import { meetingsUntil } from '../../../../src/core/calendar/rhythm.ts';
import { type Community, defaultSettings, newCommunity } from '../../../../src/core/community/community.ts';
import { conversationId, tenantId } from '../../../../src/core/keys.ts';
import { minutes } from '../../../../src/core/time.ts';
import { en } from '../../../../src/texts/en.ts';
import { zones } from '../../../support/by-intl.ts';

const now = Date.UTC(2026, 11, 3, 16);

/** The events of a file as another reader has them: it takes the rules of their zone from the file itself. */
function eventsOf(text: string) {
  const calendar = ICAL.Component.fromString(text);
  const at = (time: ICAL.Time): number => time.toUnixTime() * 1000;
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return { uid: event.uid, sequence: event.sequence, title: event.summary, zone: event.startDate.zone.tzid, startsAt: at(event.startDate), endsAt: at(event.endDate), stampedAt: component.getFirstPropertyValue('dtstamp')?.toString() };
  });
}

const community = (over: Partial<Community> = {}, settings: Partial<Community['settings']> = {}): Community => ({
  ...newCommunity(tenantId('t1'), conversationId('19:c')), settings: { ...defaultSettings, rhythm: { kind: 'weeks', every: 2 }, ...settings }, meeting: { date: '2026-12-17', time: '16:00' }, ...over,
});
const fileOf = (of: Community, name: string | null = 'Heads'): string => communityCalendar({ community: of, name, key: 'k', now }, en) ?? '';

describe('the file of a community', () => {
  test('has the planned meeting and those of a year, days off left out, each with a number of its own', () => {
    const events = eventsOf(fileOf(community({ series: { number: 7, sequence: 3 } }, { closed: [{ from: '2026-12-22', to: '2027-01-05' }, { from: '2027-02-08', to: '2027-02-12' }] })));
    expect(events.slice(0, 4).map(({ startsAt }) => new Date(startsAt).toISOString())).toEqual(['2026-12-17T16:00:00.000Z', '2027-01-14T16:00:00.000Z', '2027-01-28T16:00:00.000Z', '2027-02-25T16:00:00.000Z']);
    expect(events.map(({ uid }) => uid)).toEqual(events.map((_, index) => `${7 + index}.k@turnstone`));
    expect(new Date(events.at(-1)?.startsAt ?? 0).toISOString()).toBe('2027-12-02T16:00:00.000Z');
    expect(events[0]).toMatchObject({ sequence: 3, title: 'Problem-solving hour: Heads', endsAt: (events[0]?.startsAt ?? 0) + minutes(60), stampedAt: '2026-12-03T16:00:00Z' });
  });

  test('has the one meeting where there is no rhythm, and is none without a meeting', () => {
    expect(eventsOf(fileOf(community({}, { rhythm: null, lengthMinutes: 75 })))).toMatchObject([{ startsAt: Date.UTC(2026, 11, 17, 16), endsAt: Date.UTC(2026, 11, 17, 17, 15) }]);
    expect(communityCalendar({ community: community({ meeting: null }), name: null, key: 'k', now }, en)).toBeNull();
  });

  test('ends every line in CRLF, at most 75 octets long, and keeps what people call their chat in its place', () => {
    const name = `Heads; of,\r\nEND:VEVENT\nschools \\ ${'ÄÖÜ – “north” '.repeat(12)}`;
    const text = fileOf(community(), name);
    const lines = text.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /\p{Cc}/u.test(line))).toEqual([]);
    const [event] = eventsOf(text);
    expect(event?.title).toBe(`Problem-solving hour: ${name.replace(/\p{Cc}+/gu, ' ')}`);
    expect(text.match(/^END:VEVENT\r$/gm)).toHaveLength(eventsOf(text).length);
  });
});

test.each(zones)('in %s every meeting of three years is at the bot\'s own instant', (zone) => {
  const times = fc.integer({ min: 0, max: 1439 }).map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`);
  fc.assert(fc.property(fc.integer({ min: 0, max: 13 }), times, (day, time) => {
    const meeting = { date: addDays('2026-01-05', day), time };
    const meetings = meetingsUntil('2028-12-31', meeting, { rhythm: { kind: 'weeks', every: 1 }, holidays: '', closed: [] });
    const startsAt = meetings.map((wall) => instantAt(wall, zone) ?? Number.NaN);
    const text = calendarText({ name: 'x', zone, madeAt: now, meetings: startsAt.map((at, index) => ({ uid: `${index}@x`, sequence: 0, startsAt: at, lengthMs: minutes(60), title: 'x' })) });
    expect(text).toContain(`DTSTART;TZID=${zone}:`);
    const events = eventsOf(text);
    expect(events.filter((event) => event.zone === zone).length).toBeGreaterThan(events.length - 9);
    expect(events.map((event) => event.startsAt)).toEqual(startsAt);
    // Sundays in the hours that the clocks leave out or bring twice.
  }), { numRuns: 5, examples: [[6, '01:30'], [6, '01:45'], [6, '02:15']] });
});

test('a zone without rules in the package has its times in UTC', () => {
  const text = calendarText({ name: 'x', zone: 'Etc/Nowhere', madeAt: now, meetings: [{ uid: '1@x', sequence: 0, startsAt: now, lengthMs: minutes(60), title: 'x' }] });
  expect(text).toContain('DTSTART:20261203T160000Z');
  expect(eventsOf(text)[0]?.startsAt).toBe(now);
});
