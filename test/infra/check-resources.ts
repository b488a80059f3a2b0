// Every resource is of a type and version that we looked up, has what that type asks for and nothing that it does not know.

import type { BicepFile, Resource } from './bicep-file.ts';
import { held, itemsOf, type Value, valueOf } from './bicep-value.ts';
import type { Files } from './check-symbols.ts';
import { fits, type Kind, kindOf, type Place, resolved } from './check-types.ts';
import { resourceTypes, type Shape } from './resource-types.ts';

/** Said in Bicep about any resource, not part of its type. */
const ofBicep = new Set(['parent', 'scope', 'dependsOn']);

export function resourceFaults(files: Files): readonly string[] {
  return [...files.values()].flatMap((file) => file.resources.flatMap((resource) =>
    [...new Set(turnsOf(resource.value, { files, file }).flatMap((place) => faultsOf(resource, place)))].map((fault) => `${file.path}: ${resource.name}: ${fault}`)));
}

/** A loop over items that are written out is looked at once for each of them. */
function turnsOf(value: Value, place: Place): readonly Place[] {
  const items = value.kind === 'loop' ? itemsOf(resolved(valueOf(value.over), place)) : [];
  return value.kind !== 'loop' || items.length === 0 ? [place] : items.map((item) => ({ ...place, turn: { variable: value.variable, item } }));
}

/** `type@version` of all resources in use. */
export const usedTypes = (files: Files): ReadonlySet<string> => new Set([...files.values()].flatMap(({ resources }) => resources.map(({ type }) => type)));

function faultsOf(resource: Resource, place: Place): readonly string[] {
  const shape = resourceTypes[resource.type];
  if (shape === undefined) return [`${resource.type} is not on the list of types and versions`];
  const body = resource.value.kind === 'loop' ? resource.value.body : resource.value;
  if (resource.isExisting) return held(body, 'name') === undefined ? ['name is missing'] : [];
  const own: Value = body.kind === 'object' ? { kind: 'object', properties: body.properties.filter(({ name }) => name === null || !ofBicep.has(name)) } : body;
  return [...parentFaults(resource, body, place.file), ...shapeFaults({ value: own, shape, path: '' }, place)];
}

function parentFaults({ type }: Resource, body: Value, file: BicepFile): readonly string[] {
  const [name = ''] = type.split('@');
  if (name.split('/').length < 3) return [];
  const parent = held(body, 'parent');
  const symbol = parent?.kind === 'worked-out' ? file.resources.find((each) => each.name === parent.node.text) : undefined;
  return symbol?.type.split('@')[0] === name.split('/').slice(0, -1).join('/') ? [] : [`its parent must be a ${name.split('/').slice(0, -1).join('/')}`];
}

interface Placed { readonly value: Value; readonly shape: Shape; readonly path: string }

/** `name!` in a shape is a property that must be there, `*` stands for any name. */
function shapeFaults({ value: given, shape, path }: Placed, place: Place): readonly string[] {
  const value = resolved(given, place);
  const at = path === '' ? 'it' : path.slice(1);
  if (typeof shape === 'string') return shape === 'any' || value.kind === 'null' || fits(kindOf(value, place), shape) ? [] : [`${at} must be of type ${shape}`];
  if ('each' in shape) {
    if (value.kind === 'array') return value.items.flatMap((item, count) => shapeFaults({ value: item, shape: shape.each, path: `${path}[${count}]` }, place));
    return value.kind === 'loop' ? shapeFaults({ value: value.body, shape: shape.each, path: `${path}[]` }, place) : wrongKind(value, 'array', at, place);
  }
  if ('oneOf' in shape) {
    return value.kind === 'text' && !shape.oneOf.includes(value.text) ? [`${at} may not be ${value.text}`] : wrongKind(value, 'string', at, place);
  }
  if (value.kind !== 'object') return wrongKind(value, 'object', at, place);
  const wanted = new Map(Object.entries(shape.holds).map(([name, part]) => [name.replace(/!$/, ''), part]));
  const missing = Object.keys(shape.holds).filter((name) => name.endsWith('!') && held(value, name.slice(0, -1)) === undefined);
  return [
    ...missing.map((name) => `${path}.${name.slice(0, -1)}`.slice(1) + ' is missing'),
    ...value.properties.flatMap(({ name, value: part }) => {
      const known = wanted.get(name ?? '*') ?? wanted.get('*');
      return known === undefined ? [`${path}.${name ?? 'a name that is worked out'}`.slice(1) + ' is not known'] : shapeFaults({ value: part, shape: known, path: `${path}.${name ?? '*'}` }, place);
    }),
  ];
}

const wrongKind = (value: Value, wanted: Kind, at: string, place: Place): readonly string[] =>
  (fits(kindOf(value, place), wanted) ? [] : [`${at} must be of type ${wanted}`]);
