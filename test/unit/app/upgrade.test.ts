// Versions of documents and entries, with invented kinds and upgrades: lifted on reading, never lowered, and what a later
// release wrote is left alone.

import { describe, expect, test } from '@jest/globals';
import { announced } from '../../../src/app/announced.ts';
import { commit } from '../../../src/app/commit.ts';
import type { Doc } from '../../../src/app/document.ts';
import type { LoopParts } from '../../../src/app/loop.ts';
import { type Meter, silentMeter } from '../../../src/app/meter.ts';
import { presentShapes } from '../../../src/app/present-shapes.ts';
import { NewerDocument, readsUpTo, upgraded, upgradedEntry, type Versions } from '../../../src/app/upgrade.ts';
import type { HistoryEntry } from '../../../src/core/history/entry.ts';
import { type Kind, personId, sessionId, tenantId } from '../../../src/core/keys.ts';
import type { Effect } from '../../../src/core/machine.ts';
import type { Protocol } from '../../../src/core/protocols/protocol.ts';
import type { SessionEvent } from '../../../src/core/session/events.ts';
import { zero } from '../../support/given.ts';
import { holding, say } from '../../support/outbox-doc.ts';
import { storeOver, Tables } from '../../support/sim/memory-tables.ts';

type Opening = Extract<SessionEvent, { type: 'opened' }>['session'];
type State = { readonly steps: readonly string[] };
/** Notes in the state, and in what waits, that it was there. */
const upgradeTo = (n: number) => (doc: Doc): Doc => ({
  ...doc, state: { steps: [...(doc.state as State).steps, `to ${n}`] }, outbox: doc.outbox.map((waiting) => ({ ...waiting, id: `${waiting.id}/${n}` })),
});
const lamp = (v: number, over: Partial<Doc> = {}): Doc => ({ ...holding(say), kind: 'lamp' as Kind, v, state: { steps: [] }, ...over });
const versions = (writes: number, ...to: readonly number[]): Readonly<Record<string, Versions<Doc>>> => ({ lamp: { writes, upgrades: to.map(upgradeTo) } });

describe('A document', () => {
  test.each([[1, ['to 2', 'to 3']], [2, ['to 3']], [3, []]])('of version %d is lifted step by step to what this release writes', (v, steps) => {
    const before = lamp(v);
    const after = upgraded(before, versions(3, 2, 3));
    expect(after).toMatchObject({ v: 3, state: { steps } });
    expect(after.outbox[0]?.id).toBe([before.outbox[0]?.id, ...steps.map((step) => step.slice(-1))].join('/'));
  });

  test('is lifted no further than this release writes, even where it reads more', () => {
    expect(upgraded(lamp(1), versions(2, 2, 3))).toMatchObject({ v: 2, state: { steps: ['to 2'] } });
  });

  test('is read, not written, by the release that brings its new version: an old one stays old, a new one new', () => {
    const readsTwo = versions(1, 2);
    expect(readsUpTo(readsTwo['lamp'] ?? { upgrades: [] })).toBe(2);
    expect([lamp(1), lamp(2)].map((doc) => upgraded(doc, readsTwo))).toEqual([lamp(1), lamp(2)].map((doc) => ({ ...doc, outbox: expect.anything() })));
  });

  test.each([['of a version above', lamp(4)], ['of an unknown kind', lamp(1, { kind: 'pair' as Kind })], ['of a kind that only sounds known', lamp(1, { kind: 'constructor' as Kind })]])('%s is a newer one, named and not quoted', (_what, doc) => {
    const reading = (): unknown => upgraded({ ...doc, state: { steps: ['SECRET'] } }, versions(3, 2, 3));
    expect(reading).toThrow(NewerDocument);
    expect(reading).toThrow(/^A newer release has written the document session-s1; this one leaves it alone\.$/);
  });

  test('stays at the version it has once reached when it is written again', () => {
    const { key, ...conversation } = { key: { partition: 't1|19:c', name: 'conversation' }, kind: 'conversation' } as const;
    const event = { type: 'closed', why: 'blocked' };
    const what = { ...conversation, key, event, eventId: null, moment: { at: zero, rate: 1 }, realNow: zero, owner: 'me', retentionMs: 1 };
    const state = { tenant: 't1', id: '19:c', place: 'group', person: null, name: null, serviceUrl: 'https://x', bot: { id: 'b', name: 'B' }, closed: null, added: 'later' };
    expect(commit({ ...lamp(2), key, kind: 'conversation', state }, what).doc).toMatchObject({ v: 2, state: { added: 'later', closed: { at: zero } } });
  });
});

describe('An entry', () => {
  const note = (v?: number): HistoryEntry => ({ kind: 'note', id: `n${v ?? ''}`, partition: 't1|19:c', session: 's1', at: 1, people: [], text: 'As typed', ...(v === undefined ? {} : { v }) }) as unknown as HistoryEntry;
  const entries: Readonly<Record<string, Versions<HistoryEntry>>> = { note: { writes: 2, upgrades: [(old) => ({ ...old, people: ['added'] }) as unknown as HistoryEntry] } };

  test.each([[undefined, ['added']], [1, ['added']], [2, []]])('of version %p is lifted; without one it is the first', (v, people) => {
    expect(upgradedEntry(note(v), entries)).toMatchObject({ v: 2, text: 'As typed', people });
  });

  test('of a later release is left out of what is shown, and its session is not removed', async () => {
    const tables = new Tables();
    const store = presentShapes(storeOver(tables, async (_what, work) => work()), { documents: {}, entries });
    for (const v of [undefined, 2, 3]) await store.history.add(note(v), 10);
    expect((await store.history.ofSession('t1|19:c', sessionId('s1'))).map(({ id }) => id)).toEqual(['n', 'n2']);
    await expect(store.history.remove({ partition: 't1|19:c', session: sessionId('s1') })).rejects.toThrow(NewerDocument);
    expect(tables.entries.size).toBe(3);
  });

  test('of a session is listed lifted, and not listed when it is of a later release', async () => {
    const store = presentShapes(storeOver(new Tables(), async (_what, work) => work()), { documents: {}, entries: { session: { writes: 2, upgrades: [(old) => ({ ...old, people: ['added'] }) as unknown as HistoryEntry] } } });
    const session = (v: number): HistoryEntry => ({ ...note(v), kind: 'session', startedAt: v }) as unknown as HistoryEntry;
    for (const v of [1, 2, 3]) await store.history.add(session(v), 10);
    expect((await store.history.page('t1|19:c', null, 9)).entries.map(({ id, v, people }) => [id, v, people])).toEqual([['n2', 2, []], ['n1', 2, ['added']]]);
  });
});

describe('A store in present shapes', () => {
  test('gives what it loads and lists lifted, with the version a write must name', async () => {
    const store = presentShapes(storeOver(new Tables(), async (_what, work) => work()), { documents: versions(2, 2), entries: {} });
    const old = lamp(1);
    const saved = await store.documents.create(old);
    const lifted = { doc: { ...old, v: 2, state: { steps: ['to 2'] }, outbox: expect.anything() }, version: saved.kind === 'saved' && saved.version };
    expect([await store.documents.load(old.key), ...await store.documents.list(old.key.partition, 'lamp')]).toEqual([lifted, lifted]);
  });

  test('lists nothing rather than half when one document is newer', async () => {
    const store = presentShapes(storeOver(new Tables(), async (_what, work) => work()), { documents: versions(1), entries: {} });
    await store.documents.create(lamp(1));
    await store.documents.create(lamp(2, { key: { partition: lamp(1).key.partition, name: 'other' } }));
    await expect(store.documents.list(lamp(1).key.partition, 'lamp')).rejects.toThrow(NewerDocument);
  });
});

describe('What earlier releases wrote', () => {
  const protocol = { opening: { id: 'other' } };
  const asWritten = { opening: { id: 'start-on-time' } } as Protocol;
  const lifted = (kind: Kind, state: unknown, v = 1): unknown => upgraded({ ...holding(say), kind, v, state }).state;

  test.each<[string, Kind, object, object]>([
    ['a person was last seen where they were last active', 'person', { communities: [{ lastAt: 7 }, { lastAt: 3 }] }, { seenAt: 7 }],
    ['of a person known by mail alone nobody knows when, so that they are not taken for long gone', 'person', { communities: [] }, { seenAt: null }],
    ['a problem was discussed some time after it was saved', 'problem', { status: 'discussed', savedAt: 5 }, { discussedAt: 5 }],
    ['a draft was not discussed', 'problem', { status: 'draft', savedAt: 5 }, { discussedAt: null }],
    ['whose chat it is will be told when they write, and in which language', 'conversation', { place: 'personal' }, { person: null, language: null }],
    ['a cancelled session was on the clock, whole and real', 'session', { status: 'cancelled', people: [], protocol }, { movesOn: 'clock', language: 'en', group: null, rehearsal: null }],
    ['a lobby is no group of another, and nobody asked to stay together', 'session', { status: 'lobby', people: [], protocol }, { movesOn: 'clock', language: 'en', group: null, rehearsal: null, isTogether: false, hasOfferedTogether: false }],
    ['an hour was on the clock, with every owner there', 'session', { status: 'running', people: [], turns: [], protocol }, { movesOn: 'clock', language: 'en', group: null, rehearsal: null, overtimeMinutes: null, isForgotten: false, hasCallEnded: false, ownerAway: null, asks: [] }],
  ])('means now: %s', (_what, kind, before, added) => {
    expect(lifted(kind, before)).toMatchObject({ ...before, ...added });
  });

  const settings = { rhythm: null, holidays: '', closed: [], waking: { from: '07:30', to: '18:30' }, hasReminders: true, hasReadAhead: false, hasQuestionsAhead: false };
  const planning = { planned: { done: [] }, undelivered: [] };
  test.each<[string, Kind, object, object]>([
    ['a problem was neither shared nor asked about nor brought again', 'problem', { status: 'ready' }, { isShared: false, questions: [], before: null, lastTurn: null }],
    ['a person was taken out of nothing', 'person', { seenAt: 7 }, { formerly: [] }],
    ['a session knows of no meeting after the next, and goes where it was opened', 'session', { status: 'running' }, { proposedNext: null, opensThread: false }],
    ['a lobby has called no chair', 'session', { status: 'lobby' }, { proposedNext: null, opensThread: false, isChairCalled: false }],
    ['a community without a meeting plans none', 'community', { nextMeetingAt: null, settings: { zone: 'UTC' } }, { meeting: null, ...planning, settings: { zone: 'UTC', ...settings } }],
    ['a meeting stands at the wall time of its zone', 'community', { nextMeetingAt: Date.UTC(2026, 6, 2, 14, 0), settings: { zone: 'Europe/London' } }, { meeting: { date: '2026-07-02', time: '15:00' }, ...planning, settings: { zone: 'Europe/London', ...settings } }],
  ])('of version 2 means now: %s', (_what, kind, before, added) => {
    expect(lifted(kind, before, 2)).toEqual({ ...before, ...added });
  });

  test('of version 2 means now: what waits to be opened or begun hears all it needs', () => {
    const told = (event: object): Doc['outbox'] => holding({ do: 'tell', key: { partition: 't1|19:c', name: 'session-s1' }, kind: 'session', event } as Effect).outbox;
    const whole = { proposedNext: null, opensThread: false };
    const opened = upgraded({ ...holding(say), kind: 'community', v: 2, state: { settings: { zone: 'UTC' }, nextMeetingAt: null }, outbox: told({ type: 'opened', session: { zone: 'UTC' } }) });
    expect(opened.outbox[0]?.effect).toMatchObject({ event: { session: { zone: 'UTC', ...whole } } });
    const begun = upgraded({ ...holding(say), kind: 'session', v: 2, state: { status: 'split' }, outbox: told({ type: 'group-started', lobby: { status: 'lobby' } }) });
    expect(begun.outbox[0]?.effect).toMatchObject({ event: { lobby: { status: 'lobby', ...whole, isChairCalled: false } } });
  });

  test('means now: an announcement that waits was asked for by no deadline, and counts as neither late nor punctual', async () => {
    const lateMs: number[] = [];
    const parts = { clock: { now: () => zero + 7_000, realNow: () => zero, rate: 7 }, meter: { ...silentMeter, announced: (ms: number) => { lateMs.push(ms); } } } as unknown as LoopParts & { meter: Meter };
    const sent = { kind: 'sent', id: '1' } as const;
    const of = (over: object) => ({ doc: holding(say), effect: { do: 'post', slot: 'phase-1', isAnnouncement: true, ...over } as const });
    expect(await announced(parts, of({}), async () => sent)).toBe(sent);
    expect(lateMs).toEqual([]);
    await announced(parts, of({ dueAt: zero }), async () => ({ kind: 'later', afterMs: null, why: 'http-429' }));
    await announced(parts, of({ dueAt: zero }), async () => sent);
    expect(lateMs).toEqual([1_000]);
  });

  test('means now: whom something reached is not known, and where it is known every later write keeps it', () => {
    const reached = { 't1|19:c': 9 };
    const happens = (before: Doc): Doc | null => {
      const by = { id: personId('id-ben'), name: 'Ben', teamsId: '29:ben' };
      return commit(before, { key: before.key, kind: 'person', event: { type: 'seen', tenant: tenantId('t1'), by, chat: 'a:ben', community: null } as never, eventId: null, moment: { at: zero, rate: 1 }, realNow: zero, owner: 'me', retentionMs: 1 }).doc;
    };
    const person: Doc = { ...holding(say), kind: 'person', v: 3, state: { tenant: 't1', id: 'id-ben', name: 'Ben', teamsId: null, chat: null, birthday: null, seenAt: null, communities: [], formerly: [] } };
    expect([happens(person)?.reached, happens({ ...person, reached })?.reached]).toEqual([undefined, reached]);
    expect(upgraded({ ...person, v: 2, reached }).reached).toEqual(reached);
  });

  test('means now: what is written in Start on time are successes', () => {
    expect(lifted('session', { status: 'lobby', people: [], protocol: asWritten })).toMatchObject({ protocol: { opening: { id: 'start-on-time', collects: 'successes' } } });
  });

  test('means now: nobody left an hour, and no turn was put off', () => {
    expect(lifted('session', { status: 'paused', protocol, people: [{ part: 'owner' }], turns: [{ notes: [] }] })).toMatchObject({
      people: [{ part: 'owner', leftAt: null }], turns: [{ notes: [], hasMoved: false, off: null }],
    });
  });

  test('means now: a community speaks English, on the clock, and a session it has still to open hears so', () => {
    const told: Effect = { do: 'tell', key: { partition: 't1|19:c', name: 'session-s1' }, kind: 'session', event: { type: 'opened', session: { zone: 'UTC', protocol: asWritten } as Opening } };
    const doc = upgraded({ ...holding(told), kind: 'community', v: 1, state: { settings: { zone: 'UTC' }, nextMeetingAt: null } });
    expect(doc.state).toMatchObject({ settings: { zone: 'UTC', movesOn: 'clock', language: 'en' }, continues: null });
    expect(doc.outbox[0]?.effect).toMatchObject({ event: { session: { zone: 'UTC', movesOn: 'clock', language: 'en', group: null, rehearsal: null, protocol: { opening: { collects: 'successes' } } } } });
  });
});
