// The buttons outside a session: a page further back, the write-up form, and the form of `set up`.

import { z } from 'zod';
import { conversationId, personId } from '../../core/keys.ts';
import type { ConversationId, PersonId, SessionId } from '../../core/keys.ts';
import { fieldMaxChars, npqAreas, writeUpProblems } from '../../core/problem/write-up.ts';
import type { WriteUp } from '../../core/problem/write-up.ts';
import { choice, ofAnotherButton, opaque, sessionField, typedText } from './fields.ts';
import { setUpForm } from './set-up-form.ts';
import type { SetUpForm } from './set-up-form.ts';

/** The buttons of the write-up form. */
export type WriteUpVerb = 'problem-save' | 'problem-submit' | 'problem-share' | 'problem-withdraw' | 'problem-again';

export type OtherSubmission =
  | { readonly verb: 'older'; readonly olderThan: string; readonly words: string }
  /** Where it was held, and which page: whether the sender may see it is for the receiver to check. */
  | {
    readonly verb: 'record'; readonly community: ConversationId; readonly heldIn: ConversationId | null; readonly session: SessionId; readonly page: number;
    readonly words: string; readonly from: string;
  }
  /** `community`: null for the one whose chat it is pressed in. */
  | { readonly verb: 'problem-open'; readonly community: ConversationId | null }
  | { readonly verb: 'nudges-off' | 'nudges-on'; readonly community: ConversationId }
  /** `owner`: whose problem it is about; whether it is shared is for the receiver to check. */
  | { readonly verb: 'ask-open'; readonly owner: PersonId }
  | { readonly verb: 'ask'; readonly community: ConversationId; readonly owner: PersonId; readonly question: string }
  /** `command` as it was typed before; whether the sender belongs to `community` is for the receiver to check. */
  | { readonly verb: 'which'; readonly command: string; readonly community: ConversationId; readonly file?: { readonly name: string; readonly link: string } }
  | {
    readonly verb: WriteUpVerb;
    /** Only says which draft is meant: whether the sender belongs to it is for the receiver to check. */
    readonly community: ConversationId;
    readonly writeUp: WriteUp;
    /** Fields that the form had no room to show: left empty, they keep the text of the stored draft. */
    readonly keeps: readonly TextField[];
    /** Of `problem-share`: which text was held back on the card that was pressed. */
    readonly heldBack?: string;
  }
  | SetUpForm;

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

const writeUpFields = { community: opaque.transform(conversationId), keeps, ...writeUpInputs };
const writeUpForm = <V extends WriteUpVerb>(verb: V) =>
  z.strictObject({ verb: z.literal(verb), ...writeUpFields })
    .transform(({ verb: _verb, community, keeps: kept, ...writeUp }) => ({ verb, community, writeUp, keeps: kept }));
const shareForm = z.strictObject({ verb: z.literal('problem-share'), ...writeUpFields, heldBack: opaque.optional() })
  .transform(({ verb, community, keeps: kept, heldBack, ...writeUp }) => ({ verb, community, writeUp, keeps: kept, ...(heldBack !== undefined && { heldBack }) }));

/** What was sent before the question: as harmless as a link that is typed into the form. */
const givenFile = z.strictObject({ name: typedText.refine((name) => name.length <= 255), link: z.url({ protocol: /^https$/ }).max(fieldMaxChars) });

/** From verb to what its button sends, fresh. */
export const otherForms: Readonly<Record<OtherSubmission['verb'], z.ZodType<OtherSubmission>>> = {
  'older': z.strictObject({ verb: z.literal('older'), olderThan: opaque, words: typedText }),
  'record': z.strictObject({
    verb: z.literal('record'), community: opaque.transform(conversationId), session: sessionField, page: z.int().min(1).max(99).default(1),
    heldIn: z.union([z.literal('').transform(() => null), opaque.transform(conversationId)]).default(null), words: typedText, from: z.union([z.literal(''), opaque]).default(''),
  }),
  'problem-open': z.strictObject({ verb: z.literal('problem-open'), community: opaque.transform(conversationId).nullable().default(null) }),
  'nudges-off': z.strictObject({ verb: z.literal('nudges-off'), community: opaque.transform(conversationId), chosen: ofAnotherButton, line: ofAnotherButton })
    .transform(({ verb, community }) => ({ verb, community })),
  'nudges-on': z.strictObject({ verb: z.literal('nudges-on'), community: opaque.transform(conversationId) }),
  'ask-open': z.strictObject({ verb: z.literal('ask-open'), owner: opaque.transform(personId) }),
  'ask': z.strictObject({ verb: z.literal('ask'), community: opaque.transform(conversationId), owner: opaque.transform(personId), question: typedText }),
  'which': z.strictObject({ verb: z.literal('which'), command: typedText, community: opaque.transform(conversationId), file: givenFile.optional() })
    .transform(({ file, ...rest }) => ({ ...rest, ...(file !== undefined && { file }) })),
  'problem-save': writeUpForm('problem-save'),
  'problem-submit': writeUpForm('problem-submit'),
  'problem-share': shareForm,
  'problem-withdraw': writeUpForm('problem-withdraw'),
  'problem-again': writeUpForm('problem-again'),
  'set-up': setUpForm('set-up'),
  'set-up-more': setUpForm('set-up-more'),
};
