// The icons, and the reader of their pixels.

import { describe, expect, test } from '@jest/globals';
import { iconProblems } from '../../manifest/icons-check.ts';
import { readPng } from '../../manifest/png.ts';
import { type Drawn, manifestOf, png, soundFiles, withFile } from './sample-package.ts';

const manifest = manifestOf(soundFiles);
const accent = [0x1f, 0x6f, 0x7c, 255] as const;
const [white, black, nothing] = [[255, 255, 255, 255], [0, 0, 0, 255], [0, 0, 0, 0]] as const;
const problems = (name: 'color.png' | 'outline.png', drawn: Drawn | Uint8Array) =>
  iconProblems({ manifest, files: withFile(name, drawn instanceof Uint8Array ? drawn : png(drawn)) });
const dot = (x: number, y: number, at: number): boolean => x === at && y === at;

test('nothing is wrong with the icons of the package', () => {
  expect(iconProblems({ manifest, files: soundFiles })).toEqual([]);
});

describe('of the coloured icon is found', () => {
  test.each<readonly [string, Drawn, string]>([
    ['another size', { widthPx: 96, at: () => accent }, 'is 96 × 96 pixels; it must be 192 × 192.'],
    ['that it is no square', { widthPx: 192, heightPx: 120, at: () => accent }, 'is 192 × 120 pixels; it must be 192 × 192.'],
    ['that it is no square the other way', { widthPx: 120, heightPx: 192, at: () => accent }, 'is 120 × 192 pixels; it must be 192 × 192.'],
    ['something beyond the middle', { widthPx: 192, at: (x, y) => (dot(x, y, 156) || dot(x, y, 90) ? white : accent) }, 'must be nothing but the accent colour #1F6F7C outside the middle 120 × 120 pixels.'],
    ['something before the middle', { widthPx: 192, at: (x, y) => (dot(x, y, 35) || dot(x, y, 90) ? white : accent) }, 'must be nothing but the accent colour #1F6F7C outside the middle 120 × 120 pixels.'],
    ['a hole', { widthPx: 192, at: (x, y) => (dot(x, y, 36) ? [9, 9, 9, 254] : accent) }, 'must not be transparent anywhere.'],
    ['that nothing is drawn', { widthPx: 192, type: 2, at: () => accent }, 'shows nothing.'],
  ])('%s', (_, drawn, said) => expect(problems('color.png', drawn)).toEqual([`color.png ${said}`]));

  test('nothing, where the symbol fills the middle and no more', () => {
    expect(problems('color.png', { widthPx: 192, type: 2, at: (x, y) => (Math.min(x, y) >= 36 && Math.max(x, y) < 156 ? white : accent) })).toEqual([]);
  });
});

describe('of the outline is found', () => {
  test.each<readonly [string, Drawn, string]>([
    ['another size', { widthPx: 48, at: () => white }, 'is 48 × 48 pixels; it must be 32 × 32.'],
    ['a colour', { widthPx: 32, at: (x, y) => (dot(x, y, 16) ? [255, 255, 254, 1] : dot(x, y, 9) ? white : nothing) }, 'must be white and nothing else.'],
    ['that nothing is transparent', { widthPx: 32, at: () => white }, 'must be transparent where nothing is drawn.'],
    ['that nothing is drawn', { widthPx: 32, at: () => nothing }, 'shows nothing.'],
  ])('%s', (_, drawn, said) => expect(problems('outline.png', drawn)).toEqual([`outline.png ${said}`]));
});

test('what cannot be read is said, and what is missing', () => {
  expect(problems('outline.png', Buffer.from('GIF89a'))).toEqual(['outline.png is no PNG.']);
  expect(problems('outline.png', { widthPx: 32, depth: 16, at: () => white })).toEqual([expect.stringMatching(/not a PNG in full colour with eight bits/)]);
  expect(problems('outline.png', png({ widthPx: 32, at: () => white }).subarray(0, 60))).toEqual([expect.stringMatching(/^outline\.png /)]);
  expect(iconProblems({ manifest, files: {} })).toEqual(['color.png is not in the package.', 'outline.png is not in the package.']);
});

describe('a PNG is read as it was drawn', () => {
  const at = (x: number, y: number) => [(7 * x + 31 * y) % 256, (x * y) % 256, (255 - 3 * x) & 255, (x + y) % 2 === 0 ? 255 : 40 * y % 256] as const;
  test.each([2, 6] as const)('of colour type %i, however its rows are written', (type) => {
    for (const filter of [0, 1, 2, 3, 4]) {
      const { widthPx, heightPx, rgba } = readPng(png({ widthPx: 9, heightPx: 7, type, filter, at }));
      expect([widthPx, heightPx]).toEqual([9, 7]);
      expect([...rgba]).toEqual(Array.from({ length: 63 }, (_, n) => at(n % 9, Math.floor(n / 9))).flatMap(([r, g, b, a]) => [r, g, b, type === 2 ? 255 : a]));
    }
  });
  test('and a row of an unknown kind is not guessed at', () => {
    expect(() => readPng(png({ widthPx: 3, filter: 9, at: () => black }))).toThrow('rows of an unknown kind');
  });
});
