// Reminders come once though three processes look after them: planned meetings and buddies of several communities, the clock
// moved on over weeks by what is typed to one process or another, processes killed on the way.

import { setTimeout as wait } from 'node:timers/promises';
import { conversationId, partitionOf, tenantId } from '../../../src/core/keys.ts';
import { dayMs, hourMs } from '../../../src/core/time.ts';
import type { CosmosServer } from '../../support/cosmos/cosmos-server.ts';
import { FakeConnector } from '../../support/fake-connector.ts';
import { type Chat, Person } from '../../support/person.ts';
import { linesOf } from '../../support/read-card.ts';
import type { Dice } from '../../support/sim/dice.ts';
import { tenant } from '../kill-circle.ts';
import { anchorOf, shown } from './typed-clock.ts';
import { Trio } from './trio.ts';

/** What each member is told alone until the meetings are over, by heading, and how often. */
const expectedAlone: Readonly<Record<string, number>> = {
  'Your problem for the next meeting': 2, 'Your next buddy meeting': 1, 'Your buddy meeting is about to begin': 1, 'Did you meet your buddy?': 1, 'Did you meet? I ask once more': 1,
};
/** What the community is told. */
const expectedTogether: Readonly<Record<string, number>> = { "Before we start: who's here?": 1 };
const thursday = 4;
const settlesMs = 4_000;

export interface RemindersParts {
  readonly server: CosmosServer;
  readonly dice: Dice;
  readonly communityCount: number;
}
export interface RemindersResult {
  readonly faults: readonly string[];
  readonly reminderCount: number;
  /** Not sent again because they may have come, as the delivery report tells. */
  readonly unsureCount: number;
}

interface Community {
  readonly chat: Chat;
  readonly members: readonly [Person, Person];
}

export async function reminders({ server, dice, communityCount }: RemindersParts): Promise<RemindersResult> {
  const connector = await new FakeConnector().start();
  connector.rule = () => ({ kind: 'slow', delayMs: 20 });
  const trio = await Trio.start({ server, dice, clockRate: 1 });
  const person = (name: string): Person =>
    new Person({ name, id: name.toLowerCase().replaceAll(' ', '-'), tenant, connector, get botUrl() { return dice.pick(trio.healthy).url; } });
  // A Thursday at least ten days ahead, so that both nudges lie ahead; nobody works to holidays here.
  const now = shown(await anchorOf(trio), Date.now());
  const meetingOn = Array.from({ length: 7 }, (_, n) => new Date(now + (10 + n) * dayMs)).find((day) => day.getUTCDay() === thursday)?.toISOString().slice(0, 10) ?? '';
  const communities = await Promise.all(Array.from({ length: communityCount }, (_, n) => setUp(n, { person, meetingOn })));
  await trio.drained(30_000);
  await passes(Date.parse(`${meetingOn}T00:00:00Z`) + 6 * dayMs + 12 * hourMs, { trio, dice, connector });
  const stuck = await trio.drained(60_000);
  const told = await Promise.all(communities.map((each) => faultsOf(each, { trio, connector })));
  const ended = await trio.stop();
  await connector.stop();
  return {
    faults: [...stuck, ...ended, ...told.flatMap(({ faults }) => faults)],
    reminderCount: told.reduce((sum, each) => sum + each.reminderCount, 0), unsureCount: told.reduce((sum, each) => sum + each.unsureCount, 0),
  };
}

async function setUp(n: number, { person, meetingOn }: { readonly person: (name: string) => Person; readonly meetingOn: string }): Promise<Community> {
  const chat: Chat = { id: `19:weeks-${n}@thread.v2`, type: 'groupChat', name: `Weeks ${n}` };
  const [ann, ben] = [person(`Ann Able${n}`), person(`Ben Bold${n}`)];
  const settings = { zone: 'Europe/London', protocol: 'npq-community', movesOn: 'clock', nextDate: meetingOn, nextTime: '16:00', rhythm: 'none', holidays: 'none', reminders: 'true' };
  await ann.forges(chat, { verb: 'set-up', data: settings });
  for (const each of [ann, ben]) {
    await each.says(chat, 'status');
    await each.says(each.privateChat, 'help');
  }
  await ann.says(chat, `pairs ${ann.name} and ${ben.name}`);
  await wait(settlesMs);
  const agreed = { rev: 0, shown: '', sureOf: '', weekday: 'thursday', time: '14:00', first: meetingOn, zone: 'Europe/London', alternativeWeekday: '', alternativeTime: '', format: 'in-person', joinLink: '', modules: '' };
  await ann.forges(ann.privateChat, { verb: 'buddy-save', data: { community: chat.id, pair: '1', ...agreed } });
  return { chat, members: [ann, ben] };
}

/** The clock is moved on in leaps of some days, each typed to another process; now and then one of the three is killed meanwhile. */
async function passes(to: number, { trio, dice, connector }: { readonly trio: Trio; readonly dice: Dice; readonly connector: FakeConnector }): Promise<void> {
  for (let n = 0; ; n++) {
    const hours = Math.min(60 + dice.below(60), Math.ceil((to - shown(await anchorOf(trio), Date.now())) / hourMs));
    if (hours <= 0) return;
    const driver = dice.pick(trio.healthy);
    const keeper = new Person({ name: 'Keeper', id: 'keeper', tenant, connector, botUrl: driver.url });
    const moved = keeper.says(keeper.privateChat, `clock +${hours}h`).catch(() => undefined);
    // Every second leap costs somebody their life, at times whoever moves the clock.
    const victim = n % 2 === 1 ? dice.pick(trio.instances) : null;
    if (victim !== null) {
      await wait(dice.between(50, 2_500));
      await victim.kill();
      await victim.start();
    }
    await moved;
  }
}

async function faultsOf({ chat, members }: Community, { trio, connector }: { readonly trio: Trio; readonly connector: FakeConnector }): Promise<RemindersResult> {
  const stored = await trio.store.documents.load({ partition: partitionOf(tenantId(tenant), conversationId(chat.id)), name: 'community' });
  const undelivered = (Object(stored?.doc.state) as { readonly undelivered?: readonly { readonly name: string; readonly why: string }[] }).undelivered ?? [];
  let reminderCount = 0;
  const alone = members.flatMap((member) => {
    const missing = Object.entries(expectedAlone).map(([heading, count]) => ({ heading, more: posts(connector, member.privateChat, heading) - count }));
    reminderCount += missing.reduce((sum, { heading, more }) => sum + (expectedAlone[heading] ?? 0) + more, 0);
    const told = undelivered.filter(({ name }) => name === member.name);
    const twice = missing.filter(({ more }) => more > 0).map(({ heading, more }) => `${member.name}: "${heading}" came ${more} times too often`);
    const lost = missing.reduce((sum, { more }) => sum + Math.max(0, -more), 0);
    const unsaid = lost === told.length ? [] : [`${member.name}: ${lost} did not come (${missing.filter(({ more }) => more < 0).map(({ heading }) => heading).join(', ')}), and the report tells of ${told.length}`];
    const needless = told.filter(({ why }) => why !== 'unsure').map(({ why }) => `${member.name}: not delivered, ${why}`);
    return [...twice, ...unsaid, ...needless];
  });
  const together = Object.entries(expectedTogether).map(([heading, count]) => ({ heading, count, seen: posts(connector, chat, heading) }))
    .filter(({ count, seen }) => seen !== count).map(({ heading, seen }) => `${chat.name}: "${heading}" stands ${seen} times`);
  return { faults: [...alone, ...together], reminderCount, unsureCount: undelivered.filter(({ why }) => why === 'unsure').length };
}

const posts = ({ requests }: FakeConnector, { id }: Chat, heading: string): number =>
  requests.filter(({ act, conversation, isApplied, body }) => act === 'post' && isApplied && conversation === id && linesOf(body)[0] === heading).length;
