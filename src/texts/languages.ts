// The languages people may choose, English first. One is a file beside this one that joins its parts (en.ts, cy.ts) and
// an entry here; how it writes dates is in its own `when`. What it lacks is said in English.

import { cy } from './cy.ts';
import { en } from './en.ts';
import type { Texts } from './texts.ts';
import { withFallback } from './unfinished.ts';

export interface Language {
  /** As it is stored and sent: ISO 639-1. */
  readonly code: string;
  /** As its readers call it. */
  readonly ownName: string;
  /** Of dates and times, BCP 47. */
  readonly locale: string;
  /** Whether somebody who grew up with it has read the whole of it. */
  readonly isChecked: boolean;
  readonly texts: Texts;
}

const entry = (code: string, ownName: string, { texts, isChecked }: Pick<Language, 'texts' | 'isChecked'>): Language =>
  ({ code, ownName, locale: texts.when.locale, isChecked, texts });

const english = entry('en', 'English', { texts: en, isChecked: true });

export const languages: readonly [Language, ...Language[]] = [
  english,
  entry('cy', 'Cymraeg', { texts: withFallback(cy, en), isChecked: false }),
];

export const languageCodes: readonly string[] = languages.map(({ code }) => code);

/** The words of a language; English where none was chosen, or one that only a later release knows. */
export const textsFor = (code: string | null): Texts => (languages.find((each) => each.code === code) ?? english).texts;

/** The code for a client's locale, such as `cy-GB` or `CY`; null for none of ours. */
export function languageOfLocale(locale: string | null): string | null {
  const [code = ''] = (locale ?? '').toLowerCase().split(/[-_]/, 1);
  return languageCodes.find((each) => each === code) ?? null;
}
