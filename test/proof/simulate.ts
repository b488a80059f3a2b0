// Many schedules, or one with its trace: `node test/proof/simulate.ts --seeds 1000 --from 1`, `--seed 17 --trace`.

import { runSchedule } from '../support/sim/schedule.ts';

const arg = (name: string): string | null => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? null : process.argv[at + 1] ?? ''; };
const one = arg('seed');
const from = Number(one ?? arg('from') ?? 1);
const count = one === null ? Number(arg('seeds') ?? 1_000) : 1;
let failedCount = 0;
const began = performance.now();
const sums = { kills: 0, freezes: 0, requests: 0, phases: 0, twinsLeft: 0, twinsFolded: 0, picks: 0, lifeMs: 0 };
for (let seed = from; seed < from + count; seed++) {
  const report = await runSchedule({ seed });
  sums.kills += report.killCount; sums.freezes += report.freezeCount; sums.requests += report.postCount; sums.phases += report.phaseCount;
  sums.twinsLeft += report.twinsLeft; sums.twinsFolded += report.twinsFolded; sums.picks += report.pickCount; sums.lifeMs += report.lifeMs;
  if (process.argv.includes('--trace')) console.log(report.trace.join('\n'));
  if (report.faults.length > 0) {
    failedCount++;
    console.log(`seed ${seed}: ${report.faults.join('; ').slice(0, 400)}`);
  }
}
console.log(JSON.stringify(sums), `${(count / (performance.now() - began) * 1000).toFixed(1)} schedules/s`);
console.log(`${count - failedCount} passed, ${failedCount} failed`);
if (failedCount > 0) process.exitCode = 1;
