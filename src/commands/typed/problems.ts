// `problems`: who is ready, by name; never a text.

import type { Command } from '../command.ts';
import { problemsOf, refusal } from '../desk.ts';

export const problems: Command = {
  name: 'problems',
  where: 'for-community',
  shows: 'readiness',
  run: async (desk, { tenant, community }) => {
    if (community === null) return refusal({ reason: 'no-community' });
    const all = await problemsOf(desk, tenant, community);
    const named = (status: string): readonly string[] => all.filter((each) => each.status === status).map(({ owner }) => owner.name);
    return { card: 'problems', ready: named('ready'), drafting: named('draft') };
  },
};
