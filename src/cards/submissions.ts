// The one way in for what people press and type on cards: unknown becomes a submission or a polite no. What arrives is
// read by a strict schema into a fresh object; who may do it is never taken from here (reliability.md 2).

import type { z } from 'zod';
import type { Refusal } from '../core/notices.ts';
import { actionForms } from './submissions/action-forms.ts';
import type { OutcomeSubmission } from './submissions/action-forms.ts';
import { type PairPageSubmission, pairPageForms } from './submissions/agreement-form.ts';
import { buddyForms } from './submissions/buddy-forms.ts';
import type { BuddySubmission } from './submissions/buddy-forms.ts';
import { meForms } from './submissions/me-form.ts';
import type { MeSubmission } from './submissions/me-form.ts';
import { otherForms } from './submissions/other-forms.ts';
import type { OtherSubmission } from './submissions/other-forms.ts';
import { pairsForms } from './submissions/pairs-forms.ts';
import type { PairsSubmission } from './submissions/pairs-forms.ts';
import { sessionForms } from './submissions/session-forms.ts';
import type { SessionSubmission } from './submissions/session-forms.ts';

export type Submission = SessionSubmission | OtherSubmission | OutcomeSubmission | BuddySubmission | PairPageSubmission | PairsSubmission | MeSubmission;
export type Verb = Submission['verb'];
export type ParsedSubmission =
  | { readonly kind: 'ok'; readonly submission: Submission }
  | { readonly kind: 'invalid'; readonly refusal: Refusal };

const forms: Readonly<Record<Verb, z.ZodType<Submission>>> = { ...sessionForms, ...otherForms, ...actionForms, ...buddyForms, ...pairPageForms, ...pairsForms, ...meForms };
const isVerb = (verb: string): verb is Verb => Object.hasOwn(forms, verb);

/**
 * Reads the data of a pressed button, of either shape (`Action.Execute` or its `Action.Submit` fallback).
 * Never throws. `unknown-button` for a verb nobody knows, else `bad-form`. Texts that are empty or too long for the core and
 * dates that cannot be read come back `ok`: the core refuses them by name.
 */
export function parseSubmission(verb: string, data: unknown): ParsedSubmission {
  if (!isVerb(verb)) return invalid({ reason: 'unknown-button' });
  if (!isRecord(data)) return invalid({ reason: 'bad-form' });
  if (Object.hasOwn(data, 'verb') && data['verb'] !== verb) return invalid({ reason: 'bad-form' });
  const read = forms[verb].safeParse({ ...data, verb });
  return read.success ? { kind: 'ok', submission: read.data } : invalid({ reason: 'bad-form' });
}

const invalid = (refusal: Refusal): ParsedSubmission => ({ kind: 'invalid', refusal });

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);
