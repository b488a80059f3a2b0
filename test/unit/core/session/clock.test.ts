// The clock under the chair's hands: next, one minute more, pause and resume (domain.md 1.4).

import { describe, expect, test } from '@jest/globals';
import { minutes, seconds } from '../../../../src/core/time.ts';
import { aisha, anHour, atMinute, ben, chloe, dev, eve, everyone } from '../../../support/given.ts';

const next = { type: 'next-asked' } as const;
const minute = { type: 'minute-asked' } as const;
const pause = { type: 'pause-asked' } as const;
const resume = (finish: 'planned' | 'later') => ({ type: 'resume-asked', finish } as const);
const fourOwners = [aisha, ben, chloe, dev];

describe('Next phase', () => {
  test('brings all that follows forward, and the cards say when it ends now', () => {
    const story = anHour(fourOwners).press(3, aisha, next);
    expect(story.phase).toBe('0 introduce');
    expect(story.endsAtMinute).toBe(58);
    expect(story.did).toEqual(['post turn-0', 'post phase-1', 'edit phase-0', 'edit agenda']);
    expect(story.card('phase-1', 'phase')).toMatchObject({ startsAt: atMinute(3), endsAt: atMinute(4), sessionEndsAt: atMinute(58), state: { is: 'running' } });
    expect(story.card('phase-0', 'phase').state).toEqual({ is: 'over', endedAt: atMinute(3) });
    expect(story.passes(100).state).toMatchObject({ status: 'ended', endedAt: atMinute(58), ending: 'completed' });
  });

  test('redraws the agenda within a turn too, since its times change', () => {
    expect(anHour(fourOwners).passes(5.5).press(5.5, aisha, next).did).toEqual(['post phase-2', 'edit phase-1', 'edit agenda']);
  });

  test('pressed twice on one card moves once', () => {
    const story = anHour(fourOwners).press(3, aisha, next).press(3.01, aisha, next, 1);
    expect(story.refusal).toEqual({ reason: 'stale', phase: 'introduce' });
    expect(story.phase).toBe('0 introduce');
  });

  test('pressed a moment after the clock moved on is stale, not a second move', () => {
    const story = anHour(fourOwners).press(5.001, aisha, next, 1);
    expect(story.refusal).toEqual({ reason: 'stale', phase: 'introduce' });
    expect(story.phase).toBe('0 introduce');
    expect(story.did).toContain('post phase-1');
  });

  test('in the close ends the session as completed', () => {
    const story = anHour([aisha]).passes(20).press(20, aisha, next);
    expect(story.state).toMatchObject({ status: 'ended', ending: 'completed', endedAt: atMinute(20) });
    expect(story.did.filter((each) => each === 'edit agenda')).toHaveLength(1);
  });

  test('waits while the session is paused', () => {
    const story = anHour(fourOwners).press(1, ben, pause).type(2, aisha, next);
    expect(story.refusal).toEqual({ reason: 'not-running', state: 'paused' });
  });
});

describe('One minute more', () => {
  test('is paid by the longest later phase of the turn, and the end stays', () => {
    const story = anHour(fourOwners).passes(6).press(7, aisha, minute);
    expect(story.phase).toBe('0 clarify');
    expect(story.minutesOf(0)).toEqual({ 'introduce': 1, 'clarify': 3, 'look-deeper': 3, 'action-step': 2, 'response': 2, 'reflections': 1 });
    expect(story.endsAtMinute).toBe(60);
    expect(story.did).toEqual(['edit phase-2', 'edit agenda']);
    expect(story.answer).toEqual({ kind: 'done' });
    expect(story.card('phase-2', 'phase')).toMatchObject({ endsAt: atMinute(9), lengthMs: minutes(3), endOffer: null });
  });

  test('in Reflections is paid by the other turns alike', () => {
    const story = anHour(fourOwners).passes(16).press(16.5, ben, minute);
    expect(story.refusal).toBeNull();
    expect([1, 2, 3].map((turn) => story.minutesOf(turn)['look-deeper'])).toEqual([3.75, 3.75, 3.5]);
    expect(story.passes(100).state).toMatchObject({ status: 'ended', endedAt: atMinute(60) });
  });

  test('names the new end when nothing is left to take, and moves it at the second press', () => {
    const story = anHour([aisha]).passes(18).press(19, aisha, minute);
    expect(story.answer).toEqual({ kind: 'end-would-move', endsAt: atMinute(24), zone: 'Europe/London' });
    expect(story.endsAtMinute).toBe(23);
    expect(story.card('phase-7', 'phase').endOffer).toBe(atMinute(24));
    expect(story.did).toEqual(['edit phase-7']);
    story.press(19.2, aisha, minute);
    expect(story.endsAtMinute).toBe(24);
    expect(story.answer).toEqual({ kind: 'done' });
    expect(story.card('phase-7', 'phase').endOffer).toBeNull();
    // The third asks anew.
    expect(story.press(19.4, aisha, minute).answer).toMatchObject({ kind: 'end-would-move', endsAt: atMinute(25) });
  });

  test('the same press brought twice by the client moves nothing', () => {
    const story = anHour([aisha]).passes(18);
    const { rev } = story.state;
    story.press(19, aisha, minute, rev).press(19.1, aisha, minute, rev);
    expect(story.refusal).toEqual({ reason: 'stale', phase: 'close' });
    expect(story.endsAtMinute).toBe(23);
  });

  test('that later phases can pay in part names the end it would really mean, on answer and card alike', () => {
    // Begun 2:15 late: Action step has 45 seconds above its floor, Response a minute.
    const story = anHour([aisha], { minute: 2.25, plannedAt: atMinute(0) }).passes(11.5);
    expect(story.phase).toBe('0 look-deeper');
    expect(story.press(12, aisha, minute).minutesOf(0)).toMatchObject({ 'action-step': 1, 'response': 1.75 });
    story.press(12.1, aisha, minute);
    expect(story.answer).toMatchObject({ kind: 'end-would-move', endsAt: atMinute(23.25) });
    expect(story.card('phase-3', 'phase').endOffer).toBe(atMinute(23.25));
    story.press(12.2, aisha, minute);
    expect(story.endsAtMinute).toBe(23.25);
    expect(story.minutesOf(0)).toMatchObject({ 'look-deeper': 4, 'action-step': 1, 'response': 1 });
  });

  test('an offer is forgotten with the phase it was made in, and with a pause', () => {
    const story = anHour([aisha]).passes(17).press(17.5, aisha, minute);
    expect(story.answer).toMatchObject({ kind: 'end-would-move' });
    expect(story.passes(18).hour.offersLaterEnd).toBe(false);
    story.press(19, aisha, minute).press(19.5, aisha, pause).press(25, aisha, resume('later')).press(25.5, aisha, minute);
    expect(story.answer).toMatchObject({ kind: 'end-would-move', endsAt: atMinute(29.5) });
  });

  test('after the warning brings another warning', () => {
    const story = anHour(fourOwners).passes(4.6).press(4.7, aisha, minute).passes(5.5);
    expect(story.did).toEqual(['say warning']);
  });

  test('waits while the session is paused', () => {
    expect(anHour(fourOwners).press(1, ben, pause).type(2, aisha, minute).refusal).toEqual({ reason: 'not-running', state: 'paused' });
  });
});

describe('Pause', () => {
  test('stops the clock for anyone, on a card of its own that says who', () => {
    const story = anHour(fourOwners).press(1, eve, pause);
    expect(story.did).toEqual(['post paused-0', 'edit phase-0', 'edit agenda']);
    expect(story.card('paused-0', 'paused')).toMatchObject({
      cause: { kind: 'person', name: 'Eve' }, leftMs: minutes(4), plannedEndsAt: atMinute(60), state: { is: 'waiting' }, chair: 'Aisha', phase: 'start-on-time', owner: null,
    });
    expect(story.card('phase-0', 'phase').state).toEqual({ is: 'paused' });
    expect(story.passes(30).state.status).toBe('paused');
  });

  test('leaves the agenda alone once the turns have begun', () => {
    const story = anHour(fourOwners).passes(5.5).press(5.5, eve, pause);
    expect(story.did).toEqual(['post paused-0', 'edit phase-1']);
    expect(story.card('paused-0', 'paused')).toMatchObject({ phase: 'introduce', owner: 'Aisha', leftMs: minutes(0.5) });
  });

  test('while paused the agenda keeps the times as they stood', () => {
    const story = anHour(fourOwners).press(1, eve, pause).passes(10);
    const agenda = story.card('agenda', 'agenda');
    expect(agenda.endsAt).toBe(atMinute(60));
    expect(agenda.turns.map(({ startsAt }) => startsAt)).toEqual([5, 17, 30, 43].map(atMinute));
    expect(agenda.closeStartsAt).toBe(atMinute(55));
  });

  test('of a paused session is refused with who did it', () => {
    expect(anHour(fourOwners).press(1, eve, pause).type(2, ben, pause).refusal).toEqual({ reason: 'already-paused', by: 'Eve' });
  });

  test('resumed at the planned end is paid by later phases', () => {
    const story = anHour(fourOwners).press(1, eve, pause).press(5, aisha, resume('planned'));
    expect(story.did).not.toContain('say ends-later');
    expect(story.state).toMatchObject({ status: 'running', phaseEndsAt: atMinute(9) });
    expect(story.endsAtMinute).toBe(60);
    expect([0, 1, 2, 3].map((turn) => story.minutesOf(turn)['look-deeper'])).toEqual([3, 3, 3, 3]);
    expect(story.did).toEqual(['edit paused-0', 'edit phase-0', 'edit agenda']);
    expect(story.card('paused-0', 'paused').state).toEqual({ is: 'resumed', by: 'Aisha', endsAt: atMinute(9) });
    expect(story.passes(100).state).toMatchObject({ endedAt: atMinute(60) });
  });

  test('resumed later moves the end by its length', () => {
    const story = anHour(fourOwners).press(1, eve, pause).press(5, aisha, resume('later'));
    expect(story.endsAtMinute).toBe(64);
    expect(story.minutesOf(0)['look-deeper']).toBe(4);
  });

  test('longer than the turns can pay for ends as soon as they can', () => {
    const story = anHour(fourOwners).press(4, eve, pause).press(54, aisha, resume('planned'));
    expect(story.did[0]).toBe('say ends-later');
    expect(everyone.slice(0, 4).every((_, turn) => Object.values(story.minutesOf(turn)).every((each) => each === 1))).toBe(true);
    expect(story.endsAtMinute).toBe(54 + 1 + 24 + 5);
  });

  test('a second one counts from the end as it stands by then', () => {
    const story = anHour(fourOwners).press(1, eve, pause).press(5, aisha, resume('later')).press(6, eve, pause);
    expect(story.card('paused-1', 'paused').plannedEndsAt).toBe(atMinute(64));
    expect(story.card('paused-0', 'paused').state).toMatchObject({ is: 'resumed' });
    expect(story.press(8, aisha, resume('planned')).endsAtMinute).toBe(64);
  });

  test('cannot be resumed twice', () => {
    const story = anHour(fourOwners).press(1, eve, pause).press(5, aisha, resume('later'));
    expect(story.type(6, aisha, resume('later')).refusal).toEqual({ reason: 'not-paused' });
  });

  test('keeps a warning that is still to come', () => {
    const story = anHour(fourOwners).press(4, eve, pause).press(10, aisha, resume('later')).passes(10.5);
    expect(story.did).toEqual(['say warning']);
    expect(story.state).toMatchObject({ phaseEndsAt: atMinute(10.5) + seconds(30) });
  });
});
