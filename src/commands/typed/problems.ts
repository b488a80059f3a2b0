// `problems`: who is ready, by name; never a text.

import { hasGone } from '../../core/community/membership.ts';
import { readersOf } from '../../core/community/newcomers.ts';
import type { Command } from '../command.ts';
import { communityOf, problemsOf, refusal } from '../desk.ts';

export const problems: Command = {
  name: 'problems',
  where: 'for-community',
  shows: 'readiness',
  run: async (desk, { tenant, community }) => {
    if (community === null) return refusal({ reason: 'no-community' });
    const [known, written] = await Promise.all([communityOf(desk, tenant, community), problemsOf(desk, tenant, community)]);
    // Whoever left the chat is waited for no more.
    const all = written.filter(({ owner }) => known === null || !hasGone(known, owner.id));
    const named = (status: string): readonly string[] => all.filter((each) => each.status === status).map(({ owner }) => owner.name);
    const writes = new Set(all.filter(({ status }) => status !== 'discussed').map(({ owner }) => owner.id));
    const others = known === null ? [] : readersOf(known).filter(({ id }) => !writes.has(id)).map(({ name }) => name);
    return { card: 'problems', ready: named('ready'), drafting: named('draft'), waiting: others };
  },
};
