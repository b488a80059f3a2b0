// What somebody says or sets while a reminder, or news, is on its way to them: it goes by what holds when it leaves.

import { expect, test } from '@jest/globals';
import { pairMachine } from '../../../../src/core/pair/machine.ts';
import { type Member, type PersonEvent, personMachine } from '../../../../src/core/person/person.ts';
import { blankProfile, noOwnTimes, type OwnTimes } from '../../../../src/core/person/profile.ts';
import { byIntl } from '../../../support/by-intl.ts';
import { aisha, at, ben, openDays, PairStory, type Told } from '../../../support/pair-story.ts';

const lines = (told: readonly Told[], to = 'Ben'): readonly string[] => told.filter((each) => each.to === to).map((each) => `${byIntl(each.at, 'Europe/London')} ${each.what}`);
const sets = (own: Partial<OwnTimes>) => ({ type: 'own-times-known', person: ben.id, own: { ...noOwnTimes, ...own } }) as const;

test('“Not yet” of somebody who had prepared brings no reminder whose time is over', () => {
  const story = new PairStory().passTo(at('2027-01-12 10:00'));
  story.says(ben, 1, { type: 'prepared-said', isPrepared: true });
  story.passTo(at('2027-01-13 10:00'));
  story.says(ben, 1, { type: 'prepared-said', isPrepared: false });
  expect(lines(story.passTo(at('2027-01-14 12:00')).heard())).toEqual([]);
  expect(lines(story.passTo(at('2027-01-14 16:00')).heard())).toEqual(['2027-01-14 15:45 soon']);
});

test('“Not yet” before the reminder is due keeps nothing away', () => {
  const story = new PairStory().passTo(at('2027-01-12 10:00'));
  story.says(ben, 1, { type: 'prepared-said', isPrepared: true });
  story.says(ben, 1, { type: 'prepared-said', isPrepared: false });
  expect(lines(story.passTo(at('2027-01-12 17:00')).heard())).toEqual(['2027-01-12 16:00 prepare']);
});

test('what an outage left for the next waking minute goes when their new hours have one', () => {
  const story = new PairStory();
  story.happens(sets({ waking: { from: '08:00', to: '09:00' } }));
  story.passTo(at('2027-01-15 12:00')).heard();
  story.downTo(at('2027-01-19 12:00'));
  expect(lines(story.heard())).toEqual([]);
  story.happens(sets({ waking: { from: '11:00', to: '17:00' } }));
  expect(lines(story.heard())).toEqual(['2027-01-19 12:00 after']);
});

test('and when the community opens the day again', () => {
  const story = new PairStory({ days: { closed: [{ from: '2027-01-19', to: '2027-01-20' }] } });
  story.passTo(at('2027-01-15 12:00')).heard();
  story.downTo(at('2027-01-19 12:00'));
  expect(lines(story.heard()).filter((line) => line.endsWith('after'))).toEqual([]);
  story.happens({ type: 'days-known', days: openDays });
  expect(lines(story.heard())).toEqual(['2027-01-19 12:00 after']);
});

test('a pause covers a meeting by the date in the calendar of whoever pauses', () => {
  const story = new PairStory({ agreement: { slot: { first: '2027-01-15', time: '09:00', zone: 'Australia/Sydney' } } });
  const isRaised = (own: Partial<OwnTimes>): boolean => {
    story.happens(sets(own));
    return story.passTo(story.now + 86_400_000).heard().some(({ to, what, number }) => to === 'Aisha' && what === 'clash' && number === 1);
  };
  // Friday in Sydney is Thursday in London.
  expect(isRaised({ zone: 'Australia/Sydney', pausedUntil: '2027-01-15' })).toBe(false);
  expect(isRaised({ zone: 'Europe/London', pausedUntil: '2027-01-15' })).toBe(true);
});

test('news that waits goes by their own hours as they are by then, and by the community’s when they have none any more', () => {
  const story = new PairStory();
  const hours = { from: '16:00', to: '16:20' };
  story.happens(sets({ waking: hours }));
  story.passTo(at('2027-01-11 20:00'));
  const said = pairMachine.step(story.state, { type: 'cannot-said', by: aisha, meeting: 1, at: at('2027-01-14 16:00') }, { at: story.now, rate: 1 });
  const mail = said.kind === 'moved' ? said.effects.flatMap((effect) => (effect.do === 'tell' && effect.event.type === 'mail' ? [effect.event] : []))[0] : undefined;
  const save = (waking: OwnTimes['waking']): PersonEvent => ({ type: 'profile-saved', tenant: story.state.tenant, by: ben, profile: { ...blankProfile, waking } });
  const after = (...events: readonly (PersonEvent | undefined)[]): number | null => {
    const member = events.reduce<Member | null>((state, event) => {
      const stepped = event === undefined ? null : personMachine.step(state, event, { at: story.now, rate: 1 });
      return stepped?.kind === 'moved' ? stepped.state : state;
    }, null);
    return member === null ? null : personMachine.wakeAt(member);
  };
  expect([after(save(hours), mail), after(save(hours), mail, save(null))]).toEqual([at('2027-01-12 16:00'), at('2027-01-12 07:30')]);
});

test('a clash comes into view as a meeting that is practised alone begins, though a quiet one comes first', () => {
  // Thursdays: 2 moved to the day before 3, 3 practised alone, 7 closed; the start of 3 brings 7 into view.
  const story = new PairStory({ days: { closed: [{ from: '2027-04-08', to: '2027-04-08' }] }, agreement: { alternative: { weekday: 3, time: '17:00' } } });
  story.says(ben, 3, { type: 'alone-chosen' });
  story.passTo(at('2027-01-27 12:00'));
  story.says(ben, 2, { type: 'time-proposed', to: { date: '2027-02-10', time: '17:00' } });
  story.says(aisha, 2, { type: 'proposal-answered', suits: true, to: { date: '2027-02-10', time: '17:00' } });
  expect(lines(story.passTo(at('2027-02-12 07:00')).heard()).filter((line) => line.endsWith('clash'))).toEqual(['2027-02-11 16:00 clash']);
});
