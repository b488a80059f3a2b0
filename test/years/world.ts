// The service's own loop, sweep and courier over stores and a Teams in memory, in time that only the test moves: years pass
// in seconds, from deadline to deadline, and every message that leaves is noted with its instant.

import { Courier } from '../../src/app/courier.ts';
import { Loop } from '../../src/app/loop.ts';
import { Pace } from '../../src/app/pace.ts';
import type { Address, Messenger, Store } from '../../src/app/ports.ts';
import { realClock } from '../../src/app/service-clock.ts';
import { Sweep } from '../../src/app/sweep.ts';
import { conversationId, conversationKey, personKey, tenantId, type TenantId } from '../../src/core/keys.ts';
import type { Message } from '../../src/core/messages.ts';
import type { Person } from '../../src/core/session/session.ts';
import { dayMs, type Instant, seconds } from '../../src/core/time.ts';
import { createLog } from '../../src/log.ts';
import { Dice } from '../support/sim/dice.ts';
import { storeOver, Tables } from '../support/sim/memory-tables.ts';
import { VirtualTime } from '../support/virtual-time.ts';

/** A message as it left. */
export interface Left {
  readonly at: Instant;
  readonly chat: string;
  readonly message: Message;
}

/** A deadline that does not go away after so many looks is a fault. */
const looksPerDeadline = 5;

export class World {
  readonly time: VirtualTime;
  readonly left: Left[] = [];
  readonly errors: string[] = [];
  readonly #tables = new Tables();
  readonly #store: Store;
  #running: { readonly loop: Loop; readonly sweep: Sweep; readonly courier: Courier } | null = null;
  #startCount = 0;

  /** `watched`: the store as a measurement has it. */
  constructor(startAt: Instant, watched = (store: Store): Store => store) {
    this.time = new VirtualTime(startAt);
    const store = watched(storeOver(this.#tables, (_, work) => Promise.resolve().then(work)));
    this.#store = { ...store, documents: this.time.counted(store.documents), history: this.time.counted(store.history) };
  }

  get loop(): Loop {
    if (this.#running === null) throw new Error('the service is down');
    return this.#running.loop;
  }

  readonly #messenger: Messenger = {
    post: (to: Address, message: Message) => {
      this.left.push({ at: this.time.now(), chat: to.thread, message });
      return Promise.resolve({ kind: 'sent', id: `m${this.left.length}` });
    },
    edit: (_to, id) => Promise.resolve({ kind: 'sent', id }),
    delete: (_to, id) => Promise.resolve({ kind: 'sent', id }),
    openPrivate: (_to, teamsId) => Promise.resolve({ kind: 'sent', id: `a:${teamsId}` }),
  };

  /** Starts a process on the same store. */
  async start(): Promise<void> {
    const { scheduler, now } = this.time;
    const clock = realClock(now);
    const log = createLog('error', (line) => void this.errors.push(line));
    const random = new Dice(++this.#startCount);
    const loop = new Loop({ documents: this.#store.documents, clock, random, scheduler, log, retentionMs: 730 * dayMs });
    const pace = new Pace(clock, scheduler);
    const courier = new Courier({ loop, messenger: this.#messenger, history: this.#store.history, pace, withLinks: (message) => message });
    const sweep = new Sweep({ loop, courier, everyMs: seconds(20), isExclusive: true, tidy: () => { pace.tidy(); } });
    loop.onSaved((doc) => { courier.attend(doc); sweep.see(doc); });
    this.#running = { loop, sweep, courier };
    await this.time.until(sweep.start());
    await this.time.idle();
  }

  /** Ends it as SIGTERM does: what is in hand is finished. */
  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    if (running === null) return;
    running.sweep.stop();
    await running.sweep.idle();
    running.courier.hold();
    await running.courier.idle();
    await running.loop.idle();
  }

  /** Time passes up to and including `at`; while the service is up it stops at every deadline on the way. */
  async passTo(at: Instant): Promise<void> {
    let looks = 0;
    for (let last: Instant | null = null; this.#running !== null;) {
      const next = this.#tables.nextWake();
      if (next === null || next > at) break;
      looks = next === last ? looks + 1 : 0;
      if (looks > looksPerDeadline) throw new Error(`a deadline of ${new Date(next).toISOString()} does not go away`);
      last = next;
      await this.#near(next);
      // What waits for its turn to send gets it before time leaps on.
      await this.time.passTo(Math.max(this.time.now(), Math.min(at, next + seconds(2))));
    }
    await this.#near(at);
  }

  /** Days in which nothing is due go by at once. */
  async #near(at: Instant): Promise<void> {
    this.time.leap(Math.max(0, at - this.time.now() - seconds(10)));
    await this.time.passTo(Math.max(at, this.time.now()));
  }

  /** Somebody with a 1:1 chat that the service knows. */
  async meets(tenant: TenantId, person: Person): Promise<void> {
    const chat = conversationId(chatOf(tenant, person.id));
    const bot = { id: '28:bot', name: 'Turnstone' };
    await this.loop.advance(conversationKey(tenant, chat), 'conversation', {
      event: { type: 'heard-from', from: { tenant, id: chat, place: 'personal', person: person.id, name: null, language: null, serviceUrl: 'https://teams.example/', bot } },
    });
    await this.loop.advance(personKey(tenant, person.id), 'person', { event: { type: 'seen', tenant, by: person, chat, community: null } });
  }
}

export const chatOf = (tenant: string, person: string): string => `a:${tenant}:${person}`;
export const tenantOf = (name: string): TenantId => tenantId(name);
