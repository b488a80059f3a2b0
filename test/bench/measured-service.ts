// The service as it is, in a process of its own, that also tells for every phase card when it was due and when its POST
// began. Started by the benchmarks.

import { compose } from '../../src/compose.ts';
import { environment, readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { realNow, systemRandom, systemScheduler } from '../../src/system.ts';

const tell = (fact: object): void => { process.stdout.write(`${JSON.stringify(fact)}\n`); };
const service = await compose(readConfig(environment()), {
  log: createLog('error'), realNow, random: systemRandom, scheduler: systemScheduler,
  wrapMessenger: (messenger) => ({
    ...messenger,
    post: (to, message) => {
      // A card drawn after its time was up was posted in one go with the next: its start is no deadline any more.
      if (message.card === 'phase') tell({ phase: message.phase, thread: to.thread, lateMs: service.clock.now() - message.startsAt, startsAt: message.startsAt, lengthMs: message.lengthMs });
      return messenger.post(to, message);
    },
  }),
});
tell({ port: service.port });
process.once('SIGTERM', () => { void service.drain().then(() => process.exit(0)); });
