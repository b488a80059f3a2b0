// The buttons by which an owner says what came of a committed action.

import { z } from 'zod';
import { conversationId, type ConversationId, type SessionId } from '../../core/keys.ts';
import type { Outcome } from '../../core/problem/came-of.ts';
import { opaque, origin, typedText } from './fields.ts';


type OutcomeVerb = 'outcome-done' | 'outcome-partly' | 'outcome-not-yet';
export const outcomeOf: Readonly<Record<OutcomeVerb, Outcome>> = { 'outcome-done': 'done', 'outcome-partly': 'partly', 'outcome-not-yet': 'not-yet' };

export interface OutcomeSubmission {
  readonly verb: OutcomeVerb;
  /** Only says which one is meant: whose the action is, is for the receiver to check. */
  readonly community: ConversationId;
  readonly asked: 'list' | 'opening' | 'due' | 'buddy';
  /** The only one of the card, else the one chosen; '' for neither. */
  readonly action: string;
  readonly line: string;
  /** In whose opening the card stands; null elsewhere. */
  readonly session: SessionId | null;
}

/** A line of more than this, as JSON writes it, finds no room on the card that comes back: it stays where it was typed. */
const carriedChars = 6_000;
export const isCarried = (line: string): boolean => JSON.stringify(line).length <= carriedChars;

const named = opaque.or(z.literal('')).default('');

const outcomeForm = (verb: OutcomeVerb): z.ZodType<OutcomeSubmission> =>
  z.strictObject({
    verb: z.literal(verb), community: opaque.transform(conversationId), asked: z.enum(['list', 'opening', 'due', 'buddy']),
    action: named, chosen: named, line: typedText, session: origin.session.or(z.null()).default(null),
  }).transform(({ action, chosen, ...rest }) => ({ ...rest, action: action === '' ? chosen : action }));

/** From verb to what its button sends, fresh. */
export const actionForms: Readonly<Record<OutcomeVerb, z.ZodType<OutcomeSubmission>>> = {
  'outcome-done': outcomeForm('outcome-done'),
  'outcome-partly': outcomeForm('outcome-partly'),
  'outcome-not-yet': outcomeForm('outcome-not-yet'),
};
