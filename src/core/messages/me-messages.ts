// What somebody has said of themselves, as a form and as it is now. It goes to that person alone.

import type { Birthday } from '../community/birthday.ts';
import type { WakingHours } from '../community/planning.ts';
import type { ConversationId } from '../keys.ts';
import type { Profile } from '../person/profile.ts';

/** The inputs of the form, as typed. */
export const meInputs = ['birthday', 'school', 'schoolPhase', 'role', 'zone', 'wakingFrom', 'wakingTo', 'pausedUntil'] as const;
export type MeTyped = Readonly<Record<(typeof meInputs)[number], string>>;

/** What is wrong, by input; a pause may also lie in the past, and two dates may be meant. */
export type MeError = 'birthday' | 'school' | 'role' | 'zone' | 'waking' | 'pausedUntil' | 'pausedPast';

export interface MeMessage {
  readonly card: 'me';
  /** The form; else what is known, once something was saved. */
  readonly isOpen: boolean;
  /** What has just been done; null for nothing. */
  readonly done: 'saved' | 'paused' | 'started' | 'resumed' | null;
  readonly birthday: Birthday | null;
  /** As it is stored; `pausedUntil` is null where the pause is over. */
  readonly profile: Profile;
  /** What stands in the inputs instead of what is stored: typed, and not saved. */
  readonly typed: Partial<MeTyped>;
  readonly errors: readonly MeError[];
  /** What the words typed for the pause may mean, `YYYY-MM-DD`. */
  readonly pauseDates: readonly string[];
  /** By which their groups go where they have set nothing; null where these differ, or are not known. */
  readonly standard: { readonly zone: string; readonly waking: WakingHours } | null;
  /** Communities they want no reminders from. */
  readonly stopped: readonly { readonly id: ConversationId; readonly name: string | null }[];
}
