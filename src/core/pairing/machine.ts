// The pairing of a community as a document: who takes part, who is whose buddy, what is proposed (domain.md 2).

import type { PersonId } from '../keys.ts';
import { type Machine, moved, refused, type Stepped } from '../machine.ts';
import type { PairingEvent } from './events.ts';
import type { Pairing } from './pairing.ts';

function step(before: Pairing | null, _event: PairingEvent): Stepped<Pairing> {
  return before === null ? refused({ reason: 'no-pair' }) : moved(before);
}

export const pairingMachine: Machine<Pairing, PairingEvent> = {
  step,
  wakeAt: () => null,
  draw: () => null,
  home: ({ thread }) => ({ kind: 'thread', thread }),
  people: ({ people }) => Object.keys(people) as PersonId[],
  expiresAt: () => null,
};
