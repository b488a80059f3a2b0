// Pages of write-ups: every card within its size, everything in order, nothing lost.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cardMaxChars, layoutChars, writeUpPages } from '../../../../src/core/problem/pages.ts';
import type { OwnedWriteUp } from '../../../../src/core/problem/pages.ts';
import { cameOfFields } from '../../../../src/core/problem/brought-again.ts';
import { emptyWriteUp, shownFields } from '../../../../src/core/problem/write-up.ts';
import type { WriteUp } from '../../../../src/core/problem/write-up.ts';
import type { WriteUpsMessage } from '../../../../src/core/messages.ts';
import { plainText } from '../../../../src/cards/plain.ts';

const owned = (owner: string, writeUp: Partial<WriteUp>): OwnedWriteUp => ({ owner, writeUp: { ...emptyWriteUp, ...writeUp } });
const words = 'Pupils forget what they are taught. ';

/** The card's size as the allowance states it, with the texts as they will be shown. */
const cardChars = ({ items }: WriteUpsMessage): number => layoutChars.page + items.reduce((sum, { owner, fields }) =>
  sum + layoutChars.item + JSON.stringify(owner).length
  + fields.reduce((chars, { text }) => chars + layoutChars.field + JSON.stringify(plainText(text)).length, 0), 0);

/** The pages read from front to back: owner, question and text, a continued text joined again. */
function readThrough(pages: readonly WriteUpsMessage[]): readonly string[] {
  const read: string[] = [];
  let last = '';
  for (const { owner, isContinued, fields } of pages.flatMap(({ items }) => items)) {
    for (const { field, text } of fields) {
      const head = `${owner}|${field}|`;
      if (isContinued && last === head) read.push(`${read.pop() ?? ''}${text}`);
      else read.push(`${head}${text}`);
      last = head;
    }
  }
  return read;
}
const asTyped = (items: readonly OwnedWriteUp[]): readonly string[] => items.flatMap(({ owner, writeUp, before = null }) => [
  ...cameOfFields(before).filter(({ text: said }) => said !== '').map(({ field, text: said }) => `${owner}|${field}|${said}`),
  ...shownFields.filter((field) => writeUp[field] !== '').map((field) => `${owner}|${field}|${writeUp[field]}`),
]);

const text = fc.oneof(
  fc.constant(''),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(fc.constantFrom(words, '\n', '"', '\\', '<at>', '{{DATE(', '👩‍👩‍👧', 'é', '\u0301', 'مرحبا', ' '), { maxLength: 400 }).map((parts) => parts.join('')),
);
const writeUps = fc.array(fc.record({
  problem: text, evidence: text, context: text, why: text, frameworkSection: text, artefactDescription: text, artefactLink: text,
  npqArea: fc.constantFrom<WriteUp['npqArea']>('', 'headship', 'leading-primary-mathematics'),
  before: fc.option(fc.record({ text, dueOn: fc.constantFrom('', '2026-12-19'), outcome: fc.constantFrom('done', 'not-yet', null), line: text })),
}), { maxLength: 7 })
  .map((list) => list.map(({ before, ...writeUp }, index): OwnedWriteUp => ({ ...owned(`Owner ${index}`, writeUp), before })));

describe('pages of write-ups', () => {
  test('nothing is lost, doubled or out of order, and every card keeps to its size', () => {
    fc.assert(fc.property(writeUps, fc.constantFrom(cardMaxChars, 6_000, 3_000), (items, maxChars) => {
      const pages = writeUpPages(items, maxChars);
      expect(readThrough(pages)).toEqual(asTyped(items));
      for (const page of pages) {
        expect(cardChars(page)).toBeLessThanOrEqual(maxChars);
        expect(page.items.every(({ fields }) => fields.length > 0)).toBe(true);
      }
      expect(pages.map(({ page, pageCount }) => [page, pageCount])).toEqual(pages.map((_page, index) => [index + 1, pages.length]));
    }), { numRuns: 200 });
  });

  test('a page too small for anything still comes to an end and loses nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), (problem) => {
      const items = [owned('Aisha', { problem })];
      const pages = writeUpPages(items, 0);
      expect(readThrough(pages)).toEqual(asTyped(items));
    }));
  });

  test('a character under more accents than a page holds fills page after page', () => {
    const items = [owned('Aisha', { problem: `e${'\u{1e000}'.repeat(3_000)}` })];
    const pages = writeUpPages(items, 3_000);
    expect(readThrough(pages)).toEqual(asTyped(items));
    expect(pages).toHaveLength(5);
    for (const page of pages) {
      expect(page.items[0]?.fields[0]?.text.isWellFormed()).toBe(true);
      expect(cardChars(page)).toBeLessThanOrEqual(3_000);
    }
  });

  test('without write-ups, or with empty ones, there is no page', () => {
    expect(writeUpPages([])).toEqual([]);
    expect(writeUpPages([owned('Aisha', {})])).toEqual([]);
  });

  test('six short write-ups share one card, in the guidance\'s order of questions', () => {
    const pages = writeUpPages('ABCDEF'.split('').map((owner) => owned(owner, { why: 'w', problem: 'p', context: 'c' })));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.items.map(({ owner, isContinued }) => [owner, isContinued])).toEqual('ABCDEF'.split('').map((owner) => [owner, false]));
    expect(pages[0]?.items[0]?.fields).toEqual([{ field: 'problem', text: 'p' }, { field: 'context', text: 'c' }, { field: 'why', text: 'w' }]);
  });

  test('a text that fits a page of its own is not cut, and its owner is named again as continued', () => {
    const long = words.repeat(50);
    const pages = writeUpPages([owned('Aisha', { problem: long, evidence: long, context: 'c' })], 4_000);
    expect(pages.map(({ items }) => items)).toEqual([
      [{ owner: 'Aisha', isContinued: false, fields: [{ field: 'problem', text: long }] }],
      [{ owner: 'Aisha', isContinued: true, fields: [{ field: 'evidence', text: long }, { field: 'context', text: 'c' }] }],
    ]);
  });

  test('a longer text is cut after a word, and between characters where there are no words', () => {
    const textOf = (page: WriteUpsMessage | undefined): string => page?.items[0]?.fields[0]?.text ?? '';
    const cut = writeUpPages([owned('Aisha', { problem: words.repeat(100) })], 4_000);
    expect(cut.length).toBeGreaterThan(1);
    expect(textOf(cut[0])).toMatch(/\s$/);
    const families = writeUpPages([owned('Aisha', { problem: '👩‍👩‍👧'.repeat(500) })], 4_000);
    expect(families.length).toBeGreaterThan(1);
    for (const page of families) expect(textOf(page)).toMatch(/^(👩‍👩‍👧)+$/u);
    const [first] = families.map(cardChars);
    expect(first).toBeLessThanOrEqual(4_000);
    expect(first).toBeGreaterThan(4_000 - '👩‍👩‍👧'.length);
  });

  test('two owners of one name stay apart', () => {
    const pages = writeUpPages([owned('Jo', { problem: 'one' }), owned('Jo', { problem: 'two' })]);
    expect(pages[0]?.items.map(({ fields, isContinued }) => [fields[0]?.text, isContinued])).toEqual([['one', false], ['two', false]]);
  });
});
