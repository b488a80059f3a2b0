// The pair of whoever asks. Whether somebody is in a pair is read from the pair itself, by the sender's identity: what a
// card says of it counts for nothing.

import { type ConversationId, type Key, pairingKey, pairKey } from '../core/keys.ts';
import type { PairOrigin } from '../core/messages.ts';
import type { Pair } from '../core/pair/pair.ts';
import type { Pairing } from '../core/pairing/pairing.ts';
import type { Caller, Desk } from './desk.ts';

const stateAt = async <S>(desk: Desk, key: Key): Promise<S | null> => ((await desk.loop.parts.documents.load(key))?.doc.state ?? null) as S | null;

/** Who is whose buddy in a community; null before anybody was. */
export const pairingOf = (desk: Desk, { tenant }: Pick<Caller, 'tenant'>, community: ConversationId): Promise<Pairing | null> =>
  stateAt<Pairing>(desk, pairingKey(tenant, community));

/** The pair that a card names; null unless the caller is in it, and it still is one. */
export async function pairOf(desk: Desk, { tenant, by }: Caller, { community, pair: id }: PairOrigin): Promise<Pair | null> {
  const pair = await stateAt<Pair>(desk, pairKey(tenant, community, id));
  return pair === null || pair.endedAt !== null || !pair.members.some((member) => member.id === by.id) ? null : pair;
}

/** The caller's own pair in a community; null where they have none. */
export async function ownPairIn(desk: Desk, caller: Caller, community: ConversationId): Promise<Pair | null> {
  const pairing = await pairingOf(desk, caller, community);
  const own = pairing?.pairs.find(({ members }) => members.includes(caller.by.id));
  return own === undefined ? null : pairOf(desk, caller, { community, pair: own.id });
}
