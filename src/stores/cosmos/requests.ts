// Every request to Cosmos DB passes here: it has a deadline well within a lease (reliability.md 1), waits as long as the
// database asks when it throttles, is counted with its charge, and fails with an error that names the document only.

import { setTimeout as wait } from 'node:timers/promises';
import type { Container, SqlParameter } from '@azure/cosmos';
import { type Millis, seconds } from '../../core/time.ts';
import type { Charge } from '../../app/ports.ts';

/** One attempt of the client; it is told when it is made. */
export const requestTimeoutMs: Millis = seconds(4);
/** Waiting because the database said so, all attempts of one operation together. */
const longestWaitMs: Millis = seconds(3);
/** All of it together: the client tries some reads again by itself, and whoever pressed a button is waiting. */
const deadlineMs: Millis = seconds(5);
/** Where the database names no time to wait. */
const firstWaitMs: Millis = 100;
/** Too many requests, a concurrent internal operation, a replica that moves: surely worth asking again. */
const passing: ReadonlySet<unknown> = new Set([429, 449, 503]);
const pageSize = 1_000;
const deletedAtOnce = 20;

interface Asked {
  /** Names the operation in the charges. */
  readonly operation: string;
  /** What could not be done, should it fail. */
  readonly what: string;
}

export interface Query extends Asked {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  /** All partitions if absent. */
  readonly partition?: string;
}

interface Emptying extends Asked {
  readonly partition: string;
  readonly session?: string;
}

/** The HTTP status of an error of the client, or its own code; null for anything else. */
export const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);

export class Requests {
  readonly #charges = new Map<string, Charge>();

  charges(): readonly Charge[] { return [...this.#charges.values()]; }

  /** Throws an error that says `what` could not be done, with its cause. */
  async run<T extends { readonly requestCharge: number }>({ operation, what }: Asked, work: (options: { readonly abortSignal: AbortSignal }) => Promise<T>): Promise<T> {
    const abortSignal = AbortSignal.timeout(deadlineMs);
    for (let waitedMs = 0, nextMs = firstWaitMs; ; nextMs *= 2) {
      try {
        const response = await work({ abortSignal });
        this.#count(operation, response.requestCharge, false);
        return response;
      } catch (cause) {
        const { headers, retryAfterInMs } = Object(cause) as { readonly headers?: Readonly<Record<string, unknown>>; readonly retryAfterInMs?: number };
        this.#count(operation, Number(headers?.['x-ms-request-charge'] ?? 0), codeOf(cause) === 429);
        const waitMs = retryAfterInMs ?? nextMs;
        if (!passing.has(codeOf(cause)) || waitedMs + waitMs > longestWaitMs) throw new Error(`The store could not ${what}.`, { cause });
        waitedMs += waitMs;
        await wait(waitMs);
      }
    }
  }

  /** The same, where the status tells something: gives `instead` for an error with one of these. */
  async unless<T extends { readonly requestCharge: number }, U>(instead: Readonly<Record<number, U>>, asked: Asked, work: (options: { readonly abortSignal: AbortSignal }) => Promise<T>): Promise<T | U> {
    try {
      return await this.run(asked, work);
    } catch (error) {
      const status = codeOf(error instanceof Error ? error.cause : error);
      const known = Object.entries(instead).find(([expected]) => Number(expected) === status);
      if (known === undefined) throw error;
      return known[1];
    }
  }

  async query<T>(container: Container, { sql, parameters, partition, ...asked }: Query): Promise<readonly T[]> {
    const list: SqlParameter[] = Object.entries(parameters).map(([name, value]) => ({ name: `@${name}`, value }));
    const scope = partition === undefined ? {} : { partitionKey: partition };
    const { resources } = await this.run(asked, (options) =>
      container.items.query<T>({ query: sql, parameters: list }, { ...options, ...scope, maxItemCount: pageSize }).fetchAll());
    return resources;
  }

  /** Removes every item of a partition, or of one session in it. Broken off, it may be done again. */
  async empty(container: Container, { partition, session, ...asked }: Emptying): Promise<void> {
    const narrower = session === undefined ? '' : ' and c.session = @session';
    const parameters = session === undefined ? { partition } : { partition, session };
    const sql = `select top ${deletedAtOnce} c.id from c where c.partition = @partition${narrower}`;
    for (;;) {
      const items = await this.query<{ readonly id: string }>(container, { ...asked, partition, sql, parameters });
      if (items.length === 0) return;
      await Promise.all(items.map(({ id }) => this.unless({ 404: null }, asked, (options) => container.item(id, partition).delete(options))));
    }
  }

  #count(operation: string, requestUnits: number, isThrottled: boolean): void {
    const before = this.#charges.get(operation) ?? { operation, count: 0, throttledCount: 0, requestUnits: 0 };
    this.#charges.set(operation, {
      operation, count: before.count + 1, throttledCount: before.throttledCount + Number(isThrottled), requestUnits: before.requestUnits + requestUnits,
    });
  }
}
