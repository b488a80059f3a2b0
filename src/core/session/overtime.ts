// The chair's own clock (domain.md 1.4; product.md 4, "Moves"): where the chair moves on, a phase whose time is over says
// so once, its card shows by how much it runs over, and the later phases pay for that once the chair goes on.

import { type Instant, type Millis, minuteMs, minutes } from '../time.ts';
import { type Effect, moved, type Moved } from '../machine.ts';
import { forget, forgottenAt } from './forgetting.ts';
import { presentStep, sessionEndsAt } from './hour.ts';
import { nameOf } from './people.ts';
import { phaseSlot } from './slots.ts';
import type { HourStep, Live, Running, Session } from './session.ts';
import { takeTime } from './take-time.ts';

/** The card counts the overtime up to here, then stands: a chair who is away needs no edit a minute. */
export const countedMinutes = 15;

/** By how much the present phase runs over at `at`; 0 while it does not, while paused, and where the clock moves on. */
export const overrunMs = (live: Live, at: Instant): Millis =>
  (live.status === 'running' && live.movesOn === 'chair' ? Math.max(0, at - live.phaseEndsAt) : 0);

/** What later phases can give for `amountMs` more of the present one. */
export const paidBy = (live: Live, amountMs: Millis): { readonly steps: readonly HourStep[]; readonly takenMs: Millis } =>
  takeTime(live.steps, { after: live.at, amountMs, givesLast: live.protocol.givesLast });

/** When the session ends if the chair moves on at `at`: later than planned by what later phases cannot give. */
export function endIfMovedOn(live: Live, at: Instant): Instant {
  const overMs = overrunMs(live, at);
  return sessionEndsAt(live, at) + overMs - paidBy(live, overMs).takenMs;
}

/** The session with its overtime paid for, ready to move on at `at`; a line where the end could not be held. */
export function payOverrun(running: Running, at: Instant): { readonly running: Running; readonly effects: readonly Effect[] } {
  const overMs = overrunMs(running, at);
  const isLast = running.at === running.steps.length - 1;
  if (overMs === 0 || isLast) return { running, effects: [] };
  const { steps, takenMs } = paidBy(running, overMs);
  const notice = { kind: 'ends-later', endsAt: endIfMovedOn(running, at), zone: running.zone, cause: 'overtime' } as const;
  return { running: { ...running, steps }, effects: takenMs < overMs ? [{ do: 'say', message: { card: 'notice', notice }, until: null }] : [] };
}

/** The next instant at which something shows while the chair has not moved on. */
export function overtimeWakeAt(running: Running): Instant {
  const { overtimeMinutes, phaseEndsAt } = running;
  if (overtimeMinutes === null) return phaseEndsAt;
  const nextMinuteAt = overtimeMinutes < countedMinutes ? phaseEndsAt + minutes(overtimeMinutes + 1) : Infinity;
  return Math.min(nextMinuteAt, forgottenAt(running));
}

/** Settles `overtimeWakeAt`. However late it is noticed nothing is lost: the chair moves on, not the clock. */
export function runOver(running: Running, wake: Instant): Moved<Session> {
  if (running.overtimeMinutes !== null && wake === forgottenAt(running)) return forget(running);
  const overtimeMinutes = Math.round((wake - running.phaseEndsAt) / minuteMs);
  const card: Effect = { do: 'edit', slot: phaseSlot(running.at) };
  return moved<Session>({ ...running, overtimeMinutes }, overtimeMinutes === 0 ? [timeUp(running), card] : [card]);
}

/** Said once for each phase; late, as long as the session is there. */
function timeUp(running: Running): Effect {
  const isLast = running.at === running.steps.length - 1;
  const notice = { kind: 'time-up', phase: presentStep(running).phase, chair: nameOf(running, running.chair), isLast } as const;
  return { do: 'say', message: { card: 'notice', notice }, until: forgottenAt({ ...running, isForgotten: true }) };
}
