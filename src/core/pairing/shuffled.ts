// An order that a seed decides: the same seed gives the same, and no order is likelier than another.

/** `seed`: any whole number. */
export function shuffled<T>(of: readonly T[], seed: number): readonly T[] {
  const next = chances(seed);
  const left = [...of];
  return of.flatMap(() => left.splice(Math.floor(next() * left.length), 1));
}

/** Repeatable numbers in [0, 1): a count that is stirred until near seeds have nothing in common. */
function chances(seed: number): () => number {
  let count = seed | 0;
  return () => {
    count = (count + 0x9e3779b9) | 0;
    const once = Math.imul(count ^ (count >>> 16), 0x85ebca6b);
    const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
    return ((twice ^ (twice >>> 16)) >>> 0) / 2 ** 32;
  };
}
