// A store in memory as plain functions, and the ports over them: `call` decides when each of them happens and what
// becomes of its answer. With a `call` that does it at once and copies the answer this keeps both store contracts.
// What is read is shared, not copied: nothing in src changes what it loaded.

import type { Doc } from '../../../src/app/document.ts';
import type { DueKey, HistoryPage, Saved, SearchPage, Store, Stored, Until } from '../../../src/app/ports.ts';
import type { HistoryEntry, SessionEntry } from '../../../src/core/history/entry.ts';
import { type Found, type Hit, pageOfRanked } from '../../../src/core/history/search.ts';
import { termsOf } from '../../../src/core/history/terms.ts';
import type { RecordOf } from '../../../src/core/messages.ts';
import type { Key, PersonId, SessionId, TenantId } from '../../../src/core/keys.ts';
import type { Instant } from '../../../src/core/time.ts';

const nameOf = ({ partition, name }: Key): string => `${partition}\n${name}`;
const isOf = (tenant: TenantId, partition: string): boolean => partition.split('|', 1)[0] === tenant;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a cursor names; the newest of all for none, and for what is no cursor of ours. */
function placeOf(cursor: string | null): { readonly startedAt: Instant; readonly id: string } {
  const [, startedAt = '', id = ''] = /^(-?[\d.]+) (.*)$/su.exec(cursor ?? '') ?? [];
  return startedAt === '' ? { startedAt: Number.POSITIVE_INFINITY, id: '' } : { startedAt: Number(startedAt), id };
}

export class Tables {
  readonly rows = new Map<string, Stored>();
  readonly entries = new Map<string, HistoryEntry>();
  /** By the name of the entry. */
  readonly #keptFrom = new Map<string, Instant>();
  /** Told of every document that was written, with what it was before. */
  onWrite: (before: Doc | null, after: Doc, sizeBytes: number) => void = () => {};
  #lastVersion = 0;

  load(key: Key): Stored | null { return this.rows.get(nameOf(key)) ?? null; }

  /** Writes a document given as JSON if `version` is still the stored one; null if there must be none. */
  write(text: string, version: string | null): Saved {
    const doc = JSON.parse(text) as Doc;
    const before = this.rows.get(nameOf(doc.key)) ?? null;
    if ((before?.version ?? null) !== version) return { kind: 'conflict' };
    const row: Stored = { doc, version: String(++this.#lastVersion) };
    this.rows.set(nameOf(doc.key), row);
    this.onWrite(before?.doc ?? null, row.doc, Buffer.byteLength(text));
    return { kind: 'saved', version: row.version };
  }

  due({ now, realNow, from = Number.NEGATIVE_INFINITY }: Until, limit: number): readonly DueKey[] {
    const all = [...this.rows.values()].map(({ doc }) => doc);
    const isRetry = ({ retryAt }: Doc): boolean => retryAt !== null && retryAt <= realNow;
    const byTime = (of: (doc: Doc) => number) => (a: Doc, b: Doc): number => of(a) - of(b) || compare(nameOf(a.key), nameOf(b.key));
    const retries = all.filter(isRetry).sort(byTime(({ retryAt }) => retryAt ?? 0));
    const wakes = all.filter((doc) => !isRetry(doc) && doc.wakeAt !== null && doc.wakeAt <= now && doc.wakeAt > from).sort(byTime(({ wakeAt }) => wakeAt ?? 0));
    return [...retries, ...wakes].slice(0, limit).map(({ key, wakeAt, retryAt }) => ({ key, wakeAt, retryAt }));
  }

  nextWake(): Instant | null {
    const wakes = [...this.rows.values()].flatMap(({ doc }) => (doc.wakeAt === null ? [] : [doc.wakeAt]));
    return wakes.length === 0 ? null : Math.min(...wakes);
  }

  list(partition: string, kind: string): readonly Stored[] {
    const rows = [...this.rows.values()].filter(({ doc }) => doc.key.partition === partition && doc.kind === kind);
    return rows.sort((a, b) => compare(a.doc.key.name, b.doc.key.name));
  }

  of(tenant: TenantId, person: PersonId): readonly Key[] {
    const docs = [...this.rows.values()].map(({ doc }) => doc);
    return docs.filter(({ key, people }) => isOf(tenant, key.partition) && people.includes(person)).map(({ key }) => key);
  }

  expired(before: Instant, limit: number): readonly Key[] {
    const docs = [...this.rows.values()].flatMap(({ doc: { key, expiresAt } }) => (expiresAt !== null && expiresAt <= before ? [{ key, expiresAt }] : []));
    return docs.sort((a, b) => a.expiresAt - b.expiresAt).slice(0, limit).map(({ key }) => key);
  }

  remove(key: Key, version: string): boolean { return this.load(key)?.version === version && this.rows.delete(nameOf(key)); }
  forget(partition: string): void { for (const [name, { doc }] of this.rows) if (doc.key.partition === partition) this.rows.delete(name); }

  add(entry: HistoryEntry, expiresAt: Instant): void {
    const name = `${entry.partition}\n${entry.id}`;
    if (this.entries.has(name)) return;
    this.entries.set(name, entry);
    this.#keptFrom.set(name, expiresAt);
  }

  page(partition: string, olderThan: string | null, limit: number): HistoryPage {
    const sessions = [...this.entries.values()].flatMap((entry) => (entry.kind === 'session' && entry.partition === partition ? [entry] : []));
    const from = placeOf(olderThan);
    const isOlder = (entry: SessionEntry): boolean => entry.startedAt < from.startedAt || (entry.startedAt === from.startedAt && entry.id < from.id);
    const all = sessions.filter(isOlder).sort((a, b) => b.startedAt - a.startedAt || compare(b.id, a.id));
    const shown = all.slice(0, limit);
    const last = shown.at(-1);
    return { entries: shown, olderThan: last !== undefined && all.length > limit ? `${last.startedAt} ${last.id}` : null };
  }

  ofSession(partition: string, session: SessionId): readonly HistoryEntry[] {
    return this.#sorted((entry) => entry.partition === partition && entry.session === session);
  }

  entriesOf(tenant: TenantId, person: PersonId): readonly HistoryEntry[] {
    return this.#sorted((entry) => isOf(tenant, entry.partition) && entry.people.includes(person));
  }

  search(partition: string, terms: readonly string[], page: SearchPage): readonly Found[] {
    return pageOfRanked(new Map(terms.map((term) => [term, this.#hits(partition, term)])), page);
  }

  #hits(partition: string, term: string): readonly Hit[] {
    return this.#sorted((entry) => entry.partition === partition).flatMap((entry) => {
      const { strong, weak } = termsOf(entry);
      return strong.includes(term) || weak.includes(term) ? [{ session: entry.session, at: entry.at, isStrong: strong.includes(term) }] : [];
    });
  }

  expiredRecords(before: Instant, limit: number): readonly RecordOf[] {
    const over = [...this.#keptFrom].filter(([, expiresAt]) => expiresAt <= before).sort(([, a], [, b]) => a - b);
    const records = over.flatMap(([name]) => this.entries.get(name) ?? []).map(({ partition, session }) => ({ partition, session }));
    const each = new Map(records.map((record) => [`${record.partition}\n${record.session}`, record]));
    return [...each.values()].slice(0, limit);
  }

  removeEntries(isRemoved: (entry: HistoryEntry) => boolean): void {
    for (const [name, entry] of this.entries) {
      if (isRemoved(entry)) for (const table of [this.entries, this.#keptFrom]) table.delete(name);
    }
  }

  #sorted(isWanted: (entry: HistoryEntry) => boolean): readonly HistoryEntry[] {
    return [...this.entries.values()].filter(isWanted).sort((a, b) => a.at - b.at || compare(a.id, b.id));
  }
}

/** Does `work` when and as often as it sees fit, and gives its answer or a fault. */
export type Call = <T>(what: { readonly name: string; readonly isWrite: boolean }, work: () => T) => Promise<T>;

/** The ports of a store over tables. */
export function storeOver(tables: Tables, call: Call): Store {
  const read = <T>(name: string, work: () => T): Promise<T> => call({ name, isWrite: false }, work);
  const write = <T>(name: string, work: () => T): Promise<T> => call({ name, isWrite: true }, work);
  // Taken down at the call: what the caller changes later is not what it wrote.
  const put = (name: string, doc: Doc, version: string | null): Promise<Saved> => {
    const text = JSON.stringify(doc);
    return write(`${name} ${doc.key.name}`, () => tables.write(text, version));
  };
  return {
    documents: {
      load: (key) => read(`load ${key.name}`, () => tables.load(key)),
      create: (doc) => put('create', doc, null),
      replace: (doc, version) => put('replace', doc, version),
      due: (until, limit) => read('due', () => tables.due(until, limit)),
      nextWake: () => read('nextWake', () => tables.nextWake()),
      list: (partition, kind) => read(`list ${kind}`, () => tables.list(partition, kind)),
      of: (tenant, person) => read('of', () => tables.of(tenant, person)),
      expired: (before, limit) => read('expired', () => tables.expired(before, limit)),
      remove: (key, version) => write(`remove ${key.name}`, () => tables.remove(key, version)),
      forget: (partition) => write('forget', () => { tables.forget(partition); }),
    },
    history: {
      add: (entry, expiresAt) => {
        const given = structuredClone(entry);
        return write(`add ${entry.kind}`, () => { tables.add(given, expiresAt); });
      },
      page: (partition, olderThan, limit) => read('page', () => tables.page(partition, olderThan, limit)),
      ofSession: (partition, session) => read('ofSession', () => tables.ofSession(partition, session)),
      of: (tenant, person) => read('of', () => tables.entriesOf(tenant, person)),
      search: (partition, terms, page) => read('search', () => tables.search(partition, terms, page)),
      expired: (before, limit) => read('expired', () => tables.expiredRecords(before, limit)),
      remove: ({ partition, session }) => write('remove', () => {
        tables.removeEntries((entry) => entry.partition === partition && entry.session === session);
      }),
      forget: (partition) => write('forget', () => { tables.removeEntries((entry) => entry.partition === partition); }),
    },
    charges: () => [],
    close: () => Promise.resolve(),
  };
}
