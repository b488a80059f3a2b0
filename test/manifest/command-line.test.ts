// `npm run manifest` as people run it, a process of its own away from any `.env` but the one it is given.

import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readPackageSettings } from '../../manifest/settings.ts';
import { botId, host, manifestOf } from './sample-package.ts';

const script = join(import.meta.dirname, '..', '..', 'manifest', 'package.ts');
interface Ran { readonly code: number; readonly out: string; readonly err: string }
const run = (...args: readonly string[]) => new Promise<Ran>((resolve) => {
  execFile(process.execPath, ['--no-warnings', script, ...args], { cwd: folder, env: { PATH: process.env['PATH'] } }, (error, out, err) =>
    resolve({ code: error === null ? 0 : Number(error.code), out, err }));
});

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'manifest-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('without what it needs it says all that is wrong, how to give it, and writes nothing', async () => {
  const { code, out, err } = await run('--app-id', 'mine', '--version', 'next', '--website', 'http://example.org', '--color', 'red', 'please');
  expect(code).toBe(1);
  expect(out).toBe('');
  for (const problem of [/bot’s id is missing/, /host is missing/, /--app-id must be a GUID/, /--version must be three numbers/, /--website must be an https/, /no option --color/, /"please" belongs to no option/, /--bot-id <GUID>/]) {
    expect(err).toMatch(problem);
  }
  expect(readdirSync(folder)).toEqual([]);
});

test('with the settings of the service it makes the package without a question', async () => {
  writeFileSync(join(folder, '.env'), `MicrosoftAppId=${botId}\nMicrosoftAppType=UserAssignedMSI\nPUBLIC_URL=https://${host}/bot/\n`);
  const { code, out, err } = await run('--version', '2.0.1');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^build\/turnstone-2\.0\.1\.zip: Teams app 4af3be4d-.*\n.*managed identity.*--without-permissions/);
  const manifest = manifestOf(unzipSync(readFileSync(join(folder, 'build', 'turnstone-2.0.1.zip'))));
  expect([manifest.bots?.[0]?.botId, manifest.developer.privacyUrl, manifest.validDomains]).toEqual([botId, `https://${host}/bot/privacy`, [host]]);
});

test('a host must be a public name, and an id more than zeros', () => {
  const problems = (...typed: readonly string[]): unknown => {
    try { return readPackageSettings(typed, {}, '1.0.0'); } catch (error) { return error instanceof Error ? error.message : error; }
  };
  for (const wrong of ['https://a.example.org', 'a.example.org/x', 'localhost', '10.0.0.1', '*.example.org']) expect(problems('--bot-id', botId, '--host', wrong)).toMatch(/--host must be a public name/);
  expect(problems('--bot-id', botId, '--host', ' ')).toMatch(/--host needs a value/);
  expect(problems('--bot-id', '00000000-0000-0000-0000-000000000000', '--host', host)).toMatch(/bot’s id is missing or no GUID/);
  expect(problems('--host', host, '--bot-id')).toMatch(/--bot-id needs a value/);
  expect(problems('--bot-id', botId, '--host', `${host}:8443`)).toMatchObject({ host: `${host}:8443`, publicUrl: `https://${host}:8443` });
  expect(readPackageSettings(['--host', host], { MicrosoftAppId: botId, PUBLIC_URL: 'https://other.example.org' }, '1.0.0')).toMatchObject({ botId, host });
  expect(problems('--bot-id', botId, '--host', host, '--developer', 'T'.repeat(33))).toMatch(/at most 32 characters/);
});
