// `order <names>` while the hour runs: the turns still to come change places. Each keeps its minutes, so that the end
// stays where it is (domain.md 1.3; that a turn takes its minutes with it is our decision).

import { type Effect, moved, refused, type Stepped } from '../machine.ts';
import { matchName, splitNames } from '../names.ts';
import type { SessionEvent } from './events.ts';
import { presentStep } from './hour.ts';
import { nameOf } from './people.ts';
import { isClose, isOpening } from './phases.ts';
import { phaseSlot } from './slots.ts';
import type { Live, Session } from './session.ts';

type Ordered = Extract<SessionEvent, { type: 'ordered' }>;

/** Those named go first among the turns that have not begun, the others keep their places behind them. */
export function reorder(live: Live, event: Ordered): Stepped<Session> {
  const { turn: presentTurn } = presentStep(live);
  const firstFree = live.at === 0 && presentTurn === null ? 0 : (presentTurn ?? live.turns.length) + 1;
  const owners = live.turns.map(({ owner }, turn) => ({ id: `${turn}`, turn, name: nameOf(live, owner) }));
  const named: number[] = [];
  for (const name of event.names.flatMap(splitNames)) {
    const match = matchName(name, owners);
    if (match.kind === 'unknown') return refused({ reason: 'unknown-name', name });
    if (match.kind === 'ambiguous') return refused({ reason: 'ambiguous-name', name, matches: match.matches });
    const turn = Number(match.id);
    if (turn < firstFree || live.turns[turn]?.off !== null) return refused({ reason: 'too-late-for-this' });
    if (!named.includes(turn)) named.push(turn);
  }
  const rest = owners.map(({ turn }) => turn).filter((turn) => turn >= firstFree && !named.includes(turn));
  return moved<Session>(...withOrder(live, [...owners.slice(0, firstFree).map(({ turn }) => turn), ...named, ...rest]));
}

/** The hour with its turns in this order, by their present numbers. */
function withOrder(live: Live, order: readonly number[]): [Session, readonly Effect[]] {
  const placeOf = (turn: number): number => order.indexOf(turn);
  const turns = order.flatMap((turn) => live.turns[turn] ?? []);
  const steps = order.flatMap((turn, place) => live.steps.filter((step) => step.turn === turn).map((step) => ({ ...step, turn: place })));
  const around = live.steps.filter((step) => step.turn === null);
  const state: Live = {
    ...live, turns, steps: [...around.filter((step) => isOpening(live.protocol, step)), ...steps, ...around.filter((step) => isClose(live.protocol, step))],
    writeUps: live.writeUps.map((each) => ({ ...each, turn: placeOf(each.turn) })),
  };
  const notice = { kind: 'order-is', names: turns.map(({ owner }) => nameOf(live, owner)) } as const;
  return [state, [{ do: 'edit', slot: 'agenda' }, { do: 'edit', slot: phaseSlot(live.at) }, { do: 'say', message: { card: 'notice', notice }, until: null }]];
}
