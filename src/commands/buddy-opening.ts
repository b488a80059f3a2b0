// The ways to one's own pair and out of it: the page, the form where nothing is agreed yet, leaving, looking for a buddy.

import { type ConversationId, pairingKey } from '../core/keys.ts';
import type { PairOrigin } from '../core/messages.ts';
import { othersOf } from '../core/pair/members.ts';
import type { PairingEvent } from '../core/pairing/events.ts';
import { newCommunity } from '../core/community/community.ts';
import { keptFrom } from './access.ts';
import { aloneTo } from './alone.ts';
import { formOf } from './buddy-form.ts';
import { type Besides, noPair, pageOf } from './buddy-page.ts';
import { type Caller, communityOf, type Desk, onBehalfOf, refusal, type Reply } from './desk.ts';
import { ownPairIn, pairOf } from './own-pair.ts';
import { candidateOf, foundingOf } from './pairing-people.ts';

/** The page of the caller's pair in `community`, the form where nothing is agreed yet, or why there is no pair. */
export async function buddyFor(desk: Desk, caller: Caller, { community, ...besides }: Besides & { readonly community: ConversationId }): Promise<Reply> {
  const pair = await ownPairIn(desk, caller, community);
  if (pair === null) return aloneTo(desk, caller, await noPair(desk, caller, { community }));
  const { agreement } = pair;
  return aloneTo(desk, caller, agreement === null ? await formOf(desk, caller, { pair }) : await pageOf(desk, caller, { pair: { ...pair, agreement }, ...besides }));
}

/** `Open my buddy page`, on a shared card or one of the community `named`. */
export async function openBuddy(desk: Desk, asking: Caller, { community: named, isMore }: { readonly community: ConversationId | null; readonly isMore: boolean }): Promise<Reply> {
  const caller = named === null ? asking : onBehalfOf(asking, named);
  if (caller === null || caller.community === null) return refusal({ reason: 'no-community' });
  return await keptFrom(desk, caller, 'pairs') ?? buddyFor(desk, caller, { community: caller.community, isMore });
}

/** Asks once more. */
export async function askToLeave(desk: Desk, caller: Caller, ofPair: PairOrigin): Promise<Reply> {
  const pair = await pairOf(desk, caller, ofPair);
  return pair === null ? refusal({ reason: 'no-pair' }) : aloneTo(desk, caller, { card: 'buddy-leave', ofPair, others: othersOf(pair, caller.by.id).map(({ name }) => name) });
}

/** The others, and the coordinator, are told by the pairing. */
export async function leavePair(desk: Desk, caller: Caller, ofPair: PairOrigin): Promise<Reply> {
  const pair = await pairOf(desk, caller, ofPair);
  if (pair === null) return refusal({ reason: 'no-pair' });
  const no = await advance(desk, caller, { community: ofPair.community, event: { type: 'broken-up', by: caller.by, pair: pair.id } });
  return no ?? aloneTo(desk, caller, await noPair(desk, caller, { community: ofPair.community, done: 'left' }));
}

/** `Find me a buddy` and `Leave me out`, for oneself. */
export async function takePart(desk: Desk, asking: Caller, { community, isIn }: { readonly community: ConversationId; readonly isIn: boolean }): Promise<Reply> {
  const caller = onBehalfOf(asking, community);
  if (caller === null) return refusal({ reason: 'no-community' });
  const kept = await keptFrom(desk, caller, 'pairs');
  if (kept !== null) return kept;
  const no = await advance(desk, caller, { community, event: await asked(desk, caller, { community, isIn }) });
  return no ?? aloneTo(desk, caller, await noPair(desk, caller, { community, done: isIn ? 'joined' : 'out' }));
}

async function asked(desk: Desk, { tenant, by }: Caller, { community, isIn }: { readonly community: ConversationId; readonly isIn: boolean }): Promise<PairingEvent> {
  const known = await communityOf(desk, tenant, community) ?? newCommunity(tenant, community);
  if (!isIn) return { type: 'asked-out', ...foundingOf(known), by };
  return { type: 'asked-in', ...foundingOf(known), person: await candidateOf(desk, tenant, by) };
}

/** Null once it has happened, else why not. */
async function advance(desk: Desk, { tenant }: Caller, { community, event }: { readonly community: ConversationId; readonly event: PairingEvent }): Promise<Reply> {
  const outcome = await desk.loop.advance(pairingKey(tenant, community), 'pairing', { event });
  return outcome.kind === 'refused' ? refusal(outcome.refusal) : null;
}
