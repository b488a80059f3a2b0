// A small part of `npm run proof` in every run of the tests: the simulator is repeatable, and a few dozen schedules hold.

import { describe, expect, test } from '@jest/globals';
import { seconds } from '../../src/core/time.ts';
import { calm, ordinary, type Plan } from '../support/sim/plan.ts';
import { type Report, runSchedule } from '../support/sim/schedule.ts';

const quiet: Plan = {
  ...ordinary, ownerCount: 1, helperCount: 1, sessionCount: 1, style: 'driven', movesOn: 'clock', instanceCount: 1, rate: 1, stormMs: seconds(60), limitMs: seconds(3_600),
  weather: calm, mischiefEveryMs: 0,
};
const traceOf = async (seed: number): Promise<string> => (await runSchedule({ seed })).trace.join('\n');

describe('the simulator', () => {
  test.each([1, 2, 7, 29])('runs seed %i twice in the same bytes', async (seed) => {
    expect(await traceOf(seed)).toBe(await traceOf(seed));
  });
  test('runs different seeds differently', async () => {
    expect(await traceOf(3)).not.toBe(await traceOf(4));
  });
  test('in calm weather announces every phase of one turn, and nothing twice', async () => {
    const { faults, phaseCount, twinsLeft, twinsFolded } = await runSchedule({ seed: 5, plan: quiet });
    expect({ faults, phaseCount, twins: twinsLeft + twinsFolded }).toEqual({ faults: [], phaseCount: 8, twins: 0 });
  });
  test('says so when a session cannot come to its end in time', async () => {
    const { faults } = await runSchedule({ seed: 5, plan: { ...quiet, limitMs: seconds(20) } });
    expect(faults).toEqual([expect.stringContaining('not settled')]);
  });
  test('goes on after a kill in the middle', async () => {
    const { faults, killCount } = await runSchedule({ seed: 6, plan: quiet, strike: { pick: 200, how: 'kill' } });
    expect({ faults, killCount }).toEqual({ faults: [], killCount: 1 });
  });
});

test('forty schedules with every kind of trouble hold', async () => {
  const reports: Report[] = [];
  for (let seed = 9_000; seed < 9_040; seed++) reports.push(await runSchedule({ seed }));
  expect(reports.flatMap(({ seed, faults }) => faults.map((fault) => `seed ${seed}: ${fault}`))).toEqual([]);
  const happened = reports.reduce((sum, { killCount, freezeCount, twinsLeft }) => sum + Math.min(1, killCount) + Math.min(1, freezeCount) + Math.min(1, twinsLeft), 0);
  expect(happened).toBeGreaterThan(30);
}, 60_000);
