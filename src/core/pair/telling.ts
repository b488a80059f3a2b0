// How a pair tells its members something: by way of the person's document, each alone, and with what it is about, so that
// it is looked at once more just before it leaves.

import { personKey } from '../keys.ts';
import type { Effect } from '../machine.ts';
import type { BuddyNews, Message } from '../messages.ts';
import type { Instant } from '../time.ts';
import type { AboutPair, PairWhat } from './about-pair.ts';
import { newsMessage, proposalMessage } from './drawn.ts';
import { calendarOf, othersOf } from './members.ts';
import { nextMeetings, type Occurrence } from './meetings.ts';
import type { Pair, PairMember, Proposed } from './pair.ts';
import type { PersonId } from '../keys.ts';

export interface Letter {
  readonly what: PairWhat;
  readonly message: Message;
  readonly meeting: Occurrence | null;
  /** Not worth sending from then on; null for always. */
  readonly until: Instant | null;
  /** It waits for waking hours, if there are any before this instant (null: however long); absent: it is sent when it is due. */
  readonly waits?: { readonly before: Instant | null };
}

/** One message to one member alone. */
export function mail(pair: Pair, member: PairMember, { what, message, meeting, until, waits }: Letter): Effect {
  const { tenant, conversation: community, thread, id } = pair;
  const { name, teamsId } = member;
  const about: AboutPair = {
    kind: 'pair', what, tenant, community, person: member.id, pair: id, meeting: meeting === null ? null : { number: meeting.number, startsAt: meeting.startsAt },
  };
  return {
    do: 'tell', key: personKey(tenant, member.id), kind: 'person',
    event: {
      type: 'mail', message, name, insteadTo: { community, thread }, to: { tenant, person: { id: member.id, name, teamsId } }, until, about,
      // Their own hours are known where it waits, as they are then.
      ...(waits !== undefined && { hours: { calendar: calendarOf(pair), before: waits.before } }),
    },
  };
}

interface News {
  readonly news: BuddyNews;
  readonly meeting: Occurrence | null;
  /** What they ought to know of it before; null for nothing. */
  readonly before: Instant | null;
}

/** News for these members. */
export const tell = (pair: Pair, members: readonly PairMember[], { news, meeting, before }: News): readonly Effect[] =>
  members.map((member) => mail(pair, member, { what: 'news', message: newsMessage(pair, member, { news, meeting }), meeting, until: null, waits: { before } }));

/** News of a meeting for the others. `before`: absent for the start of the meeting. */
export const tellOthers = (pair: Pair, by: PersonId, { news, meeting, before = meeting.startsAt }: { readonly news: BuddyNews; readonly meeting: Occurrence; readonly before?: Instant | null }): readonly Effect[] =>
  tell(pair, othersOf(pair, by), { news, meeting, before });

/** The time that one of them proposes, for all who have to answer. */
export function tellProposal(pair: Pair, meeting: Occurrence, { proposed, asked, at }: { readonly proposed: Proposed; readonly asked: readonly PairMember[]; readonly at: Instant }): readonly Effect[] {
  return asked.flatMap((member) => {
    const message = proposalMessage(pair, member, { proposed, meeting });
    if (message === null) return [];
    const before = meeting.startsAt > at ? Math.min(meeting.startsAt, message.toAt) : message.toAt;
    return [mail(pair, member, { what: 'news', message, meeting, until: message.toAt, waits: { before } })];
  });
}

/** When those of a pair would meet next: what they are to hear before it. */
export const nextStartAt = (pair: Pair, at: Instant): Instant | null => nextMeetings(pair, at, 1)[0]?.startsAt ?? null;
