// `npm run local`: the service and the Playground by one command, with the address to open and what to type first. Ends
// both on Ctrl-C, or when one of them ends.

import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Local, startLocal } from './running.ts';

/** Not the store of a service that runs in earnest: what is tried out here stays apart. */
const storePath = join('data', 'local.sqlite');

const say = (text: string): void => { process.stdout.write(`${text}\n`); };

function giveUp(sentence: string): never {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

function setting(name: string, usual: number, limits: { readonly min: number; readonly max: number }): number {
  const given = process.env[name]?.trim() ?? '';
  if (given === '') return usual;
  const value = Number(given);
  if (/^\d+$/.test(given) && value >= limits.min && value <= limits.max) return value;
  return giveUp(`${name} must be a whole number from ${limits.min} to ${limits.max}, e.g. ${name}=${usual} npm run local`);
}

const canListen = (port: number): Promise<boolean> => new Promise((resolve) => {
  const server = createServer();
  server.once('error', () => resolve(false));
  server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
});

async function insistOnFree(port: number, name: string, whose: string): Promise<void> {
  if (await canListen(port)) return;
  giveUp(`Port ${port}, meant for ${whose}, cannot be had: most likely something else listens there, perhaps another "npm run local". Choose another, e.g. ${name}=${port + 1} npm run local`);
}

const ports = { min: 1, max: 65_535 };
const servicePort = setting('PORT', 3_978, ports);
const playgroundPort = setting('PLAYGROUND_PORT', 56_150, ports);
const clockRate = setting('CLOCK_RATE', 1, { min: 1, max: 600 });
if (servicePort === playgroundPort) giveUp('PORT and PLAYGROUND_PORT are the same; the service and the Playground need one each.');
await insistOnFree(servicePort, 'PORT', 'the service');
await insistOnFree(playgroundPort, 'PLAYGROUND_PORT', 'the Playground');

const welcome = ({ playgroundUrl }: Local): string => `
Turnstone is running, with the Microsoft 365 Agents Playground beside it.

  Open        ${playgroundUrl}
  First       click "Personal Chat" and type   rehearse
  Then        click "Heads of year", type   @Turnstone start   (pick Turnstone from the list that opens at the @)

You are Aisha Khan. ${clockRate === 1 ? 'The clock is real' : `The clock runs ${clockRate} times as fast`}; "clock +5m" moves it on, "clock rate 60" makes a minute a second.
Everything is kept in ${storePath}; delete it to begin anew. Logs are in devTools. Ctrl-C ends both.
`;

const starting = startLocal({ servicePort, playgroundPort, storePath, clockRate, logFolder: 'devTools' });
let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  say('\nEnding both …');
  await (await starting).stop();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());

const local = await starting.catch((error: unknown) => giveUp(error instanceof Error ? error.message : String(error)));
say(welcome(local));
const sentence = await local.ended;
if (!isStopping) {
  await local.stop();
  giveUp(sentence);
}
