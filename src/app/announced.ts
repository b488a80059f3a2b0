// How punctual announcements are: from the deadline that asked for one until its request left. One that is late enough for
// people to have looked at their watches is a fact in the log.

import { type Millis, seconds } from '../core/time.ts';
import type { Done, Sending } from './attempt.ts';
import type { Doc } from './document.ts';
import type { Loop } from './loop.ts';
import type { SendOutcome } from './ports.ts';
import { traceOf } from './traces.ts';

/** An alert is put on what is later than this. Real time. */
const lateMs: Millis = seconds(10);

interface Announcing {
  readonly doc: Doc;
  readonly effect: Extract<Sending, { do: 'post' }>;
}

/** Sends, and tells the meter by how much it was late once it stands in Teams: what is to be sent again is not there yet. */
export async function announced({ clock, meter, log }: Loop['parts'], { doc, effect }: Announcing, send: () => Promise<SendOutcome>): Promise<Done> {
  const leftAt = clock.now();
  const outcome = await send();
  if (effect.dueAt === undefined || outcome.kind !== 'sent') return outcome;
  const late = (leftAt - effect.dueAt) / clock.rate;
  meter.announced(late);
  if (late > lateMs) log.warn('announcement.late', { kind: doc.kind, lateMs: Math.round(late), slot: effect.slot, ...traceOf(doc.key) });
  return outcome;
}
