// From settings to an open store in Cosmos DB. Nothing is created here: the database and its containers come from the
// infrastructure (containers.json), and what is not as declared there is refused in plain words.

import { type Container, CosmosClient } from '@azure/cosmos';
import { ManagedIdentityCredential, type TokenCredential } from '@azure/identity';
import type { Store } from '../../app/ports.ts';
import { type ContainerId, isAsDeclared } from './containers.ts';
import type { Instant, Millis } from '../../core/time.ts';
import { CosmosDocuments } from './documents.ts';
import { CosmosHistory } from './history.ts';
import { codeOf, Requests, requestTimeoutMs } from './requests.ts';
import { Skew } from './skew.ts';
import { TermsAgain } from './terms-again.ts';

export interface CosmosSettings {
  readonly store: 'cosmos';
  readonly endpoint: string;
  readonly database: string;
  /** Emulators only; null: the managed identity of this process. */
  readonly key: string | null;
  /** Client id of a user-assigned identity; null: the one the system assigned. */
  readonly identityClientId: string | null;
}

export interface CosmosEdges {
  readonly realNow: () => Instant;
  /** What the database is told, as a net; our own retention asks the settings of its day. */
  readonly retentionMs: Millis;
}

export interface CosmosStore extends Store {
  /** Brings what an earlier release wrote up to date, some at a time. To be called every few seconds. */
  tend(): Promise<void>;
  /** By how much this machine's clock is surely ahead of the database's; negative: behind. */
  clockAheadMs(): Millis;
}

/**
 * Opens the database, without a key as the managed identity or whoever `credential` stands for.
 * Throws an error in plain words if it cannot be reached or is not as declared.
 */
export async function openCosmos(settings: CosmosSettings, { realNow, retentionMs }: CosmosEdges, credential = identityOf(settings)): Promise<CosmosStore> {
  const client = clientOf(settings, credential);
  const requests = new Requests();
  const open = (id: ContainerId): Promise<Container> => openContainer(client.database(settings.database).container(id), { settings, id, requests });
  try {
    const [documents, history] = await Promise.all([open('documents'), open('history')]);
    const skew = new Skew();
    const terms = new TermsAgain({ container: history, requests, realNow, retentionMs });
    return {
      documents: new CosmosDocuments({ container: documents, requests, realNow, skew }),
      history: new CosmosHistory({ container: history, requests, realNow, retentionMs }),
      tend: () => terms.tend(),
      clockAheadMs: () => skew.aheadMs(),
      charges: () => requests.charges(),
      close: async () => client.dispose(),
    };
  } catch (error) {
    client.dispose();
    throw error;
  }
}

const identityOf = ({ identityClientId }: CosmosSettings): TokenCredential =>
  new ManagedIdentityCredential(identityClientId === null ? {} : { clientId: identityClientId });

function clientOf({ endpoint, key }: CosmosSettings, credential: TokenCredential): CosmosClient {
  return new CosmosClient({
    endpoint,
    ...(key === null ? { aadCredentials: credential } : { key }),
    connectionPolicy: {
      requestTimeout: requestTimeoutMs,
      // Throttling is waited for in requests.ts, which knows when to stop.
      retryOptions: { maxRetryAttemptCount: 0 },
      // An emulator names addresses of its own that nobody reaches.
      enableEndpointDiscovery: key === null,
    },
  });
}

interface Opening {
  readonly settings: CosmosSettings;
  readonly id: ContainerId;
  readonly requests: Requests;
}

async function openContainer(container: Container, { settings: { endpoint, database }, id, requests }: Opening): Promise<Container> {
  const where = `The container ${id} of the database ${database} at ${endpoint}`;
  const read = requests.run({ operation: 'open', what: `read ${where}` }, (options) => container.read(options));
  const { resource } = await read.catch((error: Error) => { throw new Error(`${where} ${reasonOf(error)}.`, { cause: error }); });
  if (!isAsDeclared(id, resource)) throw new Error(`${where} is not as src/stores/cosmos/containers.json declares it: deploy the infrastructure again.`);
  return container;
}

function reasonOf({ cause }: Error): string {
  switch (codeOf(cause)) {
    case 404: return 'is not there: deploy the infrastructure first, the service creates nothing';
    case 401: return 'may not be read: the account takes neither this key nor this identity';
    case 403: return 'may not be read: give the identity of this service the data role of the account';
    case 429:
    case 503: return 'cannot be read at the moment: the database is busy';
    default: return 'cannot be reached';
  }
}
