// What the members agree: numbers go on, what began stays, the other is told, and two at once do not undo each other.

import { describe, expect, test } from '@jest/globals';
import type { Agreement } from '../../../../src/core/pair/agreement.ts';
import { moduleOf, nextMeetings, occurrence } from '../../../../src/core/pair/meetings.ts';
import { byIntl } from '../../../support/by-intl.ts';
import { agreement, aisha, at, ben, PairStory, wall } from '../../../support/pair-story.ts';

const listed = (story: PairStory, count = 4): readonly string[] => nextMeetings(story.state, story.now, count).map(({ number, startsAt }) => `${number}: ${byIntl(startsAt, 'Europe/London')}`);
const on = (first: string, time = '16:00', zone = 'Europe/London'): Agreement => ({ ...agreement, slot: { first, time, zone } });

describe('an agreement', () => {
  test('gives a meeting every second week, told to the other with the next four', () => {
    const story = new PairStory();
    story.agree(on('2027-01-15'), ben);
    expect(listed(story)).toEqual(['1: 2027-01-15 16:00', '2: 2027-01-29 16:00', '3: 2027-02-12 16:00', '4: 2027-02-26 16:00']);
    expect(story.heard()).toMatchObject([{ to: 'Aisha', what: 'news', before: at('2027-01-14 16:00'), message: { news: { is: 'agreed', by: 'Ben', isFirst: false, meetings: ['01-15', '01-29', '02-12', '02-26'].map((day) => at(`2027-${day} 16:00`)) } } }]);
  });

  test('made a second time is one effect, whoever presses', () => {
    const story = new PairStory();
    story.agree(on('2027-01-15'));
    const before = story.state;
    expect(story.happens({ type: 'agreement-saved', by: ben, rev: 0, agreement: on('2027-01-15') })).toBe('');
    expect(story.state).toBe(before);
  });

  test('of two at once, the second is shown the first', () => {
    const story = new PairStory();
    const { rev } = story.state;
    expect(story.happens({ type: 'agreement-saved', by: ben, rev, agreement: on('2027-01-15') })).toBe('');
    const before = story.state;
    expect(story.happens({ type: 'agreement-saved', by: aisha, rev, agreement: on('2027-01-16') })).toBe('agreement-changed');
    expect(story.state).toBe(before);
    expect(story.happens({ type: 'agreement-saved', by: aisha, rev: rev + 1, agreement: on('2027-01-16') })).toBe('');
  });

  test.each([
    ['a first meeting that has passed', on('2027-01-03'), 'bad-meeting: past'], ['one that begins now', on('2027-01-04', '09:00'), 'bad-meeting: past'], ['no date', on('2027-02-30'), 'bad-form'],
    ['no time', on('2027-02-20', '24:00'), 'bad-form'], ['an unknown zone', on('2027-02-20', '16:00', 'Europe/Londres'), 'bad-form'], ['a zone of letters alone', on('2027-02-20', '16:00', 'BST'), 'bad-form'],
  ])('with %s is refused, and what stands, stands', (_, wrong, expected) => {
    const story = new PairStory();
    const before = story.state;
    expect(story.agree(wrong)).toBe(expected);
    expect(story.state).toBe(before);
  });
});

describe('a new slot', () => {
  test('numbers on from the meetings that began, which stay as they were; moves ahead are dropped', () => {
    const story = new PairStory().passTo(at('2027-01-14 17:00'));
    story.says(ben, 2, { type: 'alternative-chosen' });
    const before = story.state;
    story.agree(on('2027-01-20', '12:00', 'Europe/Paris'));
    expect(listed(story, 2)).toEqual(['2: 2027-01-20 11:00', '3: 2027-02-03 11:00']);
    expect(occurrence(story.state, 1)).toEqual(occurrence(before, 1));
    expect(story.state.sequence).toBe(before.sequence + 1);
    story.heard();
    story.passTo(at('2027-01-20 11:00'));
    expect(story.heard().filter(({ to }) => to === 'Ben').map((each) => `${byIntl(each.at, 'Europe/London')} ${each.what} ${each.number ?? ''}`)).toEqual([
      '2027-01-15 16:00 after 1', '2027-01-18 06:30 again 1', '2027-01-18 11:00 prepare 2', '2027-01-20 10:45 soon 2',
    ]);
    expect(story.says(ben, 1, { type: 'met-said', didMeet: true, text: '', action: null, id: 'e1' })).toBe('');
  });

  test('is none where only the format, the link or the modules are others: what was settled stays', () => {
    const story = new PairStory();
    story.says(ben, 1, { type: 'alternative-chosen' });
    story.says(ben, 2, { type: 'alone-chosen' });
    const before = story.state;
    expect(story.agree({ ...agreement, format: 'in-person', joinLink: '' })).toBe('');
    expect(story.state).toMatchObject({ meetings: before.meetings, agreedAt: before.agreedAt, firstNumber: 1, rev: before.rev + 1 });
  });

  test('is none where a form names the next meeting as the first one of the same fortnights', () => {
    const story = new PairStory().passTo(at('2027-02-01 12:00'));
    expect(story.agree({ ...on('2027-02-11'), format: 'in-person' })).toBe('');
    expect(story.state.agreement?.slot.first).toBe('2027-01-14');
    expect(listed(story, 1)).toEqual(['3: 2027-02-11 16:00']);
    expect(story.agree({ ...on('2027-02-25'), format: 'in-person' })).toBe('');
    expect(listed(story, 1)).toEqual(['3: 2027-02-25 16:00']);
  });

  test('numbers on past a meeting that was moved before an earlier one', () => {
    const story = new PairStory();
    story.says(ben, 2, { type: 'time-proposed', to: wall('2027-01-08 10:00') });
    story.says(aisha, 2, { type: 'proposal-answered', to: wall('2027-01-08 10:00'), suits: true });
    story.passTo(at('2027-01-08 12:00'));
    story.agree(on('2027-01-21'));
    expect(listed(story, 2)).toEqual(['3: 2027-01-21 16:00', '4: 2027-02-04 16:00']);
  });
});

describe('modules', () => {
  test('are worked through in order, one a meeting that was held or made up for', () => {
    const story = new PairStory().passTo(at('2027-01-14 17:00'));
    expect(moduleOf(story.state, 1)?.application).toBe('Planning a sequence');
    story.says(ben, 1, { type: 'met-said', didMeet: true, text: '', action: null, id: 'e1' });
    story.says(aisha, 1, { type: 'met-said', didMeet: false, text: '', action: null, id: 'e2' });
    expect([1, 2].map((number) => moduleOf(story.state, number)?.application)).toEqual(['Planning a sequence', 'Retrieval practice']);
    story.says(ben, 2, { type: 'alone-chosen' });
    story.says(ben, 3, { type: 'alone-chosen' });
    story.says(ben, 4, { type: 'alone-chosen' });
    expect(story.state.modulesDone).toBe(3);
    expect(moduleOf(story.state, 5)).toBeNull();
  });

  test('that were done stay done when the list changes', () => {
    const [first, second, third] = agreement.modules;
    const added = { insight: 'Behaviour', application: 'Routines' };
    const story = new PairStory();
    story.says(ben, 1, { type: 'alone-chosen' });
    const doneWith = (...modules: readonly (typeof added | undefined)[]): number => {
      story.agree({ ...agreement, modules: modules.flatMap((each) => each ?? []) });
      return story.state.modulesDone;
    };
    expect(doneWith(added, first, second)).toBe(2);
    expect(doneWith(first, second, third)).toBe(1);
    expect(doneWith(second, third)).toBe(0);
  });
});
