// A store as this release may use it: whatever is read is in the present shape, whichever release wrote it. The one place
// where versions are looked at, so that loop, courier, commands and pages know only today's documents and entries.

import type { HistoryEntry } from '../core/history/entry.ts';
import type { Documents, History, Store, Stored } from './ports.ts';
import { documentVersions, entryVersions, NewerDocument, upgraded, upgradedEntry, type VersionsOf } from './upgrade.ts';
import type { Doc } from './document.ts';

export interface PresentVersions {
  readonly documents: VersionsOf<string, Doc>;
  readonly entries: VersionsOf<string, HistoryEntry>;
}
const present: PresentVersions = { documents: documentVersions, entries: entryVersions };

/**
 * `store` in present shapes. Reading a document of a later release throws `NewerDocument`, and so does removing a record
 * that has an entry of one; where entries are read, those are left out.
 */
export const presentShapes = (store: Store, versions = present): Store => ({
  documents: presentDocuments(store.documents, versions),
  history: presentHistory(store.history, versions),
  charges: () => store.charges(),
  close: () => store.close(),
});

/** A list with a newer document among its own throws too: half a list would pass for the whole. */
function presentDocuments(documents: Documents, { documents: versions }: PresentVersions): Documents {
  const shaped = ({ doc, version }: Stored): Stored => ({ doc: upgraded(doc, versions), version });
  return {
    load: async (key) => { const stored = await documents.load(key); return stored === null ? null : shaped(stored); },
    list: async (partition, kind) => (await documents.list(partition, kind)).map(shaped),
    create: (doc) => documents.create(doc),
    replace: (doc, version) => documents.replace(doc, version),
    due: (until, limit) => documents.due(until, limit),
    nextWake: () => documents.nextWake(),
    of: (tenant, person) => documents.of(tenant, person),
    expired: (before, limit) => documents.expired(before, limit),
    remove: (key, version) => documents.remove(key, version),
    forget: (partition) => documents.forget(partition),
  };
}

function presentHistory(history: History, { entries: versions }: PresentVersions): History {
  const shaped = (entries: readonly HistoryEntry[]): readonly HistoryEntry[] =>
    entries.flatMap((entry) => upgradedEntry(entry, versions) ?? []);
  return {
    add: (entry, keptFrom) => history.add(entry, keptFrom),
    page: async (partition, olderThan, limit) => {
      const page = await history.page(partition, olderThan, limit);
      return { ...page, entries: shaped(page.entries) };
    },
    ofSession: async (partition, session) => shaped(await history.ofSession(partition, session)),
    of: async (tenant, person) => shaped(await history.of(tenant, person)),
    search: (partition, terms, page) => history.search(partition, terms, page),
    expired: (before, limit) => history.expired(before, limit),
    remove: async (record) => {
      const entries = await history.ofSession(record.partition, record.session);
      // How long a later release keeps its entries is not known here.
      if (shaped(entries).length < entries.length) throw new NewerDocument({ partition: record.partition, name: `record-${record.session}` });
      await history.remove(record);
    },
    forget: (partition) => history.forget(partition),
  };
}
