// The HTTP server: restify with the routes of product.md 1 and nothing else. No exception's text leaves it: what fails
// unexpectedly is a bare 500 with an incident id that the log has too.

import restify from 'restify';
import type { Request, Response } from 'restify';
import type { Meter } from '../app/meter.ts';
import { faultOf } from '../log.ts';
import type { Log } from '../log.ts';
import { type Millis, secondMs } from '../core/time.ts';
import type { HttpAnswer } from './answers.ts';
import type { TakeActivity } from './bot.ts';
import { connectionsOf } from './connections.ts';
import type { Door, TurnedAway } from './door.ts';
import { FailedRequest } from './failed-request.ts';
import { type MetricsPage, readMetrics } from './metrics-page.ts';
import { readJson } from './read-json.ts';
import { isLoopback } from './service-url.ts';

export interface Page {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** Absent for a page that is shown. */
  readonly fileName?: string;
  /** It may be shown again for so long, to whom it was given; absent: it is not kept. */
  readonly freshMs?: Millis;
}

export interface ServerOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly host: string;
  /** Binds to loopback only, whatever `host` says. */
  readonly isLocal: boolean;
  readonly door: Door;
  readonly take: TakeActivity;
  /** Told of whoever is refused before anything of theirs is read. */
  readonly turnedAway: (away: TurnedAway) => void;
  /** Store reachable, sweep making progress, not draining. */
  readonly isReady: () => boolean | Promise<boolean>;
  /** Whole HTML documents, named by the manifest. */
  readonly privacyHtml: string;
  readonly termsHtml: string;
  /** A signed download by its token. */
  readonly record: (token: string) => Promise<Page>;
  /** The same for a report. */
  readonly report: (token: string) => Promise<Page>;
  /** The same for a calendar file, of a community or of a pair. */
  readonly calendar: (token: string) => Promise<Page>;
  readonly metrics: MetricsPage | null;
  readonly log: Log;
  /** Nobody looks if absent. */
  readonly meter?: Meter;
  /** A new name for what failed, to be read out. */
  readonly incident: () => string;
  /** Milliseconds until a slow body is given up. */
  readonly bodyDeadlineMs?: number;
}

export interface RunningServer {
  readonly port: number;
  /** Still answers everybody, and each connection closes with its answer. */
  retire(): void;
  /** No new requests; resolves when those in hand are answered. */
  close(): Promise<void>;
  /** Hangs up on those that are left. */
  cut(): void;
}

type Handle = (request: Request) => Promise<HttpAnswer>;

const maxBodyBytes = 262_144;
const maxDiscardedBytes = 1_000_000;
const usualBodyDeadlineMs = 10_000;
const headersDeadlineMs = 10_000;
/** Longer than the front ends that keep connections to us open for 60 s. */
const keepAliveMs = 65_000;

/** Starts listening. Rejects if the port cannot be had. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = restify.createServer({ name: '', ignoreTrailingSlash: true, maxParamLength: 2_000 });
  server.server.headersTimeout = headersDeadlineMs;
  server.server.requestTimeout = 2 * (options.bodyDeadlineMs ?? usualBodyDeadlineMs);
  server.server.keepAliveTimeout = keepAliveMs;
  // Unknown paths and methods: restify's own answers repeat the path and would show an error's text.
  server.on('restifyError', (...[, response, fault, done]: [Request, Response, unknown, () => void]) => {
    response.send(statusOf(fault));
    done();
  });
  const connections = connectionsOf(server.server);
  let isClosing = false;
  const guarded = (handle: Handle) => async (request: Request, response: Response) => {
    const answer = await handle(request).catch((fault: unknown) => failed(request, fault, options));
    write(response, answer, { isLast: isClosing || mustClose(request, answer.status) });
  };
  server.post('/api/messages', guarded((request) => takeMessage(request, options)));
  server.get('/healthz', guarded(async () => text(200, 'alive')));
  server.get('/readyz', guarded((request) => readiness(request, options)));
  server.get('/metrics', guarded((request) => readMetrics(request, options.metrics)));
  server.get('/privacy', guarded(async () => html(options.privacyHtml)));
  server.get('/terms', guarded(async () => html(options.termsHtml)));
  server.get('/records/:token', guarded(async (request) => options.record(tokenOf(request.params))));
  server.get('/calendars/:token', guarded(async (request) => options.calendar(tokenOf(request.params))));
  server.get('/reports/:token', guarded(async (request) => options.report(tokenOf(request.params))));

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.isLocal ? '127.0.0.1' : options.host, resolve);
  });
  return {
    port: server.address().port,
    retire: () => { isClosing = true; },
    close: () => {
      isClosing = true;
      return connections.close();
    },
    cut: () => connections.cut(),
  };
}

/** Nothing of the body is read before the door has looked at the token. */
async function takeMessage(request: Request, options: ServerOptions): Promise<HttpAnswer> {
  const { host } = request.headers;
  // Joined, so that two are none: node would take the first of them in silence.
  const authorization = request.headersDistinct.authorization?.join(', ');
  const away = await options.door.knock({ authorization, host, remoteAddress: request.socket.remoteAddress });
  if (away !== null) {
    options.turnedAway(away);
    options.meter?.turnedAway(away.why);
    return { status: away.status };
  }
  const body = await readJson(request, { maxBytes: maxBodyBytes, deadlineMs: options.bodyDeadlineMs ?? usualBodyDeadlineMs });
  if (body.kind === 'refused') {
    options.log.debug('request.refused', { status: body.status });
    options.meter?.turnedAway(`body-${body.status}`);
    return { status: body.status };
  }
  return await options.take(body.value, authorization);
}

async function readiness(request: Request, { isReady }: ServerOptions): Promise<HttpAnswer> {
  const ready = await isReady();
  const status = ready ? 200 : 503;
  if (!isLoopback(request.socket.remoteAddress ?? '')) return text(status, ready ? 'ready' : 'not ready');
  return { status, contentType: 'application/json', body: JSON.stringify({ pid: process.pid, ready }) };
}

function failed(request: Request, fault: unknown, { log, incident }: ServerOptions): HttpAnswer {
  const id = incident();
  const { about, cause } = fault instanceof FailedRequest ? fault : { about: {}, cause: fault };
  log.error('request.failed', { incident: id, route: routeOf(request), ...about, ...faultOf(cause) });
  return { status: 500, contentType: 'application/json', body: JSON.stringify({ incident: id }) };
}

/** The route as it was declared: a path may hold a token. */
const routeOf = (request: Request): string => {
  const { path } = request.getRoute();
  return typeof path === 'string' ? path : '';
};

const tokenOf = (params: unknown): string =>
  (typeof params === 'object' && params !== null && 'token' in params && typeof params.token === 'string' ? params.token : '');
const text = (status: number, body: string): HttpAnswer => ({ status, contentType: 'text/plain; charset=utf-8', body });
const html = (body: string): HttpAnswer => ({ status: 200, contentType: 'text/html; charset=utf-8', body });

function statusOf(fault: unknown): number {
  const status = typeof fault === 'object' && fault !== null && 'statusCode' in fault ? Number(fault.statusCode) : 500;
  return status >= 400 && status <= 599 ? status : 500;
}

/**
 * Whether the rest of an unread body is not worth waiting for. A small one is thrown away as it comes, since closing the
 * connection on it would often take the answer with it.
 */
function mustClose({ complete, headers }: Request, status: number): boolean {
  return !complete && (status === 408 || Number(headers['content-length'] ?? Infinity) > maxDiscardedBytes);
}

/** `isLast`: the connection is closed after this answer. */
function write(response: Response, answer: HttpAnswer, { isLast }: { readonly isLast: boolean }): void {
  if (response.headersSent || response.destroyed) return;
  const body = answer.body ?? '';
  response.writeHead(answer.status, {
    'Content-Length': Buffer.byteLength(body),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': answer.freshMs === undefined ? 'no-store' : `private, max-age=${Math.floor(answer.freshMs / secondMs)}`,
    ...(answer.contentType === undefined ? {} : { 'Content-Type': answer.contentType }),
    ...(answer.fileName === undefined ? {} : { 'Content-Disposition': `attachment; filename="${answer.fileName}"` }),
    ...(isLast ? { Connection: 'close' } : {}),
  });
  response.end(body);
}
