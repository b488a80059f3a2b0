// How a conversation is reached: renewed by every inbound activity, closed when Teams gives a final answer.

import type { Instant } from '../time.ts';
import { type ConversationId, type PersonId, type TenantId, threadId } from '../keys.ts';
import { type Machine, moved, type Moment, refused, type Stepped } from '../machine.ts';

export interface Conversation {
  readonly tenant: TenantId;
  readonly id: ConversationId;
  readonly place: 'channel' | 'group' | 'personal';
  /** Whose 1:1 chat it is; null elsewhere, and where that has not been told. */
  readonly person: PersonId | null;
  readonly name: string | null;
  /** The team a channel belongs to, by its id; absent elsewhere, and where that has not been told. */
  readonly team?: string;
  /** Code of the language it is written to in; null where none was chosen or told. */
  readonly language: string | null;
  readonly serviceUrl: string;
  readonly bot: { readonly id: string; readonly name: string };
  /** Teams said no for good; until somebody writes there again nothing is sent. */
  readonly closed: { readonly at: Instant; readonly why: string } | null;
}

export type ConversationEvent =
  | { readonly type: 'heard-from'; readonly from: Omit<Conversation, 'closed'> }
  | { readonly type: 'closed'; readonly why: string }
  /** By `set up`. */
  | { readonly type: 'language-chosen'; readonly language: string };

function step(conversation: Conversation | null, event: ConversationEvent, { at }: Moment): Stepped<Conversation> {
  if (event.type === 'heard-from') {
    const name = event.from.name ?? conversation?.name ?? null;
    const person = event.from.person ?? conversation?.person ?? null;
    const language = event.from.language ?? conversation?.language ?? null;
    const team = event.from.team ?? conversation?.team;
    return moved<Conversation>({ ...event.from, name, person, language, ...(team !== undefined && { team }), closed: null });
  }
  if (conversation === null) return refused({ reason: 'no-community' });
  if (event.type === 'language-chosen') return moved<Conversation>({ ...conversation, language: event.language });
  return moved<Conversation>({ ...conversation, closed: { at, why: event.why } });
}

/** Whether an arrival tells nothing new, so that nothing need be written. */
export function isSameReach(conversation: Conversation, from: Omit<Conversation, 'closed'>): boolean {
  return conversation.closed === null && conversation.serviceUrl === from.serviceUrl && conversation.bot.id === from.bot.id
    && conversation.bot.name === from.bot.name && (from.name === null || conversation.name === from.name) && (from.person === null || conversation.person === from.person)
    && (from.language === null || conversation.language === from.language) && (from.team === undefined || conversation.team === from.team);
}

export const conversationMachine: Machine<Conversation, ConversationEvent> = {
  step,
  wakeAt: () => null,
  draw: () => null,
  home: ({ id }) => ({ kind: 'thread', thread: threadId(id) }),
  people: ({ person }) => (person === null ? [] : [person]),
  // While it is open it is the way to people, however long they are silent; removed, it is known again when heard from.
  expiresAt: ({ closed }, retentionMs) => (closed === null ? null : closed.at + retentionMs),
};
