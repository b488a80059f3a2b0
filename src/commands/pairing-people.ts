// Whom the coordinator may pair: who takes part in the community, who asked for a buddy, and for pairing by hand everybody in
// its chat. What is known of each for the pairing is looked up when the event is made.

import { daysOf } from '../core/community/buddies.ts';
import type { Community } from '../core/community/community.ts';
import { readersOf } from '../core/community/newcomers.ts';
import { isGuest, type TenantId } from '../core/keys.ts';
import { matchName } from '../core/names.ts';
import type { Refusal } from '../core/notices.ts';
import type { Candidate } from '../core/pairing/events.ts';
import type { Pairing } from '../core/pairing/pairing.ts';
import { blankProfile } from '../core/person/profile.ts';
import type { Person } from '../core/session/session.ts';
import { chatOf, type Desk, memberOf } from './desk.ts';

/** For an event that may be the first the pairing hears. */
export const foundingOf = ({ tenant, conversation, thread, settings }: Community) => ({ tenant, conversation, thread, days: daysOf(settings) });

/** With school and times as they have set them; nothing where they have set nothing. */
export async function candidateOf(desk: Desk, tenant: TenantId, { id, name, teamsId }: Person): Promise<Candidate> {
  const { school, zone, waking, pausedUntil } = (await memberOf(desk, tenant, id))?.profile ?? blankProfile;
  return { id, name, teamsId, school, own: { zone, waking, pausedUntil } };
}

export const candidatesOf = (desk: Desk, { tenant }: Community, people: readonly Person[]): Promise<readonly Candidate[]> =>
  Promise.all(people.map((person) => candidateOf(desk, tenant, person)));

/** Who may be proposed: those who take part, and who asked in; whoever asked to be left out is for the pairing to leave out. */
export function proposable(community: Community, pairing: Pairing | null): readonly Person[] {
  const asked = Object.values(pairing?.people ?? {}).filter(({ is }) => is === 'in').map(({ id, name, teamsId }) => ({ id, name, teamsId }));
  return distinct([...readersOf(community), ...asked]);
}

/** Everybody the bot can tell by name: also those in the chat who never wrote. Null instead of those where Teams does not answer. */
export async function inChat(desk: Desk, { tenant, conversation }: Community): Promise<readonly Person[] | null> {
  const chat = await chatOf(desk, tenant, conversation);
  const members = chat === null ? null : await desk.roster.members(chat);
  return members === null ? null : members.flatMap(({ id, name, teamsId }) => (id === null ? [] : [{ id, name, teamsId }]));
}

const distinct = (people: readonly Person[]): readonly Person[] => [...new Map(people.toReversed().map((person) => [person.id, person])).values()].toReversed().filter(({ id }) => !isGuest(id));

export const everybody = async (desk: Desk, community: Community, pairing: Pairing | null): Promise<readonly Person[]> =>
  distinct([...proposable(community, pairing), ...await inChat(desk, community) ?? []]);

/** The people meant by these names; the first name that is nobody's, or several people's, is asked back. */
export function peopleNamed(names: readonly string[], people: readonly Person[], isAlone: boolean): readonly Person[] | Refusal {
  const found: Person[] = [];
  for (const name of names) {
    const match = matchName(name, people);
    if (match.kind === 'ambiguous') return { reason: 'ambiguous-name', name, matches: match.matches };
    const person = match.kind === 'found' ? people.find(({ id }) => id === match.id) : undefined;
    if (person === undefined) return isAlone ? { reason: 'nobody-called', name } : { reason: 'unknown-name', name };
    found.push(person);
  }
  return found;
}
