// An entry of the history as an item of Cosmos DB: one JSON text, and beside it what is searched and ordered by.

import type { HistoryEntry } from '../../core/history/entry.ts';
import { termsOf } from '../../core/history/terms.ts';
import type { Instant } from '../../core/time.ts';
import { columnOf, tenantOf } from '../columns.ts';
import { idOf, type Place } from './items.ts';

/** Raised whenever terms are made otherwise: items of before are brought up to it (terms-again.ts). None at all counts as 1. */
export const termsVersion = 2;

export interface Item extends Place {
  /** The id once more: an index of two properties takes no system property for granted. */
  readonly name: string;
  readonly tenant: string;
  readonly session: string;
  readonly people: readonly string[];
  /** Sessions only, which makes its index the list of sessions. */
  readonly startedAt: Instant | null;
  readonly keptFrom: Instant;
  readonly strong: readonly string[];
  readonly weak: readonly string[];
  /** By which version of the terms. */
  readonly terms: number;
  readonly at: Instant;
  readonly body: string;
  readonly ttl?: number;
}

export function withTerms(entry: HistoryEntry, keptFrom: Instant): Omit<Item, 'ttl'> {
  const id = idOf(entry.id);
  const { strong, weak } = termsOf(entry);
  return {
    id, name: id, partition: columnOf(entry.partition), tenant: columnOf(tenantOf(entry.partition)), session: columnOf(entry.session),
    people: [...new Set(entry.people.map(columnOf))], startedAt: entry.kind === 'session' ? entry.startedAt : null, at: entry.at,
    keptFrom, strong: strong.map(columnOf), weak: weak.map(columnOf), terms: termsVersion, body: JSON.stringify(entry),
  };
}
