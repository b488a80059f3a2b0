// Who is in a pair: how it begins and ends, a third who joins, one of three who goes. The pairing of the community decides
// (core/pairing); here it is carried out, and told to whoever did not do it themselves.

import type { PersonId } from '../keys.ts';
import { type Effect, moved, type Stepped } from '../machine.ts';
import type { BuddyNews } from '../messages.ts';
import type { Person } from '../session/session.ts';
import type { Instant } from '../time.ts';
import { memberOf, othersOf } from './members.ts';
import { nextStanding, recordedMeetings, recordOf, withRecord } from './meetings.ts';
import type { MeetingRecord, Pair, PairMember } from './pair.ts';
import { isAgreed } from './proposing.ts';
import { withSeenTo } from './reminders.ts';
import { cannot, moveTo, type Said, withoutWord } from './settling.ts';
import { nextStartAt, tell } from './telling.ts';

interface Passed {
  readonly state: Pair;
  readonly effects: readonly Effect[];
}

export function formed({ tenant, conversation, thread, id, members, days, reasons = [] }: Said<'formed'>, at: Instant): Passed {
  const state: Pair = {
    tenant, conversation, thread, id, formedAt: at, endedAt: null, members, days, agreement: null, rev: 0, agreedAt: null, firstNumber: 1, sequence: 0, changedAt: at,
    meetings: {}, modulesDone: 0, actions: [], tally: { met: 0, notMet: 0, alone: 0, unanswered: 0, lastMetAt: null }, upToAt: at, nextAt: null,
  };
  return { state, effects: tell(state, members, { news: { is: 'formed', reasons }, meeting: null, before: null }) };
}

/** Whoever joins hears nothing of what was before. */
export function join(pair: Pair, { member, reasons = [{ is: 'trio' }] }: Said<'member-joined'>, at: Instant): Stepped<Pair> {
  if (memberOf(pair, member.id) !== null) return moved(pair);
  const joined: Pair = { ...pair, members: [...pair.members, member] };
  const begun = recordedMeetings(joined).filter(({ startsAt }) => startsAt <= at);
  const absent = begun.reduce((state, { number }) => withRecord(state, number, { without: [...recordOf(state, number).without, member.id] }), joined);
  const next = withSeenTo(absent, member.id, at);
  const before = nextStartAt(next, at);
  return moved(next, [
    ...tell(next, othersOf(next, member.id), { news: { is: 'joined', name: member.name, why: null, by: null }, meeting: null, before }),
    ...tell(next, [member], { news: { is: 'formed', reasons, nextAt: nextStanding(next, { startsAt: at })?.startsAt ?? null }, meeting: null, before }),
  ]);
}

/** Of three the other two go on; whatever waited for the third alone waits no longer. */
export function go(pair: Pair, { person, why, by }: Said<'member-gone'>, at: Instant): Stepped<Pair> {
  const gone = memberOf(pair, person);
  if (gone === null) return moved(pair);
  if (pair.members.length < 3) return end(pair, { type: 'ended', why, by }, at);
  const before = nextStartAt(pair, at);
  const left = without(pair, gone, at);
  const news: BuddyNews = { is: 'member-gone', name: gone.name, why, by: by?.name ?? null };
  const told = [
    ...tell(left, notBy(left.members, by), { news, meeting: null, before }),
    ...tell(pair, notBy([gone], by), { news: { is: 'ended', why, by: by?.name ?? null }, meeting: null, before }),
  ];
  const agreed = settledWithout(left, gone, at);
  const alone = withNobodyAlone(agreed.state, at);
  return moved(alone.state, [...told, ...agreed.effects, ...alone.effects]);
}

const notBy = (members: readonly PairMember[], by: Person | null): readonly PairMember[] => members.filter(({ id }) => id !== by?.id);

function without(pair: Pair, { id }: PairMember, at: Instant): Pair {
  const left: Pair = { ...pair, members: othersOf(pair, id), actions: pair.actions.filter(({ owner }) => owner !== id) };
  return recordedMeetings(left).reduce((state, { number }) => withoutWord(withRecord(state, number, forgotten(recordOf(state, number), id)), number, { id, at }), left);
}

/** Nothing in it is about them any more; that they met stays. */
function forgotten({ without: absent, state, prepared, askedAt, later }: MeetingRecord, id: PersonId): Partial<MeetingRecord> {
  const beside = <V>(all: Readonly<Record<string, V>>): Readonly<Record<string, V>> => Object.fromEntries(Object.entries(all).filter(([key]) => key !== id && !key.endsWith(`-${id}`)));
  const isTheirs = state.is === 'unsettled' && state.proposed?.by === id;
  return {
    without: absent.filter((each) => each !== id), prepared: beside(prepared), askedAt: beside(askedAt), later: beside(later),
    ...(isTheirs && { state: { ...state, proposed: null } }),
  };
}

/** Where only one would be left to come to a meeting, the other cannot make it, as if they had said so now. */
function withNobodyAlone(pair: Pair, at: Instant): Passed {
  let state = pair;
  const effects: Effect[] = [];
  for (const meeting of recordedMeetings(pair)) {
    const absent = pair.members.find(({ id }) => recordOf(pair, meeting.number).without.includes(id));
    if (absent === undefined || meeting.startsAt <= at) continue;
    const stepped = cannot({ pair: withRecord(state, meeting.number, { without: [] }), meeting, by: absent, at });
    if (stepped.kind === 'refused') continue;
    state = stepped.state;
    effects.push(...stepped.effects);
  }
  return { state, effects };
}

/** A time that only the one who is gone had not agreed to. */
function settledWithout(pair: Pair, gone: PairMember, at: Instant): Passed {
  let state = pair;
  const effects: Effect[] = [];
  for (const meeting of recordedMeetings(pair)) {
    if (meeting.state.is !== 'unsettled' || meeting.state.proposed === null || !isAgreed(state, meeting.number)) continue;
    const { to, by, agreed } = meeting.state.proposed;
    const stepped = moveTo({ pair: state, meeting, by: { id: gone.id, name: memberOf(state, by)?.name ?? gone.name }, at }, { to, coming: [by, ...agreed] });
    if (stepped.kind === 'refused') continue;
    state = stepped.state;
    effects.push(...stepped.effects);
  }
  return { state, effects };
}

/** The pair is none any more: nothing is asked or reminded of. */
export function end(pair: Pair, { why, by }: Said<'ended'>, at: Instant): Stepped<Pair> {
  const news: BuddyNews = { is: 'ended', why, by: by?.name ?? null };
  return moved({ ...pair, endedAt: at }, tell(pair, notBy(pair.members, by), { news, meeting: null, before: nextStartAt(pair, at) }));
}

export const silence = (pair: Pair, { by, isSilent }: Said<'silence-set'>): Stepped<Pair> => moved(withMember(pair, by.id, { isSilent }));

/** What somebody has set with `me`. A zone that nobody knows was never set. */
export const withMember = (pair: Pair, id: PersonId, change: Partial<PairMember>): Pair =>
  ({ ...pair, members: pair.members.map((member) => (member.id === id ? { ...member, ...change } : member)) });
