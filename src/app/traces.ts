// How a log line names where something happened: enough to find the document, and no name of anybody. An operator who knows
// a chat finds its lines by the same hash: the first twelve hexadecimal digits of SHA-256 over its id.

import { createHash } from 'node:crypto';
import { conversationOf, type Key, tenantOf } from '../core/keys.ts';
import type { Fields } from '../log.ts';
import type { Arrival } from './arrival.ts';
import type { Address } from './ports.ts';

/** Of an id, so that lines about the same thing are known by it. */
export const hashed = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 12);

/** Names of documents are ours, but for a guest's own, who is known by the name the chair typed. */
const nameOf = (name: string): string => name.replace(/guest:.*/s, (guest) => `guest:${hashed(guest)}`);

/** A document: its tenant, the hash of the conversation (or person) it belongs to, its name there. */
export function traceOf(key: Key): Fields {
  const tenant = tenantOf(key);
  return { tenant, in: hashed(key.partition.slice(tenant.length + 1)), name: nameOf(key.name) };
}

/** A conversation: the same hash as of the documents that belong to it. */
export const traceOfPlace = ({ tenant, thread }: Pick<Address, 'tenant' | 'thread'>): Fields => ({ tenant, in: hashed(conversationOf(thread)) });

/** Teams names activities by numbers, or by a UUID; anything else could be text. */
const activityName = (id: string): string => (/^(f:)?[\da-fA-F-]{8,40}$/.test(id) ? id : hashed(id));

/** What somebody did, and where. */
export const traceOfArrival = ({ address, activityId, place, what }: Arrival): Fields =>
  ({ what: what.kind, place, ...traceOfPlace(address), activity: activityName(activityId) });
