// The buttons outside a session: a page further back, the write-up form, and the form of `set up`.

import { z } from 'zod';
import { conversationId } from '../../core/keys.ts';
import type { ConversationId } from '../../core/keys.ts';
import { npqAreas, writeUpProblems } from '../../core/problem/write-up.ts';
import type { WriteUp } from '../../core/problem/write-up.ts';
import { choice, opaque, typedText } from './fields.ts';
import { setUpForm } from './set-up-form.ts';
import type { SetUpForm } from './set-up-form.ts';

export type OtherSubmission =
  | { readonly verb: 'older'; readonly olderThan: string; readonly words: string }
  | { readonly verb: 'problem-open' }
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

const writeUpForm = <V extends 'problem-save' | 'problem-submit'>(verb: V) =>
  z.strictObject({ verb: z.literal(verb), community: opaque.transform(conversationId), keeps, ...writeUpInputs })
    .transform(({ verb: _verb, community, keeps: kept, ...writeUp }) => ({ verb, community, writeUp, keeps: kept }));

/** From verb to what its button sends, fresh. */
export const otherForms: Readonly<Record<OtherSubmission['verb'], z.ZodType<OtherSubmission>>> = {
  'older': z.strictObject({ verb: z.literal('older'), olderThan: opaque, words: typedText }),
  'problem-open': z.strictObject({ verb: z.literal('problem-open') }),
  'which': z.strictObject({ verb: z.literal('which'), command: typedText, community: opaque.transform(conversationId) }),
  'problem-save': writeUpForm('problem-save'),
  'problem-submit': writeUpForm('problem-submit'),
  'set-up': setUpForm('set-up'),
  'set-up-more': setUpForm('set-up-more'),
};
