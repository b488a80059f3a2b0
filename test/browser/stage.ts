// What the Playground shows, followed as its page follows it: the newest state of every message, and who is there. Lets
// pretend people see the chats in which the person at the keyboard acts.

import { setTimeout as wait } from 'node:timers/promises';
import type { Local } from '../playground/running.ts';
import { cardOf } from '../support/card-buttons.ts';
import { type Chat, Person } from '../support/person.ts';
import { linesOf } from '../support/read-card.ts';

type Json = Readonly<Record<string, unknown>>;

interface User { readonly id: string; readonly name: string; readonly aadObjectId: string }
interface Config {
  readonly tenantId: string;
  readonly bot: { readonly id: string; readonly name: string };
  readonly currentUser: User;
  readonly users: readonly User[];
  readonly groupChats: readonly { readonly id: string; readonly name: string }[];
}

interface Frame {
  readonly actionConversationId: string;
  readonly message?: Json & { readonly messageId?: string; readonly postConversationId?: string };
}

const seenWithinMs = 20_000;
const lookEveryMs = 25;

export class Stage {
  readonly config: Config;
  readonly #local: Local;
  readonly #socket: WebSocket;
  /** By conversation (with its thread), then by message. */
  readonly #chats = new Map<string, Map<string, Json>>();

  private constructor(local: Local, config: Config, socket: WebSocket) {
    this.config = config;
    this.#local = local;
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#take(JSON.parse(String(data)) as Frame));
  }

  static async open(local: Local): Promise<Stage> {
    const answer = await fetch(`${local.playgroundUrl}/_internal/v1/config`);
    const { config } = await answer.json() as { readonly config: Config };
    const socket = new WebSocket(`${local.playgroundUrl.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`);
    const stage = new Stage(local, config, socket);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    return stage;
  }

  close(): void { this.#socket.close(); }

  /** The service URL that the Playground puts into its own activities. */
  get url(): string { return `${this.#local.playgroundUrl}/_connector`; }
  get group(): Chat {
    const [group] = this.config.groupChats;
    if (group === undefined) throw new Error('The Playground knows no group chat');
    return { id: group.id, name: group.name, type: 'groupChat' };
  }

  visible(conversation: string): readonly { readonly id: string; readonly activity: Json }[] {
    return [...this.#chats.get(conversation)?.entries() ?? []].map(([id, activity]) => ({ id, activity }));
  }

  privateChatOf(): null { return null; }

  /** First lines of the cards of a conversation, in order. */
  titles(conversation: string): readonly string[] {
    return this.visible(conversation).flatMap(({ activity }) => (cardOf(activity) === null ? [] : linesOf(activity).slice(0, 1)));
  }

  /** The conversations (with their threads) in which something was said, in the order of their first message. */
  conversations(): readonly string[] { return [...this.#chats.keys()]; }

  /** One of the Playground's users, who acts over HTTP as Teams would tell it. */
  person(name: string): Person {
    const user = this.config.users.find((each) => each.name === name);
    if (user === undefined) throw new Error(`The Playground knows no ${name}`);
    const { tenantId: tenant, bot } = this.config;
    return new Person({ name, id: user.aadObjectId, teamsId: user.id, tenant, bot, botUrl: this.#local.serviceUrl, connector: this });
  }

  /** Resolves when it holds. Rejects after 20 s with the reason, naming what was waited for. */
  async until(what: string, holds: () => boolean): Promise<void> {
    const late = AbortSignal.timeout(seenWithinMs);
    while (!holds()) {
      if (late.aborted) throw new Error(`Not seen within ${seenWithinMs} ms: ${what}`);
      await wait(lookEveryMs);
    }
  }

  #take({ actionConversationId, message }: Frame): void {
    if (typeof message?.messageId !== 'string') return;
    const conversation = message.postConversationId ?? actionConversationId;
    const chat = this.#chats.get(conversation) ?? new Map<string, Json>();
    this.#chats.set(conversation, chat);
    chat.set(message.messageId, message);
  }
}
