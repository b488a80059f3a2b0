// What leaves through the three doors of text: nothing a client acts on, and otherwise what was typed.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markdownText, nameMaxChars, plainName, plainText } from '../../src/cards/plain.ts';

const runs = { numRuns: 2_000 };
/** Text that is mean more often than by chance. */
const bits = [
  '<at>', '</at>', '<AT id="1">', '{{DATE(', '{{ time(', '{', '<', 'at', '\u200b', '\u200d', '\u202e', '\u2066', '\ufeff', '\u0000', '\u0007',
  '\t', '\r\n', '\n', ' ', '👩', '🏽', '\ufe0f', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', '\ud800', '*', '_', '`', '[', ']', '(', ')',
  '!', '#', '-', '+', '=', '>', '|', '\\', '~', '&', 'lt;', '1.', '2)', 'https://', 'www.', 'example.org', 'mailto:', 'a', 'é', 'e\u0301', 'مرحبا',
];
const meanText = fc.oneof(
  fc.array(fc.constantFrom(...bits), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 100 }),
);
const harmlessText = fc.string({ unit: fc.constantFrom(...'abc XYZ 019 é ß 学 مر 👩 \n .,;!?\'"*_#[]()<>&{}$'.split('')), maxLength: 80 })
  .filter((text) => text.isWellFormed() && !/<\/?at\b|\{\{\s*(date|time)/i.test(text));

/** Seen characters only, with all of Markdown's marks and what Teams acts on. */
const markedText = fc.array(fc.constantFrom('<at>', '{{DATE(', '&lt;', 'https://', 'www.', '1.', '\n', '\n- ', '\n    ', ...'abc 019é*_`[]()<>#+-=|\\~&!{}$.'.split('')), { maxLength: 40 })
  .map((parts) => parts.join(''));

const controls = /(?!\n)\p{Cc}/u;
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const zeroWidth = /[\u00ad\u200b\u200c\u2060-\u2064\ufeff]/u;

describe('text for a TextRun', () => {
  test('holds nothing Teams would act on and nothing unseen', () => {
    fc.assert(fc.property(meanText, (text) => {
      const shown = plainText(text);
      expect(shown).not.toMatch(/<\/?at\b/i);
      expect(shown).not.toMatch(/\{\{\s*(date|time)\s*\(/i);
      for (const harmful of [controls, bidi, zeroWidth]) expect(shown).not.toMatch(harmful);
      expect(shown.isWellFormed()).toBe(true);
    }), runs);
  });

  test('is left alone when it holds nothing of the kind, and by a second pass', () => {
    fc.assert(fc.property(harmlessText, (text) => { expect(plainText(text)).toBe(text); }), runs);
    fc.assert(fc.property(meanText, (text) => { expect(plainText(plainText(text))).toBe(plainText(text)); }), runs);
  });

  test('keeps a joiner between pictures only', () => {
    for (const emoji of ['👩‍👩‍👧', '🏳️‍🌈', '👩🏽‍🏫', '❤️‍🔥', '🏴󠁧󠁢󠁥󠁮󠁧󠁿']) expect(plainText(`x ${emoji} y`)).toBe(`x ${emoji} y`);
    expect(plainText('a\u200db👩\u200dc\u200d👩')).toBe('ab👩c👩');
    expect(plainText('🏴\u{e0061}')).toBe('🏴');
  });

  test.each([
    ['ask <at>Jo</at> now', 'ask < at>Jo< /at> now'],
    ['<\u200bat>', '< at>'],
    ['{{DATE(2026-01-01T00:00Z)}}', '{ {DATE(2026-01-01T00:00Z)}}'],
    ['{{{time(x)}}', '{{ {time(x)}}'],
    ['a < attic, {{name}}', 'a < attic, {{name}}'],
    ['one\r\ntwo\rthree\u2028four\tfive', 'one\ntwo\nthree\nfour five'],
    ['*bold* _it_ [x](y)', '*bold* _it_ [x](y)'],
    ['evil\u202egpj.exe', 'evilgpj.exe'],
  ])('%j is shown as %j', (typed, shown) => { expect(plainText(typed)).toBe(shown); });
});

describe('a name inside Markdown', () => {
  test('is one short line without Markdown, tags, entities and links', () => {
    fc.assert(fc.property(meanText, (name) => {
      const shown = plainName(name);
      expect(shown).not.toMatch(/[*_`~#|\\<>[\]\n]/);
      expect(shown).not.toMatch(/^(?:[-+=]|\d+[.)](?:\s|$))/);
      expect(shown).not.toMatch(/:\/\/|mailto:\S|\bwww\.\w|\bexample\.org|&#?\w+;|\{\{\s*(date|time)\s*\(/i);
      for (const harmful of [controls, bidi, zeroWidth]) expect(shown).not.toMatch(harmful);
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.length).toBeLessThanOrEqual(nameMaxChars);
      expect(shown).toBe(shown.trim());
      expect(shown.isWellFormed()).toBe(true);
    }), runs);
  });

  test.each(['Aisha Khan', "Siân O'Neill-Jones", 'J.R. Smith', 'Smith & Sons (Leeds)', 'محمد', '学 太郎', 'Dr. Jo', '👩🏽‍🏫 Jo'])(
    'an ordinary name stays as it is: %s', (name) => { expect(plainName(name)).toBe(name); });

  test.each([
    ['**Jo**', '∗∗Jo∗∗'],
    ['[Jo](https://evil.example)', '(Jo)(https∶//evil․example)'],
    ['<at>Jo</at>', '‹ at›Jo‹ /at›'],
    ['Jo\n# Big', 'Jo ＃ Big'],
    ['1. Jo', '1․ Jo'],
    ['- Jo', '‐ Jo'],
    ['&lt;at&gt;', '＆lt;at＆gt;'],
    ['jo.smith@school.org', 'jo․smith@school․org'],
    ['\u200b \u202e', '?'],
    ['', '?'],
  ])('%j is shown as %j', (name, shown) => { expect(plainName(name)).toBe(shown); });

  test('a long name is cut between characters', () => {
    expect(plainName('x'.repeat(60))).toBe('x'.repeat(60));
    expect(plainName('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
    expect(plainName('👩‍👩‍👧'.repeat(20))).toBe(`${'👩‍👩‍👧'.repeat(7)}…`);
    expect(plainName(`e${'\u0301'.repeat(100)}`)).toHaveLength(60);
    expect(plainName(`e\u0301${'\u{1e000}'.repeat(100)}`)).toBe(`e\u0301${'\u{1e000}'.repeat(28)}…`);
  });
});

describe('text inside other Markdown', () => {
  /** What a reader of CommonMark shows of one paragraph. */
  const shownOf = (markdown: string): string =>
    markdown.replace(/\\\n/g, '\n').replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('\u00a0', ' ').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

  test('shows as typed, and no mark is left to mean anything', () => {
    fc.assert(fc.property(markedText, (text) => {
      const markdown = markdownText(text);
      expect(shownOf(markdown)).toBe(text);
      expect(markdown).not.toMatch(/<|\{\{/);
      const unescaped = markdown.replace(/\\[^\n]/g, 'x');
      expect(unescaped).not.toMatch(/[`*_[<|~$]/);
      expect(unescaped).not.toMatch(/^\s*(?:[-+=>#]|\d+[.)](?:\s|$))/m);
      expect(unescaped).not.toMatch(/(?<!\\)\n|\n[ ]|[ ]{2}|:\/\//);
    }), runs);
  });

  test.each([
    ['a *b* c_d', 'a \\*b\\* c\\_d'],
    ['# no\n- no\n1. no\n> no\n===', '\\# no\\\n\\- no\\\n1\\. no\\\n\\> no\\\n\\==='],
    ['3.5 is -1 + 4 > 2 #1!', '3.5 is -1 + 4 > 2 #1!'],
    ['<b>&amp; R&D', '&lt;b>&amp;amp; R&D'],
    ['see https://x.org/a_b or www.x.org', 'see https\\://x.org/a\\_b or www\\.x.org'],
    ['<at>Jo</at> {{DATE(x)}}', '&lt;at>Jo&lt;/at> {\\{DATE(x)}}'],
    ['    code', '\u00a0\u00a0\u00a0\u00a0code'],
    ['\u202ea\u200b', 'a'],
  ])('%j is written %j', (typed, written) => { expect(markdownText(typed)).toBe(written); });

  test('further lines of a list item are indented', () => {
    expect(markdownText('a\n\nb', '  ')).toBe('a\\\n  \\\n  b');
  });
});
