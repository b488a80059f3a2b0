// One process of the service as the proof holds it: started, killed, held up and let go, cut off from its store; with a list
// of the times in which it was in trouble.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { LineState, StoreLine } from './store-line.ts';

/** Real times in ms; `to` is infinite while it lasts. */
export interface Trouble {
  readonly kind: string;
  readonly from: number;
  to: number;
}

export interface InstanceParts {
  readonly port: number;
  /** What it sends comes from here. */
  readonly address: string;
  readonly line: StoreLine;
  readonly environment: Readonly<Record<string, string>>;
  readonly aheadMs?: number;
}

type State = 'down' | 'starting' | 'up' | 'held' | 'doomed' | 'ending';
/** Until it answers that it is ready, or it could not be started. */
const startsWithinMs = 60_000;
/** product.md 1. */
const endsWithinMs = 10_000;

export class Instance {
  readonly troubles: Trouble[] = [];
  /** What must not happen: that it ends by itself, or not when it is told to. */
  readonly faults: string[] = [];
  /** By name of what it logged as an error. */
  readonly errors = new Map<string, number>();
  readonly line: StoreLine;
  readonly address: string;
  readonly url: string;
  readonly #parts: InstanceParts;
  #state: State = 'down';
  #child: ChildProcess | null = null;
  #isToDie = false;
  #hasMoment = false;

  constructor(parts: InstanceParts) {
    this.#parts = parts;
    ({ line: this.line, address: this.address } = parts);
    this.url = `http://127.0.0.1:${parts.port}`;
  }

  /** It can be reached and held to its word. */
  get isHealthy(): boolean { return this.#state === 'up' && this.line.isOpen; }
  get isUp(): boolean { return this.#state === 'up'; }
  /** A load balancer would still send somebody there. */
  get isListening(): boolean { return ['up', 'held', 'doomed'].includes(this.#state); }

  /** Resolves when it is ready. `moment`: of killable-main.ts; it dies or stops there once it is told to. */
  async start(moment: string | null = null): Promise<void> {
    this.#state = 'starting';
    this.#isToDie = false;
    this.#hasMoment = moment !== null;
    const { port, address, environment, aheadMs = 0 } = this.#parts;
    const env = {
      PATH: process.env['PATH'], LOCAL: 'true', STORE: 'cosmos', LOG_LEVEL: 'warn', COSMOS_ENDPOINT: this.line.url, PORT: String(port),
      INSTANCE_ADDRESS: address, INSTANCE_AHEAD_MS: String(aheadMs), ...environment,
    };
    const preload = ['--no-warnings', '--import', join(import.meta.dirname, 'as-instance.ts')];
    const program = moment === null ? [join(import.meta.dirname, '../../../src/main.ts')] : [join(import.meta.dirname, '../killable-main.ts'), moment, '0'];
    const child = spawn(process.execPath, [...preload, ...program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { this.#note(text); });
    void once(child, 'exit').then(([code, signal]) => { this.#ended(child, `${code} ${signal}`); });
    await this.#untilReady(child);
  }

  /** SIGKILL. */
  async kill(): Promise<void> {
    this.#isToDie = true;
    await this.#end('SIGKILL', Infinity);
  }

  /** It kills itself at the next moment of its kind, or is killed when none comes. */
  async killSoon(withinMs: number): Promise<void> {
    this.#isToDie = true;
    this.#state = 'doomed';
    const gone = this.#gone();
    this.#child?.kill('SIGUSR2');
    await Promise.race([gone, wait(withinMs)]);
    await this.kill();
  }

  /** SIGTERM, as in an update. */
  async end(): Promise<void> {
    this.#state = 'ending';
    await this.#end('SIGTERM', endsWithinMs);
  }

  /** SIGSTOP, at the next moment of its kind if it has one, until `lengthMs` are over, then SIGCONT. */
  async hold(lengthMs: number): Promise<void> {
    const child = this.#child;
    this.#state = 'held';
    const over = this.#trouble('held');
    child?.kill(this.#hasMoment ? 'SIGHUP' : 'SIGSTOP');
    await wait(lengthMs);
    child?.kill('SIGCONT');
    // What it finds in its hands when it goes on is part of the trouble.
    over();
    if (this.#state === 'held') this.#state = 'up';
  }

  /** Its way to the store is so for `lengthMs`. */
  async onLine(state: LineState, lengthMs: number): Promise<void> {
    const over = this.#trouble(state.kind);
    this.line.set(state);
    await wait(lengthMs);
    this.line.set({ kind: 'open' });
    over();
  }

  #trouble(kind: string): () => void {
    const trouble: Trouble = { kind, from: Date.now(), to: Infinity };
    this.troubles.push(trouble);
    return () => { trouble.to = Date.now(); };
  }

  #gone(): Promise<unknown> {
    const child = this.#child;
    return child === null || child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : once(child, 'exit');
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM', withinMs: number): Promise<void> {
    const began = Date.now();
    const over = this.#trouble(signal);
    const gone = this.#gone();
    this.#child?.kill(signal);
    await gone;
    over();
    if (Date.now() - began > withinMs) this.faults.push(`took ${Date.now() - began} ms to end`);
  }

  #ended(child: ChildProcess, how: string): void {
    const isMeant = this.#isToDie || (this.#state === 'ending' && how === '0 null');
    if (!isMeant) this.faults.push(`ended by itself (${how})`);
    this.troubles.push({ kind: 'ended', from: Date.now(), to: Date.now() });
    if (this.#child === child) this.#state = 'down';
  }

  #note(text: string): void {
    for (const line of text.split('\n')) {
      const event = /"fact":"([\w.-]+)"/.exec(line)?.[1] ?? line.slice(0, 120);
      if (event !== '' && event !== 'listening' && event !== 'service.unauthenticated') this.errors.set(event, (this.errors.get(event) ?? 0) + 1);
    }
  }

  async #untilReady(child: ChildProcess): Promise<void> {
    const until = Date.now() + startsWithinMs;
    while (Date.now() < until && this.#child === child && this.#state === 'starting') {
      await wait(100);
      const ready = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
      if (ready?.status === 200 && this.#state === 'starting') this.#state = 'up';
    }
    if (this.#state !== 'up') throw new Error(`An instance did not start: ${[...this.errors.keys()].join('; ')}`);
  }
}
