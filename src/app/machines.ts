// Which machine belongs to which kind of document, seen by the loop with the kind's own types forgotten.

import type { Machine } from '../core/machine.ts';
import type { EventsOf } from '../core/told.ts';
import { communityMachine } from '../core/community/community.ts';
import { conversationMachine } from '../core/conversation/conversation.ts';
import { pairMachine } from '../core/pair/machine.ts';
import { pairingMachine } from '../core/pairing/machine.ts';
import { personMachine } from '../core/person/person.ts';
import { problemMachine } from '../core/problem/problem.ts';
import { sessionMachine } from '../core/session/machine.ts';

const machines = {
  session: sessionMachine,
  community: communityMachine,
  person: personMachine,
  problem: problemMachine,
  conversation: conversationMachine,
  pair: pairMachine,
  pairing: pairingMachine,
} satisfies Readonly<Record<keyof EventsOf, unknown>>;

/** Kinds of documents that move by events. */
export type MovingKind = keyof EventsOf;

/** The machine of a kind, for a loop that only passes states and events through. */
export const machineOf = (kind: MovingKind): Machine<unknown, unknown> => machines[kind];
export const isMoving = (kind: string): kind is MovingKind => kind in machines;
