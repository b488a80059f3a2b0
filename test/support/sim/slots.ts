// Which message of which session a card is, told from what it shows: that is all a person has to go by.

import type { Message } from '../../../src/core/messages.ts';
import type { SessionId } from '../../../src/core/keys.ts';
import type { Session } from '../../../src/core/session/session.ts';

export interface Place {
  readonly session: SessionId;
  readonly slot: string;
}

/** Null for what stands for no slot of a session: answers, notices, pages of write-ups. `paused` has no number of its own. */
export function placeOf(message: Message, stateOf: (session: SessionId) => Session | null): Place | null {
  if (message.card === 'summary') return message.isPrivate ? null : { session: message.record.session, slot: 'summary' };
  if (!('origin' in message)) return null;
  const { session, rev } = message.origin;
  switch (message.card) {
    case 'turn': return { session, slot: `turn-${message.turn}` };
    case 'end-asked': return { session, slot: `end-asked-${rev}` };
    case 'owner-away':
    case 'no-time': return { session, slot: `ask-${rev}` };
    case 'join': return null;
    case 'phase': {
      const state = stateOf(session);
      if (state === null || !('steps' in state)) return { session, slot: 'phase-unknown' };
      const turn = message.turn === null ? null : message.turn.number - 1;
      return { session, slot: `phase-${state.steps.findIndex((step) => step.turn === turn && step.phase === message.phase)}` };
    }
    default: return { session, slot: message.card };
  }
}

/** Posted as announcements: again after six seconds of doubt. */
export const isAnnouncement = ({ slot }: Place): boolean => !slot.startsWith('end-asked');
