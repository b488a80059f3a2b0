// What it costs to look something up in the history of one community as it grows: searches, records and pages on the
// embedded store, by number of stored turns.

import { rmSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { History } from '../../src/app/ports.ts';
import { similarOn } from '../../src/commands/similar.ts';
import { personTerm, termsIn } from '../../src/core/history/terms.ts';
import { emptyWriteUp } from '../../src/core/problem/write-up.ts';
import { realNow } from '../../src/system.ts';
import { openSqlite } from '../../src/stores/sqlite/open-sqlite.ts';
import { everywhere, hardly, partition, people, problemOf, scarcely, sessionOf, turnsPerSession, wordAt } from './history-entries.ts';

export interface HistoryBench {
  /** Stored turns at which to measure, rising. */
  readonly turnCounts: readonly number[];
  /** How often each lookup is made at each. */
  readonly lookupCount: number;
}

/**
 * Real ms: what half of the lookups stay below, and all but one in a hundred. `ownP99Ms`: the same in the time of the
 * processor, which other programs on the machine do not lengthen.
 */
interface Cost { readonly p50Ms: number; readonly p99Ms: number; readonly ownP99Ms: number }
type Lookup = (n: number, sessionCount: number) => Promise<unknown>;

const farOff = 9_000_000_000_000;
const pageSize = 6;
const searchMaxMs = 50;
const writtenAtOnce = 100;

/** Runs it and prints what was seen. Gives false when a search is slower than it may be, or a read grows faster than logarithmically. */
export async function benchHistory({ turnCounts, lookupCount }: HistoryBench): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'turnstone-bench-'));
  const path = join(folder, 'bench.sqlite');
  const store = await openSqlite({ store: 'sqlite', path }, realNow);
  const costs = new Map<string, Cost[]>();
  let sessionCount = 0;
  for (const turnCount of turnCounts) {
    for (; sessionCount * turnsPerSession < turnCount; sessionCount += writtenAtOnce) await write(store.history, sessionCount);
    for (const [name, lookup] of Object.entries(lookupsOf(store.history))) {
      costs.set(name, [...costs.get(name) ?? [], await measured(lookupCount, (n) => lookup(n, sessionCount))]);
    }
  }
  await store.close();
  const sizeMb = statSync(path).size / 1e6;
  rmSync(folder, { recursive: true, force: true });
  return report(turnCounts, costs, sizeMb);
}

const write = (history: History, from: number): Promise<unknown> =>
  Promise.all(Array.from({ length: writtenAtOnce }, (_, n) => sessionOf(from + n)).flat().map((entry) => history.add(entry, farOff)));

/** What people do, each with words and places that change from one time to the next. */
function lookupsOf(history: History): Readonly<Record<string, Lookup>> {
  const search = (text: string, others: readonly string[] = []) => history.search(partition, [...termsIn(text), ...others], { after: null, limit: pageSize });
  const person = (n: number): string => personTerm(people[n % people.length]?.id ?? '' as never);
  const page = async (startedAt: number): Promise<unknown> =>
    history.page(partition, Buffer.from(JSON.stringify([startedAt, ''])).toString('base64url'), pageSize);
  return {
    'search: a rare word': (n) => search(wordAt(400 + (n % 100))),
    'search: a common word': (n) => search(wordAt(n % 3)),
    'search: a word of every entry': () => search(everywhere),
    'search: two common words': (n) => search(`${wordAt(n % 3)} ${wordAt(3 + (n % 3))}`),
    'search: two words of every entry': () => search(`${everywhere} meeting`),
    'search: a common and a rare word': (n) => search(`${wordAt(n % 3)} ${wordAt(400 + (n % 100))}`),
    'search: by a person': (n) => search('', [person(n)]),
    'search: a common word by a person': (n) => search(wordAt(n % 3), [person(n)]),
    // The newest tell nothing of it: every session is looked through.
    'search: two such words, at their worst': () => search(`${hardly} ${scarcely}`),
    'search: a page far down': (n, sessionCount) => history.search(partition, termsIn(everywhere), { after: { score: 1, at: Math.floor(sessionCount / 2) * 1e6 + n, session: '' as never }, limit: pageSize }),
    'like a new problem': (n) => similarOn({ history, partition }, { ...emptyWriteUp, ...problemOf(n) }, null),
    'read: one record': (n, sessionCount) => history.ofSession(partition, sessionOf((n * 7919) % sessionCount)[0]?.session ?? '' as never),
    'read: the first page': () => history.page(partition, null, pageSize),
    'read: a page far down': (n, sessionCount) => page(((n * 7919) % sessionCount) * 1e6),
  };
}

async function measured(count: number, lookup: (n: number) => Promise<unknown>): Promise<Cost> {
  for (let n = 0; n < count / 10; n++) await lookup(n);
  const [tookMs, ownMs]: readonly [number[], number[]] = [[], []];
  for (let n = 0; n < count; n++) {
    const [startedAt, ownBefore] = [performance.now(), process.cpuUsage()];
    await lookup(n);
    const { user, system } = process.cpuUsage(ownBefore);
    tookMs.push(performance.now() - startedAt);
    ownMs.push((user + system) / 1_000);
  }
  const at = (share: number, of: readonly number[]): number => of.toSorted((a, b) => a - b)[Math.min(count - 1, Math.floor(share * count))] ?? Number.NaN;
  return { p50Ms: at(0.5, tookMs), p99Ms: at(0.99, tookMs), ownP99Ms: at(0.99, ownMs) };
}

function report(turnCounts: readonly number[], costs: ReadonlyMap<string, readonly Cost[]>, sizeMb: number): boolean {
  const logarithmic = Math.log(turnCounts.at(-1) ?? 1) / Math.log(turnCounts[0] ?? 1);
  const lines: string[] = [];
  let isWithin = true;
  for (const [name, of] of costs) {
    const [first, last] = [of[0]?.p50Ms ?? Number.NaN, of.at(-1)?.p50Ms ?? Number.NaN];
    const slowest = of.at(-1)?.ownP99Ms ?? Number.NaN;
    // A search may grow as it likes below its limit; a read may not.
    const isGood = name.startsWith('read') ? last / first <= logarithmic : slowest < searchMaxMs;
    isWithin &&= isGood;
    const cells = of.map(({ p50Ms, p99Ms }) => `${p50Ms.toFixed(3)} / ${p99Ms.toFixed(2)}`.padStart(17));
    lines.push(`  ${name.padEnd(40)}${cells.join('')}   own p99 ${slowest.toFixed(2)}   ratio ${(last / first).toFixed(2)}${isGood ? '' : '  TOO SLOW'}`);
  }
  process.stdout.write([
    `history: one community on the embedded store, p50 / p99 in real ms by stored turns (${sizeMb.toFixed(0)} MB at the last)`,
    `  ${''.padEnd(40)}${turnCounts.map((count) => count.toLocaleString('en-GB').padStart(17)).join('')}   own: of the processor, at the last; ratio of p50, last to first; a logarithm's: ${logarithmic.toFixed(2)}`,
    ...lines,
  ].join('\n') + '\n');
  return isWithin;
}
