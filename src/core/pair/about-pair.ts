// A message to a member of a pair may wait until Teams takes it. Just before it leaves it is asked once more whether it is
// still meant: the meeting stands as it did, and the person is still in the pair and wants to hear of it. What has changed
// besides, such as the link, is drawn anew.

import { localDate } from '../calendar/local-time.ts';
import type { Community } from '../community/community.ts';
import { openActions } from '../community/actions.ts';
import type { ConversationId, PairId, PersonId, TenantId } from '../keys.ts';
import type { Message, OpenOfPair } from '../messages.ts';
import type { Instant } from '../time.ts';
import { openPromises } from './answers.ts';
import { reminderMessage } from './drawn.ts';
import { isPausedOn, memberCalendar, memberOf, nameOf } from './members.ts';
import { occurrence, recordOf } from './meetings.ts';
import type { Pair } from './pair.ts';

/** `prepare`, `soon`, `after`, `again` and `clash` are reminders: never sent twice, and not to who is silent. `news` is told in any case. */
export type PairWhat = 'prepare' | 'soon' | 'after' | 'again' | 'clash' | 'news';

export interface AboutPair {
  readonly kind: 'pair';
  readonly what: PairWhat;
  readonly tenant: TenantId;
  readonly community: ConversationId;
  /** Whom it is for. */
  readonly person: PersonId;
  readonly pair: PairId;
  /** Number of the meeting and when it was to begin as the message was made; null where it is about none. */
  readonly meeting: { readonly number: number; readonly startsAt: Instant } | null;
}

export const isPairReminder = ({ what }: Pick<AboutPair, 'what'>): boolean => what !== 'news';

/** Whether a message may leave at `at`, by the pair as it is then; null where it is kept no more. */
export function isStillMeantInPair(about: AboutPair, pair: Pair | null, at: Instant): boolean {
  if (!isPairReminder(about)) return true;
  const { what, person, meeting: meant } = about;
  const member = pair === null ? null : memberOf(pair, person);
  if (pair === null || pair.endedAt !== null || member === null || member.isSilent || meant === null) return false;
  if (isPausedOn(member, localDate(at, memberCalendar(pair, member).zone))) return false;
  const meeting = occurrence(pair, meant.number);
  if (meeting === null || meeting.startsAt !== meant.startsAt || meeting.state.is !== 'standing') return false;
  const { without, met, prepared } = recordOf(pair, meant.number);
  if (without.includes(person)) return false;
  switch (what) {
    case 'prepare': return prepared[person] !== true;
    case 'after':
    case 'again': return met[person] === undefined;
    case 'clash': return !meeting.isKept;
    default: return true;
  }
}

/** Shown with each reminder; the rest is on the pair's page. */
const shownActions = 10;

/** Open actions of those in the pair, made in it or in a session of their community, the first due first (domain.md 2). */
export function openOfPair(pair: Pair, community: Community | null): readonly OpenOfPair[] {
  const own = openPromises(pair).map(({ owner, text, dueOn }) => ({ owner: nameOf(pair, owner), text, dueOn }));
  const ofSessions = community === null ? [] : openActions(community).filter(({ owner }) => memberOf(pair, owner) !== null).map(({ owner, text, dueOn }) => ({ owner: nameOf(pair, owner), text, dueOn }));
  return [...own, ...ofSessions].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)).slice(0, shownActions);
}

/** What is known only now: open actions, and of a meeting to come how, and with which module. */
export function presentInPair(message: Message, { about: { person }, pair, community }: { readonly about: AboutPair; readonly pair: Pair; readonly community: Community | null }): Message {
  if (message.card !== 'buddy-reminder' && message.card !== 'buddy-follow-up') return message;
  const actions = openOfPair(pair, community);
  const [member, meeting] = [memberOf(pair, person), occurrence(pair, message.meeting)];
  if (message.card === 'buddy-follow-up' || member === null || meeting === null) return { ...message, actions };
  return { ...reminderMessage(pair, member, { is: message.is, meeting }), communityName: message.communityName, actions };
}
