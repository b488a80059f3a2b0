// Reads the settings, starts the service, stops on signals. The only place that ends the process.

import { config as readDotenv } from 'dotenv';
import { compose } from './compose.ts';
import { ConfigError, type Config, environment, readConfig } from './config.ts';
import { createLog, faultOf } from './log.ts';
import { realNow, systemRandom, systemScheduler } from './system.ts';

/** What is in hand at SIGTERM has this long. */
const drainWithinMs = 9_000;

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

try {
  const service = await compose(config, { log, realNow, random: systemRandom, scheduler: systemScheduler });
  log = service.log;
  log.info('service.listening', { port: service.port, local: config.isLocal, rate: service.clock.rate });
  if (config.isLocal) log.warn('service.unauthenticated', { reach: 'this machine only' });
  const stop = (signal: string): void => {
    log.info('service.draining', { signal });
    systemScheduler.after(drainWithinMs, () => process.exit(0));
    service.drain().then(() => process.exit(0), fail);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  process.stderr.write(`Turnstone could not start: ${error instanceof Error ? error.message : 'unknown fault'}\n`);
  fail(error);
}
