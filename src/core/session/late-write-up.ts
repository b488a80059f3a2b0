// A write-up submitted after the start: shown, but it changes no minutes (product.md 5).

import { type Effect, moved, type Stepped } from '../machine.ts';
import { clipText } from '../names.ts';
import { writeUpPages } from '../problem/pages.ts';
import type { SessionEvent } from './events.ts';
import { nameOf } from './people.ts';
import type { Session } from './session.ts';
import { problemClipChars } from './starting.ts';

type Learnt = Extract<SessionEvent, { type: 'birthday-known' | 'write-up-known' }>;

/** Posts a write-up that became ready while its owner's turn is still to come or running. */
export function learnLate(session: Session, event: Learnt): Stepped<Session> {
  if (event.type === 'birthday-known' || event.writeUp === null) return moved<Session>(session);
  if (session.status !== 'running' && session.status !== 'paused') return moved<Session>(session);
  const { owner, writeUp } = event;
  const turn = session.turns.findIndex((each) => each.owner === owner);
  const isOver = !session.steps.slice(session.at).some((step) => step.turn === turn);
  if (turn < 0 || isOver || session.turns[turn]?.writeUp !== null) return moved<Session>(session);
  const pages = writeUpPages([{ owner: nameOf(session, owner), writeUp }]);
  const problem = clipText(writeUp.problem, problemClipChars);
  const turns = session.turns.map((each, index) => (index === turn ? { ...each, writeUp, problem } : each));
  const posts = pages.map((_, index): Effect => ({ do: 'post', slot: `write-ups-${session.pages.length + index}`, isAnnouncement: false }));
  return moved<Session>({ ...session, turns, pages: [...session.pages, ...pages] }, posts);
}
