// A session as a kind of document.

import { dayMs } from '../time.ts';
import type { PersonId } from '../keys.ts';
import type { Machine, Moment } from '../machine.ts';
import { rehearsed } from '../rehearsal/rehearsed.ts';
import type { SessionEvent } from './events.ts';
import { drawInGroup, stepInGroup } from './in-group.ts';
import type { Session } from './session.ts';
import { threadOf } from './splitting.ts';
import { wakeAt } from './up-to.ts';

/** An ended session is kept this long beside its record, for late actions; the record has its own retention. */
const keptAfterEndMs = 2 * dayMs;

const engine: Machine<Session, SessionEvent> = {
  step: stepInGroup, wakeAt, draw: drawInGroup,
  home: (session, posted) => ({ kind: 'thread', thread: threadOf(session, posted), language: session.language }),
  people: ({ opener, coordinator, people, roster }) =>
    [...new Set([opener.id, ...(coordinator === null ? [] : [coordinator.id]), ...people.map(({ id }) => id), ...Object.keys(roster) as PersonId[]])],
  expiresAt: (session) => ('endedAt' in session && session.endedAt !== null ? session.endedAt + keptAfterEndMs : null),
};

export const sessionMachine: Machine<Session, SessionEvent> = rehearsed(engine);

/** The session as it is at `moment`, also where a deadline that is over has not been noticed yet. */
export function sessionAt(session: Session, moment: Moment): Session {
  const stepped = sessionMachine.step(session, { type: 'time-passed' }, moment);
  return stepped.kind === 'moved' ? stepped.state : session;
}
