// What a mend of the test server is: one thing that the package does otherwise than Cosmos DB, and what is done about it.

import type { Aim, Answer, CosmosRequest } from './cosmos-request.ts';
import type { Container } from './imitation.ts';

/** A request for something in a container. Mends see one at a time. */
export interface Asked {
  readonly request: CosmosRequest;
  readonly aim: Aim;
  /** Null if there is no such container. */
  readonly container: Container | null;
  /** The clock by which items expire and are stamped. */
  readonly nowMs: number;
}

export interface Mend {
  readonly name: string;
  /** What the package does, and what the service does by its documentation. */
  readonly why: string;
  /** Answers in place of the server, or lets it answer (the request as it came, if none is given) and corrects that. */
  readonly apply: (asked: Asked, answer: (request?: CosmosRequest) => Promise<Answer>) => Promise<Answer>;
}

export const isWriting = ({ aim: { operation } }: Pick<Asked, 'aim'>): boolean => operation === 'create' || operation === 'replace' || operation === 'upsert';

export const refused = (status: number, message: string): Answer => ({ status, headers: { 'x-ms-substatus': '0' }, body: { code: String(status), message } });

/** A mend that refuses some requests, with the sentence that `fault` finds, and leaves the others alone. */
export const refusing = (status: number, fault: (asked: Asked) => string | null): Mend['apply'] => async (asked, answer) => {
  const found = fault(asked);
  return found === null ? answer() : refused(status, found);
};
