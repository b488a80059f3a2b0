// Values of Bicep as data: what is written out becomes what it is, what is worked out stays a piece of the tree.

import type { Node } from 'web-tree-sitter';

export type Value =
  | { readonly kind: 'text'; readonly text: string }
  /** A string with something in it that is worked out. */
  | { readonly kind: 'woven'; readonly node: Node }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'bool'; readonly isTrue: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'object'; readonly properties: readonly Property[] }
  | { readonly kind: 'array'; readonly items: readonly Value[] }
  | { readonly kind: 'loop'; readonly variable: string; readonly over: Node; readonly body: Value }
  | { readonly kind: 'worked-out'; readonly node: Node };

export interface Property {
  /** Null when the name itself is worked out. */
  readonly name: string | null;
  readonly value: Value;
}

/** Without comments, which may stand anywhere. */
export const childrenOf = (node: Node): readonly Node[] =>
  node.namedChildren.flatMap((child) => (child === null || child.type === 'comment' || child.type === 'diagnostic_comment' ? [] : [child]));

/** The child that must be there. Throws on a tree that is not Bicep's. */
export function childOf(node: Node, place: number): Node {
  const child = childrenOf(node).at(place);
  if (child === undefined) throw new Error(`${node.type} without child ${place} in line ${node.startPosition.row + 1}`);
  return child;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Null for a string with something woven in. */
export function textOf(node: Node): string | null {
  if (node.type !== 'string' || node.descendantsOfType('interpolation').length > 0) return null;
  return node.text.slice(1, -1).replace(/\\(.)/g, (_, sign: string) => escapes[sign] ?? sign);
}

export function valueOf(node: Node): Value {
  switch (node.type) {
    case 'string': {
      const text = textOf(node);
      return text === null ? { kind: 'woven', node } : { kind: 'text', text };
    }
    case 'number': return { kind: 'number', number: Number(node.text) };
    case 'boolean': return { kind: 'bool', isTrue: node.text === 'true' };
    case 'null': return { kind: 'null' };
    case 'object': return { kind: 'object', properties: childrenOf(node).filter(({ type }) => type === 'object_property').map(propertyOf) };
    case 'array': return { kind: 'array', items: childrenOf(node).map(valueOf) };
    case 'for_statement': return { kind: 'loop', variable: childOf(node, 0).text, over: childOf(node, 1), body: valueOf(childOf(node, -1)) };
    case 'if_statement': return valueOf(childOf(node, -1));
    default: return { kind: 'worked-out', node };
  }
}

function propertyOf(node: Node): Property {
  const key = childOf(node, 0);
  return { name: key.type === 'string' ? textOf(key) : key.text, value: valueOf(childOf(node, 1)) };
}

/** What an object holds under a name; undefined if nothing, or if the value is no object. */
export const held = (value: Value | undefined, name: string): Value | undefined =>
  value?.kind === 'object' ? value.properties.find((property) => property.name === name)?.value : undefined;

export const itemsOf = (value: Value | undefined): readonly Value[] => (value?.kind === 'array' ? value.items : []);

/** A written text; undefined for everything else. */
export const writtenText = (value: Value | undefined): string | undefined => (value?.kind === 'text' ? value.text : undefined);
