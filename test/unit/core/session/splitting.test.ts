// A lobby becomes groups: what each is told, what the lobby's document passes on and learns, and when it is over.

import { describe, expect, test } from '@jest/globals';
import { personId, sessionId, threadId } from '../../../../src/core/keys.ts';
import type { Effect } from '../../../../src/core/machine.ts';
import type { Message } from '../../../../src/core/messages.ts';
import type { SessionEvent } from '../../../../src/core/session/events.ts';
import { newsOf } from '../../../../src/core/session/in-group.ts';
import { sessionMachine } from '../../../../src/core/session/machine.ts';
import type { Common, Session } from '../../../../src/core/session/session.ts';
import { aisha, atMinute, ben, chairIs, chloe, dev, everyone, gita, nameOfEffect, Story, type Wish, writeUpOf } from '../../../support/given.ts';

/** One document: what happens to it goes through the machine, as the loop does it. */
class Document {
  state: Session;
  effects: readonly Effect[] = [];
  constructor(state: Session) { this.state = state; }

  when(minute: number, event: SessionEvent): this {
    const stepped = sessionMachine.step(this.state, event, { at: atMinute(minute), rate: 1 });
    if (stepped.kind === 'refused') throw new Error(stepped.refusal.reason);
    this.state = stepped.state;
    this.effects = stepped.effects;
    return this;
  }
  refusal(minute: number, event: SessionEvent): string {
    const stepped = sessionMachine.step(this.state, event, { at: atMinute(minute), rate: 1 });
    return stepped.kind === 'refused' ? stepped.refusal.reason : stepped.refusal?.reason ?? 'none';
  }
  card(slot: string, minute = 1): Message | null { return sessionMachine.draw(this.state, slot, { at: atMinute(minute), rate: 1 }); }
  get did(): readonly string[] { return this.effects.map(nameOfEffect); }
}

const told = (effects: readonly Effect[]) => effects.flatMap((effect) => (effect.do === 'tell' ? [effect] : []));

interface Meeting {
  readonly parent: Document;
  readonly groups: readonly Document[];
}
/** Seven owners in groups: Aisha, Chloe, Eve and Gita; Ben, Dev and Finn. */
function split(over: Partial<Common> = {}, ready = [aisha, ben]): Meeting {
  const lobby = new Story({ opener: aisha, ...over }).joins(everyone).starts(0, aisha, ready);
  const groups = told(lobby.effects).flatMap(({ event }) => {
    if (event.type !== 'group-started') return [];
    const begun = sessionMachine.step(null, event, { at: atMinute(0.1), rate: 1 });
    if (begun.kind === 'refused') throw new Error(begun.refusal.reason);
    const group = new Document(begun.state);
    group.effects = begun.effects;
    return [group];
  });
  const parent = new Document(lobby.state);
  parent.effects = lobby.effects;
  return { parent, groups };
}
function nth(meeting: Meeting, number: number): Document {
  const group = meeting.groups[number - 1];
  if (group === undefined) throw new Error(`no group ${number}`);
  return group;
}
const by = (who: typeof aisha, wish: Wish): SessionEvent => ({ ...wish, by: who, rev: null });

describe('The start in groups', () => {
  test('tells every group what it needs, and brings the cards of the lobby up to date', () => {
    const { parent } = split();
    expect(parent.did).toEqual(['tell session group-started', 'tell session group-started', 'edit groups', 'edit lobby']);
    expect(told(parent.effects).map(({ key }) => key.name)).toEqual(['session-s1-g1', 'session-s1-g2']);
    expect(parent.state).toMatchObject({
      status: 'split', startedAt: atMinute(0), endedAt: null,
      groups: [
        { session: 's1-g1', people: ['aisha', 'chloe', 'eve', 'gita'], chair: 'aisha', isOver: false },
        { session: 's1-g2', people: ['ben', 'dev', 'finn'], chair: 'ben', isOver: false },
      ],
    });
    expect(parent.card('groups')).toMatchObject({ state: 'started', isThreaded: true, groups: [{ number: 1, chair: 'Aisha', owners: ['Chloe', 'Eve', 'Gita'] }, { number: 2, chair: 'Ben', owners: ['Dev', 'Finn'] }] });
    expect(parent.card('lobby')).toMatchObject({ state: 'started' });
  });

  test('begins each as an hour of its own at the instant of the start, however late it is told', () => {
    const { groups } = split();
    for (const { state } of groups) expect(state).toMatchObject({ status: 'running', startedAt: atMinute(0), phaseEndsAt: atMinute(5) });
    expect(groups.map(({ state }) => 'turns' in state && state.turns.map(({ owner }) => owner))).toEqual([['aisha', 'chloe', 'eve', 'gita'], ['ben', 'dev', 'finn']]);
    expect(groups.map(({ state }) => 'writeUps' in state && state.writeUps.map(({ writeUp }) => writeUp.problem))).toEqual([["Aisha's problem"], ["Ben's problem"]]);
    expect(nth({ parent: new Document(new Story().state), groups }, 2).state.group).toEqual({ number: 2, count: 2, parent: 's1' });
  });

  test('told twice is once', () => {
    const { parent, groups: [first = new Document(parent.state)] } = split();
    const [tell] = told(parent.effects);
    first.when(2, by(gita, { type: 'pause-asked' }));
    const { state } = first;
    expect(first.when(3, tell?.event as SessionEvent).state).toBe(state);
    expect(first.did).toEqual([]);
  });

  test('says once that the appointed chair is not in; one who is in another group is no news', () => {
    const absent = split({ appointed: personId('zoe'), roster: { [personId('zoe')]: { name: 'Zoe', teamsId: null, sessionCount: 1, chairedCount: 0, lastChairedAt: null, birthday: null, waitingSince: 0 } } });
    expect(absent.groups.map(({ state }) => 'insteadOf' in state && state.insteadOf)).toEqual(['Zoe', null]);
    const there = split(chairIs(dev));
    expect(there.groups.map(({ state }) => 'chair' in state && [state.chair, state.insteadOf])).toEqual([['aisha', null], ['dev', null]]);
  });
});

describe('A group in a channel', () => {
  test('posts its first message to the channel and everything else to the thread of that', () => {
    const group = nth(split(), 2);
    expect(group.did).toEqual(['post group-root', 'post agenda', 'post phase-0', 'post write-ups-0', 'post successes']);
    expect(group.card('group-root')).toEqual({ card: 'group-root', of: expect.objectContaining({ number: 2, count: 2 }), chair: 'Ben', names: ['Dev', 'Finn'] });
    expect(sessionMachine.home(group.state)).toEqual({ kind: 'thread', thread: '19:c', language: 'en' });
    expect(sessionMachine.home(group.state, { 'group-root': { id: '77' } })).toEqual({ kind: 'thread', thread: '19:c;messageid=77', language: 'en' });
  });

  test('has no such message in a flat chat, where its home is the chat', () => {
    const group = nth(split({ thread: threadId('19:c') }), 1);
    expect(group.did[0]).toBe('post agenda');
    expect(sessionMachine.home(group.state, { 'group-root': { id: '77' } })).toEqual({ kind: 'thread', thread: '19:c', language: 'en' });
  });

  test('a session that is whole stays where it was', () => {
    expect(sessionMachine.home(new Story().state, { 'group-root': { id: '77' } })).toEqual({ kind: 'thread', thread: '19:c;messageid=1', language: 'en' });
  });
});

describe('Whatever a group says names it', () => {
  test('every card and every line', () => {
    const group = nth(split(), 2);
    for (const slot of ['agenda', 'phase-0', 'write-ups-0', 'successes']) expect(group.card(slot)?.group).toEqual({ number: 2, count: 2 });
    group.when(4.6, { type: 'time-passed' });
    expect(group.effects).toMatchObject([{ do: 'say', message: { notice: { kind: 'warning' }, group: { number: 2, count: 2 } } }]);
  });

  test('and nothing of a session that is whole', () => {
    const whole = new Document(new Story().joins([aisha]).starts().state);
    expect(whole.card('agenda')).not.toHaveProperty('group');
    expect(whole.when(4.6, { type: 'time-passed' }).effects[0]).not.toHaveProperty('message.group');
  });
});

describe('The lobby that was split', () => {
  test('passes on what the community learns to those whom it concerns', () => {
    const { parent } = split();
    const heardBy = (event: SessionEvent): readonly string[] => told(parent.when(6, event).effects).map(({ key }) => key.name);
    expect(heardBy({ type: 'write-up-known', owner: dev.id, writeUp: writeUpOf(dev) })).toEqual(['session-s1-g2']);
    expect(heardBy({ type: 'birthday-known', person: aisha.id, birthday: { day: 1, month: 2 } })).toEqual(['session-s1-g1']);
    expect(heardBy({ type: 'meeting-known', nextMeetingAt: atMinute(9_000) })).toEqual(['session-s1-g1', 'session-s1-g2']);
    expect(heardBy({ type: 'write-up-known', owner: personId('zoe'), writeUp: null })).toEqual([]);
    expect(parent.state.nextMeetingAt).toBe(atMinute(9_000));
  });

  test('has nothing to press any more, and sleeps', () => {
    const { parent } = split();
    for (const type of ['started', 'joined', 'next-asked', 'cancelled', 'noted'] as const) expect(parent.refusal(1, by(aisha, { type } as Wish))).toBe('in-groups');
    expect(sessionMachine.wakeAt(parent.state)).toBeNull();
    expect(sessionMachine.expiresAt(parent.state, 1)).toBeNull();
    expect(sessionMachine.people(parent.state)).toEqual(expect.arrayContaining(everyone.map(({ id }) => id)));
  });

  test('learns who came into a group later: they belong to that one from then on', () => {
    const { parent, groups: [first = new Document(parent.state)] } = split();
    const zoe = { id: personId('zoe'), name: 'Zoe', teamsId: '29:zoe' };
    const came = { ...zoe, part: 'helper', joinedAt: 0, hasWriteUp: false, birthday: null, leftAt: null } as const;
    const state = { ...first.state, people: [...first.state.people, came] } as Session;
    const groupsOf = (): unknown => parent.state.status === 'split' && parent.state.groups.map(({ people }) => people.length);
    parent.when(6, { type: 'group-joined', session: sessionId('s1-g1'), people: [came, { ...came, ...ben }], at: atMinute(6) });
    expect(groupsOf()).toEqual([6, 2]);
    // The card that says who is where goes on being right: Ben chaired the second group at the start.
    expect(parent.effects).toContainEqual({ do: 'edit', slot: 'groups' });
    expect(parent.card('groups')).toMatchObject({ groups: [{ number: 1, chair: 'Aisha', helpers: expect.arrayContaining(['Zoe', 'Ben']) }, { number: 2, chair: null }] });
    expect(newsOf(first.state, state, atMinute(6))).toEqual([expect.objectContaining({ key: expect.objectContaining({ name: 'session-s1' }), event: { type: 'group-joined', session: 's1-g1', people: [came], at: atMinute(6) } })]);
    expect(newsOf(state, state, atMinute(6))).toEqual([]);
  });

  describe('hears of somebody who comes into a second group', () => {
    const zoe = { id: personId('zoe'), name: 'Zoe', teamsId: '29:zoe' };
    const joining = (who: typeof aisha): SessionEvent => by(who, { type: 'joined', part: 'helper', birthday: null, hasWriteUp: false });
    /** Carries what a group says of who came in to the parent, and what that says to the groups; gives the groups it told. */
    function carry(meeting: Meeting, from: number, minute: number): readonly string[] {
      const joins = told(nth(meeting, from).effects).flatMap(({ event }) => (event.type === 'group-joined' ? [event] : []));
      const lefts = joins.flatMap((event) => told(meeting.parent.when(minute, event).effects));
      for (const { key, event } of lefts) nth(meeting, Number(key.name.at(-1))).when(minute, event as SessionEvent);
      return lefts.map(({ key }) => key.name);
    }
    const whereIs = ({ parent, groups }: Meeting, { id }: typeof aisha): unknown => ({
      belongs: parent.state.status === 'split' ? parent.state.groups.flatMap(({ people }, index) => (people.includes(id) ? [index + 1] : [])) : [],
      attends: groups.map((group) => group.when(40, by(group === groups[0] ? aisha : ben, { type: 'end-asked' })).when(41, by(group === groups[0] ? aisha : ben, { type: 'end-asked' })))
        .flatMap((group, index) => (group.effects.some((effect) => effect.do === 'record' && effect.entry.people.includes(id)) ? [index + 1] : [])),
    });

    test('the first one is told, and only the second has them in its record', () => {
      const meeting = split();
      nth(meeting, 1).when(6, joining(zoe));
      expect(carry(meeting, 1, 6)).toEqual([]);
      nth(meeting, 2).when(7, joining(zoe));
      expect(carry(meeting, 2, 7)).toEqual(['session-s1-g1']);
      expect(whereIs(meeting, zoe)).toEqual({ belongs: [2], attends: [2] });
    });
    test('back in the first, they have left the second', () => {
      const meeting = split();
      for (const [number, minute] of [[1, 6], [2, 7], [1, 8]] as const) {
        nth(meeting, number).when(minute, joining(zoe));
        carry(meeting, number, minute);
      }
      expect(whereIs(meeting, zoe)).toEqual({ belongs: [1], attends: [1] });
    });
    test('in the other order than it happened, the later one counts all the same', () => {
      const meeting = split();
      nth(meeting, 1).when(6, joining(zoe));
      nth(meeting, 2).when(7, joining(zoe));
      carry(meeting, 2, 7);
      expect(carry(meeting, 1, 8)).toEqual(['session-s1-g1']);
      expect(whereIs(meeting, zoe)).toEqual({ belongs: [2], attends: [2] });
    });
    test('who had a turn in the first attended both; their notes to it bring them not back', () => {
      const meeting = split();
      nth(meeting, 1).when(6, { type: 'time-passed' });
      nth(meeting, 2).when(7, joining(aisha));
      expect(carry(meeting, 2, 7)).toEqual(['session-s1-g1']);
      nth(meeting, 1).when(8, by(aisha, { type: 'noted', noteId: 'n1', at: 0, text: 'later' }));
      expect(told(nth(meeting, 1).effects)).toEqual([]);
      expect(nth(meeting, 1).state.people.find(({ id }) => id === aisha.id)).toMatchObject({ part: 'out' });
      expect(nth(meeting, 1).when(300, { type: 'time-passed' }).when(600, { type: 'time-passed' }).effects.find((effect) => effect.do === 'record'))
        .toMatchObject({ entry: { attendance: expect.arrayContaining([expect.objectContaining({ id: aisha.id, part: 'owner' })]) } });
    });
    test('an owner whose turn was to come leaves it: it is carried over in the end', () => {
      const meeting = split();
      nth(meeting, 2).when(7, joining(chloe));
      carry(meeting, 2, 7);
      const { state } = nth(meeting, 1);
      expect('turns' in state && state.turns.map(({ owner }) => owner).at(-1)).toBe(chloe.id);
    });
  });

  test('is over with the last group, and then frees the community', () => {
    const { parent, groups } = split();
    const ends = groups.map((group) => group.when(20, by(group === groups[0] ? aisha : ben, { type: 'end-asked' })).when(21, by(group === groups[0] ? aisha : ben, { type: 'end-asked' })));
    for (const group of ends) expect(group.did.filter((did) => did.startsWith('tell'))).toEqual(['tell community session-ended', ...group.state.status === 'ended' ? group.state.turns.map(() => 'tell person mail') : [], 'tell session group-over']);
    expect(parent.when(21, { type: 'group-over', session: sessionId('s1-g2') }).did).toEqual([]);
    expect(parent.state).toMatchObject({ endedAt: null });
    expect(parent.when(22, { type: 'group-over', session: sessionId('s1-g1') }).did).toEqual(['tell community session-gone', 'edit groups']);
    expect(parent.state).toMatchObject({ endedAt: atMinute(22) });
    expect(parent.card('groups')).toMatchObject({ state: 'over' });
    expect(parent.when(23, { type: 'group-over', session: sessionId('s1-g1') }).did).toEqual([]);
    expect(sessionMachine.expiresAt(parent.state, 1)).toBeGreaterThan(atMinute(22));
  });
});

describe('The close of a group', () => {
  test('asks for the next chair in the first group alone', () => {
    const { groups } = split();
    const closing = groups.map((group) => group.card('closing', 50));
    expect(closing[0]).toMatchObject({ proposed: { name: 'Chloe' }, candidates: expect.arrayContaining([{ id: 'aisha', name: 'Aisha' }]) });
    expect(closing[1]).toMatchObject({ proposed: null, candidates: [] });
    expect(groups[1]?.refusal(50, by(ben, { type: 'next-chair-given', person: dev.id }))).toBe('bad-form');
    const ended = groups.map((group) => group.when(200, { type: 'time-passed' }).when(400, { type: 'time-passed' }).when(700, { type: 'time-passed' }).state);
    expect(ended.map((state) => state.status === 'ended' && state.nextChair)).toEqual(['chloe', null]);
  });

  test('the record says which group it was', () => {
    const group = nth(split(), 2);
    group.when(20, by(ben, { type: 'end-asked' })).when(21, by(ben, { type: 'end-asked' }));
    expect(group.effects.find((effect) => effect.do === 'record')).toMatchObject({ entry: { id: 'session-s1-g2', group: { number: 2, count: 2, parent: 's1' } } });
  });
});

test('Only those of a group drive it', () => {
  const { groups: [first = fail(), second = fail()] } = split();
  expect(first.refusal(1, by(ben, { type: 'next-asked' }))).toBe('chair-only');
  expect(second.refusal(1, by(ben, { type: 'next-asked' }))).toBe('none');
  expect(second.refusal(1, by(chloe, { type: 'chair-asked' }))).toBe('participants-only');
});
function fail(): never { throw new Error('not there'); }
