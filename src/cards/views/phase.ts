// The phase card: its title first, then who may speak, who listens only, what to do and until when (product.md 4.4).
// The lines about a phase are shared with the status card.

import { entryOf, mentionEntities, rowsOf, type Kit } from '../kit.ts';
import type { Part, PhaseMessage } from '../../core/messages.ts';
import { minutes } from '../../core/time.ts';
import { ownLine } from '../own-view.ts';
import type { ProtocolText } from '../../texts/en/phases.ts';

/** The whole card. */
export function phaseView(phase: PhaseMessage, kit: Kit) {
  const { session } = kit.texts;
  const isOver = phase.state.is === 'over';
  const isRunning = phase.state.is === 'running';
  const { title, line, example, rule = '' } = kit.phase(phase.phase);
  return {
    ...phaseLines(phase, kit),
    summary: isRunning ? summaryOf(phase, kit) : session.phase.overSummary(title),
    entities: mentions(phase) ? mentionEntities(phase.turn.owner) : [],
    title,
    mine: isOver || phase.mine === null ? '' : ownLine(phase.mine, phase, kit),
    line: isOver ? '' : line,
    rule: isOver ? '' : rule,
    order: isOver || phase.order.length === 0 ? '' : session.phase.order(kit.say.names(phase.order)),
    example: isOver || example === '' ? '' : session.phase.example(example),
    asksForProblem: phase.asksForProblem && !isOver ? session.agenda.asksForProblem : '',
    away: phase.isOwnerAway && phase.turn !== null ? session.phase.ownerAway(kit.say.name(phase.turn.owner.name)) : '',
    takeover: isOver ? '' : takeoverLine(phase, kit),
    endOffer: isRunning && phase.endOffer !== null ? session.phase.endOffer(kit.when.time(phase.endOffer, phase.zone)) : '',
    rows: isRunning ? buttonRows(phase, kit) : [],
  };
}

function summaryOf({ phase, endsAt, zone, byHand }: PhaseMessage, kit: Kit): string {
  const words = kit.texts.session.phase;
  const { title } = kit.phase(phase);
  return byHand?.overtime == null ? words.summary(title, kit.when.time(endsAt, zone)) : words.timeUpSummary(title);
}

/** The lines that say where the session is; '' where one has nothing to say. */
export function phaseLines(phase: PhaseMessage, kit: Kit) {
  const words = kit.texts.session.phase;
  const isOver = phase.state.is === 'over';
  return {
    turn: turnLine(phase, kit),
    speaking: words.speaking(whoOf(phase.speaks, phase, kit)),
    // Where nobody talks there is nothing to listen to.
    listening: phase.speaks.length === 0 && phase.listens.length === 0 ? '' : words.listening(whoOf(phase.listens, phase, kit)),
    silent: phase.silent.length === 0 ? '' : words.silent(silentOf(phase, kit)),
    time: timeLine(phase, kit),
    next: isOver ? '' : nextLine(phase, kit),
    session: isOver ? '' : sessionLine(phase, kit),
  };
}

type WithTurn = PhaseMessage & { readonly turn: NonNullable<PhaseMessage['turn']> };

/** An edit tells nobody anything new: the mention goes when the phase is over. */
function mentions(phase: PhaseMessage): phase is WithTurn {
  return phase.mentionsOwner && phase.state.is !== 'over' && phase.turn !== null;
}

function turnLine(phase: PhaseMessage, kit: Kit): string {
  if (phase.turn === null) return '';
  const { name, teamsId } = phase.turn.owner;
  return kit.texts.session.phase.turn({ ...phase.turn, owner: mentions(phase) ? kit.say.mention(name, teamsId) : kit.say.name(name) });
}

const areEveryone = (parts: readonly Part[]): boolean => parts.includes('everyone') || (parts.includes('owner') && parts.includes('peers'));

/** "everyone" when owner and peers are both named; outside a turn there is no owner to name. Protocols name their people. */
function whoOf(parts: readonly Part[], { turn, protocol }: PhaseMessage, kit: Kit): string {
  const { parts: words, nobody } = kit.texts.people;
  if (parts.length === 0) return nobody;
  if (areEveryone(parts) || turn === null) return words.everyone;
  const own = entryOf<ProtocolText>(kit.texts.protocols, protocol)?.parts;
  const name = kit.say.name(turn.owner.name);
  return parts.includes('owner') ? own?.owner(name) ?? name : own?.peers ?? words.peers;
}

/** What everyone does in silence, where the phase has words for it. */
function silentOf(phase: PhaseMessage, kit: Kit): string {
  const { silent } = kit.phase(phase.phase);
  return silent !== undefined && areEveryone(phase.silent) ? silent : whoOf(phase.silent, phase, kit);
}

function timeLine(phase: PhaseMessage, kit: Kit): string {
  const { state, startsAt, endsAt, lengthMs, zone } = phase;
  const words = kit.texts.session.phase;
  if (state.is === 'paused') return words.paused(kit.when.length(lengthMs));
  if (state.is === 'running') return phase.byHand === null ? words.running(kit.when.time(endsAt, zone), kit.when.length(lengthMs)) : byHandLine(phase, kit);
  const { endedAt } = state;
  return words.over(kit.when.clock(startsAt, zone), kit.when.time(endedAt, zone), kit.when.length(endedAt - startsAt));
}

/** Where the chair moves on: until when, and by how much the phase runs over. */
function byHandLine({ byHand, chair, endsAt, lengthMs, zone }: PhaseMessage, kit: Kit): string {
  const words = kit.texts.session.phase;
  const overtime = byHand?.overtime ?? null;
  const end = kit.when.time(endsAt, zone);
  if (overtime === null) return words.runningByHand(end, kit.when.length(lengthMs), kit.say.name(chair));
  if (overtime.minutes === 0) return words.timeUp(end, kit.say.name(chair));
  const over = kit.when.length(minutes(overtime.minutes));
  return words.overtime(end, overtime.isMore ? words.moreThan(over) : over, kit.say.name(chair));
}

function nextLine({ next }: PhaseMessage, kit: Kit): string {
  const words = kit.texts.session.phase;
  if (next === null) return words.last;
  const { title } = kit.phase(next.phase);
  return next.owner === null ? words.next(title) : words.nextOwner(title, kit.say.name(next.owner));
}

/** A paused session has no end yet. The zone stands in the line above. */
function sessionLine({ chair, state, sessionEndsAt, zone }: PhaseMessage, kit: Kit): string {
  const words = kit.texts.session.phase;
  const name = kit.say.name(chair);
  return state.is === 'paused' ? words.chair(name) : words.session(name, kit.when.clock(sessionEndsAt, zone));
}

function takeoverLine({ takeover, chair, zone }: PhaseMessage, kit: Kit): string {
  if (takeover === null) return '';
  return kit.texts.session.phase.takeover(kit.say.name(takeover.name), kit.when.time(takeover.at, zone), kit.say.name(chair));
}

function buttonRows({ origin, offersJoin }: PhaseMessage, kit: Kit) {
  const verbs = ['next', 'pause', 'minute', 'end', 'take-chair', ...(offersJoin ? ['join'] as const : [])] as const;
  return rowsOf(verbs.map((verb) => kit.sessionButton(verb, origin)), 2);
}
