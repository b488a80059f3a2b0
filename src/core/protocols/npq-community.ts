// The peer-led community session of the National Professional Qualifications: the guidance's own hour (domain.md 1.2)
// and the form of 75 minutes that groups of three and four use (protocols.md 1, our figures). Pure data.

import type { Fit, Phase, Protocol } from './protocol.ts';

const owner = 'owner';
const peers = 'peers';
const everyone = [owner, peers];

/** Minutes of introduce, clarify, look deeper, action step, response and reflections. */
type SixMinutes = readonly [number, number, number, number, number, number];

const sixPhases = ([introduce, clarify, lookDeeper, actionStep, response, reflections]: SixMinutes): Fit['turnMinutes'] =>
  ({ introduce, clarify, 'look-deeper': lookDeeper, 'action-step': actionStep, response, reflections });

/** The guidance's turn for a group of four: 13 minutes. */
const upToFour = sixPhases([2, 2, 4, 2, 2, 1]);

// The guidance's lists for five and six have no Introduce, and without it they add up to exactly 10 and 8 minutes.
// Our decision: the write-up posted after the agenda stands in for it; without one, a minute of Look deeper does.
const ofFive = sixPhases([0, 1, 4, 2, 2, 1]);
const ofSix = sixPhases([0, 1, 3, 2, 1, 1]);
const withoutWriteUp = { phase: 'introduce', minutes: 1, takenFrom: 'look-deeper' };

const frame = { openingMinutes: 5, closeMinutes: 5 };
const wholeHourTurnMinutes = 21;

/** The 60-minute table, by number of problem owners. */
const hour: readonly Omit<Fit, 'lengthMinutes'>[] = [
  // The guidance says nothing of fewer than four: 13-minute turns, and the session ends early (our decision).
  { ...frame, owners: 0, turnMinutes: upToFour },
  { ...frame, owners: 1, turnMinutes: upToFour },
  { ...frame, owners: 2, turnMinutes: upToFour, wholeHourTurnMinutes },
  { ...frame, owners: 3, turnMinutes: upToFour, wholeHourTurnMinutes },
  // The guidance's clock starts the turns of four at 5, 17, 30 and 43 and closes at 55, while its phases add up to 13.
  // Our decision: the clock wins, and Introduce gives the minute: it is the one phase that shorter turns drop.
  { ...frame, owners: 4, turnMinutes: upToFour, slotMinutes: [12, 13, 13, 12], slotsTakeFrom: 'introduce' },
  { ...frame, owners: 5, turnMinutes: ofFive, withoutWriteUp },
  // Six turns of 8 minutes leave two minutes of the guidance's fifty: they go to the close (our decision).
  { ...frame, owners: 6, closeMinutes: 7, turnMinutes: ofSix, withoutWriteUp },
];

/** 75 minutes have figures of their own for three and four owners; other numbers use the hour and end early. */
const seventyFive: readonly Omit<Fit, 'lengthMinutes'>[] = [
  ...hour.filter(({ owners }) => owners !== 3 && owners !== 4),
  { openingMinutes: 6, closeMinutes: 6, owners: 3, turnMinutes: sixPhases([3, 3, 6, 4, 3, 2]) },
  { openingMinutes: 5, closeMinutes: 6, owners: 4, turnMinutes: sixPhases([2, 2, 4, 4, 2, 2]) },
];

const turn: readonly Phase[] = [
  { id: 'introduce', speak: [owner], listen: [peers], mode: 'monologue' },
  // Peers ask; that the owner answers, briefly, is our decision.
  { id: 'clarify', speak: [peers, owner], listen: [], mode: 'facts' },
  { id: 'look-deeper', speak: [peers], listen: [owner], mode: 'discuss' },
  { id: 'action-step', speak: [peers], listen: [owner], mode: 'discuss' },
  { id: 'response', speak: [owner], listen: [peers], mode: 'monologue', mentionsOwner: true },
  { id: 'reflections', speak: everyone, listen: [], mode: 'debrief' },
];

export const npqCommunity = {
  id: 'npq-community',
  alsoCalled: ['npq community session'],
  version: 1,
  credit: 'The guidance for peer-led communities on the National Professional Qualifications for school leaders, England',
  source: 'A delivery partner\'s guide for NPQ participants: 60 minutes with four to six problems; other figures are ours',
  confidence: 'partly-verified',
  /** Problem owners in one group; any number may come to help. */
  group: { min: 1, max: 6 },
  per: 'presenter',
  roles: [{ id: owner, count: 1 }, { id: peers, count: 'rest' }],
  opening: { id: 'start-on-time', speak: everyone, listen: [], mode: 'round', collects: 'successes' },
  close: { id: 'close', speak: everyone, listen: [], mode: 'debrief' },
  turn,
  givesLast: 'response',
  fits: [
    ...hour.map((fit) => ({ ...fit, lengthMinutes: 60 })),
    ...seventyFive.map((fit) => ({ ...fit, lengthMinutes: 75 })),
  ],
} as const satisfies Protocol;
