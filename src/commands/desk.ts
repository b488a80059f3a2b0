// What commands and buttons work with: the loop and its reads, already narrowed to the caller's tenant and community.

import { createHash } from 'node:crypto';
import { communityKey, conversationKey, type ConversationId, partitionOf, personKey, problemKey, type SessionId, sessionKey, type PersonId, type TenantId } from '../core/keys.ts';
import type { Community } from '../core/community/community.ts';
import { defaultSettings } from '../core/community/community.ts';
import type { Conversation } from '../core/conversation/conversation.ts';
import type { Message } from '../core/messages.ts';
import type { Member } from '../core/person/person.ts';
import type { Problem } from '../core/problem/problem.ts';
import type { Session, Person } from '../core/session/session.ts';
import type { Refusal } from '../core/notices.ts';
import type { Arrival } from '../app/arrival.ts';
import type { Loop } from '../app/loop.ts';
import type { Clock, Directory, History, Random } from '../app/ports.ts';
import type { Log } from '../log.ts';
import type { Roster } from './roster.ts';

/** The clock of local mode, as its command needs it. */
export interface ClockControl {
  setRate(rate: number): Promise<void>;
  /** Moves forward, stopping at each deadline; gives how many there were. */
  runTo(at: number): Promise<number>;
}

export interface Desk {
  readonly loop: Loop;
  readonly history: History;
  readonly clock: Clock;
  readonly random: Random;
  readonly directory: Directory;
  readonly roster: Roster;
  readonly log: Log;
  /** Null outside local mode. */
  readonly clockControl: ClockControl | null;
}

/** Somebody at work in a community: in its chat, or in the 1:1 chat on its behalf. */
export interface Caller {
  readonly arrival: Arrival;
  readonly by: Person;
  readonly tenant: TenantId;
  /** In the 1:1 chat the one last used, unless they chose another; null for someone who belongs to none yet. */
  readonly community: ConversationId | null;
  /** In the 1:1 chat: every community this person was seen in, the last used first; after a choice that one alone. */
  readonly communities: Member['communities'];
}

/** The caller on behalf of `community`; null when they were never seen there: a card's word for it counts for nothing. */
export function onBehalfOf(caller: Caller, community: ConversationId): Caller | null {
  if (caller.arrival.place !== 'personal') return caller.community === community ? caller : null;
  const communities = caller.communities.filter(({ conversation }) => conversation === community);
  return communities.length === 0 ? null : { ...caller, community, communities };
}

/** What to answer; null when the cards of the session say it all. */
export type Reply = Message | null;

export const refusal = (no: Refusal): Message => ({ card: 'notice', notice: { kind: 'refusal', refusal: no } });

async function stateAt<S>(desk: Desk, key: Parameters<Loop['advance']>[0]): Promise<S | null> {
  return ((await desk.loop.parts.documents.load(key))?.doc.state ?? null) as S | null;
}

export const communityOf = (desk: Desk, tenant: TenantId, conversation: ConversationId): Promise<Community | null> =>
  stateAt<Community>(desk, communityKey(tenant, conversation));
/** How a chat is reached, and what Teams has told of it. */
export const chatOf = (desk: Desk, tenant: TenantId, conversation: ConversationId): Promise<Conversation | null> =>
  stateAt<Conversation>(desk, conversationKey(tenant, conversation));
export const memberOf = (desk: Desk, tenant: TenantId, person: PersonId): Promise<Member | null> =>
  stateAt<Member>(desk, personKey(tenant, person));
export const problemOf = (desk: Desk, caller: Caller, community: ConversationId): Promise<Problem | null> =>
  stateAt<Problem>(desk, problemKey(caller.tenant, community, caller.by.id));

/**
 * The session or lobby that is open in the caller's community, or null. Of one split into groups the caller's own group,
 * whichever thread they write in; for somebody in none of them the lobby that was split (product.md 3).
 */
export async function openSession(desk: Desk, caller: Caller): Promise<Session | null> {
  if (caller.community === null) return null;
  const community = await communityOf(desk, caller.tenant, caller.community);
  if (community === null || community.session === null) return null;
  const open = await sessionOf(desk, caller.tenant, { community: caller.community, id: community.session.id });
  const own = open?.status === 'split' ? open.groups.find(({ people }) => people.includes(caller.by.id)) : undefined;
  return own === undefined ? open : await sessionOf(desk, caller.tenant, { community: caller.community, id: own.session }) ?? open;
}

export const sessionOf = (desk: Desk, tenant: TenantId, { community, id }: { readonly community: ConversationId; readonly id: SessionId }): Promise<Session | null> =>
  stateAt<Session>(desk, sessionKey(tenant, community, id));

/** Every write-up of a community. */
export async function problemsOf(desk: Desk, tenant: TenantId, community: ConversationId): Promise<readonly Problem[]> {
  const stored = await desk.loop.parts.documents.list(partitionOf(tenant, community), 'problem');
  return stored.map(({ doc }) => doc.state as Problem);
}

export const zoneOf = (community: Community | null): string => community?.settings.zone ?? defaultSettings.zone;

/** A short name for an event, the same for the same parts. */
export const eventIdOf = (...parts: readonly (string | number | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
/** What somebody typed is one event however often Teams brings it, and however often its community is chosen on one card. */
export function typedId({ arrival, by }: Caller): string {
  const { what, activityId, address } = arrival;
  return eventIdOf('typed', by.id, address.thread, what.kind === 'pressed' ? what.messageId ?? activityId : activityId);
}
