// A thin client of the Bot Framework connector: one attempt, one deadline over the whole exchange, connections kept
// open. It reports what happened on the wire and decides nothing; outcome.ts does.

import http from 'node:http';
import https from 'node:https';
import { isAllowedServiceUrl } from './service-url.ts';
import type { Exchange } from './outcome.ts';

export interface ConnectorOptions {
  /** Null in local mode: requests carry no token. `isFresh` asks for a new one after a 401. */
  readonly token: ((isFresh: boolean) => Promise<string>) | null;
  readonly mode: { readonly isLocal: boolean; readonly allowsLoopback: boolean };
  /** From the call to the last byte of the answer, token included; 5 s unless a test says less. */
  readonly deadlineMs?: number;
  /** Real time in ms, by the clock that leases go by. */
  readonly now: () => number;
}

export interface ConnectorRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly serviceUrl: string;
  /** Under the service URL, encoded, without a leading slash. */
  readonly path: string;
  /** Sent as JSON; undefined for none. */
  readonly body?: unknown;
  /** Real time in ms after which no byte may leave any more; undefined for whenever. */
  readonly startBy?: number | undefined;
}

export interface Connector {
  /** Never rejects for what the other side does. */
  exchange(request: ConnectorRequest): Promise<Exchange>;
  /** Closes the connections that are kept open. */
  close(): void;
}

const usualDeadlineMs = 5_000;
/** Below the idle time of the other side, so that a kept connection is rarely one that was just closed. */
const idleConnectionMs = 15_000;
const maxSocketCount = 256;
const maxAnswerBytes = 4_000_000;

export function createConnector(options: ConnectorOptions): Connector {
  const agentOptions = { keepAlive: true, maxSockets: maxSocketCount, timeout: idleConnectionMs };
  const agents = { 'http:': new http.Agent(agentOptions), 'https:': new https.Agent(agentOptions) };
  let needsFreshToken = false;

  async function tokenWithin(deadline: AbortSignal): Promise<string | null> {
    if (options.token === null) return null;
    const isFresh = needsFreshToken;
    needsFreshToken = false;
    return await Promise.race([options.token(isFresh), rejectedAt(deadline)]);
  }
  return {
    async exchange(request) {
      if (!isAllowedServiceUrl(request.serviceUrl, options.mode)) return { kind: 'not-sent', why: 'service-url-refused' };
      const url = new URL(`${request.serviceUrl.replace(/\/+$/, '')}/${request.path}`);
      const deadline = AbortSignal.timeout(options.deadlineMs ?? usualDeadlineMs);
      let token: string | null;
      try {
        token = await tokenWithin(deadline);
      } catch {
        return { kind: 'not-sent', why: 'no-token' };
      }
      const agent = url.protocol === 'https:' ? agents['https:'] : agents['http:'];
      const isTooLate = () => request.startBy !== undefined && options.now() > request.startBy;
      const exchange = await send({ url, method: request.method, body: bodyOf(request), token, agent, deadline, isTooLate });
      needsFreshToken ||= exchange.kind === 'answered' && exchange.status === 401;
      return exchange;
    },
    close() {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

const bodyOf = ({ body }: ConnectorRequest): Buffer | null => (body === undefined ? null : Buffer.from(JSON.stringify(body)));

const rejectedAt = (deadline: AbortSignal): Promise<never> => new Promise((_resolve, reject) => {
  deadline.addEventListener('abort', () => reject(new Error('Too late')), { once: true });
});

interface Sending {
  readonly url: URL;
  readonly method: string;
  readonly body: Buffer | null;
  readonly token: string | null;
  readonly agent: http.Agent;
  readonly deadline: AbortSignal;
  /** Asked in the moment before the first byte leaves. */
  readonly isTooLate: () => boolean;
}

function send({ url, method, body, token, agent, deadline, isTooLate }: Sending): Promise<Exchange> {
  return new Promise((resolve) => {
    let hasBegun = false;
    const headers: http.OutgoingHttpHeaders = { Accept: 'application/json' };
    if (body !== null) Object.assign(headers, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length });
    if (token !== null) headers.Authorization = `Bearer ${token}`;
    const fail = (why: string) => resolve({ kind: hasBegun ? 'cut' : 'not-sent', why });

    const request = (url.protocol === 'https:' ? https : http).request(url, { method, headers, agent });
    // Nothing is written before the connection stands (with TLS: is secure), so that what is too late by then never leaves.
    const begin = (): void => {
      if (isTooLate()) { resolve({ kind: 'not-sent', why: 'too-late' }); request.destroy(); return; }
      hasBegun = true;
      request.end(body ?? undefined);
    };
    request.on('socket', (socket) => {
      // Only one that is being made still has it to tell; a kept one would collect listeners.
      if (!socket.connecting) begin();
      else socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', begin);
    });
    request.on('error', (error) => fail(deadline.aborted ? 'time-out' : causeOf(error)));
    request.on('response', (response) => {
      readAnswer(response).then(resolve, (error: unknown) => fail(deadline.aborted ? 'time-out' : causeOf(error)));
    });
    onceAborted(deadline, () => { if (hasBegun) afterWhatArrived(() => { request.destroy(timeOut); }); else request.destroy(timeOut); });
  });
}

const timeOut = new Error('Too late');

function onceAborted(signal: AbortSignal, work: () => void): void {
  if (signal.aborted) work();
  else signal.addEventListener('abort', work, { once: true });
}

/**
 * A process that stood still finds the deadline over and the answer in its buffer: what has arrived is read first, since an
 * answer that is thrown away is a message that may be posted twice.
 */
function afterWhatArrived(work: () => void): void {
  setImmediate(() => setImmediate(() => setImmediate(work)));
}

/** The answer with its JSON; `body` is null when there is none or it is something else. Rejects if it breaks off. */
async function readAnswer(response: http.IncomingMessage): Promise<Exchange> {
  const chunks: Buffer[] = [];
  let byteCount = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    byteCount += chunk.length;
    if (byteCount > maxAnswerBytes) throw new Error('The answer is too long');
    chunks.push(chunk);
  }
  const status = response.statusCode ?? 0;
  return { kind: 'answered', status, body: jsonOf(Buffer.concat(chunks)), retryAfter: response.headers['retry-after'] ?? null };
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

const causeOf = (error: unknown): string =>
  (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : 'broken-off');
