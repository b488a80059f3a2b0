// The shapes a turn can take, taken from the protocol's own table.

import { describe, expect, test } from '@jest/globals';
import { minuteMs } from '../../../../src/core/time.ts';
import { npqCommunity } from '../../../../src/core/protocols/npq-community.ts';
import { columnsOf } from '../../../../src/core/session/columns.ts';

const minutesOf = (lengthMinutes: number, hasWriteUp: boolean): readonly (readonly number[])[] => columnsOf(npqCommunity, lengthMinutes)
  .map((column) => [column.lengthMs / minuteMs, ...column.stepsFor(hasWriteUp).map(({ lengthMs }) => lengthMs / minuteMs)]);

describe('columns', () => {
  test('of the NPQ hour are 13, 12, 10 and 8 minutes, longest first', () => {
    expect(minutesOf(60, true)).toEqual([[13, 2, 2, 4, 2, 2, 1], [12, 1, 2, 4, 2, 2, 1], [10, 1, 4, 2, 2, 1], [8, 1, 3, 2, 1, 1]]);
  });

  test('give an owner without a write-up a minute to introduce the problem', () => {
    expect(minutesOf(60, false)).toEqual([[13, 2, 2, 4, 2, 2, 1], [12, 1, 2, 4, 2, 2, 1], [10, 1, 1, 3, 2, 2, 1], [8, 1, 1, 2, 2, 1, 1]]);
  });

  test('of 75 minutes have those of three and four owners before them', () => {
    expect(minutesOf(75, true).map(([length]) => length)).toEqual([21, 16, 13, 10, 8]);
  });

  test('are none for a length the protocol does not have', () => {
    expect(columnsOf(npqCommunity, 90)).toEqual([]);
  });
});
