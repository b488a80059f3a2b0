// What the lobby and the agenda go on telling once the session has begun or ended, and what a typed change is answered.

import { describe, expect, test } from '@jest/globals';
import { aisha, anHour, atMinute, ben, chloe, Story } from '../../../support/given.ts';

const three = [aisha, ben, chloe];

describe('a change by name is answered', () => {
  test('with the whole order of turns', () => {
    const story = new Story().joins(three).type(1, aisha, { type: 'ordered', names: ['Chloe'] });
    expect(story.answer).toEqual({ kind: 'order-is', names: ['Chloe', 'Aisha', 'Ben'] });
  });
  test('with who is here and who is not', () => {
    const story = new Story().joins(three).type(1, aisha, { type: 'marked-absent', name: 'ben' });
    expect(story.answer).toEqual({ kind: 'marked-absent', name: 'Ben' });
    story.type(2, aisha, { type: 'marked-here', name: 'Jo', part: 'helper', person: null });
    expect(story.answer).toEqual({ kind: 'marked-here', name: 'Jo' });
  });
});

describe('after the start', () => {
  test('the lobby keeps the order of turns', () => {
    const story = new Story().joins(three).type(1, aisha, { type: 'ordered', names: ['Chloe, Ben'] }).starts(2);
    expect(story.card('lobby', 'lobby').owners.map(({ name }) => name)).toEqual(['Chloe', 'Ben', 'Aisha']);
  });
});

describe('after an early end', () => {
  test('the agenda names the turns that were not held, and no close', () => {
    const story = anHour(three);
    story.press(7, aisha, { type: 'end-asked' }).type(7.5, aisha, { type: 'end-asked' });
    expect(story.state.status).toBe('ended');
    expect(story.card('agenda', 'agenda')).toMatchObject({
      closeStartsAt: null, endsAt: atMinute(7.5),
      turns: [{ owner: 'Aisha', startsAt: atMinute(5) }, { owner: 'Ben', startsAt: null }, { owner: 'Chloe', startsAt: null }],
    });
  });
  test('the agenda of a whole session names them all', () => {
    const story = anHour(three);
    story.passes(60);
    expect(story.card('agenda', 'agenda').turns.every(({ startsAt }) => startsAt !== null)).toBe(true);
    expect(story.card('agenda', 'agenda').closeStartsAt).toBe(atMinute(44));
  });
});
