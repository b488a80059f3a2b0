// What `buddy` shows: the page of one's own pair for oneself alone, in the community's chat no more than when a pair meets.

import { type ConversationId, pairShelf, partitionOf, sessionId } from '../core/keys.ts';
import { instantAt } from '../core/calendar/local-time.ts';
import { weekdayOf, whyClosed } from '../core/calendar/open-days.ts';
import type { BuddyEntry } from '../core/history/entry.ts';
import type { BuddyMessage, BuddyNoneMessage, BuddySharedMessage, PairMeetingShown, SlotShown } from '../core/messages.ts';
import type { Agreement } from '../core/pair/agreement.ts';
import { isPausedOn, memberOf, nameOf, othersOf } from '../core/pair/members.ts';
import { moduleOf, nextMeetings, type Occurrence, recordOf } from '../core/pair/meetings.ts';
import type { Pair } from '../core/pair/pair.ts';
import { isPaused, type Pairing } from '../core/pairing/pairing.ts';
import { nameOfChat } from './continuing.ts';
import { type Caller, communityOf, type Desk, zoneOf } from './desk.ts';
import { ownPairIn, pairingOf } from './own-pair.ts';
import { openOfPair } from './pair-actions.ts';

const shownMeetings = 4;
/** So many meetings back somebody's last word is looked for. */
const saidBack = 3;

/** What has just happened, where that is more than can be seen of the pair. */
export type Besides = Partial<Pick<BuddyMessage, 'done' | 'typed' | 'isMore'>>;

/** Of a pair that has agreed. */
export type Agreed = Pair & { readonly agreement: Agreement };

export async function pageOf(desk: Desk, caller: Caller, { pair, ...besides }: Besides & { readonly pair: Agreed }): Promise<BuddyMessage> {
  const { tenant, by } = caller;
  const now = desk.clock.now();
  const { conversation, agreement, id } = pair;
  const { joinLink, modules, slot: { zone } } = agreement;
  const meetings = nextMeetings(pair, now, shownMeetings);
  const [next] = meetings;
  const { own, theirs } = openOfPair(pair, await communityOf(desk, tenant, conversation), caller);
  const upcoming = next === undefined ? null : moduleOf(pair, next.number);
  return {
    card: 'buddy', zone, ofPair: { community: conversation, pair: id }, communityName: await nameFor(desk, caller, conversation), others: othersOf(pair, by.id).map(({ name }) => name),
    done: null, slot: slotShown(agreement), joinLink, modules: { count: modules.length, doneCount: pair.modulesDone, next: upcoming },
    meetings: meetings.map((meeting) => meetingShown(meeting, pair, caller)),
    next: next === undefined || next.state.is === 'alone' ? null : { meeting: next.number, at: next.startsAt, isOpen: next.state.is === 'unsettled' || clashIn(pair, next) !== null },
    asks: own, theirs, typed: null, said: await lastSaid(desk, pair, next?.number ?? 0),
    isSilent: memberOf(pair, by.id)?.isSilent === true, isMore: false,
    pairCalendar: { partition: partitionOf(tenant, conversation), pair: id, reader: by.id, fileUrl: null, subscribeUrl: null },
    ...besides,
  };
}

/** In the 1:1 chat a card says of which community it is. */
export const nameFor = async (desk: Desk, { arrival, tenant }: Caller, community: ConversationId): Promise<string | null> =>
  (arrival.place === 'personal' ? nameOfChat(desk, tenant, community) : null);

const slotShown = ({ slot, alternative, format }: Agreement): SlotShown => ({ weekday: weekdayOf(slot.first), time: slot.time, alternative, format });

/** Why a meeting that stands may not be a good one; null for nothing. */
function clashIn(pair: Pair, { wall, state, isKept, number }: Occurrence): PairMeetingShown['clash'] {
  const { without } = recordOf(pair, number);
  const isPaused = pair.members.some((member) => isPausedOn(member, wall.date) && !without.includes(member.id));
  return isKept || state.is !== 'standing' ? null : whyClosed(wall.date, pair.days) ?? (isPaused ? 'paused' : null);
}

function meetingShown(meeting: Occurrence, pair: Pair, { by }: Caller): PairMeetingShown {
  const { startsAt, state, isMoved, number, zone } = meeting;
  const proposed = state.is === 'unsettled' ? state.proposed : null;
  return {
    startsAt, isMoved,
    state: state.is === 'unsettled' ? { is: 'unsettled', by: state.by === by.id ? null : nameOf(pair, state.by), proposedAt: proposed === null ? null : instantAt(proposed.to, zone) } : { is: state.is },
    clash: clashIn(pair, meeting),
    without: recordOf(pair, number).without.map((person) => nameOf(pair, person)),
  };
}

/** What the two said of the last meeting that somebody said something of: on their own shelf, shared with each other alone. */
async function lastSaid(desk: Desk, pair: Pair, next: number): Promise<BuddyMessage['said']> {
  const shelf = pairShelf(pair.tenant, pair.conversation, pair.id);
  for (let number = next - 1; number >= Math.max(1, next - saidBack); number--) {
    const entries = (await desk.history.ofSession(shelf, sessionId(`pair-${pair.id}-${number}`))).filter((entry): entry is BuddyEntry => entry.kind === 'buddy');
    const last = new Map(entries.toSorted((a, b) => a.at - b.at).map((entry) => [entry.by.id, entry]));
    const [first] = entries;
    if (first === undefined) continue;
    return { startsAt: first.startsAt, entries: [...last.values()].map(({ by, didMeet, text, action }) => ({ by: by.name, didMeet, text, action: action?.text ?? '' })) };
  }
  return null;
}

/** Why the caller has no pair in a community. */
export async function noPair(desk: Desk, caller: Caller, { community, done = null }: { readonly community: ConversationId; readonly done?: BuddyNoneMessage['done'] }): Promise<BuddyNoneMessage> {
  const [known, pairing] = await Promise.all([communityOf(desk, caller.tenant, community), pairingOf(desk, caller, community)]);
  return {
    card: 'buddy-none', zone: zoneOf(known), ofCommunity: community, communityName: await nameFor(desk, caller, community), done,
    why: whyNone(pairing, caller, desk.clock.now()), coordinator: known?.coordinator?.name ?? null,
  };
}

function whyNone(pairing: Pairing | null, { by }: Caller, now: number): BuddyNoneMessage['why'] {
  const person = pairing?.people[by.id];
  if (pairing === null || person === undefined || person.is === 'left') return { is: (pairing?.pairs ?? []).length === 0 ? 'no-pairs' : 'not-in' };
  if (person.is === 'out') return { is: 'out' };
  const { own: { pausedUntil } } = person;
  if (pausedUntil !== null && isPaused(person, pairing, now)) return { is: 'paused', until: pausedUntil };
  return { is: 'waiting', since: person.waitingSince ?? now };
}

/** For a chat that many read: nothing that is between the two. Of somebody without a pair only the door. */
export async function sharedPage(desk: Desk, caller: Caller, community: ConversationId): Promise<BuddySharedMessage> {
  const [known, pair] = await Promise.all([communityOf(desk, caller.tenant, community), ownPairIn(desk, caller, community)]);
  const agreement = pair?.agreement ?? null;
  const now = desk.clock.now();
  if (pair === null || agreement === null) return { card: 'buddy-shared', zone: zoneOf(known), members: pair?.members.map(({ name }) => name) ?? [], slot: null, meetings: [] };
  const held = nextMeetings(pair, now, shownMeetings).filter(({ state }) => state.is !== 'alone' && state.is !== 'lapsed');
  return {
    card: 'buddy-shared', zone: agreement.slot.zone, members: pair.members.map(({ name }) => name), slot: slotShown(agreement),
    meetings: held.map(({ startsAt, isMoved }) => ({ startsAt, isMoved })),
  };
}
