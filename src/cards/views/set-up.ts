// The form that sets a community up, and what it says once that is saved.

import { entryOf, rowsOf, type Kit } from '../kit.ts';
import type { SetUpMessage } from '../../core/messages.ts';
import { type Language, languages } from '../../texts/languages.ts';

const zoneMaxChars = 60;

/** Inputs until it is saved, then the settings as they are. */
export function setUpView(setUp: SetUpMessage, kit: Kit) {
  const words = kit.texts.setUp;
  const { npqAreas } = kit.texts.problem;
  const choicesOf = (table: Readonly<Record<string, string>>) => Object.entries(table).map(([value, title]) => ({ title, value }));
  return {
    summary: words.summary,
    heading: words.heading,
    errorHeading: setUp.errors.length === 0 ? '' : words.errorHeading,
    errors: errorLines(setUp, kit).map((text) => ({ text })),
    saved: setUp.isSaved ? words.saved : '',
    savedLines: setUp.isSaved ? savedLines(setUp, kit) : [],
    isOpen: !setUp.isSaved,
    labels: words.labels,
    required: words.required,
    npq: setUp.npq,
    npqChoices: choicesOf(npqAreas),
    npqHint: kit.texts.problem.npqHint,
    zone: kit.text(setUp.zone, zoneMaxChars),
    zoneHint: words.zoneHint,
    protocol: setUp.protocol,
    protocolChoices: Object.entries(kit.texts.protocols).map(([value, { title }]) => ({ title, value })),
    lengthMinutes: String(setUp.lengthMinutes),
    lengthChoices: choicesOf(words.lengths),
    nextDate: setUp.nextDate,
    nextTime: setUp.nextTime,
    language: setUp.language,
    languageChoices: languages.map((each) => ({ title: titleOf(each, kit), value: each.code })),
    warningsTitle: words.warningsTitle,
    warnings: String(setUp.hasWarnings),
    rows: setUp.isSaved ? [] : rowsOf([kit.button('set-up')], 1),
  };
}

/** By the name its readers know it by, whatever the form is written in. */
const titleOf = ({ ownName, isChecked }: Language, kit: Kit): string => (isChecked ? ownName : kit.texts.setUp.unchecked(ownName));

/** Errors come as names of fields. */
function errorLines({ errors }: SetUpMessage, kit: Kit): readonly string[] {
  const { errors: words, otherError } = kit.texts.setUp;
  return [...new Set(errors.map((field) => entryOf<string>(words, field) ?? otherError))];
}

function savedLines(setUp: SetUpMessage, kit: Kit) {
  const words = kit.texts.setUp;
  const { npqAreas } = kit.texts.problem;
  const { labels, none } = words;
  const next = setUp.nextDate === '' ? none : [kit.say.day(setUp.nextDate), setUp.nextTime].filter((part) => part !== '').join(', ');
  return [
    { label: labels.npq, value: entryOf<string>(npqAreas, setUp.npq) ?? none },
    { label: labels.zone, value: kit.text(setUp.zone, zoneMaxChars) },
    { label: labels.protocol, value: entryOf<{ readonly title: string }>(kit.texts.protocols, setUp.protocol)?.title ?? setUp.protocol },
    { label: labels.lengthMinutes, value: kit.when.length(setUp.lengthMinutes * 60_000) },
    { label: labels.nextDate, value: next },
    { label: labels.language, value: languages.find(({ code }) => code === setUp.language)?.ownName ?? none },
    { label: labels.warnings, value: setUp.hasWarnings ? words.on : words.off },
  ].map(({ label, value }) => ({ label: `${label}: `, value }));
}
