// "This group met something like it before": which earlier turns a new write-up is like, by the rare words they share.
// Pure: a store says in which sessions a word occurs, the entries of the likeliest say the rest. No model and no network,
// so it errs on the side of silence: what it shows has to look alike to a reader too.

import { type CameOf, cameOf } from '../problem/came-of.ts';
import type { WriteUp } from '../problem/write-up.ts';
import { localDate } from '../calendar/local-time.ts';
import type { SessionId } from '../keys.ts';
import type { Instant } from '../time.ts';
import type { HistoryEntry, SessionEntry } from './entry.ts';
import type { Found } from './search.ts';
import { termsIn } from './terms.ts';

/** What nearly every problem of a school has in it, so that sharing it says nothing. */
const everyday = new Set(termsIn(
  'pupil pupils student students child children class classes classroom lesson lessons teacher teachers teach teaching learn learning school schools ' +
  'staff team teams colleague colleagues lead leader leaders leadership head senior middle subject department year years term week weeks day days time ' +
  'problem problems issue issues challenge question work working practice improve improving improvement support help need needs make makes use using used ' +
  'new old many some most more less few several often always never still also very much well good better best bad get gets go going want know think ' +
  'because since after before during while across within without each every all any other others one two three first last key stage phase ' +
  'group groups plan plans planning result results change changes say says see seen take takes give gives find start really around just only even ' +
  'meeting meetings session sessions people way ways thing things lot able hard difficult different important quality consistent consistency',
));

/** Searches that one write-up causes: its own words first. */
const maxQueryTerms = 24;
/** Sessions that one word brings up, the likeliest first. */
export const hitsPerTerm = 100;
/** Records that are read. */
const readSessions = 5;
const maxShown = 2;
/** Words that the problems themselves must share, and how much of what is particular to the new one. */
const minShared = 2;
const minShare = 0.3;
/** Of a word outside the problem itself. */
const besidesWeight = 0.5;

/** A word that a write-up is looked up by, and how much of it stands in its problem. */
export interface QueryTerm {
  readonly term: string;
  readonly weight: number;
}

/** An earlier turn that is like the write-up. */
export interface Similar {
  readonly session: SessionId;
  /** From 0. */
  readonly turn: number;
  /** `YYYY-MM-DD` in the zone of its session. */
  readonly heldOn: string;
  readonly owner: string;
  readonly problem: string;
  /** What its owner committed to and what came of it; null where nothing was saved. */
  readonly came: CameOf | null;
}
interface Scored { readonly similar: Similar; readonly score: number; readonly heldAt: Instant }

/** The words that are particular to a write-up, those of its problem before the others. */
export function queryOf(writeUp: WriteUp): readonly QueryTerm[] {
  return [...weighed(termsIn(writeUp.problem), writeUp)].map(([term, weight]) => ({ term, weight })).slice(0, maxQueryTerms);
}

type Text = Pick<WriteUp, 'problem' | 'evidence' | 'context' | 'why'>;

/** Each word that tells, and how much of it stands in the problem. `problem`: the terms of that. */
function weighed(problem: readonly string[], { evidence, context, why }: Text): ReadonlyMap<string, number> {
  const weights = new Map(problem.filter(isTelling).map((term) => [term, 1]));
  for (const term of termsIn([evidence, context, why].join('\n')).filter(isTelling)) if (!weights.has(term)) weights.set(term, besidesWeight);
  return weights;
}
const isTelling = (term: string): boolean => !everyday.has(term) && !/^\d+$/.test(term);

/** How much a word tells: much where it is rare. One that no record has may be a chance of phrasing, and counts half. */
const tellingOf = (sessionCount: number): number => Math.log2(1 + (hitsPerTerm + 1) / Math.max(1, sessionCount)) * (sessionCount === 0 ? 0.5 : 1);

/** The sessions worth reading, the likeliest first. `hits`: for each term, the sessions that hold it, `hitsPerTerm` at most. */
export function likeliest(query: readonly QueryTerm[], hits: ReadonlyMap<string, readonly Found[]>): readonly SessionId[] {
  const scores = new Map<SessionId, { score: number; at: Instant }>();
  for (const { term, weight } of query) {
    const found = hits.get(term) ?? [];
    for (const { session, score: strength, at } of found) {
      const known = scores.get(session) ?? { score: 0, at };
      scores.set(session, { score: known.score + weight * tellingOf(found.length) * (strength > 0 ? 1 : besidesWeight), at: Math.max(known.at, at) });
    }
  }
  return [...scores].sort(([, a], [, b]) => b.score - a.score || b.at - a.at).slice(0, readSessions).map(([session]) => session);
}

interface Asked {
  readonly problem: string;
  readonly query: readonly QueryTerm[];
  readonly hits: ReadonlyMap<string, readonly Found[]>;
}

/**
 * Two problems share two words that tell; or, short as many are, all that tell in one of them and half of what is said
 * around it. The same problem in the same words is always like itself.
 */
function areAlike(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [one, other].map((terms) => ({ terms, telling: terms.filter(isTelling), around: terms.filter((term) => !isTelling(term)) }));
  if (a === undefined || b === undefined) return false;
  const sharedOf = (from: readonly string[], to: readonly string[]): number => from.filter((term) => to.includes(term)).length;
  const [telling, around] = [sharedOf(a.telling, b.telling), sharedOf(a.around, b.around)];
  if (telling >= minShared || (telling > 0 && a.terms.join() === b.terms.join())) return true;
  return telling > 0 && telling === Math.min(a.telling.length, b.telling.length) && around > 0 && 2 * around >= Math.min(a.around.length, b.around.length);
}

/**
 * The turns that are like the write-up among the records read, best first, at most one of a session: those alike in their problems
 * that share enough of all the words that tell.
 */
export function similarAmong({ problem, query, hits }: Asked, records: readonly (readonly HistoryEntry[])[]): readonly Similar[] {
  const telling = (term: string): number => tellingOf(hits.get(term)?.length ?? 0);
  const wanted = { problem: termsIn(problem), telling: query.filter(({ weight }) => weight === 1).reduce((sum, { term }) => sum + telling(term), 0) };
  const scored = records.flatMap((entries) => {
    const held = entries.find((entry): entry is SessionEntry => entry.kind === 'session');
    const turns = held?.turns.flatMap((turn, at): readonly Scored[] => {
      const text = turn.writeUp ?? { problem: turn.problem ?? '', evidence: '', context: '', why: '' };
      const about = termsIn(text.problem);
      if (!turn.wasHeld || !areAlike(wanted.problem, about)) return [];
      const own = weighed(about, text);
      const shared = query.filter(({ term }) => own.has(term));
      const score = shared.reduce((sum, { term, weight }) => sum + telling(term) * Math.min(weight, own.get(term) ?? 0), 0);
      if (score < minShare * wanted.telling) return [];
      return [{ similar: { session: held.session, turn: at, heldOn: localDate(held.startedAt, held.zone), owner: turn.owner.name, problem: text.problem, came: cameOf(entries, at) }, score, heldAt: held.startedAt }];
    }) ?? [];
    return turns.toSorted((a, b) => b.score - a.score).slice(0, 1);
  });
  return scored.sort((a, b) => b.score - a.score || b.heldAt - a.heldAt).slice(0, maxShown).map(({ similar }) => similar);
}
