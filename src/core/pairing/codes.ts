// Short codes for people in lists that are chosen from: a card that offers many to choose has no room for whole ids. A code
// is as much of the beginning of an id as tells it from the others; it says who is meant, never who acts.

import type { PersonId } from '../keys.ts';

const leastChars = 4;

/** A code for each, in the same order; all of the same length, unless an id is shorter. */
export function codesOf(ids: readonly PersonId[]): readonly string[] {
  const lengths = Array.from({ length: 80 }, (_, n) => leastChars + n);
  const all = new Set(ids).size;
  const lengthChars = lengths.find((chars) => new Set(ids.map((id) => id.slice(0, chars))).size === all);
  return ids.map((id) => id.slice(0, lengthChars));
}

/** Who is meant; null where nobody begins so, or several do. */
export function personOf(code: string, ids: readonly PersonId[]): PersonId | null {
  const [found, another] = ids.filter((id) => id === code || (code.length >= leastChars && id.startsWith(code)));
  return found === undefined || another !== undefined ? ids.find((id) => id === code) ?? null : found;
}
