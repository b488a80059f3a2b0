// What hours of other protocols do differently: they may begin with a turn, end without a close, give everyone a turn or
// the chair what nobody brought.

import { describe, expect, test } from '@jest/globals';
import { actionLearning } from '../../../../src/core/protocols/action-learning.ts';
import { caseStudy } from '../../../../src/core/protocols/case-study.ts';
import { consultancy } from '../../../../src/core/protocols/consultancy.ts';
import type { Phase } from '../../../../src/core/protocols/protocol.ts';
import { troika } from '../../../../src/core/protocols/troika.ts';
import { tuning } from '../../../../src/core/protocols/tuning.ts';
import { step } from '../../../../src/core/session/step.ts';
import { minutes } from '../../../../src/core/time.ts';
import { aisha, anHour, atMinute, ben, chloe, dev, everyone, finn, Story } from '../../../support/given.ts';

const two = [aisha, ben];

describe('an hour that begins with its first turn', () => {
  test('posts the card of the turn at the start, no successes, and the closing card with the debrief', () => {
    const story = anHour([aisha], { protocol: consultancy, helpers: [ben] });
    expect(story.did).toEqual(['post agenda', 'post turn-0', 'post phase-0', 'edit lobby']);
    story.passes(45);
    expect(story.did).toEqual(['post phase-5', 'post closing', 'edit phase-4']);
  });

  test('without a presenter is the debrief alone, with its card and one prompt', () => {
    const story = anHour([], { protocol: consultancy, helpers: [aisha] });
    expect(story.did).toEqual(['post agenda', 'post phase-0', 'post closing', 'edit lobby']);
    expect(story.card('phase-0', 'phase')).toMatchObject({ phase: 'consultancy-debrief', asksForProblem: true });
    expect(story.card('agenda', 'agenda')).toMatchObject({ openingPhase: null, closePhase: 'consultancy-debrief', turns: [], closeStartsAt: atMinute(0) });
  });

  test('started late shortens both turns alike, the first phase too, and ends as planned', () => {
    const story = anHour(two, { protocol: consultancy, plannedAt: atMinute(0), minute: 4 });
    expect(story.endsAtMinute).toBe(45);
    const short = { 'consultancy-present': 5, 'consultancy-clarify': 3, 'consultancy-discuss': 7, 'consultancy-reflect': 3 };
    expect([story.minutesOf(0), story.minutesOf(1)]).toEqual([short, short]);
  });

  test('offers the full length while its first phase runs, and then gives that back too', () => {
    const story = anHour([aisha], { protocol: consultancy, lengthMinutes: 75, plannedAt: atMinute(0), minute: 9 });
    expect(story.card('agenda', 'agenda')).toMatchObject({ offersFullLength: true, lateMs: minutes(9) });
    const shortMinutes = story.minutesOf(0)['consultancy-present'] ?? NaN;
    expect(shortMinutes).toBeLessThan(10);
    story.press(10, aisha, { type: 'full-length-asked' });
    expect(story.minutesOf(0)).toEqual({ 'consultancy-present': 10, 'consultancy-clarify': 5, 'consultancy-probe': 10, 'consultancy-discuss': 15, 'consultancy-reflect': 5 });
    expect(story.endsAtMinute).toBe(59);
    expect(story.passes(18.9).phase).toBe('0 consultancy-present');
    expect(story.passes(19).phase).toBe('0 consultancy-clarify');
  });

  test('started ten minutes late goes without probing, as the short form does', () => {
    const story = anHour([aisha], { protocol: consultancy, plannedAt: atMinute(0), minute: 10 });
    expect(story.minutesOf(0)).toEqual({ 'consultancy-present': 10, 'consultancy-clarify': 5, 'consultancy-discuss': 15, 'consultancy-reflect': 5 });
    expect(story.endsAtMinute).toBe(50);
    expect(story.card('agenda', 'agenda').phases.map(({ phase }) => phase)).not.toContain('consultancy-probe');
  });

  test('keeps the turn that has begun where it is when the order is changed', () => {
    const story = anHour([aisha, ben, chloe], { protocol: consultancy, lengthMinutes: 75 });
    expect(story.type(1, aisha, { type: 'ordered', names: ['Ben'] }).answer ?? story.refusal).toBeNull();
    expect(story.type(1, aisha, { type: 'ordered', names: ['Aisha'] }).refusal).toEqual({ reason: 'too-late-for-this' });
    story.type(2, aisha, { type: 'ordered', names: ['Chloe'] });
    expect(story.hour.turns.map(({ owner }) => owner)).toEqual([aisha.id, chloe.id, ben.id]);
    expect(story.hour.steps.map(({ turn }) => turn)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, null]);
  });

  test('has no opening in which to write, and a debrief for requests', () => {
    const story = anHour([aisha], { protocol: consultancy });
    expect(story.press(1, aisha, { type: 'noted', noteId: 'n', at: 'opening', text: 'A success' }).refusal).toEqual({ reason: 'no-turn-yet' });
    story.passes(46).type(46, aisha, { type: 'noted', noteId: 'm', at: null, text: 'Who has a quiz?' });
    expect(story.hour.requests).toMatchObject([{ phase: 'consultancy-debrief', text: 'Who has a quiz?' }]);
  });
});

describe('an hour without a close', () => {
  const trio = [aisha, ben, chloe];
  test('ends with the last turn, without a closing card; the proposal of the rota stands', () => {
    const story = anHour(trio, { protocol: troika }).passes(29);
    expect(story.card('agenda', 'agenda')).toMatchObject({ openingPhase: 'troika-think', closePhase: null, closeStartsAt: null });
    expect(story.card(`phase-${story.hour.at}`, 'phase').next).toBeNull();
    story.passes(29.5);
    expect(story.state).toMatchObject({ status: 'ended', ending: 'completed', nextChair: ben.id });
    expect(story.told.some(({ effect }) => effect.do === 'post' && effect.slot === 'closing')).toBe(false);
  });

  test('has nothing to note a request for help to', () => {
    const story = anHour(trio, { protocol: troika }).passes(29);
    expect(story.press(29, aisha, { type: 'noted', noteId: 'n', at: 'close', text: 'Help' }).refusal).toEqual({ reason: 'no-turn-yet' });
  });

  test('changes the order of its turns and keeps them all', () => {
    const story = anHour(trio, { protocol: troika }).type(0.5, aisha, { type: 'ordered', names: ['Chloe'] });
    expect(story.hour.turns.map(({ owner }) => owner)).toEqual([chloe.id, aisha.id, ben.id]);
    expect(story.hour.steps).toHaveLength(13);
    expect(story.hour.steps.at(-1)).toMatchObject({ turn: 2, phase: 'troika-feedback' });
  });

  test('writes a note of a silent opening to the history alone', () => {
    const story = anHour(trio, { protocol: troika }).type(0.5, ben, { type: 'noted', noteId: 'n', at: null, text: 'Mine is time' });
    expect(story.did).toEqual(['record note']);
    expect(story.hour).toMatchObject({ successes: [], requests: [], reflections: [] });
  });
});

describe('a protocol in which each member has a turn', () => {
  test('counts helpers, volunteers and guests entered with here; who is out has none', () => {
    const story = new Story({ protocol: troika }).joins([aisha]).joins([ben], 'helper').press(0, chloe, { type: 'volunteered', birthday: null, hasWriteUp: false });
    story.type(0, aisha, { type: 'marked-here', name: 'Jo', part: 'helper', person: null }).joins([dev], 'helper').press(0, dev, { type: 'joined', part: 'out', birthday: null, hasWriteUp: false });
    const names = ['Aisha', 'Ben', 'Chloe', 'Jo'];
    expect(story.card('lobby', 'lobby')).toMatchObject({ owners: names.map((name) => ({ name })), helpers: [], planned: { lengthMinutes: 39 } });
    story.starts(0);
    expect(story.hour.turns).toHaveLength(4);
    expect(story.hour.people.map(({ part }) => part)).toEqual(['owner', 'owner', 'owner', 'owner', 'out']);
  });

  test('takes the order that was typed', () => {
    const story = new Story({ protocol: troika }).joins([aisha, ben, chloe], 'helper').type(0, aisha, { type: 'ordered', names: ['Chloe', 'Ben'] }).starts(0);
    expect(story.hour.turns.map(({ owner }) => owner)).toEqual([chloe.id, ben.id, aisha.id]);
  });

  test('becomes two groups with the sixth, whatever they come as: trios, each member with a turn in their own', () => {
    const story = new Story({ protocol: troika }).joins(everyone.slice(0, 5), 'helper');
    expect(story.card('lobby', 'lobby').groups).toEqual([]);
    expect(story.press(0, finn, { type: 'volunteered', birthday: null, hasWriteUp: false }).did).toEqual(['edit lobby', 'post groups']);
    expect(story.card('lobby', 'lobby').groups).toMatchObject([{ chair: 'Aisha', owners: ['Chloe', 'Eve'] }, { chair: 'Finn', owners: ['Ben', 'Dev'] }]);
    story.starts(0, aisha);
    const turns = story.effects.flatMap((effect) => {
      const begun = effect.do === 'tell' && effect.kind === 'session' ? step(null, effect.event, { at: story.now, rate: 1 }) : null;
      return begun?.kind === 'moved' && 'turns' in begun.state ? [begun.state.turns.map(({ owner, off }) => [owner, off])] : [];
    });
    expect(turns).toEqual([['aisha', 'chloe', 'eve'], ['ben', 'dev', 'finn']].map((group) => group.map((id) => [id, null])));
  });
});

describe('turns that nobody brought', () => {
  test('are the chair’s, who is told once and has a write-up discussed once', () => {
    const story = new Story({ protocol: caseStudy, lengthMinutes: 30 }).joins([ben]).press(0, aisha, { type: 'volunteered', birthday: null, hasWriteUp: false }).starts(0, aisha, [aisha]);
    expect(story.hour.turns.map(({ owner, hasWriteUp }) => [owner, hasWriteUp])).toEqual([[ben.id, false], [aisha.id, true]]);
    story.passes(30);
    expect(story.did.filter((each) => each === 'tell person mail')).toHaveLength(2);
  });

  test('are both the chair’s when nobody brought any; one write-up is not shown twice', () => {
    const story = new Story({ protocol: caseStudy, lengthMinutes: 30 }).joins([aisha], 'helper').starts(0, aisha, [aisha]);
    expect(story.hour.turns.map(({ owner, hasWriteUp }) => [owner, hasWriteUp])).toEqual([[aisha.id, true], [aisha.id, false]]);
    expect(story.hour.people).toMatchObject([{ part: 'owner' }]);
    story.passes(30);
    expect(story.did.filter((each) => each === 'tell person mail')).toHaveLength(1);
    expect(story.state).toMatchObject({ status: 'ended', endedAt: atMinute(30) });
  });

  test('are planned for in the lobby before anybody is in, and not named as brought', () => {
    const story = new Story({ protocol: caseStudy, lengthMinutes: 30 });
    expect(story.card('lobby', 'lobby')).toMatchObject({ owners: [], planned: { lengthMinutes: 30 } });
    expect(story.joins([ben]).card('lobby', 'lobby')).toMatchObject({ owners: [{ name: 'Ben' }], planned: { lengthMinutes: 30 } });
  });
});

describe('phases of other kinds', () => {
  test('a round names who speaks after whom: those with turns from the one after the owner, then who helps', () => {
    const story = anHour(two, { protocol: actionLearning, lengthMinutes: 75, helpers: [chloe, dev] });
    expect(story.card('phase-0', 'phase').order).toEqual(['Aisha', 'Ben', 'Chloe', 'Dev']);
    const ordersOf = (phase: string) => story.hour.steps.flatMap((step, index) => (step.phase === phase ? [story.card(`phase-${index}`, 'phase').order] : []));
    expect(ordersOf('action-learning-question')).toEqual([['Ben', 'Chloe', 'Dev'], ['Aisha', 'Chloe', 'Dev']]);
    expect(ordersOf('action-learning-clarify')).toEqual([[], []]);
  });

  test('a round of the second of three turns begins with the third', () => {
    const turn = consultancy.turn.map((each, index): Phase => (index === 3 ? { ...each, mode: 'round' } : each));
    const story = anHour([aisha, ben, chloe], { protocol: { ...consultancy, turn }, lengthMinutes: 75, helpers: [dev] });
    const talks = story.hour.steps.flatMap(({ phase }, index) => (phase === 'consultancy-discuss' ? [story.card(`phase-${index}`, 'phase').order] : []));
    expect(talks).toEqual([['Ben', 'Chloe', 'Dev'], ['Chloe', 'Aisha', 'Dev'], ['Aisha', 'Ben', 'Dev']]);
  });

  test('a silent phase has nobody who speaks or listens', () => {
    const story = anHour([aisha], { protocol: tuning, helpers: [ben] });
    const index = story.hour.steps.findIndex(({ phase }) => phase === 'tuning-note');
    expect(story.card(`phase-${index}`, 'phase')).toMatchObject({ speaks: [], listens: [], silent: ['owner', 'peers'] });
    expect(story.card('phase-0', 'phase')).toMatchObject({ speaks: ['owner'], listens: ['peers'], silent: [] });
  });

  test('notes of a debrief within a turn are reflections, of any other phase the turn’s', () => {
    const turn = consultancy.turn.map((each, index): Phase => (index === 0 ? { ...each, mode: 'debrief' } : each));
    const protocol = { ...consultancy, turn };
    const story = anHour([aisha], { protocol }).type(1, aisha, { type: 'noted', noteId: 'n', at: null, text: 'We learn' });
    expect(story.hour.reflections).toMatchObject([{ text: 'We learn' }]);
    story.passes(11).type(11, aisha, { type: 'noted', noteId: 'm', at: null, text: 'A fact' });
    expect(story.hour.turns[0]?.notes).toMatchObject([{ text: 'A fact' }]);
  });

  test('cards say which kind of session it is where that is not the usual one', () => {
    const story = anHour([aisha], { protocol: tuning, isOtherProtocol: true });
    const shown = { id: 'tuning', isOther: true, asksForWriteUp: true, group: { min: 6, max: 12 } };
    expect(story.card('lobby', 'lobby').protocol).toEqual(shown);
    expect(story.card('agenda', 'agenda').protocol).toEqual(shown);
    expect(anHour([aisha], { protocol: troika }).card('agenda', 'agenda').protocol).toMatchObject({ isOther: false, asksForWriteUp: false });
  });
});
