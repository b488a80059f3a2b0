// People a community knows of before they have met with the others: they came into a lobby that never began, wrote a
// problem up, or wrote to the bot in its chat. They are reminded like everybody else; the rota and the history are for those who took part.

import type { Instant } from '../time.ts';
import { isGuest, type PersonId } from '../keys.ts';
import type { Person } from '../session/session.ts';
import type { Community } from './community.ts';
import type { CommunityEvent } from './events.ts';
import { lobbyAheadMs } from './readiness.ts';

/** Far more than ever meet without having met before. */
const keptNewcomers = 60;

/** With those of them who are new here. */
export function withNewcomers(community: Community, people: readonly Person[]): Community {
  const { members, newcomers = [] } = community;
  const added = people.filter(({ id }) => !isGuest(id) && !Object.hasOwn(members, id) && !newcomers.some((known) => known.id === id));
  return added.length === 0 ? community : { ...community, newcomers: [...newcomers, ...added].slice(-keptNewcomers) };
}

/** Everybody who takes part, or is about to: whom the community may write to. */
export function readersOf({ members, newcomers = [], former = {} }: Community): readonly Person[] {
  const met = Object.entries(members).map(([id, { name, teamsId }]): Person => ({ id: id as PersonId, name, teamsId }));
  return [...met, ...newcomers.filter(({ id }) => !Object.hasOwn(members, id))].filter(({ id }) => !isGuest(id) && !Object.hasOwn(former, id));
}

/** The lobby or session is over. One that was called off when the bot would have opened it is not opened again. */
export function sessionGone(community: Community, { session, people = [] }: Extract<CommunityEvent, { type: 'session-gone' }>, at: Instant): Community {
  const known = withNewcomers(community, people);
  if (known.session?.id !== session) return known;
  const { nextMeetingAt, planned } = known;
  const wasForMeeting = known.session.isRehearsal !== true && nextMeetingAt !== null && at >= nextMeetingAt - lobbyAheadMs;
  return { ...known, session: null, ...(wasForMeeting && { planned: { ...planned, done: [...new Set([...planned.done, 'lobby'])] } }) };
}
