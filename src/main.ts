// Reads the settings, starts the service, stops on signals. The only place that ends the process.

import { config as readDotenv } from 'dotenv';
import { compose, type Service } from './compose.ts';
import { ConfigError, type Config, environment, readConfig } from './config.ts';
import { createLog, faultOf } from './log.ts';
import { realNow, systemRandom, systemScheduler } from './system.ts';

/** Not ready, but still at work for so long after SIGTERM: whoever spreads the load needs a moment to notice. */
const lingerMs = 2_000;
/** From SIGTERM to the end, whatever hangs. */
const endsWithinMs = 9_500;

function settings(): Config {
  readDotenv({ quiet: true });
  try {
    return readConfig(environment());
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

const config = settings();
let log = createLog(config.logLevel);

/** A fault nobody caught: the state is in the store, so the next process carries on better than this one. */
function fail(error: unknown): never {
  log.error('process.failed', faultOf(error));
  process.exit(1);
}
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

let service: Service | null = null;
let isEnding = false;

/** A second signal changes nothing: a terminal and npm may both send theirs, and the end is near. */
function end(signal: string): void {
  if (isEnding) return;
  isEnding = true;
  log.info('service.draining', { signal });
  // Whoever still starts has nothing in hand, and what is in the store is whole.
  if (service === null) process.exit(0);
  const ending = service;
  systemScheduler.after(endsWithinMs, () => {
    log.warn('service.cut-short');
    process.exit(0);
  });
  ending.retire();
  systemScheduler.after(config.isLocal ? 0 : lingerMs, () => void ending.drain().then(() => process.exit(0), fail));
}
process.on('SIGTERM', end);
process.on('SIGINT', end);

try {
  service = await compose(config, { log, realNow, random: systemRandom, scheduler: systemScheduler });
  log = service.log;
  log.info('service.listening', { port: service.port, local: config.isLocal, rate: service.clock.rate });
  if (config.isLocal) log.warn('service.unauthenticated', { reach: 'this machine only' });
} catch (error) {
  process.stderr.write(`Turnstone could not start: ${error instanceof Error ? error.message : 'unknown fault'}\n`);
  fail(error);
}
