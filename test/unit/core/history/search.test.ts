// What is found, and in which order: the same as reading every record from its first entry to its last.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { HistoryEntry } from '../../../../src/core/history/entry.ts';
import { type Found, type Hit, inRank, ranked } from '../../../../src/core/history/search.ts';
import { termsIn, termsOf } from '../../../../src/core/history/terms.ts';
import { personId, sessionId } from '../../../../src/core/keys.ts';

const hit = (session: string, at: number, isStrong = false): Hit => ({ session: sessionId(session), at, isStrong });
const idsOf = (found: readonly Found[]): readonly string[] => found.map(({ session }) => session);

describe('a session is found', () => {
  test('when every term occurs in it, in whichever entries', () => {
    const hits = new Map([['maths', [hit('a', 1), hit('a', 2), hit('b', 3)]], ['quiz', [hit('c', 4), hit('a', 5)]]]);
    expect(ranked(hits)).toEqual([{ session: 'a', score: 0, at: 1 }]);
  });
  test('never for a term that occurs nowhere, nor for no terms', () => {
    expect(ranked(new Map([['maths', [hit('a', 1)]], ['quiz', []]]))).toEqual([]);
    expect(ranked(new Map())).toEqual([]);
  });
});

describe('the order', () => {
  test('is by the terms that the session was about, counted once each', () => {
    const hits = new Map([
      ['maths', [hit('none', 9), hit('none', 10), hit('one', 2, true), hit('one', 3, true), hit('both', 1), hit('both', 2, true)]],
      ['quiz', [hit('none', 9), hit('one', 3), hit('both', 1, true)]],
    ]);
    expect(ranked(hits)).toEqual([{ session: 'both', score: 2, at: 1 }, { session: 'one', score: 1, at: 2 }, { session: 'none', score: 0, at: 9 }]);
  });
  test('is then the newer by its first word, then by id, however the hits came', () => {
    const hits = [hit('b', 5), hit('late', 1), hit('late', 90), hit('a', 5), hit('new', 6)];
    for (const given of [hits, hits.toReversed()]) expect(idsOf(ranked(new Map([['maths', given]])))).toEqual(['new', 'b', 'a', 'late']);
  });
});

/** Few words, so that sessions share them; forms of one word among them. */
const word = fc.constantFrom('maths', 'quiz', 'quizzes', 'phonics', 'reading', 'reads', 'the', 'staff');
const text = fc.array(word, { maxLength: 4 }).map((parts) => parts.join(' '));
const ann = { id: personId('p-ann'), name: 'Ann' };
const entry = fc.record({ session: fc.constantFrom('s1', 's2', 's3', 's4', 's5').map(sessionId), at: fc.integer({ min: 1, max: 6 }), text, isAction: fc.boolean() })
  .map(({ session, at, text: said, isAction }): HistoryEntry => {
    const base = { id: '', partition: 't|c', session, at, people: [], turn: 0, text: said };
    return isAction ? { ...base, kind: 'action', owner: ann, writtenBy: ann, dueOn: '' } : { ...base, kind: 'note', phase: 'clarify', by: ann };
  });

/** What a store does by its index. */
function hitsOf(entries: readonly HistoryEntry[], terms: readonly string[]): ReadonlyMap<string, readonly Hit[]> {
  return new Map(terms.map((term) => [term, entries.flatMap((each) => {
    const { strong, weak } = termsOf(each);
    return [...strong, ...weak].includes(term) ? [hit(each.session, each.at, strong.includes(term))] : [];
  })]));
}

/** The same by reading each session through, with nothing of search.ts. */
function scanned(entries: readonly HistoryEntry[], words: string): readonly string[] {
  const wanted = termsIn(words);
  const textOf = (each: HistoryEntry): string => ('text' in each ? each.text : '');
  const sessions = [...new Set(entries.map(({ session }) => session))].map((session) => {
    const own = entries.filter((each) => each.session === session);
    const has = (those: readonly HistoryEntry[], term: string): boolean => termsIn(those.map(textOf).join(' ')).includes(term);
    return {
      session, isWhole: wanted.length > 0 && wanted.every((term) => has(own, term)),
      score: wanted.filter((term) => has(own.filter(({ kind }) => kind === 'action'), term)).length,
      at: Math.min(...own.filter((each) => wanted.some((term) => has([each], term))).map(({ at }) => at)),
    };
  });
  const better = (a: (typeof sessions)[number], b: (typeof sessions)[number]): boolean =>
    (a.score !== b.score ? a.score > b.score : a.at !== b.at ? a.at > b.at : a.session > b.session);
  const left = sessions.filter(({ isWhole }) => isWhole);
  const order: string[] = [];
  while (left.length > 0) {
    const best = left.reduce((a, b) => (better(b, a) ? b : a));
    order.push(...left.splice(left.indexOf(best), 1).map(({ session }) => session));
  }
  return order;
}

test('what is found by index, and its order, is what reading the whole history gives', () => {
  fc.assert(fc.property(fc.array(entry, { maxLength: 14 }), text, (entries, words) => {
    expect(idsOf(ranked(hitsOf(entries, termsIn(words))))).toEqual(scanned(entries, words));
  }), { numRuns: 1_000 });
});

test('a page goes on after any place without losing or repeating a session, while sessions are added', () => {
  const terms = termsIn('maths');
  fc.assert(fc.property(fc.array(entry, { maxLength: 14 }), fc.array(entry, { maxLength: 6 }), fc.nat(4), (entries, added, shownCount) => {
    const before = ranked(hitsOf(entries, terms));
    const place = before[shownCount];
    const others = added.filter(({ session }) => !before.some((found) => found.session === session));
    const after = ranked(hitsOf([...entries, ...others], terms)).filter((found) => place === undefined || inRank(place, found) < 0);
    const known = idsOf(after).filter((session) => idsOf(before).includes(session));
    expect(known).toEqual(idsOf(place === undefined ? before : before.slice(shownCount + 1)));
  }), { numRuns: 500 });
});

test('the order is one: of two places one is before the other, and none before itself', () => {
  const place = fc.record({ session: fc.constantFrom('s1', 's2', 's3').map(sessionId), score: fc.nat(2), at: fc.nat(2) });
  fc.assert(fc.property(place, place, place, (a, b, c) => {
    expect(Math.sign(inRank(a, b)) + Math.sign(inRank(b, a))).toBe(0);
    expect(inRank(a, b) === 0).toBe(JSON.stringify(a) === JSON.stringify(b));
    expect(inRank(a, b) < 0 && inRank(b, c) < 0 && inRank(a, c) >= 0).toBe(false);
  }));
});
