// What one exchange with the connector means for the outbox: the table of reliability.md 1 with the final answers of
// platform.md ("Limits of Teams"). Pure.

import { z } from 'zod';
import type { SendOutcome } from '../app/ports.ts';

/** What happened on the wire. */
export type Exchange =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown; readonly retryAfter: string | null }
  /** No byte of the request left: refused, name not found, no secure connection, no token. */
  | { readonly kind: 'not-sent'; readonly why: string }
  /** The request, or part of it, left, and no whole answer came. */
  | { readonly kind: 'cut'; readonly why: string };

/** `known`: an edit or a delete of a message that has an id. `open`: a 1:1 conversation. */
export type Act = 'post' | 'edit' | 'delete' | 'open';

const maxRetryAfterMs = 10 * 60_000;
const idSchema = z.object({ id: z.string().min(1) });
const errorSchema = z.object({ error: z.object({ code: z.string().max(100) }) });
const flatErrorSchema = z.object({ code: z.string().max(100) });
/** Answers after which a conversation is closed to us for good. */
const closingCodes: ReadonlySet<string> = new Set(['ConversationBlockedByUser', 'BotNotInConversationRoster', 'BotDisabledByAdmin']);

/** @param now real time in ms, for a `Retry-After` that is a date. */
export function outcomeOf(exchange: Exchange, act: Act, now: number): SendOutcome {
  if (exchange.kind === 'not-sent') return { kind: 'later', afterMs: null, why: exchange.why };
  if (exchange.kind === 'cut') return { kind: 'unknown', why: exchange.why };
  const { status, body, retryAfter } = exchange;
  if (status >= 200 && status <= 299) return sentOf(body, act);
  const code = codeOf(body);
  const why = code === null ? `http-${status}` : `http-${status} ${code}`;
  // 401: our token is no good any more, and the next attempt brings a fresh one (connector.ts).
  if (status === 401 || status === 429 || status === 412) return { kind: 'later', afterMs: retryAfterMs(retryAfter, now), why };
  if (status === 408 || status >= 500) return { kind: 'unknown', why };
  return { kind: 'gone', why, closes: closes({ status, code, act }) };
}

function sentOf(body: unknown, act: Act): SendOutcome {
  const parsed = idSchema.safeParse(body);
  if (parsed.success) return { kind: 'sent', id: parsed.data.id };
  return act === 'edit' || act === 'delete' ? { kind: 'sent', id: '' } : { kind: 'unknown', why: 'no-id' };
}

function closes({ status, code, act }: { readonly status: number; readonly code: string | null; readonly act: Act }): boolean {
  if (status === 403) return code !== null && closingCodes.has(code);
  // A post names nothing but the conversation; an edit may name a message that somebody deleted.
  return status === 404 && (act === 'post' || code === 'ConversationNotFound');
}

/** A code of Microsoft's, in either of the two shapes in use; anything else could be text and is left out. */
function codeOf(body: unknown): string | null {
  const nested = errorSchema.safeParse(body);
  const flat = flatErrorSchema.safeParse(body);
  const code = nested.success ? nested.data.error.code : flat.success ? flat.data.code : '';
  return /^[A-Za-z]+$/.test(code) ? code : null;
}

function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  const waitMs = /^\d+(\.\d+)?$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(waitMs) ? Math.min(Math.max(Math.ceil(waitMs), 0), maxRetryAfterMs) : null;
}
