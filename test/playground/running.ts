// The service in local mode and the Microsoft 365 Agents Playground beside it, each in a process of its own: started,
// seen to answer, ended together. Behind `npm run local` and the browser tests.

import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

export interface LocalOptions {
  /** 0 for any free port, of both. */
  readonly servicePort: number;
  readonly playgroundPort: number;
  /** The file of the embedded store. */
  readonly storePath: string;
  readonly clockRate: number;
  /** Where both logs go. */
  readonly logFolder: string;
}

export interface Local {
  readonly serviceUrl: string;
  readonly playgroundUrl: string;
  /** Resolves when one of them ends by itself, with a sentence that says which and why. */
  readonly ended: Promise<string>;
  /** Ends both; resolves when they are gone. */
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');
const readyWithinMs = 30_000;
const stopWithinMs = 10_000;
const lookEveryMs = 100;

/** Starts both. Rejects with a sentence if one ends or does not answer within half a minute; then neither is left. */
export async function startLocal(options: LocalOptions): Promise<Local> {
  mkdirSync(options.logFolder, { recursive: true });
  const children: Child[] = [];
  const stop = async (): Promise<void> => void await Promise.all(children.map(stopped));
  try {
    const service = startService(options);
    children.push(service);
    const serviceUrl = `http://127.0.0.1:${await service.port}`;
    const playground = startPlayground(options, serviceUrl);
    children.push(playground);
    const playgroundUrl = `http://localhost:${await playground.port}`;
    await answers(`${serviceUrl}/readyz`, service, (body) => body.pid === service.process.pid);
    await answers(`${playgroundUrl}/_internal/v1/config`, playground, (body) => body.config !== undefined);
    return { serviceUrl, playgroundUrl, ended: Promise.race(children.map(({ ended }) => ended)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Child {
  readonly name: string;
  readonly process: ChildProcess;
  /** As the process tells it; rejects if it ends before. */
  readonly port: Promise<number>;
  readonly ended: Promise<string>;
}

function startService({ servicePort, storePath, clockRate, logFolder }: LocalOptions): Child {
  // Empty settings count as none and keep those of a `.env` for a real deployment away.
  const env = {
    ...process.env, LOCAL: 'true', PORT: String(servicePort), CLOCK_RATE: String(clockRate), STORE: 'sqlite', SQLITE_PATH: storePath,
    NODE_ENV: '', LOG_LEVEL: 'info', MicrosoftAppId: '', TEST_AUTHORITY: '', PUBLIC_URL: '',
  };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', preload('with-parent'), join(root, 'src/main.ts')], { ...own, env });
  return childOf({ name: 'The service', child, logPath: join(logFolder, 'turnstone.log'), portIn: (line) => /"port":(\d+).*"service\.listening"/.exec(line)?.[1] });
}

function startPlayground({ playgroundPort, logFolder }: LocalOptions, serviceUrl: string): Child {
  const ownLogPath = join(logFolder, 'm365agentsplayground.log');
  const env = {
    ...machineSettings(), TEAMSAPPTESTER_BROWSER: 'none', APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
    M365_AGENTS_PLAYGROUND_CONFIG_PATH: join(root, '.m365agentsplayground.yml'), M365_AGENTS_PLAYGROUND_LOGFILE: ownLogPath,
  };
  const program = join(root, 'node_modules/@microsoft/m365agentsplayground/cli.js');
  const settings = ['-e', `${serviceUrl}/api/messages`, '-p', String(playgroundPort), '-c', 'msteams', '--disable-telemetry'];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', preload('this-machine-only'), program, 'start', ...settings], { ...own, env });
  // Without a terminal it says nothing but its port; what went wrong stands in its own log.
  return childOf({ name: 'The Playground', child, logPath: ownLogPath, portIn: (line) => /^Listening on (\d+)/.exec(line)?.[1] });
}

/** In a process group of its own: Ctrl-C reaches the parent alone, which ends both in order. */
const own: SpawnOptions = { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] };
const preload = (name: string): string => join(import.meta.dirname, `${name}.ts`);

/** The Playground reads many settings from the environment (proxies, accounts); none of the user's is meant for it. */
function machineSettings(): Readonly<Record<string, string>> {
  const names = ['PATH', 'Path', 'HOME', 'USERPROFILE', 'SYSTEMROOT', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];
  return Object.fromEntries(names.flatMap((name) => { const value = process.env[name]; return value === undefined ? [] : [[name, value]]; }));
}

interface Started {
  readonly name: string;
  readonly child: ChildProcess;
  readonly logPath: string;
  readonly portIn: (line: string) => string | undefined;
}

function childOf({ name, child, logPath, portIn }: Started): Child {
  const said: string[] = [];
  const log = name === 'The service' ? createWriteStream(logPath) : null;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`${name} could not be started: ${error.message}`));
    child.once('close', (code, signal) => {
      const words = said.length === 0 ? lastLines(logPath) : said.slice(-8).join('\n');
      resolve(`${name} has ended by itself (${signal ?? `exit code ${code ?? '?'}`}). Its log: ${logPath}${words === '' ? '' : `\n${words}`}`);
    });
  });
  const port = new Promise<number>((resolve, reject) => {
    if (child.stdout !== null) createInterface({ input: child.stdout }).on('line', (line) => { log?.write(`${line}\n`); const found = portIn(line); if (found !== undefined) resolve(Number(found)); });
    if (child.stderr !== null) createInterface({ input: child.stderr }).on('line', (line) => { log?.write(`${line}\n`); said.push(line); });
    void ended.then((sentence) => reject(new Error(sentence)));
  });
  return { name, process: child, port, ended };
}

const lastLines = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').filter((line) => !line.startsWith('debug')).slice(-8).join('\n') : '');

/** Resolves when the address answers as it should; rejects if the process ends first or time is up. */
async function answers(url: string, child: Child, isRight: (body: Readonly<Record<string, unknown>>) => boolean): Promise<void> {
  const late = AbortSignal.timeout(readyWithinMs);
  const isGone = child.ended.then((sentence) => { throw new Error(sentence); });
  const looks = (async () => {
    while (!late.aborted) {
      const body = await fetch(url, { signal: late }).then((response) => response.json() as Promise<Readonly<Record<string, unknown>>>).catch(() => null);
      if (body !== null && isRight(body)) return;
      await wait(lookEveryMs);
    }
    throw new Error(`${child.name} does not answer at ${url}.`);
  })();
  await Promise.race([looks, isGone]);
}

async function stopped({ process: child, ended }: Child): Promise<void> {
  child.kill('SIGTERM');
  const patience = new AbortController();
  const isLate = wait(stopWithinMs, 'late', { signal: patience.signal }).catch(() => 'in time');
  if (await Promise.race([ended, isLate]) === 'late') child.kill('SIGKILL');
  patience.abort();
  await ended;
}
