// A Cosmos DB server on this machine, in memory, for tests and for trying the service without an account:
// `npm run cosmos`, or node test/support/cosmos/server.ts [--port 8081] [--database turnstone] [--for-tests].

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Definition } from './imitation.ts';
import { localKey } from './local-key.ts';
import { LocalCosmos } from './local-cosmos.ts';
import { queryMends } from './query-mends.ts';
import { writeMends } from './write-mends.ts';

const { values: { port, database, 'for-tests': isForTests } } = parseArgs({
  options: { port: { type: 'string', default: '0' }, database: { type: 'string' }, 'for-tests': { type: 'boolean', default: false } },
});
const definitions = JSON.parse(readFileSync(new URL('../../../src/stores/cosmos/containers.json', import.meta.url), 'utf8')) as readonly Definition[];
const server = new LocalCosmos({ mends: [...writeMends, ...queryMends], definitions });

const guidance = (address: string, name: string): string => `Cosmos DB for tests is ready at ${address} with the database "${name}". It keeps everything in memory.

In another terminal, a rehearsal on it:
  STORE=cosmos npm run rehearse
or the service itself:
  LOCAL=true STORE=cosmos COSMOS_ENDPOINT=${address} COSMOS_DATABASE=${name} COSMOS_KEY=${localKey} npm start

Ctrl-C stops it.`;

try {
  const address = await server.start(Number(port));
  if (database !== undefined) await server.obey({ do: 'create-database', id: database });
  console.log(isForTests || database === undefined ? address : guidance(address, database));
} catch (error) {
  console.error(`The server could not start on port ${port}: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

const stop = (): void => { void server.stop().then(() => process.exit(0)); };
process.once('SIGINT', stop).once('SIGTERM', stop);
// A test that is killed cannot stop it; its end of the pipe closes all the same.
if (isForTests) process.stdin.on('end', stop).resume();
