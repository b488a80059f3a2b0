// Help, lists and forms, as data.

import type { ConversationId } from '../keys.ts';
import type { Instant } from '../time.ts';
import type { ClosedFault } from '../calendar/closed-dates.ts';
import type { WallTime } from '../calendar/local-time.ts';
import type { DayOff } from '../calendar/open-days.ts';
import type { HolidayRegion } from '../community/planning.ts';
import type { ChosenRhythm } from '../community/rhythm-choice.ts';
import type { GivenFile } from './problem-messages.ts';
import type { CalendarOf, InZone } from './shared.ts';

/** Commands a person can use here and now, by key into the texts. */
export interface HelpMessage {
  readonly card: 'help';
  readonly commands: readonly string[];
}

export interface ProtocolsMessage {
  readonly card: 'protocols';
  readonly protocols: readonly { readonly id: string; readonly lengthsMinutes: readonly number[]; readonly groupMin: number; readonly groupMax: number; readonly credit: string; readonly source: string; readonly roles: readonly string[] }[];
}

/** In a community: a button that answers the presser alone. Holds no text of anyone. */
export interface ProblemDoorMessage {
  readonly card: 'problem-door';
}

/** In the 1:1 chat of someone in several communities: which one is meant (product.md 3). Until somebody chooses, nothing is done. */
export interface WhichCommunityMessage extends InZone {
  readonly card: 'which-community';
  /** As typed: it comes back with the choice, and counts as typed then. */
  readonly command: string;
  /** What was sent instead of a command. */
  readonly file?: GivenFile;
  /** The last used first. */
  readonly communities: readonly { readonly id: ConversationId; readonly name: string | null; readonly lastAt: Instant }[];
}

/** Who is ready: names, not texts. */
export interface ProblemsMessage {
  readonly card: 'problems';
  readonly ready: readonly string[];
  readonly drafting: readonly string[];
}

/** When a community meets and is written to, as the form has it. */
export interface PlanningFields extends ChosenRhythm {
  readonly holidays: HolidayRegion | '';
  /** A line for each date or span of dates. */
  readonly closed: string;
  /** `HH:MM`. */
  readonly wakingFrom: string;
  readonly wakingTo: string;
  readonly hasReminders: boolean;
  readonly hasReadAhead: boolean;
  readonly hasQuestionsAhead: boolean;
}

export interface SetUpMessage {
  readonly card: 'set-up';
  readonly npq: string;
  readonly zone: string;
  readonly protocol: string;
  readonly lengthMinutes: number;
  /** `YYYY-MM-DD` and `HH:MM` local, or empty; with something wrong the date as typed. */
  readonly nextDate: string;
  readonly nextTime: string;
  /** Code of the language. */
  readonly language: string;
  readonly hasWarnings: boolean;
  readonly movesOn: 'clock' | 'chair';
  /** Communities that may go on here, the last used first; empty offers none. */
  readonly continuable: readonly { readonly id: ConversationId; readonly name: string | null }[];
  /** The one that does; null for a new community. */
  readonly continues: { readonly id: ConversationId; readonly name: string | null } | null;
  readonly planning: PlanningFields;
  /** Every input, or those that a community needs at once. */
  readonly isWhole: boolean;
  readonly errors: readonly string[];
  /** What the words typed for the next meeting may mean, `YYYY-MM-DD`. */
  readonly nextDates?: readonly string[];
  /** Lines of the closed dates that were not understood. */
  readonly closedFaults: readonly ClosedFault[];
  /** Why nobody meets on the day of the next meeting: saved only when the person saves again. */
  readonly asksAbout: DayOff | null;
  readonly isSaved: boolean;
  /** Once saved: the first meetings to come. */
  readonly meetings: readonly WallTime[];
  /** The partition of the community's calendar file, once saved with a meeting; the link itself is made when the message is sent. */
  readonly calendar: CalendarOf | null;
}
