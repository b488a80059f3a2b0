// What members say of a meeting: that they are prepared, whether they met, what came of it, and what became of what they
// promised each other.

import { type PersonId, pairShelf, sessionId } from '../keys.ts';
import { type Effect, moved, refused, type Stepped } from '../machine.ts';
import { clipText } from '../names.ts';
import { recordOf, withRecord } from './meetings.ts';
import { memberOf } from './members.ts';
import { withModuleDone, withModuleUndone } from './modules.ts';
import type { Pair, PairAction } from './pair.ts';
import { type Said, type Spoken, whyNotAhead } from './settling.ts';
import { answersUntil, hasMet } from './tally.ts';

/** Actions remembered: beyond it those that are done go first, then the oldest. */
const keptActions = 40;
/** Of a text that is shown again so much is kept here; the whole is in the history. */
const clipChars = 300;

/** `Prepared`, `Not yet`: the last word counts. */
export function prepare(spoken: Spoken, { isPrepared }: Said<'prepared-said'>): Stepped<Pair> {
  const { pair, meeting: { number, state }, by } = spoken;
  const no = state.is === 'lapsed' ? { reason: 'meeting-settled', why: 'over' } as const : whyNotAhead(spoken);
  if (no !== null) return refused(no);
  const { prepared } = recordOf(pair, number);
  return moved(prepared[by.id] === isPrepared ? pair : withRecord(pair, number, { prepared: { ...prepared, [by.id]: isPrepared } }));
}

/**
 * `We met`, `We didn't meet`: met by anybody's word is met. The whole goes to the pair's own shelf of the history. Taken from the start of the
 * meeting until the next one but one begins, also of one that nobody had settled.
 */
export function answer({ pair, meeting, by, at }: Spoken, event: Said<'met-said'>): Stepped<Pair> {
  const { number, startsAt, state } = meeting;
  if (state.is === 'alone') return refused({ reason: 'meeting-settled', why: 'alone' });
  if (startsAt > at) return refused({ reason: 'meeting-settled', why: 'standing' });
  if (answersUntil(pair, meeting) <= at) return refused({ reason: 'meeting-settled', why: 'over' });
  const said = withRecord(pair, number, { met: { ...recordOf(pair, number).met, [by.id]: event.didMeet } });
  const counted = hasMet(recordOf(said, number)) === true ? withModuleDone(said, number) : withModuleUndone(said, number);
  const promised = event.action === null ? counted : withPromise(counted, { id: event.id, owner: by.id, ...event.action });
  return moved(promised, [entryOf({ pair, meeting, by, at }, event)]);
}

function entryOf({ pair, meeting: { number, startsAt }, by: { id, name }, at }: Spoken, { id: entry, didMeet, text, action }: Said<'met-said'>): Effect {
  const { tenant, conversation, id: pairId } = pair;
  return {
    do: 'record',
    entry: {
      kind: 'buddy', id: entry, partition: pairShelf(tenant, conversation, pairId), session: sessionId(`pair-${pairId}-${number}`), at, people: [id],
      by: { id, name }, meeting: number, startsAt, didMeet, text, action,
    },
  };
}

/** The same action once, however often it is told. */
function withPromise(pair: Pair, { id, owner, text, dueOn }: Pick<PairAction, 'id' | 'owner' | 'text' | 'dueOn'>): Pair {
  if (pair.actions.some((action) => action.id === id)) return pair;
  const actions: readonly PairAction[] = [...pair.actions, { id, owner, text: clipText(text, clipChars), dueOn, outcome: null, line: '' }];
  const excessCount = Math.max(0, actions.length - keptActions);
  const dropped = new Set(actions.filter(({ outcome }) => outcome === 'done').slice(0, excessCount));
  return { ...pair, actions: actions.filter((action) => !dropped.has(action)).slice(-keptActions) };
}

/** Open ones of those who are in the pair, the first due first: partly done, or not yet, is open all the same. */
export const openPromises = ({ actions, members }: Pair): readonly PairAction[] =>
  actions.filter(({ owner, outcome }) => outcome !== 'done' && members.some(({ id }) => id === owner)).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));

/** What became of an action, by its owner alone; also after the pair has ended. */
export function settleAction(pair: Pair, { by, action: id, outcome, text }: Said<'action-answered'>): Stepped<Pair> {
  const known = pair.actions.find((action) => action.id === id);
  if (known === undefined) return refused({ reason: 'action-gone' });
  if (known.owner !== by.id) return refused({ reason: 'not-your-action', owners: [ownerOf(pair, known.owner)] });
  const line = clipText(text, clipChars);
  if (known.outcome === outcome && known.line === line) return moved(pair);
  return moved({ ...pair, actions: pair.actions.map((action) => (action === known ? { ...known, outcome, line } : action)) });
}

const ownerOf = (pair: Pair, id: PersonId): string => memberOf(pair, id)?.name ?? '';
