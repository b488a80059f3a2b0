// What the form of `me` sends with each of its buttons. Every text stays as typed: what it means is for the receiver to say.

import { z } from 'zod';
import { type ConversationId, conversationId } from '../../core/keys.ts';
import type { MeTyped } from '../../core/messages.ts';
import { schoolPhases } from '../../core/person/profile.ts';
import { choice, opaque, timeOfDay, typedText } from './fields.ts';

export const meVerbs = ['me-save', 'me-pause', 'me-start-again', 'me-remind'] as const;

/** `isForm`: pressed on the form, so that an input that is missing was left empty. */
interface OnCard { readonly isForm: boolean; readonly typed: MeTyped }
export type MeSubmission = OnCard & (
  | { readonly verb: 'me-save' | 'me-pause' | 'me-start-again' }
  /** Reminders of that community are wanted again. */
  | { readonly verb: 'me-remind'; readonly community: ConversationId }
);

/** Choices need a value, so that none chosen is told apart from taking it back. */
export const noPhase = 'none';
const schoolPhase = choice([...schoolPhases, noPhase]).transform((phase) => (phase === noPhase ? '' : phase));

const form = z.strictObject({
  isForm: z.boolean().default(false),
  birthday: typedText, school: typedText, schoolPhase, role: typedText, zone: typedText, wakingFrom: timeOfDay, wakingTo: timeOfDay, pausedUntil: typedText,
});
const plain = <V extends 'me-save' | 'me-pause' | 'me-start-again'>(verb: V) =>
  form.extend({ verb: z.literal(verb) }).transform(({ verb: _, isForm, ...typed }) => ({ verb, isForm, typed }));

/** From verb to what its button sends, fresh. */
export const meForms: Readonly<Record<MeSubmission['verb'], z.ZodType<MeSubmission>>> = {
  'me-save': plain('me-save'),
  'me-pause': plain('me-pause'),
  'me-start-again': plain('me-start-again'),
  'me-remind': form.extend({ verb: z.literal('me-remind'), community: opaque.transform(conversationId) })
    .transform(({ verb, community, isForm, ...typed }) => ({ verb, community, isForm, typed })),
};
