// Which sessions hold what was looked for, best first. Pure: a store gives, for each term, the entries in which it occurs
// by its index, and every store is ranked by these same functions.

import type { SessionId } from '../keys.ts';
import type { Instant } from '../time.ts';

/** An entry in which a term occurs. */
export interface Hit {
  readonly session: SessionId;
  /** When the entry was said or done. */
  readonly at: Instant;
  /** In what the session was about, not only in what was said in passing (terms.ts). */
  readonly isStrong: boolean;
}

/** A session that holds every term, and its place among the others. */
export interface Found {
  readonly session: SessionId;
  /** How many of the terms belong to what the session was about. */
  readonly score: number;
  /** The first time that any of the terms was written: what is written later does not move it. */
  readonly at: Instant;
}

/** What the hits say of one session. */
interface Tally {
  /** Each term that occurs in it, and whether it does so strongly anywhere. */
  readonly terms: ReadonlyMap<string, boolean>;
  readonly at: Instant;
}

/**
 * The sessions in which every term occurs somewhere in the record, be it in different entries, best first; none for no
 * terms. `hits`: for each term, all entries with it. How often a word was said counts for nothing: a session is about
 * a thing or it is not, and what was talked about most is in the problem anyway.
 */
export function ranked(hits: ReadonlyMap<string, readonly Hit[]>): readonly Found[] {
  const whole = [...tallied(hits)].filter(([, { terms }]) => terms.size === hits.size);
  return whole.map(([session, { terms, at }]) => ({ session, score: [...terms.values()].filter(Boolean).length, at })).sort(inRank);
}

/** The order of `ranked`: more of what it was about, then the newer, then by id, so that no two share a place. */
export function inRank(a: Found, b: Found): number {
  return b.score - a.score || b.at - a.at || (a.session > b.session ? -1 : a.session < b.session ? 1 : 0);
}

/** Terms that one search may hold: more than anybody types, as many as any index takes at once. */
export const maxTerms = 40;

/** What a store without an order of its own makes of its hits: the sessions of `ranked` after a place, so many at most. */
export function pageOfRanked(hits: ReadonlyMap<string, readonly Hit[]>, { after, limit }: { readonly after: Found | null; readonly limit: number }): readonly Found[] {
  return ranked(hits).filter((each) => after === null || inRank(after, each) < 0).slice(0, limit);
}

/** Per session, whatever terms it has: the ground of any ranking. */
function tallied(hits: ReadonlyMap<string, readonly Hit[]>): ReadonlyMap<SessionId, Tally> {
  const tallies = new Map<SessionId, { readonly terms: Map<string, boolean>; at: Instant }>();
  for (const [term, ofTerm] of hits) {
    for (const { session, at, isStrong } of ofTerm) {
      const tally = tallies.get(session) ?? { terms: new Map<string, boolean>(), at };
      tally.terms.set(term, isStrong || tally.terms.get(term) === true);
      tally.at = Math.min(tally.at, at);
      tallies.set(session, tally);
    }
  }
  return tallies;
}
