// From settings to an open store: the one place that knows which stores there are.

import type { Store } from '../app/ports.ts';
import { openDatabase } from './sqlite/database.ts';
import { SqliteDocuments, documentTables } from './sqlite/documents.ts';
import { SqliteHistory, historyTables } from './sqlite/history.ts';

/** `path`: a file, made with its folders if it is not there, or `:memory:`. */
export type StoreSettings = { readonly store: 'sqlite'; readonly path: string };

/** Step n takes a file from version n to n + 1. A step that was released is never changed. */
const sqliteSteps: readonly string[] = [documentTables + historyTables];

/** Opens the store, and holds it until it is closed. Throws an error in plain words if it cannot be trusted or had. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const database = openDatabase(settings.path, sqliteSteps);
  return {
    documents: new SqliteDocuments(database),
    history: new SqliteHistory(database),
    close: async () => database.close(),
  };
}
