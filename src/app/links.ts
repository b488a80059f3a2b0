// Signed links that expire: who holds one may download one record until then, nothing else (product.md 1).

import { createHmac, timingSafeEqual } from 'node:crypto';
import { dayMs, type Instant, type Millis } from '../core/time.ts';
import { sessionId } from '../core/keys.ts';
import type { Message, RecordOf } from '../core/messages.ts';

/** A link in a chat works this long; `history` gives a fresh one. */
const lifeMs: Millis = 30 * dayMs;

export interface LinkSettings {
  /** Where people reach this service, without a slash at the end; null: no links. */
  readonly publicUrl: () => string | null;
  readonly secret: string;
  readonly realNow: () => Instant;
}

export interface Links {
  /** Fills in the links of a message that is about to leave. */
  readonly withLinks: (message: Message) => Message;
  /** The record a token leads to; null when it is forged or out of date. */
  readonly read: (token: string) => RecordOf | null;
}

export function createLinks({ publicUrl, secret, realNow }: LinkSettings): Links {
  const sign = (text: string): string => createHmac('sha256', secret).update(text).digest('base64url');
  const urlOf = ({ partition, session }: RecordOf): string | null => {
    const base = publicUrl();
    if (base === null) return null;
    const body = Buffer.from(JSON.stringify([partition, session, Math.ceil((realNow() + lifeMs) / dayMs) * dayMs])).toString('base64url');
    return `${base}/records/${body}.${sign(body)}`;
  };
  return {
    withLinks: (message) => {
      if (message.card === 'summary' || message.card === 'record') return { ...message, recordUrl: urlOf(message.record) };
      if (message.card !== 'history') return message;
      return { ...message, sessions: message.sessions.map((each) => ({ ...each, recordUrl: urlOf(each.record) })) };
    },
    read: (token) => {
      const [body = '', signature = '', ...rest] = token.split('.');
      const expected = Buffer.from(sign(body));
      const given = Buffer.from(signature);
      if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      const [partition, session, expiresAt] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [string, string, number];
      return expiresAt < realNow() ? null : { partition, session: sessionId(session) };
    },
  };
}
