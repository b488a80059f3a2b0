// What the bot says about the pairing of a community, as data: to its coordinator, to the group, and to whoever has no buddy.

import type { UndeliveredWhy } from '../community/undelivered.ts';
import type { ConversationId, PairId } from '../keys.ts';
import type { Refusal } from '../notices.ts';
import type { Tally } from '../pair/pair.ts';
import type { LeftOut, PairingReason, Proposal } from '../pairing/pairing.ts';
import type { Instant } from '../time.ts';
import type { InZone } from './shared.ts';

interface OfPairing extends InZone {
  readonly community: ConversationId;
  /** Null where it is not known. */
  readonly communityName: string | null;
}

/** Somebody to choose, by a short code (core/pairing/codes.ts). */
export interface Choosable {
  readonly code: string;
  readonly name: string;
}

/** One pair as its coordinator sees it: activity alone, no content (product.md 7). */
export interface PairActivity {
  readonly pair: PairId;
  readonly names: readonly string[];
  readonly since: Instant;
  /** They have agreed on a slot. */
  readonly isAgreed: boolean;
  readonly tally: Tally;
  /** Their next meeting; null for none. */
  readonly nextAt: Instant | null;
  readonly paused: readonly { readonly name: string; /** `YYYY-MM-DD`. */ readonly until: string }[];
}

/** What the coordinator has just done, or could not do. */
export type PairsSaid =
  | { readonly is: 'paired' | 'broken-up'; readonly names: readonly string[] }
  | { readonly is: 'announced'; readonly pairCount: number }
  | { readonly is: 'discarded' }
  | { readonly is: 'refused'; readonly refusal: Refusal };

/** `pairs`: for the coordinator alone. */
export interface PairsMessage extends OfPairing {
  readonly card: 'pairs';
  /** Null for nothing. */
  readonly said: PairsSaid | null;
  /** From 1. */
  readonly page: number;
  readonly pageCount: number;
  readonly pairCount: number;
  /** Those of this page. */
  readonly pairs: readonly PairActivity[];
  readonly waiting: readonly { readonly name: string; readonly since: Instant; readonly pausedUntil: string | null }[];
  /** Who asked to be left out. */
  readonly out: readonly string[];
  /** Who is in the chat and takes no part yet; null where nobody could tell. */
  readonly others: readonly string[] | null;
  /** Whom messages about pairs did not reach. */
  readonly unreached: readonly { readonly name: string; readonly reason: UndeliveredWhy | ''; readonly at: Instant }[];
  /** A proposal waits to be announced. */
  readonly hasProposal: boolean;
}

/** The form that pairs two or three by hand. */
export interface PairsFormMessage extends OfPairing {
  readonly card: 'pairs-form';
  readonly people: readonly Choosable[];
  /** Codes of those chosen before. */
  readonly chosen: readonly string[];
  readonly refusal: Refusal | null;
}

/** Asks once more before a pair is broken up. */
export interface PairsSureMessage extends OfPairing {
  readonly card: 'pairs-sure';
  readonly pair: PairId;
  readonly names: readonly string[];
}

export interface ShownGroup {
  readonly names: readonly string[];
  /** `joined`: somebody comes to a pair that stands; `as-it-is`: they go on together. */
  readonly is: 'new' | 'joined' | 'as-it-is';
  readonly reasons: readonly PairingReason[];
}

/** A proposal, before anybody else sees it. */
export interface PairsProposalMessage extends OfPairing {
  readonly card: 'pairs-proposal';
  readonly rev: number;
  readonly whom: Proposal['whom'];
  readonly groups: readonly ShownGroup[];
  readonly leftOut: readonly { readonly name: string; readonly reason: LeftOut['why']; /** Of a pause, `YYYY-MM-DD`. */ readonly until: string | null }[];
  /** Who may be moved. */
  readonly people: readonly Choosable[];
  readonly refusal: Refusal | null;
}

/** To the community: who are buddies from now on. */
export interface PairsAnnouncedMessage {
  readonly card: 'pairs-announced';
  readonly by: string;
  readonly groups: readonly { readonly names: readonly string[] }[];
  /** A new round, in which all pairs are new. */
  readonly isRound: boolean;
}

export type PairingNews =
  /** To whoever is in no group of what was announced. */
  | { readonly is: 'left-out'; readonly reason: LeftOut['why']; /** Of a pause, `YYYY-MM-DD`. */ readonly until: string | null }
  /** To whoever is in the chat again. */
  | { readonly is: 'back' }
  /** To the coordinator: these wait for a buddy now. */
  | { readonly is: 'waiting'; readonly names: readonly string[]; readonly because: 'asked-in' | 'left-alone' | 'back' };

/** To one person alone. */
export interface PairingNewsMessage {
  readonly card: 'pairing-news';
  readonly community: ConversationId;
  /** Filled in when the message leaves. */
  readonly communityName: string | null;
  readonly news: PairingNews;
}
