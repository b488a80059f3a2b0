// One schedule, struck at every single step: the process dies (or freezes past its lease) before a write, after it, before
// the bytes of a post leave, after, before its answer is known; then it is started again and all must still hold.
// `node test/proof/exhaustive.ts --campaign 0`.

import { parseArgs } from 'node:util';
import { seconds } from '../../src/core/time.ts';
import { calm, ordinary, type Plan } from '../support/sim/plan.ts';
import { runSchedule } from '../support/sim/schedule.ts';

const plan: Plan = {
  ...ordinary, ownerCount: 1, helperCount: 1, sessionCount: 1, style: 'driven', movesOn: 'clock', instanceCount: 1, rate: 1, stormMs: seconds(75), limitMs: seconds(3_600),
  weather: calm, mischiefEveryMs: seconds(9),
};
interface Campaign {
  readonly name: string;
  readonly seed: number;
  readonly how: 'kill' | 'freeze';
  readonly plan: Plan;
}
export const campaigns: readonly Campaign[] = [
  { name: 'a kill, one process', seed: 11, how: 'kill', plan },
  { name: 'a kill, two processes on one store', seed: 12, how: 'kill', plan: { ...plan, instanceCount: 2 } },
  { name: 'a kill, where the chair moves on', seed: 14, how: 'kill', plan: { ...plan, movesOn: 'chair' } },
  { name: 'a freeze past the lease, two processes on one store', seed: 13, how: 'freeze', plan: { ...plan, instanceCount: 2, ownerCount: 2, helperCount: 0 } },
  { name: 'a kill, a meeting in groups', seed: 15, how: 'kill', plan: { ...plan, ownerCount: 7, helperCount: 0, stormMs: seconds(24), mischiefEveryMs: 0 } },
];

/** What a step is, by its label (wire.ts, wild-store.ts). */
function kindOf(label: string): string {
  const [, , what = ''] = /^(p\d+) (.*)$/.exec(label) ?? [];
  if (/^(create|replace|add) .* answer$/.test(what)) return 'after a write';
  if (/^(create|replace|add) /.test(what)) return 'before a write';
  if (/^(post|edit|delete|open) .* leave$/.test(what)) return 'before the bytes of a request';
  if (/^(post|edit|delete|open) .* land$/.test(what)) return 'after the bytes of a request';
  if (/^(post|edit|delete|open) .* answer$/.test(what)) return 'before the answer to a request';
  return 'at a read, a timer or something people do';
}

async function runCampaign({ name, seed, how, plan: given }: Campaign): Promise<number> {
  const labels: string[] = [];
  await runSchedule({ seed, plan: given, onPick: (label) => { labels.push(label); } });
  const counts = new Map<string, number>();
  let failedCount = 0;
  let twinCount = 0;
  for (const [index, label] of labels.entries()) {
    const report = await runSchedule({ seed, plan: given, strike: { pick: index + 1, how } });
    counts.set(kindOf(label), (counts.get(kindOf(label)) ?? 0) + 1);
    twinCount += report.twinsLeft + report.twinsFolded;
    if (report.faults.length === 0) continue;
    failedCount++;
    console.log(`${report.trace.slice(-25).join('\n')}\n${name}, step ${index + 1} (${label}): ${report.faults.join('; ')}`);
  }
  console.log(`${name} at each of ${labels.length} steps, twins ${twinCount}: ${JSON.stringify(Object.fromEntries(counts))}`);
  console.log(`${labels.length - failedCount} passed, ${failedCount} failed`);
  return failedCount;
}

const { values: { campaign } } = parseArgs({ options: { campaign: { type: 'string' } } });
for (const [index, each] of campaigns.entries()) {
  if (campaign !== undefined && index !== Number(campaign)) continue;
  if (await runCampaign(each) > 0) process.exitCode = 1;
}
