// Rehearsals in the 1:1 chat: while one is open there, what drives a session means the rehearsal; everything else means
// the community, as always.

import { type SessionId, sessionKey } from '../core/keys.ts';
import type { Session } from '../core/session/session.ts';
import { type Caller, communityOf, type Desk } from './desk.ts';

/** Commands that are about the session that is going on. */
const ofSession: ReadonlySet<string> = new Set([
  'help', 'next', 'pause', 'resume', 'more time', 'end', 'note', 'action', 'status', 'order', 'absent', 'here', 'chair', 'rehearse',
]);

/** The caller in the chat itself instead of on behalf of a community. */
export const inThisChat = (caller: Caller): Caller => ({ ...caller, community: caller.arrival.conversation, communities: [] });

/** Where a typed command belongs. */
export async function whereTyped(desk: Desk, caller: Caller, command: string): Promise<Caller> {
  if (caller.arrival.place !== 'personal' || !ofSession.has(command)) return caller;
  const chat = await communityOf(desk, caller.tenant, caller.arrival.conversation);
  return chat === null || chat.session === null ? caller : inThisChat(caller);
}

/** The caller of a press in the 1:1 chat; null unless it is on a card of a rehearsal of their own. */
export async function whereRehearsed(desk: Desk, caller: Caller, session: SessionId): Promise<Caller | null> {
  const stored = await desk.loop.parts.documents.load(sessionKey(caller.tenant, caller.arrival.conversation, session));
  const { rehearsal = null, opener } = (stored?.doc.state ?? {}) as Partial<Session>;
  return rehearsal !== null && opener?.id === caller.by.id ? inThisChat(caller) : null;
}
