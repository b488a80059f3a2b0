// What a community has to do with its buddy pairs: the days and hours they go by, who leaves and comes back, and the word
// to its coordinator when somebody waits for a buddy (domain.md 2).

import { personKey } from '../keys.ts';
import { type Effect, moved, type Stepped } from '../machine.ts';
import type { CommunityDays } from '../pair/pair.ts';
import type { Community } from './community.ts';
import { stillCoordinating } from './coordinating.ts';
import type { CommunityEvent, Settings } from './events.ts';
import { tellPairing } from './telling.ts';

export const daysOf = ({ zone, waking, holidays, closed }: Settings): CommunityDays => ({ zone, waking, holidays, closed });

/** The days and hours, where they are others now. */
export function daysTold(before: Settings, after: Community): readonly Effect[] {
  const days = daysOf(after.settings);
  return JSON.stringify(daysOf(before)) === JSON.stringify(days) ? [] : [tellPairing(after, { type: 'days-known', days })];
}

/** Whoever saw to it themselves need not be told. */
export function buddiesWait(community: Community, { names, because, by }: Extract<CommunityEvent, { type: 'buddies-wait' }>): Stepped<Community> {
  const { tenant, conversation, thread, settings } = community;
  const coordinator = stillCoordinating(community);
  if (coordinator === null || coordinator.id === by) return moved(community);
  return moved(community, [{
    do: 'tell', key: personKey(tenant, coordinator.id), kind: 'person', event: {
      type: 'mail', name: coordinator.name, message: { card: 'pairing-news', community: conversation, communityName: null, news: { is: 'waiting', names, because } },
      insteadTo: { community: conversation, thread }, about: { kind: 'pairing', tenant, community: conversation, person: coordinator.id },
      hours: { calendar: daysOf(settings), before: null },
    },
  }]);
}
