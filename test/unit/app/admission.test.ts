// When more is due than can be sent for a while: what is taken up, and that nobody waits because of somebody else.

import { expect, test } from '@jest/globals';
import { admitted } from '../../../src/app/admission.ts';
import { UnderWay } from '../../../src/app/under-way.ts';
import { conversationId, type Key, pairId, pairKey, sessionId, sessionKey, tenantId } from '../../../src/core/keys.ts';

const pair = (tenant: string, n: number): Key => pairKey(tenantId(tenant), conversationId('19:c'), pairId(String(n)));
const due = (key: Key) => ({ key, wakeAt: 1, retryAt: null });
const many = (tenant: string, count: number) => Array.from({ length: count }, (_, n) => due(pair(tenant, n)));
const isAside = (): boolean => false;
const countIn = (keys: readonly { readonly key: Key }[], tenant: string): number => keys.filter(({ key }) => key.partition.startsWith(`${tenant}|`)).length;

test('a tenant with more than it can send leaves room for those behind it, and goes on when it has sent', () => {
  const underWay = new UnderWay<null>();
  const all = [...many('t1', 900), ...many('t2', 30)];
  const first = admitted(all, { underWay, limit: 2_000, isAside });
  expect([countIn(first, 't1'), countIn(first, 't2')]).toEqual([200, 30]);
  for (const { key } of first) underWay.begin(key, key.name + key.partition, null);
  expect(admitted(all, { underWay, limit: 2_000, isAside })).toEqual(all.slice(900));
  for (const { key } of first.slice(0, 50)) underWay.end(key, key.name + key.partition);
  expect(countIn(admitted(all, { underWay, limit: 2_000, isAside }), 't1')).toBe(50);
});

test('in all no more are taken up than there is room for, the first ones first', () => {
  const underWay = new UnderWay<null>();
  const all = Array.from({ length: 40 }, (_, n) => many(`t${n}`, 100)).flat();
  const first = admitted(all, { underWay, limit: 2_000, isAside });
  expect(first).toEqual(all.slice(0, 2_000));
  for (const { key } of first) underWay.begin(key, key.name + key.partition, null);
  expect(admitted(all, { underWay, limit: 2_000, isAside })).toEqual([]);
});

test('a session waits for nobody', () => {
  const underWay = new UnderWay<null>();
  const session = due(sessionKey(tenantId('t1'), conversationId('19:c'), sessionId('s1')));
  expect(admitted([...many('t1', 900), session], { underWay, limit: 200, isAside })).toContain(session);
  expect(admitted([session], { underWay, limit: 0, isAside })).toEqual([session]);
});

test('what failed and waits for another try takes nobody\'s place', () => {
  const all = [...many('t1', 300), ...many('t1', 400).slice(300)];
  const taken = admitted(all, { underWay: new UnderWay(), limit: 2_000, isAside: ({ name }) => Number(name.replace('pair-', '')) < 300 });
  expect(taken).toEqual(all);
});
