// Who goes into which group, when there are more problems than one session has time for (product.md 4, "Groups";
// domain.md 1.2, our decision). Pure: the lobby shows it, the start does it.

import { isGuest, type PersonId } from '../keys.ts';
import { hasTurn, isIn, ownersInOrder, proposedAmong } from './people.ts';
import { maxOwners, planHour } from './plan.ts';
import type { Common, Lobby, Participant, Session } from './session.ts';

/** One group as it would be if the session began now. */
export interface Grouped {
  /** In the order of their turns; of more than there is time for, the last are carried over. */
  readonly owners: readonly Participant[];
  readonly helpers: readonly Participant[];
  /** Null where nobody could press: only when that holds for the whole lobby. */
  readonly chair: PersonId | null;
}

/** The most problems there is time for in one session; none that could not be planned. */
const mostOwners = ({ protocol, lengthMinutes }: Common): number => maxOwners(protocol, lengthMinutes);
const canPress = ({ id }: Participant): boolean => !isGuest(id);

/** The groups of everyone who is in; one when there is time for all, or when they stay together. */
export function groupsOf(lobby: Lobby): readonly Grouped[] {
  const owners = ownersInOrder(lobby);
  const helpers = lobby.people.filter((someone) => isIn(someone) && !owners.includes(someone));
  const count = lobby.isTogether ? 1 : groupCountOf(lobby, owners.length);
  return withHelpers(dealt(owners, count), helpers).map((group) => ({ ...group, chair: chairOf(lobby, [...group.owners, ...group.helpers]) }));
}

/** How many groups there would be if nobody asked to stay together. */
export const groupsOffered = (lobby: Lobby): number => groupCountOf(lobby, ownersInOrder(lobby).length);

/** The owners of these whose problem finds no time. */
export const carriedOver = (session: Common, owners: readonly Participant[]): readonly Participant[] => owners.slice(mostOwners(session));
/** The owners of these who have a turn. */
export const withTurn = (session: Common, owners: readonly Participant[]): readonly Participant[] => owners.slice(0, mostOwners(session));

/** As few groups as give every problem its time, each with as many people as the protocol asks for, and one who can press. */
function groupCountOf(lobby: Lobby, ownerCount: number): number {
  const { group } = lobby.protocol;
  // A rehearsal is for one person: it stays one session.
  if (lobby.rehearsal !== null) return 1;
  const present = lobby.people.filter(isIn);
  const needed = Math.ceil(ownerCount / Math.max(1, mostOwners(lobby)));
  const wanted = group.least === undefined ? needed : Math.max(needed, Math.floor(ownerCount / group.least));
  return Math.max(1, Math.min(wanted, Math.floor(present.length / group.min), present.filter(canPress).length));
}

/** Dealt out in turn order, so that whoever waited longest goes first in every group; guests last, so that each gets someone who can press. */
function dealt(owners: readonly Participant[], count: number): readonly (readonly Participant[])[] {
  const inDealingOrder = [...owners.filter(canPress), ...owners.filter((owner) => !canPress(owner))];
  const groups = Array.from({ length: count }, (_, group) => inDealingOrder.filter((_owner, place) => place % count === group));
  return groups.map((group) => owners.filter((owner) => group.includes(owner)));
}

type Unled = Omit<Grouped, 'chair'>;

/** Each helper goes where nobody can press yet, else to the smallest group. */
function withHelpers(owners: readonly (readonly Participant[])[], helpers: readonly Participant[]): readonly Unled[] {
  const groups: Unled[] = owners.map((those) => ({ owners: those, helpers: [] }));
  for (const helper of [...helpers.filter(canPress), ...helpers.filter((each) => !canPress(each))]) {
    const sizeOf = (group: Unled): number => group.owners.length + group.helpers.length;
    const isLed = (group: Unled): boolean => [...group.owners, ...group.helpers].some(canPress);
    const need = (group: Unled): number => (canPress(helper) && !isLed(group) ? -1 : sizeOf(group));
    const place = groups.reduce((best, group, index) => (need(group) < need(groups[best] ?? group) ? index : best), 0);
    groups[place] = { owners: groups[place]?.owners ?? [], helpers: [...groups[place]?.helpers ?? [], helper] };
  }
  return groups;
}

/** The volunteer or whoever was appointed, in their own group; elsewhere the rota's proposal among its people (domain.md 1.3). */
function chairOf(lobby: Lobby, people: readonly Participant[]): PersonId | null {
  const meant = [lobby.volunteer, lobby.appointed].find((id) => people.some((someone) => someone.id === id));
  return meant ?? proposedAmong(lobby, people)?.id ?? null;
}

/** The owners whose turns say when it ends: of several groups those of the one that takes longest. */
export function ownersToPlan(session: Session): readonly Participant[] {
  if (session.status !== 'lobby') return withTurn(session, session.people.filter((someone) => hasTurn(session, someone)));
  const { protocol, lengthMinutes } = session;
  const lengthMs = (owners: readonly Participant[]): number =>
    planHour(protocol, { lengthMinutes, owners }).reduce((sum, step) => sum + step.lengthMs, 0);
  const held = groupsOf(session).map(({ owners }) => withTurn(session, owners));
  if (held.length === 1) return held[0] ?? [];
  return held.reduce((longest, owners) => (lengthMs(owners) > lengthMs(longest) ? owners : longest));
}
