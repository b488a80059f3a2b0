// Teams as people see it: what stands in each chat, in which order it came, and which chats say no. It decides nothing
// about time; the wire (wire.ts) brings requests here and takes answers back.

import type { Message } from '../../../src/core/messages.ts';
import type { Instant } from '../../../src/core/time.ts';

/** A message in a chat: every state it was ever in, newest last. */
export interface Shown {
  readonly id: string;
  readonly thread: string;
  readonly versions: Message[];
  readonly postedAt: Instant;
  isDeleted: boolean;
  /** The last edit landed after its sender had given up on it, perhaps over a newer one: nobody can tell (reliability.md 1). */
  isOvertaken: boolean;
}

export type Asked =
  | { readonly act: 'post'; readonly thread: string; readonly message: Message }
  | { readonly act: 'edit'; readonly thread: string; readonly id: string; readonly message: Message }
  | { readonly act: 'delete'; readonly thread: string; readonly id: string }
  | { readonly act: 'open'; readonly thread: string };

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

const failure = (status: number, code: string): Reply => ({ status, body: { error: { code, message: '' } } });

export class FakeTeams {
  /** In the order in which they came. */
  readonly shown: Shown[] = [];
  /** Conversations that say no, all their threads with them, and the code they say it by. */
  readonly refusing = new Map<string, string>();

  /** Does what is asked, at once. */
  take(asked: Asked, at: Instant, isGivenUp: boolean): Reply {
    const code = this.refusing.get(asked.thread.split(';', 1)[0] ?? '');
    if (code !== undefined && asked.act !== 'open') return failure(code === 'ConversationNotFound' ? 404 : 403, code);
    if (asked.act === 'open') return { status: 201, body: { id: asked.thread } };
    if (asked.act === 'post') {
      const shown: Shown = { id: `m${this.shown.length + 1}`, thread: asked.thread, versions: [asked.message], postedAt: at, isDeleted: false, isOvertaken: false };
      this.shown.push(shown);
      return { status: 201, body: { id: shown.id } };
    }
    const known = this.shown.find(({ id, thread, isDeleted }) => id === asked.id && thread === asked.thread && !isDeleted);
    if (known === undefined) return failure(404, 'ActivityNotFoundInConversation');
    if (asked.act === 'delete') known.isDeleted = true;
    else {
      known.versions.push(asked.message);
      known.isOvertaken = isGivenUp;
    }
    return { status: 200, body: { id: known.id } };
  }

  /** What stands in a conversation now, whichever thread it is in, oldest first. */
  visible(conversation: string): readonly Shown[] {
    return this.shown.filter(({ thread, isDeleted }) => !isDeleted && (thread === conversation || thread.startsWith(`${conversation};`)));
  }
}

/** What a message shows now. */
export function nowOf({ versions }: Shown): Message {
  const last = versions.at(-1);
  if (last === undefined) throw new Error('a message without a state');
  return last;
}
