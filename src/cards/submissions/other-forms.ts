// The buttons outside a session: a page further back, the write-up form, and the form of `set up`.

import { z } from 'zod';
import { conversationId, personId } from '../../core/keys.ts';
import type { ConversationId, PersonId } from '../../core/keys.ts';
import { npqAreas, writeUpProblems } from '../../core/problem/write-up.ts';
import type { NpqArea, WriteUp } from '../../core/problem/write-up.ts';
import { languageCodes } from '../../texts/languages.ts';
import { choice, day, opaque, timeOfDay, typedText } from './fields.ts';

export type OtherSubmission =
  | { readonly verb: 'older'; readonly olderThan: string; readonly words: string }
  /** `community`: null for the one whose chat it is pressed in. */
  | { readonly verb: 'problem-open'; readonly community: ConversationId | null }
  | { readonly verb: 'nudges-off' | 'nudges-on'; readonly community: ConversationId }
  /** `owner`: whose problem it is about; whether it is shared is for the receiver to check. */
  | { readonly verb: 'ask-open'; readonly owner: PersonId }
  | { readonly verb: 'ask'; readonly community: ConversationId; readonly owner: PersonId; readonly question: string }
  /** `command` as it was typed before; whether the sender belongs to `community` is for the receiver to check. */
  | { readonly verb: 'which'; readonly command: string; readonly community: ConversationId }
  | {
    readonly verb: 'problem-save' | 'problem-submit';
    /** Only says which draft is meant: whether the sender belongs to it is for the receiver to check. */
    readonly community: ConversationId;
    readonly writeUp: WriteUp;
    /** Fields that the form had no room to show: left empty, they keep the text of the stored draft. */
    readonly keeps: readonly TextField[];
  }
  | {
    readonly verb: 'set-up'; readonly npq: NpqArea | ''; readonly zone: string; readonly protocol: string;
    /** '' when nothing was chosen. Whether the protocol has such a length is for the receiver to check. */
    readonly lengthMinutes: number | '';
    /** `YYYY-MM-DD` and `HH:MM` on the community's clock, or ''. */
    readonly nextDate: string; readonly nextTime: string;
    readonly warnings: boolean;
    /** '' where the client left it out. */
    readonly movesOn: 'clock' | 'chair' | '';
    /** Null for a new community; whether the sender belongs to the one chosen is for the receiver to check. */
    readonly continues: ConversationId | null;
    /** A code; '' when nothing was chosen. */
    readonly language: string;
  };

const textFields = [...writeUpProblems, 'frameworkSection', 'artefactLink', 'artefactDescription'] as const;
type TextField = (typeof textFields)[number];

const criterion = choice(['yes', 'not sure', 'no']);

/** The inputs of the write-up form: their ids are the fields of a write-up. */
const writeUpInputs = {
  problem: typedText, evidence: typedText, context: typedText, why: typedText,
  specific: criterion, solvable: criterion, controllable: criterion,
  npqArea: choice(npqAreas), frameworkSection: typedText, artefactLink: typedText, artefactDescription: typedText,
} satisfies Record<keyof WriteUp, unknown>;

const keeps = z.array(z.enum(textFields)).max(textFields.length).default([]);

const writeUpForm = <V extends 'problem-save' | 'problem-submit'>(verb: V) =>
  z.strictObject({ verb: z.literal(verb), community: opaque.transform(conversationId), keeps, ...writeUpInputs })
    .transform(({ verb: _verb, community, keeps: kept, ...writeUp }) => ({ verb, community, writeUp, keeps: kept }));

/** A choice sends text, a number input either. */
const lengthMinutes = z.union([z.literal(''), z.int().min(1).max(999), z.string().regex(/^[1-9]\d{0,2}$/).transform(Number)]).default('');

/** Choices need a value, so that none chosen is told apart: `new` says that no community goes on. */
export const newCommunityChoice = 'new';
const continues = z.union([z.enum(['', newCommunityChoice]).transform(() => null), opaque.transform(conversationId)]).default(null);

/** A toggle sends `true` or `false` as text. */
const toggle = z.union([z.boolean(), z.enum(['true', 'false', ''])]).default('').transform((on) => on === true || on === 'true');

/** From verb to what its button sends, fresh. */
export const otherForms: Readonly<Record<OtherSubmission['verb'], z.ZodType<OtherSubmission>>> = {
  'older': z.strictObject({ verb: z.literal('older'), olderThan: opaque, words: typedText }),
  'problem-open': z.strictObject({ verb: z.literal('problem-open'), community: opaque.transform(conversationId).nullable().default(null) }),
  'nudges-off': z.strictObject({ verb: z.literal('nudges-off'), community: opaque.transform(conversationId) }),
  'nudges-on': z.strictObject({ verb: z.literal('nudges-on'), community: opaque.transform(conversationId) }),
  'ask-open': z.strictObject({ verb: z.literal('ask-open'), owner: opaque.transform(personId) }),
  'ask': z.strictObject({ verb: z.literal('ask'), community: opaque.transform(conversationId), owner: opaque.transform(personId), question: typedText }),
  'which': z.strictObject({ verb: z.literal('which'), command: typedText, community: opaque.transform(conversationId) }),
  'problem-save': writeUpForm('problem-save'),
  'problem-submit': writeUpForm('problem-submit'),
  'set-up': z.strictObject({
    verb: z.literal('set-up'), npq: choice(npqAreas), zone: typedText, protocol: typedText, lengthMinutes,
    nextDate: day, nextTime: timeOfDay, warnings: toggle, language: choice(languageCodes), movesOn: choice(['clock', 'chair']), continues,
  }),
};
