// History in SQLite: entries are only ever added, or forgotten with their partition.
// An entry is one JSON text; beside it stand only the columns that are searched and ordered by.

import type { History, HistoryPage } from '../../app/ports.ts';
import type { HistoryEntry } from '../../core/history/entry.ts';
import type { PersonId, SessionId, TenantId } from '../../core/keys.ts';
import type { Instant } from '../../core/time.ts';
import { columnOf, jsonIn, tenantOf } from './database.ts';
import type { Database } from './database.ts';

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

interface BodyRow { readonly body: string }
interface PageRow extends BodyRow { readonly id: string; readonly startedAt: Instant }
/** The place of a session in its list; a page goes on after it. */
type Place = readonly [startedAt: Instant, idColumn: string];

const beforeAll: Place = [Infinity, ''];
const entryOf = (row: BodyRow): HistoryEntry => jsonIn(row.body) as HistoryEntry;
const entriesOf = (rows: unknown): readonly HistoryEntry[] => (rows as BodyRow[]).map(entryOf);
const cursorOf = (row: PageRow): string => Buffer.from(JSON.stringify([row.startedAt, row.id])).toString('base64url');

/** A cursor may come back from a card, so it may be anything: what is not one of ours is the first page. */
function placeOf(cursor: string | null): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString());
    return Array.isArray(place) && typeof place[0] === 'number' && typeof place[1] === 'string' ? [place[0], place[1]] : beforeAll;
  } catch {
    return beforeAll;
  }
}

const statementsOf = (db: Database) => ({
  add: db.prepare(`
    insert into entries (partition, id, session, at, startedAt, body)
    values (:partition, :id, :session, :at, :startedAt, :body) on conflict do nothing`),
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
  forget: db.prepare('delete from entries where partition = ?'),
});

/** `History` on one open database (app/ports.ts). Every fault names the entry, never what is in it. */
export class SqliteHistory implements History {
  readonly #db: Database;
  readonly #sql: ReturnType<typeof statementsOf>;

  constructor(db: Database) {
    this.#db = db;
    this.#sql = statementsOf(db);
  }

  async add(entry: HistoryEntry): Promise<void> {
    const address = { partition: columnOf(entry.partition), id: columnOf(entry.id) };
    const startedAt = entry.kind === 'session' ? entry.startedAt : null;
    const row = { ...address, session: columnOf(entry.session), at: entry.at, startedAt, body: JSON.stringify(entry) };
    const people = { ...address, tenant: columnOf(tenantOf(entry.partition)), people: JSON.stringify(entry.people.map(columnOf)) };
    return this.#db.write(`add the entry ${entry.id} to ${entry.partition}`, () => {
      if (this.#sql.add.run(row).changes === 1) this.#sql.addPeople.run(people);
    });
  }

  async page(partition: string, olderThan: string | null, limit: number): Promise<HistoryPage> {
    return this.#db.read(`read the history of ${partition}`, () => {
      // One more than asked for tells whether there is a next page.
      const rows = this.#sql.page.all(columnOf(partition), ...placeOf(olderThan), limit + 1) as unknown as PageRow[];
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return { entries: shown.map(entryOf), olderThan: last !== undefined && rows.length > limit ? cursorOf(last) : null };
    });
  }

  async ofSession(partition: string, session: SessionId): Promise<readonly HistoryEntry[]> {
    return this.#db.read(`read a session of ${partition}`, () => entriesOf(this.#sql.ofSession.all(columnOf(partition), columnOf(session))));
  }

  async of(tenant: TenantId, person: PersonId): Promise<readonly HistoryEntry[]> {
    return this.#db.read('look for entries of a person', () => entriesOf(this.#sql.of.all(columnOf(tenant), columnOf(person))));
  }

  async forget(partition: string): Promise<void> {
    return this.#db.write(`forget the history of ${partition}`, () => {
      this.#sql.forget.run(columnOf(partition));
    });
  }
}
