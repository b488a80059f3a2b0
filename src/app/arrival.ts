// What reached us from Teams, reduced to what we use. Nothing here comes from a card except `pressed.data`, which is
// unknown until cards/submissions.ts has read it.

import type { ConversationId, PersonId, TenantId } from '../core/keys.ts';
import type { GivenFile, Message } from '../core/messages.ts';
import type { Address } from './ports.ts';

export interface Sender {
  /** Entra object id; null for an anonymous guest. */
  readonly id: PersonId | null;
  readonly teamsId: string;
  readonly name: string;
}

export interface Arrival {
  readonly activityId: string;
  readonly tenant: TenantId;
  readonly place: 'channel' | 'group' | 'personal';
  readonly conversation: ConversationId;
  /** How to answer there. `address.thread` includes the channel thread. */
  readonly address: Address;
  /** Team or chat name, when Teams told it. */
  readonly placeName: string | null;
  /** The team its channel belongs to, by id; absent where there is none or Teams did not tell. */
  readonly team?: string;
  readonly from: Sender;
  /** Of the sender's client, such as `cy-GB`; null when it told none. */
  readonly locale: string | null;
  readonly what:
    /** Text without the bot's mention. `mentioned`: other people named by mention, in order. */
    | { readonly kind: 'said'; readonly text: string; readonly mentioned: readonly Sender[]; /** Sent with it; absent for none. */ readonly files?: readonly GivenFile[] }
    /** `messageId`: the message that carried the button. */
    | { readonly kind: 'pressed'; readonly shape: 'execute' | 'submit'; readonly verb: string; readonly data: unknown; readonly messageId: string | null }
    /** The bot came into a conversation (or a 1:1 chat was opened). */
    | { readonly kind: 'installed' }
    | { readonly kind: 'removed' }
    /** People came into a chat, or were taken out of it; with a `team`, of the team as a whole. */
    | { readonly kind: 'members'; readonly came: readonly Sender[]; readonly left: readonly Sender[] }
    /** The call of a meeting began or ended in this chat; `occurrence` tells one call from another. Nobody need have caused it. */
    | { readonly kind: 'call'; readonly is: 'begun' | 'over'; readonly occurrence: string };
}

/** What the presser of an `Action.Execute` alone is shown, and in which language; no message for nothing. */
export interface Answer {
  readonly message: Message | null;
  /** As of an `Address`. */
  readonly language: string | null;
}

/** Takes one arrival and returns once it is safely kept; what follows from it is delivered afterwards. Never throws. */
export type Receive = (arrival: Arrival) => Promise<Answer>;
