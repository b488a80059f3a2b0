// Every name that is used exists, every parameter and variable is used, and what is read of a module is an output of it.

import { dirname, join } from 'node:path';
import type { BicepFile } from './bicep-file.ts';
import { referencesOf } from './bicep-references.ts';
import { held, itemsOf } from './bicep-value.ts';

const decorators = new Set(['allowed', 'description', 'maxLength', 'maxValue', 'minLength', 'minValue', 'secure']);
/** Functions of Bicep that we use. One that is not here is perhaps none: look it up, then add it. */
const functions = new Set([
  'contains', 'empty', 'format', 'guid', 'int', 'json', 'loadJsonContent', 'readEnvironmentVariable', 'replace', 'resourceGroup', 'string',
  'subscription', 'subscriptionResourceId', 'take', 'tenant', 'toLower', 'uniqueString',
]);

export type Files = ReadonlyMap<string, BicepFile>;

/** The file that a path in `from` means; undefined if there is none. */
export const fileAt = (files: Files, from: BicepFile, path: string): BicepFile | undefined => files.get(join(dirname(from.path), path));

/** Faults of all files, one per line. */
export function symbolFaults(files: Files): readonly string[] {
  return [...files.values()].flatMap((file) => [...unknownNames(file), ...unusedNames(file), ...twiceNamed(file), ...wrongReadings(files, file), ...wrongTurns(file)]);
}

const declaredIn = (file: BicepFile): readonly string[] => [file.params, file.variables, file.resources, file.modules].flat().map(({ name }) => name);

function unknownNames(file: BicepFile): readonly string[] {
  const known = new Set(declaredIn(file));
  const { names, functions: called } = referencesOf(file.root);
  return [
    ...names.filter(({ name }) => !known.has(name)).map(({ name, line }) => `${file.path}:${line}: nothing is named ${name}`),
    ...file.params.flatMap((param) => [...param.decorators.keys()].filter((name) => !decorators.has(name)).map((name) => `${file.path}: ${param.name}: no decorator ${name} is known`)),
    ...called.filter(({ name }) => !functions.has(name)).map(({ name, line }) => `${file.path}:${line}: no function ${name} is known`),
  ];
}

function unusedNames(file: BicepFile): readonly string[] {
  if (file.uses !== null) return [];
  const used = new Set(referencesOf(file.root).names.map(({ name }) => name));
  return [...file.params, ...file.variables].filter(({ name }) => !used.has(name)).map(({ name }) => `${file.path}: ${name} is not used`);
}

function twiceNamed(file: BicepFile): readonly string[] {
  const repeats = (names: readonly string[]): readonly string[] => names.filter((name, place) => names.indexOf(name) !== place);
  return [...repeats(declaredIn(file)), ...repeats(file.outputs.map(({ name }) => name))].map((name) => `${file.path}: ${name} is declared twice`);
}

function wrongReadings(files: Files, file: BicepFile): readonly string[] {
  const { members, outputs } = referencesOf(file.root);
  const modules = new Map(file.modules.map((module) => [module.name, fileAt(files, file, module.path)]));
  return [
    ...members.filter(({ who, what }) => modules.has(who) && what !== 'outputs' && what !== 'name')
      .map(({ who, what, line }) => `${file.path}:${line}: of module ${who} only outputs can be read, not ${what}`),
    ...outputs.filter(({ who, what }) => modules.has(who) && !modules.get(who)?.outputs.some(({ name }) => name === what))
      .map(({ who, what, line }) => `${file.path}:${line}: module ${who} has no output ${what}`),
  ];
}

/** In a loop over written items, what is read of an item is in each of them. */
function wrongTurns(file: BicepFile): readonly string[] {
  return referencesOf(file.root).turns.flatMap(({ over, what, line }) => {
    const items = itemsOf(file.variables.find(({ name }) => name === over)?.value);
    return items.every((item) => held(item, what) !== undefined) ? [] : [`${file.path}:${line}: not every item of ${over} has ${what}`];
  });
}
