// The call of a meeting, where Teams tells of it: it is an ease, never the only way (product.md 2; platform.md).

import type { Instant } from '../time.ts';
import { type Moved, moved } from '../machine.ts';
import { end } from './ending.ts';
import { presentStep } from './hour.ts';
import { named } from './people.ts';
import { isClose } from './phases.ts';
import type { Session } from './session.ts';

/** The call is over: in the Close the session is too; before it, one line says that it runs on. A lobby waits. */
export function endOfCall(session: Session, at: Instant): Moved<Session> {
  if (session.status !== 'running' && session.status !== 'paused') return moved<Session>(session);
  if (isClose(session.protocol, presentStep(session))) return end(session, at, 'completed');
  if (session.hasCallEnded) return moved<Session>(session);
  const { name, teamsId } = named(session, session.chair);
  const notice = { kind: 'call-ended', chair: name, chairTeamsId: teamsId } as const;
  return moved<Session>({ ...session, hasCallEnded: true }, [{ do: 'say', message: { card: 'notice', notice }, until: null }]);
}
