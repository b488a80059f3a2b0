// What stands beside a stored body to be searched by, and the reading of the body: the same for every store.

import type { Instant } from '../core/time.ts';

/** A text as it stands in a searched column: escaped as in JSON, since databases take all lone surrogates for one and the same. */
export const columnOf = (text: string): string => JSON.stringify(text).slice(1, -1);
export const textIn = (column: string): string => JSON.parse(`"${column}"`) as string;
/** The tenant is the part of a partition before its first '|' (core/keys.ts). */
export const tenantOf = (partition: string): string => partition.split('|', 1)[0] ?? partition;

/** Reads a stored body. Its error holds no part of the text, since errors are logged. */
export function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Error('The stored text is damaged.');
  }
}

/** The place of a session in the list of sessions; a page goes on after it. */
export type PagePlace = readonly [startedAt: Instant, idColumn: string];
export const cursorOf = (place: PagePlace): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** A cursor may come back from a card, so it may be anything: null for what is not one of ours. */
export function placeIn(cursor: string | null): PagePlace | null {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString());
    return Array.isArray(place) && typeof place[0] === 'number' && typeof place[1] === 'string' ? [place[0], place[1]] : null;
  } catch {
    return null;
  }
}
