// What is handed to a module, or by a file of parameters, is what the other side asks for: all of it, nothing else, and of
// the right kind.

import type { BicepFile, Named } from './bicep-file.ts';
import { held } from './bicep-value.ts';
import { type Files, fileAt } from './check-symbols.ts';
import { misfit } from './check-types.ts';

/** Faults of all modules called and all files of parameters. */
export function parameterFaults(files: Files): readonly string[] {
  return [...files.values()].flatMap((file) => [
    ...file.modules.flatMap((module) => {
      const params = held(module.value, 'params');
      const given = params?.kind === 'object' ? params.properties.flatMap(({ name, value }) => (name === null ? [] : [{ name, value }])) : [];
      return handedFaults(files, file, { what: `module ${module.name}`, to: module.path, given });
    }),
    ...(file.uses === null ? [] : handedFaults(files, file, { what: 'parameters', to: file.uses, given: file.variables })),
    ...(file.path.endsWith('.bicepparam') && file.uses === null ? [`${file.path}: says of no file that it is for it`] : []),
    ...usualFaults(files, file),
  ]);
}

interface Handed { readonly what: string; readonly to: string; readonly given: readonly Named[] }

function handedFaults(files: Files, file: BicepFile, { what, to, given }: Handed): readonly string[] {
  const target = fileAt(files, file, to);
  if (target === undefined) return [`${file.path}: ${what}: there is no ${to}`];
  const names = new Set(given.map(({ name }) => name));
  const missing = target.params.filter(({ name, usual, type }) => usual === null && !type.endsWith('?') && !names.has(name)).map(({ name }) => `${name} is missing`);
  const wrong = given.flatMap(({ name, value }) => {
    const param = target.params.find((each) => each.name === name);
    const why = param === undefined ? `${to} has no parameter ${name}` : misfit(param, value, { files, file });
    return why === null ? [] : [why];
  });
  return [...missing, ...wrong].map((why) => `${file.path}: ${what}: ${why}`);
}

/** What a parameter is without being given must itself be allowed. */
const usualFaults = (files: Files, file: BicepFile): readonly string[] => file.params.flatMap((param) => {
  const why = param.usual === null ? null : misfit(param, param.usual, { files, file });
  return why === null ? [] : [`${file.path}: ${why}`];
});
