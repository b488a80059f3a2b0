// An event that one document has for another, as an effect carries it.

import type { Key } from './keys.ts';
import type { CommunityEvent } from './community/events.ts';
import type { PersonEvent } from './person/person.ts';
import type { ProblemEvent } from './problem/problem.ts';
import type { SessionEvent } from './session/events.ts';
import type { ConversationEvent } from './conversation/conversation.ts';
import type { PairEvent } from './pair/events.ts';
import type { PairingEvent } from './pairing/events.ts';

/** What can happen to each kind of document. */
export interface EventsOf {
  readonly session: SessionEvent;
  readonly community: CommunityEvent;
  readonly person: PersonEvent;
  readonly problem: ProblemEvent;
  readonly conversation: ConversationEvent;
  readonly pair: PairEvent;
  readonly pairing: PairingEvent;
}

export type Told = { readonly [K in keyof EventsOf]: { readonly key: Key; readonly kind: K; readonly event: EventsOf[K] } }[keyof EventsOf];
