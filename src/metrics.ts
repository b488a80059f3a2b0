// The meter of the service: what the parts tell is kept for Prometheus and given as its text. Each service has a registry of
// its own, so that several may live in one process. No label holds an id or anybody's text; the vendor stands here alone.

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Backlog } from './app/backlog.ts';
import type { Meter } from './app/meter.ts';
import type { Charge, SendOutcome } from './app/ports.ts';
import { type Millis, secondMs } from './core/time.ts';
import type { Fields } from './log.ts';

/** What is asked for when somebody looks. */
export interface Looked {
  readonly version: string;
  readonly instance: string;
  /** `sqlite` or `cosmos`. */
  readonly store: string;
  readonly charges: () => readonly Charge[];
  /** By how much this machine's clock is ahead of the database's; 0 where nobody can tell. */
  readonly clockAheadMs: () => Millis;
  readonly isReady: () => Promise<boolean>;
  readonly isDraining: () => boolean;
}

export interface Metrics {
  readonly meter: Meter;
  /** Prometheus text, format 0.0.4. */
  readonly text: () => Promise<string>;
  /** What came to pass since the start, for the log's last line. */
  readonly figures: () => Promise<Fields>;
}

/** Upper bounds of what is told apart, in seconds. */
const quickBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const turnBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const requestBounds = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const latenessBounds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 120];

export function createMetrics(looked: Looked): Metrics {
  const registry = new Registry();
  const turns = turnMetrics(registry);
  const delivery = deliveryMetrics(registry);
  const store = storeMetrics(registry, looked.charges);
  standing(registry, looked);
  return {
    meter: { ...turns.meter, ...delivery.meter, ...store.meter },
    text: async () => `${await registry.metrics()}\n${await ofProcess().metrics()}`,
    figures: async () => ({
      turns: await total(turns.seconds), messages: await total(delivery.messages), announcements: await total(delivery.lateness),
      doubts: await total(delivery.doubts), undelivered: await total(delivery.undelivered), conflicts: await total(store.conflicts),
    }),
  };
}

/** Memory, processor and event loop are the process's own, however many services live in it: watched from the first look on. */
let processRegistry: Registry | null = null;
function ofProcess(): Registry {
  if (processRegistry === null) {
    processRegistry = new Registry();
    collectDefaultMetrics({ register: processRegistry });
  }
  return processRegistry;
}

function turnMetrics(registry: Registry) {
  const registers = [registry];
  const seconds = new Histogram({ registers, name: 'turnstone_turn_seconds', help: 'Activities of Teams, from their arrival to the answer', labelNames: ['kind', 'outcome'], buckets: turnBounds });
  const turnedAway = new Counter({ registers, name: 'turnstone_turned_away_total', help: 'Requests that were not let in, by reason', labelNames: ['reason'] });
  const reasonOf = bounded();
  const meter: Pick<Meter, 'turn' | 'turnedAway'> = {
    turn: ({ kind, outcome, lastedMs }) => seconds.observe({ kind, outcome }, inSeconds(lastedMs)),
    turnedAway: (why) => turnedAway.inc({ reason: reasonOf(why) }),
  };
  return { meter, seconds };
}

function deliveryMetrics(registry: Registry) {
  const registers = [registry];
  const messages = new Counter({ registers, name: 'turnstone_messages_total', help: 'Requests to Teams, by what became of them and by class of the HTTP status', labelNames: ['act', 'outcome', 'http'] });
  const tooMany = new Counter({ registers, name: 'turnstone_teams_throttled_total', help: 'Requests that Teams answered with 429', labelNames: ['act'] });
  const requestSeconds = new Histogram({ registers, name: 'turnstone_teams_request_seconds', help: 'How long requests to Teams took', labelNames: ['act'], buckets: requestBounds });
  const lateness = new Histogram({ registers, name: 'turnstone_announcement_lateness_seconds', help: 'From the deadline of an announcement until its request left', buckets: latenessBounds });
  const doubts = new Counter({ registers, name: 'turnstone_doubts_total', help: 'Messages of which nobody knew whether they had arrived', labelNames: ['cause'] });
  const twins = new Counter({ registers, name: 'turnstone_twins_folded_total', help: 'Messages that stood twice and were taken away' });
  const undelivered = new Counter({ registers, name: 'turnstone_undelivered_total', help: 'What somebody alone should have had and did not get', labelNames: ['what', 'why'] });
  const [whatOf, whyOf] = [bounded(), bounded()];
  const meter: Pick<Meter, 'sent' | 'announced' | 'doubted' | 'undelivered'> = {
    sent: ({ act, outcome, lastedMs }) => {
      messages.inc({ act, outcome: outcome.kind, http: httpClass(outcome) });
      requestSeconds.observe({ act }, inSeconds(lastedMs));
      if (outcome.kind === 'later' && outcome.why.startsWith('http-429')) tooMany.inc({ act });
      if (outcome.kind === 'unknown' && act === 'post') doubts.inc({ cause: 'no-answer' });
      if (outcome.kind === 'sent' && act === 'delete') twins.inc();
    },
    announced: (lateMs) => lateness.observe(inSeconds(Math.max(0, lateMs))),
    doubted: () => doubts.inc({ cause: 'lost-claim' }),
    undelivered: (what, why) => undelivered.inc({ what: whatOf(what), why: whyOf(why) }),
  };
  return { meter, messages, lateness, doubts, undelivered };
}

function storeMetrics(registry: Registry, charges: Looked['charges']) {
  const registers = [registry];
  const requests = new Histogram({ registers, name: 'turnstone_store_seconds', help: 'How long requests to the store took, by operation', labelNames: ['operation'], buckets: quickBounds });
  const faults = new Counter({ registers, name: 'turnstone_store_faults_total', help: 'Requests that the store failed', labelNames: ['operation'] });
  const conflicts = new Counter({ registers, name: 'turnstone_document_conflicts_total', help: 'Writes before which somebody else had written', labelNames: ['kind'] });
  charged({ registers, name: 'turnstone_store_requests_total', help: 'Requests that the database counted, further tries included' }, charges, ({ count }) => count);
  charged({ registers, name: 'turnstone_store_throttled_total', help: 'Of these, how often the database was too busy (429)' }, charges, ({ throttledCount }) => throttledCount);
  charged({ registers, name: 'turnstone_store_request_units_total', help: 'Request units, as the database counted them' }, charges, ({ requestUnits }) => requestUnits);
  const sweeps = new Histogram({ registers, name: 'turnstone_sweep_seconds', help: 'How long a sweep of the store took', buckets: quickBounds });
  const sweptAt = new Gauge({ registers, name: 'turnstone_last_sweep_timestamp_seconds', help: 'When the last whole sweep ended' });
  const backlog = new Backlog();
  waiting({ registers, name: 'turnstone_outbox_waiting', help: 'Documents with something to send that could go now' }, () => backlog.outbox.count);
  waiting({ registers, name: 'turnstone_outbox_oldest_seconds', help: 'For how long the oldest of what is to be sent has waited' }, () => inSeconds(backlog.outbox.oldestMs));
  waiting({ registers, name: 'turnstone_deadlines_waiting', help: 'Documents whose deadline is over and was not noticed yet' }, () => backlog.deadlines.count);
  waiting({ registers, name: 'turnstone_deadlines_oldest_seconds', help: 'By how much the oldest of them is over' }, () => inSeconds(backlog.deadlines.oldestMs));
  const meter: Pick<Meter, 'asked' | 'conflict' | 'swept'> = {
    asked: ({ operation, isFault, lastedMs }) => {
      requests.observe({ operation }, inSeconds(lastedMs));
      if (isFault) faults.inc({ operation });
    },
    conflict: (kind) => conflicts.inc({ kind }),
    swept: (swept) => {
      backlog.look(swept);
      sweeps.observe(inSeconds(swept.lastedMs));
      sweptAt.set(inSeconds(swept.realNow + swept.lastedMs));
    },
  };
  return { meter, conflicts };
}

/** What is asked for at every look. */
function standing(registry: Registry, { version, instance, store, isReady, isDraining, clockAheadMs }: Looked): void {
  const registers = [registry];
  new Gauge({ registers, name: 'turnstone_build_info', help: 'Which release runs, always 1', labelNames: ['version', 'store', 'instance'] }).set({ version, store, instance }, 1);
  new Gauge({ registers, name: 'turnstone_clock_ahead_seconds', help: 'By how much the clock of this machine is ahead of the database\'s', collect() { this.set(inSeconds(clockAheadMs())); } });
  new Gauge({ registers, name: 'turnstone_ready', help: '1 while the service takes requests', async collect() { this.set(Number(await isReady())); } });
  new Gauge({ registers, name: 'turnstone_draining', help: '1 from SIGTERM on', collect() { this.set(Number(isDraining())); } });
}

interface Named {
  readonly registers: Registry[];
  readonly name: string;
  readonly help: string;
}

/** The store counts by itself; its figures take the place of those of the last look. */
function charged(named: Named, charges: Looked['charges'], figure: (charge: Charge) => number): void {
  new Counter({
    ...named, labelNames: ['operation'],
    collect() {
      this.reset();
      for (const charge of charges()) this.inc({ operation: charge.operation }, figure(charge));
    },
  });
}

const waiting = (named: Named, figure: () => number): Gauge => new Gauge({ ...named, collect() { this.set(figure()); } });

const inSeconds = (ms: Millis): number => ms / secondMs;

/** `2xx` … `5xx`; `none` where no answer came. */
function httpClass(outcome: SendOutcome): string {
  const [, digit] = /^http-(\d)/.exec(outcome.kind === 'sent' ? 'http-2' : outcome.why) ?? [];
  return digit === undefined ? 'none' : `${digit}xx`;
}

const maxValues = 40;
/** Keys of ours as they are; were it ever something else, or too much, it is `other`, since each value costs for good. */
function bounded(): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (!known.has(value) && (known.size >= maxValues || !/^[a-z0-9-]{1,40}$/.test(value))) return 'other';
    known.add(value);
    return value;
  };
}

/** Over all labels; of a histogram, how often. */
async function total(metric: Counter | Histogram): Promise<number> {
  const { values } = await metric.get();
  return values.filter((each) => !('metricName' in each) || String(each.metricName).endsWith('_count')).reduce((sum, { value }) => sum + value, 0);
}
