// One person across communities: where they are seen, their birthday, messages for them alone.

import { describe, expect, test } from '@jest/globals';
import { conversationId, tenantId, threadId } from '../../../../src/core/keys.ts';
import type { Effect } from '../../../../src/core/machine.ts';
import { type Member, type PersonEvent, personMachine } from '../../../../src/core/person/person.ts';
import { blankProfile } from '../../../../src/core/person/profile.ts';
import { ben, zero } from '../../../support/given.ts';

const tenant = tenantId('t1');
const place = (name: string) => ({ conversation: conversationId(name), name });
const seen = (community: string | null, chat: string | null = null, by = ben): PersonEvent =>
  ({ type: 'seen', tenant, by, chat: chat === null ? null : conversationId(chat), community: community === null ? null : place(community) });
const notice = { card: 'notice', notice: { kind: 'done' } } as const;
const mail = (over: Partial<Extract<PersonEvent, { type: 'mail' }>> = {}): PersonEvent =>
  ({ type: 'mail', message: notice, name: 'Ben', insteadTo: { community: conversationId('19:c'), thread: threadId('19:c;messageid=1') }, ...over });
const when = (member: Member | null, event: PersonEvent, at = zero) => {
  const stepped = personMachine.step(member, event, { at, rate: 1 });
  if (stepped.kind === 'refused') throw new Error(stepped.refusal.reason);
  return stepped;
};

describe('somebody seen', () => {
  test('is remembered with chat and communities, the last used first', () => {
    let { state } = when(null, seen('A'));
    expect(state).toEqual({ tenant, id: ben.id, name: 'Ben', teamsId: '29:ben', chat: null, birthday: null, seenAt: zero, communities: [{ ...place('A'), lastAt: zero }], formerly: [] });
    state = when(when(when(state, seen('B'), zero + 1).state, seen('A'), zero + 2).state, seen(null, 'chat'), zero + 3).state;
    expect(state.communities).toEqual([{ ...place('A'), lastAt: zero + 2 }, { ...place('B'), lastAt: zero + 1 }]);
    expect(state.chat).toBe('chat');
    state = when(state, seen('A', null, { ...ben, name: 'Benedict', teamsId: null })).state;
    expect(state).toMatchObject({ name: 'Benedict', teamsId: '29:ben', chat: 'chat' });
  });

  test('is remembered in twenty communities at most', () => {
    let { state } = when(null, seen('A'));
    for (let n = 0; n < 30; n++) state = when(state, seen(`C${n}`)).state;
    expect(state.communities.map(({ name }) => name)).toEqual(Array.from({ length: 20 }, (_, n) => `C${29 - n}`));
  });
});

describe('a birthday', () => {
  const given = (community: string | null): PersonEvent =>
    ({ type: 'birthday-given', tenant, by: ben, birthday: { day: 14, month: 3 }, community: community === null ? null : conversationId(community) });
  test('goes to the rota of every community, once each', () => {
    const member = when(when(null, seen('A')).state, seen('B')).state;
    const { state, effects, answer } = when(member, given('B'));
    expect(state.birthday).toEqual({ day: 14, month: 3 });
    expect(effects.map((effect) => effect.do === 'tell' && effect.key.partition)).toEqual(['t1|B', 't1|A']);
    expect(effects[0]).toMatchObject({ kind: 'community', event: { type: 'birthday-known', person: ben.id, birthday: { day: 14, month: 3 } } });
    expect(answer).toEqual({ kind: 'birthday-saved', day: 14, month: 3 });
  });
  test('may be the first thing heard of a person', () => {
    expect(when(null, given('C')).effects).toHaveLength(1);
    expect(when(null, given(null))).toMatchObject({ state: { id: ben.id }, effects: [] });
  });
});

describe('what somebody says of themselves', () => {
  const profile = { ...blankProfile, school: 'Northfield', zone: 'Europe/Paris', waking: { from: '08:00', to: '17:00' } } as const;
  const saved = (over: Partial<Extract<PersonEvent, { type: 'profile-saved' }>> = {}): PersonEvent => ({ type: 'profile-saved', tenant, by: ben, profile, ...over });
  const told = (effects: readonly Effect[]) => effects.map((effect) => (effect.do === 'tell' ? [effect.kind, effect.event] : effect));
  const known = (own: object) => ['pairing', { type: 'person-known', person: ben.id, school: 'Northfield', own: { zone: 'Europe/Paris', waking: profile.waking, pausedUntil: null, ...own } }];
  const buddying: PersonEvent = { type: 'buddying-begun', tenant, person: ben, community: conversationId('A') };

  test('is told to every pairing they take part in, each time', () => {
    const { state } = when(when(null, seen('A')).state, saved());
    expect(state.profile).toEqual(profile);
    const begun = when(state, buddying);
    expect(told(begun.effects)).toEqual([known({})]);
    expect(when(begun.state, buddying).state).toBe(begun.state);
    expect(told(when(begun.state, { type: 'pause-set', tenant, by: ben, until: '2027-01-05' }).effects)).toEqual([known({ pausedUntil: '2027-01-05' })]);
  });
  test('keeps all else when a pause begins or ends', () => {
    const paused = when(when(null, saved()).state, { type: 'pause-set', tenant, by: ben, until: '2027-01-05' }).state;
    expect(paused.profile).toEqual({ ...profile, pausedUntil: '2027-01-05' });
    expect(when(paused, { type: 'pause-set', tenant, by: ben, until: null }).state.profile).toEqual(profile);
    expect(when(null, { type: 'pause-set', tenant, by: ben, until: '2027-01-05' }).state.profile).toEqual({ ...blankProfile, pausedUntil: '2027-01-05' });
  });
  test('changes the birthday where it names another, or none, and tells the rotas only then', () => {
    const member = when(null, seen('A')).state;
    const given = when(member, saved({ birthday: { day: 14, month: 3 } }));
    expect([given.state.birthday, given.state.profile, told(given.effects)]).toEqual([{ day: 14, month: 3 }, profile, [['community', { type: 'birthday-known', person: ben.id, birthday: { day: 14, month: 3 } }]]]);
    for (const over of [{}, { birthday: { day: 14, month: 3 } }]) expect(when(given.state, saved(over))).toMatchObject({ state: { birthday: { day: 14, month: 3 } }, effects: [] });
    const taken = when(given.state, saved({ birthday: null }));
    expect([taken.state.birthday, told(taken.effects)]).toEqual([null, [['community', { type: 'birthday-known', person: ben.id, birthday: null }]]]);
  });
});

describe('a message for one person alone', () => {
  test('is sent, and where that cannot be, the community is told without content', () => {
    const { effects } = when(when(null, seen('A')).state, mail());
    expect(effects).toEqual([{
      do: 'say', message: notice, until: null,
      otherwise: { key: { partition: 't1|19:c', name: 'community' }, kind: 'community', event: { type: 'unreachable', person: ben, thread: '19:c;messageid=1', what: 'done' } },
    }]);
  });
  test('reaches somebody who never wrote by way of the community', () => {
    const { state, effects } = when(null, mail({ to: { tenant, person: ben } }));
    expect(state).toMatchObject({ id: ben.id, teamsId: '29:ben', communities: [{ conversation: '19:c', lastAt: zero }] });
    expect(effects).toHaveLength(1);
    expect(personMachine.step(null, mail(), { at: zero, rate: 1 })).toMatchObject({ kind: 'refused' });
  });
  test('changes nothing about somebody who is known', () => {
    const { state } = when(null, seen('A'));
    expect(when(state, mail({ to: { tenant, person: { ...ben, name: 'Other' } } })).state).toBe(state);
  });
});

test('as a document it is the person\'s own', () => {
  const { state } = when(null, seen('A'));
  const machine = personMachine;
  expect([machine.wakeAt(state), machine.draw(state, 'x', { at: 0, rate: 1 })]).toEqual([null, null]);
  expect(machine.home(state)).toEqual({ kind: 'private', person: ben.id });
  expect(machine.people(state)).toEqual([ben.id]);
});
