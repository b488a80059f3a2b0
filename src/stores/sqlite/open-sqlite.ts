// From a path to an open embedded store, with the tables of this release.

import type { Store } from '../../app/ports.ts';
import type { Instant } from '../../core/time.ts';
import { BackupDesk } from './backup-desk.ts';
import { openDatabase } from './database.ts';
import type { Step } from './database.ts';
import { SqliteDocuments, documentTables } from './documents.ts';
import { SqliteHistory, addSearch, historyTables } from './history.ts';
import { placeOf } from './hold.ts';
import { addRecordTerms } from './search.ts';

/** `path`: a file, made with its folders if it is not there, or `:memory:`. */
export interface SqliteSettings {
  readonly store: 'sqlite';
  readonly path: string;
}

export interface SqliteStore extends Store {
  /** Looks whether a backup has been asked for, and makes it. To be called every few seconds. Throws if it could not even answer. */
  tend(): Promise<void>;
}

/** Step n takes a file from version n to n + 1. A step that was released is never changed. */
const steps: readonly Step[] = [documentTables + historyTables, addSearch, addRecordTerms];
/** Files up to this version can be read. */
export const knownVersion = steps.length;

/** Opens the file and holds it until it is closed. Throws an error in plain words if it cannot be trusted or had. */
export async function openSqlite({ path }: SqliteSettings, realNow: () => Instant): Promise<SqliteStore> {
  const database = openDatabase(path, steps);
  const backups = path === ':memory:' ? null : new BackupDesk({ database, store: placeOf(path), knownVersion, realNow });
  return {
    documents: new SqliteDocuments(database),
    history: new SqliteHistory(database),
    charges: () => [],
    tend: async () => backups?.tend(),
    close: async () => {
      await backups?.stop();
      database.close();
    },
  };
}
