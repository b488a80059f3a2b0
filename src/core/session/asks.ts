// Cards that ask the chair about an owner: what to do while they are away in their own turn, and whether a problem that
// finds no time gets the last turn (product.md 4). Open until answered, or until there is nothing to choose any more.

import type { PersonId } from '../keys.ts';
import type { Effect } from '../machine.ts';
import type { NoTimeMessage, OwnerAwayMessage } from '../messages.ts';
import { decideWithinMs } from './absent-owners.ts';
import { columnsOf } from './columns.ts';
import { isPersonHere, nameOf } from './people.ts';
import { standIn } from './rights.ts';
import type { Ask } from './ask.ts';
import type { Ended, Live, Session } from './session.ts';
import { askSlot } from './slots.ts';
import { isAfterTurns, partsOf, turnOfOwner } from './turns.ts';

const isLive = (session: Session): session is Live => session.status === 'running' || session.status === 'paused';

/** Whether the chair may still choose. */
export function isAskOpen(session: Session, ask: Ask | undefined): boolean {
  if (!isLive(session) || ask === undefined || ask.answer !== null) return false;
  if (ask.about === 'away') return session.ownerAway !== null && session.turns[session.ownerAway.turn]?.owner === ask.owner;
  return session.turns[turnOfOwner(session, ask.owner)]?.off === 'carried-over' && isPersonHere(session, ask.owner) && !isAfterTurns(session);
}

/** The session with one more question, and the card that asks it; none while the same one is open. */
export function asked<L extends Live>(live: L, about: Ask['about'], owner: PersonId): { readonly live: L; readonly effects: readonly Effect[] } {
  if (live.asks.some((ask) => ask.about === about && ask.owner === owner && isAskOpen(live, ask))) return { live, effects: [] };
  const asks: readonly Ask[] = [...live.asks, { about, owner, answer: null }];
  return { live: { ...live, asks }, effects: [{ do: 'post', slot: askSlot(live.asks.length), isAnnouncement: true }] };
}

/** The session with every open question of one kind about this owner answered. */
export const answered = <L extends Live>(live: L, { about, owner, answer }: Ask): L => ({
  ...live, asks: live.asks.map((ask) => (ask.about === about && ask.owner === owner && isAskOpen(live, ask) ? { ...ask, answer } : ask)),
});

/** Whether an owner who is away can be waited for: once, and while another turn is to come. */
export function mayWait(live: Live, turn: number): boolean {
  return live.turns[turn]?.hasMoved === false && partsOf(live).coming.length > 0;
}

/** The card of question `number`; null when there is none. */
export function drawAsk(session: Live | Ended, number: number): OwnerAwayMessage | NoTimeMessage | null {
  const ask = session.asks[number];
  if (ask === undefined) return null;
  const { owner, answer } = ask;
  const isOpen = isAskOpen(session, ask);
  const origin = { session: session.id, rev: number };
  if (ask.about === 'no-time') {
    const turnMs = columnsOf(session.protocol, session.lengthMinutes).at(-1)?.lengthMs ?? 0;
    return { card: 'no-time', origin, name: nameOf(session, owner), turnMs, chair: nameOf(session, session.chair), isOpen, answer };
  }
  const decider = owner === session.chair ? standIn(session) : session.chair;
  return {
    card: 'owner-away', origin, name: nameOf(session, owner), decider: isOpen && decider !== null ? nameOf(session, decider) : null,
    decideWithinMs: isOpen && session.status === 'running' ? decideWithinMs : null,
    mayMove: isOpen && isLive(session) && mayWait(session, session.ownerAway?.turn ?? -1), isOpen, answer,
  };
}

/** Edits of those cards that show something else now than they did. */
export function askEdits(before: Session, after: Session): readonly Effect[] {
  if (!('asks' in before) || !('asks' in after) || before === after) return [];
  const shows = (session: Live | Ended, number: number): string => JSON.stringify(drawAsk(session, number));
  return before.asks.flatMap((_, number): readonly Effect[] =>
    (shows(before, number) === shows(after, number) ? [] : [{ do: 'edit', slot: askSlot(number) }]));
}
