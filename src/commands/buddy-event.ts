// From a button about a buddy meeting to what shall happen to the pair, or to what is wrong with what was typed: dates and
// times in whatever words, by the calendar of the meeting. Nothing is guessed.

import { addDays, isDate, localDate, instantAt } from '../core/calendar/local-time.ts';
import { whyClosed } from '../core/calendar/open-days.ts';
import { spokenDate } from '../core/calendar/spoken-date.ts';
import { isTimeOfDay } from '../core/calendar/spoken-time.ts';
import type { Refusal } from '../core/notices.ts';
import { followUpMessage } from '../core/pair/drawn.ts';
import type { PairEvent } from '../core/pair/events.ts';
import { alternativeFor } from '../core/pair/moving.ts';
import type { Looked } from '../core/pair/standing.ts';
import { fieldMaxChars } from '../core/problem/write-up.ts';
import type { BuddyMeetingSubmission } from '../cards/submissions/buddy-forms.ts';
import { type Caller, eventIdOf } from './desk.ts';
import { dateWords } from './words.ts';

export type Wanted = PairEvent | { readonly errors: readonly Refusal[] };

export const isWrong = (wanted: Wanted): wanted is Extract<Wanted, { errors: unknown }> => 'errors' in wanted;

/** `looked`: the meeting as it stands. Whether it may be is for the pair to say. */
export function wantedBy(caller: Caller, submission: BuddyMeetingSubmission, looked: Looked): Wanted {
  const { meeting, at } = submission;
  const of = { by: caller.by, meeting, at };
  switch (submission.verb) {
    case 'buddy-prepared': return { type: 'prepared-said', ...of, isPrepared: true };
    case 'buddy-not-yet': return { type: 'prepared-said', ...of, isPrepared: false };
    case 'buddy-cannot': return { type: 'cannot-said', ...of };
    case 'buddy-can': return { type: 'can-said', ...of };
    case 'buddy-alone': return { type: 'alone-chosen', ...of };
    case 'buddy-without-me': return { type: 'go-without-said', ...of };
    case 'buddy-keep': return { type: 'kept', ...of };
    case 'buddy-suits': return { type: 'proposal-answered', ...of, suits: true, to: submission.to };
    case 'buddy-alternative': return isAnotherNow(submission, looked) ? { errors: [{ reason: 'bad-move', why: 'another-alternative' }] } : { type: 'alternative-chosen', ...of };
    case 'buddy-another': return moveWanted(caller, submission, looked);
    case 'buddy-met':
    case 'buddy-not-met': return answerWanted(caller, submission, looked);
  }
}

type Alternative = Extract<BuddyMeetingSubmission, { verb: 'buddy-alternative' }>;

/** What the card promised has passed, or was agreed anew: nobody is moved to a time they did not see. */
function isAnotherNow({ at, to }: Alternative, { pair, meeting, at: now }: Looked): boolean {
  const alternative = alternativeFor(pair, meeting.number, now);
  return meeting.startsAt === at && (alternative === null ? null : instantAt(alternative, meeting.zone)) !== to;
}

type Another = Extract<BuddyMeetingSubmission, { verb: 'buddy-another' }>;

function moveWanted(caller: Caller, { meeting, at, moveDate, moveTime, sureOf }: Another, { pair, meeting: { zone }, at: now }: Looked): Wanted {
  if (moveDate === '' || moveTime === '') return { errors: [{ reason: 'bad-move', why: 'incomplete' }] };
  const date = dateMeant(moveDate, caller, localDate(now, zone));
  const errors: readonly Refusal[] = [...(typeof date === 'string' ? [] : [date]), ...(isTimeOfDay(moveTime) ? [] : [{ reason: 'bad-meeting', why: 'time' } as const])];
  if (errors.length > 0 || typeof date !== 'string') return { errors };
  const dayOff = whyClosed(date, pair.days);
  return dayOff !== null && sureOf !== date ? { errors: [{ reason: 'day-off', dayOff }] } : { type: 'time-proposed', by: caller.by, meeting, at, to: { date, time: moveTime } };
}

/** The date, `YYYY-MM-DD`, that words mean on the day `today`; a refusal where they mean none, several, or one that has passed. */
function dateMeant(words: string, caller: Caller, today: string): string | Refusal {
  const spoken = spokenDate(dateWords(words, caller), today);
  switch (spoken.kind) {
    case 'unknown': return { reason: 'bad-date', example: addDays(today, 7) };
    case 'ambiguous': return { reason: 'ambiguous-date', options: spoken.options };
    case 'understood': return spoken.date < today ? { reason: 'past-date' } : spoken.date;
  }
}

/** The date by the calendar where the words mean one, to be asked about; '' else. */
export function sureDate({ moveDate }: Another, caller: Caller, { meeting: { zone }, at }: Looked): string {
  const date = dateMeant(moveDate, caller, localDate(at, zone));
  return typeof date === 'string' && isDate(date) ? date : '';
}

type Answered = Extract<BuddyMeetingSubmission, { verb: 'buddy-met' | 'buddy-not-met' }>;

/** Feedback and an action may be left out; of an action without a date it is the one that the card offers. */
function answerWanted(caller: Caller, { verb, pair: id, meeting, at, feedback, nextAction, due }: Answered, { pair, member, meeting: looked, at: now }: Looked): Wanted {
  const offered = (): string => followUpMessage(pair, member, { isAgain: false, meeting: looked }).dueOn;
  const dueOn = nextAction === '' ? null : due === '' ? offered() : dateMeant(due, caller, localDate(now, looked.zone));
  const errors: readonly Refusal[] = [...tooLong('feedback', feedback), ...tooLong('action', nextAction), ...(dueOn === null || typeof dueOn === 'string' ? [] : [dueOn])];
  if (errors.length > 0) return { errors };
  const didMeet = verb === 'buddy-met';
  const action = typeof dueOn === 'string' ? { text: nextAction, dueOn } : null;
  const said = eventIdOf('buddy-met', caller.by.id, pair.conversation, id, meeting, String(didMeet), feedback, action?.text ?? null, action?.dueOn ?? null);
  return { type: 'met-said', by: caller.by, meeting, at, didMeet, text: feedback, action, id: said };
}

const tooLong = (what: 'feedback' | 'action', { length }: string): readonly Refusal[] =>
  (length > fieldMaxChars ? [{ reason: 'too-long', what, maxChars: fieldMaxChars, lengthChars: length }] : []);
