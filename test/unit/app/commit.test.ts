// From a document and an event to what is saved: state, effects, claims and deadlines in one piece.

import { describe, expect, test } from '@jest/globals';
import { dayMs } from '../../../src/core/time.ts';
import { sessionKey } from '../../../src/core/keys.ts';
import type { SessionEvent } from '../../../src/core/session/events.ts';
import { type Commit, commit, dated } from '../../../src/app/commit.ts';
import type { Doc } from '../../../src/app/document.ts';
import { leaseMs } from '../../../src/app/outbox.ts';
import { documentVersions } from '../../../src/app/upgrade.ts';
import { aisha, atMinute, ben, opening, Story } from '../../support/given.ts';

const key = sessionKey(opening().tenant, opening().community, opening().id);
const realNow = 7_000;
const happens = (event: SessionEvent, minute = 0, eventId: string | null = null): Commit =>
  ({ key, kind: 'session', event, eventId, moment: { at: atMinute(minute), rate: 1 }, realNow, owner: 'me', retentionMs: 730 * dayMs });
const saved = (before: Doc | null, what: Commit): Doc => commit(before, what).doc ?? fail();
function fail(): never { throw new Error('nothing saved'); }

const join = (by: typeof aisha): SessionEvent => ({ type: 'joined', by, rev: 0, part: 'owner', birthday: null, hasWriteUp: false });
const note = (text: string, noteId = 'n1'): SessionEvent => ({ type: 'noted', by: ben, rev: null, noteId, at: null, text });
const opened = saved(null, happens({ type: 'opened', session: opening() }));
const running = (() => {
  const joined = saved(opened, happens(join(aisha)));
  return saved(joined, happens({ type: 'started', by: aisha, rev: 0, writeUps: [] }));
})();

describe('a commit', () => {
  test('founds a document with state, outbox, claim and deadline in one piece', () => {
    expect(opened).toMatchObject({
      key, kind: 'session', v: documentVersions.session.writes, revision: 1, posted: {}, seen: [], people: ['aisha'], expiresAt: null, wakeAt: atMinute(240), retryAt: realNow + leaseMs,
      outbox: [{ id: '1.0', effect: { do: 'post', slot: 'lobby' }, claim: { owner: 'me', until: realNow + leaseMs } }],
    });
    expect(opened.state).toMatchObject({ status: 'lobby' });
  });

  test('keeps what waits before it, and claims only heads', () => {
    expect(running.revision).toBe(3);
    expect(running.outbox.map(({ id, claim }) => [id, claim !== null])).toEqual([
      ['1.0', true], ['2.0', false], ['3.0', false], ['3.1', false], ['3.2', false],
    ]);
    expect(running.outbox.map(({ effect }) => 'slot' in effect && effect.slot)).toEqual(['lobby', 'lobby', 'agenda', 'phase-0', 'successes']);
    expect(running.wakeAt).toBe(atMinute(4.5));
  });

  test('without news saves nothing', () => {
    expect(commit(running, happens({ type: 'time-passed' }, 1))).toMatchObject({ doc: null, outcome: { kind: 'moved', answer: null, state: running.state } });
  });

  test('with the same id happens once', () => {
    const first = commit(running, happens(note('A thought'), 1, 'e1'));
    expect(first.outcome).toMatchObject({ kind: 'moved', answer: { kind: 'note-saved' } });
    const doc = first.doc ?? fail();
    expect(doc.seen).toEqual(['e1']);
    expect(commit(doc, happens(note('A thought'), 1, 'e1'))).toEqual({ doc: null, outcome: { kind: 'repeated', state: doc.state } });
    expect(saved(doc, happens(note('Another'), 1, 'e2')).seen).toEqual(['e1', 'e2']);
    expect(saved(doc, happens(note('Another'), 1)).seen).toEqual(['e1']);
  });

  test('remembers a bounded number of ids, the last ones', () => {
    let doc = running;
    for (let n = 0; n < 300; n++) doc = { ...saved(doc, happens(note('A thought', `n${n}`), 1, `e${n}`)), outbox: [] };
    expect(doc.seen).toHaveLength(256);
    expect([doc.seen[0], doc.seen.at(-1)]).toEqual(['e44', 'e299']);
  });

  test('refused saves nothing', () => {
    expect(commit(running, happens({ type: 'next-asked', by: ben, rev: null }, 1, 'e1'))).toEqual({
      doc: null, outcome: { kind: 'refused', refusal: { reason: 'chair-only', chair: 'Aisha', also: [] }, state: running.state },
    });
    expect(commit(null, happens({ type: 'time-passed' }))).toEqual({ doc: null, outcome: { kind: 'refused', refusal: { reason: 'no-session' }, state: null } });
  });

  test('refused after something was overdue saves that, and the event may come again', () => {
    const { doc, outcome } = commit(running, happens({ type: 'next-asked', by: ben, rev: null }, 5.5, 'e1'));
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { reason: 'chair-only' }, state: { at: 1 } });
    expect(doc).toMatchObject({ state: { at: 1 }, seen: [], wakeAt: atMinute(7) });
    expect((doc ?? fail()).outbox.length).toBeGreaterThan(running.outbox.length);
  });

  test('of a text is refused while too much waits, of anything else never', () => {
    let doc = running;
    let refusedAt = 0;
    for (let n = 1; refusedAt === 0 && n < 500; n++) {
      const { doc: next, outcome } = commit(doc, happens(note('x'.repeat(2000), `n${n}`), 1, `e${n}`));
      if (outcome.kind === 'refused') { refusedAt = n; expect(outcome.refusal).toEqual({ reason: 'too-much-waiting' }); }
      doc = next ?? doc;
    }
    expect(refusedAt).toBeGreaterThan(40);
    expect(JSON.stringify(doc).length).toBeLessThan(256_000);
    expect(commit(doc, happens({ type: 'pause-asked', by: ben, rev: null }, 1)).outcome.kind).toBe('moved');
    expect(commit({ ...doc, outbox: [] }, happens(note('again', 'again'), 1)).outcome.kind).toBe('moved');
  });
});

test('what the indexes hold comes from state and outbox alone', () => {
  const story = new Story().joins([aisha]).starts().passes(100);
  const doc = dated({ ...running, state: story.state, outbox: [], wakeAt: 1, retryAt: 2, people: [], expiresAt: null });
  expect(doc).toMatchObject({ wakeAt: null, retryAt: null, people: ['aisha'], expiresAt: atMinute(10 + 13) + 2 * dayMs });
});
