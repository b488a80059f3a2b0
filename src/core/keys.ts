// Names of people, conversations and documents. Ids are branded, so that one kind never passes for another.

declare const brand: unique symbol;
type Branded<B extends string> = string & { readonly [brand]: B };

/** The Entra tenant's id. */
export type TenantId = Branded<'tenant'>;
/** A Teams conversation without a thread: the community, or a 1:1 chat. */
export type ConversationId = Branded<'conversation'>;
/** A conversation as Teams addresses it: for a channel it ends in `;messageid=<root>`. */
export type ThreadId = Branded<'thread'>;
/** The Entra object id of a person, or `guest:<name>` for someone the bot cannot identify. */
export type PersonId = Branded<'person'>;
export type SessionId = Branded<'session'>;
/** A buddy pair, or trio, of a community. */
export type PairId = Branded<'pair'>;

export const tenantId = (raw: string): TenantId => raw as TenantId;
export const conversationId = (raw: string): ConversationId => raw as ConversationId;
export const threadId = (raw: string): ThreadId => raw as ThreadId;
export const personId = (raw: string): PersonId => raw as PersonId;
export const sessionId = (raw: string): SessionId => raw as SessionId;
export const pairId = (raw: string): PairId => raw as PairId;

/** The conversation a thread belongs to: the part before `;messageid=`. */
export function conversationOf(thread: ThreadId): ConversationId {
  return conversationId(thread.split(';', 1)[0] ?? thread);
}

/** Someone entered by name with `here`: may attend and hold a turn, cannot press. */
export const guestId = (name: string): PersonId => personId(`guest:${name.trim().toLowerCase()}`);
export const isGuest = (id: PersonId): boolean => id.startsWith('guest:');

/** What a document is about; each kind has its machine. */
export type Kind = 'session' | 'community' | 'problem' | 'person' | 'conversation' | 'pair' | 'pairing' | 'clock' | 'pace';

/** The address of a document. `partition` starts with the tenant; `name` is unique within it. */
export interface Key {
  readonly partition: string;
  readonly name: string;
}

/** A document's name among all. */
export const nameOf = ({ partition, name }: Key): string => `${partition}\n${name}`;

/** Whose a document is. */
export const tenantOf = ({ partition }: Key): TenantId => tenantId(partition.split('|', 1)[0] ?? '');

/** The partition of everything that belongs to one conversation. */
export const partitionOf = (tenant: TenantId, conversation: ConversationId): string => `${tenant}|${conversation}`;

export const communityKey = (tenant: TenantId, conversation: ConversationId): Key =>
  ({ partition: partitionOf(tenant, conversation), name: 'community' });
export const conversationKey = (tenant: TenantId, conversation: ConversationId): Key =>
  ({ partition: partitionOf(tenant, conversation), name: 'conversation' });
export const sessionKey = (tenant: TenantId, conversation: ConversationId, id: SessionId): Key =>
  ({ partition: partitionOf(tenant, conversation), name: `session-${id}` });
export const problemKey = (tenant: TenantId, conversation: ConversationId, owner: PersonId): Key =>
  ({ partition: partitionOf(tenant, conversation), name: `problem-${owner}` });
export const personKey = (tenant: TenantId, person: PersonId): Key =>
  ({ partition: `${tenant}|person:${person}`, name: 'person' });
/** Who is whose buddy in a community, and who waits for one. */
export const pairingKey = (tenant: TenantId, conversation: ConversationId): Key =>
  ({ partition: partitionOf(tenant, conversation), name: 'pairing' });
export const pairKey = (tenant: TenantId, conversation: ConversationId, id: PairId): Key => pairKeyIn(partitionOf(tenant, conversation), id);
export const pairKeyIn = (partition: string, id: PairId): Key => ({ partition, name: `pair-${id}` });
/** Where what a pair said of its meetings is kept: apart from the community's history, which others read. */
export const pairShelf = (tenant: TenantId, conversation: ConversationId, id: PairId): string => `${partitionOf(tenant, conversation)}|pair:${id}`;
