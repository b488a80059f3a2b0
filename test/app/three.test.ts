// Three processes that share the load on one store, each with no part of its own: deadlines are kept once and punctually,
// by another when one is gone, and the platform's limits are kept by all together.

import { expect, test } from '@jest/globals';
import type { Documents } from '../../src/app/ports.ts';
import { seconds } from '../../src/core/time.ts';
import { Fleet, over, type Process } from '../support/fleet.ts';
import { almost, announced, begin, chair, copiesAfter, onNextPhase, phaseEndsAt, press, runOut } from '../support/fleet-session.ts';
import { openFreshCosmos } from '../support/cosmos/open-cosmos.ts';
import '../support/open-stores.ts';
import { thread, typed } from '../support/sim/acts.ts';

/** Their store takes its time, so that they could get in each other's way. */
async function three(): Promise<{ readonly fleet: Fleet; readonly processes: readonly [Process, Process, Process] }> {
  const fleet = new Fleet(await openFreshCosmos());
  const soon = (): Promise<void> => new Promise((resolve) => { fleet.time.scheduler.after(10, resolve); });
  const wrap = (documents: Documents): Documents => over(documents, {
    load: async (key) => { await soon(); return documents.load(key); },
    replace: async (doc, version) => { await soon(); return documents.replace(doc, version); },
  });
  return { fleet, processes: [await fleet.start({ wrap }), await fleet.start({ wrap }), await fleet.start({ wrap })] };
}

test('A deadline is kept by the process that wrote it last: the others find it done, and nobody gets in its way', async () => {
  const { fleet, processes: [a] } = await three();
  await begin(fleet, a);
  fleet.writes.length = 0;
  for (let phase = 0; phase < 2; phase++) await fleet.time.passTo(await phaseEndsAt(fleet) + seconds(5));
  expect(announced(fleet)).toEqual(['0 start-on-time', '1 introduce', '1 clarify']);
  expect(fleet.writes.filter(({ kind }) => kind === 'conflict')).toEqual([]);
  expect(new Set(fleet.writes.filter(({ name }) => name.startsWith('session')).map(({ by }) => by.name))).toEqual(new Set(['p1']));
  await fleet.close();
});

test('A deadline whose process is gone is kept by another a second later, and from then on to the moment', async () => {
  const { fleet, processes: [a] } = await three();
  await begin(fleet, a);
  const endsAt = await phaseEndsAt(fleet);
  await almost(fleet, endsAt);
  fleet.crash(a.life);
  await runOut(fleet);
  const [late = Infinity] = copiesAfter(fleet, 'introduce', endsAt);
  expect(late).toBeLessThanOrEqual(1);
  const nextAt = await phaseEndsAt(fleet);
  await runOut(fleet);
  expect(copiesAfter(fleet, 'clarify', nextAt)).toEqual([0]);
  await fleet.close();
});

test('Two of three may be gone, one after the other, each in the moment of a new phase', async () => {
  const { fleet, processes: [a] } = await three();
  await begin(fleet, a);
  for (let n = 0; n < 2; n++) {
    await onNextPhase(fleet, (by) => { fleet.crash(by); });
    await runOut(fleet);
  }
  await runOut(fleet);
  expect(announced(fleet)).toEqual(['0 start-on-time', '1 introduce', '1 clarify', '1 look-deeper']);
  await fleet.close();
});

test('A press that Teams brings to each of them is told the same by each, and done once', async () => {
  const { fleet, processes: [a, b, c] } = await three();
  await begin(fleet, a);
  const next = press(fleet, chair, { card: 'phase', verb: 'next' });
  const answers = await fleet.atOnce([b, next], [c, next], [a, next]);
  await fleet.time.pass(seconds(10));
  expect(announced(fleet)).toEqual(['0 start-on-time', '1 introduce']);
  expect(new Set(answers.map(({ message }) => JSON.stringify(message))).size).toBe(1);
  await fleet.close();
});

test('Answers by three processes in one chat keep within the limits of Teams together', async () => {
  const { fleet, processes } = await three();
  const sentAt: number[] = [];
  fleet.teams.onLeaving = ({ asked }) => { if (asked.thread === thread) sentAt.push(fleet.time.now()); };
  for (let n = 0; n < 24; n++) fleet.bring(processes[n % 3] ?? processes[0], typed(chair, 'help'));
  await fleet.time.pass(seconds(20));
  expect(sentAt).toHaveLength(24);
  const most = (perMs: number): number => Math.max(...sentAt.map((from) => sentAt.filter((at) => at >= from && at < from + perMs).length));
  expect([most(seconds(1)) <= 7, most(seconds(2)) <= 8]).toEqual([true, true]);
  await fleet.close();
});
