// A buddy pair as a document: what becomes of it with each event, and when it wants to be woken (domain.md 2).

import { type Machine, moved, type Moment, refused, type Stepped } from '../machine.ts';
import type { Instant } from '../time.ts';
import type { PairEvent } from './events.ts';
import type { Pair } from './pair.ts';

function step(before: Pair | null, event: PairEvent, { at }: Moment): Stepped<Pair> {
  if (before === null) return event.type === 'formed' ? moved(formed(event, at)) : refused({ reason: 'no-pair' });
  return moved(before);
}

export const formed = ({ tenant, conversation, thread, id, members, days }: Extract<PairEvent, { type: 'formed' }>, at: Instant): Pair => ({
  tenant, conversation, thread, id, formedAt: at, endedAt: null, members, days, agreement: null, rev: 0, agreedAt: null, firstNumber: 1, sequence: 0,
  meetings: {}, modulesDone: 0, actions: [], tally: { met: 0, notMet: 0, alone: 0, unanswered: 0, lastMetAt: null },
});

export const pairMachine: Machine<Pair, PairEvent> = {
  step,
  wakeAt: () => null,
  draw: () => null,
  home: ({ thread }) => ({ kind: 'thread', thread }),
  people: ({ members }) => members.map(({ id }) => id),
  expiresAt: ({ endedAt }, retentionMs) => (endedAt === null ? null : endedAt + retentionMs),
};
