// The fields people's forms are made of, each from unknown to something typed. An input a client leaves out counts as
// empty, and text stays as typed: whether it is too long or missing is for the core to say, with the text still there.

import { z } from 'zod';
import { timeOrWords } from '../../core/calendar/spoken-time.ts';
import { sessionId } from '../../core/keys.ts';

/**
 * Far above anything the core accepts, so that it is the core that says by how much a text is too long: a client cuts
 * what exceeds an input's own limit without a word.
 */
export const textMaxChars = 10_000;

const lineEnds = /\r\n|[\r\u0085\u2028\u2029]/g;
/** C0 save tab and newline, DEL and C1: stores and cards cannot be trusted with them. */
const controls = /(?![\t\n])\p{Cc}/gu;

/** Text as typed, without controls, line ends as `\n`, trimmed. */
export const typedText = z.string().max(textMaxChars).default('')
  .transform((text) => text.toWellFormed().replace(lineEnds, '\n').replace(controls, '').trim());

/** One of a list of choices, or '' for none made. */
export const choice = <const C extends readonly string[]>(choices: C) =>
  z.union([z.enum(choices), z.literal('')]).default('');

/** `YYYY-MM-DD` as a date input sends it, or the words of a client that has no such input, for the core to read; '' for none. */
export const day = typedText;

/** `HH:MM` as a time input sends it, or what somebody typed where there is no such input, brought to it where it can be read; '' for none. */
export const timeOfDay = typedText.transform(timeOrWords);

/** An id or cursor of ours that the card carried there and back. */
export const opaque = z.string().min(1).max(500).regex(/^\P{Cc}*$/u);

/** What an input sends that stands on the same card but belongs to another button: allowed, and not read. */
export const ofAnotherButton = z.unknown().optional();

export const sessionField = z.string().regex(/^[\w.:-]{1,80}$/).transform(sessionId);

/** What every button of a session's card carries: `ButtonOrigin`. */
export const origin = {
  session: sessionField,
  rev: z.int().min(0),
};
