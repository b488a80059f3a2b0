// A form in which something is wrong comes back to whoever pressed it with what was typed (issue 5): the card they pressed,
// for them alone. The card that all share is never edited, and in a line in the chat nothing typed is quoted (product.md 2).

import { sessionMachine } from '../core/session/machine.ts';
import { turnSlot } from '../core/session/slots.ts';
import type { Again, Message } from '../core/messages.ts';
import type { Refusal } from '../core/notices.ts';
import { cardMaxChars } from '../core/problem/pages.ts';
import type { SessionSubmission } from '../cards/submissions/session-forms.ts';
import { typedInputs } from '../cards/submissions/typed-inputs.ts';
import { type Caller, type Desk, type Reply, sessionOf } from './desk.ts';

type Texts = Extract<SessionSubmission, { verb: Again['about'] }>;

/** Refusals of what was typed, rather than of who typed it or when. */
const ofText: ReadonlySet<Refusal['reason']> = new Set(['empty-text', 'too-long', 'bad-date', 'ambiguous-date', 'past-date', 'bad-meeting']);
/** A card holds this much of what was typed, as JSON writes it, besides all else on it; more stays on the card pressed. */
const typedMaxChars = cardMaxChars - 4_000;

/** What each button saves. */
const ownInputs: Readonly<Record<Texts['verb'], readonly string[]>> = { 'note': ['note'], 'action': ['action', 'due'], 'request': ['request'], 'next-meeting': ['nextDate', 'nextTime'] };

const isText = (submission: SessionSubmission): submission is Texts => submission.verb in ownInputs;

/** `reply`, or where it is about a text the card itself with that line and everything typed; saved from such a card, cleared. */
export async function withTyped(desk: Desk, caller: Caller, { submission, reply }: { readonly submission: SessionSubmission; readonly reply: Reply }): Promise<Reply> {
  const { what } = caller.arrival;
  if (what.kind !== 'pressed' || what.shape !== 'execute' || !isText(submission) || reply?.card !== 'notice') return reply;
  const { notice: said } = reply;
  const isWrong = said.kind === 'refusal' && ofText.has(said.refusal.reason);
  if (!isWrong && !submission.isAgain) return reply;
  const typed = Object.fromEntries(Object.entries(typedInputs(what.data)).filter(([input]) => isWrong || !ownInputs[submission.verb].includes(input)));
  if (JSON.stringify(typed).length > typedMaxChars) return reply;
  const card = await cardOf(desk, caller, submission);
  return card === null ? reply : { ...card, again: { typed, about: submission.verb, said } };
}

type WithInputs = Extract<Message, { card: 'turn' | 'successes' | 'closing' }>;

/** The card with inputs that was pressed, as it is now; null where there is none any more. */
async function cardOf(desk: Desk, { tenant, community }: Caller, submission: Texts): Promise<WithInputs | null> {
  const session = community === null ? null : await sessionOf(desk, tenant, { community, id: submission.session });
  const card = session === null ? null : sessionMachine.draw(session, slotOf(submission), { at: desk.clock.now(), rate: desk.clock.rate });
  return card?.card === 'turn' || card?.card === 'successes' || card?.card === 'closing' ? card : null;
}

function slotOf(submission: Texts): string {
  if (submission.verb === 'request' || submission.verb === 'next-meeting') return 'closing';
  if (typeof submission.at === 'number') return turnSlot(submission.at);
  return submission.at === 'opening' ? 'successes' : 'closing';
}
