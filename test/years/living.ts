// Lives told lives by the service itself, all at once, and holds what it sent against what was expected of each.

import type { Store } from '../../src/app/ports.ts';
import { pairKey, personKey, type TenantId } from '../../src/core/keys.ts';
import type { Message } from '../../src/core/messages.ts';
import { community, eventOf, formed, id, ownTimes, personOf } from './acting.ts';
import type { Reminder, What } from './expectation.ts';
import type { Cast, Done, Told } from './telling.ts';
import { chatOf, type Left, tenantOf, World } from './world.ts';

export type Life = Told & { readonly cast: Cast };

export interface Lived {
  /** Reminders that are wrong, missing or came twice, and acts that were refused. */
  readonly faults: readonly string[];
  readonly sentCount: number;
}

/** How late a reminder may be, by the pace of Teams. */
const promptMs = 5_000;

interface Happening {
  readonly at: number;
  readonly happen: () => Promise<void>;
}

/** Lives all of them in one service. */
export async function live(lives: readonly Life[], watched?: (store: Store) => Store): Promise<Lived> {
  const [first] = lives;
  if (first === undefined) throw new Error('nobody lives');
  const { startAt, endAt, outages } = first.cast;
  const world = new World(startAt - 60_000, watched);
  await world.start();
  const refused: string[] = [];
  const happenings = [
    ...lives.flatMap((life, index) => lifeIn(world, { life, tenant: tenantOf(`t${index}`), refused })),
    ...outages.flatMap(({ from, until }): readonly Happening[] => [{ at: from, happen: () => world.stop() }, { at: until, happen: () => world.start() }]),
  ].sort((a, b) => a.at - b.at);
  for (const { at, happen } of happenings) {
    // Up to the instant before: what happens now comes first.
    await world.passTo(at - 1);
    await world.passTo(at);
    await happen();
    await world.time.idle();
  }
  await world.passTo(endAt);
  await world.stop();
  const faults = lives.flatMap((life, index) => compared(life, remindersTo(world.left, tenantOf(`t${index}`))).map((fault) => `${nameOf(life.cast)}: ${fault}`));
  return { faults: [...refused, ...world.errors, ...faults], sentCount: world.left.length };
}

const nameOf = ({ people, agreed }: Cast): string => `${people.join(' and ')} in ${agreed.slot.zone}`;

interface Living {
  readonly life: Life;
  readonly tenant: TenantId;
  readonly refused: string[];
}

function lifeIn(world: World, { life, tenant, refused }: Living): readonly Happening[] {
  const { cast, acts } = life;
  const key = pairKey(tenant, community, id);
  let rev = 0;
  const found = async (): Promise<void> => {
    for (const name of [...cast.people, 'Joy']) await world.meets(tenant, personOf(name));
    await world.loop.advance(key, 'pair', { event: formed(tenant, cast.people, cast.days) });
  };
  const act = async (done: Done): Promise<void> => {
    const outcome = await world.loop.advance(key, 'pair', { event: eventOf(done, rev) });
    if (outcome.kind !== 'moved') refused.push(`${nameOf(cast)}: ${outcome.kind} ${outcome.kind === 'refused' ? JSON.stringify(outcome.refusal) : ''} ${new Date(done.at).toISOString()} ${JSON.stringify(done.act)}`);
    if (done.act.do === 'agree') rev++;
    if (done.act.do === 'own') await sets(world, { tenant, by: done.act.by, own: ownTimes(done.act.own) });
  };
  return [{ at: cast.startAt - 30_000, happen: found }, ...acts.map((done) => ({ at: done.at, happen: () => act(done) }))];
}

/** What they set is theirs too: mail that waits goes by it. */
async function sets(world: World, { tenant, by, own }: { readonly tenant: TenantId; readonly by: string; readonly own: ReturnType<typeof ownTimes> }): Promise<void> {
  const person = personOf(by);
  await world.loop.advance(personKey(tenant, person.id), 'person', { event: { type: 'profile-saved', tenant, by: person, profile: { ...own, school: '', schoolPhase: '', role: '' } } });
}

function remindersTo(left: readonly Left[], tenant: TenantId): readonly Reminder[] {
  return left.flatMap(({ at, chat, message }) => {
    const to = chat.slice(chatOf(tenant, '').length);
    const seen = chat === chatOf(tenant, to) ? seenIn(message) : null;
    return seen === null ? [] : [{ at, to, ...seen }];
  });
}

/** Which reminder a message is; null for another. */
function seenIn(message: Message): Pick<Reminder, 'what' | 'n' | 'startsAt'> | null {
  const of = (what: What, { meeting, startsAt }: { readonly meeting: number; readonly startsAt: number }) => ({ what, n: meeting, startsAt });
  switch (message.card) {
    case 'buddy-reminder': return of(message.is, message);
    case 'buddy-follow-up': return of(message.isAgain ? 'again' : 'after', message);
    case 'buddy-offer': return message.why.is === 'clash' ? of('clash', message) : null;
    case 'buddy-news': return message.news.is === 'lapsed' ? of('lapsed', { meeting: message.meeting ?? 0, startsAt: message.news.at }) : null;
    default: return null;
  }
}

const wordsOf = ({ to, what, n, startsAt }: Reminder): string => `${what} of ${n} (${new Date(startsAt).toISOString().slice(0, 16)}) to ${to}`;

/** Each expected reminder takes the first that was sent like it, at its instant. */
export function compared({ expectation }: Told, sent: readonly Reminder[]): readonly string[] {
  const left = [...sent];
  const missing = expectation.reminders.flatMap((expected) => {
    const index = left.findIndex((each) => wordsOf(each) === wordsOf(expected) && each.at >= expected.at && each.at < expected.at + promptMs);
    if (index >= 0) left.splice(index, 1);
    return index >= 0 ? [] : [{ at: expected.at, says: `missing ${wordsOf(expected)}` }];
  });
  const extra = left.map((each) => ({ at: each.at, says: `unexpected ${wordsOf(each)}` }));
  return [...missing, ...extra].sort((a, b) => a.at - b.at).map(({ at, says }) => `${new Date(at).toISOString()} ${says}`);
}
