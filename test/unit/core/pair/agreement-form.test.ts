// The form of an agreement: what is read from it, what is asked back, and that nothing is guessed.

import { describe, expect, test } from '@jest/globals';
import { zoneNamed, zonesLike } from '../../../../src/core/calendar/zone-names.ts';
import { type FormGround, nextDateOf, readAgreement, startOf, type TypedAgreement } from '../../../../src/core/pair/agreement-form.ts';
import type { Agreement } from '../../../../src/core/pair/agreement.ts';
import { modulesText, readModules } from '../../../../src/core/pair/module-lines.ts';
import type { CommunityDays } from '../../../../src/core/pair/pair.ts';

/** Thursday 3 December 2026, noon in London. */
const now = Date.UTC(2026, 11, 3, 12);
const days: CommunityDays = { holidays: 'england-and-wales', closed: [{ from: '2026-12-21', to: '2026-12-24' }], waking: { from: '07:30', to: '18:30' }, zone: 'Europe/London' };
/** As it is first shown: Monday 7 December is the first school day three days ahead. */
const start = startOf(null, days, now);
const ground: FormGround = { now, before: null, days, shownFirst: start.first };
const read = (typed: Partial<TypedAgreement>, on: Partial<FormGround> = {}) => readAgreement({ ...start, ...typed }, { ...ground, ...on });
const slotOf = (typed: Partial<TypedAgreement>, on: Partial<FormGround> = {}) => read(typed, on).agreement?.slot;

const stands: Agreement = {
  slot: { first: '2026-11-12', time: '14:00', zone: 'Europe/London' }, alternative: { weekday: 5, time: '15:30' }, format: 'in-person', joinLink: '',
  modules: [{ insight: 'Insight 1', application: 'Application 1' }, { insight: '', application: 'Planning, doing' }],
};

test('it begins with a school day some days ahead, after school, in the zone of the community, and is right as it stands', () => {
  expect(start).toEqual({ weekday: 'monday', time: '16:00', first: '2026-12-07', zone: 'Europe/London', alternativeWeekday: 'none', alternativeTime: '', format: 'teams', joinLink: '', modules: '' });
  expect(read({}).agreement).toEqual({ slot: { first: '2026-12-07', time: '16:00', zone: 'Europe/London' }, alternative: null, format: 'teams', joinLink: '', modules: [] });
  expect(startOf(null, { ...days, closed: [{ from: '2026-12-05', to: '2026-12-24' }] }, now).first).toBe('2026-12-29');
});

test('what stands fills it with the next meeting, and saved as it is nothing changes', () => {
  const filled = startOf(stands, days, now);
  expect(filled).toMatchObject({ weekday: 'thursday', first: '2026-12-10', alternativeWeekday: 'friday', modules: 'Insight 1 > Application 1\n> Planning, doing' });
  expect(readAgreement(filled, { ...ground, before: stands, shownFirst: filled.first }).agreement).toEqual(stands);
});

test('the same time in the other week, or in another zone, is another slot', () => {
  const filled = startOf(stands, days, now);
  const saved = (typed: Partial<TypedAgreement>) => readAgreement({ ...filled, ...typed }, { ...ground, before: stands, shownFirst: filled.first }).agreement?.slot.first;
  expect([saved({ format: 'teams' }), saved({ first: '2026-12-17' }), saved({ zone: 'Europe/Paris' }), saved({ time: '14:05' })]).toEqual(['2026-11-12', '2026-12-17', '2026-12-10', '2026-12-10']);
});

test.each([
  ['2026-12-10', '2026-12-10'], ['2026-11-19', '2026-12-03'], ['2026-12-03', '2026-12-03'], ['2026-11-12', '2026-12-10'], ['2027-06-01', '2027-06-01'],
])('of a slot from %s on the next meeting is on %s', (first, next) => {
  expect(nextDateOf({ first, time: '12:01', zone: 'Europe/London' }, now)).toBe(next);
});
test('a meeting that begins now is not the next', () => {
  expect(nextDateOf({ first: '2026-12-03', time: '12:00', zone: 'Europe/London' }, now)).toBe('2026-12-17');
});

describe('weekday and first meeting', () => {
  test.each<[string, Partial<TypedAgreement>, string]>([
    ['a weekday alone, in the week that was proposed', { weekday: 'thursday', first: '' }, '2026-12-10'],
    ['a weekday changed, the date left as it was', { weekday: 'wednesday' }, '2026-12-09'],
    ['a weekday whose day in that week is over', { weekday: 'monday', first: '' }, '2026-12-07'],
    ['a date alone', { weekday: '', first: '2026-12-15' }, '2026-12-15'],
    ['a date changed, the weekday left as it was', { first: '2026-12-15' }, '2026-12-15'],
    ['both, and they fit', { weekday: 'Tuesday', first: 'Tuesday 15 December' }, '2026-12-15'],
    ['a date in words', { weekday: '', first: '15th of December' }, '2026-12-15'],
    ['a date in numbers, of which the weekday tells', { weekday: 'friday', first: '12/3' }, '2027-03-12'],
    ['today, later in the day', { weekday: 'thursday', first: 'today' }, '2026-12-03'],
  ])('are understood: %s', (_what, typed, first) => {
    const { faults, agreement } = read(typed);
    expect([faults, agreement?.slot.first]).toEqual([[], first]);
  });

  test('the weekday is shown as that of the date', () => {
    expect(read({ weekday: '', first: '2026-12-15' }).typed).toMatchObject({ weekday: 'tuesday', first: '2026-12-15' });
  });

  test('of today a weekday goes to next week once its time is over', () => {
    expect(slotOf({ weekday: 'thursday', first: '', time: '11:00' }, { shownFirst: '2026-12-03' })?.first).toBe('2026-12-10');
  });
});

describe('what is asked back, with every word', () => {
  test.each<[string, Partial<TypedAgreement>, string, readonly string[]]>([
    ['neither weekday nor date', { weekday: '', first: '' }, 'weekday', []],
    ['a weekday that is none', { weekday: 'someday', first: '' }, 'weekday', []],
    ['a date that is on another weekday than was chosen', { weekday: 'tuesday', first: '2026-12-10' }, 'first-differs', ['2026-12-10']],
    ['a date that is none', { first: '31 February' }, 'first', []],
    ['words that are no date', { first: 'when we are back' }, 'first', []],
    ['a date that may be two', { weekday: '', first: '12/3' }, 'first-either', ['2027-03-12', '2026-12-03']],
    ['a date that may be two of that weekday', { weekday: 'friday', first: 'next Friday' }, 'first-either', ['2026-12-04', '2026-12-11']],
    ['a date that is over', { first: '2026-12-01' }, 'first-past', []],
    ['today, earlier in the day', { first: '2026-12-03', time: '11:59' }, 'first-past', []],
    ['a date of another year', { first: '2062-12-11' }, 'first-far', []],
    ['no time', { time: '' }, 'time', []],
    ['a time that may be two', { time: '4' }, 'time', []],
    ['a zone by habit', { zone: 'BST' }, 'zone', ['Europe/London']],
    ['a city', { zone: 'new york' }, 'zone', ['America/New_York']],
    ['an offset', { zone: '+01:00' }, 'zone', []],
    ['no zone', { zone: '' }, 'zone', []],
    ['no format', { format: '' }, 'format', []],
    ['an alternative without a time', { alternativeWeekday: 'friday' }, 'alternative-half', []],
    ['an alternative without a weekday', { alternativeTime: '15:00' }, 'alternative-half', []],
    ['an alternative at no time', { alternativeWeekday: 'friday', alternativeTime: 'noon' }, 'alternative-time', []],
    ['an alternative on no day', { alternativeWeekday: 'f', alternativeTime: '15:00' }, 'alternative-weekday', []],
    ['an alternative that is the slot', { alternativeWeekday: 'monday', alternativeTime: '16:00' }, 'alternative-same', []],
    ['a link that others may read along', { joinLink: 'http://teams.example.org/join' }, 'link', []],
    ['a link that runs something', { joinLink: 'javascript:alert(1)' }, 'link', []],
    ['a link with a password', { joinLink: 'https://a:b@teams.example.org' }, 'link', []],
    ['a link within words', { joinLink: 'Join: https://teams.example.org' }, 'link', []],
    ['a link longer than any', { joinLink: `https://teams.example.org/${'a'.repeat(2_000)}` }, 'link', []],
    ['more modules than there are', { modules: 'Insight > Application\n'.repeat(41) }, 'modules-many', ['40']],
    ['a module that is an essay', { modules: `One\nTwo > ${'a'.repeat(121)}` }, 'modules-long', ['2']],
  ])('%s', (_what, typed, is, options) => {
    const { agreement, faults, typed: kept } = read(typed);
    expect({ agreement, faults }).toEqual({ agreement: null, faults: [{ is, options }] });
    expect(kept).toMatchObject({ ...typed, ...('weekday' in typed && kept.weekday !== typed.weekday && { weekday: kept.weekday }) });
  });

  test('several at once', () => {
    expect(read({ first: 'soon', time: 'late', zone: 'Mars', joinLink: 'x' }).faults.map(({ is }) => is)).toEqual(['first', 'time', 'zone', 'link']);
  });
});

test('a first meeting on a day off is told, and is a right one all the same', () => {
  expect([read({ first: '2026-12-25' }).dayOff, read({ first: '2026-12-22' }).dayOff, read({}).dayOff]).toEqual(['holiday', 'closed', null]);
  expect(slotOf({ first: '2026-12-25' })?.first).toBe('2026-12-25');
});

test.each([
  ['Insight 1 > Application 1', 'Insight 1', 'Application 1'], ['Insight 1 -> Application 1', 'Insight 1', 'Application 1'], ['Insight 1=>Application 1', 'Insight 1', 'Application 1'],
  ['Insight 1 → Application 1', 'Insight 1', 'Application 1'], ['Insight 1\tApplication 1', 'Insight 1', 'Application 1'], ['Insight 1; Application 1', 'Insight 1', 'Application 1'],
  ['Insight 1, Application 1', 'Insight 1', 'Application 1'], ['1. Insight 1 > Application 1', 'Insight 1', 'Application 1'], ['- Well-being > Calm, kind', 'Well-being', 'Calm, kind'],
  ['Application 1', '', 'Application 1'], ['Application 1 >', '', 'Application 1'], ['> Planning, doing', '', 'Planning, doing'], ['One, two, three', '', 'One, two, three'],
])('the modules of %j are understood, and written so that they are again', (line, insight, application) => {
  const { modules, faults } = readModules(`\n${line}\n`);
  expect({ modules, faults }).toEqual({ modules: [{ insight, application }], faults: [] });
  expect(readModules(modulesText(modules)).modules).toEqual(modules);
});

test.each([
  ['europe/london', 'Europe/London'], ['  Europe/Paris ', 'Europe/Paris'], ['Asia/Kolkata', 'Asia/Kolkata'], ['Australia/Lord_Howe', 'Australia/Lord_Howe'], ['Etc/UTC', 'Etc/UTC'],
  ['BST', null], ['GMT', null], ['London', null], ['+01:00', null], ['', null],
])('the zone %j is %j', (text, zone) => { expect(zoneNamed(text)).toBe(zone); });

test.each([
  ['BST', ['Europe/London']], ['British summer time', ['Europe/London']], ['gmt time', ['Europe/London']], ['London', ['Europe/London']], ['Europe/Londn', ['Europe/London']], ['Lord Howe', ['Australia/Lord_Howe']],
  ['ist', ['Asia/Kolkata']], ['', []], ['x', []], ['nowhere', []],
])('by %j people may mean %j', (text, zones) => { expect(zonesLike(text)).toEqual(zones); });
