// A problem write-up: the guidance's four questions and three criteria (domain.md 1.5).

/** The four questions, in the guidance's order. */
export const writeUpProblems = ['problem', 'evidence', 'context', 'why'] as const;
export type WriteUpProblem = (typeof writeUpProblems)[number];

/** What the group is shown of a write-up, in this order; the criteria are for its owner. */
export const shownFields = [...writeUpProblems, 'npqArea', 'frameworkSection', 'artefactDescription', 'artefactLink'] as const;
export type ShownField = (typeof shownFields)[number];

/** A good problem is all three. */
export const criteria = ['specific', 'solvable', 'controllable'] as const;
export type Criterion = (typeof criteria)[number];
export type CriterionAnswer = 'yes' | 'not sure' | 'no';

/** NPQ areas (domain.md 1.5), by key into the texts. */
export const npqAreas = [
  'senior-leadership', 'headship', 'executive-leadership', 'early-years-leadership', 'leading-teaching',
  'leading-teacher-development', 'leading-behaviour-and-culture', 'leading-literacy', 'leading-primary-mathematics', 'senco',
] as const;
export type NpqArea = (typeof npqAreas)[number];

/** Text fields hold at most this many characters (product.md 5). */
export const fieldMaxChars = 2_000;

/** Everything the form asks; an empty string is a question not answered yet. */
export interface WriteUp extends Readonly<Record<WriteUpProblem, string>>, Readonly<Record<Criterion, CriterionAnswer | ''>> {
  readonly npqArea: NpqArea | '';
  readonly frameworkSection: string;
  readonly artefactLink: string;
  readonly artefactDescription: string;
}

export const emptyWriteUp: WriteUp = {
  problem: '', evidence: '', context: '', why: '',
  specific: '', solvable: '', controllable: '',
  npqArea: '', frameworkSection: '', artefactLink: '', artefactDescription: '',
};
