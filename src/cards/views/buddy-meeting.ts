// What members of a pair get before and after their meetings: the reminders and the follow-up. Each says why it comes and
// how to stop it (product.md 6), and is short enough for a telephone.

import { type Kit, rowsOf, type Verb } from '../kit.ts';
import { renderNotice } from '../notice.ts';
import type { View } from '../template.ts';
import type { BuddyFollowUpMessage, BuddyNewsMessage, BuddyOfferMessage, BuddyProposalMessage, BuddyReminderMessage } from '../../core/messages.ts';
import type { ModulePair } from '../../core/pair/agreement.ts';
import type { Instant } from '../../core/time.ts';
import { isInWords } from '../again.ts';
import { isWholeLink } from '../link-text.ts';
import { isCarried } from '../submissions/buddy-forms.ts';
import { textMaxChars } from '../submissions/fields.ts';

const nameMaxChars = 80;
const titleMaxChars = 160;
const actionMaxChars = 160;
/** A telephone's screen of lines; the rest is counted. */
const actionsMax = 6;
type OfPair = BuddyReminderMessage | BuddyFollowUpMessage | BuddyOfferMessage | BuddyProposalMessage | BuddyNewsMessage;
type OfMeeting = Exclude<OfPair, BuddyNewsMessage>;

/** What all of them begin with: for which community, and what is wrong with what was pressed. */
export const opening = ({ communityName, errors = [] }: OfPair, kit: Kit) => ({
  community: communityName === null ? '' : kit.texts.problem.forCommunity(kit.text(communityName, nameMaxChars)),
  error: errors.map((refusal) => renderNotice({ kind: 'refusal', refusal }, kit).summary).join(' '),
});

/** "Thursday 10 December 2026, 16:00 (London time)". */
export const whenOf = (at: Instant, zone: string, kit: Kit): string => kit.texts.buddy.news.at(kit.when.date(at, zone), kit.when.time(at, zone));

/** With whom, and when. */
export const meetingLine = ({ others, startsAt, zone }: OfMeeting, kit: Kit): string =>
  kit.texts.buddy.meeting(kit.say.names(others), kit.when.date(startsAt, zone), kit.when.time(startsAt, zone));

/** For a button about one meeting: which, and when it was to begin as the card was drawn. */
export const meetingData = ({ ofPair, meeting, startsAt }: OfMeeting): View => ({ ...ofPair, meeting, at: startsAt });
export const meetingButton = (verb: Verb, message: OfMeeting, kit: Kit): View => kit.button(verb, meetingData(message));

export const pairButton = (verb: Verb, { ofPair }: OfPair, kit: Kit): View => kit.button(verb, { ...ofPair });

/** Two days, or fifteen minutes, before. After an answer the same card, with what was said. */
export function buddyReminderView(message: BuddyReminderMessage, kit: Kit) {
  const words = kit.texts.buddy.reminder;
  const { is, isPrepared, preparedOthers, joinLink } = message;
  const isOnline = message.format === 'teams';
  const hasLink = isOnline && isWholeLink(joinLink);
  const verbs: readonly Verb[] = is === 'prepare' ? ['buddy-prepared', 'buddy-not-yet', 'buddy-cannot'] : ['buddy-cannot'];
  return {
    ...opening(message, kit),
    summary: words.heading[is], heading: words.heading[is],
    line: meetingLine(message, kit),
    how: [kit.texts.buddy.formats[message.format], ...(isOnline && joinLink === '' ? [kit.texts.buddy.noLink] : [])].join(' '),
    links: hasLink ? [{ title: kit.texts.buddy.join, url: joinLink }] : [],
    ...modules(message.module, is === 'prepare', kit),
    said: isPrepared === null ? '' : words.isPrepared[isPrepared ? 'yes' : 'no'],
    others: preparedOthers.length === 0 ? '' : words.othersPrepared(kit.say.names(preparedOthers)),
    ...actionLines(message.actions, kit),
    why: words.why[is],
    rows: rowsOf([...verbs.map((verb) => meetingButton(verb, message, kit)), pairButton('buddy-silent', message, kit)], 2),
  };
}

/** The insight module comes first: is it done? */
function modules(module: ModulePair | null, asksForInsight: boolean, kit: Kit) {
  const words = kit.texts.buddy.module;
  return {
    insight: module === null || !asksForInsight || module.insight === '' ? '' : words.insight(kit.text(module.insight, titleMaxChars)),
    application: module === null ? '' : words.application(kit.text(module.application, titleMaxChars)),
  };
}

function actionLines(actions: BuddyReminderMessage['actions'], kit: Kit) {
  const { owner: ownerOf, due } = kit.texts.actions;
  const { shown, moreCount } = kit.few(actions, actionsMax);
  return {
    actionsHeading: shown.length === 0 ? '' : kit.texts.buddy.actions,
    actions: shown.map(({ owner, text, dueOn }) => ({ owner: ownerOf(kit.say.name(owner)), text: kit.text(text, actionMaxChars), due: due(kit.say.day(dueOn)) })),
    more: moreCount === 0 ? '' : kit.texts.buddy.more(moreCount),
  };
}

/** The day after; answered, only what is kept. */
export function buddyFollowUpView(message: BuddyFollowUpMessage, kit: Kit) {
  const words = kit.texts.buddy.followUp;
  const { saved, isAgain } = message;
  const asks = saved === undefined;
  const is = asks ? (isAgain ? 'again' : 'first') : 'saved';
  const typed = message.typed !== null && isCarried(message.typed) ? message.typed : { feedback: '', action: '', due: message.dueOn };
  const buttons = [meetingButton('buddy-met', message, kit), meetingButton('buddy-not-met', message, kit), pairButton('buddy-silent', message, kit)];
  return {
    ...opening(message, kit),
    summary: words.heading[is], heading: words.heading[is],
    line: meetingLine(message, kit),
    saved: savedLines(message, kit),
    application: asks ? modules(message.module, false, kit).application : '',
    ...actionLines(asks ? message.actions : [], kit),
    asks, maxLength: textMaxChars,
    feedbackLabel: words.feedback, feedbackHint: words.feedbackHint, feedback: typed.feedback,
    actionLabel: words.action, actionHint: words.actionHint, action: typed.action,
    dueLabel: words.due, due: typed.due, asksForDate: asks && !isInWords(typed.due), asksInWords: asks && isInWords(typed.due),
    why: is === 'saved' ? '' : words.why[is],
    rows: rowsOf(asks ? buttons : afterMissed(message, kit), 2),
  };
}

/** Not met is not over: another time comes before practising alone (domain.md 2). */
function afterMissed(message: BuddyFollowUpMessage, kit: Kit): readonly View[] {
  if (message.saved?.isOpen !== true) return [];
  return [kit.button('buddy-another', { ...meetingData(message), opens: true }), meetingButton('buddy-alone', message, kit)];
}

function savedLines({ saved, zone }: BuddyFollowUpMessage, kit: Kit): readonly { readonly text: string }[] {
  const words = kit.texts.buddy.followUp;
  if (saved === undefined) return [];
  const { didMeet, dueOn, nextAt, isOpen } = saved;
  return [
    didMeet ? words.saved.met : words.saved.notMet,
    ...(isOpen ? [words.open] : []),
    ...(dueOn === null ? [] : [words.actionSaved(kit.say.day(dueOn))]),
    ...(nextAt === null ? [] : [words.next(kit.when.date(nextAt, zone), kit.when.time(nextAt, zone))]),
  ].map((text) => ({ text }));
}
