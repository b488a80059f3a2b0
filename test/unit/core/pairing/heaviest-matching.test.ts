// Each matching is held to the proof that comes with it: no matching at all is worth more than such prices add up to.

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { heaviestMatching, type Matching } from '../../../../src/core/pairing/heaviest-matching.ts';

type Weights = readonly (readonly number[])[];

/** Same both ways. `weightMax` small means many that are equal, and so many blossoms. */
const graphs: fc.Arbitrary<Weights> = fc.record({ count: fc.integer({ min: 0, max: 16 }), weightMax: fc.constantFrom(1, 2, 5, 1_000, 2 ** 48), share: fc.integer({ min: 1, max: 10 }) })
  .chain(({ count, weightMax, share }) => fc.array(fc.record({ isEdge: fc.integer({ min: 1, max: 10 }), weight: fc.integer({ min: 1, max: weightMax }) }), { minLength: count ** 2, maxLength: count ** 2 })
    .map((cells) => Array.from({ length: count }, (_, u) => Array.from({ length: count }, (__, v) => {
      const { isEdge, weight } = cells[Math.min(u, v) * count + Math.max(u, v)] ?? { isEdge: 1, weight: 0 };
      return u === v || isEdge > share ? 0 : weight;
    }))));

/** What is wrong with a matching and its proof, or null. */
function faultOf(weights: Weights, { mates, prices, blossoms }: Matching): string | null {
  const weightOf = (u: number, v: number): number => weights[u]?.[v] ?? 0;
  if (mates.some((v, u) => v >= 0 && (mates[v] !== u || weightOf(u, v) === 0))) return 'not a matching';
  if ([...prices, ...blossoms.map(({ price }) => price)].some((price) => price < 0)) return 'a price below nothing';
  const paid = (u: number, v: number): number => blossoms.filter(({ vertices }) => vertices.includes(u) && vertices.includes(v))
    .reduce((sum, { price }) => sum + price, (prices[u] ?? 0) + (prices[v] ?? 0));
  if (weights.some((row, u) => row.some((weight, v) => weight > 0 && paid(u, v) < 2 * weight))) return 'an edge that is not paid for';
  const doubled = mates.reduce((sum, v, u) => sum + weightOf(u, v), 0);
  const bound = blossoms.reduce((sum, { vertices, price }) => sum + price * ((vertices.length - 1) / 2), prices.reduce((sum, price) => sum + price, 0));
  return bound === doubled ? null : `${doubled} is not the most, as far as ${bound} can prove`;
}

test('a matching comes with prices that prove that none is heavier', () => {
  fc.assert(fc.property(graphs, (weights) => { expect(faultOf(weights, heaviestMatching(weights))).toBeNull(); }), { numRuns: 1_000 });
});
