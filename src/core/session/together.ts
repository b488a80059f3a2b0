// Groups or together: the card that is posted when there are first more problems than one session has time for, and the
// wish to stay together all the same, which can be taken back until the start (product.md 4, "Groups").

import type { Instant } from '../time.ts';
import { type Effect, moved, type Stepped } from '../machine.ts';
import type { SessionEvent } from './events.ts';
import { carriedOver, groupsOf, groupsOffered } from './grouping.ts';
import type { Lobby, Session } from './session.ts';

type Asked = Extract<SessionEvent, { type: 'together-asked' }>;

/** `Stay together` and `Split into groups`. */
export function askTogether(lobby: Lobby, { isTogether }: Asked, at: Instant): Stepped<Session> {
  if (lobby.isTogether === isTogether) return moved<Session>(lobby, [], { kind: 'done' });
  return moved<Session>({ ...lobby, isTogether, touchedAt: at }, [{ do: 'edit', slot: 'lobby' }], { kind: 'done' });
}

/** Posts the card once, and from then on brings it up to date whenever it would say something else. */
export function withGroupsCard(before: Lobby, stepped: Stepped<Session>): Stepped<Session> {
  if (stepped.kind === 'refused' || stepped.state.status !== 'lobby') return stepped;
  const lobby = stepped.state;
  const post: Effect = { do: 'post', slot: 'groups', isAnnouncement: true };
  if (!lobby.hasOfferedTogether) {
    return groupsOffered(lobby) < 2 ? stepped : { ...stepped, state: { ...lobby, hasOfferedTogether: true }, effects: [...stepped.effects, post] };
  }
  return saidOn(before) === saidOn(lobby) ? stepped : { ...stepped, effects: [...stepped.effects, { do: 'edit', slot: 'groups' }] };
}

/** What the card says, in short. */
function saidOn(lobby: Lobby): string {
  const groups = groupsOf(lobby);
  const ownerCount = groups.reduce((sum, { owners }) => sum + owners.length, 0);
  const carried = groups.flatMap(({ owners }) => carriedOver(lobby, owners)).map(({ id }) => id);
  return JSON.stringify([ownerCount, groupsOffered(lobby), lobby.isTogether, carried]);
}
