// The containers as containers.json declares them, for infrastructure and service alike, and whether a real one is so.

import type { ContainerDefinition, IndexingPolicy } from '@azure/cosmos';
import declared from './containers.json' with { type: 'json' };

export type ContainerId = 'documents' | 'history';
export const declaredContainers: readonly ContainerDefinition[] = declared as readonly ContainerDefinition[];

/** Whether what the queries rely on is there; an index more does no harm. */
export function isAsDeclared(id: ContainerId, real: ContainerDefinition | undefined): boolean {
  const wanted = declaredContainers.find((each) => each.id === id);
  return real !== undefined && wanted !== undefined
    && real.partitionKey?.paths.join() === wanted.partitionKey?.paths.join()
    && real.defaultTtl === wanted.defaultTtl
    && real.indexingPolicy?.indexingMode === wanted.indexingPolicy?.indexingMode
    && pathsOf(wanted.indexingPolicy).every((path) => pathsOf(real.indexingPolicy).some((each) => each === path || each === '/*'))
    && compositesOf(wanted.indexingPolicy).every((index) => compositesOf(real.indexingPolicy).includes(index));
}

const pathsOf = (policy: IndexingPolicy | undefined): readonly string[] => (policy?.includedPaths ?? []).map(({ path }) => path);
const compositesOf = (policy: IndexingPolicy | undefined): readonly string[] =>
  (policy?.compositeIndexes ?? []).map((index) => index.map(({ path, order }) => `${path} ${order}`).join());
