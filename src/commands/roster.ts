// Whether somebody is still in the chat of a community, for what they ask for elsewhere: Teams tells of leaving a group
// chat or a team, but not of a private or shared channel. Asked at most every few minutes for each chat; where Teams
// does not answer, what is stored decides.

import type { Address, Clock, Directory, Member } from '../app/ports.ts';
import { traceOfPlace } from '../app/traces.ts';
import type { Conversation } from '../core/conversation/conversation.ts';
import type { PersonId } from '../core/keys.ts';
import { threadId } from '../core/keys.ts';
import { minutes } from '../core/time.ts';
import { faultOf, type Log } from '../log.ts';

/** Real time for which an answer holds: so long, at most, somebody who was taken out still sees the history. */
const holdsForMs = minutes(5);
/** Chats remembered at once. */
const keptChats = 500;

interface Asked {
  readonly at: number;
  /** Null where Teams told nothing. */
  readonly members: Promise<readonly Member[] | null>;
}

export interface Roster {
  /** Who is in the chat; null where nobody can tell. */
  members(chat: Conversation): Promise<readonly Member[] | null>;
  /** Null: nobody can tell. */
  has(chat: Conversation, person: { readonly id: PersonId; readonly teamsId: string | null }): Promise<boolean | null>;
}

export function createRoster(directory: Directory, clock: Clock, log: Log): Roster {
  const asked = new Map<string, Asked>();
  const membersOf = (chat: Conversation): Asked['members'] => {
    const name = `${chat.tenant}|${chat.id}`;
    const known = asked.get(name);
    if (known !== undefined && clock.realNow() - known.at < holdsForMs) return known.members;
    const members = directory.members(addressOf(chat), chat.id).catch((error: unknown) => {
      log.info('directory.silent', { ...traceOfPlace(addressOf(chat)), ...faultOf(error) });
      return null;
    });
    asked.delete(name);
    asked.set(name, { at: clock.realNow(), members });
    if (asked.size > keptChats) asked.delete([...asked.keys()][0] ?? '');
    return members;
  };
  return {
    members: async (chat) => (chat.closed === null ? membersOf(chat) : null),
    has: async (chat, { id, teamsId }) => {
      if (chat.closed !== null) return null;
      const members = await membersOf(chat);
      // A list in which nobody can be told apart says nothing of anybody.
      if (members === null || members.every((member) => member.id === null)) return null;
      return members.some((member) => member.id === id || member.teamsId === teamsId);
    },
  };
}

const addressOf = ({ tenant, id, serviceUrl, bot, language }: Conversation): Address => ({ tenant, serviceUrl, bot, language, thread: threadId(id) });
