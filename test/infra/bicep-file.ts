// Reads one file of Bicep, or of its parameters, into its declarations. What the grammar does not take is a fault with
// its line; everything else of what the compiler would say is for the checks beside this file.

import { join } from 'node:path';
import { Language, type Node, Parser } from 'web-tree-sitter';
import { childOf, childrenOf, textOf, type Value, valueOf } from './bicep-value.ts';

export interface BicepFile {
  /** Relative to `infra/`. */
  readonly path: string;
  readonly faults: readonly string[];
  /** What a file of parameters is for; null in the others. */
  readonly uses: string | null;
  readonly params: readonly Param[];
  readonly variables: readonly Named[];
  readonly resources: readonly Resource[];
  readonly modules: readonly Module[];
  readonly outputs: readonly Typed[];
  readonly root: Node;
}

export interface Named { readonly name: string; readonly value: Value }
export interface Typed extends Named { readonly type: string }
export interface Param {
  readonly name: string;
  /** As written, e.g. `string`. */
  readonly type: string;
  readonly usual: Value | null;
  /** Arguments of each decorator by its name. */
  readonly decorators: ReadonlyMap<string, readonly Value[]>;
}
export interface Resource extends Named { readonly type: string; readonly isExisting: boolean }
export interface Module extends Named { readonly path: string }

/** `path` relative to `infra/`. */
export type ReadBicep = (path: string, text: string) => BicepFile;

/** Loads the grammar. */
export async function createBicepReader(root: string): Promise<ReadBicep> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(join(root, 'node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm')));
  return (path, text) => {
    // The grammar knows no `param name = value`, which only stands in files of parameters; there it is as good as a variable.
    const tree = parser.parse(path.endsWith('.bicepparam') ? text.replace(/^param /gm, 'var   ') : text);
    if (tree === null) throw new Error(`${path}: nothing came of parsing`);
    return fileOf(path, tree.rootNode);
  };
}

function fileOf(path: string, root: Node): BicepFile {
  // Of what does not parse nothing is read: it would be guessed.
  const ofType = (type: string): readonly Node[] => (root.hasError ? [] : childrenOf(root).filter((node) => node.type === type));
  const [using] = ofType('using_statement');
  return {
    path,
    faults: faultsOf(root).map((node) => `${path}:${node.startPosition.row + 1}: does not parse: ${node.text.slice(0, 40)}`),
    uses: using === undefined ? null : textOf(childOf(using, 0)),
    params: ofType('parameter_declaration').map(paramOf),
    variables: ofType('variable_declaration').map((node) => ({ name: childOf(node, 0).text, value: valueOf(childOf(node, 1)) })),
    resources: ofType('resource_declaration').map((node) => ({
      name: childOf(node, 0).text, type: textOf(childOf(node, 1)) ?? '', value: valueOf(childOf(node, 2)),
      isExisting: node.children.some((child) => child?.type === 'existing'),
    })),
    modules: ofType('module_declaration').map((node) => ({ name: childOf(node, 0).text, path: textOf(childOf(node, 1)) ?? '', value: valueOf(childOf(node, 2)) })),
    outputs: ofType('output_declaration').map((node) => ({ name: childOf(node, 0).text, type: childOf(node, 1).text, value: valueOf(childOf(node, 2)) })),
    root,
  };
}

function paramOf(node: Node): Param {
  const usual = childrenOf(node)[2];
  const before = node.previousNamedSibling;
  const decorators = before?.type === 'decorators' ? childrenOf(before).map((decorator) => childOf(decorator, 0)) : [];
  return {
    name: childOf(node, 0).text,
    type: childOf(node, 1).text,
    usual: usual === undefined ? null : valueOf(usual),
    decorators: new Map(decorators.map((call) => [childOf(call, 0).text, childrenOf(childOf(call, 1)).map(valueOf)])),
  };
}

const faultsOf = (node: Node): readonly Node[] =>
  (node.isError || node.isMissing ? [node] : node.hasError ? node.children.flatMap((child) => (child === null ? [] : faultsOf(child))) : []);
