// What is learned elsewhere while the hour runs: a birthday counts for the rota, a write-up submitted after the start is
// shown but changes no minutes (product.md 5).

import { type Effect, moved, type Stepped } from '../machine.ts';
import { clipText } from '../names.ts';
import { type Besides, besidesOf } from '../problem/brought.ts';
import type { WriteUp } from '../problem/write-up.ts';
import type { SessionEvent } from './events.ts';
import { problemClipChars } from './starting.ts';
import { writeUpsSlot } from './slots.ts';
import type { Live, Session } from './session.ts';
import { pagesOf } from './write-ups.ts';

type Of<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>;

/** Takes in what an hour can still use; anything else changes nothing. */
export function learnLate(session: Session, event: Of<'birthday-known'> | Of<'write-up-known'>): Stepped<Session> {
  if (session.status !== 'running' && session.status !== 'paused') return moved<Session>(session);
  if (event.type === 'write-up-known') return showLate(withQuestions(session, event), event);
  const { person, birthday } = event;
  const isHere = session.people.some(({ id }) => id === person);
  return moved<Session>(isHere ? { ...session, people: session.people.map((each) => (each.id === person ? { ...each, birthday } : each)) } : session);
}

/** Of one that is shown already, what was asked about it since; it comes in time until the phase for questions begins. */
function withQuestions(live: Live, { owner, besides: { questions = [] } = {} }: Of<'write-up-known'>): Live {
  const isTheirs = ({ turn }: Live['writeUps'][number]): boolean => live.turns[turn]?.owner === owner;
  const isNews = live.writeUps.some((shown) => isTheirs(shown) && questions.length > (shown.questions ?? []).length);
  return isNews ? { ...live, writeUps: live.writeUps.map((shown) => (isTheirs(shown) ? { ...shown, questions } : shown)) } : live;
}

/** Posts a first write-up while its owner's turn is still to come or running. */
function showLate(live: Live, { owner, writeUp, besides = {} }: Of<'write-up-known'>): Stepped<Session> {
  const turn = live.turns.findIndex((each) => each.owner === owner && !each.hasWriteUp && each.off === null);
  const isStillToCome = live.steps.slice(live.at).some((step) => step.turn === turn);
  if (writeUp === null || turn < 0 || !isStillToCome) return moved<Session>(live);
  const shown = withWriteUp(live, turn, { ...besides, writeUp });
  return moved<Session>(shown.live, [...shown.posts, { do: 'edit', slot: 'agenda' }]);
}

/** A write-up that comes after the start, with the pages that show it. */
export function withWriteUp(live: Live, turn: number, brought: Besides & { readonly writeUp: WriteUp }): { readonly live: Live; readonly posts: readonly Effect[] } {
  const problem = clipText(brought.writeUp.problem, problemClipChars);
  const batch = 1 + Math.max(0, ...live.writeUps.map((each) => each.batch));
  const state: Live = {
    ...live, writeUps: [...live.writeUps, { ...besidesOf(brought), turn, batch, writeUp: brought.writeUp }],
    turns: live.turns.map((each, index) => (index === turn ? { ...each, hasWriteUp: true, problem } : each)),
  };
  const firstPage = pagesOf(live).length;
  const posts = pagesOf(state).slice(firstPage).map((_, index): Effect => ({ do: 'post', slot: writeUpsSlot(firstPage + index), isAnnouncement: false }));
  return { live: state, posts };
}
