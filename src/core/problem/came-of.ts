// What came of a problem: the response its owner committed to, and how that went (domain.md 1.5, 1.6).

/** What the owner says of a committed action when asked. */
export const outcomes = ['done', 'partly', 'not-yet'] as const;
export type Outcome = (typeof outcomes)[number];

/** The last response to a problem and what came of it, as far as its owner has said. */
export interface CameOf {
  readonly text: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly dueOn: string;
  readonly outcome: Outcome | null;
  /** The one line said with the outcome; may be empty. */
  readonly line: string;
}
