// A question put to a server through the vendor's client, and what Cosmos DB is documented to answer: what our store leans
// on, and for each mend of the test server what is otherwise without it. Probes run on any endpoint.

import type { Container } from '@azure/cosmos';

interface Probed {
  /** `documents` of src/stores/cosmos/containers.json, empty. */
  readonly documents: Container;
  readonly history: Container;
  /** Where no such container is. */
  readonly nowhere: Container;
  /** Puts the clock of the server forward. */
  readonly pass: (seconds: number) => Promise<void>;
}

export interface Probe {
  readonly name: string;
  /** The mend without which the answer is another; null for what the package does by itself. */
  readonly mend: string | null;
  /** For the test server only: its clock can be moved, and it does less than the service. */
  readonly isOursOnly?: true;
  readonly ask: (server: Probed) => Promise<unknown>;
  readonly expected: unknown;
}

export const given = (id: string, over: Readonly<Record<string, unknown>> = {}) => ({ id, partition: 'p', kind: 'k', people: ['ann'], wakeAt: null as number | null, body: 'b', ...over });

/** The status of an answer, or of the refusal; a client that refuses by itself is no answer. */
export async function statusOf(work: Promise<{ readonly statusCode: number }>): Promise<unknown> {
  try {
    return (await work).statusCode;
  } catch (error) {
    const { code, message } = error as { readonly code?: unknown; readonly message: string };
    return typeof code === 'number' ? code : message;
  }
}

export const statusOfQuery = (container: Container, query: string): Promise<unknown> =>
  statusOf(container.items.query(query, { partitionKey: 'p' }).fetchAll().then(() => ({ statusCode: 200 })));
export const createAll = (container: Container, items: readonly object[]): Promise<unknown> => Promise.all(items.map((item) => container.items.create(item)));
export const ifMatch = (condition: string) => ({ accessCondition: { type: 'IfMatch', condition } });
export const idsOf = async (container: Container, query: string, options: object = {}): Promise<readonly string[]> =>
  (await container.items.query<{ readonly id: string }>(query, options).fetchAll()).resources.map(({ id }) => id);
