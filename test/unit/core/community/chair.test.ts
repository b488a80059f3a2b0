// Who is proposed as chair, and why (domain.md 1.3); a thousand terms show that the rota is fair.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { guestId, personId, type PersonId } from '../../../../src/core/keys.ts';
import { proposeChair, type Candidate, type ChairRecord } from '../../../../src/core/community/chair.ts';

const someone = (name: string, record: Partial<ChairRecord> = {}): Candidate => ({
  id: personId(`id-${name}`),
  record: { name, sessionCount: 3, chairedCount: 1, lastChairedAt: 1000, birthday: null, ...record },
});
const newcomer = (name: string, record: Partial<ChairRecord> = {}): Candidate =>
  someone(name, { sessionCount: 0, chairedCount: 0, lastChairedAt: null, ...record });
const proposed = (...candidates: readonly Candidate[]) => {
  const there = proposeChair(candidates);
  // Nobody's place in the list may matter.
  expect(proposeChair(candidates.toReversed())).toEqual(there);
  return there === null ? null : [there.id.replace('id-', ''), there.because];
};

describe('the chair proposed', () => {
  test('is whoever chaired the fewest times', () => {
    expect(proposed(someone('Aisha', { chairedCount: 2 }), someone('Ben', { chairedCount: 1 }), someone('Chloe', { chairedCount: 3 }))).toEqual(['Ben', 'fewest-times']);
  });

  test('of those equally often chair is who chaired longest ago, never counting as longest', () => {
    expect(proposed(someone('Aisha', { lastChairedAt: 2000 }), someone('Ben', { lastChairedAt: 1500 }))).toEqual(['Ben', 'longest-ago']);
    expect(proposed(someone('Aisha', { lastChairedAt: 0 }), someone('Ben', { lastChairedAt: null }))).toEqual(['Ben', 'longest-ago']);
  });

  test('of those who never chaired has the earliest birthday in the year', () => {
    const never = { chairedCount: 0, lastChairedAt: null };
    expect(proposed(someone('Aisha', { ...never, birthday: { day: 1, month: 3 } }), someone('Ben', { ...never, birthday: { day: 29, month: 2 } }),
      someone('Chloe', { ...never, birthday: { day: 2, month: 12 } }))).toEqual(['Ben', 'earliest-birthday']);
    expect(proposed(someone('Aisha', { ...never, birthday: { day: 28, month: 2 } }), someone('Ben', { ...never, birthday: { day: 29, month: 2 } }))).toEqual(['Aisha', 'earliest-birthday']);
  });

  test('has a birthday rather than none', () => {
    expect(proposed(someone('Aisha'), someone('Ben', { birthday: { day: 31, month: 12 } }))).toEqual(['Ben', 'earliest-birthday']);
  });

  test('is first by name when nothing else tells them apart', () => {
    expect(proposed(someone('Chloe'), someone('Émile'), someone('Ben'))).toEqual(['Ben', 'by-name']);
    expect(proposed(someone('Émile'), someone('Zoe'))).toEqual(['Émile', 'by-name']);
  });

  test('is the same one of two people of one name, whatever the order', () => {
    const twin = { ...someone('Ben'), id: personId('id-Zzz') };
    expect(proposed(twin, someone('Ben'))).toEqual(['Ben', 'by-name']);
  });

  test('is the only one there', () => {
    expect(proposed(newcomer('Aisha'))).toEqual(['Aisha', 'only-one']);
  });

  test('is never a guest, and nobody when there are only guests', () => {
    const guest: Candidate = { ...newcomer('Jo'), id: guestId('Jo') };
    expect(proposed(guest, someone('Aisha'))).toEqual(['Aisha', 'only-one']);
    expect(proposed(guest)).toBeNull();
    expect(proposed()).toBeNull();
  });

  test('is nobody at their very first session, unless all are', () => {
    expect(proposed(newcomer('Aisha', { birthday: { day: 1, month: 1 } }), someone('Ben', { chairedCount: 2 }), someone('Chloe', { chairedCount: 4 }))).toEqual(['Ben', 'fewest-times']);
    expect(proposed(newcomer('Aisha', { birthday: { day: 2, month: 1 } }), newcomer('Ben', { birthday: { day: 1, month: 1 } }))).toEqual(['Ben', 'earliest-birthday']);
  });

  test('is given no reason that would be untrue beside newcomers', () => {
    const ben = someone('Ben', { chairedCount: 2, birthday: { day: 3, month: 3 } });
    expect(proposed(ben, newcomer('Aisha', { birthday: { day: 4, month: 4 } }))).toEqual(['Ben', 'earliest-birthday']);
    expect(proposed(ben, newcomer('Chloe', { birthday: { day: 1, month: 1 } }))).toEqual(['Ben', 'by-name']);
    expect(proposed(ben, newcomer('Aisha', { birthday: { day: 1, month: 1 } }))).toEqual(['Ben', 'only-one']);
  });
});

const termLength = 12;
const terms = fc.record({
  people: fc.array(fc.record({ isAlwaysThere: fc.boolean(), joins: fc.nat(termLength - 1), birthday: fc.option(fc.record({ day: fc.integer({ min: 1, max: 28 }), month: fc.integer({ min: 1, max: 12 }) })) }), { minLength: 1, maxLength: 9 }),
  absences: fc.array(fc.array(fc.nat(8), { maxLength: 4 }), { minLength: termLength, maxLength: termLength }),
});

test('over 1,000 random terms with absences, those always there chair equally often within one', () => {
  fc.assert(fc.property(terms, ({ people, absences }) => {
    const records = new Map<PersonId, ChairRecord>();
    absences.forEach((absent, session) => {
      const there = people.flatMap(({ isAlwaysThere, joins, birthday }, index) => {
        if (!isAlwaysThere && (joins > session || absent.includes(index))) return [];
        const id = personId(`p${index}`);
        return [{ id, record: records.get(id) ?? newcomer(`p${index}`, { birthday }).record }];
      });
      const chair = proposeChair(there);
      expect(chair === null).toBe(there.length === 0);
      for (const { id, record } of there) {
        const chaired = id === chair?.id ? { chairedCount: record.chairedCount + 1, lastChairedAt: session } : {};
        records.set(id, { ...record, ...chaired, sessionCount: record.sessionCount + 1 });
      }
    });
    const counts = people.flatMap(({ isAlwaysThere }, index) => (isAlwaysThere ? [records.get(personId(`p${index}`))?.chairedCount ?? 0] : []));
    if (counts.length > 0) expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  }), { numRuns: 1000 });
});
