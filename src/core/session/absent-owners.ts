// Turns whose time has come while their owner is not here (product.md 4, "Leaving"): they moved to the end when the owner
// left, so now they are carried over, and the rest are fitted again.

import { type Instant, seconds } from '../time.ts';
import type { Effect } from '../machine.ts';
import { isPersonHere, nameOf } from './people.ts';
import { type Refitted, withoutTurnOf } from './refitting.ts';
import type { Live, Running } from './session.ts';
import { presentEndOf } from './turns.ts';

/** So long the chair has to choose for an owner who is away in their own turn; after a pause as long again. */
export const decideWithinMs = seconds(30);

/** The session as it goes on after the present phase: no turn of an absent owner begins. */
export function withoutAbsentNext(running: Running, at: Instant): { readonly live: Running; readonly effects: readonly Effect[] } {
  let live = running;
  const effects: Effect[] = [];
  for (let owner = absentNext(live); owner !== null; owner = absentNext(live)) {
    // All that follows comes forward when the phase ends early, so it counts from now.
    const before = { ...live, phaseEndsAt: at };
    const refitted = withoutTurnOf(before, owner);
    live = refitted.live;
    effects.push(carriedOverLine({ before, refitted, name: nameOf(live, owner) }));
  }
  return { live, effects: effects.length === 0 ? effects : [...effects, { do: 'edit', slot: 'agenda' }] };
}

/** Whose turn would begin next although they are not here. */
function absentNext(live: Running): Running['chair'] | null {
  const present = live.steps[live.at]?.turn ?? null;
  const next = live.steps[live.at + 1]?.turn ?? null;
  const owner = next === null || next === present ? undefined : live.turns[next]?.owner;
  return owner === undefined || isPersonHere(live, owner) ? null : owner;
}

/** Says that a problem is carried over, and what became of the other turns and of the end. */
export function carriedOverLine({ before, refitted, name }: { readonly before: Live; readonly refitted: Refitted; readonly name: string }): Effect {
  const endsAt = presentEndOf(refitted.live);
  const isEndMoved = endsAt !== presentEndOf(before);
  const notice = { kind: 'problem-carried-over', name, turnMs: refitted.turnMs, endsAt: isEndMoved ? endsAt : null, zone: before.zone } as const;
  return { do: 'say', message: { card: 'notice', notice }, until: null };
}
