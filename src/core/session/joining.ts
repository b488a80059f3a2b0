// Coming in while the hour runs: somebody new, or back after leaving (product.md 4, "Joining late"). A helper simply joins;
// a new owner goes last, if the turns to come can share the time; else the problem is carried over and the chair is asked.

import type { Instant } from '../time.ts';
import { type Effect, moved, type Moved, refused, type Stepped } from '../machine.ts';
import { clipText } from '../names.ts';
import type { Notice } from '../notices.ts';
import type { Besides } from '../problem/brought.ts';
import type { WriteUp } from '../problem/write-up.ts';
import { answered, asked } from './asks.ts';
import type { SessionEvent } from './events.ts';
import { redrawTimes } from './hour.ts';
import { withWriteUp } from './late-write-up.ts';
import { guest, isPersonHere, nameOf, participant, resolveName, withParticipant } from './people.ts';
import { type Refitted, withLastTurnFor, withProblem, withTurnFor } from './refitting.ts';
import type { Live, Participant, Person, Session, Turn } from './session.ts';
import { problemClipChars } from './starting.ts';
import { isAfterTurns, isBeforeLastTurn, lengthOf, presentEndOf, turnOfOwner } from './turns.ts';

type Of<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>;

/** How somebody comes in. `part`: `back` with whatever they had before. */
export interface Entry {
  readonly person: Person;
  readonly part: 'owner' | 'helper' | 'back';
  readonly birthday: Participant['birthday'];
  readonly writeUp: WriteUp | null;
  readonly besides?: Besides;
}

/** `Join`: the two ways to do so are offered to the presser; whoever is in is told so. */
export function offerJoin(live: Live, event: Of<'join-asked'>): Stepped<Session> {
  if (isPersonHere(live, event.by.id)) return moved<Session>(live, [], { kind: 'already-in' });
  return isBeforeLastTurn(live) ? moved<Session>(live, [], { kind: 'join-offered' }) : refused({ reason: 'too-late-to-join', chair: nameOf(live, live.chair) });
}

/** What somebody chose for themselves. */
export function joinLive(live: Live, event: Of<'joined'> & { readonly part: 'owner' | 'helper' }, at: Instant): Stepped<Session> {
  const { by, part, birthday, writeUp = null, besides = {} } = event;
  const isNews = !isPersonHere(live, by.id) || (part === 'owner' && live.turns[turnOfOwner(live, by.id)]?.off !== null);
  const entered = enter(live, { person: by, part, birthday, writeUp, besides }, at);
  return { ...entered, answer: isNews ? entered.answer ?? { kind: 'you-are-in' } : { kind: 'already-in' } };
}

/** `here <name>`: also someone the bot cannot identify. */
export function markHere(live: Live, event: Of<'marked-here'>, at: Instant): Stepped<Session> {
  const found = event.person === null ? resolveName(live, event.name) : { kind: 'found', person: event.person } as const;
  if (found.kind === 'refused' && found.refusal.reason !== 'unknown-name') return found;
  const person = found.kind === 'found' ? found.person : guest(event.name);
  const birthday = participant(live, person.id)?.birthday ?? null;
  // Being marked here takes nobody's problem away.
  const part = event.part === 'helper' ? 'back' : 'owner';
  const entered = enter(live, { person, part, birthday, writeUp: event.writeUp ?? null, besides: event.besides ?? {} }, at);
  return { ...entered, answer: entered.answer ?? { kind: 'marked-here', name: person.name } };
}

/** Anything that somebody who left does brings them back (product.md 4). */
export function comeBack(session: Session, event: SessionEvent, at: Instant): Moved<Session> {
  const who = 'by' in event ? event.by.id : event.type === 'heard-from' ? event.person : null;
  if (who === null || !('steps' in session) || session.status === 'ended' || isSayingSo(event)) return moved<Session>(session);
  const someone = participant(session, who);
  return someone === undefined || someone.leftAt === null ? moved<Session>(session)
    : enter(session, { person: someone, part: 'back', birthday: someone.birthday, writeUp: null }, at);
}

/** What tells by itself who is here. */
const isSayingSo = (event: SessionEvent): boolean =>
  event.type === 'joined' || ((event.type === 'marked-absent' || event.type === 'marked-here') && event.person?.id === event.by.id);

function enter(before: Live, entry: Entry, at: Instant): Moved<Session> {
  const { person: { id }, part } = entry;
  const live = withEntered(before, entry, at);
  const off = live.turns[turnOfOwner(live, id)]?.off ?? null;
  const hasTurn = turnOfOwner(live, id) >= 0;
  const comesBack = part === 'back' && !isPersonHere(before, id);
  if (part === 'owner' ? hasTurn && off === null : !(comesBack && off === 'carried-over')) return moved<Session>(live);
  const withTheirs = hasTurn ? live : withProblem(live, newTurn(entry));
  const fitted = isBeforeLastTurn(live) ? withTurnFor(withTheirs, id) : null;
  return fitted === null ? withoutTime(withTheirs, entry, !hasTurn) : withTurn(live, fitted, entry);
}

/** In, and here; an owner who was away in their own turn goes on with it. */
function withEntered(live: Live, { person, part, birthday }: Entry, at: Instant): Live {
  const known = participant(live, person.id);
  const isOwner = known?.part === 'owner' && !(part === 'helper' && live.turns[turnOfOwner(live, person.id)]?.off === 'carried-over');
  const people = withParticipant(live, {
    id: person.id, name: person.name, teamsId: person.teamsId, part: isOwner ? 'owner' : 'helper', birthday, hasWriteUp: known?.hasWriteUp ?? false,
  }, at);
  const isAway = live.ownerAway !== null && live.turns[live.ownerAway.turn]?.owner === person.id;
  const here = { ...live, people };
  return isAway ? { ...answered(here, { about: 'away', owner: person.id, answer: 'back' }), ownerAway: null } : here;
}

const newTurn = ({ person, writeUp }: Entry): Turn => ({
  owner: person.id, problem: writeUp === null ? null : clipText(writeUp.problem, problemClipChars), hasWriteUp: writeUp !== null,
  notes: [], noteCount: 0, action: null, hasMoved: false, off: null,
});

/** No time for another turn: the chair is asked, while there is anything to ask. */
function withoutTime(live: Live, { person, part }: Entry, isNew: boolean): Moved<Session> {
  if (part === 'back') return moved<Session>(live);
  const { live: state, effects } = isAfterTurns(live) ? { live, effects: [] } : asked(live, 'no-time', person.id);
  const answer: Notice = { kind: 'problem-carried-over', name: person.name, turnMs: null, endsAt: null, zone: live.zone };
  const agenda: readonly Effect[] = isNew ? [{ do: 'edit', slot: 'agenda' }] : [];
  return moved<Session>(state, [...effects, ...agenda], answer);
}

interface Given {
  readonly person: Person;
  readonly writeUp: WriteUp | null;
  readonly besides?: Besides;
}

/** The owner has a turn: everybody is told what that does to the others, and sees the write-up if there is one. */
function withTurn(before: Live, refitted: Refitted, { person, writeUp, besides = {} }: Given): Moved<Session> {
  const { live, turnMs } = refitted;
  const owner = answered(before, { about: 'no-time', owner: person.id, answer: 'given' });
  const people = live.people.map((someone) => (someone.id === person.id ? { ...someone, part: 'owner' as const } : someone));
  const turn = turnOfOwner(live, person.id);
  const isShown = writeUp === null || live.writeUps.some((each) => each.turn === turn);
  const shown = isShown ? { live, posts: [] } : withWriteUp(live, turn, { ...besides, writeUp });
  const state: Live = { ...shown.live, people, asks: owner.asks };
  const endsAt = presentEndOf(state);
  const isEndMoved = endsAt !== presentEndOf(before);
  const ownMs = lengthOf(state.steps.filter((step) => step.turn === turn));
  const notice: Notice = { kind: 'owner-joined', name: person.name, ownMs, isShared: turnMs !== null, endsAt: isEndMoved ? endsAt : null, zone: live.zone };
  const effects: readonly Effect[] = [{ do: 'say', message: { card: 'notice', notice }, until: null }, ...shown.posts, ...redrawTimes(state)];
  return moved<Session>(state, effects);
}

/** `Give them the last turn`: `rev` is the number of the card that asked. */
export function giveLastTurn(live: Live, event: Of<'last-turn-given'>): Stepped<Session> {
  const ask = event.rev === null ? undefined : live.asks[event.rev];
  const someone = ask === undefined ? undefined : participant(live, ask.owner);
  const refitted = ask?.about === 'no-time' && someone !== undefined && isStillAsked(live, ask.owner) ? withLastTurnFor(live, ask.owner) : null;
  if (refitted === null || someone === undefined) return refused({ reason: 'stale', phase: live.steps[live.at]?.phase ?? null });
  const { writeUp = null, ...besides } = event.writeUps.find(({ owner }) => owner === someone.id) ?? {};
  return { ...withTurn(live, refitted, { person: someone, writeUp, besides }), answer: { kind: 'done' } };
}

const isStillAsked = (live: Live, owner: Person['id']): boolean =>
  live.turns[turnOfOwner(live, owner)]?.off === 'carried-over' && isPersonHere(live, owner) && !isAfterTurns(live);
