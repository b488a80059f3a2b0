// How long what people wrote is kept: counted from the end of the session (product.md 1, RETENTION_DAYS), and the whole
// record of a session goes at once.

import { dayMs, type Instant, type Millis } from '../time.ts';
import type { HistoryEntry } from './entry.ts';

/**
 * Notes are written before their session ends and actions up to a day after it (session/ending.ts). With this margin the
 * session's own entry is always the first to expire, and what it takes away with it is the whole record.
 */
export const afterSessionMs: Millis = 2 * dayMs;

/**
 * From when the time of an entry counts, service's clock; how long it is, is a setting, and may change. One of a session
 * that never came to its end counts from its own instant.
 */
export const keptFrom = (entry: HistoryEntry): Instant => (entry.kind === 'session' ? entry.endedAt : entry.at + afterSessionMs);
