// Driving the clock: next, pause, resume, one minute more, end (domain.md 1.4). Each takes a session that is already
// up to the instant of the event.

import { type Instant, minuteMs } from '../time.ts';
import { type Effect, moved, refused, type Stepped } from '../machine.ts';
import type { SessionEvent } from './events.ts';
import { end } from './ending.ts';
import { moveOn, phaseSlot, redrawTimes, sessionEndsAt } from './hour.ts';
import type { Live, PauseCause, Paused, Running, Session } from './session.ts';
import { takeTime } from './take-time.ts';

type Of<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>;

export const pausedSlot = (pause: number): string => `paused-${pause}`;
export const endAskedSlot = (rev: number): string => `end-asked-${rev}`;

/** `Next phase`: all that follows comes forward. */
export function next(live: Live, at: Instant): Stepped<Session> {
  if (live.status === 'paused') return refused({ reason: 'not-running', state: 'paused' });
  const step = moveOn(live, at);
  const isAgendaRedrawn = step.effects.some((effect) => effect.do === 'edit' && effect.slot === 'agenda');
  const agenda: readonly Effect[] = isAgendaRedrawn ? [] : [{ do: 'edit', slot: 'agenda' }];
  return moved<Session>(step.state, [...step.effects, ...agenda], { kind: 'done' });
}

/** Stops the clock. A paused session carries a card of its own with `Resume`. */
export function pause(running: Running, cause: PauseCause, at: Instant): Stepped<Session> {
  const { phaseEndsAt, ...hour } = running;
  const paused: Paused = {
    ...hour, status: 'paused', pausedAt: at, leftMs: Math.max(0, phaseEndsAt - at), plannedEndsAt: sessionEndsAt(running, at),
    isForgotten: false, rev: running.rev + 1, pauses: [...running.pauses, { cause, resumedBy: null, phaseEndsAt: null }],
  };
  const effects: readonly Effect[] = [
    { do: 'post', slot: pausedSlot(running.pauses.length), isAnnouncement: true },
    { do: 'edit', slot: phaseSlot(running.at) },
  ];
  return moved<Session>(paused, effects, { kind: 'done' });
}

/** Goes on where it stopped: at the planned end if later phases can pay for the pause, or that much later. */
export function resume(live: Live, event: Of<'resume-asked'>, at: Instant): Stepped<Session> {
  if (live.status === 'running') return refused({ reason: 'not-paused' });
  const overrunMs = sessionEndsAt(live, at) - live.plannedEndsAt;
  const amountMs = event.finish === 'planned' ? Math.max(0, overrunMs) : 0;
  const { steps } = takeTime(live.steps, { after: live.at, amountMs, givesLast: live.protocol.givesLast });
  const { pausedAt: _, leftMs, plannedEndsAt: __, isForgotten: ___, ...hour } = live;
  const phaseEndsAt = at + leftMs;
  const pauses = live.pauses.map((each, index) => (index === live.pauses.length - 1 ? { ...each, resumedBy: event.by.name, phaseEndsAt } : each));
  // The present phase is as long as it will have been, pause included, so that its card tells the truth.
  const running: Running = { ...hour, status: 'running', steps, phaseEndsAt, rev: live.rev + 1, pauses };
  return moved<Session>(running, [{ do: 'edit', slot: pausedSlot(live.pauses.length - 1) }, ...redrawTimes(running)], { kind: 'done' });
}

/** One minute more, paid by later phases; when nothing is left to take, the first press names the new end, the second moves it. */
export function minuteMore(live: Live, at: Instant): Stepped<Session> {
  if (live.status === 'paused') return refused({ reason: 'not-running', state: 'paused' });
  const { steps, takenMs } = takeTime(live.steps, { after: live.at, amountMs: minuteMs, givesLast: live.protocol.givesLast });
  if (takenMs < minuteMs && !live.offersLaterEnd) {
    const asked: Running = { ...live, offersLaterEnd: true, rev: live.rev + 1 };
    const notice = { kind: 'end-would-move', endsAt: sessionEndsAt(live, at) + minuteMs - takenMs, zone: live.zone } as const;
    return moved<Session>(asked, [{ do: 'edit', slot: phaseSlot(live.at) }], notice);
  }
  const longer = steps.map((step, index) => (index === live.at ? { ...step, lengthMs: step.lengthMs + minuteMs } : step));
  const running: Running = {
    ...live, steps: longer, phaseEndsAt: live.phaseEndsAt + minuteMs, offersLaterEnd: false, rev: live.rev + 1,
    // With a minute more, the warning is due again if it was said.
    isWarned: false,
  };
  return moved<Session>(running, redrawTimes(running), { kind: 'done' });
}

/** The first `End session` asks once more, on a card of its own. */
export function askToEnd(live: Live, event: Of<'end-asked'>, at: Instant): Stepped<Session> {
  if (live.endAsked !== null) {
    // Typed again it is the answer; pressed again it is the same press.
    return event.rev === null ? end(live, at, 'ended-early') : moved<Session>(live, [], { kind: 'end-asked' });
  }
  const asked: Live = { ...live, endAsked: { by: event.by.name, rev: live.rev } };
  return moved<Session>(asked, [{ do: 'post', slot: endAskedSlot(live.rev), isAnnouncement: false }], { kind: 'end-asked' });
}

export function confirmEnd(live: Live, event: Of<'end-confirmed'>, at: Instant): Stepped<Session> {
  if (live.endAsked === null || event.rev !== live.endAsked.rev) return refused({ reason: 'stale', phase: live.steps[live.at]?.phase ?? null });
  return end(live, at, 'ended-early');
}

export function dismissEnd(live: Live, event: Of<'end-dismissed'>): Stepped<Session> {
  if (live.endAsked === null || event.rev !== live.endAsked.rev) return moved<Session>(live, [], { kind: 'done' });
  return moved<Session>({ ...live, endAsked: null }, [{ do: 'edit', slot: endAskedSlot(live.endAsked.rev) }], { kind: 'done' });
}
