// One request to Teams for one effect: what it shows is drawn from the document as it is now, and what became of it is a
// value. The caller holds claim and place.

import type { About } from '../core/community/about-meeting.ts';
import type { Effect } from '../core/machine.ts';
import type { Message } from '../core/messages.ts';
import type { Instant } from '../core/time.ts';
import { faultOf } from '../log.ts';
import { announced } from './announced.ts';
import type { Doc } from './document.ts';
import { machineOf, type MovingKind } from './machines.ts';
import type { Loop } from './loop.ts';
import type { Destination, Messenger, Priority, SendOutcome, Urgency } from './ports.ts';
import { traceOf } from './traces.ts';

/** `done`: nothing had to be sent, or nothing is left to do. */
export type Done = SendOutcome | { readonly kind: 'done' };
export type Sending = Extract<Effect, { do: 'post' | 'say' | 'edit' | 'fold' }>;

export interface AttemptParts {
  readonly loop: Loop;
  readonly messenger: Messenger;
  readonly withLinks: (message: Message) => Message;
}

export interface Attempting {
  readonly doc: Doc;
  readonly to: Destination;
  readonly effect: Sending;
}

/** Makes the request. Never throws: what cannot be drawn never will be, and left standing it would hold up all behind it. */
export async function attempt(parts: AttemptParts, what: Attempting): Promise<Done> {
  try {
    return await request(parts, what);
  } catch (error) {
    parts.loop.parts.log.error('effect.undrawable', { ...traceOf(what.doc.key), do: what.effect.do, ...faultOf(error) });
    return { kind: 'gone', why: 'undrawable', closes: false };
  }
}

async function request({ loop, messenger, withLinks }: AttemptParts, { doc, to, effect }: Attempting): Promise<Done> {
  const { clock } = loop.parts;
  if (effect.do === 'fold') return onlyGone(await messenger.delete(to, effect.messageId));
  if (effect.do === 'say') return await messenger.post(to, withLinks(effect.message));
  const message = machineOf(doc.kind as MovingKind).draw(doc.state, effect.slot, { at: clock.now(), rate: clock.rate });
  if (message === null) return { kind: 'done' };
  if (effect.do === 'post') return await announced(loop.parts, { doc, effect }, () => messenger.post(to, withLinks(message)));
  const known = doc.posted[effect.slot];
  return known === undefined ? { kind: 'done' } : onlyGone(await messenger.edit(to, known.id, withLinks(message)));
}

/** An edit or deletion that found nothing is finished; that the bot was taken out is news all the same. */
const onlyGone = (outcome: SendOutcome): Done => (outcome.kind === 'gone' && !outcome.closes ? { kind: 'done' } : outcome);

/** Announcements first, edits last; of reminders that about the nearest meeting first. */
export const urgencyOf = (doc: Doc, effect: Effect): Urgency => ({ priority: priorityOf(doc, effect), startsAt: effect.do === 'say' ? startOf(effect.about) : null });

function startOf(about: About | undefined): Instant | null {
  if (about === undefined) return null;
  if (about.kind === 'pair') return about.meeting?.startsAt ?? null;
  return 'meetingAt' in about ? about.meetingAt : null;
}

function priorityOf(doc: Doc, effect: Effect): Priority {
  if (effect.do === 'edit' || effect.do === 'fold') return 'edit';
  if (effect.do === 'post' && effect.isAnnouncement) return 'announcement';
  return doc.kind === 'person' ? 'reminder' : 'message';
}
