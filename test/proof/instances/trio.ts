// Three processes of the service on one database, each with a way of its own to it. At least one is healthy at any time.

import { setTimeout as wait } from 'node:timers/promises';
import type { Waiting } from '../../../src/app/document.ts';
import type { Store } from '../../../src/app/ports.ts';
import { dayMs } from '../../../src/core/time.ts';
import { openStore } from '../../../src/stores/open.ts';
import type { CosmosServer } from '../../support/cosmos/cosmos-server.ts';
import type { Dice } from '../../support/sim/dice.ts';
import { freePort } from '../free-port.ts';
import { Instance } from './instance.ts';
import { StoreLine } from './store-line.ts';

/** A private summary whose outcome nobody knows waits ten minutes of real time for evidence (ARCHITECTURE.md, Delivery). */
const isDoubtedMail = ({ effect, doubtfulSince, claim }: Waiting): boolean => effect.do === 'say' && effect.otherwise !== undefined && doubtfulSince !== null && claim === null;

export interface TrioParts {
  readonly server: CosmosServer;
  readonly dice: Dice;
  readonly clockRate: number;
  /** Of killable-main.ts, for each; none if absent. */
  readonly moments?: readonly string[];
  /** By how much the machine's clock of each is wrong; right if absent. */
  readonly aheadMs?: readonly number[];
}

export class Trio {
  readonly instances: readonly Instance[];
  /** What is kept, seen by the proof itself. */
  readonly store: Store;
  readonly #leave: () => Promise<void>;

  private constructor(instances: readonly Instance[], store: Store, leave: () => Promise<void>) {
    this.instances = instances;
    this.store = store;
    this.#leave = leave;
  }

  /** All three at the same moment, on an empty database. */
  static async start({ server, dice, clockRate, moments = [], aheadMs = [] }: TrioParts): Promise<Trio> {
    const database = await server.database();
    const environment = { COSMOS_DATABASE: database, COSMOS_KEY: server.key, CLOCK_RATE: String(clockRate), LINK_SECRET: 'shared by the three of them, and long' };
    const instances = await Promise.all([0, 1, 2].map(async (n) => new Instance({
      port: await freePort(), address: `127.0.0.${11 + n}`, line: await new StoreLine(server.endpoint, dice.fork()).start(), environment, aheadMs: aheadMs[n] ?? 0,
    })));
    const store = await openStore({ store: 'cosmos', endpoint: server.endpoint, database, key: server.key, identityClientId: null }, Date.now);
    const trio = new Trio(instances, store, () => server.drop(database));
    await Promise.all(instances.map((instance, n) => instance.start(moments[n])));
    return trio;
  }

  get healthy(): readonly Instance[] { return this.instances.filter(({ isHealthy }) => isHealthy); }

  /** Where a load balancer would send somebody who was not sent to `but`. */
  any(dice: Dice, but: readonly string[] = []): string {
    // It finds out about those in trouble before long, but not at once.
    const known = dice.isLucky(0.85) ? this.healthy : this.instances.filter(({ isListening }) => isListening);
    const others = known.filter(({ url }) => !but.includes(url));
    return dice.pick(others.length > 0 ? others : this.instances).url;
  }

  /** Resolves when nothing waits in any outbox but doubted mail, with what still does after `limitMs`. */
  async drained(limitMs: number): Promise<readonly string[]> {
    const until = Date.now() + limitMs;
    for (let quietCount = 0; ;) {
      const waiting = await this.#waiting().catch(() => ['the store gives no answer']);
      quietCount = waiting.length === 0 ? quietCount + 1 : 0;
      if (quietCount === 3) return [];
      if (Date.now() > until) return waiting.map((each) => `waits for ever: ${each}`);
      await wait(500);
    }
  }

  async #waiting(): Promise<readonly string[]> {
    const { documents } = this.store;
    const due = await documents.due({ now: Number.NEGATIVE_INFINITY, realNow: Date.now() + dayMs }, 100);
    const docs = await Promise.all(due.map(({ key }) => documents.load(key)));
    return docs.flatMap((stored) => stored?.doc.outbox.filter((each) => !isDoubtedMail(each)).slice(0, 2).map((each) => `${stored.doc.key.partition} ${stored.doc.key.name} ${JSON.stringify(each).slice(0, 400)}`) ?? []);
  }

  /** Ends all three, and gives what must not have happened to them. */
  async stop(): Promise<readonly string[]> {
    await Promise.all(this.instances.map((instance) => instance.end()));
    for (const { line } of this.instances) line.stop();
    await this.store.close();
    await this.#leave();
    return this.instances.flatMap(({ faults, address }) => faults.map((fault) => `${address} ${fault}`));
  }
}
