// `npm run proof`: schedules by seed, one schedule struck at every step, the service and its stores broken on purpose, and
// the real process killed on either store, alone and as one of three. Two workers; prints what each found, and one line at the end.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { mutants } from './mutants.ts';

interface Task {
  readonly file: string;
  readonly args: readonly string[];
}

const workerCount = 2;
const seedSeconds = '280';
const killSeconds = '140';
const cosmosKillSeconds = '90';
const instancesSeconds = '210';
/** Longer than any of them takes on two busy cores. */
const taskLimitMs = 13 * 60_000;
/** Of what a failing task printed, the last characters are said again. */
const longestFailureChars = 6000;

/** The long ones first, so that both workers end together. */
const tasks: readonly Task[] = [
  { file: 'simulate.ts', args: ['--from', '1', '--seeds', '1000000', '--seconds', seedSeconds] },
  { file: 'simulate.ts', args: ['--from', '1000001', '--seeds', '1000000', '--seconds', seedSeconds] },
  { file: 'instances.ts', args: ['--seconds', instancesSeconds] },
  { file: 'kill.ts', args: ['--seconds', killSeconds] },
  { file: 'mutate-stores.ts', args: ['--store', 'Cosmos DB'] },
  { file: 'kill.ts', args: ['--seconds', cosmosKillSeconds, '--store', 'cosmos'] },
  { file: 'more-on-cosmos.ts', args: [] },
  { file: 'exhaustive.ts', args: ['--campaign', '4'] },
  { file: 'exhaustive.ts', args: ['--campaign', '3'] },
  { file: 'exhaustive.ts', args: ['--campaign', '1'] },
  { file: 'exhaustive.ts', args: ['--campaign', '2'] },
  { file: 'exhaustive.ts', args: ['--campaign', '0'] },
  { file: 'mutate-stores.ts', args: ['--store', 'SQLite'] },
  ...mutants.map((_, index): Task => ({ file: 'simulate.ts', args: ['--mutant', String(index), '--seeds', '1000'] })),
];

/** Runs one task; gives what it printed and whether it ended well. */
async function run({ file, args }: Task): Promise<{ readonly output: string; readonly isFine: boolean }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...args], { stdio: ['ignore', 'pipe', 'pipe'], timeout: taskLimitMs, killSignal: 'SIGKILL' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { output += text; });
  const [code] = await once(child, 'close') as [number | null];
  return { output: output.trim(), isFine: code === 0 };
}

const began = Date.now();
const queue = [...tasks];
/** What failed, said once more at the end: a log is cut at its beginning. */
const failures: string[] = [];
let passedCount = 0;
let failedCount = 0;

async function work(): Promise<void> {
  for (let task = queue.shift(); task !== undefined; task = queue.shift()) {
    const { output, isFine } = await run(task);
    const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(output) ?? [];
    passedCount += passed === undefined ? Number(isFine) : Number(passed);
    // A task that broke off counts as a failure, whatever it had found by then.
    failedCount += failed === undefined ? Number(!isFine) : Math.max(Number(failed), Number(!isFine));
    const minutes = ((Date.now() - began) / 60_000).toFixed(1);
    const said = `[${minutes} min] ${task.file} ${task.args.join(' ')}\n${output.replace(/^\d+ passed, \d+ failed$/m, (line) => `(${line})`)}`;
    console.log(said);
    if (!isFine || Number(failed ?? 0) > 0) failures.push(said.slice(-longestFailureChars));
  }
}

await Promise.all(Array.from({ length: workerCount }, work));
if (failures.length > 0) console.log(`\nWhat failed:\n${failures.join('\n')}`);
console.log(`${passedCount} passed, ${failedCount} failed`);
process.exitCode = failedCount === 0 ? 0 : 1;
