// Names as people type them, and text cut to fit.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clipText, matchName, splitNames } from '../../../src/core/names.ts';

describe('a list of names', () => {
  test.each([
    ['Aisha, Ben and Chloe'], ['Aisha, Ben, and Chloe'], ['Aisha;Ben;Chloe'], ['Aisha\nBen\r\nChloe'], ['Aisha and Ben and Chloe'],
    [' Aisha ,, Ben AND Chloe, '], ['Aisha, Ben & Chloe'],
  ])('is split: %j', (text) => {
    expect(splitNames(text)).toEqual(['Aisha', 'Ben', 'Chloe']);
  });

  test('keeps whole names, and names with "and" in them', () => {
    expect(splitNames('Sandy Anderson and Andrea Brand')).toEqual(['Sandy Anderson', 'Andrea Brand']);
    expect(splitNames('Roland, Andy')).toEqual(['Roland', 'Andy']);
    expect(splitNames('Aisha Khan')).toEqual(['Aisha Khan']);
  });

  test.each(['', ' ', ',', '\n;'])('of %j is empty', (text) => expect(splitNames(text)).toEqual([]));
});

describe('a typed name', () => {
  const people = [
    { id: 'a', name: 'Aisha Khan' }, { id: 'b', name: 'Ben Ali' }, { id: 'c', name: 'Benedict Cole' }, { id: 'd', name: 'Zoë O’Brien' },
    { id: 'e', name: 'Chloe Ash' }, { id: 'f', name: 'Chloe Ashton' }, { id: 'g', name: 'Ravi' }, { id: 'h', name: 'Ravi Shah' },
  ] as const;

  test.each([
    ['aisha khan', 'a'], ['AISHA', 'a'], ['  Aisha   Khan ', 'a'], ['ai', 'a'], ['@Aisha', 'a'], ['Ben', 'b'], ['bene', 'c'], ['ben a', 'b'],
    ['zoe', 'd'], ['Zoë', 'd'], ["zoe o'brien", 'd'], ['Chloe Ash', 'e'], ['chloe asht', 'f'], ['ravi', 'g'], ['Ravi S', 'h'],
  ])('%j is found', (typed, id) => {
    expect(matchName(typed, people)).toEqual({ kind: 'found', id });
  });

  test.each([
    ['chloe', ['Chloe Ash', 'Chloe Ashton']], ['chloe as', ['Chloe Ash', 'Chloe Ashton']], ['be', ['Ben Ali', 'Benedict Cole']],
  ])('%j is ambiguous between %j', (typed, matches) => {
    expect(matchName(typed, people)).toEqual({ kind: 'ambiguous', matches });
  });

  test('is ambiguous between two of the same whole name, but not between one person listed twice', () => {
    expect(matchName('Jo Day', [{ id: '1', name: 'Jo Day' }, { id: '2', name: 'jo day' }])).toEqual({ kind: 'ambiguous', matches: ['Jo Day', 'jo day'] });
    expect(matchName('Jo Day', [{ id: '1', name: 'Jo Day' }, { id: '1', name: 'Jo Day' }])).toEqual({ kind: 'found', id: '1' });
  });

  test.each(['', ' ', '@', 'Khan', 'Aishah', 'Dave', 'sha'])('%j is unknown', (typed) => {
    expect(matchName(typed, people)).toEqual({ kind: 'unknown' });
  });

  test('matches the same letters written in two ways', () => {
    expect(matchName('Jose\u0301', [{ id: '1', name: 'Jos\u00e9 Ruiz' }])).toEqual({ kind: 'found', id: '1' });
  });
});

describe('a clipped text', () => {
  test.each([
    ['short', 5, 'short'], ['shorter', 5, 'shor…'], ['four words of text', 6, 'four…'], ['four words', 5, 'four…'], ['', 0, ''], ['ab', 1, '…'], ['ab', 0, ''],
    ['ab👩‍👩‍👧cd', 9, 'ab…'], ['ab👩‍👩‍👧cd', 11, 'ab👩‍👩‍👧…'], ['ae\u0301xy', 3, 'a…'], ['🇬🇧🇫🇷', 6, '🇬🇧…'],
  ])('%j in %d characters is %j', (text, maxChars, expected) => {
    expect(clipText(text, maxChars)).toBe(expected);
  });

  test('never exceeds its limit, never breaks a character, and keeps all that fits', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 80 }), (text, maxChars) => {
      const clipped = clipText(text, maxChars);
      expect(clipped.length).toBeLessThanOrEqual(maxChars);
      expect(clipped.isWellFormed()).toBe(true);
      if (text.length <= maxChars) expect(clipped).toBe(text);
      else expect(clipped.endsWith('…') && text.startsWith(clipped.slice(0, -1))).toBe(true);
    }));
  });
});
