// What the page of a buddy pair and its form send. Which pair is meant stands on the card; whether the sender is in it is
// for the receiver to check.

import { z } from 'zod';
import { conversationId, type ConversationId, pairId } from '../../core/keys.ts';
import type { PairOrigin } from '../../core/messages.ts';
import { meetingFormats } from '../../core/pair/agreement.ts';
import type { TypedAgreement } from '../../core/pair/agreement-form.ts';
import { choice, day, ofAnotherButton, opaque, timeOfDay, typedText } from './fields.ts';

export interface AgreementSubmission {
  readonly verb: 'buddy-save';
  readonly ofPair: PairOrigin;
  /** Of the pair when the form was drawn. */
  readonly rev: number;
  /** The first meeting that the form was filled with, `YYYY-MM-DD`; '' for none. */
  readonly shownFirst: string;
  readonly typed: TypedAgreement;
  /** The date, `YYYY-MM-DD`, on which the person was told that nobody meets, and saved all the same; '' for none. */
  readonly sureOf: string;
}

export type PairPageSubmission =
  | AgreementSubmission
  /** `community`: null for the one whose chat it is pressed in. `pair`: of which card it was pressed; null for one's own. */
  | { readonly verb: 'buddy-open' | 'buddy-more'; readonly community: ConversationId | null }
  | { readonly verb: 'buddy-form' | 'buddy-leave' | 'buddy-leave-sure'; readonly ofPair: PairOrigin }
  | { readonly verb: 'buddy-join' | 'buddy-out'; readonly community: ConversationId };

const community = opaque.transform(conversationId);
const pair = opaque.transform(pairId);
/** Of the outcome buttons on the same page. */
const neighbours = { chosen: ofAnotherButton, line: ofAnotherButton };
/** Of the form on the same card. */
const inputs = {
  weekday: typedText, time: timeOfDay, first: day, zone: typedText, alternativeWeekday: typedText, alternativeTime: timeOfDay,
  format: choice(meetingFormats), joinLink: typedText, modules: typedText,
} satisfies Record<keyof TypedAgreement, unknown>;
const otherInputs = Object.fromEntries(Object.keys(inputs).map((id) => [id, ofAnotherButton]));
const date = z.string().regex(/^(?:\d{4}-\d\d-\d\d)?$/).default('');

const pageForm = <V extends 'buddy-open' | 'buddy-more'>(verb: V) => z.strictObject({ verb: z.literal(verb), community: community.nullable().default(null), ...neighbours })
  .transform((sent) => ({ verb, community: sent.community }));
const pairForm = <V extends 'buddy-form' | 'buddy-leave' | 'buddy-leave-sure'>(verb: V) => z.strictObject({ verb: z.literal(verb), community, pair, ...neighbours, ...otherInputs })
  .transform((sent) => ({ verb, ofPair: { community: sent.community, pair: sent.pair } }));
const takingPart = <V extends 'buddy-join' | 'buddy-out'>(verb: V) => z.strictObject({ verb: z.literal(verb), community });

/** From verb to what its button sends, fresh. */
export const pairPageForms: Readonly<Record<PairPageSubmission['verb'], z.ZodType<PairPageSubmission>>> = {
  'buddy-open': pageForm('buddy-open'),
  'buddy-more': pageForm('buddy-more'),
  'buddy-form': pairForm('buddy-form'),
  'buddy-leave': pairForm('buddy-leave'),
  'buddy-leave-sure': pairForm('buddy-leave-sure'),
  'buddy-join': takingPart('buddy-join'),
  'buddy-out': takingPart('buddy-out'),
  'buddy-save': z.strictObject({ verb: z.literal('buddy-save'), community, pair, rev: z.int().min(0), shown: date, sureOf: date, ...inputs })
    .transform(({ verb, community: of, pair: id, rev, shown, sureOf, ...typed }) => ({ verb, ofPair: { community: of, pair: id }, rev, shownFirst: shown, sureOf, typed })),
};
