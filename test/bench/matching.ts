// How long it takes to propose pairs: communities of several sizes after some rounds, their schools uneven, even numbers and
// odd ones, in the time of the processor.

import { personId } from '../../src/core/keys.ts';
import { matched } from '../../src/core/pairing/matching.ts';
import type { PastPair } from '../../src/core/pairing/pairing.ts';

export interface MatchingBench {
  readonly sizes: readonly number[];
  readonly roundCount: number;
}

/** Runs it and prints what was seen. Gives false when somebody is left alone. */
export function benchMatching({ sizes, roundCount }: MatchingBench): boolean {
  const results = sizes.map((size) => ({ size, ...rounds(size, roundCount) }));
  process.stdout.write([
    `matching: proposals for a whole community, ${roundCount} rounds one after another, own ms: p50 · max`,
    ...results.map(({ size, ownMs }) => `  ${String(size).padStart(5)} people: ${at(ownMs, 0.5)} · ${at(ownMs, 1)}`),
  ].join('\n') + '\n');
  return results.every(({ isWhole }) => isWhole);
}

const at = (of: readonly number[], share: number): string => (of.toSorted((a, b) => a - b)[Math.min(of.length - 1, Math.floor(share * of.length))] ?? Number.NaN).toFixed(0);

function rounds(size: number, roundCount: number): { readonly ownMs: readonly number[]; readonly isWhole: boolean } {
  const people = Array.from({ length: size }, (_, n) => ({ id: personId(`person-${n}`), school: n % 5 === 0 ? '' : `school ${Math.floor(Math.sqrt(n))}`, isFree: true }));
  const past: PastPair[] = [];
  const ownMs: number[] = [];
  let isWhole = true;
  for (let round = 1; round <= roundCount; round++) {
    const before = process.cpuUsage();
    const { groups, alone } = matched({ people, past, seed: round });
    const { user, system } = process.cpuUsage(before);
    ownMs.push((user + system) / 1_000);
    isWhole &&= alone.length === 0 && groups.flatMap(({ members }) => members).length === size;
    for (const { members: [a, b, c] } of groups) {
      for (const [one, other] of [[a, b], [b, c], [a, c]]) if (one !== undefined && other !== undefined) past.push({ members: [one, other], until: round });
    }
  }
  return { ownMs, isWhole };
}
