// The card of one phase: who may speak, who only listens, until when, what comes next (product.md 4.4).

import type { Moment } from '../machine.ts';
import type { Part, PhaseMessage } from '../messages.ts';
import type { Phase, Protocol } from '../protocols/protocol.ts';
import { endWithMinute } from './driving.ts';
import { asLive, timesOf } from './hour.ts';
import { countedMinutes, endIfMovedOn } from './overtime.ts';
import { named, nameOf } from './people.ts';
import type { Ended, HourStep, Live } from './session.ts';

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
    turn: turnOf(session, step), speaks: partsOf(phase.speak), listens: partsOf(phase.listen), mentionsOwner: phase.mentionsOwner ?? false,
    chair: nameOf(session, session.chair),
    next: following === undefined ? null : { phase: following.phase, owner: ownerName(session, following, step) },
    startsAt, endsAt, lengthMs: step.lengthMs,
    sessionEndsAt: session.status === 'ended' ? session.endedAt : endIfMovedOn(session, at),
    byHand: session.movesOn === 'chair' ? { overtime: isPresent ? overtimeOf(live) : null } : null,
    state: isPresent ? { is: session.status === 'paused' ? 'paused' : 'running' } : { is: 'over', endedAt: step.endedAt ?? endsAt },
    dueActions: index === 0 ? session.dueActions : [],
    endOffer: isPresent && session.offersLaterEnd ? endWithMinute(live, at) : null,
    takeover: isPresent && session.takeover !== null ? { name: nameOf(session, session.takeover.by), at: session.takeover.at } : null,
    asksForProblem: index === 0 && session.turns.length === 0,
  };
}

function overtimeOf({ overtimeMinutes }: Live): { readonly minutes: number; readonly isMore: boolean } | null {
  return overtimeMinutes === null ? null : { minutes: overtimeMinutes, isMore: overtimeMinutes >= countedMinutes };
}

export function phaseOf(protocol: Protocol, step: HourStep): Phase {
  const found = [protocol.opening, protocol.close, ...protocol.turn].find(({ id }) => id === step.phase);
  if (found === undefined) throw new Error(`protocol ${protocol.id} without phase ${step.phase}`);
  return found;
}

/** Roles as parts: the presenter is the problem owner, everyone else a peer. */
function partsOf(roles: readonly string[]): readonly Part[] {
  const parts = roles.map((role): Part => (role === 'owner' ? 'owner' : role === 'everyone' ? 'everyone' : 'peers'));
  return [...new Set(parts)];
}

function turnOf(session: Live | Ended, step: HourStep): PhaseMessage['turn'] {
  if (step.turn === null) return null;
  const owner = session.turns[step.turn]?.owner;
  if (owner === undefined) return null;
  const phases = session.steps.filter(({ turn }) => turn === step.turn);
  return { number: step.turn + 1, count: session.turns.length, owner: named(session, owner), phaseNumber: phases.indexOf(step) + 1, phaseCount: phases.length };
}

/** The owner of the next step, when a new turn begins with it. */
function ownerName(session: Live | Ended, following: HourStep, present: HourStep): string | null {
  if (following.turn === null || following.turn === present.turn) return null;
  const owner = session.turns[following.turn]?.owner;
  return owner === undefined ? null : nameOf(session, owner);
}
