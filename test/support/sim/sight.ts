// What people go by: the cards that stand in their chat, by kind and session.

import type { Message } from '../../../src/core/messages.ts';
import type { SessionId } from '../../../src/core/keys.ts';
import { nowOf, type Shown } from './fake-teams.ts';

export type OfCard<C extends Message['card']> = Extract<Message, { card: C }>;
export interface Seen<C extends Message['card']> {
  readonly shown: Shown;
  readonly message: OfCard<C>;
}

/** The session a message belongs to, as it shows; null for answers and notices. */
export function sessionOn(message: Message): SessionId | null {
  if (message.card === 'summary') return message.isPrivate ? null : message.record.session;
  return 'origin' in message ? message.origin.session : null;
}

/** Whether `session` is `whole`, or one of the groups it became. */
export const isPartOf = (session: SessionId | null, whole: SessionId): boolean => session === whole || session?.startsWith(`${whole}-g`) === true;

export class Sight {
  readonly #visible: () => readonly Shown[];

  constructor(visible: () => readonly Shown[]) { this.#visible = visible; }

  get all(): readonly Shown[] { return this.#visible(); }

  /** The newest card of a kind; `of`: of this session alone. */
  last<C extends Message['card']>(card: C, of: SessionId | null = null): Seen<C> | null {
    const shown = this.all.findLast((each) => { const message = nowOf(each); return message.card === card && (of === null || sessionOn(message) === of); });
    return shown === undefined ? null : { shown, message: nowOf(shown) as OfCard<C> };
  }

  /** The sessions of which such a card stands there. */
  with(card: Message['card']): ReadonlySet<SessionId> {
    return new Set(this.all.flatMap((shown) => { const message = nowOf(shown); return message.card === card ? sessionOn(message) ?? [] : []; }));
  }
}
