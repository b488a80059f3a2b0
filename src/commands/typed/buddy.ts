// `buddy`: one's own pair; in a community no more than when it meets, and the door to one's own page.

import { buddyFor } from '../buddy-opening.ts';
import { sharedPage } from '../buddy-page.ts';
import type { Command } from '../command.ts';
import { refusal } from '../desk.ts';

export const buddy: Command = {
  name: 'buddy',
  aliases: ['my buddy', 'buddy pair', 'my pair'],
  where: 'for-community',
  shows: 'pairs',
  run: async (desk, caller) => {
    const { arrival, community } = caller;
    if (community === null) return refusal({ reason: 'no-community' });
    return arrival.place === 'personal' ? buddyFor(desk, caller, { community }) : sharedPage(desk, caller, community);
  },
};
