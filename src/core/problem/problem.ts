// A write-up as it lives: draft, ready, discussed (domain.md 1.5). It is the owner's until the session posts it.

import type { Instant } from '../time.ts';
import { communityKey, type ConversationId, type PersonId, type TenantId, threadId } from '../keys.ts';
import { type Effect, type Machine, moved, type Moment, refused, type Stepped } from '../machine.ts';
import type { Person } from '../session/session.ts';
import type { DiscussedIn, Question } from './brought.ts';
import { ask, type QuestionEvent, questionsWakeAt, tellOwner } from './questions.ts';
import { verdictOf } from './suitability.ts';
import { emptyWriteUp, fieldMaxChars, type WriteUp, writeUpProblems } from './write-up.ts';

export interface Problem {
  readonly tenant: TenantId;
  readonly community: ConversationId;
  readonly owner: Person;
  readonly status: 'draft' | 'ready' | 'discussed';
  readonly writeUp: WriteUp;
  readonly savedAt: Instant;
  /** When it was discussed; null until then. */
  readonly discussedAt: Instant | null;
  /** Its owner showed it to the group ahead of the session. */
  readonly isShared: boolean;
  /** What peers asked about it ahead, oldest first. */
  readonly questions: readonly Question[];
  /** Where it was discussed before it was brought again; null for a new one. */
  readonly before: DiscussedIn | null;
  /** Where it was last discussed; null until then. */
  readonly lastTurn: DiscussedIn | null;
  /** When its owner hears of the questions that are new; absent or null while there are none. */
  readonly tellAt?: Instant | null;
}

export type ProblemEvent =
  | QuestionEvent
  | { readonly type: 'saved'; readonly tenant: TenantId; readonly community: ConversationId; readonly by: Person; readonly writeUp: WriteUp; readonly isSubmitted: boolean }
  | { readonly type: 'discussed'; readonly by: PersonId };

/** What nobody has been shown or asked about. */
const unshared = { isShared: false, questions: [], before: null, lastTurn: null } as const;

/** What is wrong with a write-up as typed: too long anywhere, or submitted without its problem. */
export function writeUpErrors(writeUp: WriteUp, isSubmitted: boolean): readonly { readonly field: string; readonly error: 'empty' | 'too-long'; readonly lengthChars: number }[] {
  const texts = ['problem', 'evidence', 'context', 'why', 'frameworkSection', 'artefactLink', 'artefactDescription'] as const;
  const tooLong = texts.filter((field) => writeUp[field].length > fieldMaxChars)
    .map((field) => ({ field, error: 'too-long' as const, lengthChars: writeUp[field].length }));
  const isEmpty = isSubmitted && writeUp.problem.trim() === '';
  return [...(isEmpty ? [{ field: 'problem', error: 'empty' as const, lengthChars: 0 }] : []), ...tooLong];
}

/** The four questions all empty: nothing anybody would miss. */
export const isBlank = (writeUp: WriteUp): boolean => writeUpProblems.every((field) => writeUp[field].trim() === '');

function step(problem: Problem | null, event: ProblemEvent, { at }: Moment): Stepped<Problem> {
  if (event.type === 'asked') return ask(problem, event, at);
  if (event.type === 'time-passed') return problem === null ? refused({ reason: 'bad-form' }) : tellOwner(problem, at);
  if (event.type === 'discussed') {
    if (problem === null) return refused({ reason: 'bad-form' });
    // A draft begun since is another problem.
    return moved<Problem>(problem.status === 'ready' ? { ...problem, status: 'discussed', discussedAt: at } : problem);
  }
  const { tenant, community, by: owner, writeUp, isSubmitted } = event;
  const status = isSubmitted ? 'ready' : 'draft';
  const next: Problem = { tenant, community, owner, writeUp, status, savedAt: at, discussedAt: null, ...unshared };
  const verdict = verdictOf(writeUp);
  const wasReady = problem?.status === 'ready';
  const tell: Effect = {
    do: 'tell', key: communityKey(tenant, community), kind: 'community',
    event: { type: 'write-up-known', owner: owner.id, name: owner.name, writeUp: isSubmitted ? writeUp : null },
  };
  const effects = isSubmitted || wasReady ? [tell] : [];
  return moved<Problem>(next, effects, { kind: 'write-up-saved', isReady: isSubmitted, isSuitable: isSubmitted ? verdict.isSuitable : null });
}

/** What the form starts from: the draft or ready write-up; after a discussion a new one. */
export const draftOf = (problem: Problem | null): WriteUp =>
  (problem === null || problem.status === 'discussed' ? emptyWriteUp : problem.writeUp);

export const problemMachine: Machine<Problem, ProblemEvent> = {
  step,
  wakeAt: questionsWakeAt,
  draw: () => null,
  home: ({ community }) => ({ kind: 'thread', thread: threadId(community) }),
  people: ({ owner }) => [owner.id],
  // Its owner may come back to it for as long as what was said about it is kept.
  expiresAt: ({ savedAt, discussedAt }, retentionMs) => (discussedAt ?? savedAt) + retentionMs,
};
