// The heaviest matching of any graph: who goes with whom so that the weights add up to the most there can be. Edmonds' way:
// every vertex has a price, an edge may be used where its ends pay for it, and whoever is unmatched lowers the prices around
// until a path of such edges improves the matching by one. Takes time of the cube of the number of vertices.

import { expand, matchBy, shrink, towardsRoot } from './blossoms.ts';
import { areJoined, at, bringNearer, gapOf, inner, isMarked, isTop, makeOuter, outer, type Search, searchOf, topOf, unseen, verticesOf } from './matching-search.ts';

export interface Matching {
  /** By vertex: the other one, or -1. */
  readonly mates: readonly number[];
  /** By vertex: the proof. Of every edge the prices of its ends and of the blossoms around both are at least twice the weight. */
  readonly prices: readonly number[];
  /** Those with a price, an odd number of vertices each. Two of them are apart, or one lies within the other. */
  readonly blossoms: readonly { readonly vertices: readonly number[]; readonly price: number }[];
}

/** `weights[u][v]`: a whole number below 2^49, the same as `weights[v][u]`; 0 for no edge. The same weights give the same matching. */
export function heaviestMatching(weights: readonly (readonly number[])[]): Matching {
  const search = searchOf(weights);
  while (isImproved(search));
  const { count, mate, price } = search;
  const ofVertices = (of: Float64Array): number[] => [...of.subarray(1, count + 1)];
  return {
    mates: ofVertices(mate).map((v) => v - 1), prices: ofVertices(price),
    blossoms: blossomsNow(search).filter((b) => at(price, b) > 0).map((b) => ({ vertices: verticesOf(search, b).map((v) => v - 1), price: at(price, b) })),
  };
}

/** All that are, those within others too. */
const blossomsNow = ({ count, places, top }: Search): readonly number[] =>
  Array.from({ length: places - count }, (_, n) => count + 1 + n).filter((b) => at(top, b) !== 0);

/** Matches two more by a path of edges that may be used. False once prices cannot fall any further. */
function isImproved(search: Search): boolean {
  search.mark.fill(unseen);
  search.nearest.fill(0);
  search.queue = [];
  for (let x = 1; x <= search.places; x++) if (isTop(search, x) && at(search.mate, x) === 0) makeOuter(search, x);
  if (search.queue.length === 0) return false;
  for (;;) {
    if (isFoundFromQueue(search)) return true;
    const [fall, least] = [fallOf(search), leastOuterPrice(search)];
    lowerPrices(search, Math.min(fall, least));
    if (least <= fall) return false;
    if (isFoundNearest(search)) return true;
    for (const b of blossomsNow(search)) if (isTop(search, b) && isMarked(search, b, inner) && at(search.price, b) === 0) expand(search, b);
  }
}

function isFoundFromQueue(search: Search): boolean {
  for (let u = search.queue.pop(); u !== undefined; u = search.queue.pop()) {
    if (isMarked(search, topOf(search, u), inner)) continue;
    for (let v = 1; v <= search.count; v++) {
      if (!areJoined(search, u, v) || topOf(search, u) === topOf(search, v)) continue;
      if (gapOf(search, u, v) > 0) bringNearer(search, u, topOf(search, v));
      else if (isFoundBy(search, u, v)) return true;
    }
  }
  return false;
}

/** After prices have fallen: by edges that may be used since. */
function isFoundNearest(search: Search): boolean {
  for (let x = 1; x <= search.places; x++) {
    const u = at(search.nearest, x);
    if (!isTop(search, x) || u === 0 || topOf(search, u) === x || gapOf(search, u, x) > 0) continue;
    if (isFoundBy(search, u, at(search.ends, x * (search.places + 1) + u))) return true;
  }
  return false;
}

/** Goes along an edge from an outer vertex: the tree grows, a circle is shrunk, or two trees meet and the matching has improved. */
function isFoundBy(search: Search, u: number, v: number): boolean {
  const [one, other] = [topOf(search, u), topOf(search, v)];
  if (isMarked(search, other, unseen)) {
    const next = topOf(search, at(search.mate, other));
    search.parent[other] = u;
    search.mark[other] = inner;
    search.nearest[other] = 0;
    search.nearest[next] = 0;
    makeOuter(search, next);
  } else if (isMarked(search, other, outer)) {
    const fork = forkOf(search, one, other);
    if (fork > 0) shrink(search, { fork, one, other });
    else {
      rematch(search, one, other);
      rematch(search, other, one);
      return true;
    }
  }
  return false;
}

/** Where the paths of two outer tops to their roots meet; 0 if the roots differ. */
function forkOf(search: Search, one: number, other: number): number {
  const visit = ++search.visitCount;
  for (let [x, y] = [one, other]; x !== 0 || y !== 0; [x, y] = [y, x]) {
    if (x === 0) continue;
    if (at(search.visit, x) === visit) return x;
    search.visit[x] = visit;
    x = towardsRoot(search, x);
  }
  return 0;
}

/** From an outer top to its root: what was matched is not, and the other way round. */
function rematch(search: Search, from: number, to: number): void {
  for (let [x, y] = [from, to]; ;) {
    const mate = topOf(search, at(search.mate, x));
    matchBy(search, x, y);
    if (mate === 0) return;
    const next = topOf(search, at(search.parent, mate));
    matchBy(search, mate, next);
    [x, y] = [next, mate];
  }
}

/** How far prices can fall before an edge may be used or an inner blossom has no price any more. */
function fallOf(search: Search): number {
  let fall = Infinity;
  for (let x = 1; x <= search.places; x++) {
    if (!isTop(search, x)) continue;
    const [u, isInner] = [at(search.nearest, x), isMarked(search, x, inner)];
    if (isInner && x > search.count) fall = Math.min(fall, at(search.price, x) / 2);
    if (u > 0 && !isInner) fall = Math.min(fall, gapOf(search, u, x) / (isMarked(search, x, outer) ? 2 : 1));
  }
  return fall;
}

/** At nothing whoever is unmatched may stay so. */
function leastOuterPrice(search: Search): number {
  let least = Infinity;
  for (let u = 1; u <= search.count; u++) if (isMarked(search, topOf(search, u), outer)) least = Math.min(least, at(search.price, u));
  return least;
}

function lowerPrices(search: Search, by: number): void {
  for (let x = 1; x <= search.places; x++) {
    const top = topOf(search, x);
    if (top === 0) continue;
    const sign = isMarked(search, top, outer) ? -1 : isMarked(search, top, inner) ? 1 : 0;
    if (x <= search.count) search.price[x] = at(search.price, x) + sign * by;
    else if (top === x) search.price[x] = at(search.price, x) - 2 * sign * by;
  }
}
