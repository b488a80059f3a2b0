// What it costs to look something up in the history of one community as it grows: searches, records and pages on the
// embedded store, by number of stored turns.

import { rmSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { History } from '../../src/app/ports.ts';
import { personTerm, termsIn } from '../../src/core/history/terms.ts';
import { realNow } from '../../src/system.ts';
import { openSqlite } from '../../src/stores/sqlite/open-sqlite.ts';
import { everywhere, people, partition, sessionOf, turnsPerSession, wordAt } from './history-entries.ts';

export interface HistoryBench {
  /** Stored turns at which to measure, rising. */
  readonly turnCounts: readonly number[];
  /** How often each lookup is made at each. */
  readonly lookupCount: number;
}

/** Real ms: what half of the lookups stay below, and all but one in a hundred. */
interface Cost { readonly p50Ms: number; readonly p99Ms: number }
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
    'search: a page far down': (n, sessionCount) => history.search(partition, termsIn(everywhere), { after: { score: 1, at: Math.floor(sessionCount / 2) * 1e6 + n, session: '' as never }, limit: pageSize }),
    'read: one record': (n, sessionCount) => history.ofSession(partition, sessionOf((n * 7919) % sessionCount)[0]?.session ?? '' as never),
    'read: the first page': () => history.page(partition, null, pageSize),
    'read: a page far down': (n, sessionCount) => page(((n * 7919) % sessionCount) * 1e6),
  };
}

async function measured(count: number, lookup: (n: number) => Promise<unknown>): Promise<Cost> {
  for (let n = 0; n < count / 10; n++) await lookup(n);
  const tookMs: number[] = [];
  for (let n = 0; n < count; n++) {
    const startedAt = performance.now();
    await lookup(n);
    tookMs.push(performance.now() - startedAt);
  }
  const at = (share: number): number => tookMs.toSorted((a, b) => a - b)[Math.min(count - 1, Math.floor(share * count))] ?? Number.NaN;
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}

function report(turnCounts: readonly number[], costs: ReadonlyMap<string, readonly Cost[]>, sizeMb: number): boolean {
  const logarithmic = Math.log(turnCounts.at(-1) ?? 1) / Math.log(turnCounts[0] ?? 1);
  const lines: string[] = [];
  let isWithin = true;
  for (const [name, of] of costs) {
    const [first, last] = [of[0]?.p50Ms ?? Number.NaN, of.at(-1)?.p50Ms ?? Number.NaN];
    const slowest = of.at(-1)?.p99Ms ?? Number.NaN;
    const isGood = name.startsWith('search') ? slowest < searchMaxMs : last / first <= logarithmic;
    isWithin &&= isGood;
    const cells = of.map(({ p50Ms, p99Ms }) => `${p50Ms.toFixed(3)} / ${p99Ms.toFixed(3)}`.padStart(17));
    lines.push(`  ${name.padEnd(36)}${cells.join('')}   ratio ${(last / first).toFixed(2)}${isGood ? '' : '  TOO SLOW'}`);
  }
  process.stdout.write([
    `history: one community on the embedded store, p50 / p99 in real ms by stored turns (${sizeMb.toFixed(0)} MB at the last)`,
    `  ${''.padEnd(36)}${turnCounts.map((count) => count.toLocaleString('en-GB').padStart(17)).join('')}   ratio of p50, last to first; a logarithm's: ${logarithmic.toFixed(2)}`,
    ...lines,
  ].join('\n') + '\n');
  return isWithin;
}
