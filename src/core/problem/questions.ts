// Clarifying questions that peers write on a shared problem ahead of the session (product.md 5). Its owner hears of them
// in waking hours, all that have come since the last time at once; they open the Clarify phase.

import type { Instant } from '../time.ts';
import { communityKey, personKey, threadId } from '../keys.ts';
import { type Effect, moved, type Moved, refused, type Stepped } from '../machine.ts';
import type { Person } from '../session/session.ts';
import type { Problem } from './problem.ts';
import { fieldMaxChars } from './write-up.ts';

/** More than a Clarify phase has time for. */
const maxQuestions = 20;

export type QuestionEvent =
  /** `tellAt`: when its owner may hear of it; null where no waking minute is left before the meeting. */
  | { readonly type: 'asked'; readonly by: Person; readonly question: string; readonly tellAt: Instant | null }
  | { readonly type: 'time-passed' };

/** What is wrong with a question as typed. */
export function questionFault(text: string): { readonly is: 'empty' } | { readonly is: 'too-long'; readonly lengthChars: number } | null {
  if (text.trim() === '') return { is: 'empty' };
  return text.length > fieldMaxChars ? { is: 'too-long', lengthChars: text.length } : null;
}

/** Somebody asks. The same words of the same person are one question, however often they are sent. */
export function ask(problem: Problem | null, { by, question: text, tellAt }: Extract<QuestionEvent, { type: 'asked' }>, at: Instant): Stepped<Problem> {
  if (problem === null || !problem.isShared || problem.status !== 'ready') return refused({ reason: 'no-questions', why: 'not-shared' });
  const { owner, questions } = problem;
  if (owner.id === by.id) return refused({ reason: 'no-questions', why: 'own' });
  if (questionFault(text) !== null) return refused({ reason: 'bad-form' });
  const answer = { kind: 'question-saved', owner: owner.name } as const;
  if (questions.some((known) => known.by === by.id && known.text === text)) return moved<Problem>(problem, [], answer);
  if (questions.length >= maxQuestions) return refused({ reason: 'no-questions', why: 'enough' });
  const next: Problem = { ...problem, questions: [...questions, { by: by.id, name: by.name, text, at }], tellAt: earliest(problem.tellAt ?? null, tellAt) };
  const told = tellOwner(next, at);
  return { ...told, effects: [tellCommunity(next), ...told.effects], answer };
}

/** A session that has begun shows it too, until its Clarify phase. */
const tellCommunity = ({ tenant, community, owner, writeUp, questions }: Problem): Effect => ({
  do: 'tell', key: communityKey(tenant, community), kind: 'community',
  event: { type: 'write-up-known', owner: owner.id, name: owner.name, writeUp, besides: { questions } },
});

const earliest = (a: Instant | null, b: Instant | null): Instant | null => (a === null || b === null ? a ?? b : Math.min(a, b));

/** When the owner is to hear of questions; null while there is nothing new. */
export const questionsWakeAt = ({ questions, tellAt = null }: Problem): Instant | null =>
  (questions.some(({ isTold = false }) => !isTold) ? tellAt : null);

/** Tells the owner, once it is time. */
export function tellOwner(problem: Problem, at: Instant): Moved<Problem> {
  const dueAt = questionsWakeAt(problem);
  if (dueAt === null || dueAt > at) return moved(problem);
  const { tenant, community, owner, questions } = problem;
  const told = questions.filter(({ isTold = false }) => !isTold).map(({ name, text }) => ({ name, text }));
  const mail: Effect = {
    do: 'tell', key: personKey(tenant, owner.id), kind: 'person',
    event: {
      type: 'mail', message: { card: 'questions-asked', questions: told }, name: owner.name, insteadTo: { community, thread: threadId(community) }, to: { tenant, person: owner },
    },
  };
  return moved({ ...problem, questions: questions.map((question) => ({ ...question, isTold: true })), tellAt: null }, [mail]);
}
