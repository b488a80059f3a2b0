// Members who are taken out of a community's chat, and come back: what the person and the community make of it.

import { describe, expect, test } from '@jest/globals';
import { isStillMeant } from '../../../../src/core/community/about-meeting.ts';
import { type Community, communityMachine, newCommunity } from '../../../../src/core/community/community.ts';
import type { CommunityEvent } from '../../../../src/core/community/events.ts';
import { conversationId, personId, sessionId, tenantId, threadId } from '../../../../src/core/keys.ts';
import { type Member, type PersonEvent, personMachine } from '../../../../src/core/person/person.ts';
import type { MemberRecord } from '../../../../src/core/session/session.ts';
import { aisha, ben, chloe, zero } from '../../../support/given.ts';

const tenant = tenantId('t1');
const heads = conversationId('19:heads');
const record = (name: string): MemberRecord => ({ name, teamsId: null, birthday: null, sessionCount: 3, chairedCount: 1, lastChairedAt: zero, waitingSince: zero });
const met: Community = { ...newCommunity(tenant, heads), members: { [aisha.id]: record('Aisha'), [ben.id]: record('Ben') }, nextChair: ben.id };

function after(community: Community, event: CommunityEvent): Community {
  const stepped = communityMachine.step(community, event, { at: zero, rate: 1 });
  if (stepped.kind === 'refused') throw new Error(stepped.refusal.reason);
  return stepped.state;
}
const left = (community: Community, person = ben.id): Community => after(community, { type: 'member-left', person });

describe('a community whose member left', () => {
  test('sets their place aside, proposes them no more, and still names them for export and erasure', () => {
    const without = left(met);
    expect(Object.keys(without.members)).toEqual([aisha.id]);
    expect(without.nextChair).toBeNull();
    expect(communityMachine.people(without)).toEqual([aisha.id, ben.id]);
    expect(left(met, aisha.id).nextChair).toBe(ben.id);
  });

  test('names everyone it keeps anything of: newcomers, owners of actions, whom nothing reached', () => {
    const action = { session: sessionId('s1'), turn: 0, owner: chloe.id, name: 'Chloe', text: 'Ask', dueOn: '2026-12-17' };
    const undelivered = { person: personId('eve'), name: 'Eve', what: 'nudge', why: '', at: zero } as const;
    const named = { ...newCommunity(tenant, heads), newcomers: [ben], actions: [action], undelivered: [undelivered] };
    expect(communityMachine.people(named)).toEqual([ben.id, chloe.id, undelivered.person]);
  });

  test('gives their place back when they return, as it was', () => {
    expect(after(left(left(met)), { type: 'member-came-back', person: ben.id }).members).toEqual(met.members);
    expect(after(left(met, chloe.id), { type: 'member-came-back', person: chloe.id }).members).toEqual(met.members);
  });

  test('does not take them in again because a session they began with ends', () => {
    const attended = [aisha, ben].map((person) => ({ ...person, birthday: null, turnAt: null }));
    const ended = after(left({ ...met, session: { id: sessionId('s1'), thread: threadId('19:heads') } }), {
      type: 'session-ended', ending: { session: sessionId('s1'), startedAt: zero, chair: aisha.id, nextChair: aisha.id, attended, discussed: [], actions: [] },
    });
    expect(Object.keys(ended.members)).toEqual([aisha.id]);
    expect(after(ended, { type: 'member-came-back', person: ben.id }).members[ben.id]).toEqual(record('Ben'));
  });

  test('is in nobody\'s hands when its coordinator has left: whoever sets it up next has it, and who left may not', () => {
    const setUp = (by = ben): CommunityEvent => ({ type: 'set-up', tenant, conversation: heads, by, settings: met.settings, nextMeetingAt: null });
    const led: Community = { ...met, coordinator: aisha, isSetUp: true };
    expect(communityMachine.step(led, setUp(), { at: zero, rate: 1 })).toMatchObject({ kind: 'refused', refusal: { reason: 'coordinator-only' } });
    expect(after(left(led, aisha.id), setUp()).coordinator).toEqual(ben);
    expect(after(left(led, aisha.id), { type: 'coordinator-given', by: ben, name: 'Ben' }).coordinator?.id).toBe(ben.id);
  });

  test('lives as long as its records, even if all are gone', () => {
    const empty = left(left(met), aisha.id);
    expect(communityMachine.expiresAt(empty, 1_000)).toBe(communityMachine.expiresAt(met, 1_000));
  });
});

function when(member: Member | null, event: PersonEvent) {
  const stepped = personMachine.step(member, event, { at: zero + 5, rate: 1 });
  if (stepped.kind === 'refused') throw new Error(stepped.refusal.reason);
  return stepped;
}
const seenIn = (name: string): PersonEvent => ({ type: 'seen', tenant, by: ben, chat: null, community: { conversation: conversationId(name), name } });
const member = when(when(null, seenIn('19:heads')).state, seenIn('19:others')).state;
const told = (type: string): unknown => [{ do: 'tell', key: { partition: 't1|19:heads', name: 'community' }, kind: 'community', event: { type, person: ben.id } }];

describe('somebody who was taken out of a community', () => {
  const gone = when(member, { type: 'left', community: heads });

  test('has it among those they formerly were in, and the community is told once', () => {
    expect(gone.state).toMatchObject({ formerly: [heads], communities: [{ conversation: '19:others' }] });
    expect(gone.effects).toEqual(told('member-left'));
    expect(when(gone.state, { type: 'left', community: heads })).toMatchObject({ state: gone.state, effects: [] });
  });

  test('is written to by it no more, and not called for in its chat', () => {
    const mail = (community: string): PersonEvent =>
      ({ type: 'mail', message: { card: 'notice', notice: { kind: 'done' } }, name: 'Ben', insteadTo: { community: conversationId(community), thread: threadId(community) } });
    expect(when(gone.state, mail('19:heads')).effects).toEqual([]);
    expect(when(gone.state, mail('19:others')).effects).toHaveLength(1);
  });

  test('is back when Teams says so, behind those they use, and when they write there', () => {
    const back = when(gone.state, { type: 'came-back', community: heads, name: 'Heads' });
    expect(back.state).toMatchObject({ formerly: [], communities: [{ conversation: '19:others' }, { conversation: heads, name: 'Heads' }] });
    expect(back.effects).toEqual(told('member-came-back'));
    const writing = when(gone.state, seenIn('19:heads'));
    expect(writing.state).toMatchObject({ formerly: [], communities: [{ conversation: heads }, { conversation: '19:others' }] });
    expect(writing.effects).toEqual(told('member-came-back'));
    expect(when(member, seenIn('19:heads')).effects).toEqual([]);
  });

  test('is not made a member by being added where they never were', () => {
    expect(when(member, { type: 'came-back', community: conversationId('19:new'), name: null })).toMatchObject({ state: member, effects: [] });
    expect(personMachine.step(null, { type: 'left', community: heads }, { at: zero, rate: 1 }).kind).toBe('refused');
  });
});

test('what waits to be sent about a meeting is not meant any more for somebody who left meanwhile', () => {
  const planned: Community = { ...met, nextMeetingAt: zero + 1_000 };
  const about = { kind: 'chair-call', tenant, community: heads, meetingAt: zero + 1_000, person: ben.id } as const;
  expect(isStillMeant(about, { community: planned, problem: null })).toBe(true);
  expect(isStillMeant(about, { community: left(planned), problem: null })).toBe(false);
});

test('an action that is due is nudged for while its owner is there', () => {
  const waking = Date.UTC(2026, 11, 4, 9, 30);
  const action = { session: sessionId('s1'), turn: 0, owner: ben.id, name: 'Ben', text: 'A quiz', dueOn: '2026-12-04' };
  const asked = (community: Community) => communityMachine.step({ ...community, actions: [action] }, { type: 'time-passed' }, { at: waking, rate: 1 });
  expect(asked(met)).toMatchObject({ effects: [{ do: 'tell', kind: 'person', event: { type: 'mail' } }] });
  expect(asked(left(met))).toMatchObject({ effects: [] });
});
