// Brings a session up to an instant, deadline by deadline, as if each had been noticed at its time. Early is nothing
// to do; much too late is a pause that says so (product.md 4, "Moves").

import { type Instant, minutes, seconds } from '../time.ts';
import { type Effect, moved, type Moment, type Moved } from '../machine.ts';
import { askEdits } from './asks.ts';
import { dropTakeover, passChair } from './chairing.ts';
import { pause } from './driving.ts';
import { forget, forgottenAt } from './forgetting.ts';
import { moveOn, presentStep } from './hour.ts';
import { moveUndecided, waitAnew } from './leaving.ts';
import { close } from './lobby.ts';
import { overtimeWakeAt, runOver } from './overtime.ts';
import { callChair, chairCallAt, lobbyClosesAt } from './planned-lobby.ts';
import type { Running, Session } from './session.ts';

/** More than this much real time late, the session pauses instead of going on. */
const tooLateRealMs = minutes(2);
const warnBeforeEndMs = seconds(30);
/** Phases shorter than this are not warned of their end. */
const warnFromMs = minutes(4);

/** The next instant at which something happens by itself; null when nothing will. */
export function wakeAt(session: Session): Instant | null {
  switch (session.status) {
    case 'lobby': return Math.min(lobbyClosesAt(session), chairCallAt(session) ?? Infinity);
    case 'split': return null;
    case 'running': return Math.min(clockAt(session), warningAt(session) ?? Infinity, session.takeover?.at ?? Infinity, session.ownerAway?.decideBy ?? Infinity);
    case 'paused': return Math.min(forgottenAt(session), session.takeover?.at ?? Infinity);
    case 'ended':
    case 'cancelled': return null;
  }
}

const clockAt = (running: Running): Instant => (running.movesOn === 'chair' ? overtimeWakeAt(running) : running.phaseEndsAt);

function warningAt(running: Running): Instant | null {
  const isWarnable = running.hasWarnings && !running.isWarned && presentStep(running).lengthMs >= warnFromMs;
  return isWarnable ? running.phaseEndsAt - warnBeforeEndMs : null;
}

/** Settles every deadline up to `moment.at`; the same state, by identity, when there was none. */
export function upTo(session: Session, moment: Moment): Moved<Session> {
  let state = session;
  let effects: readonly Effect[] = [];
  // Every round settles one deadline; each of them lies later than the one before or changes the status.
  for (let wake = wakeAt(state); wake !== null && wake <= moment.at; wake = wakeAt(state)) {
    const step = settle(state, wake, moment);
    effects = [...effects, ...step.effects.map((effect) => dueAt(effect, wake)), ...askEdits(state, step.state)];
    state = step.state;
  }
  return moved<Session>(state, effects);
}

/** Whoever announces it can tell by how much it is late. */
const dueAt = (effect: Effect, wake: Instant): Effect => (effect.do === 'post' && effect.isAnnouncement ? { ...effect, dueAt: wake } : effect);

function settle(session: Session, wake: Instant, moment: Moment): Moved<Session> {
  const isTooLate = (moment.at - wake) / moment.rate > tooLateRealMs;
  if (session.status === 'lobby') return chairCallAt(session) === wake ? callChair(session) : close(session, 'closed', wake);
  if (session.status === 'split' || session.status === 'ended' || session.status === 'cancelled') return moved<Session>(session);
  const { takeover } = session;
  if (takeover?.at === wake) return isTooLate ? dropTakeover(session) : passChair(session, takeover);
  if (session.status === 'paused') return forget(session);
  if (warningAt(session) === wake) return warn(session);
  if (session.ownerAway?.decideBy === wake && !(isTooLate && session.movesOn === 'clock')) return isTooLate ? waitAnew(session, moment.at) : moveUndecided(session, wake);
  // Where the chair moves on there is nothing to be late for: no pause by outage either.
  if (session.movesOn === 'chair') return runOver(session, wake);
  return isTooLate ? pause(session, { kind: 'outage', lateMs: moment.at - wake }, moment.at) : moveOn(session, wake);
}

function warn(running: Running): Moved<Session> {
  const notice = { kind: 'warning', phase: presentStep(running).phase, leftMs: warnBeforeEndMs } as const;
  return moved<Session>({ ...running, isWarned: true }, [{ do: 'say', message: { card: 'notice', notice }, until: running.phaseEndsAt }]);
}
