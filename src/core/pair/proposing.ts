// `Choose another time`: somebody names one, and the meeting moves there when all the others who come have agreed.

import { moved, refused, type Stepped } from '../machine.ts';
import type { WallTime } from '../calendar/local-time.ts';
import { nextMeetings, occurrence, recordOf } from './meetings.ts';
import { memberOf } from './members.ts';
import { whyNotTo } from './moving.ts';
import { offerMessage } from './drawn.ts';
import type { Pair, Proposed } from './pair.ts';
import { comingBeside, moveTo, type Spoken, whyNotOpen, withState } from './settling.ts';
import { mail, tellProposal } from './telling.ts';

export const isSameTime = (a: WallTime, b: WallTime): boolean => a.date === b.date && a.time === b.time;

/** Takes the place of a time that was proposed before; the same one again agrees to it. */
export function propose(spoken: Spoken, to: WallTime): Stepped<Pair> {
  const { pair, meeting, by, at } = spoken;
  const { number, state } = meeting;
  const no = whyNotOpen(spoken);
  if (no !== null) return refused(no);
  if (state.is === 'unsettled' && state.proposed !== null && isSameTime(state.proposed.to, to)) return answer(spoken, { to, suits: true });
  const why = whyNotTo(pair, meeting, { to, at });
  if (why !== null) return refused({ reason: 'bad-move', why });
  const proposed: Proposed = { to, by: by.id, agreed: [] };
  const known = state.is === 'unsettled' ? state : { is: 'unsettled' as const, by: by.id, cannot: [by.id] };
  const next = withState(pair, number, { ...known, proposed });
  return moved(next, tellProposal(next, occurrence(next, number) ?? meeting, { proposed, asked: comingBeside(next, number, by.id), at }));
}

/** `That suits me`, or it does not: then whoever proposed it chooses again. */
export function answer(spoken: Spoken, { to, suits }: { readonly to: WallTime; readonly suits: boolean }): Stepped<Pair> {
  const { pair, meeting, by } = spoken;
  const { state, number } = meeting;
  const no = whyNotOpen(spoken);
  if (no !== null) return refused(no);
  if (state.is !== 'unsettled') return refused({ reason: 'meeting-settled', why: state.is === 'standing' ? 'standing' : 'over' });
  const { proposed } = state;
  if (proposed === null || !isSameTime(proposed.to, to)) return refused({ reason: 'meeting-settled', why: 'unsettled' });
  if (proposed.by === by.id || (suits && proposed.agreed.includes(by.id))) return moved(pair);
  if (!suits) return decline(spoken, proposed);
  const next = withState(pair, number, { ...state, proposed: { ...proposed, agreed: [...proposed.agreed, by.id] } });
  return isAgreed(next, number) ? moveTo({ ...spoken, pair: next }, { to, coming: [proposed.by, ...proposed.agreed, by.id] }) : moved(next);
}

/** Whether all who come, besides whoever proposed it, have agreed to another time. */
export function isAgreed(pair: Pair, number: number): boolean {
  const { state } = recordOf(pair, number);
  if (state.is !== 'unsettled' || state.proposed === null) return false;
  const { by, agreed } = state.proposed;
  return comingBeside(pair, number, by).every(({ id }) => agreed.includes(id));
}

function decline({ pair, meeting, by, at }: Spoken, proposed: Proposed): Stepped<Pair> {
  const { state, number } = meeting;
  const next = state.is === 'unsettled' ? withState(pair, number, { ...state, proposed: null }) : pair;
  const proposer = memberOf(next, proposed.by);
  const now = occurrence(next, number) ?? meeting;
  const why = { is: 'declined', by: by.name, to: proposed.to } as const;
  return moved(next, proposer === null ? [] : [mail(next, proposer, {
    what: 'news', message: offerMessage(next, proposer, { why, meeting: now, at }), meeting: now,
    until: nextMeetings(next, now.startsAt, 1)[0]?.startsAt ?? null, waits: { before: now.startsAt > at ? now.startsAt : null },
  })]);
}
