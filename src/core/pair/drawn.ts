// What a member of a pair is shown of a meeting, drawn from the state as it is: for messages that are sent, and for the
// answer to a press. The name of the community, and actions, are filled in when a message leaves.

import { addDays, instantAt } from '../calendar/local-time.ts';
import type { BuddyFollowUpMessage, BuddyNews, BuddyNewsMessage, BuddyOfferMessage, BuddyProposalMessage, BuddyReminderMessage, OfferReason } from '../messages.ts';
import type { Instant } from '../time.ts';
import { nameOf, othersOf, zoneOfPair } from './members.ts';
import { moduleOf, nextStanding, type Occurrence, recordOf } from './meetings.ts';
import { alternativeFor } from './moving.ts';
import type { Pair, PairMember, Proposed } from './pair.ts';

const ofPair = (pair: Pair, { id }: PairMember) => ({
  ofPair: { community: pair.conversation, pair: pair.id }, communityName: null, others: othersOf(pair, id).map(({ name }) => name),
});
const ofMeeting = (pair: Pair, member: PairMember, { number, startsAt, zone }: Occurrence) => ({ ...ofPair(pair, member), zone, meeting: number, startsAt });

/** Two days, or fifteen minutes, before a meeting. */
export function reminderMessage(pair: Pair, member: PairMember, { is, meeting }: { readonly is: 'prepare' | 'soon'; readonly meeting: Occurrence }): BuddyReminderMessage {
  const { format = 'in-person', joinLink = '' } = pair.agreement ?? {};
  const { prepared } = recordOf(pair, meeting.number);
  const preparedOthers = othersOf(pair, member.id).filter(({ id }) => prepared[id] === true).map(({ name }) => name);
  return {
    card: 'buddy-reminder', is, ...ofMeeting(pair, member, meeting), format, joinLink, module: moduleOf(pair, meeting.number),
    isPrepared: prepared[member.id] ?? null, preparedOthers, actions: [],
  };
}

/** The day after, and asked once more. */
export function followUpMessage(pair: Pair, member: PairMember, { isAgain, meeting }: { readonly isAgain: boolean; readonly meeting: Occurrence }): BuddyFollowUpMessage {
  return {
    card: 'buddy-follow-up', ...ofMeeting(pair, member, meeting), isAgain, module: moduleOf(pair, meeting.number), actions: [],
    dueOn: nextStanding(pair, meeting)?.wall.date ?? addDays(meeting.wall.date, 14), typed: null, errors: [],
  };
}

/** What may become of a meeting: moving is offered before cancelling. */
export function offerMessage(pair: Pair, member: PairMember, { why, meeting, at }: { readonly why: OfferReason; readonly meeting: Occurrence; readonly at: Instant }): BuddyOfferMessage {
  const alternative = alternativeFor(pair, meeting.number, at);
  const { state } = meeting;
  const { without } = recordOf(pair, meeting.number);
  const hasToCome = state.is === 'unsettled' ? state.cannot.includes(member.id) : state.is === 'standing';
  return {
    card: 'buddy-offer', ...ofMeeting(pair, member, meeting), why, alternativeAt: alternative === null ? null : instantAt(alternative, meeting.zone),
    mayKeep: meeting.startsAt > at && hasToCome, mayGoWithout: meeting.startsAt > at && hasToCome && pair.members.length - without.length > 2, typed: null, errors: [],
  };
}

/** Another time that one of them proposes; null where it is no time. */
export function proposalMessage(pair: Pair, member: PairMember, { proposed: { to, by }, meeting }: { readonly proposed: Proposed; readonly meeting: Occurrence }): BuddyProposalMessage | null {
  const toAt = instantAt(to, meeting.zone);
  return toAt === null ? null : { card: 'buddy-proposal', ...ofMeeting(pair, member, meeting), by: nameOf(pair, by), to, toAt };
}

export const newsMessage = (pair: Pair, member: PairMember, { news, meeting }: { readonly news: BuddyNews; readonly meeting: Occurrence | null }): BuddyNewsMessage =>
  ({ card: 'buddy-news', ...ofPair(pair, member), zone: meeting?.zone ?? zoneOfPair(pair), news, meeting: meeting?.number ?? null });
