// One event, one step: the session is first brought up to the instant of the event, so that nobody acts in a phase
// that is over just because a timer was late; then the event is applied or politely refused.

import { type Effect, moved, type Moment, refused, type Stepped } from '../machine.ts';
import { askEdits } from './asks.ts';
import { appoint, note, saveAction } from './capture.ts';
import { endOfCall } from './call.ts';
import { askForChair, handOver, keepChair } from './chairing.ts';
import { learnOutcome } from './due-action.ts';
import { askToEnd, confirmEnd, dismissEnd, minuteMore, next, pause, resume } from './driving.ts';
import type { DrivenEvent, SessionEvent } from './events.ts';
import { learnLate } from './late-write-up.ts';
import { comeBack, giveLastTurn, joinLive, markHere, offerJoin } from './joining.ts';
import { decideOnOwner, goElsewhere, leave, markAbsent } from './leaving.ts';
import { close, give, join, learn, mark, open, order, volunteer } from './lobby.ts';
import { isHere } from './people.ts';
import { phaseOf } from './phases.ts';
import { reorder } from './reordering.ts';
import { replanLobby } from './planned-lobby.ts';
import { refusalFor } from './rights.ts';
import { presentStep } from './hour.ts';
import type { Split } from './group.ts';
import { groupsOf } from './grouping.ts';
import type { Ended, Live, Lobby, Session } from './session.ts';
import { learnMeeting, setNextMeeting } from './setting-next.ts';
import { phaseSlot } from './slots.ts';
import { inSplit, splitUp, startGroup } from './splitting.ts';
import { refill, start } from './starting.ts';
import { askTogether, withGroupsCard } from './together.ts';
import { upTo } from './up-to.ts';

/** Presses of these count whatever revision their card has: texts are never stale, and the asked-once-more names its own. */
const everFresh: ReadonlySet<DrivenEvent['type']> = new Set(['noted', 'action-given', 'next-chair-given', 'next-meeting-given', 'end-confirmed', 'end-dismissed', 'join-asked', 'owner-decided', 'last-turn-given']);
/** What can happen before the start. */
const beforeStart: ReadonlySet<DrivenEvent['type']> =
  new Set(['joined', 'volunteered', 'chair-given', 'ordered', 'marked-absent', 'marked-here', 'together-asked', 'started', 'cancelled', 'end-asked']);

/** Lets `event` happen at `moment`. What was overdue is kept even when the event itself is refused. */
export function step(session: Session | null, event: SessionEvent, moment: Moment): Stepped<Session> {
  if (event.type === 'opened') return session === null ? open(event, moment.at) : moved<Session>(session);
  if (event.type === 'group-started') return session === null ? startGroup(event) : moved<Session>(session);
  if (session === null) return refused({ reason: 'no-session' });
  const caughtUp = upTo(session, moment);
  const back = comeBack(caughtUp.state, event, moment.at);
  const kept = keepChair(back.state, event);
  const effects = [...caughtUp.effects, ...back.effects, ...kept.effects, ...askEdits(caughtUp.state, kept.state)];
  const applied = apply(kept.state, event, moment);
  if (applied.kind === 'moved') return { ...applied, effects: [...effects, ...withRound(caughtUp.state, applied.state, [...applied.effects, ...askEdits(kept.state, applied.state)])] };
  return kept.state === session ? applied : { ...moved<Session>(kept.state, effects), refusal: applied.refusal };
}

function apply(session: Session, event: Exclude<SessionEvent, { type: 'opened' | 'group-started' }>, moment: Moment): Stepped<Session> {
  if (session.status === 'split') return inSplit(session, event, moment.at);
  switch (event.type) {
    case 'time-passed':
    case 'heard-from':
    // Only a lobby that was split hears of groups.
    case 'group-joined':
    case 'group-over': return moved<Session>(session);
    case 'group-left': return goElsewhere(session, event, moment.at);
    case 'meeting-known': return session.status === 'lobby' ? replanLobby(session, event, moment.at) : learnMeeting(session, event);
    case 'outcome-known': return moved<Session>(learnOutcome(session, event));
    case 'call-ended': return endOfCall(session, moment.at);
    case 'birthday-known':
    case 'write-up-known': return session.status === 'lobby' ? learn(session, event, moment.at) : learnLate(session, event);
    default: return drive(session, event, moment);
  }
}

/** A round names who is here in their order: its card is brought up to date when somebody comes or goes. */
function withRound(before: Session, after: Session, effects: readonly Effect[]): readonly Effect[] {
  if (!('steps' in after) || !('steps' in before) || before.at !== after.at || phaseOf(after.protocol, presentStep(after)).mode !== 'round') return effects;
  const here = (session: Session): string => session.people.filter(isHere).map(({ id }) => id).join();
  const slot = phaseSlot(after.at);
  const isRedrawn = effects.some((effect) => effect.do === 'edit' && effect.slot === slot);
  return isRedrawn || here(before) === here(after) ? effects : [...effects, { do: 'edit', slot }];
}

/** What somebody wants: possible at all now, meant for the present state, and theirs to want. */
function drive(session: Exclude<Session, Split>, event: DrivenEvent, moment: Moment): Stepped<Session> {
  if (session.status === 'cancelled') return refused({ reason: 'no-session' });
  if (session.status === 'ended') return afterwards(session, event, moment);
  if (session.status === 'lobby' && !beforeStart.has(event.type)) return refused({ reason: 'not-running', state: 'lobby' });
  const isStale = event.rev !== null && event.rev !== session.rev && !everFresh.has(event.type);
  if (isStale) return refused({ reason: 'stale', phase: session.status === 'lobby' ? null : presentStep(session).phase });
  const no = refusalFor(session, event);
  if (no !== null) return no;
  return session.status === 'lobby' ? withGroupsCard(session, inLobby(session, event, moment)) : whileLive(session, event, moment);
}

/** What can still be done when the session is over. */
function afterwards(ended: Ended, event: DrivenEvent, moment: Moment): Stepped<Session> {
  switch (event.type) {
    case 'action-given': return saveAction(ended, event, moment);
    case 'next-meeting-given': return refusalFor(ended, event) ?? setNextMeeting(ended, event, moment.at);
    default: return refused({ reason: 'not-running', state: 'ended' });
  }
}

function inLobby(lobby: Lobby, event: DrivenEvent, { at }: Moment): Stepped<Session> {
  switch (event.type) {
    case 'joined': return join(lobby, event, at);
    case 'volunteered': return volunteer(lobby, event, at);
    case 'chair-given': return give(lobby, event, at);
    case 'ordered': return order(lobby, event, at);
    case 'marked-absent':
    case 'marked-here': return mark(lobby, event, at);
    case 'together-asked': return askTogether(lobby, event, at);
    case 'started': return groupsOf(lobby).length > 1 ? splitUp(lobby, event, at) : start(lobby, event, at);
    default: return close(lobby, 'cancelled', at);
  }
}

function whileLive(live: Live, event: DrivenEvent, moment: Moment): Stepped<Session> {
  const { at } = moment;
  switch (event.type) {
    case 'next-asked': return next(live, at);
    case 'pause-asked':
      return live.status === 'running' ? pause(live, { kind: 'person', name: event.by.name }, at) : refused({ reason: 'already-paused', by: pauser(live) });
    case 'resume-asked': return resume(live, event, at);
    case 'minute-asked': return minuteMore(live, at);
    case 'end-asked': return askToEnd(live, event, at);
    case 'end-confirmed': return confirmEnd(live, event, at);
    case 'end-dismissed': return dismissEnd(live, event);
    case 'chair-asked': return askForChair(live, event, at);
    case 'chair-given': return handOver(live, event);
    case 'ordered': return reorder(live, event);
    case 'full-length-asked': return refill(live, 'full-length');
    case 'whole-hour-asked': return refill(live, 'whole-hour');
    case 'noted': return note(live, event, at);
    case 'action-given': return saveAction(live, event, moment);
    case 'next-chair-given': return appoint(live, event);
    case 'next-meeting-given': return setNextMeeting(live, event, at);
    case 'join-asked': return offerJoin(live, event);
    case 'joined': return event.part === 'out' ? leave(live, event.by.id, at) : joinLive(live, { ...event, part: event.part }, at);
    case 'marked-absent': return markAbsent(live, event, at);
    case 'marked-here': return markHere(live, event, at);
    case 'owner-decided': return decideOnOwner(live, event, at);
    case 'last-turn-given': return giveLastTurn(live, event);
    case 'volunteered':
    case 'started':
    case 'cancelled':
    case 'together-asked': return refused({ reason: 'too-late-for-this' });
  }
}

/** Who paused, where somebody did. */
function pauser(live: Live): string | null {
  const cause = live.pauses.at(-1)?.cause;
  return cause?.kind === 'person' ? cause.name : null;
}
