// What a lobby does by itself: it calls the chair when the planned time is over and nobody has started, closes in the end,
// and lets go of a meeting that was moved (product.md 5).

import { hourMs, type Instant, type Millis, minutes } from '../time.ts';
import type { AboutMeeting } from '../community/about-meeting.ts';
import { lobbyUsefulMs, notHeldAfterMs } from '../community/readiness.ts';
import { moved, type Moved } from '../machine.ts';
import type { SessionEvent } from './events.ts';
import { close } from './lobby.ts';
import { isIn, named, proposedChair } from './people.ts';
import type { Lobby, Session } from './session.ts';
import { learnMeeting } from './setting-next.ts';

/** So long after the planned time the chair is mentioned once. */
const callAfterMs: Millis = minutes(3);
/** One that nobody touches closes by itself after this long (our decision: an abandoned one must not greet the next meeting). */
const idleMs: Millis = 4 * hourMs;
/** That of a planned meeting waits for those who are just coming in. */
const quietMs: Millis = minutes(15);

/** When the lobby closes by itself. */
export const lobbyClosesAt = ({ touchedAt, plannedAt }: Lobby): Instant =>
  (plannedAt === null ? touchedAt + idleMs : Math.max(plannedAt + notHeldAfterMs, touchedAt + quietMs));

/** When the chair is called; null once they were, and where no time was planned. */
export const chairCallAt = ({ plannedAt, openedAt, isChairCalled }: Lobby): Instant | null =>
  (plannedAt === null || isChairCalled ? null : Math.max(plannedAt, openedAt) + callAfterMs);

/** Mentions whoever would chair, else the coordinator: once, and only while it is of use. */
export function callChair(lobby: Lobby): Moved<Session> {
  const { plannedAt, coordinator, opener, tenant, community, zone } = lobby;
  const called: Lobby = { ...lobby, isChairCalled: true };
  if (plannedAt === null) return moved<Session>(called);
  const proposed = proposedChair(lobby)?.id;
  const stood = coordinator ?? opener;
  const { name, teamsId } = proposed === undefined || proposed === stood.id ? stood : named(lobby, proposed);
  const about: AboutMeeting = { kind: 'chair-call', tenant, community, meetingAt: plannedAt, person: proposed ?? stood.id };
  const notice = { kind: 'chair-called', chair: name, chairTeamsId: teamsId, plannedAt, zone } as const;
  return moved<Session>(called, [{ do: 'say', message: { card: 'notice', notice }, until: plannedAt + lobbyUsefulMs, about }]);
}

/** The next meeting may be another one now. A lobby for one that was moved has no planned time any more, and closes if nobody is in. */
export function replanLobby(lobby: Lobby, event: Extract<SessionEvent, { type: 'meeting-known' }>, at: Instant): Moved<Session> {
  const { plannedAt } = lobby;
  if (plannedAt === null || plannedAt === event.nextMeetingAt) return learnMeeting(lobby, event);
  if (!lobby.people.some(isIn)) return close(lobby, 'cancelled', at);
  return moved<Session>({ ...learnMeeting(lobby, event).state, plannedAt: null }, [{ do: 'edit', slot: 'lobby' }]);
}
