// What the form of `set up` sends. It is shown in two sizes: what the short one leaves out comes as null and stays as it is.

import { z } from 'zod';
import { conversationId } from '../../core/keys.ts';
import type { ConversationId } from '../../core/keys.ts';
import { holidayRegions } from '../../core/community/planning.ts';
import type { HolidayRegion } from '../../core/community/planning.ts';
import { rhythmChoices } from '../../core/community/rhythm-choice.ts';
import type { RhythmChoice } from '../../core/community/rhythm-choice.ts';
import { npqAreas } from '../../core/problem/write-up.ts';
import type { NpqArea } from '../../core/problem/write-up.ts';
import { languageCodes } from '../../texts/languages.ts';
import { choice, day, opaque, timeOfDay, typedText } from './fields.ts';

export interface SetUpForm {
  /** `set-up-more` saves nothing: it asks for the whole form. */
  readonly verb: 'set-up' | 'set-up-more';
  /** Every input stood on the card, so that one left out was left empty. */
  readonly isWhole: boolean;
  readonly npq: NpqArea | '';
  readonly zone: string | null;
  readonly protocol: string;
  /** '' when nothing was chosen. Whether the protocol has such a length is for the receiver to check. */
  readonly lengthMinutes: number | '';
  /** `YYYY-MM-DD` and `HH:MM` on the community's clock, or ''. */
  readonly nextDate: string;
  readonly nextTime: string;
  readonly rhythm: RhythmChoice | null;
  /** As typed. */
  readonly everyWeeks: string | null;
  /** '' for none. */
  readonly holidays: HolidayRegion | '' | null;
  readonly closed: string | null;
  readonly wakingFrom: string | null;
  readonly wakingTo: string | null;
  readonly reminders: boolean | null;
  readonly readAhead: boolean | null;
  readonly questionsAhead: boolean | null;
  readonly warnings: boolean | null;
  /** '' where the client left it out. */
  readonly movesOn: 'clock' | 'chair' | '';
  /** Null for a new community; whether the sender belongs to the one chosen is for the receiver to check. */
  readonly continues: ConversationId | null;
  /** A code; '' when nothing was chosen. */
  readonly language: string;
  /** The date, `YYYY-MM-DD`, on which the person was told that nobody meets, and saved all the same; '' for none. */
  readonly sureOf: string;
}

/** A choice sends text, a number input either. */
const lengthMinutes = z.union([z.literal(''), z.int().min(1).max(999), z.string().regex(/^[1-9]\d{0,2}$/).transform(Number)]).default('');

/** Choices need a value, so that none chosen is told apart: `new` says that no community goes on. */
export const newCommunityChoice = 'new';
const continues = z.union([z.enum(['', newCommunityChoice]).transform(() => null), opaque.transform(conversationId)]).default(null);

/** A toggle sends `true` or `false` as text. */
const toggle = z.union([z.boolean(), z.enum(['true', 'false'])]).transform((on) => on === true || on === 'true').or(z.literal('').transform(() => null)).default(null);

/** Choices need a value, so that none chosen is told apart: `none` stands for no holidays. */
export const noHolidays = 'none';
const holidays = z.union([z.enum(holidayRegions), z.literal(noHolidays).transform(() => '' as const), z.literal('').transform(() => null)]).default(null);

const orLeftOut = <T>(field: z.ZodType<T>) => z.union([z.undefined().transform(() => null), field]);

/** Read into a fresh object. */
export const setUpForm = <V extends SetUpForm['verb']>(verb: V): z.ZodType<SetUpForm> => z.strictObject({
  verb: z.literal(verb), isWhole: z.boolean().default(false), sureOf: day,
  npq: choice(npqAreas), zone: orLeftOut(typedText), protocol: typedText, lengthMinutes, nextDate: day, nextTime: timeOfDay,
  rhythm: z.enum(rhythmChoices).or(z.literal('').transform(() => null)).default(null), everyWeeks: orLeftOut(typedText),
  holidays, closed: orLeftOut(typedText), wakingFrom: orLeftOut(timeOfDay), wakingTo: orLeftOut(timeOfDay),
  reminders: toggle, readAhead: toggle, questionsAhead: toggle, warnings: toggle,
  language: choice(languageCodes), movesOn: choice(['clock', 'chair']), continues,
});
