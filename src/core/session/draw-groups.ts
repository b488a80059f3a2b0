// The cards about groups: the offer to stay together and what became of it, and the first message of a group's thread.

import type { GroupShown, GroupsMessage, Message } from '../messages.ts';
import type { PersonId } from '../keys.ts';
import type { Split } from './group.ts';
import { carriedOver, type Grouped, groupsOf, groupsOffered } from './grouping.ts';
import { hasTurn, isIn, nameOf } from './people.ts';
import type { Ended, Live, Lobby, Participant, Session } from './session.ts';
import { isThreaded } from './splitting.ts';

/** How a meeting goes on with many problems, before its start and after it. */
export function drawGroups(session: Session): GroupsMessage {
  const base = { card: 'groups', origin: { session: session.id, rev: session.rev }, isThreaded: isThreaded(session), isOfMembers: session.protocol.per === 'each-member' } as const;
  if (session.status === 'split') {
    const problemCount = session.people.filter((someone) => hasTurn(session, someone)).length;
    return { ...base, state: session.endedAt === null ? 'started' : 'over', problemCount, groupCount: session.groups.length, groups: groupsIn(session), carriedOver: [] };
  }
  if (session.status === 'cancelled') return { ...base, state: 'closed', problemCount: 0, groupCount: 0, groups: [], carriedOver: [] };
  if (session.status !== 'lobby') return { ...base, ...inOne(session) };
  const groups = groupsOf(session);
  const groupCount = groupsOffered(session);
  return {
    ...base, state: groupCount < 2 ? 'one' : session.isTogether ? 'together' : 'offered', groupCount, groups: [],
    problemCount: groups.reduce((sum, { owners }) => sum + owners.length, 0), carriedOver: carriedIn(session, groups),
  };
}

/** What the start made of it, where it began in one session: who comes or goes later is told elsewhere, and changes nothing here. */
function inOne({ together, ...session }: Live | Ended): Pick<GroupsMessage, 'state' | 'problemCount' | 'groupCount' | 'groups' | 'carriedOver'> {
  const carriedOver = (together?.carriedOver ?? []).map((id) => nameOf(session, id));
  return { state: carriedOver.length > 0 ? 'stayed' : 'one', problemCount: together?.problemCount ?? session.turns.length, groupCount: 1, groups: [], carriedOver };
}

/** The groups as the lobby lists them; none while there is only one. */
export function groupsShown(lobby: Lobby): readonly GroupShown[] {
  const groups = groupsOf(lobby);
  const names = (people: readonly Participant[], chair: PersonId | null): readonly string[] => people.filter(({ id }) => id !== chair).map(({ name }) => name);
  return groups.length < 2 ? [] : groups.map(({ owners, helpers, chair }, index) => ({
    number: index + 1, chair: chair === null ? null : nameOf(lobby, chair), owners: names(owners, chair), helpers: names(helpers, chair),
  }));
}

/** Names of those whose problem finds no time. */
export const carriedIn = (lobby: Lobby, groups: readonly Grouped[] = groupsOf(lobby)): readonly string[] =>
  groups.flatMap(({ owners }) => carriedOver(lobby, owners)).map(({ name }) => name);

function groupsIn(split: Split): readonly GroupShown[] {
  return split.groups.map(({ people, chair }, index) => {
    // Whoever chaired at the start may have gone over to another group since.
    const isLed = people.includes(chair);
    const members = people.filter((id) => id !== chair || !isLed).flatMap((id) => split.people.find((someone) => someone.id === id) ?? []);
    const named = (isOwner: boolean): readonly string[] => members.filter((someone) => hasTurn(split, someone) === isOwner).map(({ name }) => name);
    return { number: index + 1, chair: isLed ? nameOf(split, chair) : null, owners: named(true), helpers: named(false) };
  });
}

/** The root of a group's thread: who belongs here. Never edited. */
export function drawGroupRoot(session: Session): Message | null {
  if (session.group === null || session.status === 'split' || !('chair' in session)) return null;
  const names = session.people.filter((someone) => isIn(someone) && someone.id !== session.chair).map(({ name }) => name);
  return { card: 'group-root', of: session.group, chair: nameOf(session, session.chair), names };
}
