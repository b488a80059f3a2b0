// In which language a conversation is spoken to: the one its community chose; a 1:1 chat in that of the person's own
// client, else of the community they used last. Null where nobody has said.

import { conversationKey, type Key, personKey } from '../core/keys.ts';
import type { Conversation } from '../core/conversation/conversation.ts';
import type { Member } from '../core/person/person.ts';
import type { Documents } from './ports.ts';

/** Reads more than the conversation only for a 1:1 chat whose person's client has told nothing. Throws when the store fails. */
export async function languageOf(documents: Documents, { tenant, place, person, language }: Conversation): Promise<string | null> {
  if (language !== null || place !== 'personal' || person === null) return language;
  const member = await stateAt<Member>(documents, personKey(tenant, person));
  const [last] = member?.communities ?? [];
  if (last === undefined) return null;
  return (await stateAt<Conversation>(documents, conversationKey(tenant, last.conversation)))?.language ?? null;
}

/** The language of a record is that of the chat it belongs to; a rehearsal's shelf stands beside it (core/rehearsal/rehearsed.ts). */
export async function languageOfRecord(documents: Documents, partition: string): Promise<string | null> {
  return (await stateAt<Conversation>(documents, { partition: partition.replace(/\|rehearsal$/, ''), name: 'conversation' }))?.language ?? null;
}

async function stateAt<S>(documents: Documents, key: Key): Promise<S | null> {
  return ((await documents.load(key))?.doc.state ?? null) as S | null;
}
