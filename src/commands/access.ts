// The door to what a community keeps: whoever asks is placed by their identity and what is stored, and the table of who
// sees what decides (core/access.ts). Typed commands and presses come through here before anything is read.

import { maySee, type Place, type Role, rolesOf, type Sight, type Thing } from '../core/access.ts';
import { type ConversationId, personKey } from '../core/keys.ts';
import { newCommunity } from '../core/community/community.ts';
import { whoCoordinates } from '../core/community/coordinating.ts';
import type { Member } from '../core/person/person.ts';
import { type Caller, chatOf, communityOf, type Desk, memberOf, refusal, type Reply } from './desk.ts';

/** Every role of the caller in a community, as far as what is stored tells. In its own chat they are a member: Teams lets nobody else write there. */
export const standingIn = ({ tenant, by, arrival }: Caller, place: Place, known: Member | null): readonly Role[] =>
  rolesOf({ tenant, person: by.id, isInChat: arrival.conversation === place.conversation, known }, place);

/** The same, with the roster asked about a member who asks from elsewhere; one who is gone is stored so. */
export async function rolesIn(desk: Desk, caller: Caller, conversation: ConversationId): Promise<readonly Role[]> {
  const { tenant, by, arrival } = caller;
  const [community, known] = await Promise.all([communityOf(desk, tenant, conversation), memberOf(desk, tenant, by.id)]);
  const place = community ?? newCommunity(tenant, conversation);
  const roles = standingIn(caller, place, known);
  if (!roles.includes('member') || arrival.conversation === conversation || !await isGone(desk, caller, conversation)) return roles;
  const { state } = await desk.loop.advance(personKey(tenant, by.id), 'person', { event: { type: 'left', community: conversation } });
  return standingIn(caller, place, state as Member | null);
}

/** The roster no longer names them. */
async function isGone(desk: Desk, { tenant, by }: Caller, conversation: ConversationId): Promise<boolean> {
  const chat = await chatOf(desk, tenant, conversation);
  return chat !== null && await desk.roster.has(chat, by) === false;
}

/** What the caller sees of a thing of the community they ask for. */
export async function sightOf(desk: Desk, caller: Caller, thing: Thing): Promise<Sight> {
  return caller.community === null ? 'no' : maySee(thing, ...await rolesIn(desk, caller, caller.community));
}

/** Null for somebody who sees at least figures of it; else who may. */
export async function keptFrom(desk: Desk, caller: Caller, thing: Thing): Promise<Reply> {
  if (caller.community === null || await sightOf(desk, caller, thing) !== 'no') return null;
  if (maySee(thing, 'member') !== 'no') return refusal({ reason: 'not-yours-to-see', who: 'members' });
  // Whoever belongs there may know who does.
  const isMember = (await rolesIn(desk, caller, caller.community)).includes('member');
  return refusal(isMember ? whoCoordinates(await communityOf(desk, caller.tenant, caller.community)) : { reason: 'not-yours-to-see', who: 'coordinator' });
}
