// `order <names>` while the hour runs: turns still to come change places, the end stays.

import { describe, expect, test } from '@jest/globals';
import { minutes } from '../../../../src/core/time.ts';
import { aisha, anHour, atMinute, ben, chloe, dev, eve, everyone, lengthOf, writeUpOf } from '../../../support/given.ts';

const order = (...names: readonly string[]) => ({ type: 'ordered', names } as const);
const five = everyone.slice(0, 5);

describe('order', () => {
  test('in the opening moves every turn, with its minutes and its write-up', () => {
    const story = anHour(everyone.slice(0, 4), { ready: [dev] }).type(1, aisha, order('Dev', 'Ben'));
    expect(story.did).toEqual(['edit agenda', 'edit phase-0', 'say order-is']);
    expect(story.effects[2]).toMatchObject({ message: { notice: { names: ['Dev', 'Ben', 'Aisha', 'Chloe'] } } });
    expect(story.card('agenda', 'agenda').turns.map(({ owner, startsAt, ready }) => [owner, startsAt, ready])).toEqual([
      ['Dev', atMinute(5), true], ['Ben', atMinute(17), false], ['Aisha', atMinute(30), false], ['Chloe', atMinute(42), false],
    ]);
    expect(story.card('phase-0', 'phase').next).toEqual({ phase: 'introduce', owner: 'Dev' });
    expect(story.card('write-ups-0', 'write-ups').items[0]?.owner).toBe('Dev');
    expect(story.card('turn-0', 'turn').problem).toBe('Dev\'s problem');
    expect(story.passes(100).state).toMatchObject({ status: 'ended', endedAt: atMinute(60) });
  });

  test('later moves only the turns that have not begun', () => {
    const story = anHour(five, { ready: [ben] }).passes(16).type(16, aisha, order('Eve'));
    expect(story.hour.turns.map(({ owner }) => owner)).toEqual(['aisha', 'ben', 'eve', 'chloe', 'dev']);
    expect(story.endsAtMinute).toBe(60);
    expect(story.type(16.1, aisha, order('Aisha')).refusal).toEqual({ reason: 'too-late-for-this' });
    expect(story.type(16.1, aisha, order('Ben')).refusal).toEqual({ reason: 'too-late-for-this' });
    expect(story.passes(55).type(55, aisha, order('Eve')).refusal).toEqual({ reason: 'too-late-for-this' });
  });

  test('names nobody it does not know, nor one of two', () => {
    const story = anHour([{ ...ben, name: 'Jo Ash' }, { ...chloe, name: 'Jo Bell' }]);
    expect(story.type(1, ben, order('Zoe')).refusal).toEqual({ reason: 'unknown-name', name: 'Zoe' });
    expect(story.type(1, ben, order('Jo')).refusal).toEqual({ reason: 'ambiguous-name', name: 'Jo', matches: ['Jo Ash', 'Jo Bell'] });
    expect(story.type(1, ben, order('Jo Bell', 'jo bell')).hour.turns.map(({ owner }) => owner)).toEqual(['chloe', 'ben']);
  });

  test('keeps notes, actions and late write-ups with their owners', () => {
    const story = anHour(five).type(1, eve, { type: 'action-given', noteId: 'a', at: null, text: 'Mine', dueOn: '' })
      .when(2, { type: 'write-up-known', owner: chloe.id, writeUp: writeUpOf(chloe) }).type(3, aisha, order('Eve and Chloe'));
    expect(story.hour.turns.map(({ owner, action, hasWriteUp }) => [owner, action?.text ?? null, hasWriteUp])).toEqual([
      ['eve', 'Mine', false], ['chloe', null, true], ['aisha', null, false], ['ben', null, false], ['dev', null, false],
    ]);
    expect(story.card('write-ups-0', 'write-ups').items[0]?.owner).toBe('Chloe');
    expect(lengthOf(story.hour.steps)).toBe(minutes(60));
  });
});
