// How meetings follow one another: three years of any rhythm, in six zones over their clock changes.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, instantAt, isDate } from '../../../../src/core/calendar/local-time.ts';
import { weekdayOf, whyClosed } from '../../../../src/core/calendar/open-days.ts';
import { meetingsUntil, monthlyAs, nextOf } from '../../../../src/core/calendar/rhythm.ts';
import { holidayRegions, type Rhythm } from '../../../../src/core/community/planning.ts';
import { hourMs } from '../../../../src/core/time.ts';
import { byIntl, zones } from '../../../support/by-intl.ts';

const noneOff = { holidays: '', closed: [] } as const;
const england = { holidays: 'england-and-wales', closed: [] } as const;
const at1600 = (date: string) => ({ date, time: '16:00' });
const weekly: Rhythm = { kind: 'weeks', every: 1 };

describe('the meeting after', () => {
  test.each<[string, Rhythm | null, string | null]>([
    ['2026-12-03', weekly, '2026-12-10'],
    ['2026-12-03', { kind: 'weeks', every: 2 }, '2026-12-17'],
    ['2026-12-03', { kind: 'weeks', every: 5 }, '2027-01-07'],
    ['2026-12-03', { kind: 'monthly', nth: 1 }, '2027-01-07'],
    ['2026-12-10', { kind: 'monthly', nth: 2 }, '2027-01-14'],
    // Moved forward within its month: the next is in the month after, not a week on.
    ['2026-12-03', { kind: 'monthly', nth: 2 }, '2027-01-14'],
    ['2026-12-31', { kind: 'monthly', nth: 'last' }, '2027-01-28'],
    ['2027-01-28', { kind: 'monthly', nth: 'last' }, '2027-02-25'],
    ['2028-01-29', { kind: 'monthly', nth: 'last' }, '2028-02-26'],
    ['2028-01-25', { kind: 'monthly', nth: 'last' }, '2028-02-29'],
    ['2026-12-03', null, null],
    ['2026-02-30', weekly, null],
  ])('%s by %j is %j', (date, rhythm, expected) => {
    expect(nextOf(at1600(date), { rhythm, ...noneOff })).toEqual(expected === null ? null : at1600(expected));
  });

  test('leaves out bank holidays of the region and closed dates, and keeps to the rhythm', () => {
    const rules = { rhythm: { kind: 'weeks', every: 2 }, holidays: 'england-and-wales', closed: [{ from: '2027-04-05', to: '2027-04-12' }] } as const;
    expect(nextOf(at1600('2027-03-15'), rules)).toEqual(at1600('2027-04-26'));
    expect(nextOf(at1600('2027-03-15'), { ...rules, holidays: 'scotland' })).toEqual(at1600('2027-03-29'));
  });

  test('is none when everything is closed', () => {
    expect(nextOf(at1600('2026-12-03'), { rhythm: weekly, holidays: '', closed: [{ from: '2026-01-01', to: '2036-01-01' }] })).toBeNull();
  });
});

describe('meetings up to a date', () => {
  test('begin with the next one and hold both ends', () => {
    expect(meetingsUntil('2027-01-04', at1600('2026-12-14'), { rhythm: weekly, ...england }).map(({ date }) => date))
      .toEqual(['2026-12-14', '2026-12-21', '2027-01-04']);
  });
  test('are the one alone without a rhythm, and none when it is later', () => {
    expect(meetingsUntil('2027-12-14', at1600('2026-12-14'), { rhythm: null, ...noneOff })).toEqual([at1600('2026-12-14')]);
    expect(meetingsUntil('2026-12-13', at1600('2026-12-14'), { rhythm: weekly, ...noneOff })).toEqual([]);
  });
});

test.each([
  ['2026-12-01', 1], ['2026-12-07', 1], ['2026-12-08', 2], ['2026-12-21', 3], ['2026-12-28', 4], ['2026-12-29', 'last'],
] as const)('a meeting on %s repeats monthly as the %s of its weekday', (date, nth) => {
  expect(monthlyAs(date)).toEqual({ kind: 'monthly', nth });
});

const day = fc.integer({ min: 0, max: 1095 }).map((n) => addDays('2026-01-01', n));
const time = fc.integer({ min: 0, max: 1439 }).map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`);
const rhythms: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((every) => ({ kind: 'weeks', every }) as const),
  fc.constantFrom<(1 | 2 | 3 | 4 | 'last')[]>(1, 2, 3, 4, 'last').map((nth) => ({ kind: 'monthly', nth }) as const),
);
const closedDates = fc.array(fc.tuple(day, fc.integer({ min: 0, max: 50 })).map(([from, n]) => ({ from, to: addDays(from, n) })), { maxLength: 6 });
const region = fc.constantFrom('' as const, ...holidayRegions);

/** Every date of three years that the rhythm names, days off or not, by looking at each day. */
function named(from: string, rhythm: Rhythm): readonly string[] {
  const dates = Array.from({ length: 1095 }, (_, n) => addDays(from, n + 1)).filter((date) => weekdayOf(date) === weekdayOf(from));
  if (rhythm.kind === 'weeks') return dates.filter((_, index) => (index + 1) % rhythm.every === 0);
  const isNth = (date: string): boolean => (rhythm.nth === 'last' ? addDays(date, 7).slice(0, 7) !== date.slice(0, 7)
    : addDays(date, -7 * rhythm.nth).slice(0, 7) !== date.slice(0, 7) && addDays(date, -7 * (rhythm.nth - 1)).slice(0, 7) === date.slice(0, 7));
  return dates.filter((date) => date.slice(0, 7) > from.slice(0, 7) && isNth(date));
}

test('for three years every meeting of any rhythm is held, but those on days off', () => {
  fc.assert(fc.property(day, rhythms, closedDates, region, (from, rhythm, closed, holidays) => {
    const daysOff = { holidays, closed };
    const until = addDays(from, 1095);
    const open = named(from, rhythm).filter((date) => whyClosed(date, daysOff) === null);
    expect(meetingsUntil(until, at1600(from), { rhythm, ...daysOff }).map(({ date }) => date)).toEqual([from, ...open]);
  }), { numRuns: 60 });
});

test.each(zones)('in %s it is the same time by the clock on the wall, whatever the clocks do', (zone) => {
  fc.assert(fc.property(day, time, rhythms, (date, wallTime, rhythm) => {
    for (const meeting of meetingsUntil(addDays(date, 1095), { date, time: wallTime }, { rhythm, ...noneOff })) {
      expect(isDate(meeting.date) && meeting.time).toBe(wallTime);
      const at = instantAt(meeting, zone) ?? Number.NaN;
      const shown = byIntl(at, zone);
      const text = `${meeting.date} ${meeting.time}`;
      // A time that the clocks leap over is shown later; one that comes twice is its first.
      if (shown !== text) expect([byIntl(at - hourMs, zone) < text, shown > text && shown < byIntl(at + hourMs, zone)]).toEqual([true, true]);
      else expect([byIntl(at - hourMs, zone), byIntl(at - hourMs / 2, zone)]).not.toContain(text);
    }
  }), { numRuns: 12 });
});
