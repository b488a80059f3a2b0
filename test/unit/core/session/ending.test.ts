// The end: asked once more, the summary, the record, what the community and the owners are told (product.md 4.5).

import { describe, expect, test } from '@jest/globals';
import type { Effect } from '../../../../src/core/machine.ts';
import type { HistoryEntry } from '../../../../src/core/history/entry.ts';
import { isGuest } from '../../../../src/core/keys.ts';
import { aisha, anHour, atMinute, ben, chloe, everyone, Story, writeUpOf } from '../../../support/given.ts';

const ask = { type: 'end-asked' } as const;
const confirm = { type: 'end-confirmed' } as const;
const dismiss = { type: 'end-dismissed' } as const;
const next = { type: 'next-asked' } as const;
const three = everyone.slice(0, 3);

const recorded = (effects: readonly Effect[]): readonly HistoryEntry[] => effects.flatMap((effect) => (effect.do === 'record' ? [effect.entry] : []));
const told = (effects: readonly Effect[]) => effects.flatMap((effect) => (effect.do === 'tell' ? [effect] : []));

describe('End session', () => {
  test('asks once more, on a card of its own', () => {
    const story = anHour(three).press(1, aisha, ask);
    expect(story.did).toEqual(['post end-asked-0']);
    expect(story.answer).toEqual({ kind: 'end-asked' });
    expect(story.card('end-asked-0', 'end-asked')).toEqual({ card: 'end-asked', origin: { session: 's1', rev: 0 }, by: 'Aisha', isOpen: true });
    const { state } = story;
    expect(story.press(1.1, aisha, ask).state).toBe(state);
    expect(story.answer).toEqual({ kind: 'end-asked' });
  });

  test('confirmed ends it at once', () => {
    const story = anHour(three).press(1, aisha, ask).press(2, aisha, confirm, 0);
    expect(story.state).toMatchObject({ status: 'ended', ending: 'ended-early', endedAt: atMinute(2) });
    expect(story.did).toEqual([
      'post summary', 'edit phase-0', 'edit end-asked-0', 'edit agenda', 'record session', 'tell community session-ended',
      'tell person mail', 'tell person mail', 'tell person mail',
    ]);
    expect(story.card('end-asked-0', 'end-asked').isOpen).toBe(false);
    expect(story.card('lobby', 'lobby').state).toBe('started');
  });

  test('typed twice ends it, but not when a phase lies between', () => {
    expect(anHour(three).type(1, aisha, ask).type(1.2, aisha, ask).state).toMatchObject({ status: 'ended', ending: 'ended-early' });
    const story = anHour(three).type(1, aisha, ask).passes(6).type(6, aisha, ask);
    expect(story.state.status).toBe('running');
    expect(story.did).toEqual(['post end-asked-1', 'edit end-asked-0']);
    expect(story.card('end-asked-0', 'end-asked').isOpen).toBe(false);
  });

  test('asked in an earlier phase may still be answered on its card', () => {
    expect(anHour(three).press(4.9, aisha, ask).passes(5.1).press(5.1, aisha, confirm, 0).state.status).toBe('ended');
  });

  test('dismissed goes on, and asks anew the next time', () => {
    const story = anHour(three).press(1, aisha, ask).press(1.5, aisha, dismiss, 0);
    expect(story.did).toEqual(['edit end-asked-0']);
    expect(story.press(1.6, aisha, confirm, 0).refusal).toEqual({ reason: 'stale', phase: 'start-on-time' });
    const { state } = story;
    expect(story.press(1.6, aisha, dismiss, 0).state).toBe(state);
    story.press(1.7, aisha, ask);
    expect(story.did).toEqual(['post end-asked-1']);
    expect(story.press(1.8, aisha, confirm, 0).refusal).toMatchObject({ reason: 'stale' });
    expect(story.press(1.8, aisha, dismiss, 0).hour.endAsked).not.toBeNull();
    expect(story.press(1.9, aisha, confirm, 1).state.status).toBe('ended');
  });

  test('works while paused, and ends the paused card too', () => {
    const story = anHour(three).press(1, ben, { type: 'pause-asked' }).type(2, aisha, ask).type(3, aisha, ask);
    expect(story.did.slice(0, 5)).toEqual(['post summary', 'edit phase-0', 'edit paused-0', 'edit end-asked-0', 'edit agenda']);
    expect(story.card('paused-0', 'paused').state).toEqual({ is: 'ended' });
    expect(story.hour.steps[0]?.endedAt).toBe(atMinute(1));
  });
});

describe('what a session leaves behind', () => {
  const whole = (): Story => {
    const story = new Story({ nextMeetingAt: atMinute(14 * 24 * 60), plannedAt: atMinute(-1) }).joins([aisha, ben]).joins([chloe], 'helper').starts(0, aisha, [ben]);
    story.passes(10).type(10, chloe, { type: 'noted', noteId: 'n1', at: null, text: 'Have you asked them?' });
    return story.type(11, aisha, { type: 'action-given', noteId: 'a1', at: 0, text: 'Ask them', dueOn: '' }).passes(100);
  };

  test('the record: times, turns, attendance, who is next', () => {
    const [entry] = recorded(whole().effects);
    expect(entry).toMatchObject({
      kind: 'session', id: 'session-s1', partition: 't1|19:c', session: 's1', at: atMinute(0), people: ['aisha', 'ben', 'chloe'], zone: 'Europe/London',
      protocol: { id: 'npq-community', version: 1 }, plannedAt: atMinute(-1), startedAt: atMinute(0), endedAt: atMinute(36), ending: 'completed',
      chair: { id: 'aisha', name: 'Aisha' }, nextChair: { id: 'ben', name: 'Ben' }, nextMeetingAt: atMinute(14 * 24 * 60),
      attendance: [{ name: 'Aisha', part: 'owner' }, { name: 'Ben', part: 'owner' }, { name: 'Chloe', part: 'helper' }],
      turns: [
        { owner: { name: 'Aisha' }, problem: null, writeUp: null, wasHeld: true },
        { owner: { name: 'Ben' }, problem: 'Ben\'s problem', writeUp: writeUpOf(ben), wasHeld: true },
      ],
    });
    const { phases } = entry as Extract<HistoryEntry, { kind: 'session' }>;
    expect(phases[1]).toEqual({ turn: 0, phase: 'introduce', plannedMs: 120_000, beganAt: atMinute(5), endedAt: atMinute(7) });
    expect(phases.at(-1)).toMatchObject({ phase: 'close', beganAt: atMinute(31), endedAt: atMinute(36) });
  });

  test('the community learns who came, chaired and had a turn, what was discussed and promised', () => {
    const [community] = told(whole().effects);
    expect(community).toMatchObject({
      key: { partition: 't1|19:c', name: 'community' },
      event: {
        type: 'session-ended', ending: {
          session: 's1', startedAt: atMinute(0), chair: 'aisha', nextChair: 'ben', discussed: ['ben'],
          attended: [{ id: 'aisha', turnAt: atMinute(5) }, { id: 'ben', turnAt: atMinute(18) }, { id: 'chloe', turnAt: null }],
          actions: [{ session: 's1', owner: 'aisha', name: 'Aisha', text: 'Ask them', dueOn: '2026-12-17' }],
        },
      },
    });
  });

  test('the summary for the group has all of it, the one for an owner only their own turn', () => {
    const story = whole();
    const group = story.card('summary', 'summary');
    expect(group).toMatchObject({
      isPrivate: false, startedAt: atMinute(0), endedAt: atMinute(36), chair: 'Aisha', nextChair: 'Ben', attendance: ['Aisha', 'Ben', 'Chloe'],
      turns: [
        { owner: 'Aisha', notes: [{ phase: 'look-deeper', by: 'Chloe', text: 'Have you asked them?' }], noteCount: 1, action: { text: 'Ask them', dueOn: '2026-12-17' }, wasHeld: true },
        { owner: 'Ben', notes: [], action: null },
      ],
      record: { partition: 't1|19:c', session: 's1' },
    });
    const mails = told(story.effects).filter(({ kind }) => kind === 'person');
    expect(mails.map(({ key }) => key.name === 'person' && key.partition)).toEqual(['t1|person:aisha', 't1|person:ben']);
    expect(mails[1]?.event).toMatchObject({
      type: 'mail', name: 'Ben', message: { card: 'summary', isPrivate: true, turns: [{ owner: 'Ben' }] },
      insteadTo: { community: '19:c', thread: '19:c;messageid=1' }, to: { tenant: 't1', person: { id: 'ben', name: 'Ben', teamsId: '29:ben' } },
    });
  });

  test('the write-ups leave the session with its record', () => {
    const story = anHour([ben], { ready: [ben] });
    expect(story.hour.writeUps).toHaveLength(1);
    expect(story.passes(100).hour.writeUps).toEqual([]);
  });

  test('a turn that never began is not held, and guests get no mail', () => {
    const story = new Story().joins([aisha]).type(0, aisha, { type: 'marked-here', name: 'Jo', part: 'owner', person: null }).starts(0, aisha, [aisha]);
    story.passes(4).type(4, aisha, ask).type(4, aisha, ask);
    const [entry] = recorded(story.effects);
    expect(entry).toMatchObject({ ending: 'ended-early', turns: [{ wasHeld: false }, { wasHeld: false }] });
    expect(told(story.effects)[0]?.event).toMatchObject({ ending: { discussed: [], attended: [{ turnAt: null }, { turnAt: null }] } });
    expect(story.hour.turns.filter(({ owner }) => isGuest(owner))).toHaveLength(1);
    expect(told(story.effects).map(({ kind }) => kind)).toEqual(['community', 'person']);
  });
});

describe('the next chair', () => {
  const member = { teamsId: null, sessionCount: 3, chairedCount: 1, lastChairedAt: 5, birthday: null, waitingSince: 0 };
  const chairsNext = (story: Story): string | null => story.passes(100).card('summary', 'summary').nextChair;

  test('is the rota\'s proposal with this session counted: not the chair again', () => {
    expect(chairsNext(anHour([aisha, ben]))).toBe('Ben');
  });

  test('counts the chair of this session as having chaired once more', () => {
    const roster = { [aisha.id]: { ...member, name: 'Aisha', chairedCount: 0, lastChairedAt: null }, [ben.id]: { ...member, name: 'Ben' } };
    expect(chairsNext(anHour([aisha, ben], { roster, appointed: aisha.id }))).toBe('Ben');
  });

  test('may be someone whose first session this was: the next is not their first', () => {
    const roster = { [aisha.id]: { ...member, name: 'Aisha' }, [ben.id]: { ...member, name: 'Ben' } };
    expect(chairsNext(anHour([aisha, ben, chloe], { roster }))).toBe('Chloe');
  });

  test('is whoever was appointed in the close; the last word counts', () => {
    const appoint = (who: typeof ben) => ({ type: 'next-chair-given', person: who.id } as const);
    const story = anHour([aisha, ben, chloe]).passes(45).press(45, aisha, appoint(chloe), 0);
    expect(story.did).toEqual(['say next-chair-is']);
    expect(story.card('closing', 'closing').proposed).toEqual({ id: 'chloe', name: 'Chloe' });
    const { state } = story;
    expect(story.press(45.1, aisha, appoint(chloe)).state).toBe(state);
    expect(story.answer).toEqual({ kind: 'next-chair-is', chair: 'Chloe' });
    expect(chairsNext(story.press(45.2, aisha, appoint(aisha)))).toBe('Aisha');
    expect(story.card('closing', 'closing')).toMatchObject({ proposed: { name: 'Aisha' }, candidates: [{ name: 'Aisha' }, { name: 'Ben' }, { name: 'Chloe' }] });
  });

  test.each([['a guest', 'guest:jo', 'Jo'], ['nobody', 'zoe', ''], ['someone who is out', 'chloe', 'Chloe']])('cannot be %s', (_, id, name) => {
    const story = new Story().joins([aisha]).type(0, aisha, { type: 'marked-here', name: 'Jo', part: 'helper', person: null });
    story.press(0, chloe, { type: 'joined', part: 'out', birthday: null, hasWriteUp: false }).starts().passes(19);
    expect(story.press(19, aisha, { type: 'next-chair-given', person: id as typeof aisha.id }).refusal).toEqual({ reason: 'cannot-chair', name });
  });
});

test('Next phase of every phase ends a session early and complete', () => {
  const story = anHour(three);
  for (let presses = 0; story.state.status === 'running'; presses++) story.press(presses / 100, aisha, next);
  expect(story.state).toMatchObject({ status: 'ended', ending: 'completed', endedAt: atMinute(0.19) });
});
