// Somebody who was taken out of the chat of a community, or is in it again: what they may see of it, and whether it
// writes to them, follows from here (core/access.ts). The community itself learns it too.

import type { Instant } from '../time.ts';
import { communityKey, type ConversationId } from '../keys.ts';
import { type Effect, moved, refused, type Stepped } from '../machine.ts';
import type { Member } from './person.ts';

/** As many as the communities that are remembered. */
const keptFormerly = 20;

export type GoingEvent = { readonly type: 'left'; readonly community: ConversationId };
export type ComingEvent = { readonly type: 'came-back'; readonly community: ConversationId; readonly name: string | null };

export const hasLeft = ({ formerly }: Member, community: ConversationId): boolean => formerly.includes(community);

/** Told twice is once. Whoever is not known at all has nothing to lose; their community hears of it by itself. */
export function leave(member: Member | null, { community }: GoingEvent): Stepped<Member> {
  if (member === null) return refused({ reason: 'no-community' });
  if (hasLeft(member, community)) return moved(member);
  const communities = member.communities.filter(({ conversation }) => conversation !== community);
  return moved<Member>({ ...member, communities, formerly: [...member.formerly, community].slice(-keptFormerly) }, [told(member, community, 'member-left')]);
}

/** Only of somebody who had left; everybody else is known when they write there. Their place is behind those they use. */
export function comeBack(member: Member | null, { community, name }: ComingEvent, at: Instant): Stepped<Member> {
  if (member === null) return refused({ reason: 'no-community' });
  if (!hasLeft(member, community)) return moved(member);
  const communities = [...member.communities, { conversation: community, name, lastAt: at }];
  return moved<Member>({ ...member, communities, formerly: without(member, community) }, [told(member, community, 'member-came-back')]);
}

/** Who writes in the chat of a community is in it, whatever was heard before. */
export const backByWriting = (member: Member, community: ConversationId | undefined): { readonly formerly: Member['formerly']; readonly effects: readonly Effect[] } =>
  (community === undefined || !hasLeft(member, community) ? { formerly: member.formerly, effects: [] }
    : { formerly: without(member, community), effects: [told(member, community, 'member-came-back')] });

const without = ({ formerly }: Member, community: ConversationId): Member['formerly'] => formerly.filter((each) => each !== community);

const told = ({ tenant, id }: Member, community: ConversationId, type: 'member-left' | 'member-came-back'): Effect =>
  ({ do: 'tell', key: communityKey(tenant, community), kind: 'community', event: { type, person: id } });
