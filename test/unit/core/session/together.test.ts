// The card that offers to stay together, and what becomes of it (product.md 4, "Groups").

import { describe, expect, test } from '@jest/globals';
import { personId } from '../../../../src/core/keys.ts';
import { aisha, atMinute, ben, everyone, gita, Story, writeUpOf } from '../../../support/given.ts';

const owner = { type: 'joined', part: 'owner', birthday: null, hasWriteUp: false } as const;
const out = { ...owner, part: 'out' } as const;
const together = { type: 'together-asked', isTogether: true } as const;
const apart = { type: 'together-asked', isTogether: false } as const;
const hugh = { id: personId('hugh'), name: 'Hugh', teamsId: '29:hugh' };
const seven = (): Story => new Story({ opener: aisha }).joins(everyone);
const groupsCard = (story: Story) => story.card('groups', 'groups');

describe('The card about groups', () => {
  test('is posted when the seventh problem comes in, once, and edited when it would say something else', () => {
    const story = new Story().joins(everyone.slice(0, 6));
    expect(story.told.map(({ effect }) => effect)).not.toContainEqual(expect.objectContaining({ slot: 'groups' }));
    expect(story.press(1, gita, owner).did).toEqual(['edit lobby', 'post groups']);
    expect(groupsCard(story)).toMatchObject({ state: 'offered', problemCount: 7, groupCount: 2, carriedOver: [] });
    expect(story.press(2, hugh, { ...owner, part: 'helper' }).did).toEqual(['edit lobby']);
    expect(story.press(3, hugh, owner).did).toEqual(['edit lobby', 'edit groups']);
    story.press(4, hugh, out).press(5, gita, out);
    expect(groupsCard(story)).toMatchObject({ state: 'one', groupCount: 1 });
    expect(story.press(6, gita, owner).did).toEqual(['edit lobby', 'edit groups']);
    expect(groupsCard(story)).toMatchObject({ state: 'offered', problemCount: 7 });
  });

  test('comes for somebody who is entered by name too', () => {
    const story = new Story({ opener: aisha }).joins(everyone.slice(0, 6)).type(1, aisha, { type: 'marked-here', name: 'Jo', part: 'owner', person: null });
    expect(story.did).toEqual(['edit lobby', 'post groups']);
  });

  test('is over with the lobby', () => {
    expect(seven().type(1, aisha, { type: 'cancelled' }).did).toEqual(['edit lobby', 'edit groups', 'tell community session-gone']);
    const closed = seven().late(600);
    expect(closed.did).toEqual(['edit lobby', 'edit groups', 'tell community session-gone']);
    expect(groupsCard(closed).state).toBe('closed');
  });

  test('says after a start together whose problem found no time, as the agenda does; the lobby names them once', () => {
    const story = seven().press(1, aisha, together).starts(2, aisha);
    expect(groupsCard(story)).toMatchObject({ state: 'stayed', problemCount: 7, carriedOver: ['Gita'] });
    const { owners, helpers } = story.card('lobby', 'lobby');
    expect([owners.map(({ name }) => name), helpers]).toEqual([everyone.map(({ name }) => name), []]);
  });

  test('goes on saying what the start made of it, whoever finds time or none later on', () => {
    const story = seven().press(1, aisha, together).starts(2, aisha);
    const said = groupsCard(story);
    const absent = (minute: number) => story.type(minute, aisha, { type: 'marked-absent', name: 'Finn' });
    absent(9);
    absent(10);
    expect(story.hour.turns.filter(({ off }) => off === 'carried-over')).toHaveLength(2);
    expect(groupsCard(story)).toEqual({ ...said, origin: expect.anything() });
  });
});

describe('The lobby', () => {
  test('lists the groups from the seventh problem on, with chair, owners and helpers', () => {
    expect(new Story().joins(everyone.slice(0, 6)).card('lobby', 'lobby').groups).toEqual([]);
    expect(seven().joins([hugh], 'helper').card('lobby', 'lobby')).toMatchObject({
      groups: [
        { number: 1, chair: 'Aisha', owners: ['Chloe', 'Eve', 'Gita'], helpers: [] },
        { number: 2, chair: 'Ben', owners: ['Dev', 'Finn'], helpers: ['Hugh'] },
      ],
      carriedOver: [], planned: { lengthMinutes: 60, offersWholeHour: false },
    });
  });
});

describe('Stay together', () => {
  test('makes one group of it and names who is carried over; it can be taken back', () => {
    const story = seven().press(1, aisha, together);
    expect(story.did).toEqual(['edit lobby', 'edit groups']);
    expect(groupsCard(story)).toMatchObject({ state: 'together', carriedOver: ['Gita'] });
    expect(story.card('lobby', 'lobby')).toMatchObject({ groups: [], carriedOver: ['Gita'], planned: { endsAt: atMinute(61) } });
    expect(story.press(2, ben, together).refusal).toMatchObject({ reason: 'opener-only' });
    const before = story.state;
    expect(story.press(2, aisha, together).state).toBe(before);
    expect(story.press(3, aisha, apart).did).toEqual(['edit lobby', 'edit groups']);
    expect(groupsCard(story)).toMatchObject({ state: 'offered', carriedOver: [] });
  });

  test('carries over whoever comes last in the order, as the order changes', () => {
    const story = seven().press(1, aisha, together).type(2, aisha, { type: 'ordered', names: ['Gita', 'Finn'] });
    expect(story.did).toEqual(['edit lobby', 'edit groups']);
    expect(groupsCard(story).carriedOver).toEqual(['Eve']);
  });

  test('starts one hour of six turns; the seventh helps, nothing of theirs is shown, and their write-up stays ready', () => {
    const story = seven().press(1, aisha, together).starts(2, aisha, [aisha, gita]);
    expect(story.did.filter((did) => did.startsWith('edit'))).toEqual(['edit lobby', 'edit groups']);
    expect(story.hour.turns.map(({ owner: who, off }) => [who, off])).toEqual([...everyone.slice(0, 6).map(({ id }) => [id, null]), [gita.id, 'carried-over']]);
    expect(story.hour.steps.some(({ turn }) => turn === 6)).toBe(false);
    expect(story.hour.writeUps.map(({ turn }) => turn)).toEqual([0]);
    expect(story.hour.people.find(({ id }) => id === gita.id)?.part).toBe('helper');
    expect(story.card('agenda', 'agenda').turns[6]).toEqual({ owner: 'Gita', startsAt: null, ready: false });
    expect(groupsCard(story)).toMatchObject({ state: 'stayed' });
    story.passes(8);
    expect(story.card('phase-1', 'phase').turn).toMatchObject({ number: 1, count: 6 });
    expect(story.card('turn-0', 'turn').turnCount).toBe(6);
    expect(story.when(9, { type: 'write-up-known', owner: gita.id, writeUp: writeUpOf(gita) }).did).toEqual([]);
    expect(story.type(9, aisha, { type: 'ordered', names: ['Gita'] }).refusal).toEqual({ reason: 'too-late-for-this' });
    expect(story.type(9, aisha, { type: 'ordered', names: ['Finn'] }).hour.turns.at(-1)?.owner).toBe(gita.id);
    story.passes(70);
    const told = story.told.flatMap(({ effect }) => (effect.do === 'tell' && effect.event.type === 'session-ended' ? [effect.event.ending] : []));
    expect(told).toMatchObject([{ discussed: [aisha.id] }]);
    expect(told[0]?.attended.find(({ id }) => id === gita.id)).toMatchObject({ turnAt: null });
    expect(story.card('summary', 'summary').turns[6]).toMatchObject({ owner: 'Gita', problem: null, wasHeld: false });
  });

  test('begun late, it can still run its full length', () => {
    const late = new Story({ opener: aisha, plannedAt: atMinute(0) }).joins(everyone).press(1, aisha, together).starts(6);
    expect(late.hour.lateMs).toBeGreaterThan(0);
    expect(late.press(7, aisha, { type: 'full-length-asked' }).refusal).toBeNull();
    expect(late.endsAtMinute).toBe(66);
  });
});
