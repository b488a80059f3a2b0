// The protocols beside the NPQ session against the figures that protocols.md took from their sources, written out by hand.

import { describe, expect, test } from '@jest/globals';
import { actionLearning } from '../../../../src/core/protocols/action-learning.ts';
import { caseStudy } from '../../../../src/core/protocols/case-study.ts';
import { consultancy } from '../../../../src/core/protocols/consultancy.ts';
import type { Phase, Protocol } from '../../../../src/core/protocols/protocol.ts';
import { troika } from '../../../../src/core/protocols/troika.ts';
import { tuning } from '../../../../src/core/protocols/tuning.ts';

/** `present: presenter > consultants`, those who are silent after a tilde; a star marks minutes of ours. */
const shown = ({ id, speak, listen, silent = [], hasOurMinutes = false }: Phase): string =>
  `${id}: ${speak.join(', ')} > ${listen.join(', ')} ~ ${silent.join(', ')}${hasOurMinutes ? ' *' : ''}`.replaceAll(/ > (?= ~)| ~ (?=$| \*)/g, '').replace(':  ~', ': ~');
const phasesOf = (protocol: Protocol): readonly string[] => [protocol.opening, ...protocol.turn, protocol.close].flatMap((phase) => (phase === null ? [] : [shown(phase)]));

/** Opening, phases of a turn and close in minutes. */
function minutesOf(protocol: Protocol, lengthMinutes: number, owners: number): readonly number[] {
  const fit = protocol.fits.find((each) => each.lengthMinutes === lengthMinutes && each.owners === owners);
  if (fit === undefined) throw new Error(`no fit for ${lengthMinutes} minutes and ${owners}`);
  return [fit.openingMinutes, ...protocol.turn.map(({ id }) => fit.turnMinutes[id] ?? NaN), fit.closeMinutes];
}
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

describe('Consultancy', () => {
  test('has the steps of its source, and two of which the source gives no minutes', () => {
    expect(phasesOf(consultancy)).toEqual([
      'consultancy-present: presenter > consultants', 'consultancy-clarify: consultants, presenter', 'consultancy-probe: consultants, presenter',
      'consultancy-discuss: consultants > presenter', 'consultancy-reflect: presenter > consultants *', 'consultancy-debrief: presenter, consultants *',
    ]);
    expect(consultancy).toMatchObject({ per: 'presenter', confidence: 'partly-verified', opening: null, group: { min: 4, max: 12 }, roles: [{ id: 'presenter', count: 1 }, { id: 'consultants', count: 'rest' }] });
  });

  test.each([
    [60, 1, [0, 10, 5, 10, 15, 5, 5], 50], [75, 1, [0, 10, 5, 10, 15, 5, 5], 50],
    [60, 2, [0, 5, 3, 0, 9, 3, 5], 25], [75, 3, [0, 5, 3, 0, 9, 3, 5], 25], [75, 2, [0, 8, 4, 7, 12, 4, 5], 40],
  ])('in %d minutes with %d presenters has %j minutes, %d for one and the debrief', (lengthMinutes, owners, minutes, total) => {
    expect(minutesOf(consultancy, lengthMinutes, owners)).toEqual(minutes);
    expect(sum(minutes)).toBe(total);
  });

  test('marks the form that no source has', () => {
    const ours = (consultancy as Protocol).fits.filter(({ isOurs = false }) => isOurs);
    expect(ours.map(({ lengthMinutes, owners }) => [lengthMinutes, owners])).toEqual([[75, 2]]);
  });
});

describe('Troika Consulting', () => {
  test('has a minute to think, then four steps; nobody speaks while everyone thinks', () => {
    expect(phasesOf(troika)).toEqual([
      'troika-think: ~ client, consultants', 'troika-challenge: client > consultants', 'troika-clarify: consultants, client',
      'troika-advise: consultants > client', 'troika-feedback: client > consultants',
    ]);
    expect(troika).toMatchObject({ per: 'each-member', close: null, asksForWriteUp: false, group: { min: 3, max: 5, least: 3 } });
  });

  test('keeps within the published 1, 1 to 2, 1 to 2, 4 to 5, 1 to 2 minutes, and three take half an hour', () => {
    for (const [lengthMinutes, owners] of [[30, 3], [60, 3], [60, 5]] as const) expect(minutesOf(troika, lengthMinutes, owners)).toEqual([1, 2, 1.5, 4.5, 1.5, 0]);
    expect(1 + 3 * 9.5).toBeLessThanOrEqual(30);
  });
});

describe('Action learning', () => {
  test('has the steps of a set, with a round of resources that may be left out', () => {
    expect(phasesOf(actionLearning)).toEqual([
      'action-learning-check-in: holder, members *', 'action-learning-present: holder > members', 'action-learning-clarify: members, holder',
      'action-learning-question: members, holder', 'action-learning-summary: holder > members', 'action-learning-resources: members > holder',
      'action-learning-action: holder > members', 'action-learning-close: holder, members *',
    ]);
    const turn: readonly Phase[] = actionLearning.turn;
    expect(turn.filter(({ isOptional = false }) => isOptional).map(({ id }) => id)).toEqual(['action-learning-resources']);
    expect(turn.filter(({ mode }) => mode === 'round').map(({ id }) => id)).toEqual(['action-learning-question', 'action-learning-resources']);
    expect(actionLearning).toMatchObject({ per: 'presenter', group: { min: 4, max: 8 } });
  });

  test.each([
    [60, 1, [5, 2, 10, 15, 2, 5, 2, 5]], [75, 1, [5, 2, 10, 15, 2, 5, 2, 5]], [75, 2, [5, 2, 10, 15, 2, 0, 2, 5]],
  ])('in %d minutes with %d issues has %j minutes, an issue 30 to 40', (lengthMinutes, owners, minutes) => {
    expect(minutesOf(actionLearning, lengthMinutes, owners)).toEqual(minutes);
    expect(sum(minutes.slice(1, -1))).toBeGreaterThanOrEqual(30);
    expect(sum(minutes.slice(1, -1))).toBeLessThanOrEqual(40);
  });
});

describe('Tuning', () => {
  test('has the steps of the original and the probing of the short form; the presenter hears feedback in silence', () => {
    expect(phasesOf(tuning)).toEqual([
      'tuning-introduction: presenter, colleagues', 'tuning-present: presenter > colleagues', 'tuning-clarify: colleagues, presenter', 'tuning-probe: colleagues, presenter',
      'tuning-note: ~ presenter, colleagues', 'tuning-feedback: colleagues > presenter', 'tuning-reflect: presenter > colleagues', 'tuning-debrief: presenter, colleagues',
    ]);
    expect(tuning).toMatchObject({ per: 'once', group: { min: 6, max: 12 } });
  });

  test.each([[80, [10, 20, 5, 0, 2, 15, 15, 10], 77], [60, [0, 10, 3, 4, 2, 10, 5, 5], 39], [75, [0, 10, 3, 4, 2, 10, 5, 5], 39], [40, [0, 10, 3, 4, 2, 10, 5, 5], 39]])(
    'in %d minutes has %j minutes, %d in all', (lengthMinutes, minutes, total) => {
      expect(minutesOf(tuning, lengthMinutes, 1)).toEqual(minutes);
      expect(sum(minutes)).toBe(total);
    });
});

describe('The case-study discussion', () => {
  test('reads in silence, discusses and compares; all its minutes are ours', () => {
    expect(phasesOf(caseStudy)).toEqual([
      'case-study-opening: presenter, colleagues *', 'case-study-read: ~ presenter, colleagues *', 'case-study-discuss: presenter, colleagues *',
      'case-study-compare: presenter, colleagues *', 'case-study-gathering: presenter, colleagues *',
    ]);
    expect(caseStudy).toMatchObject({ per: 'once', confidence: 'proposed', leastTurns: 2 });
    expect(caseStudy.fits.every(({ isOurs }) => isOurs)).toBe(true);
  });

  test.each([[2, [2, 2, 6, 4, 4]], [3, [2, 1.5, 4, 2.5, 4]], [4, [2, 1, 3, 2, 4]]])('with %d cases has %j minutes, half an hour in all', (owners, minutes) => {
    expect(minutesOf(caseStudy, 30, owners)).toEqual(minutes);
    expect(sum(minutes.slice(1, -1)) * owners + 6).toBe(30);
  });
});

test('each names whom it is owed to and where its figures come from', () => {
  for (const { credit, source, confidence } of [consultancy, troika, actionLearning, tuning, caseStudy]) {
    expect(credit.length).toBeGreaterThan(10);
    expect(source).toMatch(/ours/);
    expect(confidence).not.toBe('verified');
  }
});
