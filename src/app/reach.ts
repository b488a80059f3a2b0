// How a document's messages reach people: a conversation as last heard from, or a 1:1 chat that is opened if need be.

import { conversationKey, conversationOf, type Key, personKey, tenantId, type TenantId, threadId, type ThreadId } from '../core/keys.ts';
import type { Conversation } from '../core/conversation/conversation.ts';
import type { Member } from '../core/person/person.ts';
import type { Doc } from './document.ts';
import { machineOf, type MovingKind } from './machines.ts';
import type { Loop } from './loop.ts';
import type { Pace } from './pace.ts';
import type { Address, Messenger, SendOutcome } from './ports.ts';
import { languageOf } from './spoken-to.ts';

export interface ReachParts {
  readonly loop: Loop;
  readonly messenger: Messenger;
  readonly pace: Pace;
}

const never = (why: string): SendOutcome => ({ kind: 'gone', why, closes: false });

/** Where the messages of `doc` go; an outcome when there is no way. */
export async function addressOf(parts: ReachParts, doc: Doc): Promise<Address | SendOutcome> {
  const home = machineOf(doc.kind as MovingKind).home(doc.state, doc.posted);
  const tenant = tenantId(doc.key.partition.split('|', 1)[0] ?? '');
  if (home.kind === 'thread') return inLanguage(await reach(parts, tenant, home.thread), home.language);
  const member = await stateOf<Member>(parts, personKey(tenant, home.person));
  if (member?.chat != null) return reach(parts, tenant, threadId(member.chat));
  return openChat(parts, tenant, member);
}

/** A document that keeps to a language of its own is drawn in it, whatever its chat has chosen since. */
const inLanguage = (to: Address | SendOutcome, language: string | undefined): Address | SendOutcome =>
  ('serviceUrl' in to && language !== undefined ? { ...to, language } : to);

async function reach(parts: ReachParts, tenant: TenantId, thread: ThreadId): Promise<Address | SendOutcome> {
  const conversation = await stateOf<Conversation>(parts, conversationKey(tenant, conversationOf(thread)));
  if (conversation === null) return never('conversation unknown');
  if (conversation.closed !== null) return never(conversation.closed.why);
  const language = await languageOf(parts.loop.parts.documents, conversation);
  return { tenant, thread, serviceUrl: conversation.serviceUrl, bot: conversation.bot, language };
}

/** Opens the 1:1 chat by way of a community both are in. */
async function openChat(parts: ReachParts, tenant: TenantId, member: Member | null): Promise<Address | SendOutcome> {
  const community = member?.communities[0];
  if (member?.teamsId == null || community === undefined) return never('no 1:1 chat known');
  const via = await reach(parts, tenant, threadId(community.conversation));
  if (!('serviceUrl' in via)) return via;
  await parts.pace.place(tenant, community.conversation, { priority: 'reminder', startsAt: null });
  const opened = await parts.messenger.openPrivate({ tenant, serviceUrl: via.serviceUrl, bot: via.bot }, member.teamsId);
  // Opening a chat twice is opening it once, so that an unknown outcome is simply tried again.
  if (opened.kind !== 'sent') return opened.kind === 'unknown' ? { kind: 'later', afterMs: null, why: opened.why } : opened;
  await keepChat(parts, { ...via, thread: threadId(opened.id) }, member);
  return reach(parts, tenant, threadId(opened.id));
}

/** An opened chat is known from now on: it is not opened again, and a final no there has somewhere to be kept. */
async function keepChat({ loop }: ReachParts, { tenant, thread, serviceUrl, bot }: Address, member: Member): Promise<void> {
  const id = conversationOf(thread);
  const key = conversationKey(tenant, id);
  if (await stateOf<Conversation>({ loop }, key) === null) {
    await loop.advance(key, 'conversation', { event: { type: 'heard-from', from: { tenant, id, place: 'personal', person: member.id, name: null, language: null, serviceUrl, bot } } });
  }
  const by = { id: member.id, name: member.name, teamsId: member.teamsId };
  await loop.advance(personKey(tenant, member.id), 'person', { event: { type: 'seen', tenant, by, chat: id, community: null } });
}

async function stateOf<S>({ loop }: Pick<ReachParts, 'loop'>, key: Key): Promise<S | null> {
  return ((await loop.parts.documents.load(key))?.doc.state ?? null) as S | null;
}
