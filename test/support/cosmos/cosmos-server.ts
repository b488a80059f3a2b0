// The test server as tests hold it: a process of its own, its databases, its faults and what it was asked.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Aim } from './cosmos-request.ts';
import type { FaultRule, Seen } from './faults.ts';
import { controlPath, type Order } from './local-cosmos.ts';
import { localKey } from './local-key.ts';

export class CosmosServer {
  readonly endpoint: string;
  readonly key = localKey;
  readonly #process: ChildProcess;
  #databaseCount = 0;

  private constructor(process: ChildProcess, endpoint: string) {
    this.#process = process;
    this.endpoint = endpoint;
  }

  /** A server on a free port, without databases. Rejects if its process ends before it is ready; what it has to say stands on stderr. */
  static async start(): Promise<CosmosServer> {
    const program = new URL('server.ts', import.meta.url).pathname;
    const started = spawn(process.execPath, ['--no-warnings', program, '--for-tests'], { stdio: ['pipe', 'pipe', 'inherit'] });
    for await (const address of createInterface({ input: started.stdout })) return new CosmosServer(started, address);
    throw new Error('The Cosmos DB server for tests did not start');
  }

  /** Ends the process and whatever it held. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await gone;
  }

  /** A new database with the containers of src/stores/cosmos/containers.json; gives its name. */
  async database(): Promise<string> {
    const id = `test-${++this.#databaseCount}`;
    await this.#order({ do: 'create-database', id });
    return id;
  }

  async drop(database: string): Promise<void> { await this.#order({ do: 'drop-database', id: database }); }

  readonly faults = {
    /** Rules count from now on, each request by the first that has something left for it. */
    add: async (...rules: readonly FaultRule[]): Promise<void> => { await this.#order({ do: 'add-faults', rules }); },
    /** No more faults; what hangs is answered. */
    clear: async (): Promise<void> => { await this.#order({ do: 'clear-faults' }); },
    release: async (): Promise<void> => { await this.#order({ do: 'release' }); },
    /** Resolves when `count` requests hang. */
    held: async (count: number): Promise<void> => { await this.#order({ do: 'wait-for-held', count }); },
  };

  readonly requests = {
    /** What was asked and answered or cut off, in the order of the answers. */
    list: async (where: Partial<Aim> = {}): Promise<readonly Seen[]> => (await this.#order({ do: 'seen', where })) as readonly Seen[],
    count: async (where: Partial<Aim> = {}): Promise<number> => (await this.requests.list(where)).length,
    forget: async (): Promise<void> => { await this.#order({ do: 'forget-seen' }); },
  };

  /** The clock by which items expire, ahead of the real one; 0 sets it right. */
  async setClockAhead(aheadMs: number): Promise<void> { await this.#order({ do: 'set-clock', aheadMs }); }

  /** Goes without these mends from now on; with none given all are in use again. */
  async leaveOut(...mends: readonly string[]): Promise<void> { await this.#order({ do: 'leave-out', mends }); }

  async #order(order: Order): Promise<unknown> {
    const response = await fetch(new URL(controlPath, this.endpoint), { method: 'POST', body: JSON.stringify(order) });
    if (!response.ok) throw new Error(`The Cosmos DB server for tests answered ${response.status} to ${order.do}`);
    return response.json();
  }
}
