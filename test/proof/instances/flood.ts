// The platform's pace over all processes together, at the speed of real time: three of them flood one flat chat and one
// tenant, and what the fake connector received is counted in every window.

import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { CosmosServer } from '../../support/cosmos/cosmos-server.ts';
import { type Chat, Person, type PersonOptions } from '../../support/person.ts';
import type { Dice } from '../../support/sim/dice.ts';
import { tenant } from '../kill-circle.ts';
import type { Arrived } from './quiet-connector.ts';
import { Trio } from './trio.ts';

interface Window {
  readonly count: number;
  readonly perMs: number;
}
/** platform.md, "Limits of Teams". */
const conversationWindows: readonly Window[] = [{ count: 7, perMs: 1_000 }, { count: 8, perMs: 2_000 }, { count: 60, perMs: 30_000 }];
const tenantWindows: readonly Window[] = [{ count: 50, perMs: 1_000 }];
/**
 * One send may take so much longer than another from its place to the connector: a place is counted with the instant at which
 * it is asked for, and the store's answer, like the way to Teams, takes as long as it takes on a machine with much to do.
 */
const toleranceMs = 250;

const flat: Chat = { id: '19:flood@thread.v2', type: 'groupChat', name: 'Flood' };
/** More at once than one tenant may be sent to in a second, and not so many that the test server chokes on them. */
const burstCount = 75;
const burstMs = 1_000;
/** Until the processes have warmed up and know everybody, they are slower than any network; it is not judged. */
const warmingMs = 9_000;

export interface FloodResult {
  readonly faults: readonly string[];
  /** The most that came in each window. */
  readonly most: Readonly<Record<string, number>>;
  /** What the processes complained of. */
  readonly errors: Readonly<Record<string, number>>;
}

export async function flood({ server, dice, lengthMs }: { readonly server: CosmosServer; readonly dice: Dice; readonly lengthMs: number }): Promise<FloodResult> {
  const worker = new Worker(new URL('quiet-connector.ts', import.meta.url));
  const [url] = await once(worker, 'message') as [string];
  const connector: PersonOptions['connector'] = { url, privateChatOf: () => null, visible: () => [] };
  const trio = await Trio.start({ server, dice, clockRate: 1 });
  const person = (name: string, at: number): Person =>
    new Person({ name, id: name.toLowerCase().replace(' ', '-'), tenant, connector, botUrl: trio.instances[at % trio.instances.length]?.url ?? '' });
  const warmAt = Date.now() + warmingMs;
  const until = warmAt + lengthMs;
  const asking: Promise<unknown>[] = [];
  const ask = (asked: Promise<unknown>): void => { asking.push(asked.catch(() => undefined)); };
  for (let n = 0; Date.now() < until; n++) {
    // Nine a second in the one chat, by way of all three, and now and then everybody at once in a chat of their own.
    for (let at = 0; at < 3; at++) ask(person(`Asker ${at}`, at).says(flat, 'status'));
    const isWarm = Date.now() > warmAt;
    if (!isWarm) for (let each = n * 3; each < Math.min(burstCount, n * 3 + 3); each++) ask(asksAlone(person(`Lone ${each}`, each)));
    if (isWarm && n % 24 === 0) for (let each = 0; each < burstCount; each++) ask(wait(each * burstMs / burstCount).then(() => asksAlone(person(`Lone ${each}`, each))));
    await wait(333);
  }
  await Promise.all(asking);
  await wait(3_000);
  const errors = trio.instances.flatMap((each) => [...each.errors].map(([name, count]) => [`${each.address} ${name}`, count] as const));
  const faults = await trio.stop();
  worker.postMessage('stop');
  const [arrived] = await once(worker, 'message') as [readonly Arrived[]];
  const counted = countedIn(arrived.filter(({ at }) => at >= warmAt));
  return { faults: [...faults, ...counted.faults], most: counted.most, errors: Object.fromEntries(errors) };
}

const asksAlone = (one: Person): Promise<unknown> => one.says(one.privateChat, 'help');

/** Every window of every conversation, and of the tenant. */
function countedIn(requests: readonly Arrived[]): Omit<FloodResult, 'errors'> {
  const sends = requests.filter(({ act }) => act !== 'other');
  const byChat = Map.groupBy(sends.filter(({ conversation, act }) => conversation !== null && act !== 'members'), ({ conversation }) => conversation);
  const inChats = [...byChat.values()].flatMap((each) => conversationWindows.map((window) => ({ window, of: 'chat', most: mostIn(each.map(({ at }) => at), window.perMs) })));
  const inTenant = tenantWindows.map((window) => ({ window, of: 'tenant', most: mostIn(sends.map(({ at }) => at), window.perMs) }));
  const all = [...inChats, ...inTenant];
  const most = new Map<string, number>();
  for (const { window, of, most: count } of all) most.set(`${of} ${window.perMs} ms`, Math.max(count, most.get(`${of} ${window.perMs} ms`) ?? 0));
  return {
    faults: all.filter(({ window, most: count }) => count > window.count).map(({ window, of, most: count }) => `${count} in ${window.perMs} ms to one ${of}, where ${window.count} are allowed`),
    most: Object.fromEntries(most),
  };
}

/** The most of these instants, ascending, that lie in one window, which is taken a little short. */
function mostIn(instants: readonly number[], perMs: number): number {
  const lengthMs = perMs - toleranceMs;
  let [from, most] = [0, 0];
  instants.forEach((at, n) => {
    while ((instants[from] ?? at) <= at - lengthMs) from++;
    most = Math.max(most, n - from + 1);
  });
  return most;
}
