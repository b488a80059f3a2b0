// The chair while the hour runs: handing over, taking over, standing in (domain.md 1.3, product.md 4).

import { describe, expect, test } from '@jest/globals';
import { step } from '../../../../src/core/session/step.ts';
import { aisha, anHour, atMinute, ben, chloe, dev, everyone, finn, Story } from '../../../support/given.ts';

const three = everyone.slice(0, 3);
const ask = { type: 'chair-asked' } as const;
const give = (name: string) => ({ type: 'chair-given', name } as const);
const note = { type: 'noted', noteId: 'n', at: null, text: 'A thought' } as const;

describe('Take the chair', () => {
  test('mentions the chair, and passes after sixty seconds of silence', () => {
    const story = anHour(three).press(1, ben, ask);
    expect(story.did).toEqual(['say take-chair-asked', 'edit phase-0']);
    expect(story.effects[0]).toMatchObject({ message: { notice: { by: 'Ben', chair: 'Aisha', chairTeamsId: '29:aisha' } } });
    expect(story.card('phase-0', 'phase').takeover).toEqual({ name: 'Ben', at: atMinute(2) });
    expect(story.passes(1.99).hour.chair).toBe(aisha.id);
    story.passes(2);
    expect(story.did).toEqual(['say chair-is', 'edit phase-0', 'edit agenda']);
    expect(story.effects[0]).toMatchObject({ message: { notice: { chair: 'Ben', by: null } } });
    expect(story.hour).toMatchObject({ chair: ben.id, takeover: null });
    expect(story.card('phase-0', 'phase')).toMatchObject({ chair: 'Ben', takeover: null });
    expect(story.press(3, aisha, { type: 'next-asked' }).refusal).toEqual({ reason: 'chair-only', chair: 'Ben', also: [] });
  });

  test.each([
    ['presses', (story: Story) => story.press(1.5, aisha, { type: 'pause-asked' })],
    ['writes', (story: Story) => story.type(1.5, aisha, note)],
    ['types something else', (story: Story) => story.when(1.5, { type: 'heard-from', person: aisha.id })],
    ['presses a card that is out of date', (story: Story) => story.press(1.5, aisha, { type: 'next-asked' }, 0)],
    ['asks for what cannot be', (story: Story) => story.type(1.5, aisha, { type: 'resume-asked', finish: 'planned' })],
  ])('is over when the chair %s', (_, act) => {
    const story = act(anHour(three).press(1, ben, ask));
    expect(story.did.slice(0, 2)).toEqual(['say chair-stays', 'edit phase-0']);
    expect(story.passes(4).hour).toMatchObject({ chair: aisha.id, takeover: null });
  });

  test('goes on when somebody else does something', () => {
    const story = anHour(three).press(1, ben, ask).type(1.5, chloe, note).when(1.6, { type: 'heard-from', person: chloe.id }).press(1.7, chloe, ask);
    expect(story.did).toEqual([]);
    expect(story.passes(2).hour.chair).toBe(ben.id);
  });

  test('is not for the chair, and nothing is asked twice', () => {
    const story = anHour(three);
    const before = story.state;
    expect(story.press(1, aisha, ask).state).toBe(before);
    expect(story.answer).toEqual({ kind: 'done' });
  });

  test('while paused names the new chair on the paused card too', () => {
    const story = anHour(three).press(1, chloe, { type: 'pause-asked' }).press(2, ben, ask).passes(3);
    expect(story.did).toEqual(['say chair-is', 'edit phase-0', 'edit agenda', 'edit paused-0']);
    expect(story.card('paused-0', 'paused').chair).toBe('Ben');
  });

  test('is at once when the chair is absent', () => {
    const story = anHour(three);
    const people = story.hour.people.map((each) => (each.id === aisha.id ? { ...each, part: 'out' as const } : each));
    for (const present of [people, people.filter(({ id }) => id !== aisha.id)]) {
      const taken = step({ ...story.hour, people: present }, { type: 'chair-asked', by: ben, rev: null }, { at: atMinute(1), rate: 1 });
      expect(taken).toMatchObject({ kind: 'moved', state: { chair: ben.id, takeover: null } });
      expect(taken.kind === 'moved' && taken.effects[0]).toMatchObject({ message: { notice: { kind: 'chair-is', chair: 'Ben', by: 'Ben' } } });
    }
  });

  test('is done with when the session ends, and when the chair is handed over', () => {
    const ended = anHour([aisha], { helpers: [ben] }).passes(22.5).press(22.5, ben, ask).passes(30);
    expect(ended.hour).toMatchObject({ status: 'ended', chair: aisha.id, takeover: null });
    const given = anHour(three).press(1, ben, ask).type(1.5, aisha, give('Chloe')).passes(3);
    expect(given.hour).toMatchObject({ chair: chloe.id, takeover: null });
  });
});

describe('handing over', () => {
  test('names the new chair everywhere', () => {
    const story = anHour(three).type(1, aisha, give('ben'));
    expect(story.did).toEqual(['say chair-is', 'edit phase-0', 'edit agenda']);
    expect(story.effects[0]).toMatchObject({ message: { notice: { chair: 'Ben', by: 'Aisha' } } });
    expect(story.card('agenda', 'agenda').chair).toBe('Ben');
    const { state } = story;
    expect(story.type(1, ben, give('Ben')).state).toBe(state);
  });

  test.each([
    ['Zoe', { reason: 'unknown-name', name: 'Zoe' }], ['Jo', { reason: 'cannot-chair', name: 'Jo' }],
    ['Chloe', { reason: 'cannot-chair', name: 'Chloe' }], ['Dev', { reason: 'cannot-chair', name: 'Dev' }],
  ])('is refused for %s: unknown, a guest, out, of an earlier session', (name, refusal) => {
    const roster = { [dev.id]: { name: 'Dev', teamsId: null, sessionCount: 1, chairedCount: 0, lastChairedAt: null, birthday: null, waitingSince: 0 } };
    const story = new Story({ roster }).joins([aisha, ben, chloe]).press(0, chloe, { type: 'joined', part: 'out', birthday: null, hasWriteUp: false });
    story.type(0, aisha, { type: 'marked-here', name: 'Jo', part: 'owner', person: null }).starts();
    expect(story.type(1, aisha, give(name)).refusal).toEqual(refusal);
  });
});

describe('in the chair\'s own turn', () => {
  test('the next in the order may drive; in the others\' turns not', () => {
    const story = anHour(three).passes(5);
    expect(story.press(5.5, chloe, { type: 'next-asked' }).refusal).toEqual({ reason: 'chair-only', chair: 'Aisha', also: ['Ben'] });
    expect(story.press(5.5, ben, { type: 'next-asked' }).refusal).toBeNull();
    expect(story.passes(18).press(18.5, chloe, { type: 'next-asked' }).refusal).toEqual({ reason: 'chair-only', chair: 'Aisha', also: [] });
  });

  test('after the last comes the first, and guests are passed over', () => {
    const story = new Story({ appointed: ben.id }).joins([aisha]).type(0, aisha, { type: 'marked-here', name: 'Jo', part: 'owner', person: null }).joins([ben], 'owner', 0.1);
    story.starts(0.1).passes(31.1 + 1);
    expect(story.phase).toBe('2 introduce');
    expect(story.press(32.2, finn, { type: 'minute-asked' }).refusal).toEqual({ reason: 'chair-only', chair: 'Ben', also: ['Aisha'] });
    expect(story.press(32.2, aisha, { type: 'minute-asked' }).refusal).toBeNull();
  });

  test('of a single owner nobody stands in', () => {
    expect(anHour([aisha], { helpers: [ben] }).passes(6).press(6, ben, { type: 'next-asked' }).refusal).toEqual({ reason: 'chair-only', chair: 'Aisha', also: [] });
  });
});
