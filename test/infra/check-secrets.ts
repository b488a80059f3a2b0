// No secret stands in a template or its parameters, and none is read out by one: what a deployment has seen stands in its
// history for whoever may read that.

import type { BicepFile, Named } from './bicep-file.ts';
import { referencesOf } from './bicep-references.ts';
import { held, type Property, textOf, type Value, writtenText } from './bicep-value.ts';
import type { Files } from './check-symbols.ts';

const secretName = /(secret|password|passphrase|token|key|connectionstring|credential)s?$/i;
const looksRandom = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9+/=_~.-]{24,}$|^[0-9a-f]{32,}$/;
const looksSecret = /AccountKey=|SharedAccessKey|[?&]sig=|-----BEGIN|client_secret/i;

export function secretFaults(files: Files): readonly string[] {
  return [...files.values()].flatMap((file) => [
    ...file.params.filter(({ decorators, usual }) => decorators.has('secure') && usual !== null).map(({ name }) => `${name} is secure and has a value`),
    ...readOut(file),
    ...writtenOut(file),
    ...file.root.descendantsOfType('string').flatMap((node) => (node === null ? [] : textFaults(textOf(node) ?? node.text.slice(1, -1)))),
  ].map((fault) => `${file.path}: ${fault}`));
}

/** `listKeys()` and the like, as a function or on a resource. */
function readOut(file: BicepFile): readonly string[] {
  const { functions, methods } = referencesOf(file.root);
  return [...functions, ...methods].filter(({ name }) => /^list[A-Z]|^getSecret$/.test(name)).map(({ name }) => `${name} reads a secret out`);
}

function writtenOut(file: BicepFile): readonly string[] {
  const named: readonly Named[] = [
    ...file.params.flatMap(({ name, usual }) => (usual === null ? [] : [{ name, value: usual }])), ...file.variables, ...file.outputs,
  ];
  const bodies = [...file.resources, ...file.modules, ...file.variables, ...file.outputs].map(({ value }) => value);
  return [...named, ...bodies.flatMap(propertiesIn)].flatMap(({ name, value }) => (name !== null && secretName.test(name) && isWrittenText(value) ? [`${name} has its value written out`] : []));
}

/** All properties at any depth; a setting given as name and value counts as a property of that name. */
function propertiesIn(value: Value): readonly Property[] {
  if (value.kind === 'array') return value.items.flatMap(propertiesIn);
  if (value.kind === 'loop') return propertiesIn(value.body);
  if (value.kind !== 'object') return [];
  const [name, set] = [writtenText(held(value, 'name')), held(value, 'value')];
  return [...(name === undefined || set === undefined ? [] : [{ name, value: set }]), ...value.properties, ...value.properties.flatMap((property) => propertiesIn(property.value))];
}

const isWrittenText = (value: Value): boolean => (value.kind === 'text' && value.text !== '') || value.kind === 'woven';

const textFaults = (text: string): readonly string[] => (looksRandom.test(text) || looksSecret.test(text) ? [`'${text.slice(0, 6)}…' looks like a secret`] : []);
