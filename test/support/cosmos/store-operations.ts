// Every operation of a store by name, on a store that holds one document and one session, for tests that put each of them
// through the same. What people wrote is SECRET, so that it is found where it should not be.

import type { Doc } from '../../../src/app/document.ts';
import type { Store } from '../../../src/app/ports.ts';
import type { NoteEntry, SessionEntry } from '../../../src/core/history/entry.ts';
import { personId, sessionId, tenantId } from '../../../src/core/keys.ts';

export const [tenant, ann] = [tenantId('tenant-1'), personId('p-ann')];
export const partition = `${tenant}|19:abc@thread.tacv2`;
export const key = { partition, name: 'a' };
export const given = (name: string, over: Partial<Doc> = {}): Doc => ({
  key: { partition, name }, kind: 'problem', v: 1, revision: 1, state: { text: 'SECRET' }, outbox: [], posted: {}, seen: [],
  wakeAt: 1, retryAt: 1, people: [ann], expiresAt: null, ...over,
});
export const note: NoteEntry = { kind: 'note', id: 'n', partition, session: sessionId('s1'), at: 100, people: [ann], turn: 1, phase: 'clarify', by: { id: ann, name: 'SECRET' }, text: 'SECRET' };
export const session: SessionEntry = {
  kind: 'session', id: 's1', partition, session: sessionId('s1'), at: 100, people: [ann], zone: 'Europe/London', protocol: { id: 'npq-community', version: 1 },
  plannedAt: null, startedAt: 5, endedAt: 9, ending: 'completed', chair: note.by, attendance: [], turns: [], phases: [], nextChair: null, nextMeetingAt: null,
};
export const longMs = 1e12;

/** Every operation of the ports, each on a store that holds the document `a` (of this version) and a session. */
export const operations: Readonly<Record<string, (store: Store, version: string) => Promise<unknown>>> = {
  'documents.load': ({ documents }) => documents.load(key),
  'documents.create': ({ documents }) => documents.create(given('b')),
  'documents.replace': ({ documents }, version) => documents.replace(given('a'), version),
  'documents.due': ({ documents }) => documents.due({ now: 1, realNow: 1 }, 9),
  'documents.nextWake': ({ documents }) => documents.nextWake(),
  'documents.list': ({ documents }) => documents.list(partition, 'problem'),
  'documents.of': ({ documents }) => documents.of(tenant, ann),
  'documents.expired': ({ documents }) => documents.expired(1, 9),
  'documents.remove': ({ documents }, version) => documents.remove(key, version),
  'documents.forget': ({ documents }) => documents.forget(partition),
  'history.add': ({ history }) => history.add({ ...note, id: 'm' }, longMs),
  'history.page': ({ history }) => history.page(partition, null, 9),
  'history.ofSession': ({ history }) => history.ofSession(partition, session.session),
  'history.of': ({ history }) => history.of(tenant, ann),
  'history.search': ({ history }) => history.search(partition, ['secret'], { after: null, limit: 9 }),
  'history.expired': ({ history }) => history.expired(longMs, 9),
  'history.remove': ({ history }) => history.remove(session),
  'history.forget': ({ history }) => history.forget(partition),
};
export const names = Object.keys(operations);
/** Answered by the item's own place; everything else is a query. */
export const points = ['documents.load', 'documents.create', 'documents.replace', 'documents.remove', 'history.add'];
