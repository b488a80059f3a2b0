// Samples of the cards about groups, and of others with their group named.

import { sessionId } from '../../src/core/keys.ts';

const origin = { session: sessionId('s1a2b3'), rev: 0 };

export const twoGroups = [
  { number: 1, chair: 'Aisha Khan', owners: ['Chloe Smith', 'Eve Adams', 'Gina Hall'], helpers: [] },
  { number: 2, chair: 'Ben Okafor', owners: ['Dan Price', 'Finn Gray'], helpers: ['Hugh Young'] },
] as const;

const offered = { card: 'groups', origin, state: 'offered', problemCount: 7, groupCount: 2, groups: [], carriedOver: [], isThreaded: true, isOfMembers: false } as const;

export const groupCards = {
  'groups': {
    offered,
    someCarriedOver: { ...offered, problemCount: 8, carriedOver: ['Gina Hall', 'Hugh Young'] },
    ofMembers: { ...offered, isOfMembers: true },
    together: { ...offered, state: 'together', carriedOver: ['Gina Hall'] },
    one: { ...offered, state: 'one', problemCount: 6, groupCount: 1 },
    stayed: { ...offered, state: 'stayed', carriedOver: ['Gina Hall'] },
    closed: { ...offered, state: 'closed', problemCount: 0, groupCount: 0 },
    started: { ...offered, state: 'started', groups: twoGroups },
    startedInChat: { ...offered, state: 'started', groups: twoGroups, isThreaded: false },
    over: { ...offered, state: 'over', groups: twoGroups },
  },
  'group-root': {
    root: { card: 'group-root', of: { number: 2, count: 3 }, chair: 'Ben Okafor', names: ['Dan Price', 'Finn Gray', 'Hugh Young'] },
    alone: { card: 'group-root', of: { number: 2, count: 3 }, chair: 'Ben Okafor', names: [] },
  },
} as const;
