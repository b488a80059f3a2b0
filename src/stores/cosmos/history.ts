// History in Cosmos DB: entries are only ever added, or removed with their session or partition.

import type { Container } from '@azure/cosmos';
import type { History, HistoryPage, SearchPage } from '../../app/ports.ts';
import type { HistoryEntry } from '../../core/history/entry.ts';
import { type Found, type Hit, pageOfRanked } from '../../core/history/search.ts';
import type { PersonId, SessionId, TenantId } from '../../core/keys.ts';
import { sessionId } from '../../core/keys.ts';
import type { RecordOf } from '../../core/messages.ts';
import type { Instant, Millis } from '../../core/time.ts';
import { columnOf, cursorOf, jsonIn, placeIn, textIn } from '../columns.ts';
import type { CosmosParts } from './documents.ts';
import { type Item, withTerms } from './history-items.ts';
import { lifeOf } from './items.ts';
import type { Requests } from './requests.ts';

type Body = Pick<Item, 'body'>;
type PageItem = Pick<Item, 'body' | 'startedAt' | 'name'>;

const entryOf = (item: Body): HistoryEntry => jsonIn(item.body) as HistoryEntry;
const oldestFirst = (a: HistoryEntry, b: HistoryEntry): number => a.at - b.at || (a.partition === b.partition ? compare(a.id, b.id) : compare(a.partition, b.partition));
const compare = (a: string, b: string): number => (a < b ? -1 : 1);

/** Entries looked through for each session that has expired: sessions with more simply leave room for fewer. */
const entriesPerSession = 50;

const pageSql = `
  select top @limit c.body, c.startedAt, c.name from c
  where c.partition = @partition and IS_NUMBER(c.startedAt)
  and (c.startedAt < @startedAt or (c.startedAt = @startedAt and c.name < @name))
  order by c.startedAt desc, c.name desc`;
const foundSql = `
  select c.session, c.at, ARRAY_CONTAINS(c.strong, @term) as isStrong from c
  where c.partition = @partition and (ARRAY_CONTAINS(c.strong, @term) or ARRAY_CONTAINS(c.weak, @term))`;

/** `History` in one container (app/ports.ts). Every fault names the entry, never what is in it. */
export class CosmosHistory implements History {
  readonly #container: Container;
  readonly #requests: Requests;
  readonly #realNow: () => Instant;
  readonly #retentionMs: Millis;

  constructor({ container, requests, realNow, retentionMs }: CosmosParts & { readonly retentionMs: Millis }) {
    this.#container = container;
    this.#requests = requests;
    this.#realNow = realNow;
    this.#retentionMs = retentionMs;
  }

  async add(entry: HistoryEntry, keptFrom: Instant): Promise<void> {
    const item = { ...withTerms(entry, keptFrom), ...lifeOf(keptFrom + this.#retentionMs, this.#realNow()) };
    await this.#requests.unless({ 409: null }, { operation: 'history.add', what: `add the entry ${entry.id} to ${entry.partition}` }, (options) =>
      this.#container.items.create(item, options));
  }

  async page(partition: string, olderThan: string | null, limit: number): Promise<HistoryPage> {
    const scope = columnOf(partition);
    const [startedAt, name] = placeIn(olderThan) ?? [Number.MAX_VALUE, ''];
    // One more than asked for tells whether there is a next page.
    const items = await this.#requests.query<PageItem>(this.#container, {
      operation: 'history.page', what: `read the history of ${partition}`, partition: scope,
      sql: pageSql, parameters: { limit: limit + 1, partition: scope, startedAt, name },
    });
    const shown = items.slice(0, limit);
    const last = shown.at(-1);
    const isMore = last !== undefined && items.length > limit;
    return { entries: shown.map(entryOf), olderThan: isMore ? cursorOf([last.startedAt ?? 0, last.name]) : null };
  }

  async ofSession(partition: string, session: SessionId): Promise<readonly HistoryEntry[]> {
    const scope = columnOf(partition);
    const items = await this.#requests.query<Body>(this.#container, {
      operation: 'history.ofSession', what: `read a session of ${partition}`, partition: scope,
      sql: 'select c.body from c where c.partition = @partition and c.session = @session', parameters: { partition: scope, session: columnOf(session) },
    });
    return items.map(entryOf).sort(oldestFirst);
  }

  async of(tenant: TenantId, person: PersonId): Promise<readonly HistoryEntry[]> {
    const items = await this.#requests.query<Body>(this.#container, {
      operation: 'history.of', what: 'look for entries of a person',
      sql: 'select c.body from c where c.tenant = @tenant and ARRAY_CONTAINS(c.people, @person)',
      parameters: { tenant: columnOf(tenant), person: columnOf(person) },
    });
    return items.map(entryOf).sort(oldestFirst);
  }

  /** Every entry with one of the terms is asked for: a community has some dozens of sessions a year. */
  async search(partition: string, terms: readonly string[], page: SearchPage): Promise<readonly Found[]> {
    return pageOfRanked(new Map(await Promise.all(terms.map(async (term) => [term, await this.#hits(partition, term)] as const))), page);
  }

  async #hits(partition: string, term: string): Promise<readonly Hit[]> {
    const scope = columnOf(partition);
    const items = await this.#requests.query<{ readonly session: string; readonly at: Instant; readonly isStrong: boolean }>(this.#container, {
      operation: 'history.search', what: `search the history of ${partition}`, partition: scope, sql: foundSql, parameters: { partition: scope, term: columnOf(term) },
    });
    return items.map(({ session, at, isStrong }) => ({ session: sessionId(textIn(session)), at, isStrong }));
  }

  async expired(before: Instant, limit: number): Promise<readonly RecordOf[]> {
    const items = await this.#requests.query<Pick<Item, 'partition' | 'session'>>(this.#container, {
      operation: 'history.expired', what: 'look for history that has expired',
      sql: 'select top @limit c.partition, c.session from c where IS_NUMBER(c.keptFrom) and c.keptFrom <= @before order by c.keptFrom',
      parameters: { before, limit: limit * entriesPerSession },
    });
    const sessions = new Map(items.map(({ partition, session }) => [`${partition}\n${session}`, { partition: textIn(partition), session: sessionId(textIn(session)) }]));
    return [...sessions.values()].slice(0, limit);
  }

  async remove({ partition, session }: RecordOf): Promise<void> {
    await this.#requests.empty(this.#container, {
      operation: 'history.remove', what: `remove a session of ${partition}`, partition: columnOf(partition), session: columnOf(session),
    });
  }

  async forget(partition: string): Promise<void> {
    await this.#requests.empty(this.#container, { operation: 'history.forget', what: `forget the history of ${partition}`, partition: columnOf(partition) });
  }
}
