// Brings a session up to an instant, deadline by deadline, as if each had been noticed at its time. Early is nothing
// to do; much too late is a pause that says so (product.md 4, "Moves").

import { hourMs, type Instant, type Millis, minutes, seconds } from '../time.ts';
import { type Effect, moved, type Moment, type Moved } from '../machine.ts';
import { pause } from './driving.ts';
import { end } from './ending.ts';
import { moveOn, presentStep } from './hour.ts';
import { lobbyClosesAt, lobbyUpTo } from './lobby.ts';
import { named } from './people.ts';
import { passChair } from './chairing.ts';
import type { Paused, Running, Session } from './session.ts';

/** More than this much real time late, the session pauses instead of going on. */
const tooLateRealMs = minutes(2);
const warnBeforeEndMs = seconds(30);
/** Phases shorter than this are not warned of their end. */
const warnFromMs = minutes(4);
/** A paused session is forgotten this long after its planned end, and ended after the second. */
const forgottenAfterMs = minutes(15);
const endedAfterMs = hourMs;

/** The next instant at which something happens by itself; null when nothing will. */
export function wakeAt(session: Session): Instant | null {
  switch (session.status) {
    case 'lobby': return lobbyClosesAt(session);
    case 'running': return Math.min(session.phaseEndsAt, warningAt(session) ?? Infinity, session.takeover?.at ?? Infinity);
    case 'paused': return Math.min(pausedUntil(session), session.takeover?.at ?? Infinity);
    case 'ended':
    case 'cancelled': return null;
  }
}

function warningAt(running: Running): Instant | null {
  const isWarnable = running.hasWarnings && !running.isWarned && presentStep(running).lengthMs >= warnFromMs;
  return isWarnable ? running.phaseEndsAt - warnBeforeEndMs : null;
}

const pausedUntil = (paused: Paused): Instant =>
  Math.max(paused.plannedEndsAt, paused.pausedAt) + (paused.isForgotten ? endedAfterMs : forgottenAfterMs);

export function upTo(session: Session, moment: Moment): Moved<Session> {
  let state = session;
  let effects: readonly Effect[] = [];
  // Every round settles one deadline; each of them lies later than the one before or changes the status.
  for (let wake = wakeAt(state); wake !== null && wake <= moment.at; wake = wakeAt(state)) {
    const step = settle(state, wake, moment);
    state = step.state;
    effects = [...effects, ...step.effects];
  }
  return moved<Session>(state, effects);
}

function settle(session: Session, wake: Instant, moment: Moment): Moved<Session> {
  const lateRealMs: Millis = (moment.at - wake) / moment.rate;
  switch (session.status) {
    case 'lobby': return asMoved(lobbyUpTo(session, moment), session);
    case 'running':
      if (session.takeover?.at === wake) return asMoved(passChair(session), session);
      if (warningAt(session) === wake) return warn(session);
      if (lateRealMs > tooLateRealMs) return asMoved(pause(session, { kind: 'outage', lateMs: moment.at - wake }, moment.at), session);
      return moveOn(session, wake);
    case 'paused':
      if (session.takeover?.at === wake) return asMoved(passChair(session), session);
      return session.isForgotten ? end(session, wake, 'forgotten') : forget(session);
    case 'ended':
    case 'cancelled': return moved<Session>(session);
  }
}

const asMoved = (step: { kind: 'refused' } | Moved<Session>, unchanged: Session): Moved<Session> =>
  step.kind === 'moved' ? step : moved<Session>(unchanged);

function warn(running: Running): Moved<Session> {
  const notice = { kind: 'warning', phase: presentStep(running).phase, leftMs: warnBeforeEndMs } as const;
  return moved<Session>({ ...running, isWarned: true }, [{ do: 'say', message: { card: 'notice', notice }, until: running.phaseEndsAt }]);
}

function forget(paused: Paused): Moved<Session> {
  const { name, teamsId } = named(paused, paused.chair);
  const forgotten: Paused = { ...paused, isForgotten: true };
  const notice = { kind: 'session-forgotten', chair: name, chairTeamsId: teamsId, endsAt: pausedUntil(forgotten), zone: paused.zone } as const;
  return moved<Session>(forgotten, [{ do: 'say', message: { card: 'notice', notice }, until: null }]);
}
