// The part of the set-up form that says when the community meets and when it is written to: its inputs, its errors, and
// what is told once it is saved.

import { entryOf, type Kit } from '../kit.ts';
import type { SetUpMessage } from '../../core/messages.ts';
import { noHolidays } from '../submissions/set-up-form.ts';

const typedMaxChars = 2_000;
const faultsMax = 12;

const choicesOf = (table: Readonly<Record<string, string>>) => Object.entries(table).map(([value, title]) => ({ title, value }));

/** The inputs, as they stand or were typed. */
export function planningInputs({ planning }: SetUpMessage, kit: Kit) {
  const words = kit.texts.setUp;
  return {
    rhythm: planning.rhythm,
    rhythmChoices: choicesOf(words.rhythms),
    everyWeeks: kit.text(planning.everyWeeks, typedMaxChars), everyWeeksHint: words.everyWeeksHint,
    holidays: planning.holidays === '' ? noHolidays : planning.holidays,
    holidayChoices: [{ title: words.noHolidays, value: noHolidays }, ...choicesOf(words.regions)],
    closed: kit.text(planning.closed, typedMaxChars), closedHint: words.closedHint,
    wakingFrom: planning.wakingFrom, wakingTo: planning.wakingTo,
    reminders: String(planning.hasReminders), remindersTitle: words.remindersTitle,
    readAhead: String(planning.hasReadAhead), readAheadTitle: words.readAheadTitle,
    questionsAhead: String(planning.hasQuestionsAhead), questionsTitle: words.questionsTitle,
  };
}

/** What to do about closed dates that were not understood, and about a meeting on a day off. */
export function planningErrors({ closedFaults, asksAbout }: SetUpMessage, kit: Kit): readonly string[] {
  const words = kit.texts.setUp;
  const lines = kit.few(closedFaults, faultsMax).shown.map(({ line, is, options }) => words.closedErrors[is](line, kit.say.anyOf(options.map((day) => kit.say.day(day)))));
  return asksAbout === null ? lines : [...lines, words.daysOff[asksAbout]];
}

/** The meetings to come, and what else was settled. */
export function savedPlanning({ planning, meetings }: SetUpMessage, kit: Kit) {
  const { labels, rhythms, regions, everyWeeks, none, noHolidays: noneOff, between, on, off } = kit.texts.setUp;
  const days = meetings.map(({ date, time }) => `${kit.say.day(date)}, ${time}`);
  const onOff = (isOn: boolean): string => (isOn ? on : off);
  return {
    meetings: [{ label: labels.nextDate, value: days.length === 0 ? none : days.join(' · ') }],
    others: [
      { label: labels.rhythm, value: planning.rhythm === 'weeks' ? everyWeeks(Number(planning.everyWeeks)) : rhythms[planning.rhythm] },
      { label: labels.holidays, value: entryOf<string>(regions, planning.holidays) ?? noneOff },
      { label: labels.closed, value: planning.closed === '' ? none : kit.text(planning.closed.replaceAll('\n', ' · '), typedMaxChars) },
      { label: labels.wakingFrom, value: between(planning.wakingFrom, planning.wakingTo) },
      { label: labels.reminders, value: onOff(planning.hasReminders) },
      { label: labels.readAhead, value: onOff(planning.hasReadAhead) },
      { label: labels.questionsAhead, value: onOff(planning.hasQuestionsAhead) },
    ],
  };
}
