// `start`: opens the lobby; while one is open, shows it. `start <protocol>` picks another protocol, and
// `start <protocol> <minutes>` its length too.

import { communityKey, sessionId } from '../../core/keys.ts';
import type { Community } from '../../core/community/community.ts';
import type { Command } from '../command.ts';
import { refusal, typedId } from '../desk.ts';
import { statusMessage } from './status.ts';

/** `tuning 80` and `80` name a length in minutes; what is left is a protocol. */
export function askedFor(words: string): { readonly protocol: string | null; readonly lengthMinutes: number | null } {
  const [, name = '', minutes] = /^(.*?)\s*(?:(?<!\S)(\d{1,3})(?:\s*min(?:utes?)?)?)?$/i.exec(words.trim()) ?? [null, words.trim()];
  return { protocol: name === '' ? null : name.toLowerCase(), lengthMinutes: minutes === undefined ? null : Number(minutes) };
}

export const start: Command = {
  name: 'start',
  where: 'in-community',
  run: async (desk, caller, words) => {
    const { tenant, community, by, arrival } = caller;
    if (community === null) return refusal({ reason: 'community-only' });
    const session = sessionId(desk.random.id(12));
    const outcome = await desk.loop.advance(communityKey(tenant, community), 'community', {
      event: { type: 'session-asked', tenant, conversation: community, by, session, thread: arrival.address.thread, ...askedFor(words), language: arrival.address.language },
      eventId: typedId(caller),
    });
    if (outcome.kind === 'refused') return refusal(outcome.refusal);
    const isOpened = (outcome.state as Community).session?.id === session;
    return isOpened || outcome.kind === 'repeated' ? null : statusMessage(desk, caller);
  },
};
