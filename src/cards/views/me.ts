// `me`: the form in which people say something of themselves, and how it is for them once that is saved.

import { type Kit, rowsOf } from '../kit.ts';
import type { MeMessage, MeTyped } from '../../core/messages.ts';
import { schoolPhases } from '../../core/person/profile.ts';
import { noPhase } from '../submissions/me-form.ts';
import type { View } from '../template.ts';

/** Of what was typed: more than is ever saved, so that whoever wrote too much sees it again. */
const typedMaxChars = 1_000;
/** Six buttons fit on a card. */
const resumesMax = 4;

export function meView(message: MeMessage, kit: Kit) {
  const words = kit.texts.me;
  const { isOpen, done, errors, typed } = message;
  const stored = storedOf(message, kit);
  const valueOf = (input: keyof MeTyped): string => kit.text(typed[input] ?? stored[input], typedMaxChars);
  return {
    summary: words.summary,
    heading: words.heading,
    done: done === null ? '' : words.done[done],
    lines: isOpen ? [] : linesOf(message, kit),
    help: isOpen ? words.help : '',
    errorHeading: errors.length > 0 ? words.errorHeading : '',
    errors: errorLines(message, kit).map((text) => ({ text })),
    isOpen,
    quiet: words.quiet,
    labels: words.labels,
    hints: words.hints,
    birthday: valueOf('birthday'), school: valueOf('school'), role: valueOf('role'), zone: valueOf('zone'),
    wakingFrom: valueOf('wakingFrom'), wakingTo: valueOf('wakingTo'), pausedUntil: valueOf('pausedUntil'),
    schoolPhase: (typed.schoolPhase ?? stored.schoolPhase) || noPhase,
    phaseChoices: [{ title: words.noPhase, value: noPhase }, ...schoolPhases.map((value) => ({ title: words.phases[value], value }))],
    rows: rowsOf(buttonsOf(message, kit), 2),
  };
}

/** The inputs as they stand for what is stored. */
function storedOf({ birthday, profile: { school, schoolPhase, role, zone, waking, pausedUntil } }: MeMessage, kit: Kit): MeTyped {
  return {
    birthday: birthday === null ? '' : kit.texts.me.birthday(birthday.day, birthday.month), school, schoolPhase, role, zone: zone ?? '',
    wakingFrom: waking?.from ?? '', wakingTo: waking?.to ?? '', pausedUntil: pausedUntil === null ? '' : kit.say.day(pausedUntil),
  };
}

/** How it is for them from now on. */
function linesOf(message: MeMessage, kit: Kit) {
  const words = kit.texts.me;
  const { labels, none } = words;
  const { profile: { zone, waking, pausedUntil, schoolPhase }, standard, stopped } = message;
  const { birthday, school, role } = storedOf(message, kit);
  const own = (text: string): string => (text === '' ? none : kit.text(text, typedMaxChars));
  const lines = [
    [labels.birthday, own(birthday)], [labels.school, own(school)], [labels.schoolPhase, schoolPhase === '' ? none : words.phases[schoolPhase]], [labels.role, own(role)],
    [labels.zone, zone === null ? words.zoneOfGroups(standard?.zone ?? '') : kit.text(zone, typedMaxChars)],
    [words.writeToMe, waking === null ? words.hoursOfGroups(standard?.waking.from ?? '', standard?.waking.to ?? '') : words.hours(waking.from, waking.to)],
    [words.pause, pausedUntil === null ? words.running : words.pausedUntil(kit.say.day(pausedUntil))],
    ...(stopped.length === 0 ? [] : [[words.stopped, kit.say.names(stopped.map(({ name }) => name ?? words.unnamed))]]),
  ] as const;
  return lines.map(([label, value]) => ({ label: `${label}: `, value }));
}

function errorLines({ errors, pauseDates }: MeMessage, kit: Kit): readonly string[] {
  const words = kit.texts.me;
  const isEither = pauseDates.length > 0;
  return errors.map((error) => (error === 'pausedUntil' && isEither ? words.eitherDate(kit.say.anyOf(pauseDates.map((date) => kit.say.day(date)))) : words.errors[error]));
}

/** Every button takes what stands in the form along. */
function buttonsOf({ isOpen: isForm, profile: { pausedUntil }, stopped }: MeMessage, kit: Kit): readonly View[] {
  const words = kit.texts.me;
  const resumes = kit.few(stopped, resumesMax).shown.map(({ id, name }) => ({
    ...kit.button('me-remind', { isForm, community: id }), title: words.resume(name === null ? words.unnamed : kit.say.name(name)),
  }));
  return [...(isForm ? [kit.button('me-save', { isForm })] : []), kit.button(pausedUntil === null ? 'me-pause' : 'me-start-again', { isForm }), ...resumes];
}
