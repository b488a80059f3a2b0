// Who takes part: joining, the order of turns, names as people type them.

import type { Instant } from '../time.ts';
import { guestId, isGuest, type PersonId } from '../keys.ts';
import { proposeChair, type ChairReason, type ChairRecord } from '../community/chair.ts';
import { clipText, matchName } from '../names.ts';
import { refused, type Refused } from '../machine.ts';
import type { Common, Hour, Lobby, Participant, Person } from './session.ts';

/** Longer than any name: what somebody types must not fill the cards. */
const guestNameMaxChars = 80;

export const isIn = (participant: Participant): boolean => participant.part !== 'out';
/** In, and not left: those who may chair, speak and be mentioned. Attendance counts everyone who was in. */
export const isHere = (participant: Participant): boolean => isIn(participant) && participant.leftAt === null;
/** Who attended: everyone who was in, and whoever had a turn before they went over to another group. */
export const attended = ({ people, turns, steps }: Hour): readonly Participant[] => people.filter((someone) =>
  isIn(someone) || steps.some(({ turn, beganAt }) => beganAt !== null && turn !== null && turns[turn]?.owner === someone.id));
export const isPersonHere = (session: Common, id: PersonId): boolean =>
  session.people.some((someone) => someone.id === id && isHere(someone));
export const participant = (session: Common, id: PersonId): Participant | undefined =>
  session.people.find((someone) => someone.id === id);
export const nameOf = (session: Common, id: PersonId): string =>
  participant(session, id)?.name ?? session.roster[id]?.name ?? (session.coordinator?.id === id ? session.coordinator.name : '');

/** `id` as a card shows and mentions it. */
export function named(session: Common, id: PersonId): { readonly name: string; readonly teamsId: string | null } {
  const teamsId = participant(session, id)?.teamsId ?? session.roster[id]?.teamsId ?? null;
  return { name: nameOf(session, id), teamsId };
}

/** The rota's view of a participant; someone new has attended nothing yet. */
export function chairRecord(session: Common, someone: Participant): ChairRecord {
  const known = session.roster[someone.id];
  return {
    name: someone.name,
    sessionCount: known?.sessionCount ?? 0,
    chairedCount: known?.chairedCount ?? 0,
    lastChairedAt: known?.lastChairedAt ?? null,
    birthday: someone.birthday ?? known?.birthday ?? null,
  };
}

/** Who has a turn of their own: those with a problem; everyone who is in where the protocol gives each member one. */
export const hasTurn = ({ protocol }: Common, someone: Participant): boolean =>
  (protocol.per === 'each-member' ? isIn(someone) : someone.part === 'owner');

/** Those who have a turn, in the order of their turns: as ordered, else who waited longest first, then who came in first. */
export function ownersInOrder(lobby: Lobby): readonly Participant[] {
  const owners = lobby.people.filter((someone) => hasTurn(lobby, someone));
  const waitingSince = (someone: Participant): Instant => lobby.roster[someone.id]?.waitingSince ?? someone.joinedAt;
  const byWaiting = owners.toSorted((a, b) => waitingSince(a) - waitingSince(b) || a.joinedAt - b.joinedAt);
  if (lobby.order === null) return byWaiting;
  const place = (someone: Participant): number => {
    const index = lobby.order?.indexOf(someone.id) ?? -1;
    return index < 0 ? byWaiting.length : index;
  };
  return byWaiting.toSorted((a, b) => place(a) - place(b));
}

/** Who would chair if it began now: the volunteer, the one appointed last time, else the rota's proposal. */
export function proposedChair(lobby: Lobby): { readonly id: PersonId; readonly because: ChairReason } | null {
  const isOut = (id: PersonId): boolean => participant(lobby, id)?.part === 'out';
  if (lobby.volunteer !== null && !isOut(lobby.volunteer)) return { id: lobby.volunteer, because: 'volunteered' };
  if (lobby.appointed !== null && !isOut(lobby.appointed)) return { id: lobby.appointed, because: 'appointed' };
  return proposedAmong(lobby, lobby.people.filter(isIn));
}

/** The rota's proposal among these people (domain.md 1.3). */
export function proposedAmong(session: Common, people: readonly Participant[]): { readonly id: PersonId; readonly because: ChairReason } | null {
  return proposeChair(people.map((someone) => ({ id: someone.id, record: chairRecord(session, someone) })));
}

/** Adds a person or changes what is known of them; who was there keeps the place. */
export function withParticipant(session: Common, change: Omit<Participant, 'joinedAt' | 'leftAt'>, at: Instant): readonly Participant[] {
  const before = participant(session, change.id);
  // Whoever goes out and comes in again goes last among those who waited equally long.
  const joinedAt = before !== undefined && isIn(before) ? before.joinedAt : at;
  const after: Participant = { ...change, joinedAt, leftAt: null };
  return before === undefined ? [...session.people, after] : session.people.map((someone) => (someone.id === change.id ? after : someone));
}

/** Everyone a typed name may mean: those of this session, and where none of them fits, members of earlier sessions. */
export function resolveName(session: Common, typed: string): { readonly kind: 'found'; readonly person: Person } | Refused {
  const present: readonly Person[] = session.people.map(({ id, name, teamsId }) => ({ id, name, teamsId }));
  const earlier = Object.entries(session.roster).map(([id, { name, teamsId }]): Person => ({ id: id as PersonId, name, teamsId }));
  for (const known of [present, earlier]) {
    const match = matchName(typed, known);
    if (match.kind === 'ambiguous') return refused({ reason: 'ambiguous-name', name: typed, matches: match.matches });
    const person = match.kind === 'found' ? known.find(({ id }) => id === match.id) : undefined;
    if (person !== undefined) return { kind: 'found', person };
  }
  return refused({ reason: 'unknown-name', name: typed });
}

/** Someone entered by name who cannot be identified: a guest, or a person on the telephone. */
export function guest(typed: string): Person {
  const name = clipText(typed.trim(), guestNameMaxChars);
  return { id: guestId(name), name, teamsId: null };
}

/** The next person in the order of turns, who may drive in the chair's own turn (product.md 4.4). */
export function nextInOrder(owners: readonly PersonId[], turn: number, isPresent: (id: PersonId) => boolean): PersonId | null {
  const others = owners.map((_, offset) => owners[(turn + 1 + offset) % owners.length]);
  return others.find((id) => id !== undefined && id !== owners[turn] && !isGuest(id) && isPresent(id)) ?? null;
}
