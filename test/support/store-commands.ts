// `npm run backup` and `npm run restore` as processes of their own, and processes that die at the n-th step on files.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';

export interface Ran {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly said: string;
}

const source = (name: string): string => JSON.stringify(new URL(`../../src/${name}`, import.meta.url));
/** Every way in which the commands change files; SQLite's own stand between two of them. */
const steps = ['renameSync', 'rmSync', 'copyFileSync', 'linkSync', 'fsyncSync', 'chmodSync', 'mkdirSync', 'writeFileSync'];

/** Runs a command on the store at `path`; `env` adds settings. Gives all it printed. */
export const runCommand = (name: 'backup' | 'restore', path: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  run(`process.argv.splice(1, 0, 'command'); await import(${source(`${name}.ts`)});`, path, args, env);

/** The same, killed (`kill -9`) before its n-th step. */
export const runUntilStep = (name: 'backup' | 'restore', path: string, args: readonly string[], step: number): Promise<Ran> => run(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  process.argv.splice(1, 0, 'command');
  let left = ${step};
  for (const name of ${JSON.stringify(steps)}) {
    const real = fs[name];
    fs[name] = (...given) => {
      if (--left === 0) process.kill(process.pid, 'SIGKILL');
      return real(...given);
    };
  }
  syncBuiltinESMExports();
  await import(${source(`${name}.ts`)});`, path, args);

async function run(program: string, path: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '--eval', program, '--', ...args], {
    // Away from a developer's own .env.
    cwd: dirname(path), env: { PATH: process.env['PATH'], SQLITE_PATH: path, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const said = await Promise.all([text(child.stdout), text(child.stderr)]);
  await exited;
  return { code: child.exitCode, said: said.join('').trim() };
}
