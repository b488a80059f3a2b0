// What a value is, as far as it can be told without working it out; and whether it may stand where it stands.

import type { BicepFile, Param } from './bicep-file.ts';
import { childOf, held, type Value, valueOf } from './bicep-value.ts';
import { type Files, fileAt } from './check-symbols.ts';

export type Kind = 'string' | 'int' | 'bool' | 'object' | 'array' | 'null' | 'any';

export interface Place {
  readonly files: Files;
  readonly file: BicepFile;
  /** Within a loop over written items: the one that it is the turn of. */
  readonly turn?: undefined | { readonly variable: string; readonly item: Value };
}

const kinds: readonly string[] = ['string', 'int', 'bool', 'object', 'array'];
const givesText = new Set(['format', 'guid', 'readEnvironmentVariable', 'replace', 'string', 'subscriptionResourceId', 'take', 'toLower', 'uniqueString']);

export const kindOfType = (type: string): Kind => (kinds.find((kind): kind is Kind => kind === type) ?? 'any');

/** What stands behind the name of a variable, or behind a property of the item whose turn it is; else the value itself. */
export function resolved(value: Value, place: Place): Value {
  if (value.kind !== 'worked-out') return value;
  const { file, turn } = place;
  const [, who = value.node.text, what] = /^(\w+)\.(\w+)$/.exec(value.node.text) ?? [];
  const behind = who === turn?.variable ? turn.item : file.variables.find(({ name }) => name === who)?.value;
  const found = behind === undefined || what === undefined ? behind : held(behind, what);
  return found === undefined ? value : resolved(found, { ...place, turn: undefined });
}

/** `any` where it cannot be told. */
export function kindOf(given: Value, place: Place): Kind {
  const value = resolved(given, place);
  switch (value.kind) {
    case 'text': case 'woven': return 'string';
    case 'number': return 'int';
    case 'bool': return 'bool';
    case 'array': case 'loop': return 'array';
    case 'object': case 'null': return value.kind;
    case 'worked-out': return kindOfNode(value, place);
  }
}

function kindOfNode({ node }: Extract<Value, { kind: 'worked-out' }>, place: Place): Kind {
  const { files, file } = place;
  if (node.type === 'identifier') {
    const param = file.params.find(({ name }) => name === node.text);
    return param === undefined ? 'any' : kindOfType(param.type);
  }
  if (node.type === 'call_expression') {
    const name = childOf(node, 0).text;
    return name === 'int' ? 'int' : givesText.has(name) ? 'string' : 'any';
  }
  if (node.type === 'ternary_expression') {
    const [one, other] = [1, 2].map((part) => kindOf(valueOf(childOf(node, part)), place));
    return one === other && one !== undefined ? one : 'any';
  }
  const [, who, what] = /^(\w+)\.outputs\.(\w+)$/.exec(node.text) ?? [];
  const module = file.modules.find(({ name }) => name === who);
  const output = module === undefined ? undefined : fileAt(files, file, module.path)?.outputs.find(({ name }) => name === what);
  return output === undefined ? 'any' : kindOfType(output.type);
}

export const fits = (given: Kind, wanted: Kind): boolean => given === wanted || given === 'any' || wanted === 'any';

/** Why a value may not be given to a parameter; null if it may. */
export function misfit(param: Param, handed: Value, place: Place): string | null {
  const value = resolved(handed, place);
  const given = kindOf(value, place);
  const wanted = kindOfType(param.type);
  if (!fits(given, wanted)) return `${param.name} is of type ${param.type}, not ${given}`;
  const argument = (decorator: string): Value | undefined => param.decorators.get(decorator)?.[0];
  const allowed = argument('allowed');
  if (allowed?.kind === 'array' && isWritten(value) && !allowed.items.some((item) => written(item) === written(value))) return `${param.name} may not be ${written(value)}`;
  return outside(value, (decorator) => { const bound = argument(decorator); return bound?.kind === 'number' ? bound.number : null; }, param.name);
}

const isWritten = (value: Value): boolean => ['text', 'number', 'bool'].includes(value.kind);
const written = (value: Value): string => (value.kind === 'text' ? value.text : value.kind === 'number' ? String(value.number) : value.kind === 'bool' ? String(value.isTrue) : value.kind);

function outside(value: Value, bound: (decorator: string) => number | null, name: string): string | null {
  const measures = value.kind === 'text' ? { size: value.text.length, least: 'minLength', most: 'maxLength' }
    : value.kind === 'number' ? { size: value.number, least: 'minValue', most: 'maxValue' } : null;
  if (measures === null) return null;
  const [least, most] = [bound(measures.least), bound(measures.most)];
  if (least !== null && measures.size < least) return `${name} is below @${measures.least}(${least})`;
  return most !== null && measures.size > most ? `${name} is above @${measures.most}(${most})` : null;
}
