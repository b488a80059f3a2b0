// Documents in Cosmos DB. An item holds a document as one JSON text; beside it stand only the properties that are
// searched. Its version is the database's etag, which is never given out twice, not even after a removal.

import type { Container } from '@azure/cosmos';
import type { Doc } from '../../app/document.ts';
import type { Documents, DueKey, Saved, Stored, Until } from '../../app/ports.ts';
import type { Key, PersonId, TenantId } from '../../core/keys.ts';
import type { Instant } from '../../core/time.ts';
import { columnOf, jsonIn, tenantOf } from '../columns.ts';
import { isVersion, keyOf, lifeOf, type Place, placeOf } from './items.ts';
import type { Requests } from './requests.ts';
import type { Skew } from './skew.ts';

interface Item extends Place {
  readonly tenant: string;
  readonly kind: string;
  readonly people: readonly string[];
  readonly wakeAt: Instant | null;
  readonly retryAt: Instant | null;
  readonly expiresAt: Instant | null;
  readonly body: string;
  readonly ttl?: number;
}
type Found = Pick<Item, 'body'> & { readonly _etag: string };
type Due = Pick<Item, 'id' | 'partition' | 'wakeAt' | 'retryAt'>;

const conflict: Saved = { kind: 'conflict' };
const named = (key: Key): string => `the document ${key.name} in ${key.partition}`;
const onlyIf = (version: string) => ({ accessCondition: { type: 'IfMatch', condition: version } });
const storedOf = (item: Found): Stored => ({ doc: jsonIn(item.body) as Doc, version: item._etag });
const dueOf = (item: Due): DueKey => ({ key: keyOf(item), wakeAt: item.wakeAt, retryAt: item.retryAt });
const byName = (a: Stored, b: Stored): number => (a.doc.key.name < b.doc.key.name ? -1 : 1);

function itemOf(doc: Doc, realNow: Instant): Item {
  const { key, kind, wakeAt, retryAt, expiresAt } = doc;
  return {
    ...placeOf(key), tenant: columnOf(tenantOf(key.partition)), kind, people: [...new Set(doc.people.map(columnOf))],
    wakeAt, retryAt, expiresAt, body: JSON.stringify(doc), ...lifeOf(expiresAt, realNow),
  };
}

const dueToRetry = `
  select top @limit c.partition, c.id, c.wakeAt, c.retryAt from c
  where IS_NUMBER(c.retryAt) and c.retryAt <= @realNow order by c.retryAt`;
const dueToWake = `
  select top @limit c.partition, c.id, c.wakeAt, c.retryAt from c
  where IS_NUMBER(c.wakeAt) and c.wakeAt <= @now and c.wakeAt > @from and (IS_NULL(c.retryAt) or c.retryAt > @realNow) order by c.wakeAt`;

export interface CosmosParts {
  readonly container: Container;
  readonly requests: Requests;
  readonly realNow: () => Instant;
}

/** `Documents` in one container (app/ports.ts). Every fault names the document, never what is in it. */
export class CosmosDocuments implements Documents {
  readonly #container: Container;
  readonly #requests: Requests;
  readonly #realNow: () => Instant;
  readonly #skew: Skew;

  constructor({ container, requests, realNow, skew }: CosmosParts & { readonly skew: Skew }) {
    this.#skew = skew;
    this.#container = container;
    this.#requests = requests;
    this.#realNow = realNow;
  }

  async load(key: Key): Promise<Stored | null> {
    const { id, partition } = placeOf(key);
    const { resource } = await this.#requests.run({ operation: 'documents.load', what: `load ${named(key)}` }, (options) =>
      this.#container.item(id, partition).read<Found>(options));
    return resource === undefined ? null : storedOf(resource);
  }

  async create(doc: Doc): Promise<Saved> {
    const item = itemOf(doc, this.#realNow());
    const written = await this.#stamped(() => this.#requests.unless({ 409: null }, { operation: 'documents.create', what: `create ${named(doc.key)}` }, (options) =>
      this.#container.items.create(item, options)));
    return written === null ? conflict : { kind: 'saved', version: written.etag };
  }

  async replace(doc: Doc, version: string): Promise<Saved> {
    if (!isVersion(version)) return conflict;
    const item = itemOf(doc, this.#realNow());
    const written = await this.#stamped(() => this.#requests.unless({ 404: null, 412: null }, { operation: 'documents.replace', what: `replace ${named(doc.key)}` }, (options) =>
      this.#container.item(item.id, item.partition).replace(item, { ...options, ...onlyIf(version) })));
    return written === null ? conflict : { kind: 'saved', version: written.etag };
  }

  /** What was written says when, by the database's clock. */
  async #stamped<T extends { readonly resource?: unknown } | null>(write: () => Promise<T>): Promise<T> {
    const askedAt = this.#realNow();
    const written = await write();
    const { _ts: stampSeconds } = Object(written?.resource) as { readonly _ts?: unknown };
    if (typeof stampSeconds === 'number') this.#skew.observe({ askedAt, heardAt: this.#realNow(), stampSeconds });
    return written;
  }

  async due({ now, realNow, from = Number.NEGATIVE_INFINITY }: Until, limit: number): Promise<readonly DueKey[]> {
    if (limit === 0) return [];
    const asked = { operation: 'documents.due', what: 'look for what is due' };
    // JSON has no infinity, and "nothing by this clock" is a fair question.
    const parameters = { limit, realNow: finite(realNow) };
    const [retries, wakes] = await Promise.all([
      realNow === Number.NEGATIVE_INFINITY ? [] : this.#requests.query<Due>(this.#container, { ...asked, sql: dueToRetry, parameters }),
      now === Number.NEGATIVE_INFINITY ? [] : this.#requests.query<Due>(this.#container, { ...asked, sql: dueToWake, parameters: { ...parameters, now: finite(now), from: finite(from) } }),
    ]);
    return [...retries, ...wakes].slice(0, limit).map(dueOf);
  }

  async nextWake(): Promise<Instant | null> {
    const [wakeAt] = await this.#requests.query<Instant>(this.#container, {
      operation: 'documents.nextWake', what: 'look for the next wake',
      sql: 'select top 1 value c.wakeAt from c where IS_NUMBER(c.wakeAt) order by c.wakeAt', parameters: {},
    });
    return wakeAt ?? null;
  }

  async list(partition: string, kind: string): Promise<readonly Stored[]> {
    const scope = columnOf(partition);
    const items = await this.#requests.query<Found>(this.#container, {
      operation: 'documents.list', what: `list ${kind} in ${partition}`, partition: scope,
      sql: 'select c.body, c._etag from c where c.partition = @partition and c.kind = @kind', parameters: { partition: scope, kind },
    });
    return items.map(storedOf).sort(byName);
  }

  async of(tenant: TenantId, person: PersonId): Promise<readonly Key[]> {
    const items = await this.#requests.query<Place>(this.#container, {
      operation: 'documents.of', what: 'look for documents of a person',
      sql: 'select c.partition, c.id from c where c.tenant = @tenant and ARRAY_CONTAINS(c.people, @person)',
      parameters: { tenant: columnOf(tenant), person: columnOf(person) },
    });
    return items.map(keyOf);
  }

  async expired(before: Instant, limit: number): Promise<readonly Key[]> {
    const items = await this.#requests.query<Place>(this.#container, {
      operation: 'documents.expired', what: 'look for what has expired',
      sql: 'select top @limit c.partition, c.id from c where IS_NUMBER(c.expiresAt) and c.expiresAt <= @before order by c.expiresAt',
      parameters: { limit, before },
    });
    return items.map(keyOf);
  }

  async remove(key: Key, version: string): Promise<boolean> {
    if (!isVersion(version)) return false;
    const { id, partition } = placeOf(key);
    const removed = await this.#requests.unless({ 404: null, 412: null }, { operation: 'documents.remove', what: `remove ${named(key)}` }, (options) =>
      this.#container.item(id, partition).delete({ ...options, ...onlyIf(version) }));
    return removed !== null;
  }

  async forget(partition: string): Promise<void> {
    await this.#requests.empty(this.#container, { operation: 'documents.forget', what: `forget ${partition}`, partition: columnOf(partition) });
  }
}

const finite = (instant: Instant): Instant => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, instant));
