// An OpenID authority on loopback for authenticated tests: metadata, keys and tokens, and inbound tokens of any kind,
// good or spoilt.

import { createSign, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';

export interface TokenParts {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly head?: Readonly<Record<string, unknown>>;
  /** Sign with a key nobody published. */
  readonly isForged?: boolean;
}

export class Authority {
  readonly appId = '11111111-2222-3333-4444-555555555555';
  /** Requests by path, to see what was asked for and how often. */
  readonly asked: string[] = [];
  /** Answers 500 to everything. */
  isBroken = false;
  readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  readonly #foreignKey: KeyObject = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  readonly #server: Server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    this.asked.push(path);
    request.resume();
    const body = this.isBroken ? undefined : this.#pages()[path];
    response.writeHead(body === undefined ? (this.isBroken ? 500 : 404) : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body ?? {}));
  });

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

  /** A token as the channel service would send it, valid for an hour from now unless `claims` say otherwise. */
  token(serviceUrl: string, { claims = {}, head = {}, isForged = false }: TokenParts = {}): string {
    const nowSeconds = Math.floor(Date.now() / 1000);
    const header = encode({ typ: 'JWT', alg: 'RS256', kid: 'key-1', ...head });
    const body = encode({ iss: this.url, aud: this.appId, nbf: nowSeconds - 10, exp: nowSeconds + 3600, serviceurl: serviceUrl, ...claims });
    const key = isForged ? this.#foreignKey : this.#keys.privateKey;
    return `${header}.${body}.${createSign('sha256').update(`${header}.${body}`).sign(key, 'base64url')}`;
  }

  #pages(): Readonly<Record<string, unknown>> {
    return {
      '/.well-known/openid-configuration': { issuer: this.url, jwks_uri: `${this.url}/keys`, token_endpoint: `${this.url}/token` },
      '/keys': { keys: [{ ...this.#keys.publicKey.export({ format: 'jwk' }), kid: 'key-1', use: 'sig', endorsements: ['msteams'] }] },
      '/token': { access_token: 'outbound-token', token_type: 'Bearer', expires_in: 3600 },
    };
  }
}

const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
