// Who came into a chat and who was taken out of it, as Teams tells: of a group chat by itself, of a team as a whole, so that
// it counts for all of its channels this person was seen in. Private and shared channels tell of themselves alone, and only
// where the app was granted to hear it; for those the roster is asked (roster.ts).

import { communityKey, type ConversationId, type PersonId, personKey } from '../core/keys.ts';
import type { Member } from '../core/person/person.ts';
import type { Arrival, Sender } from '../app/arrival.ts';
import { chatOf, communityOf, type Desk, memberOf, problemsOf } from './desk.ts';

type Members = Extract<Arrival['what'], { kind: 'members' }>;

/** Takes in what Teams told; of people nobody here knows, nothing is kept. */
export async function takeMembers(desk: Desk, arrival: Arrival, { came, left }: Members): Promise<void> {
  for (const sender of left) await eachCommunity(desk, arrival, { sender, step: takeLeft });
  for (const sender of came) await eachCommunity(desk, arrival, { sender, step: takeReturn });
}

/** Those a person may ask about alone: where they were seen, the last used first, then those they left but still coordinate. */
export async function communitiesOf(desk: Desk, { tenant, id, communities, formerly, seenAt }: Member): Promise<Member['communities']> {
  const left = await Promise.all(formerly.map(async (conversation) => {
    if ((await communityOf(desk, tenant, conversation))?.coordinator?.id !== id) return [];
    return [{ conversation, name: (await chatOf(desk, tenant, conversation))?.name ?? null, lastAt: seenAt ?? 0 }];
  }));
  return [...communities, ...left.flat()];
}

interface Moving {
  readonly person: PersonId;
  readonly member: Member | null;
  readonly community: ConversationId;
}
type Step = (desk: Desk, arrival: Arrival, moving: Moving) => Promise<void>;

async function eachCommunity(desk: Desk, arrival: Arrival, { sender, step }: { readonly sender: Sender; readonly step: Step }): Promise<void> {
  const person = sender.id ?? await knownBy(desk, arrival, sender.teamsId);
  if (person === null) return;
  const member = await memberOf(desk, arrival.tenant, person);
  const theirs = [...member?.communities.map(({ conversation }) => conversation) ?? [], ...member?.formerly ?? []];
  const ofTeam = await Promise.all(theirs.map(async (each) => (await isOfTeam(desk, arrival, each) ? [each] : [])));
  for (const community of new Set([arrival.conversation, ...ofTeam.flat()])) await step(desk, arrival, { person, member, community });
}

async function isOfTeam(desk: Desk, { tenant, team }: Arrival, conversation: ConversationId): Promise<boolean> {
  return team !== undefined && (await chatOf(desk, tenant, conversation))?.team === team;
}

/** Teams leaves the Entra id out at times; the person may be known here by their Teams id. */
async function knownBy(desk: Desk, { tenant, conversation }: Arrival, teamsId: string): Promise<PersonId | null> {
  const community = await communityOf(desk, tenant, conversation);
  const attended = Object.entries({ ...community?.members, ...community?.former }).find(([, record]) => record?.teamsId === teamsId)?.[0];
  if (community === null || attended !== undefined) return attended as PersonId | undefined ?? null;
  return (await problemsOf(desk, tenant, conversation)).find(({ owner }) => owner.teamsId === teamsId)?.owner.id ?? null;
}

async function takeLeft(desk: Desk, { tenant }: Arrival, { person, member, community }: Moving): Promise<void> {
  if (member !== null) await desk.loop.advance(personKey(tenant, person), 'person', { event: { type: 'left', community } });
  // Somebody who never wrote: only whoever was entered by the chair has a place to lose.
  else if (Object.hasOwn((await communityOf(desk, tenant, community))?.members ?? {}, person)) {
    await desk.loop.advance(communityKey(tenant, community), 'community', { event: { type: 'member-left', person } });
  }
}

async function takeReturn(desk: Desk, { tenant, placeName }: Arrival, { person, member, community }: Moving): Promise<void> {
  if (member !== null && member.formerly.includes(community)) {
    const name = (await chatOf(desk, tenant, community))?.name ?? placeName;
    await desk.loop.advance(personKey(tenant, person), 'person', { event: { type: 'came-back', community, name } });
  } else if (member === null && Object.hasOwn((await communityOf(desk, tenant, community))?.former ?? {}, person)) {
    await desk.loop.advance(communityKey(tenant, community), 'community', { event: { type: 'member-came-back', person } });
  }
}
