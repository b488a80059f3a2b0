// The start: the lobby becomes an hour. The plan is fixed here, and shortened for a late start (domain.md 1.2 to 1.4).

import { type Instant, minutes } from '../time.ts';
import { type Effect, moved, refused, type Stepped } from '../machine.ts';
import { clipText } from '../names.ts';
import { writeUpPages } from '../problem/pages.ts';
import type { SessionEvent } from './events.ts';
import { phaseSlot } from './hour.ts';
import { isIn, nameOf, ownersInOrder, proposedAmong, proposedChair } from './people.ts';
import { mayFillHour, planHour, type Step } from './plan.ts';
import type { HourStep, Lobby, Running, Session, Turn } from './session.ts';
import { takeTime } from './take-time.ts';

/** From this long after a planned start, the session is late (domain.md 1.4). */
const lateFromMs = minutes(2);
/** A turn card shows this much of the problem (product.md 4.3). */
export const problemClipChars = 300;

type Started = Extract<SessionEvent, { type: 'started' }>;

export function start(lobby: Lobby, event: Started, at: Instant): Stepped<Session> {
  const present = lobby.people.filter(isIn);
  const proposed = proposedChair(lobby);
  const chairIsIn = proposed !== null && present.some(({ id }) => id === proposed.id);
  const chair = chairIsIn ? proposed : proposedAmong(lobby, present);
  if (chair === null) return refused({ reason: 'participants-only' });

  const turns = ownersInOrder(lobby).map(({ id }): Turn => {
    const writeUp = event.writeUps.find(({ owner }) => owner === id)?.writeUp ?? null;
    const problem = writeUp === null ? null : clipText(writeUp.problem, problemClipChars);
    return { owner: id, problem, writeUp, notes: [], noteCount: 0, action: null };
  });
  const lateMs = lobby.plannedAt !== null && at - lobby.plannedAt >= lateFromMs ? at - lobby.plannedAt : 0;
  const planned = planHour(lobby.protocol, planOf(lobby, turns));
  const { steps, takenMs } = takeTime(planned, { after: 0, amountMs: lateMs, givesLast: lobby.protocol.givesLast });
  const { touchedAt: _, volunteer: __, order: ___, ...common } = lobby;
  const running: Running = {
    ...common,
    people: lobby.people.map((someone) => ({ ...someone, hasWriteUp: turns.some(({ owner, writeUp }) => owner === someone.id && writeUp !== null) })),
    status: 'running', startedAt: at, chair: chair.id, rev: lobby.rev + 1,
    insteadOf: proposed !== null && !chairIsIn ? nameOf(lobby, proposed.id) : null,
    lateMs: takenMs, fills: 'planned', steps: begin(steps, at), at: 0, turns,
    pages: pagesOf(lobby, turns), takeover: null, endAsked: null, offersLaterEnd: false, isWarned: false,
    pauses: [], successes: [], reflections: [], requests: [], nextChair: null,
    phaseEndsAt: at + (steps[0]?.lengthMs ?? 0),
  };
  return moved<Session>(running, startEffects(running));
}

const planOf = (lobby: Pick<Lobby, 'lengthMinutes'>, turns: readonly Turn[]) =>
  ({ lengthMinutes: lobby.lengthMinutes, owners: turns.map(({ writeUp }) => ({ hasWriteUp: writeUp !== null })) });

function pagesOf(lobby: Lobby, turns: readonly Turn[]) {
  const ready = turns.flatMap(({ owner, writeUp }) => (writeUp === null ? [] : [{ owner: nameOf(lobby, owner), writeUp }]));
  return writeUpPages(ready);
}

const begin = (steps: readonly Step[], at: Instant): readonly HourStep[] =>
  steps.map((step, index) => ({ ...step, plannedMs: step.lengthMs, beganAt: index === 0 ? at : null, endedAt: null }));

/** The agenda, then at once the first phase, so that it is punctual; the write-ups to read follow. */
function startEffects(running: Running): readonly Effect[] {
  const post = (slot: string): Effect => ({ do: 'post', slot, isAnnouncement: true });
  return [
    post('agenda'), post(phaseSlot(0)),
    ...running.pages.map((_, index) => post(`write-ups-${index}`)),
    post('successes'), { do: 'edit', slot: 'lobby' },
  ];
}

/** Whether the agenda still offers another fill: until the first turn starts (product.md 4.2). */
export const offersFullLength = (running: Running): boolean => running.at === 0 && running.lateMs > 0 && running.fills !== 'full-length';
export const offersWholeHour = (running: Running): boolean =>
  running.at === 0 && running.fills === 'planned' &&
  mayFillHour(running.protocol, { lengthMinutes: running.lengthMinutes, ownerCount: running.turns.length });

/** `Run full length` undoes the shortening; `Use the whole hour` shares what is left of it among two or three turns. */
export function refill(running: Running, fills: 'full-length' | 'whole-hour'): Stepped<Session> {
  const isOffered = fills === 'full-length' ? offersFullLength(running) : offersWholeHour(running);
  if (!isOffered) return refused({ reason: 'too-late-for-this' });
  const ask = planOf(running, running.turns);
  const plain = planHour(running.protocol, ask);
  // What the opening took beyond its plan is no longer there to share.
  const openingExtraMs = running.phaseEndsAt - running.startedAt - (plain[0]?.lengthMs ?? 0);
  const planned = fills === 'full-length' ? plain
    : planHour(running.protocol, { ...ask, wholeHourMs: minutes(running.lengthMinutes) - lateOf(running) - openingExtraMs });
  const steps = planned.map((step, index): HourStep => {
    const before = running.steps[index];
    return before !== undefined && index <= running.at ? before : { ...step, plannedMs: step.lengthMs, beganAt: null, endedAt: null };
  });
  const state: Running = { ...running, steps, fills, rev: running.rev + 1, lateMs: fills === 'full-length' ? 0 : running.lateMs };
  return moved<Session>(state, [{ do: 'edit', slot: phaseSlot(running.at) }, { do: 'edit', slot: 'agenda' }]);
}

/** By how much the session began after its plan, when it means to finish on time. */
const lateOf = (running: Running): number =>
  running.lateMs > 0 && running.plannedAt !== null ? running.startedAt - running.plannedAt : 0;
