// A Bot Framework connector on loopback, over real HTTP: posts, edits, deletes, 1:1 conversations and rosters. It keeps
// what people would see, records every request in order, and is slow and faulty when told to.

import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Act, FakeMember, Fault, Recorded, Visible } from './connector-faults.ts';

/** What a request will meet; null for nothing. Asked once per request, before it takes effect. */
export type FaultRule = (request: Omit<Recorded, 'activityId' | 'isApplied' | 'order'>) => Fault | null;

interface Reply {
  readonly status: number;
  readonly body: unknown;
}
type Asked = Parameters<FaultRule>[0] & { readonly activityId: string | null; readonly query: URLSearchParams };

export class FakeConnector {
  readonly requests: Recorded[] = [];
  /** Sent with every request until replaced; a queued fault goes first. */
  rule: FaultRule = () => null;
  readonly #queued: Fault[] = [];
  readonly #chats = new Map<string, Map<string, Visible>>();
  readonly #rosters = new Map<string, readonly FakeMember[]>();
  readonly #privateChats = new Map<string, string>();
  readonly #gone = new Set<string>();
  readonly #waiting = new Set<() => void>();
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response));
  #lastId = Date.now();

  /** The service URL to put into activities. */
  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The fake connector is not listening');
    return `http://127.0.0.1:${address.port}/`;
  }

  /** @param port 0 for any free port. */
  async start(port = 0): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    return this;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** The next requests meet these, one each, in order. */
  misbehave(...faults: readonly Fault[]): void {
    this.#queued.push(...faults);
  }

  /** Who is in a conversation (without thread). */
  setMembers(conversation: string, members: readonly FakeMember[]): void {
    this.#rosters.set(conversation, members);
  }

  /** From now on the conversation is not found. */
  removeConversation(conversation: string): void {
    this.#gone.add(conversation);
  }

  /** The messages of a conversation (with its thread) as a person sees them now, oldest first. */
  visible(conversation: string): readonly Visible[] {
    return [...(this.#chats.get(conversation)?.values() ?? [])];
  }

  /** The id of the 1:1 chat with a person (`29:…`), or null while there is none. */
  privateChatOf(teamsId: string): string | null {
    return this.#privateChats.get(teamsId) ?? null;
  }

  /** Resolves when `predicate` holds, now or after some request was dealt with. Rejects after `deadlineMs`. */
  async waitFor(predicate: (connector: this) => boolean, deadlineMs = 10_000): Promise<void> {
    const late = AbortSignal.timeout(deadlineMs);
    while (!predicate(this)) {
      await new Promise<void>((resolve, reject) => {
        const look = () => { this.#waiting.delete(look); resolve(); };
        this.#waiting.add(look);
        late.addEventListener('abort', () => reject(new Error(`Not seen within ${deadlineMs} ms`)), { once: true });
        if (late.aborted) reject(new Error(`Not seen within ${deadlineMs} ms`));
      });
    }
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await askedBy(request).catch(() => null);
    if (asked === null) return sendJson(response, failure(400, 'BadRequest'));
    const fault = this.#queued.shift() ?? this.rule(asked);
    if (fault?.kind === 'slow') await wait(fault.delayMs);
    const isApplied = fault === null || fault.kind === 'slow' || fault.kind === 'no-id' || fault.isApplied;
    const { reply, activityId } = isApplied ? this.#apply(asked) : { reply: { status: 200, body: {} }, activityId: asked.activityId };
    const { query: _, ...facts } = asked;
    this.requests.push({ ...facts, order: this.requests.length, activityId, isApplied: isApplied && reply.status < 300 });
    answer(request, response, fault, reply);
    for (const look of [...this.#waiting]) look();
  }

  #apply(asked: Asked): { readonly reply: Reply; readonly activityId: string | null } {
    const { act, conversation, activityId } = asked;
    if (conversation !== null && (this.#gone.has(conversation) || this.#gone.has(conversation.split(';')[0] ?? ''))) {
      return { reply: failure(404, 'ConversationNotFound'), activityId };
    }
    if (act === 'open') return { reply: { status: 201, body: { id: this.#openPrivate(asked.body) } }, activityId };
    if (act === 'members') return { reply: { status: 200, body: this.#members(asked) }, activityId };
    if (act === 'other') return { reply: failure(404, 'NotFound'), activityId };
    return this.#change(asked, this.#chat(conversation ?? ''));
  }

  #change(asked: Asked, chat: Map<string, Visible>): { readonly reply: Reply; readonly activityId: string | null } {
    const { act, at, body, activityId } = asked;
    if (act === 'post') {
      const id = String((this.#lastId += 1));
      chat.set(id, { id, activity: body, postedAt: at, editCount: 0 });
      return { reply: { status: 201, body: { id } }, activityId: id };
    }
    const message = chat.get(activityId ?? '');
    if (message === undefined) return { reply: failure(404, 'ActivityNotFoundInConversation'), activityId };
    if (act === 'delete') chat.delete(message.id);
    else chat.set(message.id, { ...message, activity: body, editCount: message.editCount + 1 });
    return { reply: { status: 200, body: act === 'delete' ? null : { id: message.id } }, activityId };
  }

  #chat(conversation: string): Map<string, Visible> {
    const chat = this.#chats.get(conversation) ?? new Map<string, Visible>();
    this.#chats.set(conversation, chat);
    return chat;
  }

  #openPrivate(body: Asked['body']): string {
    const [member] = Array.isArray(body.members) ? body.members : [];
    const teamsId = String(member?.id);
    const id = this.#privateChats.get(teamsId) ?? `a:private-${encodeURIComponent(teamsId)}`;
    this.#privateChats.set(teamsId, id);
    return id;
  }

  #members({ conversation, query }: Asked): unknown {
    const all = this.#rosters.get(conversation ?? '') ?? [];
    const from = Number(query.get('continuationToken') ?? 0);
    const to = from + Number(query.get('pageSize') ?? 200);
    return { members: all.slice(from, to), ...(to < all.length ? { continuationToken: String(to) } : {}) };
  }
}

async function askedBy(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const url = new URL(request.url ?? '/', 'http://fake');
  const { act, conversation, activityId } = routeOf(request.method ?? '', url.pathname);
  return {
    at: Date.now(), act, conversation, activityId, method: request.method ?? '', path: url.pathname, query: url.searchParams,
    body: text === '' ? {} : JSON.parse(text), authorization: request.headers.authorization ?? null, from: request.socket.remoteAddress ?? '',
  };
}

function routeOf(method: string, pathname: string): { act: Act; conversation: string | null; activityId: string | null } {
  const [version, conversations, id, what, activity, ...rest] = pathname.split('/').filter((part) => part !== '').map(decodeURIComponent);
  const other = { act: 'other', conversation: null, activityId: null } as const;
  if (version !== 'v3' || conversations !== 'conversations' || rest.length > 0) return other;
  if (id === undefined) return method === 'POST' ? { ...other, act: 'open' } : other;
  if (what === 'pagedmembers' && method === 'GET') return { ...other, act: 'members', conversation: id };
  if (what !== 'activities') return other;
  if (activity === undefined) return method === 'POST' ? { ...other, act: 'post', conversation: id } : other;
  const acts: Readonly<Record<string, Act>> = { PUT: 'edit', DELETE: 'delete', POST: 'post' };
  return { act: acts[method] ?? 'other', conversation: id, activityId: activity };
}

function answer(request: IncomingMessage, response: ServerResponse, fault: Fault | null, reply: Reply): void {
  if (fault?.kind === 'silence') return;
  if (fault?.kind === 'cut') return void request.socket.resetAndDestroy();
  if (fault?.kind === 'no-id') return sendJson(response, { status: 200, body: {} });
  if (fault?.kind === 'status') {
    if (fault.retryAfter !== undefined) response.setHeader('Retry-After', fault.retryAfter);
    return sendJson(response, failure(fault.status, fault.code ?? 'ServiceError'));
  }
  sendJson(response, reply);
}

const failure = (status: number, code: string): Reply => ({ status, body: { error: { code, message: `fake: ${code}` } } });

function sendJson(response: ServerResponse, { status, body }: Reply): void {
  // Not chained: restify, once loaded in the same process, patches `writeHead` of every server to return nothing.
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(body === null ? '' : JSON.stringify(body));
}
