// From settings to an open store: the one place that knows which stores there are.

import type { Store } from '../app/ports.ts';
import { dayMs, type Instant, type Millis } from '../core/time.ts';
import type { CosmosSettings, CosmosStore } from './cosmos/open-cosmos.ts';
import type { SqliteSettings } from './sqlite/open-sqlite.ts';

export type StoreSettings = SqliteSettings | CosmosSettings;
/** Has something to see to now and then; a store that is wrapped need not pass it on. */
export type OpenStore = Store & Partial<Pick<CosmosStore, 'tend' | 'clockAheadMs'>>;

/** Opens the store, and holds it until it is closed. Throws an error in plain words if it cannot be trusted or had. */
export async function openStore(settings: StoreSettings, realNow: () => Instant, retentionMs: Millis = 730 * dayMs): Promise<OpenStore> {
  // Loaded when it is asked for: a process needs one client only, and the vendor's takes its time.
  switch (settings.store) {
    case 'sqlite': return (await import('./sqlite/open-sqlite.ts')).openSqlite(settings, realNow);
    case 'cosmos': return (await import('./cosmos/open-cosmos.ts')).openCosmos(settings, { realNow, retentionMs });
  }
}
