// Leaving while the hour runs, and coming back: as helper, as owner before, in and after their turn, as chair
// (product.md 4, "Leaving"). Minutes count from 16:00.

import { describe, expect, test } from '@jest/globals';
import { minutes } from '../../../../src/core/time.ts';
import type { OwnerChoice } from '../../../../src/core/session/ask.ts';
import type { Person } from '../../../../src/core/session/session.ts';
import { aisha, anHour, atMinute, ben, chairIs, chloe, dev, everyone, finn, type Story, type Wish, writeUpOf } from '../../../support/given.ts';

const absent = (name: string): Wish => ({ type: 'marked-absent', name });
const gone = (who: Person): Wish => ({ type: 'marked-absent', name: who.name, person: who });
const here = (name: string, part: 'owner' | 'helper' = 'helper'): Wish => ({ type: 'marked-here', name, part, person: null });
const decided = (choice: OwnerChoice): Wish => ({ type: 'owner-decided', choice });
const turnsOf = (story: Story): readonly string[] => story.card('agenda', 'agenda').turns.map(({ owner, startsAt }) =>
  (startsAt === null ? owner : `${owner} ${(startsAt - atMinute(0)) / 60_000}`));
const saidOf = (story: Story) => story.effects.flatMap((effect) => (effect.do === 'say' && effect.message.card === 'notice' ? [effect.message.notice] : []));
const leftAt = (story: Story, who: Person) => story.state.people.find(({ id }) => id === who.id)?.leftAt;
const summaryOf = (story: Story): readonly (readonly [string, boolean, boolean])[] =>
  story.passes(300).card('summary', 'summary').turns.map(({ owner, wasHeld, isCarriedOver }) => [owner, wasHeld, isCarriedOver]);
const endingOf = (story: Story): unknown => {
  const told = story.told.findLast(({ effect }) => effect.do === 'tell' && effect.kind === 'community')?.effect;
  return told?.do === 'tell' && told.kind === 'community' && told.event.type === 'session-ended' ? told.event.ending.discussed : null;
};
const four = everyone.slice(0, 4);

describe('A helper who leaves', () => {
  test('is gone, changes nothing else, and was here all the same', () => {
    const story = anHour([aisha, ben], { helpers: [chloe] }).passes(8).type(8, aisha, absent('Chloe'));
    expect([leftAt(story, chloe), story.answer, story.did]).toEqual([atMinute(8), { kind: 'marked-absent', name: 'Chloe' }, []]);
    expect(story.card('closing', 'closing').candidates.map(({ name }) => name)).toEqual(['Aisha', 'Ben']);
    expect(story.type(9, aisha, { type: 'chair-given', name: 'Chloe' }).refusal).toMatchObject({ reason: 'cannot-chair' });
    expect(story.type(9, aisha, { type: 'next-chair-given', person: chloe.id }).refusal).toMatchObject({ reason: 'cannot-chair' });
    expect(story.passes(60).card('summary', 'summary').attendance).toEqual(['Aisha', 'Ben', 'Chloe']);
    expect(story.card('summary', 'summary').nextChair).toBe('Ben');
  });

  test('is back by writing or pressing anything, be it refused', () => {
    const story = anHour([aisha, ben], { helpers: [chloe] }).passes(8).type(8, chloe, gone(chloe));
    expect([story.refusal, leftAt(story, chloe)]).toEqual([null, atMinute(8)]);
    expect(story.type(9, chloe, gone(chloe)).answer).toEqual({ kind: 'marked-absent', name: 'Chloe' });
    expect(leftAt(story, chloe)).toBe(atMinute(8));
    expect(story.type(9.5, chloe, { type: 'next-asked' }).refusal).toMatchObject({ reason: 'chair-only' });
    expect(leftAt(story, chloe)).toBeNull();
    story.type(10, chloe, gone(chloe)).when(11, { type: 'heard-from', person: chloe.id });
    expect(leftAt(story, chloe)).toBeNull();
  });

  test('is marked by those who drive, or by themselves', () => {
    const story = anHour([aisha, ben], { helpers: [chloe, dev] }).passes(8);
    expect(story.type(8, dev, absent('Chloe')).refusal).toMatchObject({ reason: 'chair-only' });
    expect(story.type(8, dev, { type: 'marked-absent', name: 'Dev', person: chloe }).refusal).toMatchObject({ reason: 'chair-only' });
    expect(story.type(8, finn, gone(finn)).answer).toEqual({ kind: 'marked-absent', name: '' });
    expect(story.type(8, aisha, absent('Nobody')).refusal).toMatchObject({ reason: 'unknown-name' });
  });
});

describe('An owner whose turn is still to come', () => {
  test('goes to the end once, with their minutes', () => {
    const story = anHour(four, { ready: [ben] }).passes(8).type(8, aisha, absent('Ben'));
    expect(turnsOf(story)).toEqual(['Aisha 5', 'Chloe 17', 'Dev 30', 'Ben 42']);
    expect([saidOf(story), story.endsAtMinute]).toEqual([[{ kind: 'turn-moved', name: 'Ben' }], 60]);
    expect(story.did).toEqual(['say turn-moved', 'edit phase-3', 'edit agenda']);
    expect(story.card('write-ups-0', 'write-ups').items[0]?.owner).toBe('Ben');
    expect(story.hour.turns.at(-1)).toMatchObject({ owner: 'ben', hasMoved: true, off: null });
  });

  test('is carried over when its time comes and they are still away', () => {
    const story = anHour(four, { ready: [ben] }).passes(8).type(8, aisha, absent('Ben')).passes(42);
    expect(story.phase).toBe('- close');
    expect(story.effects.slice(0, 2)).toMatchObject([
      { do: 'say', message: { notice: { kind: 'problem-carried-over', name: 'Ben', turnMs: null, endsAt: atMinute(47) } } }, { do: 'edit', slot: 'agenda' },
    ]);
    expect(turnsOf(story)).toEqual(['Aisha 5', 'Chloe 17', 'Dev 30', 'Ben']);
    expect(summaryOf(story)).toEqual([['Aisha', true, false], ['Chloe', true, false], ['Dev', true, false], ['Ben', false, true]]);
    expect(story.state).toMatchObject({ endedAt: atMinute(47) });
    expect(endingOf(story)).toEqual([]);
    expect(story.hour.turns.map(({ off }) => off)).toEqual([null, null, null, 'carried-over']);
  });

  test('is carried over when marked absent a second time, and the others share the time', () => {
    const story = anHour(everyone.slice(0, 5)).passes(8).type(8, aisha, absent('Ben')).type(9, aisha, absent('Ben'));
    expect([turnsOf(story), story.endsAtMinute]).toEqual([['Aisha 5', 'Chloe 15', 'Dev 28', 'Eve 41', 'Ben'], 59]);
    expect(saidOf(story)).toEqual([{ kind: 'problem-carried-over', name: 'Ben', turnMs: minutes(13), endsAt: atMinute(59), zone: 'Europe/London' }]);
    expect(story.type(9.5, aisha, absent('Ben')).did).toEqual([]);
  });

  test('is carried over at once when it is the last one already', () => {
    const story = anHour(four).passes(8).type(8, aisha, absent('Dev'));
    expect([turnsOf(story), story.endsAtMinute]).toEqual([['Aisha 5', 'Ben 17', 'Chloe 30', 'Dev'], 48]);
    expect(story.passes(42.5).card(`phase-${story.hour.at}`, 'phase')).toMatchObject({ turn: { number: 3, count: 3 } });
  });

  test('two at once both move, and no turn gets shorter when one of them is carried over', () => {
    const story = anHour([aisha, ben, chloe]).press(1, aisha, { type: 'whole-hour-asked' }).passes(8).type(8, aisha, absent('Ben')).type(8, aisha, absent('Chloe'));
    expect(story.hour.turns.map(({ owner, off }) => [owner, off])).toEqual([['aisha', null], ['ben', null], ['chloe', null]]);
    expect(story.endsAtMinute).toBe(60);
    story.type(9, aisha, absent('Ben'));
    expect(story.hour.turns.map(({ owner, off }) => [owner, off])).toEqual([['aisha', null], ['chloe', null], ['ben', 'carried-over']]);
    expect(Object.values(story.minutesOf(1)).reduce((sum, each) => sum + each, 0)).toBeCloseTo(50 / 3, 1);
  });

  test('keeps the place they have when they come back before it', () => {
    const story = anHour(four).passes(8).type(8, aisha, absent('Ben')).passes(20).type(20, aisha, here('Ben'));
    expect([turnsOf(story), leftAt(story, ben)]).toEqual([['Aisha 5', 'Chloe 17', 'Dev 30', 'Ben 42'], null]);
    expect(story.passes(43).phase).toBe('3 introduce');
  });

  test('comes back as a new owner does when it was carried over', () => {
    const story = anHour(four).passes(8).type(8, aisha, absent('Dev')).passes(20).type(20, dev, { type: 'noted', noteId: 'n', at: null, text: 'I am back' });
    expect([turnsOf(story), story.endsAtMinute]).toEqual([['Aisha 5', 'Ben 17', 'Chloe 30', 'Dev 42'], 59]);
    expect(saidOf(story)).toMatchObject([{ kind: 'owner-joined', name: 'Dev', ownMs: minutes(12), isShared: true, endsAt: atMinute(59) }]);
  });

  test('comes back with their turn when the chair marks them here', () => {
    const story = anHour(four).passes(8).type(8, aisha, absent('Dev')).type(9, aisha, here('Dev'));
    expect(turnsOf(story)).toEqual(['Aisha 5', 'Ben 17', 'Chloe 29', 'Dev 41']);
  });

  test('leaves a longer turn its minutes, though a shorter one might have more', () => {
    const story = anHour([aisha, ben, chloe], chairIs(chloe)).press(1, chloe, { type: 'whole-hour-asked' }).passes(15).type(15, aisha, gone(aisha)).passes(15.5);
    expect(story.hour.turns.map(({ owner }) => owner)).toEqual(['aisha', 'ben', 'chloe', 'aisha']);
    const before = story.minutesOf(2);
    story.type(16, ben, gone(ben)).press(16.1, chloe, decided('skip'), 1);
    expect([story.phase, story.minutesOf(2)]).toEqual(['2 introduce', before]);
  });

  test('stays carried over for somebody who comes back to help, or for whom there is no time', () => {
    const story = anHour(everyone.slice(0, 6)).passes(8).type(8, aisha, absent('Finn')).type(9, aisha, here('Zoe', 'owner'));
    expect(turnsOf(story)).toEqual(['Aisha 5', 'Ben 13', 'Chloe 21', 'Dev 29', 'Eve 37', 'Zoe 45', 'Finn']);
    story.press(10, finn, { type: 'joined', part: 'helper', birthday: null, hasWriteUp: false });
    expect([turnsOf(story).at(-1), leftAt(story, finn)]).toEqual(['Finn', null]);
    story.type(11, finn, gone(finn)).type(12, finn, { type: 'next-asked' });
    expect([turnsOf(story).at(-1), leftAt(story, finn)]).toEqual(['Finn', null]);
    expect(story.hour.asks).toEqual([]);
  });

  test('does not begin when the phase before is cut short; the time freed goes to the others', () => {
    const story = anHour(four, chairIs(aisha)).passes(1).type(1, aisha, absent('Ben')).type(1, aisha, { type: 'ordered', names: ['Ben'] });
    expect(turnsOf(story)[0]).toMatch(/^Ben/);
    story.press(3, aisha, { type: 'next-asked' });
    expect([story.phase, turnsOf(story)]).toEqual(['0 introduce', ['Aisha 3', 'Chloe 16', 'Dev 29', 'Ben']]);
    expect(story.endsAtMinute).toBe(47);
  });
});

describe('An owner who leaves in their own turn', () => {
  const inTurn = (): Story => anHour(four, { ...chairIs(aisha), ready: [ben] }).passes(22).type(22, aisha, absent('Ben'));

  test('is waited for: the chair is asked, the phase card says so', () => {
    const story = inTurn();
    expect(story.did).toEqual(['post ask-0', `edit phase-${story.hour.at}`]);
    expect(story.card('ask-0', 'owner-away')).toMatchObject({ name: 'Ben', decider: 'Aisha', decideWithinMs: 30_000, mayMove: true, isOpen: true });
    expect(story.card(`phase-${story.hour.at}`, 'phase').isOwnerAway).toBe(true);
    expect(story.type(22.1, aisha, absent('Ben')).did).toEqual([]);
    expect(story.type(22.2, dev, decided('skip')).refusal).toMatchObject({ reason: 'chair-only' });
    expect(story.type(22.2, aisha, decided('skip')).refusal).toMatchObject({ reason: 'stale' });
  });

  test('is gone on without', () => {
    const story = inTurn().press(22.2, aisha, decided('go-on'), 0);
    expect(story.did).toEqual([`edit phase-${story.hour.at}`, 'edit ask-0']);
    expect(story.passes(29).phase).toBe('1 reflections');
    expect(story.card('ask-0', 'owner-away')).toMatchObject({ isOpen: false, answer: 'go-on' });
    expect(story.told.filter(({ effect }) => effect.do === 'post' && effect.slot === 'ask-1')).toEqual([]);
    expect(summaryOf(story)[1]).toEqual(['Ben', true, false]);
    expect(endingOf(story)).toEqual(['ben']);
  });

  test('moves to the end, from the interrupted phase on, and the end holds', () => {
    const story = inTurn().type(22, aisha, { type: 'noted', noteId: 'n', at: 1, text: 'Noted' }).press(22.2, aisha, decided('to-end'), 0);
    expect(story.phase).toBe('2 introduce');
    expect(story.did.slice(0, 3)).toEqual(['say turn-moved', 'post turn-2', 'post phase-10']);
    expect(story.did).toEqual(expect.arrayContaining(['edit agenda', 'edit ask-0', 'edit phase-9']));
    expect(turnsOf(story)).toEqual(['Aisha 5', 'Chloe 22.2', 'Dev 35.2', 'Ben 47.2']);
    expect(story.endsAtMinute).toBe(60);
    expect(story.minutesOf(4)).toEqual({ 'look-deeper': 2.8, 'action-step': 2, 'response': 2, 'reflections': 1 });
    expect(story.hour.turns.map(({ owner, off, noteCount, hasMoved }) => [owner, off, noteCount, hasMoved])).toEqual([
      ['aisha', null, 0, false], ['ben', 'broken-off', 0, false], ['chloe', null, 0, false], ['dev', null, 0, false], ['ben', null, 1, true],
    ]);
    expect(story.card('write-ups-0', 'write-ups').items[0]?.owner).toBe('Ben');
  });

  test('what is written on the card of the turn that was broken off counts where it goes on, and shows once', () => {
    const story = inTurn().press(22.2, aisha, decided('to-end'), 0).passes(30).type(30, aisha, here('Ben'))
      .press(31, ben, { type: 'noted', noteId: 'n', at: 1, text: 'Late' }).press(31, ben, { type: 'action-given', noteId: 'a', at: 1, text: 'I shall', dueOn: '' });
    expect(story.hour.turns.map(({ noteCount, action }) => [noteCount, action?.text])).toEqual([[0, undefined], [0, undefined], [0, undefined], [0, undefined], [1, 'I shall']]);
    expect(summaryOf(story)).toEqual([['Aisha', true, false], ['Chloe', true, false], ['Dev', true, false], ['Ben', true, false]]);
    const mails = story.told.flatMap(({ effect }) => (effect.do === 'tell' && effect.kind === 'person' ? [JSON.stringify(effect.key)] : []));
    expect(new Set(mails).size).toBe(mails.length);
    expect(endingOf(story)).toEqual(['ben']);
  });

  test('moves to the end by itself after thirty seconds', () => {
    const story = inTurn().passes(22.49);
    expect(story.phase).toBe('1 look-deeper');
    expect(story.passes(22.5).phase).toBe('2 introduce');
    expect(story.card('ask-0', 'owner-away')).toMatchObject({ isOpen: false, answer: 'to-end' });
    expect(story.endsAtMinute).toBe(60);
  });

  test('is carried over when it has moved once already', () => {
    const story = inTurn().passes(47);
    expect(summaryOf(story)).toEqual([['Aisha', true, false], ['Chloe', true, false], ['Dev', true, false], ['Ben', true, true]]);
    const back = inTurn().passes(23).type(23, aisha, here('Ben')).passes(48).type(48, aisha, absent('Ben'));
    expect(back.card('ask-1', 'owner-away')).toMatchObject({ mayMove: false, isOpen: true });
    expect(back.passes(48.5).phase).toBe('- close');
    expect(back.card('ask-1', 'owner-away')).toMatchObject({ answer: 'skip' });
    expect(endingOf(back.passes(300))).toEqual([]);
  });

  test('is skipped: carried over, the next turn begins at once, and the others share what is left', () => {
    const story = anHour(everyone.slice(0, 5), { ...chairIs(aisha), ready: [ben] }).passes(17).type(17, aisha, absent('Ben')).press(17.2, aisha, decided('skip'), 0);
    expect([story.phase, turnsOf(story)]).toEqual(['2 introduce', ['Aisha 5', 'Ben', 'Chloe 17.2', 'Dev 29.2', 'Eve 41.2']]);
    expect(saidOf(story)).toMatchObject([{ kind: 'problem-carried-over', name: 'Ben', turnMs: minutes(12) }]);
    expect(story.hour.steps.filter(({ turn }) => turn === 1)).toHaveLength(2);
    expect(summaryOf(story)[1]).toEqual(['Ben', true, true]);
    expect(endingOf(story)).toEqual([]);
  });

  test('who comes back in time goes on with their turn', () => {
    const story = inTurn().press(22.2, ben, { type: 'noted', noteId: 'n', at: 1, text: 'Back' });
    expect(story.did).toEqual(['edit ask-0', 'record note']);
    expect(story.card('ask-0', 'owner-away')).toMatchObject({ isOpen: false, answer: 'back' });
    expect(story.passes(28).phase).toBe('1 response');
    expect(story.type(28, aisha, absent('Ben')).did).toContain('post ask-1');
  });

  test('whose turn was skipped may have what is left of the time', () => {
    const story = inTurn().press(22.2, aisha, decided('skip'), 0).type(23, aisha, here('Ben', 'owner'));
    expect(turnsOf(story)).toEqual(['Aisha 5', 'Chloe 22.2', 'Dev 35.2', 'Ben 43.2']);
    expect(story.hour.turns.map(({ owner, off }) => [owner, off])).toEqual([['aisha', null], ['ben', 'broken-off'], ['chloe', null], ['dev', null], ['ben', null]]);
  });

  test('is not decided while the session is paused, and has thirty seconds after it', () => {
    const story = inTurn().press(22.1, dev, { type: 'pause-asked' });
    expect(story.card('ask-0', 'owner-away')).toMatchObject({ isOpen: true, decideWithinMs: null });
    expect(story.passes(25).phase).toBe('1 look-deeper');
    expect(story.press(25, aisha, decided('to-end'), 0).refusal).toEqual({ reason: 'not-running', state: 'paused' });
    story.press(26, aisha, { type: 'resume-asked', finish: 'later' });
    expect(story.passes(26.49).phase).toBe('1 look-deeper');
    expect(story.passes(26.5).phase).toBe('2 introduce');
  });

  test('leaves nothing to choose once the chair has gone on to the end of the turn', () => {
    const story = anHour(four).passes(27).type(27.2, aisha, absent('Ben'));
    story.press(27.3, aisha, { type: 'next-asked' }).press(27.4, aisha, { type: 'next-asked' });
    expect([story.phase, story.hour.ownerAway]).toEqual(['2 introduce', null]);
    expect(story.card('ask-0', 'owner-away')).toMatchObject({ isOpen: false, answer: null });
    expect(story.press(27.5, aisha, decided('skip'), 0).refusal).toMatchObject({ reason: 'stale' });
  });

  test('nobody is asked when the turn is all but over: it goes on, and was held', () => {
    const story = anHour(four, { ready: [ben] }).passes(29.2).type(29.2, aisha, absent('Ben'));
    expect([story.did, story.answer]).toEqual([[], { kind: 'marked-absent', name: 'Ben' }]);
    expect(story.passes(30).phase).toBe('2 introduce');
    expect(summaryOf(story)[1]).toEqual(['Ben', true, false]);
    expect(endingOf(story)).toEqual(['ben']);
  });

  test('what is less than a minute by the time it is decided goes on without them', () => {
    const story = anHour(four).passes(27.4).type(27.4, aisha, absent('Ben')).press(27.5, aisha, { type: 'next-asked' }).passes(27.9);
    expect([story.phase, story.hour.ownerAway]).toEqual(['1 reflections', null]);
    expect(story.card('ask-0', 'owner-away')).toMatchObject({ isOpen: false, answer: 'go-on' });
    expect(summaryOf(story)[1]).toEqual(['Ben', true, false]);
  });

  test('is asked about once: the card says it, no line repeats it', () => {
    expect(inTurn().answer).toEqual({ kind: 'done' });
  });

  test('is not mentioned in Response', () => {
    const story = anHour([aisha, ben]).passes(6).type(6, aisha, absent('Aisha')).press(6.1, ben, decided('go-on'), 0);
    expect(story.passes(15.5).card(`phase-${story.hour.at}`, 'phase')).toMatchObject({ phase: 'response', mentionsOwner: false });
  });

  test('who is the only owner: their problem is carried over, and the Close begins', () => {
    const story = anHour([aisha], { helpers: [ben] }).passes(6).type(6, aisha, gone(aisha)).passes(6.5);
    expect([story.phase, story.endsAtMinute]).toEqual(['- close', 11.5]);
  });

  test('pauses after an outage instead of deciding late', () => {
    const story = inTurn().late(25);
    expect(story.state).toMatchObject({ status: 'paused', pauses: [{ cause: { kind: 'outage' } }] });
    expect(story.phase).toBe('1 look-deeper');
  });
});

describe('The chair who leaves', () => {
  test('is asked for: whoever takes the chair has it at once, and nobody is made chair', () => {
    const story = anHour([aisha, ben, chloe], chairIs(chloe)).passes(8).type(8, chloe, gone(chloe));
    expect(saidOf(story)).toContainEqual({ kind: 'chair-left', chair: 'Chloe' });
    expect(story.passes(12).hour.chair).toBe('chloe');
    expect(story.press(12, ben, { type: 'chair-asked' }).hour.chair).toBe('ben');
  });

  test('gives it to whoever has asked for it', () => {
    const story = anHour([aisha, ben, chloe], { helpers: [dev], ...chairIs(dev) }).passes(8).press(8, ben, { type: 'chair-asked' }).type(8.1, dev, gone(dev));
    expect([story.hour.chair, story.hour.takeover]).toEqual(['ben', null]);
  });

  test('does not pass to somebody who asked and left', () => {
    const story = anHour([aisha, ben, chloe]).passes(8).press(8, ben, { type: 'chair-asked' }).type(8.1, ben, gone(ben)).passes(10);
    expect([story.hour.chair, story.hour.takeover]).toEqual(['aisha', null]);
  });

  test('in their own turn: the next in order who is here chooses', () => {
    const story = anHour(four).passes(6).type(6, aisha, absent('Ben')).type(7, aisha, gone(aisha));
    expect(story.card('ask-0', 'owner-away')).toMatchObject({ name: 'Aisha', decider: 'Chloe' });
    expect(story.press(7.1, dev, decided('skip'), 0).refusal).toMatchObject({ reason: 'chair-only' });
    story.press(7.2, chloe, decided('skip'), 0);
    expect(story.phase).toBe('1 introduce');
  });

  test('is still the chair when they come back', () => {
    const story = anHour([aisha, ben, chloe], chairIs(chloe)).passes(8).type(8, chloe, gone(chloe)).type(9, chloe, { type: 'minute-asked' });
    expect([story.refusal, story.hour.chair, leftAt(story, chloe)]).toEqual([null, 'chloe', null]);
  });
});

test('The chair leaves last: nobody is asked to take the chair', () => {
  const story = anHour(everyone.slice(0, 2), chairIs(ben)).passes(1).type(1, aisha, gone(aisha)).type(1, ben, gone(ben));
  expect(saidOf(story).map(({ kind }) => kind)).not.toContain('chair-left');
});

test('Everybody left: the clock runs, nothing is held without its owner, and the summary comes', () => {
  const story = anHour(everyone.slice(0, 3)).passes(6);
  for (const who of [aisha, ben, chloe]) story.type(6, who, gone(who));
  expect(story.passes(300).state).toMatchObject({ status: 'ended', ending: 'completed', endedAt: atMinute(11.5) });
  expect(story.told.filter(({ effect }) => effect.do === 'say' && effect.message.card === 'notice' && effect.message.notice.kind === 'chair-left')).toHaveLength(1);
  expect(story.card('summary', 'summary').attendance).toEqual(['Aisha', 'Ben', 'Chloe']);
  expect(story.card('summary', 'summary').nextChair).not.toBeNull();
});

test('A write-up that becomes ready while its owner\'s problem is carried over is not shown', () => {
  const story = anHour(four).passes(8).type(8, aisha, absent('Dev')).when(9, { type: 'write-up-known', owner: dev.id, writeUp: writeUpOf(dev) });
  expect(story.did).toEqual([]);
});

describe('Where the chair moves on', () => {
  test('an absent owner\'s turn moves to the end after thirty seconds all the same, from the phase in overtime on', () => {
    const story = anHour(four, { ...chairIs(dev), movesOn: 'chair' }).passes(5).press(5, dev, { type: 'next-asked' }).passes(7).type(7, dev, absent('Aisha')).passes(7.6);
    expect([story.phase, story.endsAtMinute]).toEqual(['1 introduce', 60]);
    expect(story.minutesOf(4)).toMatchObject({ 'clarify': 2, 'look-deeper': expect.any(Number) });
    expect(story.minutesOf(4)).not.toHaveProperty('introduce');
  });

  test('the thirty seconds are counted anew after an outage, which pauses nothing', () => {
    const story = anHour(four, { ...chairIs(dev), movesOn: 'chair' }).passes(5).press(5, dev, { type: 'next-asked' }).type(5.2, dev, absent('Aisha')).late(9);
    expect([story.state.status, story.phase]).toEqual(['running', '0 introduce']);
    expect(story.passes(9.6).phase).toBe('1 introduce');
  });

  test('somebody who joins in overtime shares the time to the booked end; the overtime is paid when the chair goes on', () => {
    const story = anHour(four, { ...chairIs(dev), movesOn: 'chair' }).passes(5).press(5, dev, { type: 'next-asked' }).passes(8)
      .press(8, finn, { type: 'joined', part: 'owner', birthday: null, hasWriteUp: false });
    expect(story.hour.turns).toHaveLength(5);
    const promised = story.endsAtMinute;
    expect(story.press(8.5, dev, { type: 'next-asked' }).endsAtMinute).toBe(promised);
  });
});
