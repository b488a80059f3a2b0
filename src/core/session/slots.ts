// Which message a pressed button stood on: what lets a card that landed tell its own id (reliability.md 1, self-report).

import type { DrivenEvent } from './events.ts';
import { phaseSlot, turnSlot } from './hour.ts';
import { endAskedSlot, pausedSlot } from './driving.ts';
import type { Session } from './session.ts';

/** The slot of the card an event was pressed on, judged by the present state; null when that cannot be told. */
export function slotOfPress(session: Session, event: DrivenEvent): string | null {
  if (session.status === 'lobby') return event.rev === session.rev ? 'lobby' : null;
  if (session.status === 'cancelled' || session.status === 'ended') return null;
  switch (event.type) {
    case 'noted': return event.at === 'opening' ? 'successes' : typeof event.at === 'number' ? turnSlot(event.at) : 'closing';
    case 'action-given': return typeof event.at === 'number' ? turnSlot(event.at) : null;
    case 'next-chair-given': return 'closing';
    case 'end-confirmed':
    case 'end-dismissed': return event.rev === null ? null : endAskedSlot(event.rev);
    case 'resume-asked': return event.rev === session.rev ? pausedSlot(session.pauses.length - 1) : null;
    case 'full-length-asked':
    case 'whole-hour-asked': return event.rev === session.rev ? 'agenda' : null;
    case 'next-asked':
    case 'pause-asked':
    case 'minute-asked':
    case 'end-asked': return event.rev === session.rev ? phaseSlot(session.at) : null;
    case 'chair-asked': return event.rev === session.rev && session.status === 'running' ? phaseSlot(session.at) : null;
    default: return null;
  }
}
