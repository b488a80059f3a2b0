// Each store broken on purpose, one line at a time: the suite that both stores pass must fail for every one of them.
// Prints each mutant with the first test that kills it: `node test/proof/mutate-stores.ts`, `--mutant 3`, `--store Cosmos`.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type StoreMutant, storeMutants } from './store-mutants.ts';

const { values: args } = parseArgs({ options: { mutant: { type: 'string' }, store: { type: 'string', default: '' } } });
const root = join(import.meta.dirname, '../..');
const jest = join(root, 'node_modules/jest/bin/jest.js');
const folder = mkdtempSync(join(tmpdir(), 'turnstone-mutants-'));
const limitMs = 120_000;

interface Results {
  readonly numTotalTests: number;
  readonly testResults: readonly { readonly message: string; readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[] }[];
}

/** What killed it: a test, or null if all of them passed. Throws when nothing could be run at all. */
function killerOf(mutant: StoreMutant | null, store: string): string | null {
  const outputFile = join(folder, 'results.json');
  rmSync(outputFile, { force: true });
  const env = mutant === null ? process.env : { ...process.env, MUTANT: JSON.stringify(mutant) };
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, 'test/stores/contracts.test.ts', `test/stores/${store.split(' ')[0]?.toLowerCase()}.test.ts`];
  const run = spawnSync(process.execPath, [...flags, '--runInBand', '--silent', '--testNamePattern', store, '--json', `--outputFile=${outputFile}`], { cwd: root, env, stdio: 'ignore', timeout: limitMs });
  // Broken so that it hangs, it was noticed too.
  if (run.error !== undefined && 'code' in run.error && run.error.code === 'ETIMEDOUT') return `nothing ended within ${limitMs / 1000} s`;
  if (run.signal !== null) throw new Error(`the suite was ended by ${run.signal}: nothing can be said of "${mutant?.name ?? 'no mutant'}"`);
  const results = JSON.parse(readFileSync(outputFile, 'utf8')) as Results;
  const unfit = results.testResults.find(({ message }) => message.includes('no longer fits'));
  if (unfit !== undefined) throw new Error(unfit.message);
  const failed = results.testResults.flatMap(({ assertionResults }) => assertionResults).find(({ status }) => status === 'failed');
  return failed?.fullName ?? null;
}

const asked = storeMutants.filter((mutant, n) => (args.mutant === undefined || n === Number(args.mutant)) && mutant.store.includes(args.store));
let failedCount = 0;
for (const store of new Set(asked.map((mutant) => mutant.store))) {
  const unbroken = killerOf(null, store);
  if (unbroken === null) continue;
  console.log(`${store} fails without a mutant: ${unbroken}`);
  failedCount++;
}
for (const mutant of asked) {
  const killer = killerOf(mutant, mutant.store);
  if (killer === null) failedCount++;
  console.log(`${mutant.store}: ${mutant.name}\n    ${killer === null ? 'NOT CAUGHT' : `killed by "${killer}"`}`);
}
rmSync(folder, { recursive: true });
console.log(`${asked.length - failedCount} passed, ${failedCount} failed`);
process.exitCode = failedCount === 0 ? 0 : 1;
