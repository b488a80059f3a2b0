// Reads the pixels of a PNG: the few kinds that drawing programs write, enough to look at an icon (W3C, "Portable Network
// Graphics", colour types 2 and 6 with eight bits, not interlaced).

import { inflateSync } from 'node:zlib';

export interface Picture {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Four bytes a pixel, row by row: red, green, blue and how opaque it is. */
  readonly rgba: Uint8Array;
}

const signature = '89504e470d0a1a0a';
const channelsOfType: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** Throws an error that says what is wrong with the file. */
export function readPng(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes);
  if (file.subarray(0, 8).toString('hex') !== signature) throw new Error('is no PNG');
  const chunks = chunksOf(file);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (header === undefined || header.length < 13) throw new Error('is a PNG without a header');
  const channelCount = channelsOfType[header.readUInt8(9)];
  if (header.readUInt8(8) !== 8 || channelCount === undefined || header.readUInt8(12) !== 0) throw new Error('is not a PNG in full colour with eight bits, not interlaced');
  const [widthPx, heightPx] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  return { widthPx, heightPx, rgba: inRgba(unfiltered(raw, { rowCount: heightPx, rowBytes: widthPx * channelCount, channelCount }), channelCount) };
}

interface Chunk { readonly type: string; readonly data: Buffer }
function chunksOf(file: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at + 8 <= file.length;) {
    const length = file.readUInt32BE(at);
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

interface Rows { readonly rowCount: number; readonly rowBytes: number; readonly channelCount: number }

/** Each row says how it tells its bytes from those to the left and above. */
function unfiltered(raw: Buffer, { rowCount, rowBytes, channelCount }: Rows): Uint8Array {
  if (raw.length < rowCount * (rowBytes + 1)) throw new Error('is a PNG that is cut short');
  const bytes = new Uint8Array(rowCount * rowBytes);
  for (let row = 0; row < rowCount; row += 1) {
    const start = row * (rowBytes + 1);
    const foretell = foretellers[raw.readUInt8(start)];
    if (foretell === undefined) throw new Error('is a PNG with rows of an unknown kind');
    for (let index = 0; index < rowBytes; index += 1) {
      const at = row * rowBytes + index;
      const [hasLeft, hasAbove] = [index >= channelCount, row > 0];
      const left = hasLeft ? bytes[at - channelCount] ?? 0 : 0;
      const above = hasAbove ? bytes[at - rowBytes] ?? 0 : 0;
      const corner = hasLeft && hasAbove ? bytes[at - rowBytes - channelCount] ?? 0 : 0;
      bytes[at] = raw.readUInt8(start + 1 + index) + foretell(left, above, corner);
    }
  }
  return bytes;
}

/** By the number that stands before a row: none, sub, up, average, Paeth. */
const foretellers: readonly ((left: number, above: number, corner: number) => number)[] = [
  () => 0, (left) => left, (_, above) => above, (left, above) => Math.floor((left + above) / 2), nearest,
];

function nearest(left: number, above: number, corner: number): number {
  const sum = left + above - corner;
  const [fromLeft, fromAbove, fromCorner] = [Math.abs(sum - left), Math.abs(sum - above), Math.abs(sum - corner)];
  if (fromLeft <= fromAbove && fromLeft <= fromCorner) return left;
  return fromAbove <= fromCorner ? above : corner;
}

/** A picture without transparency is opaque everywhere. */
const inRgba = (bytes: Uint8Array, channelCount: number): Uint8Array => (channelCount === 4 ? bytes
  : Uint8Array.from({ length: bytes.length / 3 * 4 }, (_, at) => (at % 4 === 3 ? 255 : bytes[Math.floor(at / 4) * 3 + at % 4] ?? 0)));
