// The start: the lobby becomes an hour. The plan is fixed here, and shortened for a late start (domain.md 1.2 to 1.4).

import { type Instant, type Millis, minutes } from '../time.ts';
import { type Effect, moved, refused, type Stepped } from '../machine.ts';
import { clipText } from '../names.ts';
import type { PersonId } from '../keys.ts';
import { besidesOf } from '../problem/brought.ts';
import { asksAbout } from './due-action.ts';
import type { SessionEvent } from './events.ts';
import { carriedOver, withTurn } from './grouping.ts';
import { presentStep, redrawTimes } from './hour.ts';
import { isIn, nameOf, ownersInOrder, participant, proposedAmong } from './people.ts';
import { isClose, isOpening } from './phases.ts';
import { type Booking, maxOwners, mayFillHour, planHour, shortened, type Step } from './plan.ts';
import { questionPosts } from './questions.ts';
import { dueActionsSlot, phaseSlot, turnSlot, writeUpsSlot } from './slots.ts';
import type { Common, HourStep, Live, Lobby, Participant, Running, Session, Turn } from './session.ts';
import { takeTime } from './take-time.ts';
import { lengthOf, turnCountOf } from './turns.ts';
import { withoutLobby } from './without-lobby.ts';
import { pagesOf } from './write-ups.ts';

/** From this long after a planned start, the session is late (domain.md 1.4). */
const lateFromMs = minutes(2);
/** A turn card shows this much of the problem (product.md 4.3). */
export const problemClipChars = 300;

type Started = Extract<SessionEvent, { type: 'started' }>;
type Booked = Pick<Common, 'protocol' | 'lengthMinutes' | 'plannedAt'>;

/** By how much a start at `at` is late; 0 while it is not, and for a meeting without a planned time. */
const lateBy = ({ plannedAt }: Booked, at: Instant): Millis => (plannedAt !== null && at - plannedAt >= lateFromMs ? at - plannedAt : 0);

/** The hour of these owners if it began at `at`: shortened by `lateMs` when that is late, so that it ends as planned. */
export function hourFrom(booked: Booked, owners: Booking['owners'], at: Instant): { readonly steps: readonly Step[]; readonly lateMs: Millis } {
  const planned = planHour(booked.protocol, { lengthMinutes: booked.lengthMinutes, owners });
  const { steps, takenMs } = shortened(booked.protocol, planned, lateBy(booked, at));
  return { steps, lateMs: takenMs };
}

/** Who chairs: the volunteer or whoever was appointed, if they are in, else the rota's proposal among those who are. */
function chairFor(lobby: Lobby): Pick<Running, 'chair' | 'insteadOf'> | null {
  const meant = [lobby.volunteer, lobby.appointed].filter((id) => id !== null);
  const present = lobby.people.filter(isIn);
  const chair = meant.find((id) => present.some((someone) => someone.id === id)) ?? proposedAmong(lobby, present)?.id;
  if (chair === undefined) return null;
  const [first] = meant;
  return { chair, insteadOf: first === undefined || first === chair ? null : nameOf(lobby, first) };
}

/** Those with a turn in their order; turns that the protocol wants and nobody brought are the chair's. */
export function withChairsTurns(lobby: Lobby, chair: PersonId | null): readonly Participant[] {
  const owners = ownersInOrder(lobby);
  const filler = chair === null ? undefined : participant(lobby, chair);
  if (filler === undefined) return owners;
  const lackCount = Math.max(0, (lobby.protocol.leastTurns ?? 0) - owners.length);
  return [...owners, ...Array.from({ length: lackCount }, () => ({ ...filler, hasWriteUp: false }))];
}

export function start(lobby: Lobby, event: Started, at: Instant): Stepped<Session> {
  const chairing = chairFor(lobby);
  if (chairing === null) return refused({ reason: 'participants-only' });
  const everyOwner = withChairsTurns(lobby, chairing.chair);
  const owners = withTurn(lobby, everyOwner);
  const carried = carriedOver(lobby, everyOwner).map(({ id }) => id);
  const writeUps = owners.flatMap(({ id }, turn) => {
    const isFirst = owners.findIndex((each) => each.id === id) === turn;
    const ready = isFirst ? event.writeUps.find(({ owner }) => owner === id) : undefined;
    return ready === undefined ? [] : [{ ...besidesOf(ready), turn, batch: 0, writeUp: ready.writeUp }];
  });
  const turns = owners.map(({ id }, turn): Turn => {
    const writeUp = writeUps.find((each) => each.turn === turn)?.writeUp;
    const problem = writeUp === undefined ? null : clipText(writeUp.problem, problemClipChars);
    return { owner: id, problem, hasWriteUp: writeUp !== undefined, notes: [], noteCount: 0, action: null, hasMoved: false, off: null };
  });
  const { steps, lateMs } = hourFrom(lobby, turns, at);
  const common = withoutLobby(lobby);
  const running: Running = {
    ...common, ...chairing, status: 'running', startedAt: at, rev: lobby.rev + 1, lateMs, fills: 'planned',
    people: lobby.people.map((someone) => ({ ...someone, ...partAtStart(someone, owners, carried), hasWriteUp: turns.some(({ owner, hasWriteUp }) => owner === someone.id && hasWriteUp) })),
    steps: steps.map((step, index): HourStep => ({ ...step, plannedMs: step.lengthMs, beganAt: index === 0 ? at : null, endedAt: null })),
    at: 0, phaseEndsAt: at + (steps[0]?.lengthMs ?? 0), turns: [...turns, ...carried.map(turnCarriedOver)], writeUps,
    takeover: null, endAsked: null, endAskCount: 0, offersLaterEnd: false, isWarned: false, overtimeMinutes: null, isForgotten: false, hasCallEnded: false, ownerAway: null, asks: [],
    pauses: [], successes: [], reflections: [], requests: [], nextChair: null,
    ...(lobby.hasOfferedTogether && { together: { problemCount: everyOwner.length, carriedOver: carried } }),
  };
  const groupsCard: readonly Effect[] = lobby.hasOfferedTogether ? [{ do: 'edit', slot: 'groups' }] : [];
  return moved<Session>(running, [...startEffects(running), ...groupsCard], { kind: 'done' });
}

/** Whoever has a turn owns a problem, be it one that nobody brought; whoever finds no time for theirs helps. */
function partAtStart({ id, part }: Participant, owners: readonly Participant[], carried: readonly PersonId[]): Pick<Participant, 'part'> {
  if (owners.some((owner) => owner.id === id)) return { part: 'owner' };
  return { part: carried.includes(id) ? 'helper' : part };
}

/** A problem for which there is no time: its write-up is not shown and stays ready for another meeting. */
const turnCarriedOver = (owner: PersonId): Turn =>
  ({ owner, problem: null, hasWriteUp: false, notes: [], noteCount: 0, action: null, hasMoved: false, off: 'carried-over' });

/** The agenda, then at once the first phase, so that it is punctual; the write-ups to read and what takes texts follow. */
function startEffects(running: Running): readonly Effect[] {
  const post = (slot: string): Effect => ({ do: 'post', slot, isAnnouncement: true });
  const { protocol } = running;
  const first = presentStep(running);
  const collectsSuccesses = isOpening(protocol, first) && protocol.opening?.collects === 'successes';
  return [
    post('agenda'), ...(first.turn === null ? [] : [post(turnSlot(first.turn))]), post(phaseSlot(0)), ...(asksAbout(running).length === 0 ? [] : [post(dueActionsSlot)]),
    ...pagesOf(running).map((_, index) => post(writeUpsSlot(index))), ...questionPosts(running),
    ...(collectsSuccesses ? [post('successes')] : []), ...(isClose(protocol, first) ? [post('closing')] : []), { do: 'edit', slot: 'lobby' },
  ];
}

/** Whether the agenda still offers another length: until the first turn starts (product.md 4.2). */
export const offersFullLength = (running: Running): boolean =>
  running.at === 0 && running.lateMs > 0 && turnCountOf(running) <= maxOwners(running.protocol, running.lengthMinutes);
export const offersWholeHour = (running: Running): boolean =>
  running.at === 0 && running.fills === 'planned' &&
  mayFillHour(running.protocol, { lengthMinutes: running.lengthMinutes, ownerCount: turnCountOf(running) });

/** The hour as it stood at the start, late or not, with this filling. */
function planOf(running: Running, { fills, lateMs }: Pick<Running, 'fills' | 'lateMs'>): readonly Step[] {
  const { protocol, lengthMinutes, startedAt, writeUps } = running;
  const late = lateMs > 0 ? lateBy(running, startedAt) : 0;
  // A write-up that came later changes no minutes (product.md 5).
  const owners = running.turns.slice(0, turnCountOf(running)).map((_, turn) => ({ hasWriteUp: writeUps.some((each) => each.turn === turn && each.batch === 0) }));
  if (fills === 'whole-hour') return planHour(protocol, { lengthMinutes, owners, wholeHourMs: minutes(lengthMinutes) - late });
  return shortened(protocol, planHour(protocol, { lengthMinutes, owners }), late).steps;
}

/** What a late start takes from the whole hour: nothing where the turns reach their most all the same. */
function missingInWholeHour(running: Running): Millis {
  const lengthMs = (lateMs: Millis): Millis => lengthOf(planOf(running, { fills: 'whole-hour', lateMs }));
  return lengthMs(0) - lengthMs(running.lateMs);
}

/** `Run full length` undoes the shortening of a late start; `Use the whole hour` shares what there is among two or three turns. */
export function refill(live: Live, wish: 'full-length' | 'whole-hour'): Stepped<Session> {
  if (live.status === 'paused') return refused({ reason: 'not-running', state: 'paused' });
  const isOffered = wish === 'full-length' ? offersFullLength(live) : offersWholeHour(live);
  if (!isOffered) return refused({ reason: 'too-late-for-this' });
  const filled = wish === 'whole-hour' ? { fills: wish, lateMs: missingInWholeHour(live) } : { fills: live.fills, lateMs: 0 };
  // What the turns have paid since the start, for a minute more or a pause, they pay again.
  const paidMs = live.steps.slice(1).reduce((sum, { plannedMs, lengthMs }) => sum + plannedMs - lengthMs, 0);
  const [before, plan] = [planOf(live, live), planOf(live, filled)];
  const { steps } = takeTime(plan, { after: 0, amountMs: paidMs, givesLast: live.protocol.givesLast });
  const rest = steps.slice(1).map((step, index): HourStep => ({ ...step, plannedMs: plan[index + 1]?.lengthMs ?? step.lengthMs, beganAt: null, endedAt: null }));
  // An opening is as long either way; where the hour begins with a turn, its first phase has been shortened too.
  const gainMs = lengthOf(steps.slice(0, 1)) - lengthOf(before.slice(0, 1));
  const first = live.steps.slice(0, 1).map((step) => ({ ...step, lengthMs: step.lengthMs + gainMs }));
  const state: Running = {
    ...live, ...filled, steps: [...first, ...rest], phaseEndsAt: live.phaseEndsAt + gainMs, rev: live.rev + 1, offersLaterEnd: false,
  };
  return moved<Session>(state, redrawTimes(state), { kind: 'done' });
}
