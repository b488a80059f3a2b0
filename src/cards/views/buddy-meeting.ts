// What members of a pair get about their meetings: the reminders, the follow-up, what is offered instead, and the news.

import type { Kit } from '../kit.ts';
import type { BuddyFollowUpMessage, BuddyNewsMessage, BuddyOfferMessage, BuddyProposalMessage, BuddyReminderMessage } from '../../core/messages.ts';
import type { Instant } from '../../core/time.ts';

interface OfMeeting {
  readonly others: readonly string[];
  readonly startsAt: Instant;
  readonly zone: string;
}

function meetingView(heading: string, { others, startsAt, zone }: OfMeeting, kit: Kit) {
  return { summary: heading, heading, line: kit.texts.buddy.meeting(kit.say.names(others), kit.when.date(startsAt, zone), kit.when.time(startsAt, zone)) };
}

export const buddyReminderView = (message: BuddyReminderMessage, kit: Kit) => meetingView(kit.texts.buddy.reminder[message.is], message, kit);
export const buddyFollowUpView = (message: BuddyFollowUpMessage, kit: Kit) => meetingView(kit.texts.buddy.followUp, message, kit);
export const buddyOfferView = (message: BuddyOfferMessage, kit: Kit) => meetingView(kit.texts.buddy.offer, message, kit);
export const buddyProposalView = (message: BuddyProposalMessage, kit: Kit) => meetingView(kit.texts.buddy.proposal, { ...message, startsAt: message.toAt }, kit);
export const buddyNewsView = ({ others }: BuddyNewsMessage, kit: Kit) => ({ summary: kit.texts.buddy.news, heading: kit.texts.buddy.news, line: kit.say.names(others) });
