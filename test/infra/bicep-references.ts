// Who speaks of whom in a file of Bicep: names used, functions called, outputs read.

import type { Node } from 'web-tree-sitter';
import { childOf, childrenOf } from './bicep-value.ts';

export interface References {
  readonly names: readonly Reference[];
  /** Functions called by name. */
  readonly functions: readonly Reference[];
  /** Functions called on something, e.g. `account.listKeys()`. */
  readonly methods: readonly Reference[];
  /** `who.what`: properties of things that have a name of their own. */
  readonly members: readonly { readonly who: string; readonly what: string; readonly line: number }[];
  /** `who.outputs.what`. */
  readonly outputs: readonly { readonly who: string; readonly what: string; readonly line: number }[];
  /** `each.what`, in a loop over `over`. */
  readonly turns: readonly { readonly over: string; readonly what: string; readonly line: number }[];
}

interface Reference { readonly name: string; readonly line: number }
interface Found { names: Reference[]; functions: Reference[]; methods: Reference[]; members: References['members'][number][]; outputs: References['outputs'][number][]; turns: References['turns'][number][] }

const declarations = new Set(['parameter_declaration', 'variable_declaration', 'resource_declaration', 'module_declaration', 'output_declaration', 'metadata_declaration']);

/** All references of a file; the variable of a loop is none within it. */
export function referencesOf(root: Node): References {
  const found: Found = { names: [], functions: [], methods: [], members: [], outputs: [], turns: [] };
  for (const statement of childrenOf(root)) {
    if (declarations.has(statement.type)) for (const part of childrenOf(statement).slice(1)) walk(part, new Map(), found);
  }
  return found;
}

/** Names of the loops around, and what each goes over. */
type Bound = ReadonlyMap<string, string>;

function walk(node: Node, bound: Bound, found: Found): void {
  const line = node.startPosition.row + 1;
  switch (node.type) {
    case 'type': return;
    case 'identifier':
      if (!bound.has(node.text)) found.names.push({ name: node.text, line });
      return;
    case 'object_property': {
      const [key, ...rest] = childrenOf(node);
      if (key?.type === 'string') walk(key, bound, found);
      for (const part of rest) walk(part, bound, found);
      return;
    }
    case 'for_statement': {
      const parts = childrenOf(node);
      const loop = parts[0]?.type === 'for_loop_parameters' ? childrenOf(parts[0]).map(({ text }) => text) : [parts[0]?.text ?? ''];
      const over = parts[1]?.text ?? '';
      for (const part of parts.slice(1)) walk(part, new Map([...bound, ...loop.map((name) => [name, over] as const)]), found);
      return;
    }
    case 'call_expression': called(childOf(node, 0), found, (part) => walk(part, bound, found)); walk(childOf(node, 1), bound, found); return;
    case 'member_expression': member(node, bound, found); break;
    default:
  }
  for (const part of childrenOf(node)) walk(part, bound, found);
}

function called(callee: Node, found: Found, walkOn: (part: Node) => void): void {
  const line = callee.startPosition.row + 1;
  if (callee.type === 'identifier') { found.functions.push({ name: callee.text, line }); return; }
  if (callee.type !== 'member_expression') { walkOn(callee); return; }
  found.methods.push({ name: childOf(callee, 1).text, line });
  walkOn(childOf(callee, 0));
}

function member(node: Node, bound: Bound, found: Found): void {
  const [object, property] = [childOf(node, 0), childOf(node, 1)];
  const line = node.startPosition.row + 1;
  const over = object.type === 'identifier' ? bound.get(object.text) : undefined;
  if (over !== undefined) found.turns.push({ over, what: property.text, line });
  else if (object.type === 'identifier') found.members.push({ who: object.text, what: property.text, line });
  if (object.type !== 'member_expression' || childOf(object, 1).text !== 'outputs') return;
  found.outputs.push({ who: childOf(object, 0).text, what: property.text, line });
}
