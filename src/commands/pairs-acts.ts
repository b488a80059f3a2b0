// What the coordinator does with pairs, typed or pressed: propose, change, announce, pair by hand, break up. Who coordinates
// is decided from the sender's identity; every answer is for them alone.

import { maySee } from '../core/access.ts';
import type { Community } from '../core/community/community.ts';
import { whoCoordinates } from '../core/community/coordinating.ts';
import { type ConversationId, pairingKey, type PairId } from '../core/keys.ts';
import type { Refusal } from '../core/notices.ts';
import type { PairingEvent } from '../core/pairing/events.ts';
import { namesOf, type Pairing, type Proposal } from '../core/pairing/pairing.ts';
import type { Person } from '../core/session/session.ts';
import type { Outcome } from '../app/commit.ts';
import { rolesIn } from './access.ts';
import { type Caller, communityOf, type Desk, eventIdOf, refusal, type Reply } from './desk.ts';
import { pairingOf } from './own-pair.ts';
import { candidatesOf, foundingOf, proposable } from './pairing-people.ts';
import { pairsCard, proposalCard } from './pairs-page.ts';

/** Somebody who coordinates a community, at work there. */
export interface Coordinating {
  readonly desk: Desk;
  readonly caller: Caller;
  readonly community: Community;
}

/** The same for who may; else who does, told to members alone. */
export async function coordinating(desk: Desk, caller: Caller, conversation: ConversationId): Promise<Coordinating | Refusal> {
  const [community, roles] = await Promise.all([communityOf(desk, caller.tenant, conversation), rolesIn(desk, caller, conversation)]);
  if (community === null) return { reason: 'no-community' };
  if (maySee('pair-activity', ...roles) === 'yes') return { desk, caller, community };
  return roles.includes('member') ? whoCoordinates(community) : { reason: 'no-community' };
}

export const advance = ({ desk, community: { tenant, conversation } }: Coordinating, event: PairingEvent, eventId: string): Promise<Outcome> =>
  desk.loop.advance(pairingKey(tenant, conversation), 'pairing', { event, eventId });

/** Where it is typed in the community, there it is announced. */
const founding = ({ caller: { arrival }, community }: Coordinating) =>
  ({ ...foundingOf(community), ...(arrival.conversation === community.conversation && { thread: arrival.address.thread }) });

/** Once for each time it is typed or pressed, however often Teams brings it. */
export const onceOf = ({ caller }: Coordinating, ...parts: readonly (string | number)[]): string =>
  eventIdOf('pairs', caller.by.id, caller.arrival.activityId, ...parts);

/** Another seed each time, since every proposal counts. */
export async function propose(at: Coordinating, whom: Proposal['whom']): Promise<Reply> {
  const { desk, community, caller: { by } } = at;
  const pairing = await pairingOf(desk, community, community.conversation);
  const people = await candidatesOf(desk, community, proposable(community, pairing));
  const become = await advance(at, { type: 'proposed', ...founding(at), by, people, whom, seed: (pairing?.rev ?? 0) + 1 }, onceOf(at, whom));
  return become.kind === 'refused' ? refusal(become.refusal) : proposalOrPairs(at, null);
}

/** The proposal as it stands; the pairs where there is none any more. */
export async function proposalOrPairs({ desk, community }: Coordinating, no: Refusal | null): Promise<Reply> {
  return await proposalCard(desk, community, no) ?? pairsCard(desk, community, { said: no === null ? null : { is: 'refused', refusal: no } });
}

/** Gives the refusal, where it cannot be. */
export async function pairByHand(at: Coordinating, people: readonly Person[]): Promise<Refusal | null> {
  const { desk, community, caller: { by } } = at;
  const become = await advance(at, { type: 'paired-by-hand', ...founding(at), by, people: await candidatesOf(desk, community, people) }, onceOf(at, 'by-hand'));
  return become.kind === 'refused' ? become.refusal : null;
}

export async function breakUp(at: Coordinating, pairing: Pairing | null, pair: PairId): Promise<Reply> {
  const { desk, community, caller: { by } } = at;
  const names = pairing === null ? [] : namesOf(pairing, pairing.pairs.find(({ id }) => id === pair)?.members ?? []);
  // An id is never given twice, so that this is done once whoever presses how often.
  const become = await advance(at, { type: 'broken-up', by, pair, isWhole: true }, eventIdOf('pairs-break', by.id, community.conversation, pair));
  return pairsCard(desk, community, { said: become.kind === 'refused' ? { is: 'refused', refusal: become.refusal } : names.length === 0 ? null : { is: 'broken-up', names } });
}
