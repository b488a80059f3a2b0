// Committed actions as the community keeps them: open until their owner says done, whoever presses (domain.md 1.6).

import { describe, expect, test } from '@jest/globals';
import { type Community, communityMachine, newCommunity } from '../../../../src/core/community/community.ts';
import { actionRef } from '../../../../src/core/community/actions.ts';
import { takenOver } from '../../../../src/core/community/continuing.ts';
import type { CommunityEvent, Ending, KnownAction } from '../../../../src/core/community/events.ts';
import { unknownTurn } from '../../../../src/core/history/outcomes.ts';
import { conversationId, guestId, sessionId, tenantId, threadId } from '../../../../src/core/keys.ts';
import type { Person } from '../../../../src/core/session/session.ts';
import { aisha, ben, chloe, zero } from '../../../support/given.ts';

const member = ({ name, teamsId }: Person) => ({ name, teamsId, sessionCount: 1, chairedCount: 0, lastChairedAt: null, birthday: null, waitingSince: 0 });
const action = (owner: Person, over: Partial<KnownAction> = {}): KnownAction =>
  ({ session: sessionId('s0'), turn: 0, owner: owner.id, name: owner.name, text: `Ask ${owner.name}`, dueOn: '2026-12-10', ...over });
const community = (...actions: readonly KnownAction[]): Community => ({
  ...newCommunity(tenantId('t1'), conversationId('19:c')), actions,
  members: { [aisha.id]: member(aisha), [ben.id]: member(ben), [chloe.id]: member(chloe) },
});
type Given = Extract<CommunityEvent, { type: 'outcome-given' }>;
const given = (by: Person, over: Partial<Given> = {}): Given => ({ type: 'outcome-given', by, action: null, dueBy: null, outcome: 'done', text: '', id: 'x', ...over });

function when(state: Community, event: CommunityEvent) {
  const stepped = communityMachine.step(state, event, { at: zero, rate: 1 });
  if (stepped.kind === 'refused') return { state, effects: [], answer: null, refusal: stepped.refusal };
  return { state: stepped.state, effects: stepped.effects, answer: stepped.answer ?? null, refusal: null };
}

describe('an outcome', () => {
  test('is kept with its line, in the record of the session the action is of', () => {
    const { state, effects, answer } = when(community(action(ben)), given(ben, { outcome: 'partly', text: 'Two classes' }));
    expect(state.actions).toEqual([{ ...action(ben), outcome: 'partly', line: 'Two classes' }]);
    expect(answer).toEqual({ kind: 'outcome-saved', owner: 'Ben', outcome: 'partly' });
    expect(effects).toEqual([{
      do: 'record',
      entry: { kind: 'outcome', id: 'outcome-s0-x', partition: 't1|19:c', session: 's0', at: zero, people: [ben.id], turn: 0, owner: { id: ben.id, name: 'Ben' }, outcome: 'partly', line: 'Two classes' },
    }]);
  });

  test('is the owner\'s to give: anybody else is told whose it is', () => {
    const before = community(action(ben), action(chloe, { turn: 1 }));
    expect(when(before, given(aisha, { action: actionRef(action(ben)) })).refusal).toEqual({ reason: 'not-your-action', owners: ['Ben'] });
    expect(when(before, given(aisha)).refusal).toEqual({ reason: 'not-your-action', owners: ['Ben', 'Chloe'] });
    expect(when(before, given(aisha, { action: 'nothing' })).refusal).toEqual({ reason: 'action-gone' });
    expect(when(community(), given(aisha)).refusal).toEqual({ reason: 'action-gone' });
  });

  test('without a choice is of the presser\'s only one among those on the card', () => {
    const later = action(ben, { turn: 1, dueOn: '2027-01-10' });
    const before = community(action(aisha), action(ben, { turn: 2 }), later);
    expect(when(before, given(ben)).refusal).toEqual({ reason: 'which-action' });
    const outcomes = (event: Given) => when(before, event).state.actions.map(({ outcome = null }) => outcome);
    expect(outcomes(given(ben, { dueBy: '2026-12-10' }))).toEqual([null, 'done', null]);
    expect(outcomes(given(ben, { action: actionRef(later) }))).toEqual([null, null, 'done']);
    const rest = when(before, given(ben, { action: actionRef(later) })).state;
    expect(when(rest, given(ben, { outcome: 'not-yet' })).state.actions.map(({ outcome = null }) => outcome)).toEqual([null, 'not-yet', 'done']);
  });

  test('said twice is one; the last word counts, and both are in the record', () => {
    const done = when(community(action(ben)), given(ben));
    expect(when(done.state, given(ben, { id: 'y' }))).toMatchObject({ state: done.state, effects: [], answer: { kind: 'outcome-saved' } });
    expect(when(when(community(action(ben), action(ben, { turn: 1, outcome: 'done' })), given(ben)).state, given(ben, { id: 'y' })).refusal).toEqual({ reason: 'which-action' });
    const { state, effects } = when(done.state, given(ben, { id: 'z', outcome: 'partly' }));
    expect([state.actions[0]?.outcome, effects]).toMatchObject(['partly', [{ entry: { id: 'outcome-s0-z' } }]]);
    const long = given(ben, { action: actionRef(action(ben)), text: 'x'.repeat(2_000) });
    const first = when(state, long);
    expect(first.state.actions[0]?.line).toHaveLength(300);
    // Of a line that was cut nobody can tell whether it is the same.
    expect(when(first.state, { ...long, id: 'w' }).effects).toMatchObject([{ entry: { id: 'outcome-s0-w', line: long.text } }]);
  });

  test('with a line that is too long is refused', () => {
    expect(when(community(action(ben)), given(ben, { text: 'x'.repeat(2_001) })).refusal).toEqual({ reason: 'too-long', what: 'outcome', maxChars: 2_000, lengthChars: 2_001 });
  });

  test('is told to the session that is open', () => {
    const before: Community = { ...community(action(ben)), session: { id: sessionId('s1'), thread: threadId('19:c') } };
    expect(when(before, given(ben, { text: 'Yes' })).effects).toMatchObject([{ do: 'record' }, { do: 'tell', key: { name: 'session-s1' }, event: { type: 'outcome-known', action: 's0/0', outcome: 'done', line: 'Yes' } }]);
  });

  test('of an action kept without its turn is of the owner\'s only one', () => {
    const { turn: _, ...old } = action(ben);
    const { turn: __, ...other } = action(chloe);
    const { state, effects } = when(community(other, old), given(ben, { action: actionRef(old) }));
    expect(state.actions.map(({ outcome = null }) => outcome)).toEqual([null, 'done']);
    expect(effects).toMatchObject([{ entry: { turn: unknownTurn, owner: { id: ben.id } } }]);
  });
});

describe('an action', () => {
  const opened = (state: Community) => {
    const [effect] = when(state, { type: 'session-asked', tenant: state.tenant, conversation: state.conversation, by: aisha, session: sessionId('s1'), thread: threadId('19:c'), protocol: null }).effects;
    return effect?.do === 'tell' && effect.kind === 'session' && effect.event.type === 'opened' ? effect.event.session.dueActions.map(({ owner, outcome = null }) => [owner, outcome]) : null;
  };
  const due = (owner: Person, over: Partial<KnownAction> = {}): KnownAction => action(owner, { dueOn: '2026-12-01', ...over });

  test('opens the next session when it is due, until it is done, and only while its owner is a member', () => {
    const actions = [due(ben, { dueOn: '2026-12-03' }), due(aisha, { outcome: 'partly' }), due(chloe, { outcome: 'done' }), due(chloe, { turn: 1, outcome: 'not-yet' }), action(ben, { turn: 2, dueOn: '2026-12-04' })];
    expect(opened(community(...actions))).toEqual([['Aisha', 'partly'], ['Chloe', 'not-yet'], ['Ben', null]]);
    expect(opened({ ...community(...actions), members: { [ben.id]: member(ben) } })).toEqual([['Ben', null]]);
  });

  test('saved anew is a new one: nothing is said of it yet', () => {
    const told = when(community(action(ben, { outcome: 'done', line: 'All', nudgedAt: zero })), { type: 'action-known', action: action(ben, { text: 'Once more' }) }).state;
    expect(told.actions).toEqual([action(ben, { text: 'Once more' })]);
  });

  const ending = (actions: readonly KnownAction[]): Ending =>
    ({ session: sessionId('s1'), startedAt: zero, chair: aisha.id, nextChair: null, attended: [], discussed: [], actions });

  test('stays open when it was listed; a guest\'s does not, since nobody can say what came of it', () => {
    const jo: Person = { id: guestId('Jo'), name: 'Jo', teamsId: null };
    const before = community(due(ben), due(jo, { turn: 1 }), action(jo, { turn: 2 }));
    const after = when(before, { type: 'session-ended', ending: ending([action(chloe, { session: sessionId('s1') })]) }).state;
    expect(after.actions.map(({ name, dueOn }) => [name, dueOn])).toEqual([['Ben', '2026-12-01'], ['Jo', '2026-12-10'], ['Chloe', '2026-12-10']]);
  });

  test('is dropped where there are many: the done ones first, then the oldest', () => {
    const many = Array.from({ length: 60 }, (_, turn) => action(ben, { turn, outcome: turn === 30 || turn === 40 ? 'done' : null }));
    const turns = (state: Community) => state.actions.map(({ turn }) => turn);
    const one = when(community(...many), { type: 'action-known', action: action(ben, { turn: 100 }) }).state;
    expect([turns(one).length, turns(one).includes(30), turns(one).includes(40), turns(one)[0]]).toEqual([60, false, true, 0]);
    const three = [101, 102].reduce((state, turn) => when(state, { type: 'action-known', action: action(ben, { turn }) }).state, one);
    expect([turns(three).length, turns(three).includes(40), turns(three)[0], turns(three).at(-1)]).toEqual([60, false, 1, 102]);
  });

  test('goes with the record of its session', () => {
    const before = community(action(ben), action(chloe, { session: sessionId('s9') }));
    expect(when(before, { type: 'record-gone', session: sessionId('s0') }).state.actions.map(({ name }) => name)).toEqual(['Chloe']);
    expect(when(before, { type: 'record-gone', session: sessionId('s5') }).state).toBe(before);
  });
});

describe('where a community goes on in another chat', () => {
  const old = community(action(ben));
  const { state: fresh } = takenOver({ ...newCommunity(tenantId('t1'), conversationId('19:new')) }, { from: old.conversation, members: old.members, actions: old.actions, nextChair: null }, { by: 'Aisha', place: null });

  test('what is said there stands in the record of the old one, which hears of it', () => {
    const { state, effects } = when(fresh, given(ben, { text: 'Yes' }));
    expect(state.actions[0]).toMatchObject({ outcome: 'done', heldIn: '19:c' });
    const told = effects.flatMap((effect) => (effect.do === 'tell' ? [effect.event] : []));
    expect(effects).toMatchObject([{ do: 'record', entry: { partition: 't1|19:c' } }, { do: 'tell', key: { partition: 't1|19:c', name: 'community' }, kind: 'community' }]);
    expect(told).toContainEqual({ type: 'outcome-heard', action: 's0/0', outcome: 'done', line: 'Yes' });
    expect(when(old, { type: 'outcome-heard', action: 's0/0', outcome: 'done', line: 'Yes' })).toMatchObject({ state: { actions: [{ outcome: 'done', line: 'Yes' }] }, effects: [] });
    expect(when(old, { type: 'outcome-heard', action: 'gone', outcome: 'done', line: '' }).state).toBe(old);
  });

  test('only the new one reminds people', () => {
    expect(when(old, { type: 'went-on-elsewhere', by: 'Aisha', place: null }).state.actions[0]?.nudgedAt).toBe(zero);
    expect(fresh.actions[0]?.nudgedAt).toBeUndefined();
  });
});
