// What its owner does with a write-up: saved as a draft, submitted, shared with the group, taken back, brought again after
// a discussion, given a file (product.md 5). Nobody else can: the document is found by who sends.

import type { Instant } from '../time.ts';
import { communityKey, type ConversationId, type TenantId } from '../keys.ts';
import { type Effect, moved, refused, type Stepped } from '../machine.ts';
import type { Person } from '../session/session.ts';
import { besidesOf, type DiscussedIn } from './brought.ts';
import { carriedOn } from './brought-again.ts';
import type { CameOf } from './came-of.ts';
import { draftOf, isBlank } from './draft.ts';
import type { Problem } from './problem.ts';
import { over, shared } from './sharing.ts';
import { verdictOf } from './suitability.ts';
import { emptyWriteUp, type WriteUp } from './write-up.ts';

/** Whose write-up it is, for events that may be the first. */
interface Owned {
  readonly tenant: TenantId;
  readonly community: ConversationId;
  readonly by: Person;
}

export type OwnerEvent =
  | Owned & {
    readonly type: 'saved'; readonly writeUp: WriteUp; readonly isSubmitted: boolean;
    /** Shown to the group as well; counts only with what is submitted. */
    readonly isShared?: boolean;
    /** The community takes questions ahead. */
    readonly takesQuestions?: boolean;
    /** What came of the problem before, where it is brought again. */
    readonly cameOf?: CameOf | null;
    /** Names the text in which something was pointed at instead of sharing it. */
    readonly heldBack?: string;
  }
  /** With something wrong in it, so that it cannot be submitted. */
  | Owned & { readonly type: 'kept'; readonly writeUp: WriteUp }
  /** `writeUp`: what stands in the form. */
  | Owned & { readonly type: 'brought-again'; readonly writeUp: WriteUp }
  | Owned & { readonly type: 'file-given'; readonly link: string; readonly name: string };

type Of<T extends OwnerEvent['type']> = Extract<OwnerEvent, { type: T }>;

/** The text of a problem that was discussed, until it is brought again. */
export interface Earlier {
  readonly writeUp: WriteUp;
  readonly in: DiscussedIn | null;
}

const nothing = { isShared: false, questions: [], before: null, lastTurn: null } as const;

/** What goes on with the next text of this owner. One that was discussed is behind them; a new one begins. */
function goingOn(problem: Problem | null): Pick<Problem, 'isShared' | 'questions' | 'before' | 'lastTurn' | 'sharing' | 'earlier' | 'tellAt'> {
  if (problem === null) return nothing;
  const { status, isShared, questions, before, lastTurn, sharing = null, earlier = null, tellAt = null } = problem;
  if (status === 'discussed') return { ...nothing, sharing, earlier: { writeUp: problem.pending ?? problem.writeUp, in: lastTurn } };
  return { isShared, questions, before, lastTurn, sharing, earlier, tellAt };
}

/** The problem with this text: shared, shown or closed as that asks for. */
export function save(problem: Problem | null, event: Of<'saved'>, at: Instant): Stepped<Problem> {
  const { tenant, community, by: owner, writeUp, isSubmitted, cameOf = null, heldBack } = event;
  const next: Problem = {
    tenant, community, owner, writeUp, status: isSubmitted ? 'ready' : 'draft', savedAt: at, discussedAt: null, ...goingOn(problem),
    ...(heldBack !== undefined && { heldBack: { text: heldBack, at } }),
  };
  const wantsShare = isSubmitted && event.isShared === true;
  const change = wantsShare ? shared(next, { writeUp, before: cameOf }, event.takesQuestions === true) : isSubmitted ? { sharing: next.sharing ?? null, effects: [] } : over(next, 'closed');
  const tell: Effect = {
    do: 'tell', key: communityKey(tenant, community), kind: 'community',
    event: { type: 'write-up-known', owner: owner.id, name: owner.name, writeUp: isSubmitted ? writeUp : null, besides: besidesOf({ before: cameOf, questions: next.questions }) },
  };
  // Of a first draft the community hears no more than that somebody prepares here.
  const told = isSubmitted || problem === null || problem.status === 'ready' ? [tell] : [];
  return moved<Problem>(
    { ...next, isShared: change.sharing?.is === 'open', sharing: change.sharing }, [...told, ...change.effects],
    { kind: 'write-up-saved', isReady: isSubmitted, isSuitable: isSubmitted ? verdictOf(writeUp).isSuitable : null, ...(wantsShare && { isShared: true }) },
  );
}

/** A text with something wrong in it is a draft, or waits beside the one that was submitted: a slip withdraws nothing. */
export function keep(problem: Problem | null, event: Of<'kept'>, at: Instant): Stepped<Problem> {
  if (problem?.status !== 'ready') return save(problem, { ...event, type: 'saved', isSubmitted: false }, at);
  return moved<Problem>({ ...problem, pending: event.writeUp, savedAt: at }, [], { kind: 'done' });
}

/** A discussed problem as a draft again. A draft that is written already is not touched, so that pressed twice is once. */
export function bringAgain(problem: Problem | null, event: Of<'brought-again'>, at: Instant): Stepped<Problem> {
  if (problem !== null && !isBlank(draftOf(problem))) return moved<Problem>(problem, [], { kind: 'done' });
  const own = goingOn(problem);
  if (problem === null || own.earlier == null) return refused({ reason: 'nothing-to-bring' });
  const writeUp = carriedOn(own.earlier.writeUp, event.writeUp);
  const { pending: _, ...rest } = problem;
  return moved<Problem>(
    { ...rest, owner: event.by, ...own, writeUp, status: 'draft', savedAt: at, discussedAt: null, before: own.earlier.in, earlier: null }, [], { kind: 'done' },
  );
}

/** A file becomes the artefact; a description that was written for it stays. */
export function giveFile(problem: Problem | null, { tenant, community, by: owner, link, name }: Of<'file-given'>, at: Instant): Stepped<Problem> {
  const present: Pick<Problem, 'writeUp' | 'pending'> = problem === null || problem.status === 'discussed' ? { writeUp: emptyWriteUp } : problem;
  const withFile = (text: WriteUp): WriteUp => {
    const isDescribed = text.artefactLink === '' && text.artefactDescription !== '';
    return { ...text, artefactLink: link, artefactDescription: isDescribed ? text.artefactDescription : name };
  };
  const status = problem?.status === 'ready' ? 'ready' : 'draft';
  const pending = present.pending === undefined ? {} : { pending: withFile(present.pending) };
  return moved<Problem>({ tenant, community, owner, writeUp: withFile(present.writeUp), status, savedAt: at, discussedAt: null, ...goingOn(problem), ...pending }, [], { kind: 'done' });
}
