// The form that sets a community up, and what it says once that is saved.

import { isInWords } from '../again.ts';
import { entryOf, rowsOf, type Kit } from '../kit.ts';
import type { SetUpMessage } from '../../core/messages.ts';
import { findProtocol, protocols } from '../../core/protocols/catalog.ts';
import { minutes } from '../../core/time.ts';
import { newCommunityChoice } from '../submissions/set-up-form.ts';
import { type Language, languages } from '../../texts/languages.ts';
import { planningErrors, planningInputs, savedPlanning } from './set-up-planning.ts';

const zoneMaxChars = 60;
const continuableMax = 20;

/** Inputs until it is saved, then the settings as they are. */
export function setUpView(setUp: SetUpMessage, kit: Kit) {
  const words = kit.texts.setUp;
  const { npqAreas } = kit.texts.problem;
  const isRefused = setUp.errors.length > 0 || setUp.asksAbout !== null;
  const choicesOf = (table: Readonly<Record<string, string>>) => Object.entries(table).map(([value, title]) => ({ title, value }));
  return {
    summary: words.summary,
    heading: words.heading,
    errorHeading: isRefused ? words.errorHeading : '',
    errors: [...errorLines(setUp, kit), ...planningErrors(setUp, kit)].map((text) => ({ text })),
    saved: setUp.isSaved ? words.saved : '',
    savedLines: setUp.isSaved ? savedLines(setUp, kit) : [],
    isOpen: !setUp.isSaved,
    isWhole: !setUp.isSaved && setUp.isWhole,
    ...planningInputs(setUp, kit),
    labels: words.labels,
    required: words.required,
    npq: setUp.npq,
    npqChoices: choicesOf(npqAreas),
    npqHint: kit.texts.problem.npqHint,
    zone: kit.text(setUp.zone, zoneMaxChars),
    zoneHint: words.zoneHint,
    protocol: setUp.protocol,
    protocolChoices: Object.keys(protocols).map((value) => ({ title: words.protocolChoice(titleOf(value, kit), lengthsText([value], kit)), value })),
    lengthMinutes: String(setUp.lengthMinutes),
    lengthChoices: lengthsOf(Object.keys(protocols)).map((length) => ({ title: entryOf<string>(words.lengths, String(length)) ?? kit.when.length(minutes(length)), value: String(length) })),
    nextDate: setUp.nextDate, asksForDate: !setUp.isSaved && !isInWords(setUp.nextDate), asksInWords: !setUp.isSaved && isInWords(setUp.nextDate),
    nextTime: setUp.nextTime,
    language: setUp.language,
    languageChoices: languages.map((each) => ({ title: languageName(each, kit), value: each.code })),
    warningsTitle: words.warningsTitle,
    warnings: String(setUp.hasWarnings),
    movesOn: setUp.movesOn,
    movesOnChoices: choicesOf(words.movesOn),
    ...continuing(setUp, kit),
    rows: setUp.isSaved ? [] : rowsOf(buttonsOf(setUp, kit), 2),
    links: setUp.calendar === null || setUp.calendar.url === null ? [] : [{ title: words.calendar, url: setUp.calendar.url }],
  };
}

/** `Save`, again for a day on which nobody meets, and the way to the whole form. */
const buttonsOf = ({ isWhole, asksAbout, nextDate }: SetUpMessage, kit: Kit) => [
  kit.button('set-up', { isWhole, ...(asksAbout === null ? {} : { sureOf: nextDate }) }),
  ...(isWhole ? [] : [kit.button('set-up-more')]),
];

/** Every length that one of these protocols has, in minutes, shortest first. */
const lengthsOf = (ids: readonly string[]): readonly number[] =>
  [...new Set(ids.flatMap((id) => findProtocol(id)?.fits.map(({ lengthMinutes }) => lengthMinutes) ?? []))].toSorted((a, b) => a - b);
const lengthsText = (ids: readonly string[], kit: Kit): string => kit.say.anyOf(lengthsOf(ids).map(String));
const titleOf = (id: string, kit: Kit): string => entryOf<{ readonly title: string }>(kit.texts.protocols, id)?.title ?? id;

/** The choice of a community that goes on here; none to choose from, no choice. */
function continuing({ isSaved, continuable, continues }: SetUpMessage, kit: Kit) {
  const words = kit.texts.setUp;
  const { shown } = kit.few(continuable, continuableMax);
  const isOffered = !isSaved && shown.length > 0;
  return {
    offersContinuing: isOffered,
    continues: shown.find(({ id }) => id === continues?.id)?.id ?? newCommunityChoice,
    continuesHint: isOffered ? words.continuesHint : '',
    continueChoices: [{ title: words.newCommunity, value: newCommunityChoice }, ...shown.map(({ id, name }) => ({ title: chatName(name, kit), value: id }))],
  };
}

const chatName = (name: string | null, kit: Kit): string => (name === null ? kit.texts.setUp.unnamed : kit.say.name(name));

/** By the name its readers know it by, whatever the form is written in. */
const languageName = ({ ownName, isChecked }: Language, kit: Kit): string => (isChecked ? ownName : kit.texts.setUp.unchecked(ownName));

/** Errors come as names of fields. */
function errorLines({ errors, protocol, nextDates = [] }: SetUpMessage, kit: Kit): readonly string[] {
  const { errors: words, otherError, lengthError, eitherDate } = kit.texts.setUp;
  const fields = errors.filter((field) => field !== 'closed');
  const lineOf = (field: string): string => {
    if (field === 'nextDate' && nextDates.length > 0) return eitherDate(kit.say.anyOf(nextDates.map((date) => kit.say.day(date))));
    return field === 'lengthMinutes' ? lengthError(lengthsText([protocol], kit)) : entryOf<string>(words, field) ?? otherError;
  };
  return [...new Set(fields.map(lineOf))];
}

function savedLines(setUp: SetUpMessage, kit: Kit) {
  const words = kit.texts.setUp;
  const { npqAreas } = kit.texts.problem;
  const { labels, none } = words;
  const { meetings, others } = savedPlanning(setUp, kit);
  return [
    ...meetings,
    { label: labels.npq, value: entryOf<string>(npqAreas, setUp.npq) ?? none },
    { label: labels.zone, value: kit.text(setUp.zone, zoneMaxChars) },
    { label: labels.protocol, value: titleOf(setUp.protocol, kit) },
    { label: labels.lengthMinutes, value: kit.when.length(minutes(setUp.lengthMinutes)) },
    { label: labels.movesOn, value: words.movesOn[setUp.movesOn] },
    { label: labels.language, value: languages.find(({ code }) => code === setUp.language)?.ownName ?? none },
    { label: labels.warnings, value: setUp.hasWarnings ? words.on : words.off },
    ...others,
    ...(setUp.continues === null ? [] : [{ label: labels.continues, value: chatName(setUp.continues.name, kit) }]),
  ].map(({ label, value }) => ({ label: `${label}: `, value }));
}
