// What somebody outside the group may know of outcomes: figures merged over five people or more (product.md 7), and so
// that no two reports differ by fewer. Whoever asks before and after one person answers must not read that answer off.

import type { PersonId } from '../keys.ts';
import { isGuest } from '../keys.ts';
import type { HistoryEntry } from '../history/entry.ts';
import { outcomesOf } from '../history/outcomes.ts';
import type { Instant } from '../time.ts';
import { countsOf, type OutcomeCounts } from './figures.ts';

/** product.md 7: "merged over five people or more". */
export const mergedPeople = 5;

/**
 * The outcomes of everybody together, never by month; null while they are of too few. Entries are gone through as they
 * came to be seen, and the figures move on only when five more people have committed to something or answered: between two
 * reports lie at least five people's words, or none. Entries are only ever added, so that what was reported stays so.
 */
export function mergedCounts(entries: readonly HistoryEntry[]): OutcomeCounts | null {
  const ends = new Map(entries.filter((entry) => entry.kind === 'session').map(({ session, endedAt }) => [session, endedAt]));
  // A session's entries come to be seen with its end, later ones as they are written.
  const seenAt = ({ session, at }: HistoryEntry): Instant => Math.max(at, ends.get(session) ?? at);
  const inOrder = entries.filter((entry) => entry.kind === 'action' || entry.kind === 'outcome').toSorted((a, b) => seenAt(a) - seenAt(b) || (a.id < b.id ? -1 : 1));
  let told = 0;
  let since = new Set<PersonId>();
  for (const [index, entry] of inOrder.entries()) {
    // Somebody who was entered by name may be counted elsewhere under their own.
    if (!isGuest(entry.owner.id)) since.add(entry.owner.id);
    if (since.size < mergedPeople) continue;
    told = index + 1;
    since = new Set();
  }
  return told === 0 ? null : countsOf(outcomesOf(inOrder.slice(0, told)));
}
