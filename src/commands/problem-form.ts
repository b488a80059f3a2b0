// The write-up form: opened for one person alone, saved as draft or submitted, shown again with what was typed.

import { conversationKey, type ConversationId, personKey, problemKey } from '../core/keys.ts';
import type { Conversation } from '../core/conversation/conversation.ts';
import type { ProblemFormMessage } from '../core/messages.ts';
import { draftOf, writeUpErrors } from '../core/problem/problem.ts';
import { verdictOf } from '../core/problem/suitability.ts';
import type { WriteUp } from '../core/problem/write-up.ts';
import type { OtherSubmission } from '../cards/submissions/other-forms.ts';
import { keptFrom } from './access.ts';
import { type Caller, type Desk, eventIdOf, onBehalfOf, problemOf, refusal, type Reply } from './desk.ts';

interface Filled {
  readonly community: ConversationId;
  readonly draft: WriteUp;
  readonly status: ProblemFormMessage['status'];
  readonly errors: ProblemFormMessage['errors'];
}

async function formOf(desk: Desk, { tenant }: Caller, { community, draft, status, errors }: Filled): Promise<ProblemFormMessage> {
  const conversation = await desk.loop.parts.documents.load(conversationKey(tenant, community));
  const name = (conversation?.doc.state as Conversation | undefined)?.name ?? null;
  const verdict = status === 'new' ? null : verdictOf(draft);
  return { card: 'problem-form', community, communityName: name, draft, status, verdict, errors };
}

/** The form with the caller's own draft. */
export async function ownForm(desk: Desk, caller: Caller, community: ConversationId): Promise<ProblemFormMessage> {
  const problem = await problemOf(desk, caller, community);
  const status = problem === null || problem.status === 'discussed' ? 'new' : problem.status;
  return formOf(desk, caller, { community, draft: draftOf(problem), status, errors: [] });
}

/** `Open my write-up`, on a shared card or a reminder of the community `named`: to the presser alone, or to the 1:1 chat where the client cannot do that. */
export async function openForm(desk: Desk, asking: Caller, named: ConversationId | null): Promise<Reply> {
  const caller = named === null ? asking : onBehalfOf(asking, named);
  if (caller === null) return refusal({ reason: 'no-community' });
  const { arrival, community } = caller;
  if (community === null) return refusal({ reason: 'no-community' });
  const kept = await keptFrom(desk, caller, 'session');
  if (kept !== null) return kept;
  const form = await ownForm(desk, caller, community);
  const isAlone = arrival.place === 'personal' || (arrival.what.kind === 'pressed' && arrival.what.shape === 'execute');
  if (isAlone) return form;
  return mailed(desk, caller, form);
}

/** The form goes to the 1:1 chat, and the shared one is told so. */
async function mailed(desk: Desk, { arrival, by, tenant }: Caller, form: ProblemFormMessage): Promise<Reply> {
  const insteadTo = { community: arrival.conversation, thread: arrival.address.thread };
  const mail = { type: 'mail', message: form, name: by.name, insteadTo } as const;
  await desk.loop.advance(personKey(tenant, by.id), 'person', { event: mail, eventId: eventIdOf('form', by.id, arrival.activityId) });
  return { card: 'notice', notice: { kind: 'see-private', name: by.name, teamsId: by.teamsId } };
}

type ProblemSubmission = Extract<OtherSubmission, { verb: 'problem-save' | 'problem-submit' }>;

/** Fields too long to stand in the form were sent empty unless somebody wrote them anew: the stored text stays. */
function withKept({ writeUp, keeps }: ProblemSubmission, stored: WriteUp): WriteUp {
  const left = keeps.filter((field) => writeUp[field] === '');
  return { ...writeUp, ...Object.fromEntries<string>(left.map((field) => [field, stored[field]])) };
}

/**
 * Saves what was typed. With something wrong in it, it is kept as a draft, since the form that comes back may not have
 * room for every word of it (cards/views/problem-form.ts).
 */
export async function saveProblem(desk: Desk, caller: Caller, submission: ProblemSubmission): Promise<Reply> {
  const { community } = submission;
  const where = onBehalfOf(caller, community);
  if (where === null) return refusal({ reason: 'no-community' });
  const kept = await keptFrom(desk, where, 'session');
  if (kept !== null) return kept;
  const isSubmitted = submission.verb === 'problem-submit';
  const before = await problemOf(desk, caller, community);
  const writeUp = withKept(submission, draftOf(before));
  const errors = writeUpErrors(writeUp, isSubmitted);
  const isReady = isSubmitted && errors.length === 0;
  const key = problemKey(caller.tenant, community, caller.by.id);
  await desk.loop.advance(key, 'problem', { event: { type: 'saved', tenant: caller.tenant, community, by: caller.by, writeUp, isSubmitted: isReady } });
  return privately(desk, caller, await formOf(desk, caller, { community, draft: writeUp, status: isReady ? 'ready' : 'draft', errors }));
}

/** A form holds somebody's text: it never goes into a shared message. */
async function privately(desk: Desk, caller: Caller, form: ProblemFormMessage): Promise<Reply> {
  const { place, what } = caller.arrival;
  const isShared = place !== 'personal' && what.kind === 'pressed' && what.shape === 'submit';
  if (!isShared) return form;
  if (form.errors.length > 0) return mailed(desk, caller, form);
  return { card: 'notice', notice: { kind: 'write-up-saved', isReady: form.status === 'ready', isSuitable: form.verdict?.isSuitable ?? null } };
}
