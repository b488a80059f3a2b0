// A lobby becomes groups: each is a session of its own that begins at the same instant, told everything it needs. The
// lobby's own document remembers who is where, passes on what it hears from the community, and ends with the last group.

import type { Instant } from '../time.ts';
import { communityKey, type PersonId, type SessionId, sessionId, sessionKey, threadId, type ThreadId } from '../keys.ts';
import { type Effect, moved, type Moved, type PostedIds, refused, type Stepped } from '../machine.ts';
import { dueInGroup } from './due-action.ts';
import type { SessionEvent } from './events.ts';
import { type Grouped, groupsOf } from './grouping.ts';
import type { GroupMembers, Split } from './group.ts';
import { groupRootSlot } from './slots.ts';
import type { Common, Lobby, Session } from './session.ts';
import { start } from './starting.ts';
import { withoutLobby } from './without-lobby.ts';

type Of<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>;

/** Always the same for a lobby, so that telling a group twice is telling it once. */
const groupSession = (lobby: Lobby, number: number): SessionId => sessionId(`${lobby.id}-g${number}`);
/** Only channels have threads: there each group gets one. */
export const isThreaded = ({ thread, community, opensThread }: Common): boolean => opensThread || String(thread) !== String(community);

/** Where a session speaks: a group of a channel, and a lobby that the bot opened there, first in the channel itself, then in the thread of that first message. */
export function threadOf(session: Common, posted: PostedIds = {}): ThreadId {
  const isGroup = session.group !== null && isThreaded(session);
  if (!isGroup && !session.opensThread) return session.thread;
  const root = posted[isGroup ? groupRootSlot : 'lobby'];
  return threadId(root === undefined ? session.community : `${session.community};messageid=${root.id}`);
}

/** `Start session` with more problems than one session has time for. */
export function splitUp(lobby: Lobby, event: Of<'started'>, at: Instant): Stepped<Session> {
  const groups = groupsOf(lobby);
  const members = groups.flatMap(({ owners, helpers, chair }, index): readonly GroupMembers[] =>
    (chair === null ? [] : [{ session: groupSession(lobby, index + 1), people: [...owners, ...helpers].map(({ id }) => id), chair, isOver: false }]));
  if (members.length < groups.length) return refused({ reason: 'participants-only' });
  const common = withoutLobby(lobby);
  const split: Split = { ...common, status: 'split', rev: lobby.rev + 1, startedAt: at, endedAt: null, groups: members, cameAt: {} };
  const tells = groups.map((group, index): Effect => {
    const sub = lobbyOf(lobby, groups, index);
    const writeUps = event.writeUps.filter(({ owner }) => group.owners.some(({ id }) => id === owner));
    return { do: 'tell', key: sessionKey(sub.tenant, sub.community, sub.id), kind: 'session', event: { type: 'group-started', lobby: sub, starter: event.by, writeUps, startedAt: at } };
  });
  return moved<Session>(split, [...tells, { do: 'edit', slot: 'groups' }, { do: 'edit', slot: 'lobby' }], { kind: 'done' });
}

/** One group as a lobby of its own: its people, its order of turns, whoever was meant to chair in it. */
function lobbyOf(lobby: Lobby, groups: readonly Grouped[], index: number): Lobby {
  const { owners = [], helpers = [], chair = null } = groups[index] ?? {};
  const ids = new Set([...owners, ...helpers].map(({ id }) => id));
  const isElsewhere = lobby.people.some(({ id, part }) => id === lobby.appointed && part !== 'out');
  // That the appointed chair did not come is said once.
  const appointed = chair === lobby.appointed || (index === 0 && !isElsewhere) ? lobby.appointed : null;
  return {
    ...lobby, id: groupSession(lobby, index + 1), group: { number: index + 1, count: groups.length, parent: lobby.id },
    people: lobby.people.filter(({ id }) => ids.has(id)), order: owners.map(({ id }) => id), dueActions: dueInGroup(lobby, ids, index + 1),
    volunteer: lobby.volunteer !== null && ids.has(lobby.volunteer) ? lobby.volunteer : null, appointed, hasOfferedTogether: false,
  };
}

/** A group begins. In a channel its first message becomes the root of a thread of its own; the lobby's card is not its to edit. */
export function startGroup({ lobby, starter, writeUps, startedAt }: Of<'group-started'>): Stepped<Session> {
  const begun = start(lobby, { type: 'started', by: starter, rev: null, writeUps }, startedAt);
  if (begun.kind === 'refused') return begun;
  const root: readonly Effect[] = isThreaded(lobby) ? [{ do: 'post', slot: groupRootSlot, isAnnouncement: true }] : [];
  return moved<Session>(begun.state, [...root, ...begun.effects.filter((effect) => effect.do !== 'edit' || effect.slot !== 'lobby')]);
}

/** What happens to a lobby that was split: what it hears goes on to the groups, what people press belongs to them. */
export function inSplit(split: Split, event: Exclude<SessionEvent, { type: 'opened' | 'group-started' }>, at: Instant): Stepped<Session> {
  switch (event.type) {
    case 'meeting-known': return moved<Session>({ ...split, nextMeetingAt: event.nextMeetingAt }, toGroups(split, event, split.groups));
    case 'birthday-known': return moved<Session>(split, toGroups(split, event, split.groups.filter(({ people }) => people.includes(event.person))));
    case 'write-up-known': return moved<Session>(split, toGroups(split, event, split.groups.filter(({ people }) => people.includes(event.owner))));
    case 'call-ended': return moved<Session>(split, toGroups(split, event, split.groups));
    case 'outcome-known': return moved<Session>(split, split.dueActions.some(({ action }) => action === event.action) ? toGroups(split, event, split.groups) : []);
    case 'group-joined': return joined(split, event);
    case 'group-over': return over(split, event.session, at);
    case 'time-passed':
    case 'heard-from': return moved<Session>(split);
    default: return refused({ reason: 'in-groups' });
  }
}

const toGroups = (split: Split, event: SessionEvent, groups: readonly GroupMembers[]): readonly Effect[] =>
  groups.map(({ session }) => ({ do: 'tell', key: sessionKey(split.tenant, split.community, session), kind: 'session', event }));

/** Whoever comes into one group belongs to that one from then on, and has left any other. Groups may be heard out of order. */
function joined(split: Split, { session, people, at }: Of<'group-joined'>): Moved<Session> {
  const since = (id: PersonId): Instant => Math.max(split.cameAt[id] ?? split.startedAt, at);
  const arrived = people.filter(({ id }) => since(id) === at);
  const came = arrived.map(({ id }) => id);
  const groups = split.groups.map((group): GroupMembers => {
    const others = group.people.filter((id) => !came.includes(id));
    return { ...group, people: group.session === session ? [...others, ...came] : others };
  });
  const isTheirs = (group: GroupMembers | undefined, id: PersonId): boolean => group?.people.includes(id) === true;
  const lefts = people.flatMap(({ id: person }) => {
    const gone = split.groups.filter((group, index) => !isTheirs(groups[index], person) && (group.session === session || isTheirs(group, person)));
    return toGroups(split, { type: 'group-left', person, since: since(person) }, gone);
  });
  const cameAt = { ...split.cameAt, ...Object.fromEntries(came.map((id) => [id, at])) };
  const everyone = [...split.people.filter(({ id }) => !came.includes(id)), ...arrived];
  // The card that says who is where goes on saying so.
  return moved<Session>({ ...split, groups, cameAt, people: everyone }, came.length === 0 ? lefts : [...lefts, { do: 'edit', slot: 'groups' }]);
}

/** With the last group the meeting is over, and the community free for another. */
function over(split: Split, session: SessionId, at: Instant): Moved<Session> {
  const groups = split.groups.map((group) => (group.session === session ? { ...group, isOver: true } : group));
  if (split.endedAt !== null || groups.some(({ isOver }) => !isOver)) return moved<Session>({ ...split, groups });
  const gone: Effect = { do: 'tell', key: communityKey(split.tenant, split.community), kind: 'community', event: { type: 'session-gone', session: split.id } };
  return moved<Session>({ ...split, groups, endedAt: at }, [gone, { do: 'edit', slot: 'groups' }]);
}
