// What a phase means for one person: the line that a per-person view adds to the card all share (product.md 4.4). The
// shared card says everything essential; this says it again in the second person, with the times of this person alone.

import type { Instant } from '../time.ts';
import type { PersonId } from '../keys.ts';
import type { Moment } from '../machine.ts';
import type { OwnPart, Part, PhaseMessage } from '../messages.ts';
import { drawPhase } from './draw-phase.ts';
import { presentStep, timesOf } from './hour.ts';
import { participant } from './people.ts';
import { phaseOf } from './phases.ts';
import type { Live } from './session.ts';
import { isHere } from './viewers.ts';

/** The card of the present phase for `who` alone; anyone may ask, also somebody who is not in. */
export function ownPhase(live: Live, who: PersonId, moment: Moment): PhaseMessage {
  return { ...drawPhase(live, live.at, moment), mine: ownPart(live, who, moment) };
}

function ownPart(live: Live, who: PersonId, moment: Moment): OwnPart {
  const someone = participant(live, who);
  const none = { speaksAt: null, turnAt: null, isChair: live.chair === who };
  if (someone === undefined || !isHere(someone)) return { does: mayJoin(live) ? 'join' : 'read', ...none };
  // Nobody knows the times of a session that is paused.
  if (live.status === 'paused') return { does: 'wait', ...none };
  const does = doesIn(live, live.at, { who, moment });
  return { ...none, does, speaksAt: hears(does) ? nextWordAt(live, who, moment) : null, turnAt: ownTurnAt(live, who, moment.at) };
}

const hears = (does: OwnPart['does']): boolean => does === 'listen' || does === 'write';

/** Until the last turn starts (product.md 4.4). */
function mayJoin(live: Live): boolean {
  const { turn } = presentStep(live);
  return turn === null ? live.at === 0 : turn < live.turns.length - 1;
}

interface Asked {
  readonly who: PersonId;
  readonly moment: Moment;
}

/** What `who` does in the phase of this step. Where questions go round or are of facts, peers ask and the owner answers. */
function doesIn(live: Live, index: number, { who, moment }: Asked): OwnPart['does'] {
  const step = live.steps[index] ?? presentStep(live);
  const { speaks, silent, turn } = drawPhase(live, index, moment);
  const { mode } = phaseOf(live.protocol, step);
  const isOwner = step.turn !== null && live.turns[step.turn]?.owner === who;
  const isMeant = (parts: readonly Part[]): boolean => (turn === null ? parts.length > 0 : parts.includes('everyone') || parts.includes(isOwner ? 'owner' : 'peers'));
  if (!isMeant(speaks)) return isMeant(silent) ? 'write' : 'listen';
  if (isOwner && (mode === 'facts' || mode === 'round')) return 'answer';
  return mode === 'facts' ? 'ask' : mode === 'round' ? 'round' : 'speak';
}

/** When `who` may speak again; null for not any more. */
function nextWordAt(live: Live, who: PersonId, moment: Moment): Instant | null {
  const index = live.steps.findIndex((_, each) => each > live.at && !hears(doesIn(live, each, { who, moment })));
  return index < 0 ? null : timesOf(live, index, moment.at).startsAt;
}

/** When a turn of theirs that is still to come begins; null without one. */
function ownTurnAt(live: Live, who: PersonId, at: Instant): Instant | null {
  const present = presentStep(live).turn;
  const index = live.steps.findIndex(({ turn }, each) => each > live.at && turn !== null && turn !== present && live.turns[turn]?.owner === who);
  return index < 0 ? null : timesOf(live, index, at).startsAt;
}
