// A case-study discussion (protocols.md 14): read a case in silence, discuss it, compare it with one's own practice. Two
// cases unless more were brought, four at most: the workshop's leader found four in half an hour too full. Pure data.

import type { Fit, Phase, Protocol } from './protocol.ts';

const presenter = 'presenter';
const colleagues = 'colleagues';
const everyone = [presenter, colleagues];

/** Minutes of reading, discussing, comparing; whatever the number of cases, they are 24 in all. Ours throughout. */
const forCases = (owners: number, ...[read, discuss, compare]: readonly [number, number, number]): Fit => ({
  lengthMinutes: 30, owners, openingMinutes: 2, closeMinutes: 4, isOurs: true,
  turnMinutes: { 'case-study-read': read, 'case-study-discuss': discuss, 'case-study-compare': compare },
});

const ours = { hasOurMinutes: true };
const turn: readonly Phase[] = [
  { id: 'case-study-read', speak: [], listen: [], silent: everyone, mode: 'silent', ...ours },
  { id: 'case-study-discuss', speak: everyone, listen: [], mode: 'discuss', ...ours },
  { id: 'case-study-compare', speak: everyone, listen: [], mode: 'discuss', ...ours },
];

export const caseStudy = {
  id: 'case-study',
  alsoCalled: ['case-study discussion'],
  version: 1,
  credit: 'A teaching school\'s workshop on collaborative practice across schools',
  source: 'The workshop had four cases in thirty minutes; how the minutes are shared is ours',
  confidence: 'proposed',
  group: { min: 2, max: 12 },
  per: 'once',
  roles: [{ id: presenter, count: 1 }, { id: colleagues, count: 'rest' }],
  opening: { id: 'case-study-opening', speak: everyone, listen: [], mode: 'discuss', ...ours },
  close: { id: 'case-study-gathering', speak: everyone, listen: [], mode: 'debrief', ...ours },
  turn,
  leastTurns: 2,
  givesLast: 'case-study-compare',
  fits: [forCases(2, 2, 6, 4), forCases(3, 1.5, 4, 2.5), forCases(4, 1, 3, 2)],
} as const satisfies Protocol;
