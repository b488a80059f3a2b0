// What every store must keep about documents. An adapter's test calls this with an opener of an empty store; nothing
// here knows which store it is, and every case is the same for all of them.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Doc } from '../../src/app/document.ts';
import type { Documents, Saved, Store, Until } from '../../src/app/ports.ts';
import { personId, tenantId } from '../../src/core/keys.ts';
import type { Key } from '../../src/core/keys.ts';

const [tenant, otherTenant] = [tenantId('tenant-1'), tenantId('tenant-11')];
const [ann, ben, cat] = [personId('p-ann'), personId('p-ben'), personId('p-cat')];
const home = `${tenant}|19:abc@thread.tacv2`;
const until = { now: 1_000, realNow: 5_000 };
const conflict: Saved = { kind: 'conflict' };

const keyed = (name: string, partition = home): Key => ({ partition, name });
const given = (name: string, over: Partial<Doc> = {}): Doc => ({
  key: keyed(name), kind: 'problem', v: 1, revision: 1, state: { text: name }, outbox: [], posted: {}, seen: [],
  wakeAt: null, retryAt: null, people: [], expiresAt: null, ...over,
});
const rich = given('a', {
  kind: 'session', v: 3, revision: 17, state: { turns: [{ owner: ann, minutes: 12.5 }], note: null, isHeld: false }, seen: ['a', 'b'],
  outbox: [{ id: '17.0', effect: { do: 'edit', slot: 'a' }, attemptCount: 1, notBefore: 5, claim: { owner: 'me', until: 9 }, doubtfulSince: null }],
  posted: { agenda: { id: '1:x', mayHaveTwin: false } }, wakeAt: 1_700_000_000_000.25, retryAt: 7, people: [ann, ben], expiresAt: 8,
});

let store: Store;
let documents: Documents;
const createAll = (docs: readonly Doc[]): Promise<readonly Saved[]> => Promise.all(docs.map((doc) => documents.create(doc)));
const stateOf = async (key: Key): Promise<unknown> => (await documents.load(key))?.doc.state;
const versionOf = (saved: Saved | undefined): string => (saved?.kind === 'saved' ? saved.version : 'a conflict has none');
const namesOf = (keys: readonly Key[]): string[] => keys.map((key) => key.name);
const dueNames = async (limit = 100): Promise<string[]> => namesOf((await documents.due(until, limit)).map(({ key }) => key));

export function documentsContract(name: string, openFresh: () => Promise<Store>): void {
  describe(`documents in ${name}`, () => {
    beforeEach(async () => {
      store = await openFresh();
      documents = store.documents;
    });
    afterEach(() => store.close());
    for (const cases of [writing, keeping, waking, finding, removing]) cases();
  });
}

function writing(): void {
  test('what is written is what is loaded, and each write gives the version that the next one needs', async () => {
    const twoCommits = { ...rich, revision: 18, outbox: rich.outbox.flatMap((one) => [one, { ...one, id: '18.0' }]) };
    const first = versionOf(await documents.create(rich));
    expect(await documents.load(rich.key)).toEqual({ doc: rich, version: first });
    const second = versionOf(await documents.replace(twoCommits, first));
    expect(await documents.load(rich.key)).toEqual({ doc: twoCommits, version: second });
  });
  test('what was never created loads nothing, and replacing it conflicts and creates nothing', async () => {
    const version = versionOf(await documents.create(given('a')));
    for (const key of [keyed('b'), keyed('a', `${home}2`)]) {
      expect(await documents.replace(given('', { key }), version)).toEqual(conflict);
      expect(await documents.load(key)).toBeNull();
    }
  });
  test('creating twice conflicts, changes nothing and leaves the version valid', async () => {
    const version = versionOf(await documents.create(given('a')));
    expect(await documents.create(given('a', { state: 'lost', people: [ben], wakeAt: 1 }))).toEqual(conflict);
    expect(await documents.load(keyed('a'))).toEqual({ doc: given('a'), version });
    expect([await documents.of(tenant, ben), await documents.nextWake()]).toEqual([[], null]);
    expect((await documents.replace(given('a'), version)).kind).toBe('saved');
  });
  test.each(['stale', '', '*', '0', 'null', 'present.0', ' present'])('a stale or invented version (%s) conflicts and changes nothing', async (which) => {
    const first = versionOf(await documents.create(given('a')));
    const version = versionOf(await documents.replace(given('a', { state: 'kept' }), first));
    const lost = given('a', { state: 'lost', people: [ben], wakeAt: 1 });
    expect(await documents.replace(lost, which.replace('stale', first).replace('present', version))).toEqual(conflict);
    expect(await documents.load(keyed('a'))).toEqual({ doc: given('a', { state: 'kept' }), version });
    expect([await documents.of(tenant, ben), await documents.nextWake()]).toEqual([[], null]);
  });
  test('of 50 who create at once one does, and of 50 who replace at once one does, whose write stands', async () => {
    const wins = (outcomes: readonly Saved[]): number[] => outcomes.flatMap(({ kind }, n) => (kind === 'saved' ? [n] : []));
    const created = await createAll(Array.from({ length: 50 }, () => given('a')));
    expect(wins(created)).toHaveLength(1);
    const version = versionOf(created.find(({ kind }) => kind === 'saved'));
    const replaced = await Promise.all(created.map((_, n) => documents.replace(given('a', { state: n }), version)));
    expect(wins(replaced)).toEqual([await stateOf(keyed('a'))]);
  });
}

function keeping(): void {
  test('awkward, look-alike and broken keys are documents of their own', async () => {
    const names = [...'a,A,a , a,a/b?c#d\\e,a|b,a\'b"c,%61,caf\u00e9,cafe\u0301,אב,🐦,a\u0000b,\ufffd'.split(','), 'g:\ud83d', 'g:\udc26'];
    const partitions = [home, `${otherTenant}|19:x/y?z#q\\w@thread.tacv2;messageid=17`, `${tenant}|person:guest:jo | 🐦`];
    const keys = partitions.flatMap((partition) => names.map((name) => keyed(name, partition)));
    await createAll(keys.map((key, n) => given('', { key, state: n, wakeAt: n, people: [ann] })));
    expect(await Promise.all(keys.map(stateOf))).toEqual(keys.map((_, n) => n));
    expect((await documents.due(until, 100)).map(({ key }) => key)).toEqual(keys);
    expect(await documents.of(otherTenant, ann)).toHaveLength(names.length);
  });
  test.each([
    ['emoji', '👩🏽‍🏫 🏴󠁧󠁢󠁷󠁬󠁳󠁿'], ['right to left', 'שלום \u202eabc\u202c مرحبا'], ['lone surrogates', 'a\ud83d b\udc26'],
    ['control characters', 'a\u0000b\u001f\u2028\r\n'], ['200 KB', 'é'.repeat(100_000)], ['nothing', ''],
  ])('text comes back equal: %s', async (_, text) => {
    await documents.create(given('a', { state: { [text.slice(0, 50)]: text } }));
    expect(await stateOf(keyed('a'))).toEqual({ [text.slice(0, 50)]: text });
  });
  test('neither what a caller changes later nor what it does to what it found reaches the store', async () => {
    const mine = { text: 'as given', people: [ann] };
    const saving = documents.create(given('a', { state: mine, people: mine.people }));
    mine.text = 'changed before the store answered';
    mine.people.push(ben);
    const version = versionOf(await saving);
    expect(await documents.load(keyed('a'))).toEqual({ doc: given('a', { state: { text: 'as given', people: [ann] }, people: [ann] }), version });
    expect(await documents.of(tenant, ben)).toEqual([]);
    const found = [await documents.load(keyed('a')), ...(await documents.list(home, 'problem'))];
    for (const stored of found) Object.assign(Object(stored?.doc.state), { text: 'spoilt' });
    expect(await stateOf(keyed('a'))).toEqual({ text: 'as given', people: [ann] });
    const replacing = documents.replace(given('a', { state: mine }), version);
    mine.text = 'changed again';
    expect([(await replacing).kind, await stateOf(keyed('a'))]).toMatchObject(['saved', { text: 'changed before the store answered' }]);
  });
}

function waking(): void {
  test('a document is due at its very instant, each by its own clock, and not before', async () => {
    await createAll([
      given('wake-now', { wakeAt: 1_000 }), given('wake-soon', { wakeAt: 1_001 }), given('never'), given('expired', { expiresAt: 1 }),
      given('retry-now', { retryAt: 5_000 }), given('retry-soon', { retryAt: 5_001 }), given('both-soon', { wakeAt: 1_000.5, retryAt: 5_000.5 }),
    ]);
    const retry = { key: keyed('retry-now'), wakeAt: null, retryAt: 5_000 };
    expect(await documents.due(until, 10)).toEqual([retry, { key: keyed('wake-now'), wakeAt: 1_000, retryAt: null }]);
  });
  test('what was to wake up to an instant is left out, and what is asked about one clock alone', async () => {
    await createAll([given('long-ago', { wakeAt: 900 }), given('then', { wakeAt: 950 }), given('since', { wakeAt: 950.5 }), given('retry', { wakeAt: 960, retryAt: 5_000 })]);
    const nothing = Number.NEGATIVE_INFINITY;
    const names = async (asked: Until): Promise<string[]> => namesOf((await documents.due(asked, 10)).map(({ key }) => key));
    expect(await names({ ...until, from: 950 })).toEqual(['retry', 'since']);
    expect(await names({ now: until.now, realNow: nothing, from: 950 })).toEqual(['since', 'retry']);
    expect(await names({ now: nothing, realNow: until.realNow })).toEqual(['retry']);
  });
  test('what must be tried again comes first, each group earliest first, wherever it lies', async () => {
    const shuffled = [5, 2, 9, 0, 7, 3, 8, 1, 6, 4];
    await createAll(shuffled.flatMap((n) => [
      given(`wake-${n}`, { key: keyed(`wake-${n}`, `${home}${n % 3}`), wakeAt: n * 100 }),
      given(`retry-${n}`, { key: keyed(`retry-${n}`, `${home}${n % 2}`), retryAt: n * 200, wakeAt: 900 - n }),
    ]));
    expect(await dueNames()).toEqual(['retry', 'wake'].flatMap((group) => shuffled.toSorted().map((n) => `${group}-${n}`)));
  });
  test('the limit is over both clocks together, and no key comes twice', async () => {
    await createAll([given('both', { retryAt: 2, wakeAt: 2 }), given('last', { wakeAt: 4 }), given('waits', { retryAt: 9_999, wakeAt: 3 })]);
    await createAll([given('wake', { wakeAt: 1 }), given('retry', { retryAt: 1 })]);
    for (const limit of [0, 1, 2, 3, 4, 5, 6]) expect(await dueNames(limit)).toEqual(['retry', 'both', 'wake', 'waits', 'last'].slice(0, limit));
  });
  test('the next wake is the earliest of all, and follows what is written', async () => {
    expect(await documents.nextWake()).toBeNull();
    const [, , second] = await createAll([given('a', { retryAt: 10, expiresAt: 5 }), given('b', { wakeAt: 50 }), given('c', { wakeAt: 30 })]);
    expect(await documents.nextWake()).toBe(30);
    await documents.replace(given('c'), versionOf(second));
    expect([await documents.nextWake(), await dueNames()]).toEqual([50, ['a', 'b']]);
  });
}

function finding(): void {
  test('a list holds one kind of one partition, by name, with versions that can be written to', async () => {
    await createAll([...['c', 'a', 'b'].map((name) => given(name)), given('d', { kind: 'session' }), given('', { key: keyed('e', `${home}2`) })]);
    const listed = await documents.list(home, 'problem');
    expect(listed).toEqual(await Promise.all(['a', 'b', 'c'].map((name) => documents.load(keyed(name)))));
    for (const { doc, version } of listed) await documents.replace({ ...doc, kind: 'session' }, version);
    expect([(await documents.list(home, 'problem')).length, (await documents.list(home, 'session')).length]).toEqual([0, 4]);
  });
  test('a person is found in every document that names them now, once each, within the tenant', async () => {
    const [first] = await createAll([
      given('a', { people: [ann, ann, ben] }), given('', { key: keyed('b', `${tenant}|person:x|y`), people: [ann] }),
      given('', { key: keyed('d', `${otherTenant}|19:abc`), people: [ann] }), given('c', { people: [personId(`${ann}a`)] }),
    ]);
    const of = async (...who: Parameters<Documents['of']>): Promise<string[]> => namesOf(await documents.of(...who)).toSorted();
    expect([await of(tenant, ann), await of(otherTenant, ann), await of(tenant, ben)]).toEqual([['a', 'b'], ['d'], ['a']]);
    await documents.replace(given('a', { people: [ben, cat] }), versionOf(first));
    expect([await of(tenant, ann), await of(tenant, ben), await of(tenant, cat)]).toEqual([['b'], ['a'], ['a']]);
  });
  test('what has expired is given earliest first, inclusive, and no more than asked for', async () => {
    const times = { later: 30, first: 10, over: 41, edge: 40, 'in between': 20 };
    await createAll([given('never', { wakeAt: 1, retryAt: 1 }), ...Object.entries(times).map(([name, expiresAt]) => given(name, { expiresAt }))]);
    expect(await documents.expired(40, 3)).toEqual(['first', 'in between', 'later'].map((name) => keyed(name)));
    expect(namesOf(await documents.expired(40, 10))).toEqual(['first', 'in between', 'later', 'edge']);
  });
}

function removing(): void {
  test('a removed document is found nowhere, and removing it again is nothing', async () => {
    const [gone] = await createAll([given('a', { wakeAt: 1, retryAt: 1, expiresAt: 1, people: [ann] }), given('stays', { kind: 'session' })]);
    expect([await documents.remove(keyed('a'), versionOf(gone)), await documents.remove(keyed('a'), versionOf(gone))]).toEqual([true, false]);
    expect([await documents.load(keyed('a')), await documents.nextWake(), await documents.due(until, 9)]).toEqual([null, null, []]);
    expect([await documents.list(home, 'problem'), await documents.of(tenant, ann), await documents.expired(9, 9)]).toEqual([[], [], []]);
    expect(await stateOf(keyed('stays'))).toEqual({ text: 'stays' });
  });
  test('removing what was never created removes nothing, wherever else such a name or version stands', async () => {
    const version = versionOf(await documents.create(given('a')));
    for (const key of [keyed('b'), keyed('a', `${home}2`), keyed('A')]) expect(await documents.remove(key, version)).toBe(false);
    expect(await documents.load(keyed('a'))).toEqual({ doc: given('a'), version });
  });
  test.each(['stale', '', '*', '0', 'null', 'present.0', ' present'])('a stale or invented version (%s) removes nothing and changes nothing', async (which) => {
    const first = versionOf(await documents.create(given('a')));
    const kept = given('a', { state: 'kept', people: [ann], wakeAt: 5, expiresAt: 5 });
    const version = versionOf(await documents.replace(kept, first));
    expect(await documents.remove(keyed('a'), which.replace('stale', first).replace('present', version))).toBe(false);
    expect(await documents.load(keyed('a'))).toEqual({ doc: kept, version });
    expect([await documents.nextWake(), namesOf(await documents.of(tenant, ann)), namesOf(await documents.expired(9, 9))]).toEqual([5, ['a'], ['a']]);
    expect(await documents.remove(keyed('a'), version)).toBe(true);
  });
  test('of 50 who remove or replace one version at once, one does', async () => {
    const version = versionOf(await documents.create(given('a')));
    const outcomes = await Promise.all(Array.from({ length: 25 }, (_, n) => [
      documents.replace(given('a', { state: n }), version).then(({ kind }) => kind === 'saved'), documents.remove(keyed('a'), version),
    ]).flat());
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect((await documents.load(keyed('a'))) === null).toBe(outcomes.indexOf(true) % 2 === 1);
  });
  test.each(['remove', 'forget'] as const)('after %s the key is free again, and no version of its earlier life fits', async (ending) => {
    const first = versionOf(await documents.create(given('a')));
    const second = versionOf(await documents.replace(given('a'), first));
    await { remove: () => documents.remove(keyed('a'), second), forget: () => documents.forget(home) }[ending]();
    const version = versionOf(await documents.create(given('a', { state: 'new' })));
    for (const old of [first, second]) {
      expect(await documents.replace(given('a'), old)).toEqual(conflict);
      expect(await documents.remove(keyed('a'), old)).toBe(false);
    }
    expect(await documents.load(keyed('a'))).toEqual({ doc: given('a', { state: 'new' }), version });
  });
  test('forgetting a partition removes all of it and nothing else', async () => {
    const others = [`${home};messageid=1`, `${otherTenant}|19:abc@thread.tacv2`, tenant].map((partition) => keyed('a', partition));
    await createAll([keyed('a'), keyed('b'), ...others].map((key) => given('', { key, people: [ann] })));
    await documents.forget(home);
    expect([await documents.list(home, 'problem'), await documents.load(keyed('b'))]).toEqual([[], null]);
    expect((await Promise.all(others.map((key) => documents.load(key)))).map((stored) => stored?.doc.key)).toEqual(others);
    expect(await documents.of(tenant, ann)).toHaveLength(2);
  });
}
