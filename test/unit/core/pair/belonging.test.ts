// Who is in a pair: a third joins, one of three goes, the pair ends; and what is still meant when a message is about to leave.

import { describe, expect, test } from '@jest/globals';
import { newCommunity } from '../../../../src/core/community/community.ts';
import { conversationId, pairId, tenantId } from '../../../../src/core/keys.ts';
import type { Message } from '../../../../src/core/messages.ts';
import { type AboutPair, isStillMeantInPair, presentInPair } from '../../../../src/core/pair/about-pair.ts';
import { pairMachine } from '../../../../src/core/pair/machine.ts';
import { occurrence } from '../../../../src/core/pair/meetings.ts';
import { noOwnTimes } from '../../../../src/core/person/profile.ts';
import { agreement, aisha, at, ben, chloe, PairStory, type Told, wall } from '../../../support/pair-story.ts';

const news = (told: readonly Told[]): readonly string[] => told.map(({ to, message }) => `${to}: ${message.card === 'buddy-news' ? message.news.is : message.card}`);

describe('whoever is told', () => {
  test('of a new pair is each of them, with why', () => {
    const { state } = new PairStory();
    const event = { type: 'formed', tenant: state.tenant, conversation: state.conversation, thread: state.thread, id: state.id, members: [aisha, ben], days: state.days, reasons: [{ is: 'never-together' }] } as const;
    const stepped = pairMachine.step(null, event, { at: 0, rate: 1 });
    expect(stepped).toMatchObject({ effects: ['Aisha', 'Ben'].map((name) => ({ event: { type: 'mail', name, message: { news: { is: 'formed', reasons: [{ is: 'never-together' }] }, others: [name === 'Ben' ? 'Aisha' : 'Ben'] } } })) });
    expect(pairMachine.step(state, event, { at: 0, rate: 1 })).toEqual({ kind: 'moved', state, effects: [] });
  });

  test('that it ended is who did not do it', () => {
    const story = new PairStory();
    story.happens({ type: 'ended', why: 'broken-up', by: ben });
    expect(news(story.heard())).toEqual(['Aisha: ended']);
    story.happens({ type: 'ended', why: 'broken-up', by: ben });
    expect(story.heard()).toEqual([]);
  });
});

describe('a third', () => {
  test('joins: all hear of it, and nothing comes to them of what was before', () => {
    const story = new PairStory().passTo(at('2027-01-15 09:00'));
    story.heard();
    story.happens({ type: 'member-joined', member: chloe });
    story.happens({ type: 'member-joined', member: chloe });
    expect(news(story.heard())).toEqual(['Aisha: joined', 'Ben: joined', 'Chloe: formed']);
    expect(story.passTo(at('2027-01-26 16:00')).heard().filter(({ to }) => to === 'Chloe').map(({ what, number }) => `${what} ${number ?? ''}`)).toEqual(['prepare 2']);
  });

  test('joins between a reminder and its meeting: only the next one comes', () => {
    const story = new PairStory().passTo(at('2027-01-13 09:00'));
    story.happens({ type: 'member-joined', member: chloe });
    expect(story.passTo(at('2027-01-14 16:00')).heard().filter(({ to }) => to === 'Chloe').map(({ what }) => what)).toEqual(['news', 'soon']);
  });

  test('goes: the two go on, and what waited for the third alone is settled', () => {
    const story = new PairStory({ members: [aisha, ben, chloe] });
    story.says(chloe, 1, { type: 'cannot-said' });
    story.says(ben, 2, { type: 'time-proposed', to: wall('2027-01-29 10:00') });
    story.says(aisha, 2, { type: 'proposal-answered', to: wall('2027-01-29 10:00'), suits: true });
    story.says(chloe, 3, { type: 'time-proposed', to: wall('2027-02-12 10:00') });
    story.heard();
    story.happens({ type: 'member-gone', person: chloe.id, why: 'broken-up', by: chloe });
    expect(news(story.heard())).toEqual(['Aisha: member-gone', 'Ben: member-gone', 'Aisha: moved', 'Ben: moved']);
    expect(story.state.members.map(({ name }) => name)).toEqual(['Aisha', 'Ben']);
    expect([1, 2, 3].map((number) => occurrence(story.state, number)?.state.is)).toEqual(['standing', 'standing', 'standing']);
    expect(occurrence(story.state, 2)?.startsAt).toBe(at('2027-01-29 10:00'));
    expect(new Set(story.passTo(at('2027-03-01 12:00')).heard().map(({ to }) => to))).toEqual(new Set(['Aisha', 'Ben']));
  });

  test('goes when another will not be there: the one who is left does not come alone', () => {
    const story = new PairStory({ members: [aisha, ben, chloe] });
    story.says(ben, 1, { type: 'go-without-said' });
    story.heard();
    story.happens({ type: 'member-gone', person: chloe.id, why: 'broken-up', by: null });
    expect(story.heard().at(-1)).toMatchObject({ to: 'Aisha', message: { card: 'buddy-offer', why: { is: 'other-cannot', by: 'Ben' } } });
    expect(occurrence(story.state, 1)?.state).toMatchObject({ is: 'unsettled', cannot: [ben.id] });
  });

  test('and of two the one who goes ends it', () => {
    const story = new PairStory();
    story.happens({ type: 'member-gone', person: ben.id, why: 'member-left', by: null });
    expect(story.state.endedAt).toBe(story.now);
    expect(news(story.heard())).toEqual(['Aisha: ended', 'Ben: ended']);
    expect(pairMachine.expiresAt(story.state, 1_000)).toBe(story.now + 1_000);
  });
});

describe('just before it leaves', () => {
  const about = (change: Partial<AboutPair> = {}): AboutPair => ({
    kind: 'pair', what: 'soon', tenant: tenantId('t1'), community: conversationId('19:c'), person: ben.id, pair: pairId('1'), meeting: { number: 1, startsAt: at('2027-01-14 16:00') }, ...change,
  });
  const now = at('2027-01-13 12:00');
  const means = (change: (story: PairStory) => unknown, which: Partial<AboutPair> = {}): boolean => {
    const story = new PairStory({ members: [aisha, ben, chloe] });
    change(story);
    return isStillMeantInPair(about(which), story.state, now);
  };

  test.each<readonly [string, (story: PairStory) => unknown]>([
    ['the meeting was moved', (story) => story.says(aisha, 1, { type: 'alternative-chosen' })],
    ['nobody knows whether it takes place', (story) => story.says(aisha, 1, { type: 'cannot-said' })],
    ['each practises alone', (story) => story.says(aisha, 1, { type: 'alone-chosen' })],
    ['they will not be there', (story) => story.says(ben, 1, { type: 'go-without-said' })],
    ['the slot is another', (story) => story.agree({ ...agreement, slot: { ...agreement.slot, time: '16:15' } })],
    ['they want no reminders', (story) => story.happens({ type: 'silence-set', by: ben, isSilent: true })],
    ['they pause', (story) => story.happens({ type: 'own-times-known', person: ben.id, own: { ...noOwnTimes, pausedUntil: '2027-01-14' } })],
    ['they have gone', (story) => story.happens({ type: 'member-gone', person: ben.id, why: 'broken-up', by: null })],
    ['the pair has ended', (story) => story.happens({ type: 'ended', why: 'broken-up', by: null })],
  ])('a reminder is not meant any more when %s', (_, change) => {
    expect(means(() => null)).toBe(true);
    expect(means(change)).toBe(false);
    expect(means(change, { what: 'news' })).toBe(true);
  });

  test('what was answered is not asked, nor preparation asked of who has prepared, nor a clash raised that was settled', () => {
    const prepared = (story: PairStory): unknown => story.says(ben, 1, { type: 'prepared-said', isPrepared: true });
    expect([means(prepared, { what: 'prepare' }), means(prepared), means((story) => story.says(aisha, 1, { type: 'prepared-said', isPrepared: true }), { what: 'prepare' })]).toEqual([false, true, true]);
    const met = (story: PairStory): unknown => story.passTo(at('2027-01-14 17:00')).says(ben, 1, { type: 'met-said', didMeet: false, text: '', action: null, id: 'e1' });
    expect([means(met, { what: 'after' }), means(met, { what: 'again' }), means(met, { what: 'after', person: aisha.id })]).toEqual([false, false, true]);
    expect(means((story) => story.says(aisha, 1, { type: 'kept' }), { what: 'clash' })).toBe(false);
    expect(isStillMeantInPair(about(), null, now)).toBe(false);
  });

  test('a reminder shows the link, the module and the open actions of now', () => {
    const story = new PairStory().passTo(at('2027-01-14 16:00'));
    story.says(aisha, 1, { type: 'met-said', didMeet: true, text: '', action: { text: 'Mine', dueOn: '2027-01-30' }, id: 'e1' });
    story.heard();
    const [reminder] = story.passTo(at('2027-01-26 16:00')).heard().filter(({ to, what }) => to === 'Ben' && what === 'prepare');
    story.agree({ ...agreement, joinLink: 'https://teams.example/other', modules: [] });
    const record = { name: 'Ben Cole', teamsId: null, sessionCount: 1, chairedCount: 0, lastChairedAt: 0, birthday: null, waitingSince: 0 };
    const community = {
      ...newCommunity(story.state.tenant, story.state.conversation), members: { [ben.id]: record, [chloe.id]: record },
      actions: [ben, chloe].map(({ id, name }) => ({ session: 's1', turn: 0, owner: id, name, text: `Of ${name}`, dueOn: '2027-01-29' })),
    } as unknown as Parameters<typeof presentInPair>[1]['community'];
    expect(presentInPair(reminder?.message as Message, { about: about(), pair: story.state, community })).toMatchObject({
      card: 'buddy-reminder', is: 'prepare', meeting: 2, joinLink: 'https://teams.example/other', module: null,
      actions: [{ owner: 'Ben', text: 'Of Ben', dueOn: '2027-01-29' }, { owner: 'Aisha', text: 'Mine', dueOn: '2027-01-30' }],
    });
  });
});
