// Who may do what: one table from event to roles. The sender's identity decides, never what a card carries.

import type { PersonId } from '../keys.ts';
import { refused, type Refused } from '../machine.ts';
import type { DrivenEvent } from './events.ts';
import { presentStep } from './hour.ts';
import { isPersonHere, nameOf, nextInOrder, proposedChair } from './people.ts';
import type { Session } from './session.ts';

type Role = 'anyone' | 'participant' | 'opener' | 'chair' | 'stand-in' | 'coordinator';

const anyone: readonly Role[] = ['anyone'];
const participants: readonly Role[] = ['participant'];
/** The opener only while the lobby is open, the stand-in only in the chair's own turn (domain.md 1.3, product.md 4). */
const drivers: readonly Role[] = ['opener', 'chair', 'stand-in', 'coordinator'];

/** Roles that may cause each event. The author of an action is judged where it is written (capture.ts). */
const mayDo: Readonly<Record<DrivenEvent['type'], readonly Role[]>> = {
  'joined': anyone,
  'volunteered': anyone,
  'started': participants,
  'cancelled': drivers,
  'together-asked': drivers,
  'ordered': drivers,
  'marked-absent': drivers,
  'marked-here': drivers,
  'next-asked': drivers,
  'pause-asked': anyone,
  'resume-asked': drivers,
  'minute-asked': drivers,
  'end-asked': drivers,
  'end-confirmed': drivers,
  'end-dismissed': drivers,
  'chair-asked': participants,
  'chair-given': drivers,
  'full-length-asked': drivers,
  'whole-hour-asked': drivers,
  'noted': anyone,
  'action-given': anyone,
  'next-chair-given': drivers,
  'next-meeting-given': drivers,
  'join-asked': anyone,
  'owner-decided': drivers,
  'last-turn-given': drivers,
};

/** A lobby that was split has nothing left to drive. */
type Judged = Exclude<Session, { status: 'cancelled' | 'split' }>;

/** The chair of a session, or the one the lobby proposes. */
export function chairOf(session: Judged): PersonId | null {
  return session.status === 'lobby' ? proposedChair(session)?.id ?? null : session.chair;
}

/** In the chair's own turn: the next person in the order who is here. */
export function standIn(session: Session): PersonId | null {
  if (session.status !== 'running' && session.status !== 'paused') return null;
  const { turn } = presentStep(session);
  if (turn === null || session.turns[turn]?.owner !== session.chair) return null;
  return nextInOrder(session.turns.map(({ owner }) => owner), turn, (id) => isPersonHere(session, id));
}

function holds(session: Judged, role: Role, who: PersonId): boolean {
  switch (role) {
    case 'anyone': return true;
    case 'participant': return isPersonHere(session, who);
    case 'opener': return session.status === 'lobby' && session.opener.id === who;
    case 'chair': return chairOf(session) === who;
    case 'stand-in': return standIn(session) === who;
    case 'coordinator': return session.coordinator?.id === who;
  }
}

/** Anyone may say of themselves that they are here, or not. */
const isOfOneself = (event: DrivenEvent): boolean =>
  (event.type === 'marked-here' || event.type === 'marked-absent') && event.person?.id === event.by.id;

/** Null when the sender may cause this event; otherwise the refusal that says who may. */
export function refusalFor(session: Judged, event: DrivenEvent): Refused | null {
  const roles = mayDo[event.type];
  if (isOfOneself(event) || roles.some((role) => holds(session, role, event.by.id))) return null;
  if (roles === participants) return refused({ reason: 'participants-only' });
  const chair = chairOf(session);
  const opener = session.status === 'lobby' ? session.opener : null;
  const others = new Set([standIn(session), session.coordinator?.id ?? null, opener?.id ?? null]);
  const also = [...others].filter((id) => id !== null && id !== chair).map((id) => (id === opener?.id ? opener?.name ?? '' : nameOf(session, id as PersonId)));
  if (session.status === 'lobby') return refused({ reason: 'opener-only', who: chair === null ? also : [nameOf(session, chair), ...also] });
  return refused({ reason: 'chair-only', chair: nameOf(session, session.chair), also });
}
