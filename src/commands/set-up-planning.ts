// The part of `set up` that says when the community meets and when it is written to: from what is stored to the form's
// fields, and from the fields to settings with what is wrong about them.

import { type ClosedFault, closedText, readClosed } from '../core/calendar/closed-dates.ts';
import { isTimeOfDay } from '../core/calendar/spoken-time.ts';
import { localDate, type WallTime } from '../core/calendar/local-time.ts';
import { type DayOff, whyClosed } from '../core/calendar/open-days.ts';
import { nextOf } from '../core/calendar/rhythm.ts';
import type { Community } from '../core/community/community.ts';
import type { Settings } from '../core/community/events.ts';
import { rolledOn } from '../core/community/next-meeting.ts';
import { choiceOf, rhythmOf } from '../core/community/rhythm-choice.ts';
import type { PlanningFields } from '../core/messages.ts';
import type { Instant } from '../core/time.ts';
import type { SetUpForm } from '../cards/submissions/set-up-form.ts';

/** The answer tells so many meetings to come. */
const shownMeetings = 4;

/** As the form begins: the meeting to come, by the rhythm where the planned one is over. */
export function plannedMeeting(known: Community | null, now: Instant): WallTime | null {
  const isAhead = known !== null && known.nextMeetingAt !== null && known.nextMeetingAt > now;
  return known === null || isAhead ? known?.meeting ?? null : rolledOn(known, now);
}

/** Closed dates that are over are shown no more. */
export function planningFields({ rhythm, holidays, closed, waking, hasReminders, hasReadAhead, hasQuestionsAhead }: Settings, today: string): PlanningFields {
  return {
    ...choiceOf(rhythm), holidays, closed: closedText(closed.filter(({ to }) => to >= today)),
    wakingFrom: waking.from, wakingTo: waking.to, hasReminders, hasReadAhead, hasQuestionsAhead,
  };
}

/** What was typed, and what the form had no room for as it was. */
export function typedPlanning(form: SetUpForm, shown: PlanningFields): PlanningFields {
  // A client leaves empty texts out, so that in the whole form nothing means empty.
  const missing = form.isWhole ? '' : null;
  const rhythm = form.rhythm ?? shown.rhythm;
  return {
    rhythm, everyWeeks: form.everyWeeks ?? (form.rhythm === null ? shown.everyWeeks : ''),
    holidays: form.holidays ?? shown.holidays, closed: form.closed ?? missing ?? shown.closed,
    wakingFrom: form.wakingFrom ?? missing ?? shown.wakingFrom, wakingTo: form.wakingTo ?? missing ?? shown.wakingTo,
    hasReminders: form.reminders ?? shown.hasReminders, hasReadAhead: form.readAhead ?? shown.hasReadAhead,
    hasQuestionsAhead: form.questionsAhead ?? shown.hasQuestionsAhead,
  };
}

export interface ReadPlanning {
  readonly settings: Pick<Settings, 'rhythm' | 'holidays' | 'closed' | 'waking' | 'hasReminders' | 'hasReadAhead' | 'hasQuestionsAhead'>;
  /** Keys of what is wrong, for the texts. */
  readonly errors: readonly string[];
  readonly closedFaults: readonly ClosedFault[];
}

interface Before {
  readonly settings: Settings;
  /** The next meeting so far. */
  readonly meeting: WallTime | null;
  readonly now: Instant;
}

/** `date`: of the next meeting, '' for none. What cannot be read stays as it was. */
export function readPlanning(fields: PlanningFields, date: string, { settings: known, meeting, now }: Before): ReadPlanning {
  const { holidays, hasReminders, hasReadAhead, hasQuestionsAhead } = fields;
  const { closed, faults } = readClosed(fields.closed, localDate(now, known.zone));
  // A meeting that was moved within its month is not what the rhythm goes by.
  const isAsBefore = fields.rhythm === choiceOf(known.rhythm).rhythm && fields.rhythm !== 'weeks' && date === meeting?.date;
  const rhythm = isAsBefore ? known.rhythm : rhythmOf(fields, date);
  const needsMeeting = fields.rhythm !== 'none' && date === '';
  const waking = { from: fields.wakingFrom, to: fields.wakingTo };
  const hasHours = isTimeOfDay(waking.from) && isTimeOfDay(waking.to) && waking.from < waking.to;
  return {
    settings: {
      rhythm: rhythm === undefined || needsMeeting ? known.rhythm : rhythm, holidays, closed, waking: hasHours ? waking : known.waking,
      hasReminders, hasReadAhead, hasQuestionsAhead,
    },
    errors: [...(rhythm === undefined ? ['everyWeeks'] : []), ...(needsMeeting ? ['rhythm'] : []), ...(hasHours ? [] : ['waking']), ...(faults.length > 0 ? ['closed'] : [])],
    closedFaults: faults,
  };
}

/** Why nobody meets on the day of the next meeting, unless the person has been asked about that very day and saved again. */
export const dayOffToAsk = (date: string, { sureOf }: SetUpForm, settings: Settings): DayOff | null =>
  (date === '' || sureOf === date ? null : whyClosed(date, settings));

/** The first meetings to come, for the answer. */
export function meetingsToCome(meeting: WallTime | null, settings: Settings): readonly WallTime[] {
  const meetings: WallTime[] = [];
  for (let next = meeting; next !== null && meetings.length < shownMeetings; next = nextOf(next, settings)) meetings.push(next);
  return meetings;
}
