// An outbox to try things on: effects of every lane, documents that hold them, and the functions applied to the head.

import { conversationId, type Key, personId, threadId } from '../../src/core/keys.ts';
import type { Effect } from '../../src/core/machine.ts';
import type { Doc, Waiting } from '../../src/app/document.ts';
import { claimHeads, enqueue, headOf, type Lane, settle, type Settlement } from '../../src/app/outbox.ts';

export const now = 1_000_000;
export const post = (slot: string): Effect => ({ do: 'post', slot, isAnnouncement: true });
export const edit = (slot: string): Effect => ({ do: 'edit', slot });
const key: Key = { partition: 't1|19:c', name: 'community' };
const notice = { card: 'notice', notice: { kind: 'done' } } as const;
export const say: Effect = { do: 'say', message: notice, until: null };
export const otherwise = { key, kind: 'community', event: { type: 'unreachable', person: { id: personId('b'), name: 'B', teamsId: null }, thread: threadId('19:c') } } as const;
export const mail: Effect = { ...say, otherwise };
export const tell: Effect = { do: 'tell', key, kind: 'community', event: { type: 'time-passed' } };
export const record = { do: 'record', entry: {} } as unknown as Effect;

export const empty: Doc = {
  key: { partition: 't1|19:c', name: 'session-s1' }, kind: 'session', v: 1, revision: 0, state: { community: conversationId('19:c') }, outbox: [], posted: {}, seen: [],
  wakeAt: null, retryAt: null, people: [], expiresAt: null,
};
let revision = 0;
export const holding = (...effects: readonly Effect[]): Doc => ({ ...empty, outbox: enqueue([], effects, ++revision) });
export const claimed = (doc: Doc, owner = 'me', at = now): Doc => claimHeads(doc, owner, at);
export const head = (doc: Doc, lane: Lane = 'posts'): Waiting => headOf(doc, lane) ?? fail();
function fail(): never { throw new Error('nothing waits'); }
export const settled = (doc: Doc, outcome: Settlement['outcome'], over: Partial<Settlement> & { lane?: Lane } = {}): Doc =>
  settle(doc, { id: head(doc, over.lane).id, effect: head(doc, over.lane).effect, outcome, realNow: now, dice: 0.5, ...over });
export const kinds = (doc: Doc): readonly string[] => doc.outbox.map(({ effect }) => ('slot' in effect ? `${effect.do} ${effect.slot}` : effect.do));
export const unknown = { kind: 'unknown', why: 'reset' } as const;
export const later = (afterMs: number | null = null) => ({ kind: 'later', afterMs, why: '429' } as const);
