// The service as it is, in a process of its own, that also tells each second what it has used of the processor and of
// memory. Started by the benchmark of reminders.

import { compose } from '../../src/compose.ts';
import { environment, readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { realNow, systemRandom, systemScheduler } from '../../src/system.ts';

const tell = (fact: object): void => { process.stdout.write(`${JSON.stringify(fact)}\n`); };
const used = (): void => {
  const { user, system } = process.cpuUsage();
  tell({ atMs: realNow(), ownMs: (user + system) / 1_000, memoryMb: process.memoryUsage.rss() / 1e6 });
};
const service = await compose(readConfig(environment()), { log: createLog('error'), realNow, random: systemRandom, scheduler: systemScheduler });
tell({ port: service.port });
setInterval(used, 1_000);
process.once('SIGTERM', () => { void service.drain().then(() => { used(); process.exit(0); }); });
