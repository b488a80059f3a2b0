// The package that imitates Cosmos DB, as one function from a request to its answer. Only its routes and its account are
// used, so that what it answers can be mended before it is sent (mends.ts), and nothing is printed.

import { Readable } from 'node:stream';
import accountModule from '@vercel/cosmosdb-server/lib/account/index.js';
import type Collection from '@vercel/cosmosdb-server/lib/account/collection.js';
import routesModule from '@vercel/cosmosdb-server/lib/routes.js';
import type { Aim, Answer, CosmosRequest } from './cosmos-request.ts';

export type Container = Collection.default;
/** `definition`: as in src/stores/cosmos/containers.json. */
export type Definition = { readonly id: string } & Readonly<Record<string, unknown>>;
type Handler = (account: unknown, request: unknown, response: unknown, parameters: unknown) => unknown;

export class Imitation {
  readonly #account: InstanceType<typeof accountModule.default>;

  /** @param port where it is reached: it tells clients so. */
  constructor(port: number) { this.#account = new accountModule.default('127.0.0.1', port); }

  /** Null while there is no such container. */
  container({ database, container }: Aim): Container | null {
    const found = database === null || container === null ? null : this.#account.database(database).collection(container);
    return found?.read() === undefined ? null : found;
  }

  createDatabase(id: string, definitions: readonly Definition[]): void {
    this.#account.databases.create({ id });
    for (const definition of definitions) this.#account.database(id).collections.create(structuredClone(definition));
  }

  dropDatabase(id: string): void { this.#account.databases.delete(id, id); }

  /** A fault of the package is a 500, as in the package itself. */
  async answer(request: CosmosRequest): Promise<Answer> {
    const incoming = Object.assign(Readable.from([request.body], { objectMode: false }), request);
    const [parameters, handler] = (routesModule.default(incoming as never) ?? []) as [unknown?, Handler?];
    if (handler === undefined) return { status: 400, headers: {}, body: { message: 'no route' } };
    const headers: Record<string, string> = {};
    const response = { statusCode: 200, setHeader: (name: string, value: string) => { headers[name] = value; } };
    try {
      const body = await handler(this.#account, incoming, response, parameters);
      return { status: response.statusCode, headers, body };
    } catch (error) {
      return { status: 500, headers, body: { message: String(error) } };
    }
  }
}
