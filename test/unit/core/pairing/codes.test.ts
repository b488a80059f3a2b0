// Short codes for people in a list: each means one of them, also once others have come in.

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { personId } from '../../../../src/core/keys.ts';
import { codesOf, personOf } from '../../../../src/core/pairing/codes.ts';

const ids = (...raw: readonly string[]) => raw.map(personId);

test('A code is short and means its person', () => {
  const people = ids('0a1b2c3d-0000', '0a1bffff-0000', '77777777-0000');
  expect(codesOf(people)).toEqual(['0a1b2', '0a1bf', '77777']);
  expect(codesOf(people).map((code) => personOf(code, people))).toEqual(people);
});

test('A code that several fit by now, or nobody, means nobody', () => {
  expect(personOf('0a1b', ids('0a1b2', '0a1b3'))).toBeNull();
  expect(personOf('0a1b', ids('ffff'))).toBeNull();
  expect(personOf('', ids('0a1b2'))).toBeNull();
  expect(personOf('0', ids('0a1b2'))).toBeNull();
});

test('Whatever the ids are, every code leads back', () => {
  const id = fc.oneof(fc.uuid(), fc.constantFrom('a', 'ab', 'abcd', 'abcde', 'id-aisha', 'id-aisha-khan')).map(personId);
  fc.assert(fc.property(fc.uniqueArray(id, { maxLength: 40 }), (people) => {
    expect(codesOf(people).map((code) => personOf(code, people))).toEqual(people);
  }));
});
