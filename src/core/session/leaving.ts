// Leaving while the hour runs (product.md 4, "Leaving"). A helper just goes. An owner's turn to come moves to the end once,
// then is carried over. In their own turn the chair chooses, and after thirty seconds it moves to the end.

import type { Instant } from '../time.ts';
import { isGuest, type PersonId } from '../keys.ts';
import { type Effect, moved, type Moved, refused, type Stepped } from '../machine.ts';
import type { Notice } from '../notices.ts';
import { carriedOverLine, decideWithinMs } from './absent-owners.ts';
import { answered, asked, isAskOpen, mayWait } from './asks.ts';
import { dropTakeover, passChair } from './chairing.ts';
import type { SessionEvent } from './events.ts';
import { moveOn, presentStep, redrawTimes } from './hour.ts';
import { payOverrun } from './overtime.ts';
import { isHere, nameOf, participant, resolveName } from './people.ts';
import { brokenOffAt, movedToEnd, restOfTurn, skipped, withoutTurnOf } from './refitting.ts';
import type { OwnerChoice } from './ask.ts';
import type { Live, Running, Session } from './session.ts';
import { phaseSlot } from './slots.ts';
import { partsOf } from './turns.ts';

type Of<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>;

const say = (notice: Notice): Effect => ({ do: 'say', message: { card: 'notice', notice }, until: null });

/** `absent <name>`. Of somebody who is not in there is nothing to change; a second time it carries a turn over that has moved. */
export function markAbsent(live: Live, event: Of<'marked-absent'>, at: Instant): Stepped<Session> {
  const found = event.person == null ? resolveName(live, event.name) : { kind: 'found', person: event.person } as const;
  return found.kind === 'refused' ? found : leave(live, found.person.id, at);
}

/** Somebody goes, or is still gone. */
export function leave(live: Live, id: PersonId, at: Instant): Moved<Session> {
  const answer: Notice = { kind: 'marked-absent', name: nameOf(live, id) };
  const someone = participant(live, id);
  if (someone === undefined || someone.part === 'out') return moved<Session>(live, [], answer);
  const gone: Live = { ...live, people: live.people.map((each) => (each.id === id && isHere(each) ? { ...each, leftAt: at } : each)) };
  const turn = withoutOwner(gone, id, at);
  const chair = isHere(someone) ? withoutChair(turn.state, id) : moved<Session>(turn.state);
  const effects = [...turn.effects, ...chair.effects];
  // What everybody is told needs no second line.
  return moved<Session>(chair.state, effects, effects.some((effect) => effect.do === 'say' || effect.do === 'post') ? { kind: 'done' } : answer);
}

/** Somebody has come into another group of the meeting: gone from here, and whoever had no turn here attends only there. */
export function goElsewhere(session: Session, { person, since }: Of<'group-left'>, at: Instant): Moved<Session> {
  const someone = participant(session, person);
  const isLive = session.status === 'running' || session.status === 'paused';
  if (!isLive || someone === undefined || someone.part === 'out' || someone.joinedAt > since) return moved<Session>(session);
  const { state, effects } = leave(session, person, at);
  return moved<Session>({ ...state, people: state.people.map((each) => (each.id === person ? { ...each, part: 'out', leftAt: null } : each)) }, effects);
}

/** The chair goes: whoever has asked for it has it now, else everybody is asked. Nobody is made chair by itself. */
function withoutChair(session: Session, id: PersonId): Moved<Session> {
  if (session.status !== 'running' && session.status !== 'paused') return moved<Session>(session);
  if (session.takeover?.by === id) return dropTakeover(session);
  if (session.chair !== id) return moved<Session>(session);
  if (session.takeover !== null) return passChair(session, session.takeover);
  const isAnyoneHere = session.people.some((someone) => isHere(someone) && !isGuest(someone.id));
  return moved<Session>(session, isAnyoneHere ? [say({ kind: 'chair-left', chair: nameOf(session, id) })] : []);
}

function withoutOwner(live: Live, id: PersonId, at: Instant): { readonly state: Live; readonly effects: readonly Effect[] } {
  const turn = presentStep(live).turn ?? -1;
  const isTheirs = live.turns[turn]?.owner === id;
  if (isTheirs && live.ownerAway === null) return awayInTurn(live, turn, at);
  const { coming } = partsOf(live);
  const theirs = coming.find((each) => each.turn.owner === id);
  if (theirs === undefined) return { state: live, effects: [] };
  if (!theirs.turn.hasMoved && coming.at(-1) !== theirs) {
    const state = movedToEnd(live, id);
    return { state, effects: [say({ kind: 'turn-moved', name: nameOf(live, id) }), ...redrawTimes(state)] };
  }
  const refitted = withoutTurnOf(live, id);
  return { state: refitted.live, effects: [carriedOverLine({ before: live, refitted, name: nameOf(live, id) }), ...redrawTimes(refitted.live)] };
}

function awayInTurn(live: Live, turn: number, at: Instant): { readonly state: Live; readonly effects: readonly Effect[] } {
  const owner = live.turns[turn]?.owner;
  // A turn that is all but over simply ends: by the time it was decided nothing would be left to put off.
  if (owner === undefined || restOfTurn(live, sinceOf(live, at) + decideWithinMs).length === 0) return { state: live, effects: [] };
  const away: Live = { ...live, ownerAway: { turn, decideBy: at + decideWithinMs } };
  const asking = asked(away, 'away', owner);
  return { state: asking.live, effects: [...asking.effects, { do: 'edit', slot: phaseSlot(live.at) }] };
}

/** From when the chair's time to choose counts: while the session is paused it stands still. */
const sinceOf = (live: Live, at: Instant): Instant => (live.status === 'running' ? at : live.pausedAt);

/** The chair's choice; `rev` is the number of the card that asked. */
export function decideOnOwner(live: Live, event: Of<'owner-decided'>, at: Instant): Stepped<Session> {
  const ask = event.rev === null ? undefined : live.asks[event.rev];
  if (ask?.about !== 'away' || !isAskOpen(live, ask)) return refused({ reason: 'stale', phase: presentStep(live).phase });
  if (event.choice === 'go-on') return { ...goOn(live, ask.owner), answer: { kind: 'done' } };
  if (live.status === 'paused') return refused({ reason: 'not-running', state: 'paused' });
  return { ...giveUpTurn(live, event.choice, at), answer: { kind: 'done' } };
}

function goOn(live: Live, owner: PersonId): Moved<Session> {
  const state: Live = { ...answered(live, { about: 'away', owner, answer: 'go-on' }), ownerAway: null };
  return moved<Session>(state, [{ do: 'edit', slot: phaseSlot(live.at) }]);
}

/** The chair's time to choose, again from `at` on: nobody could while the service was away. */
export const waitAnew = (running: Running, at: Instant): Moved<Session> =>
  moved<Session>({ ...running, ownerAway: running.ownerAway === null ? null : { ...running.ownerAway, decideBy: at + decideWithinMs } });

/** Nobody chose: the turn of an absent owner moves to the end. */
export const moveUndecided = (running: Running, at: Instant): Moved<Session> => giveUpTurn(running, 'to-end', at);

/** Ends the present turn at `at`, to go on at the end where that is possible, else to be carried over. What is all but over goes on. */
function giveUpTurn(running: Running, choice: Exclude<OwnerChoice, 'go-on'>, at: Instant): Moved<Session> {
  const turn = presentStep(running).turn ?? -1;
  const owner = running.turns[turn]?.owner;
  if (owner === undefined) return moved<Session>(running);
  if (choice === 'to-end' && restOfTurn(running, at).length === 0) return goOn(running, owner);
  const name = nameOf(running, owner);
  // What the phase ran over, the later ones pay for, as when the chair goes on.
  const paid = payOverrun(running, at);
  const moving = choice === 'to-end' && mayWait(running, turn) ? brokenOffAt(paid.running, at) : null;
  const refitted = moving === null ? skipped(running, at) : { live: moving, turnMs: null };
  const line = moving === null ? carriedOverLine({ before: running, refitted, name }) : say({ kind: 'turn-moved', name });
  const state: Running = { ...refitted.live, asks: answered(running, { about: 'away', owner, answer: moving === null ? 'skip' : 'to-end' }).asks, ownerAway: null };
  const next = moveOn(state, at);
  const isAgendaRedrawn = next.effects.some((effect) => effect.do === 'edit' && effect.slot === 'agenda');
  const late = moving === null ? [] : paid.effects;
  return { ...next, effects: [line, ...late, ...next.effects, ...(isAgendaRedrawn ? [] : [{ do: 'edit', slot: 'agenda' } as const])] };
}
