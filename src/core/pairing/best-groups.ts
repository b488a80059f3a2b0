// Twos, and a three for whoever would be left over, at the least cost there can be: as many groups as possible first.

import { heaviestMatching, type Matching } from './heaviest-matching.ts';

/** `costs[a][b]`: a whole number, the same both ways; `Infinity` where the two must not be together. */
export type Costs = readonly (readonly number[])[];

/** Members by their place in the costs; who is in no group could not be brought into any. */
export type Groups = readonly (readonly number[])[];

/** Work that one search for the best three may take: a tenth of a second or so on a small machine, some times that with great costs. */
const workMax = 300_000_000;

/**
 * `ceiling`: more than any set of groups may cost. The twos are the best there are. So are twos and three, but among
 * hundreds of people it may be given up to prove it (`workMax`): then they are the best of those that were tried.
 */
export function bestGroups(costs: Costs, ceiling: number): Groups {
  const worths = costs.map((of, a) => of.map((cost, b) => (a === b || cost === Infinity ? 0 : ceiling - cost)));
  const matching = heaviestMatching(worths);
  const isLeftOver = matching.mates.some((mate) => mate < 0);
  return (isLeftOver ? withThree({ costs, worths, ceiling, matching }) : null) ?? twosOf(matching);
}

const twosOf = ({ mates }: Matching): Groups => mates.flatMap((b, a) => (a < b ? [[a, b]] : []));

interface Problem {
  readonly costs: Costs;
  readonly worths: Costs;
  readonly ceiling: number;
  readonly matching: Matching;
}
interface Tried { readonly groups: Groups; readonly worth: number }
type Three = readonly [number, number, number];

/**
 * The prices of the twos bound from above what any three could be worth together with twos of all others. Tried is the most
 * promising three, and in the same go each that shares its first two; once none promises more than was found, that is best.
 */
function withThree(problem: Problem): Groups | null {
  const { costs: { length: count }, matching, ceiling } = problem;
  const tried = new Set<number>();
  const bound = boundOf(problem);
  // Never one group less for the sake of a three.
  let best: Tried = { groups: [], worth: (twosOf(matching).length - 1) * ceiling };
  for (let work = 0; work <= workMax; work += count ** 3) {
    const promising = mostPromising(count, { bound, above: best.worth, isTried: (a, b) => tried.has(a * count + b) });
    if (promising === null) break;
    const [a, b] = promising;
    tried.add(a * count + b);
    const found = bestAround(problem, a, b);
    if (found.worth > best.worth) best = found;
  }
  return best.groups.length > 0 ? best.groups : null;
}

type Bound = (...three: Three) => number;

/** Weak duality: without the three the others are worth at most what their prices, and those of their blossoms, still add up to. */
function boundOf({ costs, worths, ceiling, matching }: Problem): Bound {
  const { mates, prices, blossoms } = matching;
  const whole = mates.reduce((sum, b, a) => sum + (a < b ? worths[a]?.[b] ?? 0 : 0), 0);
  const shared = costs.map((of) => of.map(() => 0));
  for (const { vertices, price } of blossoms) for (const a of vertices) for (const b of vertices) (shared[a] ?? [])[b] = (shared[a]?.[b] ?? 0) + price;
  return (a, b, c) => {
    const [ofA = [], ofB = []] = [costs[a], costs[b]];
    const [sharedWithA = [], sharedWithB = []] = [shared[a], shared[b]];
    // A blossom of which two or three leave is good for one pair less; those around two of the three are around the third or apart.
    const around = Math.max(sharedWithA[b] ?? 0, sharedWithA[c] ?? 0, sharedWithB[c] ?? 0);
    const paid = ((prices[a] ?? 0) + (prices[b] ?? 0) + (prices[c] ?? 0) + around) / 2;
    return whole - paid + ceiling - (ofA[b] ?? 0) - (ofA[c] ?? 0) - (ofB[c] ?? 0);
  };
}

interface Among {
  readonly bound: Bound;
  readonly above: number;
  readonly isTried: (a: number, b: number) => boolean;
}

/** The first of those that promise most, and more than `above`. */
function mostPromising(count: number, { bound, above, isTried }: Among): Three | null {
  let [best, most]: [Three | null, number] = [null, above];
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      if (isTried(a, b)) continue;
      for (let c = b + 1; c < count; c++) {
        const worth = bound(a, b, c);
        if (worth > most && !isTried(a, c) && !isTried(b, c)) [best, most] = [[a, b, c], worth];
      }
    }
  }
  return best;
}

/** The best three with these two, and twos: the two count as one, who is worth with c what all three are together. */
function bestAround({ costs, worths, ceiling }: Problem, a: number, b: number): Tried {
  const others = costs.flatMap((_, c) => (c === a || c === b ? [] : [c]));
  const asThree = others.map((c) => Math.max(0, ceiling - (costs[a]?.[b] ?? 0) - (costs[a]?.[c] ?? 0) - (costs[b]?.[c] ?? 0)));
  // Left over they are only where a three would mean one group less: with the two as a group of their own there would be one more than the most.
  const { mates } = heaviestMatching([...others.map((c, n) => [...others.map((d) => worths[c]?.[d] ?? 0), asThree[n] ?? 0]), [...asThree, 0]]);
  const third = mates.at(-1) ?? -1;
  if (third < 0) return { groups: [], worth: 0 };
  const twos = mates.flatMap((d, c) => (c < d && d < others.length ? [[others[c] ?? 0, others[d] ?? 0]] : []));
  const worth = twos.reduce((sum, [c = 0, d = 0]) => sum + (worths[c]?.[d] ?? 0), asThree[third] ?? 0);
  return { groups: [[a, b, others[third] ?? 0], ...twos], worth };
}
