// What stands behind `history`: words, `by` a person, `on` an NPQ area, in any order. What turns out to name nobody and
// nothing is words like the others, and the answer says so.

import type { Community } from '../core/community/community.ts';
import { areaTerm, personTerm, termsIn } from '../core/history/terms.ts';
import { type PersonId, partitionOf } from '../core/keys.ts';
import { matchName } from '../core/names.ts';
import type { Refusal } from '../core/notices.ts';
import { type NpqArea, npqAreas } from '../core/problem/write-up.ts';
import type { Caller, Desk } from './desk.ts';
import { heldAmong } from './history-lines.ts';
import { namedArea } from './named-area.ts';
import { filterWords } from './words.ts';

interface Named { readonly id: PersonId; readonly name: string }

export interface Sought {
  /** What is left to be looked for as words. */
  readonly words: string;
  readonly by: Named | null;
  readonly area: NpqArea | null;
  /** A name that nobody has who took part; it is among the words. */
  readonly isNameUnknown: boolean;
}

/** The terms to look for; null for the whole history. Words that say nothing ("the") are no search for everything. */
export function termsFor({ words, by, area }: Sought): readonly string[] | null {
  const chosen = [...(by === null ? [] : [personTerm(by.id)]), ...(area === null ? [] : [areaTerm(area)])];
  return words === '' && chosen.length === 0 ? null : [...chosen, ...termsIn(words)];
}

/** Where somebody looks: the community and those it goes on from, as far as they may see them. */
type Shelves = readonly Community[];

/** Reads `line` from its end, filter by filter; a polite no for a name or an area that fits several. */
export async function soughtIn(desk: Desk, caller: Caller, { line, shelves }: { readonly line: string; readonly shelves: Shelves }): Promise<Sought | Refusal> {
  let sought: Sought = { words: line, by: null, area: null, isNameUnknown: false };
  for (;;) {
    const last = filterWords(sought.words, caller);
    if (last === null || (last.filter === 'by' ? sought.by : sought.area) !== null) return sought;
    const next: Sought | Refusal | null = last.filter === 'by' ? await withPerson(desk, caller, { sought, last, shelves }) : withArea(caller, sought, last);
    if (next === null) return last.filter === 'by' ? { ...sought, isNameUnknown: true } : sought;
    if ('reason' in next) return next;
    sought = next;
  }
}

/** The last filter of a line: what stands before it, and what follows. */
interface Last { readonly before: string; readonly named: string }
interface PersonAsked { readonly sought: Sought; readonly last: Last; readonly shelves: Shelves }

async function withPerson(desk: Desk, caller: Caller, { sought, last: { before, named }, shelves }: PersonAsked): Promise<Sought | Refusal | null> {
  if (named.toLowerCase() === 'me') return { ...sought, words: before, by: caller.by };
  for (const known of [() => membersOf(shelves), () => namedInRecords(desk, caller, { named, shelves })]) {
    const people = await known();
    const match = matchName(named, people);
    if (match.kind === 'ambiguous') return { reason: 'ambiguous-name', name: named, matches: match.matches };
    if (match.kind === 'found') return { ...sought, words: before, by: people.find(({ id }) => id === match.id) ?? { id: match.id, name: named } };
  }
  return null;
}

/** Everyone who ever took part, whether or not they have left since. */
const membersOf = (shelves: Shelves): readonly Named[] =>
  shelves.flatMap(({ members, former = {} }) => Object.entries({ ...former, ...members }).flatMap(([id, record]) => (record === null ? [] : [{ id: id as PersonId, name: record.name }])));

/** Records that are read through for a name: the newest that hold it. */
const readForName = 5;

/** A name as it stood in a record, for somebody who has another now or is kept nowhere else. */
async function namedInRecords(desk: Desk, { tenant }: Caller, { named, shelves }: { readonly named: string; readonly shelves: Shelves }): Promise<readonly Named[]> {
  const found = await Promise.all(shelves.map(async ({ conversation }) => {
    const partition = partitionOf(tenant, conversation);
    const sessions = await desk.history.search(partition, termsIn(named), { after: null, limit: readForName });
    return Promise.all(sessions.map(async ({ session }) => heldAmong(await desk.history.ofSession(partition, session))));
  }));
  const people = found.flat().flatMap((held) => (held === null ? [] : [held.chair, ...held.attendance, ...held.turns.map(({ owner }) => owner)]));
  return [...new Map(people.map(({ id, name }) => [`${id} ${name}`, { id, name }])).values()];
}

/** Null for words that merely begin with "on"; asked for at the very beginning, an area was meant. */
function withArea(caller: Caller, sought: Sought, { before, named }: Last): Sought | Refusal | null {
  const match = namedArea(named, caller);
  if (match.kind === 'found') return { ...sought, words: before, area: match.area };
  if (match.kind === 'several') return { reason: 'several-areas', areas: match.areas };
  return before === '' ? { reason: 'unknown-area', areas: npqAreas } : null;
}
