// The whole real service on loopback for end-to-end tests: real server, store and connector client, pretend people, and
// time that only the test moves. Whatever a test leaves open is closed after it; an error in the log fails it.

import { afterEach } from '@jest/globals';
import { compose, type Service } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { type Instant, type Millis, seconds } from '../../src/core/time.ts';
import { createLog } from '../../src/log.ts';
import type { Act } from './connector-faults.ts';
import { FakeConnector, type FaultRule } from './fake-connector.ts';
import { type Answered, type Chat, Person, type PersonOptions } from './person.ts';
import { linesOf } from './read-card.ts';
import { freshServiceStore, type ServiceStore, sweepEveryMs } from './service-store.ts';
import { VirtualTime, type Watch } from './virtual-time.ts';

/** Thursday 3 December 2026, 16:00 in London. */
export const startAt: Instant = Date.UTC(2026, 11, 3, 16, 0);
export const tenant = 'aaaaaaaa-0000-0000-0000-00000000000a';
export const channel: Chat = { id: '19:heads@thread.tacv2;messageid=1700000000000', type: 'channel', name: 'Heads' };
export const group: Chat = { id: '19:group@thread.v2', type: 'groupChat', name: 'Group' };

/** A request to the connector that took effect, and when. */
export interface Sent {
  /** Service's clock. */
  readonly at: Instant;
  readonly act: Act;
  readonly conversation: string;
  readonly messageId: string;
  readonly lines: readonly string[];
  /** The activity as Teams was told it. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ServiceOptions {
  /** Five minutes before `startAt` if absent. */
  readonly openAt?: Instant;
  readonly environment?: Readonly<Record<string, string>>;
  /** Where many hours are played, fewer sweeps save real time; punctuality does not hang on them. */
  readonly sweepEveryMs?: Millis;
}

const open = new Set<TestService>();

/** Starts a service on a store of its own. */
export async function openService(options: ServiceOptions = {}): Promise<TestService> {
  const service = await new TestService(options).start();
  open.add(service);
  return service;
}

// Registered after that of open-stores.ts, so it runs first: the store is closed before its folder is removed.
afterEach(async () => {
  const left = [...open];
  open.clear();
  for (const service of left) await service.close();
});

/** A person who waits until what they did has had its effect, as far as it has one at once. */
class Colleague extends Person {
  readonly #time: VirtualTime;

  constructor(options: PersonOptions, time: VirtualTime) {
    super(options);
    this.#time = time;
  }

  override async send(activity: unknown): Promise<Answered> {
    const answered = await super.send(activity);
    await this.#time.idle();
    return answered;
  }
}

let idCount = 0;

export class TestService {
  readonly connector = new FakeConnector();
  readonly logLines: string[] = [];
  readonly time: VirtualTime;
  /** Log lines of this level are expected in this test. */
  expectsErrors = false;
  /** Asked before every call of the store: what it throws, the call throws. */
  onStoreCall: (method: string) => void = () => {};
  /** Asked when a call of the store is done: what it throws takes the place of the answer. */
  afterStoreCall: (method: string) => void = () => {};
  /** How long every call of the store takes, in the test's time. */
  storeDelayMs: Millis = 0;
  /** What a request to the connector meets; null for nothing. */
  fault: FaultRule = () => null;
  #store: ServiceStore | null = null;
  /** Settings beyond the usual, as they are at the next start. */
  environment: Readonly<Record<string, string>>;
  /** By the body of the request, which is the same object in what was asked and what was recorded. */
  readonly #sentAt = new WeakMap<object, Instant>();
  readonly #sweepEveryMs: Millis;
  #service: Service | null = null;
  #port = 0;

  constructor({ openAt = startAt - 5 * 60_000, environment = {}, sweepEveryMs: everyMs = sweepEveryMs }: ServiceOptions) {
    this.#sweepEveryMs = everyMs;
    this.time = new VirtualTime(openAt);
    this.environment = environment;
  }

  async start(): Promise<this> {
    this.#store = await freshServiceStore();
    await this.connector.start();
    this.connector.rule = (request) => {
      this.#sentAt.set(request.body, this.now());
      return this.fault(request);
    };
    await this.boot();
    return this;
  }

  get botUrl(): string { return `http://127.0.0.1:${this.#port}`; }
  now(): Instant { return this.time.now(); }
  get service(): Service {
    if (this.#service === null) throw new Error('The service is down');
    return this.#service;
  }

  /** Composes the service on the same store and port. */
  async boot(): Promise<void> {
    const environment = { LOCAL: 'true', PORT: String(this.#port), ...this.#store?.environment, LOG_LEVEL: 'debug', LINK_SECRET: 'l'.repeat(40), ...this.environment };
    this.#service = await compose(readConfig(environment), {
      log: createLog('debug', (line) => void this.logLines.push(line)),
      realNow: this.time.now,
      scheduler: this.time.scheduler,
      random: { next: () => 0.5, id: (lengthChars) => (idCount++).toString(36).padStart(lengthChars, 'x') },
      wrapStore: (store) => ({
        ...store,
        documents: this.time.counted(store.documents, this.#watch),
        history: this.time.counted(store.history, this.#watch),
      }),
      wrapMessenger: (messenger) => this.time.counted(messenger),
      sweepEveryMs: this.#sweepEveryMs,
    });
    this.#port = this.#service.port;
    await this.time.idle();
  }

  readonly #watch: Watch = {
    delayMs: () => this.storeDelayMs,
    before: (method) => this.onStoreCall(method),
    after: (method) => this.afterStoreCall(method),
  };

  /** Stops the process, finishing what is in hand. */
  async stop(): Promise<void> {
    const service = this.#service;
    this.#service = null;
    if (service !== null) await this.time.untilStopped(service.drain());
  }

  /** Another generation comes up beside this one, on the same store and a port of its own: the older one, which still runs. */
  async bootBeside(): Promise<Service> {
    const older = this.service;
    this.#port = 0;
    await this.boot();
    return older;
  }

  /** Stops, stays away for `awayMs`, starts again on the same store. */
  async restart(awayMs: Millis): Promise<void> {
    await this.stop();
    this.time.leap(awayMs);
    await this.boot();
    await this.pass(seconds(2));
  }

  async close(): Promise<void> {
    await this.stop();
    await this.connector.stop();
    await this.#store?.leave();
    const errors = this.logLines.filter((line) => line.includes('"level":"error"'));
    if (errors.length > 0 && !this.expectsErrors) throw new Error(`Errors in the log:\n${errors.join('\n')}`);
    if (this.time.timerCount > 0) throw new Error(`${this.time.timerCount} timers were left behind`);
  }

  pass(lengthMs: Millis): Promise<void> { return this.time.pass(lengthMs); }
  passTo(at: Instant): Promise<void> { return this.time.passTo(at); }
  /** The same over days in which nothing is due: without the thousands of sweeps in between. */
  async skipTo(at: Instant): Promise<void> {
    this.time.leap(Math.max(0, at - this.now() - seconds(10)));
    await this.passTo(at);
  }

  person(name: string, options: Partial<PersonOptions> = {}): Person {
    const id = `id-${name.toLowerCase().replaceAll(' ', '-')}`;
    return new Colleague({ name, id, tenant, connector: this.connector, botUrl: this.botUrl, ...options }, this.time);
  }

  /** What took effect in a conversation, in order; everywhere if none is named. */
  sent(chat?: Chat): readonly Sent[] {
    return this.connector.requests.flatMap((request): readonly Sent[] => {
      const { act, conversation, activityId, body, isApplied } = request;
      if (!isApplied || conversation === null || activityId === null || (chat !== undefined && conversation !== chat.id)) return [];
      return [{ at: this.#sentAt.get(body) ?? 0, act, conversation, messageId: activityId, lines: linesOf(body), body }];
    });
  }

  posts(chat?: Chat): readonly Sent[] { return this.sent(chat).filter(({ act }) => act === 'post'); }

  /** Messages as they stand in the chat now, by their lines. */
  seen(chat: Chat): readonly (readonly string[])[] {
    return this.connector.visible(chat.id).map(({ activity }) => linesOf(activity));
  }

  /** The last message there whose first line is `title`, as it stands now. */
  card(chat: Chat, title: string): readonly string[] {
    const found = this.seen(chat).findLast((lines) => lines[0] === title);
    if (found === undefined) throw new Error(`Nobody can see "${title}" among ${JSON.stringify(this.seen(chat).map(([first]) => first))}`);
    return found;
  }

  last(chat: Chat): readonly string[] { return this.seen(chat).at(-1) ?? []; }
}
