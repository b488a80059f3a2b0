// A newer release takes a document over while this process is at work on it: sending stops with one warning, and nothing
// is written there any more.

import { expect, test } from '@jest/globals';
import { Courier } from '../../../src/app/courier.ts';
import { Loop } from '../../../src/app/loop.ts';
import { Pace } from '../../../src/app/pace.ts';
import type { Messenger, SendOutcome } from '../../../src/app/ports.ts';
import { presentShapes } from '../../../src/app/present-shapes.ts';
import { openMovableClock, realClock } from '../../../src/app/service-clock.ts';
import { Sweep } from '../../../src/app/sweep.ts';
import { NewerDocument } from '../../../src/app/upgrade.ts';
import { conversationKey, type Key, sessionKey } from '../../../src/core/keys.ts';
import { minutes, seconds } from '../../../src/core/time.ts';
import { createLog } from '../../../src/log.ts';
import { opening, zero } from '../../support/given.ts';
import { storeOver, Tables } from '../../support/sim/memory-tables.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

const { tenant, community, id } = opening();
const session = sessionKey(tenant, community, id);
const conversation = conversationKey(tenant, community);

class Rig {
  readonly time = new VirtualTime(zero);
  readonly tables = new Tables();
  readonly lines: string[] = [];
  /** What happens while a message is on its way. */
  onPost: () => SendOutcome | Promise<SendOutcome> = () => ({ kind: 'sent', id: '1' });
  postCount = 0;
  callCount = 0;
  readonly #store = presentShapes(storeOver(this.tables, async (_what, work) => { this.callCount++; return work(); }));
  readonly loop = new Loop({
    documents: this.#store.documents, clock: { now: this.time.now, realNow: this.time.now, rate: 1 }, scheduler: this.time.scheduler, retentionMs: 1,
    random: { next: () => 0.5, id: () => 'me' }, log: createLog('debug', (line) => void this.lines.push(line)),
  });
  readonly courier = new Courier({
    loop: this.loop, history: this.#store.history, pace: new Pace(this.loop.parts.clock, this.time.scheduler), withLinks: (message) => message,
    messenger: { post: async () => { this.postCount++; return this.onPost(); } } as unknown as Messenger,
  });
  readonly sweep = new Sweep({ loop: this.loop, courier: this.courier, everyMs: seconds(2), isExclusive: true, tidy: () => {} });

  constructor() { this.loop.onSaved((doc) => { this.courier.attend(doc); this.sweep.see(doc); }); }

  /** A lobby whose card is on its way. */
  async opens(): Promise<this> {
    const from = { tenant, id: community, place: 'channel', person: null, name: null, language: null, serviceUrl: 'https://x', bot: { id: 'b', name: 'B' } } as const;
    await this.loop.advance(conversation, 'conversation', { event: { type: 'heard-from', from } });
    await this.loop.advance(session, 'session', { event: { type: 'opened', session: opening() } });
    return this;
  }

  stop(): Promise<void> {
    this.courier.hold();
    return this.courier.idle();
  }

  isTakenOver(key: Key): void {
    const stored = this.tables.load(key);
    if (stored !== null) this.tables.write(JSON.stringify({ ...stored.doc, v: 99 }), stored.version);
  }
  levels(fact: string): readonly string[] {
    return this.lines.filter((line) => line.includes(fact)).map((line) => (JSON.parse(line) as { level: string }).level);
  }
}

test('A document taken over while its message is on its way: the lane is given up with one warning, and asks no more', async () => {
  const rig = new Rig();
  rig.onPost = () => { rig.isTakenOver(session); return { kind: 'sent', id: '1' }; };
  await rig.opens();
  await rig.courier.idle();
  expect(rig.levels('document.newer')).toEqual(['warn']);
  const before = rig.callCount;
  await rig.time.pass(minutes(1));
  expect(rig.callCount - before).toBeLessThan(10);
  expect([rig.postCount, rig.tables.load(session)?.doc.v]).toEqual([1, 99]);
  await rig.stop();
  rig.sweep.stop();
});

test('A conversation taken over before it could be marked as closed is left alone, and the lane goes on to what can be written', async () => {
  const rig = new Rig();
  rig.onPost = () => { rig.isTakenOver(conversation); return { kind: 'gone', why: 'blocked', closes: true }; };
  await rig.opens();
  await rig.courier.idle();
  expect(rig.levels('document.newer')).toEqual(['warn']);
  expect(rig.tables.load(session)?.doc.outbox).toEqual([]);
  expect(rig.tables.load(conversation)?.doc).toMatchObject({ v: 99, state: { closed: null } });
  await rig.stop();
  rig.sweep.stop();
});

test('A stop while a document is taken over ends at once', async () => {
  const rig = new Rig();
  rig.onPost = () => { rig.isTakenOver(session); rig.courier.hold(); return { kind: 'unknown', why: 'reset' }; };
  await rig.opens();
  await rig.stop();
  expect(rig.levels('courier.failed')).toEqual([]);
  rig.sweep.stop();
});

test('A claim that cannot be given back at a stop, since its document is taken over, is left to run out', async () => {
  const rig = new Rig();
  let arrive = (_outcome: SendOutcome): void => {};
  rig.onPost = () => new Promise((resolve) => { arrive = resolve; });
  await rig.opens();
  await rig.loop.advance(session, 'session', { event: { type: 'joined', by: opening().opener, rev: null, part: 'owner', birthday: null, hasWriteUp: false } });
  await rig.time.idle();
  // As soon as the lobby's edit is this process's to send.
  rig.tables.onWrite = (_before, { v, outbox }) => { if (v < 99 && outbox[0]?.effect.do === 'edit' && outbox[0].claim !== null) rig.isTakenOver(session); };
  const stopped = rig.stop();
  arrive({ kind: 'sent', id: '1' });
  await stopped;
  expect([rig.tables.load(session)?.doc.v, rig.levels('document.newer').every((level) => level === 'warn'), rig.levels('courier.failed')]).toEqual([99, true, []]);
  expect(rig.levels('document.newer').length).toBeGreaterThan(0);
  rig.sweep.stop();
});

test('The sweep sets it aside for its longest time, in silence', async () => {
  const rig = new Rig();
  rig.onPost = () => { rig.isTakenOver(session); return { kind: 'sent', id: '1' }; };
  await rig.opens();
  await rig.courier.idle();
  await rig.sweep.start();
  rig.lines.splice(0);
  await rig.time.pass(minutes(5));
  const looks = rig.levels('document.newer');
  expect([...new Set(looks)]).toEqual(['debug']);
  expect(looks.length).toBeLessThanOrEqual(11);
  expect(rig.levels('deadline.failed')).toEqual([]);
  rig.sweep.stop();
});

test('A clock that a newer release has set is neither read nor moved', async () => {
  const tables = new Tables();
  const { documents } = presentShapes(storeOver(tables, async (_what, work) => work()));
  const clock = await openMovableClock(documents, realClock(() => zero), { rate: 1, isAlone: true });
  const key = { partition: 'local|clock', name: 'clock' };
  const stored = tables.load(key);
  tables.write(JSON.stringify({ ...stored?.doc, v: 2 }), stored?.version ?? null);
  await expect(clock.moveTo(zero + 1_000)).rejects.toThrow(NewerDocument);
  await expect(openMovableClock(documents, realClock(() => zero), { rate: 1, isAlone: true })).rejects.toThrow(NewerDocument);
  expect(clock.now()).toBe(zero);
  expect(tables.load(key)?.doc.v).toBe(2);
});
