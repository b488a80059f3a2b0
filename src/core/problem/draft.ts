// What the form of a write-up starts from, and whether there is anything in it.

import type { Problem } from './problem.ts';
import { emptyWriteUp, type WriteUp, writeUpProblems } from './write-up.ts';

/** What the form starts from: what was typed last, be it wrong; after a discussion a new one. */
export const draftOf = (problem: Problem | null): WriteUp =>
  (problem === null || problem.status === 'discussed' ? emptyWriteUp : problem.pending ?? problem.writeUp);

/** The four questions all empty: nothing anybody would miss. */
export const isBlank = (writeUp: WriteUp): boolean => writeUpProblems.every((field) => writeUp[field].trim() === '');
