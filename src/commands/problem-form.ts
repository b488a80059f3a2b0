// The write-up form: opened for one person alone, filled with what they have, never in a shared message.

import { conversationKey, type ConversationId } from '../core/keys.ts';
import type { Conversation } from '../core/conversation/conversation.ts';
import type { ProblemFormMessage } from '../core/messages.ts';
import { draftOf, isBlank } from '../core/problem/draft.ts';
import { type LikelyName, likelyNames } from '../core/problem/privacy.ts';
import type { Problem } from '../core/problem/problem.ts';
import { isShownOtherwise } from '../core/problem/sharing.ts';
import { verdictOf } from '../core/problem/suitability.ts';
import type { WriteUp } from '../core/problem/write-up.ts';
import { keptFrom } from './access.ts';
import { aloneTo } from './alone.ts';
import { cameOfBefore } from './brought.ts';
import { type Caller, communityOf, type Desk, onBehalfOf, openSession, problemOf, refusal, type Reply } from './desk.ts';
import { similarTo } from './similar.ts';

/** What has just happened to the write-up, where that is more than can be seen of it. */
export type Besides = Partial<Pick<ProblemFormMessage, 'errors' | 'heldBack' | 'keptFile'>> & { readonly isWithdrawn?: boolean };

/**
 * The form as it stands in `community`, with all that its owner should know now. Of a text that the group is to see it
 * points at likely names each time; a draft is left in peace.
 */
export async function formOf(desk: Desk, caller: Caller, where: { readonly community: ConversationId; readonly besides?: Besides }): Promise<ProblemFormMessage> {
  const { community, besides: { isWithdrawn = false, errors = [], ...besides } = {} } = where;
  const { tenant } = caller;
  const [problem, conversation] = await Promise.all([problemOf(desk, caller, community), desk.loop.parts.documents.load(conversationKey(tenant, community))]);
  const draft = draftOf(problem);
  const status = statusOf(problem, isWithdrawn);
  const isReady = problem?.status === 'ready';
  return {
    card: 'problem-form', community, communityName: (conversation?.doc.state as Conversation | undefined)?.name ?? null,
    draft, status, verdict: status === 'new' ? null : verdictOf(draft), errors, ...besides,
    likelyNames: isReady ? await namesIn(desk, caller, { community, writeUp: draft }) : [],
    similar: isReady ? await similarTo(desk, { ...caller, community }, { writeUp: draft, except: problem.before }) : [],
    before: problem === null || problem.status === 'discussed' ? null : await cameOfBefore(desk, problem),
    offersAgain: problem !== null && (problem.status === 'discussed' || (problem.earlier != null && isBlank(draft))),
  };
}

function statusOf(problem: Problem | null, isWithdrawn: boolean): ProblemFormMessage['status'] {
  if (problem === null || problem.status === 'discussed') return 'new';
  if (problem.status === 'draft') return isWithdrawn ? 'withdrawn' : 'draft';
  if (problem.pending !== undefined) return 'pending';
  if (!problem.isShared) return 'ready';
  return isShownOtherwise(problem) ? 'changed' : 'shared';
}

/** Who or what a text may give away; the writer's own name is theirs to give. */
export async function namesIn(desk: Desk, caller: Caller, { community, writeUp }: { readonly community: ConversationId; readonly writeUp: WriteUp }): Promise<readonly LikelyName[]> {
  const there = { ...caller, community };
  const [known, open] = await Promise.all([communityOf(desk, caller.tenant, community), openSession(desk, there)]);
  const people = [...Object.entries(known?.members ?? {}).map(([id, { name }]) => ({ id, name })), ...open?.people ?? []];
  const others = people.filter(({ id }) => id !== caller.by.id).map(({ name }) => name);
  return likelyNames(writeUp, [...new Set(others)]);
}

/** `Open my write-up`, on a shared card or a reminder of the community `named`: to the presser alone, or to the 1:1 chat where the client cannot do that. */
export async function openForm(desk: Desk, asking: Caller, named: ConversationId | null): Promise<Reply> {
  const caller = named === null ? asking : onBehalfOf(asking, named);
  if (caller === null) return refusal({ reason: 'no-community' });
  const { community } = caller;
  if (community === null) return refusal({ reason: 'no-community' });
  const kept = await keptFrom(desk, caller, 'session');
  if (kept !== null) return kept;
  return aloneTo(desk, caller, await formOf(desk, caller, { community }));
}

/** A form holds somebody's text: it never goes into a shared message. What they should look at goes to the 1:1 chat. */
export async function privately(desk: Desk, caller: Caller, form: ProblemFormMessage): Promise<Reply> {
  const { place, what } = caller.arrival;
  const isSeenByAll = place !== 'personal' && what.kind === 'pressed' && what.shape === 'submit';
  if (!isSeenByAll) return form;
  const isToBeSeen = form.errors.length > 0 || (form.likelyNames ?? []).length > 0 || form.status === 'new';
  if (isToBeSeen) return aloneTo(desk, caller, form);
  const isReady = form.status !== 'draft' && form.status !== 'withdrawn';
  return { card: 'notice', notice: { kind: 'write-up-saved', isReady, isSuitable: form.verdict?.isSuitable ?? null, ...(form.status === 'shared' && { isShared: true }) } };
}
