// The clock of local mode: never back, and no move undone by another that was under way (product.md 1).

import { describe, expect, test } from '@jest/globals';
import { dayMs, hourMs } from '../../../src/core/time.ts';
import type { Doc } from '../../../src/app/document.ts';
import type { Documents } from '../../../src/app/ports.ts';
import { openMovableClock, realClock } from '../../../src/app/service-clock.ts';

/** Holds one document. `beforeReplace` runs once, just before the next conditional write. */
function oneDocument(): { readonly documents: Documents; beforeReplace: () => Promise<void> } {
  let stored: { doc: Doc; version: string } | null = null;
  const kept = { beforeReplace: async (): Promise<void> => {} };
  const save = (doc: Doc) => {
    stored = { doc, version: String(Number(stored?.version ?? 0) + 1) };
    return { kind: 'saved', version: stored.version } as const;
  };
  const documents = {
    load: async () => stored,
    create: async (doc: Doc) => (stored === null ? save(doc) : { kind: 'conflict' } as const),
    replace: async (doc: Doc, version: string) => {
      const before = kept.beforeReplace;
      kept.beforeReplace = async () => {};
      await before();
      return stored?.version === version ? save(doc) : { kind: 'conflict' } as const;
    },
  };
  return Object.assign(kept, { documents: documents as unknown as Documents });
}

const openedAt = Date.UTC(2026, 11, 3, 16);

describe('A movable clock', () => {
  test('that is made faster while it is being moved keeps the move', async () => {
    const store = oneDocument();
    const clock = await openMovableClock(store.documents, realClock(() => openedAt), { rate: 1, isAlone: true });
    store.beforeReplace = () => clock.moveTo(openedAt + 3 * dayMs);
    await clock.setRate(60);
    expect(clock.now()).toBe(openedAt + 3 * dayMs);
    const again = await openMovableClock(store.documents, realClock(() => openedAt + hourMs), { rate: 60, isAlone: true });
    expect(again.now()).toBe(openedAt + 3 * dayMs + 60 * hourMs);
  });

  test('is not set back by an earlier target, nor by the machine', async () => {
    let realNow = openedAt;
    const clock = await openMovableClock(oneDocument().documents, realClock(() => realNow), { rate: 10, isAlone: true });
    await clock.moveTo(openedAt + dayMs);
    await clock.moveTo(openedAt);
    realNow = openedAt - hourMs;
    expect(clock.now()).toBe(openedAt + dayMs);
    realNow = openedAt + 1_000;
    expect(clock.now()).toBe(openedAt + dayMs + 10_000);
  });

  test('of two processes on one store is one: moved or made faster here, it is so there, and never goes back', async () => {
    const real = { at: 1_000_000 };
    const { documents } = oneDocument();
    const open = () => openMovableClock(documents, realClock(() => real.at), { rate: 1, isAlone: true });
    const [one, two] = [await open(), await open()];
    await one.moveTo(5_000_000);
    await two.moveTo(2_000_000);
    expect(two.now()).toBe(5_000_000);
    await two.setRate(10);
    real.at += 1_000;
    await one.follow();
    expect([one.now(), one.rate, two.now(), (await open()).now()]).toEqual([5_010_000, 10, 5_010_000, 5_010_000]);
  });
  test('opened at another rate goes on from where it is', async () => {
    const { documents } = oneDocument();
    await openMovableClock(documents, realClock(() => openedAt), { rate: 10, isAlone: true });
    const again = await openMovableClock(documents, realClock(() => openedAt + hourMs), { rate: 2, isAlone: true });
    expect(again.now()).toBe(openedAt + 10 * hourMs);
    expect(again.rate).toBe(2);
  });

  test('keeps what somebody has typed when one of several processes comes back, and takes another setting for all', async () => {
    const { documents } = oneDocument();
    const start = (rate: number) => openMovableClock(documents, realClock(() => openedAt), { rate, isAlone: false });
    const first = await start(60);
    await first.setRate(5);
    expect((await start(60)).rate).toBe(5);
    expect((await start(10)).rate).toBe(10);
    await first.follow();
    expect(first.rate).toBe(10);
  });

  test('goes by its setting again when it comes back alone', async () => {
    const { documents } = oneDocument();
    const start = () => openMovableClock(documents, realClock(() => openedAt), { rate: 1, isAlone: true });
    await (await start()).setRate(60);
    expect((await start()).rate).toBe(1);
  });
});
