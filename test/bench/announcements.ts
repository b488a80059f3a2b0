// Lateness of phase cards: many sessions of many tenants on the embedded store, starts spread at random over a minute,
// the connector (this process) answering in 100 ms.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { FakeConnector } from '../support/fake-connector.ts';
import { type Chat, Person } from '../support/person.ts';

export interface Announcements {
  readonly sessionCount: number;
  readonly tenantCount: number;
  /** Times faster than real time. */
  readonly rate: number;
  /** Minutes of the service's clock to watch after the last start. */
  readonly watchMinutes: number;
}

interface Told { readonly phase: string; readonly thread: string; readonly lateMs: number; readonly startsAt: number; readonly lengthMs: number }

const answerMs = 100;
const ownerCount = 4;
const wait = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Runs it and prints what was seen. Gives false when a card is missing. */
export async function benchAnnouncements({ sessionCount, tenantCount, rate, watchMinutes }: Announcements): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'turnstone-bench-'));
  const connector = await new FakeConnector().start();
  connector.rule = () => ({ kind: 'slow', delayMs: answerMs });
  const told: Told[] = [];
  const service = await start(folder, rate, told);
  const minuteRealMs = 60_000 / rate;
  await Promise.all(Array.from({ length: sessionCount }, async (_, n) => {
    const chat: Chat = { id: `19:bench-${n}@thread.v2`, type: 'groupChat' };
    const tenant = `tenant-${n % tenantCount}`;
    const people = Array.from({ length: ownerCount }, (__, seat) => new Person({ name: `Person ${n}-${seat}`, id: `person-${n}-${seat}`, tenant, connector, botUrl: service.url }));
    await wait(Math.random() * minuteRealMs);
    await people[0]?.says(chat, 'start');
    await connector.waitFor((seen) => seen.visible(chat.id).length > 0, 60_000);
    for (const person of people) await person.presses(chat, { title: 'I\'m in, with a problem' });
    await people[0]?.presses(chat, { title: 'Start session' });
  }));
  await wait(watchMinutes * minuteRealMs);
  service.process.kill('SIGTERM');
  await new Promise((resolve) => service.process.once('exit', resolve));
  await connector.stop();
  rmSync(folder, { recursive: true, force: true });
  return report(told, { sessionCount, rate });
}

async function start(folder: string, rate: number, told: Told[]): Promise<{ readonly process: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'measured-service.ts')], {
    env: { ...process.env, LOCAL: 'true', PORT: '0', CLOCK_RATE: String(rate), SQLITE_PATH: join(folder, 'bench.sqlite') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const fact = JSON.parse(line) as Told | { readonly port: number };
      if ('port' in fact) resolve(fact.port); else told.push(fact);
    });
  });
  return { process: child, url: `http://127.0.0.1:${port}` };
}

function report(told: readonly Told[], { sessionCount, rate }: { readonly sessionCount: number; readonly rate: number }): boolean {
  const lateRealMs = told.map(({ lateMs }) => lateMs / rate).toSorted((a, b) => a - b);
  const at = (share: number): string => (lateRealMs[Math.min(lateRealMs.length - 1, Math.floor(share * lateRealMs.length))] ?? Number.NaN).toFixed(1);
  const byThread = Map.groupBy(told, ({ thread }) => thread);
  const errors = [...byThread.values()].flatMap((cards) => cards.slice(1).map((card, index) => {
    const before = cards[index];
    return before === undefined ? 0 : Math.abs((card.startsAt + card.lateMs) - (before.startsAt + before.lateMs) - before.lengthMs) / Math.max(1_000, before.lengthMs / 100);
  }));
  const outside = errors.filter((share) => share > 1).length;
  process.stdout.write([
    `announcements: ${sessionCount} sessions at ${rate} × real time, ${told.length} phase cards of ${byThread.size} sessions`,
    `  own lateness (deadline → POST begun), real ms: p50 ${at(0.5)} · p99 ${at(0.99)} · max ${at(1)}`,
    `  phases outside 1 % or 1 s of their minutes: ${outside} of ${errors.length}`,
  ].join('\n') + '\n');
  return byThread.size === sessionCount;
}
