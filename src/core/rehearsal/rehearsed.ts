// A machine for sessions some of which are rehearsals: on a faster clock, with colleagues who act by themselves, and
// with nothing that would reach people, the rota or the history of a community. The engine within knows nothing of it.

import { minutes } from '../time.ts';
import { communityKey, partitionOf } from '../keys.ts';
import type { HistoryEntry } from '../history/entry.ts';
import { type Effect, type Machine, moved, type Moment, type Moved, type Stepped } from '../machine.ts';
import type { Message } from '../messages.ts';
import type { SessionEvent } from '../session/events.ts';
import { ownPhase } from '../session/own-part.ts';
import type { Common, Rehearsal, Session } from '../session/session.ts';
import { colleagues, isPretend } from './colleagues.ts';
import { type Act, nextAct } from './script.ts';
import { momentIn, unwarped } from './warp.ts';

type Sessions = Machine<Session, SessionEvent>;
type Rehearsed<S extends Common = Session> = S & { readonly rehearsal: Rehearsal };

const isRehearsal = <S extends Common>(session: S): session is Rehearsed<S> => session.rehearsal !== null;

/** `machine` as it is for ordinary sessions. */
export const rehearsed = (machine: Sessions): Sessions => ({
  ...machine,
  step: (session, event, moment) => {
    const about = session ?? (event.type === 'opened' ? event.session : null);
    return about === null || about.rehearsal === null ? machine.step(session, event, moment) : stepIn(machine, { session, event, moment: momentIn(about, moment) });
  },
  wakeAt: (session) => {
    if (!isRehearsal(session)) return machine.wakeAt(session);
    const dueAt = Math.min(nextAct(session)?.at ?? Infinity, machine.wakeAt(session) ?? Infinity);
    return dueAt === Infinity ? null : unwarped(session.rehearsal, dueAt);
  },
  draw: (session, slot, moment) => {
    const at = momentIn(session, moment);
    const message = machine.draw(session, slot, at);
    return isRehearsal(session) ? withOwnPart(session, withOwnRecord(session, message), at) : message;
  },
  people: (session) => machine.people(session).filter((id) => !isPretend(id)),
});

interface Happening {
  readonly session: Session | null;
  readonly event: SessionEvent;
  /** On the rehearsal's clock. */
  readonly moment: Moment;
}

/** Its groups would be sessions of their own: a rehearsal stays together, and nobody is asked. */
const inOneGroup = { isTogether: true, hasOfferedTogether: true };

/** What the colleagues did meanwhile, then the event. */
function stepIn(machine: Sessions, { session, event, moment }: Happening): Stepped<Session> {
  const before = session === null ? null : played(machine, session, moment);
  const stepped = machine.step(before?.state ?? null, asRehearsed(event, before?.state ?? null), moment);
  const wasPlayed = before !== null && before.state !== session;
  if (stepped.kind === 'refused') return wasPlayed ? { ...moved(before.state, keptOf(session, before)), refusal: stepped.refusal } : stepped;
  if (session === null && stepped.state.status === 'lobby') return { ...stepped, state: { ...stepped.state, ...inOneGroup } };
  return { ...stepped, effects: keptOf(session, { ...stepped, effects: [...before?.effects ?? [], ...stepped.effects] }) };
}

/** More than this much real time late, a deadline is the engine's to judge: it pauses, and says so (product.md 4, "Moves"). */
const tooLateRealMs = minutes(2);

/** Acts and deadlines up to `moment`, each at its own instant. Ends, since an act is tried once and a deadline changes something or is left. */
function played(machine: Sessions, session: Session, moment: Moment): Moved<Session> {
  let state = session;
  let effects: readonly Effect[] = [];
  for (;;) {
    const act = nextAct(state);
    const wake = machine.wakeAt(state) ?? Infinity;
    if (Math.min(act?.at ?? Infinity, wake) > moment.at) return moved(state, effects);
    const isTooLate = (moment.at - wake) / moment.rate > tooLateRealMs;
    const step = act !== null && act.at <= wake ? tried(machine, state, { act, rate: moment.rate })
      : machine.step(state, { type: 'time-passed' }, isTooLate ? moment : { at: wake, rate: moment.rate });
    if (step.kind === 'refused' || step.state === state) return moved(state, effects);
    state = step.state;
    effects = [...effects, ...step.effects];
  }
}

/** An act that is refused counts as tried. */
function tried(machine: Sessions, state: Session, { act, rate }: { readonly act: Act; readonly rate: number }): Moved<Session> {
  const stepped = machine.step(state, asRehearsed(act.event, state), { at: act.at, rate });
  const { state: after, effects } = stepped.kind === 'moved' ? stepped : moved(state);
  const rehearsal = after.rehearsal === null ? null : { ...after.rehearsal, done: [...after.rehearsal.done, act.id] };
  return moved<Session>({ ...after, rehearsal }, effects);
}

/** Write-ups are the colleagues' own; what the community learns of real ones is not for the rehearsal. */
function asRehearsed(event: SessionEvent, session: Session | null): SessionEvent {
  if (session !== null && (event.type === 'write-up-known' || event.type === 'meeting-known')) return { type: 'time-passed' };
  if ('writeUps' in event) return { ...event, writeUps: colleagues.map(({ who, writeUp }) => ({ owner: who.id, writeUp })) };
  return 'hasWriteUp' in event ? { ...event, hasWriteUp: isPretend(event.by.id) } : event;
}

/** The effects that a rehearsal may have; at its end it says that it was one. */
function keptOf(before: Session | null, { state, effects }: Moved<Session>): readonly Effect[] {
  if (!isRehearsal(state)) return effects;
  const isOver = state.status === 'ended' && before?.status !== 'ended';
  const over: Effect = { do: 'say', message: { card: 'notice', notice: { kind: 'rehearsal-over' } }, until: null };
  return [...effects.flatMap((effect) => harmless(state, effect)), ...(isOver ? [over] : [])];
}

function harmless(session: Rehearsed, effect: Effect): readonly Effect[] {
  switch (effect.do) {
    case 'say': return [{ ...effect, until: effect.until === null ? null : unwarped(session.rehearsal, effect.until) }];
    case 'post': return [effect.dueAt === undefined ? effect : { ...effect, dueAt: unwarped(session.rehearsal, effect.dueAt) }];
    case 'record': return [{ ...effect, entry: apart(session, effect.entry) }];
    case 'tell': return isEnd(effect) ? [{ do: 'tell', key: communityKey(session.tenant, session.community), kind: 'community', event: { type: 'session-gone', session: session.id } }] : [];
    default: return [effect];
  }
}

const isEnd = (effect: Extract<Effect, { do: 'tell' }>): boolean =>
  effect.kind === 'community' && (effect.event.type === 'session-ended' || effect.event.type === 'session-gone');

/** Rehearsals have a shelf of their own beside the community's history, where only their links lead. */
const shelfOf = ({ tenant, community }: Common): string => `${partitionOf(tenant, community)}|rehearsal`;

const apart = (session: Common, entry: HistoryEntry): HistoryEntry => ({ ...entry, partition: shelfOf(session), people: entry.people.filter((id) => !isPretend(id)) });

const withOwnRecord = (session: Common, message: Message | null): Message | null =>
  (message?.card === 'summary' ? { ...message, record: { ...message.record, partition: shelfOf(session) } } : message);

/** Where nobody else sees the cards, the phase card is the person's own view at once, and no client need ask for it. */
function withOwnPart(session: Rehearsed, message: Message | null, moment: Moment): Message | null {
  if (message?.card !== 'phase' || !session.rehearsal.isPrivate) return message;
  const isPresent = (session.status === 'running' || session.status === 'paused') && message.step === session.at;
  return { ...(isPresent ? ownPhase(session, session.opener.id, moment) : message), viewers: [] };
}
