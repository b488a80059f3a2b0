// The chair's own clock (domain.md 1.4; product.md 4, "Moves"), with the minutes written out.

import { describe, expect, test } from '@jest/globals';
import { minutes, seconds } from '../../../../src/core/time.ts';
import { wakeAt } from '../../../../src/core/session/up-to.ts';
import { aisha, anHour, atMinute, ben, chloe, dev, type Story } from '../../../support/given.ts';

const next = { type: 'next-asked' } as const;
const minute = { type: 'minute-asked' } as const;
const pause = { type: 'pause-asked' } as const;
const resume = (finish: 'planned' | 'later') => ({ type: 'resume-asked', finish } as const);
/** Four owners; Aisha chairs, and has the first turn. */
const byHand = (over: Parameters<typeof anHour>[1] = {}): Story => anHour([aisha, ben, chloe, dev], { movesOn: 'chair', ...over });
const overtimeOn = (story: Story, slot: string) => story.card(slot, 'phase').byHand;

describe('A phase whose time is over', () => {
  test('says so once, with phase and chair, and stays', () => {
    const story = byHand().passes(5);
    expect(story.did).toEqual(['say time-up', 'edit phase-0']);
    expect(story.effects[0]).toMatchObject({ message: { notice: { kind: 'time-up', phase: 'start-on-time', chair: 'Aisha', isLast: false } } });
    story.passes(9.5);
    expect(story.phase).toBe('- start-on-time');
    expect(story.told.filter(({ effect }) => effect.do === 'say' && effect.message.card === 'notice' && effect.message.notice.kind === 'time-up')).toHaveLength(1);
  });

  test('shows on its card by how much, each full minute', () => {
    const story = byHand();
    expect(overtimeOn(story, 'phase-0')).toEqual({ overtime: null });
    expect(overtimeOn(story.passes(5), 'phase-0')).toEqual({ overtime: { minutes: 0, isMore: false } });
    expect(overtimeOn(story.passes(7.9), 'phase-0')).toEqual({ overtime: { minutes: 2, isMore: false } });
    expect(overtimeOn(story.passes(8), 'phase-0')).toEqual({ overtime: { minutes: 3, isMore: false } });
    expect(story.did).toEqual(['edit phase-0']);
  });

  test('is counted for fifteen minutes, then left until the session is forgotten', () => {
    const story = byHand().passes(20);
    expect(overtimeOn(story, 'phase-0')).toEqual({ overtime: { minutes: 15, isMore: true } });
    expect(story.told.filter(({ effect }) => effect.do === 'edit' && effect.slot === 'phase-0')).toHaveLength(16);
    expect(wakeAt(story.state)).toBe(atMinute(75));
  });

  test('leaves the buttons of its card as they are', () => {
    const { rev } = byHand().state;
    expect(byHand().passes(8).press(8, aisha, next, rev).phase).toBe('0 introduce');
  });

  test('is still warned of 30 seconds before', () => {
    expect(byHand().passes(4.5).did).toEqual(['say warning']);
    expect(byHand({ hasWarnings: false }).passes(4.9).did).toEqual(byHand({ hasWarnings: false }).did);
  });

  test('shows no overtime where the clock moves on', () => {
    expect(anHour([aisha]).card('phase-0', 'phase').byHand).toBeNull();
    expect(anHour([aisha]).passes(5).phase).toBe('0 introduce');
  });
});

describe('Next phase after four minutes too many', () => {
  test('in the opening is paid by all turns alike, and the end holds', () => {
    const story = byHand({ ready: [aisha, ben, chloe, dev] }).passes(9).press(9, aisha, next);
    expect(story.did).toEqual(['post turn-0', 'post phase-1', 'edit phase-0', 'edit agenda']);
    expect(story.endsAtMinute).toBe(60);
    expect([0, 1, 2, 3].map((turn) => story.minutesOf(turn)['look-deeper'])).toEqual([3, 3, 3, 3]);
    expect(story.card('phase-0', 'phase')).toMatchObject({ state: { is: 'over', endedAt: atMinute(9) }, lengthMs: minutes(5), byHand: { overtime: null } });
    expect(story.card('phase-1', 'phase')).toMatchObject({ startsAt: atMinute(9), sessionEndsAt: atMinute(60), byHand: { overtime: null } });
  });

  test('in a turn is paid by its later phases first, Response last', () => {
    const story = byHand({ ready: [aisha, ben, chloe, dev] }).press(5, aisha, next).press(6, aisha, next).passes(12).press(12, aisha, next);
    expect(story.phase).toBe('0 look-deeper');
    // Clarify ran four minutes over: three come from Look deeper and one from Action step.
    expect(story.minutesOf(0)).toMatchObject({ 'introduce': 1, 'clarify': 2, 'look-deeper': 1, 'action-step': 1, 'response': 2, 'reflections': 1 });
    expect(story.endsAtMinute).toBe(60);
  });

  test('shows on the card the end that it would mean', () => {
    const story = anHour([aisha], { movesOn: 'chair' }).passes(5);
    expect(story.card('phase-0', 'phase').sessionEndsAt).toBe(atMinute(23));
    // A turn of 13 minutes can give seven and keep a minute for each of its six phases.
    expect(story.passes(12).card('phase-0', 'phase').sessionEndsAt).toBe(atMinute(23));
    expect(story.passes(14).card('phase-0', 'phase').sessionEndsAt).toBe(atMinute(25));
  });

  test('that the later phases cannot pay moves the end and says to when', () => {
    const story = anHour([aisha], { movesOn: 'chair' }).passes(14).press(14, aisha, next);
    expect(story.did[0]).toBe('say ends-later');
    expect(story.effects[0]).toMatchObject({ message: { notice: { endsAt: atMinute(25), cause: 'overtime' } } });
    expect(story.endsAtMinute).toBe(25);
  });
});

describe('Next phase in time', () => {
  test('brings all that follows forward, as always', () => {
    expect(byHand().press(3, aisha, next).endsAtMinute).toBe(58);
  });

  test('at the very end of the phase is no overtime', () => {
    const story = byHand().passes(4.9).press(5, aisha, next);
    expect(story.endsAtMinute).toBe(60);
    expect(story.did).toEqual(['say time-up', 'edit phase-0', 'post turn-0', 'post phase-1', 'edit phase-0', 'edit agenda']);
  });
});

describe('One minute more', () => {
  test('in overtime counts from now, and time is up once more', () => {
    const story = byHand().passes(8).press(8, aisha, minute);
    expect(story.state).toMatchObject({ phaseEndsAt: atMinute(9), overtimeMinutes: null });
    expect(story.endsAtMinute).toBe(60);
    expect(overtimeOn(story, 'phase-0')).toEqual({ overtime: null });
    expect(story.card('phase-0', 'phase')).toMatchObject({ endsAt: atMinute(9), lengthMs: minutes(9) });
    expect(story.passes(9).did).toEqual(['say time-up', 'edit phase-0']);
  });

  test('in overtime that cannot be paid names the end first', () => {
    const story = anHour([aisha], { movesOn: 'chair' }).passes(12).press(12, aisha, minute);
    expect(story.answer).toEqual({ kind: 'end-would-move', endsAt: atMinute(24), zone: 'Europe/London' });
    expect(story.press(12, aisha, minute).endsAtMinute).toBe(24);
  });
});

describe('The last phase', () => {
  const inClose = (): Story => anHour([aisha], { movesOn: 'chair' }).press(5, aisha, next).type(6, aisha, next).type(8, aisha, next).type(12, aisha, next).type(14, aisha, next).type(16, aisha, next).type(18, aisha, next);

  test('says that the session ends by hand, and Next phase ends it', () => {
    const story = inClose().passes(25);
    expect(story.phase).toBe('- close');
    expect(story.told.at(-4)?.effect).toMatchObject({ message: { notice: { kind: 'time-up', phase: 'close', isLast: true } } });
    story.type(25, aisha, next);
    expect(story.state).toMatchObject({ status: 'ended', ending: 'completed', endedAt: atMinute(25) });
    expect(story.did).not.toContain('say ends-later');
  });

  test('is ended by End session too', () => {
    expect(inClose().passes(25).type(25, aisha, { type: 'end-asked' }).type(25.1, aisha, { type: 'end-asked' }).state).toMatchObject({ status: 'ended', ending: 'ended-early' });
  });

  test('is forgotten 15 minutes beyond the end, which it says, and ended after 60', () => {
    const story = inClose().passes(38);
    const said = story.told.find(({ effect }) => effect.do === 'say' && effect.message.card === 'notice' && effect.message.notice.kind === 'session-forgotten');
    expect(said).toMatchObject({ at: atMinute(38), effect: { message: { notice: { chair: 'Aisha', chairTeamsId: '29:aisha', endsAt: atMinute(83) } } } });
    expect(story.passes(82).state.status).toBe('running');
    expect(story.passes(83).state).toMatchObject({ status: 'ended', ending: 'forgotten', endedAt: atMinute(83) });
  });
});

describe('Forgotten in the middle', () => {
  test('counts from the planned end as it then stands', () => {
    const story = byHand().press(3, aisha, next).passes(72);
    expect(story.hour).toMatchObject({ isForgotten: false });
    expect(story.passes(73).did).toEqual(['say session-forgotten']);
    expect(story.passes(200).state).toMatchObject({ status: 'ended', ending: 'forgotten', endedAt: atMinute(118) });
  });

  test('a chair who goes on after all is forgotten no more', () => {
    expect(byHand().passes(76).press(76, aisha, next).hour).toMatchObject({ isForgotten: false, overtimeMinutes: null });
  });
});

describe('Pause and resume in overtime', () => {
  test('keep what ran over, without moving on', () => {
    const story = byHand().passes(8).press(8, ben, pause);
    expect(story.card('paused-0', 'paused')).toMatchObject({ leftMs: minutes(-3), plannedEndsAt: atMinute(60) });
    expect(story.passes(10).hour.overtimeMinutes).toBe(3);
    story.press(10, aisha, resume('planned'));
    expect(story.phase).toBe('- start-on-time');
    expect(story.did).toEqual(['edit paused-0', 'edit phase-0', 'edit agenda']);
    expect(overtimeOn(story, 'phase-0')).toEqual({ overtime: { minutes: 3, isMore: false } });
    expect(story.endsAtMinute).toBe(60);
    expect(story.passes(11).hour.overtimeMinutes).toBe(4);
    expect(story.press(11, aisha, next).endsAtMinute).toBe(60);
  });

  test('resumed later move the end by the pause alone', () => {
    expect(byHand().passes(8).press(8, ben, pause).press(10, aisha, resume('later')).press(10, aisha, next).endsAtMinute).toBe(62);
  });
});

describe('After an outage', () => {
  test('time up is said late, once, and nothing is paused or announced', () => {
    const story = byHand().late(19);
    expect(story.state.status).toBe('running');
    expect(story.did.filter((each) => !each.startsWith('edit'))).toEqual(['say warning', 'say time-up']);
    expect(story.hour.overtimeMinutes).toBe(14);
    expect(story.press(19, aisha, next).endsAtMinute).toBe(60);
  });

  test('of a night the session has ended, and the line about its open phase is not worth saying', () => {
    const story = byHand().late(900);
    expect(story.state).toMatchObject({ status: 'ended', ending: 'forgotten', endedAt: atMinute(120) });
    const timeUp = story.effects.find((effect) => effect.do === 'say' && effect.message.card === 'notice' && effect.message.notice.kind === 'time-up');
    expect(timeUp).toMatchObject({ until: atMinute(120) });
  });
});

test('the card that is asked for in between tells seconds too', () => {
  const story = byHand().passes(8).press(8.25, aisha, next);
  expect(story.hour.steps.reduce((sum, { lengthMs }) => sum + lengthMs, 0)).toBe(minutes(60) - minutes(3) - seconds(15));
});

test('a pause in overtime ends without naming an end that is past', () => {
  const story = byHand().passes(6).press(6.2, ben, pause).press(16, aisha, resume('planned'));
  expect(story.card('paused-0', 'paused').state).toEqual({ is: 'resumed', by: 'Aisha', endsAt: null });
});
