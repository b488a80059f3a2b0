// What a guest is told: someone without an Entra object id may read along, cannot act, and is told so once (product.md 7).

import type { Arrival } from '../app/arrival.ts';
import { refusal, type Reply } from './desk.ts';

/** Beyond this many the first are forgotten, and may be told again. */
const rememberedGuests = 1_000;

/** A press that waits for an answer always gets it; in a chat that all can read, the line comes once for each guest. */
export function createGuests(): (arrival: Arrival) => Reply {
  const told = new Set<string>();
  return ({ tenant, conversation, from, what }) => {
    const isAlone = what.kind === 'pressed' && what.shape === 'execute';
    const guest = [tenant, conversation, from.teamsId].join('\n');
    if (!isAlone && told.has(guest)) return null;
    if (!isAlone) told.add(guest);
    if (told.size > rememberedGuests) told.delete([...told][0] ?? '');
    return refusal({ reason: 'guest' });
  };
}
