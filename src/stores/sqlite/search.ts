// The index by which history is searched: for each term of a partition the sessions in which it occurs, in the order of
// the ranking (core/history/search.ts). One row a term and session, however often it was said there, so that a page is
// read from its place on, and what it costs does not grow with the history.

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SearchPage } from '../../app/ports.ts';
import type { HistoryEntry } from '../../core/history/entry.ts';
import type { Found } from '../../core/history/search.ts';
import { termsOf } from '../../core/history/terms.ts';
import { sessionId } from '../../core/keys.ts';
import type { RecordOf } from '../../core/messages.ts';
import type { Instant } from '../../core/time.ts';
import { columnOf, jsonIn, textIn } from '../columns.ts';

/** Since version 3. Terms have numbers, since a partition's name would be most of what every row holds. */
const indexTables = `
  drop table entry_terms;
  create table terms (number integer primary key, partition text not null, term text not null, unique (partition, term)) strict;
  create table record_terms (
    term integer not null references terms (number) on delete cascade,
    session text not null, isStrong integer not null, at real not null,
    primary key (term, session)
  ) strict, without rowid;
  create index record_terms_in_rank on record_terms (term, isStrong desc, at desc, session desc);
  create index record_terms_by_session on record_terms (session);
`;

const addTermsSql = `
  insert into terms (partition, term) select :partition, value from json_each(:terms) where true on conflict do nothing`;
/** What is added later makes a session stronger or older, never weaker or newer. */
const addPlacesSql = `
  insert into record_terms (term, session, isStrong, at)
  select number, :session, :isStrong, :at from json_each(:terms) cross join terms on partition = :partition and term = value where true
  on conflict (term, session) do update set isStrong = max(isStrong, excluded.isStrong), at = min(at, excluded.at)`;
export const ofOneSql = `
  select session, isStrong as score, at from record_terms
  where term = ? and (isStrong, at, session) < (?, ?, ?)
  order by isStrong desc, at desc, session desc limit ?`;

/** The column of a statement over `termCount` terms, `p0` the rarest of them. */
const scoreOf = (termCount: number): string => Array.from({ length: termCount }, (_, n) => `p${n}.isStrong`).join(' + ');
const atOf = (termCount: number): string => `min(${Array.from({ length: termCount }, (_, n) => `p${n}.at`).join(', ')})`;
/** The others are looked up for each session that has the first: `cross join` keeps SQLite to this order. */
const othersOf = (termCount: number, condition = ''): string => Array.from({ length: termCount - 1 }, (_, n) =>
  `cross join record_terms p${n + 1} on p${n + 1}.term = ?${condition.replaceAll('@', `p${n + 1}`)} and p${n + 1}.session = p0.session`).join(' ');

/** Sessions with each of so many terms. By its primary key the first comes in the order in which the others are looked up. */
export const ofAllSql = (termCount: number): string => `
  select session, score, at from (
    select p0.session as session, ${scoreOf(termCount)} as score, ${atOf(termCount)} as at
    from record_terms p0 indexed by sqlite_autoindex_record_terms_1 ${othersOf(termCount)} where p0.term = ?)
  where (score, at, session) < (?, ?, ?) order by score desc, at desc, session desc limit ?`;

/** The same for the newest sessions of the first term alone, and of those the ones that hold all as strongly as can be. `floor`: nothing that was left out is newer. */
export const ofNewestSql = (termCount: number): string => `
  with p0 as materialized (select session, isStrong, at from record_terms where term = ? and isStrong = ? order by at desc limit ${walkedCount})
  select session, score, at, (select min(at) from p0) as floor from (
    select p0.session as session, ${scoreOf(termCount)} as score, ${atOf(termCount)} as at from p0 ${othersOf(termCount, ' and @.isStrong = ?')})
  where (score, at, session) < (?, ?, ?) order by at desc, session desc limit ?`;

/** Further than this it makes no odds which of two terms is the rarer. */
const countedUpTo = 2_000;
/** Sessions that are looked through before all of them are: far more than a page, and still nothing. */
const walkedCount = 500;
const firstPlace = [Infinity, Infinity, ''] as const;

interface FoundRow { readonly session: string; readonly score: number; readonly at: Instant }
interface NewestRow extends FoundRow { readonly floor: Instant }
interface NumberRow { readonly number: number }
/** A term, in how many sessions it occurs as far as that was counted, and the strongest that it stands in any of them. */
interface TermRow { readonly term: number; readonly count: number; readonly best: number }
interface Statements { readonly newest: StatementSync; readonly all: StatementSync }
type Preparing = { prepare(sql: string): StatementSync };

/** An entry as it goes into the index: columns, and lists of them. */
interface Places { readonly partition: string; readonly session: string; readonly at: Instant; readonly strong: string; readonly weak: string }

export function placesOf(entry: HistoryEntry): Places {
  const { strong, weak } = termsOf(entry);
  const listed = (terms: readonly string[]): string => JSON.stringify(terms.map(columnOf));
  return { partition: columnOf(entry.partition), session: columnOf(entry.session), at: entry.at, strong: listed(strong), weak: listed(weak) };
}

const foundOf = ({ session, score, at }: FoundRow): Found => ({ session: sessionId(textIn(session)), score, at });
const placeOf = (after: Found | null): readonly [number, number, string] => (after === null ? firstPlace : [after.score, after.at, columnOf(after.session)]);

/** Step 3 of the tables: all that was written is indexed anew, by the terms of today. */
export function addRecordTerms(sql: DatabaseSync): void {
  sql.exec(indexTables);
  const search = new SqliteSearch(sql);
  for (const { body } of sql.prepare('select body from entries').all() as unknown as { readonly body: string }[]) {
    const entry = entryIfReadable(body);
    if (entry !== null) search.add(placesOf(entry));
  }
}

/** A text that cannot be read is a fault of its entry, whenever that is asked for; the others are searchable all the same. */
export function entryIfReadable(body: string): HistoryEntry | null {
  try {
    return jsonIn(body) as HistoryEntry;
  } catch {
    return null;
  }
}

const statementsOf = (db: Preparing) => ({
  addTerms: db.prepare(addTermsSql),
  addPlaces: db.prepare(addPlacesSql),
  numberOf: db.prepare('select number from terms where partition = ? and term = ?'),
  about: db.prepare(`
    select :number as term, (select count(*) from (select 1 from record_terms where term = :number limit ${countedUpTo})) as count,
    (select max(isStrong) from record_terms where term = :number) as best`),
  ofOne: db.prepare(ofOneSql),
  termsOf: db.prepare('select number from record_terms places cross join terms on number = places.term where session = ? and partition = ?'),
  removePlace: db.prepare('delete from record_terms where term = ? and session = ?'),
  removeIfUnused: db.prepare('delete from terms where number = ? and not exists (select 1 from record_terms where term = number)'),
  forget: db.prepare('delete from terms where partition = ?'),
});

/** Reads and writes at once: transactions and faults are the caller's affair. */
export class SqliteSearch {
  readonly #db: Preparing;
  readonly #sql: ReturnType<typeof statementsOf>;
  /** By how many terms are looked for. */
  readonly #ofSeveralSql = new Map<number, Statements>();

  constructor(db: Preparing) {
    this.#db = db;
    this.#sql = statementsOf(db);
  }

  add({ partition, session, at, strong, weak }: Places): void {
    for (const [terms, isStrong] of [[strong, 1], [weak, 0]] as const) {
      this.#sql.addTerms.run({ partition, terms });
      this.#sql.addPlaces.run({ partition, terms, session, isStrong, at });
    }
  }

  find(partition: string, terms: readonly string[], { after, limit }: SearchPage): readonly Found[] {
    const numbers = terms.flatMap((term) => this.#sql.numberOf.get(columnOf(partition), columnOf(term)) as unknown as NumberRow | undefined ?? []).map(({ number }) => number);
    const [first] = numbers;
    if (numbers.length < terms.length || first === undefined) return [];
    const rows = numbers.length === 1 ? this.#sql.ofOne.all(first, ...placeOf(after), limit) : this.#ofSeveral(numbers, { after, limit });
    return (rows as unknown as FoundRow[]).map(foundOf);
  }

  /** Where all is common the newest are likely to fill the page, so that nobody has to look at the rest. */
  #ofSeveral(numbers: readonly number[], { after, limit }: SearchPage): readonly unknown[] {
    const [first, ...others] = numbers.map((number) => this.#sql.about.get({ number }) as unknown as TermRow).toSorted((a, b) => a.count - b.count);
    if (first === undefined) return [];
    const place = [...placeOf(after), limit] as const;
    const { newest, all } = this.#statementsFor(numbers.length);
    const best = newest.all(first.term, first.best, ...others.flatMap(({ term, best: strength }) => [term, strength]), ...place) as unknown as readonly NewestRow[];
    const last = best[limit - 1];
    return last !== undefined && last.at > last.floor ? best : all.all(...others.map(({ term }) => term), first.term, ...place);
  }

  #statementsFor(termCount: number): Statements {
    const known = this.#ofSeveralSql.get(termCount) ?? { newest: this.#db.prepare(ofNewestSql(termCount)), all: this.#db.prepare(ofAllSql(termCount)) };
    this.#ofSeveralSql.set(termCount, known);
    return known;
  }

  /** Takes a session away, and the terms that only it had: they are words of people too. */
  remove({ partition, session }: RecordOf): void {
    for (const { number } of this.#sql.termsOf.all(columnOf(session), columnOf(partition)) as unknown as NumberRow[]) {
      this.#sql.removePlace.run(number, columnOf(session));
      this.#sql.removeIfUnused.run(number);
    }
  }

  forget(partition: string): void { this.#sql.forget.run(columnOf(partition)); }
}
