// When nobody was there: the service down across deadlines, a session that is paused and forgotten (product.md 4, "Moves").

import { describe, expect, test } from '@jest/globals';
import { seconds } from '../../../../src/core/time.ts';
import { aisha, anHour, atMinute, ben, chloe, everyone, nameOfEffect } from '../../../support/given.ts';

const pause = { type: 'pause-asked' } as const;
const three = everyone.slice(0, 3);
/** What is announced, and by which minute it was due; null for no deadline. */
const due = ({ effects }: ReturnType<typeof anHour>) => effects.flatMap((effect) => (effect.do === 'post' ? [[effect.slot, effect.dueAt === undefined ? null : (effect.dueAt - atMinute(0)) / 60_000]] : []));

describe('what is announced', () => {
  test('bears the deadline that asked for it, each its own where several were noticed at once', () => {
    expect(due(anHour(three).passes(4.6).late(7))).toEqual([['turn-0', 5], ['phase-1', 5], ['phase-2', 7]]);
    expect(due(anHour(three).passes(4.6).late(9.5))).toEqual([['paused-0', 5]]);
  });

  test('because of a press is due by none', () => {
    expect(due(anHour(three).press(3, aisha, { type: 'next-asked' }))).toEqual([['turn-0', null], ['phase-1', null]]);
    expect(due(anHour(three).press(3, ben, pause))).toEqual([['paused-0', null]]);
  });
});

describe('the service was down', () => {
  test('for up to two minutes across the end of a phase: it goes on as if nothing had been', () => {
    const story = anHour(three).passes(4.6).late(7);
    expect(story.phase).toBe('0 clarify');
    expect(story.did).toEqual(['post turn-0', 'post phase-1', 'edit phase-0', 'edit agenda', 'post phase-2', 'edit phase-1']);
    expect(story.state).toMatchObject({ status: 'running', phaseEndsAt: atMinute(9) });
    expect(story.card('phase-1', 'phase')).toMatchObject({ startsAt: atMinute(5), state: { is: 'over', endedAt: atMinute(7) } });
  });

  test('for longer: it pauses and says by how much, and nothing is announced', () => {
    const story = anHour(three).passes(4.6).late(7.01);
    expect(story.did).toEqual(['post paused-0', 'edit phase-0', 'edit agenda']);
    expect(story.card('paused-0', 'paused')).toMatchObject({
      cause: { kind: 'outage', lateMs: 120_600 }, leftMs: 0, plannedEndsAt: atMinute(49), state: { is: 'waiting' },
    });
    expect(story.type(8, ben, pause).refusal).toEqual({ reason: 'already-paused', by: null });
  });

  test('resumed, the phase that was over is over and the next begins at once, at the planned end', () => {
    const story = anHour(three).passes(4.6).late(8).press(10, aisha, { type: 'resume-asked', finish: 'planned' });
    expect(story.did).toEqual(['edit paused-0', 'post turn-0', 'post phase-1', 'edit phase-0', 'edit agenda', 'edit phase-0', 'edit agenda']);
    expect(story.phase).toBe('0 introduce');
    expect(story.endsAtMinute).toBe(49);
    expect(story.card('phase-0', 'phase').state).toEqual({ is: 'over', endedAt: atMinute(10) });
    expect(story.card('paused-0', 'paused').state).toMatchObject({ is: 'resumed', by: 'Aisha' });
  });

  test('resumed later, all that follows is as long as it was', () => {
    const story = anHour(three).passes(4.6).late(8).press(10, aisha, { type: 'resume-asked', finish: 'later' });
    expect(story.endsAtMinute).toBe(54);
  });

  test('counts real time: at sixty times the speed two minutes are two hours', () => {
    const story = anHour(three);
    story.rate = 60;
    expect(story.late(120).state.status).toBe('ended');
    const slower = anHour(three);
    slower.rate = 60;
    expect(slower.late(125.1).state.status).toBe('paused');
  });

  test('an event that comes first is judged after all that was overdue', () => {
    const story = anHour(three).passes(4.6).type(20, aisha, { type: 'next-asked' });
    expect(story.refusal).toEqual({ reason: 'not-running', state: 'paused' });
    expect(story.did).toEqual(['post paused-0', 'edit phase-0', 'edit agenda']);
    expect(story.state.status).toBe('paused');
  });

  test('a warning that is late is not worth saying after its phase', () => {
    const story = anHour(three).late(6);
    expect(story.effects[0]).toMatchObject({ do: 'say', until: atMinute(5) });
  });

  test('nothing happens early, and twice is once', () => {
    const story = anHour(three);
    const before = story.state;
    expect(story.late(4).state).toBe(before);
    const after = story.passes(5).state;
    expect(story.late(5).state).toBe(after);
    expect(story.did).toEqual([]);
  });
});

describe('a paused session', () => {
  test('is forgotten a quarter of an hour beyond its end, says so, and ends after an hour', () => {
    const story = anHour(three).passes(10).press(10, ben, pause).passes(63.9);
    expect(story.did).toEqual(expect.arrayContaining(['post paused-0']));
    story.passes(64);
    expect(story.did).toEqual(['say session-forgotten']);
    expect(story.effects[0]).toMatchObject({
      message: { notice: { kind: 'session-forgotten', chair: 'Aisha', chairTeamsId: '29:aisha', endsAt: atMinute(109), zone: 'Europe/London' } }, until: atMinute(109),
    });
    expect(story.passes(108.9).state.status).toBe('paused');
    expect(story.passes(109).state).toMatchObject({ status: 'ended', ending: 'forgotten', endedAt: atMinute(109) });
    expect(story.card('paused-0', 'paused').state).toEqual({ is: 'ended' });
  });

  test('counts from the pause when that was beyond the end', () => {
    const story = anHour(three).late(100);
    expect(story.state.status).toBe('paused');
    expect(story.passes(114.9).did).not.toContain('say session-forgotten');
    expect(story.passes(115).did).toEqual(['say session-forgotten']);
    expect(story.passes(200).state).toMatchObject({ ending: 'forgotten', endedAt: atMinute(160) });
  });

  test('that goes on after being forgotten may be forgotten again', () => {
    const story = anHour(three).passes(10).press(10, ben, pause).passes(70).press(71, aisha, { type: 'resume-asked', finish: 'later' }).press(72, ben, pause);
    expect(story.state).toMatchObject({ status: 'paused', isForgotten: false });
    expect(story.passes(110 + 15).did).toEqual(['say session-forgotten']);
  });

  test('found late is forgotten and ended as of its times', () => {
    const story = anHour(three).passes(10).press(10, ben, pause).late(5000);
    expect(story.state).toMatchObject({ status: 'ended', ending: 'forgotten', endedAt: atMinute(109) });
    expect(story.effects.map(nameOfEffect)).toEqual(expect.arrayContaining(['say session-forgotten', 'post summary', 'edit phase-3', 'edit paused-0', 'edit agenda', 'record session']));
    // The phase was over when it was paused.
    expect(story.hour.steps[story.hour.at]?.endedAt).toBe(atMinute(10));
  });
});

describe('Take the chair while the service is down', () => {
  test('for long: nobody is made chair by a lost connection', () => {
    const story = anHour(three).press(1, ben, { type: 'chair-asked' }).late(4.01);
    expect(story.did).toEqual(['say chair-stays', 'edit phase-0']);
    expect(story.hour).toMatchObject({ chair: aisha.id, takeover: null });
  });

  test('for long, while paused', () => {
    const story = anHour(three).press(1, chloe, pause).press(2, ben, { type: 'chair-asked' }).late(10);
    expect(story.hour).toMatchObject({ chair: aisha.id, takeover: null });
  });

  test('for a moment: it passes', () => {
    expect(anHour(three).press(1, ben, { type: 'chair-asked' }).late(3.9).hour.chair).toBe(ben.id);
  });

  test('at the instant a phase ends: the chair passes, and the phase ends', () => {
    const story = anHour(three).passes(4.6).press(5 - 1, ben, { type: 'chair-asked' }).late(5);
    expect(story.did).toEqual(expect.arrayContaining(['say chair-is', 'post phase-1']));
    expect(story.state).toMatchObject({ chair: ben.id, phaseEndsAt: atMinute(5) + seconds(120) });
  });
});
