// Consultancy (protocols.md 2): a presenter brings a dilemma and a question; the group talks about it while the presenter
// is silent and writes. One presenter has the full form, several the short one. Pure data.

import type { Fit, Phase, Protocol } from './protocol.ts';

const presenter = 'presenter';
const consultants = 'consultants';
const everyone = [presenter, consultants];

/** Minutes of presenting, clarifying, probing, the group's talk, the presenter's reflection. */
const form = (...[present, clarify, probe, discuss, reflect]: readonly [number, number, number, number, number]): Fit['turnMinutes'] => ({
  'consultancy-present': present, 'consultancy-clarify': clarify, 'consultancy-probe': probe, 'consultancy-discuss': discuss, 'consultancy-reflect': reflect,
});

/** About 50 with the debrief. */
const full = form(10, 5, 10, 15, 5);
/** About 20, without a round of probing; published 8 to 10 for the talk. */
const short = form(5, 3, 0, 9, 3);
/** Ours: two presenters share 75 minutes, each with every step. */
const stretched = form(8, 4, 7, 12, 4);

const frame = { openingMinutes: 0, closeMinutes: 5 };

const turn: readonly Phase[] = [
  { id: 'consultancy-present', speak: [presenter], listen: [consultants], mode: 'monologue' },
  { id: 'consultancy-clarify', speak: [consultants, presenter], listen: [], mode: 'facts' },
  { id: 'consultancy-probe', speak: [consultants, presenter], listen: [], mode: 'probe', isOptional: true },
  { id: 'consultancy-discuss', speak: [consultants], listen: [presenter], mode: 'discuss' },
  { id: 'consultancy-reflect', speak: [presenter], listen: [consultants], mode: 'monologue', mentionsOwner: true, hasOurMinutes: true },
];

export const consultancy = {
  id: 'consultancy',
  version: 1,
  credit: 'Gene Thompson-Grove, Paula Evans and Faith Dunne, Coalition of Essential Schools; later NSRF and SRI',
  source: 'docsbay.net/doc/514092, steps 1 to 4 of about 50 minutes, and the short form of about 20; other minutes are ours',
  confidence: 'partly-verified',
  group: { min: 4, max: 12 },
  per: 'presenter',
  roles: [{ id: presenter, count: 1 }, { id: consultants, count: 'rest' }],
  opening: null,
  close: { id: 'consultancy-debrief', speak: everyone, listen: [], mode: 'debrief', hasOurMinutes: true },
  turn,
  givesLast: 'consultancy-reflect',
  fits: [
    { ...frame, lengthMinutes: 60, owners: 0, turnMinutes: full },
    { ...frame, lengthMinutes: 60, owners: 1, turnMinutes: full },
    { ...frame, lengthMinutes: 60, owners: 2, turnMinutes: short },
    { ...frame, lengthMinutes: 75, owners: 0, turnMinutes: full },
    { ...frame, lengthMinutes: 75, owners: 1, turnMinutes: full },
    { ...frame, lengthMinutes: 75, owners: 2, turnMinutes: stretched, isOurs: true },
    { ...frame, lengthMinutes: 75, owners: 3, turnMinutes: short },
  ],
} as const satisfies Protocol;
