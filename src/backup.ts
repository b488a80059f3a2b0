// `npm run backup [-- <file or folder>]`: a copy of the embedded store, while the service runs or not.

import { runStoreCommand } from './store-command.ts';
import { backUp } from './stores/sqlite/backup.ts';
import { knownVersion } from './stores/sqlite/open-sqlite.ts';
import { realNow, systemRandom, systemScheduler } from './system.ts';

await runStoreCommand(async ({ path, argument }) => {
  const edges = { realNow, scheduler: systemScheduler, id: systemRandom.id(12) };
  return `Backed up to ${await backUp({ path, target: argument, knownVersion, edges })}.`;
});
