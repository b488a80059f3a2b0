// The nudge on the day an action is due: at nine, in waking hours, once, to its owner alone, none when done.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Community, communityMachine, defaultSettings, newCommunity } from '../../../../src/core/community/community.ts';
import type { KnownAction, Settings } from '../../../../src/core/community/events.ts';
import { followUp, followUpDueAt } from '../../../../src/core/community/following-up.ts';
import { isWaking, wakingEndOf } from '../../../../src/core/calendar/waking.ts';
import { addDays, localDate, localTime } from '../../../../src/core/calendar/local-time.ts';
import { conversationId, guestId, sessionId, tenantId } from '../../../../src/core/keys.ts';
import type { Person } from '../../../../src/core/session/session.ts';
import { dayMs, hourMs, minutes } from '../../../../src/core/time.ts';
import { aisha, ben, zero } from '../../../support/given.ts';

const member = ({ name, teamsId }: Person) => ({ name, teamsId, sessionCount: 1, chairedCount: 0, lastChairedAt: null, birthday: null, waitingSince: 0 });
const action = (owner: Person, dueOn: string, over: Partial<KnownAction> = {}): KnownAction =>
  ({ session: sessionId('s0'), turn: 0, owner: owner.id, name: owner.name, text: `Ask ${owner.name}`, dueOn, ...over });
const jo: Person = { id: guestId('Jo'), name: 'Jo', teamsId: null };
const community = (actions: readonly KnownAction[], settings: Partial<Settings> = {}): Community => ({
  ...newCommunity(tenantId('t1'), conversationId('19:c')), actions, settings: { ...defaultSettings, ...settings },
  members: Object.fromEntries([aisha, ben, jo].map((someone) => [someone.id, member(someone)])),
});
/** Thursday 10 December 2026, 09:00 in London. */
const nineAt = Date.UTC(2026, 11, 10, 9);
const mails = (state: Community, at: number) => followUp(state, at).effects.map((effect) => {
  if (effect.do !== 'tell' || effect.kind !== 'person' || effect.event.type !== 'mail' || effect.event.message.card !== 'actions') throw new Error('no mail');
  const { event: { message, until, to }, key } = effect;
  return { to: to?.person.name, key: key.partition, until, asked: message.asked, texts: message.asks.map(({ text }) => text) };
});

describe('a nudge', () => {
  test('comes at nine on the day, with the action to answer, and is no use after its day', () => {
    const state = community([action(ben, '2026-12-10'), action(aisha, '2026-12-11')]);
    expect(followUpDueAt(state)).toBe(nineAt);
    expect(communityMachine.wakeAt(state)).toBe(nineAt);
    expect(mails(state, nineAt)).toEqual([{ to: 'Ben', key: 't1|person:ben', until: Date.UTC(2026, 11, 10, 18, 30), asked: 'due', texts: ['Ask Ben'] }]);
    expect(mails(state, nineAt - 1)).toEqual([]);
  });

  test('comes once, and the next one when it is due', () => {
    const state = community([action(ben, '2026-12-10'), action(aisha, '2026-12-11')]);
    const stepped = communityMachine.step(state, { type: 'time-passed' }, { at: nineAt, rate: 1 });
    const after = stepped.kind === 'moved' ? stepped.state : state;
    expect(after.actions.map(({ nudgedAt = null }) => nudgedAt)).toEqual([nineAt, null]);
    expect(mails(after, nineAt + hourMs)).toEqual([]);
    expect(followUpDueAt(after)).toBe(nineAt + dayMs);
    expect(followUp(after, nineAt).state).toBe(after);
  });

  test('of what is due first comes first, however the actions were kept', () => {
    const dates = ['2026-12-14', '', '2026-12-11', 'soon', '2026-12-10', '2026-12-12'];
    expect(followUpDueAt(community(dates.map((dueOn, turn) => action(ben, dueOn, { turn }))))).toBe(nineAt);
  });

  test('names all that is due to one person on a day in one message', () => {
    const state = community([action(ben, '2026-12-10'), action(ben, '2026-12-10', { turn: 1, text: 'Ring' }), action(aisha, '2026-12-10')]);
    expect(mails(state, nineAt).map(({ to, texts }) => [to, texts])).toEqual([['Ben', ['Ask Ben', 'Ring']], ['Aisha', ['Ask Aisha']]]);
  });

  test.each<[string, KnownAction, Partial<Settings>]>([
    ['is done', action(ben, '2026-12-10', { outcome: 'done' }), {}],
    ['is a guest\'s', action(jo, '2026-12-10'), {}],
    ['is of somebody who left', action({ ...aisha, id: 'zoe' as typeof aisha.id }, '2026-12-10'), {}],
    ['is of a community without reminders', action(ben, '2026-12-10'), { hasReminders: false }],
    ['has no date', action(ben, ''), {}],
  ])('does not come where the action %s', (_why, known, settings) => {
    const state = community([known], settings);
    expect([followUpDueAt(state), mails(state, nineAt)]).toEqual([null, []]);
  });

  test('does not come to whoever has spoken of it on its day, before nine', () => {
    const said = (state: Community, at: number) => {
      const stepped = communityMachine.step(state, { type: 'outcome-given', by: ben, action: null, dueBy: null, outcome: 'not-yet', text: '', id: 'x' }, { at, rate: 1 });
      return stepped.kind === 'moved' ? stepped.state : state;
    };
    const state = community([action(ben, '2026-12-10')]);
    expect([said(state, nineAt - hourMs), said(state, nineAt - dayMs)].map(followUpDueAt)).toEqual([null, nineAt]);
  });

  test('partly done is reminded of', () => {
    expect(mails(community([action(ben, '2026-12-10', { outcome: 'partly' })]), nineAt)).toHaveLength(1);
  });

  test('of a service that was down is late by hours, never by a day, and then not made up for', () => {
    const state = community([action(ben, '2026-12-10')]);
    expect(mails(state, Date.UTC(2026, 11, 10, 18, 29))).toHaveLength(1);
    const late = followUp(state, Date.UTC(2026, 11, 10, 18, 30));
    expect([late.effects, late.state.actions[0]?.nudgedAt, followUpDueAt(late.state)]).toEqual([[], Date.UTC(2026, 11, 10, 18, 30), null]);
  });

  test('of an action that was due the day it was made does not come', () => {
    const made = communityMachine.step(community([]), { type: 'action-known', action: action(ben, '2026-12-03') }, { at: zero, rate: 1 });
    expect(made.kind === 'moved' ? followUpDueAt(made.state) : 0).toBeNull();
  });

  test.each([
    ['a weekend', '2026-12-12', {}, Date.UTC(2026, 11, 14, 7, 30)],
    ['a closed day', '2026-12-10', { closed: [{ from: '2026-12-10', to: '2026-12-10' }] }, Date.UTC(2026, 11, 11, 7, 30)],
    ['a bank holiday', '2026-12-25', { holidays: 'england-and-wales' as const }, Date.UTC(2026, 11, 29, 7, 30)],
    ['late waking hours', '2026-12-10', { waking: { from: '10:00', to: '16:00' } }, Date.UTC(2026, 11, 10, 10)],
    ['early waking hours', '2026-12-10', { waking: { from: '07:00', to: '08:30' } }, Date.UTC(2026, 11, 11, 7)],
    ['another zone', '2026-12-10', { zone: 'America/New_York' }, Date.UTC(2026, 11, 10, 14)],
    ['hours that leave no time at all', '2026-12-10', { waking: { from: '12:00', to: '12:00' } }, null],
  ])('waits out %s', (_what, dueOn, settings, expected) => {
    expect(followUpDueAt(community([action(ben, dueOn)], settings))).toBe(expected);
  });
});

test('over three years, in five zones and across every change of the clocks, it comes in waking hours, on the day or the next open one', () => {
  const zones = ['Europe/London', 'Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'];
  fc.assert(fc.property(fc.integer({ min: 0, max: 3 * 365 }), fc.constantFrom(...zones), fc.integer({ min: 0, max: 3_000 }), (day, zone, lateMinutes) => {
    const dueOn = addDays('2026-01-01', day);
    const state = community([action(ben, dueOn)], { zone, holidays: 'england-and-wales' });
    const at = followUpDueAt(state) ?? 0;
    expect(isWaking(at, state.settings)).toBe(true);
    expect([localDate(at, zone) >= dueOn, ['09:00', '07:30']]).toEqual([true, expect.arrayContaining([localTime(at, zone)])]);
    const sentAt = at + minutes(lateMinutes);
    expect(mails(state, sentAt)).toHaveLength(sentAt < (wakingEndOf(at, state.settings) ?? 0) ? 1 : 0);
  }), { numRuns: 300 });
});
