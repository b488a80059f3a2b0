// A proposal: who would be whose buddy and why, who would not and why. It is worked out once, then changed by hand as often
// as the coordinator likes; nobody else sees it before it is announced (product.md 6). Nobody is left out without a reason.

import type { PersonId } from '../keys.ts';
import { type Moved, moved, type Refused, refused } from '../machine.ts';
import type { Instant } from '../time.ts';
import type { PairingEvent } from './events.ts';
import { matched } from './matching.ts';
import { type Buddy, isIn, isPaused, type LeftOut, type Pairing, pairOf, type Proposal, type ProposedGroup } from './pairing.ts';
import { noted, settled } from './people.ts';
import { reasonsOf } from './reasons.ts';
import { goesOnAs, isSameGroup, pairsWithout, regrouped, togetherOnce } from './regrouping.ts';

type Of<T extends PairingEvent['type']> = Extract<PairingEvent, { type: T }>;
type Groups = readonly (readonly PersonId[])[];
type Result = Moved<Pairing> | Refused;

/** By the order of aims (domain.md 2), among all who are in and do not pause. */
export function propose(before: Pairing, { by, people, whom, seed }: Of<'proposed'>, at: Instant): Result {
  const pairing = settled(people.reduce((known, each) => noted(known, each, at), before), at);
  const isFree = (person: Buddy): boolean => !isPaused(person, pairing, at) && (whom === 'everyone' || pairOf(pairing, person.id) === undefined);
  const { groups } = matched({
    people: Object.values(pairing.people).filter(({ is }) => is === 'in').map((person) => ({ id: person.id, school: person.school, isFree: isFree(person) })),
    past: togetherOnce(pairing, at), standing: whom === 'everyone' ? [] : pairing.pairs.map(({ members }) => members), seed,
  });
  const proposal: Proposal = { rev: pairing.rev, whom, seed, by, groups: [], leftOut: [] };
  return moved(proposed({ ...pairing, proposal }, { groups: groups.map(({ members }) => members), out: [], isByHand: false }, at));
}

interface Draft {
  readonly groups: Groups;
  /** Whom the coordinator left out. */
  readonly out: readonly PersonId[];
  /** Groups that were not there before are the coordinator's. */
  readonly isByHand: boolean;
}

/** The proposal as a draft makes it, under a new revision. Unchanged where there is none. */
function proposed(pairing: Pairing, draft: Draft, at: Instant): Pairing {
  const { proposal } = pairing;
  if (proposal === null) return pairing;
  const rev = pairing.rev + 1;
  const stands = (members: readonly PersonId[]): boolean => pairing.pairs.some((pair) => isSameGroup(pair.members, members));
  // Where only those who wait are matched, a pair that stays as it is needs no word.
  const groups = draft.groups.filter((members) => members.length > 1 && (proposal.whom === 'everyone' || !stands(members)));
  const then = regrouped(pairing, { groups, others: proposal.whom === 'everyone' ? 'end' : 'stay' }, at);
  const leftOut = Object.values(pairing.people).flatMap((person): readonly LeftOut[] => {
    if (person.is === 'left' || pairOf(then, person.id) !== undefined) return [];
    return [{ person: person.id, why: whyOut(person, { pairing, out: draft.out, at }) }];
  });
  return { ...pairing, rev, proposal: { ...proposal, rev, groups: groups.map((members) => groupOf(pairing, members, { isByHand: draft.isByHand, at })), leftOut } };
}

function whyOut(person: Buddy, { pairing, out, at }: { readonly pairing: Pairing; readonly out: readonly PersonId[]; readonly at: Instant }): LeftOut['why'] {
  if (person.is === 'out') return 'out';
  if (out.includes(person.id)) return 'by-hand';
  return isPaused(person, pairing, at) ? 'paused' : 'alone';
}

/** A group that was there already keeps its reasons. */
function groupOf(pairing: Pairing, members: readonly PersonId[], { isByHand, at }: { readonly isByHand: boolean; readonly at: Instant }): ProposedGroup {
  const before = pairing.proposal?.groups.find((group) => isSameGroup(group.members, members));
  const reasons = before?.reasons ?? [...reasonsOf(pairing, members, at), ...(isByHand ? [{ is: 'by-hand' } as const] : [])];
  return { members, pair: goesOnAs(pairing.pairs, members)?.id ?? null, reasons };
}

/** What is proposed, and where only those who wait are matched the pairs that stay beside it: they may be changed too. */
function draftOf({ pairs }: Pairing, { groups, leftOut, whom }: Proposal): Draft {
  const proposedGroups = groups.map(({ members }) => members);
  const standing = whom === 'everyone' ? [] : pairsWithout(pairs, proposedGroups.flat()).map(({ members }) => members);
  return { groups: [...proposedGroups, ...standing], out: leftOut.filter(({ why }) => why === 'by-hand').map(({ person }) => person), isByHand: true };
}

/** The open proposal, if it is the one the card was drawn from. */
function ofCard({ proposal }: Pairing, { rev }: { readonly rev: number }): Proposal | Refused {
  return proposal?.rev === rev ? proposal : refused({ reason: 'old-proposal', isOver: proposal === null });
}

/** The two change places; one who is left out comes in for the other. */
export function swap(pairing: Pairing, event: Of<'swapped'>, at: Instant): Result {
  const proposal = ofCard(pairing, event);
  if ('kind' in proposal) return proposal;
  const { one, other } = event;
  const draft = draftOf(pairing, proposal);
  const [from, to] = [one, other].map((id) => draft.groups.find((members) => members.includes(id)));
  if (from === to || !isIn(pairing, one) || !isIn(pairing, other)) return refused({ reason: 'bad-group', fault: 'same' });
  const groups = draft.groups.map((members) => members.map((id) => (id === one ? other : id === other ? one : id)));
  const isOut = (id: PersonId): boolean => !groups.flat().includes(id);
  return moved(proposed(pairing, { groups, out: [...draft.out, one, other].filter(isOut), isByHand: true }, at));
}

/** Their place stays empty; one who would be alone then waits too, which the card says. */
export function leaveOut(pairing: Pairing, event: Of<'left-out'>, at: Instant): Result {
  const proposal = ofCard(pairing, event);
  if ('kind' in proposal) return proposal;
  if (!proposal.groups.some(({ members }) => members.includes(event.person))) return refused({ reason: 'bad-group', fault: 'not-in' });
  const { groups, out } = draftOf(pairing, proposal);
  return moved(proposed(pairing, { groups: without(groups, [event.person]), out: [...out, event.person], isByHand: true }, at));
}

/** Into the group of somebody else, or of the pair that they are in; beside one who is alone as well that is a new pair. */
export function putBeside(pairing: Pairing, event: Of<'put-beside'>, at: Instant): Result {
  const proposal = ofCard(pairing, event);
  if ('kind' in proposal) return proposal;
  const { person, beside } = event;
  const { groups, out } = draftOf(pairing, proposal);
  const target = groups.find((members) => members.includes(beside)) ?? [beside];
  if (target.includes(person) || !isIn(pairing, person) || !isIn(pairing, beside)) return refused({ reason: 'bad-group', fault: 'same' });
  if (target.length > 2) return refused({ reason: 'bad-group', fault: 'too-many' });
  const others = without(groups.filter((members) => members !== target), [person]);
  return moved(proposed(pairing, { groups: [...others, [...target, person]], out: out.filter((id) => id !== person && id !== beside), isByHand: true }, at));
}

export function discard(pairing: Pairing, event: Of<'discarded'>): Result {
  const proposal = ofCard(pairing, event);
  return 'kind' in proposal ? proposal : moved(dropped(pairing));
}

/** What stands in the proposal, for its announcement. */
export function toAnnounce(pairing: Pairing, event: Of<'announced'>): Proposal | Refused {
  const proposal = ofCard(pairing, event);
  if ('kind' in proposal) return proposal;
  return proposal.groups.length === 0 ? refused({ reason: 'bad-group', fault: 'nobody' }) : proposal;
}

export const dropped = (pairing: Pairing): Pairing => (pairing.proposal === null ? pairing : { ...pairing, proposal: null, rev: pairing.rev + 1 });

const without = (groups: Groups, people: readonly PersonId[]): Groups => groups.map((members) => members.filter((id) => !people.includes(id)));

/** The open proposal after something else has happened: whoever left, or has a buddy by now (`placed`), is in no group of it any more. */
export function refitted(pairing: Pairing, placed: readonly PersonId[], at: Instant): Pairing {
  const { proposal } = pairing;
  if (proposal === null) return pairing;
  const { groups, out } = draftOf(pairing, proposal);
  const kept = without(groups, [...placed, ...groups.flat().filter((id) => !isIn(pairing, id))]);
  const next = proposed(pairing, { groups: kept, out, isByHand: false }, at);
  const isSame = JSON.stringify({ ...next.proposal, rev: proposal.rev }) === JSON.stringify(proposal);
  return isSame ? pairing : next;
}
