// A community: one session at a time, who coordinates, what it learns from a session's end (product.md 2, domain.md 1.3).

import { describe, expect, test } from '@jest/globals';
import { dayMs, hourMs, minutes } from '../../../../src/core/time.ts';
import { conversationId, personId, sessionId, tenantId, threadId } from '../../../../src/core/keys.ts';
import { type Community, communityMachine, defaultSettings, newCommunity } from '../../../../src/core/community/community.ts';
import type { CommunityEvent, Ending, KnownAction } from '../../../../src/core/community/events.ts';
import { protocols } from '../../../../src/core/protocols/catalog.ts';
import { aisha, ben, chloe, writeUpOf, zero } from '../../../support/given.ts';

const tenant = tenantId('t1');
const conversation = conversationId('19:c');
const thread = threadId('19:c;messageid=1');
const empty = newCommunity(tenant, conversation);
const ask = (over: Partial<Extract<CommunityEvent, { type: 'session-asked' }>> = {}): CommunityEvent =>
  ({ type: 'session-asked', tenant, conversation, by: aisha, session: sessionId('s1'), thread, protocol: null, ...over });
const setUp = (by = aisha, nextMeetingAt: number | null = null): CommunityEvent =>
  ({ type: 'set-up', tenant, conversation, by, settings: { ...defaultSettings, lengthMinutes: 75 }, nextMeetingAt });

function when(state: Community | null, event: CommunityEvent, at = zero) {
  const stepped = communityMachine.step(state, event, { at, rate: 1 });
  if (stepped.kind === 'refused') return { state: state ?? empty, effects: [], refusal: stepped.refusal, answer: null };
  return { state: stepped.state, effects: stepped.effects, refusal: stepped.refusal ?? null, answer: stepped.answer ?? null };
}
const opened = (state: Community, at = zero) => {
  const [effect] = when(state, ask(), at).effects;
  return effect?.do === 'tell' && effect.kind === 'session' && effect.event.type === 'opened' ? effect.event.session : null;
};

describe('start', () => {
  test('founds the community, opens a session, and makes the first who typed it coordinator', () => {
    const { state, effects } = when(null, ask());
    expect(state).toMatchObject({ tenant, conversation, coordinator: aisha, session: { id: 's1', thread } });
    expect(effects).toMatchObject([{ do: 'tell', key: { partition: 't1|19:c', name: 'session-s1' }, kind: 'session', event: { type: 'opened' } }]);
    expect(opened(empty)).toMatchObject({ opener: aisha, coordinator: aisha, lengthMinutes: 60, zone: 'Europe/London', plannedAt: null, appointed: null, roster: {}, dueActions: [] });
  });

  test('while a session is open opens no other', () => {
    const { state } = when(null, ask());
    expect(when(state, ask({ session: sessionId('s2') }))).toMatchObject({ state, effects: [] });
  });

  test('takes another protocol by name, and refuses one nobody knows', () => {
    expect(when(null, ask({ protocol: 'npq' })).refusal).toBeNull();
    expect(when(null, ask({ protocol: 'waltz' })).refusal).toEqual({ reason: 'unknown-protocol', name: 'waltz', known: Object.keys(protocols) });
  });

  test.each([
    [{}, 60, 'npq-community', 60, undefined], [{ protocol: 'tuning' }, 60, 'tuning', 60, true], [{ protocol: 'tuning', lengthMinutes: 80 }, 60, 'tuning', 80, true],
    [{ protocol: 'troika' }, 75, 'troika', 60, true], [{ protocol: 'case study' }, 60, 'case-study', 30, true], [{ lengthMinutes: 75 }, 60, 'npq-community', 75, undefined],
    [{ protocol: 'npq', lengthMinutes: 500 }, 60, 'npq-community', 75, undefined],
  ] as const)('%j in a community of %d minutes is %s of %d minutes, another than its own: %s', (...[asked, booked, protocol, lengthMinutes, isOtherProtocol]) => {
    const community = { ...empty, settings: { ...defaultSettings, lengthMinutes: booked } };
    const [told] = when(community, ask(asked)).effects;
    if (told?.do !== 'tell' || told.event.type !== 'opened') throw new Error('no session was opened');
    expect(told.event.session).toMatchObject({ protocol: { id: protocol }, lengthMinutes });
    expect(told.event.session.isOtherProtocol).toBe(isOtherProtocol);
  });

  test('a community whose own protocol it is has no other', () => {
    const community = { ...empty, settings: { ...defaultSettings, protocol: 'consultancy' } };
    const [own, other] = [{}, { protocol: 'npq' }].map((asked) => when(community, ask(asked)).effects[0]);
    expect(own).toMatchObject({ event: { session: { protocol: { id: 'consultancy' } } } });
    expect(own).not.toHaveProperty('event.session.isOtherProtocol');
    expect(other).toMatchObject({ event: { session: { protocol: { id: 'npq-community' }, isOtherProtocol: true } } });
  });

  test.each([[-121, false], [-120, true], [0, true], [90, true], [91, false]])('%d minutes from the plan is for it: %s', (minute, isForIt) => {
    const plannedAt = zero + dayMs;
    const session = opened({ ...empty, nextMeetingAt: plannedAt }, plannedAt + minutes(minute));
    expect([session?.plannedAt, session?.nextMeetingAt]).toEqual([isForIt ? plannedAt : null, minute < -120 ? plannedAt : null]);
  });

  test('lists the actions that are due, by the community\'s day', () => {
    const action = (dueOn: string): KnownAction => ({ session: sessionId('s0'), owner: ben.id, name: 'Ben', text: dueOn, dueOn });
    const actions = ['2026-12-02', '2026-12-03', '2026-12-04'].map(action);
    const members = { [ben.id]: { name: 'Ben', teamsId: '29:ben', sessionCount: 1, chairedCount: 0, lastChairedAt: null, birthday: null, waitingSince: 0 } };
    expect(opened({ ...empty, actions, members })?.dueActions.map(({ text }) => text)).toEqual(['2026-12-02', '2026-12-03']);
    // Half past eleven at night in London is tomorrow in Paris.
    const paris = { ...empty, actions, members, settings: { ...defaultSettings, zone: 'Europe/Paris' } };
    expect(opened(paris, zero + 7.5 * hourMs)?.dueActions).toHaveLength(3);
  });
});

describe('the coordinator', () => {
  test('is whoever first ran set up, else start', () => {
    const started = when(null, ask()).state;
    const { state, answer } = when(started, setUp(ben));
    expect(state).toMatchObject({ coordinator: ben, settings: { lengthMinutes: 75 } });
    expect(answer).toEqual({ kind: 'done' });
    expect(when(state, setUp(aisha)).refusal).toEqual({ reason: 'coordinator-only', coordinator: 'Ben' });
    expect(when(state, setUp(ben)).refusal).toBeNull();
    expect(when(when(null, setUp(chloe)).state, ask()).state.coordinator).toEqual(chloe);
  });

  test('passes it on to a member, or to whoever the members\' list names', () => {
    const members = { [ben.id]: { name: 'Ben', teamsId: '29:ben', sessionCount: 1, chairedCount: 0, lastChairedAt: null, birthday: null, waitingSince: 0 } };
    const community: Community = { ...empty, coordinator: aisha, members };
    const give = (by: typeof aisha, name: string, person: typeof aisha | null = null): CommunityEvent => ({ type: 'coordinator-given', by, name, person });
    expect(when(community, give(aisha, 'ben'))).toMatchObject({ state: { coordinator: ben, isSetUp: true }, answer: { kind: 'coordinator-is', name: 'Ben' } });
    expect(when(community, give(aisha, 'Chloe', chloe)).state.coordinator).toEqual(chloe);
    expect(when(community, give(aisha, 'Zoe')).refusal).toEqual({ reason: 'unknown-name', name: 'Zoe' });
    expect(when(community, give(ben, 'ben')).refusal).toEqual({ reason: 'coordinator-only', coordinator: 'Aisha' });
    expect(when({ ...community, coordinator: null }, give(ben, 'ben')).refusal).toBeNull();
    const two = { ...members, [personId('b2')]: { ...members[ben.id], name: 'Ben' } } as Community['members'];
    expect(when({ ...community, members: two }, give(aisha, 'ben')).refusal).toMatchObject({ reason: 'ambiguous-name' });
    // Once passed on, nobody sets up in between.
    expect(when(when(community, give(aisha, 'ben')).state, setUp(aisha)).refusal).toMatchObject({ reason: 'coordinator-only' });
  });

  test('tells an open session of another next meeting', () => {
    const { effects } = when(when(null, ask()).state, setUp(aisha, zero + dayMs));
    expect(effects.filter((each) => 'kind' in each && each.kind === 'session')).toMatchObject([{ event: { type: 'meeting-known', nextMeetingAt: zero + dayMs } }]);
    expect(when(null, setUp(aisha, zero + dayMs)).effects).toMatchObject([{ kind: 'conversation' }]);
  });
});

test('a session is opened in the language of the chat it is asked for in, else in that of the community', () => {
  const welsh = when(null, { ...setUp(aisha), settings: { ...defaultSettings, language: 'cy' } } as CommunityEvent);
  expect(welsh.effects).toMatchObject([{ do: 'tell', key: { name: 'conversation', partition: 't1|19:c' }, kind: 'conversation', event: { type: 'language-chosen', language: 'cy' } }]);
  expect(opened(welsh.state)?.language).toBe('cy');
  const [effect] = when(welsh.state, ask({ language: 'en' })).effects;
  expect(effect).toMatchObject({ event: { session: { language: 'en' } } });
});

describe('the end of a session', () => {
  const ending = (over: Partial<Ending> = {}): CommunityEvent => ({
    type: 'session-ended', ending: {
      session: sessionId('s1'), startedAt: zero, chair: aisha.id, nextChair: ben.id, discussed: [ben.id],
      attended: [{ ...aisha, birthday: { day: 1, month: 2 }, turnAt: null }, { ...ben, birthday: null, turnAt: zero + minutes(5) }], actions: [], ...over,
    },
  });

  test('counts who came, who chaired, and who had a turn', () => {
    const { state } = when(when(null, ask()).state, ending());
    expect(state).toMatchObject({
      session: null, nextChair: ben.id,
      members: {
        aisha: { name: 'Aisha', sessionCount: 1, chairedCount: 1, lastChairedAt: zero, waitingSince: zero, birthday: { day: 1, month: 2 } },
        ben: { sessionCount: 1, chairedCount: 0, lastChairedAt: null, waitingSince: zero + minutes(5), birthday: null },
      },
    });
    const later = when(state, ending({ startedAt: zero + dayMs, chair: ben.id, attended: [{ ...aisha, birthday: null, turnAt: null }, { ...ben, birthday: null, turnAt: zero + dayMs + minutes(5) }] })).state;
    expect(later.members).toMatchObject({
      aisha: { sessionCount: 2, chairedCount: 1, lastChairedAt: zero, waitingSince: zero, birthday: { day: 1, month: 2 } },
      ben: { sessionCount: 2, chairedCount: 1, lastChairedAt: zero + dayMs, waitingSince: zero + dayMs + minutes(5) },
    });
  });

  test('marks what was discussed, and leaves another open session alone', () => {
    const community = when(null, ask({ session: sessionId('s9') })).state;
    const { state, effects } = when(community, ending());
    expect(state.session?.id).toBe('s9');
    expect(effects).toEqual([{ do: 'tell', key: { partition: 't1|19:c', name: 'problem-ben' }, kind: 'problem', event: { type: 'discussed', by: ben.id } }]);
  });

  test.each([[0, null], [2 * hourMs, null], [2 * hourMs + 1, zero + 2 * hourMs + 1], [dayMs, zero + dayMs]])('takes the plan %d ms after its start for held: %j is left', (afterMs, left) => {
    expect(when({ ...empty, nextMeetingAt: zero + afterMs }, ending()).state.nextMeetingAt).toBe(left);
    expect(when(empty, ending()).state.nextMeetingAt).toBeNull();
  });

  test('keeps actions, be they listed or not', () => {
    const action = (owner: typeof ben, session: string, dueOn: string): KnownAction => ({ session: sessionId(session), owner: owner.id, name: owner.name, text: session, dueOn });
    const before = { ...empty, actions: [action(ben, 's0', '2026-12-03'), action(chloe, 's0', '2027-01-20')] };
    const { state } = when(before, ending({ actions: [action(chloe, 's1', '2026-12-17')] }));
    expect(state.actions.map(({ session, dueOn }) => [session, dueOn])).toEqual([['s0', '2026-12-03'], ['s0', '2027-01-20'], ['s1', '2026-12-17']]);
    const corrected = when(state, { type: 'action-known', action: action(chloe, 's1', '2026-12-24') }).state;
    expect(corrected.actions.map(({ session, dueOn }) => [session, dueOn])).toEqual([['s0', '2026-12-03'], ['s0', '2027-01-20'], ['s1', '2026-12-24']]);
    const ofTurns = [0, 1].map((turn): KnownAction => ({ ...action(chloe, 's1', '2026-12-24'), turn }));
    expect(ofTurns.reduce((told, each) => when(told, { type: 'action-known', action: each }).state, state).actions.map(({ session, turn }) => [session, turn])).toEqual([['s0', undefined], ['s0', undefined], ['s1', 0], ['s1', 1]]);
    let many = state;
    for (let n = 0; n < 100; n++) many = when(many, { type: 'action-known', action: action(ben, `n${n}`, '2027-02-01') }).state;
    expect(many.actions).toHaveLength(60);
    expect(many.actions.at(-1)?.session).toBe('n99');
  });

  test('of a lobby that was cancelled frees the community, once', () => {
    const { state } = when(null, ask());
    expect(when(state, { type: 'session-gone', session: sessionId('other') }).state).toBe(state);
    expect(when(state, { type: 'session-gone', session: sessionId('s1') }).state.session).toBeNull();
  });
});

describe('what it passes on', () => {
  test('birthdays and write-ups go to the open session, birthdays to the rota', () => {
    const open = { ...when(null, ask()).state, members: { [ben.id]: { name: 'Ben', teamsId: null, sessionCount: 1, chairedCount: 0, lastChairedAt: null, birthday: null, waitingSince: 0 } } };
    const birthday = { type: 'birthday-known', person: ben.id, birthday: { day: 3, month: 3 } } as const;
    expect(when(open, birthday)).toMatchObject({ state: { members: { ben: { birthday: { day: 3, month: 3 } } } }, effects: [{ kind: 'session', event: birthday }] });
    expect(when(empty, birthday)).toMatchObject({ state: empty, effects: [] });
    const writeUp = writeUpOf(ben);
    expect(when(open, { type: 'write-up-known', owner: ben.id, name: 'Ben', writeUp }).effects).toMatchObject([{ event: { type: 'write-up-known', owner: ben.id, writeUp } }]);
  });

  test('someone who cannot be reached alone is mentioned where the session was', () => {
    const { state, effects } = when(empty, { type: 'unreachable', person: ben, thread });
    expect(effects).toEqual([{ do: 'say', message: { card: 'notice', notice: { kind: 'unreachable-privately', name: 'Ben', teamsId: '29:ben' } }, until: null }]);
    expect(communityMachine.home(state)).toEqual({ kind: 'thread', thread });
  });

  test('someone who cannot be reached about each reminder of their pair is mentioned once for all that come within days, and each is kept', () => {
    const lost = [[0, 'buddy-reminder', 'expired'], [1, 'buddy-reminder', ''], [3, 'buddy-reminder', ''], [4, 'nudge', ''], [5, 'buddy-follow-up', ''], [13, 'buddy-reminder', '']] as const;
    let state = empty;
    const called = lost.map(([days, what, why]) => {
      const stepped = when(state, { type: 'unreachable', person: ben, thread, what, ...(why !== '' && { why }) }, zero + days * dayMs);
      state = stepped.state;
      return stepped.effects.length;
    });
    expect([called, state.undelivered.length]).toEqual([[0, 1, 0, 1, 0, 1], 6]);
  });

  test('nothing by itself, and nothing for a community nobody has heard of', () => {
    expect(when(empty, { type: 'time-passed' })).toMatchObject({ state: empty, effects: [] });
    expect(when(null, { type: 'time-passed' }).refusal).toEqual({ reason: 'no-community' });
    expect([communityMachine.wakeAt(empty), communityMachine.draw(empty, 'x', { at: 0, rate: 1 }), communityMachine.expiresAt(empty, 0)]).toEqual([null, null, 0]);
    expect(communityMachine.home(empty)).toEqual({ kind: 'thread', thread: '19:c' });
    expect(communityMachine.people({ ...empty, coordinator: aisha })).toEqual(['aisha']);
    expect(communityMachine.people(empty)).toEqual([]);
  });
});
