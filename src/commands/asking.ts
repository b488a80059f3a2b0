// Clarifying questions on a problem that was shared ahead (product.md 5): the form, and what was written in it.

import { type PersonId, problemKey } from '../core/keys.ts';
import { sendAt } from '../core/calendar/waking.ts';
import { newCommunity } from '../core/community/community.ts';
import type { QuestionFormMessage } from '../core/messages.ts';
import type { Refusal } from '../core/notices.ts';
import { inOwnTimes, noOwnTimes } from '../core/person/profile.ts';
import { questionFault } from '../core/problem/questions.ts';
import type { Problem } from '../core/problem/problem.ts';
import type { OtherSubmission } from '../cards/submissions/other-forms.ts';
import { sightOf } from './access.ts';
import { aloneTo } from './alone.ts';
import { type Caller, communityOf, type Desk, memberOf, onBehalfOf, refusal, type Reply } from './desk.ts';

type Asked = Extract<OtherSubmission, { verb: 'ask' }>;

/** `Ask a question` on the shared card: the form to the presser alone, or to the 1:1 chat where the client cannot do that. */
export async function openQuestion(desk: Desk, caller: Caller, owner: PersonId): Promise<Reply> {
  const form = await formFor(desk, caller, owner);
  if ('reason' in form) return refusal(form);
  return aloneTo(desk, caller, form);
}

/** Saves a question once; with something wrong in it the form comes back with every word. */
export async function askQuestion(desk: Desk, caller: Caller, { owner, community, question }: Asked): Promise<Reply> {
  const where = onBehalfOf(caller, community);
  if (where === null) return refusal({ reason: 'no-community' });
  const form = await formFor(desk, where, owner);
  if ('reason' in form) return refusal(form);
  const error = questionFault(question);
  if (error !== null) return aloneTo(desk, where, { ...form, typed: question, error });
  const { settings, nextMeetingAt } = await communityOf(desk, caller.tenant, community) ?? newCommunity(caller.tenant, community);
  const now = desk.clock.now();
  const { profile } = await memberOf(desk, caller.tenant, owner) ?? {};
  const dueAt = sendAt(now, inOwnTimes(settings, profile ?? noOwnTimes), nextMeetingAt !== null && nextMeetingAt > now ? nextMeetingAt : null);
  const event = { type: 'asked', by: caller.by, question, tellAt: dueAt !== null && dueAt >= now ? dueAt : null } as const;
  const outcome = await desk.loop.advance(problemKey(caller.tenant, community, owner), 'problem', { event });
  if (outcome.kind === 'refused') return refusal(outcome.refusal);
  return { card: 'notice', notice: { kind: 'question-saved', owner: form.ownerName } };
}

/** The form, or why that problem takes no questions of this person. */
async function formFor(desk: Desk, caller: Caller, owner: PersonId): Promise<QuestionFormMessage | Refusal> {
  const { tenant, community: conversation, by } = caller;
  if (conversation === null) return { reason: 'no-community' };
  if (await sightOf(desk, caller, 'shared-write-up') === 'no') return { reason: 'not-yours-to-see', who: 'members' };
  const [community, stored] = await Promise.all([communityOf(desk, tenant, conversation), desk.loop.parts.documents.load(problemKey(tenant, conversation, owner))]);
  const problem = stored?.doc.state as Problem | undefined;
  if (community?.settings.hasQuestionsAhead !== true) return { reason: 'no-questions', why: 'not-taken' };
  if (problem === undefined || !problem.isShared || problem.status !== 'ready') return { reason: 'no-questions', why: 'not-shared' };
  if (owner === by.id) return { reason: 'no-questions', why: 'own' };
  return { card: 'question-form', community: conversation, ownerId: owner, ownerName: problem.owner.name, typed: '', error: null };
}
