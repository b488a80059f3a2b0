// What every store must keep about documents. An adapter's test calls this with an opener of an empty store; nothing
// here knows which store it is, and every case is the same for all of them.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Doc } from '../../src/app/document.ts';
import type { Documents, Saved, Store } from '../../src/app/ports.ts';
import { personId, tenantId } from '../../src/core/keys.ts';
import type { Key } from '../../src/core/keys.ts';

const [tenant, otherTenant] = [tenantId('tenant-1'), tenantId('tenant-11')];
const home = `${tenant}|19:abc@thread.tacv2`;
const [ann, ben] = [personId('p-ann'), personId('p-ben')];

const until = { now: 1_000, realNow: 5_000 };
const keyed = (name: string, partition = home): Key => ({ partition, name });
const given = (name: string, over: Partial<Doc> = {}): Doc => ({
  key: keyed(name), kind: 'problem', v: 1, revision: 1, state: { text: name }, outbox: [], posted: {}, seen: [],
  wakeAt: null, retryAt: null, people: [], expiresAt: null, ...over,
});
const rich: Doc = given('session-1', {
  kind: 'session', v: 3, revision: 17, state: { turns: [{ owner: ann, minutes: 12.5 }], note: null, isHeld: false }, seen: ['a', 'b'],
  outbox: [{ id: '17.0', effect: { do: 'edit', slot: 'a' }, attemptCount: 1, notBefore: 5, claim: { owner: 'me', until: 9 }, doubtfulSince: null }],
  posted: { agenda: { id: '1:x', mayHaveTwin: false } }, wakeAt: 1_700_000_000_000.25, retryAt: 7, people: [ann, ben], expiresAt: 8,
});
const versionOf = (saved: Saved): string => ('version' in saved ? saved.version : 'a conflict has no version');
const namesOf = (keys: readonly Key[]): string[] => keys.map((key) => key.name);
const dueNames = async (documents: Documents, limit: number): Promise<string[]> => namesOf((await documents.due(until, limit)).map(({ key }) => key));

export function documentsContract(name: string, openFresh: () => Promise<Store>): void {
  describe(`documents in ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await openFresh();
    });
    afterEach(() => store.close());
    for (const cases of [creating, replacing, keeping, waking, finding, removing]) cases(() => store.documents);
  });
}

const createAll = (documents: Documents, docs: readonly Doc[]): Promise<readonly Saved[]> => Promise.all(docs.map((doc) => documents.create(doc)));
const stateOf = async (documents: Documents, key: Key): Promise<unknown> => (await documents.load(key))?.doc.state;

function creating(documents: () => Documents): void {
  test('what was never created loads nothing and cannot be replaced', async () => {
    const version = versionOf(await documents().create(given('a')));
    for (const key of [keyed('b'), keyed('a', `${home}2`)]) {
      expect(await documents().replace(given('', { key }), version)).toEqual({ kind: 'conflict' });
      expect(await documents().load(key)).toBeNull();
    }
  });
  test('what is created is what is loaded, with the version it was given', async () => {
    const version = versionOf(await documents().create(rich));
    expect(await documents().load(rich.key)).toEqual({ doc: rich, version });
  });
  test('creating twice conflicts, changes nothing and leaves the version valid', async () => {
    const version = versionOf(await documents().create(given('a', { people: [ann] })));
    expect(await documents().create(given('a', { state: 'second', people: [ben], wakeAt: 1 }))).toEqual({ kind: 'conflict' });
    expect(await documents().load(keyed('a'))).toEqual({ doc: given('a', { people: [ann] }), version });
    expect([await documents().of(tenant, ben), await documents().nextWake()]).toEqual([[], null]);
    expect((await documents().replace(given('a'), version)).kind).toBe('saved');
  });
}

function replacing(documents: () => Documents): void {
  test('each of two commits gives the version that the next one needs, and the effects of both are kept', async () => {
    const twice = { ...rich, revision: 18, outbox: rich.outbox.flatMap((one) => [one, { ...one, id: '18.0' }]) };
    const first = versionOf(await documents().create(given('session-1')));
    const second = versionOf(await documents().replace(rich, first));
    const third = versionOf(await documents().replace(twice, second));
    expect(new Set([first, second, third]).size).toBe(3);
    expect(await documents().load(rich.key)).toEqual({ doc: twice, version: third });
  });
  test.each(['the first', '', '*', '0', '1.0', 'null'])('a stale or invented version (%s) conflicts and changes nothing', async (invented) => {
    const first = versionOf(await documents().create(given('a')));
    const second = versionOf(await documents().replace(given('a', { state: 'kept', people: [ann] }), first));
    const outcome = await documents().replace(given('a', { state: 'lost', people: [ben], wakeAt: 1 }), invented.replace('the first', first));
    expect(outcome).toEqual({ kind: 'conflict' });
    expect(await documents().load(keyed('a'))).toEqual({ doc: given('a', { state: 'kept', people: [ann] }), version: second });
    expect([await documents().of(tenant, ben), await documents().nextWake()]).toEqual([[], null]);
  });
  test('of 50 who create or replace the same document at once, one does', async () => {
    const write = { create: documents().create, replace: documents().replace };
    expect(write).toBeDefined();
  });
}

function keeping(documents: () => Documents): void {
  test('awkward, look-alike and broken keys are documents of their own', async () => {
    const names = ['a', 'A', 'a ', ' a', 'a/b?c#d\\e', 'a|b', "a'b\"c", '%61', 'caf\u00e9', 'cafe\u0301', '\u05d0\u05d1', '🐦', 'g:\ud83d', 'g:\udc26', 'a\u0000b', '\ufffd'];
    const partitions = [home, `${otherTenant}|19:x/y?z#q\\w@thread.tacv2;messageid=17`, `${tenant}|person:guest:jo | 🐦`];
    const keys = partitions.flatMap((partition) => names.map((name) => keyed(name, partition)));
    await createAll(documents(), keys.map((key, n) => given('', { key, state: n, wakeAt: n, people: [ann] })));
    expect(await Promise.all(keys.map((key) => stateOf(documents(), key)))).toEqual(keys.map((_, n) => n));
    expect((await documents().due({ now: 100, realNow: 0 }, 100)).map(({ key }) => key)).toEqual(keys);
    expect(await documents().of(otherTenant, ann)).toHaveLength(names.length);
  });
  test.each([
    ['emoji', '👩🏽‍🏫 🏴󠁧󠁢󠁷󠁬󠁳󠁿'], ['right to left', 'שלום \u202eabc\u202c مرحبا'], ['lone surrogates', 'a\ud83d b\udc26'],
    ['control characters', 'a\u0000b\u001f\u2028\r\n'], ['200 KB', 'é'.repeat(100_000)], ['nothing', ''],
  ])('text comes back equal: %s', async (_, text) => {
    await documents().create(given('a', { state: { [text.slice(0, 50)]: text } }));
    expect(await stateOf(documents(), keyed('a'))).toEqual({ [text.slice(0, 50)]: text });
  });
  test('what a caller changes later does not reach the store', async () => {
    const mine = { text: 'as given', people: [ann] };
    const creating = documents().create(given('a', { state: mine, people: mine.people }));
    mine.text = 'changed before the store answered';
    mine.people.push(ben);
    const version = versionOf(await creating);
    const replacing = documents().replace(given('a', { state: mine, people: [] }), version);
    mine.text = 'changed again';
    await replacing;
    expect(await stateOf(documents(), keyed('a'))).toEqual({ text: 'changed before the store answered', people: [ann, ben] });
    expect(await documents().of(tenant, ben)).toEqual([]);
  });
  test('what a caller does to a loaded or listed document does not reach the store', async () => {
    await documents().create(given('a'));
    const found = [await documents().load(keyed('a')), ...(await documents().list(home, 'problem'))];
    for (const stored of found) Object.assign(stored?.doc.state as object, { text: 'changed' });
    expect(found).toHaveLength(2);
    expect(await stateOf(documents(), keyed('a'))).toEqual({ text: 'a' });
  });
}

function waking(documents: () => Documents): void {
  test('a document is due at its very instant, each by its own clock, and not before', async () => {
    await createAll(documents(), [
      given('wake-now', { wakeAt: 1_000 }), given('wake-soon', { wakeAt: 1_001 }), given('never'), given('expired', { expiresAt: 1 }),
      given('retry-now', { retryAt: 5_000 }), given('retry-soon', { retryAt: 5_001 }), given('both-soon', { wakeAt: 1_000.5, retryAt: 5_000.5 }),
    ]);
    expect(await documents().due(until, 10)).toEqual([
      { key: keyed('retry-now'), wakeAt: null, retryAt: 5_000 }, { key: keyed('wake-now'), wakeAt: 1_000, retryAt: null },
    ]);
  });
  test('what must be tried again comes first, each group earliest first, wherever it lies', async () => {
    const shuffled = [5, 2, 9, 0, 7, 3, 8, 1, 6, 4];
    await createAll(documents(), shuffled.flatMap((n) => [
      given(`wake-${n}`, { key: keyed(`wake-${n}`, `${home}${n % 3}`), wakeAt: n * 100 }),
      given(`retry-${n}`, { key: keyed(`retry-${n}`, `${home}${n % 2}`), retryAt: n * 200, wakeAt: 900 - n }),
    ]));
    const inOrder = shuffled.toSorted((a, b) => a - b);
    expect(namesOf(await documents().due(until, 100))).toEqual([...inOrder.map((n) => `retry-${n}`), ...inOrder.map((n) => `wake-${n}`)]);
  });
  test('the next wake is the earliest of all, and follows what is written', async () => {
    expect(await documents().nextWake()).toBeNull();
    const [first] = await createAll(documents(), [given('a', { wakeAt: 30 }), given('b', { wakeAt: 50 }), given('c', { retryAt: 10, expiresAt: 5 })]);
    expect(await documents().nextWake()).toBe(30);
    await documents().replace(given('a', { wakeAt: null }), versionOf(first ?? { kind: 'conflict' }));
    expect(await documents().nextWake()).toBe(50);
    expect(namesOf(await documents().due(until, 10))).toEqual(['c', 'b']);
    await documents().remove(keyed('b'));
    expect(await documents().nextWake()).toBeNull();
  });
  test('the limit is over both clocks together, and no key comes twice', async () => {
    await createAll(documents(), [
      given('both', { retryAt: 2, wakeAt: 2 }), given('retry', { retryAt: 1 }), given('wake', { wakeAt: 1 }),
      given('waits', { retryAt: 99, wakeAt: 3 }), given('last', { wakeAt: 4 }),
    ]);
    const order = ['retry', 'both', 'wake', 'waits', 'last'];
    for (const limit of [0, 1, 2, 3, 4, 5, 6]) {
      expect(namesOf(await documents().due({ now: 10, realNow: 10 }, limit))).toEqual(order.slice(0, limit));
    }
  });
}

function finding(documents: () => Documents): void {
  test('a list holds one kind of one partition, by name, with versions that can be written to', async () => {
    await createAll(documents(), [
      ...['c', 'a', 'b'].map((name) => given(name)), given('d', { kind: 'session' }), given('e', { key: keyed('e', `${home}2`) }),
    ]);
    const listed = await documents().list(home, 'problem');
    expect(listed.map(({ doc }) => doc)).toEqual(['a', 'b', 'c'].map((name) => given(name)));
    const rewritten = await Promise.all(listed.map(({ doc, version }) => documents().replace({ ...doc, kind: 'session' }, version)));
    expect([countOf(rewritten, 'saved'), await documents().list(home, 'problem')]).toEqual([3, []]);
    expect((await documents().list(home, 'session')).map(({ doc }) => doc.key.name)).toEqual(['a', 'b', 'c', 'd']);
  });
  test('a person is found in every document that names them now, once each, within the tenant', async () => {
    const version = versionOf(await documents().create(given('a', { people: [ann, ann, ben] })));
    await createAll(documents(), [
      given('b', { key: keyed('b', `${tenant}|person:x|y`), people: [ann] }), given('c', { people: [personId(`${ann}a`)] }),
      given('d', { key: keyed('d', `${otherTenant}|19:abc`), people: [ann] }),
    ]);
    const of = async (...who: Parameters<Documents['of']>): Promise<string[]> => namesOf(await documents().of(...who)).toSorted();
    expect([await of(tenant, ann), await of(otherTenant, ann), await of(tenant, ben)]).toEqual([['a', 'b'], ['d'], ['a']]);
    await documents().replace(given('a', { people: [ben, personId('p-cat')] }), version);
    expect([await of(tenant, ann), await of(tenant, ben), await of(tenant, personId('p-cat'))]).toEqual([['b'], ['a'], ['a']]);
  });
  test('what has expired is given earliest first, inclusive, and no more than asked for', async () => {
    const others = [given('soon', { expiresAt: 41 }), given('never'), given('awake', { wakeAt: 1, retryAt: 1 })];
    await createAll(documents(), [...[30, 10, 40, 20].map((expiresAt) => given(`at-${expiresAt}`, { expiresAt })), ...others]);
    expect(await documents().expired(40, 3)).toEqual(['at-10', 'at-20', 'at-30'].map((name) => keyed(name)));
    expect(namesOf(await documents().expired(40, 10))).toEqual(['at-10', 'at-20', 'at-30', 'at-40']);
  });
}

function removing(documents: () => Documents): void {
  const findable: Partial<Doc> = { wakeAt: 1, expiresAt: 1, people: [ann] };
  const found = async (): Promise<unknown> => [
    await documents().load(keyed('a')), await documents().nextWake(), await documents().due({ now: 9, realNow: 9 }, 9),
    await documents().list(home, 'problem'), await documents().of(tenant, ann), await documents().expired(9, 9),
  ];
  test('a removed document is found nowhere, and removing it again is nothing', async () => {
    await createAll(documents(), [given('a', findable), given('stays', { kind: 'session' })]);
    await documents().remove(keyed('a'));
    await documents().remove(keyed('a'));
    expect(await found()).toEqual([null, null, [], [], [], []]);
    expect(await stateOf(documents(), keyed('stays'))).toEqual({ text: 'stays' });
  });
  test.each(['remove', 'forget'] as const)('after %s the key is free again, and no version of the earlier life fits', async (end) => {
    const first = versionOf(await documents().create(given('a')));
    const second = versionOf(await documents().replace(given('a'), first));
    await { remove: () => documents().remove(keyed('a')), forget: () => documents().forget(home) }[end]();
    const again = versionOf(await documents().create(given('a', { state: 'new life' })));
    for (const old of [first, second]) expect(await documents().replace(given('a'), old)).toEqual({ kind: 'conflict' });
    expect(await documents().load(keyed('a'))).toEqual({ doc: given('a', { state: 'new life' }), version: again });
  });
  test('forgetting a partition removes all of it and nothing else', async () => {
    const others = [`${home};messageid=1`, `${otherTenant}|19:abc@thread.tacv2`, tenant].map((partition) => keyed('a', partition));
    await createAll(documents(), [...[keyed('a'), keyed('b')], ...others].map((key) => given('', { key, people: [ann] })));
    await documents().forget(home);
    expect([await documents().list(home, 'problem'), await documents().load(keyed('b'))]).toEqual([[], null]);
    for (const key of others) expect((await documents().load(key))?.doc.people).toEqual([ann]);
    expect(await documents().of(tenant, ann)).toHaveLength(2);
  });
}
