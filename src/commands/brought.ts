// The write-ups that people bring to a session, with what goes with them: what came of the problem before, which only the
// history knows, and what peers have asked ahead.

import { type ConversationId, partitionOf, type TenantId } from '../core/keys.ts';
import { type Besides, besidesOf, type Brought } from '../core/problem/brought.ts';
import { type CameOf, cameOf } from '../core/problem/came-of.ts';
import type { Problem } from '../core/problem/problem.ts';
import { type Desk, problemsOf } from './desk.ts';

/** Everything that is ready in a community. */
export async function readyOf(desk: Desk, tenant: TenantId, community: ConversationId): Promise<readonly Brought[]> {
  const ready = (await problemsOf(desk, tenant, community)).filter(({ status }) => status === 'ready');
  return Promise.all(ready.map(async (problem) => ({ owner: problem.owner.id, writeUp: problem.writeUp, ...await goesWith(desk, problem) })));
}

export async function goesWith(desk: Desk, problem: Problem): Promise<Besides> {
  return besidesOf({ before: await cameOfBefore(desk, problem), questions: problem.questions });
}

/** The last response to a problem that is brought again; null for a new one, and where its owner committed to nothing. */
export async function cameOfBefore(desk: Desk, { tenant, community, before }: Pick<Problem, 'tenant' | 'community' | 'before'>): Promise<CameOf | null> {
  return before === null ? null : cameOf(await desk.history.ofSession(partitionOf(tenant, community), before.session), before.turn);
}
