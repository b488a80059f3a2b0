// When an action is due: as typed, in whatever words, else at the next meeting (product.md 4.3). A date that may mean
// several is asked back, never guessed.

import type { Instant } from '../time.ts';
import { addDays, localDate } from '../calendar/local-time.ts';
import { spokenDate, type SpokenDate } from '../calendar/spoken-date.ts';
import type { Refusal } from '../notices.ts';
import type { SessionEvent } from './events.ts';
import { nextOfSession } from './next-of.ts';
import type { Hour } from './session.ts';

type ActionGiven = Extract<SessionEvent, { type: 'action-given' }>;

/** The due date offered: the next meeting, else two weeks on (product.md 4.3). */
export function defaultDueOn(hour: Hour, at: Instant): string {
  const next = nextOfSession(hour);
  return next !== null && next.at > at ? next.date : addDays(localDate(at, hour.zone), 14);
}

/** `cut marking by two weeks` says by how much, not by when. */
const howMuch = /^(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)?\s*(?:day|week|fortnight|month)s?\W*$/i;

/**
 * The text of an action and its date: what follows the last `by` of a typed command if that is a date, else the date given
 * beside it, else the one offered. Refused: a date that cannot be read, may mean several, or has passed.
 */
export function textAndDue(hour: Hour, event: ActionGiven, at: Instant): { readonly text: string; readonly dueOn: string } | Refusal {
  const today = localDate(at, hour.zone);
  const { ending } = event;
  const atEnd: SpokenDate = ending === undefined || howMuch.test(ending.due) ? { kind: 'unknown' } : spokenDate(ending.due, today);
  const isAtEnd = ending !== undefined && atEnd.kind !== 'unknown';
  const due: SpokenDate = isAtEnd ? atEnd : event.dueOn === '' ? { kind: 'understood', date: defaultDueOn(hour, at) } : spokenDate(event.dueOn, today);
  switch (due.kind) {
    case 'unknown': return { reason: 'bad-date', example: defaultDueOn(hour, at) };
    case 'ambiguous': return { reason: 'ambiguous-date', options: due.options };
    case 'understood': return due.date < today ? { reason: 'past-date' } : { text: isAtEnd ? ending.text : event.text, dueOn: due.date };
  }
}
