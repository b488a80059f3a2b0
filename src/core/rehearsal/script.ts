// What the pretend colleagues of a rehearsal do next, worked out from the state alone: the same state, the same act, on
// whichever machine. An act is an ordinary event of an ordinary participant; each has a name, and is tried once.

import { type Instant, type Millis, minutes, seconds } from '../time.ts';
import type { PersonId } from '../keys.ts';
import type { Phase } from '../protocols/protocol.ts';
import type { SessionEvent } from '../session/events.ts';
import { presentStep } from '../session/hour.ts';
import { hasTurn, isHere, isIn, participant } from '../session/people.ts';
import { isClose, phaseOf } from '../session/phases.ts';
import { maxOwners } from '../session/plan.ts';
import type { HourStep, Lobby, Paused, Running, Session } from '../session/session.ts';
import { type Colleague, colleagues, isPretend, remarks, requestForHelp } from './colleagues.ts';

export interface Act {
  readonly id: string;
  /** On the rehearsal's clock. */
  readonly at: Instant;
  readonly event: SessionEvent;
}

/** They come in one after the other; at sixty times real speed a second and a half apart. */
const joinsEveryMs: Millis = seconds(90);
/** So long nothing happens before a colleague begins: at that speed some twenty seconds. */
const idleMs: Millis = minutes(20);
/** A chair who is a colleague goes on after a pause of this length. */
const pauseMs: Millis = minutes(8);

/** The next act that was not tried yet; null when the colleagues have nothing to do as things stand. */
export function nextAct(session: Session): Act | null {
  const left = actsOf(session).filter(({ id }) => session.rehearsal?.done.includes(id) === false);
  return left.reduce<Act | null>((first, act) => (first === null || act.at < first.at ? act : first), null);
}

function actsOf(session: Session): readonly Act[] {
  switch (session.status) {
    case 'lobby': return lobbyActs(session);
    case 'running': return phaseActs(session);
    case 'paused': return pauseActs(session);
    // A rehearsal is too small to be split.
    case 'split':
    case 'ended':
    case 'cancelled': return [];
  }
}

/** In the lobby: all come in, leaving room for a problem of the person's own; then, when the person does nothing, they begin. */
function lobbyActs(lobby: Lobby): readonly Act[] {
  const done = lobby.rehearsal?.done ?? [];
  const ownerCount = maxOwners(lobby.protocol, lobby.lengthMinutes) - 1;
  const joins = colleagues.map((each, index) => joining(each, { id: `join-${index}`, at: lobby.openedAt + (index + 1) * joinsEveryMs, part: index < ownerCount ? 'owner' : 'helper' }));
  const lead = colleagues.find(({ who }) => participant(lobby, who.id)?.part !== 'out');
  if (joins.some(({ id }) => !done.includes(id)) || lead === undefined) return joins;
  const isPersonIn = lobby.people.some((someone) => !isPretend(someone.id) && isIn(someone));
  const isBeginning = done.includes('volunteer') || (done.includes('present') && !isPersonIn);
  const at = lobby.touchedAt + (isBeginning ? 0 : idleMs);
  const driven = { by: lead.who, rev: null };
  const lacksProblem = lobby.people.every((someone) => !hasTurn(lobby, someone));
  // Whoever comes to help or to chair may press Start at any moment: by then somebody must have brought something.
  if (lacksProblem && !done.includes('present')) return [joining(lead, { id: 'present', at: isPersonIn ? lobby.touchedAt : at, part: 'owner' })];
  const turnCount = lobby.people.filter((someone) => hasTurn(lobby, someone)).length;
  if (turnCount > ownerCount + 1 && !done.includes('make-room')) return [joining(lead, { id: 'make-room', at: lobby.touchedAt, part: 'helper' })];
  if (lobby.volunteer === null && !done.includes('volunteer')) {
    return [{ id: 'volunteer', at, event: { ...driven, type: 'volunteered', birthday: lead.birthday, hasWriteUp: true } }];
  }
  return [{ id: 'start', at, event: { ...driven, type: 'started', writeUps: [] } }];
}

const joining = ({ who, birthday }: Colleague, { id, at, part }: Pick<Act, 'id' | 'at'> & { readonly part: 'owner' | 'helper' }): Act =>
  ({ id, at, event: { type: 'joined', by: who, rev: null, part, birthday, hasWriteUp: part === 'owner' } });

/** A pause ends by itself unless the person chairs. */
function pauseActs({ chair, pausedAt, pauses }: Paused): readonly Act[] {
  const who = colleagues.find((each) => each.who.id === chair)?.who;
  if (who === undefined) return [];
  return [{ id: `resume-${pauses.length}`, at: pausedAt + pauseMs, event: { type: 'resume-asked', by: who, rev: null, finish: 'later' } }];
}

type Text = (at: Instant, id: string) => SessionEvent;

/** What is written in the present phase, spread over its minutes. */
function phaseActs(running: Running): readonly Act[] {
  const step = presentStep(running);
  const here = colleagues.filter(({ who }) => { const someone = participant(running, who.id); return someone !== undefined && isHere(someone); });
  const texts = textsOf(running, step, here);
  const beganAt = step.beganAt ?? running.startedAt;
  return texts.map((text, index) => {
    const at = beganAt + Math.round((step.lengthMs * (index + 1)) / (texts.length + 1));
    const id = `${running.at}-${index}`;
    return { id, at, event: text(at, id) };
  });
}

function textsOf(running: Running, step: HourStep, here: readonly Colleague[]): readonly Text[] {
  const phase = phaseOf(running.protocol, step);
  if (step.turn === null) return aroundTurns(here, phase, isClose(running.protocol, step));
  const owner: PersonId | undefined = running.turns[step.turn]?.owner;
  const peers = here.filter(({ who }) => who.id !== owner);
  const own = here.filter(({ who }) => who.id === owner);
  const { turn } = step;
  const said = phase.mode === 'silent' || phase.speak.some((role) => role !== running.protocol.roles[0]?.id) ? remarks[phase.mode] : [];
  const by = peers[turn % Math.max(1, peers.length)];
  const text = said[turn % Math.max(1, said.length)];
  return [...(by === undefined || text === undefined ? [] : [noting(by, text)]), ...own.flatMap((each) => ownTexts(running, phase, each))];
}

/** The owner answers questions of fact, and commits to an action in the phase that gives up time last: the response. */
function ownTexts(running: Running, phase: Phase, owner: Colleague): readonly Text[] {
  if (phase.mode === 'facts') return [noting(owner, owner.answer)];
  if (phase.id !== running.protocol.givesLast) return [];
  return [(_, id) => ({ type: 'action-given', by: owner.who, rev: null, noteId: id, at: null, text: owner.action, dueOn: '' })];
}

/** A success each where the opening asks for them, one request for help in the close. */
function aroundTurns(here: readonly Colleague[], phase: Phase, isLast: boolean): readonly Text[] {
  if (isLast) return here.slice(-1).map((each) => noting(each, requestForHelp));
  return phase.collects === 'successes' ? here.map((each) => noting(each, each.success)) : [];
}

const noting = ({ who }: Colleague, text: string): Text => (_, id) => ({ type: 'noted', by: who, rev: null, noteId: id, at: null, text });

