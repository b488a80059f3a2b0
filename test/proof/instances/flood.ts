// The platform's pace over all processes together, at the speed of real time: three of them flood one flat chat and one
// tenant, and what the fake connector received is counted in every window.

import { setTimeout as wait } from 'node:timers/promises';
import type { CosmosServer } from '../../support/cosmos/cosmos-server.ts';
import type { Recorded } from '../../support/connector-faults.ts';
import { FakeConnector } from '../../support/fake-connector.ts';
import { type Chat, Person } from '../../support/person.ts';
import type { Dice } from '../../support/sim/dice.ts';
import { tenant } from '../kill-circle.ts';
import { Trio } from './trio.ts';

interface Window {
  readonly count: number;
  readonly perMs: number;
}
/** platform.md, "Limits of Teams". */
const conversationWindows: readonly Window[] = [{ count: 7, perMs: 1_000 }, { count: 8, perMs: 2_000 }, { count: 60, perMs: 30_000 }];
const tenantWindows: readonly Window[] = [{ count: 50, perMs: 1_000 }];
/** One send may take so much longer than another from its place to the connector, on a machine with much to do. */
const toleranceMs = 120;

const flat: Chat = { id: '19:flood@thread.v2', type: 'groupChat', name: 'Flood' };
const burstCount = 150;
const answerMs = 15;

export interface FloodResult {
  readonly faults: readonly string[];
  /** The most that came in each window. */
  readonly most: Readonly<Record<string, number>>;
}

export async function flood({ server, dice, lengthMs }: { readonly server: CosmosServer; readonly dice: Dice; readonly lengthMs: number }): Promise<FloodResult> {
  const connector = await new FakeConnector().start();
  connector.rule = () => ({ kind: 'slow', delayMs: answerMs });
  const trio = await Trio.start({ server, dice, clockRate: 1 });
  const person = (name: string, at: number): Person =>
    new Person({ name, id: name.toLowerCase().replace(' ', '-'), tenant, connector, botUrl: trio.instances[at % trio.instances.length]?.url ?? '' });
  const until = Date.now() + lengthMs;
  const asking: Promise<unknown>[] = [];
  const ask = (asked: Promise<unknown>): void => { asking.push(asked.catch(() => undefined)); };
  for (let n = 0; Date.now() < until; n++) {
    // Nine a second in the one chat, by way of all three, and now and then everybody at once in a chat of their own.
    for (let at = 0; at < 3; at++) ask(person(`Asker ${at}`, at).says(flat, 'status'));
    if (n % 30 === 5) for (let each = 0; each < burstCount; each++) { const one = person(`Lone ${each}`, each + n); ask(one.says(one.privateChat, 'help')); }
    await wait(333);
  }
  await Promise.all(asking);
  await wait(3_000);
  const faults = await trio.stop();
  await connector.stop();
  const counted = countedIn(connector.requests);
  return { faults: [...faults, ...counted.faults], most: counted.most };
}

/** Every window of every conversation, and of the tenant. */
function countedIn(requests: readonly Recorded[]): FloodResult {
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
