// A store file as the first release left it (test/fixtures/store-v1.sqlite: made by that release, then given small pages
// and one unreadable entry): it opens, keeps everything, and is searchable and dated like one of today.

import { describe, expect, test } from '@jest/globals';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { personId, sessionId, tenantId } from '../../src/core/keys.ts';
import { personTerm } from '../../src/core/history/terms.ts';
import { dayMs, hourMs } from '../../src/core/time.ts';
import { openDatabase } from '../../src/stores/sqlite/database.ts';
import { SqliteDocuments, documentTables } from '../../src/stores/sqlite/documents.ts';
import { addSearch, expiredSql, historyTables } from '../../src/stores/sqlite/history.ts';
import { addRecordTerms, ofAllSql, ofNewestSql, ofOneSql } from '../../src/stores/sqlite/search.ts';
import { freshFolder, openSqlite } from '../support/open-stores.ts';

const fixture = join(import.meta.dirname, '../fixtures/store-v1.sqlite');
const tenant = tenantId('aaaaaaaa-0000-0000-0000-00000000000a');
const [heads, group] = [`${tenant}|19:heads@thread.tacv2`, `${tenant}|19:group@thread.v2`];
const startedAt = Date.UTC(2026, 10, 5, 16);
const steps = [documentTables + historyTables, addSearch, addRecordTerms];
const secondAt = startedAt + 14 * dayMs;
const [s1, s2] = [sessionId('s1'), sessionId('s2')];

function copied(): string {
  const path = join(freshFolder(), 'store.db');
  copyFileSync(fixture, path);
  return path;
}
const versionOf = (path: string): unknown => {
  const direct = new DatabaseSync(path, { readOnly: true });
  const row = direct.prepare('pragma user_version').get();
  direct.close();
  return row?.['user_version'];
};
/** What the upgrade makes of a text: all rows of every table and index, as they stand. */
const contents = (sql: { prepare: DatabaseSync['prepare'] }): unknown =>
  ['documents', 'document_people', 'removed', 'entries', 'entry_people', 'terms', 'record_terms'].map((table) => sql.prepare(`select * from ${table}`).all());

describe('a file of the first release', () => {
  test('keeps its documents, their versions, and what may not come again', async () => {
    const store = await openSqlite(copied());
    const key = { partition: heads, name: 'kept' };
    expect(await store.documents.load(key)).toMatchObject({ doc: { key, revision: 2, wakeAt: 2_000, people: ['id-aisha-khan'] }, version: '3' });
    expect([await store.documents.nextWake(), await store.documents.of(tenant, personId('id-aisha-khan'))]).toEqual([2_000, [key]]);
    const gone = { ...(await store.documents.load(key))?.doc, key: { ...key, name: 'gone' } } as Parameters<typeof store.documents.create>[0];
    expect(await store.documents.create(gone)).toEqual({ kind: 'saved', version: '2' });
    await store.close();
  });
  test('keeps its history, by page, session and person', async () => {
    const store = await openSqlite(copied());
    const { history } = store;
    expect((await history.page(heads, null, 9)).entries.map(({ session }) => session)).toEqual([s2, s1]);
    expect((await history.ofSession(heads, s2)).map(({ id }) => id)).toEqual(['session-s2', 'g:\ud83d']);
    expect((await history.of(tenant, personId('id-aisha-khan'))).map(({ id }) => id)).toEqual(['session-s1', 'action-1', 'session-s2']);
    await store.close();
  });
  test('has retention look at its documents, which were to be kept for ever', async () => {
    const store = await openSqlite(copied());
    expect(await store.documents.expired(0, 9)).toEqual([{ partition: heads, name: 'kept' }]);
    await store.close();
  });
  test('is searchable, each entry under its own terms', async () => {
    const store = await openSqlite(copied());
    const { history } = store;
    const found = (term: string, partition = heads) => history.search(partition, [term], { after: null, limit: 9 });
    expect(await found('quiz')).toEqual([{ session: s1, at: startedAt + 600_000, score: 1 }]);
    expect([await found('mathemat'), await found('cafe'), await found('phonic')]).toEqual([
      [{ session: s1, at: startedAt, score: 1 }], [{ session: s1, at: startedAt + 600_000, score: 0 }], [{ session: s2, at: secondAt + 60_000, score: 0 }],
    ]);
    expect([(await found('quiz', group)).map(({ session }) => session), (await found('aisha')).map(({ session }) => session)]).toEqual([['s3'], [s2, s1]]);
    expect((await found(personTerm(personId('id-aisha-khan')))).map(({ session }) => session)).toEqual([s2, s1]);
    await store.close();
  });
  test('counts its time from the end of each session, and goes with its terms, of which no word is left', async () => {
    const path = copied();
    const store = await openSqlite(path);
    const { history } = store;
    expect(await history.expired(startedAt + hourMs - 1, 9)).toEqual([]);
    expect(await history.expired(startedAt + hourMs, 9)).toEqual([{ partition: heads, session: s1 }]);
    expect(await history.expired(secondAt + hourMs, 9)).toContainEqual({ partition: heads, session: s2 });
    await history.remove({ partition: heads, session: s1 });
    expect([await history.search(heads, ['quiz'], { after: null, limit: 9 }), await history.ofSession(heads, s1)]).toEqual([[], []]);
    await store.close();
    const direct = new DatabaseSync(path, { readOnly: true });
    expect(direct.prepare("select count(*) as count from terms where term in ('quiz', 'cafe') and partition like '%heads%'").get()).toEqual({ count: 0 });
    direct.close();
  });
  test('with an entry that cannot be read opens all the same, and says so only of that entry', async () => {
    const store = await openSqlite(copied());
    const { history } = store;
    await expect(history.ofSession(heads, s1)).rejects.toThrow('The store could not read a session');
    expect(await history.ofSession(heads, s2)).toHaveLength(2);
    await store.close();
  });
  test('is upgraded once, and is the same when it is opened again', async () => {
    const path = copied();
    await (await openSqlite(path)).close();
    const direct = new DatabaseSync(path, { readOnly: true });
    const first = contents(direct);
    direct.close();
    await (await openSqlite(path)).close();
    const again = new DatabaseSync(path, { readOnly: true });
    expect([contents(again), versionOf(path)]).toEqual([first, 3]);
    again.close();
  });
  test('whose upgrade fails on its way stays as it was, and is upgraded by the next that can', async () => {
    const path = copied();
    const failing = (): void => { throw new Error('in the middle'); };
    expect(() => openDatabase(path, [...steps, failing])).toThrow(`The store file ${path} could not be opened.`);
    expect([versionOf(path), (readFileSync(path).equals(readFileSync(fixture)))]).toEqual([1, true]);
    const store = await openSqlite(path);
    expect(await store.history.search(heads, ['quiz'], { after: null, limit: 9 })).toHaveLength(1);
    await store.close();
  });
});

test('a file made anew and one that was upgraded have the same tables', () => {
  const path = copied();
  const upgraded = openDatabase(path, steps);
  const made = openDatabase(':memory:', steps);
  const schemaOf = (sql: { prepare: DatabaseSync['prepare'] }): unknown => sql.prepare('select type, name, sql from sqlite_schema order by type, name').all();
  expect(schemaOf(upgraded)).toEqual(schemaOf(made));
  expect(new SqliteDocuments(upgraded)).toBeInstanceOf(SqliteDocuments);
  upgraded.close();
  made.close();
});

test('search and expiry go by their indexes', () => {
  const database = openDatabase(':memory:', steps);
  const planOf = (sql: string): string => database.prepare(`explain query plan ${sql}`).all().map((row) => String(row['detail'])).join('; ');
  expect(planOf(ofOneSql))
    .toMatch(/^SEARCH record_terms USING COVERING INDEX record_terms_in_rank \(term=\? AND \(isStrong,at,session\)<\(\?,\?,\?\)\)$/);
  expect(planOf(ofAllSql(3)))
    .toMatch(/^SEARCH p0 USING PRIMARY KEY \(term=\?\); SEARCH p1 USING PRIMARY KEY \(term=\? AND session=\?\); SEARCH p2 USING PRIMARY KEY \(term=\? AND session=\?\); USE TEMP B-TREE FOR ORDER BY$/);
  expect(planOf(ofNewestSql(2))).toMatch(/^MATERIALIZE p0; SEARCH record_terms USING COVERING INDEX record_terms_in_rank \(term=\? AND isStrong=\?\); SCAN p0; SEARCH p1 USING PRIMARY KEY \(term=\? AND session=\?\)/);
  expect(planOf(expiredSql))
    .toMatch(/^SEARCH entries USING COVERING INDEX entries_by_expiry/);
  database.close();
});
