// The coordinator's view of the buddy pairs: who has a pair, who meets, who waits, whom messages do not reach and why. Read
// from the pairs' documents, of which it shows activity alone (product.md 7).

import type { Community } from '../core/community/community.ts';
import { partitionOf, type PersonId } from '../core/keys.ts';
import type { PairActivity, PairsFormMessage, PairsMessage, PairsProposalMessage, PairsSaid, PairsSureMessage, ShownGroup } from '../core/messages.ts';
import type { Refusal } from '../core/notices.ts';
import { nextMeetings } from '../core/pair/meetings.ts';
import type { Pair } from '../core/pair/pair.ts';
import { activityOf } from '../core/pair/tally.ts';
import { codesOf } from '../core/pairing/codes.ts';
import { isPaused, namesOf, type Paired, type Pairing, type ProposedGroup } from '../core/pairing/pairing.ts';
import { isSameGroup } from '../core/pairing/regrouping.ts';
import type { Instant } from '../core/time.ts';
import { nameOfChat } from './continuing.ts';
import type { Desk } from './desk.ts';
import { pairingOf } from './own-pair.ts';
import { everybody, inChat } from './pairing-people.ts';

/** As many as a card holds with all that is said of each. */
const pairsPerPage = 24;

/** So many in a row are hardly ever practised alone. */
const lookedAhead = 4;

/** What the community could not deliver that was about pairs, by what it was. */
const isOfPairs = (what: string): boolean => what.startsWith('buddy') || what.startsWith('pair');

const ofCommunity = async (desk: Desk, { tenant, conversation, settings: { zone } }: Community) =>
  ({ community: conversation, communityName: await nameOfChat(desk, tenant, conversation), zone });

export async function pairsCard(desk: Desk, community: Community, { said = null, page = 1 }: { readonly said?: PairsSaid | null; readonly page?: number } = {}): Promise<PairsMessage> {
  const [of, pairing, roster] = await Promise.all([ofCommunity(desk, community), pairingOf(desk, community, community.conversation), inChat(desk, community)]);
  const pairs = pairing?.pairs ?? [];
  const pageCount = Math.max(1, Math.ceil(pairs.length / pairsPerPage));
  const shownPage = Math.min(page, pageCount);
  const shown = pairs.slice((shownPage - 1) * pairsPerPage, shownPage * pairsPerPage);
  const people = Object.values(pairing?.people ?? {});
  const takesPart = new Set<PersonId>(people.filter(({ is }) => is !== 'left').map(({ id }) => id));
  return {
    card: 'pairs', ...of, said, page: shownPage, pageCount, pairCount: pairs.length, pairs: pairing === null ? [] : await activities(desk, pairing, shown),
    waiting: people.flatMap((person) => {
      const { name, waitingSince: since, own } = person;
      return since === null || pairing === null ? [] : [{ name, since, pausedUntil: isPaused(person, pairing, desk.clock.now()) ? own.pausedUntil : null }];
    }),
    out: people.filter(({ is }) => is === 'out').map(({ name }) => name),
    others: roster === null ? null : roster.filter(({ id }) => !takesPart.has(id)).map(({ name }) => name),
    unreached: community.undelivered.toReversed().filter(({ what }) => isOfPairs(what)).map(({ name, why: reason, at }) => ({ name, reason, at })),
    hasProposal: pairing?.proposal != null,
  };
}

async function activities(desk: Desk, pairing: Pairing, pairs: readonly Paired[]): Promise<readonly PairActivity[]> {
  const stored = await desk.loop.parts.documents.list(partitionOf(pairing.tenant, pairing.conversation), 'pair');
  const known = new Map(stored.map(({ doc }) => doc.state as Pair).map((pair) => [pair.id, pair]));
  const now = desk.clock.now();
  return pairs.map(({ id, members, since }) => {
    const pair = known.get(id);
    const paused = members.flatMap((member) => {
      const person = pairing.people[member];
      return person !== undefined && isPaused(person, pairing, now) ? [{ name: person.name, until: person.own.pausedUntil ?? '' }] : [];
    });
    const tally = pair === undefined ? { met: 0, notMet: 0, alone: 0, unanswered: 0, lastMetAt: null } : activityOf(pair, now);
    return { pair: id, names: namesOf(pairing, members), since, isAgreed: pair?.agreement != null, tally, nextAt: nextAtOf(pair, now), paused };
  });
}

/** The next meeting that takes place; null while there is none. */
const nextAtOf = (pair: Pair | undefined, now: Instant): Instant | null =>
  (pair === undefined ? null : nextMeetings(pair, now, lookedAhead).find(({ state }) => state.is === 'standing')?.startsAt ?? null);

/** Null where no proposal is open. */
export async function proposalCard(desk: Desk, community: Community, refusal: Refusal | null = null): Promise<PairsProposalMessage | null> {
  const [of, pairing] = await Promise.all([ofCommunity(desk, community), pairingOf(desk, community, community.conversation)]);
  if (pairing === null || pairing.proposal === null) return null;
  const { rev, whom, groups, leftOut } = pairing.proposal;
  const movable = Object.values(pairing.people).filter(({ is }) => is === 'in').toSorted((a, b) => a.name.localeCompare(b.name));
  const codes = codesOf(movable.map(({ id }) => id));
  return {
    card: 'pairs-proposal', ...of, rev, whom, refusal, groups: groups.map((group) => shownGroup(pairing, group)),
    leftOut: leftOut.map(({ person, why: reason }) => ({ name: pairing.people[person]?.name ?? '', reason, until: reason === 'paused' ? pairing.people[person]?.own.pausedUntil ?? null : null })),
    people: movable.map(({ name }, n) => ({ code: codes[n] ?? '', name })),
  };
}

function shownGroup(pairing: Pairing, { members, pair, reasons }: ProposedGroup): ShownGroup {
  const standing = pairing.pairs.find(({ id }) => id === pair)?.members ?? [];
  const isSame = isSameGroup(standing, members);
  return { names: namesOf(pairing, members), is: isSame ? 'as-it-is' : standing.every((id) => members.includes(id)) && standing.length > 0 ? 'joined' : 'new', reasons };
}

/** `chosen`: as sent with the form before. */
export async function pairsForm(desk: Desk, community: Community, { chosen = [], refusal = null }: { readonly chosen?: readonly string[]; readonly refusal?: Refusal | null } = {}): Promise<PairsFormMessage> {
  const [of, pairing] = await Promise.all([ofCommunity(desk, community), pairingOf(desk, community, community.conversation)]);
  const people = (await everybody(desk, community, pairing)).toSorted((a, b) => a.name.localeCompare(b.name));
  const codes = codesOf(people.map(({ id }) => id));
  return { card: 'pairs-form', ...of, people: people.map(({ name }, n) => ({ code: codes[n] ?? '', name })), chosen, refusal };
}

export async function sureCard(desk: Desk, community: Community, { pairing, pair: { id, members } }: { readonly pairing: Pairing; readonly pair: Paired }): Promise<PairsSureMessage> {
  return { card: 'pairs-sure', ...await ofCommunity(desk, community), pair: id, names: namesOf(pairing, members) };
}
