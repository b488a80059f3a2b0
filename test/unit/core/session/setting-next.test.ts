// The next meeting in the close: proposed, set, or standing as proposed; what its community makes of it.

import { describe, expect, test } from '@jest/globals';
import { dayMs, hourMs, type Instant, minutes } from '../../../../src/core/time.ts';
import { instantAt, type WallTime } from '../../../../src/core/calendar/local-time.ts';
import { type Community, communityMachine, defaultSettings, newCommunity } from '../../../../src/core/community/community.ts';
import type { CommunityEvent } from '../../../../src/core/community/events.ts';
import { seriesOf } from '../../../../src/core/community/next-meeting.ts';
import { conversationId, sessionId, tenantId, threadId } from '../../../../src/core/keys.ts';
import type { SessionEvent } from '../../../../src/core/session/events.ts';
import { aisha, anHour, atMinute, ben, chairIs, chloe, type Story, zero } from '../../../support/given.ts';

const proposedNext = { date: '2026-12-17', time: '16:00' };
const proposedAt = Date.UTC(2026, 11, 17, 16);
const give = (date: string, time: string) => ({ type: 'next-meeting-given', date, time } as const);
const inClose = (over = {}): Story => anHour([aisha, ben], { ...chairIs(aisha), proposedNext, ...over }).passes(32);
/** What its end tells the community. */
function endingOf(story: Story) {
  for (const { effect } of story.told) if (effect.do === 'tell' && effect.kind === 'community' && effect.event.type === 'session-ended') return effect.event.ending;
  return null;
}
const ended = (story: Story): Story => story.passes(60);

describe('the next meeting', () => {
  test('is proposed on the closing card, and stands when nobody says otherwise, as the summary tells', () => {
    const story = inClose();
    expect(story.card('closing', 'closing').next).toEqual({ ...proposedNext, isProposed: true });
    expect(ended(story).card('summary', 'summary')).toMatchObject({ nextMeetingAt: proposedAt, isNextProposed: true });
    expect(endingOf(story)?.nextMeeting).toEqual(proposedNext);
  });

  test('is asked for without a proposal where there is no rhythm', () => {
    const story = inClose({ proposedNext: null });
    expect(story.card('closing', 'closing').next).toEqual({ date: '', time: '', isProposed: false });
    expect(ended(story).card('summary', 'summary')).toMatchObject({ nextMeetingAt: null, isNextProposed: false });
    expect(endingOf(story)?.nextMeeting).toBeNull();
  });

  test('that is set is said to all, told the community at once, and counts', () => {
    const story = inClose().press(33, aisha, give('2026-12-18', '15:30'));
    expect(story.did).toEqual(['say next-meeting-is', 'tell community meeting-set']);
    expect(story.card('closing', 'closing').next).toEqual({ date: '2026-12-18', time: '15:30', isProposed: false });
    expect(story.press(33, aisha, give('2026-12-18', '15:30')).did).toEqual([]);
    expect(story.answer).toMatchObject({ kind: 'next-meeting-is', date: '2026-12-18' });
    expect(ended(story).card('summary', 'summary')).toMatchObject({ nextMeetingAt: Date.UTC(2026, 11, 18, 15, 30), isNextProposed: false });
    expect(endingOf(story)?.nextMeeting).toEqual({ date: '2026-12-18', time: '15:30' });
  });

  test('is the due date offered for an action', () => {
    expect(inClose().card('turn-0', 'turn').dueOn).toBe('2026-12-17');
    expect(inClose({ nextMeetingAt: proposedAt + dayMs }).card('turn-0', 'turn').dueOn).toBe('2026-12-18');
  });

  test('can be set for a day after the end, and the summary says so', () => {
    const story = ended(inClose()).press(600, aisha, give('2026-12-18', '15:30'));
    expect(story.did).toEqual(['say next-meeting-is', 'edit summary', 'tell community meeting-set']);
    expect(story.card('summary', 'summary')).toMatchObject({ nextMeetingAt: Date.UTC(2026, 11, 18, 15, 30), isNextProposed: false });
    expect(story.press(60 + 25 * 60, aisha, give('2026-12-19', '15:30')).refusal).toEqual({ reason: 'too-late-for-this' });
  });

  test('is the chair\'s and the coordinator\'s to set', () => {
    const story = inClose({ coordinator: chloe });
    expect(story.press(33, ben, give('2026-12-18', '15:30')).refusal).toMatchObject({ reason: 'chair-only', chair: 'Aisha' });
    expect(story.press(33, chloe, give('2026-12-18', '15:30')).refusal).toBeNull();
    expect(ended(story).press(61, ben, give('2026-12-19', '15:30')).refusal).toMatchObject({ reason: 'chair-only' });
  });

  test.each([
    ['2026-12-18', '', { reason: 'bad-meeting', why: 'incomplete' }], ['', '15:30', { reason: 'bad-meeting', why: 'incomplete' }],
    ['2026-12-03', '16:33', { reason: 'bad-meeting', why: 'past' }], ['2026-02-30', '16:00', { reason: 'bad-date' }],
  ])('on %j at %j is refused with what to do', (date, time, refusal) => {
    expect(inClose().press(33, aisha, give(date, time)).refusal).toMatchObject(refusal);
  });

  test('is for the first of several groups to set', () => {
    const group = (number: number) => ({ group: { number, count: 2, parent: sessionId('s0') } });
    expect(inClose(group(1)).card('closing', 'closing').next).toEqual({ ...proposedNext, isProposed: true });
    const second = inClose(group(2));
    expect(second.card('closing', 'closing').next).toBeNull();
    expect(second.press(33, aisha, give('2026-12-18', '15:30')).refusal).toEqual({ reason: 'bad-form' });
    expect(endingOf(ended(second))?.nextMeeting).toBeNull();
  });

  test('that set up names meanwhile takes the place of the proposal, unless it is this very meeting', () => {
    const known = (nextMeetingAt: Instant, next: WallTime | null): SessionEvent => ({ type: 'meeting-known', nextMeetingAt, proposedNext: next });
    expect(inClose().when(33, known(proposedAt + hourMs, null)).card('closing', 'closing').next).toMatchObject({ time: '17:00', isProposed: false });
    const moved = inClose({ plannedAt: zero }).when(33, known(zero, { date: '2026-12-10', time: '16:00' }));
    expect(moved.card('closing', 'closing').next).toEqual({ date: '2026-12-10', time: '16:00', isProposed: true });
  });
});

describe('the community', () => {
  const tenant = tenantId('t1');
  const conversation = conversationId('19:c');
  const settings = { ...defaultSettings, rhythm: { kind: 'weeks', every: 2 } } as const;
  const community: Community = { ...newCommunity(tenant, conversation), settings, meeting: { date: '2026-12-03', time: '16:00' }, nextMeetingAt: zero, planned: { done: ['nudge-7'] } };
  function after(state: Community, event: CommunityEvent, at = zero): Community {
    const stepped = communityMachine.step(state, event, { at, rate: 1 });
    if (stepped.kind === 'refused') throw new Error(stepped.refusal.reason);
    return stepped.state;
  }
  function sessionOpenedAt(state: Community, at: Instant) {
    const stepped = communityMachine.step(state, { type: 'session-asked', tenant, conversation, by: aisha, session: sessionId('s1'), thread: threadId('19:c'), protocol: null }, { at, rate: 1 });
    const [effect] = stepped.kind === 'moved' ? stepped.effects : [];
    return effect?.do === 'tell' && effect.event.type === 'opened' ? effect.event.session : null;
  }
  const over = (nextMeeting: WallTime | null, startedAt = zero): CommunityEvent => ({
    type: 'session-ended', ending: { session: sessionId('s1'), startedAt, chair: aisha.id, nextChair: null, attended: [], discussed: [], actions: [], nextMeeting },
  });

  test.each<[string, number, Partial<Community>, unknown]>([
    ['the one after the planned one', 0, {}, { proposedNext, nextMeetingAt: null }],
    ['the one after it too, when it is held an hour early', -60, {}, { proposedNext, nextMeetingAt: null }],
    ['the first still ahead, when the planned one is long over', 15 * 24 * 60, {}, { proposedNext: { date: '2026-12-31', time: '16:00' }, nextMeetingAt: null }],
    ['nothing beside one that is still to come', -24 * 60, {}, { proposedNext: null, nextMeetingAt: zero }],
    ['nothing without a rhythm', 0, { settings: defaultSettings }, { proposedNext: null, nextMeetingAt: null }],
    ['nothing where no meeting was planned', 0, { meeting: null, nextMeetingAt: null }, { proposedNext: null, nextMeetingAt: null }],
  ])('proposes %s', (_, minute, state, expected) => {
    expect(sessionOpenedAt({ ...community, ...state }, atMinute(minute))).toMatchObject(expected as object);
  });

  test('plans what the session says, else what the rhythm has, and forgets what was done for the meeting before', () => {
    expect(after(community, over({ date: '2026-12-18', time: '15:30' }))).toMatchObject({ meeting: { date: '2026-12-18', time: '15:30' }, nextMeetingAt: Date.UTC(2026, 11, 18, 15, 30), planned: { done: [] } });
    expect(after(community, over(null)).meeting).toEqual(proposedNext);
    expect(after({ ...community, settings: defaultSettings }, over(null))).toMatchObject({ meeting: null, nextMeetingAt: null });
    // A session held a day ahead was not the planned one.
    expect(after(community, over({ date: '2026-12-18', time: '15:30' }, zero - dayMs))).toMatchObject({ nextMeetingAt: zero, planned: { done: ['nudge-7'] } });
  });

  test('that was told in the close keeps it, whatever the end of the session still says', () => {
    const told = after(community, { type: 'meeting-set', meeting: { date: '2026-12-18', time: '15:30' } }, zero + minutes(50));
    expect(after(told, over(proposedNext)).meeting).toEqual({ date: '2026-12-18', time: '15:30' });
  });

  test('numbers its meetings: another one is the next number, one that moves keeps its own, and every change is counted', () => {
    const numbers = (state: Community) => [seriesOf(state).number, seriesOf(state).sequence];
    const held = after(community, over(null));
    expect(numbers(held)).toEqual([2, 1]);
    const moved = after(held, { type: 'meeting-set', meeting: { date: '2026-12-18', time: '16:00' } }, zero + hourMs);
    expect(numbers(moved)).toEqual([2, 2]);
    expect(numbers(after(moved, { type: 'meeting-set', meeting: { date: '2026-12-18', time: '16:00' } }, zero + hourMs))).toEqual([2, 2]);
    const setUp = (rhythm: typeof settings.rhythm | null, meeting: WallTime): CommunityEvent =>
      ({ type: 'set-up', tenant, conversation, by: aisha, settings: { ...settings, rhythm }, nextMeetingAt: instantAt(meeting, 'Europe/London') });
    const same = after(moved, setUp(settings.rhythm, { date: '2026-12-18', time: '16:00' }), zero + hourMs);
    expect(numbers(same)).toEqual([2, 2]);
    const without = after(same, setUp(null, { date: '2026-12-18', time: '16:00' }), zero + hourMs);
    expect(numbers(without)).toEqual([2, 3]);
    expect(numbers(after(without, setUp(null, { date: '2027-01-08', time: '16:00' }), zero + 16 * dayMs))).toEqual([3, 4]);
  });
});
