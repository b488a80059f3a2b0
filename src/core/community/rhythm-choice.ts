// The rhythm of meetings as the form of `set up` offers it: a choice, and a number of weeks for one of them.

import { monthlyAs } from '../calendar/rhythm.ts';
import type { Rhythm } from './planning.ts';

/** `weeks`: every so many, which the form asks for beside it. */
export const rhythmChoices = ['none', 'weekly', 'fortnightly', 'weeks', 'monthly', 'monthly-last'] as const;
export type RhythmChoice = (typeof rhythmChoices)[number];

/** Twice a year is the rarest. */
export const mostWeeks = 26;

export interface ChosenRhythm {
  readonly rhythm: RhythmChoice;
  /** As typed; empty where it is not asked for. */
  readonly everyWeeks: string;
}

export function choiceOf(rhythm: Rhythm | null): ChosenRhythm {
  if (rhythm === null) return { rhythm: 'none', everyWeeks: '' };
  if (rhythm.kind === 'monthly') return { rhythm: rhythm.nth === 'last' ? 'monthly-last' : 'monthly', everyWeeks: '' };
  if (rhythm.every > 2) return { rhythm: 'weeks', everyWeeks: String(rhythm.every) };
  return { rhythm: rhythm.every === 1 ? 'weekly' : 'fortnightly', everyWeeks: '' };
}

/** The rhythm chosen for a meeting on `date`, `YYYY-MM-DD`; undefined when the number of weeks is none from 1 to 26. */
export function rhythmOf({ rhythm, everyWeeks }: ChosenRhythm, date: string): Rhythm | null | undefined {
  switch (rhythm) {
    case 'none': return null;
    case 'weekly': return { kind: 'weeks', every: 1 };
    case 'fortnightly': return { kind: 'weeks', every: 2 };
    case 'weeks': return /^\d{1,2}$/.test(everyWeeks) && Number(everyWeeks) >= 1 && Number(everyWeeks) <= mostWeeks ? { kind: 'weeks', every: Number(everyWeeks) } : undefined;
    case 'monthly': return monthlyAs(date);
    case 'monthly-last': return { kind: 'monthly', nth: 'last' };
  }
}
