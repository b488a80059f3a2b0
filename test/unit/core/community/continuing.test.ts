// A community that goes on in another chat, and the call of its meeting: what the document itself allows.

import { describe, expect, test } from '@jest/globals';
import { type Community, communityMachine, defaultSettings, newCommunity } from '../../../../src/core/community/community.ts';
import { continuedFrom, mayBeContinuedBy, mayContinue, settingsFrom } from '../../../../src/core/community/continuing.ts';
import type { CommunityEvent } from '../../../../src/core/community/events.ts';
import { communityKey, conversationId, sessionId, tenantId, threadId } from '../../../../src/core/keys.ts';
import type { Stepped } from '../../../../src/core/machine.ts';
import { aisha, atMinute, ben, chloe } from '../../../support/given.ts';

const tenant = tenantId('t1');
const [here, there] = [conversationId('19:new'), conversationId('19:old')];
const member = { name: 'Aisha', teamsId: '29:aisha', sessionCount: 3, chairedCount: 1, lastChairedAt: 5, birthday: null, waitingSince: 5 };
const blank: Community = { ...newCommunity(tenant, here), coordinator: ben, isSetUp: true };
const met: Community = {
  ...newCommunity(tenant, there), coordinator: ben, members: { [aisha.id]: member }, nextChair: aisha.id,
  actions: [{ session: sessionId('s'), owner: aisha.id, name: 'Aisha', text: 'A quiz', dueOn: '2026-12-01' }],
};
const happens = (community: Community, event: CommunityEvent, minute = 0): Stepped<Community> => communityMachine.step(community, event, { at: atMinute(minute), rate: 1 });
const setUp = (from: Community | null) => ({
  type: 'set-up', tenant, conversation: here, by: ben, settings: defaultSettings, nextMeetingAt: null, place: 'Spring', continues: from === null ? null : continuedFrom(from),
} as const);

describe('A set-up that continues another community', () => {
  test('takes over its members, its actions and its chair, and tells it where it goes on', () => {
    expect(happens(blank, setUp(met))).toMatchObject({
      state: { conversation: here, continues: there, members: met.members, actions: met.actions, nextChair: aisha.id },
      effects: [{ do: 'tell', kind: 'conversation' }, { do: 'tell', key: communityKey(tenant, there), event: { type: 'went-on-elsewhere', by: 'Ben', place: 'Spring' } }],
    });
  });

  test('is refused once the chat has met, has a session open, or goes on from yet another', () => {
    const late = { kind: 'refused', refusal: { reason: 'continue-too-late' } };
    const open = { id: sessionId('s2'), thread: threadId(here) };
    for (const changed of [{ members: met.members }, { session: open }, { continues: conversationId('19:third') }]) {
      expect(mayContinue({ ...blank, ...changed })).toBe(false);
      expect(happens({ ...blank, ...changed }, setUp(met))).toEqual(late);
    }
    expect([mayContinue(blank), mayContinue(null)]).toEqual([true, true]);
  });

  test('saved again goes on once, with what has happened since', () => {
    const since: Community = { ...blank, continues: there, members: { ...met.members, [chloe.id]: member } };
    expect(happens(since, setUp(met))).toMatchObject({ state: { members: since.members }, effects: [{ do: 'tell', kind: 'conversation' }] });
  });

  test('is for members and the coordinator of a community that has met: so two can never go on from each other', () => {
    expect([aisha, ben, chloe].map(({ id }) => mayBeContinuedBy(met, id))).toEqual([true, true, false]);
    expect(mayBeContinuedBy({ ...met, members: {} }, ben.id)).toBe(false);
    // Whatever may go on from another may not be gone on with, and the other way round.
    for (const community of [blank, met]) expect(mayContinue(community) && mayBeContinuedBy(community, ben.id)).toBe(false);
  });

  test('starts from the settings of the other one, but for what was changed on the form', () => {
    const old = { ...defaultSettings, npq: 'headship', lengthMinutes: 75, movesOn: 'chair' } as const;
    expect(settingsFrom(old, { shown: defaultSettings, typed: { ...defaultSettings, zone: 'Europe/Dublin', npq: 'senco' } })).toEqual({ ...old, zone: 'Europe/Dublin', npq: 'senco' });
  });

  test('leaves the other as it was, with one line in its chat', () => {
    const told = happens(met, { type: 'went-on-elsewhere', by: 'Ben', place: null });
    expect(told).toMatchObject({ state: met, effects: [{ do: 'say', message: { notice: { kind: 'went-on-elsewhere', by: 'Ben', place: null } } }] });
  });
});

describe('The call of a meeting', () => {
  const call = { type: 'call-began', session: sessionId('s9'), thread: threadId(here) } as const;
  const planned: Community = { ...blank, nextMeetingAt: atMinute(0) };
  const opens = (community: Community, minute: number): boolean => { const stepped = happens(community, call, minute); return stepped.kind === 'moved' && stepped.state.session !== null; };

  test('opens the lobby for the coordinator, within the window of the planned meeting', () => {
    const opened = happens(planned, call);
    expect(opened).toMatchObject({ effects: [{ do: 'say', message: { notice: { kind: 'call-began' } } }, { do: 'tell', event: { type: 'opened', session: { opener: ben, plannedAt: atMinute(0) } } }] });
    expect([-121, -120, 0, 90, 91].map((minute) => opens(planned, minute))).toEqual([false, true, true, true, false]);
  });

  test('does nothing without a planned meeting, without a coordinator, or with a session open', () => {
    const open = { id: sessionId('s2'), thread: threadId(here) };
    expect(opens({ ...planned, nextMeetingAt: null }, 0)).toBe(false);
    expect(opens({ ...planned, coordinator: null }, 0)).toBe(false);
    expect(happens({ ...planned, session: open }, call)).toMatchObject({ state: { session: open }, effects: [] });
  });
});
