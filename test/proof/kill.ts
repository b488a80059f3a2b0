// The real process, killed with SIGKILL at every kind of step and from outside, and started again on the same store, while
// pretend people go on with their hours: `node test/proof/kill.ts --kills 2000`, `--seconds 200`, `--seed 5`, `--store cosmos`.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Dice } from '../support/sim/dice.ts';
import { FakeConnector } from '../support/fake-connector.ts';
import { freePort } from './free-port.ts';
import { checkCircle, isOfKills, type Verdict } from './kill-check.ts';
import { Circle, type Meeting } from './kill-circle.ts';
import { homes, type KillStore } from './kill-store.ts';

const { values: args } = parseArgs({ options: {
  kills: { type: 'string', default: '40' }, seconds: { type: 'string' }, seed: { type: 'string', default: '1' }, store: { type: 'string', default: 'sqlite' },
} });
const openHome = homes[args.store];
if (openHome === undefined) throw new Error(`--store must be one of ${Object.keys(homes).join(', ')}`);
const home = await openHome();
const dice = new Dice(Number(args.seed));
const kinds = ['before-write', 'after-write', 'before-send', 'during-send', 'after-send', 'outside'] as const;
/** How the communities of one trial meet. */
const meetings: readonly Meeting[] = ['clock', 'clock', 'chair', 'groups'];
const killsPerTrial = 6;
const answerMs = 50;

interface Trial {
  readonly store: KillStore;
  readonly port: number;
  readonly connector: FakeConnector;
  readonly circles: readonly Circle[];
  readonly killedAt: number[];
  readonly countOf: Map<string, number>;
}

function start({ store, port }: Trial, moment: string, count: number): ChildProcess {
  const env = { PATH: process.env['PATH'], LOCAL: 'true', PORT: String(port), CLOCK_RATE: String(home.clockRate), ...store.environment, LOG_LEVEL: 'error' };
  return spawn(process.execPath, [join(import.meta.dirname, 'killable-main.ts'), moment, String(count)], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** People go on, whatever the service does, until `isDone`. */
async function live(trial: Trial, isDone: () => boolean, limitMs: number): Promise<void> {
  const until = Date.now() + limitMs;
  while (!isDone() && Date.now() < until) {
    // A person whose service is away sees that nothing comes of it, and does it again later.
    await Promise.all(trial.circles.filter(({ isOver }) => !isOver).map((circle) => circle.act().catch(() => undefined)));
    await wait(30 + dice.below(80));
  }
}

const isAllOver = ({ circles }: Trial): boolean => circles.every(({ isOver }) => isOver);

/** One life that ends by SIGKILL at a moment of `kind`. */
async function killOnce(trial: Trial, kind: (typeof kinds)[number]): Promise<void> {
  const child = start(trial, kind, 1 + dice.below(25));
  const exited = once(child, 'exit');
  let hasExited = false;
  void exited.then(() => { hasExited = true; });
  if (kind === 'outside') void wait(dice.between(300, 3_000)).then(() => child.kill('SIGKILL'));
  await live(trial, () => hasExited || isAllOver(trial), home.lifeLimitMs);
  const actual = hasExited && kind !== 'outside' ? kind : 'outside';
  child.kill('SIGKILL');
  await exited;
  trial.killedAt.push(Date.now());
  trial.countOf.set(actual, (trial.countOf.get(actual) ?? 0) + 1);
}

/** A life without a kill: everything comes to its end and is put away. */
async function finish(trial: Trial): Promise<readonly Verdict[]> {
  const until = Date.now() + home.trialLimitMs;
  for (;;) {
    const child = start(trial, 'none', 0);
    const exited = once(child, 'exit');
    await live(trial, () => isAllOver(trial), until - Date.now());
    await wait(1_500);
    child.kill('SIGTERM');
    await exited;
    const verdicts: Verdict[] = [];
    for (const circle of trial.circles) verdicts.push(await checkCircle(circle, { ...trial, isExplained: isOfKills(trial.killedAt) }));
    if (!verdicts.some(({ isWaiting }) => isWaiting)) return verdicts;
    if (Date.now() > until) return verdicts.map((each) => (each.isWaiting ? { ...each, faults: [...each.faults, 'the outbox does not drain'] } : each));
  }
}

const totals = { trials: 0, kills: 0, sessions: 0, phases: 0, twins: 0, notes: 0 };
const countOf = new Map<string, number>();
const began = Date.now();
const isEnough = (): boolean => (args.seconds === undefined ? totals.kills >= Number(args.kills) : Date.now() - began > Number(args.seconds) * 1_000);
let failedCount = 0;
while (!isEnough()) {
  const store = await home.freshStore();
  const connector = await new FakeConnector().start();
  connector.rule = () => ({ kind: 'slow', delayMs: answerMs });
  const port = await freePort();
  const circles = meetings.map((meeting, n) => new Circle({ n, meeting, connector, botUrl: `http://127.0.0.1:${port}`, dice: () => dice.next() }));
  const trial: Trial = { store, port, connector, circles, killedAt: [], countOf };
  for (let kill = 0; kill < killsPerTrial; kill++) await killOnce(trial, kinds[(totals.kills + kill) % kinds.length] ?? 'outside');
  const verdicts = await finish(trial);
  await connector.stop();
  await store.leave();
  totals.trials++;
  totals.kills += trial.killedAt.length;
  for (const [n, { faults, phaseCount, twinCount, noteCount }] of verdicts.entries()) {
    totals.sessions++; totals.phases += phaseCount; totals.twins += twinCount; totals.notes += noteCount;
    if (faults.length > 0) { failedCount++; console.log(`trial ${totals.trials}, circle ${n}: ${faults.join('; ')}`); }
  }
}
await home.stop();
console.log(`real kills, seed ${args.seed}: ${JSON.stringify({ ...totals, ...Object.fromEntries(countOf) })}`);
console.log(`${totals.sessions - failedCount} passed, ${failedCount} failed`);
process.exitCode = failedCount === 0 ? 0 : 1;
