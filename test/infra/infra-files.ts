// All that stands in infra/, read; and all faults that the checks find in a set of such files.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadBicep } from './bicep-file.ts';
import { parameterFaults } from './check-parameters.ts';
import { resourceFaults } from './check-resources.ts';
import { secretFaults } from './check-secrets.ts';
import { type Files, symbolFaults } from './check-symbols.ts';

export const root = join(import.meta.dirname, '..', '..');

/** Files of Bicep and of parameters, by their paths relative to `infra/`. */
export function infraFiles(read: ReadBicep): Files {
  const paths = readdirSync(join(root, 'infra'), { recursive: true, encoding: 'utf8' }).filter((path) => /\.bicep(param)?$/.test(path));
  return filesOf(read, Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, 'infra', path), 'utf8')])));
}

export const filesOf = (read: ReadBicep, texts: Readonly<Record<string, string>>): Files =>
  new Map(Object.entries(texts).map(([path, text]) => [path, read(path, text)]));

/** One line a fault. What does not parse is said alone: the rest would be noise. */
export function allFaults(files: Files): readonly string[] {
  const unparsed = [...files.values()].flatMap(({ faults }) => faults);
  return unparsed.length > 0 ? unparsed : [...symbolFaults(files), ...parameterFaults(files), ...resourceFaults(files), ...secretFaults(files)];
}
