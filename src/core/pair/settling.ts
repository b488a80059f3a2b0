// What becomes of a meeting that somebody cannot come to, or that falls on a day off: moving is offered before cancelling
// (guidance, domain.md 2). Whoever did not do it themselves is told at once.

import type { PersonId } from '../keys.ts';
import { type Effect, moved, refused, type Stepped } from '../machine.ts';
import type { BuddyNews } from '../messages.ts';
import type { Refusal } from '../notices.ts';
import type { Instant } from '../time.ts';
import { instantAt } from '../calendar/local-time.ts';
import { offerMessage } from './drawn.ts';
import type { PairEvent } from './events.ts';
import { othersOf } from './members.ts';
import { nextMeetings, type Occurrence, occurrence, recordOf, withRecord } from './meetings.ts';
import { withModuleDone } from './modules.ts';
import { alternativeFor, movedTo } from './moving.ts';
import type { MeetingRecord, MeetingState, Pair } from './pair.ts';
import { withSeenTo } from './reminders.ts';
import { hasMet } from './tally.ts';
import { mail, tellOthers } from './telling.ts';

/** A meeting that one of the pair speaks of, found by what they pressed (machine.ts). */
export interface Spoken {
  readonly pair: Pair;
  readonly meeting: Occurrence;
  readonly by: { readonly id: PersonId; readonly name: string };
  readonly at: Instant;
}
/** What they said of it. */
export type Said<T extends PairEvent['type']> = Extract<PairEvent, { type: T }>;

const settled = (why: Extract<Refusal, { reason: 'meeting-settled' }>['why']): Refusal => ({ reason: 'meeting-settled', why });

/** Why nobody can say any more whether they come; null while they can. */
export function whyNotAhead({ meeting: { state, startsAt }, at }: Spoken): Refusal | null {
  if (state.is === 'alone') return settled('alone');
  return startsAt > at ? null : settled('over');
}

/** Why a meeting can neither be moved nor made up for alone; null while it can: also one that was missed, until the next begins. */
export function whyNotOpen({ pair, meeting, at }: Spoken): Refusal | null {
  const { state, startsAt, number } = meeting;
  if (state.is === 'alone') return settled('alone');
  if (startsAt > at || state.is === 'unsettled') return null;
  const isMissed = state.is === 'lapsed' || hasMet(recordOf(pair, number)) === false;
  const [next] = nextMeetings(pair, startsAt, 1);
  return isMissed && (next === undefined || next.startsAt > at) ? null : settled('over');
}

/** Those who come to a meeting, besides `id`. */
export const comingBeside = (pair: Pair, number: number, id: PersonId) => othersOf(pair, id).filter((other) => !recordOf(pair, number).without.includes(other.id));

/** `Can't make it`: nothing is settled until one of them chooses. */
export function cannot(spoken: Spoken): Stepped<Pair> {
  const { pair, meeting: { number, state }, by, at } = spoken;
  const no = state.is === 'lapsed' ? settled('over') : whyNotAhead(spoken);
  if (no !== null) return refused(no);
  const known = state.is === 'unsettled' ? state : { is: 'unsettled' as const, by: by.id, cannot: [], proposed: null };
  if (known.cannot.includes(by.id) || recordOf(pair, number).without.includes(by.id)) return moved(pair);
  const next = withState(pair, number, { ...known, cannot: [...known.cannot, by.id] });
  const meeting = occurrence(next, number) ?? spoken.meeting;
  const why = { is: 'other-cannot', by: by.name } as const;
  return moved(next, comingBeside(next, number, by.id).map((member) => mail(next, member, {
    what: 'news', message: offerMessage(next, member, { why, meeting, at }), meeting, until: nextMeetings(next, meeting.startsAt, 1)[0]?.startsAt ?? null, waits: { before: meeting.startsAt },
  })));
}

/** They can come after all: the meeting stands again when nobody else is in the way. */
export function can(spoken: Spoken): Stepped<Pair> {
  const { pair, meeting, by, at } = spoken;
  const { number, state, startsAt } = meeting;
  const no = state.is === 'lapsed' ? settled('over') : whyNotAhead(spoken);
  if (no !== null) return refused(no);
  const news: BuddyNews = { is: 'stands-again', by: by.name, at: startsAt };
  const { without } = recordOf(pair, number);
  if (without.includes(by.id)) {
    const back = withRecord(pair, number, { without: without.filter((id) => id !== by.id) });
    return moved(withSeenTo(back, by.id, at), tellOthers(back, by.id, { news, meeting }));
  }
  const next = withoutWord(pair, number, { id: by.id, at });
  return next === pair ? moved(pair) : moved(next, tellOthers(next, by.id, { news, meeting }));
}

/** Of three, the other two meet. */
export function goWithout(spoken: Spoken): Stepped<Pair> {
  const { pair, meeting, by, at } = spoken;
  const { number, state } = meeting;
  const no = state.is === 'lapsed' ? settled('over') : whyNotAhead(spoken);
  const { without } = recordOf(pair, number);
  if (no !== null) return refused(no);
  if (without.includes(by.id)) return moved(pair);
  if (comingBeside(pair, number, by.id).length < 2) return refused({ reason: 'two-needed' });
  const next = withoutWord(withRecord(pair, number, { without: [...without, by.id] }), number, { id: by.id, at });
  return moved(next, tellOthers(next, by.id, { news: { is: 'without', by: by.name, at: meeting.startsAt }, meeting }));
}

/** It takes place although it clashes with something. */
export function keep(spoken: Spoken): Stepped<Pair> {
  const { pair, meeting, by, at } = spoken;
  const { number, state } = meeting;
  const no = state.is === 'lapsed' ? settled('over') : whyNotAhead(spoken);
  if (no !== null) return refused(no);
  if (state.is === 'unsettled' && !state.cannot.includes(by.id)) return refused(settled('unsettled'));
  if (state.is === 'standing' && meeting.isKept) return moved(pair);
  const next = withRecord(withoutWord(pair, number, { id: by.id, at }), number, { isKept: true });
  return moved(next, tellOthers(next, by.id, { news: { is: 'kept', by: by.name, at: meeting.startsAt }, meeting }));
}

/** `Practise alone`: settled for all of them, so that the next insight module is not held up (guidance, domain.md 2). */
export function practiseAlone(spoken: Spoken): Stepped<Pair> {
  const { pair, meeting, by, at } = spoken;
  if (meeting.state.is === 'alone') return moved(pair);
  const no = whyNotOpen(spoken);
  if (no !== null) return refused(no);
  const next = withModuleDone(withState(pair, meeting.number, { is: 'alone', by: by.id }), meeting.number);
  const before = meeting.startsAt > at ? meeting.startsAt : null;
  return moved(next, tellOthers(next, by.id, { news: { is: 'alone', by: by.name, at: meeting.startsAt }, meeting, before }));
}

/** `Use the alternative slot`: agreed long ago by all, so that it needs no answer, and who could not come at the old time is counted in. */
export function useAlternative(spoken: Spoken): Stepped<Pair> {
  const { pair, meeting, at } = spoken;
  const no = whyNotOpen(spoken);
  if (no !== null) return refused(no);
  const to = alternativeFor(pair, meeting.number, at);
  if (to === null) return refused({ reason: 'bad-move', why: 'no-alternative' });
  return moveTo(spoken, { to, coming: pair.members.map(({ id }) => id) });
}

/** Moves the meeting and tells everybody but `by`. `coming`: who has said that this time suits them. */
export function moveTo({ pair, meeting, by, at }: Spoken, { to, coming }: { readonly to: Occurrence['wall']; readonly coming: readonly PersonId[] }): Stepped<Pair> {
  const { without } = recordOf(pair, meeting.number);
  const next = withRecord(movedTo(pair, meeting, { to, at }), meeting.number, { without: without.filter((id) => !coming.includes(id)) });
  const toAt = instantAt(to, meeting.zone) ?? at;
  const effects: readonly Effect[] = tellOthers(next, by.id, {
    news: { is: 'moved', by: by.name, fromAt: meeting.startsAt, toAt }, meeting: occurrence(next, meeting.number) ?? meeting,
    before: meeting.startsAt > at ? Math.min(meeting.startsAt, toAt) : toAt,
  });
  return moved(next, effects);
}

export const withState = (pair: Pair, number: number, state: MeetingState): Pair => withRecord(pair, number, { state });

/** One of them does not stand in the way any more: with the last of them the meeting stands again. */
export function withoutWord(pair: Pair, number: number, { id, at }: { readonly id: PersonId; readonly at: Instant }): Pair {
  const { state } = recordOf(pair, number);
  if (state.is !== 'unsettled' || !state.cannot.includes(id)) return pair;
  const [first, ...others] = state.cannot.filter((each) => each !== id);
  const standing: Partial<MeetingRecord> = { state: { is: 'standing' }, since: at };
  return withRecord(pair, number, first === undefined ? standing : { state: { ...state, by: first, cannot: [first, ...others] } });
}
