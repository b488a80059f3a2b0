// Waking hours: when a message goes out, by examples and for any due instant of three years in six zones.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instantAt } from '../../../../src/core/calendar/local-time.ts';
import { isWaking, sendAt, type WakingCalendar, wakingEndOf } from '../../../../src/core/calendar/waking.ts';
import { dayMs, hourMs, minuteMs, type Instant } from '../../../../src/core/time.ts';
import { byIntl, isAwake, zones } from '../../../support/by-intl.ts';

const london: WakingCalendar = { zone: 'Europe/London', waking: { from: '07:30', to: '18:30' }, holidays: 'england-and-wales', closed: [{ from: '2027-02-15', to: '2027-02-19' }] };
const at = (text: string, zone = 'Europe/London'): Instant => instantAt({ date: text.slice(0, 10), time: text.slice(11) }, zone) ?? Number.NaN;
const shown = (instant: Instant | null): string | null => (instant === null ? null : byIntl(instant, 'Europe/London'));

describe('a message due', () => {
  test.each([
    ['in waking hours goes out then', '2026-12-03 09:00', null, '2026-12-03 09:00'],
    ['at their first minute goes out then', '2026-12-03 07:30', null, '2026-12-03 07:30'],
    ['before them waits for them', '2026-12-03 05:10', null, '2026-12-03 07:30'],
    ['after them waits for the next day', '2026-12-03 18:30', null, '2026-12-04 07:30'],
    ['on a Friday evening waits for Monday', '2026-12-04 19:00', null, '2026-12-07 07:30'],
    ['on a Sunday waits for Monday when the meeting is later that day', '2026-12-06 09:00', '2026-12-07 16:00', '2026-12-07 07:30'],
    ['on a Sunday comes on Friday when the meeting is before Monday\'s hours', '2026-12-06 09:00', '2026-12-07 07:30', '2026-12-04 18:29'],
    ['on a bank holiday waits for the day after', '2026-12-28 09:00', null, '2026-12-29 07:30'],
    ['in closed dates comes before them when the meeting is the morning after', '2027-02-18 09:00', '2027-02-22 07:00', '2027-02-12 18:29'],
    ['in closed dates waits when the meeting is in the afternoon after', '2027-02-18 09:00', '2027-02-22 16:00', '2027-02-22 07:30'],
    ['early on the day of an early meeting comes the evening before', '2026-12-03 06:00', '2026-12-03 07:00', '2026-12-02 18:29'],
  ])('%s', (_, due, before, expected) => {
    expect(shown(sendAt(at(due), london, before === null ? null : at(before)))).toBe(expected);
  });

  test('goes out the minute before the meeting at the latest', () => {
    const meeting = at('2026-12-04 07:31');
    expect(shown(sendAt(at('2026-12-03 20:00'), london, meeting))).toBe('2026-12-04 07:30');
    expect(shown(sendAt(at('2026-12-05 20:00'), { ...london, closed: [{ from: '2026-12-05', to: '2028-12-05' }] }, at('2026-12-10 12:00')))).toBe('2026-12-04 18:29');
  });

  test('when there are no waking hours goes out never', () => {
    const shut = { ...london, closed: [{ from: '2020-01-01', to: '2030-01-01' }] };
    expect(sendAt(at('2026-12-03 09:00'), shut, null)).toBeNull();
    expect(sendAt(at('2026-12-03 09:00'), shut, at('2026-12-04 09:00'))).toBeNull();
    expect(sendAt(at('2026-12-03 09:00'), { ...london, waking: { from: '10:00', to: '10:00' } }, null)).toBeNull();
  });
});

describe('waking hours', () => {
  test('end at the first minute in which nothing goes out', () => {
    expect(shown(wakingEndOf(at('2026-12-03 09:00'), london))).toBe('2026-12-03 18:30');
    expect(shown(wakingEndOf(at('2026-12-03 23:00'), london))).toBe('2026-12-03 18:30');
    expect(wakingEndOf(at('2026-12-05 09:00'), london)).toBeNull();
    expect(isWaking(at('2026-12-03 18:30') - 1, london)).toBe(true);
    expect(isWaking(at('2026-12-03 18:30'), london)).toBe(false);
  });
});

const firstAt = Date.UTC(2026, 0, 1);
const stepMs = 30 * minuteMs;
const samples = (from: Instant, to: Instant): readonly Instant[] =>
  Array.from({ length: Math.max(0, Math.floor((to - from - 1) / stepMs)) }, (_, n) => from + (n + 1) * stepMs);

test.each(zones)('in %s a message goes out at the next waking minute, or the last before its meeting, on any day of three years', (zone) => {
  const calendar = { ...london, zone, holidays: '' } as const;
  fc.assert(fc.property(fc.integer({ min: 0, max: 3 * 365 * 1440 }), fc.integer({ min: 1, max: 4 * 1440 }), (due, ahead) => {
    const dueAt = firstAt + due * minuteMs;
    const meetingAt = dueAt + ahead * minuteMs;
    const sentAt = sendAt(dueAt, calendar, meetingAt) ?? Number.NaN;
    expect(isAwake(sentAt, calendar) && isWaking(sentAt, calendar)).toBe(true);
    expect(sentAt).toBeLessThan(meetingAt);
    if (sentAt >= dueAt) {
      expect(sentAt === dueAt || !isAwake(sentAt - minuteMs, calendar)).toBe(true);
      expect(samples(dueAt, sentAt).filter((each) => isAwake(each, calendar))).toEqual([]);
    } else {
      expect(isAwake(sentAt + minuteMs, calendar) && sentAt + minuteMs < meetingAt).toBe(false);
      expect(samples(sentAt, meetingAt).filter((each) => isAwake(each, calendar))).toEqual([]);
    }
    expect(dueAt - sentAt).toBeLessThan(dayMs * 10 + hourMs);
  }), { numRuns: 100 });
});
