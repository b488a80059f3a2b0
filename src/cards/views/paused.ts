// The pause, a card of its own with Resume, and the question after the first press of End session (product.md 4.4).

import { rowsOf, type Kit } from '../kit.ts';
import type { EndAskedMessage, PausedMessage } from '../../core/messages.ts';

/** Once it is over, only who paused and what became of it. */
export function pausedView(paused: PausedMessage, kit: Kit) {
  const words = kit.texts.session.paused;
  const isWaiting = paused.state.is === 'waiting';
  return {
    summary: words.summary,
    heading: words.heading,
    cause: paused.cause.kind === 'person' ? words.byPerson(kit.say.name(paused.cause.name)) : words.byOutage(kit.when.length(paused.cause.lateMs)),
    where: isWaiting ? whereLine(paused, kit) : '',
    chair: isWaiting ? words.chair(kit.say.name(paused.chair)) : '',
    outcome: outcomeLine(paused, kit),
    isWaiting,
    finishLabel: words.finish,
    planned: words.planned(kit.when.time(paused.plannedEndsAt, paused.zone)),
    later: words.later,
    resumeRows: isWaiting ? rowsOf([kit.sessionButton('resume', paused.origin)], 1) : [],
    chairRows: isWaiting ? rowsOf([kit.sessionButton('take-chair', paused.origin)], 1) : [],
  };
}

function whereLine({ phase, owner, leftMs }: PausedMessage, kit: Kit): string {
  const words = kit.texts.session.paused;
  const { title } = kit.phase(phase);
  const left = kit.when.length(leftMs);
  if (leftMs < 0) return words.over(title, kit.when.length(-leftMs));
  return owner === null ? words.where(title, left) : words.whereOwner(title, kit.say.name(owner), left);
}

function outcomeLine({ state, zone }: PausedMessage, kit: Kit): string {
  const words = kit.texts.session.paused;
  if (state.is === 'waiting') return '';
  if (state.is === 'ended') return words.ended;
  const name = kit.say.name(state.by);
  return state.endsAt === null ? words.resumedOver(name) : words.resumed(name, kit.when.time(state.endsAt, zone));
}

/** The second press of End session stands here, so that nobody ends an hour by a slip. */
export function endAskedView({ origin, by, isOpen }: EndAskedMessage, kit: Kit) {
  const words = kit.texts.session.endAsked;
  const buttons = [kit.sessionButton('end-confirm', origin), kit.sessionButton('end-cancel', origin)];
  return {
    summary: words.summary,
    heading: words.heading,
    line: isOpen ? words.line(kit.say.name(by)) : words.over,
    rows: isOpen ? rowsOf(buttons, 2) : [],
  };
}
