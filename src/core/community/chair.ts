// Who chairs next (guidance, domain.md 1.3; the order of the proposal is our decision there).

import { isGuest, type PersonId } from '../keys.ts';
import { compareBirthdays, type Birthday } from './birthday.ts';

export type { Birthday } from './birthday.ts';

/** What the rota knows of one person. Instants are of the service's clock. */
export interface ChairRecord {
  readonly name: string;
  readonly sessionCount: number;
  readonly chairedCount: number;
  readonly lastChairedAt: number | null;
  readonly birthday: Birthday | null;
}

/** Why somebody is proposed, for the lobby. */
export type ChairReason = 'volunteered' | 'appointed' | 'earliest-birthday' | 'fewest-times' | 'longest-ago' | 'by-name' | 'only-one';

/** Someone expected to attend. */
export interface Candidate {
  readonly id: PersonId;
  readonly record: ChairRecord;
}

/**
 * The chair proposed among those expected to attend: someone at their very first session last, unless all are; then
 * fewest times chaired, longest since, earliest birthday in the year, name. `because` names the first of these by which
 * the proposal comes before the next person. Guests are never proposed, since they cannot press; null without anyone else.
 */
export function proposeChair(candidates: readonly Candidate[]): { readonly id: PersonId; readonly because: ChairReason } | null {
  const [first, second] = candidates.filter(({ id }) => !isGuest(id)).toSorted(compareCandidates);
  if (first === undefined) return null;
  return { id: first.id, because: second === undefined ? 'only-one' : reasonFor(first.record, second.record) };
}

type Compare = (a: ChairRecord, b: ChairRecord) => number;

/** Nothing attended yet: this would be their first session. */
const isFirstTimer = (record: ChairRecord): boolean => record.sessionCount === 0;
const neverAt = -Infinity;

/** The rules after "first-timers last", in order, each with its name. */
const rules: readonly (readonly [ChairReason, Compare])[] = [
  ['fewest-times', (a, b) => a.chairedCount - b.chairedCount],
  ['longest-ago', (a, b) => compareNumbers(a.lastChairedAt ?? neverAt, b.lastChairedAt ?? neverAt)],
  ['earliest-birthday', byBirthday],
  ['by-name', (a, b) => a.name.localeCompare(b.name, 'en-GB')],
];

/** Like a subtraction, but two that never chaired are equal. */
const compareNumbers = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** Those without a birthday after those with one. */
function byBirthday(a: ChairRecord, b: ChairRecord): number {
  if (a.birthday === null || b.birthday === null) return Number(a.birthday === null) - Number(b.birthday === null);
  return compareBirthdays(a.birthday, b.birthday);
}

function compareCandidates(a: Candidate, b: Candidate): number {
  const byFirstTime = Number(isFirstTimer(a.record)) - Number(isFirstTimer(b.record));
  if (byFirstTime !== 0) return byFirstTime;
  for (const [, compare] of rules) {
    const order = compare(a.record, b.record);
    if (order !== 0) return order;
  }
  // Two people of the same name: any fixed order will do, as long as every instance finds the same.
  return a.id < b.id ? -1 : 1;
}

/**
 * The first rule by which `winner` is ahead. A rule by which the other is ahead is passed over, since it would be untrue:
 * that happens only where everybody else is at their first session, and then `winner` may be the only one to choose.
 */
function reasonFor(winner: ChairRecord, other: ChairRecord): ChairReason {
  const ahead = rules.find(([, compare]) => compare(winner, other) < 0);
  if (ahead !== undefined) return ahead[0];
  return isFirstTimer(other) && !isFirstTimer(winner) ? 'only-one' : 'by-name';
}
