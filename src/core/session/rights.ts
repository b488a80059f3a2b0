// Who may do what: one table from event to roles. The sender's identity decides, never what a card carries.

import type { PersonId } from '../keys.ts';
import { refused, type Refused } from '../machine.ts';
import type { DrivenEvent } from './events.ts';
import { presentStep } from './hour.ts';
import { isIn, nameOf, nextInOrder, participant, proposedChair } from './people.ts';
import type { Session } from './session.ts';

type Role = 'anyone' | 'participant' | 'opener' | 'chair' | 'stand-in' | 'coordinator';

const driver: readonly Role[] = ['chair', 'stand-in', 'coordinator'];
const lobbyKeeper: readonly Role[] = ['opener', 'chair', 'coordinator'];

/** Roles that may cause each event. The author of an action is judged where it is written (capture.ts). */
const mayDo: Readonly<Record<DrivenEvent['type'], readonly Role[]>> = {
  'joined': ['anyone'],
  'volunteered': ['anyone'],
  'started': ['participant'],
  'cancelled': lobbyKeeper,
  'ordered': lobbyKeeper,
  'marked-absent': lobbyKeeper,
  'marked-here': lobbyKeeper,
  'next-asked': driver,
  'pause-asked': ['anyone'],
  'resume-asked': driver,
  'minute-asked': driver,
  'end-asked': driver,
  'end-confirmed': driver,
  'end-dismissed': driver,
  'chair-asked': ['participant'],
  'chair-given': ['opener', ...driver],
  'full-length-asked': driver,
  'whole-hour-asked': driver,
  'noted': ['anyone'],
  'action-given': ['anyone'],
  'next-chair-given': driver,
};

/** The chair of a session, or the one the lobby proposes. */
export function chairOf(session: Session): PersonId | null {
  if (session.status === 'cancelled') return null;
  return session.status === 'lobby' ? proposedChair(session)?.id ?? null : session.chair;
}

/** In the chair's own turn: the next person in the order. */
function standIn(session: Session): PersonId | null {
  if (session.status !== 'running' && session.status !== 'paused') return null;
  const { turn } = presentStep(session);
  if (turn === null || session.turns[turn]?.owner !== session.chair) return null;
  return nextInOrder(session.turns.map(({ owner }) => owner), turn);
}

function holds(session: Session, role: Role, who: PersonId): boolean {
  switch (role) {
    case 'anyone': return true;
    case 'participant': { const someone = participant(session, who); return someone !== undefined && isIn(someone); }
    case 'opener': return session.status === 'lobby' && session.opener.id === who;
    case 'chair': return chairOf(session) === who;
    case 'stand-in': return standIn(session) === who;
    case 'coordinator': return session.coordinator?.id === who;
  }
}

/** Null when the sender may cause this event; otherwise the refusal that says who may. */
export function refusalFor(session: Session, event: DrivenEvent): Refused | null {
  const roles = mayDo[event.type];
  if (roles.some((role) => holds(session, role, event.by.id))) return null;
  if (roles.includes('participant')) return refused({ reason: 'participants-only' });
  const chair = chairOf(session);
  const others = [standIn(session), session.coordinator?.id ?? null, roles.includes('opener') && session.status === 'lobby' ? session.opener.id : null];
  const names = others.filter((id) => id !== null && id !== chair).map((id) => (id === session.opener.id ? session.opener.name : nameOf(session, id as PersonId)));
  if (session.status === 'lobby') {
    const who = chair === null ? names : [nameOf(session, chair), ...names];
    return refused({ reason: 'opener-only', who: [...new Set(who)] });
  }
  return refused({ reason: 'chair-only', chair: chair === null ? '' : nameOf(session, chair), also: [...new Set(names)] });
}
