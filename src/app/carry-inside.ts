// Effects that stay inside the service: an entry for the history, an event for another document. Both may be done again
// without harm: an entry has an id of its own, an event is remembered by its receiver.

import { createHash } from 'node:crypto';
import { keptFrom } from '../core/history/retention.ts';
import type { Effect } from '../core/machine.ts';
import type { Doc } from './document.ts';
import type { Loop } from './loop.ts';
import { machineOf, type MovingKind } from './machines.ts';
import type { History } from './ports.ts';
import { traceOf } from './traces.ts';

export type Inside = Extract<Effect, { do: 'record' | 'tell' }>;

/** Carries out the effect `id` of `doc`. Throws when the store fails. */
export async function carryInside({ loop, history }: { readonly loop: Loop; readonly history: History }, doc: Doc, { id, effect }: { readonly id: string; readonly effect: Inside }): Promise<void> {
  if (effect.do === 'record') {
    await history.add(effect.entry, keptFrom(effect.entry));
    return;
  }
  const { key: { partition, name } } = doc;
  // With the partition: every person's document has the same name.
  const eventId = createHash('sha256').update(JSON.stringify([partition, name, id])).digest('base64url').slice(0, 22);
  await loop.advance(effect.key, effect.kind, { event: fromHome(doc, effect.event), eventId });
  if (effect.event.type !== 'unreachable') return;
  const { what = '', why = '' } = effect.event;
  loop.parts.meter.undelivered(what, why);
  loop.parts.log.info('message.undelivered', { ...traceOf(doc.key), what, why });
}

/** A mail that cannot be delivered is said instead where the messages of this document go: a group's thread has its id since its first post. */
function fromHome<E extends Inside & { readonly do: 'tell' }>(doc: Doc, event: E['event']): E['event'] {
  if (event.type !== 'mail') return event;
  const home = machineOf(doc.kind as MovingKind).home(doc.state, doc.posted);
  return home.kind === 'thread' ? { ...event, insteadTo: { ...event.insteadTo, thread: home.thread } } : event;
}
