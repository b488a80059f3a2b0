// The service as Teams finds it, with authentication on: who is let in, who is not, and whose token our answers bear. What
// is turned away touches neither store nor connector, and the log says why in a word of a fixed list.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { communityKey, conversationId, conversationKey, tenantId } from '../../src/core/keys.ts';
import { hourMs, minutes, seconds } from '../../src/core/time.ts';
import { type Guarded, openGuarded, posts } from '../support/authenticated.ts';
import { channel, group, tenant } from '../support/service.ts';
import { at, begin } from '../support/session-steps.ts';
import type { TokenParts } from '../teams/authority.ts';

type Json = Readonly<Record<string, unknown>>;
const foreign = 'bbbbbbbb-0000-0000-0000-00000000000b';
const emulator = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';

let guarded: Guarded;
const good = (rest: Json = {}): Json => ({ ...guarded.person('Aisha Khan').saying(channel, 'start'), ...rest });
const bearer = (parts: TokenParts = {}): string => `Bearer ${guarded.token(parts)}`;
/** Calls of the store and requests to the connector while `work` runs, and its answer. */
async function watched<T>(work: () => Promise<T>): Promise<{ readonly answer: T; readonly touched: readonly string[] }> {
  const { service } = guarded;
  const touched: string[] = [];
  const sentCount = service.connector.requests.length;
  service.onStoreCall = (method) => void touched.push(method);
  const answer = await work();
  await service.time.idle();
  service.onStoreCall = () => {};
  return { answer, touched: [...touched, ...service.connector.requests.slice(sentCount).map(({ path }) => path)] };
}

describe('Turned away in silence', () => {
  beforeAll(async () => { guarded = await openGuarded(); });
  afterAll(async () => guarded.close());
  const inSeconds = (count: number): number => Math.floor(guarded.service.now() / 1000) + count;
  const refusedAs = async (authorization: readonly string[], activity: Json = good()) => {
    const { answer, touched } = await watched(() => posts(guarded.service.botUrl, activity, authorization));
    expect({ text: answer.text, touched }).toEqual({ text: '', touched: [] });
    return `${answer.status} ${/"why":"([a-z-]+)"/.exec(guarded.service.logLines.at(-1) ?? '')?.[1] ?? 'untold'}`;
  };

  const tokens: readonly [string, string, () => readonly string[]][] = [
    ['no token', '401 token-missing', () => []],
    ['two headers, the first of them good', '401 token-malformed', () => [bearer(), bearer()]],
    ['a scheme in lower case', '401 token-malformed', () => [bearer().replace('Bearer', 'bearer')]],
    ['more than 8 KB', '401 token-too-long', () => [bearer({ claims: { padding: 'x'.repeat(8_200) } })]],
    ['an expired token', '401 token-expired', () => [bearer({ claims: { exp: inSeconds(-301) } })]],
    ['one that is not valid yet', '401 token-not-yet-valid', () => [bearer({ claims: { nbf: inSeconds(301) } })]],
    ['one for another bot', '401 token-audience', () => [bearer({ claims: { aud: foreign } })]],
    ['one of another issuer', '401 token-issuer', () => [bearer({ claims: { iss: 'https://api.botframework.com' } })]],
    ['one of the emulator', '401 token-issuer', () => [bearer({ claims: { iss: emulator, ver: '1.0', appid: guarded.authority.appId } })]],
    ['an unsigned one', '401 token-malformed', () => [bearer({ head: { alg: 'none' }, signedBy: 'nothing' })]],
    ['a signed one that says it is not', '401 token-malformed', () => [bearer({ head: { alg: 'none' } })]],
    ['one signed with the public key as a secret', '401 token-malformed', () => [bearer({ head: { alg: 'HS256' }, signedBy: 'public key' })]],
    ['the same under the name of a fair algorithm', '401 signature-wrong', () => [bearer({ signedBy: 'public key' })]],
    ['a forged signature', '401 signature-wrong', () => [bearer({ isForged: true })]],
    ['a key nobody published', '401 key-unknown', () => [bearer({ head: { kid: 'key-9' } })]],
    ['a token for another service URL', '401 service-url-not-claimed', () => [bearer({ claims: { serviceurl: 'https://smba.trafficmanager.net/uk/' } })]],
    ['a token for none', '401 service-url-not-claimed', () => [bearer({ claims: { serviceurl: undefined } })]],
  ];
  test.each(tokens)('%s is %s', async (_name, expected, authorization) => {
    expect(await refusedAs(authorization())).toBe(expected);
  });

  const activities: readonly [string, string, Json][] = [
    ['another channel', '403 channel', { channelId: 'directline' }],
    ['another tenant', '403 tenant', { conversation: { id: channel.id, tenantId: foreign }, channelData: { tenant: { id: foreign } } }],
    ['tenants that differ', '403 tenants-differ', { channelData: { tenant: { id: foreign } } }],
    ['no tenant', '403 tenant-missing', { conversation: { id: channel.id }, channelData: {} }],
    ...['http://smba.trafficmanager.net/uk/', 'https://smba.trafficmanager.net.example.com/', 'https://smba.trafficmanager.net@example.com/', 'https://10.0.0.9/']
      .map((serviceUrl): [string, string, Json] => [`the service URL ${serviceUrl}, although the token names it`, '403 service-url', { serviceUrl }]),
  ];
  test.each(activities)('%s is %s', async (_name, expected, spoilt) => {
    const claims = spoilt['serviceUrl'] === undefined ? {} : { serviceurl: spoilt['serviceUrl'] };
    expect(await refusedAs([bearer({ claims })], good(spoilt))).toBe(expected);
  });

  test('and a token as it should be comes in', async () => {
    const { answer, touched } = await watched(() => posts(guarded.service.botUrl, good(), [bearer()]));
    expect(answer).toEqual({ status: 200, text: '' });
    expect(touched).toEqual(expect.arrayContaining(['create', expect.stringMatching(/activities$/)]));
  });

  test('an operator hears of each reason once a minute, and how often it came in between', async () => {
    const told = () => guarded.service.logLines.filter((line) => line.includes('"level":"warn"') && line.includes('token-missing'));
    await guarded.service.pass(minutes(1));
    const before = told().length;
    for (let count = 0; count < 3; count += 1) await posts(guarded.service.botUrl, good(), []);
    await guarded.service.pass(minutes(1));
    await posts(guarded.service.botUrl, good(), []);
    expect(told().slice(before).map((line) => /"before":(\d+)/.exec(line)?.[1])).toEqual([expect.any(String), '2']);
  });
});

describe('With authentication on', () => {
  beforeEach(async () => { guarded = await openGuarded(); });
  afterEach(async () => guarded.close());

  test('a session runs from start to summary, every answer bears our own token, and one token may come again until it ends', async () => {
    const { service } = guarded;
    const kept = guarded.token();
    const [aisha, ben] = [guarded.person('Aisha Khan'), guarded.person('Ben Cole', () => kept)];
    await begin(service, [aisha, ben]);
    await aisha.presses(channel, { title: 'Next phase' });
    await service.pass(seconds(3));
    expect(service.card(channel, 'Introduce the problem').join('\n')).toContain('Aisha Khan');
    expect((await ben.says(channel, 'note Heard at the door')).status).toBe(200);
    await service.pass(hourMs);
    expect(service.card(channel, 'Summary').join('\n')).toContain('Heard at the door');
    expect(new Set(service.connector.requests.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer outbound-token']));
    expect((await ben.says(channel, 'status')).status).toBe(401);
    expect((await aisha.says(channel, 'status')).status).toBe(200);
  });

  test('a message that meets a 401 goes out with a fresh token', async () => {
    const { service, authority } = guarded;
    await guarded.person('Aisha Khan').says(channel, 'help');
    authority.outboundToken = 'the-next-token';
    service.connector.misbehave({ kind: 'status', status: 401, isApplied: false });
    await guarded.person('Aisha Khan').says(channel, 'start');
    await service.pass(seconds(2));
    expect(service.connector.requests.slice(0, 3).map(({ authorization }) => authorization)).toEqual(['Bearer outbound-token', 'Bearer outbound-token', 'Bearer the-next-token']);
    expect(service.last(channel)[0]).toMatch(/Before we start/);
  });

  test('a conversation whose stored service URL is not allowed any more gets nothing, until Teams names a good one', async () => {
    const { service } = guarded;
    const aisha = guarded.person('Aisha Khan');
    await begin(service, [aisha]);
    const { documents } = service.service.store;
    const key = conversationKey(tenantId(tenant), conversationId(channel.id.split(';')[0] ?? ''));
    const stored = await documents.load(key);
    const state = JSON.parse(JSON.stringify(stored?.doc.state).replaceAll(service.connector.url, 'https://smba.trafficmanager.net.example.com/')) as Json;
    if (stored !== null) await documents.replace({ ...stored.doc, state }, stored.version);
    const sentCount = service.connector.requests.length;
    await service.passTo(at('16:05:30'));
    expect(service.connector.requests).toHaveLength(sentCount);
    expect(service.logLines.some((line) => line.includes('"why":"service-url-refused"'))).toBe(true);
    await aisha.says(channel, 'status');
    await service.pass(minutes(1));
    expect(service.posts(channel).map(({ lines }) => lines[0])).toContain('Introduce the problem');
  });

  test('keys that are there keep the door open while the authority is away, for a day and longer', async () => {
    const { service, authority } = guarded;
    authority.isBroken = true;
    // Not for the bot, so that nothing is answered: our own token comes from the same authority.
    const statusOf = async (name: string): Promise<number> => (await guarded.person(name).says(group, 'help', false)).status;
    expect(await statusOf('Aisha Khan')).toBe(200);
    await service.skipTo(service.now() + 25 * hourMs);
    expect(await statusOf('Ben Cole')).toBe(200);
    authority.isSilent = true;
    await service.pass(seconds(11));
    const askedCount = authority.asked.length;
    const askedAt = Date.now();
    expect(await statusOf('Chloe Diaz')).toBe(200);
    expect(Date.now() - askedAt).toBeLessThan(2_000);
    expect(authority.asked.length).toBe(askedCount + 1);
  });

  test('a new key comes in and the old one is out, but for tokens that are known', async () => {
    const { service, authority } = guarded;
    const [known, unknown] = [guarded.token(), guarded.token({ claims: { jti: 'another' } })];
    const statusOf = async (token: string): Promise<number> => (await guarded.person('Aisha Khan', () => token).says(group, 'help')).status;
    expect(await statusOf(known)).toBe(200);
    authority.rollOver(['msteams']);
    expect(await statusOf(guarded.token())).toBe(401);
    await service.pass(minutes(1) + seconds(1));
    expect(await statusOf(guarded.token())).toBe(200);
    expect([await statusOf(known), await statusOf(unknown)]).toEqual([200, 401]);
    await service.skipTo(service.now() + 2 * hourMs);
    expect(await statusOf(known)).toBe(401);
  });

  test('a key that may not sign for Teams opens nothing, and one that is bound to no channel does', async () => {
    const { service, authority } = guarded;
    authority.rollOver(['directline']);
    await service.pass(minutes(1) + seconds(1));
    const token = guarded.token();
    expect((await guarded.person('Aisha Khan', () => token).says(group, 'help')).status).toBe(401);
    expect(service.logLines.some((line) => line.includes('"why":"channel-not-endorsed"'))).toBe(true);
    authority.rollOver();
    await service.pass(minutes(1) + seconds(1));
    expect((await guarded.person('Aisha Khan').says(group, 'help')).status).toBe(200);
  });
});

test('Without keys at its start the service asks Teams to come again, and lets people in once it has them', async () => {
  guarded = await openGuarded({ isWithoutKeys: true });
  const aisha = guarded.person('Aisha Khan');
  const { answer, touched } = await watched(() => aisha.says(channel, 'start'));
  expect([answer, touched]).toEqual([{ status: 503, body: '' }, []]);
  guarded.authority.hasNoKeys = false;
  await guarded.service.pass(seconds(11));
  expect((await aisha.says(channel, 'start')).status).toBe(200);
  expect(await guarded.service.service.store.documents.load(communityKey(tenantId(tenant), conversationId(channel.id.split(';')[0] ?? '')))).not.toBeNull();
  await guarded.close();
});
