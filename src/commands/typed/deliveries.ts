// `deliveries`: what could not be delivered to whom and why, for the coordinator alone (product.md 7). Typed where others
// read along, the answer goes to the 1:1 chat.

import { personKey } from '../../core/keys.ts';
import type { DeliveriesMessage } from '../../core/messages.ts';
import type { Command } from '../command.ts';
import { communityOf, refusal, typedId, zoneOf } from '../desk.ts';

export const deliveries: Command = {
  name: 'deliveries',
  aliases: ['delivery report'],
  where: 'for-community',
  shows: 'delivery-report',
  run: async (desk, caller) => {
    const { tenant, community: conversation, by, arrival } = caller;
    const community = conversation === null ? null : await communityOf(desk, tenant, conversation);
    if (conversation === null || community === null) return refusal({ reason: 'no-community' });
    const items = community.undelivered.toReversed().map(({ name, what, why: reason, at }) => ({ name, what, reason, at }));
    const report: DeliveriesMessage = { card: 'deliveries', zone: zoneOf(community), items };
    if (arrival.place === 'personal') return report;
    const mail = { type: 'mail', message: report, name: by.name, insteadTo: { community: conversation, thread: arrival.address.thread } } as const;
    await desk.loop.advance(personKey(tenant, by.id), 'person', { event: mail, eventId: typedId(caller) });
    return { card: 'notice', notice: { kind: 'see-private', name: by.name, teamsId: by.teamsId } };
  },
};
