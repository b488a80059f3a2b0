// Closed dates as people write them: understood, or asked back with the line.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { closedText, readClosed } from '../../../../src/core/calendar/closed-dates.ts';
import { addDays } from '../../../../src/core/calendar/local-time.ts';

const today = '2026-12-03';

describe('a line', () => {
  test.each([
    ['22 Dec to 5 Jan', '2026-12-22', '2027-01-05'],
    ['2027-02-15 - 2027-02-19', '2027-02-15', '2027-02-19'],
    ['14/2/2027', '2027-02-14', '2027-02-14'],
    ['Half term: 15 to 19 February 2027', '2027-02-15', '2027-02-19'],
    ['15-19 Feb', '2027-02-15', '2027-02-19'],
    ['15th – 19th February', '2027-02-15', '2027-02-19'],
    ['Mon 15 Feb until Fri 19 Feb', '2027-02-15', '2027-02-19'],
    ['Easter: 29 March 2027 till 9 April 2027', '2027-03-29', '2027-04-09'],
    ['3 December', '2026-12-03', '2026-12-03'],
    ['20 Nov 2026 to 4 Dec 2026', '2026-11-20', '2026-12-04'],
  ])('%j is understood', (text, from, to) => {
    expect(readClosed(text, today)).toEqual({ closed: [{ from, to }], faults: [] });
  });

  test.each([
    ['the holidays', 'unknown', []],
    ['30 Feb 2027', 'unknown', []],
    ['22 Dec to', 'unknown', []],
    ['1 Feb to 2 Feb to 3 Feb', 'unknown', []],
    ['12/3', 'ambiguous', ['2027-03-12', '2026-12-03']],
    ['1 Feb 2027 to 3/4/2027', 'ambiguous', ['2027-04-03', '2027-03-04']],
    ['5 Jan 2027 to 22 Dec 2026', 'backwards', []],
    ['22 Dec to 5 Jan 2028', 'long', []],
    // On the third of December, these days have begun or are a year away.
    ['28 November to 5 December', 'ambiguous', ['2026-11-28', '2027-11-28']],
  ])('%j is asked back as %s', (text, is, options) => {
    expect(readClosed(text, today)).toEqual({ closed: [], faults: [{ line: 1, is, options }] });
  });
});

test('several lines are read each, blank ones counted, in order of their dates, and what is over is left out', () => {
  expect(readClosed('14 Feb 2027\n\nsummer\n1 Oct 2026 to 2 Oct 2026\n22 Dec to 5 Jan\n12/3', today)).toEqual({
    closed: [{ from: '2026-12-22', to: '2027-01-05' }, { from: '2027-02-14', to: '2027-02-14' }],
    faults: [{ line: 3, is: 'unknown', options: [] }, { line: 6, is: 'ambiguous', options: ['2027-03-12', '2026-12-03'] }],
  });
});

test('what is written back is read as the same dates', () => {
  const dates = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 80 })).map(([start, n]) => ({ from: addDays(today, start), to: addDays(today, start + n) }));
  fc.assert(fc.property(dates, dates, (a, b) => {
    fc.pre(a.from < b.from);
    expect(readClosed(closedText([a, b]), today)).toEqual({ closed: [a, b], faults: [] });
  }), { numRuns: 60 });
  expect(closedText([{ from: '2026-12-22', to: '2027-01-05' }, { from: '2027-02-14', to: '2027-02-14' }])).toBe('22 Dec 2026 to 5 Jan 2027\n14 Feb 2027');
});
