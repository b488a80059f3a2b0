// A write-up that its owner shows to the group ahead of the session (product.md 5): cards in the community, posted once.
// They show what was shared, not what is written since: only another press of Share brings a change there.

import type { Effect } from '../machine.ts';
import type { SharedProblemMessage } from '../messages.ts';
import type { CameOf } from './came-of.ts';
import { cardMaxChars, writeUpPages } from './pages.ts';
import type { Problem } from './problem.ts';
import { shownFields, type WriteUp } from './write-up.ts';

/** A write-up as the group was shown it. */
export interface Sharing {
  /** Counts how often this owner has shared something here: the cards of each have slots of their own. */
  readonly number: number;
  /** `closed`: taken back by its owner. */
  readonly is: 'open' | 'discussed' | 'closed';
  readonly writeUp: WriteUp;
  readonly before: CameOf | null;
  /** Another text than the one that was posted first. */
  readonly isChanged: boolean;
  /** Cards that were posted. */
  readonly pageCount: number;
  /** Whether peers are offered to ask about it ahead; absent for no. */
  readonly takesQuestions?: boolean;
}

interface Change {
  readonly sharing: Sharing | null;
  readonly effects: readonly Effect[];
}
type Shown = Pick<Sharing, 'writeUp' | 'before'>;

/** Characters of JSON that such a card needs besides its page: its state, and what may be pressed. */
const besidesChars = 600;

const slotOf = (number: number, page: number): string => `shared-${number}-${page}`;
const pagesOf = (owner: string, { writeUp, before }: Shown) => writeUpPages([{ owner, writeUp, before }], cardMaxChars - besidesChars);

/** Shows this text: anew where nothing stands open, else on the cards that do. The same text twice is once. */
export function shared(problem: Problem, { writeUp, before }: Shown, takesQuestions = false): Change {
  const { sharing = null, owner } = problem;
  const pageCount = pagesOf(owner.name, { writeUp, before }).length;
  if (sharing?.is !== 'open') {
    const next: Sharing = { number: (sharing?.number ?? 0) + 1, is: 'open', writeUp, before, isChanged: false, pageCount, takesQuestions };
    return { sharing: next, effects: posts(next, 0) };
  }
  if (isSame(sharing, { writeUp, before })) return { sharing, effects: [] };
  const next: Sharing = { ...sharing, writeUp, before, isChanged: true, pageCount: Math.max(pageCount, sharing.pageCount), takesQuestions };
  return { sharing: next, effects: [...edits(sharing), ...posts(next, sharing.pageCount)] };
}

/** Nobody would see a difference: the criteria are for its owner. */
const isSame = (a: Shown, b: Shown): boolean =>
  shownFields.every((field) => a.writeUp[field] === b.writeUp[field]) && JSON.stringify(besides(a)) === JSON.stringify(besides(b));
const besides = ({ before }: Shown) => (before === null ? null : [before.text, before.dueOn, before.outcome, before.line]);

/** Whether the group still reads another text than its owner has submitted since. */
export const isShownOtherwise = ({ sharing = null, writeUp }: Problem): boolean =>
  sharing !== null && !isSame(sharing, { writeUp, before: sharing.before });

/** No longer open: the cards that stand say so. */
export function over(problem: Problem, is: 'discussed' | 'closed'): Change {
  const { sharing = null } = problem;
  return sharing?.is === 'open' ? { sharing: { ...sharing, is }, effects: edits(sharing) } : { sharing, effects: [] };
}

const edits = ({ number, pageCount }: Sharing): readonly Effect[] =>
  Array.from({ length: pageCount }, (_, page) => ({ do: 'edit', slot: slotOf(number, page) }));
const posts = ({ number, pageCount }: Sharing, from: number): readonly Effect[] =>
  Array.from({ length: pageCount - from }, (_, index) => ({ do: 'post', slot: slotOf(number, from + index), isAnnouncement: false }));

/** What a card shows now. One of an earlier share, or taken back, holds no text; a page that a shorter text leaves over says so. */
export function drawShared({ owner, sharing = null }: Problem, slot: string): SharedProblemMessage | null {
  const [, number, page] = /^shared-(\d+)-(\d+)$/.exec(slot) ?? [];
  if (number === undefined || page === undefined || sharing === null) return null;
  const base = { card: 'shared-problem', owner: owner.name, ownerId: owner.id, isChanged: sharing.isChanged, ...(sharing.is === 'open' && sharing.takesQuestions === true && { takesQuestions: true }) } as const;
  if (Number(number) !== sharing.number || sharing.is === 'closed') return { ...base, state: 'closed', page: 1, pageCount: 1, fields: [] };
  const pages = pagesOf(owner.name, sharing);
  const shown = pages[Number(page)];
  const place = { page: Number(page) + 1, pageCount: pages.length };
  return shown === undefined ? { ...base, ...place, state: 'left-over', fields: [] } : { ...base, ...place, state: sharing.is, fields: shown.items[0]?.fields ?? [] };
}
