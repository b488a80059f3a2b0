// Documents and entries of every version there ever was, as the service of their day wrote them (test/fixtures). Frozen:
// a fixture is added with each new version and never changed, since stores still hold such documents.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { commit, dated } from '../../../src/app/commit.ts';
import type { Doc } from '../../../src/app/document.ts';
import { isMoving, machineOf, type MovingKind } from '../../../src/app/machines.ts';
import { claimHeads, lanes, headOf, releaseClaims } from '../../../src/app/outbox.ts';
import { presentShapes } from '../../../src/app/present-shapes.ts';
import { openMovableClock, realClock } from '../../../src/app/service-clock.ts';
import { documentVersions, entryVersions, readsUpTo, upgraded } from '../../../src/app/upgrade.ts';
import { recordMarkdown } from '../../../src/cards/record-markdown.ts';
import { createRender } from '../../../src/cards/render.ts';
import type { HistoryEntry } from '../../../src/core/history/entry.ts';
import { keptFrom } from '../../../src/core/history/retention.ts';
import type { Effect } from '../../../src/core/machine.ts';
import type { EventsOf } from '../../../src/core/told.ts';
import { conversationId, personId, tenantId } from '../../../src/core/keys.ts';
import { emptyWriteUp } from '../../../src/core/problem/write-up.ts';
import { hourMs } from '../../../src/core/time.ts';
import { en } from '../../../src/texts/en.ts';
import { storeOver, Tables } from '../../support/sim/memory-tables.ts';

interface Fixture<T> {
  readonly name: string;
  readonly text: string;
  readonly is: T;
}
function fixturesIn<T>(folder: string): readonly Fixture<T>[] {
  const path = join(import.meta.dirname, '../../fixtures', folder);
  return readdirSync(path).sort().map((file) => {
    const text = readFileSync(join(path, file), 'utf8');
    return { name: file.replace('.json', ''), text, is: JSON.parse(text) as T };
  });
}
const documents = fixturesIn<Doc>('documents');
const entries = fixturesIn<HistoryEntry>('entries');
const moving = documents.filter(({ is }) => isMoving(is.kind));
/** Some time after the last of them was written. */
const at = Math.max(...documents.map(({ is }) => is.wakeAt ?? 0)) + hourMs;
const render = createRender(en);

const nameOf = ({ kind, v }: { readonly kind: string; readonly v?: number }): string => `${kind}-v${v ?? 1}`;
const everyVersion = (table: Readonly<Record<string, { readonly upgrades: readonly unknown[] }>>): readonly string[] =>
  Object.entries(table).flatMap(([kind, versions]) => Array.from({ length: readsUpTo(versions) }, (_, n) => `${kind}-v${n + 1}`));

/** A release that writes the highest version it reads lifts everything as far as it goes. */
const furthest = Object.fromEntries(Object.entries(documentVersions).map(([kind, versions]) => [kind, { ...versions, writes: readsUpTo(versions) }]));

/** The document as the loop gets it, from a store that has held it since its day. */
async function loaded({ text, is }: Fixture<Doc>): Promise<Doc> {
  const tables = new Tables();
  tables.write(text, null);
  const stored = await presentShapes(storeOver(tables, async (_what, work) => work())).documents.load(is.key);
  return stored?.doc ?? fail();
}
function fail(): never { throw new Error('not there'); }

const ben = { id: personId('id-ben-cole'), name: 'Ben Cole', teamsId: '29:ben-cole' };
const [tenant, community] = [tenantId('t1'), conversationId('19:c')];
/** Something that may happen to a document of each kind in any state. */
const ordinary: { readonly [K in MovingKind]: EventsOf[K] } = {
  session: { type: 'action-given', by: ben, rev: null, noteId: 'n', at: null, text: 'A next action', dueOn: '' },
  community: { type: 'birthday-known', person: ben.id, birthday: { day: 1, month: 2 } },
  person: { type: 'seen', tenant, by: ben, chat: null, community: { conversation: community, name: null } },
  problem: { type: 'saved', tenant, community, by: ben, writeUp: emptyWriteUp, isSubmitted: false },
  conversation: { type: 'closed', why: 'blocked' },
  pair: { type: 'silence-set', by: ben, isSilent: true },
  pairing: { type: 'member-left', person: ben.id },
};
const timed: ReadonlySet<string> = new Set(['session', 'community']);

/** What commits say of the document when this happens to it. */
const happens = (doc: Doc, event: { readonly type: string }) =>
  commit(doc, { key: doc.key, kind: doc.kind as MovingKind, event, eventId: 'e', moment: { at, rate: 1 }, realNow: at, owner: 'me', retentionMs: 1 });

/** Slots and texts a document may have to show. */
function shown(doc: Doc): readonly Effect[] {
  const posted = Object.keys(doc.posted).map((slot): Effect => ({ do: 'edit', slot }));
  return [...posted, ...doc.outbox.map(({ effect }) => effect)];
}

describe('There is a fixture', () => {
  test('of every kind and version of documents that this release reads, and of no other', () => {
    expect([...new Set(documents.map(({ is }) => nameOf(is)))].sort()).toEqual([...everyVersion(documentVersions)].sort());
  });
  test('of every kind and version of entries, and of no other', () => {
    expect(entries.map(({ is }) => nameOf(is)).sort()).toEqual([...everyVersion(entryVersions)].sort());
  });
  test('named for what it is', () => {
    for (const { name, is } of [...documents, ...entries]) expect(name.startsWith(nameOf(is))).toBe(true);
  });
  test('of documents with effects of every sort waiting, some of them claimed', () => {
    const waiting = documents.flatMap(({ is }) => is.outbox);
    expect([...new Set(waiting.map(({ effect }) => effect.do))].sort()).toEqual(['edit', 'post', 'record', 'say', 'tell']);
    expect(waiting.some(({ claim }) => claim !== null)).toBe(true);
  });
});

describe.each(moving)('$name', (fixture) => {
  const { is } = fixture;
  const machine = machineOf(is.kind as MovingKind);

  test('says whom it names, when it wakes and when it may go', async () => {
    const doc = dated(await loaded(fixture));
    expect(doc.people).toEqual(expect.arrayContaining([...is.people]));
    expect(doc.retryAt).toBe(is.retryAt);
    for (const instant of [doc.wakeAt, doc.expiresAt]) expect(instant === null || Number.isFinite(instant)).toBe(true);
    expect(machine.home(doc.state)).toMatchObject({ kind: is.kind === 'person' ? 'private' : 'thread' });
  });

  test('moves on, by time and by what people do', async () => {
    const doc = await loaded(fixture);
    const event = ordinary[is.kind as MovingKind];
    const passed = timed.has(is.kind) ? happens(doc, { type: 'time-passed' }).doc ?? doc : doc;
    for (const before of [doc, passed]) expect(happens(before, event).outcome.state).not.toBeNull();
    expect(happens(doc, event).doc?.v ?? doc.v).toBeGreaterThanOrEqual(documentVersions[is.kind].writes);
  });

  test('shows whatever it has posted or has still to say', async () => {
    const doc = await loaded(fixture);
    for (const effect of shown(doc)) {
      const message = effect.do === 'say' ? effect.message : 'slot' in effect ? machine.draw(doc.state, effect.slot, { at, rate: 1 }) : null;
      if (message !== null) expect(render(message).summary).not.toBe('');
      else expect(['record', 'tell', 'edit']).toContain(effect.do);
    }
  });

  test('carries out what waits inside: its events are understood, its entries kept', async () => {
    const doc = await loaded(fixture);
    const told = [...doc.outbox.map(({ effect }) => effect), ...doc.outbox.flatMap(({ effect }) => (effect.do === 'say' && effect.otherwise !== undefined ? [{ do: 'tell' as const, ...effect.otherwise }] : []))];
    for (const effect of told) {
      if (effect.do === 'tell') expect(['moved', 'refused']).toContain(machineOf(effect.kind).step(null, effect.event, { at, rate: 1 }).kind);
      if (effect.do === 'record') expect(keptFrom(effect.entry)).toBeGreaterThanOrEqual(effect.entry.at);
    }
    const released = claimHeads(releaseClaims(doc, () => true, at), 'me', at + hourMs);
    for (const lane of lanes) expect(headOf(released, lane)?.claim?.owner ?? 'me').toBe('me');
  });

  test('can be lifted as far as there are upgrades', () => {
    expect(upgraded(is, furthest).v).toBe(readsUpTo(documentVersions[is.kind]));
  });
});

test('the service\'s clock goes on from every fixture of it', async () => {
  for (const { is, text } of documents.filter(({ is: { kind } }) => kind === 'clock')) {
    const tables = new Tables();
    tables.write(text, null);
    const { serviceAt, realAt, rate } = is.state as { serviceAt: number; realAt: number; rate: number };
    const store = presentShapes(storeOver(tables, async (_what, work) => work()));
    const clock = await openMovableClock(store.documents, realClock(() => realAt + 1_000), { rate, isAlone: true });
    expect(clock.now()).toBe(serviceAt + 1_000 * rate);
  }
});

test('a record of entries of every version can be read', async () => {
  const tables = new Tables();
  const store = presentShapes(storeOver(tables, async (_what, work) => work()));
  // What a pair said stands on a shelf of its own.
  const record = entries.map(({ is }) => is).filter(({ kind }) => kind !== 'buddy');
  for (const entry of record) await store.history.add(entry, keptFrom(entry));
  const [first = fail()] = record;
  const read = await store.history.ofSession(first.partition, first.session);
  expect(read).toHaveLength(record.length);
  const text = recordMarkdown(read, en);
  for (const entry of record) if ('text' in entry) expect(text).toContain(entry.text.slice(0, 12));
});
