// What has been kept for its time is taken away: only that, all of that, and without hurry.

import { describe, expect, test } from '@jest/globals';
import type { Doc } from '../../../src/app/document.ts';
import { Loop } from '../../../src/app/loop.ts';
import { presentShapes } from '../../../src/app/present-shapes.ts';
import { Retention } from '../../../src/app/retention.ts';
import type { HistoryEntry } from '../../../src/core/history/entry.ts';
import { dayMs, hourMs, type Instant, minutes } from '../../../src/core/time.ts';
import { createLog } from '../../../src/log.ts';
import { claimed, empty, holding, say } from '../../support/outbox-doc.ts';
import { storeOver, Tables } from '../../support/sim/memory-tables.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

const startAt = 1_000 * dayMs;
const partition = 't1|19:c';
const retentionMs = dayMs;
/** A chat that was closed so long ago that its time is over at `expiresAt`; null for one that is open. */
const doc = (name: string, expiresAt: Instant | null, over: Partial<Doc> = {}): Doc => ({
  ...empty, key: { partition, name }, kind: 'conversation', expiresAt,
  state: { closed: expiresAt === null ? null : { at: expiresAt - retentionMs, why: 'blocked' }, place: 'group' }, ...over,
});
const entry = (id: string, session: string, v = 1): HistoryEntry => ({ kind: 'note', v, id, partition, session, at: 1, people: [], text: 'x' }) as unknown as HistoryEntry;

class Rig {
  readonly time = new VirtualTime(startAt);
  readonly tables = new Tables();
  readonly lines: string[] = [];
  /** Asked before every call: what it throws, the call throws. */
  onCall: (what: string) => void = () => {};
  rate = 1;
  readonly #store = presentShapes(storeOver(this.tables, async ({ name }, work) => { this.onCall(name); return work(); }));
  retention = this.#fresh();

  #fresh(): Retention {
    const { time, lines } = this;
    const clock = { now: time.now, realNow: time.now, rate: 1 };
    Object.defineProperty(clock, 'rate', { get: () => this.rate });
    const loop = new Loop({
      documents: this.#store.documents, clock, scheduler: time.scheduler, retentionMs,
      random: { next: () => 0.5, id: () => 'me' }, log: createLog('debug', (line) => void lines.push(line)),
    });
    return new Retention({ loop, history: this.#store.history });
  }

  /** The process ends where it is, and another begins. */
  async restarts(): Promise<void> {
    this.retention.stop();
    await this.retention.idle();
    this.retention = this.#fresh();
  }

  holds(...docs: readonly Doc[]): this {
    for (const each of docs) this.tables.write(JSON.stringify(each), null);
    return this;
  }
  records(...given: readonly (readonly [id: string, session: string, expiresAt: Instant, v?: number])[]): this {
    for (const [id, session, expiresAt, v] of given) void this.#store.history.add(entry(id, session, v), expiresAt - retentionMs);
    return this;
  }
  get left(): readonly string[] { return [...this.tables.rows.values()].map(({ doc: { key } }) => key.name).sort(); }
  get entriesLeft(): readonly string[] { return [...this.tables.entries.keys()].map((name) => name.split('\n')[1] ?? '').sort(); }
  errors(): readonly string[] { return this.lines.filter((line) => line.includes('"level":"error"')); }
  async roundsBy(at: Instant): Promise<number> {
    const before = this.lines.length;
    await this.time.passTo(at);
    return this.lines.slice(before).filter((line) => line.includes('retention.done')).length;
  }
}

describe('A round', () => {
  test('removes documents whose time is over, to the millisecond, and no other', async () => {
    const rig = new Rig().holds(doc('past', startAt - 1), doc('now', startAt), doc('soon', startAt + 1), doc('never', null));
    await rig.retention.round();
    expect(rig.left).toEqual(['never', 'soon']);
    expect(rig.lines.join()).toContain('"documents":2,"records":0');
  });

  test('leaves a document that has something to deliver', async () => {
    const rig = new Rig().holds(doc('waiting', 1, { outbox: holding(say).outbox }), doc('claimed', 1, { outbox: claimed(holding(say)).outbox }), doc('done', 1));
    await rig.retention.round();
    expect(rig.left).toEqual(['claimed', 'waiting']);
  });

  test('leaves a document that somebody touched meanwhile', async () => {
    const rig = new Rig().holds(doc('touched', 1));
    rig.onCall = (what) => {
      if (what !== 'remove touched') return;
      const stored = rig.tables.load({ partition, name: 'touched' });
      rig.tables.write(JSON.stringify(doc('touched', startAt + dayMs)), stored?.version ?? null);
    };
    await rig.retention.round();
    expect(rig.left).toEqual(['touched']);
  });

  test('leaves one that has been given more time since it was looked for', async () => {
    const rig = new Rig().holds(doc('renewed', 1));
    rig.onCall = (what) => {
      if (what !== 'load renewed') return;
      rig.tables.write(JSON.stringify(doc('renewed', startAt + 1)), rig.tables.load({ partition, name: 'renewed' })?.version ?? null);
    };
    await rig.retention.round();
    expect(rig.left).toEqual(['renewed']);
  });

  test('goes by the settings of today: a document dated by others is dated anew, and not looked at again before its time', async () => {
    const over = doc('over', 1);
    const rig = new Rig().holds({ ...doc('kept longer now', startAt + 5), expiresAt: 1 }, { ...doc('open', null), expiresAt: 0 }, { ...over, expiresAt: 2 });
    await rig.retention.round();
    expect([...rig.tables.rows.values()].map(({ doc: { key, expiresAt } }) => [key.name, expiresAt])).toEqual([['kept longer now', startAt + 5], ['open', null]]);
    const asked: string[] = [];
    rig.onCall = (what) => { asked.push(what); };
    await rig.retention.round();
    expect(asked.filter((what) => what.startsWith('load'))).toEqual([]);
  });

  test('leaves what a newer release wrote, and says nothing of it as an error', async () => {
    const rig = new Rig().holds(doc('newer', 1, { v: 9 }), doc('old', 2)).records(['a', 's', 1], ['newer', 's', 1, 9], ['b', 't', 2]);
    await rig.retention.round();
    expect([rig.left, rig.entriesLeft, rig.errors()]).toEqual([['newer'], ['a', 'newer'], []]);
    expect(rig.lines.join()).toContain('"documents":1,"records":1');
  });

  test('is not kept from what comes after by any number that stay', async () => {
    const stuck = Array.from({ length: 120 }, (_, n) => doc(`stuck-${n}`, n, { v: 9 }));
    const rig = new Rig().holds(...stuck, ...Array.from({ length: 120 }, (_, n) => doc(`over-${n}`, 1_000 + n)));
    await rig.retention.round();
    expect(rig.left).toHaveLength(120);
    expect(rig.left.every((name) => name.startsWith('stuck'))).toBe(true);
  });

  test('takes the record of a session away whole, when the first of its entries is over', async () => {
    const rig = new Rig().records(['session-a', 'a', startAt], ['note-a', 'a', startAt + dayMs], ['session-b', 'b', startAt + 1]);
    await rig.retention.round();
    expect(rig.entriesLeft).toEqual(['session-b']);
    expect(rig.lines.join()).toContain('"documents":0,"records":1');
  });

  test('does no more than so much; the next does the rest', async () => {
    const rig = new Rig().holds(...Array.from({ length: 1_200 }, (_, n) => doc(`d${n}`, n)));
    await rig.retention.round();
    expect(rig.left.length).toBeGreaterThan(100);
    await rig.retention.round();
    expect(rig.left).toEqual([]);
  });
});

describe('Rounds', () => {
  test('begin some minutes after the start, come every hour, and end with it', async () => {
    const rig = new Rig();
    rig.retention.start();
    expect(await rig.roundsBy(startAt + minutes(5) - 1)).toBe(0);
    expect(await rig.roundsBy(startAt + minutes(5))).toBe(1);
    expect(await rig.roundsBy(startAt + minutes(5) + 3 * hourMs)).toBe(3);
    rig.retention.stop();
    expect(rig.time.timerCount).toBe(0);
    expect(await rig.roundsBy(startAt + dayMs)).toBe(0);
  });

  test.each([[10, minutes(6)], [60, minutes(1)], [600, minutes(1)]])('at rate %d come as soon after each other as %d ms, not sooner than a minute', async (rate, everyMs) => {
    const rig = new Rig();
    rig.rate = rate;
    rig.retention.start();
    await rig.roundsBy(startAt + minutes(1));
    expect(await rig.roundsBy(startAt + minutes(1) + 3 * everyMs)).toBe(3);
    rig.retention.stop();
  });

  test('asked for at once follow one another', async () => {
    const rig = new Rig();
    const doneAtCall: number[] = [];
    rig.onCall = () => { doneAtCall.push(rig.lines.length); };
    void rig.retention.round();
    void rig.retention.round();
    await rig.retention.idle();
    expect(doneAtCall).toEqual([0, 0, 1, 1]);
  });

  test('keep to a rate that was set meanwhile', async () => {
    const rig = new Rig();
    rig.retention.start();
    await rig.roundsBy(startAt + minutes(5));
    rig.rate = 60;
    rig.retention.rearm();
    expect(await rig.roundsBy(startAt + minutes(15))).toBe(10);
    rig.retention.stop();
  });
});

describe('A store that fails', () => {
  test('is named once a round, without a word of the fault, and asked again the next time', async () => {
    const rig = new Rig().holds(doc('a', 1), doc('b', 2)).records(['n', 's', 3]);
    rig.onCall = () => { throw new Error('SECRET'); };
    await rig.retention.round();
    expect(rig.errors()).toHaveLength(1);
    expect(rig.lines.join()).not.toContain('SECRET');
    rig.onCall = () => {};
    await rig.retention.round();
    expect([rig.left, rig.entriesLeft]).toEqual([[], []]);
    expect(rig.errors()).toHaveLength(1);
  });

  test('over one document does not keep the others', async () => {
    const rig = new Rig().holds(doc('damaged', 1), doc('b', 2), doc('c', 3)).records(['n', 's', 3]);
    rig.onCall = (what) => { if (what === 'load damaged') throw new Error('damaged'); };
    await rig.retention.round();
    expect([rig.left, rig.entriesLeft, rig.errors().length]).toEqual([['damaged'], [], 1]);
  });

  test('for good is not asked for every single document', async () => {
    const rig = new Rig().holds(...Array.from({ length: 100 }, (_, n) => doc(`d${n}`, n)));
    let loads = 0;
    rig.onCall = (what) => { if (what.startsWith('load')) { loads++; throw new Error('down'); } };
    await rig.retention.round();
    expect(loads).toBeLessThan(10);
  });
});

test('A restart in the middle of a round loses nothing: what was left is taken by the next', async () => {
  const rig = new Rig().holds(...Array.from({ length: 30 }, (_, n) => doc(`d${n}`, n))).records(['n', 's', 3]);
  let removals = 0;
  rig.onCall = (what) => { if (what.startsWith('remove d') && ++removals === 10) rig.retention.stop(); };
  void rig.retention.round();
  await rig.retention.idle();
  expect([rig.left.length, rig.entriesLeft]).toEqual([20, ['n']]);
  await rig.restarts();
  rig.onCall = () => {};
  await rig.retention.round();
  expect([rig.left, rig.entriesLeft]).toEqual([[], []]);
});
