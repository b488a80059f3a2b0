// The page of a buddy pair for one of its members, what the community sees of a pair, and what stands there without one.

import { type Kit, rowsOf } from '../kit.ts';
import { isWholeLink, linkTo } from '../link-text.ts';
import type { View } from '../template.ts';
import type { BuddyMessage, BuddyNoneMessage, BuddySharedMessage, PairMeetingShown, SaidOfMeeting, SlotShown } from '../../core/messages.ts';
import { weekdays } from '../../core/pair/agreement-form.ts';
import { actionLine, outcomeError, outcomeInputs, outcomeRows } from './actions.ts';

const nameMaxChars = 80;
const moduleMaxChars = 120;
const saidMaxChars = 300;
const actionsMax = 8;
/** Far more than a page is asked for. */
const meetingsMax = 8;
const saidMax = 6;

/** All that members see; the buttons act for whoever presses them. */
export function buddyView(page: BuddyMessage, kit: Kit) {
  const words = kit.texts.buddyPage.page;
  const asks = kit.few(page.asks, actionsMax);
  const theirs = kit.few(page.theirs, actionsMax);
  const moreCount = asks.moreCount + theirs.moreCount;
  const isAsked = asks.shown.length > 0 && !page.isMore;
  return {
    summary: words.summary,
    heading: words.heading,
    community: page.communityName === null ? '' : kit.texts.problem.forCommunity(kit.text(page.communityName, nameMaxChars)),
    pairWith: words.pairWith(kit.say.names(page.others)),
    done: page.done === null ? '' : words.done[page.done],
    lines: [...slotLines(page.slot, page, kit), ...moduleLines(page, kit)],
    links: linksOf(page, kit),
    subscribeHelp: page.pairCalendar.subscribeUrl === null ? '' : words.subscribeHelp,
    meetingsHeading: words.meetings,
    meetings: kit.few(page.meetings, meetingsMax).shown.map((meeting) => meetingLine(meeting, page, kit)),
    silent: page.isSilent ? words.silent : '',
    rows: rowsOf(buttonsOf(page, isAsked, kit), 2),
    asksHeading: asks.shown.length === 0 ? '' : words.asks,
    asks: asks.shown.map((shown) => actionLine(shown, false, kit)),
    ...outcomeInputs({ isShared: false, typed: page.typed }, isAsked ? asks.shown : [], kit),
    error: outcomeError(page.typed, kit),
    outcomeRows: isAsked ? outcomeRows({ community: page.ofPair.community, asked: 'buddy', session: null }, asks.shown, kit) : [],
    theirsHeading: theirs.shown.length === 0 ? '' : words.theirs,
    theirs: theirs.shown.map((shown) => actionLine(shown, page.others.length > 1, kit)),
    more: moreCount === 0 ? '' : words.more(moreCount),
    saidHeading: page.said === null ? '' : words.said(kit.when.date(page.said.startsAt, page.zone)),
    said: kit.few(page.said?.entries ?? [], saidMax).shown.map((said) => saidLine(said, kit)),
  };
}

/** At most six with the three outcomes: what is done rarely stands behind `More` then. */
function buttonsOf({ ofPair, isMore, isSilent, next }: BuddyMessage, isAsked: boolean, kit: Kit): readonly View[] {
  const about: View = next === null ? {} : { ...ofPair, meeting: next.meeting, at: next.at };
  const ofNext = next === null ? [] : [next.isOpen ? kit.button('buddy-another', { ...about, opens: true }) : kit.button('buddy-cannot', about)];
  const change = { ...kit.button('buddy-form', { ...ofPair }), title: kit.texts.buddyPage.page.change };
  const rarely = [kit.button(isSilent ? 'buddy-unsilent' : 'buddy-silent', { ...ofPair }), kit.button('buddy-leave', { ...ofPair })];
  if (isMore) return [change, ...rarely];
  return [...ofNext, change, ...(isAsked ? [kit.button('buddy-more', { community: ofPair.community })] : rarely)];
}

type Line = Readonly<Record<'label' | 'value', string>>;

/** When, what instead, and how. */
export function slotLines({ weekday, time, alternative, format }: SlotShown, { zone }: { readonly zone: string }, kit: Kit): readonly Line[] {
  const { weekdays: names, page: words } = kit.texts.buddyPage;
  const day = (number: number): string => names[weekdays[number] ?? 'monday'];
  return [
    { label: words.labels.slot, value: words.slot(day(weekday), kit.when.wall(time, zone)) },
    ...(alternative === null ? [] : [{ label: words.labels.alternative, value: words.alternative(day(alternative.weekday), alternative.time) }]),
    { label: words.labels.format, value: words.formats[format] },
  ];
}

function moduleLines({ modules: { count, doneCount, next } }: BuddyMessage, kit: Kit): readonly Line[] {
  const words = kit.texts.buddyPage.page;
  if (count === 0) return [];
  const after = next === null || next.insight === '' ? '' : words.afterInsight(kit.text(next.insight, moduleMaxChars));
  const ahead = next === null ? '' : `${words.nextModule(kit.text(next.application, moduleMaxChars))}${after}`;
  return [{ label: words.labels.modules, value: `${words.modules(Math.min(doneCount, count), count)}${ahead}` }];
}

/** Each on a line of its own, where a thumb finds it. */
function linksOf({ slot, joinLink, pairCalendar: { fileUrl, subscribeUrl } }: BuddyMessage, kit: Kit): readonly View[] {
  const words = kit.texts.buddyPage.page;
  const join = !isWholeLink(joinLink) || slot.format !== 'teams' ? [] : [linkTo(words.joinLink, joinLink)];
  return [...join, ...(fileUrl === null ? [] : [linkTo(words.calendar, fileUrl)]), ...(subscribeUrl === null ? [] : [linkTo(words.subscribe, subscribeUrl)])].map((text) => ({ text }));
}

/** The date first, then how it stands, in one line. */
function meetingLine({ startsAt, isMoved, state, clash, without }: PairMeetingShown, { zone }: BuddyMessage, kit: Kit) {
  const words = kit.texts.buddyPage.page;
  const notes = [...(isMoved ? [words.moved] : []), ...stateNotes(state, zone, kit), ...(without.length === 0 ? [] : [words.without(kit.say.names(without))]), ...(clash === null ? [] : [words.clashes[clash]])];
  return { when: words.meeting(kit.when.date(startsAt, zone), kit.when.clock(startsAt, zone)), how: notes.length === 0 ? '' : words.note(notes.join('; ')) };
}

function stateNotes(state: PairMeetingShown['state'], zone: string, kit: Kit): readonly string[] {
  const words = kit.texts.buddyPage.page;
  if (state.is === 'standing') return [];
  if (state.is !== 'unsettled') return [words.states[state.is]];
  const { by, proposedAt } = state;
  return [by === null ? words.youCannot : words.cannot(kit.say.name(by)), ...(proposedAt === null ? [] : [words.proposed(kit.when.date(proposedAt, zone), kit.when.clock(proposedAt, zone))])];
}

function saidLine({ by, didMeet, text, action }: SaidOfMeeting, kit: Kit) {
  const words = kit.texts.buddyPage.page;
  return {
    by: words.by(kit.say.name(by)),
    text: `${didMeet ? words.didMeet.met : words.didMeet.notMet}${kit.text(text, saidMaxChars)}`,
    action: action === '' ? '' : words.action(kit.text(action, saidMaxChars)),
  };
}

/** For a shared chat: when a pair meets, and the door to one's own page. */
export function buddySharedView({ members, slot, meetings, zone }: BuddySharedMessage, kit: Kit) {
  const { page, shared: words } = kit.texts.buddyPage;
  return {
    summary: words.summary,
    heading: words.heading,
    members: members.length === 0 ? '' : kit.say.names(members),
    lines: slot === null ? [] : slotLines(slot, { zone }, kit),
    open: members.length > 0 && slot === null ? words.open : '',
    meetingsHeading: meetings.length === 0 ? '' : page.meetings,
    meetings: kit.few(meetings, meetingsMax).shown.map(({ startsAt, isMoved }) => ({ when: page.meeting(kit.when.date(startsAt, zone), kit.when.clock(startsAt, zone)), how: isMoved ? page.note(page.moved) : '' })),
    door: words.door,
    rows: rowsOf([kit.button('buddy-open')], 1),
  };
}

/** Why there is none, and what can be done about it. */
export function buddyNoneView({ ofCommunity, communityName, why, done, coordinator, zone }: BuddyNoneMessage, kit: Kit) {
  const words = kit.texts.buddyPage.none;
  const line = why.is === 'waiting' ? words.waiting(kit.when.date(why.since, zone)) : why.is === 'paused' ? words.paused(kit.when.day(why.until)) : words.whys[why.is];
  const isWaiting = why.is === 'waiting' || why.is === 'paused';
  return {
    summary: words.summary,
    heading: words.heading,
    community: communityName === null ? '' : kit.texts.problem.forCommunity(kit.text(communityName, nameMaxChars)),
    done: done === null ? '' : words.done[done],
    line,
    coordinator: coordinator === null ? words.noCoordinator : words.coordinator(kit.say.name(coordinator)),
    // Who takes no part yet may say beforehand that they want none.
    rows: rowsOf((isWaiting ? ['buddy-out'] as const : why.is === 'out' ? ['buddy-join'] as const : ['buddy-join', 'buddy-out'] as const).map((verb) => kit.button(verb, { community: ofCommunity })), 2),
  };
}
