// The Tuning Protocol (protocols.md 3): one presenter shows a piece of work in progress and hears warm and cool feedback
// in silence. The original takes 77 minutes; in an hour there is a form of 40. Pure data.

import type { Fit, Phase, Protocol } from './protocol.ts';

const presenter = 'presenter';
const colleagues = 'colleagues';
const everyone = [presenter, colleagues];

/** Minutes of presenting, clarifying, probing, noting feedback in silence, giving it, the presenter's reflection. */
const form = (...[present, clarify, probe, note, feedback, reflect]: readonly [number, number, number, number, number, number]): Fit['turnMinutes'] => ({
  'tuning-present': present, 'tuning-clarify': clarify, 'tuning-probe': probe, 'tuning-note': note, 'tuning-feedback': feedback, 'tuning-reflect': reflect,
});

/** The original has no probing. */
const original = { openingMinutes: 10, closeMinutes: 10, turnMinutes: form(20, 5, 0, 2, 15, 15) };
/** The 40-minute form has no introduction; published 3 to 4 for probing, 2 to 3 for noting, 3 to 5 for reflecting. */
const short = { openingMinutes: 0, closeMinutes: 5, turnMinutes: form(10, 3, 4, 2, 10, 5) };

const turn: readonly Phase[] = [
  { id: 'tuning-present', speak: [presenter], listen: [colleagues], mode: 'monologue' },
  { id: 'tuning-clarify', speak: [colleagues, presenter], listen: [], mode: 'facts' },
  { id: 'tuning-probe', speak: [colleagues, presenter], listen: [], mode: 'probe', isOptional: true },
  { id: 'tuning-note', speak: [], listen: [], silent: everyone, mode: 'silent' },
  { id: 'tuning-feedback', speak: [colleagues], listen: [presenter], mode: 'feedback' },
  { id: 'tuning-reflect', speak: [presenter], listen: [colleagues], mode: 'monologue', mentionsOwner: true },
];

/** At most one presenter; without one only what surrounds the turn is left. */
const fitsFor = (lengthMinutes: number, minutes: Omit<Fit, 'lengthMinutes' | 'owners'>): readonly Fit[] =>
  [0, 1].map((owners) => ({ ...minutes, lengthMinutes, owners }));

export const tuning = {
  id: 'tuning',
  alsoCalled: ['tuning protocol'],
  version: 1,
  credit: 'Joseph McDonald and David Allen, Coalition of Essential Schools',
  source: 'The original of about 77 minutes, and docsbay.net/tuning-protocol-40-minutes; the choice within its ranges is ours',
  confidence: 'partly-verified',
  group: { min: 6, max: 12 },
  per: 'once',
  roles: [{ id: presenter, count: 1 }, { id: colleagues, count: 'rest' }],
  opening: { id: 'tuning-introduction', speak: everyone, listen: [], mode: 'discuss' },
  close: { id: 'tuning-debrief', speak: everyone, listen: [], mode: 'debrief' },
  turn,
  givesLast: 'tuning-reflect',
  fits: [...[40, 60, 75].flatMap((lengthMinutes) => fitsFor(lengthMinutes, short)), ...fitsFor(80, original)],
} as const satisfies Protocol;
