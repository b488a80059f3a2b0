// The write-ups of a session as pages, so that each card stays below what Teams draws (platform.md: 14,000 characters
// of JSON). What came of the problem before comes first, where it is brought again; then the four questions in the
// guidance's order, what the problem belongs to and what was brought with it (domain.md 1.5). Those without an answer are
// left out, no word is lost.

import type { WriteUpsMessage } from '../messages.ts';
import { cameOfFields, type CameOfField } from './brought-again.ts';
import type { CameOf } from './came-of.ts';
import { shownFields } from './write-up.ts';
import type { ShownField, WriteUp } from './write-up.ts';

export const cardMaxChars = 14_000;

/** What the layout may take of a card's JSON besides people's words: once, for each owner, for each question. */
export const layoutChars = { page: 1_000, item: 300, field: 300 } as const;

export interface OwnedWriteUp {
  readonly owner: string;
  readonly writeUp: WriteUp;
  /** The last response and what came of it, of a problem that is brought again. */
  readonly before?: CameOf | null;
}
type Item = WriteUpsMessage['items'][number];
interface Piece {
  readonly owner: string;
  /** Which write-up of the list: two owners may have one name. */
  readonly index: number;
  readonly field: ShownField | CameOfField;
  readonly text: string;
}
interface Page {
  readonly pieces: readonly Piece[];
  readonly leftChars: number;
}

/**
 * Splits write-ups into pages whose cards have at most `maxChars` characters of JSON. A text moves to the next page as
 * a whole if it fits there; a longer one is cut, between words where there are any, else between characters as
 * people count them. A page always holds at least one character, so that any `maxChars` comes to an end.
 */
export function writeUpPages(items: readonly OwnedWriteUp[], maxChars: number = cardMaxChars): readonly WriteUpsMessage[] {
  const empty: Page = { pieces: [], leftChars: maxChars - layoutChars.page };
  const pages: Page[] = [];
  let page = empty;
  const turnPage = (): void => {
    pages.push(page);
    page = empty;
  };
  for (const piece of items.flatMap(piecesOf)) {
    let rest = piece.text;
    while (rest !== '') {
      const roomChars = roomFor(piece, page);
      const isFirst = page.pieces.length === 0;
      if (jsonChars(rest) > roomChars && !isFirst) {
        turnPage();
        continue;
      }
      const text = fitting(rest, roomChars);
      page = { pieces: [...page.pieces, { ...piece, text }], leftChars: roomChars - jsonChars(text) };
      rest = rest.slice(text.length);
    }
  }
  if (page.pieces.length > 0) pages.push(page);
  return messagesOf(pages);
}

const piecesOf = ({ owner, writeUp, before = null }: OwnedWriteUp, index: number): readonly Piece[] => [
  ...cameOfFields(before).map((piece) => ({ owner, index, ...piece })),
  ...shownFields.map((field) => ({ owner, index, field, text: writeUp[field] })),
];

/** Characters of JSON, counting the space that `<at>` and `{{DATE(` are given when they are shown. */
const jsonChars = (text: string): number => JSON.stringify(text).length + (text.match(/[<{]/g)?.length ?? 0);

/** What is left for the text once its question, and its owner if not named on the page yet, stand there. */
function roomFor(piece: Piece, page: Page): number {
  const isNamed = page.pieces.at(-1)?.index === piece.index;
  return page.leftChars - layoutChars.field - (isNamed ? 0 : layoutChars.item + jsonChars(piece.owner));
}

/** The longest beginning of `text` that fits, at least one character. */
function fitting(text: string, roomChars: number): string {
  if (jsonChars(text) <= roomChars) return text;
  let end = 0;
  let usedChars = jsonChars('');
  for (const { segment, index } of new Intl.Segmenter('en').segment(text)) {
    usedChars += jsonChars(segment) - jsonChars('');
    if (usedChars > roomChars) break;
    end = index + segment.length;
  }
  const wordEnd = text.slice(0, end).search(/\s\S{0,60}$/);
  if (wordEnd > 0) return text.slice(0, wordEnd + 1);
  return end > 0 ? text.slice(0, end) : firstCharacter(text, roomChars);
}

/** A character under more accents than a page holds is cut at a code point, so that nothing of it is lost either. */
function firstCharacter(text: string, roomChars: number): string {
  let cut = '';
  for (const point of text) {
    if (cut !== '' && jsonChars(cut + point) > roomChars) break;
    cut += point;
  }
  return cut;
}

function messagesOf(pages: readonly Page[]): readonly WriteUpsMessage[] {
  const begun = new Set<number>();
  return pages.map(({ pieces }, index) => {
    const owners = Map.groupBy(pieces, (piece) => piece.index);
    const items = [...owners].map(([owner, own]): Item => {
      const isContinued = begun.has(owner);
      begun.add(owner);
      return { owner: own[0]?.owner ?? '', isContinued, fields: own.map(({ field, text }) => ({ field, text })) };
    });
    return { card: 'write-ups', page: index + 1, pageCount: pages.length, items };
  });
}
