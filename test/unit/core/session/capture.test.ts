// What people write: where a note is kept, whose action it is and until when (product.md 4.3, domain.md 1.6).

import { describe, expect, test } from '@jest/globals';
import { personId } from '../../../../src/core/keys.ts';
import type { WrittenAt } from '../../../../src/core/session/events.ts';
import type { Person } from '../../../../src/core/session/session.ts';
import { aisha, anHour, atMinute, ben, chloe, dev, everyone, finn, Story } from '../../../support/given.ts';

const three = everyone.slice(0, 3);
const note = (at: WrittenAt, text = 'A thought', noteId = 'n1') => ({ type: 'noted', noteId, at, text } as const);
const action = (at: WrittenAt, over: { readonly text?: string; readonly dueOn?: string } = {}) =>
  ({ type: 'action-given', noteId: 'a1', at, text: 'I shall ask', dueOn: '', ...over } as const);
const entryOf = (story: Story) => story.effects.flatMap((effect) => (effect.do === 'record' ? [effect.entry] : []))[0];

describe('a note', () => {
  test('goes to the history at once, whole, and is acknowledged', () => {
    const long = 'word '.repeat(100).trim();
    const story = anHour(three).passes(10).type(10, chloe, note(null, long));
    expect(entryOf(story)).toEqual({
      kind: 'note', id: 'note-s1-n1', partition: 't1|19:c', session: 's1', at: atMinute(10), people: ['chloe'],
      turn: 0, phase: 'look-deeper', by: { id: 'chloe', name: 'Chloe' }, text: long,
    });
    expect(story.answer).toEqual({ kind: 'note-saved' });
    expect(story.hour.turns[0]?.notes[0]?.text.length).toBeLessThanOrEqual(200);
  });

  test.each<[string, number, WrittenAt, number | null, string]>([
    ['typed in the opening', 1, null, null, 'start-on-time'], ['typed in a turn', 8, null, 0, 'clarify'],
    ['on the form for successes, however late', 30, 'opening', null, 'start-on-time'],
    ['on the card of the present turn', 8, 0, 0, 'clarify'], ['on the card of an earlier turn', 30, 0, 0, 'reflections'],
    ['in the close', 45, 'close', null, 'close'], ['typed in the close', 45, null, null, 'close'],
  ])('%s belongs to where it was written', (...[, minute, at, turn, phase]) => {
    expect(entryOf(anHour(three).passes(minute).press(minute, finn, note(at), 0))).toMatchObject({ turn, phase });
  });

  test.each<[WrittenAt]>([[2], [99], ['close']])('for %j, which has not begun, is refused', (at) => {
    expect(anHour(three).passes(8).press(8, ben, note(at), 0).refusal).toEqual({ reason: 'no-turn-yet' });
  });

  test.each([
    ['  \n', 0, { reason: 'empty-text', what: 'note' }],
    ['x'.repeat(2001), 0, { reason: 'too-long', what: 'note', maxChars: 2000, lengthChars: 2001 }],
    ['x'.repeat(2001), 'close', { reason: 'too-long', what: 'request', maxChars: 2000, lengthChars: 2001 }],
  ] as const)('that is empty or too long is refused by name', (text, at, refusal) => {
    expect(anHour([aisha]).passes(at === 'close' ? 20 : 8).press(20, ben, note(at, text)).refusal).toEqual(refusal);
    expect(anHour([aisha]).passes(8).press(8, ben, note(0, 'x'.repeat(2000))).refusal).toBeNull();
  });

  test('different ones all stay; the summary shows the first two of a turn and counts the rest', () => {
    const story = anHour(three).passes(8);
    for (const n of [1, 2, 3]) story.press(8, ben, note(0, `Note ${n}`, `n${n}`));
    story.passes(17.5).press(17.5, ben, note(0, 'We all do', 'n4'));
    expect(story.hour.turns[0]).toMatchObject({ notes: [{ text: 'Note 1' }, { text: 'Note 2' }], noteCount: 3 });
    expect(story.hour.reflections).toEqual([{ phase: 'reflections', by: 'Ben', text: 'We all do' }]);
  });

  test('of opening and close stands with successes and requests for help, twelve at most', () => {
    const story = anHour([aisha]);
    for (let n = 0; n < 14; n++) story.press(1, ben, note('opening', `Success ${n}`, `s${n}`));
    story.passes(19).press(19, ben, note('close', 'Any books?', 'r1'));
    expect(story.answer).toEqual({ kind: 'request-saved' });
    expect(story.hour.successes).toHaveLength(12);
    expect(story.passes(100).card('summary', 'summary').requests).toEqual([{ phase: 'close', by: 'Ben', text: 'Any books?' }]);
  });

  test('comes too late once the summary is there', () => {
    expect(anHour([aisha]).passes(100).press(100, aisha, note(0)).refusal).toEqual({ reason: 'not-running', state: 'ended' });
  });

  test('is taken while the session is paused', () => {
    expect(anHour(three).passes(8).press(8, ben, { type: 'pause-asked' }).press(20, ben, note(0)).answer).toEqual({ kind: 'note-saved' });
  });
});

describe('an action', () => {
  test('is recorded and acknowledged, and the last one stands', () => {
    const story = anHour(three).passes(15).press(15, aisha, action(0, { text: 'x'.repeat(500), dueOn: '2026-12-20' }));
    expect(entryOf(story)).toMatchObject({
      kind: 'action', id: 'action-s1-a1', turn: 0, owner: { id: 'aisha', name: 'Aisha' }, writtenBy: { id: 'aisha' }, people: ['aisha'], dueOn: '2026-12-20', text: 'x'.repeat(500),
    });
    expect(story.answer).toEqual({ kind: 'action-saved', owner: 'Aisha', dueOn: '2026-12-20' });
    expect(story.hour.turns[0]?.action?.text).toHaveLength(300);
    expect(story.press(15.2, aisha, action(0)).hour.turns[0]?.action?.text).toBe('I shall ask');
  });

  test('written by the chair is the owner\'s, who is told', () => {
    const story = anHour(three).passes(20).press(20, aisha, action(1));
    expect(story.did).toEqual(['record action', 'tell person mail']);
    expect(entryOf(story)).toMatchObject({ owner: { id: 'ben' }, writtenBy: { id: 'aisha' }, people: ['ben', 'aisha'] });
    expect(story.effects[1]).toMatchObject({
      key: { partition: 't1|person:ben' }, event: { message: { notice: { kind: 'action-written-for', owner: 'Ben', by: 'Aisha' } }, to: { person: ben } },
    });
  });

  test('of a guest is written by the chair, and nobody is told', () => {
    const story = new Story().joins([aisha]).type(0, aisha, { type: 'marked-here', name: 'Jo', part: 'owner', person: null }).starts().passes(20);
    expect(story.press(20, aisha, action(1)).did).toEqual(['record action']);
  });

  test.each<[string, Person, number, number | null]>([
    ['the owner whose turn it is', ben, 20, 1], ['the chair, for the owner whose turn it is', aisha, 20, 1],
    ['an owner whose turn it was', ben, 40, 1], ['an owner in the close', chloe, 45, 2], ['a coordinator, for the present owner', dev, 20, 1],
  ])('typed by %s is theirs', (_, by, minute, turn) => {
    const story = anHour(three, { coordinator: dev }).passes(minute).type(minute, by, action(null));
    expect(entryOf(story)).toMatchObject({ turn });
  });

  test.each<[string, Person, number, WrittenAt, string]>([
    ['by a helper', finn, 20, null, 'owner-or-chair-only'], ['by another owner', chloe, 20, 1, 'owner-or-chair-only'],
    ['in the opening by someone without a turn', finn, 1, null, 'no-turn-yet'], ['for a turn there is not', aisha, 20, 7, 'no-turn-yet'],
    ['in the close by someone without a turn', dev, 45, null, 'no-turn-yet'],
  ])('%s is refused', (...[, by, minute, at, reason]) => {
    expect(anHour(three, { coordinator: dev }).passes(minute).type(minute, by, action(at)).refusal?.reason).toBe(reason);
  });

  test.each([
    ['2026-12-03', null], ['', null], ['2026-12-02', 'past-date'], ['2026-02-30', 'bad-date'], ['soon', 'bad-date'],
  ])('due on %j: %s', (dueOn, reason) => {
    const story = anHour(three).passes(8).press(8, aisha, action(0, { dueOn }));
    expect(story.refusal?.reason ?? null).toBe(reason);
    if (reason === 'bad-date') expect(story.refusal).toMatchObject({ example: '2026-12-17' });
  });

  test('is due at the next meeting, else in two weeks', () => {
    const dueOn = (story: Story) => story.passes(8).press(8, aisha, action(0)).hour.turns[0]?.action?.dueOn;
    expect(dueOn(anHour(three))).toBe('2026-12-17');
    expect(dueOn(anHour(three, { nextMeetingAt: atMinute(60 * 24 * 7) }))).toBe('2026-12-10');
    expect(dueOn(anHour(three, { nextMeetingAt: atMinute(4) }))).toBe('2026-12-17');
    expect(dueOn(anHour(three).when(3, { type: 'meeting-known', nextMeetingAt: atMinute(60 * 24 * 9) }))).toBe('2026-12-12');
  });

  test('can be saved until 24 hours after the session, and changes the summary', () => {
    const day = 24 * 60;
    const story = anHour([aisha]).passes(23).press(23 + day, aisha, action(0));
    expect(story.did).toEqual(['record action', 'edit summary', 'tell community action-known']);
    expect(story.effects[2]).toMatchObject({ event: { action: { session: 's1', owner: 'aisha', name: 'Aisha', text: 'I shall ask' } } });
    expect(story.card('summary', 'summary').turns[0]?.action?.text).toBe('I shall ask');
    expect(story.press(23 + day + 0.001, aisha, action(0)).refusal).toEqual({ reason: 'action-too-late' });
  });

  test('that is empty or too long is refused', () => {
    const story = anHour([aisha]).passes(8);
    expect(story.press(8, aisha, action(0, { text: ' ' })).refusal).toEqual({ reason: 'empty-text', what: 'action' });
    expect(story.press(8, aisha, action(0, { text: 'x'.repeat(2001) })).refusal).toMatchObject({ reason: 'too-long', what: 'action' });
  });

  test('of somebody nobody knows the name of is still kept', () => {
    const stranger = { id: personId('z'), name: 'Zed', teamsId: null };
    expect(anHour([aisha], { coordinator: stranger }).passes(8).type(8, stranger, action(0)).refusal).toBeNull();
  });
});
