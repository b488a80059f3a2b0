// `report`: meetings, attendance and what came of the actions, in numbers; outside the group what may be seen there.

import { partitionOf } from '../../core/keys.ts';
import { readReport } from '../../app/report-reading.ts';
import { sightOf } from '../access.ts';
import type { Command } from '../command.ts';
import { nameOfChat } from '../continuing.ts';
import { communityOf, refusal, zoneOf } from '../desk.ts';

export const report: Command = {
  name: 'report',
  aliases: ['reports', 'figures'],
  where: 'for-community',
  shows: 'attendance',
  run: async (desk, caller) => {
    const { tenant, community, by, arrival } = caller;
    if (community === null) return refusal({ reason: 'no-community' });
    const form = await sightOf(desk, caller, 'outcome-figures') === 'yes' ? 'whole' : 'outside';
    const zone = zoneOf(await communityOf(desk, tenant, community));
    const figures = await readReport(desk.history, { partition: partitionOf(tenant, community), form, zone, now: desk.clock.now() });
    return {
      card: 'report', zone, report: figures, communityName: await nameOfChat(desk, tenant, community), urls: null, outsideUrls: null,
      of: { tenant, conversation: community, reader: arrival.conversation === community ? null : by.id },
    };
  },
};
