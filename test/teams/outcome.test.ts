// Every class of reliability.md 1, first as a table, then over real HTTP against a connector that misbehaves.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import type { Address, Messenger, SendOutcome } from '../../src/app/ports.ts';
import { tenantId, threadId } from '../../src/core/keys.ts';
import { createConnector } from '../../src/teams/connector.ts';
import { createMessenger } from '../../src/teams/messenger.ts';
import { outcomeOf } from '../../src/teams/outcome.ts';
import type { Act } from '../../src/teams/outcome.ts';
import type { Fault } from '../support/connector-faults.ts';
import { FakeConnector } from '../support/fake-connector.ts';
import { renderKind } from './rig.ts';

const now = Date.UTC(2026, 10, 20, 16, 0, 0);
const http = (status: number, body: unknown = null, retryAfter: string | null = null) => ({ kind: 'answered', status, body, retryAfter }) as const;
const error = (code: string) => ({ error: { code, message: 'Words of the service' } });

describe('what happened means', () => {
  const rows: readonly [string, Parameters<typeof outcomeOf>[0], Act, SendOutcome][] = [
    ['refused connection', { kind: 'not-sent', why: 'ECONNREFUSED' }, 'post', { kind: 'later', afterMs: null, why: 'ECONNREFUSED' }],
    ['cut after sending', { kind: 'cut', why: 'ECONNRESET' }, 'post', { kind: 'unknown', why: 'ECONNRESET' }],
    ['created', http(201, { id: '17' }), 'post', { kind: 'sent', id: '17' }],
    ['created without id', http(200, {}), 'post', { kind: 'unknown', why: 'no-id' }],
    ['created with empty id', http(200, { id: '' }), 'post', { kind: 'unknown', why: 'no-id' }],
    ['opened without id', http(200, {}), 'open', { kind: 'unknown', why: 'no-id' }],
    ['edited without id', http(200, null), 'edit', { kind: 'sent', id: '' }],
    ['deleted', http(204, null), 'delete', { kind: 'sent', id: '' }],
    ['429 with seconds', http(429, null, '7'), 'post', { kind: 'later', afterMs: 7_000, why: 'http-429' }],
    ['429 with fractions', http(429, null, '0.5'), 'post', { kind: 'later', afterMs: 500, why: 'http-429' }],
    ['429 with a date', http(429, null, 'Fri, 20 Nov 2026 16:00:30 GMT'), 'post', { kind: 'later', afterMs: 30_000, why: 'http-429' }],
    ['429 with a date gone by', http(429, null, 'Fri, 20 Nov 2026 15:00:00 GMT'), 'post', { kind: 'later', afterMs: 0, why: 'http-429' }],
    ['429 with an hour', http(429, null, '3600'), 'post', { kind: 'later', afterMs: 600_000, why: 'http-429' }],
    ['429 with nonsense', http(429, null, 'soon'), 'post', { kind: 'later', afterMs: null, why: 'http-429' }],
    ['429 without', http(429, error('Throttled')), 'post', { kind: 'later', afterMs: null, why: 'http-429 Throttled' }],
    ['412', http(412), 'post', { kind: 'later', afterMs: null, why: 'http-412' }],
    ['blocked', http(403, error('ConversationBlockedByUser')), 'post', { kind: 'gone', closes: true, why: 'http-403 ConversationBlockedByUser' }],
    ['not in roster', http(403, error('BotNotInConversationRoster')), 'edit', { kind: 'gone', closes: true, why: 'http-403 BotNotInConversationRoster' }],
    ['disabled, flat', http(403, { code: 'BotDisabledByAdmin' }), 'open', { kind: 'gone', closes: true, why: 'http-403 BotDisabledByAdmin' }],
    ['403 of another kind', http(403, error('Forbidden')), 'post', { kind: 'gone', closes: false, why: 'http-403 Forbidden' }],
    ['404 of a post', http(404), 'post', { kind: 'gone', closes: true, why: 'http-404' }],
    ['404 of an edit', http(404), 'edit', { kind: 'gone', closes: false, why: 'http-404' }],
    ['404 of a delete', http(404, error('ActivityNotFoundInConversation')), 'delete', { kind: 'gone', closes: false, why: 'http-404 ActivityNotFoundInConversation' }],
    ['conversation gone at an edit', http(404, error('ConversationNotFound')), 'edit', { kind: 'gone', closes: true, why: 'http-404 ConversationNotFound' }],
    ['413', http(413), 'post', { kind: 'gone', closes: false, why: 'http-413' }],
    ['400 whose code is prose', http(400, error('Bad <b>request</b> of Jo')), 'post', { kind: 'gone', closes: false, why: 'http-400' }],
    ['401', http(401), 'post', { kind: 'later', afterMs: null, why: 'http-401' }],
    ['a redirect', http(302), 'post', { kind: 'gone', closes: false, why: 'http-302' }],
    ['408', http(408), 'post', { kind: 'unknown', why: 'http-408' }],
    ...[500, 502, 503, 504].map((status) => [`${status}`, http(status, null, '5'), 'post', { kind: 'unknown', why: `http-${status}` }] as const)
      .map((row): [string, Parameters<typeof outcomeOf>[0], Act, SendOutcome] => [...row]),
    ['503 of an edit', http(503), 'edit', { kind: 'unknown', why: 'http-503' }],
  ];
  test.each(rows)('%s', (_name, exchange, act, expected) => {
    expect(outcomeOf(exchange, act, now)).toEqual(expected);
  });
});

/** A connector in a thread of its own, since this one is to stand still: tells its port, then each request. */
const answering = `
  const { parentPort } = require('node:worker_threads');
  const server = require('node:http').createServer((request, response) => {
    parentPort.postMessage('asked');
    setTimeout(() => { response.writeHead(201, { 'Content-Type': 'application/json' }); response.end('{"id":"7"}'); }, 50);
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`;

describe('over real HTTP, with one attempt each', () => {
  let connector: FakeConnector;
  let messenger: Messenger;
  let close: () => void;
  const notice = { card: 'notice', notice: { kind: 'done' } } as const;
  const addressAt = (serviceUrl: string): Address =>
    ({ tenant: tenantId('t'), serviceUrl, thread: threadId('19:a/b@thread.tacv2;messageid=1'), bot: { id: '28:bot', name: 'Turnstone' }, language: null });

  beforeEach(async () => {
    connector = await new FakeConnector().start();
    const client = createConnector({ token: null, mode: { isLocal: true, allowsLoopback: true }, now: Date.now, deadlineMs: 150 });
    messenger = createMessenger({ connector: client, render: renderKind, now: Date.now });
    close = () => client.close();
  });
  afterEach(async () => {
    close();
    await connector.stop();
  });

  const faults: readonly [string, Fault, Partial<SendOutcome>, number][] = [
    ['429 with Retry-After waits', { kind: 'status', status: 429, retryAfter: '2', isApplied: false }, { kind: 'later', afterMs: 2_000 }, 0],
    ['429 without Retry-After waits', { kind: 'status', status: 429, isApplied: false }, { kind: 'later', afterMs: null }, 0],
    ['500 before it was accepted is unknown', { kind: 'status', status: 500, isApplied: false }, { kind: 'unknown' }, 0],
    ['502 after it was accepted is unknown', { kind: 'status', status: 502, isApplied: true }, { kind: 'unknown' }, 1],
    ['a cut before it was accepted is unknown', { kind: 'cut', isApplied: false }, { kind: 'unknown' }, 0],
    ['a cut after it was accepted is unknown', { kind: 'cut', isApplied: true }, { kind: 'unknown' }, 1],
    ['silence is unknown after the deadline', { kind: 'silence', isApplied: true }, { kind: 'unknown', why: 'time-out' }, 1],
    ['no id is unknown', { kind: 'no-id' }, { kind: 'unknown', why: 'no-id' }, 1],
    ['a block closes the conversation', { kind: 'status', status: 403, code: 'ConversationBlockedByUser', isApplied: false }, { kind: 'gone', closes: true }, 0],
    ['413 is final', { kind: 'status', status: 413, isApplied: false }, { kind: 'gone', closes: false }, 0],
    ['a slow answer within the deadline is an answer', { kind: 'slow', delayMs: 20 }, { kind: 'sent' }, 1],
  ];
  test.each(faults)('%s', async (_name, fault, expected, visibleCount) => {
    connector.misbehave(fault);
    const to = addressAt(connector.url);
    expect(await messenger.post(to, notice)).toMatchObject(expected);
    expect(connector.requests).toHaveLength(1);
    expect(connector.visible(to.thread)).toHaveLength(visibleCount);
  });

  test('what is too late when the connection stands never leaves: nothing is sent, on a new connection or a kept one', async () => {
    const to = addressAt(connector.url);
    const tooLate = { kind: 'later', afterMs: null, why: 'too-late' };
    expect(await messenger.post({ ...to, startBy: Date.now() - 1 }, notice)).toEqual(tooLate);
    expect(await messenger.post({ ...to, startBy: Date.now() + 60_000 }, notice)).toMatchObject({ kind: 'sent' });
    expect(await messenger.post({ ...to, startBy: Date.now() - 1 }, notice)).toEqual(tooLate);
    expect(await messenger.edit({ ...to, startBy: Date.now() - 1 }, '404', notice)).toEqual(tooLate);
    expect(connector.requests).toHaveLength(1);
  });

  test('an answer that came while the process stood still counts, though the deadline is over by then', async () => {
    const server = new Worker(answering, { eval: true });
    const [port] = await once(server, 'message') as [number];
    const posting = messenger.post(addressAt(`http://127.0.0.1:${port}`), notice);
    await once(server, 'message');
    // The request is there; nothing runs here while its answer comes and the deadline passes.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
    expect(await posting).toEqual({ kind: 'sent', id: '7' });
    await server.terminate();
  });

  test('a connection that is refused is surely not sent', async () => {
    const { url } = connector;
    await connector.stop();
    expect(await messenger.post(addressAt(url), notice)).toEqual({ kind: 'later', afterMs: null, why: 'ECONNREFUSED' });
    await connector.start();
  });

  test('a broken TLS handshake is surely not sent', async () => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await messenger.post(addressAt(`https://127.0.0.1:${port}`), notice)).toMatchObject({ kind: 'later', afterMs: null });
    await new Promise((resolve) => server.close(resolve));
  });

  test('a connection that was kept open and then reset is unknown', async () => {
    const to = addressAt(connector.url);
    await messenger.post(to, notice);
    connector.misbehave({ kind: 'cut', isApplied: false });
    expect(await messenger.post(to, notice)).toMatchObject({ kind: 'unknown', why: 'ECONNRESET' });
    expect(connector.requests).toHaveLength(2);
  });

  test('an unknown message cannot be edited, a gone conversation not be posted to', async () => {
    const to = addressAt(connector.url);
    expect(await messenger.edit(to, '404', notice)).toMatchObject({ kind: 'gone', closes: false });
    connector.removeConversation('19:a/b@thread.tacv2');
    expect(await messenger.post(to, notice)).toMatchObject({ kind: 'gone', closes: true });
  });

  test('a host that is not on the list is never spoken to', async () => {
    expect(await messenger.post(addressAt('https://example.com/'), notice)).toEqual({ kind: 'later', afterMs: null, why: 'service-url-refused' });
  });
});
