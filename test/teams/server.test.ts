// The HTTP edge whole: routes, limits of a body, answers to presses, repeats, and that nothing of an exception gets out.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { channel, group, openRig, tenant } from './rig.ts';
import type { Rig } from './rig.ts';

const secret = 'SECRET-TEXT-OF-A-PERSON';
const done = { card: 'notice', notice: { kind: 'done' } } as const;
let rig: Rig;
beforeEach(async () => { rig = await openRig(); });
afterEach(async () => rig.close());

const post = (body: string | Uint8Array, headers: Record<string, string> = { 'Content-Type': 'application/json' }) =>
  fetch(`${rig.url}/api/messages`, { method: 'POST', headers, body });

/** Writes raw bytes and gives everything that comes back. */
const raw = (head: string): Promise<string> => new Promise((resolve) => {
  let answer = '';
  const socket = connect(Number(new URL(rig.url).port), '127.0.0.1', () => socket.write(head));
  socket.on('data', (chunk) => { answer += String(chunk); }).on('close', () => resolve(answer)).on('error', () => resolve(answer));
});

describe('routes', () => {
  test.each([['/healthz', 200, 'alive'], ['/privacy', 200, '<p>privacy</p>'], ['/terms', 200, '<p>terms</p>'], ['/records/a.b-c_d', 200, 'record a.b-c_d'],
    [`/records/${'x'.repeat(1_500)}`, 200, `record ${'x'.repeat(1_500)}`], ['/api/messages', 405, ''], ['/metrics', 404, ''], ['/nothing<script>', 404, ''], ['/%', 404, '']])('GET %s is %i', async (path, status, body) => {
    const response = await fetch(`${rig.url}${path}`);
    expect([response.status, await response.text()]).toEqual([status, body]);
  });

  test('ready is what the function says, with the process id on loopback', async () => {
    expect(await (await fetch(`${rig.url}/readyz`)).json()).toEqual({ pid: process.pid, ready: true });
    await rig.close();
    rig = await openRig({ server: { isReady: async () => false } });
    const response = await fetch(`${rig.url}/readyz`);
    expect([response.status, await response.json()]).toEqual([503, { pid: process.pid, ready: false }]);
  });

  test('metrics are there for this machine', async () => {
    await rig.close();
    rig = await openRig({ server: { metrics: { read: async () => 'up 1\n', token: null } } });
    expect(await (await fetch(`${rig.url}/metrics`)).text()).toBe('up 1\n');
  });

  test('metrics are there for whoever bears the token, and not for what a proxy on this machine passes on', async () => {
    await rig.close();
    rig = await openRig({ server: { metrics: { read: async () => 'up 1\n', token: 'a-token-of-sixteen' } } });
    const asked = async (headers: Record<string, string>): Promise<string> => {
      const response = await fetch(`${rig.url}/metrics`, { headers });
      return `${response.status} ${await response.text()}`.trim();
    };
    const from = { 'X-Forwarded-For': '203.0.113.9' };
    expect(await asked({})).toBe('200 up 1');
    for (const headers of [from, { Forwarded: 'for=203.0.113.9' }]) expect(await asked(headers)).toBe('401');
    for (const borne of ['Bearer a-token-of-sixteem', 'Bearer a-token-of-sixteen2', 'Bearer ', 'a-token-of-sixteen', 'Basic a-token-of-sixteen']) expect(await asked({ ...from, Authorization: borne })).toBe('401');
    for (const borne of ['Bearer a-token-of-sixteen', 'bearer a-token-of-sixteen']) expect(await asked({ ...from, Authorization: borne })).toBe('200 up 1');
  });

  test('without a token nobody elsewhere sees metrics, whatever they bear', async () => {
    await rig.close();
    rig = await openRig({ server: { metrics: { read: async () => 'up 1\n', token: null } } });
    for (const borne of ['Bearer null', 'Bearer undefined', 'Bearer ']) {
      expect((await fetch(`${rig.url}/metrics`, { headers: { 'X-Forwarded-For': '203.0.113.9', Authorization: borne } })).status).toBe(401);
    }
  });

  test('a port that is taken is said so at once', async () => {
    await expect(openRig({ server: { port: Number(new URL(rig.url).port) } })).rejects.toThrow('EADDRINUSE');
  });

  test('local mode binds to loopback whatever the host says', async () => {
    await rig.close();
    rig = await openRig({ server: { host: '0.0.0.0' } });
    expect((await fetch(`${rig.url}/healthz`)).status).toBe(200);
    await expect(fetch(rig.url.replace('127.0.0.1', '127.0.0.2') + '/healthz')).rejects.toThrow();
  });
});

describe('a body', () => {
  test.each([['{"type":', 400], ['', 400], ['null', 400], ['[]', 400], ['"text"', 400], ['{}', 400], ['7', 400]])('%j is %i', async (body, status) => {
    const response = await post(body);
    expect([response.status, await response.text()]).toEqual([status, '']);
  });

  test('that is no UTF-8 is 400', async () => {
    expect((await post(Buffer.from([0x7b, 0xff, 0x7d]))).status).toBe(400);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/octet-stream', 'application/jsonp'])('of type %s is 415', async (type) => {
    expect((await post('{}', { 'Content-Type': type })).status).toBe(415);
  });

  test('that is packed is 415', async () => {
    expect((await post('{}', { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' })).status).toBe(415);
  });

  test('over 256 KB is 413, also when its length is not told', async () => {
    const tooLong = JSON.stringify({ padding: 'x'.repeat(262_144) });
    for (let count = 0; count < 10; count += 1) expect((await post(tooLong)).status).toBe(413);
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    expect(await raw(`POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}`)).toContain('413');
  });

  test('that says it is too long is not waited for', async () => {
    expect(await raw('POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000000\r\n\r\n')).toMatch(/^HTTP\/1\.1 413/);
  });

  test('just within the limit is read', async () => {
    const activity = JSON.stringify({ ...rig.person().saying(group, 'help'), padding: '' });
    const full = activity.replace('"padding":""', `"padding":"${'x'.repeat(262_144 - activity.length)}"`);
    expect([full.length, (await post(full)).status]).toEqual([262_144, 200]);
  });

  test('that comes too slowly is given up', async () => {
    await rig.close();
    rig = await openRig({ server: { bodyDeadlineMs: 40 } });
    const answer = await raw('POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{');
    expect(answer).toMatch(/^HTTP\/1\.1 408/);
    expect(rig.arrivals).toEqual([]);
  });
});

describe('a press', () => {
  const press = { verb: 'next', data: { rev: 1 } };
  const invoke = (type: string, value: unknown, statusCode = 200) => ({ status: 200, body: { statusCode, type, value } });

  test('is answered with text, with a card, or with a word that it is done', async () => {
    const person = rig.person();
    expect(await person.forges(channel, press)).toEqual(invoke('application/vnd.microsoft.activity.message', 'Done.'));
    rig.receive = async () => done;
    expect(await person.forges(channel, press)).toEqual(invoke('application/vnd.microsoft.activity.message', 'shown: notice'));
    await rig.close();
    rig = await openRig({ render: () => ({ summary: 's', card: { type: 'AdaptiveCard' }, text: 'not this', mentions: [] }) });
    rig.receive = async () => done;
    expect(await rig.person().forges(channel, press)).toEqual(invoke('application/vnd.microsoft.card.adaptive', { type: 'AdaptiveCard' }));
  });

  test('by submit has no answer of its own', async () => {
    rig.receive = async () => done;
    expect(await rig.person().forges(channel, { ...press, shape: 'submit' })).toEqual({ status: 200, body: '' });
  });

  test('that cannot be read is told so as Teams documents it', async () => {
    const spoilt = { ...rig.person().forging(channel, press), value: { action: {} } };
    expect(await rig.person().send(spoilt)).toEqual(invoke('application/vnd.microsoft.error', { code: 'BadRequest', message: 'That was not understood.' }, 400));
    expect(rig.arrivals).toEqual([]);
  });

  test('that is repeated, also while the first is being worked on, is done once and answered alike', async () => {
    const person = rig.person();
    const activity = person.forging(channel, press);
    let release = (): void => {};
    const released = new Promise<void>((resolve) => { release = resolve; });
    rig.receive = async () => { await released; return done; };
    const both = [person.send(activity), person.send(activity)];
    await person.says(group, 'not for the bot', false);
    release();
    const [first, second] = await Promise.all(both);
    expect(await person.send(activity)).toEqual(first);
    expect(second).toEqual(first);
    expect(rig.arrivals).toHaveLength(1);
  });

  test('with the same id in another conversation or of another person is another', async () => {
    const activity = rig.person().forging(channel, press);
    const elsewhere = { ...rig.person().forging(group, press), id: activity.id };
    const another = { ...rig.person({ name: 'Sam', id: 'person-2' }).forging(channel, press), id: activity.id };
    for (const one of [activity, elsewhere, another]) await rig.person().send(one);
    expect(rig.arrivals).toHaveLength(3);
  });

  test('that failed is tried again when it is repeated', async () => {
    const activity = rig.person().forging(channel, press);
    rig.receive = async () => { throw new Error(secret); };
    expect((await rig.person().send(activity)).status).toBe(500);
    rig.receive = async () => done;
    expect((await rig.person().send(activity)).status).toBe(200);
    expect(rig.arrivals).toHaveLength(2);
  });
});

test('an exception leaves nothing but an incident id, the same in answer and log', async () => {
  rig.receive = async () => { throw new TypeError(secret, { cause: new Error(secret) }); };
  const { status, body } = await rig.person().says(group, secret);
  expect({ status, body }).toEqual({ status: 500, body: { incident: expect.stringMatching(/^[b-z2-9]{4}-[b-z2-9]{4}$/) } });
  const incident = JSON.stringify(body).slice('{"incident":"'.length, -'"}'.length);
  expect(rig.logLines.some((line) => line.includes(incident) && line.includes('"fault":"TypeError"'))).toBe(true);
  expect(rig.logLines.join('')).not.toContain(secret);
});

test('a failed request is told with the route it came by and the turn it was', async () => {
  rig.receive = async () => { throw new RangeError(secret); };
  await rig.person().says(group, secret);
  const [failure] = rig.logLines.map((line) => JSON.parse(line) as unknown);
  expect(failure).toMatchObject({ route: '/api/messages', what: 'said', place: 'group', tenant, in: expect.stringMatching(/^[0-9a-f]{12}$/), activity: expect.any(String), fault: 'RangeError', where: expect.stringContaining('server.test') });
  await rig.close();
  rig = await openRig({ server: { record: async () => { throw new RangeError(secret); } } });
  await fetch(`${rig.url}/records/${secret}`);
  expect(rig.logLines.join('')).not.toContain(secret);
  expect(rig.logLines.map((line) => JSON.parse(line) as unknown)).toEqual([expect.objectContaining({ fact: 'request.failed', route: '/records/:token', fault: 'RangeError' })]);
});

test('people\'s text reaches no log', async () => {
  const person = rig.person({ name: secret });
  await person.says(group, secret);
  await person.forges(group, { verb: 'note', data: { note: secret } });
  await person.send({ ...person.saying(group, secret), from: { id: 7, name: secret } });
  await post(`{"text":"${secret}`);
  expect(rig.logLines.length).toBeGreaterThan(0);
  expect(rig.logLines.join('')).not.toContain(secret);
});

test('closing waits for what is in hand', async () => {
  let release = (): void => {};
  let arrived = (): void => {};
  const inHand = new Promise<void>((resolve) => { arrived = resolve; });
  rig.receive = () => new Promise<null>((resolve) => { release = () => resolve(null); arrived(); });
  const answer = rig.person().says(group, 'help');
  await inHand;
  const closed = rig.close();
  release();
  expect((await answer).status).toBe(200);
  await closed;
  await expect(fetch(`${rig.url}/healthz`)).rejects.toThrow();
  rig = await openRig();
});

test('a connection on which nothing was asked holds up no closing', async () => {
  const socket = connect(Number(new URL(rig.url).port), '127.0.0.1');
  const hungUp = new Promise((resolve) => socket.on('close', resolve).on('error', () => {}));
  await new Promise((resolve) => socket.once('connect', resolve));
  await fetch(`${rig.url}/healthz`);
  await rig.close();
  await hungUp;
  rig = await openRig();
});

test('a server that retires still answers, and each connection ends with its answer', async () => {
  expect((await fetch(`${rig.url}/healthz`)).headers.get('connection')).toBe('keep-alive');
  rig.retire();
  const answer = await rig.person().says(group, 'help');
  expect([answer.status, rig.arrivals.length]).toEqual([200, 1]);
  expect((await fetch(`${rig.url}/healthz`)).headers.get('connection')).toBe('close');
});
