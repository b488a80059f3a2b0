// One event, one step: the session is first brought up to the instant of the event, so that nobody acts in a phase
// that is over just because a timer was late; then the event is applied or politely refused.

import { type Effect, moved, type Moment, refused, type Stepped } from '../machine.ts';
import { appoint, note, saveAction } from './capture.ts';
import { askForChair, handOver, keepChair } from './chairing.ts';
import { askToEnd, confirmEnd, dismissEnd, minuteMore, next, pause, resume } from './driving.ts';
import type { DrivenEvent, SessionEvent } from './events.ts';
import { close, give, join, learn, mark, open, order, volunteer } from './lobby.ts';
import { refusalFor } from './rights.ts';
import { presentStep } from './hour.ts';
import type { Ended, Live, Lobby, Session } from './session.ts';
import { refill, start } from './starting.ts';
import { upTo } from './up-to.ts';
import { learnLate } from './late-write-up.ts';

/** Presses of these count whatever revision their card has: texts are never stale, and the asked-once-more names its own. */
const everFresh: ReadonlySet<DrivenEvent['type']> = new Set(['noted', 'action-given', 'next-chair-given', 'end-confirmed', 'end-dismissed']);

export function step(session: Session | null, event: SessionEvent, moment: Moment): Stepped<Session> {
  if (event.type === 'opened') return session === null ? open(event, moment.at) : moved<Session>(session);
  if (session === null) return refused({ reason: 'no-session' });
  const caughtUp = upTo(session, moment);
  const applied = apply(caughtUp.state, event, moment);
  // What was overdue is kept even when the event itself is refused: the loop saves it with the answer.
  if (applied.kind === 'refused') {
    return caughtUp.state === session ? applied : { ...caughtUp, refusal: applied.refusal };
  }
  return { ...applied, effects: [...caughtUp.effects, ...applied.effects] };
}

function apply(session: Session, event: Exclude<SessionEvent, { type: 'opened' }>, moment: Moment): Stepped<Session> {
  if (event.type === 'time-passed') return moved<Session>(session);
  if (event.type === 'meeting-known') return moved<Session>({ ...session, nextMeetingAt: event.nextMeetingAt });
  if (event.type === 'birthday-known' || event.type === 'write-up-known') {
    return session.status === 'lobby' ? learn(session, event, moment.at) : learnLate(session, event);
  }
  const isStale = event.rev !== null && event.rev !== session.rev && !everFresh.has(event.type);
  if (isStale) return refused({ reason: 'stale', phase: 'steps' in session ? presentStep(session).phase : null });
  const no = refusalFor(session, event);
  if (no !== null) return no;
  switch (session.status) {
    case 'lobby': return inLobby(session, event, moment);
    case 'running':
    case 'paused': return whileLive(session, event, moment);
    case 'ended': return afterwards(session, event, moment);
    case 'cancelled': return refused({ reason: 'no-session' });
  }
}

function inLobby(lobby: Lobby, event: DrivenEvent, { at }: Moment): Stepped<Session> {
  switch (event.type) {
    case 'joined': return join(lobby, event, at);
    case 'volunteered': return volunteer(lobby, event, at);
    case 'chair-given': return give(lobby, event, at);
    case 'ordered': return order(lobby, event, at);
    case 'marked-absent':
    case 'marked-here': return mark(lobby, event, at);
    case 'started': return start(lobby, event, at);
    case 'cancelled':
    case 'end-asked': return close(lobby, 'cancelled', at);
    default: return refused({ reason: 'not-running', state: 'lobby' });
  }
}

function whileLive(before: Live, event: DrivenEvent, moment: Moment): Stepped<Session> {
  const { live, effects } = keepChair(before, event.by.id);
  const applied = drive(live, event, moment);
  if (effects.length === 0) return applied;
  const kept: readonly Effect[] = effects;
  return applied.kind === 'moved' ? { ...applied, effects: [...kept, ...applied.effects] } : { ...moved<Session>(live, kept), refusal: applied.refusal };
}

function drive(live: Live, event: DrivenEvent, moment: Moment): Stepped<Session> {
  const { at } = moment;
  switch (event.type) {
    case 'next-asked': return next(live, at);
    case 'pause-asked':
      return live.status === 'running' ? pause(live, { kind: 'person', name: event.by.name }, at) : refused({ reason: 'already-paused', by: pauser(live) });
    case 'resume-asked': return resume(live, event, at);
    case 'minute-asked': return minuteMore(live, at);
    case 'end-asked': return askToEnd(live, event, at);
    case 'end-confirmed': return confirmEnd(live, event, at);
    case 'end-dismissed': return dismissEnd(live, event);
    case 'chair-asked': return askForChair(live, event, at);
    case 'chair-given': return handOver(live, event);
    case 'full-length-asked': return live.status === 'running' ? refill(live, 'full-length') : refused({ reason: 'not-running', state: 'paused' });
    case 'whole-hour-asked': return live.status === 'running' ? refill(live, 'whole-hour') : refused({ reason: 'not-running', state: 'paused' });
    case 'noted': return note(live, event, at);
    case 'action-given': return saveAction(live, event, moment);
    case 'next-chair-given': return appoint(live, event);
    case 'joined':
    case 'volunteered':
    case 'started':
    case 'cancelled':
    case 'ordered':
    case 'marked-absent':
    case 'marked-here': return refused({ reason: 'too-late-for-this' });
  }
}

const pauser = (live: Live): string | null => {
  const cause = live.pauses.at(-1)?.cause;
  return cause?.kind === 'person' ? cause.name : null;
};

function afterwards(ended: Ended, event: DrivenEvent, moment: Moment): Stepped<Session> {
  if (event.type === 'action-given') return saveAction(ended, event, moment);
  return refused({ reason: 'not-running', state: 'ended' });
}
