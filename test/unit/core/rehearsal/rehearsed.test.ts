// Rehearsals as a machine: a clock of their own, colleagues who act by themselves, and no effect that would reach anybody.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isPretend } from '../../../../src/core/rehearsal/colleagues.ts';
import { nextAct } from '../../../../src/core/rehearsal/script.ts';
import { momentIn, unwarped } from '../../../../src/core/rehearsal/warp.ts';
import type { Effect } from '../../../../src/core/machine.ts';
import type { DrivenEvent, SessionEvent } from '../../../../src/core/session/events.ts';
import { sessionMachine } from '../../../../src/core/session/machine.ts';
import type { Session } from '../../../../src/core/session/session.ts';
import { step as engineStep } from '../../../../src/core/session/step.ts';
import { dayMs, hourMs, type Instant, minutes, seconds } from '../../../../src/core/time.ts';
import { protocols } from '../../../../src/core/protocols/catalog.ts';
import { aisha, everyone, opening, writeUpOf, zero } from '../../../support/given.ts';

const rate = 60;
const rehearsal = { isPrivate: false, anchorAt: zero, rate, done: [] };

/** A rehearsal that is told forward on the service's clock. */
class Run {
  state: Session;
  readonly effects: Effect[] = [];
  now: Instant = zero;

  constructor(over: Parameters<typeof opening>[0] = {}) {
    this.state = this.#moved(null, { type: 'opened', session: opening({ rehearsal, coordinator: aisha, hasWarnings: false, ...over }) });
  }

  #moved(state: Session | null, event: SessionEvent): Session {
    const stepped = sessionMachine.step(state, event, { at: this.now, rate: 1 });
    if (stepped.kind === 'refused') return state ?? fail();
    this.effects.push(...stepped.effects);
    return stepped.state;
  }

  at(secondsPast: number, event: SessionEvent = { type: 'time-passed' }): this {
    this.now = zero + seconds(secondsPast);
    this.state = this.#moved(this.state, event);
    return this;
  }

  does(secondsPast: number, wish: Omit<DrivenEvent, 'by' | 'rev'>): this {
    return this.at(secondsPast, { ...wish, by: aisha, rev: null } as SessionEvent);
  }

  /** Every deadline noticed on time. */
  onTime(secondsPast: number): this {
    const until = zero + seconds(secondsPast);
    for (let wake = sessionMachine.wakeAt(this.state); wake !== null && wake <= until; wake = sessionMachine.wakeAt(this.state)) {
      const before = this.state;
      if (this.at((wake - zero) / 1_000).state === before) throw new Error('a deadline that does not go away');
    }
    return this.at(secondsPast);
  }
}
function fail(): never { throw new Error('refused to open'); }

describe('The clock of a rehearsal', () => {
  test('has reached an instant at the very millisecond worked out for it, and not before', () => {
    fc.assert(fc.property(fc.constantFrom(0.1, 1, 2, 7, 30, 60), fc.integer({ min: 0, max: 10 * hourMs }), (factor, past) => {
      const session = { rehearsal: { isPrivate: false, anchorAt: zero, rate: factor, done: [] } };
      const due = unwarped(session.rehearsal, zero + past);
      expect(momentIn(session, { at: due, rate: 1 }).at).toBeGreaterThanOrEqual(zero + past);
      expect(momentIn(session, { at: due - Math.ceil(1 / factor), rate: 1 }).at).toBeLessThanOrEqual(zero + past);
    }));
  });

  test('is the service\'s for every other session', () => {
    expect(momentIn({ rehearsal: null }, { at: 5, rate: 3 })).toEqual({ at: 5, rate: 3 });
    expect(momentIn({ rehearsal }, { at: zero + seconds(60), rate: 2 })).toEqual({ at: zero + hourMs, rate: 120 });
  });

  test('leaves other sessions as they are, to the identity', () => {
    const opened = { type: 'opened', session: opening() } as const;
    const moment = { at: zero, rate: 1 };
    const first = sessionMachine.step(null, opened, moment);
    expect(first).toEqual(engineStep(null, opened, moment));
    if (first.kind === 'refused') throw new Error('refused');
    expect(sessionMachine.step(first.state, { type: 'time-passed' }, moment)).toMatchObject({ effects: [] });
    expect((sessionMachine.step(first.state, { type: 'time-passed' }, moment) as typeof first).state).toBe(first.state);
  });
});

describe('The colleagues', () => {
  test('do the same whether every moment is noticed or one wake-up comes late', () => {
    for (const late of [3, 20, 31, 47, 80, 100]) expect(new Run().at(late).state).toEqual(new Run().onTime(late).state);
  });

  test('try each act once, refused or not', () => {
    const { done } = new Run().onTime(100).state.rehearsal ?? { done: [] };
    expect(new Set(done).size).toBe(done.length);
    expect(done).toEqual(expect.arrayContaining(['join-0', 'join-1', 'join-2', 'volunteer', 'start']));
  });

  test('wait for the person: whatever they do in the lobby gives them twenty seconds more', () => {
    const run = new Run().onTime(20).does(20, { type: 'joined', part: 'owner', birthday: null, hasWriteUp: true } as never);
    expect(run.onTime(39).state.status).toBe('lobby');
    expect(run.onTime(41).state.status).toBe('running');
  });

  test('leave the chair to a person who wants it, and the problem too where there is room for one', () => {
    const tuning = { protocol: protocols['tuning'] as never };
    const chaired = new Run().does(1, { type: 'volunteered', birthday: null, hasWriteUp: false } as never).onTime(40);
    expect(chaired.state).toMatchObject({ status: 'running', chair: aisha.id });
    const mine = new Run(tuning).does(8, { type: 'joined', part: 'owner', birthday: null, hasWriteUp: false } as never).onTime(40);
    expect(mine.state).toMatchObject({ turns: [{ owner: aisha.id }] });
    const theirs = new Run(tuning).onTime(40);
    expect('turns' in theirs.state && theirs.state.turns.map(({ owner }) => isPretend(owner))).toEqual([true]);
  });

  test('bring the one problem there is room for as soon as the person comes to help, and take it back when they want it themselves', () => {
    const ownersOf = (run: Run): readonly string[] => run.state.people.filter(({ part }) => part === 'owner').map(({ id }) => id);
    const run = new Run({ protocol: protocols['tuning'] as never }).does(2, { type: 'joined', part: 'helper', birthday: null, hasWriteUp: false } as never).onTime(6);
    expect(ownersOf(run).map((id) => isPretend(id as never))).toEqual([true]);
    run.does(7, { type: 'joined', part: 'owner', birthday: null, hasWriteUp: false } as never).onTime(8);
    expect(ownersOf(run)).toEqual([aisha.id]);
    expect(run.state.status).toBe('lobby');
  });

  test('bring their own write-ups and nobody else\'s', () => {
    const run = new Run().does(6, { type: 'joined', part: 'owner', birthday: null, hasWriteUp: true } as never);
    expect(run.state.people.find(({ id }) => id === aisha.id)).toMatchObject({ hasWriteUp: false });
    run.does(7, { type: 'started', writeUps: [{ owner: aisha.id, writeUp: writeUpOf(aisha) }] } as never);
    const { turns, writeUps } = run.state as Extract<Session, { turns: unknown }>;
    expect(turns.map(({ hasWriteUp }) => hasWriteUp)).toEqual([true, true, true, false]);
    expect(writeUps).toHaveLength(3);
    const after = run.at(8, { type: 'write-up-known', owner: aisha.id, writeUp: writeUpOf(aisha) }).at(9, { type: 'meeting-known', nextMeetingAt: zero });
    expect(JSON.stringify(after.state)).not.toContain('Aisha\'s problem');
    expect(after.state.nextMeetingAt).toBeNull();
  });

  test('have nothing to do in a session that is over, and a lobby without them closes by itself', () => {
    expect(nextAct(new Run().onTime(100).state)).toBeNull();
    const alone = new Run().onTime(5);
    for (const name of ['Nadia', 'Owen', 'Priya']) alone.does(6, { type: 'marked-absent', name } as never);
    expect(alone.onTime(10 * 60).state).toMatchObject({ status: 'cancelled', why: 'closed' });
  });

  test('let a pause after minutes away stand as one, and go on', () => {
    const run = new Run().onTime(40).at(40 + 300);
    expect(run.state).toMatchObject({ status: 'paused', pauses: [{ cause: { kind: 'outage' } }] });
    expect(run.onTime(40 + 300 + 90).state).toMatchObject({ status: 'ended', ending: 'completed', pauses: [{ resumedBy: 'Nadia Shah' }] });
  });
});

test('It stays one group, however many problems are brought in a chat of many', () => {
  const run = new Run().onTime(6);
  const many = everyone.map((by): SessionEvent => ({ type: 'joined', by, rev: null, part: 'owner', birthday: null, hasWriteUp: false }));
  for (const event of many) run.at(7, event);
  run.onTime(60);
  expect(run.state.status).toBe('running');
  expect(run.effects.filter((effect) => effect.do === 'tell')).toEqual([]);
});

test('Its cards show its own time', () => {
  const lobby = sessionMachine.draw(new Run().onTime(10).state, 'lobby', { at: zero + seconds(10), rate: 1 });
  // Ten seconds are ten minutes; three problems take forty-nine.
  expect(lobby).toMatchObject({ planned: { endsAt: zero + minutes(59) } });
});

describe('What a rehearsal does', () => {
  const run = new Run().does(6, { type: 'joined', part: 'owner', birthday: null, hasWriteUp: false } as never).onTime(120);
  const told = run.effects.filter((effect) => effect.do === 'tell');

  test('tells nobody but its chat, and that only that it is gone', () => {
    expect(run.state.status).toBe('ended');
    expect(told).toEqual([{ do: 'tell', key: { partition: 't1|19:c', name: 'community' }, kind: 'community', event: { type: 'session-gone', session: 's1' } }]);
  });

  test('is announced by deadlines of the service’s clock, not of its own', () => {
    const dues = run.effects.flatMap((effect) => (effect.do === 'post' && effect.dueAt !== undefined ? [effect.dueAt] : []));
    expect(dues.length).toBeGreaterThan(10);
    expect(dues.filter((dueAt) => dueAt < zero || dueAt > run.now)).toEqual([]);
  });

  test('stands on a shelf of its own, without the colleagues as people', () => {
    const entries = run.effects.flatMap((effect) => (effect.do === 'record' ? [effect.entry] : []));
    expect(entries.length).toBeGreaterThan(10);
    for (const { partition, people } of entries) {
      expect(partition).toBe('t1|19:c|rehearsal');
      expect(people.filter(isPretend)).toEqual([]);
    }
    expect(sessionMachine.draw(run.state, 'summary', { at: run.now, rate: 1 })).toMatchObject({ record: { partition: 't1|19:c|rehearsal', session: 's1' } });
    expect(sessionMachine.people(run.state)).toEqual([aisha.id]);
    expect(sessionMachine.expiresAt(run.state, dayMs)).toBeLessThan(zero + 3 * dayMs);
  });

  test('ends with the line that it was one, after the summary', () => {
    const shown = run.effects.flatMap((effect) => (effect.do === 'post' ? [effect.slot] : effect.do === 'say' && effect.message.card === 'notice' ? [effect.message.notice.kind] : []));
    expect(shown.slice(-2)).toEqual(['summary', 'rehearsal-over']);
    expect(shown.filter((each) => each === 'rehearsal-over')).toHaveLength(1);
  });

  test('is said by the service\'s clock where it is not worth saying later', () => {
    const warned = new Run({ hasWarnings: true }).onTime(60).effects.flatMap((effect) => (effect.do === 'say' && effect.until !== null ? [effect.until] : []));
    expect(warned.length).toBeGreaterThan(0);
    for (const until of warned) expect(until).toBeLessThan(zero + minutes(2));
  });
});

test('Whatever a person does and whenever, it throws nothing, tells nobody, and is over some minutes later', () => {
  const wishes: readonly Omit<DrivenEvent, 'by' | 'rev'>[] = [
    { type: 'joined', part: 'owner', birthday: null, hasWriteUp: true }, { type: 'joined', part: 'out', birthday: null, hasWriteUp: false },
    { type: 'volunteered', birthday: null, hasWriteUp: false }, { type: 'started', writeUps: [] }, { type: 'next-asked' }, { type: 'pause-asked' },
    { type: 'resume-asked', finish: 'planned' }, { type: 'minute-asked' }, { type: 'chair-given', name: 'Aisha' }, { type: 'chair-asked' },
    { type: 'marked-absent', name: 'Nadia' }, { type: 'end-asked' }, { type: 'ordered', names: ['Priya'] }, { type: 'noted', noteId: 'n', at: null, text: 'x' },
  ] as never;
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.constantFrom(...wishes)), { maxLength: 12 }), (acts) => {
    const run = new Run();
    for (const [past, wish] of acts.toSorted(([a], [b]) => a - b)) run.does(past, wish);
    run.onTime(200 + 10 * 60);
    expect(['ended', 'cancelled']).toContain(run.state.status);
    expect(run.effects.filter((effect) => effect.do === 'tell').every((effect) => effect.do === 'tell' && effect.event.type === 'session-gone')).toBe(true);
  }), { numRuns: 200 });
});
