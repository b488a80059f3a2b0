// The card of one phase: who may speak, who only listens, until when, what comes next (product.md 4.4).

import type { Moment } from '../machine.ts';
import type { Part, PhaseMessage } from '../messages.ts';
import type { Phase, Protocol, RoleId } from '../protocols/protocol.ts';
import { endWithMinute } from './driving.ts';
import { asLive, timesOf } from './hour.ts';
import { countedMinutes, endIfMovedOn } from './overtime.ts';
import { isPersonHere, named, nameOf } from './people.ts';
import { phaseOf } from './phases.ts';
import type { Ended, HourStep, Live } from './session.ts';
import { isBeforeLastTurn, turnCountOf } from './turns.ts';
import { viewersOf } from './viewers.ts';

/** The phase of `index`, as it stands: running, paused, or over with its actual times. */
export function drawPhase(session: Live | Ended, index: number, { at }: Moment): PhaseMessage {
  const step = session.steps[index];
  if (step === undefined) throw new Error(`session without step ${index}`);
  const phase = phaseOf(session.protocol, step);
  const live = asLive(session);
  const isPresent = index === session.at && session.status !== 'ended';
  const { startsAt, endsAt } = timesOf(live, index, at);
  const following = session.steps[index + 1];
  return {
    card: 'phase', zone: session.zone, origin: { session: session.id, rev: session.rev }, protocol: session.protocol.id, phase: step.phase,
    turn: turnOf(session, step), speaks: partsOf(session.protocol, phase.speak), listens: partsOf(session.protocol, phase.listen), silent: partsOf(session.protocol, phase.silent ?? []),
    order: orderOf(session, step, phase), mentionsOwner: (phase.mentionsOwner ?? false) && isOwnerHere(session, step),
    chair: nameOf(session, session.chair),
    next: following === undefined ? null : { phase: following.phase, owner: ownerName(session, following, step) },
    startsAt, endsAt, lengthMs: step.lengthMs,
    sessionEndsAt: session.status === 'ended' ? session.endedAt : endIfMovedOn(session, at),
    byHand: session.movesOn === 'chair' ? { overtime: isPresent ? overtimeOf(live) : null } : null,
    state: isPresent ? { is: session.status === 'paused' ? 'paused' : 'running' } : { is: 'over', endedAt: step.endedAt ?? endsAt },
    endOffer: isPresent && session.offersLaterEnd ? endWithMinute(live, at) : null,
    takeover: isPresent && session.takeover !== null ? { name: nameOf(session, session.takeover.by), at: session.takeover.at } : null,
    asksForProblem: index === 0 && turnCountOf(session) === 0,
    isOwnerAway: isPresent && session.ownerAway !== null,
    offersJoin: isPresent && isBeforeLastTurn(session),
    step: index, viewers: isPresent ? viewersOf(session) : [], mine: null,
  };
}

function overtimeOf({ overtimeMinutes }: Live): { readonly minutes: number; readonly isMore: boolean } | null {
  return overtimeMinutes === null ? null : { minutes: overtimeMinutes, isMore: overtimeMinutes >= countedMinutes };
}

/** Roles as parts: whoever has the turn is the owner, everyone else a peer. */
function partsOf({ roles }: Protocol, named: readonly RoleId[]): readonly Part[] {
  const parts = named.map((role): Part => (role === roles[0]?.id ? 'owner' : role === 'everyone' ? 'everyone' : 'peers'));
  return [...new Set(parts)];
}

/** In a round, who speaks after whom: those with a turn in their order, from the one after the owner, then who helps. */
function orderOf(session: Live | Ended, step: HourStep, { mode }: Phase): readonly string[] {
  if (mode !== 'round') return [];
  const owners = session.turns.map(({ owner }) => owner);
  const after = step.turn === null ? owners : [...owners.slice(step.turn + 1), ...owners.slice(0, step.turn)];
  const owner = step.turn === null ? null : owners[step.turn];
  const ids = new Set([...after, ...session.people.map(({ id }) => id)].filter((id) => id !== owner && isPersonHere(session, id)));
  return [...ids].map((id) => nameOf(session, id));
}

function turnOf(session: Live | Ended, step: HourStep): PhaseMessage['turn'] {
  if (step.turn === null) return null;
  const owner = session.turns[step.turn]?.owner;
  if (owner === undefined) return null;
  const phases = session.steps.filter(({ turn }) => turn === step.turn);
  return { number: step.turn + 1, count: turnCountOf(session), owner: named(session, owner), phaseNumber: phases.indexOf(step) + 1, phaseCount: phases.length };
}

function isOwnerHere(session: Live | Ended, { turn }: HourStep): boolean {
  const owner = turn === null ? undefined : session.turns[turn]?.owner;
  return owner !== undefined && isPersonHere(session, owner);
}

/** The owner of the next step, when a new turn begins with it. */
function ownerName(session: Live | Ended, following: HourStep, present: HourStep): string | null {
  if (following.turn === null || following.turn === present.turn) return null;
  const owner = session.turns[following.turn]?.owner;
  return owner === undefined ? null : nameOf(session, owner);
}
