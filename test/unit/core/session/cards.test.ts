// What phase cards, status and slots show and mean, drawn from real sessions (product.md 4.4).

import { describe, expect, test } from '@jest/globals';
import { npqCommunity } from '../../../../src/core/protocols/npq-community.ts';
import { draw, statusOf } from '../../../../src/core/session/draw.ts';
import { drawPhase } from '../../../../src/core/session/draw-phase.ts';
import { presentStep, timesOf } from '../../../../src/core/session/hour.ts';
import { sessionMachine } from '../../../../src/core/session/machine.ts';
import { minutes } from '../../../../src/core/time.ts';
import type { Live } from '../../../../src/core/session/session.ts';
import { slotOfPress } from '../../../../src/core/session/slots.ts';
import { aisha, anHour, atMinute, ben, chloe, dev, everyone, Story, type Wish, writeUpOf } from '../../../support/given.ts';

const four = everyone.slice(0, 4);
const moment = (minute: number) => ({ at: atMinute(minute), rate: 1 });

describe('a phase card', () => {
  test('says whose turn it is, who speaks, who listens, until when and what is next', () => {
    const story = anHour(four).passes(33);
    expect(story.card('phase-14', 'phase')).toMatchObject({
      phase: 'clarify', protocol: 'npq-community', turn: { number: 3, count: 4, owner: { name: 'Chloe', teamsId: '29:chloe' }, phaseNumber: 2, phaseCount: 6 },
      speaks: ['peers', 'owner'], listens: [], chair: 'Aisha', next: { phase: 'look-deeper', owner: null },
      startsAt: atMinute(32), endsAt: atMinute(34), lengthMs: minutes(2), sessionEndsAt: atMinute(60), state: { is: 'running' }, mentionsOwner: false,
    });
  });

  test.each([
    ['introduce', 5.5, ['owner'], ['peers'], false], ['look-deeper', 9, ['peers'], ['owner'], false], ['action-step', 13, ['peers'], ['owner'], false],
    ['response', 15, ['owner'], ['peers'], true], ['reflections', 16.5, ['owner', 'peers'], [], false], ['close', 57, ['owner', 'peers'], [], false],
  ])('of %s: who speaks, who listens, who is mentioned', (...[phase, minute, speaks, listens, mentionsOwner]) => {
    const story = anHour(four).passes(minute);
    expect(story.card(`phase-${story.hour.at}`, 'phase')).toMatchObject({ phase, speaks, listens, mentionsOwner });
  });

  test('of a role that is everyone', () => {
    const story = anHour([aisha]);
    const { protocol } = story.hour;
    const live = { ...story.hour, protocol: { ...protocol, opening: { ...protocol.opening, speak: ['everyone'] } } } as Live;
    expect(drawPhase(live, 0, moment(1)).speaks).toEqual(['everyone']);
  });

  test('before a new turn names its owner, before the close nobody', () => {
    const story = anHour(four).passes(16.5);
    expect(story.card('phase-6', 'phase').next).toEqual({ phase: 'introduce', owner: 'Ben' });
    expect(story.passes(54.5).card('phase-24', 'phase').next).toEqual({ phase: 'close', owner: null });
  });

  test('of a session that has ended is over, at its times', () => {
    const story = anHour([aisha]).passes(23);
    expect(story.card('phase-7', 'phase')).toMatchObject({ state: { is: 'over', endedAt: atMinute(23) }, endOffer: null, takeover: null, sessionEndsAt: atMinute(23) });
    expect(story.card('phase-1', 'phase').state).toEqual({ is: 'over', endedAt: atMinute(7) });
    expect(story.card('agenda', 'agenda')).toMatchObject({ endsAt: atMinute(23), turns: [{ startsAt: atMinute(5) }] });
  });
});

describe('status', () => {
  const statusAt = (story: Story, minute: number) => statusOf(story.state, moment(minute));
  test('of a lobby counts who is in', () => {
    expect(statusAt(new Story().joins([aisha, ben]).joins([chloe], 'helper'), 1)).toEqual({ state: 'lobby', inCount: 3, ownerCount: 2, chair: 'Aisha' });
    expect(statusAt(new Story(), 1)).toEqual({ state: 'lobby', inCount: 0, ownerCount: 0, chair: null });
  });
  test('of an hour shows the phase and what is left of it', () => {
    expect(statusAt(anHour(four), 2)).toMatchObject({ state: 'running', leftMs: minutes(3), phase: { phase: 'start-on-time' } });
    expect(statusAt(anHour(four).press(2, ben, { type: 'pause-asked' }), 9)).toMatchObject({ state: 'paused', leftMs: minutes(3) });
  });
  test('after it says who is next', () => {
    expect(statusAt(anHour([aisha, ben]).passes(100), 100)).toEqual({ state: 'none', nextMeetingAt: null, nextChair: 'Ben' });
    expect(statusAt(new Story({ appointed: ben.id, roster: { [ben.id]: { name: 'Ben', teamsId: null, sessionCount: 1, chairedCount: 0, lastChairedAt: null, birthday: null, waitingSince: 0 } } }).type(1, aisha, { type: 'cancelled' }), 2))
      .toEqual({ state: 'none', nextMeetingAt: null, nextChair: 'Ben' });
    expect(statusAt(new Story().type(1, aisha, { type: 'cancelled' }), 2)).toMatchObject({ nextChair: null });
  });
});

describe('slots', () => {
  test.each(['agenda', 'phase-0', 'phase-99', 'turn-9', 'write-ups-0', 'paused-0', 'summary', 'nothing', 'phase', ''])('%j shows nothing before its time', (slot) => {
    expect(draw(new Story().joins([aisha]).state, slot, moment(0))).toBeNull();
    if (!['agenda', 'phase-0'].includes(slot)) expect(draw(anHour([aisha]).state, slot, moment(0))).toBeNull();
  });

  test('of a session without that step are a fault', () => {
    const { hour } = anHour([aisha]);
    expect(() => presentStep({ ...hour, at: 99 })).toThrow('session without step 99');
    expect(() => drawPhase(hour as Live, 99, moment(0))).toThrow('session without step 99');
    expect(() => timesOf(hour as Live, 99, 0)).toThrow('session without step 99');
    expect(() => drawPhase({ ...hour, protocol: { ...hour.protocol, opening: { ...npqCommunity.opening, id: 'other' } } }, 0, moment(0))).toThrow('without phase start-on-time');
  });

  const wish = (over: Wish | { readonly type: Wish['type'] }): Wish => over as Wish;
  const noted = (at: unknown): Wish => wish({ type: 'noted', at } as unknown as Wish);
  test.each<[string, Wish, number | null, string | null]>([
    ['lobby', wish({ type: 'joined' }), 0, 'lobby'], ['lobby', wish({ type: 'joined' }), null, null],
    ['running', noted('opening'), 0, 'successes'], ['running', noted('close'), 0, 'closing'], ['running', noted(2), 0, 'turn-2'], ['running', noted(null), null, null],
    ['running', wish({ type: 'action-given', at: 1 } as unknown as Wish), 0, 'turn-1'], ['running', wish({ type: 'action-given', at: null } as unknown as Wish), null, null],
    ['running', wish({ type: 'next-chair-given' }), 0, 'closing'], ['running', wish({ type: 'end-confirmed' }), 3, 'end-asked-3'], ['running', wish({ type: 'end-dismissed' }), null, null],
    ['running', wish({ type: 'next-asked' }), 1, 'phase-0'], ['running', wish({ type: 'pause-asked' }), 0, null], ['running', wish({ type: 'chair-asked' }), 1, 'phase-0'],
    ['running', wish({ type: 'chair-asked' }), 0, null], ['running', wish({ type: 'whole-hour-asked' }), 1, 'agenda'], ['running', wish({ type: 'full-length-asked' }), 0, null],
    ['running', wish({ type: 'ordered' }), 1, null], ['paused', wish({ type: 'chair-asked' }), 2, 'paused-0'], ['paused', wish({ type: 'resume-asked' }), 2, 'paused-0'],
    ['paused', wish({ type: 'resume-asked' }), 1, null], ['ended', wish({ type: 'next-asked' }), 1, null],
  ])('%s: the card %j with revision %j is %j', (state, { ...event }, rev, expected) => {
    const stories: Readonly<Record<string, Story>> = {
      lobby: new Story(), running: anHour(four), paused: anHour(four).press(1, ben, { type: 'pause-asked' }), ended: anHour(four).press(1, aisha, { type: 'end-asked' }).press(1, aisha, { type: 'end-confirmed' }, 0),
    };
    expect(slotOfPress((stories[state] ?? new Story()).state, { ...event, by: ben, rev })).toBe(expected);
  });
});

test('as a document a session lives in its thread, names everyone, and goes two days after its end', () => {
  const roster = { [dev.id]: { name: 'Dev', teamsId: null, sessionCount: 1, chairedCount: 0, lastChairedAt: null, birthday: null, waitingSince: 0 } };
  const story = anHour([ben], { opener: aisha, coordinator: chloe, roster });
  expect(sessionMachine.home(story.state)).toEqual({ kind: 'thread', thread: '19:c;messageid=1', language: 'en' });
  expect(sessionMachine.people(story.state)).toEqual(['aisha', 'chloe', 'ben', 'dev']);
  expect(sessionMachine.people(anHour([ben]).state)).toEqual(['aisha', 'ben']);
  expect(sessionMachine.expiresAt(story.state, 0)).toBeNull();
  expect(sessionMachine.expiresAt(story.passes(100).state, 0)).toBe(atMinute(23 + 2 * 24 * 60));
  expect(sessionMachine.step(null, { type: 'time-passed' }, moment(0))).toEqual({ kind: 'refused', refusal: { reason: 'no-session' } });
  expect(sessionMachine.step(story.state, { type: 'write-up-known', owner: ben.id, writeUp: writeUpOf(ben) }, moment(200))).toMatchObject({ kind: 'moved', effects: [] });
});
