// The buttons of the write-up form. Whatever is wrong, what was typed is kept; nothing ever blocks (product.md 5).

import { seconds } from '../core/time.ts';
import { type ConversationId, problemKey } from '../core/keys.ts';
import { draftOf } from '../core/problem/draft.ts';
import { type Problem, type ProblemEvent, writeUpErrors } from '../core/problem/problem.ts';
import type { WriteUp } from '../core/problem/write-up.ts';
import type { OtherSubmission, WriteUpVerb } from '../cards/submissions/other-forms.ts';
import { keptFrom } from './access.ts';
import { cameOfBefore } from './brought.ts';
import { type Caller, communityOf, type Desk, eventIdOf, onBehalfOf, problemOf, refusal, type Reply } from './desk.ts';
import { formOf, namesIn, privately } from './problem-form.ts';

type Submission = Extract<OtherSubmission, { verb: WriteUpVerb }>;

/** A second press on the card that has not seen the answer to the first counts as meant from then on; sooner it is the same press twice. */
const pressedAnewAfterMs = seconds(2);

/** Fields too long to stand in the form were sent empty unless somebody wrote them anew: the stored text stays. */
function withKept({ writeUp, keeps }: Submission, stored: WriteUp): WriteUp {
  const left = keeps.filter((field) => writeUp[field] === '');
  return { ...writeUp, ...Object.fromEntries<string>(left.map((field) => [field, stored[field]])) };
}

/** Lets something happen to the caller's own write-up. */
export const toProblem = (desk: Desk, { tenant, by }: Caller, { community, event }: { readonly community: ConversationId; readonly event: ProblemEvent }) =>
  desk.loop.advance(problemKey(tenant, community, by.id), 'problem', { event });

/**
 * Saves what was typed, as the button says. With something wrong in it, it is kept all the same, since the form that comes
 * back may not have room for every word of it (cards/views/problem-form.ts).
 */
export async function saveProblem(desk: Desk, caller: Caller, submission: Submission): Promise<Reply> {
  const { community, verb } = submission;
  const where = onBehalfOf(caller, community);
  if (where === null) return refusal({ reason: 'no-community' });
  const kept = await keptFrom(desk, where, 'session');
  if (kept !== null) return kept;
  const stored = await problemOf(desk, caller, community);
  const writeUp = withKept(submission, draftOf(stored));
  const of = { tenant: caller.tenant, community, by: caller.by, writeUp };
  if (verb === 'problem-again') return bringAgain(desk, caller, { ...of, type: 'brought-again' });
  const wantsReady = verb === 'problem-submit' || verb === 'problem-share';
  const errors = writeUpErrors(writeUp, wantsReady);
  const isSubmitted = wantsReady && errors.length === 0;
  const heldBack = isSubmitted && verb === 'problem-share' ? await heldBackIn(desk, caller, { submission, stored, writeUp }) : null;
  const cameOf = isSubmitted && stored !== null && stored.status !== 'discussed' ? await cameOfBefore(desk, stored) : null;
  const isShared = verb === 'problem-share' && heldBack === null;
  const takesQuestions = isShared && (await communityOf(desk, caller.tenant, community))?.settings.hasQuestionsAhead === true;
  const saved: ProblemEvent = { ...of, type: 'saved', isSubmitted, isShared, takesQuestions, cameOf, ...(heldBack !== null && { heldBack }) };
  await toProblem(desk, caller, { community, event: wantsReady && !isSubmitted ? { ...of, type: 'kept' } : saved });
  const isWithdrawn = stored?.status === 'ready' && !wantsReady;
  return privately(desk, caller, await formOf(desk, caller, { community, besides: { errors, isWithdrawn, ...(heldBack !== null && { heldBack }) } }));
}

interface Sharing {
  readonly submission: Submission;
  readonly stored: Problem | null;
  readonly writeUp: WriteUp;
}

/**
 * What names this text if something in it is to be looked at before it is shared; null if nothing is, or it was pointed
 * at already and the same text is shared all the same.
 */
async function heldBackIn(desk: Desk, caller: Caller, { submission, stored, writeUp }: Sharing): Promise<string | null> {
  const names = await namesIn(desk, caller, { community: submission.community, writeUp });
  const text = eventIdOf('write-up', JSON.stringify(writeUp));
  const last = stored?.heldBack;
  const wasPointedAt = last?.text === text && (submission.heldBack === text || desk.clock.now() - last.at >= pressedAnewAfterMs);
  return names.length === 0 || wasPointedAt ? null : text;
}

async function bringAgain(desk: Desk, caller: Caller, event: Extract<ProblemEvent, { type: 'brought-again' }>): Promise<Reply> {
  const outcome = await toProblem(desk, caller, { community: event.community, event });
  if (outcome.kind === 'refused') return refusal(outcome.refusal);
  return privately(desk, caller, await formOf(desk, caller, { community: event.community }));
}
