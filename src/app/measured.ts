// Ports with a meter around them: the same calls, told to it. So neither those who call nor those who are called know that
// somebody looks.

import type { Instant } from '../core/time.ts';
import type { Meter, Sent } from './meter.ts';
import type { Documents, History, Messenger, Saved, SendOutcome, Store } from './ports.ts';

export interface Measuring {
  readonly meter: Meter;
  readonly realNow: () => Instant;
}

export function measuredMessenger(messenger: Messenger, { meter, realNow }: Measuring): Messenger {
  const timed = <A extends readonly unknown[]>(act: Sent['act'], send: (...given: A) => Promise<SendOutcome>) => async (...given: A): Promise<SendOutcome> => {
    const begunAt = realNow();
    const outcome = await send(...given);
    meter.sent({ act, outcome, lastedMs: realNow() - begunAt });
    return outcome;
  };
  return {
    post: timed('post', (...given) => messenger.post(...given)),
    edit: timed('edit', (...given) => messenger.edit(...given)),
    delete: timed('delete', (...given) => messenger.delete(...given)),
    openPrivate: timed('open', (...given) => messenger.openPrivate(...given)),
  };
}

/** Every call of the store, by operation; a conflict is an answer, not a fault. */
export function measuredStore(store: Store, measuring: Measuring): Store {
  return { documents: measuredDocuments(store.documents, measuring), history: measuredHistory(store.history, measuring), charges: () => store.charges(), close: () => store.close() };
}

function measuredDocuments(documents: Documents, { meter, realNow }: Measuring): Documents {
  const timed = timing({ meter, realNow });
  const told = (kind: string, saved: Saved): Saved => {
    if (saved.kind === 'conflict') meter.conflict(kind);
    return saved;
  };
  return {
    load: timed('load', (key) => documents.load(key)),
    create: timed('create', async (doc) => told(doc.kind, await documents.create(doc))),
    replace: timed('replace', async (doc, version) => told(doc.kind, await documents.replace(doc, version))),
    due: timed('due', (until, limit) => documents.due(until, limit)),
    nextWake: timed('next-wake', () => documents.nextWake()),
    list: timed('list', (partition, kind) => documents.list(partition, kind)),
    of: timed('of-person', (tenant, person) => documents.of(tenant, person)),
    expired: timed('expired', (before, limit) => documents.expired(before, limit)),
    remove: timed('remove', (key, version) => documents.remove(key, version)),
    forget: timed('forget', (partition) => documents.forget(partition)),
  };
}

function measuredHistory(history: History, measuring: Measuring): History {
  const timed = timing(measuring);
  return {
    add: timed('history-add', (entry, keptFrom) => history.add(entry, keptFrom)),
    page: timed('history-page', (...given) => history.page(...given)),
    ofSession: timed('history-of-session', (partition, session) => history.ofSession(partition, session)),
    of: timed('history-of-person', (tenant, person) => history.of(tenant, person)),
    search: timed('history-search', (...given) => history.search(...given)),
    expired: timed('history-expired', (before, limit) => history.expired(before, limit)),
    remove: timed('history-remove', (record) => history.remove(record)),
    forget: timed('history-forget', (partition) => history.forget(partition)),
  };
}

const timing = ({ meter, realNow }: Measuring) => <A extends readonly unknown[], T>(operation: string, ask: (...given: A) => Promise<T>) => async (...given: A): Promise<T> => {
  const begunAt = realNow();
  let isFault = true;
  try {
    const answer = await ask(...given);
    isFault = false;
    return answer;
  } finally {
    meter.asked({ operation, isFault, lastedMs: realNow() - begunAt });
  }
};
