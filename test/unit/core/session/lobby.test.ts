// Before the start: who is in, who chairs and why, what the lobby shows (product.md 4.1).

import { describe, expect, test } from '@jest/globals';
import { hourMs } from '../../../../src/core/time.ts';
import { guestId, personId } from '../../../../src/core/keys.ts';
import type { MemberRecord } from '../../../../src/core/session/session.ts';
import { aisha, atMinute, ben, chairIs, chloe, dev, Story, writeUpOf } from '../../../support/given.ts';

const member = (name: string, over: Partial<MemberRecord> = {}): MemberRecord =>
  ({ name, teamsId: `29:${name}`, sessionCount: 2, chairedCount: 0, lastChairedAt: null, birthday: null, waitingSince: 1_000, ...over });
const lobbyOf = (story: Story) => story.card('lobby', 'lobby');
const out = { type: 'joined', part: 'out', birthday: null, hasWriteUp: false } as const;
const owner = { type: 'joined', part: 'owner', birthday: null, hasWriteUp: false } as const;
const volunteer = { type: 'volunteered', birthday: null, hasWriteUp: false } as const;
const here = (name: string, part: 'owner' | 'helper' = 'helper') => ({ type: 'marked-here', name, part, person: null } as const);

describe('the lobby', () => {
  test('opens once, whatever brings the event again', () => {
    const story = new Story();
    expect(story.did).toEqual(['post lobby']);
    expect(lobbyOf(story)).toMatchObject({ state: 'open', owners: [], helpers: [], chair: null, isAlone: false });
    const { state } = story;
    const { id, tenant } = state;
    expect(story.when(1, { type: 'opened', session: { ...state, id, tenant } }).state).toBe(state);
    expect(story.did).toEqual([]);
  });

  test('lists who is in and redraws itself; the same press again changes nothing', () => {
    const story = new Story().joins([ben, aisha]).joins([chloe], 'helper');
    expect(story.did).toEqual(['edit lobby']);
    expect(lobbyOf(story)).toMatchObject({ owners: [{ name: 'Ben', ready: false }, { name: 'Aisha', ready: false }], helpers: ['Chloe'], isAlone: false });
    const before = story.state;
    expect(story.joins([chloe], 'helper').state).toBe(before);
    expect(story.answer).toEqual({ kind: 'done' });
  });

  test('counts one person as alone', () => {
    expect(lobbyOf(new Story().joins([ben])).isAlone).toBe(true);
    expect(lobbyOf(new Story().joins([ben]).press(1, chloe, out)).isAlone).toBe(true);
  });

  test('lets people change their mind; who comes in again goes last', () => {
    const story = new Story().joins([ben, aisha]).press(1, ben, out).press(2, ben, owner);
    expect(lobbyOf(story).owners.map(({ name }) => name)).toEqual(['Aisha', 'Ben']);
  });

  test('puts those first who waited longest', () => {
    const roster = { [ben.id]: member('Ben', { waitingSince: 3_000 }), [chloe.id]: member('Chloe', { waitingSince: 2_000 }) };
    expect(lobbyOf(new Story({ roster }).joins([aisha, ben, chloe])).owners.map(({ name }) => name)).toEqual(['Chloe', 'Ben', 'Aisha']);
  });

  test('learns of birthdays and write-ups of those who are there', () => {
    const story = new Story().joins([ben, aisha]).when(1, { type: 'write-up-known', owner: ben.id, writeUp: writeUpOf(ben) });
    expect(lobbyOf(story).owners[0]).toEqual({ name: 'Ben', ready: true });
    expect(lobbyOf(story.when(2, { type: 'write-up-known', owner: ben.id, writeUp: null })).owners[0]?.ready).toBe(false);
    story.when(3, { type: 'birthday-known', person: ben.id, birthday: { day: 1, month: 5 } });
    expect(lobbyOf(story).chair).toEqual({ name: 'Ben', because: 'earliest-birthday' });
    const { state } = story;
    expect(story.when(4, { type: 'birthday-known', person: dev.id, birthday: { day: 1, month: 1 } }).state).toBe(state);
  });

  test('shows the planned times, an earlier end and the whole hour', () => {
    const story = new Story({ plannedAt: atMinute(10) }).joins([aisha, ben, chloe]);
    expect(lobbyOf(story).planned).toEqual({ startsAt: atMinute(10), endsAt: atMinute(59), lengthMinutes: 49, bookedMinutes: 60, offersWholeHour: true });
    // Past its time it would start now; from two minutes on it would still end on time.
    expect(lobbyOf(story.passes(11)).planned).toMatchObject({ startsAt: null, endsAt: atMinute(60) });
    expect(lobbyOf(story.passes(14)).planned).toMatchObject({ startsAt: null, endsAt: atMinute(59) });
  });

  test('closes by itself when nobody touched it for four hours', () => {
    const story = new Story().joins([ben]).passes(239);
    expect(story.state.status).toBe('lobby');
    expect(story.press(239, aisha, out).passes(300).state.status).toBe('lobby');
    story.late(600);
    expect(story.state).toMatchObject({ status: 'cancelled', why: 'closed', endedAt: atMinute(239) + 4 * hourMs });
    expect(story.did).toEqual(['edit lobby', 'tell community session-gone']);
    expect(lobbyOf(story).state).toBe('closed');
  });

  test.each(['cancelled', 'end-asked'] as const)('is cancelled by %s, and then nothing happens to it any more', (type) => {
    const story = new Story().joins([ben]).type(1, aisha, { type });
    expect(story.state).toMatchObject({ status: 'cancelled', why: 'cancelled', endedAt: atMinute(1) });
    expect(story.did).toEqual(['edit lobby', 'tell community session-gone']);
    expect(lobbyOf(story)).toMatchObject({ state: 'cancelled', chair: null });
    expect(story.press(2, ben, owner).refusal).toEqual({ reason: 'no-session' });
    expect(story.passes(1000).state.status).toBe('cancelled');
  });
});

describe('names typed in the lobby', () => {
  test('order: those named first, the others behind', () => {
    const story = new Story().joins([aisha, ben, chloe]).type(1, aisha, { type: 'ordered', names: ['Chloe and Ben', 'chloe'] }).joins([dev]);
    expect(lobbyOf(story).owners.map(({ name }) => name)).toEqual(['Chloe', 'Ben', 'Aisha', 'Dev']);
    expect(story.type(1, aisha, { type: 'ordered', names: ['Zoe'] }).refusal).toEqual({ reason: 'unknown-name', name: 'Zoe' });
  });

  test('order: two who fit are both named', () => {
    const story = new Story().joins([{ ...aisha, name: 'Jo Ash' }, { ...ben, name: 'Jo Bell' }]);
    expect(story.type(1, aisha, { type: 'ordered', names: ['Jo'] }).refusal).toEqual({ reason: 'ambiguous-name', name: 'Jo', matches: ['Jo Ash', 'Jo Bell'] });
    expect(story.type(1, aisha, { type: 'marked-absent', name: 'Jo' }).refusal).toMatchObject({ reason: 'ambiguous-name' });
  });

  test('here: a member by identity, a known name, a guest by name alone', () => {
    const story = new Story({ roster: { [chloe.id]: member('Chloe') } }).type(1, aisha, { ...here('Be'), person: ben });
    story.type(1, aisha, here('chloe')).type(1, aisha, here(' Jo Day ', 'owner'));
    expect(story.state.people.map(({ id, name, part }) => [id, name, part])).toEqual([
      [ben.id, 'Ben', 'helper'], [chloe.id, 'Chloe', 'helper'], [guestId('jo day'), 'Jo Day', 'owner'],
    ]);
    expect(story.type(1, aisha, here('x'.repeat(5000))).state.people.at(-1)?.name).toHaveLength(80);
  });

  test('here takes nobody\'s problem away, absent takes them out', () => {
    const story = new Story().joins([ben]).type(1, aisha, here('Ben'));
    expect(story.state.people[0]?.part).toBe('owner');
    expect(story.type(2, aisha, { type: 'marked-absent', name: 'ben' }).state.people[0]?.part).toBe('out');
    expect(story.type(2, aisha, { type: 'marked-absent', name: 'Zoe' }).refusal).toEqual({ reason: 'unknown-name', name: 'Zoe' });
  });

  test('somebody here is meant before somebody of an earlier session', () => {
    const story = new Story({ roster: { [personId('old')]: member('Ben Old') } }).joins([{ ...ben, name: 'Ben Now' }]);
    expect(story.type(1, aisha, { type: 'marked-absent', name: 'Ben' }).state.people).toMatchObject([{ name: 'Ben Now', part: 'out' }]);
  });
});

describe('who chairs', () => {
  test('nobody has a birthday: first by name, and the lobby asks', () => {
    expect(lobbyOf(new Story().joins([ben, aisha]))).toMatchObject({ chair: { name: 'Aisha', because: 'by-name' }, asksForBirthdays: true });
  });

  test('the volunteer, who is in if only to help, until they go', () => {
    const story = new Story().joins([aisha]).press(1, ben, volunteer);
    expect(lobbyOf(story)).toMatchObject({ chair: { name: 'Ben', because: 'volunteered' }, helpers: ['Ben'], asksForBirthdays: false });
    expect(lobbyOf(story.press(2, aisha, volunteer))).toMatchObject({ chair: { name: 'Aisha' }, owners: [{ name: 'Aisha' }] });
    expect(lobbyOf(story.press(3, aisha, out)).chair).toEqual({ name: 'Ben', because: 'only-one' });
    expect(lobbyOf(story.press(4, ben, volunteer).type(5, ben, { type: 'marked-absent', name: 'Ben' })).chair).toBeNull();
  });

  test('whoever was appointed, else the proposal, and the agenda says so', () => {
    const roster = { [chloe.id]: member('Chloe') };
    const story = new Story({ ...chairIs(chloe), roster }).joins([aisha, ben]);
    expect(lobbyOf(story).chair).toEqual({ name: 'Chloe', because: 'appointed' });
    expect(story.starts(1, ben).card('agenda', 'agenda')).toMatchObject({ chair: 'Aisha', insteadOf: 'Chloe' });
    const gone = new Story({ ...chairIs(chloe), roster }).joins([aisha]).press(1, chloe, out);
    expect(lobbyOf(gone).chair).toEqual({ name: 'Aisha', because: 'only-one' });
    expect(gone.starts(2).card('agenda', 'agenda')).toMatchObject({ chair: 'Aisha', insteadOf: 'Chloe' });
    expect(new Story(chairIs(ben)).joins([aisha, ben]).starts().card('agenda', 'agenda')).toMatchObject({ chair: 'Ben', insteadOf: null });
  });

  test('chair <name>: whoever is named, if in at the start; it makes nobody take part', () => {
    const story = new Story({ roster: { [dev.id]: member('Dev') } }).joins([aisha, ben]).type(1, aisha, { type: 'chair-given', name: 'ben' });
    expect(lobbyOf(story).chair?.name).toBe('Ben');
    story.type(1, aisha, { type: 'chair-given', name: 'Dev' });
    expect(lobbyOf(story)).toMatchObject({ chair: { name: 'Dev' }, helpers: [] });
    expect(story.starts(2).card('agenda', 'agenda')).toMatchObject({ chair: 'Aisha', insteadOf: 'Dev' });
  });

  test.each([
    ['Zoe', { reason: 'unknown-name', name: 'Zoe' }], ['Jo', { reason: 'cannot-chair', name: 'Jo' }], ['Ben', { reason: 'cannot-chair', name: 'Ben' }],
  ])('chair %s is refused: unknown, a guest, someone who is out', (name, refusal) => {
    const story = new Story().joins([aisha, ben]).press(1, ben, out).type(1, aisha, here('Jo'));
    expect(story.type(2, aisha, { type: 'chair-given', name }).refusal).toEqual(refusal);
  });
});
