// Runs the end-to-end tests that are played on Cosmos DB with the proof, and prints how many passed.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const jest = join(import.meta.dirname, '../../node_modules/jest/bin/jest.js');
const config = join(import.meta.dirname, 'more-on-cosmos.config.js');
const { stderr, status } = spawnSync(process.execPath, ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, '--config', config], { encoding: 'utf8' });
const [, failed = '0', passed = '0'] = /^Tests: +(?:(\d+) failed, )?(?:\d+ \w+, )*?(\d+) passed/m.exec(stderr) ?? [];
if (status !== 0) console.log(stderr.trim());
console.log(`${passed} passed, ${Math.max(Number(failed), status === 0 ? 0 : 1)} failed`);
process.exitCode = status ?? 1;
