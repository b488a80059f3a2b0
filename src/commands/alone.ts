// Answers that hold what is for one person alone: they never go into a message that others read.

import { personKey } from '../core/keys.ts';
import type { Message } from '../core/messages.ts';
import { type Caller, type Desk, eventIdOf, type Reply } from './desk.ts';

/** Nobody else reads what is answered: the 1:1 chat, or the answer to a press. */
export const isReadAlone = ({ arrival: { place, what } }: Caller): boolean => place === 'personal' || (what.kind === 'pressed' && what.shape === 'execute');

/** `message` to the caller alone: where the client cannot do that it goes to the 1:1 chat, and the chat is told so. */
export async function aloneTo(desk: Desk, caller: Caller, message: Message): Promise<Reply> {
  if (isReadAlone(caller)) return message;
  const { arrival, by, tenant } = caller;
  const insteadTo = { community: arrival.conversation, thread: arrival.address.thread };
  const mail = { type: 'mail', message, name: by.name, insteadTo } as const;
  await desk.loop.advance(personKey(tenant, by.id), 'person', { event: mail, eventId: eventIdOf('alone', message.card, by.id, arrival.activityId) });
  return { card: 'notice', notice: { kind: 'see-private', name: by.name, teamsId: by.teamsId } };
}
