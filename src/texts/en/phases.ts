// Phases by id: the title, what to do in one line, and a question that gets people talking.
// Our own words for the phases of the guidance (domain.md 1.2); titles are fixed in product.md 4.

import type { Part } from '../../core/messages.ts';
import { protocolPhases } from './protocol-phases.ts';

export interface PhaseText {
  readonly title: string;
  readonly line: string;
  readonly example: string;
  /** The one thing not to do, or to keep to. */
  readonly rule?: string;
  /** What everyone does while nobody talks. */
  readonly silent?: string;
}

export interface ProtocolText {
  readonly title: string;
  /** By the ids of its roles. */
  readonly roles: Readonly<Record<string, string>>;
  /** On phase cards: whoever has the turn, by name, and everyone else. */
  readonly parts: { readonly owner: (name: string) => string; readonly peers: string };
  /** In the lobby, where the usual words do not fit: the heading of those with a turn, what it is without any,
   * that it takes less than the booked length, what else to know. */
  readonly owners?: (count: number) => string;
  readonly noOwners?: string;
  readonly early?: (length: string, booked: string) => string;
  readonly note?: string;
}

export const phases = {
  'start-on-time': {
    title: 'Start on time',
    line: 'Share one success from the last week, a sentence or two each.',
    example: '“What went better than you expected?”',
  },
  'introduce': {
    title: 'Introduce the problem',
    line: 'The problem owner says what the problem is and how it shows in their school.',
    example: '“The problem is … and I notice it when …”',
  },
  'clarify': {
    title: 'Clarify',
    line: 'Peers ask short questions of fact; the problem owner answers briefly. No advice yet.',
    example: '“When did this last happen, and what did you try?”',
  },
  'look-deeper': {
    title: 'Look deeper',
    line: 'Peers discuss what lies behind the problem. The problem owner listens, writes and does not speak.',
    example: '“What might staff believe that would explain this?”',
  },
  'action-step': {
    title: 'Action step',
    line: 'Peers say what they would do next. The problem owner listens, writes and does not speak.',
    example: '“In my school I would begin by …”',
  },
  'response': {
    title: 'Response',
    line: 'The problem owner says what they will do, and saves one next action on the card of this turn.',
    example: '“What I take from this is … so first I will …”',
  },
  'reflections': {
    title: 'Our reflections',
    line: 'Everyone: what did we all learn from this round?',
    example: '“What do today’s problems have in common?”',
  },
  'close': {
    title: 'Close',
    line: 'Last questions, feedback and requests for help. Agree who chairs the next meeting.',
    example: '“Who could help me with …?”',
  },
  ...protocolPhases,
} satisfies Readonly<Record<string, PhaseText>>;

/** Who speaks and who listens; the owner stands by name. */
export const people: { readonly parts: Readonly<Record<Exclude<Part, 'owner'>, string>>; readonly nobody: string; readonly more: (count: number) => string; readonly and: (last: string) => string; readonly or: (last: string) => string } = {
  parts: { peers: 'all peers', everyone: 'everyone' },
  nobody: 'no one',
  more: (count) => `${count} more`,
  and: () => 'and',
  or: () => 'or',
};
