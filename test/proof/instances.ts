// Three real processes on one database, to which everything happens, while people live through their hours by way of whichever
// is there: `node test/proof/instances.ts --seconds 240`, `--seed 5`, `--rate 60`, `--sessions 100`.

import { parseArgs } from 'node:util';
import { CosmosServer } from '../support/cosmos/cosmos-server.ts';
import { Dice } from '../support/sim/dice.ts';
import { wave, type WaveResult } from './instances/wave.ts';

const { values: args } = parseArgs({ options: {
  seconds: { type: 'string', default: '240' }, seed: { type: 'string', default: '1' }, rate: { type: 'string', default: '60' }, sessions: { type: 'string', default: '100' }, wave: { type: 'string', default: '25' },
} });
const dice = new Dice(Number(args.seed));
const waveCount = Math.ceil(Number(args.sessions) / Number(args.wave));
const lengthMs = 1_000 * Number(args.seconds) / waveCount;

const results: WaveResult[] = [];
const server = await CosmosServer.start();
for (let n = 0; n < waveCount; n++) {
  const began = Date.now();
  const result = await wave({ server, dice: dice.fork(), clockRate: Number(args.rate), circleCount: Number(args.wave), lengthMs });
  results.push(result);
  const { faults, happened, ...counts } = result;
  console.log(`wave ${n + 1}, ${Math.round((Date.now() - began) / 1_000)} s: ${JSON.stringify(counts)} ${JSON.stringify(happened)}`);
  for (const fault of faults) console.log(`  ${fault}`);
}
await server.stop();
const failedCount = results.reduce((sum, { faults }) => sum + faults.length, 0);
const sessionCount = results.reduce((sum, { sessionCount: count }) => sum + count, 0);
console.log(`${Math.max(0, sessionCount - failedCount)} passed, ${failedCount} failed`);
process.exitCode = failedCount === 0 ? 0 : 1;
