// Documents in SQLite. A document is one JSON text; beside it stand only the columns that are searched.
// Its version counts up with every write and is never given out twice for one key, not even after a removal.

import type { Doc } from '../../app/document.ts';
import type { Documents, DueKey, Saved, Stored, Until } from '../../app/ports.ts';
import type { Key, PersonId, TenantId } from '../../core/keys.ts';
import type { Instant } from '../../core/time.ts';
import { columnOf, jsonIn, tenantOf, textIn } from '../columns.ts';
import type { Database } from './database.ts';

/** Instants are `real`, since a service's clock that runs fast may give fractions. */
export const documentTables = `
  create table documents (
    partition text not null, name text not null, version integer not null, kind text not null,
    wakeAt real, retryAt real, expiresAt real, body text not null,
    primary key (partition, name)
  ) strict;
  create index documents_by_kind on documents (partition, kind);
  create index documents_by_wake on documents (wakeAt, partition, name) where wakeAt is not null;
  create index documents_by_retry on documents (retryAt, partition, name) where retryAt is not null;
  create index documents_by_expiry on documents (expiresAt, partition, name) where expiresAt is not null;
  create table document_people (
    tenant text not null, person text not null, partition text not null, name text not null,
    primary key (tenant, person, partition, name),
    foreign key (partition, name) references documents (partition, name) on delete cascade
  ) strict, without rowid;
  create index document_people_by_document on document_people (partition, name);
  create table removed (highestVersion integer not null) strict;
  insert into removed values (0);
`;

interface KeyRow { readonly partition: string; readonly name: string }
interface DueRow extends KeyRow { readonly wakeAt: Instant | null; readonly retryAt: Instant | null }
interface BodyRow { readonly version: number; readonly body: string }

type PeopleRow = ReturnType<typeof peopleOf>;

const named = (key: Key): string => `the document ${key.name} in ${key.partition}`;
const rowOf = (doc: Doc) => ({
  partition: columnOf(doc.key.partition), name: columnOf(doc.key.name), kind: doc.kind,
  wakeAt: doc.wakeAt, retryAt: doc.retryAt, expiresAt: doc.expiresAt, body: JSON.stringify(doc),
});
const peopleOf = ({ key, people }: Doc) => ({
  tenant: columnOf(tenantOf(key.partition)), partition: columnOf(key.partition), name: columnOf(key.name),
  people: JSON.stringify(people.map(columnOf)),
});
const keyOf = (row: KeyRow): Key => ({ partition: textIn(row.partition), name: textIn(row.name) });
const dueOf = (row: DueRow): DueKey => ({ key: keyOf(row), wakeAt: row.wakeAt, retryAt: row.retryAt });
const storedOf = (row: BodyRow): Stored => ({ doc: jsonIn(row.body) as Doc, version: String(row.version) });
const byName = (a: Stored, b: Stored): number => (a.doc.key.name < b.doc.key.name ? -1 : 1);

const statementsOf = (db: Database) => ({
  load: db.prepare('select version, body from documents where partition = ? and name = ?'),
  create: db.prepare(`
    insert into documents (partition, name, version, kind, wakeAt, retryAt, expiresAt, body)
    values (:partition, :name, (select highestVersion + 1 from removed), :kind, :wakeAt, :retryAt, :expiresAt, :body)
    on conflict do nothing returning version`),
  replace: db.prepare(`
    update documents set version = version + 1, kind = :kind, wakeAt = :wakeAt, retryAt = :retryAt, expiresAt = :expiresAt, body = :body
    where partition = :partition and name = :name and cast(version as text) = :version returning version`),
  // Both leave alone the rows that stay, so that a write costs nothing for people who were there before.
  dropPeople: db.prepare(`
    delete from document_people where partition = :partition and name = :name
    and person not in (select value from json_each(:people))`),
  addPeople: db.prepare(`
    insert into document_people (tenant, person, partition, name)
    select :tenant, value, :partition, :name from json_each(:people) where true on conflict do nothing`),
  dueToRetry: db.prepare(`
    select partition, name, wakeAt, retryAt from documents where retryAt <= ? order by retryAt, partition, name limit ?`),
  dueToWake: db.prepare(`
    select partition, name, wakeAt, retryAt from documents where wakeAt <= ? and wakeAt > ? and (retryAt is null or retryAt > ?)
    order by wakeAt, partition, name limit ?`),
  nextWake: db.prepare('select wakeAt from documents where wakeAt is not null order by wakeAt limit 1'),
  list: db.prepare('select version, body from documents where partition = ? and kind = ?'),
  of: db.prepare('select partition, name from document_people where tenant = ? and person = ? order by partition, name'),
  expired: db.prepare('select partition, name from documents where expiresAt <= ? order by expiresAt, partition, name limit ?'),
  retire: db.prepare('update removed set highestVersion = max(highestVersion, ?)'),
  retireAll: db.prepare(`
    update removed set highestVersion = max(highestVersion, coalesce((select max(version) from documents where partition = ?), 0))`),
  remove: db.prepare('delete from documents where partition = ? and name = ? and cast(version as text) = ? returning version'),
  forget: db.prepare('delete from documents where partition = ?'),
});

/** `Documents` on one open database (app/ports.ts). Every fault names the document, never what is in it. */
export class SqliteDocuments implements Documents {
  readonly #db: Database;
  readonly #sql: ReturnType<typeof statementsOf>;

  constructor(db: Database) {
    this.#db = db;
    this.#sql = statementsOf(db);
  }

  async load(key: Key): Promise<Stored | null> {
    return this.#db.read(`load ${named(key)}`, () => {
      const row = this.#sql.load.get(columnOf(key.partition), columnOf(key.name)) as BodyRow | undefined;
      return row === undefined ? null : storedOf(row);
    });
  }

  async create(doc: Doc): Promise<Saved> {
    const row = rowOf(doc);
    const people = peopleOf(doc);
    return this.#db.write(`create ${named(doc.key)}`, () => this.#saved(this.#sql.create.get(row), people));
  }

  async replace(doc: Doc, version: string): Promise<Saved> {
    const row = { ...rowOf(doc), version };
    const people = peopleOf(doc);
    return this.#db.write(`replace ${named(doc.key)}`, () => this.#saved(this.#sql.replace.get(row), people));
  }

  async due({ now, realNow, from = Number.NEGATIVE_INFINITY }: Until, limit: number): Promise<readonly DueKey[]> {
    return this.#db.read('look for what is due', () => {
      const retries = this.#sql.dueToRetry.all(realNow, limit);
      const wakes = this.#sql.dueToWake.all(now, from, realNow, limit - retries.length);
      return ([...retries, ...wakes] as unknown as DueRow[]).map(dueOf);
    });
  }

  async nextWake(): Promise<Instant | null> {
    return this.#db.read('look for the next wake', () => (this.#sql.nextWake.get() as Pick<DueRow, 'wakeAt'> | undefined)?.wakeAt ?? null);
  }

  async list(partition: string, kind: string): Promise<readonly Stored[]> {
    return this.#db.read(`list ${kind} in ${partition}`, () =>
      (this.#sql.list.all(columnOf(partition), kind) as unknown as BodyRow[]).map(storedOf).sort(byName));
  }

  async of(tenant: TenantId, person: PersonId): Promise<readonly Key[]> {
    return this.#db.read('look for documents of a person', () =>
      (this.#sql.of.all(columnOf(tenant), columnOf(person)) as unknown as KeyRow[]).map(keyOf));
  }

  async expired(before: Instant, limit: number): Promise<readonly Key[]> {
    return this.#db.read('look for what has expired', () => (this.#sql.expired.all(before, limit) as unknown as KeyRow[]).map(keyOf));
  }

  async remove(key: Key, version: string): Promise<boolean> {
    return this.#db.write(`remove ${named(key)}`, () => {
      const row = this.#sql.remove.get(columnOf(key.partition), columnOf(key.name), version) as Pick<BodyRow, 'version'> | undefined;
      if (row !== undefined) this.#sql.retire.run(row.version);
      return row !== undefined;
    });
  }

  async forget(partition: string): Promise<void> {
    return this.#db.write(`forget ${partition}`, () => {
      this.#sql.retireAll.run(columnOf(partition));
      this.#sql.forget.run(columnOf(partition));
    });
  }

  /** `written` is what the conditional write gave back: the new version, or nothing if its condition did not hold. */
  #saved(written: unknown, people: PeopleRow): Saved {
    if (written === undefined) return { kind: 'conflict' };
    const { tenant, ...document } = people;
    this.#sql.dropPeople.run(document);
    this.#sql.addPeople.run({ tenant, ...document });
    return { kind: 'saved', version: String((written as Pick<BodyRow, 'version'>).version) };
  }
}
