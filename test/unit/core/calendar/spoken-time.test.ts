// Times of day in the words people use: understood, or left as typed to be asked back, never guessed.

import { expect, test } from '@jest/globals';
import { isTimeOfDay, timeOrWords } from '../../../../src/core/calendar/spoken-time.ts';

test.each([
  ['16:00', '16:00'], ['09:05', '09:05'], [' 16.30 ', '16:30'], ['1600', '16:00'], ['00:00', '00:00'], ['23:59', '23:59'],
  ['4pm', '16:00'], ['4 PM', '16:00'], ['4.30pm', '16:30'], ['4:15 p.m.', '16:15'], ['9am', '09:00'], ['12pm', '12:00'], ['12am', '00:00'], ['04:30 pm', '16:30'],
])('%j is %s', (typed, time) => {
  expect(timeOrWords(typed)).toBe(time);
  expect(isTimeOfDay(timeOrWords(typed))).toBe(true);
});

test.each(['', '4', '4:00', '9:00', '24:00', '16:60', '13pm', '0am', 'after school', 'half four', '16:00:00'])('%j is not guessed at', (typed) => {
  expect(timeOrWords(typed)).toBe(typed);
  expect(isTimeOfDay(timeOrWords(typed))).toBe(false);
});
