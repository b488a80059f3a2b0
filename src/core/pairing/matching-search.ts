// What the search for the heaviest matching (heaviest-matching.ts) knows while it runs: prices, who is matched with whom,
// and blossoms, odd circles that count as one place. Tables of plain numbers, since this is the one hot loop of the core.

type Numbers = Float64Array;

/** Mark of a top: reached by an even number of edges from somebody unmatched, by an odd one, or not. */
export const outer = 0;
export const inner = 1;
export const unseen = -1;

export interface Search {
  /** Vertices are the places from 1 to this one, blossoms those beyond; 0 is none. */
  readonly count: number;
  readonly places: number;
  readonly weights: Numbers;
  /** By two places: the vertex within the first of the edge that joins them and is nearest to being tight; 0 for none. */
  readonly ends: Numbers;
  readonly price: Numbers;
  /** The vertex at the other end of the edge that matches a place. */
  readonly mate: Numbers;
  /** The outermost blossom around a place, or the place itself; 0 for a blossom that is none now. */
  readonly top: Numbers;
  /** By top that is inner: the vertex from which it was reached. */
  readonly parent: Numbers;
  readonly mark: Numbers;
  /** By top: the outer vertex whose edge to it is nearest to being tight; 0 for none. */
  readonly nearest: Numbers;
  /** By blossom: the places it is made of, around the circle, the first being the one that is matched outside. */
  readonly circles: number[][];
  /** By blossom and vertex: which of its places holds the vertex; 0 for none. */
  readonly holder: Numbers;
  readonly visit: Numbers;
  visitCount: number;
  /** Outer vertices whose edges have not been looked at. */
  queue: number[];
}

export const at = (of: Numbers, n: number): number => of[n] ?? 0;
/** Where two places stand in a table. */
export const cell = ({ places }: Search, x: number, y: number): number => x * (places + 1) + y;

export function searchOf(weights: readonly (readonly number[])[]): Search {
  const count = weights.length;
  // There are at most half as many blossoms as vertices at a time.
  const places = count + (count >> 1);
  const row = (): Numbers => new Float64Array(places + 1);
  const table = (): Numbers => new Float64Array((places + 1) ** 2);
  const search: Search = {
    count, places, weights: table(), ends: table(), price: row(), mate: row(), top: row(), parent: row(), mark: row(), nearest: row(),
    circles: Array.from({ length: places + 1 }, () => []), holder: table(), visit: row(), visitCount: 0, queue: [],
  };
  const heaviest = weights.reduce((most, of) => of.reduce((a, b) => Math.max(a, b), most), 0);
  for (let u = 1; u <= count; u++) {
    search.top[u] = u;
    search.price[u] = heaviest;
    search.holder[cell(search, u, u)] = u;
    for (let v = 1; v <= count; v++) {
      const weight = weights[u - 1]?.[v - 1] ?? 0;
      search.weights[cell(search, u, v)] = weight;
      if (weight > 0) search.ends[cell(search, u, v)] = u;
    }
  }
  return search;
}

export const areJoined = (search: Search, x: number, y: number): boolean => at(search.ends, cell(search, x, y)) > 0;
/** How much the prices of the edge that joins two places are above its weight, doubled; 0 is tight. */
export function gapOf(search: Search, x: number, y: number): number {
  const [u, v] = [at(search.ends, cell(search, x, y)), at(search.ends, cell(search, y, x))];
  return at(search.price, u) + at(search.price, v) - 2 * at(search.weights, cell(search, u, v));
}

export const topOf = (search: Search, vertex: number): number => at(search.top, vertex);
export const isTop = (search: Search, x: number): boolean => at(search.top, x) === x;
export const isMarked = (search: Search, x: number, mark: number): boolean => at(search.mark, x) === mark;
export const circleOf = ({ circles }: Search, blossom: number): readonly number[] => circles[blossom] ?? [];

export function verticesOf(search: Search, x: number): readonly number[] {
  return x <= search.count ? [x] : circleOf(search, x).flatMap((part) => verticesOf(search, part));
}

/** Notes that x is joined to an outer vertex, if none is nearer. */
export function bringNearer(search: Search, from: number, x: number): void {
  const nearest = at(search.nearest, x);
  if (nearest === 0 || gapOf(search, from, x) < gapOf(search, nearest, x)) search.nearest[x] = from;
}

/** Looks at all outer vertices anew. */
export function findNearest(search: Search, x: number): void {
  search.nearest[x] = 0;
  for (let u = 1; u <= search.count; u++) {
    const top = topOf(search, u);
    if (top !== x && isMarked(search, top, outer) && areJoined(search, u, x)) bringNearer(search, u, x);
  }
}

/** A top becomes outer: the edges of its vertices are to be looked at. */
export function makeOuter(search: Search, x: number): void {
  search.mark[x] = outer;
  search.queue.push(...verticesOf(search, x));
}
