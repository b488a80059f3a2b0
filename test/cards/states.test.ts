// What people read and can press on the cards of a session, by state (product.md 4).

import { describe, expect, test } from '@jest/globals';
import { createRender } from '../../src/cards/render.ts';
import { personId } from '../../src/core/keys.ts';
import type { Message } from '../../src/core/messages.ts';
import { en } from '../../src/texts/en.ts';
import { samples } from './samples.ts';
import { ofType, textsOf, titlesOf, type Json } from './walk.ts';

const render = createRender(en);
type Shown = Message | undefined;
const cardOf = (message: Shown): Json => (message === undefined ? {} : render(message).card ?? {});
const textsFor = (message: Shown): readonly string[] => textsOf(cardOf(message));
const titlesFor = (message: Shown): readonly string[] => titlesOf(cardOf(message));
const idsFor = (message: Shown): readonly unknown[] => ofType(cardOf(message), 'Input.').map(({ id }) => id);

describe('the lobby', () => {
  const { open, alone, started, cancelled, closed } = samples.lobby;

  test('names who is in, in turn order, whose write-up is ready, who chairs and why, and when it ends', () => {
    expect(textsFor(open)).toEqual([
      "Before we start: who's here?",
      'In, with a problem (3), in turn order:', '1 · Aisha Khan · write-up ready', '2 · Ben Okafor · no write-up yet', '3 · Chloe Smith · write-up ready',
      'In, to help others: Dan Price and Eve Adams',
      'Chair: Ben Okafor (has not chaired for longest)',
      'Planned: 16:00 to 16:49 (London time)',
      'With this many problems it takes 49 min of the 60 min. After the start, the chair can press Use the whole hour on the agenda.',
    ]);
    expect(titlesFor(open)).toEqual(["I'm in, with a problem", "I'm in, to help others", "I'm out", "I'll chair", 'Start session', 'Cancel this session']);
  });

  test('does not promise the whole hour where it is not offered, nor an early end where there is none', () => {
    if (open === undefined) throw new Error('no sample');
    expect(textsFor({ ...open, planned: { ...open.planned, offersWholeHour: false } }).at(-1)).toBe('With this many problems it takes 49 min of the 60 min.');
    expect(textsFor({ ...open, planned: { ...open.planned, lengthMinutes: 60 } }).at(-1)).toBe('Planned: 16:00 to 16:49 (London time)');
  });

  test('tells the only one so, and how to give a birthday', () => {
    expect(textsFor(alone)).toContain('Only you so far. You can start anyway.');
    expect(textsFor(alone).some((text) => text.includes('birthday 14 March'))).toBe(true);
    expect(textsFor(open).some((text) => text.includes('birthday'))).toBe(false);
    expect(titlesFor(alone)).toContain('Start session');
  });

  test.each([[started, 'The session has started.'], [cancelled, 'This session was cancelled.'], [closed, 'Nobody started this session, so it was closed.']])(
    'has no buttons and no plans once it is over', (message, state) => {
      expect(textsFor(message)).toContain(state);
      expect(textsFor(message).some((text) => text.startsWith('Planned'))).toBe(false);
      expect(titlesFor(message)).toEqual([]);
    });
});

describe('the agenda', () => {
  const { plain, late, withoutTurns } = samples.agenda;

  test('names the chair, the times, the phases once, the end, and who can read along', () => {
    expect(textsFor(plain)).toEqual([
      'Agenda', 'Chair: Ben Okafor', 'Eve Adams was proposed but is not in.',
      '16:00 · Start on time', '16:05 · Aisha Khan · write-up ready', '16:18 · Ben Okafor · no write-up yet', '16:31 · Chloe Smith · write-up ready', '16:44 · Close',
      'Ends at 16:49 (London time)',
      'Each turn: Introduce the problem 1 min to 2 min · Clarify 2 min · Look deeper 4 min · Action step 2 min · Response 1 min 15 s · Our reflections 1 min',
      'Everyone in this channel or chat can read what is posted here. What is said here stays here.',
    ]);
  });

  test('offers only what can still be chosen', () => {
    expect(titlesFor(plain)).toEqual(['Use the whole hour']);
    expect(titlesFor(late)).toEqual(['Run full length', 'Use the whole hour']);
    expect(titlesFor(withoutTurns)).toEqual([]);
    expect(textsFor(late)).toContain('We began late. The turns are 3 min 15 s shorter in all.');
    expect(textsFor(withoutTurns).some((text) => text.startsWith('Each turn'))).toBe(false);
  });
});

test('the turn card shows the problem and asks for a note and an action, with the date filled in', () => {
  const { open, withoutWriteUp } = samples.turn;
  expect(textsFor(open).slice(0, 2)).toEqual(['Turn 3 of 4: <at>Aisha Khan</at>', 'The problem']);
  expect(textsFor(withoutWriteUp)).toEqual(['Turn 3 of 4: Jo Guest', 'No write-up: the problem is told in the first minutes.']);
  expect(ofType(cardOf(open), 'Input.').map(({ label }) => label)).toEqual(['Note', 'My next action', 'By when']);
  expect(ofType(cardOf(open), 'Input.Date')).toMatchObject([{ id: 'due', value: '2026-12-19' }]);
  expect(ofType(cardOf(open), 'Input.Text').map(({ maxLength }) => maxLength)).toEqual([10_000, 10_000]);
  expect(titlesFor(open)).toEqual(['Add note', 'Save my next action']);
  expect(ofType(cardOf(open), 'Action.').map(({ data }) => (data as Json)['at'])).toEqual([2, 2]);
});

describe('the closing card', () => {
  const { open, withoutCandidates } = samples.closing;

  test('asks for requests, for the next chair with the proposed one chosen, and for the next meeting', () => {
    expect(ofType(cardOf(open), 'Input.').map(({ label }) => label)).toEqual(['Request for help', 'Chair of the next meeting', 'Next meeting', 'Time']);
    expect(ofType(cardOf(open), 'Input.').slice(2).map(({ value }) => value)).toEqual(['2026-12-17', '16:00']);
    expect(ofType(cardOf(open), 'Input.ChoiceSet')).toMatchObject([{ style: 'compact', value: open?.proposed?.id }]);
    expect(titlesFor(open)).toEqual(['Add request for help', 'Appoint', 'Set the next meeting']);
    expect(textsOf(cardOf(open)).join()).toContain('As the rhythm has it');
    expect(textsOf(cardOf(samples.closing.withoutProposal)).join()).not.toContain('rhythm');
  });

  test('cannot appoint anyone without candidates', () => {
    expect(idsFor(withoutCandidates)).toEqual(['request', 'nextDate', 'nextTime']);
    expect(titlesFor(withoutCandidates)).toEqual(['Add request for help', 'Set the next meeting']);
    expect(titlesFor(samples.closing.ofOtherGroup)).toEqual(['Add request for help']);
  });

  test('has the proposed one among the choices even of a list too long to show, each once', () => {
    if (open === undefined) throw new Error('no sample');
    const candidates = Array.from({ length: 60 }, (_, index) => ({ id: personId(`p${index}`), name: `Person ${index}` }));
    const card = cardOf({ ...open, candidates, proposed: { id: personId('p59'), name: 'Person 59' } });
    const values = (ofType(card, 'Input.ChoiceSet')[0]?.['choices'] as readonly Json[]).map(({ value }) => value);
    expect(values[0]).toBe('p59');
    expect(new Set(values).size).toBe(values.length);
    expect(textsOf(card)).toContain(`The first ${values.length} names are listed.`);
  });
});

describe('the pause', () => {
  const { waiting, outage, resumed, ended } = samples.paused;

  test('says who paused, how much is left, and lets the chair choose the end', () => {
    expect(textsFor(waiting)).toEqual(['Paused', 'Chloe Smith paused the session.', 'Look deeper · Aisha Khan: 1 min 15 s left', 'The chair, Ben Okafor, decides how to go on.']);
    const [finish] = ofType(cardOf(waiting), 'Input.ChoiceSet');
    expect(finish).toMatchObject({ id: 'finish', label: 'Finish', value: 'planned' });
    expect((finish?.['choices'] as readonly Json[]).map(({ value }) => value)).toEqual(['planned', 'later']);
    expect(titlesFor(waiting)).toEqual(['Resume', 'Take the chair']);
    expect(textsFor(outage)).toContain('I was away and am 7 min late, so I have paused the session.');
  });

  test.each([[resumed, 'Ben Okafor resumed the session. This phase ends at 17:00 (London time).'], [ended, 'The session has ended.']])(
    'says what became of it and no more', (message, outcome) => {
      expect(textsFor(message)).toEqual(['Paused', 'Chloe Smith paused the session.', outcome]);
      expect([...titlesFor(message), ...idsFor(message)]).toEqual([]);
    });
});

test('ending asks once more, and nothing after it was answered', () => {
  expect(titlesFor(samples['end-asked']['open'])).toEqual(['End session', 'Carry on']);
  expect(titlesFor(samples['end-asked']['answered'])).toEqual([]);
});

describe('the status', () => {
  test('says where the session is, and neither mentions nor drives', () => {
    const { running, paused, none, lobby } = samples.status;
    expect(textsFor(running)).toEqual([
      'Where we are', 'Look deeper: 3 min left', 'Turn 3 of 4 · Aisha Khan · phase 3 of 6', 'Speaking: all peers', 'Listening only: Aisha Khan',
      'Ends at 16:14 (London time) · 4 min', 'Next: Action step', 'Chair: Ben Okafor · session ends at 17:00', 'Now: 16:11 (London time)',
    ]);
    expect(textsFor(paused)).toContain('Paused in Look deeper: 3 min left');
    expect(textsFor(lobby)).toEqual(expect.arrayContaining(['Not started yet: 5 in, 3 problems. The buttons are on the card “Before we start” further up.', 'Proposed chair: Ben Okafor']));
    expect(textsFor(none)).toEqual(expect.arrayContaining(['Next meeting: Saturday 19 December 2026, 16:00 (London time)', 'Next chair: Chloe Smith']));
    for (const message of [running, paused, none, lobby]) expect(titlesFor(message)).toEqual([]);
  });
});

describe('a card that comes back with what was typed', () => {
  const valuesFor = (message: Shown): readonly unknown[] => ofType(cardOf(message), 'Input.').map(({ type, id, value }) => [type, id, value]);

  test('holds it all, and says at the button pressed what is wrong and what to do', () => {
    expect(valuesFor(samples.turn.eitherDate)).toEqual([['Input.Text', 'note', 'Ask them what helped'], ['Input.Text', 'action', 'Quiz Year 4'], ['Input.Text', 'due', '12/3']]);
    expect(textsFor(samples.turn.eitherDate).at(-1)).toBe('Nothing was saved: that date may be Friday 12 March 2027 or Friday 3 December 2027. Please write the one you mean, like 12 March.');
    expect(valuesFor(samples.turn.pastDate).at(-1)).toEqual(['Input.Date', 'due', '2026-03-12']);
    expect(valuesFor(samples.closing.tooLong)[0]).toEqual(['Input.Text', 'request', 'A visit to your school. '.repeat(90)]);
    expect(textsFor(samples.closing.tooLong)).toContain('Nothing was saved: the request for help has 2160 characters, and 2000 fit. Please shorten it.');
    expect(valuesFor(samples.closing.dayInWords)).toEqual([['Input.Text', 'request', 'A visit'], ['Input.ChoiceSet', 'nextChair', expect.any(String)], ['Input.Text', 'nextDate', 'next Friday'], ['Input.Time', 'nextTime', '16:30']]);
    expect(textsFor(samples.closing.dayInWords).at(-1)).toContain('may be Friday 5 March 2027 or Friday 12 March 2027');
    expect(textsFor(samples.successes.empty).at(-1)).toMatch(/^Nothing was saved: the note is empty/);
  });

  test('stands in order: the note, its line, the action', () => {
    expect(textsFor(samples.turn.savedAgain).at(-1)).toBe('Note saved.');
    expect(valuesFor(samples.turn.savedAgain)).toEqual([['Input.Text', 'note', ''], ['Input.Text', 'action', 'Quiz Year 4'], ['Input.Date', 'due', '2026-12-19']]);
  });

  test('says to its buttons that it is one; the card that all share says nothing, and its inputs are empty', () => {
    const dataOf = (message: Shown): readonly unknown[] => ofType(cardOf(message), 'Action.Execute').map(({ data }) => (data as Json)['again']);
    expect([dataOf(samples.turn.eitherDate), dataOf(samples.turn.open)]).toEqual([[true, true], [undefined, undefined]]);
    expect(dataOf(samples.closing.tooLong)).toEqual([true, undefined, true]);
    expect(valuesFor(samples.turn.open)).toEqual([['Input.Text', 'note', ''], ['Input.Text', 'action', ''], ['Input.Date', 'due', '2026-12-19']]);
  });
});
