// Many schedules, or one with its trace, or one mutant until it is caught:
// `node test/proof/simulate.ts --seeds 1000 --from 1`, `--seconds 60`, `--seed 17 --trace`, `--mutant 3`.

import { parseArgs } from 'node:util';
import type { Report } from '../support/sim/schedule.ts';
import { loadWith, mutants } from './mutants.ts';

const { values: args } = parseArgs({
  options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' }, seconds: { type: 'string' }, seed: { type: 'string' }, trace: { type: 'boolean' }, mutant: { type: 'string' } },
});
const mutant = args.mutant === undefined ? null : mutants[Number(args.mutant)] ?? null;
if (mutant !== null) loadWith(mutant);
const { runSchedule } = await import('../support/sim/schedule.ts');

const first = Number(args.seed ?? args.from);
const count = args.seed === undefined ? Number(args.seeds) : 1;
const began = performance.now();
const elapsedS = (): number => (performance.now() - began) / 1000;
/** The last steps of a schedule that failed. */
const traceLines = 25;

const summed = ['pickCount', 'killCount', 'freezeCount', 'requestCount', 'phaseCount', 'groupCount', 'rehearsalCount', 'joinCount', 'lookCount', 'twinsLeft', 'twinsFolded', 'lifeMs'] as const satisfies readonly (keyof Report)[];
const sums = Object.fromEntries(summed.map((name) => [name, 0])) as Record<(typeof summed)[number], number>;
let failedCount = 0;
let seed = first;
for (; seed < first + count && (args.seconds === undefined || elapsedS() < Number(args.seconds)); seed++) {
  const report = await runSchedule({ seed });
  for (const name of summed) sums[name] += report[name];
  if (args.trace === true) console.log(report.trace.join('\n'));
  if (report.faults.length === 0) continue;
  failedCount++;
  if (mutant !== null) break;
  if (args.trace !== true) console.log(report.trace.slice(-traceLines).join('\n'));
  console.log(`seed ${seed} failed: ${report.faults.join('; ')}`);
}
if (mutant !== null) {
  console.log(failedCount === 0 ? `not caught in ${count} seeds: ${mutant.name}` : `caught by seed ${seed}: ${mutant.name}`);
  process.exitCode = failedCount === 0 ? 1 : 0;
} else {
  const ranCount = seed - first;
  console.log(`${ranCount} schedules, seeds ${first} to ${seed - 1}, ${(ranCount / elapsedS()).toFixed(1)} a second: ${JSON.stringify(sums)}`);
  console.log(`${ranCount - failedCount} passed, ${failedCount} failed`);
  process.exitCode = failedCount === 0 ? 0 : 1;
}
