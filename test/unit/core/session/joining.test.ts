// Joining while the hour runs: who goes where, how the turns to come share the time, what everybody is told (product.md 4,
// "Joining late"). Minutes are written out; they count from 16:00.

import { describe, expect, test } from '@jest/globals';
import type { Person } from '../../../../src/core/session/session.ts';
import { aisha, anHour, atMinute, ben, chairIs, chloe, dev, eve, everyone, finn, gita, type Story, type Wish, writeUpOf } from '../../../support/given.ts';

const joins = (part: 'owner' | 'helper', by?: Person): Wish =>
  ({ type: 'joined', part, birthday: null, hasWriteUp: by !== undefined, writeUp: by === undefined ? null : writeUpOf(by) });
const withProblem = joins('owner');
const here = (name: string, part: 'owner' | 'helper' = 'helper'): Wish => ({ type: 'marked-here', name, part, person: null });
/** `Aisha 5 13`: whose turn, when it begins and how long it takes; without minutes it is carried over. */
const turnsOf = (story: Story): readonly string[] => story.card('agenda', 'agenda').turns.map(({ owner, startsAt }) =>
  (startsAt === null ? owner : `${owner} ${(startsAt - atMinute(0)) / 60_000}`));
const lengthsOf = (story: Story): readonly number[] => story.hour.turns.map((_, turn) => Object.values(story.minutesOf(turn)).reduce((sum, each) => sum + each, 0));
const saidOf = (story: Story) => story.effects.flatMap((effect) => (effect.do === 'say' && effect.message.card === 'notice' ? [effect.message.notice] : []));
const partOf = (story: Story, who: Person) => story.state.people.find(({ id }) => id === who.id)?.part;
const four = everyone.slice(0, 4);

describe('Join', () => {
  test('offers both ways to somebody who is not in, and tells the others that they are', () => {
    const story = anHour([aisha, ben]);
    expect(story.press(1, finn, { type: 'join-asked' }).answer).toEqual({ kind: 'join-offered' });
    expect(story.effects).toEqual([]);
    expect(story.press(1, ben, { type: 'join-asked' }).answer).toEqual({ kind: 'already-in' });
    expect(story.press(6, finn, { type: 'join-asked' }, 0).answer).toEqual({ kind: 'join-offered' });
  });

  test('stands on the phase card until the last turn starts', () => {
    const story = anHour([aisha, ben]);
    const offersAt = (minute: number): boolean => { story.passes(minute); return story.card(`phase-${story.hour.at}`, 'phase').offersJoin; };
    expect([1, 6, 17.9, 18, 31].map(offersAt)).toEqual([true, true, true, false, false]);
    expect(story.type(32, finn, { type: 'join-asked' }).refusal).toEqual({ reason: 'too-late-to-join', chair: 'Aisha' });
    expect(anHour([], { helpers: [aisha] }).card('phase-0', 'phase').offersJoin).toBe(true);
  });

  test('as a helper changes nothing but who is in', () => {
    const story = anHour(four).passes(20);
    const { steps, turns, rev } = story.hour;
    story.press(20, eve, joins('helper'));
    expect([story.hour.steps, story.hour.turns, story.hour.rev, partOf(story, eve), story.did]).toEqual([steps, turns, rev, 'helper', []]);
    expect(story.answer).toEqual({ kind: 'you-are-in' });
    expect(story.press(21, eve, joins('helper')).answer).toEqual({ kind: 'already-in' });
  });
});

describe('A fifth owner among four', () => {
  test.each([
    ['the opening: ten minutes each', 2, ['Aisha 5', 'Ben 15', 'Chloe 25', 'Dev 35', 'Eve 45'], [[10, 10, 10, 10, 10], 60]],
    ['turn 1: 38 minutes for four turns', 8, ['Aisha 5', 'Ben 17', 'Chloe 25', 'Dev 33', 'Eve 41'], [[12, 8, 8, 8, 8], 54]],
    ['turn 2: 25 minutes for three turns', 20, ['Aisha 5', 'Ben 17', 'Chloe 30', 'Dev 38', 'Eve 46'], [[12, 13, 8, 8, 8], 59]],
    ['turn 3: 12 minutes for two turns, so it is carried over', 31, ['Aisha 5', 'Ben 17', 'Chloe 30', 'Dev 43', 'Eve'], [[12, 13, 13, 12, 0], 60]],
  ] as const)('in %s', (_when, minute, turns, [lengths, endsAt]) => {
    const story = anHour(four).passes(minute).press(minute, eve, withProblem);
    expect([turnsOf(story), lengthsOf(story), story.endsAtMinute]).toEqual([turns, lengths, endsAt]);
    expect(story.passes(200).state).toMatchObject({ status: 'ended', endedAt: atMinute(endsAt) });
  });

  test('goes last by the column that fits, and everybody is told', () => {
    const story = anHour(four).passes(8).press(8, eve, withProblem);
    expect(saidOf(story)).toEqual([{ kind: 'owner-joined', name: 'Eve', ownMs: 480_000, isShared: true, endsAt: atMinute(54), zone: 'Europe/London' }]);
    expect(story.did).toEqual(['say owner-joined', 'edit phase-3', 'edit agenda']);
    expect([story.answer, partOf(story, eve)]).toEqual([{ kind: 'you-are-in' }, 'owner']);
    expect(story.card(`phase-${story.hour.at}`, 'phase').turn).toMatchObject({ number: 1, count: 5 });
    expect(story.passes(42).card('turn-4', 'turn')).toMatchObject({ turnCount: 5, owner: { name: 'Eve' } });
  });

  test('in the last turn is carried over, and the chair may still give it', () => {
    const story = anHour(four).passes(44).type(44, aisha, here('Eve', 'owner'));
    expect(turnsOf(story)).toEqual(['Aisha 5', 'Ben 17', 'Chloe 30', 'Dev 43', 'Eve']);
    expect(story.card('ask-0', 'no-time')).toMatchObject({ name: 'Eve', turnMs: 480_000, isOpen: true });
  });

  test('takes the minutes of the table, with a write-up and without', () => {
    const story = anHour(four, { ready: [ben] }).passes(8).press(8, eve, joins('owner', eve));
    expect(story.minutesOf(1)).toEqual({ 'clarify': 1, 'look-deeper': 3, 'action-step': 2, 'response': 1, 'reflections': 1 });
    expect(story.minutesOf(2)).toEqual({ 'introduce': 1, 'clarify': 1, 'look-deeper': 2, 'action-step': 2, 'response': 1, 'reflections': 1 });
    expect(story.minutesOf(4)).toEqual(story.minutesOf(1));
  });

  test('with a write-up has it shown to all', () => {
    const story = anHour(four, { ready: [ben] }).passes(8).press(8, eve, joins('owner', eve));
    expect(story.did).toContain('post write-ups-1');
    expect(story.card('write-ups-1', 'write-ups').items[0]).toMatchObject({ owner: 'Eve' });
    expect(story.passes(42).card('turn-4', 'turn').problem).toBe('Eve\'s problem');
  });
});

describe('Fewer owners', () => {
  test('a second joins one: each has thirteen minutes, and the end moves', () => {
    const story = anHour([aisha]).passes(2).press(2, ben, withProblem);
    expect([turnsOf(story), story.endsAtMinute]).toEqual([['Aisha 5', 'Ben 18'], 36]);
  });

  test('a first problem comes in the opening of an hour without any', () => {
    const story = anHour([], { helpers: [aisha, ben] });
    expect(story.endsAtMinute).toBe(10);
    story.press(2, ben, withProblem);
    expect([turnsOf(story), story.endsAtMinute, partOf(story, ben)]).toEqual([['Ben 5'], 23, 'owner']);
    expect(story.card('phase-0', 'phase').asksForProblem).toBe(false);
  });

  test('the last turn has begun, so a second problem beside one waits for the chair, who gives it the column that fits', () => {
    const story = anHour([aisha]).passes(6).type(6, aisha, here('Ben', 'owner'));
    expect(turnsOf(story)).toEqual(['Aisha 5', 'Ben']);
    story.press(7, aisha, { type: 'last-turn-given', writeUps: [] }, 0);
    expect([turnsOf(story), lengthsOf(story), story.endsAtMinute]).toEqual([['Aisha 5', 'Ben 18'], [13, 13], 36]);
  });

  test('two fill the whole hour, then a third and a fourth join in the opening: columns, and the hour can be filled again for three', () => {
    const story = anHour([aisha, ben]).press(1, aisha, { type: 'whole-hour-asked' });
    expect(lengthsOf(story)).toEqual([21, 21]);
    story.press(2, chloe, withProblem);
    expect([lengthsOf(story), story.endsAtMinute, story.card('agenda', 'agenda').offersWholeHour]).toEqual([[13, 13, 13], 49, true]);
    story.press(3, dev, withProblem);
    expect([lengthsOf(story), story.endsAtMinute, story.card('agenda', 'agenda').offersWholeHour]).toEqual([[12, 12, 12, 12], 58, false]);
  });

  test('three who joined so may use the whole hour', () => {
    const story = anHour([aisha, ben]).press(1, aisha, { type: 'whole-hour-asked' }).press(2, chloe, withProblem).press(3, aisha, { type: 'whole-hour-asked' });
    expect(story.endsAtMinute).toBe(60);
    expect(story.passes(200).state).toMatchObject({ status: 'ended', endedAt: atMinute(60) });
  });

  test('in the first of two turns that fill the hour, the running one keeps its minutes', () => {
    const story = anHour([aisha, ben]).press(1, aisha, { type: 'whole-hour-asked' }).passes(10).press(10, chloe, withProblem);
    expect([turnsOf(story), lengthsOf(story), story.endsAtMinute]).toEqual([['Aisha 5', 'Ben 26', 'Chloe 39'], [21, 13, 13], 57]);
  });
});

describe('The time there is', () => {
  test('reaches to the planned end of a session that began late', () => {
    const story = anHour(four, { minute: 10, plannedAt: atMinute(0) }).passes(12).press(12, eve, withProblem);
    expect([lengthsOf(story), story.endsAtMinute]).toEqual([[8, 8, 8, 8, 8], 60]);
  });

  test('reaches ten minutes further when the full length is run', () => {
    const story = anHour(four, { minute: 10, plannedAt: atMinute(0) }).press(11, aisha, { type: 'full-length-asked' }).passes(12).press(12, eve, withProblem);
    expect([lengthsOf(story), story.endsAtMinute]).toEqual([[10, 10, 10, 10, 10], 70]);
  });

  test('full length after somebody joined gives every turn its own minutes back', () => {
    const story = anHour(four, { minute: 10, plannedAt: atMinute(0) }).press(12, eve, withProblem).press(13, aisha, { type: 'full-length-asked' });
    expect([lengthsOf(story), story.endsAtMinute]).toEqual([[10, 10, 10, 10, 10], 70]);
  });

  test('a minute that was given before the plan is changed is still paid for', () => {
    const story = anHour(everyone.slice(0, 5), { minute: 10, plannedAt: atMinute(0) }).press(11, aisha, { type: 'minute-asked' });
    expect(story.endsAtMinute).toBe(60);
    story.press(12, aisha, { type: 'full-length-asked' });
    expect(story.endsAtMinute).toBe(70);
  });

  test('stands still while the session is paused, and resuming at the planned end keeps that end', () => {
    const story = anHour([aisha, ben]).passes(8).press(8, ben, { type: 'pause-asked' }).press(10, chloe, withProblem);
    expect(story.state).toMatchObject({ status: 'paused', plannedEndsAt: atMinute(49) });
    story.press(12, aisha, { type: 'resume-asked', finish: 'planned' });
    expect(story.passes(200).state).toMatchObject({ status: 'ended', endedAt: atMinute(49) });
  });

  test('counts from the promised end after an outage, not from when it was noticed', () => {
    const story = anHour([aisha, ben]).late(9).press(9, chloe, withProblem);
    expect(story.state).toMatchObject({ status: 'paused', plannedEndsAt: atMinute(49) });
  });

  test('of 75 minutes has longer columns', () => {
    const story = anHour([aisha, ben], { lengthMinutes: 75 }).press(2, chloe, withProblem);
    expect([lengthsOf(story), story.endsAtMinute]).toEqual([[21, 21, 21], 73]);
    story.press(3, dev, withProblem);
    expect([lengthsOf(story), story.endsAtMinute]).toEqual([[16, 16, 16, 16], 74]);
  });
});

describe('A problem that finds no time', () => {
  const six = everyone.slice(0, 6);

  test('is carried over, its owner helps, and the chair is asked', () => {
    const story = anHour(six).passes(10).press(10, gita, joins('owner', gita));
    expect(turnsOf(story).at(-1)).toBe('Gita');
    expect([partOf(story, gita), story.endsAtMinute, story.did]).toEqual(['helper', 60, ['post ask-0', 'edit agenda']]);
    expect(story.answer).toMatchObject({ kind: 'problem-carried-over', name: 'Gita' });
    expect(story.press(10.5, gita, joins('owner', gita)).did).toEqual([]);
    const ended = story.passes(61);
    expect(ended.card('summary', 'summary').turns.at(-1)).toMatchObject({ owner: 'Gita', problem: 'Gita\'s problem', wasHeld: false, isCarriedOver: true });
    const told = ended.told.find(({ effect }) => effect.do === 'tell' && effect.kind === 'community')?.effect;
    expect(told).toMatchObject({ event: { ending: { discussed: [] } } });
    expect(told).toMatchObject({ event: { ending: { attended: expect.arrayContaining([expect.objectContaining({ id: 'gita', turnAt: null })]) } } });
  });

  test('gets the last turn from the chair: the others pay, and the end holds while they can', () => {
    const story = anHour(six).passes(10).press(10, gita, joins('owner', gita));
    expect(story.press(10.5, chloe, { type: 'last-turn-given', writeUps: [] }, 0).refusal).toMatchObject({ reason: 'chair-only', chair: 'Aisha' });
    story.press(11, aisha, { type: 'last-turn-given', writeUps: [{ owner: gita.id, writeUp: writeUpOf(gita) }] }, 0);
    expect(lengthsOf(story)).toEqual([8, 6.5, 6.5, 6.5, 6.25, 6.25, 8]);
    expect([story.endsAtMinute, partOf(story, gita)]).toEqual([60, 'owner']);
    expect(saidOf(story)).toMatchObject([{ kind: 'owner-joined', name: 'Gita', ownMs: 480_000, isShared: false, endsAt: null }]);
    expect(story.did).toEqual(expect.arrayContaining(['post write-ups-0', 'edit ask-0', 'edit agenda']));
    expect(story.card('ask-0', 'no-time')).toMatchObject({ isOpen: false, answer: 'given' });
    expect(story.press(12, aisha, { type: 'last-turn-given', writeUps: [] }, 0).refusal).toMatchObject({ reason: 'stale' });
  });

  test('moves the end by what the others cannot pay, and says to when', () => {
    const story = anHour(six).passes(46).type(46, aisha, here('Gita', 'owner')).press(47, aisha, { type: 'last-turn-given', writeUps: [] }, 0);
    expect([turnsOf(story).at(-1), story.endsAtMinute]).toEqual(['Gita 53', 68]);
    expect(saidOf(story)).toMatchObject([{ kind: 'owner-joined', isShared: false, endsAt: atMinute(68) }]);
    expect(story.passes(200).state).toMatchObject({ status: 'ended', endedAt: atMinute(68) });
  });

  test('cannot be given a turn any more once the Close has begun', () => {
    const story = anHour(six).passes(46).type(46, aisha, here('Gita', 'owner')).passes(53);
    expect(story.told.at(-1)?.effect).toEqual({ do: 'edit', slot: 'ask-0' });
    expect(story.card('ask-0', 'no-time').isOpen).toBe(false);
    expect(story.press(54, aisha, { type: 'last-turn-given', writeUps: [] }, 0).refusal).toMatchObject({ reason: 'stale' });
    expect(story.type(54, aisha, here('Zoe', 'owner')).did).toEqual(['edit agenda']);
    expect(turnsOf(story).slice(-2)).toEqual(['Gita', 'Zoe']);
  });
});

describe('here', () => {
  test('enters somebody the bot cannot identify, also with a problem, and a guest can hold a turn', () => {
    const story = anHour([aisha, ben], chairIs(aisha)).passes(8).type(8, aisha, here('Zoe on the phone', 'owner'));
    expect([turnsOf(story), story.answer]).toEqual([['Aisha 5', 'Ben 18', 'Zoe on the phone 31'], { kind: 'marked-here', name: 'Zoe on the phone' }]);
    expect(story.passes(32).card(`phase-${story.hour.at}`, 'phase').turn?.owner).toEqual({ name: 'Zoe on the phone', teamsId: null });
    expect(story.passes(60).card('summary', 'summary').attendance).toEqual(['Aisha', 'Ben', 'Zoe on the phone']);
  });

  test('is for those who drive, but anyone may say it of themselves', () => {
    const story = anHour([aisha, ben]).passes(8);
    expect(story.type(8, dev, here('Zoe')).refusal).toMatchObject({ reason: 'chair-only' });
    story.type(8, chloe, { type: 'marked-here', name: 'Chloe', part: 'helper', person: chloe });
    expect([story.refusal, partOf(story, chloe)]).toEqual([null, 'helper']);
    expect(story.type(8, chloe, { type: 'marked-here', name: 'Ben', part: 'owner', person: ben }).refusal).toMatchObject({ reason: 'chair-only' });
  });

  test('with a problem gives a helper who is in a turn, and takes nothing from an owner', () => {
    const story = anHour([aisha, ben], { helpers: [chloe] }).passes(8).type(8, aisha, here('Chloe', 'owner')).type(8, aisha, here('Ben'));
    expect(turnsOf(story)).toEqual(['Aisha 5', 'Ben 18', 'Chloe 31']);
    expect(['Ben', 'Chloe'].map((name) => story.state.people.find((each) => each.name === name)?.part)).toEqual(['owner', 'owner']);
  });

  test('after the last turn has started still enters a helper', () => {
    const story = anHour([aisha, ben]).passes(33).type(33, aisha, here('Zoe'));
    expect(story.state.people.map(({ name }) => name)).toEqual(['Aisha', 'Ben', 'Zoe']);
  });

  test('names nobody of two', () => {
    const story = anHour([{ ...ben, name: 'Jo Ash' }, { ...chloe, name: 'Jo Bell' }]);
    expect(story.type(1, ben, here('Jo')).refusal).toMatchObject({ reason: 'ambiguous-name' });
  });
});
