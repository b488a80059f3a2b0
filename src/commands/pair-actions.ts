// What somebody promised in the meetings of their pair, beside what they committed to in sessions: shown to the pair alone,
// answered by its owner, by the sender's identity.

import { type ConversationId, type PairId, pairId, pairKey } from '../core/keys.ts';
import type { ActionShown } from '../core/messages.ts';
import { isOpen, openActions } from '../core/community/actions.ts';
import type { Community } from '../core/community/community.ts';
import { shownOf } from '../core/community/following-up.ts';
import type { Refusal } from '../core/notices.ts';
import type { Pair, PairAction } from '../core/pair/pair.ts';
import { fieldMaxChars } from '../core/problem/write-up.ts';
import { outcomeOf, type OutcomeSubmission } from '../cards/submissions/action-forms.ts';
import { type Caller, type Desk, eventIdOf } from './desk.ts';
import { ownPairIn, pairOf } from './own-pair.ts';

/** Names an action of a pair on cards; those of sessions begin with the session's id. */
const refOf = (pair: PairId, { id }: PairAction): string => `pair/${pair}/${id}`;
const partsOf = (ref: string): readonly [pair: PairId, action: string] | null => {
  const [, pair, action] = /^pair\/([^/]+)\/(.+)$/su.exec(ref) ?? [];
  return pair === undefined || action === undefined ? null : [pairId(pair), action];
};
export const isOfPair = (ref: string): boolean => partsOf(ref) !== null;

/** Open ones of the pair's members, the first due first. */
export function pairActions({ id: pair, members, actions }: Pair): readonly (ActionShown & { readonly ownerId: string })[] {
  const open = actions.filter(({ outcome }) => outcome !== 'done').toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  return open.flatMap((action) => {
    const owner = members.find(({ id }) => id === action.owner);
    const { text, dueOn, outcome, line } = action;
    return owner === undefined ? [] : [{ ref: refOf(pair, action), owner: owner.name, ownerId: owner.id, text, dueOn, outcome, line }];
  });
}

const plain = ({ ownerId: _id, ...shown }: ReturnType<typeof pairActions>[number]): ActionShown => shown;

/** The caller's own, in the pair that they have in a community. */
export async function ownPairActions(desk: Desk, caller: Caller, community: ConversationId): Promise<readonly ActionShown[]> {
  const pair = await ownPairIn(desk, caller, community);
  return pair === null ? [] : pairActions(pair).filter(({ ownerId }) => ownerId === caller.by.id).map(plain);
}

/** All that the members have open, made in the pair or in a session of the community: the caller's own, and the others'. */
export function openOfPair(pair: Pair, community: Community | null, { by }: Caller): { readonly own: readonly ActionShown[]; readonly theirs: readonly ActionShown[] } {
  const isMember = (person: string): boolean => pair.members.some(({ id }) => id === person);
  const ofSessions = community === null ? [] : openActions(community).filter(({ owner }) => isMember(owner));
  const ownOfSessions = community === null ? [] : community.actions.filter((action) => isOpen(action) && action.owner === by.id);
  const ofPair = pairActions(pair);
  return {
    own: [...ofPair.filter(({ ownerId }) => ownerId === by.id).map(plain), ...ownOfSessions.map(shownOf)],
    theirs: [...ofPair.filter(({ ownerId }) => ownerId !== by.id).map(plain), ...ofSessions.filter(({ owner }) => owner !== by.id).map(shownOf)],
  };
}

/** `Done`, `Partly`, `Not yet` of an action of a pair; null once it is saved. */
export async function answerPairAction(desk: Desk, caller: Caller, { verb, community, action: ref, line }: OutcomeSubmission): Promise<Refusal | null> {
  const outcome = outcomeOf[verb];
  const parts = partsOf(ref);
  const pair = parts === null ? null : await pairOf(desk, caller, { community, pair: parts[0] });
  if (parts === null || pair === null) return { reason: 'no-pair' };
  if (line.length > fieldMaxChars) return { reason: 'too-long', what: 'outcome', maxChars: fieldMaxChars, lengthChars: line.length };
  const event = { type: 'action-answered', by: caller.by, action: parts[1], outcome, text: line } as const;
  const eventId = eventIdOf('outcome', caller.by.id, community, ref, outcome, line, caller.arrival.activityId);
  const become = await desk.loop.advance(pairKey(caller.tenant, community, pair.id), 'pair', { event, eventId });
  return become.kind === 'refused' ? become.refusal : null;
}
