// The step of the release with groups, coming and going, a clock held by the chair, rehearsals and languages: sessions and
// communities of version 1 to 2. What was not there before is as if nobody had used it.

import type { Community } from '../core/community/community.ts';
import type { Settings } from '../core/community/events.ts';
import type { Effect } from '../core/machine.ts';
import type { Protocol } from '../core/protocols/protocol.ts';
import type { Common, Hour, Lobby, Participant, Turn } from '../core/session/session.ts';
import type { Doc } from './document.ts';

const common = { movesOn: 'clock', language: 'en', group: null, rehearsal: null } as const satisfies Partial<Common>;
const lobby = { isTogether: false, hasOfferedTogether: false } as const satisfies Partial<Lobby>;
const hour = { overtimeMinutes: null, ownerAway: null, hasCallEnded: false } as const satisfies Partial<Hour>;
const turn = { hasMoved: false, off: null } as const satisfies Partial<Turn>;

/** What was written in the opening of the one protocol there was were successes; now a protocol says so. */
function withCollecting(protocol: Protocol): Protocol {
  return protocol.opening?.id === 'start-on-time' ? { ...protocol, opening: { ...protocol.opening, collects: 'successes' } } : protocol;
}

interface OldSession {
  readonly protocol: Protocol;
  readonly status: string;
  readonly people: readonly Omit<Participant, 'leftAt'>[];
  readonly turns?: readonly Omit<Turn, keyof typeof turn>[];
}

/** Session 1 → 2. */
export function sessionToV2(doc: Doc): Doc {
  const old = doc.state as OldSession;
  const protocol = withCollecting(old.protocol);
  const people = old.people.map((each): Participant => ({ ...each, leftAt: null }));
  if (old.status === 'lobby') return { ...doc, state: { ...old, ...common, ...lobby, protocol, people } };
  if (old.turns === undefined) return { ...doc, state: { ...old, ...common, protocol, people } };
  const running = old.status === 'running' ? { isForgotten: false } : {};
  return { ...doc, state: { ...old, ...common, ...hour, ...running, protocol, people, turns: old.turns.map((each): Turn => ({ ...each, ...turn })) } };
}

/** Community 1 → 2; a session that it has still to open is told what it needs. */
export function communityToV2(doc: Doc): Doc {
  const old = doc.state as Omit<Community, 'continues' | 'settings'> & { readonly settings: Omit<Settings, 'movesOn' | 'language'> };
  const settings: Settings = { ...old.settings, movesOn: 'clock', language: 'en' };
  const outbox = doc.outbox.map((waiting) => ({ ...waiting, effect: withWholeOpening(waiting.effect) }));
  return { ...doc, outbox, state: { ...old, settings, continues: null } };
}

function withWholeOpening(effect: Effect): Effect {
  if (effect.do !== 'tell' || effect.kind !== 'session' || effect.event.type !== 'opened') return effect;
  const { session } = effect.event;
  return { ...effect, event: { ...effect.event, session: { ...session, ...common, protocol: withCollecting(session.protocol) } } };
}
