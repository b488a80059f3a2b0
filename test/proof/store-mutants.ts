// Mistakes that an adapter could make, for the suite to find. `store` names it as the tests do.

import type { Mutant } from './mutants.ts';

export interface StoreMutant extends Mutant {
  readonly store: 'SQLite' | 'Cosmos DB';
}

const of = (store: StoreMutant['store'], file: string) => (name: string, ...edits: Mutant['edits']): StoreMutant => ({ store, file, name, edits });
const cosmosDocuments = of('Cosmos DB', 'stores/cosmos/documents.ts');
const cosmosHistory = of('Cosmos DB', 'stores/cosmos/history.ts');
const cosmosRequests = of('Cosmos DB', 'stores/cosmos/requests.ts');
const cosmosItems = of('Cosmos DB', 'stores/cosmos/items.ts');
const sqliteDocuments = of('SQLite', 'stores/sqlite/documents.ts');
const sqliteHistory = of('SQLite', 'stores/sqlite/history.ts');
const sqliteSearch = of('SQLite', 'stores/sqlite/search.ts');

const replacing = 'replace(item, { ...options, ...onlyIf(version) })';
const createUnless = 'unless({ 409: null }, { operation: \'documents.create\'';
const replaceUnless = 'unless({ 404: null, 412: null }, { operation: \'documents.replace\'';
const removeUnless = 'unless({ 404: null, 412: null }, { operation: \'documents.remove\'';

const onCosmos: readonly StoreMutant[] = [
  cosmosDocuments('create as upsert', ['this.#container.items.create(item, options)', 'this.#container.items.upsert(item, options)']),
  cosmosDocuments('create: 409 not mapped', [createUnless, createUnless.replace('409: null', '')]),
  cosmosDocuments('replace: version check dropped', [replacing, 'replace(item, options)']),
  cosmosDocuments('replace: 412 not mapped', [replaceUnless, replaceUnless.replace(', 412: null', '')]),
  cosmosDocuments('replace: 404 not mapped', [replaceUnless, replaceUnless.replace('404: null, ', '')]),
  cosmosDocuments('replace as upsert', [`this.#container.item(item.id, item.partition).${replacing}`, 'this.#container.items.upsert(item, { ...options, ...onlyIf(version) })']),
  cosmosDocuments('remove: version check dropped', ['.delete({ ...options, ...onlyIf(version) })', '.delete(options)']),
  cosmosDocuments('remove: 412 not mapped', [removeUnless, removeUnless.replace(', 412: null', '')]),
  cosmosDocuments('remove: 404 not mapped', [removeUnless, removeUnless.replace('404: null, ', '')]),
  cosmosDocuments('due to retry: exclusive', ['c.retryAt <= @realNow', 'c.retryAt < @realNow']),
  cosmosDocuments('due to retry: unordered', ['c.retryAt <= @realNow order by c.retryAt', 'c.retryAt <= @realNow']),
  cosmosDocuments('due to wake: exclusive', ['c.wakeAt <= @now', 'c.wakeAt < @now']),
  cosmosDocuments('due to wake: unordered', ['c.retryAt > @realNow) order by c.wakeAt', 'c.retryAt > @realNow)']),
  cosmosDocuments('due to wake: what is due to retry comes again', [' and (IS_NULL(c.retryAt) or c.retryAt > @realNow)', '']),
  cosmosDocuments('due: the limit counts for each clock', ['[...retries, ...wakes].slice(0, limit)', '[...retries, ...wakes]']),
  cosmosDocuments('next wake: any', [' where IS_NUMBER(c.wakeAt) order by c.wakeAt', ' where IS_NUMBER(c.wakeAt)']),
  cosmosDocuments('list: every kind', [' and c.kind = @kind', '']),
  cosmosDocuments('list: in the order of the server', ['items.map(storedOf).sort(byName)', 'items.map(storedOf)']),
  cosmosDocuments('of: every tenant', ['c.tenant = @tenant and ', '']),
  cosmosDocuments('expired: exclusive', ['c.expiresAt <= @before', 'c.expiresAt < @before']),
  cosmosDocuments('expired: unordered', ['c.expiresAt <= @before order by c.expiresAt', 'c.expiresAt <= @before']),
  cosmosDocuments('a document without its lifetime', [', ...lifeOf(expiresAt, realNow),', ',']),
  cosmosItems('any text passes for a version', ['/^[\\w"-]+$/.test(version)', 'version === version']),
  cosmosItems('names as they are', ['name.replace(safe, (unit) => `~${unit.charCodeAt(0).toString(16).padStart(4, \'0\')}`)', 'name']),
  cosmosHistory('add as upsert', ['this.#container.items.create(item, options)', 'this.#container.items.upsert(item, options)']),
  cosmosHistory('add: 409 not mapped', ['unless({ 409: null }', 'unless({}']),
  cosmosHistory('page: skips sessions of one instant', ['(c.startedAt < @startedAt or (c.startedAt = @startedAt and c.name < @name))', 'c.startedAt < @startedAt']),
  cosmosHistory('page: gives the last one again', ['c.name < @name', 'c.name <= @name']),
  cosmosHistory('page: oldest first', ['c.startedAt desc, c.name desc', 'c.startedAt, c.name']),
  cosmosHistory('page: never says that there is more', ['limit: limit + 1', 'limit']),
  cosmosHistory('a session in the order of the server', ['{ partition: scope, session: columnOf(session) },\n    });\n    return items.map(entryOf).sort(oldestFirst)', '{ partition: scope, session: columnOf(session) },\n    });\n    return items.map(entryOf)']),
  cosmosHistory('a session with the notes of all', [' and c.session = @session', '']),
  cosmosHistory('of: every tenant', ['c.tenant = @tenant and ', '']),
  cosmosHistory('search: only what is strong', [' or ARRAY_CONTAINS(c.weak, @term)', '']),
  cosmosHistory('search: all is strong', ['ARRAY_CONTAINS(c.strong, @term) as isStrong', 'true as isStrong']),
  cosmosHistory('expired: exclusive', ['c.keptFrom <= @before', 'c.keptFrom < @before']),
  cosmosHistory('expired: unordered', ['c.keptFrom <= @before order by c.keptFrom', 'c.keptFrom <= @before']),
  cosmosHistory('remove: the whole partition', [', session: columnOf(session),\n    });', ',\n    });']),
  cosmosRequests('emptying stops after its first page', ['if (items.length === 0) return;', 'if (items.length < 0) return;'], ['options) => container.item(id, partition).delete(options))));', 'options) => container.item(id, partition).delete(options))));\n      return;']),
  cosmosRequests('gives up at the first 429', ['new Set([429, 449, 503])', 'new Set([449, 503])']),
  cosmosRequests('waits as long as it is told', ['waitedMs + waitMs > longestWaitMs', 'waitedMs < 0']),
  cosmosRequests('waits no longer than it likes', ['const waitMs = retryAfterInMs ?? nextMs;', 'const waitMs = Math.min(retryAfterInMs ?? nextMs, 1);']),
  cosmosRequests('counts nothing', ['requestUnits: before.requestUnits + requestUnits', 'requestUnits: before.requestUnits + 0 * requestUnits']),
  cosmosRequests('asks every partition', ['partition === undefined ? {} : { partitionKey: partition }', 'partition === undefined ? {} : {}']),
];

const onSqlite: readonly StoreMutant[] = [
  sqliteDocuments('create as upsert', ['on conflict do nothing returning version`),\n  replace', 'on conflict do update set body = excluded.body returning version`),\n  replace']),
  sqliteDocuments('replace: version check dropped', ['name = :name and cast(version as text) = :version returning version`),\n  // Both', 'name = :name and :version is not null returning version`),\n  // Both']),
  sqliteDocuments('remove: version check dropped', ['name = ? and cast(version as text) = ? returning version\'),\n  forget', 'name = ? and ? is not null returning version\'),\n  forget']),
  sqliteDocuments('versions begin anew after a removal', ['(select highestVersion + 1 from removed)', '1']),
  sqliteDocuments('due to retry: exclusive', ['where retryAt <= ?', 'where retryAt < ?']),
  sqliteDocuments('due to retry: unordered', ['retryAt <= ? order by retryAt, partition, name', 'retryAt <= ? order by name desc']),
  sqliteDocuments('due to wake: exclusive', ['where wakeAt <= ?', 'where wakeAt < ?']),
  sqliteDocuments('due to wake: unordered', ['order by wakeAt, partition, name limit ?`),\n  nextWake', 'order by name desc limit ?`),\n  nextWake']),
  sqliteDocuments('due to wake: what is due to retry comes again', ['(retryAt is null or retryAt > ?)', '(retryAt is null or retryAt > ? or true)']),
  sqliteDocuments('due: the limit counts for each clock', ['limit - retries.length', 'limit']),
  sqliteDocuments('next wake: any', ['order by wakeAt limit 1', 'order by name limit 1']),
  sqliteDocuments('list: every kind', ['where partition = ? and kind = ?', 'where partition = ? and (kind = ? or true)']),
  sqliteDocuments('list: in the order of the file', ['map(storedOf).sort(byName)', 'map(storedOf).sort((a, b) => byName(b, a))']),
  sqliteDocuments('people of before are kept', ['this.#sql.dropPeople.run(document);', '']),
  sqliteDocuments('expired: exclusive', ['where expiresAt <= ?', 'where expiresAt < ?']),
  sqliteDocuments('expired: unordered', ['order by expiresAt, partition, name limit ?\'),', 'order by name limit ?\'),']),
  sqliteHistory('the same id once more', ['on conflict do nothing`),\n  addPeople', 'on conflict do update set body = excluded.body`),\n  addPeople']),
  sqliteHistory('page: skips sessions of one instant', ['(startedAt, id) < (?, ?)', 'startedAt < ? and ? is not null']),
  sqliteHistory('page: gives the last one again', ['(startedAt, id) < (?, ?)', '(startedAt, id) <= (?, ?)']),
  sqliteHistory('page: oldest first', ['order by startedAt desc, id desc limit ?`),', 'order by startedAt, id limit ?`),']),
  sqliteHistory('page: never says that there is more', ['limit + 1) as unknown', 'limit) as unknown']),
  sqliteHistory('a session in the order of ids', ['session = ? order by at, id', 'session = ? order by id']),
  sqliteHistory('of: every tenant', ['where tenant = ? and person = ?', 'where (tenant = ? or true) and person = ?']),
  sqliteSearch('in every partition', ['from terms where partition = ? and term = ?', 'from terms where (partition = ? or true) and term = ?']),
  sqliteSearch('all is strong', ['isStrong = max(isStrong, excluded.isStrong)', 'isStrong = 1']),
  sqliteSearch('what is said later makes a session newer', ['at = min(at, excluded.at)', 'at = max(at, excluded.at)']),
  sqliteSearch('gives the last one again', ['where term = ? and (isStrong, at, session) < (?, ?, ?)', 'where term = ? and (isStrong, at, session) <= (?, ?, ?)']),
  sqliteSearch('of several gives the last one again', ['where (score, at, session) < (?, ?, ?) order by score', 'where (score, at, session) <= (?, ?, ?) order by score']),
  sqliteSearch('of several only the best', ['last !== undefined && last.at > last.floor', 'last !== last || best.length >= 0']),
  sqliteSearch('a word that nobody wrote is left out', ['numbers.length < terms.length || ', '']),
  sqliteSearch('a removed session is still found', ['this.#sql.removePlace.run(number, columnOf(session));', '']),
  sqliteHistory('expired: exclusive', ['where keptFrom <= ?', 'where keptFrom < ?']),
  sqliteHistory('remove: the whole partition', ['delete from entries where partition = ? and session = ?', 'delete from entries where partition = ? and ? is not null']),
];

export const storeMutants: readonly StoreMutant[] = [...onCosmos, ...onSqlite];
