// The buttons of the coordinator's cards of pairs.

import type { Refusal } from '../core/notices.ts';
import type { PersonId } from '../core/keys.ts';
import { personOf } from '../core/pairing/codes.ts';
import type { PairingEvent } from '../core/pairing/events.ts';
import type { Pairing } from '../core/pairing/pairing.ts';
import type { BreakSubmission, ChangeSubmission, PairsSubmission, ProposalSubmission } from '../cards/submissions/pairs-forms.ts';
import { aloneTo } from './alone.ts';
import { type Caller, type Desk, eventIdOf, refusal, type Reply } from './desk.ts';
import { pairingOf } from './own-pair.ts';
import { everybody } from './pairing-people.ts';
import { advance, breakUp, type Coordinating, coordinating, pairByHand, propose, proposalOrPairs } from './pairs-acts.ts';
import { pairsCard, pairsForm, sureCard } from './pairs-page.ts';

export const isPairs = (submission: { readonly verb: string }): submission is PairsSubmission => submission.verb.startsWith('pairs-');

export async function pressPairs(desk: Desk, caller: Caller, submission: PairsSubmission): Promise<Reply> {
  const at = await coordinating(desk, caller, submission.community);
  if ('reason' in at) return refusal(at);
  const reply = await pressed(at, submission);
  return reply === null ? null : aloneTo(desk, caller, reply);
}

async function pressed(at: Coordinating, submission: PairsSubmission): Promise<Reply> {
  const { desk, community } = at;
  switch (submission.verb) {
    case 'pairs-open': return pairsCard(desk, community);
    case 'pairs-more': return pairsCard(desk, community, submission);
    case 'pairs-propose': return propose(at, 'waiting');
    case 'pairs-round': return propose(at, 'everyone');
    case 'pairs-again': return proposeAgain(at);
    case 'pairs-see': return proposalOrPairs(at, null);
    case 'pairs-pick': return pairsForm(desk, community);
    case 'pairs-make': return make(at, submission);
    case 'pairs-break': return askToBreak(at, submission);
    case 'pairs-break-sure': return submission.pair === null ? pairsCard(desk, community) : breakUp(at, await pairingOf(desk, community, community.conversation), submission.pair);
    case 'pairs-announce': return announce(at, submission);
    case 'pairs-discard': return discard(at, submission);
    default: return change(at, submission);
  }
}

/** For the same people as before. */
async function proposeAgain(at: Coordinating): Promise<Reply> {
  const proposal = (await pairingOf(at.desk, at.community, at.community.conversation))?.proposal ?? null;
  return proposal === null ? proposalOrPairs(at, { reason: 'old-proposal', isOver: true }) : propose(at, proposal.whom);
}

async function make(at: Coordinating, { people: codes }: Extract<PairsSubmission, { verb: 'pairs-make' }>): Promise<Reply> {
  const { desk, community } = at;
  const known = await everybody(desk, community, await pairingOf(desk, community, community.conversation));
  const ids = known.map(({ id }) => id);
  const meant = codes.map((code) => personOf(code, ids));
  const people = known.filter(({ id }) => meant.includes(id));
  const no: Refusal | null = meant.includes(null) ? { reason: 'bad-group', fault: 'too-few' } : await pairByHand(at, people);
  return no === null ? pairsCard(desk, community, { said: { is: 'paired', names: people.map(({ name }) => name) } }) : pairsForm(desk, community, { chosen: codes, refusal: no });
}

async function askToBreak({ desk, community }: Coordinating, { pair: id }: BreakSubmission): Promise<Reply> {
  const pairing = await pairingOf(desk, community, community.conversation);
  const pair = pairing?.pairs.find((each) => each.id === id);
  const no: Refusal = { reason: 'bad-group', fault: id === null ? 'which' : 'gone' };
  return pairing === null || pair === undefined ? pairsCard(desk, community, { said: { is: 'refused', refusal: no } }) : sureCard(desk, community, { pairing, pair });
}

/** Pressed again on the same card it is what happened before. */
const onceOnCard = ({ caller }: Coordinating, { verb, community, rev }: ProposalSubmission | ChangeSubmission, ...more: readonly string[]): string =>
  eventIdOf('pairs', caller.by.id, verb, community, rev, ...more);

async function announce(at: Coordinating, submission: ProposalSubmission): Promise<Reply> {
  const before = (await pairingOf(at.desk, at.community, at.community.conversation))?.proposal;
  const become = await advance(at, { type: 'announced', by: at.caller.by, rev: submission.rev }, onceOnCard(at, submission));
  if (become.kind === 'refused') return proposalOrPairs(at, become.refusal);
  return pairsCard(at.desk, at.community, { said: become.kind === 'moved' && before != null ? { is: 'announced', pairCount: before.groups.length } : null });
}

async function discard(at: Coordinating, submission: ProposalSubmission): Promise<Reply> {
  const become = await advance(at, { type: 'discarded', by: at.caller.by, rev: submission.rev }, onceOnCard(at, submission));
  return become.kind === 'refused' ? proposalOrPairs(at, become.refusal) : pairsCard(at.desk, at.community, { said: { is: 'discarded' } });
}

async function change(at: Coordinating, submission: ChangeSubmission): Promise<Reply> {
  const event = changeOf(at, submission, await pairingOf(at.desk, at.community, at.community.conversation));
  if ('reason' in event) return proposalOrPairs(at, event);
  const become = await advance(at, event, onceOnCard(at, submission, submission.person, submission.other));
  return proposalOrPairs(at, become.kind === 'refused' ? become.refusal : null);
}

function changeOf({ caller: { by } }: Coordinating, { verb, rev, person: who, other: whom }: ChangeSubmission, pairing: Pairing | null): PairingEvent | Refusal {
  const ids = Object.values(pairing?.people ?? {}).filter(({ is }) => is === 'in').map(({ id }): PersonId => id);
  const [person, other] = [personOf(who, ids), personOf(whom, ids)];
  if (person === null) return { reason: 'bad-group', fault: 'who' };
  if (verb === 'pairs-leave-out') return { type: 'left-out', by, rev, person };
  if (other === null) return { reason: 'bad-group', fault: 'with-whom' };
  return verb === 'pairs-swap' ? { type: 'swapped', by, rev, one: person, other } : { type: 'put-beside', by, rev, person, beside: other };
}
