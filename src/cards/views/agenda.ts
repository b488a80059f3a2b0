// The agenda: turns with their times, the phases once in one line, the chair, the end, and who can read along
// (product.md 4.2).

import { rowsOf, type Kit } from '../kit.ts';
import type { AgendaMessage } from '../../core/messages.ts';
import { readiness } from './lobby.ts';

const turnsMax = 12;

/** Times are those of the moment of drawing; it is edited when they change. */
export function agendaView(agenda: AgendaMessage, kit: Kit) {
  const words = kit.texts.session.agenda;
  const { lobby } = kit.texts.session;
  const clock = (at: number): string => kit.when.clock(at, agenda.zone);
  const end = kit.when.time(agenda.endsAt, agenda.zone);
  const turns = kit.few(agenda.turns, turnsMax);
  return {
    summary: words.summary(end),
    heading: words.heading,
    chair: words.chair(kit.say.name(agenda.chair)),
    insteadOf: agenda.insteadOf === null ? '' : words.insteadOf(kit.say.name(agenda.insteadOf)),
    kind: agenda.protocol.isOther ? words.kind(kit.protocolTitle(agenda.protocol.id)) : '',
    opening: agenda.openingPhase === null ? '' : words.starts(clock(agenda.startsAt), kit.phase(agenda.openingPhase).title),
    turns: turns.shown.map(({ owner, startsAt, ready }) =>
      ({ text: startsAt === null ? words.notHeld(kit.say.name(owner)) : words.turn(clock(startsAt), kit.say.name(owner), readiness(ready, agenda.protocol, lobby)) })),
    moreTurns: turns.moreCount === 0 ? '' : lobby.moreOwners(turns.moreCount),
    close: agenda.closeStartsAt === null || agenda.closePhase === null ? '' : words.starts(clock(agenda.closeStartsAt), kit.phase(agenda.closePhase).title),
    ends: words.ends(end),
    phases: agenda.phases.length === 0 ? '' : phasesLine(agenda, kit),
    moves: agenda.movesOn === 'chair' ? words.movesByHand(kit.say.name(agenda.chair)) : '',
    late: agenda.lateMs > 0 ? words.late(kit.when.length(agenda.lateMs)) : '',
    privacy: words.privacy,
    rows: buttonRows(agenda, kit),
  };
}

function phasesLine({ phases }: AgendaMessage, kit: Kit): string {
  const words = kit.texts.session.agenda;
  const lengthOf = (leastMs: number, mostMs: number): string =>
    (leastMs === mostMs ? kit.when.length(mostMs) : words.range(kit.when.length(leastMs), kit.when.length(mostMs)));
  return words.phases(phases.map(({ phase, leastMs, mostMs }) => words.phase(kit.phase(phase).title, lengthOf(leastMs, mostMs))).join(' · '));
}

function buttonRows({ origin, offersFullLength, offersWholeHour }: AgendaMessage, kit: Kit) {
  const buttons = [
    ...(offersFullLength ? [kit.sessionButton('full-length', origin)] : []),
    ...(offersWholeHour ? [kit.sessionButton('whole-hour', origin)] : []),
  ];
  return rowsOf(buttons, 2);
}
