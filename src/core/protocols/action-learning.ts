// An action learning set (protocols.md 6): members help the issue holder by questions alone, in a fixed order; the chair
// is the set adviser. Thirty to forty minutes an issue. Pure data.

import type { Fit, Phase, Protocol } from './protocol.ts';

const holder = 'holder';
const members = 'members';
const everyone = [holder, members];

/** Published 2, 5 to 10, 10 to 15, 2, 5 (optional) and 2 minutes. */
const withResources = (resources: number): Fit['turnMinutes'] => ({
  'action-learning-present': 2, 'action-learning-clarify': 10, 'action-learning-question': 15, 'action-learning-summary': 2,
  'action-learning-resources': resources, 'action-learning-action': 2,
});

const frame = { openingMinutes: 5, closeMinutes: 5, turnMinutes: withResources(5) };

const turn: readonly Phase[] = [
  { id: 'action-learning-present', speak: [holder], listen: [members], mode: 'monologue' },
  { id: 'action-learning-clarify', speak: [members, holder], listen: [], mode: 'facts' },
  { id: 'action-learning-question', speak: [members, holder], listen: [], mode: 'round' },
  { id: 'action-learning-summary', speak: [holder], listen: [members], mode: 'monologue' },
  { id: 'action-learning-resources', speak: [members], listen: [holder], mode: 'round', isOptional: true },
  { id: 'action-learning-action', speak: [holder], listen: [members], mode: 'monologue', mentionsOwner: true },
];

export const actionLearning = {
  id: 'action-learning',
  alsoCalled: ['action learning set'],
  version: 1,
  credit: 'Reg Revans, who devised action learning; the steps are those that sets commonly use',
  source: 'Public guides to action learning sets: 30 to 40 minutes an issue; minutes of check-in and close are ours',
  confidence: 'partly-verified',
  group: { min: 4, max: 8 },
  per: 'presenter',
  roles: [{ id: holder, count: 1 }, { id: members, count: 'rest' }],
  opening: { id: 'action-learning-check-in', speak: everyone, listen: [], mode: 'round', hasOurMinutes: true },
  close: { id: 'action-learning-close', speak: everyone, listen: [], mode: 'debrief', hasOurMinutes: true },
  turn,
  givesLast: 'action-learning-action',
  fits: [
    { ...frame, lengthMinutes: 60, owners: 0 },
    { ...frame, lengthMinutes: 60, owners: 1 },
    { ...frame, lengthMinutes: 75, owners: 0 },
    { ...frame, lengthMinutes: 75, owners: 1 },
    // Two issues leave no time for the round of resources: the questions are the heart of it.
    { ...frame, lengthMinutes: 75, owners: 2, turnMinutes: withResources(0) },
  ],
} as const satisfies Protocol;
