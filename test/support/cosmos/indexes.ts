// Which paths a query filters and sorts by, and which of them no index of the container serves.

import type { Container } from './imitation.ts';

interface Policy {
  readonly includedPaths?: readonly { readonly path: string }[];
  readonly excludedPaths?: readonly { readonly path: string }[];
}

/** The syntax tree of the package: objects with a `type`. */
type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** `c.people[0]` is `/people/[]`; null for what is no path from the container's alias. */
function pathOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node['type'] === 'identifier') return '';
  if (node['type'] !== 'scalar_member_expression') return null;
  const [object, property] = [pathOf(node['object']), node['property'] as Node];
  const name = property['name'] ?? property['value'];
  return object === null ? null : `${object}/${typeof name === 'number' ? '[]' : String(name)}`;
}

function pathsUnder(node: unknown): readonly string[] {
  const path = isNode(node) && node['type'] === 'scalar_member_expression' ? pathOf(node) : null;
  if (path !== null) return [path];
  return isNode(node) ? Object.values(node).flatMap(pathsUnder) : [];
}

export interface QueryPaths {
  readonly filters: readonly string[];
  readonly orders: readonly string[];
}

/** Nothing for a text that is no query: the server says what is wrong with it. */
export function pathsOf(container: Container, sql: string): QueryPaths {
  try {
    const { body } = container.documents._getQuery(sql).ast as { readonly body: Node };
    return { filters: pathsUnder(body['where']), orders: pathsUnder(body['orderBy']) };
  } catch {
    return { filters: [], orders: [] };
  }
}

export const policyOf = (container: Container): Policy => (container.read()['indexingPolicy'] ?? {}) as Policy;

/** The longest path of the policy that covers it decides; a container without a policy indexes everything. */
export function isIndexed(path: string, { includedPaths = [{ path: '/*' }], excludedPaths = [] }: Policy): boolean {
  const isCovered = (by: string): boolean => by === `${path}/?` || by === `${path}/[]/?` || (by.endsWith('/*') && `${path}/`.startsWith(by.slice(0, -1)));
  const longest = (paths: readonly { readonly path: string }[]): number => Math.max(-1, ...paths.map(({ path: by }) => by).filter(isCovered).map((by) => by.length));
  return longest(includedPaths) > longest(excludedPaths);
}
