// From people's words to the terms by which they are found: one for all forms of a word. What is searched and what is
// searched for come through here, so a form treated oddly is still treated alike on both sides.

import { stemmer } from 'stemmer';
import type { PersonId } from '../keys.ts';
import type { NpqArea, WriteUp } from '../problem/write-up.ts';
import type { HistoryEntry, SessionEntry } from './entry.ts';
import { sameWords } from './word-forms.ts';

const marks = /\p{M}/gu;
/** Letters that are no mark on another, as people without them on their keyboard type them. */
const plainLetters: Readonly<Record<string, string>> = { 'ł': 'l', 'ß': 'ss', 'ø': 'o', 'æ': 'ae', 'œ': 'oe', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ı': 'i' };
const otherLetters = /[łßøæœđðþı]/gu;
const apostrophes = /[\u2018\u2019\u02bc\u2032`]/g;
/** What leans on a word: `school's`, `we've`, Welsh `mae'r`, `a'ch`; not the t of `don't`, which makes another word. */
const leaning = /'(?:ll|re|ve|ch|[a-su-z])(?![\p{L}\p{N}])/gu;
/** Bounded, so that no text makes a term that an index cannot hold: what is longer is several terms. */
const words = /[\p{L}\p{N}]{1,60}/gu;
const loneLetter = /^[a-z]$/;

/** Words that say nothing of what a text is about. None of them is a name, nor stands for a subject or a pupil's need. */
const functionWords = new Set((
  'the an and or but nor if then than so as of to in on at by for with from into onto about over under between ' +
  'is are was were be been being am has have had having do does did doing can could would should shall must ' +
  'it its this that these those there here they them their we our us you your he him his she her my me who whom whose ' +
  'which what when where why how not no dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt shouldnt havent hasnt hadnt'
).split(' '));

/** British `-ise` as American `-ize`, `-yse` as `-yze`; that `rise` becomes `rize` does no harm, it does so always. */
const ise = /([iy])s(?=(?:e|ed|es|er|ers|ing|able|ation|ations|ational)$)/;
/** British `-our` as American `-or`, after another vowel: `behaviour`, not `hour`, `four` or `resource`. */
const our = /([aeiou][a-z]*)our(?=(?:s|ed|ing|ings|al|ally|able|ably|ite|ites|itism|ful|less|ly|er|ers|hood|hoods|ist|ists)?$)/;

/** The stemmer leaves `quizzes` its second z. */
const stemOf = (word: string): string => stemmer(word.replace(ise, '$1z').replace(our, '$1or')).replace(/zz$/, 'z');
/** By stems, so that `practising` comes along with `practise`. */
const together: ReadonlyMap<string, string> = new Map(
  sameWords.flatMap(([word = '', ...forms]) => forms.map((form) => [stemOf(form), stemOf(word)] as const)));
const termOf = (word: string): string => { const stem = stemOf(word); return together.get(stem) ?? stem; };

/** What no text holds, since a colon ends a word: who was there, and what area a problem was of. */
export const personTerm = (person: PersonId): string => `person:${person}`.toWellFormed();
export const areaTerm = (area: NpqArea): string => `area:${area}`;

/**
 * The distinct terms of a text, in the order of their first words: Porter's stems of its words in lower case without
 * diacritics. Numbers are kept; lone letters and English function words are left out.
 */
export function termsIn(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(marks, '').toLowerCase().replace(otherLetters, (letter) => plainLetters[letter] ?? letter).replace(apostrophes, '\'').replace(leaning, '').replaceAll('\'', '');
  const meaningful = (plain.match(words) ?? []).filter((word) => !loneLetter.test(word) && !functionWords.has(word));
  return [...new Set(meaningful.map(termOf))];
}

/** A term stands in one of the two only. */
export interface EntryTerms {
  /** Of what the session was about: problems and committed actions. */
  readonly strong: readonly string[];
  /** Of the rest that people wrote, of the names of chair and problem owners, and the terms of people and areas: these choose, and rank nothing. */
  readonly weak: readonly string[];
}

interface Said {
  readonly about: readonly string[];
  readonly besides: readonly string[];
}

/** The terms by which an entry is found: what people wrote, who was there and the areas of problems; never what the service counted or named by itself. */
export function termsOf(entry: HistoryEntry): EntryTerms {
  const { about, besides } = saidIn(entry);
  const strong = termsIn(about.join('\n'));
  const known = new Set(strong);
  const named = entry.kind === 'session' ? namedBy(entry) : [];
  return { strong, weak: [...termsIn(besides.join('\n')).filter((term) => !known.has(term)), ...named] };
}

/** Chair, problem owners and whoever attended; areas of the problems shown. */
function namedBy({ chair, attendance, turns }: SessionEntry): readonly string[] {
  const people = [chair, ...turns.map(({ owner }) => owner), ...attendance].map(({ id }) => personTerm(id));
  const areas = turns.flatMap(({ writeUp }) => (writeUp === null || writeUp.npqArea === '' ? [] : [areaTerm(writeUp.npqArea)]));
  return [...new Set([...people, ...areas])];
}

function saidIn(entry: HistoryEntry): Said {
  switch (entry.kind) {
    case 'note': return { about: [], besides: [entry.text] };
    case 'outcome': return { about: [], besides: [entry.line] };
    case 'buddy': return { about: entry.action === null ? [] : [entry.action.text], besides: [entry.text] };
    // Its owner is named by the entry of the session.
    case 'action': return { about: [entry.text], besides: [] };
    case 'session': return {
      about: entry.turns.flatMap(({ problem, writeUp }) => [problem ?? '', writeUp?.problem ?? '']),
      besides: [entry.chair.name, ...entry.turns.flatMap(({ owner, writeUp }) => [owner.name, ...(writeUp === null ? [] : besidesOf(writeUp))])],
    };
  }
}

/** All but the problem itself and its link, whose parts are nobody's words. An area's key is made of the words of its title. */
const besidesOf = ({ evidence, context, why, npqArea, frameworkSection, artefactDescription }: WriteUp): readonly string[] =>
  [evidence, context, why, npqArea, frameworkSection, artefactDescription];
