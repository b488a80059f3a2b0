// Whether a problem suits a session: the guidance's three criteria (domain.md 1.5). The verdict guides, it never blocks.

import { criteria, type Criterion, type WriteUp } from './write-up.ts';

/** Suitable only when all three are a plain yes: "not sure" is not a yes. `failed` keeps the guidance's order. */
export function verdictOf(writeUp: WriteUp): { readonly isSuitable: boolean; readonly failed: readonly Criterion[] } {
  const failed = criteria.filter((criterion) => writeUp[criterion] !== 'yes');
  return { isSuitable: failed.length === 0, failed };
}
