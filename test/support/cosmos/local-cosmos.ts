// The mended server on a loopback port: every request is taken down, meets the faults that a test has ordered, is answered
// by the package inside its mends, one at a time, and sent. Requests to the control path are orders from tests.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type Aim, aimOf, type Answer, type CosmosRequest, itemIn } from './cosmos-request.ts';
import { Faults, isMatch, type FaultRule, type Seen } from './faults.ts';
import { type Definition, Imitation } from './imitation.ts';
import { isIndexed, pathsOf, policyOf } from './indexes.ts';
import type { Mend } from './mend.ts';

export const controlPath = '/-/control';
/** Requests that are remembered: the newest. */
const seenCount = 20_000;

/** What tests may order. Each is answered with what `obey` gives for it. */
export type Order =
  | { readonly do: 'create-database' | 'drop-database'; readonly id: string }
  | { readonly do: 'add-faults'; readonly rules: readonly FaultRule[] }
  | { readonly do: 'clear-faults' | 'release' | 'forget-seen' }
  | { readonly do: 'wait-for-held'; readonly count: number }
  | { readonly do: 'seen'; readonly where: Partial<Aim> }
  | { readonly do: 'set-clock'; readonly aheadMs: number }
  | { readonly do: 'leave-out'; readonly mends: readonly string[] };

interface Parts {
  readonly mends: readonly Mend[];
  readonly definitions: readonly Definition[];
}

export class LocalCosmos {
  readonly #parts: Parts;
  readonly #faults = new Faults();
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response));
  #imitation = new Imitation(0);
  #seen: Seen[] = [];
  #clockAheadMs = 0;
  #leftOut: readonly string[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) { this.#parts = parts; }

  /** @param port 0 for any free port. Gives the address; rejects if the port is taken. */
  async start(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => { this.#server.once('error', reject).listen(port, '127.0.0.1', resolve); });
    const address = this.#server.address();
    const taken = typeof address === 'object' && address !== null ? address.port : port;
    this.#imitation = new Imitation(taken);
    return `http://127.0.0.1:${taken}/`;
  }

  async stop(): Promise<void> {
    this.#faults.clear();
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async obey(order: Order): Promise<unknown> {
    switch (order.do) {
      case 'create-database': return this.#imitation.createDatabase(order.id, this.#parts.definitions);
      case 'drop-database': return this.#imitation.dropDatabase(order.id);
      case 'add-faults': return this.#faults.add(order.rules);
      case 'clear-faults': return this.#faults.clear();
      case 'release': return this.#faults.release();
      case 'wait-for-held': return this.#faults.held(order.count);
      case 'seen': return this.#seen.filter((each) => isMatch(each, order.where));
      case 'forget-seen': return void (this.#seen = []);
      case 'set-clock': return void (this.#clockAheadMs = order.aheadMs);
      case 'leave-out': return void (this.#leftOut = order.mends);
    }
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const request: CosmosRequest = { method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.headers, body: await buffer(incoming) };
      if (request.url === controlPath) {
        const done = await this.obey(JSON.parse(request.body.toString()) as Order).then((body) => ({ status: 200, body: body ?? null }), (error) => ({ status: 500, body: String(error) }));
        send(response, { ...done, headers: { connection: 'close' } });
        return;
      }
      const aim = aimOf(request);
      const fault = this.#faults.meet(aim);
      const answer = await this.#faults.answer(fault, () => this.#inTurn(() => this.#mended(request, aim)));
      this.#note({ ...aim, status: answer?.status ?? null, fault: fault?.kind ?? null, ...this.#queryIn(request, aim) });
      if (answer === null) incoming.socket.destroy();
      else send(response, answer);
    } catch {
      // The client has gone away, or sent what is no request.
      incoming.socket.destroy();
    }
  }

  /** One after another, since a mend may change what the package sees for as long as it answers. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  #mended(request: CosmosRequest, aim: Aim): Promise<Answer> {
    const imitate = (asked: CosmosRequest): Promise<Answer> => this.#imitation.answer(asked);
    if (aim.container === null) return imitate(request);
    const context = { aim, container: this.#imitation.container(aim), nowMs: Date.now() + this.#clockAheadMs };
    const inUse = this.#parts.mends.filter(({ name }) => !this.#leftOut.includes(name));
    const whole = inUse.reduceRight((next, mend) => (asked: CosmosRequest) =>
      mend.apply({ ...context, request: asked }, (changed = asked) => next(changed)), imitate);
    return whole(request);
  }

  #queryIn(request: CosmosRequest, aim: Aim): Pick<Seen, 'sql' | 'unindexed'> {
    const container = this.#imitation.container(aim);
    if (aim.operation !== 'query' || container === null) return { sql: null, unindexed: [] };
    const sql = String(itemIn(request)['query']);
    const { filters, orders } = pathsOf(container, sql);
    return { sql, unindexed: [...new Set([...filters, ...orders])].filter((path) => !isIndexed(path, policyOf(container))) };
  }

  #note(seen: Seen): void {
    this.#seen.push(seen);
    if (this.#seen.length > seenCount * 2) this.#seen = this.#seen.slice(-seenCount);
  }
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  const { _etag: etag } = Object(body) as { readonly _etag?: string };
  const text = body === undefined || status === 204 ? '' : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json', 'content-length': Buffer.byteLength(text), 'x-ms-request-charge': '1', ...(etag === undefined ? {} : { etag }), ...headers,
  });
  response.end(text);
}
