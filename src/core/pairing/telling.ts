// What others are told of a change in the pairing, read off the two states: the pairs, the people who take part, and the
// community, which knows its coordinator. So that every change tells the same, however it came about.

import { communityKey, pairKey, type PersonId, personKey } from '../keys.ts';
import type { Effect } from '../machine.ts';
import type { PairingNews } from '../messages/pairing-messages.ts';
import type { EndReason, PairEvent } from '../pair/events.ts';
import type { PairMember } from '../pair/pair.ts';
import type { Person } from '../session/session.ts';
import type { Instant } from '../time.ts';
import { type Buddy, isIn, type Paired, type Pairing, type PairingReason, pairOf } from './pairing.ts';
import { reasonsOf } from './reasons.ts';
import { isSameGroup } from './regrouping.ts';

/** Why pairs change, who saw to it (null for the bot), and when. */
export interface Cause {
  readonly why: EndReason;
  readonly by: Person | null;
  readonly at: Instant;
}

const isOther = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);
const missing = (ids: readonly PersonId[], from: readonly PersonId[]): readonly PersonId[] => ids.filter((id) => !from.includes(id));

/** Everything that follows for others; nothing where nothing has changed for them. */
export function changesTold(before: Pairing, after: Pairing, cause: Cause): readonly Effect[] {
  const begun = Object.values(after.people).filter(({ id, is }) => is === 'in' && !isIn(before, id)).map((person) => buddying(after, person));
  const ended = before.pairs.filter(({ id }) => !after.pairs.some((pair) => pair.id === id)).map(({ id }) => toPair(before, id, { type: 'ended', why: cause.why, by: cause.by }));
  const changed = after.pairs.flatMap((pair) => pairTold({ before, after, cause }, pair));
  return [...begun, ...ended, ...changed, ...waitingTold(before, after, cause)];
}

const toPair = ({ tenant, conversation }: Pairing, pair: Paired['id'], event: PairEvent): Effect => ({ do: 'tell', key: pairKey(tenant, conversation, pair), kind: 'pair', event });

const buddying = ({ tenant, conversation }: Pairing, { id, name, teamsId }: Buddy): Effect =>
  ({ do: 'tell', key: personKey(tenant, id), kind: 'person', event: { type: 'buddying-begun', tenant, person: { id, name, teamsId }, community: conversation } });

const memberOf = ({ people }: Pairing, id: PersonId): PairMember => ({ id, name: people[id]?.name ?? '', teamsId: people[id]?.teamsId ?? null, own: people[id]?.own ?? { zone: null, waking: null, pausedUntil: null }, isSilent: false });

interface Change {
  readonly before: Pairing;
  readonly after: Pairing;
  readonly cause: Cause;
}

function pairTold({ before, after, cause }: Change, { id, members }: Paired): readonly Effect[] {
  const { tenant, conversation, thread, days } = after;
  const was = before.pairs.find((pair) => pair.id === id)?.members;
  const reasons = whyTogether(before, members, cause.at);
  if (was === undefined) return [toPair(after, id, { type: 'formed', tenant, conversation, thread, id, members: members.map((each) => memberOf(after, each)), days, reasons })];
  const staying = members.filter((each) => was.includes(each) && isOther(before.people[each]?.own, after.people[each]?.own));
  const told: readonly PairEvent[] = [
    // In this order they are never more than three, and since two of them stay never fewer than two.
    ...missing(was, members).map((person): PairEvent => ({ type: 'member-gone', person, why: cause.why, by: cause.by })),
    ...missing(members, was).map((each): PairEvent => ({ type: 'member-joined', member: memberOf(after, each), reasons })),
    ...staying.map((person): PairEvent => ({ type: 'own-times-known', person, own: memberOf(after, person).own })),
    ...(isOther(before.days, days) ? [{ type: 'days-known', days } as const] : []),
  ];
  return told.map((event) => toPair(after, id, event));
}

/** As the proposal said, else by hand. */
function whyTogether(before: Pairing, members: readonly PersonId[], at: Instant): readonly PairingReason[] {
  const proposed = before.proposal?.groups.find((group) => isSameGroup(group.members, members));
  return proposed?.reasons ?? [...reasonsOf(before, members, at), { is: 'by-hand' }];
}

/** The coordinator hears who is without a buddy from now on; who they are, the community knows. */
function waitingTold(before: Pairing, after: Pairing, { by }: Cause): readonly Effect[] {
  const news = Object.values(after.people).filter(({ is, id }) => is === 'in' && pairOf(after, id) === undefined).flatMap(({ id, name }): readonly Lonely[] => {
    if (pairOf(before, id) !== undefined) return [{ name, because: 'left-alone' }];
    return isIn(before, id) ? [] : [{ name, because: before.people[id]?.is === 'left' ? 'back' : 'asked-in' }];
  });
  return becauses.flatMap((because): readonly Effect[] => {
    const names = news.filter((each) => each.because === because).map(({ name }) => name);
    const { tenant, conversation } = after;
    return names.length === 0 ? [] : [{ do: 'tell', key: communityKey(tenant, conversation), kind: 'community', event: { type: 'buddies-wait', names, because, by: by?.id ?? null } }];
  });
}

type Because = Extract<PairingNews, { is: 'waiting' }>['because'];
const becauses: readonly Because[] = ['left-alone', 'back', 'asked-in'];
interface Lonely {
  readonly name: string;
  readonly because: Because;
}

/** A word to one of them alone, in waking hours. */
export function mailed({ tenant, conversation: community, thread, days }: Pairing, { id, name, teamsId }: Buddy, news: PairingNews): Effect {
  return {
    do: 'tell', key: personKey(tenant, id), kind: 'person', event: {
      type: 'mail', name, message: { card: 'pairing-news', community, communityName: null, news }, insteadTo: { community, thread }, to: { tenant, person: { id, name, teamsId } },
      about: { kind: 'pairing', tenant, community, person: id }, hours: { calendar: days, before: null },
    },
  };
}
