// Before the start: who is in, with a problem or to help, who chairs, in which order (product.md 4.1).

import type { Instant } from '../time.ts';
import { communityKey, isGuest, type PersonId } from '../keys.ts';
import { type Effect, type Moved, moved, refused, type Stepped } from '../machine.ts';
import type { Notice } from '../notices.ts';
import { matchName, splitNames } from '../names.ts';
import type { SessionEvent } from './events.ts';
import { guest, nameOf, ownersInOrder, participant, resolveName, withParticipant } from './people.ts';
import type { Cancelled, Lobby, Session } from './session.ts';
import { withoutLobby } from './without-lobby.ts';

type Of<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>;

export function open(event: Of<'opened'>, at: Instant): Stepped<Session> {
  const lobby: Lobby = {
    ...event.session, status: 'lobby', people: [], openedAt: at, touchedAt: at, rev: 0, volunteer: null, order: null,
    isTogether: false, hasOfferedTogether: false, isChairCalled: false,
  };
  return moved<Session>(lobby, [{ do: 'post', slot: 'lobby', isAnnouncement: true }]);
}

const redrawn = (lobby: Lobby, at: Instant, answer: Notice = { kind: 'done' }): Stepped<Session> =>
  moved<Session>({ ...lobby, touchedAt: at }, [{ do: 'edit', slot: 'lobby' }], answer);

export function join(lobby: Lobby, event: Of<'joined'>, at: Instant): Stepped<Session> {
  const { by, part, birthday, hasWriteUp } = event;
  const before = participant(lobby, by.id);
  if (before?.part === part && before.hasWriteUp === hasWriteUp) return moved<Session>(lobby, [], { kind: 'done' });
  const people = withParticipant(lobby, { ...by, part, birthday, hasWriteUp }, at);
  return redrawn({ ...lobby, people, volunteer: volunteerUnless(lobby, part === 'out' ? by.id : null) }, at);
}

/** Whoever volunteers is in, if only to help. The last to volunteer stands, for all to see. */
export function volunteer(lobby: Lobby, event: Of<'volunteered'>, at: Instant): Stepped<Session> {
  const { by, birthday, hasWriteUp } = event;
  const before = participant(lobby, by.id);
  const part = before?.part === 'owner' ? 'owner' : 'helper';
  const people = withParticipant(lobby, { ...by, part, birthday, hasWriteUp }, at);
  return redrawn({ ...lobby, people, volunteer: by.id }, at);
}

/** `chair <name>`: who chairs if they are in at the start; nobody is made to take part by it. */
export function give(lobby: Lobby, event: Of<'chair-given'>, at: Instant): Stepped<Session> {
  const found = resolveName(lobby, event.name);
  if (found.kind === 'refused') return found;
  const { id, name } = found.person;
  if (isGuest(id) || participant(lobby, id)?.part === 'out') return refused({ reason: 'cannot-chair', name });
  return redrawn({ ...lobby, volunteer: id }, at);
}

/** `order <names>`: those named go first, the others keep their places behind them. */
export function order(lobby: Lobby, event: Of<'ordered'>, at: Instant): Stepped<Session> {
  const owners = ownersInOrder(lobby);
  const first: PersonId[] = [];
  for (const name of event.names.flatMap(splitNames)) {
    const match = matchName(name, owners);
    if (match.kind === 'unknown') return refused({ reason: 'unknown-name', name });
    if (match.kind === 'ambiguous') return refused({ reason: 'ambiguous-name', name, matches: match.matches });
    if (!first.includes(match.id)) first.push(match.id);
  }
  const rest = owners.map(({ id }) => id).filter((id) => !first.includes(id));
  const names = [...first, ...rest].map((id) => nameOf(lobby, id));
  return redrawn({ ...lobby, order: [...first, ...rest] }, at, { kind: 'order-is', names });
}

/** Marks somebody absent or present by name; a name nobody knows becomes a guest. */
export function mark(lobby: Lobby, event: Of<'marked-absent'> | Of<'marked-here'>, at: Instant): Stepped<Session> {
  const known = event.person ?? null;
  const found = known === null ? resolveName(lobby, event.name) : { kind: 'found', person: known } as const;
  const isNew = found.kind === 'refused' && found.refusal.reason === 'unknown-name' && event.type === 'marked-here';
  if (found.kind === 'refused' && !isNew) return found;
  const person = found.kind === 'found' ? found.person : guest(event.name);
  const isReady = event.type === 'marked-here' && event.writeUp != null;
  const { part: before = 'out', birthday = null, hasWriteUp = isReady } = participant(lobby, person.id) ?? {};
  // Being marked here takes nobody's problem away.
  const part = event.type === 'marked-absent' ? 'out' : before === 'owner' ? before : event.part;
  const people = withParticipant(lobby, { ...person, part, birthday, hasWriteUp }, at);
  const answer = { kind: event.type, name: person.name };
  return redrawn({ ...lobby, people, volunteer: volunteerUnless(lobby, part === 'out' ? person.id : null) }, at, answer);
}

/** The volunteer, unless that is who goes. */
const volunteerUnless = (lobby: Lobby, gone: PersonId | null): PersonId | null => (lobby.volunteer === gone ? null : lobby.volunteer);

/** The end of a lobby that never became a session; the community is free for another. */
export function close(lobby: Lobby, why: Cancelled['why'], at: Instant): Moved<Session> {
  const common = withoutLobby(lobby);
  const state: Cancelled = { ...common, status: 'cancelled', why, endedAt: at, rev: lobby.rev + 1 };
  const effects: readonly Effect[] = [
    { do: 'edit', slot: 'lobby' },
    ...(lobby.hasOfferedTogether ? [{ do: 'edit', slot: 'groups' } as const] : []),
    { do: 'tell', key: communityKey(lobby.tenant, lobby.community), kind: 'community', event: { type: 'session-gone', session: lobby.id, people: lobby.people.map(({ id, name, teamsId }) => ({ id, name, teamsId })) } },
  ];
  return moved<Session>(state, effects, { kind: 'done' });
}

/** Things learned elsewhere that the lobby shows: a birthday, a write-up that became ready or was withdrawn. */
export function learn(lobby: Lobby, event: Of<'birthday-known'> | Of<'write-up-known'>, at: Instant): Stepped<Session> {
  const id = event.type === 'birthday-known' ? event.person : event.owner;
  const before = participant(lobby, id);
  if (before === undefined) return moved<Session>(lobby);
  const change = event.type === 'birthday-known' ? { birthday: event.birthday } : { hasWriteUp: event.writeUp !== null };
  return redrawn({ ...lobby, people: withParticipant(lobby, { ...before, ...change }, at) }, at);
}
