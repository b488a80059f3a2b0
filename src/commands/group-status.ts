// Where every group of a split session is, for somebody who is in none that still runs.

import { statusOf } from '../core/session/draw.ts';
import type { Moment } from '../core/machine.ts';
import type { StatusMessage } from '../core/messages.ts';
import { sessionAt } from '../core/session/machine.ts';
import type { Split } from '../core/session/group.ts';
import type { Session } from '../core/session/session.ts';
import { type Desk, sessionOf } from './desk.ts';

/** The lobby a session was split from, when the caller has no session of their own to ask about; else null. */
export async function splitToShow(desk: Desk, session: Session): Promise<Split | null> {
  if (session.status === 'split') return session;
  if (session.status !== 'ended' || session.group === null) return null;
  const parent = await sessionOf(desk, session.tenant, { community: session.community, id: session.group.parent });
  return parent?.status === 'split' && parent.endedAt === null ? parent : null;
}

/** All groups in order; null for one that has yet to begin. */
export async function groupStatuses(desk: Desk, { tenant, community, groups }: Split, moment: Moment): Promise<StatusMessage['is']> {
  const sessions = await Promise.all(groups.map(({ session }) => sessionOf(desk, tenant, { community, id: session })));
  return { state: 'groups', groups: sessions.map((each) => (each === null ? null : statusOf(sessionAt(each, moment), moment))) };
}
