// Points at what may be somebody's name or contact detail in a write-up, before it is shared (domain.md 1.5: the
// form asks people not to name pupils or colleagues). Rules and word lists, on this machine alone; it points, it never
// blocks, so it would rather miss a name than cry wolf over authors, programmes, months and places.

import { knownPeople, placeWords, schoolWords, wordSurnames } from './not-names.ts';
import { firstNames, placeNames, wordNames } from './first-names.ts';
import { shownFields, type ShownField, type WriteUp } from './write-up.ts';

export type NameKind = 'email' | 'phone' | 'title' | 'first-name' | 'member' | 'number';
export interface LikelyName {
  readonly field: ShownField;
  /** As typed. */
  readonly found: string;
  readonly kind: NameKind;
}

/** More than these are not listed: the point is made. */
export const likelyNamesMax = 12;

interface Spot extends Omit<LikelyName, 'field'> {
  readonly at: number;
}

/**
 * Likely names and contact details, in the order of the fields and of the text, each once a field, `likelyNamesMax` at most.
 * `members`: names of the community's people as Teams shows them.
 */
export function likelyNames(writeUp: WriteUp, members: readonly string[]): readonly LikelyName[] {
  const parts = members.map(partsOf);
  return shownFields.flatMap((field) => {
    const text = field === 'npqArea' ? '' : writeUp[field];
    // Addresses hold names of sites and folders, so only what cannot be anything else is looked for there.
    const spots = field === 'artefactLink' ? byPattern(text, ['email']) : [...byPattern(text), ...byWord(text, parts)];
    return distinct(spots).map(({ found, kind }) => ({ field, found, kind }));
  }).slice(0, likelyNamesMax);
}

/** In the order of the text; of two that overlap the first, of two in one place the longer. */
function distinct(spots: readonly Spot[]): readonly Spot[] {
  const ordered = spots.toSorted((a, b) => a.at - b.at || b.found.length - a.found.length);
  const kept: Spot[] = [];
  let endsAt = 0;
  for (const spot of ordered) {
    if (spot.at < endsAt) continue;
    endsAt = spot.at + spot.found.length;
    if (!kept.some(({ found }) => fold(found) === fold(spot.found))) kept.push(spot);
  }
  return kept;
}

const surname = '\\p{Lu}(?:[\\p{L}’\'-]{0,40}[\\p{L}])?';
/** Every quantifier is bounded: a text is up to ten thousand characters of anything. */
const patterns: readonly { readonly kind: NameKind; readonly pattern: RegExp; readonly is: (found: string, after: string) => boolean }[] = [
  { kind: 'email', pattern: /(?<![\w.+-])[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu, is: () => true },
  // UPN (a letter, twelve digits, the last may be a letter), National Insurance number, ULN or NHS number (ten digits).
  { kind: 'number', pattern: /(?<![\p{L}\p{N}+])(?:[A-HJ-NP-RT-Z]\d{11}[\dA-Z]|[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]|[1-9]\d{9}|[1-9]\d{2}[ -]\d{3}[ -]\d{4})(?![\p{L}\p{N}])/gu, is: () => true },
  { kind: 'phone', pattern: /(?<![\p{L}\p{N}/.])(?:\+|\(?0)\d[\d ().-]{6,20}\d(?![\p{L}\p{N}/])/gu, is: isPhone },
  { kind: 'title', pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:Mr|Mrs|Miss|Ms|Mx|Dr|Prof|Professor|Sir|Dame|Madame|Mme|Herr|Frau|Señora?|Rev|Revd|Father|MR|MRS|MISS)\\.? ${surname}|(?:mr|mrs|ms|mx|dr)\\.? ${surname}|(?:mr|mrs)\\.? \\p{Ll}[\\p{L}’'-]{1,40})`, 'gu'), is: isPerson },
];

function byPattern(text: string, kinds: readonly NameKind[] = patterns.map(({ kind }) => kind)): readonly Spot[] {
  return patterns.filter(({ kind }) => kinds.includes(kind)).flatMap(({ kind, pattern, is }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index }): readonly Spot[] => {
      const after = text.slice(index + found.length, index + found.length + 60);
      return is(found, after) ? [{ at: index, found, kind }] : [];
    }));
}

/** British numbers have ten or eleven digits, international ones eight to fifteen behind `+` or `00` (ITU-T E.164). */
function isPhone(found: string): boolean {
  const digitCount = found.replace(/\D/g, '').length;
  if (/^\+|^00/.test(found)) return digitCount >= 8 && digitCount <= 17;
  return digitCount >= 10 && digitCount <= 11 && !/\(0\d*$/.test(found);
}

/** `Miss Maths` is a lesson, `Dr Challoner's Grammar School` a school, `Professor Hattie` in every book. */
function isPerson(found: string, after: string): boolean {
  const [last = ''] = found.split(' ').slice(-1);
  const [next = ''] = /^ (\p{Lu}[\p{L}’'-]*)/u.exec(after)?.slice(1) ?? [];
  return !schoolWords.has(plain(last)) && ![last, next, `${last} ${next}`].some((name) => knownPeople.has(plain(name))) && !leadsToPlace(after);
}

const leadsToPlace = (after: string): boolean => (after.match(/^(?:[’']s)?(?: (?:of|the|and|\p{Lu}[\p{L}’'-]*)){1,4}/u)?.[0] ?? '')
  .split(' ').some((word) => placeWords.has(plain(word)));

interface Word {
  readonly typed: string;
  readonly plain: string;
  readonly at: number;
  readonly before: string;
  readonly after: string;
  /** A sentence or a line begins with it, so that its capital says nothing. */
  readonly isFirst: boolean;
}

function byWord(text: string, members: readonly (readonly string[])[]): readonly Spot[] {
  const known = new Set(members.flat());
  const isUncased = !/\p{Lu}/u.test(text);
  const words = wordsOf(text);
  return words.flatMap((word, index): readonly Spot[] => {
    const whole = members.find((parts) => parts.length > 1 && parts.every((part, offset) => words[index + offset]?.plain === part));
    if (whole !== undefined) {
      const last = words[index + whole.length - 1] ?? word;
      return [{ at: word.at, found: text.slice(word.at, last.at + last.typed.length), kind: 'member' }];
    }
    if (!isNameLike(word, isUncased)) return [];
    const kind = known.has(word.plain) && !isPlainWord(word) ? 'member' : 'first-name';
    return kind === 'member' || isFirstName(word, isUncased) ? [{ at: word.at, found: word.typed, kind }] : [];
  });
}

/** Written as names are, and not part of a longer name of somebody in books or of a place. */
function isNameLike(word: Word, isUncased: boolean): boolean {
  if (!isUncased && !/^\p{Lu}\p{Ll}/u.test(word.typed)) return false;
  if (knownPeople.has(`${word.plain} ${word.after}`) || knownPeople.has(word.after) || knownPeople.has(`${word.before} ${word.plain}`)) return false;
  return !placeWords.has(word.after) && !/^(?:st|saint|saints|king|queen|prophet|prince|princess|lady|lord)$/.test(word.before);
}

function isFirstName(word: Word, isUncased: boolean): boolean {
  // Mary-Jane, Anne-Marie.
  if (word.plain.split('-').some((part) => firstNames.has(part))) return true;
  if (isUncased) return false;
  if (placeNames.has(word.plain)) return !/^(?:in|at|from|near|to|around|of|the)$/.test(word.before);
  return wordNames.has(word.plain) && !isPlainWord(word);
}

/** A word where its capital says nothing: at a sentence's start, or inside a title such as White Rose Maths. */
function isPlainWord({ isFirst, plain: word, before, after }: Word): boolean {
  if (wordSurnames.has(word) || schoolWords.has(word)) return true;
  return wordNames.has(word) && (isFirst || wordSurnames.has(before) || schoolWords.has(before) || schoolWords.has(after));
}

const wordPattern = /\p{L}[\p{L}\p{M}]{0,40}(?:[-’'](?!s(?!\p{L}))\p{L}[\p{L}\p{M}]{0,40}){0,3}/gu;

function wordsOf(text: string): readonly Word[] {
  const found = [...text.matchAll(wordPattern)];
  const near = (index: number, gap: string): string => (/^[ \t]+$/.test(gap) ? plain(found[index]?.[0] ?? '') : '');
  return found.map(({ 0: typed, index: at }, index) => {
    const endsAt = at + typed.length;
    const lastEndsAt = index === 0 ? 0 : (found[index - 1]?.index ?? 0) + (found[index - 1]?.[0].length ?? 0);
    const gap = text.slice(lastEndsAt, at);
    return {
      typed, at, plain: plain(typed), isFirst: index === 0 || /[.!?:\n•]|^ ?-/.test(gap),
      before: index === 0 ? '' : near(index - 1, gap), after: near(index + 1, text.slice(endsAt, found[index + 1]?.index ?? endsAt)),
    };
  });
}

/** `Khan, Aisha (St Mary's)` as its parts; initials are no names. */
const partsOf = (member: string): readonly string[] =>
  (member.replace(/[(|[].*$/, '').match(wordPattern) ?? []).map(plain).filter((part) => part.length > 2);

/** The same letters whatever the case and the accents. */
const plain = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/’/g, '\'').replace(/'s$/, '');
const fold = (found: string): string => plain(found).replace(/\s+/g, ' ');
