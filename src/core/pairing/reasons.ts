// Why these two or three, for the coordinator and for themselves: by the same aims that the matching goes by.

import type { PersonId } from '../keys.ts';
import type { Instant } from '../time.ts';
import { aimsOf } from './aims.ts';
import type { Pairing, PairingReason } from './pairing.ts';
import { togetherOnce } from './regrouping.ts';

/** In a new round whoever is a couple now would be one again; somebody who joins a pair is no reason against the pair. */
export function reasonsOf(pairing: Pairing, members: readonly PersonId[], at: Instant): readonly PairingReason[] {
  const past = pairing.proposal?.whom === 'everyone' ? togetherOnce(pairing, at) : pairing.past;
  return aimsOf(Object.values(pairing.people), past).reasons(members);
}
