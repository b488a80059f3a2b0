// What is counted and timed, as a door: parts tell it facts, and know nothing of how they are kept or asked for. Values are
// numbers and names of ours, never an id and never what people wrote. What a part need not know of is measured around it
// (app/measured.ts).

import type { Instant, Millis } from '../core/time.ts';
import type { Doc } from './document.ts';
import type { DueKey, SendOutcome } from './ports.ts';

/** One activity of Teams, from its arrival to its answer. `kind`: what it was; `view` is a client that looks by itself. */
export interface Turn {
  readonly kind: 'said' | 'pressed' | 'view' | 'installed' | 'removed' | 'members' | 'call';
  readonly outcome: 'done' | 'refused' | 'failed';
  /** Real time. */
  readonly lastedMs: Millis;
}

/** One request to Teams. */
export interface Sent {
  readonly act: 'post' | 'edit' | 'delete' | 'open';
  readonly outcome: SendOutcome;
  /** Real time. */
  readonly lastedMs: Millis;
}

/** One request to the store. */
export interface Asked {
  readonly operation: string;
  readonly isFault: boolean;
  /** Real time, waiting for a throttling database included. */
  readonly lastedMs: Millis;
}

/** What one sweep found in the store, whoever is at it. */
export interface Swept {
  /** On the service's clock. */
  readonly now: Instant;
  readonly realNow: Instant;
  readonly rate: number;
  /** Documents with something to send or to try again, now or soon. */
  readonly retries: readonly DueKey[];
  /** Documents whose deadline is over. */
  readonly overdue: readonly DueKey[];
  /** Real time. */
  readonly lastedMs: Millis;
}

export interface Meter {
  turn(turn: Turn): void;
  sent(sent: Sent): void;
  /** An announcement stands in Teams that a deadline had asked for: so much later, in real time, its request left. */
  announced(lateMs: Millis): void;
  /** A claim was found whose owner is gone: nobody can know whether what it was sending arrived. */
  doubted(): void;
  /** What somebody alone should have had is not sent (any more). Both are keys of texts. */
  undelivered(what: string, why: string): void;
  asked(asked: Asked): void;
  /** Somebody else had written a document of this kind in between. */
  conflict(kind: string): void;
  swept(swept: Swept): void;
  /** A request was not let in. */
  turnedAway(why: string): void;
}

const nothing = (): void => {};

/** For simulations and tests, where nobody looks. */
export const silentMeter: Meter = {
  turn: nothing, sent: nothing, announced: nothing, doubted: nothing, undelivered: nothing, asked: nothing, conflict: nothing, swept: nothing, turnedAway: nothing,
};

/** The document as it is once dead claims are released; where there were any, the meter is told. */
export function toldIfFreed(meter: Meter, before: Doc, freed: Doc): Doc {
  if (freed !== before) meter.doubted();
  return freed;
}
