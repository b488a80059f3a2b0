// A pretend colleague: builds the activities Teams would send for what a person does and posts them to the bot's
// endpoint. Sees of the chat what the fake connector holds.

import { buttonsOf, cardOf, untouchedInputsOf } from './card-buttons.ts';
import type { Visible } from './connector-faults.ts';
import type { FakeConnector } from './fake-connector.ts';

type Json = Readonly<Record<string, unknown>>;

/** A place to talk in. A channel's `id` may end in `;messageid=<root>` to speak within a thread. */
export interface Chat {
  readonly id: string;
  readonly type: 'channel' | 'groupChat' | 'personal';
  readonly name?: string;
}

export type Seen = Pick<FakeConnector, 'url' | 'privateChatOf'> & { visible(conversation: string): readonly Pick<Visible, 'id' | 'activity'>[] };

export interface PersonOptions {
  readonly name: string;
  /** Entra object id; null for an anonymous guest. */
  readonly id: string | null;
  /** `29:…`; made from the name if absent. */
  readonly teamsId?: string;
  readonly tenant: string;
  /** Where answers go to, and what people see there. */
  readonly connector: Seen;
  /** Base URL of the service, without a path. */
  readonly botUrl: string;
  readonly bot?: { readonly id: string; readonly name: string };
  /** Bearer token of the service that speaks for Teams; null sends none. */
  readonly token?: (() => string) | null;
  /** Of this person's client, such as `cy-GB`; none is told if absent. */
  readonly locale?: string;
}

export interface Answered {
  readonly status: number;
  /** Parsed JSON, or the text where it is none. */
  readonly body: unknown;
}

export type Shape = 'execute' | 'submit';
export interface Press {
  readonly title: string;
  readonly inputs?: Json;
  readonly shape?: Shape;
  /** The newest message with such a button if absent. */
  readonly messageId?: string;
}

let activityCount = 0;

export class Person {
  readonly name: string;
  readonly teamsId: string;
  readonly #options: PersonOptions;
  readonly #bot: { readonly id: string; readonly name: string };

  constructor(options: PersonOptions) {
    this.#options = options;
    this.#bot = options.bot ?? { id: '28:turnstone', name: 'Turnstone' };
    this.name = options.name;
    this.teamsId = options.teamsId ?? `29:${options.name.toLowerCase().replaceAll(' ', '-')}`;
  }

  /** The 1:1 chat with the bot, under the id the fake connector gives it. */
  get privateChat(): Chat {
    return { id: this.#options.connector.privateChatOf(this.teamsId) ?? `a:private-${encodeURIComponent(this.teamsId)}`, type: 'personal' };
  }

  /** An activity of this person, ready to send or to be spoilt first. */
  activity(chat: Chat, rest: Json): Json {
    activityCount += 1;
    const { tenant, connector, id, locale } = this.#options;
    return {
      id: `${Date.now()}${activityCount}`,
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: connector.url,
      from: { id: this.teamsId, name: this.name, ...(id === null ? {} : { aadObjectId: id }) },
      recipient: this.#bot,
      conversation: {
        id: chat.id, conversationType: chat.type, isGroup: chat.type !== 'personal', tenantId: tenant, ...(chat.name === undefined ? {} : { name: chat.name }),
      },
      channelData: {
        tenant: { id: tenant },
        ...(chat.type === 'channel' ? { team: { id: '19:team@thread.tacv2', name: chat.name ?? 'Team' }, channel: { id: chat.id.split(';')[0] } } : {}),
      },
      ...(locale === undefined ? {} : { locale }),
      ...rest,
    };
  }

  /** Says something; in a channel or group the bot is mentioned unless `isMentioning` is false. */
  async says(chat: Chat, text: string, isMentioning = chat.type !== 'personal'): Promise<Answered> {
    return await this.send(this.saying(chat, text, isMentioning));
  }

  saying(chat: Chat, text: string, isMentioning = chat.type !== 'personal'): Json {
    const mark = `<at>${this.#bot.name}</at>`;
    const entities = isMentioning ? [{ type: 'mention', text: mark, mentioned: this.#bot }] : [];
    return this.activity(chat, { type: 'message', text: isMentioning ? `${mark} ${text}` : text, entities });
  }

  /** Presses a button seen in the chat, with the card's inputs. Throws if nobody could see such a button. */
  async presses(chat: Chat, press: Press): Promise<Answered> {
    return await this.send(this.pressing(chat, press));
  }

  pressing(chat: Chat, { title, inputs = {}, shape = 'execute', messageId }: Press): Json {
    for (const message of this.#options.connector.visible(chat.id).toReversed()) {
      if (messageId !== undefined && message.id !== messageId) continue;
      const card = cardOf(message.activity);
      const button = buttonsOf(card).find((candidate) => candidate.title === title);
      if (button === undefined) continue;
      const typed = { ...untouchedInputsOf(card), ...inputs };
      const data = { ...(shape === 'execute' ? button.data : button.submitData), ...typed };
      return this.forging(chat, { verb: button.verb, data, shape, messageId: message.id });
    }
    throw new Error(`Nobody can see a button "${title}"`);
  }

  /** A press with any verb and data, whether a card offered it or not. */
  async forges(chat: Chat, forged: Forged): Promise<Answered> {
    return await this.send(this.forging(chat, forged));
  }

  forging(chat: Chat, { verb, data, shape = 'execute', messageId }: Forged): Json {
    const reply = messageId === undefined ? {} : { replyToId: messageId };
    if (shape === 'submit') return this.activity(chat, { type: 'message', value: { verb, ...data }, ...reply });
    const value = { action: { type: 'Action.Execute', title: verb, verb, data }, trigger: 'manual' };
    return this.activity(chat, { type: 'invoke', name: 'adaptiveCard/action', value, ...reply });
  }

  /** Adds the bot to a chat, or opens the 1:1 chat with it. */
  async installs(chat: Chat): Promise<Answered> {
    return await this.send(this.activity(chat, { type: 'conversationUpdate', membersAdded: [{ id: this.#bot.id }] }));
  }

  async removes(chat: Chat): Promise<Answered> {
    return await this.send(this.activity(chat, { type: 'conversationUpdate', membersRemoved: [{ id: this.#bot.id }] }));
  }

  /** Posts an activity as it is; the same one twice is what Teams does when it waits too long. */
  async send(activity: unknown): Promise<Answered> {
    const { botUrl, token } = this.#options;
    const headers = { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token()}` } : {}) };
    const response = await fetch(`${botUrl}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) });
    const text = await response.text();
    return { status: response.status, body: parsed(text) };
  }
}

export interface Forged {
  readonly verb: string;
  readonly data: Json;
  readonly shape?: Shape;
  readonly messageId?: string;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
