// What documents and entries have in common as items of Cosmos DB: names that fit its rules, and a lifetime.

import type { Key } from '../../core/keys.ts';
import { dayMs, type Instant } from '../../core/time.ts';
import { columnOf, textIn } from '../columns.ts';

/** Where an item lies: id within partition. */
export interface Place {
  readonly id: string;
  readonly partition: string;
}

/** Ids may not hold / \ ? #, and what a server makes of blanks and of broken text is its own affair. */
const safe = /[^A-Za-z0-9_.:-]/g;
const escaped = /~([0-9a-f]{4})/g;
export const idOf = (name: string): string => name.replace(safe, (unit) => `~${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const nameIn = (id: string): string => id.replace(escaped, (_, unit: string) => String.fromCharCode(parseInt(unit, 16)));

export const placeOf = ({ partition, name }: Key): Place => ({ id: idOf(name), partition: columnOf(partition) });
export const keyOf = ({ id, partition }: Place): Key => ({ partition: textIn(partition), name: nameIn(id) });

/** Our own retention comes first, by the settings of its day; the database's is the net beneath, should nobody run the service any more. */
const graceMs = 365 * dayMs;
const longestTtlSeconds = 2 ** 31 - 1;

/** Seconds from this write on after which the database may remove the item by itself; nothing for an item that stays. */
export function lifeOf(expiresAt: Instant | null, realNow: Instant): { readonly ttl?: number } {
  if (expiresAt === null) return {};
  const leftMs = Math.max(0, expiresAt - realNow);
  return { ttl: Math.min(longestTtlSeconds, Math.ceil((leftMs + graceMs) / 1000)) };
}

/** A version that we may have given out; anything else, an empty one or `*` above all, would mean no condition to the server. */
export const isVersion = (version: string): boolean => /^[\w"-]+$/.test(version);
