// Troika Consulting (protocols.md 4): everyone is client once; the others talk about the client's challenge as if the
// client were not there. Groups of three; four or five take longer. Pure data.

import type { Fit, Phase, Protocol } from './protocol.ts';

const client = 'client';
const consultants = 'consultants';

/** Published 1 to 2, 1 to 2, 4 to 5 and 1 to 2 minutes: three clients in half an hour. */
const turnMinutes: Fit['turnMinutes'] = { 'troika-challenge': 2, 'troika-clarify': 1.5, 'troika-advise': 4.5, 'troika-feedback': 1.5 };

const turn: readonly Phase[] = [
  { id: 'troika-challenge', speak: [client], listen: [consultants], mode: 'monologue' },
  { id: 'troika-clarify', speak: [consultants, client], listen: [], mode: 'facts' },
  // The client turns away; in a call camera and microphone are off.
  { id: 'troika-advise', speak: [consultants], listen: [client], mode: 'discuss' },
  { id: 'troika-feedback', speak: [client], listen: [consultants], mode: 'feedback', mentionsOwner: true },
];

const fitsUpTo = (lengthMinutes: number, most: number): readonly Fit[] =>
  Array.from({ length: most + 1 }, (_, owners) => ({ lengthMinutes, owners, openingMinutes: 1, closeMinutes: 0, turnMinutes }));

export const troika = {
  id: 'troika',
  alsoCalled: ['troika consulting'],
  version: 1,
  credit: 'Henri Lipmanowicz and Keith McCandless, Liberating Structures',
  source: 'liberatingstructures.com, Troika Consulting: 30 minutes for three; the choice within its ranges is ours',
  confidence: 'partly-verified',
  group: { min: 3, max: 5, least: 3 },
  per: 'each-member',
  asksForWriteUp: false,
  roles: [{ id: client, count: 1 }, { id: consultants, count: 'rest' }],
  opening: { id: 'troika-think', speak: [], listen: [], silent: [client, consultants], mode: 'silent' },
  close: null,
  turn,
  givesLast: 'troika-feedback',
  fits: [...fitsUpTo(30, 3), ...fitsUpTo(60, 5)],
} as const satisfies Protocol;
