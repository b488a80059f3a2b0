// A situation of a real meeting: who takes part, what happens, what must come of it. Rows of a table, played over HTTP
// by play.ts; what must hold in every situation is in always.ts.

import type { Chat } from '../support/person.ts';
import type { Stage } from './stage.ts';

/** Something that happens, or a look at what is there now. */
export type Step = (stage: Stage) => Promise<void>;

/** People by first name, in the order in which they come in: `Aisha, Ben`. The first of all opens the lobby and starts. */
export interface Cast {
  readonly owners?: string;
  readonly helpers?: string;
  /** Those who have submitted a write-up. */
  readonly ready?: string;
  /** The channel's thread if absent. */
  readonly chat?: Chat;
  /** `set up` is saved with these before the lobby opens. */
  readonly settings?: Readonly<Record<string, string>>;
  /** When `Start session` is pressed, 16:00 if absent; null leaves everything from the lobby on to the steps. */
  readonly startsAt?: string | null;
}

/** What must have come of it in the chat of the cast. People by first name. */
export interface Outcome {
  /** When the summary was posted: `16:36`. */
  readonly ends?: string;
  /** Turn cards as they were posted: `16:05 Aisha`. */
  readonly turns?: readonly string[];
  /** Phase cards as they were posted: `16:05 Introduce the problem`. */
  readonly phases?: readonly string[];
  /** Posted in this order, other messages between them. */
  readonly says?: readonly RegExp[];
  /** Nobody was ever shown this there. */
  readonly never?: readonly RegExp[];
  /** All of them in the summary. */
  readonly summary?: readonly RegExp[];
  /** Who attended, in the summary's order: `Aisha, Ben`. */
  readonly attended?: string;
  /** Whose turn was not held and is carried over, in the record. */
  readonly carriedOver?: string;
}

export interface Situation {
  /** Unique over all themes; its row in the table. */
  readonly number: number;
  readonly title: string;
  readonly who: Cast;
  readonly happens: readonly Step[];
  readonly then?: Outcome;
  /** How late a phase card may be, for situations in which the service is down or slow. Three seconds if absent. */
  readonly lateSeconds?: number;
}

export interface Theme {
  readonly name: string;
  readonly situations: readonly Situation[];
}
