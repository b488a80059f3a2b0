// Looking ahead: meetings on days off or in somebody's pause are raised when they come into view, once (domain.md 2).

import { describe, expect, test } from '@jest/globals';
import { noOwnTimes } from '../../../../src/core/person/profile.ts';
import { nextMeetings } from '../../../../src/core/pair/meetings.ts';
import { byIntl } from '../../../support/by-intl.ts';
import { agreement, aisha, at, ben, chloe, member, openDays, PairStory, type Told, wall } from '../../../support/pair-story.ts';

const clashes = (told: readonly Told[]): readonly string[] => told.filter(({ what }) => what === 'clash').map((each) => `${byIntl(each.at, 'Europe/London')} ${each.to} ${each.number ?? ''}`);
const both = (line: string, number: number): readonly string[] => [`${line} Aisha ${number}`, `${line} Ben ${number}`];
/** Meetings 1 to 6: 14 and 28 January, 11 and 25 February, 11 and 25 March. */
const closed = (...dates: readonly string[]) => ({ closed: dates.map((date) => ({ from: date, to: date })) });
const agreed = (story: PairStory): readonly Told[] => {
  story.agree({ ...agreement, slot: { ...agreement.slot, time: '16:01' } });
  return story.heard();
};

describe('a clash', () => {
  test('of one of the next four is raised when the slot is agreed, in waking hours', () => {
    expect(clashes(agreed(new PairStory({ days: closed('2027-01-28', '2027-03-11') })))).toEqual(both('2027-01-04 09:00', 2));
    const night = new PairStory({ days: closed('2027-01-28'), from: at('2027-01-04 20:00') });
    expect(clashes(agreed(night))).toEqual([]);
    expect(clashes(night.passTo(at('2027-01-20 09:00')).heard())).toEqual(both('2027-01-05 07:30', 2));
  });

  test('of a later one when it becomes one of the next four, once', () => {
    const story = new PairStory({ days: closed('2027-03-11', '2027-03-25') }).passTo(at('2027-04-10 12:00'));
    expect(clashes(story.heard())).toEqual([...both('2027-01-14 16:00', 5), ...both('2027-01-28 16:00', 6)]);
  });

  test('comes with its choices, and is of no use once the meeting has begun', () => {
    const story = new PairStory();
    story.agree({ ...agreement, slot: { ...agreement.slot, first: '2027-01-07' } });
    story.happens({ type: 'days-known', days: { ...openDays, ...closed('2027-01-07') } });
    expect(story.heard().filter(({ what }) => what === 'clash')).toMatchObject(['Aisha', 'Ben'].map((to) => ({
      to, until: at('2027-01-07 16:00'), before: undefined,
      message: { card: 'buddy-offer', why: { is: 'clash', dayOff: 'closed', who: null }, alternativeAt: at('2027-01-05 08:30'), mayKeep: true, mayGoWithout: false },
    })));
  });

  test('is raised when the community closes the day, and not for a first meeting that was put there knowingly', () => {
    const story = new PairStory({ days: closed('2027-01-14') });
    expect(clashes(story.passTo(at('2027-01-05 12:00')).heard())).toEqual([]);
    expect(nextMeetings(story.state, story.now, 1)[0]).toMatchObject({ isKept: true });
    story.happens({ type: 'days-known', days: { ...openDays, ...closed('2027-01-14', '2027-01-28') } });
    expect(clashes(story.heard())).toEqual(both('2027-01-05 12:00', 2));
    story.happens({ type: 'days-known', days: { ...openDays, ...closed('2027-01-28') } });
    expect(clashes(story.passTo(at('2027-01-06 12:00')).heard())).toEqual([]);
  });

  test('with somebody’s pause is told to the others, with who pauses', () => {
    const story = new PairStory({ members: [aisha, ben, chloe] });
    story.happens({ type: 'own-times-known', person: ben.id, own: { ...noOwnTimes, pausedUntil: '2027-01-15' } });
    const heard = story.heard();
    expect(clashes(heard)).toEqual(['2027-01-04 09:00 Aisha 1', '2027-01-04 09:00 Chloe 1']);
    expect(heard[0]?.message).toMatchObject({ why: { is: 'clash', dayOff: 'paused', who: 'Ben' }, mayGoWithout: true });
    story.happens({ type: 'own-times-known', person: ben.id, own: { ...noOwnTimes, pausedUntil: '2027-01-14' } });
    expect(clashes(story.passTo(at('2027-01-05 12:00')).heard())).toEqual([]);
  });

  test('is not raised to who is silent, nor later when they listen again', () => {
    const story = new PairStory({ members: [aisha, member('Ben', { isSilent: true })] });
    story.happens({ type: 'days-known', days: { ...openDays, ...closed('2027-01-28') } });
    story.happens({ type: 'silence-set', by: ben, isSilent: false });
    expect(clashes(story.passTo(at('2027-01-13 12:00')).heard())).toEqual(['2027-01-04 09:00 Aisha 2']);
  });
});

describe('Keep it', () => {
  test('settles it; the other is told, the meeting is reminded of', () => {
    const story = new PairStory({ from: at('2027-01-04 20:00') });
    story.happens({ type: 'days-known', days: { ...openDays, ...closed('2027-01-14') } });
    expect(story.says(ben, 1, { type: 'kept' })).toBe('');
    const before = story.state;
    expect(story.says(aisha, 1, { type: 'kept' })).toBe('');
    expect(story.state).toBe(before);
    expect(story.heard()).toMatchObject([{ to: 'Aisha', what: 'news', message: { news: { is: 'kept', by: 'Ben' } } }]);
    expect(story.passTo(at('2027-01-14 16:00')).heard().map(({ what, number }) => `${what} ${number ?? ''}`)).toEqual(['prepare 1', 'prepare 1', 'soon 1', 'soon 1']);
  });

  test('is not for the other to say of somebody who cannot come', () => {
    const story = new PairStory();
    story.says(ben, 1, { type: 'cannot-said' });
    expect(story.says(aisha, 1, { type: 'kept' })).toBe('meeting-settled: unsettled');
    expect(story.says(ben, 1, { type: 'kept' })).toBe('');
  });
});

test('nobody answers: the meeting stands, and its reminders come', () => {
  const story = new PairStory();
  story.happens({ type: 'days-known', days: { ...openDays, ...closed('2027-01-28') } });
  expect(story.passTo(at('2027-01-29 16:00')).heard().filter(({ number, to }) => number === 2 && to === 'Ben').map(({ what }) => what)).toEqual(['clash', 'prepare', 'soon', 'after']);
});

test('a time chosen on a day off was chosen knowingly', () => {
  const story = new PairStory({ days: closed('2027-01-18') });
  story.says(ben, 1, { type: 'time-proposed', to: wall('2027-01-18 11:00') });
  story.says(aisha, 1, { type: 'proposal-answered', to: wall('2027-01-18 11:00'), suits: true });
  expect(clashes(story.passTo(at('2027-01-18 12:00')).heard())).toEqual([]);
});
