// How a meeting stands for one of its members, as a card: what a press is answered with, whatever came of it.

import type { BuddyFollowUpMessage, BuddyNews, BuddyOfferMessage, BuddyProposalMessage, Message, OfferReason } from '../messages.ts';
import type { Instant } from '../time.ts';
import { clashOf } from './clashes.ts';
import { followUpMessage, newsMessage, offerMessage, proposalMessage, reminderMessage } from './drawn.ts';
import { nameOf } from './members.ts';
import { nextMeetings, nextStanding, type Occurrence, recordOf } from './meetings.ts';
import type { MeetingState, Pair, PairMember } from './pair.ts';
import { hasMet } from './tally.ts';

export type BuddyCard = Extract<Message, { card: 'buddy-reminder' | 'buddy-follow-up' | 'buddy-offer' | 'buddy-proposal' | 'buddy-news' }>;

/** A meeting, one of its members, and when they look. */
export interface Looked {
  readonly pair: Pair;
  readonly member: PairMember;
  readonly meeting: Occurrence;
  readonly at: Instant;
}

/** What this member can do about it now, else what has become of it. */
export function standingCard(looked: Looked): BuddyCard {
  const { pair, member, meeting, at } = looked;
  const { state, startsAt } = meeting;
  switch (state.is) {
    case 'standing': {
      const { without, met } = recordOf(pair, meeting.number);
      if (startsAt <= at) return met[member.id] === undefined ? askingCard(looked) : answeredCard(looked, null);
      return without.includes(member.id) ? toldCard(looked, { is: 'without', by: null, at: startsAt }) : reminderMessage(pair, member, { is: 'prepare', meeting });
    }
    case 'unsettled': return unsettledCard(looked, state);
    case 'alone': return toldCard(looked, { is: 'alone', by: otherBy(looked, state.by), at: startsAt });
    case 'lapsed': return toldCard(looked, { is: 'lapsed', at: startsAt, nextAt: nextAfter(looked) });
  }
}

export const askingCard = ({ pair, member, meeting }: Looked): BuddyFollowUpMessage => followUpMessage(pair, member, { isAgain: false, meeting });

/** What they have said of a meeting is kept. `dueOn`: of the action that went with it. */
export function answeredCard(looked: Looked, dueOn: string | null): BuddyFollowUpMessage {
  const { pair, member, meeting: { number, startsAt }, at } = looked;
  const record = recordOf(pair, number);
  const [following] = nextMeetings(pair, startsAt, 1);
  const isOpen = hasMet(record) === false && (following === undefined || following.startsAt > at);
  return { ...askingCard(looked), saved: { didMeet: record.met[member.id] === true, dueOn, nextAt: nextAfter(looked), isOpen } };
}

/** When they meet next, after this one and from now on. */
const nextAfter = ({ pair, meeting, at }: Looked): Instant | null => nextStanding(pair, { startsAt: Math.max(at, meeting.startsAt) })?.startsAt ?? null;

export const toldCard = ({ pair, member, meeting }: Looked, news: BuddyNews): BuddyCard => newsMessage(pair, member, { news, meeting });

/** Who did it, by name; null for the member themselves. */
const otherBy = ({ pair, member }: Looked, by: PairMember['id']): string | null => (by === member.id ? null : nameOf(pair, by));

type Unsettled = Extract<MeetingState, { is: 'unsettled' }>;

function unsettledCard(looked: Looked, { proposed }: Unsettled): BuddyCard {
  const { pair, member, meeting } = looked;
  const card = proposed === null ? null : proposalMessage(pair, member, { proposed, meeting });
  if (card === null || proposed === null) return choicesCard(looked);
  const hasAnswered = proposed.by === member.id || proposed.agreed.includes(member.id);
  return hasAnswered ? toldCard(looked, { is: 'proposed', by: otherBy(looked, proposed.by), at: meeting.startsAt, toAt: card.toAt }) : card;
}

/** The card with the inputs for another time: the proposal they have to answer, else all choices. */
export function choicesCard(looked: Looked): BuddyOfferMessage | BuddyProposalMessage {
  const { pair, member, meeting, at } = looked;
  const { state } = meeting;
  const proposed = state.is === 'unsettled' ? state.proposed : null;
  const isAsked = proposed !== null && proposed.by !== member.id && !proposed.agreed.includes(member.id);
  const card = isAsked ? proposalMessage(pair, member, { proposed, meeting }) : null;
  return card ?? offerMessage(pair, member, { why: whyOf(looked), meeting, at });
}

function whyOf({ pair, member, meeting, at }: Looked): OfferReason {
  const { state, startsAt } = meeting;
  if (state.is === 'lapsed' || (state.is === 'standing' && startsAt <= at)) return { is: 'lapsed' };
  if (state.is === 'unsettled' && !state.cannot.includes(member.id)) return { is: 'other-cannot', by: nameOf(pair, state.by) };
  const clash = state.is === 'standing' && !meeting.isKept ? clashOf(pair, meeting, member) : null;
  return clash === null ? { is: 'own' } : { is: 'clash', ...clash };
}
