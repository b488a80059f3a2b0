// What has become of a pair or of one of its meetings: a line or two, and what can be done next.

import { entryOf, type Kit, rowsOf } from '../kit.ts';
import type { View } from '../template.ts';
import type { BuddyNews, BuddyNewsMessage } from '../../core/messages.ts';
import type { Instant } from '../../core/time.ts';
import { opening, pairButton, whenOf } from './buddy-meeting.ts';

const meetingsMax = 4;

export function buddyNewsView(message: BuddyNewsMessage, kit: Kit) {
  const words = kit.texts.buddy.news;
  const { news } = message;
  const lines = linesOf(message, kit).filter((line) => line !== '');
  return {
    ...opening(message, kit),
    summary: words.heading[news.is], heading: words.heading[news.is],
    lines: lines.map((text) => ({ text })),
    rows: rowsOf(buttonsOf(message, kit), 2),
  };
}

function linesOf(message: BuddyNewsMessage, kit: Kit): readonly string[] {
  const words = kit.texts.buddy.news;
  const { news, others, zone } = message;
  const at = (instant: Instant): string => whenOf(instant, zone, kit);
  const names = kit.say.names(others);
  switch (news.is) {
    case 'formed': return [words.formed(names, others.length), ...reasonsOf(news.reasons, zone, kit), ...news.nextAt == null ? [words.formedNext] : [words.next(at(news.nextAt)), words.agreedNext]];
    case 'joined': return [words.joined(kit.say.name(news.name)), words.others(names)];
    case 'member-gone': return [words.memberGone(kit.say.name(news.name)), endOf(news, kit), words.others(names)];
    case 'ended': return [words.ended(names), endOf(news, kit), news.why === 'new-round' ? words.endedNext.newRound : words.endedNext.waiting];
    case 'agreed': return [words.agreed[news.isFirst ? 'first' : 'later'](kit.say.name(news.by)), ...kit.few(news.meetings, meetingsMax).shown.map(at), words.agreedNext];
    case 'silent':
    case 'unsilent': return [words.others(names), words[news.is]];
    default: return [ofMeeting(news, at, kit), ...('nextAt' in news && news.nextAt !== null ? [words.next(at(news.nextAt))] : []), words.others(names)];
  }
}

type OfMeeting = Extract<BuddyNews, { is: 'moved' | 'alone' | 'kept' | 'stands-again' | 'without' | 'lapsed' | 'proposed' }>;

function ofMeeting(news: OfMeeting, at: (instant: Instant) => string, kit: Kit): string {
  const words = kit.texts.buddy.news;
  const by = !('by' in news) || news.by === null ? '' : kit.say.name(news.by);
  switch (news.is) {
    case 'moved': return words.moved(by, at(news.fromAt), at(news.toAt));
    case 'alone': return words.alone(by, at(news.at));
    case 'kept': return words.kept(by, at(news.at));
    case 'stands-again': return words.standsAgain(by, at(news.at));
    case 'without': return words.without(by, at(news.at));
    case 'lapsed': return words.lapsed(at(news.at));
    case 'proposed': return words.proposed[by === '' ? 'own' : 'other'](at(news.toAt));
  }
}

function reasonsOf(reasons: Extract<BuddyNews, { is: 'formed' }>['reasons'], zone: string, kit: Kit): readonly string[] {
  return reasons.map((reason) => kit.texts.buddy.reasons[reason.is](reason.is === 'together-before' ? kit.when.date(reason.until, zone) : ''));
}

/** Why it is over; '' where only a later release knows. */
function endOf({ why, by }: Extract<BuddyNews, { is: 'member-gone' | 'joined' | 'ended' }>, kit: Kit): string {
  const line = why === null ? undefined : entryOf(kit.texts.buddy.ends, why);
  return line?.(by === null ? '' : kit.say.name(by)) ?? '';
}

/** What can be done next, beside what is only said. */
function buttonsOf(message: BuddyNewsMessage, kit: Kit): readonly View[] {
  const { news, ofPair, meeting } = message;
  const about = (at: Instant): View => ({ ...ofPair, meeting: meeting ?? 0, at });
  if (news.is === 'formed' && news.nextAt == null) return [pairButton('buddy-form', message, kit)];
  if (news.is === 'agreed' || news.is === 'formed') return [{ ...pairButton('buddy-form', message, kit), title: kit.texts.buddyPage.page.change }];
  if (news.is === 'silent') return [pairButton('buddy-unsilent', message, kit)];
  if (news.is === 'unsilent') return [pairButton('buddy-silent', message, kit)];
  if (meeting === null) return [];
  switch (news.is) {
    case 'moved': return [kit.button('buddy-cannot', about(news.toAt))];
    case 'kept':
    case 'stands-again': return [kit.button('buddy-cannot', about(news.at))];
    case 'lapsed': return [kit.button('buddy-another', { ...about(news.at), opens: true }), kit.button('buddy-alone', about(news.at))];
    default: return [];
  }
}
