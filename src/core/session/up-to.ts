// Brings a session up to an instant, deadline by deadline, as if each had been noticed at its time. Early is nothing
// to do; much too late is a pause that says so (product.md 4, "Moves").

import { hourMs, type Instant, minutes, seconds } from '../time.ts';
import { type Effect, moved, type Moment, type Moved } from '../machine.ts';
import { dropTakeover, passChair } from './chairing.ts';
import { pause } from './driving.ts';
import { end } from './ending.ts';
import { moveOn, presentStep } from './hour.ts';
import { close, lobbyClosesAt } from './lobby.ts';
import { named } from './people.ts';
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
    case 'split': return null;
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

/** Settles every deadline up to `moment.at`; the same state, by identity, when there was none. */
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
  const isTooLate = (moment.at - wake) / moment.rate > tooLateRealMs;
  if (session.status === 'lobby') return close(session, 'closed', wake);
  if (session.status === 'split' || session.status === 'ended' || session.status === 'cancelled') return moved<Session>(session);
  const { takeover } = session;
  if (takeover?.at === wake) return isTooLate ? dropTakeover(session) : passChair(session, takeover);
  if (session.status === 'paused') return session.isForgotten ? end(session, wake, 'forgotten') : forget(session);
  if (warningAt(session) === wake) return warn(session);
  return isTooLate ? pause(session, { kind: 'outage', lateMs: moment.at - wake }, moment.at) : moveOn(session, wake);
}

function warn(running: Running): Moved<Session> {
  const notice = { kind: 'warning', phase: presentStep(running).phase, leftMs: warnBeforeEndMs } as const;
  return moved<Session>({ ...running, isWarned: true }, [{ do: 'say', message: { card: 'notice', notice }, until: running.phaseEndsAt }]);
}

/** Says that the session is still open; not worth saying once it is ended for that. */
function forget(paused: Paused): Moved<Session> {
  const { name, teamsId } = named(paused, paused.chair);
  const forgotten: Paused = { ...paused, isForgotten: true };
  const endsAt = pausedUntil(forgotten);
  const notice = { kind: 'session-forgotten', chair: name, chairTeamsId: teamsId, endsAt, zone: paused.zone } as const;
  return moved<Session>(forgotten, [{ do: 'say', message: { card: 'notice', notice }, until: endsAt }]);
}
