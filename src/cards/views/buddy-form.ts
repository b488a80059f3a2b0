// The form of what a pair agrees (product.md 6), and the question before somebody leaves it. What was typed stands in its
// inputs as it was; more than a card holds is not brought back on one (commands/buddy-form.ts).

import { isInWords } from '../again.ts';
import { type Kit, rowsOf } from '../kit.ts';
import { slotLines } from './buddy-page.ts';
import { textMaxChars } from '../submissions/fields.ts';
import type { BuddyFormMessage, BuddyLeaveMessage } from '../../core/messages.ts';
import { isTimeOfDay } from '../../core/calendar/spoken-time.ts';
import { weekdayOf } from '../../core/calendar/open-days.ts';
import { type AgreementFault, noWeekday, weekdays } from '../../core/pair/agreement-form.ts';

/** Of everything typed, as much as a card has room for beside the rest. */
const typedMaxChars = 6_000;
const nameMaxChars = 80;

export function buddyFormView(form: BuddyFormMessage, kit: Kit) {
  const words = kit.texts.buddyPage.form;
  const isRefused = form.faults.length > 0 || form.asksAbout !== null;
  return {
    summary: words.summary,
    heading: words.heading,
    community: form.communityName === null ? '' : kit.texts.problem.forCommunity(kit.text(form.communityName, nameMaxChars)),
    intro: words.intro(kit.say.names(form.others)),
    changed: form.standing === null ? '' : words.changed,
    standing: standingLines(form, kit),
    changedHelp: form.standing === null ? '' : words.changedHelp,
    errorHeading: isRefused ? words.errorHeading : '',
    errors: [...form.faults.map((fault) => faultLine(fault, kit)), ...(form.asksAbout === null ? [] : [words.daysOff[form.asksAbout]])].map((text) => ({ text })),
    labels: words.labels, hints: words.hints,
    ...inputsOf(form, kit),
    alternativeHelp: words.alternativeHelp,
    maxLength: textMaxChars,
    rows: rowsOf([kit.button('buddy-save', dataOf(form)), ...(form.isFirst ? [kit.button('buddy-leave', { ...form.ofPair })] : [])], 2),
  };
}

/** Goes along with what is typed: over what it is saved, what the form was filled with, and the day off that was asked about. */
const dataOf = ({ ofPair, rev, shownFirst, asksAbout, typed }: BuddyFormMessage) =>
  ({ ...ofPair, rev, shown: shownFirst, ...(asksAbout === null ? {} : { sureOf: typed.first }) });

function inputsOf({ typed }: BuddyFormMessage, kit: Kit) {
  const { weekdays: names, form: words } = kit.texts.buddyPage;
  const days = [...weekdays.slice(1), weekdays[0]].map((value) => ({ title: names[value], value }));
  const text = (value: string): string => kit.text(value, typedMaxChars);
  return {
    weekday: text(typed.weekday), weekdayChoices: days,
    time: text(typed.time), asksTimeInWords: !isTime(typed.time), asksTime: isTime(typed.time),
    first: text(typed.first), asksInWords: isInWords(typed.first), asksDate: !isInWords(typed.first),
    zone: text(typed.zone),
    alternativeWeekday: text(typed.alternativeWeekday), alternativeChoices: [{ title: words.noWeekday, value: noWeekday }, ...days],
    alternativeTime: text(typed.alternativeTime), asksAlternativeInWords: !isTime(typed.alternativeTime), asksAlternative: isTime(typed.alternativeTime),
    format: typed.format, formatChoices: Object.entries(words.formatChoices).map(([value, title]) => ({ title, value })),
    joinLink: text(typed.joinLink), modules: text(typed.modules),
  };
}

/** A time input holds times alone. */
const isTime = (time: string): boolean => time === '' || isTimeOfDay(time);

function faultLine({ is, options }: AgreementFault, kit: Kit): string {
  const line = kit.texts.buddyPage.form.faults[is];
  if (is === 'first-either' || is === 'first-differs') return line(kit.say.anyOf(options.map((date) => kit.say.day(date))));
  return line(options.join(', '));
}

/** What the other one has saved meanwhile. */
function standingLines({ standing }: BuddyFormMessage, kit: Kit) {
  if (standing === null) return [];
  const { slot, alternative, format } = standing;
  return slotLines({ weekday: weekdayOf(slot.first), time: slot.time, alternative, format }, { zone: slot.zone }, kit);
}

/** Asked once more. */
export function buddyLeaveView({ ofPair, others }: BuddyLeaveMessage, kit: Kit) {
  const words = kit.texts.buddyPage.leave;
  const { community } = ofPair;
  return {
    summary: words.summary,
    heading: words.heading,
    line: words.line(kit.say.names(others)),
    rows: rowsOf([kit.button('buddy-leave-sure', { ...ofPair }), { ...kit.button('buddy-open', { community }), title: words.stay }], 2),
  };
}
