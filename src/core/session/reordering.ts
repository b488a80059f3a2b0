// `order <names>` while the hour runs: the turns still to come change places. Each keeps its minutes, so that the end
// stays where it is (domain.md 1.3; that a turn takes its minutes with it is our decision).

import { type Effect, moved, refused, type Stepped } from '../machine.ts';
import { matchName, splitNames } from '../names.ts';
import type { PersonId } from '../keys.ts';
import type { SessionEvent } from './events.ts';
import { nameOf } from './people.ts';
import { phaseSlot } from './slots.ts';
import type { Live, Session } from './session.ts';
import { assembled, type Parts, partsOf } from './turns.ts';

type Ordered = Extract<SessionEvent, { type: 'ordered' }>;

/** Those named go first among the turns that have not begun, the others keep their places behind them. */
export function reorder(live: Live, event: Ordered): Stepped<Session> {
  const parts = partsOf(live);
  const free = parts.coming.map(({ turn }) => ({ id: turn.owner, name: nameOf(live, turn.owner) }));
  const others = live.turns.map(({ owner }) => ({ id: owner, name: nameOf(live, owner) }));
  const named: PersonId[] = [];
  for (const name of event.names.flatMap(splitNames)) {
    const found = matchName(name, free);
    const match = found.kind === 'unknown' ? matchName(name, others) : found;
    if (match.kind === 'unknown') return refused({ reason: 'unknown-name', name });
    if (match.kind === 'ambiguous') return refused({ reason: 'ambiguous-name', name, matches: match.matches });
    if (found.kind === 'unknown') return refused({ reason: 'too-late-for-this' });
    if (!named.includes(match.id)) named.push(match.id);
  }
  const order = new Set([...named, ...free.map(({ id }) => id)]);
  const coming = [...order].flatMap((owner) => parts.coming.filter(({ turn }) => turn.owner === owner));
  return moved<Session>(...withOrder(live, { ...parts, coming }));
}

/** The hour with these parts, and everybody told the order. */
function withOrder(live: Live, parts: Parts): [Session, readonly Effect[]] {
  const names = [...parts.begun, ...parts.coming.map(({ turn }) => turn)].filter(({ off }) => off === null).map(({ owner }) => nameOf(live, owner));
  const notice = { kind: 'order-is', names } as const;
  return [assembled(live, parts), [{ do: 'edit', slot: 'agenda' }, { do: 'edit', slot: phaseSlot(live.at) }, { do: 'say', message: { card: 'notice', notice }, until: null }]];
}
