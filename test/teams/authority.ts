// An OpenID authority on loopback for authenticated tests: metadata, keys and tokens, and inbound tokens of any kind,
// good or spoilt.

import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';

export interface TokenParts {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly head?: Readonly<Record<string, unknown>>;
  /** Sign with a key nobody published. */
  readonly isForged?: boolean;
  /** Sign with nothing, or with the published key as if it were a shared secret. */
  readonly signedBy?: 'nothing' | 'public key';
}

interface KeyPair {
  readonly id: string;
  readonly pair: ReturnType<typeof newPair>;
  readonly endorsements: readonly string[] | undefined;
}
const newPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

export class Authority {
  readonly appId = '11111111-2222-3333-4444-555555555555';
  /** Requests by path, to see what was asked for and how often. */
  readonly asked: string[] = [];
  /** Answers 500 to everything, or to all but what is asked for at the start of the service. */
  isBroken = false;
  hasNoKeys = false;
  /** Takes requests and never answers. */
  isSilent = false;
  /** What it gives the bot to speak to the connector with. */
  outboundToken = 'outbound-token';
  /** Real time in ms of those who check the tokens. */
  readonly #now: () => number;
  /** Published. */
  #key: KeyPair = { id: 'key-1', pair: newPair(), endorsements: ['msteams'] };
  /** Nobody has published it yet. */
  readonly #foreign = newPair();
  readonly #server: Server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    this.asked.push(path);
    request.resume();
    if (this.isSilent) return;
    const isBroken = this.isBroken || (this.hasNoKeys && path === '/keys');
    const body = isBroken ? undefined : this.#pages()[path];
    response.writeHead(body === undefined ? (isBroken ? 500 : 404) : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body ?? {}));
  });

  constructor(now: () => number = Date.now) { this.#now = now; }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The authority is not listening');
    return `http://127.0.0.1:${address.port}`;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** Publishes another key in place of the one so far. `endorsements`: the channels it may sign for, none named for all. */
  rollOver(endorsements?: readonly string[]): void {
    this.#key = { id: `${this.#key.id}-next`, pair: this.#foreign, endorsements };
  }

  /** A token as the channel service would send it, valid for an hour from now unless `claims` say otherwise. */
  token(serviceUrl: string, { claims = {}, head = {}, isForged = false, signedBy }: TokenParts = {}): string {
    const nowSeconds = Math.floor(this.#now() / 1000);
    const { id, pair } = this.#key;
    const header = encode({ typ: 'JWT', alg: 'RS256', kid: id, ...head });
    const body = encode({ iss: this.url, aud: this.appId, nbf: nowSeconds - 10, exp: nowSeconds + 3600, serviceurl: serviceUrl, ...claims });
    const signed = `${header}.${body}`;
    if (signedBy === 'nothing') return `${signed}.`;
    if (signedBy === 'public key') return `${signed}.${createHmac('sha256', pair.publicKey.export({ type: 'spki', format: 'pem' })).update(signed).digest('base64url')}`;
    return `${signed}.${createSign('sha256').update(signed).sign((isForged ? this.#foreign : pair).privateKey, 'base64url')}`;
  }

  #pages(): Readonly<Record<string, unknown>> {
    return {
      '/.well-known/openid-configuration': { issuer: this.url, jwks_uri: `${this.url}/keys`, token_endpoint: `${this.url}/token` },
      '/keys': { keys: [{ ...this.#key.pair.publicKey.export({ format: 'jwk' }), kid: this.#key.id, use: 'sig', endorsements: this.#key.endorsements }] },
      '/token': { access_token: this.outboundToken, token_type: 'Bearer', expires_in: 3600 },
    };
  }
}

const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
