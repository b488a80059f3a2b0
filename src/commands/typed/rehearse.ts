// `rehearse`, `rehearse <protocol>`: an hour with pretend colleagues in about a minute, in the 1:1 chat; in local mode anywhere.

import { communityKey, sessionId } from '../../core/keys.ts';
import { type Community, defaultSettings } from '../../core/community/community.ts';
import type { Command } from '../command.ts';
import { communityOf, refusal, typedId } from '../desk.ts';
import { inThisChat } from '../rehearsing.ts';
import { askedFor } from './start.ts';
import { statusMessage } from './status.ts';

/** Minutes of the rehearsal to a minute of real time, however fast the service's clock runs. */
const totalRate = 60;

export const rehearse: Command = {
  name: 'rehearse',
  where: 'anywhere',
  run: async (desk, caller, words) => {
    const { tenant, by, arrival, community } = caller;
    if (arrival.place !== 'personal' && desk.clockControl === null) return refusal({ reason: 'rehearse-in-private' });
    const usual = community === null ? null : await communityOf(desk, tenant, community);
    const { protocol, lengthMinutes, zone, language } = usual?.settings ?? defaultSettings;
    const asked = askedFor(words);
    const session = sessionId(desk.random.id(12));
    const outcome = await desk.loop.advance(communityKey(tenant, arrival.conversation), 'community', {
      event: {
        type: 'rehearsal-asked', tenant, conversation: arrival.conversation, by, session, thread: arrival.address.thread,
        protocol: asked.protocol ?? protocol, lengthMinutes: asked.lengthMinutes ?? lengthMinutes, zone, rate: totalRate / desk.clock.rate,
        language: arrival.address.language ?? language,
      },
      eventId: typedId(caller),
    });
    if (outcome.kind === 'refused') return refusal(outcome.refusal);
    const isOpened = (outcome.state as Community).session?.id === session;
    if (isOpened) return { card: 'notice', notice: { kind: 'rehearsal-opens' } };
    return outcome.kind === 'repeated' ? null : statusMessage(desk, inThisChat(caller));
  },
};
