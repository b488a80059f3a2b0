// Names as people type them, and text cut to fit. A typed name is never guessed: two who fit are both named.

/** The names of `Aisha, Ben and Chloe`; also by semicolon, ampersand or new line. Empty ones are left out. */
export const splitNames = (text: string): readonly string[] =>
  text.split(/[,;&\n\r]\s*(?:and\s)?|\sand\s/i).map((name) => name.trim()).filter((name) => name !== '');

export type NameMatch<Id extends string> =
  | { readonly kind: 'found'; readonly id: Id }
  | { readonly kind: 'unknown' }
  /** Names of all who fit, as they are written. */
  | { readonly kind: 'ambiguous'; readonly matches: readonly string[] };

/** Ways a typed name may fit a whole one, the surest first. Both are folded. */
const fits: readonly ((typed: string, name: string) => boolean)[] = [
  (typed, name) => name === typed,
  (typed, name) => name.split(' ', 1)[0] === typed,
  (typed, name) => name.startsWith(typed),
];

/**
 * The person meant by `typed`, in any case and without regard to accents: by the whole name, else by the first name, else
 * by how the name begins. The surest way that fits anybody decides; several who fit by it are `ambiguous`.
 */
export function matchName<Id extends string>(
  typed: string,
  people: readonly { readonly id: Id; readonly name: string }[],
): NameMatch<Id> {
  const wanted = fold(typed);
  if (wanted === '') return { kind: 'unknown' };
  const folded = people.map(({ id, name }) => ({ id, name, folded: fold(name) }));
  for (const isFit of fits) {
    const matches = folded.filter((person) => isFit(wanted, person.folded));
    const [only] = matches;
    if (only === undefined) continue;
    const isOne = matches.every(({ id }) => id === only.id);
    return isOne ? { kind: 'found', id: only.id } : { kind: 'ambiguous', matches: matches.map(({ name }) => name) };
  }
  return { kind: 'unknown' };
}

/** Same letters whatever the case, accents, apostrophe, spaces or the `@` of a mention. */
const fold = (name: string): string =>
  name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[\u2018\u2019\u02bc]/g, '\'')
    .replaceAll(/\s+/g, ' ').trim().replace(/^@ ?/, '');

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });
const ellipsis = '…';

/**
 * `text` as it is if it has at most `maxChars` characters (UTF-16, as all limits count), else as much as fits before an
 * `…`. Never cuts through what people see as one character.
 */
export function clipText(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  let endChars = 0;
  for (const { index, segment } of graphemes.segment(text)) {
    endChars = index;
    if (index + segment.length > maxChars - ellipsis.length) break;
  }
  return maxChars < ellipsis.length ? '' : text.slice(0, endChars).trimEnd() + ellipsis;
}
