// The doors of the loop: store, messenger, clock, randomness and scheduler. Adapters and the simulator stand behind them.

import type { Instant, Millis } from '../core/time.ts';
import type { ConversationId, Key, PersonId, SessionId, TenantId, ThreadId } from '../core/keys.ts';
import type { HistoryEntry } from '../core/history/entry.ts';
import type { Found } from '../core/history/search.ts';
import type { Message, RecordOf } from '../core/messages.ts';
import type { Doc } from './document.ts';

/** A stored document and the version a conditional write must name. */
export interface Stored {
  readonly doc: Doc;
  readonly version: string;
}
export type Saved = { readonly kind: 'saved'; readonly version: string } | { readonly kind: 'conflict' };

/** A document that wants attention; the earlier of the two makes it due. */
export interface DueKey {
  readonly key: Key;
  /** Service's clock, or null. */
  readonly wakeAt: Instant | null;
  /** Real time (leases, back-off), or null. */
  readonly retryAt: Instant | null;
}

export interface Until {
  readonly now: Instant;
  readonly realNow: Instant;
  /** Service's clock; absent for however long ago. */
  readonly from?: Instant;
}

export interface Documents {
  load(key: Key): Promise<Stored | null>;
  /** Inserts; `conflict` if the key exists. */
  create(doc: Doc): Promise<Saved>;
  /** Replaces only if the stored version is still `version`; `conflict` if it is not or nothing is stored. */
  replace(doc: Doc, version: string): Promise<Saved>;
  /**
   * Documents with `retryAt <= realNow` or `wakeAt <= now`, inclusive: those to retry first, each group earliest first. `from`:
   * not those to wake up to that instant. Where one of the clocks is asked about minus infinity, none is due by it.
   */
  due(until: Until, limit: number): Promise<readonly DueKey[]>;
  /** The earliest `wakeAt` of all documents, or null. */
  nextWake(): Promise<Instant | null>;
  /** Documents of one kind in a partition, by name. */
  list(partition: string, kind: string): Promise<readonly Stored[]>;
  /** Keys of all documents that name this person in `people`, within the tenant. */
  of(tenant: TenantId, person: PersonId): Promise<readonly Key[]>;
  /** Documents with `expiresAt <= before`, earliest first. */
  expired(before: Instant, limit: number): Promise<readonly Key[]>;
  /** Removes only if the stored version is still `version`; false if it is not or nothing is stored. */
  remove(key: Key, version: string): Promise<boolean>;
  /** Removes every document of the partition. */
  forget(partition: string): Promise<void>;
}

/** Newest first. `olderThan` continues a page; null when there is no more. */
export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  readonly olderThan: string | null;
}

/** A page of what a search finds: from the first, or after the place of one that need not be there any more. */
export interface SearchPage {
  readonly after: Found | null;
  readonly limit: number;
}

export interface History {
  /** The same id twice is once: the first stays. The time it is kept counts from `keptFrom` (service's clock). */
  add(entry: HistoryEntry, keptFrom: Instant): Promise<void>;
  /** Session entries of a partition, newest first, `limit` at most, older than the cursor if one is given. */
  page(partition: string, olderThan: string | null, limit: number): Promise<HistoryPage>;
  /** Every entry of one session, oldest first. */
  ofSession(partition: string, session: SessionId): Promise<readonly HistoryEntry[]>;
  /** Entries that name this person in `people`, within the tenant, oldest first. */
  of(tenant: TenantId, person: PersonId): Promise<readonly HistoryEntry[]>;
  /** Sessions of the partition in which every one of the terms occurs (core/history/terms.ts), as `ranked` has them; `maxTerms` terms at most. */
  search(partition: string, terms: readonly string[], page: SearchPage): Promise<readonly Found[]>;
  /** Sessions of which an entry is kept from `before` or earlier, earliest first, each once; `limit` at most, and only none says that there are no more. */
  expired(before: Instant, limit: number): Promise<readonly RecordOf[]>;
  /** Removes every entry of a session. */
  remove(record: RecordOf): Promise<void>;
  forget(partition: string): Promise<void>;
}

/** What a store has asked of its database since it was opened, by operation. */
export interface Charge {
  readonly operation: string;
  /** How often it was asked for, every further try included. */
  readonly count: number;
  /** Of these, how often the database was too busy. */
  readonly throttledCount: number;
  /** As the database counted them. */
  readonly requestUnits: number;
}

export interface Store {
  readonly documents: Documents;
  readonly history: History;
  /** Empty where requests cost nothing. */
  charges(): readonly Charge[];
  close(): Promise<void>;
}

/** Where a message goes: everything a POST needs, none of it from a card. */
export interface Address {
  readonly tenant: TenantId;
  readonly serviceUrl: string;
  readonly thread: ThreadId;
  readonly bot: { readonly id: string; readonly name: string };
  /** Code of the language in which people there are spoken to; null where nobody has said. */
  readonly language: string | null;
}

/** An address, and until when anything may go there. */
export interface Destination extends Address {
  /**
   * Real time after which no byte may leave any more, since the process may have stood still and somebody else have taken
   * over: then the outcome is `later`. Absent for whenever.
   */
  readonly startBy?: Instant;
}

/** Announcements of a running session go before everything else; edits come last. */
export type Priority = 'announcement' | 'message' | 'reminder' | 'edit';

/** What somebody who waits to send is let go by. */
export interface Urgency {
  readonly priority: Priority;
  /** Of those alike, what is about the nearest goes first: when the meeting begins that it is about; null where it is about none. */
  readonly startsAt: Instant | null;
}

/** What became of one attempt (reliability.md 1). Delays are real time. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly id: string }
  /** Surely not applied; may be tried again. `afterMs` from Retry-After, null when Teams named none. */
  | { readonly kind: 'later'; readonly afterMs: Millis | null; readonly why: string }
  /** Surely not applied and never will be: blocked, gone, too large, refused. */
  | { readonly kind: 'gone'; readonly why: string; readonly closes: boolean }
  /** Nobody can know: 5xx, 408, reset, time-out. */
  | { readonly kind: 'unknown'; readonly why: string };

export interface Messenger {
  /** One attempt, 5 s deadline. The caller has its place under the platform's pace (app/pace.ts). */
  post(to: Destination, message: Message): Promise<SendOutcome>;
  /** Replaces the message with the known id; may be repeated freely. */
  edit(to: Destination, id: string, message: Message): Promise<SendOutcome>;
  delete(to: Address, id: string): Promise<SendOutcome>;
  /** The id of the 1:1 chat with a person (`29:…`), opened if need be. `sent.id` is the conversation's id. */
  openPrivate(to: Omit<Address, 'thread' | 'language'>, teamsUserId: string): Promise<SendOutcome>;
}

/** One member of a conversation, reduced to what we use. `id` is null for someone without an Entra object id. */
export interface Member {
  readonly id: PersonId | null;
  readonly teamsId: string;
  readonly name: string;
}
export interface Directory {
  /** Members of a conversation; throws when Teams does not answer. */
  members(of: Address, conversation: ConversationId): Promise<readonly Member[]>;
}

export interface Clock {
  /** The service's clock: never goes back. */
  now(): Instant;
  /** Real time, for leases, back-off and deadlines of requests. */
  realNow(): Instant;
  /** How many times faster than real time the service's clock runs; 1 outside local mode. */
  readonly rate: number;
}

/** Runs work later, in real time. The only place where timers are made. */
export interface Scheduler {
  after(delayMs: Millis, work: () => void): { cancel(): void };
}

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** A fresh id of `lengthChars` lower-case letters and digits. */
  id(lengthChars: number): string;
}
