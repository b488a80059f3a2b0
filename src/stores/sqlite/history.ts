// History in SQLite: entries are only ever added, or removed with their session or their partition.
// An entry is one JSON text; beside it stand only the columns that are searched and ordered by.

import type { DatabaseSync } from 'node:sqlite';
import type { History, HistoryPage, SearchPage } from '../../app/ports.ts';
import type { HistoryEntry } from '../../core/history/entry.ts';
import { afterSessionMs, keptFrom } from '../../core/history/retention.ts';
import type { Found } from '../../core/history/search.ts';
import { sessionId } from '../../core/keys.ts';
import type { PersonId, SessionId, TenantId } from '../../core/keys.ts';
import type { RecordOf } from '../../core/messages.ts';
import type { Instant } from '../../core/time.ts';
import { columnOf, cursorOf, jsonIn, placeIn, tenantOf, textIn } from '../columns.ts';
import type { PagePlace } from '../columns.ts';
import type { Database } from './database.ts';
import { entryIfReadable, placesOf, SqliteSearch } from './search.ts';

/** `startedAt` is filled for sessions only, which makes its index the list of sessions. */
export const historyTables = `
  create table entries (
    partition text not null, id text not null, session text not null, at real not null, startedAt real, body text not null,
    primary key (partition, id)
  ) strict;
  create index entries_by_start on entries (partition, startedAt desc, id desc) where startedAt is not null;
  create index entries_by_session on entries (partition, session, at, id);
  create table entry_people (
    tenant text not null, person text not null, partition text not null, id text not null,
    primary key (tenant, person, partition, id),
    foreign key (partition, id) references entries (partition, id) on delete cascade
  ) strict, without rowid;
  create index entry_people_by_entry on entry_people (partition, id);
`;

/** Since version 2: from when the time of an entry counts, and its terms, which version 3 keeps otherwise (search.ts). */
const searchTables = `
  alter table entries add column keptFrom real;
  create index entries_by_expiry on entries (keptFrom, partition, session) where keptFrom is not null;
  create table entry_terms (
    partition text not null, term text not null, id text not null, isStrong integer not null,
    primary key (partition, term, id),
    foreign key (partition, id) references entries (partition, id) on delete cascade
  ) strict, without rowid;
  create index entry_terms_by_entry on entry_terms (partition, id);
`;

interface BodyRow { readonly body: string }
interface PageRow extends BodyRow { readonly id: string; readonly startedAt: Instant }
interface RecordRow { readonly partition: string; readonly session: string }

const firstPage: PagePlace = [Infinity, ''];
const entryOf = (row: BodyRow): HistoryEntry => jsonIn(row.body) as HistoryEntry;
const entriesOf = (rows: unknown): readonly HistoryEntry[] => (rows as BodyRow[]).map(entryOf);
const recordOf = ({ partition, session }: RecordRow): RecordOf => ({ partition: textIn(partition), session: sessionId(textIn(session)) });
export const expiredSql = `
  select partition, session from entries where keptFrom <= ? group by partition, session
  order by min(keptFrom), partition, session limit ?`;

/** Step 2 of the tables: what was written before is looked at when its time may be over. Its terms come with step 3, which keeps them otherwise. */
export function addSearch(sql: DatabaseSync): void {
  sql.exec(searchTables);
  // Documents of before were to be kept for ever: looked at, each gets the time that it has by now.
  sql.exec(`update documents set expiresAt = 0 where expiresAt is null and kind in ('problem', 'person', 'community', 'conversation')`);
  const date = sql.prepare('update entries set keptFrom = ? where partition = ? and id = ?');
  for (const row of sql.prepare('select partition, id, at, body from entries').all()) {
    const { partition, id, at, body } = row as unknown as BodyRow & { readonly partition: string; readonly id: string; readonly at: Instant };
    const entry = entryIfReadable(body);
    date.run(entry === null ? at + afterSessionMs : keptFrom(entry), partition, id);
  }
}

const statementsOf = (db: Database) => ({
  add: db.prepare(`
    insert into entries (partition, id, session, at, startedAt, keptFrom, body)
    values (:partition, :id, :session, :at, :startedAt, :keptFrom, :body) on conflict do nothing`),
  addPeople: db.prepare(`
    insert into entry_people (tenant, person, partition, id)
    select :tenant, value, :partition, :id from json_each(:people) where true on conflict do nothing`),
  page: db.prepare(`
    select id, startedAt, body from entries
    where partition = ? and startedAt is not null and (startedAt, id) < (?, ?)
    order by startedAt desc, id desc limit ?`),
  ofSession: db.prepare('select body from entries where partition = ? and session = ? order by at, id'),
  of: db.prepare(`
    select body from entry_people join entries using (partition, id)
    where tenant = ? and person = ? order by at, partition, id`),
  expired: db.prepare(expiredSql),
  remove: db.prepare('delete from entries where partition = ? and session = ?'),
  forget: db.prepare('delete from entries where partition = ?'),
});

/** `History` on one open database (app/ports.ts). Every fault names the entry, never what is in it. */
export class SqliteHistory implements History {
  readonly #db: Database;
  readonly #sql: ReturnType<typeof statementsOf>;
  readonly #search: SqliteSearch;

  constructor(db: Database) {
    this.#db = db;
    this.#sql = statementsOf(db);
    this.#search = new SqliteSearch(db);
  }

  async add(entry: HistoryEntry, from: Instant): Promise<void> {
    const address = { partition: columnOf(entry.partition), id: columnOf(entry.id) };
    const startedAt = entry.kind === 'session' ? entry.startedAt : null;
    const row = { ...address, session: columnOf(entry.session), at: entry.at, startedAt, keptFrom: from, body: JSON.stringify(entry) };
    const people = { ...address, tenant: columnOf(tenantOf(entry.partition)), people: JSON.stringify(entry.people.map(columnOf)) };
    const places = placesOf(entry);
    return this.#db.write(`add the entry ${entry.id} to ${entry.partition}`, () => {
      if (this.#sql.add.run(row).changes === 0) return;
      this.#sql.addPeople.run(people);
      this.#search.add(places);
    });
  }

  async page(partition: string, olderThan: string | null, limit: number): Promise<HistoryPage> {
    return this.#db.read(`read the history of ${partition}`, () => {
      // One more than asked for tells whether there is a next page.
      const rows = this.#sql.page.all(columnOf(partition), ...placeIn(olderThan) ?? firstPage, limit + 1) as unknown as PageRow[];
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return { entries: shown.map(entryOf), olderThan: last !== undefined && rows.length > limit ? cursorOf([last.startedAt, last.id]) : null };
    });
  }

  async ofSession(partition: string, session: SessionId): Promise<readonly HistoryEntry[]> {
    return this.#db.read(`read a session of ${partition}`, () => entriesOf(this.#sql.ofSession.all(columnOf(partition), columnOf(session))));
  }

  async of(tenant: TenantId, person: PersonId): Promise<readonly HistoryEntry[]> {
    return this.#db.read('look for entries of a person', () => entriesOf(this.#sql.of.all(columnOf(tenant), columnOf(person))));
  }

  async search(partition: string, terms: readonly string[], page: SearchPage): Promise<readonly Found[]> {
    return this.#db.read(`search the history of ${partition}`, () => this.#search.find(partition, terms, page));
  }

  async expired(before: Instant, limit: number): Promise<readonly RecordOf[]> {
    return this.#db.read('look for history that has expired', () => (this.#sql.expired.all(before, limit) as unknown as RecordRow[]).map(recordOf));
  }

  async remove({ partition, session }: RecordOf): Promise<void> {
    return this.#db.write(`remove a session of ${partition}`, () => {
      this.#sql.remove.run(columnOf(partition), columnOf(session));
      this.#search.remove({ partition, session });
    });
  }

  async forget(partition: string): Promise<void> {
    return this.#db.write(`forget the history of ${partition}`, () => {
      this.#sql.forget.run(columnOf(partition));
      this.#search.forget(partition);
    });
  }
}
