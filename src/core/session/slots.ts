// A slot names one message of a session. Here are their names, and which of them a pressed button stood on: what lets a
// card that landed tell its own id (reliability.md 1, self-report).

import type { DrivenEvent } from './events.ts';
import type { Session } from './session.ts';

export const phaseSlot = (index: number): string => `phase-${index}`;
export const turnSlot = (turn: number): string => `turn-${turn}`;
export const questionsSlot = (turn: number): string => `questions-${turn}`;
export const writeUpsSlot = (page: number): string => `write-ups-${page}`;
export const pausedSlot = (pause: number): string => `paused-${pause}`;
/** Asks in the opening what came of the actions that are due. */
export const dueActionsSlot = 'due-actions';
export const askSlot = (number: number): string => `ask-${number}`;
/** The first message of a group in a channel: the root of its thread. */
export const groupRootSlot = 'group-root';
export const endAskedSlot = (number: number): string => `end-asked-${number}`;

/** The slot of the card an event was pressed on, judged by the present state; null when that cannot be told. */
export function slotOfPress(session: Session, event: DrivenEvent): string | null {
  const isPresent = event.rev === session.rev;
  if (session.status === 'lobby') return !isPresent ? null : event.type === 'together-asked' ? 'groups' : 'lobby';
  if (session.status === 'split' || session.status === 'cancelled' || session.status === 'ended') return null;
  switch (event.type) {
    case 'noted':
      if (typeof event.at === 'number') return turnSlot(event.at);
      return event.at === 'opening' ? 'successes' : event.at === 'close' ? 'closing' : null;
    case 'action-given': return typeof event.at === 'number' ? turnSlot(event.at) : null;
    case 'next-chair-given':
    case 'next-meeting-given': return 'closing';
    case 'end-confirmed':
    case 'end-dismissed': return event.rev === null ? null : endAskedSlot(event.rev);
    case 'resume-asked': return isPresent ? pausedSlot(session.pauses.length - 1) : null;
    case 'full-length-asked':
    case 'whole-hour-asked': return isPresent ? 'agenda' : null;
    case 'owner-decided':
    case 'last-turn-given': return event.rev === null ? null : askSlot(event.rev);
    case 'join-asked':
    case 'next-asked':
    case 'pause-asked':
    case 'minute-asked':
    case 'end-asked': return isPresent ? phaseSlot(session.at) : null;
    case 'chair-asked':
      if (!isPresent) return null;
      return session.status === 'running' ? phaseSlot(session.at) : pausedSlot(session.pauses.length - 1);
    default: return null;
  }
}
