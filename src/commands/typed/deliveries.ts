// `deliveries`: what could not be delivered to whom and why, and who was reached, for the coordinator alone (product.md 7). Typed where others
// read along, the answer goes to the 1:1 chat.

import type { Community } from '../../core/community/community.ts';
import { readersOf } from '../../core/community/newcomers.ts';
import { partitionOf, personKey } from '../../core/keys.ts';
import type { DeliveriesMessage } from '../../core/messages.ts';
import type { Command } from '../command.ts';
import { chatOf, communityOf, type Desk, refusal, typedId, zoneOf } from '../desk.ts';

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
    const [closed, reached] = [(await chatOf(desk, tenant, conversation))?.closed ?? null, await reachedOf(desk, community)];
    const report: DeliveriesMessage = { card: 'deliveries', zone: zoneOf(community), items, reached, ...(closed !== null && { chatClosedAt: closed.at }) };
    if (arrival.place === 'personal') return report;
    const mail = { type: 'mail', message: report, name: by.name, insteadTo: { community: conversation, thread: arrival.address.thread } } as const;
    await desk.loop.advance(personKey(tenant, by.id), 'person', { event: mail, eventId: typedId(caller) });
    return { card: 'notice', notice: { kind: 'see-private', name: by.name, teamsId: by.teamsId } };
  },
};

/** Who was not reached first, then whoever was reached longest ago. Of this community's messages: those of others are not its to tell. */
async function reachedOf({ loop }: Desk, community: Community): Promise<NonNullable<DeliveriesMessage['reached']>> {
  const { tenant, conversation } = community;
  const reached = await Promise.all(readersOf(community).map(async ({ id, name }) =>
    ({ name, at: (await loop.parts.documents.load(personKey(tenant, id)))?.doc.reached?.[partitionOf(tenant, conversation)] ?? null })));
  return reached.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0) || a.name.localeCompare(b.name, 'en'));
}
