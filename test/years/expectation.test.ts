// The expectation itself, by examples worked out by hand from the calendar: what it says must be right before anything is
// held against it.

import { describe, expect, test } from '@jest/globals';
import { Expectation, type Outage } from './expectation.ts';
import type { Act } from './acts.ts';
import { Life } from './life.ts';
import { clockChanges, instantOf, wallAt } from './wall-by-intl.ts';

const zone = 'Europe/London';
const wall = (text: string) => ({ date: text.slice(0, 10), time: text.slice(11) });
const at = (text: string, where = zone): number => instantOf(wall(text), where);

interface Told {
  readonly first: string;
  readonly until: string;
  readonly acts?: readonly (readonly [when: string, act: Act])[];
  readonly outages?: readonly (readonly [from: string, until: string])[];
  readonly people?: readonly string[];
  readonly closed?: readonly (readonly [string, string])[];
  readonly agreedOn?: string;
}

/** What Ann is told, as `prepare 1 2026-09-07 16:00`. */
function told({ first, until, acts = [], outages = [], people = ['Ann', 'Bob'], closed = [], agreedOn = '2026-09-01 12:00' }: Told): readonly string[] {
  const life = new Life(people, { region: 'england-and-wales', closed });
  const down = outages.map(([from, to]): Outage => ({ from: at(from), until: at(to) }));
  const expectation = new Expectation(life, at(agreedOn), down);
  const slot = { ...wall(first), zone };
  expectation.do({ do: 'agree', by: 'Ann', agreed: { slot: { first: slot.date, time: slot.time, zone }, alternative: { weekday: 5, time: '08:00' } } }, at(agreedOn));
  for (const [when, act] of acts) expectation.do(act, at(when));
  expectation.passTo(at(until));
  return expectation.reminders.filter(({ to }) => to === 'Ann').map((each) => {
    const { date, time } = wallAt(each.at, zone);
    return `${each.what} ${each.n} ${date} ${time}`;
  });
}

describe('a wall time', () => {
  test.each([
    ['Europe/London', '2027-03-28 01:30', '2027-03-28T01:30Z'],
    ['Europe/London', '2027-10-31 01:30', '2027-10-31T00:30Z'],
    ['Europe/London', '2027-07-01 14:00', '2027-07-01T13:00Z'],
    ['America/New_York', '2027-03-14 02:30', '2027-03-14T07:30Z'],
    ['America/New_York', '2027-11-07 01:30', '2027-11-07T05:30Z'],
    ['Australia/Sydney', '2026-10-04 02:30', '2026-10-03T16:30Z'],
    ['Australia/Sydney', '2027-04-04 02:30', '2027-04-03T15:30Z'],
    ['Australia/Lord_Howe', '2026-10-04 02:15', '2026-10-03T15:45Z'],
    ['Australia/Lord_Howe', '2027-04-04 01:45', '2027-04-03T14:45Z'],
    ['Asia/Kolkata', '2027-04-04 01:45', '2027-04-03T20:15Z'],
  ])('in %s of %s is %s', (where, shown, expected) => {
    expect(new Date(at(shown, where)).toISOString()).toBe(new Date(expected).toISOString());
  });
  test('changes twice a year where clocks do', () => {
    expect(['Europe/London', 'Europe/Paris', 'America/New_York', 'Australia/Sydney', 'Australia/Lord_Howe', 'Asia/Kolkata'].map((each) => clockChanges(each).length)).toEqual([6, 6, 6, 6, 6, 0]);
  });
});

describe('it expects', () => {
  test('four reminders of a meeting that nobody speaks of', () => {
    // Wednesday 9 September 2026.
    expect(told({ first: '2026-09-09 16:00', until: '2026-09-18 12:00' })).toEqual([
      'prepare 1 2026-09-07 16:00', 'soon 1 2026-09-09 15:45', 'after 1 2026-09-10 16:00', 'again 1 2026-09-14 07:30',
    ]);
  });
  test('the same wall time when the clocks have gone back', () => {
    expect(told({ first: '2026-10-26 16:00', until: '2026-10-28 12:00', agreedOn: '2026-10-24 12:00' })).toEqual([
      'prepare 1 2026-10-26 07:30', 'soon 1 2026-10-26 15:45', 'after 1 2026-10-27 16:00',
    ]);
  });
  test('the last waking minute before a meeting at the first of a Monday', () => {
    expect(told({ first: '2026-09-14 07:30', until: '2026-09-14 12:00' })).toEqual(['prepare 1 2026-09-11 18:29', 'soon 1 2026-09-14 07:15']);
  });
  test('nothing that was due when the slot was agreed', () => {
    expect(told({ first: '2026-09-09 16:00', until: '2026-09-09 18:00', agreedOn: '2026-09-08 09:00' })).toEqual(['soon 1 2026-09-09 15:45']);
  });
  test('a second asking of nobody who has answered', () => {
    expect(told({ first: '2026-09-09 16:00', until: '2026-09-18 12:00', acts: [['2026-09-11 09:00', { do: 'met', by: 'Ann', n: 1, yes: true }]] })).toEqual([
      'prepare 1 2026-09-07 16:00', 'soon 1 2026-09-09 15:45', 'after 1 2026-09-10 16:00',
    ]);
  });
  test('after an outage what is still of use, once', () => {
    const first = '2026-09-09 16:00';
    expect(told({ first, until: '2026-09-10 12:00', outages: [['2026-09-07 12:00', '2026-09-08 20:00']] })).toEqual(['prepare 1 2026-09-09 07:30', 'soon 1 2026-09-09 15:45']);
    expect(told({ first, until: '2026-09-10 12:00', outages: [['2026-09-07 12:00', '2026-09-09 15:50']] })).toEqual(['soon 1 2026-09-09 15:50']);
    expect(told({ first, until: '2026-09-14 09:00', outages: [['2026-09-07 12:00', '2026-09-14 08:00']] })).toEqual(['after 1 2026-09-14 08:00']);
    expect(told({ first, until: '2026-09-23 12:00', outages: [['2026-09-07 12:00', '2026-09-23 15:59']] })).toEqual([]);
  });
  test('of a meeting that was moved what is due at its new time', () => {
    expect(told({ first: '2026-09-09 16:00', until: '2026-09-14 18:00', acts: [
      ['2026-09-08 09:00', { do: 'cannot', by: 'Bob', n: 1 }], ['2026-09-08 09:05', { do: 'alternative', by: 'Bob', n: 1, to: wall('2026-09-11 08:00') }],
    ] })).toEqual(['prepare 1 2026-09-07 16:00', 'prepare 1 2026-09-09 08:00', 'soon 1 2026-09-11 07:45', 'after 1 2026-09-14 07:30']);
  });
  test('nothing of a meeting that is practised alone, and one word of one that lapsed', () => {
    expect(told({ first: '2026-09-09 16:00', until: '2026-09-16 12:00', acts: [['2026-09-08 09:00', { do: 'cannot', by: 'Bob', n: 1 }], ['2026-09-08 09:05', { do: 'alone', by: 'Bob', n: 1 }]] })).toEqual(['prepare 1 2026-09-07 16:00']);
    expect(told({ first: '2026-09-09 19:00', until: '2026-09-16 12:00', acts: [['2026-09-08 09:00', { do: 'cannot', by: 'Bob', n: 1 }]] })).toEqual(['prepare 1 2026-09-08 07:30', 'lapsed 1 2026-09-10 07:30']);
  });
  test('a clash when its meeting becomes one of the next four, unless it is kept', () => {
    // Mondays; that of 3 May 2027 is a bank holiday, the fourth before it is on 8 March.
    const clashes = (acts: Told['acts'] = []): readonly string[] => told({ first: '2027-02-22 19:00', until: '2027-03-15 12:00', agreedOn: '2027-02-17 12:00', acts }).filter((each) => each.startsWith('clash'));
    expect(clashes()).toEqual(['clash 6 2027-03-09 07:30']);
    expect(clashes([['2027-03-08 20:00', { do: 'keep', by: 'Bob', n: 6 }]])).toEqual([]);
  });
  test('the others to hear of a pause, and nothing for whoever pauses', () => {
    const own = (by: string, pausedUntil: string): Act => ({ do: 'own', by, own: { zone: null, hours: null, pausedUntil } });
    expect(told({ first: '2026-09-09 16:00', until: '2026-09-09 18:00', acts: [['2026-09-03 09:00', own('Bob', '2026-09-10')]] })).toEqual(['clash 1 2026-09-03 09:00', 'prepare 1 2026-09-07 16:00', 'soon 1 2026-09-09 15:45']);
    expect(told({ first: '2026-09-09 16:00', until: '2026-09-09 18:00', acts: [['2026-09-03 09:00', own('Ann', '2026-09-09')]] })).toEqual(['soon 1 2026-09-09 15:45']);
  });
  test('own hours and zone of each', () => {
    const own: Act = { do: 'own', by: 'Ann', own: { zone: 'America/New_York', hours: ['09:00', '10:00'], pausedUntil: null } };
    expect(told({ first: '2026-09-09 16:00', until: '2026-09-11 16:00', acts: [['2026-09-03 09:00', own]] })).toEqual([
      'prepare 1 2026-09-08 14:00', 'soon 1 2026-09-09 15:45', 'after 1 2026-09-11 14:00',
    ]);
  });
});
