// The start: what the agenda promises, a late start, the whole hour, write-ups (domain.md 1.2 to 1.5, product.md 4.2).

import { describe, expect, test } from '@jest/globals';
import { minutes } from '../../../../src/core/time.ts';
import type { Common } from '../../../../src/core/session/session.ts';
import { aisha, anHour, atMinute, ben, chloe, dev, eve, everyone, lengthOf, Story, writeUpOf, zero } from '../../../support/given.ts';

const full = { type: 'full-length-asked' } as const;
const whole = { type: 'whole-hour-asked' } as const;
const four = everyone.slice(0, 4);
const late = (minute: number, count: number, over: Partial<Common> = {}): Story => anHour(everyone.slice(0, count), { plannedAt: zero, minute, ...over });
const agendaOf = (story: Story) => story.card('agenda', 'agenda');
const turnMinutes = (story: Story): readonly number[] =>
  story.hour.turns.map((_, turn) => lengthOf(story.hour.steps.filter((step) => step.turn === turn)) / minutes(1));

describe('the start', () => {
  test('posts agenda, first phase, write-ups and the form for successes, and ends the lobby', () => {
    const story = anHour(four, { ready: [ben, dev] });
    expect(story.did).toEqual(['post agenda', 'post phase-0', 'post write-ups-0', 'post successes', 'edit lobby']);
    expect(story.answer).toEqual({ kind: 'done' });
    expect(story.card('lobby', 'lobby')).toMatchObject({ state: 'started', owners: [{ ready: false }, { ready: true }, { ready: false }, { ready: true }] });
    expect(story.card('write-ups-0', 'write-ups').items.map(({ owner }) => owner)).toEqual(['Ben', 'Dev']);
    expect(story.card('successes', 'successes').origin).toEqual({ session: 's1', rev: 1 });
  });

  test('gives the agenda its turns, phases, chair and end', () => {
    expect(agendaOf(anHour(four, { ready: [ben] }))).toMatchObject({
      chair: 'Aisha', insteadOf: null, startsAt: zero, closeStartsAt: atMinute(55), endsAt: atMinute(60), lateMs: 0,
      turns: [
        { owner: 'Aisha', startsAt: atMinute(5), ready: false }, { owner: 'Ben', startsAt: atMinute(17), ready: true },
        { owner: 'Chloe', startsAt: atMinute(30), ready: false }, { owner: 'Dev', startsAt: atMinute(43), ready: false },
      ],
      offersFullLength: false, offersWholeHour: false,
    });
    expect(agendaOf(anHour(four)).phases.map(({ phase, leastMs, mostMs }) => [phase, leastMs / minutes(1), mostMs / minutes(1)])).toEqual(
      [['introduce', 1, 2], ['clarify', 2, 2], ['look-deeper', 4, 4], ['action-step', 2, 2], ['response', 2, 2], ['reflections', 1, 1]]);
  });

  test('goes by whoever is in: a second start, and one by someone who is not', () => {
    const story = new Story().joins([aisha]);
    expect(story.starts(1, ben).refusal).toEqual({ reason: 'participants-only' });
    expect(story.starts(1, aisha).starts(1, aisha).refusal).toEqual({ reason: 'too-late-for-this' });
    expect(story.press(1, aisha, { type: 'started', writeUps: [] }, 0).refusal).toEqual({ reason: 'stale', phase: 'start-on-time' });
  });

  test('needs somebody who can press to chair', () => {
    const guest = { ...ben, id: 'guest:ben' as typeof ben.id };
    expect(new Story().joins([guest]).starts(1, guest).refusal).toEqual({ reason: 'participants-only' });
  });

  test('without a problem is Start on time and Close, with one prompt', () => {
    const story = anHour([], { helpers: [aisha, ben], dueActions: [{ owner: 'Ben', text: 'Ring the parents' }] });
    expect(agendaOf(story)).toMatchObject({ turns: [], phases: [], endsAt: atMinute(10) });
    expect(story.card('phase-0', 'phase')).toMatchObject({ asksForProblem: true });
    expect(story.card('due-actions', 'actions').others).toMatchObject([{ owner: 'Ben', text: 'Ring the parents' }]);
    expect(story.passes(5).did).toContain('edit agenda');
    expect(story.card('phase-1', 'phase')).toMatchObject({ asksForProblem: false, next: null, turn: null });
  });
});

describe('a late start', () => {
  test.each([[1.99, 61.99, 0], [2, 60, 2], [8, 60, 8], [24, 60, 24]])('of %d minutes ends at %d, the turns shortened by %d', (minute, end, shorter) => {
    const story = late(minute, 4);
    expect(agendaOf(story)).toMatchObject({ endsAt: atMinute(end), lateMs: minutes(shorter), offersFullLength: shorter > 0 });
    expect(story.passes(200).state).toMatchObject({ status: 'ended', endedAt: atMinute(end) });
  });

  test('is shared by all turns alike', () => {
    expect(turnMinutes(late(8, 4))).toEqual([10, 11, 11, 10]);
  });

  test('early is not late', () => {
    expect(agendaOf(late(-5, 4))).toMatchObject({ endsAt: atMinute(55), lateMs: 0 });
  });

  test('Run full length gives the minutes back, until the first turn starts', () => {
    const story = late(8, 4).press(9, aisha, full);
    expect(turnMinutes(story)).toEqual([12, 13, 13, 12]);
    expect(agendaOf(story)).toMatchObject({ endsAt: atMinute(68), lateMs: 0, offersFullLength: false });
    expect(story.did).toEqual(['edit phase-0', 'edit agenda']);
    expect(story.type(10, aisha, full).refusal).toEqual({ reason: 'too-late-for-this' });
    expect(story.passes(200).state).toMatchObject({ endedAt: atMinute(68) });
    const tooLate = late(8, 4).passes(13);
    expect(agendaOf(tooLate).offersFullLength).toBe(false);
    expect(tooLate.press(13.5, aisha, full).refusal).toEqual({ reason: 'too-late-for-this' });
  });

  test('Run full length keeps what was agreed meanwhile: a minute paid stays paid, a pause stays added', () => {
    const paid = late(8, 4).press(9, aisha, { type: 'minute-asked' }).press(9.5, aisha, full);
    expect(agendaOf(paid).endsAt).toBe(atMinute(68));
    const added = late(8, 4).press(9, eve, { type: 'pause-asked' }).press(12, aisha, { type: 'resume-asked', finish: 'later' }).press(12.5, aisha, full);
    expect(agendaOf(added).endsAt).toBe(atMinute(71));
    expect(turnMinutes(added)).toEqual([12, 13, 13, 12]);
  });
});

describe('the whole hour', () => {
  test.each([[2, 52, 21], [3, 60, 50 / 3]])('with %d owners ends at %d with turns of %d minutes', (count, end, each) => {
    const story = anHour(everyone.slice(0, count));
    expect(agendaOf(story).offersWholeHour).toBe(true);
    story.press(2, aisha, whole);
    expect(agendaOf(story)).toMatchObject({ endsAt: atMinute(end), offersWholeHour: false });
    for (const long of turnMinutes(story)) expect(long).toBeCloseTo(each, 1);
    expect(story.did).toEqual(['edit phase-0', 'edit agenda']);
    expect(story.passes(200).state).toMatchObject({ endedAt: atMinute(end) });
  });

  test.each([1, 4, 6])('is not offered to %d owners', (count) => {
    const story = anHour(everyone.slice(0, count));
    expect(agendaOf(story).offersWholeHour).toBe(false);
    expect(story.press(2, aisha, whole).refusal).toEqual({ reason: 'too-late-for-this' });
  });

  test('of a late start ends with the hour that was booked, and with full length an hour after the start', () => {
    const story = late(8, 3).press(9, aisha, whole);
    expect(agendaOf(story)).toMatchObject({ endsAt: atMinute(60), offersFullLength: true });
    expect(agendaOf(story.press(10, aisha, full))).toMatchObject({ endsAt: atMinute(68), offersFullLength: false, offersWholeHour: false });
    expect(agendaOf(late(8, 3).press(9, aisha, full).press(10, aisha, whole)).endsAt).toBe(atMinute(68));
  });

  test('is shared out of what is left when a minute was added before', () => {
    expect(agendaOf(anHour(everyone.slice(0, 3)).press(1, aisha, { type: 'minute-asked' }).press(2, aisha, whole)).endsAt).toBe(atMinute(60));
  });

  test('waits while the session is paused', () => {
    const story = late(8, 3).press(9, ben, { type: 'pause-asked' });
    expect(agendaOf(story)).toMatchObject({ offersFullLength: false, offersWholeHour: false });
    for (const wish of [full, whole]) expect(story.type(10, aisha, wish).refusal).toEqual({ reason: 'not-running', state: 'paused' });
  });
});

describe('write-ups', () => {
  test('of the start stand on turn cards, cut, and on pages of their own', () => {
    const long = { ...writeUpOf(ben), problem: 'word '.repeat(400).trim() };
    const story = new Story().joins([aisha, ben]).press(1, aisha, { type: 'started', writeUps: [{ owner: ben.id, writeUp: long }, { owner: chloe.id, writeUp: writeUpOf(chloe) }] });
    expect(story.card('turn-0', 'turn')).toMatchObject({ turn: 0, turnCount: 2, owner: { name: 'Aisha', teamsId: '29:aisha' }, problem: null, dueOn: '2026-12-17' });
    const { problem } = story.card('turn-1', 'turn');
    expect(problem?.length).toBeLessThanOrEqual(300);
    expect(problem?.endsWith('…')).toBe(true);
  });

  test('that come late are shown, and change no minutes', () => {
    const story = anHour(everyone.slice(0, 5), { ready: [ben] });
    const { steps } = story.hour;
    story.when(2, { type: 'write-up-known', owner: chloe.id, writeUp: writeUpOf(chloe) });
    expect(story.did).toEqual(['post write-ups-1', 'edit agenda']);
    expect(story.hour.steps).toEqual(steps);
    expect(story.card('write-ups-1', 'write-ups')).toMatchObject({ page: 2, pageCount: 2, items: [{ owner: 'Chloe' }] });
    expect(story.card('write-ups-0', 'write-ups')).toMatchObject({ page: 1, items: [{ owner: 'Ben' }] });
    expect(story.card('turn-2', 'turn').problem).toBe('Chloe\'s problem');
    expect(agendaOf(story).turns[2]?.ready).toBe(true);
    expect(story.when(3, { type: 'write-up-known', owner: dev.id, writeUp: writeUpOf(dev) }).did).toEqual(['post write-ups-2', 'edit agenda']);
  });

  test.each([
    ['of someone without a turn', 2, everyone[5], writeUpOf(dev)], ['shown already', 2, ben, writeUpOf(ben)],
    ['withdrawn', 2, chloe, null], ['after their turn', 50, aisha, writeUpOf(aisha)],
  ])('%s change nothing', (_, minute, who, writeUp) => {
    const story = anHour(everyone.slice(0, 5), { ready: [ben] }).passes(minute);
    const before = story.state;
    expect(story.when(minute, { type: 'write-up-known', owner: (who ?? ben).id, writeUp }).state).toBe(before);
    expect(story.did).toEqual([]);
  });

  test('that come late do not change the minutes of a full length either', () => {
    const story = late(8, 5).when(9, { type: 'write-up-known', owner: chloe.id, writeUp: writeUpOf(chloe) }).press(10, aisha, full);
    expect(story.minutesOf(2)).toMatchObject({ introduce: 1, 'look-deeper': 3 });
  });
});

test('a birthday given during the hour counts for the next chair, and after it changes nothing', () => {
  const story = anHour([aisha, ben, chloe]).when(2, { type: 'birthday-known', person: chloe.id, birthday: { day: 2, month: 1 } });
  expect(story.card('closing', 'closing').proposed).toEqual({ id: chloe.id, name: 'Chloe' });
  story.when(2, { type: 'birthday-known', person: eve.id, birthday: { day: 1, month: 1 } }).passes(100);
  expect(story.hour.nextChair).toBe(chloe.id);
  const { state } = story;
  expect(story.when(101, { type: 'birthday-known', person: chloe.id, birthday: { day: 3, month: 1 } }).state).toBe(state);
});
