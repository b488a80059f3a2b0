// A write-up as it lives: draft, ready, discussed (domain.md 1.5). It is the owner's until the session posts it.

import type { Instant } from '../time.ts';
import { type ConversationId, type PersonId, type TenantId, threadId } from '../keys.ts';
import { type Machine, moved, type Moment, refused, type Stepped } from '../machine.ts';
import type { Person } from '../session/session.ts';
import type { DiscussedIn, Question } from './brought.ts';
import { ask, type QuestionEvent, questionsWakeAt, tellOwner } from './questions.ts';
import { bringAgain, type Earlier, giveFile, keep, type OwnerEvent, save } from './saving.ts';
import { drawShared, over, type Sharing } from './sharing.ts';
import { fieldMaxChars, type WriteUp } from './write-up.ts';

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
  /** Typed since it was submitted, with something wrong in it: what was submitted stands meanwhile. */
  readonly pending?: WriteUp;
  /** What the group was last shown ahead; absent or null before the first time. */
  readonly sharing?: Sharing | null;
  /** The problem discussed before this one, while it may still be brought again. */
  readonly earlier?: Earlier | null;
  /** When its owner hears of the questions that are new; absent or null while there are none. */
  readonly tellAt?: Instant | null;
  /** A text that was not shared at once, since something in it was pointed at first. */
  readonly heldBack?: { readonly text: string; readonly at: Instant };
}

export type ProblemEvent =
  | QuestionEvent
  | OwnerEvent
  /** `in`: where; absent in what was told before that was kept. */
  | { readonly type: 'discussed'; readonly by: PersonId; readonly in?: DiscussedIn };

/** What is wrong with a write-up as typed: too long anywhere, or submitted without its problem. */
export function writeUpErrors(writeUp: WriteUp, isSubmitted: boolean): readonly { readonly field: string; readonly error: 'empty' | 'too-long'; readonly lengthChars: number }[] {
  const texts = ['problem', 'evidence', 'context', 'why', 'frameworkSection', 'artefactLink', 'artefactDescription'] as const;
  const tooLong = texts.filter((field) => writeUp[field].length > fieldMaxChars)
    .map((field) => ({ field, error: 'too-long' as const, lengthChars: writeUp[field].length }));
  const isEmpty = isSubmitted && writeUp.problem.trim() === '';
  return [...(isEmpty ? [{ field: 'problem', error: 'empty' as const, lengthChars: 0 }] : []), ...tooLong];
}

function step(problem: Problem | null, event: ProblemEvent, { at }: Moment): Stepped<Problem> {
  switch (event.type) {
    case 'saved': return save(problem, event, at);
    case 'kept': return keep(problem, event, at);
    case 'brought-again': return bringAgain(problem, event, at);
    case 'file-given': return giveFile(problem, event, at);
    case 'asked': return ask(problem, event, at);
    case 'time-passed': return problem === null ? refused({ reason: 'bad-form' }) : tellOwner(problem, at);
    case 'discussed': return problem === null ? refused({ reason: 'bad-form' }) : discuss(problem, event.in ?? null, at);
  }
}

/** A draft begun since is another problem. */
function discuss(problem: Problem, lastTurn: DiscussedIn | null, at: Instant): Stepped<Problem> {
  if (problem.status !== 'ready') return moved<Problem>(problem);
  const { sharing, effects } = over(problem, 'discussed');
  return moved<Problem>({ ...problem, status: 'discussed', discussedAt: at, lastTurn, isShared: false, sharing }, effects);
}

export const problemMachine: Machine<Problem, ProblemEvent> = {
  step,
  wakeAt: questionsWakeAt,
  draw: drawShared,
  home: ({ community }) => ({ kind: 'thread', thread: threadId(community) }),
  people: ({ owner, questions }) => [...new Set([owner.id, ...questions.map(({ by }) => by)])],
  // Its owner may come back to it for as long as what was said about it is kept.
  expiresAt: ({ savedAt, discussedAt }, retentionMs) => (discussedAt ?? savedAt) + retentionMs,
};
