// Who may do what, as one matrix: every event by everyone in every state (domain.md 1.3, product.md 4).

import { describe, expect, test } from '@jest/globals';
import { minuteMs } from '../../../../src/core/time.ts';
import type { DrivenEvent } from '../../../../src/core/session/events.ts';
import type { Person } from '../../../../src/core/session/session.ts';
import { aisha, anHour, ben, chloe, dev, eve, finn, gita, Story, type Wish, zero } from '../../../support/given.ts';

/** Aisha chairs, Ben stands in while hers is the turn, Chloe has a later turn, Dev coordinates, Eve opened, Finn is not in. */
const cast = { chair: aisha, 'stand-in': ben, participant: chloe, coordinator: dev, opener: eve, outsider: finn } as const;
type Role = keyof typeof cast;
const roles = Object.keys(cast) as readonly Role[];

const wishes: Readonly<Record<DrivenEvent['type'], Wish>> = {
  'joined': { type: 'joined', part: 'helper', birthday: null, hasWriteUp: false },
  'volunteered': { type: 'volunteered', birthday: null, hasWriteUp: false },
  'started': { type: 'started', writeUps: [] },
  'cancelled': { type: 'cancelled' },
  'together-asked': { type: 'together-asked', isTogether: true },
  'ordered': { type: 'ordered', names: ['Chloe'] },
  'marked-absent': { type: 'marked-absent', name: 'Chloe' },
  'marked-here': { type: 'marked-here', name: 'Gita', part: 'helper', person: gita },
  'next-asked': { type: 'next-asked' },
  'pause-asked': { type: 'pause-asked' },
  'resume-asked': { type: 'resume-asked', finish: 'planned' },
  'minute-asked': { type: 'minute-asked' },
  'end-asked': { type: 'end-asked' },
  'end-confirmed': { type: 'end-confirmed' },
  'end-dismissed': { type: 'end-dismissed' },
  'chair-asked': { type: 'chair-asked' },
  'chair-given': { type: 'chair-given', name: 'Chloe' },
  'full-length-asked': { type: 'full-length-asked' },
  'whole-hour-asked': { type: 'whole-hour-asked' },
  'noted': { type: 'noted', noteId: 'n', at: null, text: 'A note' },
  'action-given': { type: 'action-given', noteId: 'a', at: 0, text: 'I shall', dueOn: '' },
  'next-chair-given': { type: 'next-chair-given', person: chloe.id },
  'next-meeting-given': { type: 'next-meeting-given', date: '2026-12-17', time: '16:00' },
  'join-asked': { type: 'join-asked' },
  'owner-decided': { type: 'owner-decided', choice: 'go-on' },
  'last-turn-given': { type: 'last-turn-given', writeUps: [] },
};
const types = Object.keys(wishes) as readonly DrivenEvent['type'][];

const lobby = (): Story => new Story({ opener: eve, coordinator: dev, appointed: aisha.id }).joins([aisha, ben, chloe]);
const states: Readonly<Record<string, () => Story>> = {
  lobby,
  // The opening is nobody's turn.
  opening: () => lobby().starts(),
  running: () => lobby().starts().passes(6),
  paused: () => lobby().starts().passes(6).press(6, chloe, { type: 'pause-asked' }),
  ended: () => lobby().starts().passes(6).type(6, aisha, { type: 'end-asked' }).type(6, aisha, { type: 'end-asked' }),
  cancelled: () => lobby().type(1, dev, { type: 'cancelled' }),
};

const all: readonly Role[] = roles;
const drivers: readonly Role[] = ['chair', 'stand-in', 'coordinator'];
const withoutTurn: readonly Role[] = ['chair', 'coordinator'];
const keepers: readonly Role[] = ['chair', 'coordinator', 'opener'];
const those: readonly Role[] = ['chair', 'stand-in', 'participant'];

/** Who may, by state. Whoever may not is refused for want of the right; in a state that is not named nobody may, for want of sense. */
const matrix: Readonly<Record<DrivenEvent['type'], Partial<Record<keyof typeof states, readonly Role[]>>>> = {
  'joined': { lobby: all, opening: all, running: all, paused: all },
  'volunteered': { lobby: all },
  'started': { lobby: those },
  'cancelled': { lobby: keepers },
  'together-asked': { lobby: keepers },
  'ordered': { lobby: keepers, opening: withoutTurn, running: drivers, paused: drivers },
  'marked-absent': { lobby: keepers, opening: withoutTurn, running: drivers, paused: drivers },
  'marked-here': { lobby: keepers, opening: withoutTurn, running: drivers, paused: drivers },
  'next-asked': { opening: withoutTurn, running: drivers },
  'pause-asked': { opening: all, running: all },
  'resume-asked': { paused: drivers },
  'minute-asked': { opening: withoutTurn, running: drivers },
  'end-asked': { lobby: keepers, opening: withoutTurn, running: drivers, paused: drivers },
  'end-confirmed': {},
  'end-dismissed': { opening: withoutTurn, running: drivers, paused: drivers },
  'chair-asked': { opening: those, running: those, paused: those },
  'chair-given': { lobby: keepers, opening: withoutTurn, running: drivers, paused: drivers },
  'full-length-asked': {},
  'whole-hour-asked': { opening: withoutTurn },
  'noted': { opening: all, running: all, paused: all },
  'action-given': { opening: withoutTurn, running: withoutTurn, paused: withoutTurn, ended: withoutTurn },
  'next-chair-given': { opening: withoutTurn, running: drivers, paused: drivers },
  'next-meeting-given': { opening: withoutTurn, running: drivers, paused: drivers, ended: withoutTurn },
  'join-asked': { opening: all, running: all, paused: all },
  // Typed they name no card that asked.
  'owner-decided': {},
  'last-turn-given': {},
};

describe('rights', () => {
  test.each(types.flatMap((type) => Object.keys(states).map((state) => [type, state] as const)))('%s while %s', (type, state) => {
    const may = matrix[type][state] ?? [];
    for (const role of roles) {
      const story = states[state]?.() ?? lobby();
      const before = story.state;
      const by: Person = cast[role];
      story.type((story.now - zero) / minuteMs + 0.1, by, wishes[type]);
      expect([role, story.refusal === null]).toEqual([role, may.includes(role)]);
      if (story.refusal !== null) expect(story.state).toBe(before);
    }
  });

  test('a refusal says who may', () => {
    expect(lobby().type(1, finn, { type: 'cancelled' }).refusal).toEqual({ reason: 'opener-only', who: ['Aisha', 'Dev', 'Eve'] });
    expect(new Story({ opener: eve }).type(1, finn, { type: 'cancelled' }).refusal).toEqual({ reason: 'opener-only', who: ['Eve'] });
    expect(states['running']?.().type(6.1, finn, { type: 'next-asked' }).refusal).toEqual({ reason: 'chair-only', chair: 'Aisha', also: ['Ben', 'Dev'] });
    expect(states['running']?.().type(6.1, finn, { type: 'chair-asked' }).refusal).toEqual({ reason: 'participants-only' });
    expect(states['running']?.().type(6.1, finn, wishes['action-given']).refusal).toEqual({ reason: 'owner-or-chair-only', owner: 'Aisha', chair: 'Aisha' });
  });

  test('a coordinator who opened or chairs is named once', () => {
    expect(new Story({ opener: eve, coordinator: eve }).joins([eve]).type(1, finn, { type: 'cancelled' }).refusal).toEqual({ reason: 'opener-only', who: ['Eve'] });
    expect(anHour([aisha], { coordinator: aisha }).type(1, finn, { type: 'next-asked' }).refusal).toEqual({ reason: 'chair-only', chair: 'Aisha', also: [] });
  });

  test('what makes no sense now is refused for that, whoever asks', () => {
    for (const by of [aisha, finn]) {
      expect(lobby().type(1, by, { type: 'next-asked' }).refusal).toEqual({ reason: 'not-running', state: 'lobby' });
      expect(states['ended']?.().type(7, by, { type: 'next-asked' }).refusal).toEqual({ reason: 'not-running', state: 'ended' });
      expect(states['cancelled']?.().type(7, by, { type: 'next-asked' }).refusal).toEqual({ reason: 'no-session' });
    }
    expect(lobby().press(1, aisha, { type: 'started', writeUps: [] }, 7).refusal).toEqual({ reason: 'stale', phase: null });
  });
});
