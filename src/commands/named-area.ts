// Which NPQ area somebody means: by its key, its title in their language or in English, a word or two of it, or the
// letters by which schools know the qualification.

import { termsIn } from '../core/history/terms.ts';
import { type NpqArea, npqAreas } from '../core/problem/write-up.ts';
import { textsFor } from '../texts/languages.ts';
import type { Caller } from './desk.ts';
import { distanceBetween } from './parse.ts';

export type AreaMatch =
  | { readonly kind: 'found'; readonly area: NpqArea }
  /** More than one fits. */
  | { readonly kind: 'several'; readonly areas: readonly NpqArea[] }
  | { readonly kind: 'unknown' };

/** As schools shorten them; the title of each qualification begins with NPQ. */
const letters: Readonly<Record<NpqArea, readonly string[]>> = {
  'senior-leadership': ['npqsl'], 'headship': ['npqh'], 'executive-leadership': ['npqel'], 'early-years-leadership': ['npqeyl', 'eyfs'],
  'leading-teaching': ['npqlt'], 'leading-teacher-development': ['npqltd'], 'leading-behaviour-and-culture': ['npqlbc'],
  'leading-literacy': ['npqll'], 'leading-primary-mathematics': ['npqlpm'], 'senco': ['npqsenco', 'sen', 'send', 'sendco'],
};

const nearChars = 2;
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** A word or two that fit several areas are not guessed at; a name in full is always meant. */
export function namedArea(typed: string, { arrival }: Pick<Caller, 'arrival'>): AreaMatch {
  const wanted = fold(typed);
  if (wanted === '') return { kind: 'unknown' };
  const namesOf = (area: NpqArea): readonly string[] =>
    [area, ...[arrival.address.language, null].map((language) => textsFor(language).problem.npqAreas[area]), ...letters[area]].map(fold);
  const isNear = (name: string): boolean => Math.min(name.length, wanted.length) > 2 * nearChars && distanceBetween(wanted, name) <= nearChars;
  const isPart = (name: string): boolean => { const terms = new Set(termsIn(name)); return termsIn(wanted).length > 0 && termsIn(wanted).every((term) => terms.has(term)); };
  for (const fits of [(name: string) => name === wanted, isPart, isNear]) {
    const areas = npqAreas.filter((area) => namesOf(area).some(fits));
    const [only] = areas;
    if (only !== undefined) return areas.length === 1 ? { kind: 'found', area: only } : { kind: 'several', areas };
  }
  return { kind: 'unknown' };
}
