// What the call of a meeting does: its start opens the lobby of the meeting planned for then, its end is told to the session
// that runs. Both may come twice, late, out of order, or never.

import { communityKey, sessionId, sessionKey } from '../core/keys.ts';
import type { Arrival } from '../app/arrival.ts';
import { chatOf, communityOf, type Desk, eventIdOf } from './desk.ts';

export interface Call {
  readonly arrival: Arrival;
  readonly is: 'begun' | 'over';
  readonly occurrence: string;
}

/** Whether the conversation is a community at all: elsewhere a call is none of ours. */
export const isOfCommunity = async (desk: Desk, { tenant, conversation }: Arrival): Promise<boolean> =>
  await communityOf(desk, tenant, conversation) !== null;

export async function takeCall(desk: Desk, { arrival, is, occurrence }: Call): Promise<void> {
  const { tenant, conversation, address } = arrival;
  const eventId = eventIdOf('call', is, occurrence);
  if (is === 'begun') {
    // A channel's lobby belongs in the thread in which somebody asks for it. What the event says of its place is not enough.
    if ((await chatOf(desk, tenant, conversation))?.place !== 'group') return;
    const event = { type: 'call-began', session: sessionId(desk.random.id(12)), thread: address.thread } as const;
    await desk.loop.advance(communityKey(tenant, conversation), 'community', { event, eventId });
    return;
  }
  const open = (await communityOf(desk, tenant, conversation))?.session ?? null;
  if (open === null) return;
  await desk.loop.advance(sessionKey(tenant, conversation, open.id), 'session', { event: { type: 'call-ended' }, eventId });
}
