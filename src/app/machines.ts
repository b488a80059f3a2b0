// Which machine belongs to which kind of document, seen by the loop with the kind's own types forgotten.

import type { Machine } from '../core/machine.ts';
import type { EventsOf } from '../core/told.ts';
import { communityMachine } from '../core/community/community.ts';
import { conversationMachine } from '../core/conversation/conversation.ts';
import { personMachine } from '../core/person/person.ts';
import { problemMachine } from '../core/problem/problem.ts';
import { sessionMachine } from '../core/session/machine.ts';

const typed = {
  session: sessionMachine,
  community: communityMachine,
  person: personMachine,
  problem: problemMachine,
  conversation: conversationMachine,
} satisfies { readonly [K in keyof EventsOf]: Machine<never, EventsOf[K]> | Machine<unknown, EventsOf[K]> | object };

/** Kinds of documents that move by events. */
export type MovingKind = keyof typeof typed;
/** The state of a kind. */
export type StateOf<K extends MovingKind> = (typeof typed)[K] extends Machine<infer S, never> ? S : (typeof typed)[K] extends Machine<infer S, infer _> ? S : never;

/** Version of the state each kind is written with. */
export const stateVersion = 1;

/** The machine of a kind, for a loop that only passes states through. */
export const machineOf = (kind: MovingKind): Machine<unknown, unknown> => typed[kind] as unknown as Machine<unknown, unknown>;
export const isMoving = (kind: string): kind is MovingKind => kind in typed;
