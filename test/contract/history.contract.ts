// What every store must keep about history. An adapter's test calls this with an opener of an empty store; nothing
// here knows which store it is, and every case is the same for all of them.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { History, HistoryPage, Store } from '../../src/app/ports.ts';
import type { HistoryEntry } from '../../src/core/history/entry.ts';
import { personId, sessionId } from '../../src/core/keys.ts';
import { action, ann, ben, home, note, otherTenant, s1, s2, session, tenant } from './entries.ts';
import { historySearchContract } from './history-search.contract.ts';

let store: Store;
let history: History;
/** None of these cases asks what has expired. */
const farOff = 9_000_000_000_000;
const add = (entry: HistoryEntry): Promise<void> => history.add(entry, farOff);
const addAll = (entries: readonly HistoryEntry[]): Promise<unknown> => Promise.all(entries.map(add));
const idsOf = (entries: readonly HistoryEntry[]): string[] => entries.map(({ id }) => id);

export function historyContract(name: string, openFresh: () => Promise<Store>): void {
  describe(`history in ${name}`, () => {
    beforeEach(async () => {
      store = await openFresh();
      history = store.history;
    });
    afterEach(() => store.close());
    for (const cases of [adding, paging, continuing, finding, forgetting]) cases();
  });
  historySearchContract(name, openFresh);
}

function adding(): void {
  test('every kind of entry comes back as it was added', async () => {
    const entries = [note('n', { text: 'emoji 👩🏽‍🏫, שלום \u202eabc\u202c, a lone \ud83d, a\u0000b' }), action, session('s1', 50, { at: 300 })];
    await addAll(entries);
    expect(await history.ofSession(home, s1)).toEqual(entries);
    expect((await history.page(home, null, 9)).entries).toEqual(entries.slice(2));
  });
  test('the same id twice is once, and the first stays', async () => {
    await add(session('s1', 50, { people: [ann.id] }));
    await add(session('s1', 70, { people: [ben.id], session: s2 }));
    await addAll([note('n', { text: 'first' }), note('n', { text: 'second' })]);
    expect((await history.page(home, null, 9)).entries).toEqual([session('s1', 50, { people: [ann.id] })]);
    expect([await history.of(tenant, ben.id), await history.ofSession(home, s2)]).toEqual([[], []]);
    expect(idsOf(await history.ofSession(home, s1))).toEqual(['n', 's1']);
    expect(await history.ofSession(home, s1)).toContainEqual(note('n', { text: 'first' }));
  });
  test('the same id in another partition, and ids that only look alike, are entries of their own', async () => {
    const ids = ['a', 'A', 'a ', 'a/b?c#d\\e', 'a|b', 'a\'b"c', 'caf\u00e9', 'cafe\u0301', '🐦', 'g\ud83d', 'g\udc26', 'a\u0000b', '\ufffd'];
    const partitions = [home, `${home};messageid=1`, `${otherTenant}|19:x/y?z#q\\w@thread.tacv2`];
    const entries = partitions.flatMap((partition) => ids.map((id, n) => note(id, { partition, at: n })));
    await addAll(entries);
    const found = await Promise.all(partitions.map((partition) => history.ofSession(partition, s1)));
    expect(found.flat()).toEqual(entries);
  });
  test('neither what a caller changes later nor what it does to what it found reaches the store', async () => {
    const people = [ann.id];
    const adding = add(note('n', { people }));
    people.push(ben.id);
    await adding;
    for (const entry of await history.of(tenant, ann.id)) Object.assign(entry, { text: 'spoilt' });
    expect([await history.ofSession(home, s1), await history.of(tenant, ben.id)]).toEqual([[note('n', { people: [ann.id] })], []]);
  });
}

function paging(): void {
  test('a page holds the sessions of the partition, newest start first, and no more than asked for', async () => {
    await addAll([...[20, 50, 10, 40, 30].map((n) => session(`at-${n}`, n)), session('elsewhere', 45, { partition: `${home}2` }), note('n'), action]);
    const page = await history.page(home, null, 3);
    expect(page.entries).toEqual([50, 40, 30].map((n) => session(`at-${n}`, n)));
    expect(idsOf((await history.page(home, page.olderThan, 3)).entries)).toEqual(['at-20', 'at-10']);
  });
  test('the last page says that there is no more, even when it is full', async () => {
    expect(await history.page(home, null, 5)).toEqual({ entries: [], olderThan: null });
    await addAll([1, 2, 3, 4].map((n) => session(`at-${n}`, n)));
    const first = await history.page(home, null, 2);
    expect(first.olderThan).toEqual(expect.any(String));
    expect((await history.page(home, first.olderThan, 2)).olderThan).toBeNull();
    expect((await history.page(home, null, 4)).olderThan).toBeNull();
  });
  test.each(['', 'x', '!!', 'bnVsbA', 'WzFd', 'WyJhIiwxXQ', "' or 1=1 --", '\ud83d'])('a cursor that is none (%s) gives the first page', async (cursor) => {
    await addAll([1, 2, 3].map((n) => session(`at-${n}`, n)));
    expect(await history.page(home, cursor, 2)).toEqual(await history.page(home, null, 2));
  });
}

/** Every page from the newest on; `between` happens after each. */
async function readThrough(limit: number, between: (pageNumber: number) => Promise<unknown>): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  for (let pageNumber = 1; pageNumber <= 50; pageNumber += 1) {
    const page: HistoryPage = await history.page(home, cursor, limit);
    ids.push(...idsOf(page.entries));
    cursor = page.olderThan;
    if (cursor === null) return ids;
    await between(pageNumber);
  }
  throw new Error('The pages do not come to an end.');
}

function continuing(): void {
  test.each([1, 2, 3, 7])('read in pages of %d, sessions of one instant are neither lost nor given twice', async (limit) => {
    const ids = ['f', 'b', 'g', 'a', 'e', 'c', 'd'];
    await addAll([...ids.map((id) => session(id, 500)), session('older', 499.5), session('newer', 500.5)]);
    const read = await readThrough(limit, async () => undefined);
    expect([read[0], read.slice(1, -1).toSorted(), read.at(-1)]).toEqual(['newer', ids.toSorted(), 'older']);
  });
  test('a page goes on where the last one ended while sessions are added', async () => {
    await addAll([10, 20, 30, 40, 50, 60].map((n) => session(`at-${n}`, n)));
    const read = await readThrough(2, (n) => addAll([session(`newer-${n}`, 70 + n), session(`older-${n}`, 10 - n)]));
    expect(read).toEqual(['at-60', 'at-50', 'at-40', 'at-30', 'at-20', 'at-10', 'older-1', 'older-2', 'older-3', 'older-4']);
  });
}

function finding(): void {
  test('a session is read oldest first, with its own entries only', async () => {
    await addAll([note('late', { at: 300 }), action, note('early', { at: 100.5 }), note('other', { session: s2 }), note('first', { at: 100 })]);
    await addAll([note('elsewhere', { partition: `${home}2` }), session('s1', 50, { at: 400 })]);
    expect(idsOf(await history.ofSession(home, s1))).toEqual(['first', 'early', 'action-1', 'late', 's1']);
    expect(await history.ofSession(home, sessionId('s'))).toEqual([]);
  });
  test('a person is found in every entry that names them, once each, oldest first, within the tenant', async () => {
    await addAll([
      note('late', { at: 300, people: [ann.id, ann.id] }), action, note('nobody'), note('alike', { people: [personId('p-anna')] }),
      note('early', { at: 150, people: [ann.id], partition: `${tenant}|person:x|y` }),
      note('foreign', { people: [ann.id], partition: `${otherTenant}|19:abc@thread.tacv2` }),
    ]);
    expect(idsOf(await history.of(tenant, ann.id))).toEqual(['early', 'action-1', 'late']);
    expect(await history.of(tenant, ben.id)).toEqual([action]);
    expect(idsOf(await history.of(otherTenant, ann.id))).toEqual(['foreign']);
  });
}

function forgetting(): void {
  test('forgetting a partition removes all of its entries and nothing else', async () => {
    const kept = [`${home};messageid=1`, `${otherTenant}|19:abc@thread.tacv2`, tenant].map((partition) => note('n', { partition, people: [ann.id] }));
    await addAll([session('s1', 50, { people: [ann.id] }), action, ...kept]);
    await store.documents.forget(home);
    expect(await history.ofSession(home, s1)).toHaveLength(2);
    await history.forget(home);
    expect([await history.ofSession(home, s1), (await history.page(home, null, 9)).entries, await history.of(tenant, ben.id)]).toEqual([[], [], []]);
    expect((await Promise.all(kept.map(({ partition }) => history.ofSession(partition, s1)))).flat()).toEqual(kept);
    expect(await history.of(tenant, ann.id)).toHaveLength(2);
  });
  test('what was forgotten can be added again', async () => {
    await add(note('n', { people: [ann.id] }));
    await history.forget(home);
    await add(note('n', { text: 'anew' }));
    expect([await history.ofSession(home, s1), await history.of(tenant, ann.id)]).toEqual([[note('n', { text: 'anew' })], []]);
  });
}
