// Builds every part and hands each what it needs; used by main and by every test that runs the whole service.

import { dayMs, type Instant, type Millis, seconds } from './core/time.ts';
import type { Receive } from './app/arrival.ts';
import { clockCheck } from './app/clock-check.ts';
import { runClockTo } from './app/clock-run.ts';
import { Courier } from './app/courier.ts';
import { createHealth } from './app/health.ts';
import { incidentId } from './app/incident.ts';
import { createLinks } from './app/links.ts';
import { Loop } from './app/loop.ts';
import { measuredMessenger, measuredStore } from './app/measured.ts';
import { Pace } from './app/pace.ts';
import type { Clock, Directory, Messenger, Random, Scheduler, Store } from './app/ports.ts';
import { presentShapes } from './app/present-shapes.ts';
import { Replies } from './app/replies.ts';
import { Retention } from './app/retention.ts';
import { MovableClock, openMovableClock, realClock } from './app/service-clock.ts';
import { SharedPlaces } from './app/shared-places.ts';
import { Sweep } from './app/sweep.ts';
import { createRenders } from './cards/render.ts';
import type { Desk } from './commands/desk.ts';
import { createReceive } from './commands/receive.ts';
import { createRoster } from './commands/roster.ts';
import type { Config } from './config.ts';
import { downloads } from './downloads.ts';
import { drain } from './drain.ts';
import { faultOf, type Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { type OpenStore, openStore } from './stores/open.ts';
import { connectBotFramework } from './teams/bot-framework.ts';
import { createBot } from './teams/bot.ts';
import { createConnector } from './teams/connector.ts';
import { createDirectory } from './teams/directory.ts';
import { createDoor } from './teams/door.ts';
import { createMessenger } from './teams/messenger.ts';
import { startServer } from './teams/server.ts';
import { turnedAwayLog } from './teams/turned-away.ts';
import { en } from './texts/en.ts';
import { privacyHtml, termsHtml } from './texts/en/pages.ts';
import { textsFor } from './texts/languages.ts';
import { version } from './version.ts';

/** What stands outside the service. Tests put slow and faulty ones here. */
export interface Edges {
  readonly log: Log;
  readonly realNow: () => Instant;
  readonly random: Random;
  readonly scheduler: Scheduler;
  /** Wraps the store and the messenger, to watch or break them; as they are if absent. */
  readonly wrapStore?: (store: Store) => Store;
  readonly wrapMessenger?: (messenger: Messenger) => Messenger;
  /** Real time from one sweep to the next; two seconds if absent. */
  readonly sweepEveryMs?: Millis;
}

export interface Service {
  readonly port: number;
  readonly clock: Clock;
  readonly store: Store;
  /** As it was handed in, every line with the name of this process among those on one store. */
  readonly log: Log;
  /** Not ready from now on, but still at work: whoever spreads the load is to notice. */
  retire(): void;
  /** Takes nothing more in, finishes what is in hand as far as there is time, closes the store. */
  drain(): Promise<void>;
}

const usualSweepMs: Millis = seconds(2);

export async function compose(config: Config, edges: Edges): Promise<Service> {
  const { realNow, random, scheduler, wrapStore = (store) => store, wrapMessenger = (messenger) => messenger } = edges;
  const instance = random.id(12);
  const log = edges.log.with({ instance });
  const framework = config.identity === null ? null : await connectBotFramework(config.identity);
  const retentionMs = config.retentionDays * dayMs;
  const opened = await openStore(config.store, realNow, retentionMs);
  const metrics = createMetrics({ version, instance, store: config.store.store, charges: () => opened.charges(), clockAheadMs: () => opened.clockAheadMs?.() ?? 0, isReady: () => isReady(), isDraining: () => isDraining });
  const measuring = { meter: metrics.meter, realNow };
  const store = presentShapes(measuredStore(wrapStore(opened), measuring));
  const isAlone = config.store.store === 'sqlite';
  const clock = config.isLocal ? await openMovableClock(store.documents, realClock(realNow), { rate: config.clockRate, isAlone }) : realClock(realNow);
  const render = createRenders();
  const mode = { isLocal: config.isLocal, allowsLoopback: framework?.allowsLoopback ?? config.isLocal };
  const connector = createConnector({ token: framework === null ? null : (isFresh) => framework.token(isFresh), mode, now: realNow });
  const messenger = measuredMessenger(wrapMessenger(createMessenger({ connector, render, now: realNow })), measuring);
  let publicUrl = config.publicUrl;
  const links = createLinks({ publicUrl: () => publicUrl, secret: config.linkSecret ?? random.id(40), realNow });

  const loop = new Loop({ documents: store.documents, clock, random, scheduler, log, retentionMs, meter: metrics.meter, owner: instance });
  const pace = new Pace(clock, scheduler, isAlone ? null : new SharedPlaces({ documents: store.documents, clock, random, scheduler, log }));
  const follow = !isAlone && clock instanceof MovableClock ? () => clock.follow() : null;
  const courier = new Courier({ loop, messenger, history: store.history, pace, withLinks: links.withLinks });
  const sweep = new Sweep({ loop, courier, everyMs: edges.sweepEveryMs ?? usualSweepMs, isExclusive: isAlone, ...(follow !== null && { follow }), tidy: tidying({ pace, store: opened, log, check: config.isLocal ? null : clockCheck({ aheadMs: () => opened.clockAheadMs?.() ?? 0, realNow, log }) }) });
  loop.onSaved((doc) => { courier.attend(doc); sweep.see(doc); });
  const retention = new Retention({ loop, history: store.history });
  const replies = new Replies({ messenger, pace, scheduler, realNow, log, withLinks: links.withLinks });
  const desk: Desk = {
    loop, history: store.history, clock, random, log, ...rostersOf(createDirectory(connector), clock, log),
    clockControl: clock instanceof MovableClock ? controlOf(clock, { loop, sweep, courier, retention, isAlone }) : null,
  };

  const door = createDoor({ framework, allowedTenants: config.allowedTenants, now: realNow });
  const take = createBot({
    door, render: (message, language) => render(links.withLinks(message), language), log, meter: metrics.meter, receive: inTime(createReceive(desk, replies), follow), doneText: (language) => textsFor(language).notices.done, notUnderstoodText: en.notices.notUnderstood,
  });
  let isDraining = false;
  const isHealthy = createHealth({ store, sweep, realNow });
  const isReady = async (): Promise<boolean> => !isDraining && await isHealthy();
  await door.warm();
  await sweep.start();
  retention.start();
  const server = await startServer({
    port: config.port, host: config.host, isLocal: config.isLocal, door, take, turnedAway: turnedAwayLog(log, realNow), isReady, log, meter: metrics.meter, metrics: { read: metrics.text, token: config.metricsToken }, incident: () => incidentId(random),
    privacyHtml: privacyHtml(config.retentionDays), termsHtml, ...downloads(links, store, clock),
  });
  const retire = (): void => { isDraining = true; server.retire(); };
  if (config.isLocal) publicUrl ??= `http://127.0.0.1:${server.port}`;
  log.info('service.started', { version, store: config.store.store, rate: clock.rate });
  return {
    port: server.port, clock, store, log, retire,
    drain: async () => {
      retire();
      await drain({ server, sweep, retention, replies, courier, loop, connector, store, scheduler, log });
      log.info('service.drained', await metrics.figures());
    },
  };
}

const rostersOf = (directory: Directory, clock: Clock, log: Log): Pick<Desk, 'directory' | 'roster'> => ({ directory, roster: createRoster(directory, clock, log) });

/** Before anything is taken, what others have made of the clock is learned: what somebody moved has moved for all. */
const inTime = (receive: Receive, follow: (() => Promise<void>) | null): Receive => (follow === null ? receive : async (arrival) => {
  // A store that cannot be read is told of where something is asked of it.
  await follow().catch(() => {});
  return receive(arrival);
});

/** What is done after each sweep, without hurry. */
const tidying = ({ pace, store, log, check }: Tidied) => (): void => {
  pace.tidy();
  check?.();
  store.tend?.().catch((error: unknown) => { log.error('store.tending-failed', { ...faultOf(error) }); });
};
interface Tidied {
  /** Of the machine's clock; null in local mode, which has one of its own. */
  readonly check: (() => void) | null;
  readonly pace: Pace;
  readonly store: OpenStore;
  readonly log: Log;
}

interface Controlled {
  readonly loop: Loop;
  readonly sweep: Sweep;
  readonly courier: Courier;
  readonly retention: Retention;
  readonly isAlone: boolean;
}

const controlOf = (clock: MovableClock, { retention, ...parts }: Controlled): Desk['clockControl'] => ({
  setRate: async (rate) => {
    await clock.setRate(rate);
    retention.rearm();
  },
  runTo: async (at) => {
    const deadlineCount = await runClockTo(at, { clock, ...parts });
    await retention.round();
    return deadlineCount;
  },
});
