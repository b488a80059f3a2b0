// One question for each criterion that is not a plain yes, made for the problem at hand by rules and word lists
// (domain.md 1.5): what fails shows in the words, else what the problem is about. The same words always get the same
// question; among several that fit, a hash of the words chooses, so that different problems get different ones.

import { controllableCues, everydayWords, solvableCues, specificCues, topics } from './sharpening-cues.ts';
import { verdictOf } from './suitability.ts';
import { writeUpProblems, type Criterion, type WriteUp } from './write-up.ts';

type Wording = 1 | 2;
type Topic = keyof typeof topics;

/** Names a question in the texts. */
export type SharpeningKey =
  | `specific-${keyof typeof specificCues}-${Wording}`
  | `solvable-${keyof typeof solvableCues | 'sign'}-${Wording}`
  | `controllable-${keyof typeof controllableCues}-${Wording}`
  | `${Criterion}-${Topic}`
  | `${Criterion}-${'word' | 'plain'}-${Wording}`;

export interface SharpeningQuestion {
  readonly criterion: Criterion;
  readonly key: SharpeningKey;
  /** Out of the owner's own text, as typed, for a question that echoes it; null where the question has no place for it. */
  readonly word: string | null;
}
type Found = Pick<SharpeningQuestion, 'key' | 'word'>;

/** One question for each criterion answered `no` or `not sure`, or not at all, in the guidance's order. */
export function sharpeningQuestions(writeUp: WriteUp): readonly SharpeningQuestion[] {
  const seed = hashOf(writeUpProblems.map((field) => writeUp[field]).join(' '));
  return verdictOf(writeUp).failed.map((criterion) => {
    const found = candidates(criterion, writeUp);
    const [only] = found;
    return { criterion, ...(found[seed % found.length] ?? only ?? { key: `${criterion}-plain-1`, word: null }) };
  });
}

/** The questions that fit best: by the problem itself before all that is said of it, by what fails before what it is about. */
function candidates(criterion: Criterion, writeUp: WriteUp): readonly Found[] {
  const rest = [writeUp.evidence, writeUp.context, writeUp.why].join('\n');
  const tiers = [writeUp.problem, rest].flatMap((text) => [cued(criterion, text), [...about(criterion, text), ...unseen(criterion, { writeUp, text })]]);
  return tiers.find((tier) => tier.length > 0) ?? echoed(criterion, writeUp);
}

function cued(criterion: Criterion, text: string): readonly Found[] {
  switch (criterion) {
    case 'specific': return matches(specificCues, text).flatMap(({ name, word }) => both<SharpeningKey>([`specific-${name}-1`, `specific-${name}-2`], word));
    case 'solvable': return matches(solvableCues, text).flatMap(({ name, word }) => both<SharpeningKey>([`solvable-${name}-1`, `solvable-${name}-2`], word));
    case 'controllable': return matches(controllableCues, text).flatMap(({ name, word }) => both<SharpeningKey>([`controllable-${name}-1`, `controllable-${name}-2`], word));
  }
}

const about = (criterion: Criterion, text: string): readonly Found[] =>
  matches(topics, text).map(({ name, word }) => ({ key: `${criterion}-${name}` as const, word }));

/** Progress can be seen where something was counted or seen before: without a number in the evidence that is worth asking. */
function unseen(criterion: Criterion, { writeUp, text }: { readonly writeUp: WriteUp; readonly text: string }): readonly Found[] {
  const isUnseen = criterion === 'solvable' && text !== '' && !/\p{N}/u.test(writeUp.evidence);
  return isUnseen ? both<SharpeningKey>(['solvable-sign-1', 'solvable-sign-2'], null) : [];
}

/** Nothing is known of the subject: the word that the owner comes back to, where there is one. */
function echoed(criterion: Criterion, writeUp: WriteUp): readonly Found[] {
  const word = keyWord(writeUp);
  const kind = word === null ? 'plain' : 'word';
  return both<SharpeningKey>([`${criterion}-${kind}-1`, `${criterion}-${kind}-2`], word);
}

const both = <Key extends SharpeningKey>(keys: readonly Key[], word: string | null): readonly Found[] => keys.map((key) => ({ key, word }));

function matches<Name extends string>(cues: Readonly<Record<Name, RegExp>>, text: string): readonly { readonly name: Name; readonly word: string }[] {
  return (Object.keys(cues) as Name[]).flatMap((name) => {
    const word = cues[name].exec(text)?.[0];
    return word === undefined ? [] : [{ name, word }];
  });
}

const longWords = /(?<![\p{L}\p{N}'’-])\p{L}{5,30}(?![\p{L}\p{N}'’-])/gu;

/** A longer word of the problem that is said again somewhere, the most often said first, as it was first typed. */
function keyWord(writeUp: WriteUp): string | null {
  const wordsIn = (text: string): readonly string[] => text.match(longWords) ?? [];
  const counts = Map.groupBy(writeUpProblems.flatMap((field) => wordsIn(writeUp[field])), (word) => word.toLowerCase());
  const countOf = (word: string): number => counts.get(word.toLowerCase())?.length ?? 0;
  const [most] = wordsIn(writeUp.problem).filter((word) => countOf(word) > 1 && !everydayWords.has(word.toLowerCase()))
    .toSorted((a, b) => countOf(b) - countOf(a));
  return most ?? null;
}

/** FNV-1a over the words, whatever their case, spacing and punctuation: a mended comma changes no question. */
function hashOf(text: string): number {
  const said = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
  let hash = 0x811c9dc5;
  for (let at = 0; at < said.length; at++) hash = Math.imul(hash ^ said.charCodeAt(at), 0x01000193);
  // The last bits alone hardly mix, and few wordings are chosen by just these.
  return (hash ^ (hash >>> 16)) >>> 0;
}
