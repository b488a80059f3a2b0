// Who may come in, asked over real HTTP. Each row spoils one thing of a request that would be let in.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { request } from 'node:http';
import { readBearer } from '../../src/teams/bearer.ts';
import { connectBotFramework } from '../../src/teams/bot-framework.ts';
import { createDoor } from '../../src/teams/door.ts';
import { Authority } from './authority.ts';
import type { TokenParts } from './authority.ts';
import { channel, openRig, tenant } from './rig.ts';
import type { Rig } from './rig.ts';

type Json = Readonly<Record<string, unknown>>;
const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;
const foreign = 'bbbbbbbb-0000-0000-0000-00000000000b';

/** Posts an activity with any headers; the answer's status and body. */
async function send(rig: Rig, activity: unknown, authorization?: string): Promise<{ status: number; text: string }> {
  const headers = { 'Content-Type': 'application/json', ...(authorization === undefined ? {} : { Authorization: authorization }) };
  const response = await fetch(`${rig.url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) });
  return { status: response.status, text: await response.text() };
}

describe('with authentication', () => {
  let authority: Authority;
  let rig: Rig;
  let noise: jest.SpiedFunction<typeof console.error>;
  beforeAll(async () => {
    authority = await new Authority().start();
    rig = await openRig({ authority, allowedTenants: [tenant.toUpperCase()] });
  });
  beforeEach(() => { noise = jest.spyOn(console, 'error'); });
  afterEach(() => {
    rig.arrivals.length = 0;
    noise.mockRestore();
  });
  afterAll(async () => {
    await rig.close();
    await authority.stop();
  });
  const good = (rest: Json = {}): Json => ({ ...rig.person().saying(channel, 'help'), ...rest });
  const bearer = (parts: TokenParts = {}): string => `Bearer ${authority.token(rig.connector.url, parts)}`;

  test('a genuine token of an allowed tenant comes in, and is verified once', async () => {
    const authorization = bearer();
    expect(await send(rig, good(), authorization)).toEqual({ status: 200, text: '' });
    expect(await send(rig, good(), authorization)).toEqual({ status: 200, text: '' });
    expect(rig.arrivals).toHaveLength(2);
    expect(rig.arrivals[0]).toMatchObject({ tenant, from: { id: 'person-1' } });
    expect(authority.asked.filter((path) => path === '/keys').length).toBeLessThanOrEqual(2);
  });

  const tokens: readonly [string, () => string | undefined][] = [
    ['no token', () => undefined],
    ['an empty header', () => ''],
    ['another scheme', () => bearer().replace('Bearer', 'Basic')],
    ['a word for a token', () => 'Bearer token'],
    ['two parts', () => bearer().split('.').slice(0, 2).join('.')],
    ['a token that is not JSON', () => 'Bearer YQ.YQ.YQ'],
    ['more than 8 KB', () => bearer({ claims: { padding: 'x'.repeat(8_200) } })],
    ['no algorithm', () => bearer({ head: { alg: 'none' } })],
    ['a symmetric algorithm', () => bearer({ head: { alg: 'HS256' } })],
    ['no key id', () => bearer({ head: { kid: '' } })],
    ['an unknown key', () => bearer({ head: { kid: 'key-2' } })],
    ['another issuer', () => bearer({ claims: { iss: 'https://sts.windows.net/x/' } })],
    ['another bot', () => bearer({ claims: { aud: 'other-app' } })],
    ['several audiences', () => bearer({ claims: { aud: [authority.appId] } })],
    ['an expired token', () => bearer({ claims: { exp: inSeconds(-301) } })],
    ['no expiry', () => bearer({ claims: { exp: undefined } })],
    ['a token of tomorrow', () => bearer({ claims: { nbf: inSeconds(3600) } })],
    ['a forged signature', () => bearer({ isForged: true })],
    ['a changed body', () => bearer().replace(/\.[^.]+\./, `.${Buffer.from(JSON.stringify({ iss: authority.url, aud: authority.appId, exp: inSeconds(60) })).toString('base64url')}.`)],
    ['a token for another service URL', () => `Bearer ${authority.token('https://smba.trafficmanager.net/uk/')}`],
  ];
  test.each(tokens)('%s is a quiet 401', async (_name, authorization) => {
    expect(await send(rig, good(), authorization())).toEqual({ status: 401, text: '' });
    expect(rig.arrivals).toEqual([]);
    expect(noise).not.toHaveBeenCalled();
  });

  const activities: readonly [string, number, Json][] = [
    ['the emulator\'s channel', 403, { channelId: 'emulator' }],
    ['another channel', 403, { channelId: 'webchat' }],
    ['no channel', 400, { channelId: undefined }],
    ['another tenant', 403, { conversation: { id: 'c', conversationType: 'personal', tenantId: foreign }, channelData: { tenant: { id: foreign } } }],
    ['two different tenants', 403, { channelData: { tenant: { id: foreign } } }],
    ['no tenant', 403, { conversation: { id: 'c', conversationType: 'personal' }, channelData: {} }],
    ['http to a connector', 403, { serviceUrl: 'http://smba.trafficmanager.net/uk/' }],
    ['a host of its own', 403, { serviceUrl: 'https://smba.trafficmanager.net.example.com/' }],
    ['no service URL', 400, { serviceUrl: null }],
    ['no conversation', 400, { conversation: null }],
  ];
  test.each(activities)('%s is %i', async (_name, status, spoilt) => {
    const parts = { claims: { serviceurl: spoilt.serviceUrl ?? rig.connector.url } };
    expect(await send(rig, good(spoilt), bearer(parts))).toEqual({ status, text: '' });
    expect(rig.arrivals).toEqual([]);
    expect(rig.logLines.at(-1)).toContain('"fact":"activity.turned-away"');
  });

  test('one of the two tenants is enough', async () => {
    expect((await send(rig, good({ channelData: {} }), bearer())).status).toBe(200);
    expect((await send(rig, good({ conversation: { id: 'c', conversationType: 'personal' } }), bearer())).status).toBe(200);
  });

  test('the body is not waited for when the token is refused', async () => {
    const status = await new Promise((resolve, reject) => {
      const sending = request(`${rig.url}/api/messages`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Content-Length': 100_000_000 } });
      sending.on('response', (response) => { resolve(response.statusCode); sending.destroy(); }).on('error', reject);
      sending.flushHeaders();
    });
    expect(status).toBe(401);
  });

  test('a token verified for one service URL is none for another', async () => {
    const authorization = bearer();
    expect((await send(rig, good(), authorization)).status).toBe(200);
    expect((await send(rig, good({ serviceUrl: 'https://smba.trafficmanager.net/uk/' }), authorization)).status).toBe(401);
  });

  test('issuer and audience are looked at before the body', () => {
    const expected = { issuer: authority.url, audience: authority.appId };
    expect(readBearer(bearer(), expected, Date.now())).toMatchObject({ kind: 'bearer', bearer: { keyId: 'key-1', algorithm: 'RS256', serviceUrl: rig.connector.url } });
    expect(readBearer(bearer({ claims: { iss: 'https://else' } }), expected, Date.now())).toEqual({ kind: 'refused', why: 'token-issuer' });
    expect(readBearer(bearer({ claims: { aud: 'else' } }), expected, Date.now())).toEqual({ kind: 'refused', why: 'token-audience' });
    expect(readBearer(bearer(), expected, Date.now() + 2 * 3_600_000)).toEqual({ kind: 'refused', why: 'token-expired' });
  });

  test('a wrong token is remembered as nothing: the right one still comes in', async () => {
    await send(rig, good(), bearer({ isForged: true }));
    expect((await send(rig, good(), bearer())).status).toBe(200);
  });

  test('an authority that does not answer lets nobody in', async () => {
    const broken = await new Authority().start();
    const door = await openRig({ authority: broken, allowedTenants: [tenant] });
    broken.isBroken = true;
    const activity = door.person().saying(channel, 'help');
    expect(await send(door, activity, `Bearer ${broken.token(door.connector.url)}`)).toEqual({ status: 503, text: '' });
    expect(await send(door, activity, `Bearer ${broken.token(door.connector.url)}`)).toEqual({ status: 503, text: '' });
    expect(broken.asked).toHaveLength(2);
    await door.close();
    await broken.stop();
  });

  test('the authority gives the bot its own token, kept until a fresh one is asked for', async () => {
    const framework = await connectBotFramework({
      appId: authority.appId, appType: 'SingleTenant', tenantId: tenant, password: 'p', federatedClientId: null, testAuthority: authority.url,
    });
    authority.asked.length = 0;
    expect([await framework.token(false), await framework.token(false), await framework.token(true)]).toEqual(Array(3).fill('outbound-token'));
    expect(authority.asked).toEqual(['/token', '/token']);
  });

  test('without an allowed tenant there is no door', async () => {
    await expect(openRig({ authority, allowedTenants: [] })).rejects.toThrow('at least one tenant');
  });
});

describe('in local mode', () => {
  let rig: Rig;
  afterEach(async () => rig.close());

  test('anyone on this machine comes in, and a missing tenant becomes local', async () => {
    rig = await openRig();
    const activity = { ...rig.person().saying(channel, 'help'), channelId: 'emulator', channelData: null, conversation: { id: 'c', conversationType: 'personal' } };
    expect((await send(rig, activity)).status).toBe(200);
    expect(rig.arrivals[0]?.tenant).toBe('local');
  });

  test('an allow-list counts as well', async () => {
    rig = await openRig({ allowedTenants: [foreign] });
    expect((await send(rig, rig.person().saying(channel, 'help'))).status).toBe(403);
    expect((await send(rig, rig.person({ tenant: foreign }).saying(channel, 'help'))).status).toBe(200);
  });

  test('that name of a tenant opens nothing outside it', async () => {
    const unused = { appId: 'a', issuer: 'i', metadataUrl: 'http://127.0.0.1:1/', allowsLoopback: true };
    const door = createDoor({ framework: unused, allowedTenants: ['local'], now: Date.now });
    const nowhere = { channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/uk/', conversation: {} };
    expect(await door.admit(nowhere, undefined)).toMatchObject({ status: 403, why: 'tenant-missing' });
    rig = await openRig();
  });

  test('no service URL beyond this machine', async () => {
    rig = await openRig();
    expect((await send(rig, { ...rig.person().saying(channel, 'help'), serviceUrl: 'https://smba.trafficmanager.net/uk/' })).status).toBe(403);
    expect(rig.arrivals).toEqual([]);
  });

  test('no caller from elsewhere, and no page under a name of its own', async () => {
    rig = await openRig();
    const door = createDoor({ framework: null, allowedTenants: [], now: Date.now });
    const caller = { authorization: undefined, remoteAddress: '127.0.0.1', host: 'localhost:3978' };
    expect(await door.knock(caller)).toBeNull();
    expect(await door.knock({ ...caller, remoteAddress: '10.0.0.9' })).toMatchObject({ status: 403, why: 'not-loopback' });
    expect(await door.knock({ ...caller, remoteAddress: undefined })).toMatchObject({ status: 403 });
    expect(await door.knock({ ...caller, host: 'rebound.example.com:3978' })).toMatchObject({ status: 403, why: 'foreign-host' });
  });
});
