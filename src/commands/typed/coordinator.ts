// `coordinator <name>`: passes on the coordinator's part.

import { communityKey } from '../../core/keys.ts';
import type { Command } from '../command.ts';
import { refusal, typedId } from '../desk.ts';
import { namedMember } from '../named-member.ts';

export const coordinator: Command = {
  name: 'coordinator',
  where: 'in-community',
  run: async (desk, caller, words) => {
    const { tenant, community, by } = caller;
    if (community === null) return refusal({ reason: 'community-only' });
    if (words === '') return refusal({ reason: 'name-missing', command: 'coordinator' });
    const person = await namedMember(desk, caller, words);
    const event = { type: 'coordinator-given', by, name: words, person } as const;
    const outcome = await desk.loop.advance(communityKey(tenant, community), 'community', { event, eventId: typedId(caller) });
    if (outcome.kind === 'refused') return refusal(outcome.refusal);
    return outcome.kind === 'moved' && outcome.answer !== null ? { card: 'notice', notice: outcome.answer } : null;
  },
};
