// `npm run manifest`: makes the app package of one deployment, checks it, and writes it as a zip to be uploaded to Teams.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { config as readDotenv } from 'dotenv';
import { ConfigError, environment } from '../src/config.ts';
import type { PackageFiles } from './app-manifest.ts';
import { packageFiles, zipped } from './app-package.ts';
import { packageProblems } from './check.ts';
import { readPackageSettings, usage } from './settings.ts';

const folder = import.meta.dirname;
const sources: PackageFiles = Object.fromEntries(readdirSync(folder).filter((name) => /\.(json|png)$/.test(name)).map((name) => [name, readFileSync(join(folder, name))]));
const { version } = JSON.parse(readFileSync(join(folder, '..', 'package.json'), 'utf8')) as { readonly version: string };

/** platform.md, "Manifest": such a bot has no app registration of its own to grant permissions to. */
const ofManagedIdentity = 'The bot is a managed identity: should Teams refuse to install it, make the package again with --without-permissions.';

async function make(typed: readonly string[]): Promise<string> {
  readDotenv({ quiet: true });
  const settings = readPackageSettings(typed, environment(), version);
  const files = packageFiles(sources, settings);
  const problems = await packageProblems(files);
  if (problems.length > 0) throw new Error(`The package is not sound:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  mkdirSync(settings.out, { recursive: true });
  const path = join(settings.out, `turnstone-${settings.version}.zip`);
  writeFileSync(path, zipped(files));
  const made = `${path}: Teams app ${settings.appId}, bot ${settings.botId}, ${settings.publicUrl}`;
  return settings.asksPermissions && environment()['MicrosoftAppType'] === 'UserAssignedMSI' ? `${made}\n${ofManagedIdentity}` : made;
}

try {
  const [first] = process.argv.slice(2);
  process.stdout.write(`${first === '--help' ? usage : await make(process.argv.slice(2))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'Unknown fault.'}\n`);
  if (error instanceof ConfigError) process.stderr.write(`\n${usage}\n`);
  process.exitCode = 1;
}
