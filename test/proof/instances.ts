// Three real processes on one database, to which everything happens, while people live through their hours by way of whichever
// is there: `node test/proof/instances.ts --seconds 240`, `--seed 5`, `--rate 60`, `--sessions 100`. Before that they flood
// Teams at the speed of real time, and beside it weeks of reminders pass.

import { parseArgs } from 'node:util';
import { CosmosServer } from '../support/cosmos/cosmos-server.ts';
import { Dice } from '../support/sim/dice.ts';
import { flood } from './instances/flood.ts';
import { reminders } from './instances/reminders.ts';
import { wave } from './instances/wave.ts';

const { values: args } = parseArgs({ options: {
  seconds: { type: 'string', default: '240' }, seed: { type: 'string', default: '1' }, rate: { type: 'string', default: '60' }, sessions: { type: 'string', default: '100' },
  only: { type: 'string' },
} });
/** More at once are too many for the test server, which looks through all items for every query. */
const mostCircles = 34;
/** A window of thirty seconds and somewhat more; then starting and ending. */
const floodMs = 33_000;
const floodTakesMs = 50_000;
/** Starting, and what comes after the last mischief. */
const waveTakesMs = 25_000;
const leastMischiefMs = 20_000;
const communityCount = 8;

const dice = new Dice(Number(args.seed));
const sessionCount = Number(args.sessions);
const waveCount = Math.ceil(sessionCount / mostCircles);
const lengthMs = Math.max(leastMischiefMs, (1_000 * Number(args.seconds) - floodTakesMs) / waveCount - waveTakesMs);
const isWanted = (name: string): boolean => args.only === undefined || args.only === name;
let [passedCount, failedCount] = [0, 0];

/** One part on a server of its own; `count` of it can pass. */
async function part<T extends { readonly faults: readonly string[] }>(name: string, count: number, work: (server: CosmosServer) => Promise<T>): Promise<void> {
  const began = Date.now();
  const server = await CosmosServer.start();
  const { faults, ...found } = await work(server).catch((error: unknown) => ({ faults: [error instanceof Error ? error.stack ?? error.message : String(error)] }));
  await server.stop();
  failedCount += faults.length;
  passedCount += Math.max(0, count - faults.length);
  console.log(`${name}, ${Math.round((Date.now() - began) / 1_000)} s: ${JSON.stringify(found)}`);
  for (const fault of faults) console.log(`  ${fault}`);
}

async function waves(): Promise<void> {
  for (let n = 0; n < waveCount; n++) {
    const circleCount = Math.ceil((sessionCount - n) / waveCount);
    await part(`wave ${n + 1}`, circleCount, (server) => wave({ server, dice: dice.fork(), clockRate: Number(args.rate), circleCount, lengthMs }));
  }
}

if (isWanted('flood')) await part('flood', 1, (server) => flood({ server, dice: dice.fork(), lengthMs: floodMs }));
await Promise.all([
  isWanted('reminders') ? part('reminders', communityCount, (server) => reminders({ server, dice: dice.fork(), communityCount })) : null,
  isWanted('waves') ? waves() : null,
]);
console.log(`three processes, seed ${args.seed}`);
console.log(`${passedCount} passed, ${failedCount} failed`);
process.exitCode = failedCount === 0 ? 0 : 1;
