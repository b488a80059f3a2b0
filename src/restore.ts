// `npm run restore -- <backup>`: puts a backup in the place of the embedded store, which nobody may hold meanwhile.

import { runStoreCommand } from './store-command.ts';
import { knownVersion } from './stores/sqlite/open-sqlite.ts';
import { restore } from './stores/sqlite/restore.ts';
import { realNow } from './system.ts';

await runStoreCommand(({ path, argument }) => {
  if (argument === null) throw new Error('Say which backup: npm run restore -- <file>.');
  const { store, backup, aside } = restore({ path, backup: argument, knownVersion, realNow });
  const before = aside === null ? 'Nothing was there before.' : `What was there before is now ${aside}.`;
  return `Restored ${backup} to ${store}. ${before}`;
});
