// The buttons of a session's cards. Every input of a card comes with every one of its buttons, so each form allows the
// inputs of its neighbours and leaves them.

import { z } from 'zod';
import { personId } from '../../core/keys.ts';
import type { PersonId } from '../../core/keys.ts';
import type { ButtonOrigin } from '../../core/messages.ts';
import { choice, day, opaque, ofAnotherButton, origin, timeOfDay, typedText } from './fields.ts';

/** The buttons that carry nothing but where they stand. */
export const sessionVerbs = [
  'in-owner', 'in-helper', 'out', 'chair-me', 'start', 'cancel', 'next', 'pause', 'minute', 'end', 'end-confirm',
  'end-cancel', 'take-chair', 'full-length', 'whole-hour', 'stay-together', 'split-up',
  'join', 'join-helper', 'join-owner', 'owner-go-on', 'owner-to-end', 'owner-skip', 'give-last-turn',
] as const;
export type SessionVerb = (typeof sessionVerbs)[number];

/** Where a note was written: around the turns, or in a turn counted from 0. */
export type NotePlace = 'opening' | 'close' | number;

export type SessionSubmission = ButtonOrigin & (
  | { readonly verb: SessionVerb }
  /** Asked by a client by itself: it changes nothing. `step`: which phase card it stands on, from 0. */
  | { readonly verb: 'my-view'; readonly step: number }
  /** Without `finish` nothing was chosen: the planned end is the default (product.md 4.4). */
  | { readonly verb: 'resume'; readonly finish?: 'planned' | 'later' }
  /** `isAgain`: pressed on a card that came back with what was typed. */
  | { readonly verb: 'note'; readonly at: NotePlace; readonly note: string; readonly isAgain: boolean }
  /** `due`: `YYYY-MM-DD` or a date in words, '' for none. */
  | { readonly verb: 'action'; readonly at: number; readonly action: string; readonly due: string; readonly isAgain: boolean }
  | { readonly verb: 'request'; readonly request: string; readonly isAgain: boolean }
  /** Null when nobody was chosen. */
  | { readonly verb: 'appoint'; readonly nextChair: PersonId | null }
  /** A date as for `action` and `HH:MM`, or '' for none. */
  | { readonly verb: 'next-meeting'; readonly nextDate: string; readonly nextTime: string; readonly isAgain: boolean }
);

const turn = z.int().min(0).max(99);
const again = z.boolean().default(false);

const neighbours = {
  note: ofAnotherButton, action: ofAnotherButton, due: ofAnotherButton,
  request: ofAnotherButton, nextChair: ofAnotherButton, finish: ofAnotherButton,
  nextDate: ofAnotherButton, nextTime: ofAnotherButton,
};
const sessionForm = z.strictObject({ ...neighbours, ...origin });
const form = <V extends SessionSubmission['verb']>(verb: V) => sessionForm.extend({ verb: z.literal(verb) });

const plainForm = (verb: SessionVerb): z.ZodType<SessionSubmission> =>
  form(verb).transform(({ session, rev }) => ({ verb, session, rev }));

/** From verb to what its button sends, fresh and without the neighbours' inputs. */
export const sessionForms: Readonly<Record<SessionSubmission['verb'], z.ZodType<SessionSubmission>>> = {
  'in-owner': plainForm('in-owner'),
  'in-helper': plainForm('in-helper'),
  'out': plainForm('out'),
  'chair-me': plainForm('chair-me'),
  'start': plainForm('start'),
  'cancel': plainForm('cancel'),
  'next': plainForm('next'),
  'pause': plainForm('pause'),
  'minute': plainForm('minute'),
  'end': plainForm('end'),
  'end-confirm': plainForm('end-confirm'),
  'end-cancel': plainForm('end-cancel'),
  'take-chair': plainForm('take-chair'),
  'full-length': plainForm('full-length'),
  'whole-hour': plainForm('whole-hour'),
  'join': plainForm('join'),
  'join-helper': plainForm('join-helper'),
  'join-owner': plainForm('join-owner'),
  'owner-go-on': plainForm('owner-go-on'),
  'owner-to-end': plainForm('owner-to-end'),
  'owner-skip': plainForm('owner-skip'),
  'give-last-turn': plainForm('give-last-turn'),
  'my-view': form('my-view').extend({ step: z.int().min(0).max(999) }).transform(({ verb, session, rev, step }) => ({ verb, session, rev, step })),
  'stay-together': plainForm('stay-together'),
  'split-up': plainForm('split-up'),
  'resume': form('resume').extend({ finish: choice(['planned', 'later']) })
    .transform(({ verb, session, rev, finish }) => ({ verb, session, rev, ...(finish !== '' && { finish }) })),
  'note': form('note').extend({ at: z.union([z.enum(['opening', 'close']), turn]), note: typedText, again })
    .transform(({ verb, session, rev, at, note, again: isAgain }) => ({ verb, session, rev, at, note, isAgain })),
  'action': form('action').extend({ at: turn, action: typedText, due: day, again })
    .transform(({ verb, session, rev, at, action, due, again: isAgain }) => ({ verb, session, rev, at, action, due, isAgain })),
  'request': form('request').extend({ request: typedText, again })
    .transform(({ verb, session, rev, request, again: isAgain }) => ({ verb, session, rev, request, isAgain })),
  'next-meeting': form('next-meeting').extend({ nextDate: day, nextTime: timeOfDay, again })
    .transform(({ verb, session, rev, nextDate, nextTime, again: isAgain }) => ({ verb, session, rev, nextDate, nextTime, isAgain })),
  'appoint': form('appoint').extend({ nextChair: opaque.transform(personId).or(z.literal('').transform(() => null)).default(null) })
    .transform(({ verb, session, rev, nextChair }) => ({ verb, session, rev, nextChair })),
};
