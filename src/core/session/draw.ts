// What each of a session's messages shows now. A slot names one message; an announcement draws its own phase, an edit
// the present (reliability.md 1).

import { type Instant, type Millis, minutes } from '../time.ts';
import type { Moment } from '../machine.ts';
import type { AgendaMessage, ClosingMessage, LobbyMessage, Message, PausedMessage, ProtocolShown, StatusMessage, TurnMessage } from '../messages.ts';
import { isGuest } from '../keys.ts';
import { drawAsk } from './asks.ts';
import { drawPhase } from './draw-phase.ts';
import { drawDueActions } from './due-action.ts';
import { defaultDueOn } from './due-date.ts';
import { carriedIn, drawGroupRoot, drawGroups, groupsShown } from './draw-groups.ts';
import { asksForNextChair, proposedNextChair } from './ending.ts';
import { groupsOf, ownersToPlan } from './grouping.ts';
import { asLive, presentStep, sessionEndsAt, timesOf } from './hour.ts';
import { nextOfSession } from './next-of.ts';
import { chairRecord, hasTurn, isHere, isIn, named, nameOf, ownersInOrder, participant, proposedChair } from './people.ts';
import { isClose, isOpening } from './phases.ts';
import { maxOwners, mayFillHour, planHour, type Step } from './plan.ts';
import type { HourStep, Participant, Ended, Hour, Live, Session } from './session.ts';
import { drawQuestions } from './questions.ts';
import { hourFrom, offersFullLength, offersWholeHour } from './starting.ts';
import { dueActionsSlot, groupRootSlot } from './slots.ts';
import { summaryOf } from './summary.ts';
import { turnCountOf } from './turns.ts';
import { pagesOf } from './write-ups.ts';

/** What `slot` shows now, or null when it has nothing to show. */
export function draw(session: Session, slot: string, moment: Moment): Message | null {
  if (slot === 'lobby') return drawLobby(session, moment);
  if (slot === 'groups') return drawGroups(session);
  if (slot === groupRootSlot) return drawGroupRoot(session);
  if (session.status === 'lobby' || session.status === 'split' || session.status === 'cancelled') return null;
  const [name, number] = [slot.replace(/-\d+$/, ''), Number(/\d+$/.exec(slot)?.[0] ?? Number.NaN)];
  switch (name) {
    case 'agenda': return drawAgenda(session);
    case 'phase': return number in session.steps ? drawPhase(session, number, moment) : null;
    case 'write-ups': return pageOf(session, number);
    case 'successes': return { card: 'successes', origin: originOf(session) };
    case dueActionsSlot: return drawDueActions(session);
    case 'turn': return drawTurn(session, number, moment);
    case 'questions': return drawQuestions(session, number);
    case 'closing': return drawClosing(session);
    case 'ask': return drawAsk(session, number);
    case 'paused': return drawPaused(session, number, moment);
    case 'end-asked': return { card: 'end-asked', origin: { session: session.id, rev: number }, by: session.endAsked?.by ?? '', isOpen: session.endAsked?.number === number };
    case 'summary': return session.status === 'ended' ? summaryOf(session, null) : null;
    default: return null;
  }
}

const originOf = (session: Session) => ({ session: session.id, rev: session.rev });

function pageOf(hour: Hour, index: number): Message | null {
  const pages = pagesOf(hour);
  const page = pages[index];
  return page === undefined ? null : { ...page, page: index + 1, pageCount: pages.length };
}

/** When it would start and end with the present number of problems, and whether that leaves time to use. */
function plannedTimes(session: Session, at: Instant): LobbyMessage['planned'] {
  const { protocol, lengthMinutes: bookedMinutes, plannedAt } = session;
  // More may have come in since the start than the table has columns for.
  const brought = ownersToPlan(session).slice(0, maxOwners(protocol, bookedMinutes)).map(({ hasWriteUp }) => ({ hasWriteUp }));
  const lackCount = Math.max(0, (protocol.leastTurns ?? 0) - brought.length);
  const owners = [...brought, ...Array.from({ length: lackCount }, () => ({ hasWriteUp: false }))];
  const lengthMs = (steps: readonly Step[]): Millis => steps.reduce((sum, step) => sum + step.lengthMs, 0);
  const lengthMinutes = lengthMs(planHour(protocol, { lengthMinutes: bookedMinutes, owners })) / minutes(1);
  const isWhole = session.status !== 'lobby' || groupsOf(session).length === 1;
  const offersWholeHour = isWhole && mayFillHour(protocol, { lengthMinutes: bookedMinutes, ownerCount: owners.length });
  const startsAt = plannedAt !== null && plannedAt > at ? plannedAt : null;
  // Started late it still ends on time, as far as the turns can give.
  const endsAt = startsAt === null ? at + lengthMs(hourFrom(session, owners, at).steps) : startsAt + minutes(lengthMinutes);
  return { startsAt, endsAt, lengthMinutes, bookedMinutes, offersWholeHour };
}

function drawLobby(session: Session, { at }: Moment): LobbyMessage {
  const present = session.people.filter(isIn);
  const owners = ownersOf(session);
  const chair = session.status === 'lobby' ? proposedChair(session) : null;
  const state = session.status === 'lobby' ? 'open' : session.status === 'cancelled' ? session.why : 'started';
  return {
    card: 'lobby', zone: session.zone, origin: originOf(session), state,
    owners: owners.map(({ name, hasWriteUp }) => ({ name, ready: hasWriteUp })),
    helpers: present.filter((someone) => !hasTurn(session, someone) && !owners.includes(someone)).map(({ name }) => name),
    chair: chair === null ? null : { name: nameOf(session, chair.id), because: chair.because },
    asksForBirthdays: chair?.because === 'by-name' && present.every((someone) => chairRecord(session, someone).birthday === null),
    planned: plannedTimes(session, at),
    ...(session.status === 'lobby' ? { groups: groupsShown(session), carriedOver: carriedIn(session) } : { groups: [], carriedOver: [] }),
    protocol: protocolShown(session), isAlone: present.length === 1,
  };
}

const protocolShown = ({ protocol: { id, group, asksForWriteUp = true }, isOtherProtocol = false }: Session): ProtocolShown =>
  ({ id, isOther: isOtherProtocol, asksForWriteUp, group: { min: group.min, max: group.max } });

/** Those with a turn in their order; of a lobby that closed, as they came in. */
function ownersOf(session: Session): readonly Participant[] {
  if (session.status === 'lobby') return ownersInOrder(session);
  if (session.status === 'split' || session.status === 'cancelled') return session.people.filter((someone) => hasTurn(session, someone));
  return session.turns.flatMap(({ owner }) => participant(session, owner) ?? []);
}

/** While paused the agenda shows the times as they stood: nobody knows yet when it goes on. */
function drawAgenda(session: Live | Ended): AgendaMessage {
  const live = asLive(session);
  const at = live.status === 'paused' ? live.pausedAt : live.startedAt;
  const times = session.steps.map((_, index) => timesOf(live, index, at));
  const isHeld = ({ beganAt }: HourStep): boolean => session.status !== 'ended' || beganAt !== null;
  const startOf = (index: number): Instant | null => (session.steps[index] !== undefined && isHeld(session.steps[index]) ? times[index]?.startsAt ?? null : null);
  const startOfTurn = (turn: number): Instant | null => startOf(session.steps.findIndex((step) => step.turn === turn));
  const isOpen = session.status === 'running';
  const { protocol } = session;
  const closeIndex = session.steps.findIndex((step) => isClose(protocol, step));
  return {
    card: 'agenda', zone: session.zone, origin: originOf(session), chair: nameOf(session, session.chair), insteadOf: session.insteadOf,
    // One that was broken off stands where it goes on; one that was carried over has no time.
    turns: session.turns.flatMap(({ owner, hasWriteUp, off }, turn) => (off === 'broken-off' ? []
      : [{ owner: nameOf(session, owner), startsAt: off === null ? startOfTurn(turn) : null, ready: hasWriteUp }])),
    phases: phasesOf(session), protocol: protocolShown(session),
    openingPhase: session.steps.find((step) => isOpening(protocol, step))?.phase ?? null,
    closePhase: session.steps[closeIndex]?.phase ?? null,
    startsAt: session.startedAt,
    closeStartsAt: startOf(closeIndex),
    endsAt: session.status === 'ended' ? session.endedAt : sessionEndsAt(live, at),
    lateMs: session.lateMs, movesOn: session.movesOn,
    offersFullLength: isOpen && offersFullLength(session), offersWholeHour: isOpen && offersWholeHour(session),
  };
}

/** Every phase that some turn has, with the least and the most it lasts. */
function phasesOf({ protocol, steps }: Live | Ended): AgendaMessage['phases'] {
  return protocol.turn.flatMap(({ id }) => {
    const lengthsMs = steps.filter(({ turn, phase }) => turn !== null && phase === id).map(({ lengthMs }) => lengthMs);
    return lengthsMs.length === 0 ? [] : [{ phase: id, leastMs: Math.min(...lengthsMs), mostMs: Math.max(...lengthsMs) }];
  });
}

function drawTurn(session: Live | Ended, turnIndex: number, { at }: Moment): TurnMessage | null {
  const turn = session.turns[turnIndex];
  if (turn === undefined) return null;
  return {
    card: 'turn', origin: originOf(session), turn: turnIndex, turnCount: turnCountOf(session),
    owner: named(session, turn.owner), problem: turn.problem, dueOn: defaultDueOn(session, at),
  };
}

function drawClosing(session: Live | Ended): ClosingMessage {
  const candidates = session.people.filter((someone) => asksForNextChair(session) && isHere(someone) && !isGuest(someone.id)).map(({ id, name }) => ({ id, name }));
  const proposed = session.nextChair ?? (session.status === 'ended' ? null : proposedNextChair(session));
  return {
    card: 'closing', origin: originOf(session), candidates, next: asksForNextChair(session) ? nextToSet(session) : null,
    proposed: proposed === null ? null : { id: proposed, name: nameOf(session, proposed) },
  };
}

/** The date and time to start from: empty where there is no rhythm. */
function nextToSet(session: Live | Ended): ClosingMessage['next'] {
  const { date = '', time = '', isProposed = false } = nextOfSession(session) ?? {};
  return { date, time, isProposed };
}

function drawPaused(session: Live | Ended, index: number, { at }: Moment): PausedMessage | null {
  const pause = session.pauses[index];
  if (pause === undefined) return null;
  const isThisOne = session.status === 'paused' && index === session.pauses.length - 1;
  const step = presentStep(session);
  const owner = step.turn === null ? null : session.turns[step.turn]?.owner ?? null;
  const state = isThisOne ? { is: 'waiting' } as const
    : pause.resumedBy === null ? { is: 'ended' } as const
    : { is: 'resumed', by: pause.resumedBy, endsAt: pause.phaseEndsAt } as const;
  return {
    card: 'paused', zone: session.zone, origin: originOf(session), phase: step.phase,
    owner: owner === null ? null : nameOf(session, owner),
    leftMs: isThisOne ? session.leftMs : 0, plannedEndsAt: isThisOne ? session.plannedEndsAt : at,
    chair: nameOf(session, session.chair), cause: pause.cause, state,
  };
}

/** `status`: the phase, the clock, who speaks, what comes next. */
export function statusOf(session: Session, moment: Moment): StatusMessage['is'] {
  if (session.status === 'lobby') {
    const present = session.people.filter(isIn);
    const chair = proposedChair(session);
    return { state: 'lobby', inCount: present.length, ownerCount: present.filter((someone) => hasTurn(session, someone)).length, chair: chair === null ? null : nameOf(session, chair.id) };
  }
  if (session.status === 'running' || session.status === 'paused') {
    const leftMs = session.status === 'running' ? session.phaseEndsAt - moment.at : session.leftMs;
    return { state: session.status, phase: drawPhase(session, session.at, moment), leftMs };
  }
  const nextChair = session.status === 'ended' ? session.nextChair : session.appointed;
  return { state: 'none', nextMeetingAt: nextOfSession(session)?.at ?? null, nextChair: nextChair === null ? null : nameOf(session, nextChair) };
}
