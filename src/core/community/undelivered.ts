// What could not be delivered to whom, for the coordinator (product.md 7). Never what it said.

import type { Instant } from '../time.ts';
import type { PersonId } from '../keys.ts';

export interface Undelivered {
  readonly person: PersonId;
  readonly name: string;
  /** Key of what it was, for the texts. */
  readonly what: string;
  /** Key of the reason, for the texts; empty where nobody said. */
  readonly why: string;
  readonly at: Instant;
}
