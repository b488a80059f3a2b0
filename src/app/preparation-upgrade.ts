// The step of the release with planned meetings, readiness and follow-up: sessions, communities, problems and people of
// version 2 to 3. What was not there before is as if nobody had used it.

import { localDate, localTime } from '../core/calendar/local-time.ts';
import type { Community } from '../core/community/community.ts';
import type { Settings } from '../core/community/events.ts';
import { defaultWaking } from '../core/community/planning.ts';
import type { Effect } from '../core/machine.ts';
import type { Member } from '../core/person/person.ts';
import type { Problem } from '../core/problem/problem.ts';
import type { Common, Lobby } from '../core/session/session.ts';
import type { Doc } from './document.ts';

const common = { proposedNext: null, opensThread: false } as const satisfies Partial<Common>;
const lobby = { isChairCalled: false } as const satisfies Partial<Lobby>;
const settings = { rhythm: null, holidays: '', closed: [], waking: defaultWaking, hasReminders: true, hasReadAhead: false, hasQuestionsAhead: false } as const satisfies Partial<Settings>;
const planning = { planned: { done: [] }, undelivered: [] } as const satisfies Partial<Community>;
const problem = { isShared: false, questions: [], before: null, lastTurn: null } as const satisfies Partial<Problem>;

type Before<T, New> = Omit<T, keyof New>;

/** Session 2 → 3; a group that it has still to begin is a lobby of its own. */
export function sessionToV3(doc: Doc): Doc {
  return { ...withOutbox(doc, withWholeGroup), state: wholeSession(doc.state as Before<Lobby, typeof common>) };
}

const wholeSession = (old: Before<Lobby, typeof common>): Lobby => ({ ...old, ...common, ...(old.status === 'lobby' && lobby) });

function withWholeGroup(effect: Effect): Effect {
  if (effect.do !== 'tell' || effect.kind !== 'session' || effect.event.type !== 'group-started') return effect;
  return { ...effect, event: { ...effect.event, lobby: wholeSession(effect.event.lobby) } };
}

/** Community 2 → 3; a session that it has still to open is told what it needs. */
export function communityToV3(doc: Doc): Doc {
  const old = doc.state as Before<Community, typeof planning & { meeting: null }> & { readonly settings: Before<Settings, typeof settings> };
  const { nextMeetingAt: at, settings: { zone } } = old;
  const meeting = at === null ? null : { date: localDate(at, zone), time: localTime(at, zone) };
  return { ...withOutbox(doc, withWholeOpening), state: { ...old, ...planning, meeting, settings: { ...old.settings, ...settings } } };
}

function withWholeOpening(effect: Effect): Effect {
  if (effect.do !== 'tell' || effect.kind !== 'session' || effect.event.type !== 'opened') return effect;
  return { ...effect, event: { ...effect.event, session: { ...effect.event.session, ...common } } };
}

/** Problem 2 → 3. */
export const problemToV3 = (old: Before<Problem, typeof problem>): Problem => ({ ...old, ...problem });
/** Person 2 → 3. */
export const personToV3 = (old: Omit<Member, 'formerly'>): Member => ({ ...old, formerly: [] });

const withOutbox = (doc: Doc, change: (effect: Effect) => Effect): Doc =>
  ({ ...doc, outbox: doc.outbox.map((waiting) => ({ ...waiting, effect: change(waiting.effect) })) });
