// The cycle of a pair's meetings: who is reminded of what and when, in waking hours, late, and not at all (domain.md 2,
// product.md 7).

import { describe, expect, test } from '@jest/globals';
import { hourMs } from '../../../../src/core/time.ts';
import { nextMeetings } from '../../../../src/core/pair/meetings.ts';
import { byIntl } from '../../../support/by-intl.ts';
import { agreement, aisha, at, ben, chloe, member, PairStory, type Told } from '../../../support/pair-story.ts';

const shown = (told: readonly Told[], zone = 'Europe/London'): readonly string[] => told.map((each) => `${byIntl(each.at, zone)} ${each.to} ${each.what} ${each.number ?? '-'}`);
const ofAisha = (told: readonly Told[]): readonly string[] => shown(told.filter(({ to }) => to === 'Aisha'));

describe('of a meeting that stands', () => {
  test('each member is reminded two days and a quarter of an hour before, asked the day after, and once more 48 hours later', () => {
    const story = new PairStory().passTo(at('2027-01-25 12:00'));
    expect(shown(story.heard())).toEqual(['12 16:00', '14 15:45', '15 16:00', '18 07:30'].flatMap((day, n) => ['Aisha', 'Ben'].map((name) => (
      `2027-01-${day} ${name} ${['prepare', 'soon', 'after', 'again'][n] ?? ''} 1`
    ))));
  });

  test('the second asking counts from the first, as it went out, and waits for waking hours', () => {
    const story = new PairStory({ agreement: { slot: { first: '2027-01-13', time: '19:30', zone: 'Europe/London' } } }).passTo(at('2027-01-25 12:00'));
    expect(ofAisha(story.heard())).toEqual(['2027-01-12 07:30 Aisha prepare 1', '2027-01-13 19:15 Aisha soon 1', '2027-01-15 07:30 Aisha after 1', '2027-01-18 07:30 Aisha again 1']);
  });

  test('the second asking is 48 hours after the first, to the minute', () => {
    const story = new PairStory({ agreement: { slot: { first: '2027-01-11', time: '12:00', zone: 'Europe/London' } } }).passTo(at('2027-01-15 12:00'));
    expect(ofAisha(story.heard()).slice(-2)).toEqual(['2027-01-12 12:00 Aisha after 1', '2027-01-14 12:00 Aisha again 1']);
  });

  test('whoever has answered is not asked, or not again', () => {
    const story = new PairStory().passTo(at('2027-01-14 17:00'));
    story.says(ben, 1, { type: 'met-said', didMeet: true, text: '', action: null, id: 'e1' });
    story.passTo(at('2027-01-16 12:00'));
    story.says(aisha, 1, { type: 'met-said', didMeet: true, text: '', action: null, id: 'e2' });
    story.passTo(at('2027-01-25 12:00'));
    expect(shown(story.heard().filter(({ what }) => what === 'after' || what === 'again'))).toEqual(['2027-01-15 16:00 Aisha after 1']);
  });

  test('whoever has prepared is not reminded to', () => {
    const story = new PairStory();
    story.says(ben, 1, { type: 'prepared-said', isPrepared: true });
    story.says(aisha, 1, { type: 'prepared-said', isPrepared: false });
    story.passTo(at('2027-01-14 15:50'));
    const heard = story.heard();
    expect(shown(heard)).toEqual(['2027-01-12 16:00 Aisha prepare 1', '2027-01-14 15:45 Aisha soon 1', '2027-01-14 15:45 Ben soon 1']);
    expect(heard[1]?.message).toMatchObject({ preparedOthers: ['Ben'], isPrepared: false, module: { insight: 'How pupils learn' }, joinLink: 'https://teams.example/join' });
  });

  test('each message is good until the next thing makes it useless', () => {
    const story = new PairStory().passTo(at('2027-01-25 12:00'));
    const until = Object.fromEntries(story.heard().map((each) => [each.what, each.until]));
    expect(until).toEqual({ prepare: at('2027-01-14 15:45'), soon: at('2027-01-14 16:00'), after: at('2027-01-28 16:00'), again: at('2027-01-28 16:00') });
  });
});

describe('waking hours', () => {
  test('are those of each member, in their own zone', () => {
    const early = member('Aisha', { own: { zone: 'Asia/Kolkata', waking: { from: '09:00', to: '10:00' }, pausedUntil: null } });
    const story = new PairStory({ members: [early, ben] }).passTo(at('2027-01-14 15:50'));
    // 16:00 in London is 21:30 in Kolkata: the next morning there.
    expect(shown(story.heard())).toEqual(['2027-01-12 16:00 Ben prepare 1', '2027-01-13 03:30 Aisha prepare 1', '2027-01-14 15:45 Aisha soon 1', '2027-01-14 15:45 Ben soon 1']);
  });

  test('before the meeting come earlier where none are left, one for each of several meetings in the holidays', () => {
    const story = new PairStory({ days: { closed: [{ from: '2027-01-09', to: '2027-02-14' }] } });
    story.passTo(at('2027-01-12 12:00'));
    expect(ofAisha(story.heard().filter(({ what }) => what === 'prepare'))).toEqual([1, 2, 3].map((number) => `2027-01-08 18:29 Aisha prepare ${number}`));
    story.passTo(at('2027-03-01 12:00'));
    expect(ofAisha(story.heard().filter(({ what }) => what === 'prepare'))).toEqual(['2027-02-23 16:00 Aisha prepare 4']);
  });

  test('that begin in the last quarter of an hour before the meeting leave no time to prepare', () => {
    const story = new PairStory({ agreement: { slot: { first: '2027-01-11', time: '07:40', zone: 'Europe/London' } } }).passTo(at('2027-01-11 07:45'));
    expect(ofAisha(story.heard())).toEqual(['2027-01-11 07:25 Aisha soon 1']);
  });
});

describe('what was due', () => {
  test('by when the slot was agreed is not sent', () => {
    const story = new PairStory({ from: at('2027-01-12 16:00'), agreement: { slot: { first: '2027-01-20', time: '16:00', zone: 'Europe/London' } } });
    story.agree(agreement, ben);
    story.passTo(at('2027-01-14 17:00'));
    expect(ofAisha(story.heard())).toEqual(['2027-01-12 16:00 Aisha news -', '2027-01-14 15:45 Aisha soon 1']);
    expect(ofAisha(new PairStory({ from: at('2027-01-12 15:59') }).passTo(at('2027-01-14 17:00')).heard())).toHaveLength(2);
  });

  test.each([
    ['a minute', '2027-01-12 15:59', '2027-01-12 16:01', ['2027-01-12 16:01 Aisha prepare 1', '2027-01-14 15:45 Aisha soon 1']],
    ['a day', '2027-01-12 12:00', '2027-01-13 12:00', ['2027-01-13 12:00 Aisha prepare 1', '2027-01-14 15:45 Aisha soon 1']],
    ['until the night before', '2027-01-12 12:00', '2027-01-13 23:00', ['2027-01-14 07:30 Aisha prepare 1', '2027-01-14 15:45 Aisha soon 1']],
    ['until ten minutes before', '2027-01-12 12:00', '2027-01-14 15:50', ['2027-01-14 15:50 Aisha soon 1']],
    ['until it has begun', '2027-01-12 12:00', '2027-01-14 16:00', []],
  ])('while the service was down for %s is sent once if it is still of use', (_, from, to, expected) => {
    const story = new PairStory().passTo(at(from)).downTo(at(to));
    story.passTo(Math.max(at(to), at('2027-01-14 16:00')));
    expect(ofAisha(story.heard())).toEqual(expected);
  });

  test('is asked late until the next meeting begins, and not after', () => {
    const late = new PairStory().passTo(at('2027-01-14 17:00')).downTo(at('2027-01-27 10:00')).passTo(at('2027-01-28 15:00'));
    expect(ofAisha(late.heard().filter(({ number, at: sentAt }) => number === 1 && sentAt > at('2027-01-15 00:00')))).toEqual(['2027-01-27 10:00 Aisha after 1']);
    const tooLate = new PairStory().passTo(at('2027-01-14 17:00')).downTo(at('2027-01-28 16:00')).passTo(at('2027-01-29 16:00'));
    expect(ofAisha(tooLate.heard()).slice(2)).toEqual(['2027-01-29 16:00 Aisha after 2']);
  });
});

test('what holidays put off is asked after them, until the next meeting but one begins at the latest', () => {
  const asked = (...alone: readonly number[]): readonly string[] => {
    const story = new PairStory({ days: { closed: [{ from: '2027-01-15', to: '2027-02-05' }] } });
    for (const number of alone) story.says(ben, number, { type: 'alone-chosen' });
    story.passTo(at('2027-02-28 12:00'));
    return ofAisha(story.heard().filter(({ what, number }) => what === 'after' && number === 1));
  };
  expect([asked(2), asked()]).toEqual([['2027-02-08 07:30 Aisha after 1'], []]);
  const shut = new PairStory({ days: { closed: [{ from: '2027-01-15', to: '2027-02-26' }] } });
  for (const number of [2, 3, 4]) shut.says(ben, number, { type: 'alone-chosen' });
  expect(ofAisha(shut.passTo(at('2027-03-01 12:00')).heard().filter(({ what }) => what === 'after'))).toEqual([]);
});

describe('nobody is reminded', () => {
  test('who wants to hear nothing; what they have missed does not come later', () => {
    const story = new PairStory();
    story.happens({ type: 'silence-set', by: ben, isSilent: true });
    story.passTo(at('2027-01-13 12:00'));
    story.happens({ type: 'silence-set', by: ben, isSilent: false });
    story.passTo(at('2027-01-14 16:00'));
    expect(shown(story.heard())).toEqual(['2027-01-12 16:00 Aisha prepare 1', '2027-01-14 15:45 Aisha soon 1', '2027-01-14 15:45 Ben soon 1']);
  });

  test('who pauses, up to the day the pause ends', () => {
    const resting = member('Ben', { own: { zone: null, waking: null, pausedUntil: '2027-01-14' } });
    const story = new PairStory({ members: [aisha, resting] }).passTo(at('2027-01-14 16:00'));
    expect(shown(story.heard().filter(({ to }) => to === 'Ben'))).toEqual(['2027-01-14 15:45 Ben soon 1']);
  });

  test('who will not be there', () => {
    const story = new PairStory({ members: [aisha, ben, chloe] });
    expect(story.says(chloe, 1, { type: 'go-without-said' })).toBe('');
    story.heard();
    story.passTo(at('2027-01-25 12:00'));
    expect(new Set(story.heard().filter(({ number }) => number === 1).map(({ to }) => to))).toEqual(new Set(['Aisha', 'Ben']));
  });

  test('but whoever could not come at the old time, where it moves to the alternative slot', () => {
    const story = new PairStory({ members: [aisha, ben, chloe] });
    story.says(chloe, 1, { type: 'go-without-said' });
    expect(story.says(aisha, 1, { type: 'alternative-chosen' })).toBe('');
    expect(new Set(story.passTo(at('2027-01-20 12:00')).heard().filter(({ what, number }) => what === 'soon' && number === 1).map(({ to }) => to))).toEqual(new Set(['Aisha', 'Ben', 'Chloe']));
  });

  test('when the pair has ended', () => {
    const story = new PairStory();
    story.happens({ type: 'ended', why: 'broken-up', by: null });
    expect(story.heard().map(({ message }) => message)).toMatchObject([{ news: { is: 'ended', why: 'broken-up' } }, { news: { is: 'ended' } }]);
    expect(story.passTo(at('2028-01-01 00:00')).heard()).toEqual([]);
    expect(story.says(aisha, 1, { type: 'cannot-said' })).toBe('no-pair');
  });
});

describe('the wall time of the slot', () => {
  test.each(['Europe/London', 'Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney', 'Australia/Lord_Howe'])('is kept in %s for two years, across every change of the clocks', (zone) => {
    const story = new PairStory({ agreement: { slot: { first: '2027-01-14', time: '16:00', zone } } });
    const starts = nextMeetings(story.state, story.now, 52).map(({ startsAt }) => byIntl(startsAt, zone));
    expect(starts).toEqual(starts.map((_, n) => `${new Date(Date.UTC(2027, 0, 14 + 14 * n)).toISOString().slice(0, 10)} 16:00`));
  });

  test.each([
    ['that exists twice is its first occurrence', '2027-10-17', '01:30', '2027-10-31T00:30:00.000Z'],
    ['that does not exist moves forward by the gap', '2027-03-14', '01:30', '2027-03-28T01:30:00.000Z'],
  ])('%s', (_, first, time, expected) => {
    const story = new PairStory({ agreement: { slot: { first, time, zone: 'Europe/London' } } });
    expect(nextMeetings(story.state, story.now, 2).map(({ startsAt }) => new Date(startsAt).toISOString())[1]).toBe(expected);
  });

  test('is that of the day after too, when the clocks changed two days before', () => {
    const story = new PairStory({ agreement: { slot: { first: '2027-03-29', time: '12:00', zone: 'Europe/London' } }, days: { waking: { from: '00:00', to: '23:59' } } });
    story.passTo(at('2027-03-31 20:00'));
    // Two days before was a Saturday, on which nobody is written to.
    expect(ofAisha(story.heard())).toEqual(['2027-03-29 00:00 Aisha prepare 1', '2027-03-29 11:45 Aisha soon 1', '2027-03-30 12:00 Aisha after 1']);
  });
});

test('a pair wakes for nothing while it has agreed on nothing, and little more often than it has something to say', () => {
  const story = new PairStory();
  let wakes = 0;
  const until = story.now + 52 * 14 * 24 * hourMs;
  const told = story.passTo(until).heard();
  const instants = new Set(told.map((each) => each.at));
  const again = new PairStory();
  for (let wake = again.state.nextAt; wake !== null && wake <= until; wake = again.state.nextAt) { wakes += 1; again.now = wake; again.happens({ type: 'time-passed' }); }
  expect(wakes).toBe(instants.size);
  expect(wakes).toBeLessThanOrEqual(52 * 4);
});
