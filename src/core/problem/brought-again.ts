// A problem that is brought again: what its owner had committed to and what came of it stand beside the text, since they
// are what peers ask first (domain.md 1.5).

import type { CameOf } from './came-of.ts';
import { criteria, type WriteUp } from './write-up.ts';

/** What the group is shown of it, in this order. `lastOutcome` is a key, `lastDueOn` a day: both are drawn in words. */
export type CameOfField = 'lastResponse' | 'lastDueOn' | 'lastOutcome' | 'lastLine';

/** Each with its text; empty where there is none. That its owner has not said what came of it is shown too. */
export function cameOfFields(cameOf: CameOf | null): readonly { readonly field: CameOfField; readonly text: string }[] {
  if (cameOf === null) return [];
  const { text, dueOn, outcome, line } = cameOf;
  return [
    { field: 'lastResponse', text }, { field: 'lastDueOn', text: dueOn },
    { field: 'lastOutcome', text: outcome ?? 'not-said' }, { field: 'lastLine', text: line },
  ];
}

/**
 * The earlier text wherever nothing has been written since. Whether it is suitable is for its owner to answer anew: what
 * came of it may have changed that.
 */
export function carriedOn(earlier: WriteUp, since: WriteUp): WriteUp {
  const written = Object.entries(since).filter(([, text]) => text !== '');
  const unanswered = Object.fromEntries(criteria.map((criterion) => [criterion, '']));
  return { ...earlier, ...unanswered, ...Object.fromEntries(written) };
}
