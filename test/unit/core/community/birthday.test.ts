// Birthdays as people type them: day and month, never a year.

import { describe, expect, test } from '@jest/globals';
import { compareBirthdays, parseBirthday } from '../../../../src/core/community/birthday.ts';

describe('a birthday', () => {
  test.each([
    '14 March', '14th of march', 'March 14', '14/3', '14/03', '14 / 3', ' 14  MAR ', 'the 14th of March', 'march the 14th', 'Mar 14th', '14th March',
  ])('is read from %j', (text) => {
    expect(parseBirthday(text)).toEqual({ day: 14, month: 3 });
  });

  test.each([
    ['29 Feb', 29, 2], ['1st January', 1, 1], ['2nd of Sept', 2, 9], ['23rd June', 23, 6], ['Jul 4', 4, 7], ['31 december', 31, 12], ['1/12', 1, 12], ['03 may', 3, 5],
  ])('is read from %j', (text, day, month) => {
    expect(parseBirthday(text)).toEqual({ day, month });
  });

  test.each([
    '', '30 Feb', '31 April', '0 March', '32 January', '14/13', '3/14', '0/3', '14/0', '14', 'March', '14 Ma', '14 Marchy', '14 M',
    '14 March 1980', '14/3/1980', '14/3/80', '1980-03-14', 'March 14 1980', '14 March please', '114 March', 'today', '-14 March', '14.5 March',
  ])('is not read from %j', (text) => {
    expect(parseBirthday(text)).toBeNull();
  });

  test('comes earlier in the year by month, then by day', () => {
    const days = ['1 March', '29 Feb', '31 December', '28 Feb', '1 January', '31 January'].map((text) => parseBirthday(text) ?? { day: 0, month: 0 });
    expect(days.toSorted(compareBirthdays).map(({ day, month }) => `${day}/${month}`)).toEqual(['1/1', '31/1', '28/2', '29/2', '1/3', '31/12']);
    expect(compareBirthdays({ day: 1, month: 1 }, { day: 1, month: 1 })).toBe(0);
  });
});
