// The way of one process to the database: an HTTP proxy that can be cut, fall silent, be slow, or answer in the database's
// place that it has too much to do.

import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { Dice } from '../../support/sim/dice.ts';
import { refusal } from '../../support/cosmos/faults.ts';

export type LineState =
  | { readonly kind: 'open' }
  /** Connections break, new ones too; what was asked before may have been done, its answer is lost. */
  | { readonly kind: 'cut' }
  /** Nothing is heard any more. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** This share of requests meets 429. */
  | { readonly kind: 'throttled'; readonly share: number; readonly retryAfterMs: number };

export class StoreLine {
  #state: LineState = { kind: 'open' };
  readonly #to: URL;
  readonly #dice: Dice;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((asked, answer) => void this.#serve(asked, answer).catch(() => asked.socket.destroy()));

  constructor(to: string, dice: Dice) {
    this.#to = new URL(to);
    this.#dice = dice;
    this.#server.on('connection', (socket) => { this.#sockets.add(socket.once('close', () => this.#sockets.delete(socket))); });
  }

  async start(): Promise<this> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    return this;
  }

  /** What the process takes for the address of the database. */
  get url(): string { return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`; }
  get isOpen(): boolean { return this.#state.kind === 'open'; }

  set(state: LineState): void {
    // Whoever waited in silence learns at its end, if it still waits, that there is no answer.
    if (state.kind === 'cut' || this.#state.kind === 'silent') for (const socket of this.#sockets) socket.destroy();
    this.#state = state;
  }

  stop(): void {
    this.set({ kind: 'cut' });
    this.#server.close();
    this.#agent.destroy();
  }

  async #serve(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    if (this.#state.kind === 'cut') { asked.socket.destroy(); return; }
    const body = await buffer(asked);
    if (this.#state.kind === 'silent') return;
    if (this.#state.kind === 'throttled' && this.#dice.isLucky(this.#state.share)) {
      const { status, headers, body: why } = refusal(429, this.#state.retryAfterMs);
      answer.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(why));
      return;
    }
    if (this.#state.kind === 'slow') await wait(this.#state.delayMs);
    const answered = await this.#ask(asked, body);
    const answeredBody = await buffer(answered);
    if (this.#isAway()) return;
    answer.writeHead(answered.statusCode ?? 500, answered.headers).end(answeredBody);
  }

  /** What was asked has been done; its answer is lost. */
  #isAway(): boolean { return this.#state.kind === 'cut' || this.#state.kind === 'silent'; }

  #ask({ method, url, headers }: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
    const { hostname, port, host } = this.#to;
    return new Promise((resolve, reject) => {
      request({ hostname, port, method, path: url, headers: { ...headers, host }, agent: this.#agent }, resolve).once('error', reject).end(body);
    });
  }
}
