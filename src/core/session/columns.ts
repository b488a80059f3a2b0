// The shapes a turn can take at one booked length, longest first: every column of the protocol's table, with the minutes
// that a slot lacks and what an owner without a write-up gets (domain.md 1.2). For the NPQ hour: 13, 12, 10 and 8 minutes.

import type { Millis } from '../time.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { planHour } from './plan.ts';
import type { Step } from './take-time.ts';
import { lengthOf } from './turns.ts';

export interface Column {
  readonly lengthMs: Millis;
  /** The phases of such a turn; which turn it is, is for the caller to say. */
  stepsFor(hasWriteUp: boolean): readonly Step[];
}

/** No two of one length: of those the one of fewest owners stands, since its turns are cut least. */
export function columnsOf(protocol: Protocol, lengthMinutes: number): readonly Column[] {
  const ownerCounts = protocol.fits.filter((fit) => fit.lengthMinutes === lengthMinutes && fit.owners > 0).map(({ owners }) => owners);
  const byLength = new Map<Millis, Column>();
  for (const ownerCount of ownerCounts.toSorted((a, b) => a - b)) {
    const [ready, unready] = [true, false].map((hasWriteUp) => turnsOf(protocol, { lengthMinutes, ownerCount, hasWriteUp }));
    ready?.forEach((steps, turn) => {
      const column: Column = { lengthMs: lengthOf(steps), stepsFor: (hasWriteUp) => (hasWriteUp ? steps : unready?.[turn] ?? steps) };
      if (!byLength.has(column.lengthMs)) byLength.set(column.lengthMs, column);
    });
  }
  return [...byLength.values()].toSorted((a, b) => b.lengthMs - a.lengthMs);
}

interface Planned {
  readonly lengthMinutes: number;
  readonly ownerCount: number;
  readonly hasWriteUp: boolean;
}

function turnsOf(protocol: Protocol, { lengthMinutes, ownerCount, hasWriteUp }: Planned): readonly (readonly Step[])[] {
  const owners = Array.from({ length: ownerCount }, () => ({ hasWriteUp }));
  const steps = planHour(protocol, { lengthMinutes, owners });
  return owners.map((_, turn) => steps.filter((step) => step.turn === turn));
}
