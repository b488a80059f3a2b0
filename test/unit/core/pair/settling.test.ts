// What becomes of a meeting that somebody cannot come to: the alternative slot, another time, each alone; of three, two
// (domain.md 2). Who is told what, what is refused, and what lapses.

import { describe, expect, test } from '@jest/globals';
import { alternativeFor } from '../../../../src/core/pair/moving.ts';
import { nextMeetings, occurrence } from '../../../../src/core/pair/meetings.ts';
import { byIntl } from '../../../support/by-intl.ts';
import { aisha, at, ben, chloe, member, PairStory, type Told, wall } from '../../../support/pair-story.ts';

const london = (instant: number | undefined): string => (instant === undefined ? '' : byIntl(instant, 'Europe/London'));
const news = (told: readonly Told[]): readonly string[] => told.map(({ to, message }) => {
  switch (message.card) {
    case 'buddy-news': return `${to}: ${message.news.is}`;
    case 'buddy-offer': return `${to}: offer ${message.why.is}`;
    default: return `${to}: ${message.card}`;
  }
});
const startOf = (story: PairStory, number: number): string => london(occurrence(story.state, number)?.startsAt);
/** Reminders between now and an instant. */
const reminders = (story: PairStory, until: string): readonly string[] =>
  story.passTo(at(until)).heard().filter(({ what }) => what !== 'news').map((each) => `${london(each.at).slice(5)} ${each.to} ${each.what} ${each.number ?? ''}`);

describe('Can’t make it', () => {
  test('tells the other at once, or when they are awake if there is time, and stops the reminders', () => {
    const story = new PairStory();
    expect(story.says(ben, 1, { type: 'cannot-said' })).toBe('');
    const [offer, ...rest] = story.heard();
    expect(rest).toEqual([]);
    expect(offer).toMatchObject({ to: 'Aisha', what: 'news', before: at('2027-01-14 16:00'), message: { why: { is: 'other-cannot', by: 'Ben' }, alternativeAt: at('2027-01-12 08:30'), mayKeep: false, mayGoWithout: false } });
    expect(reminders(story, '2027-01-14 15:59')).toEqual([]);
  });

  test('is one effect however often it is pressed, and is undone with I can make it after all', () => {
    const story = new PairStory();
    story.says(ben, 1, { type: 'cannot-said' });
    story.heard();
    const before = story.state;
    expect(story.says(ben, 1, { type: 'cannot-said' })).toBe('');
    expect(story.state).toBe(before);
    expect(story.says(aisha, 1, { type: 'can-said' })).toBe('');
    expect(story.state).toBe(before);
    expect(story.says(ben, 1, { type: 'can-said' })).toBe('');
    expect(news(story.heard())).toEqual(['Aisha: stands-again']);
    expect(occurrence(story.state, 1)?.state).toEqual({ is: 'standing' });
  });

  test('of both: the meeting stands again only when both can', () => {
    const story = new PairStory();
    story.says(ben, 1, { type: 'cannot-said' });
    story.says(aisha, 1, { type: 'cannot-said' });
    story.says(ben, 1, { type: 'can-said' });
    expect(occurrence(story.state, 1)?.state).toMatchObject({ is: 'unsettled', by: aisha.id, cannot: [aisha.id] });
    story.says(aisha, 1, { type: 'can-said' });
    expect(occurrence(story.state, 1)?.state).toEqual({ is: 'standing' });
  });

  test('what was due before it stood again is not sent, what was sent not again', () => {
    const story = new PairStory().passTo(at('2027-01-13 09:00'));
    story.says(ben, 1, { type: 'cannot-said' });
    story.says(ben, 1, { type: 'can-said' });
    story.heard();
    expect(reminders(story, '2027-01-14 16:00')).toEqual(['01-14 15:45 Aisha soon 1', '01-14 15:45 Ben soon 1']);
    const before = new PairStory();
    before.says(ben, 1, { type: 'cannot-said' });
    before.passTo(at('2027-01-13 09:00'));
    before.says(ben, 1, { type: 'can-said' });
    expect(reminders(before, '2027-01-14 16:00')).toEqual(['01-14 15:45 Aisha soon 1', '01-14 15:45 Ben soon 1']);
  });

  test('is too late once the meeting has begun', () => {
    const story = new PairStory().passTo(at('2027-01-14 16:00'));
    expect(story.says(ben, 1, { type: 'cannot-said' })).toBe('meeting-settled: over');
    expect(story.says(ben, 1, { type: 'prepared-said', isPrepared: true })).toBe('meeting-settled: over');
  });
});

describe('the alternative slot', () => {
  test.each([
    ['the same week', '2027-01-04 09:00', 2, '2027-01-12 08:30'],
    ['the week after, when this week\'s is over', '2027-01-12 08:30', 2, '2027-01-19 08:30'],
    ['Sunday, the last day of the week', '2027-01-04 09:00', 0, '2027-01-17 08:30'],
    ['Monday, the first', '2027-01-04 09:00', 1, '2027-01-11 08:30'],
  ])('is in %s', (_, now, weekday, expected) => {
    const story = new PairStory({ agreement: { alternative: { weekday, time: '08:30' } } });
    expect(alternativeFor(story.state, 1, at(now))).toEqual(wall(expected));
  });

  test('is none on a day off, past the next meeting, and where none is agreed', () => {
    const closed = new PairStory({ days: { closed: [{ from: '2027-01-12', to: '2027-01-12' }] } });
    expect(alternativeFor(closed.state, 1, closed.now)).toEqual(wall('2027-01-19 08:30'));
    const shut = new PairStory({ days: { closed: [{ from: '2027-01-12', to: '2027-01-19' }] } });
    expect(alternativeFor(shut.state, 1, shut.now)).toBeNull();
    expect(shut.says(ben, 1, { type: 'alternative-chosen' })).toBe('bad-move: no-alternative');
    const none = new PairStory({ agreement: { alternative: null } });
    expect(alternativeFor(none.state, 1, none.now)).toBeNull();
    const near = new PairStory();
    near.says(ben, 2, { type: 'time-proposed', to: wall('2027-01-15 10:00') });
    near.says(aisha, 2, { type: 'proposal-answered', to: wall('2027-01-15 10:00'), suits: true });
    expect(alternativeFor(near.state, 1, at('2027-01-12 09:00'))).toBeNull();
  });

  test('moves the meeting at once; everything follows the new time, and the other is told', () => {
    const story = new PairStory();
    story.says(ben, 1, { type: 'prepared-said', isPrepared: true });
    const { sequence } = story.state;
    expect(story.says(ben, 1, { type: 'alternative-chosen' })).toBe('');
    expect(story.heard()).toMatchObject([{ to: 'Aisha', startsAt: at('2027-01-12 08:30'), before: at('2027-01-12 08:30'), message: { news: { is: 'moved', by: 'Ben', fromAt: at('2027-01-14 16:00'), toAt: at('2027-01-12 08:30') } } }]);
    expect(story.state.sequence).toBe(sequence + 1);
    expect(reminders(story, '2027-01-14 20:00')).toEqual([
      '01-11 07:30 Aisha prepare 1', '01-12 08:15 Aisha soon 1', '01-12 08:15 Ben soon 1', '01-13 08:30 Aisha after 1', '01-13 08:30 Ben after 1',
    ]);
  });

  test('brings the reminders of the new time though those of the old one were sent', () => {
    const story = new PairStory({ agreement: { alternative: { weekday: 1, time: '16:00' } } }).passTo(at('2027-01-14 15:50'));
    story.says(ben, 1, { type: 'alternative-chosen' });
    story.heard();
    expect(reminders(story, '2027-01-18 16:00').filter((line) => line.includes('Aisha'))).toEqual(['01-18 07:30 Aisha prepare 1', '01-18 15:45 Aisha soon 1']);
  });

  test('pressed on a card that shows another time moves nothing', () => {
    const story = new PairStory();
    const shown = at('2027-01-14 16:00');
    story.says(ben, 1, { type: 'alternative-chosen' });
    const before = story.state;
    expect(story.says(ben, 1, { type: 'alternative-chosen' }, shown)).toBe('meeting-settled: moved');
    expect(story.says(aisha, 1, { type: 'cannot-said' }, shown)).toBe('meeting-settled: moved');
    expect(story.state).toBe(before);
  });

  test('and back: a meeting moved to where it was is not moved any more', () => {
    const story = new PairStory();
    story.says(ben, 1, { type: 'alternative-chosen' });
    story.says(ben, 1, { type: 'time-proposed', to: wall('2027-01-14 16:00') });
    story.says(aisha, 1, { type: 'proposal-answered', to: wall('2027-01-14 16:00'), suits: true });
    expect(occurrence(story.state, 1)).toMatchObject({ isMoved: false, state: { is: 'standing' } });
  });
});

describe('another time', () => {
  const to = wall('2027-01-18 11:00');

  test('is proposed to the other, who agrees: it moves, and whoever proposed it is told', () => {
    const story = new PairStory();
    story.says(ben, 1, { type: 'cannot-said' });
    expect(story.says(ben, 1, { type: 'time-proposed', to })).toBe('');
    expect(news(story.heard())).toEqual(['Aisha: offer other-cannot', 'Aisha: buddy-proposal']);
    expect(startOf(story, 1)).toBe('2027-01-14 16:00');
    expect(story.says(aisha, 1, { type: 'proposal-answered', to, suits: true })).toBe('');
    expect(story.heard()).toMatchObject([{ to: 'Ben', message: { news: { is: 'moved', by: 'Aisha' } } }]);
    expect(startOf(story, 1)).toBe('2027-01-18 11:00');
  });

  test('is answered with another one, which takes its place', () => {
    const story = new PairStory();
    const other = wall('2027-01-19 12:00');
    story.says(ben, 1, { type: 'time-proposed', to });
    story.says(aisha, 1, { type: 'time-proposed', to: other });
    expect(news(story.heard())).toEqual(['Aisha: buddy-proposal', 'Ben: buddy-proposal']);
    expect(story.says(aisha, 1, { type: 'proposal-answered', to, suits: true })).toBe('meeting-settled: unsettled');
    story.says(ben, 1, { type: 'time-proposed', to: other });
    expect(startOf(story, 1)).toBe('2027-01-19 12:00');
  });

  test('does not suit: whoever proposed it chooses again', () => {
    const story = new PairStory();
    story.says(ben, 1, { type: 'time-proposed', to });
    story.heard();
    story.says(aisha, 1, { type: 'proposal-answered', to, suits: false });
    expect(story.heard()).toMatchObject([{ to: 'Ben', message: { card: 'buddy-offer', why: { is: 'declined', by: 'Aisha', to } } }]);
    expect(occurrence(story.state, 1)?.state).toMatchObject({ is: 'unsettled', proposed: null });
  });

  test('of three needs the word of both others who come', () => {
    const story = new PairStory({ members: [aisha, ben, chloe] });
    story.says(ben, 1, { type: 'time-proposed', to });
    story.says(aisha, 1, { type: 'proposal-answered', to, suits: true });
    expect(startOf(story, 1)).toBe('2027-01-14 16:00');
    story.says(chloe, 1, { type: 'proposal-answered', to, suits: true });
    expect(startOf(story, 1)).toBe('2027-01-18 11:00');
    const two = new PairStory({ members: [aisha, ben, chloe] });
    two.says(chloe, 1, { type: 'go-without-said' });
    two.heard();
    two.says(ben, 1, { type: 'time-proposed', to });
    expect(news(two.heard())).toEqual(['Aisha: buddy-proposal']);
    two.says(aisha, 1, { type: 'proposal-answered', to, suits: true });
    expect(startOf(two, 1)).toBe('2027-01-18 11:00');
  });

  test.each([
    ['no date', '2027-02-30 11:00', 'unreadable'], ['no time', '2027-01-18 25:00', 'unreadable'], ['now', '2027-01-04 09:00', 'past'], ['in the past', '2026-12-18 11:00', 'past'],
    ['where the meeting is', '2027-01-14 16:00', 'same'], ['where the next one is', '2027-01-28 16:00', 'taken'], ['at the next but one', '2027-02-11 16:00', 'too-far'], ['beyond it', '2028-01-18 11:00', 'too-far'],
  ])('that is %s is refused in words, and nothing changes', (_, text, why) => {
    const story = new PairStory();
    const before = story.state;
    expect(story.says(ben, 1, { type: 'time-proposed', to: wall(text) })).toBe(`bad-move: ${why}`);
    expect(story.state).toBe(before);
  });

  test('may be as late as the minute before the next meeting but one', () => {
    const story = new PairStory();
    expect(story.says(ben, 1, { type: 'time-proposed', to: wall('2027-02-11 15:59') })).toBe('');
    story.says(aisha, 1, { type: 'proposal-answered', to: wall('2027-02-11 15:59'), suits: true });
    expect(nextMeetings(story.state, story.now, 3).map(({ number }) => number)).toEqual([2, 1, 3]);
    expect(reminders(story, '2027-02-11 15:45').filter((line) => line.includes('Aisha'))).toEqual([
      '01-26 16:00 Aisha prepare 2', '01-28 15:45 Aisha soon 2', '01-29 16:00 Aisha after 2', '02-01 07:30 Aisha again 2', '02-09 15:59 Aisha prepare 1', '02-09 16:00 Aisha prepare 3', '02-11 15:44 Aisha soon 1', '02-11 15:45 Aisha soon 3',
    ]);
  });
});

describe('Practise alone', () => {
  test('settles it for all of them, and the module counts as done, once', () => {
    const story = new PairStory();
    story.says(ben, 1, { type: 'cannot-said' });
    story.heard();
    const { sequence } = story.state;
    expect(story.says(aisha, 1, { type: 'alone-chosen' })).toBe('');
    expect(news(story.heard())).toEqual(['Ben: alone']);
    expect(story.state).toMatchObject({ modulesDone: 1, sequence: sequence + 1 });
    const before = story.state;
    expect(story.says(ben, 1, { type: 'alone-chosen' })).toBe('');
    expect(story.state).toBe(before);
    for (const wish of [{ type: 'cannot-said' }, { type: 'can-said' }, { type: 'kept' }, { type: 'alternative-chosen' }, { type: 'go-without-said' }] as const) {
      expect(story.says(ben, 1, wish)).toBe('meeting-settled: alone');
    }
    expect(reminders(story, '2027-01-26 12:00')).toEqual([]);
    story.passTo(at('2027-03-01 12:00'));
    expect(story.state.tally.alone).toBe(1);
  });
});

describe('Go ahead without me', () => {
  test('of three lets the other two meet, and of two is no meeting', () => {
    const story = new PairStory({ members: [aisha, ben, chloe] });
    story.says(chloe, 1, { type: 'cannot-said' });
    story.heard();
    expect(story.says(chloe, 1, { type: 'go-without-said' })).toBe('');
    expect(news(story.heard())).toEqual(['Aisha: without', 'Ben: without']);
    expect(occurrence(story.state, 1)?.state).toEqual({ is: 'standing' });
    expect(story.says(ben, 1, { type: 'go-without-said' })).toBe('two-needed');
    expect(story.says(chloe, 1, { type: 'can-said' })).toBe('');
    expect(reminders(story, '2027-01-12 16:00').map((line) => line.split(' ')[2])).toEqual(['Aisha', 'Ben', 'Chloe']);
    expect(new PairStory().says(ben, 1, { type: 'go-without-said' })).toBe('two-needed');
  });

  test('and back again after the others were reminded: nothing comes late', () => {
    const story = new PairStory({ members: [aisha, ben, chloe] });
    story.says(chloe, 1, { type: 'go-without-said' });
    story.passTo(at('2027-01-13 10:00')).heard();
    story.says(chloe, 1, { type: 'can-said' });
    story.heard();
    expect(reminders(story, '2027-01-14 16:00')).toEqual(['01-14 15:45 Aisha soon 1', '01-14 15:45 Ben soon 1', '01-14 15:45 Chloe soon 1']);
  });
});

describe('a meeting with nothing settled', () => {
  test('lapses at its start, told once with the next one, and can still be moved or made up for', () => {
    const story = new PairStory();
    story.says(ben, 1, { type: 'cannot-said' });
    story.heard();
    story.passTo(at('2027-01-14 16:00'));
    expect(story.heard()).toMatchObject(['Aisha', 'Ben'].map((to) => ({ to, what: 'news', at: at('2027-01-14 16:00'), until: null, message: { news: { is: 'lapsed', at: at('2027-01-14 16:00'), nextAt: at('2027-01-28 16:00') } } })));
    expect(story.passTo(at('2027-01-20 12:00')).heard()).toEqual([]);
    expect(story.says(ben, 1, { type: 'can-said' })).toBe('meeting-settled: over');
    expect(story.says(ben, 1, { type: 'time-proposed', to: wall('2027-01-21 11:00') })).toBe('');
    expect(story.says(aisha, 1, { type: 'proposal-answered', to: wall('2027-01-21 11:00'), suits: true })).toBe('');
    expect(reminders(story, '2027-01-22 12:00')).toEqual(['01-21 10:45 Aisha soon 1', '01-21 10:45 Ben soon 1', '01-22 11:00 Aisha after 1', '01-22 11:00 Ben after 1']);
  });

  test('waits for the answer to a time that is proposed, until that time', () => {
    const story = new PairStory();
    story.says(ben, 1, { type: 'time-proposed', to: wall('2027-01-18 11:00') });
    story.heard();
    expect(story.passTo(at('2027-01-18 10:59')).heard()).toEqual([]);
    expect(news(story.passTo(at('2027-01-18 11:00')).heard())).toEqual(['Aisha: lapsed', 'Ben: lapsed']);
  });

  test('that does not suit after its start lapses there and then', () => {
    const story = new PairStory();
    story.says(ben, 1, { type: 'time-proposed', to: wall('2027-01-18 11:00') });
    story.passTo(at('2027-01-15 10:00')).heard();
    story.says(aisha, 1, { type: 'proposal-answered', to: wall('2027-01-18 11:00'), suits: false });
    expect(news(story.heard())).toEqual(['Ben: offer declined', 'Aisha: lapsed', 'Ben: lapsed']);
  });

  test('is over when the next one begins', () => {
    const story = new PairStory();
    story.says(ben, 1, { type: 'cannot-said' });
    story.passTo(at('2027-01-28 16:00'));
    expect(story.says(ben, 1, { type: 'alone-chosen' })).toBe('meeting-settled: over');
    expect(story.says(ben, 1, { type: 'time-proposed', to: wall('2027-01-30 11:00') })).toBe('meeting-settled: over');
    story.passTo(at('2027-02-12 16:00'));
    expect(story.state.tally).toMatchObject({ notMet: 1 });
  });

  test('noticed a week late is told of, and not once the next one has begun', () => {
    const late = new PairStory();
    late.says(ben, 1, { type: 'cannot-said' });
    late.heard();
    expect(news(late.downTo(at('2027-01-21 12:00')).heard())).toEqual(['Aisha: lapsed', 'Ben: lapsed']);
    const tooLate = new PairStory();
    tooLate.says(ben, 1, { type: 'cannot-said' });
    tooLate.heard();
    expect(news(tooLate.downTo(at('2027-01-28 16:00')).heard())).toEqual([]);
  });

  test('nobody answers a moment too late: what is overdue comes first', () => {
    const story = new PairStory();
    story.says(ben, 1, { type: 'cannot-said' });
    story.heard();
    story.now = at('2027-01-14 16:00');
    expect(story.says(ben, 1, { type: 'can-said' })).toBe('meeting-settled: over');
    expect(news(story.heard())).toEqual(['Aisha: lapsed', 'Ben: lapsed']);
    expect(occurrence(story.state, 1)?.state).toEqual({ is: 'lapsed' });
  });
});

describe('nobody else', () => {
  test('has a word in it, and no meeting is spoken of that is none', () => {
    const story = new PairStory();
    const before = story.state;
    expect(story.says(member('Mallory'), 1, { type: 'cannot-said' })).toBe('no-pair');
    for (const number of [0, -1, 1.5, 9, 1e9, Number.NaN]) expect(story.says(ben, number, { type: 'cannot-said' })).toBe('meeting-settled: over');
    expect(story.happens({ type: 'silence-set', by: member('Mallory'), isSilent: true })).toBe('no-pair');
    expect(story.state).toBe(before);
  });
});
