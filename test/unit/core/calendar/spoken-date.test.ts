// Dates in the words people use: understood, asked back or unknown, never guessed.

import { expect, test } from '@jest/globals';
import { addDays } from '../../../../src/core/calendar/local-time.ts';
import { spokenDate } from '../../../../src/core/calendar/spoken-date.ts';

/** A Wednesday. */
const today = '2027-03-03';
const onWednesday = (text: string) => spokenDate(text, today);

test.each([
  ['2027-03-12', '2027-03-12'], ['2027/3/12', '2027-03-12'], ['2026-12-01', '2026-12-01'],
  ['today', '2027-03-03'], ['Tomorrow.', '2027-03-04'], ['the day after tomorrow', '2027-03-05'],
  ['in two weeks', '2027-03-17'], ['in 10 days', '2027-03-13'], ['in a week', '2027-03-10'], ['3 weeks from now', '2027-03-24'], ['in two weeks’ time', '2027-03-17'], ['within 5 days', '2027-03-08'],
  ['a fortnight', '2027-03-17'], ['in a fortnight', '2027-03-17'], ['in a fortnight\'s time', '2027-03-17'], ['two fortnights', '2027-03-31'],
  ['a week today', '2027-03-10'], ['a week tomorrow', '2027-03-11'], ['tomorrow week', '2027-03-11'], ['Friday week', '2027-03-12'], ['a week on Friday', '2027-03-12'], ['two weeks on Friday', '2027-03-19'], ['Friday fortnight', '2027-03-19'],
  ['Friday', '2027-03-05'], ['on Fri', '2027-03-05'], ['by Tuesday, please', '2027-03-09'], ['this Thurs', '2027-03-04'], ['this coming Friday', '2027-03-05'], ['coming Wednesday', '2027-03-10'],
  // Both readings of these agree.
  ['next Monday', '2027-03-08'], ['Tuesday next', '2027-03-09'], ['next Wednesday', '2027-03-10'],
  ['Friday next week', '2027-03-12'], ['Friday of next week', '2027-03-12'], ['next week Friday', '2027-03-12'], ['next week on Friday', '2027-03-12'], ['Sunday this week', '2027-03-07'], ['this week on Thursday', '2027-03-04'],
  ['12 March', '2027-03-12'], ['March 12th', '2027-03-12'], ['the 12th of March', '2027-03-12'], ['12 Mar 2028', '2028-03-12'], ['March 12, 28', '2028-03-12'], ['3 march', '2027-03-03'], ['2 March', '2028-03-02'], ['1 sept', '2027-09-01'], ['31 January', '2028-01-31'],
  ['29 February', '2028-02-29'], ['Friday 12 March', '2027-03-12'], ['Fri, 12th March', '2027-03-12'],
  ['12th', '2027-03-12'], ['the 3rd', '2027-03-03'], ['2nd', '2027-04-02'], ['the 31st', '2027-03-31'], ['Friday the 12th', '2027-03-12'],
  ['25/3', '2027-03-25'], ['25/03/2027', '2027-03-25'], ['3/25', '2027-03-25'], ['25.3.27', '2027-03-25'], ['25-03-2027', '2027-03-25'], ['4/4', '2027-04-04'], ['2/2', '2028-02-02'],
  // The weekday decides.
  ['Monday 5/4', '2027-04-05'], ['Mon 4/5', '2027-04-05'], ['Tue 4/5', '2027-05-04'],
  ['in a month', '2027-04-03'], ['in 3 months', '2027-06-03'], ['in ten months', '2028-01-03'],
  ['end of the month', '2027-03-31'], ['the end of next month', '2027-04-30'], ['end of February', '2028-02-29'], ['end of March 2029', '2029-03-31'],
])('%s is %s', (text, date) => { expect(onWednesday(text)).toEqual({ kind: 'understood', date }); });

test.each([
  ['12/3', ['2027-03-12', '2027-12-03']], ['3/12', ['2027-12-03', '2027-03-12']], ['1/2', ['2028-02-01', '2028-01-02']], ['12/3/2027', ['2027-03-12', '2027-12-03']], ['12.3.27', ['2027-03-12', '2027-12-03']],
  ['next Friday', ['2027-03-05', '2027-03-12']], ['Sunday next', ['2027-03-07', '2027-03-14']],
  // Said on that very day.
  ['Wednesday', ['2027-03-03', '2027-03-10']], ['this Wednesday', ['2027-03-03', '2027-03-10']], ['Wednesday week', ['2027-03-10', '2027-03-17']],
  ['next week', ['2027-03-08', '2027-03-12']], ['the end of the week', ['2027-03-05', '2027-03-07']], ['end of next week', ['2027-03-12', '2027-03-14']],
  // A slip: the date, and the weekday beside it.
  ['Thursday 12 March', ['2027-03-12', '2027-03-11']],
])('%s is asked back with %j', (text, options) => { expect(onWednesday(text)).toEqual({ kind: 'ambiguous', options }); });

test.each([
  'Friday 12/3/28x', 'end of term', 'half-term', 'Easter', 'soon', 'next month', 'this week', 'a couple of weeks', 'Monday\'s lesson', 'Friday lunchtime', 'week', 'next', '', '12', '2027', 'May', 'May 2027',
  '31 April', '30 February', '2027-02-29', '2027-13-01', '13/13', '0/5', '12-3', '1.5', '32nd', 'in weeks', 'in 1000 weeks', 'Friday Friday', 'a', 'toString', '(', 'x'.repeat(10_000), '9'.repeat(10_000),
])('%s is unknown', (text) => { expect(onWednesday(text)).toEqual({ kind: 'unknown' }); });

test('a month too short for the day is asked back', () => {
  expect(spokenDate('in a month', '2027-01-31')).toEqual({ kind: 'ambiguous', options: ['2027-02-28', '2027-03-01'] });
  expect(spokenDate('in a month', '2027-01-28')).toEqual({ kind: 'understood', date: '2027-02-28' });
});

test('at the weekend the end of the week is not guessed', () => {
  expect(spokenDate('end of the week', '2027-03-05')).toEqual({ kind: 'ambiguous', options: ['2027-03-05', '2027-03-07'] });
  expect(spokenDate('end of the week', '2027-03-06')).toEqual({ kind: 'unknown' });
});

test('whatever day it is, what is understood of a weekday falls on it, ahead and within two weeks', () => {
  for (let day = 0; day < 800; day++) {
    const now = addDays('2026-11-20', day);
    for (const text of ['Friday', 'next Friday', 'this Friday', 'coming Friday', 'Friday next week']) {
      const read = spokenDate(text, now);
      const dates = read.kind === 'understood' ? [read.date] : read.kind === 'ambiguous' ? read.options : [];
      expect([text, now, dates.length > 0 && dates.every((date) => new Date(date).getUTCDay() === 5 && date >= now && date <= addDays(now, 14))]).toEqual([text, now, true]);
    }
  }
});
