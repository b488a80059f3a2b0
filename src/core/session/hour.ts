// Where a session is in its hour: times of every phase, derived from what is stored, and the move to the next phase.

import type { Instant, Millis } from '../time.ts';
import { type Effect, moved, type Moved } from '../machine.ts';
import { withoutAbsentNext } from './absent-owners.ts';
import { end } from './ending.ts';
import { isClose } from './phases.ts';
import { questionPosts } from './questions.ts';
import { phaseSlot, turnSlot } from './slots.ts';
import type { Ended, HourStep, Live, Running, Session } from './session.ts';

/** The present step. A live session always has one. */
export function presentStep(live: { readonly steps: readonly HourStep[]; readonly at: number }): HourStep {
  const step = live.steps[live.at];
  if (step === undefined) throw new Error(`session without step ${live.at}`);
  return step;
}

const sumMs = (steps: readonly HourStep[]): Millis => steps.reduce((sum, step) => sum + step.lengthMs, 0);

/** When the session ends as things stand, both of a running one and of a paused one if it went on at `at`. */
export function sessionEndsAt(live: Live, at: Instant): Instant {
  const phaseEndsAt = live.status === 'running' ? live.phaseEndsAt : at + live.leftMs;
  return phaseEndsAt + sumMs(live.steps.slice(live.at + 1));
}

/** An hour that has ended, with its times as they stood then: as one that was paused and never resumed. */
export function asLive(session: Live | Ended): Live {
  if (session.status !== 'ended') return session;
  const { endedAt, ending: _, ...hour } = session;
  return { ...hour, status: 'paused', pausedAt: endedAt, leftMs: 0, plannedEndsAt: endedAt, isForgotten: false };
}

/** Planned or actual start and end of step `index`. */
export function timesOf(live: Live, index: number, at: Instant): { readonly startsAt: Instant; readonly endsAt: Instant } {
  const step = live.steps[index];
  if (step === undefined) throw new Error(`session without step ${index}`);
  const presentEndsAt = live.status === 'running' ? live.phaseEndsAt : at + live.leftMs;
  if (index <= live.at) {
    const startsAt = step.beganAt ?? live.startedAt;
    return { startsAt, endsAt: index === live.at ? presentEndsAt : step.endedAt ?? startsAt + step.lengthMs };
  }
  const startsAt = presentEndsAt + sumMs(live.steps.slice(live.at + 1, index));
  return { startsAt, endsAt: startsAt + step.lengthMs };
}

/** Ends the present phase at `at` and begins the next at once, but no turn of somebody who is not here; after the last one the session is over. */
export function moveOn(running: Running, at: Instant): Moved<Session> {
  const { live, effects } = withoutAbsentNext(running, at);
  const next = moveToNext(live, at);
  return { ...next, effects: [...effects, ...next.effects] };
}

function moveToNext(live: Running, at: Instant): Moved<Session> {
  const nextIndex = live.at + 1;
  const next = live.steps[nextIndex];
  if (next === undefined) return end(live, at, 'completed');
  const steps = live.steps.map((step, index) =>
    index === live.at ? { ...step, endedAt: at } : index === nextIndex ? { ...step, beganAt: at } : step);
  // A turn that went on to its end without its owner leaves nothing to choose.
  const ownerAway = next.turn === presentStep(live).turn ? live.ownerAway : null;
  const state: Running = {
    ...live, steps, ownerAway, at: nextIndex, rev: live.rev + 1, phaseEndsAt: at + next.lengthMs, isWarned: false, offersLaterEnd: false, overtimeMinutes: null, isForgotten: false,
  };
  return moved<Session>(state, announcements(live, state));
}

/** New cards first, then the one that is over is brought up to date (product.md 4.4). */
function announcements(before: Running, after: Running): readonly Effect[] {
  const next = presentStep(after);
  const begins = next.turn !== presentStep(before).turn;
  // What the agenda offers, it offers until the first turn starts.
  const hasBegun = before.at === 0;
  return [
    ...(begins && next.turn !== null ? [{ do: 'post', slot: turnSlot(next.turn), isAnnouncement: true } as const] : []),
    { do: 'post', slot: phaseSlot(after.at), isAnnouncement: true },
    ...questionPosts(after),
    ...(isClose(after.protocol, next) ? [{ do: 'post', slot: 'closing', isAnnouncement: true } as const] : []),
    { do: 'edit', slot: phaseSlot(before.at) },
    ...(hasBegun ? [{ do: 'edit', slot: 'agenda' } as const] : []),
  ];
}

/** The cards that show times, after a change of the clock. */
export function redrawTimes(live: Live): readonly Effect[] {
  return [{ do: 'edit', slot: phaseSlot(live.at) }, { do: 'edit', slot: 'agenda' }];
}
