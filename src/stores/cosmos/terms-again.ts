// Brings items whose terms an earlier release made up to those of today (core/history/terms.ts), some at a time while the
// service runs: until then they are found by the terms they have. Several instances may do so at once.

import type { Container } from '@azure/cosmos';
import { jsonIn } from '../columns.ts';
import type { HistoryEntry } from '../../core/history/entry.ts';
import type { Instant, Millis } from '../../core/time.ts';
import { termsVersion, withTerms, type Item } from './history-items.ts';
import { lifeOf } from './items.ts';
import type { Requests } from './requests.ts';

/** Looked up at once; the next call goes on. */
const atOnce = 50;

export interface TermsAgainParts {
  readonly container: Container;
  readonly requests: Requests;
  readonly realNow: () => Instant;
  readonly retentionMs: Millis;
}

export class TermsAgain {
  readonly #parts: TermsAgainParts;
  #isDone = false;
  #isBusy = false;

  constructor(parts: TermsAgainParts) { this.#parts = parts; }

  /** To be called every few seconds; costs one request after the last item, and nothing from then on. */
  async tend(): Promise<void> {
    if (this.#isDone || this.#isBusy) return;
    this.#isBusy = true;
    try {
      const items = await this.#behind();
      await Promise.all(items.map((item) => this.#write(item)));
      this.#isDone = items.length === 0;
    } finally {
      this.#isBusy = false;
    }
  }

  #behind(): Promise<readonly (Item & { readonly _etag: string })[]> {
    return this.#parts.requests.query(this.#parts.container, {
      operation: 'history.terms', what: 'look for history with the terms of an earlier release',
      sql: `select top ${atOnce} * from c where not IS_DEFINED(c.terms) or c.terms < @version`, parameters: { version: termsVersion },
    });
  }

  /** Removed or written by another instance meanwhile: then there is nothing left to do. */
  async #write({ _etag, ...item }: Item & { readonly _etag: string }): Promise<void> {
    const { container, requests, realNow, retentionMs } = this.#parts;
    const next = { ...(readable(item) ?? { ...item, terms: termsVersion }), ...lifeOf(item.keptFrom + retentionMs, realNow()) };
    await requests.unless({ 404: null, 412: null }, { operation: 'history.terms', what: `write the terms of an entry of ${item.partition}` }, (options) =>
      container.item(item.id, item.partition).replace(next, { ...options, accessCondition: { type: 'IfMatch', condition: _etag } }));
  }
}

/** Null for a body that cannot be read: a fault of its entry, whenever that is asked for. */
function readable(item: Item): Item | null {
  try {
    return withTerms(jsonIn(item.body) as HistoryEntry, item.keptFrom);
  } catch {
    return null;
  }
}
