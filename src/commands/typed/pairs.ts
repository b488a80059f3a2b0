// `pairs`: who is whose buddy and who waits, for the coordinator alone; `pairs Aisha and Ben` pairs by hand, `pairs break up
// Aisha` asks once more. Typed where others read along, the answer goes to the 1:1 chat.

import { matchName } from '../../core/names.ts';
import { pairOf } from '../../core/pairing/pairing.ts';
import { aloneTo, isReadAlone } from '../alone.ts';
import type { Command } from '../command.ts';
import { type Caller, refusal, type Reply } from '../desk.ts';
import { pairingOf } from '../own-pair.ts';
import { everybody, peopleNamed } from '../pairing-people.ts';
import { type Coordinating, coordinating, pairByHand } from '../pairs-acts.ts';
import { pairsCard, sureCard } from '../pairs-page.ts';
import { namesIn, namesToBreakUp } from '../words.ts';

export const pairs: Command = {
  name: 'pairs',
  aliases: ['buddy pairs', 'buddies'],
  where: 'for-community',
  shows: 'pair-activity',
  run: async (desk, caller, words) => {
    if (caller.community === null) return refusal({ reason: 'no-community' });
    const at = await coordinating(desk, caller, caller.community);
    if ('reason' in at) return refusal(at);
    const names = namesToBreakUp(words, caller);
    if (names !== null) return askToBreakUp(at, names);
    return words.trim() === '' ? aloneTo(desk, caller, await pairsCard(desk, at.community)) : pair(at, namesIn(words, caller));
  },
};

/** The announcement in the chat says it all there. */
async function pair(at: Coordinating, names: readonly string[]): Promise<Reply> {
  const { desk, caller, community } = at;
  const people = peopleNamed(names, await everybody(desk, community, await pairingOf(desk, community, community.conversation)), isReadAlone(caller));
  if ('reason' in people) return refusal(people);
  const no = await pairByHand(at, people);
  if (no !== null) return refusal(no);
  return isHere(caller) ? null : pairsCard(desk, community, { said: { is: 'paired', names: people.map(({ name }) => name) } });
}

const isHere = ({ arrival, community }: Caller): boolean => arrival.conversation === community;

/** Of whichever pair they are in; nothing is done before it is pressed. */
async function askToBreakUp(at: Coordinating, names: readonly string[]): Promise<Reply> {
  const { desk, caller, community } = at;
  const pairing = await pairingOf(desk, community, community.conversation);
  const buddies = Object.values(pairing?.people ?? {}).filter(({ id }) => pairing !== null && pairOf(pairing, id) !== undefined);
  const [name = ''] = names;
  if (name === '') return refusal({ reason: 'name-missing', command: 'pairs break up' });
  const match = matchName(name, buddies);
  if (match.kind === 'ambiguous') return refusal({ reason: 'ambiguous-name', name, matches: match.matches });
  const its = match.kind === 'found' && pairing !== null ? pairOf(pairing, match.id) : undefined;
  if (pairing === null || its === undefined) return refusal(isReadAlone(caller) ? { reason: 'nobody-called', name } : { reason: 'unknown-name', name });
  return aloneTo(desk, caller, await sureCard(desk, community, { pairing, pair: its }));
}
