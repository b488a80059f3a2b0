// The busiest quarter of an hour for reminders: buddy pairs of many tenants on the embedded store, all of whose meetings
// begin within a quarter of an hour, so that everybody is reminded fifteen minutes ahead. And what the sweep costs while
// they all sleep. The connector is this process; every POST it gets is counted.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Doc } from '../../src/app/document.ts';
import type { Documents } from '../../src/app/ports.ts';
import { type Instant, type Millis, minuteMs, minutes, seconds } from '../../src/core/time.ts';
import { realNow } from '../../src/system.ts';
import { openSqlite } from '../../src/stores/sqlite/open-sqlite.ts';
import { pairOfChat, tenantOfPair, writePairs } from './many-pairs.ts';

export interface RemindersBench {
  /** Rising: asleep at each the sweep is measured, at the last the reminders go out. */
  readonly pairCounts: readonly number[];
  readonly tenantCount: number;
  /** Meetings begin in so many different minutes, as many in each. */
  readonly minuteCount: number;
  readonly asleepForMs: Millis;
}

/** Thursday, 14 January 2027, 16:00 in London. */
const firstStartsAt: Instant = Date.UTC(2027, 0, 14, 16);
const aheadMs = minutes(15);
/** For the service to start before anything is due. */
const leadMs = seconds(10);
const perTenantPerSecond = 48;
const wait = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

interface Used { readonly atMs: number; readonly ownMs: number; readonly memoryMb: number }
interface Post { readonly pair: number; readonly atMs: number }

/** Runs it and prints what was seen. Gives false when a reminder is missing or came twice. */
export async function benchReminders(bench: RemindersBench): Promise<boolean> {
  const { pairCounts, tenantCount, minuteCount } = bench;
  const folder = mkdtempSync(join(tmpdir(), 'turnstone-bench-'));
  const path = join(folder, 'bench.sqlite');
  const connector = await startConnector();
  const startsAt = (n: number): Instant => firstStartsAt + (n % minuteCount) * minuteMs;
  const asleep: number[] = [];
  let written = 0;
  for (const pairCount of pairCounts) {
    await withStore(path, async (documents) => {
      await writePairs(documents, { tenantCount, serviceUrl: connector.url, startsAt }, { from: written, to: pairCount });
      await setClock(documents, firstStartsAt - 60 * minuteMs);
    });
    written = pairCount;
    asleep.push(await shareAsleep(path, bench.asleepForMs));
  }
  await withStore(path, (documents) => setClock(documents, firstStartsAt - aheadMs - leadMs));
  const sent = await sendAll(path, connector, { pairCount: written, minuteCount });
  await connector.stop();
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`reminders: ${tenantCount} tenants, two to a pair\n  asleep, share of a core: ${pairCounts.map((count, n) => `${count.toLocaleString('en-GB')} pairs ${((asleep[n] ?? 0) * 100).toFixed(1)} %`).join(' · ')}\n`);
  return report(sent, connector.posts, bench);
}

interface Connector {
  readonly url: string;
  readonly posts: Post[];
  stop(): Promise<void>;
}

/** Answers every POST at once. */
async function startConnector(): Promise<Connector> {
  const posts: Post[] = [];
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      const [, chat = ''] = /conversations\/([^/]+)\//.exec(request.url ?? '') ?? [];
      posts.push({ pair: pairOfChat(decodeURIComponent(chat)), atMs: realNow() });
      response.writeHead(201, { 'Content-Type': 'application/json' }).end(`{"id":"${posts.length}"}`);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, posts,
    stop: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
  };
}

async function withStore(path: string, work: (documents: Documents) => Promise<void>): Promise<void> {
  const store = await openSqlite({ store: 'sqlite', path }, realNow);
  await work(store.documents);
  await store.close();
}

/** Local mode keeps its clock in the store. */
async function setClock(documents: Documents, serviceAt: Instant): Promise<void> {
  const key = { partition: 'local|clock', name: 'clock' };
  const stored = await documents.load(key);
  const doc: Doc = {
    key, kind: 'clock', v: 1, revision: (stored?.doc.revision ?? 0) + 1, state: { serviceAt, realAt: realNow(), rate: 1 },
    outbox: [], posted: {}, seen: [], wakeAt: null, retryAt: null, people: [], expiresAt: null,
  };
  await (stored === null ? documents.create(doc) : documents.replace(doc, stored.version));
}

interface Service {
  readonly used: readonly Used[];
  stop(): Promise<void>;
}

async function startService(path: string): Promise<Service> {
  const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'measured-reminders.ts')], {
    env: { ...process.env, LOCAL: 'true', PORT: '0', CLOCK_RATE: '1', SQLITE_PATH: path }, stdio: ['ignore', 'pipe', 'inherit'],
  });
  const used: Used[] = [];
  await new Promise<void>((resolve) => {
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const fact = JSON.parse(line) as Used | { readonly port: number };
      if ('port' in fact) resolve(); else used.push(fact);
    });
  });
  return {
    used,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

const ownMsBetween = (from: Used | undefined, to: Used | undefined): number => (to?.ownMs ?? Number.NaN) - (from?.ownMs ?? Number.NaN);

/** Of a core, over some sweeps in which nothing is due. */
async function shareAsleep(path: string, asleepForMs: Millis): Promise<number> {
  const service = await startService(path);
  await wait(seconds(3) + asleepForMs);
  await service.stop();
  const from = service.used.findIndex(({ atMs }) => atMs >= (service.used[0]?.atMs ?? 0) + seconds(2));
  const [first, last] = [service.used[from], service.used.at(-2)];
  return ownMsBetween(first, last) / ((last?.atMs ?? 0) - (first?.atMs ?? 0));
}

interface SentAll {
  readonly dueFromMs: number;
  readonly used: readonly Used[];
}

/** Until all are out, or the last meeting has begun. */
async function sendAll(path: string, { posts }: Connector, { pairCount, minuteCount }: { readonly pairCount: number; readonly minuteCount: number }): Promise<SentAll> {
  const startedAtMs = realNow();
  const service = await startService(path);
  const endsAtMs = startedAtMs + leadMs + aheadMs + minutes(minuteCount - 1);
  while (posts.length < 2 * pairCount && realNow() < endsAtMs) await wait(500);
  // Whatever comes twice would come now.
  await wait(seconds(3));
  await service.stop();
  return { dueFromMs: startedAtMs + leadMs, used: service.used };
}

function report({ dueFromMs, used }: SentAll, posts: readonly Post[], { pairCounts, tenantCount, minuteCount }: RemindersBench): boolean {
  const pairCount = pairCounts.at(-1) ?? 0;
  const dueAtMs = (pair: number): number => dueFromMs + (pair % minuteCount) * minuteMs;
  const perPair = Map.groupBy(posts, ({ pair }) => pair);
  const twice = [...perPair.values()].filter((of) => of.length > 2).length;
  const missing = 2 * pairCount - posts.length;
  const lateS = posts.map(({ pair, atMs }) => (atMs - dueAtMs(pair)) / 1_000).toSorted((a, b) => a - b);
  const at = (share: number): string => (lateS[Math.min(lateS.length - 1, Math.floor(share * lateS.length))] ?? Number.NaN).toFixed(1);
  const lastAtMs = Math.max(...used.map(({ atMs }) => atMs), 0);
  const firstPost = posts[0]?.atMs ?? 0;
  const lastPost = posts.at(-1)?.atMs ?? lastAtMs;
  const tookS = (lastPost - firstPost) / 1_000;
  const ownMs = ownMsBetween(used.findLast(({ atMs }) => atMs <= firstPost), used.find(({ atMs }) => atMs >= lastPost) ?? used.at(-1));
  process.stdout.write([
    `  ${(2 * pairCount).toLocaleString('en-GB')} reminders in ${minuteCount} minutes of a quarter of an hour: ${posts.length.toLocaleString('en-GB')} POSTs in ${tookS.toFixed(0)} s, ${(posts.length / tookS).toFixed(0)}/s (the platform's pace: ${perTenantPerSecond * tenantCount}/s)`,
    `  missing ${missing} · pairs with one too many ${twice} · after they were due, s: p50 ${at(0.5)} · p99 ${at(0.99)} · max ${at(1)} · later than the start ${lateS.filter((s) => s > aheadMs / 1_000).length}`,
    `  out of order within a tenant: ${outOfOrder(posts, tenantCount, minuteCount)} · own ms a reminder ${(ownMs / posts.length).toFixed(2)} · share of a core ${(ownMs / (lastPost - firstPost) * 100).toFixed(0)} % · memory ${Math.max(...used.map(({ memoryMb }) => memoryMb)).toFixed(0)} MB`,
  ].join('\n') + '\n');
  return missing === 0 && twice === 0;
}

/** Reminders that went after one of the same tenant whose meeting begins later. */
function outOfOrder(posts: readonly Post[], tenantCount: number, minuteCount: number): number {
  const latest = new Map<number, number>();
  return posts.filter(({ pair }) => {
    const [tenant, minute] = [tenantOfPair(pair, tenantCount), pair % minuteCount];
    const last = latest.get(tenant) ?? 0;
    latest.set(tenant, Math.max(last, minute));
    return minute < last;
  }).length;
}
