// A sound app package, and ways to spoil it.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { AppManifest, PackageFiles } from '../../manifest/app-manifest.ts';
import { packageFiles } from '../../manifest/app-package.ts';
import { type PackageSettings, readPackageSettings } from '../../manifest/settings.ts';

const folder = join(import.meta.dirname, '..', '..', 'manifest');
export const botId = '2f6d9b1e-90aa-4e57-8f57-1a2b3c4d5e6f';
export const host = 'turnstone.example.org';
export const sources: PackageFiles = Object.fromEntries(readdirSync(folder).filter((name) => /\.(json|png)$/.test(name)).map((name) => [name, readFileSync(join(folder, name))]));
export const settings = (...typed: readonly string[]): PackageSettings => readPackageSettings(['--bot-id', botId, '--host', host, ...typed], {}, '1.4.2');
export const soundFiles: PackageFiles = packageFiles(sources, settings());

export const jsonOf = (files: PackageFiles, name: string): Readonly<Record<string, string>> =>
  JSON.parse(Buffer.from(files[name] ?? '').toString('utf8')) as Readonly<Record<string, string>>;
export const manifestOf = (files: PackageFiles): AppManifest => jsonOf(files, 'manifest.json') as unknown as AppManifest;

/** The sound package with another file in the place of one of its own. */
export const withFile = (name: string, content: unknown): PackageFiles =>
  ({ ...soundFiles, [name]: content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content)) });

/** The value at `steps` of the manifest set to `value`; undefined takes it away. */
export function spoilt(steps: readonly (string | number)[], value: unknown): AppManifest {
  const manifest: unknown = manifestOf(soundFiles);
  const [last = '', ...before] = steps.toReversed();
  const parent = before.toReversed().reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], manifest) as Record<string, unknown>;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return manifest as AppManifest;
}

export interface Drawn {
  readonly widthPx: number;
  readonly heightPx?: number;
  /** Colour type of the PNG: 2 without transparency, 6 with it. */
  readonly type?: 2 | 6;
  readonly depth?: number;
  /** Which of the five ways every row is written in. */
  readonly filter?: number;
  /** Red, green, blue, how opaque. */
  readonly at: (x: number, y: number) => readonly [number, number, number, number];
}

/** A PNG drawn pixel by pixel, its rows written by a filter of one's choice. */
export function png({ widthPx, heightPx = widthPx, type = 6, depth = 8, filter = 0, at }: Drawn): Uint8Array {
  const channelCount = type === 6 ? 4 : 3;
  const rows = Array.from({ length: heightPx }, (_, y) => Array.from({ length: widthPx }, (_, x) => at(x, y).slice(0, channelCount)).flat());
  const written = rows.flatMap((row, y) => [filter, ...row.map((byte, index) => {
    const left = row[index - channelCount] ?? 0;
    const above = rows[y - 1]?.[index] ?? 0;
    const corner = rows[y - 1]?.[index - channelCount] ?? 0;
    const byPaeth = [left, above, corner].toSorted((a, b) => Math.abs(left + above - corner - a) - Math.abs(left + above - corner - b))[0] ?? 0;
    return (byte - ([0, left, above, (left + above) >> 1, byPaeth][filter] ?? 0)) & 255;
  })]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.set([depth, type], 8);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from(written))), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
