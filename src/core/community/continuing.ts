// A community that goes on in a new chat (product.md 2): what the new one takes over, and who may let it. The old one keeps
// working. Only a community that has met is gone on with, and only by one that has not and goes on from none: members are
// never lost, so a circle cannot arise.

import type { ConversationId, PersonId } from '../keys.ts';
import type { Effect } from '../machine.ts';
import { communityKey } from '../keys.ts';
import type { Community } from './community.ts';
import type { Settings } from './events.ts';

/** What is taken over from the community of the chat `from`. */
export interface Continued extends Pick<Community, 'members' | 'actions' | 'nextChair'> {
  readonly from: ConversationId;
}

export const isMember = ({ members }: Community, person: PersonId): boolean => Object.hasOwn(members, person);
const hasMet = ({ members }: Community): boolean => Object.keys(members).length > 0;

/** Whether the chat may still go on from another: while it has had no session of its own, and none is open. */
export const mayContinue = (community: Community | null): boolean =>
  community === null || (!hasMet(community) && community.session === null && community.continues === null);

/** Whether this person may let the community go on elsewhere. */
export const mayBeContinuedBy = (community: Community, person: PersonId): boolean =>
  hasMet(community) && (isMember(community, person) || community.coordinator?.id === person);

export const continuedFrom = ({ conversation, members, actions, nextChair }: Community): Continued =>
  ({ from: conversation, members, actions, nextChair });

/** The old settings as starting values: what was left as the form `shown` had it is taken over, what was changed counts. */
export function settingsFrom(old: Settings, { shown, typed }: { readonly shown: Settings; readonly typed: Settings }): Settings {
  const isLeft = (key: string): boolean => JSON.stringify(typed[key as keyof Settings]) === JSON.stringify(shown[key as keyof Settings]);
  return { ...typed, ...Object.fromEntries(Object.entries(old).filter(([key]) => isLeft(key))) };
}

/** `community` with what it takes over; its predecessor hears of it. */
export function takenOver(community: Community, { from, ...rest }: Continued, told: { readonly by: string; readonly place: string | null }): { readonly state: Community; readonly effects: readonly Effect[] } {
  const effect: Effect = { do: 'tell', key: communityKey(community.tenant, from), kind: 'community', event: { type: 'went-on-elsewhere', ...told } };
  // What comes of an action belongs to the record of its session, which stays where it was held.
  const actions = rest.actions.map((action) => ({ heldIn: from, ...action }));
  return { state: { ...community, ...rest, actions, continues: from }, effects: [effect] };
}
