// Blossoms of the search for the heaviest matching: shrinking an odd circle to one place, opening it again, and matching
// it by whichever of its places a path comes to.

import { areJoined, at, cell, circleOf, findNearest, gapOf, inner, isMarked, makeOuter, outer, type Search, topOf, unseen, verticesOf } from './matching-search.ts';

/** The outer top two edges nearer to the root; 0 at a root. */
export function towardsRoot(search: Search, x: number): number {
  const mate = topOf(search, at(search.mate, x));
  return mate === 0 ? 0 : topOf(search, at(search.parent, mate));
}

/** Two paths of outer tops that part at `fork` have met: all from there becomes one outer blossom. */
export function shrink(search: Search, { fork, one, other }: { readonly fork: number; readonly one: number; readonly other: number }): void {
  const b = freePlace(search);
  const circle = [fork, ...sideOf(search, one, fork).toReversed(), ...sideOf(search, other, fork)];
  search.circles[b] = circle;
  search.price[b] = 0;
  search.mate[b] = at(search.mate, fork);
  search.mark[b] = outer;
  for (const part of circle) if (isMarked(search, part, inner)) search.queue.push(...verticesOf(search, part));
  setTop(search, b, b);
  joinAll(search, b);
  findNearest(search, b);
}

function freePlace({ count, places, top }: Search): number {
  for (let b = count + 1; b <= places; b++) if (at(top, b) === 0) return b;
  throw new Error('more blossoms than there can be');
}

/** The tops of a path, outer and inner, up to the fork and without it. */
function sideOf(search: Search, from: number, fork: number): readonly number[] {
  const side: number[] = [];
  for (let x = from; x !== fork; x = towardsRoot(search, x)) side.push(x, topOf(search, at(search.mate, x)));
  return side;
}

function setTop(search: Search, x: number, top: number): void {
  search.top[x] = top;
  if (x > search.count) for (const part of circleOf(search, x)) setTop(search, part, top);
}

/** A blossom is joined to what its parts are joined to, by the best edge of any of them. */
function joinAll(search: Search, b: number): void {
  const { ends, holder, places, count } = search;
  for (let x = 0; x <= places; x++) {
    ends[cell(search, b, x)] = 0;
    ends[cell(search, x, b)] = 0;
    holder[cell(search, b, x)] = 0;
  }
  for (const part of circleOf(search, b)) {
    for (let x = 1; x <= places; x++) {
      if (!areJoined(search, part, x) || (areJoined(search, b, x) && gapOf(search, part, x) >= gapOf(search, b, x))) continue;
      ends[cell(search, b, x)] = at(ends, cell(search, part, x));
      ends[cell(search, x, b)] = at(ends, cell(search, x, part));
    }
    for (let v = 1; v <= count; v++) if (at(holder, cell(search, part, v)) > 0) holder[cell(search, b, v)] = part;
  }
}

/** An inner blossom without a price is taken apart: those of its places that the path to the root passes stay in the tree. */
export function expand(search: Search, b: number): void {
  const from = at(search.parent, b);
  const entry = at(search.holder, cell(search, b, at(search.ends, cell(search, b, from))));
  const passedCount = evenStepsTo(search, b, entry);
  const circle = circleOf(search, b);
  circle.forEach((part, n) => {
    setTop(search, part, part);
    search.mark[part] = n > passedCount ? unseen : n % 2 === 0 ? inner : outer;
    search.nearest[part] = 0;
    if (isMarked(search, part, inner)) search.parent[part] = part === entry ? from : at(search.ends, cell(search, circle[n + 1] ?? 0, part));
  });
  search.top[b] = 0;
  for (const part of circle) {
    if (isMarked(search, part, inner)) continue;
    findNearest(search, part);
    if (isMarked(search, part, outer)) makeOuter(search, part);
  }
}

/** Turns the circle so that its part is an even number of steps from the first; that number. */
function evenStepsTo(search: Search, b: number, part: number): number {
  const circle = circleOf(search, b);
  if (circle.indexOf(part) % 2 === 1) search.circles[b] = [...circle.slice(0, 1), ...circle.slice(1).toReversed()];
  return circleOf(search, b).indexOf(part);
}

/** Matches x by the edge that joins it to y; in a blossom the others of the circle go two by two. */
export function matchBy(search: Search, x: number, y: number): void {
  search.mate[x] = at(search.ends, cell(search, y, x));
  if (x <= search.count) return;
  const part = at(search.holder, cell(search, x, at(search.ends, cell(search, x, y))));
  const steps = evenStepsTo(search, x, part);
  const circle = circleOf(search, x);
  for (let n = 0; n < steps; n++) matchBy(search, circle[n] ?? 0, circle[n ^ 1] ?? 0);
  matchBy(search, part, y);
  search.circles[x] = [...circle.slice(steps), ...circle.slice(0, steps)];
}
