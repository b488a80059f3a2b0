// The two icons, looked at pixel by pixel (Microsoft Learn, "Teams app package", icons): the coloured one on its accent
// colour with the symbol in the middle, the outline white on nothing.

import type { AppPackage, PackageFiles } from './app-manifest.ts';
import { type Picture, readPng } from './png.ts';

const colorPx = 192;
const outlinePx = 32;
/** Teams cuts corners and rounds: what lies outside may not be seen. */
const safePx = 120;
const white = 0xffffff;

/** What is wrong with the icons, one sentence each. */
export function iconProblems({ manifest, files }: AppPackage): readonly string[] {
  const { icons, accentColor } = manifest;
  return [
    ...looked(files, { name: icons.color, sizePx: colorPx }, (picture) => colorProblems(picture, accentColor)),
    ...looked(files, { name: icons.outline, sizePx: outlinePx }, outlineProblems),
  ];
}

interface Icon { readonly name: string; readonly sizePx: number }
function looked(files: PackageFiles, { name, sizePx }: Icon, problemsOf: (picture: Picture) => readonly string[]): readonly string[] {
  const bytes = files[name];
  if (bytes === undefined) return [`${name} is not in the package.`];
  const picture = readable(bytes);
  if (typeof picture === 'string') return [`${name} ${picture}.`];
  if (picture.widthPx !== sizePx || picture.heightPx !== sizePx) return [`${name} is ${picture.widthPx} × ${picture.heightPx} pixels; it must be ${sizePx} × ${sizePx}.`];
  return problemsOf(picture).map((problem) => `${name} ${problem}`);
}

function readable(bytes: Uint8Array): Picture | string {
  try {
    return readPng(bytes);
  } catch (error) {
    return error instanceof Error ? error.message : 'cannot be read';
  }
}

/** `color`: red, green and blue as one number. */
interface Pixel { readonly color: number; readonly opacity: number; readonly isSafe: boolean }
function pixelsOf({ rgba, widthPx }: Picture): readonly Pixel[] {
  const margin = (widthPx - safePx) / 2;
  const isInside = (at: number): boolean => at >= margin && at < widthPx - margin;
  const pixels = new DataView(rgba.buffer, rgba.byteOffset, rgba.byteLength);
  return Array.from({ length: rgba.length / 4 }, (_, at) => ({
    color: pixels.getUint32(4 * at) >>> 8, opacity: pixels.getUint8(4 * at + 3), isSafe: isInside(at % widthPx) && isInside(Math.floor(at / widthPx)),
  }));
}

function colorProblems(picture: Picture, accent: string): readonly string[] {
  const pixels = pixelsOf(picture);
  const drawn = pixels.filter(({ color }) => color !== Number.parseInt(accent.slice(1), 16));
  return [
    ...(pixels.some(({ opacity }) => opacity < 255) ? ['must not be transparent anywhere.'] : []),
    ...(drawn.some(({ isSafe }) => !isSafe) ? [`must be nothing but the accent colour ${accent} outside the middle ${safePx} × ${safePx} pixels.`] : []),
    ...(drawn.some(({ isSafe }) => isSafe) ? [] : ['shows nothing.']),
  ];
}

function outlineProblems(picture: Picture): readonly string[] {
  const pixels = pixelsOf(picture);
  const seen = pixels.filter(({ opacity }) => opacity > 0);
  return [
    ...(seen.some(({ color }) => color !== white) ? ['must be white and nothing else.'] : []),
    ...(seen.length === pixels.length ? ['must be transparent where nothing is drawn.'] : []),
    ...(seen.length === 0 ? ['shows nothing.'] : []),
  ];
}
