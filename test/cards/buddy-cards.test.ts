// What members of a pair read and can press about their meetings (domain.md 2, product.md 6).

import { describe, expect, test } from '@jest/globals';
import { createRender } from '../../src/cards/render.ts';
import type { Message } from '../../src/core/messages.ts';
import { en } from '../../src/texts/en.ts';
import { buddies } from './sample-buddies.ts';
import { ofType, textsOf, titlesOf, type Json } from './walk.ts';

const render = createRender(en);
const cardOf = (message: Message): Json => render(message).card ?? {};
const textsFor = (message: Message): readonly string[] => textsOf(cardOf(message));
const titlesFor = (message: Message): readonly string[] => titlesOf(cardOf(message));
const idsFor = (message: Message): readonly unknown[] => ofType(cardOf(message), 'Input.').map(({ id, value }) => [id, value]);

const { prepare, soon, soonInPerson, prepared, notYet, manyActions, prepareWithoutInsight } = buddies['buddy-reminder'];

describe('a reminder', () => {
  test('says with whom, when, how, on what, what is open, why it comes and how to stop it, in this order', () => {
    expect(textsFor(prepare)).toEqual([
      'Your next buddy meeting', 'For: Northern leaders', 'With Ben Okafor on Thursday 10 December 2026, 16:00 (London time).',
      'You meet in Teams. Use a computer rather than a phone: it is easier to share examples.', 'Is the insight module done? Insight 4: Teaching', 'Together: Application 4: Teaching',
      'Open actions', 'Aisha Khan: Quiz Year 4 on Monday (by Tuesday 8 December 2026)', 'Ben Okafor: Watch a lesson in Year 6 (by Friday 11 December 2026)',
      'This comes about two days before each meeting of your pair. To stop: Stop these reminders. For quiet hours or a pause, type “me”.',
    ]);
    expect(titlesFor(prepare)).toEqual(['Join', 'Prepared', 'Not yet', "Can't make it", 'Stop these reminders']);
    expect(textsFor(soon)[0]).toBe('Your buddy meeting is about to begin');
    expect(titlesFor(soon)).toEqual(['Join', "Can't make it", 'Stop these reminders']);
    expect(titlesFor(soonInPerson)).toEqual(["Can't make it", 'Stop these reminders']);
  });

  test('does not ask for an insight module that there is none of, and tells how to add a join link', () => {
    expect(textsFor(prepareWithoutInsight).join()).not.toContain('insight');
    expect(textsFor(prepareWithoutInsight)).toContain('Together: Application 1: Behaviour');
    expect(textsFor(prepareWithoutInsight).join()).toContain('To add one, type “buddy”');
  });

  test('shows what was said, and counts actions beyond a screen', () => {
    expect(textsFor(prepared)).toEqual(expect.arrayContaining(['You said that you are prepared.', 'Already prepared: Ben Okafor.']));
    expect(textsFor(notYet).join()).toContain('You said: not yet.');
    expect(textsFor(prepare).join()).not.toContain('You said');
    expect(textsFor(manyActions)).toContain('and 3 more');
  });

  test('of a link that is none has no button for it', () => {
    for (const joinLink of ['javascript:alert(1)', 'http://teams.example', 'https://a b', `https://teams.example/${'x'.repeat(2_000)}`]) {
      expect(titlesFor({ ...prepare, joinLink })).not.toContain('Join');
    }
  });

  test('names its meeting and when it was to begin, on every button about it', () => {
    for (const { verb, data } of ofType(cardOf(prepare), 'Action.Execute')) {
      const { ofPair, meeting, startsAt } = prepare;
      expect(data).toEqual(verb === 'buddy-silent' ? { verb, ...ofPair } : { verb, ...ofPair, meeting, at: startsAt });
    }
  });
});

describe('the day after', () => {
  const { first, again, saved, savedNotMet, eitherDate } = buddies['buddy-follow-up'];

  test('it asks for feedback and an action, its date prefilled with the next meeting', () => {
    expect(ofType(cardOf(first), 'Input.').map(({ label }) => label)).toEqual(['Feedback', 'My next action', 'By when']);
    expect(idsFor(first)).toEqual([['feedback', ''], ['nextAction', ''], ['due', '2026-12-24']]);
    expect(titlesFor(first)).toEqual(['We met', "We didn't meet", 'Stop these reminders']);
    expect(textsFor(again)[0]).toBe('Did you meet? I ask once more');
    expect(textsFor(again).at(-1)).toMatch(/^This is the last time I ask about this meeting\./);
  });

  test('a date in words stands as it was typed, in an input that holds it', () => {
    expect(ofType(cardOf(eitherDate), 'Input.Date')).toEqual([]);
    expect(idsFor(eitherDate)).toEqual([['feedback', 'The questions helped'], ['nextAction', 'Quiz Year 4'], ['due', '12/3']]);
    expect(textsFor(eitherDate).join()).toContain('that date may be Friday 12 March 2027 or Friday 3 December 2027');
  });

  test('answered, it asks no more; not met, another time comes first', () => {
    expect([...idsFor(saved), ...titlesFor(saved)]).toEqual([]);
    expect(textsFor(saved).slice(3)).toEqual(['Saved: you met.', 'Your next action is kept, by Thursday 24 December 2026. Your buddy sees it too.', 'You meet next on Thursday 24 December 2026, 16:00 (London time).']);
    expect(titlesFor(savedNotMet)).toEqual(['Choose another time', 'Practise alone']);
  });
});

describe('the choices', () => {
  const { own, otherCannot, ofThree, holiday, closed, paused, sure, inWords } = buddies['buddy-offer'];

  test.each([
    ['own', own, ['Use the alternative slot', 'Choose another time', 'Practise alone', 'I can make it after all']],
    ['of another one of three', otherCannot, ['Use the alternative slot', 'Choose another time', 'Practise alone', 'Go ahead without me']],
    ['of three', ofThree, ['Choose another time', 'Practise alone', 'I can make it after all', 'Go ahead without me']],
    ['a bank holiday', holiday, ['Use the alternative slot', 'Choose another time', 'Practise alone', 'Keep it', 'Stop these reminders']],
    ['a closed day', closed, ['Choose another time', 'Practise alone', 'Keep it', 'Stop these reminders']],
  ] as const)('%s: moving comes before cancelling', (_name, message, titles) => { expect(titlesFor(message)).toEqual(titles); });

  test('say why, and when the alternative would be', () => {
    expect(textsFor(own)).toContain('Your alternative slot: Friday 11 December 2026, 16:00 (London time).');
    expect(textsFor(ofThree)).toContain('No alternative slot fits in before your next meeting.');
    expect(textsFor(holiday)).toContain('That is a bank holiday. Unless somebody chooses otherwise, the meeting stands.');
    expect(textsFor(paused)).toContain('Ben Okafor pauses then. Unless somebody chooses otherwise, the meeting stands.');
    expect(textsFor(paused)[0]).toBe('Your buddy pauses at a meeting ahead');
  });

  test('begin with the time of day that it has; what was typed otherwise stays', () => {
    expect(idsFor(own)).toEqual([['moveDate', ''], ['moveTime', '16:00']]);
    expect(idsFor(inWords)).toEqual([['moveDate', 'next Friday'], ['moveTime', 'after school']]);
    expect(ofType(cardOf(inWords), 'Input.').map(({ type }) => type)).toEqual(['Input.Text', 'Input.Text']);
    expect(ofType(cardOf(sure), 'Action.Execute').find(({ verb }) => verb === 'buddy-another')?.['data']).toMatchObject({ sureOf: '2026-12-25' });
    expect(ofType(cardOf(own), 'Action.Execute').find(({ verb }) => verb === 'buddy-alternative')?.['data']).toMatchObject({ to: own.alternativeAt });
  });
});

test('a time that somebody proposes is told beside the old one, and answered first', () => {
  const { one } = buddies['buddy-proposal'];
  expect(textsFor(one).slice(0, 5)).toEqual(['Ben Okafor proposes another time', 'For: Northern leaders', 'With Ben Okafor.', 'Instead of Thursday 10 December 2026, 16:00 (London time):', 'Friday 11 December 2026, 15:30 (London time)']);
  expect(titlesFor(one)).toEqual(['That suits me', 'Choose another time', 'Practise alone']);
  expect(ofType(cardOf(one), 'Action.Execute')[0]?.['data']).toMatchObject({ to: { date: '2026-12-11', time: '15:30' } });
});

describe('news', () => {
  const { formed, formedTrio, ended, newRound, agreed, changed, moved, movedOwn, lapsed, alone, silent } = buddies['buddy-news'];

  test.each([
    ['formed', formed, ['Agree on a slot']], ['agreed', agreed, ['Change what we agreed']], ['moved', moved, ["Can't make it"]],
    ['lapsed', lapsed, ['Choose another time', 'Practise alone']], ['alone', alone, []], ['silent', silent, ['Send them again']], ['ended', ended, []],
  ] as const)('of %s has what can be done next', (_name, message, titles) => { expect(titlesFor(message)).toEqual(titles); });

  test('tells who did it, or that it is done', () => {
    expect(textsFor(moved)).toContain('Ben Okafor has moved it from Thursday 10 December 2026, 16:00 (London time) to Friday 11 December 2026, 16:00 (London time).');
    expect(textsFor(movedOwn)).toContain('Moved from Thursday 10 December 2026, 16:00 (London time) to Friday 11 December 2026, 16:00 (London time).');
    expect(textsFor(changed)).toContain('Ben Okafor has changed what you agreed. You meet:');
  });

  test('of a pair says why these two, and what comes next', () => {
    expect(textsFor(formed).slice(2, 5)).toEqual(['Your buddy is Ben Okafor.', 'You were buddies before, until Thursday 10 December 2026.', 'You come from different schools.']);
    expect(textsFor(formedTrio).slice(2, 5)).toEqual(['Your buddies are Ben Okafor and Chloe Smith.', 'You have not been buddies before.', 'You are three, so that nobody is left out.']);
    expect(textsFor(ended)).toEqual(expect.arrayContaining(['Somebody has left the group’s chat.', expect.stringContaining('on the list for a new buddy')]));
    expect(textsFor(newRound).join()).not.toContain('on the list');
  });
});
