// Driving the clock: next, pause, resume, one minute more, end (domain.md 1.4). Each takes a session that is already
// up to the instant of the event.

import { type Instant, type Millis, minuteMs } from '../time.ts';
import { type Effect, type Moved, moved, refused, type Stepped } from '../machine.ts';
import type { SessionEvent } from './events.ts';
import { decideWithinMs } from './absent-owners.ts';
import { end } from './ending.ts';
import { moveOn, redrawTimes, sessionEndsAt } from './hour.ts';
import { endAskedSlot, pausedSlot, phaseSlot } from './slots.ts';
import type { Live, PauseCause, Paused, Running, Session } from './session.ts';
import { overrunMs, paidBy, payOverrun } from './overtime.ts';
import { takeTime } from './take-time.ts';

type Of<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>;

/** `Next phase`: all that follows comes forward; what the phase ran over, the later ones pay for. */
export function next(live: Live, at: Instant): Stepped<Session> {
  if (live.status === 'paused') return refused({ reason: 'not-running', state: 'paused' });
  const paid = payOverrun(live, at);
  const step = moveOn(paid.running, at);
  const isAgendaRedrawn = step.effects.some((effect) => effect.do === 'edit' && effect.slot === 'agenda');
  const agenda: readonly Effect[] = isAgendaRedrawn ? [] : [{ do: 'edit', slot: 'agenda' }];
  return moved<Session>(step.state, [...paid.effects, ...step.effects, ...agenda], { kind: 'done' });
}

/** Stops the clock. A paused session carries a card of its own with `Resume`. */
export function pause(running: Running, cause: PauseCause, at: Instant): Moved<Session> {
  const { phaseEndsAt, ...hour } = running;
  const paused: Paused = {
    ...hour, status: 'paused', pausedAt: at, plannedEndsAt: sessionEndsAt(running, at),
    // Below 0 where the chair moves on: what ran over stays to be paid for.
    leftMs: running.movesOn === 'chair' ? phaseEndsAt - at : Math.max(0, phaseEndsAt - at),
    isForgotten: false, rev: running.rev + 1, pauses: [...running.pauses, { cause, resumedBy: null, phaseEndsAt: null }],
    // The end that was offered is no longer the one it would be.
    offersLaterEnd: false,
  };
  const effects: readonly Effect[] = [
    { do: 'post', slot: pausedSlot(running.pauses.length), isAnnouncement: true },
    { do: 'edit', slot: phaseSlot(running.at) },
    // In the opening the agenda has buttons, which wait with everything else.
    ...(running.at === 0 ? [{ do: 'edit', slot: 'agenda' } as const] : []),
  ];
  return moved<Session>(paused, effects, { kind: 'done' });
}

/** Goes on where it stopped: at the planned end if later phases can pay for the pause, or that much later. */
export function resume(live: Live, event: Of<'resume-asked'>, at: Instant): Stepped<Session> {
  if (live.status === 'running') return refused({ reason: 'not-paused' });
  const overrunMs = sessionEndsAt(live, at) - live.plannedEndsAt;
  const amountMs = event.finish === 'planned' ? overrunMs : 0;
  const { steps, takenMs } = takeTime(live.steps, { after: live.at, amountMs, givesLast: live.protocol.givesLast });
  const { pausedAt: _, leftMs, plannedEndsAt: __, isForgotten: ___, ...hour } = live;
  const phaseEndsAt = at + leftMs;
  const last = live.pauses.length - 1;
  // A phase that is over its time has no end to name.
  const pauses = live.pauses.map((each, index) => (index === last ? { ...each, resumedBy: event.by.name, phaseEndsAt: leftMs < 0 ? null : phaseEndsAt } : each));
  const ownerAway = live.ownerAway === null ? null : { ...live.ownerAway, decideBy: at + decideWithinMs };
  const running: Running = { ...hour, status: 'running', steps, phaseEndsAt, ownerAway, isForgotten: false, rev: live.rev + 1, pauses };
  // A phase that was over before the pause is not begun again.
  const gone = leftMs === 0 && live.movesOn === 'clock' ? moveOn(running, at) : moved<Session>(running);
  const late: readonly Effect[] = takenMs < amountMs ? [laterThanPlanned(running, at)] : [];
  return moved<Session>(gone.state, [...late, { do: 'edit', slot: pausedSlot(last) }, ...gone.effects, ...redrawTimes(running)], { kind: 'done' });
}

/** The later phases could not pay for all of the pause: the promise to end on time is taken back aloud. */
function laterThanPlanned(running: Running, at: Instant): Effect {
  const notice = { kind: 'ends-later', endsAt: sessionEndsAt(running, at), zone: running.zone } as const;
  return { do: 'say', message: { card: 'notice', notice }, until: null };
}

/** One minute more counts from now where the phase runs over already. */
const oneMinuteMs = (live: Live, at: Instant): Millis => overrunMs(live, at) + minuteMs;

/** When the session would end with one minute more: later by what later phases cannot give. */
export function endWithMinute(live: Live, at: Instant): Instant {
  const amountMs = oneMinuteMs(live, at);
  return sessionEndsAt(live, at) + amountMs - paidBy(live, amountMs).takenMs;
}

/** One minute more, paid by later phases; when they cannot pay all of it, the first press names the new end, the second moves it. */
export function minuteMore(live: Live, at: Instant): Stepped<Session> {
  if (live.status === 'paused') return refused({ reason: 'not-running', state: 'paused' });
  const amountMs = oneMinuteMs(live, at);
  const { steps, takenMs } = paidBy(live, amountMs);
  if (takenMs < amountMs && !live.offersLaterEnd) {
    const asked: Running = { ...live, offersLaterEnd: true, rev: live.rev + 1 };
    const notice = { kind: 'end-would-move', endsAt: endWithMinute(live, at), zone: live.zone } as const;
    return moved<Session>(asked, [{ do: 'edit', slot: phaseSlot(live.at) }], notice);
  }
  const longer = steps.map((step, index) => (index === live.at ? { ...step, lengthMs: step.lengthMs + amountMs } : step));
  const running: Running = {
    ...live, steps: longer, phaseEndsAt: live.phaseEndsAt + amountMs, offersLaterEnd: false, rev: live.rev + 1,
    // With a minute more, what was said of the end is due again.
    isWarned: false, overtimeMinutes: null, isForgotten: false,
  };
  return moved<Session>(running, redrawTimes(running), { kind: 'done' });
}

/** The card that asks once more, brought to the present state. */
const askedCard = (live: Live): readonly Effect[] =>
  (live.endAsked === null ? [] : [{ do: 'edit', slot: endAskedSlot(live.endAsked.number) }]);

/** The first `End session` asks once more, on a card of its own; so does one that comes when much has changed since. */
export function askToEnd(live: Live, event: Of<'end-asked'>, at: Instant): Stepped<Session> {
  const isAsked = live.endAsked !== null && live.endAsked.rev === live.rev;
  // Typed again it is the answer; pressed again it is the same press.
  if (isAsked) return event.rev === null ? end(live, at, 'ended-early') : moved<Session>(live, [], { kind: 'end-asked' });
  const number = live.endAskCount;
  const asked: Live = { ...live, endAsked: { by: event.by.name, rev: live.rev, number }, endAskCount: number + 1 };
  return moved<Session>(asked, [{ do: 'post', slot: endAskedSlot(number), isAnnouncement: false }, ...askedCard(live)], { kind: 'end-asked' });
}

/** The card that asks carries its own number as revision. */
export function confirmEnd(live: Live, event: Of<'end-confirmed'>, at: Instant): Stepped<Session> {
  if (event.rev === null || event.rev !== live.endAsked?.number) return refused({ reason: 'stale', phase: live.steps[live.at]?.phase ?? null });
  return end(live, at, 'ended-early');
}

export function dismissEnd(live: Live, event: Of<'end-dismissed'>): Stepped<Session> {
  if (event.rev !== live.endAsked?.number) return moved<Session>(live, [], { kind: 'done' });
  return moved<Session>({ ...live, endAsked: null }, askedCard(live), { kind: 'done' });
}
