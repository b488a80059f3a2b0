// A request of the Cosmos DB protocol, reduced to what the test server looks at, and what it is aimed at.

import type { IncomingHttpHeaders } from 'node:http';

export interface CosmosRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The very object that is stored, where an item is answered; undefined for an empty answer. */
  readonly body: unknown;
}

export type Operation = 'create' | 'read' | 'replace' | 'delete' | 'query' | 'query-plan' | 'upsert' | 'patch' | 'read-container' | 'other';

/** What a request is for. A part that it does not name is null. */
export interface Aim {
  readonly operation: Operation;
  readonly database: string | null;
  readonly container: string | null;
  /** Of the item. */
  readonly id: string | null;
  readonly partition: string | null;
}

const isTrue = (header: string | string[] | undefined): boolean => String(header).toLowerCase() === 'true';

function operationOf({ method, headers }: CosmosRequest, [, , , , kind, item]: readonly string[]): Operation {
  if (kind === undefined) return method === 'GET' ? 'read-container' : 'other';
  if (kind !== 'docs') return 'other';
  if (isTrue(headers['x-ms-cosmos-is-query-plan-request'])) return 'query-plan';
  if (method === 'POST' && (isTrue(headers['x-ms-documentdb-isquery']) || headers['content-type'] === 'application/query+json')) return 'query';
  if (method === 'POST') return isTrue(headers['x-ms-documentdb-is-upsert']) ? 'upsert' : isTrue(headers['x-ms-cosmos-is-batch-request']) ? 'other' : 'create';
  const byMethod: Readonly<Record<string, Operation>> = { GET: 'read', PUT: 'replace', DELETE: 'delete', PATCH: 'patch' };
  return item === undefined ? 'other' : byMethod[method] ?? 'other';
}

/** The value in the partition key header; null if there is none that is a text. */
export function partitionOf({ headers }: CosmosRequest): string | null {
  const header = headers['x-ms-documentdb-partitionkey'];
  if (typeof header !== 'string') return null;
  const value: unknown = (JSON.parse(header) as unknown[])[0];
  return typeof value === 'string' ? value : null;
}

/** Paths are `/dbs/<database>/colls/<container>/docs/<id>`; the client may begin them with two slashes. */
export function aimOf(request: CosmosRequest): Aim {
  const parts = request.url.replace(/\?.*$/, '').split('/').filter((part) => part !== '').map(decodeURIComponent);
  const [, database = null, , container = null] = parts;
  if (container === null) return { operation: 'other', database, container, id: null, partition: null };
  const operation = operationOf(request, parts);
  const id = operation === 'create' || operation === 'upsert' ? itemIn(request).id : parts[5];
  return { operation, database, container, id: typeof id === 'string' ? id : null, partition: partitionOf(request) };
}

/** The item in the body of a request that writes one. */
export const itemIn = ({ body }: CosmosRequest): Readonly<Record<string, unknown>> => Object(JSON.parse(body.toString())) as Readonly<Record<string, unknown>>;
