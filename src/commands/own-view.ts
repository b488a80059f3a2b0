// A client asks by itself for one person's view of a phase card. That is no act: nothing is written, nothing is said in
// the chat, and it never counts as a sign of life (product.md 4.4).

import { sessionKey } from '../core/keys.ts';
import { momentIn } from '../core/rehearsal/warp.ts';
import { ownPhase } from '../core/session/own-part.ts';
import { presentStep } from '../core/session/hour.ts';
import { inGroup } from '../core/session/in-group.ts';
import { sessionAt, sessionMachine } from '../core/session/machine.ts';
import type { Session } from '../core/session/session.ts';
import { phaseSlot } from '../core/session/slots.ts';
import type { Answer, Arrival } from '../app/arrival.ts';
import type { Refusal } from '../core/notices.ts';
import { withEvidence } from '../app/outbox.ts';
import type { Doc } from '../app/document.ts';
import { parseSubmission } from '../cards/submissions.ts';
import { type Desk, refusal } from './desk.ts';

/** Whatever a client asks with this verb, be it forged, is answered by `ownView` and by nobody else. */
export const asksForView = ({ what }: Arrival): boolean => what.kind === 'pressed' && what.verb === 'my-view';

/** The card it stands on, for the asker alone and as it is now; of another conversation's session nothing is shown. */
export async function ownView(desk: Desk, { what, from, tenant, conversation, address }: Arrival): Promise<Answer> {
  const no = (refused: Refusal, language = address.language): Answer => ({ message: refusal(refused), language });
  // Only `Action.Execute` has an answer that others do not see.
  if (what.kind !== 'pressed' || what.shape !== 'execute') return { message: null, language: address.language };
  const parsed = parseSubmission(what.verb, what.data);
  if (parsed.kind === 'invalid') return no(parsed.refusal);
  if (parsed.submission.verb !== 'my-view') return no({ reason: 'bad-form' });
  if (from.id === null) return no({ reason: 'guest' });
  const { session: id, step } = parsed.submission;
  const stored = await desk.loop.parts.documents.load(sessionKey(tenant, conversation, id));
  if (stored === null) return no({ reason: 'no-session' });
  const moment = { at: desk.clock.now(), rate: desk.clock.rate };
  const session = sessionAt(stored.doc.state as Session, moment);
  const { language } = session;
  if (!('steps' in session)) return no(session.status === 'lobby' ? { reason: 'not-running', state: 'lobby' } : { reason: 'no-session' }, language);
  if (step > session.at) return no({ reason: 'stale', phase: presentStep(session).phase }, language);
  if (what.messageId !== null) await tellEvidence(desk, stored.doc, { slot: phaseSlot(step), messageId: what.messageId });
  const isPresent = step === session.at && session.status !== 'ended';
  const message = isPresent ? inGroup(ownPhase(session, from.id, momentIn(session, moment)), session.group) : sessionMachine.draw(session, phaseSlot(step), moment);
  return { message, language };
}

/** A card that somebody looks at has landed: where that was in doubt it is written down, else not a byte (reliability.md 1). */
async function tellEvidence({ loop }: Desk, doc: Doc, { slot, messageId }: { readonly slot: string; readonly messageId: string }): Promise<void> {
  if (withEvidence(doc, slot, messageId) !== doc) await loop.update(doc.key, (present) => withEvidence(present, slot, messageId));
}
