// What may become of a buddy meeting, moving before cancelling: the choices, and another time that somebody proposes.

import { type Kit, rowsOf, type Verb } from '../kit.ts';
import type { View } from '../template.ts';
import type { BuddyOfferMessage, BuddyProposalMessage, TypedTime } from '../../core/messages.ts';
import { localTime } from '../../core/calendar/local-time.ts';
import type { Instant } from '../../core/time.ts';
import { isInWords } from '../again.ts';
import { isCarried } from '../submissions/buddy-forms.ts';
import { textMaxChars } from '../submissions/fields.ts';
import { meetingButton, meetingData, meetingLine, opening, pairButton, whenOf } from './buddy-meeting.ts';

/** In the order of domain.md 2: the alternative slot, another time, solo practice; last, that it stands. */
export function buddyOfferView(message: BuddyOfferMessage, kit: Kit) {
  const words = kit.texts.buddy.offer;
  const { why, alternativeAt, zone } = message;
  const isClash = why.is === 'clash';
  const otherwise: readonly Verb[] = [...(message.mayKeep ? [isClash ? 'buddy-keep' : 'buddy-can'] as const : []), ...(message.mayGoWithout ? ['buddy-without-me'] as const : [])];
  return {
    ...opening(message, kit),
    summary: isClash && why.dayOff === 'paused' ? words.clashHeading.paused : words.summary[why.is], heading: headingOf(why, kit),
    line: meetingLine(message, kit),
    reason: reasonOf(message, kit),
    alternative: alternativeAt === null ? words.noAlternative : words.alternative(kit.when.date(alternativeAt, zone), kit.when.time(alternativeAt, zone)),
    alternativeRows: alternativeAt === null ? [] : rowsOf([kit.button('buddy-alternative', { ...meetingData(message), to: alternativeAt })], 1),
    ...moveInputs(message, kit),
    alone: words.alone,
    rows: rowsOf([meetingButton('buddy-alone', message, kit), ...otherwise.map((verb) => meetingButton(verb, message, kit))], 2),
    why: isClash ? words.why : '',
    stopRows: isClash ? rowsOf([pairButton('buddy-silent', message, kit)], 1) : [],
  };
}

function headingOf(why: BuddyOfferMessage['why'], kit: Kit): string {
  const { heading, clashHeading } = kit.texts.buddy.offer;
  switch (why.is) {
    case 'own':
    case 'lapsed': return heading[why.is];
    case 'other-cannot': return heading['other-cannot'](kit.say.name(why.by));
    case 'declined': return heading.declined(kit.say.name(why.by));
    case 'clash': return why.dayOff === 'paused' ? clashHeading.paused : heading.clash;
  }
}

function reasonOf({ why }: BuddyOfferMessage, kit: Kit): string {
  const words = kit.texts.buddy.offer;
  if (why.is === 'declined') return words.declined(kit.say.day(why.to.date), why.to.time);
  if (why.is !== 'clash') return '';
  return why.dayOff === 'paused' ? words.clash.paused(kit.say.names(why.who === null ? [] : [why.who])) : words.clash[why.dayOff];
}

export function buddyProposalView(message: BuddyProposalMessage, kit: Kit) {
  const words = kit.texts.buddy.proposal;
  const { startsAt, zone, to, toAt } = message;
  return {
    ...opening(message, kit),
    summary: words.summary, heading: words.heading(kit.say.name(message.by)),
    with: kit.texts.buddy.news.others(kit.say.names(message.others)),
    instead: words.instead(kit.when.date(startsAt, zone), kit.when.time(startsAt, zone)),
    to: whenOf(toAt, zone, kit),
    suitsRows: rowsOf([kit.button('buddy-suits', { ...meetingData(message), to: { ...to } })], 1),
    other: words.other,
    ...moveInputs({ ...message, typed: message.typed ?? null }, kit),
    alone: kit.texts.buddy.offer.alone,
    rows: rowsOf([meetingButton('buddy-alone', message, kit)], 1),
  };
}

type Movable = (BuddyOfferMessage | BuddyProposalMessage) & { readonly typed: TypedTime | null; readonly startsAt: Instant };

/** `Choose another time`: at the time of day that it has, unless another is chosen. */
function moveInputs(message: Movable, kit: Kit) {
  const words = kit.texts.buddy.move;
  const typed = message.typed !== null && isCarried(message.typed) ? message.typed : null;
  const date = typed?.date ?? '';
  const time = typed?.time ?? localTime(message.startsAt, message.zone);
  const data: View = typed?.sureOf === undefined || typed.sureOf === '' ? {} : { sureOf: typed.sureOf };
  return {
    maxLength: textMaxChars,
    dateLabel: words.date, date, asksForDate: !isInWords(date), asksInWords: isInWords(date),
    timeLabel: words.time, time, asksForTime: /^(?:\d\d:\d\d)?$/.test(time), asksTimeInWords: !/^(?:\d\d:\d\d)?$/.test(time),
    openLine: words.open(message.others.length),
    moveRows: rowsOf([kit.button('buddy-another', { ...meetingData(message), ...data })], 1),
  };
}
