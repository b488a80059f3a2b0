// A document as it is stored: state, waiting effects and next deadline in one, so that one conditional write moves all.

import type { Instant } from '../core/time.ts';
import type { Key, Kind, PersonId } from '../core/keys.ts';
import type { Effect } from '../core/machine.ts';

/** An effect that waits to be carried out. Times are real time. */
export interface Waiting {
  /** `<revision of the document>.<n>`: unique within the document, and the key of an announcement. */
  readonly id: string;
  readonly effect: Effect;
  readonly attemptCount: number;
  /** Not before this instant: back-off, or the wait for evidence. */
  readonly notBefore: Instant | null;
  /**
   * Set while one process may be sending it; the outcome of a claim found without its owner is unknown. `hasBegun`: of what
   * must not come twice, that the attempt itself was begun.
   */
  readonly claim: { readonly owner: string; readonly until: Instant; readonly hasBegun?: boolean } | null;
  /** The outcome of an attempt is unknown since this instant; null while it is not. */
  readonly doubtfulSince: Instant | null;
}

/** A message that stands in Teams. */
export interface Posted {
  readonly id: string;
  /** It was posted again after an unknown outcome: a twin may turn up, and is folded when it does. */
  readonly mayHaveTwin: boolean;
}

export interface Doc {
  readonly key: Key;
  readonly kind: Kind;
  /** Version of the shape of this kind of document: its state, and what waits in its outbox (app/upgrade.ts). */
  readonly v: number;
  /** Counts the commits. */
  readonly revision: number;
  readonly state: unknown;
  readonly outbox: readonly Waiting[];
  readonly posted: Readonly<Record<string, Posted>>;
  /** Of a person: when a message of a community last arrived in their own chat, by its partition (service's clock). Absent before one did. */
  readonly reached?: Readonly<Record<string, Instant>>;
  /** Ids of the last events, so that a repeated one is one effect. */
  readonly seen: readonly string[];
  /** Service's clock. */
  readonly wakeAt: Instant | null;
  /** Real time: the earliest moment at which an effect may be tried or a claim resolved. */
  readonly retryAt: Instant | null;
  readonly people: readonly PersonId[];
  /** Service's clock. */
  readonly expiresAt: Instant | null;
}

/** Of two readings of one document, the later. */
export const newer = (known: Doc, other: Doc): Doc => (other.revision >= known.revision ? other : known);
