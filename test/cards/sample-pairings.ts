// Samples of the cards of pairing: for the coordinator, for the group, and for whoever has no buddy.

import { conversationId, pairId } from '../../src/core/keys.ts';

const at = Date.UTC(2026, 11, 3, 16, 0);
const of = { community: conversationId('19:abc@thread.tacv2'), communityName: 'Northern leaders', zone: 'Europe/London' } as const;
const tally = { met: 3, notMet: 1, alone: 1, unanswered: 2, lastMetAt: at } as const;
const blank = { met: 0, notMet: 0, alone: 0, unanswered: 0, lastMetAt: null } as const;
const two = ['Aisha Khan', 'Ben Okafor'] as const;
const pair = { pair: pairId('1'), names: two, since: at, isAgreed: true, tally, nextAt: at + 86_400_000, paused: [] } as const;
const people = [{ code: '0a1b', name: 'Aisha Khan' }, { code: '0c2d', name: 'Ben Okafor' }, { code: '0e3f', name: 'Chloe Smith' }] as const;

const pairs = {
  card: 'pairs', ...of, said: null, page: 1, pageCount: 1, pairCount: 3, hasProposal: false,
  pairs: [pair, { ...pair, pair: pairId('2'), names: ['Chloe Smith', 'Dan Price', 'Eve Hill'], isAgreed: false, tally: blank, nextAt: null }, { ...pair, pair: pairId('3'), tally: blank, paused: [{ name: 'Ben Okafor', until: '2027-01-04' }] }],
  waiting: [{ name: 'Finn Gray', since: at, pausedUntil: null }, { name: 'Gita Rao', since: at, pausedUntil: '2027-01-04' }], out: ['Hal Moss'], others: ['Ivy Nash', 'Jo Guest'],
  unreached: [{ name: 'Dan Price', reason: 'blocked', at }, { name: 'Eve Hill', reason: '', at }],
} as const;

const proposal = {
  card: 'pairs-proposal', ...of, rev: 7, whom: 'waiting', people, refusal: null,
  groups: [
    { names: two, is: 'new', reasons: [{ is: 'never-together' }, { is: 'other-schools' }] },
    { names: ['Chloe Smith', 'Dan Price', 'Eve Hill'], is: 'joined', reasons: [{ is: 'together-before', until: at }, { is: 'same-school' }, { is: 'trio' }, { is: 'by-hand' }] },
    { names: ['Finn Gray', 'Gita Rao'], is: 'as-it-is', reasons: [{ is: 'together-before', until: at }, { is: 'school-unknown' }] },
  ],
  leftOut: [{ name: 'Hal Moss', reason: 'out', until: null }, { name: 'Ivy Nash', reason: 'paused', until: '2027-01-04' }, { name: 'Jo Ray', reason: 'by-hand', until: null }, { name: 'Kim Lee', reason: 'alone', until: null }],
} as const;

const manyPeople = Array.from({ length: 60 }, (_, n) => ({ code: `0a${n}`, name: `Colleague Number ${n}` }));
const form = { card: 'pairs-form', ...of, people, chosen: [], refusal: null } as const;
const announced = { card: 'pairs-announced', by: 'Aisha Khan', groups: [{ names: two }, { names: ['Chloe Smith', 'Dan Price', 'Eve Hill'] }], isRound: false } as const;
const news = { card: 'pairing-news', community: of.community, communityName: of.communityName } as const;
const waiting = { is: 'waiting', names: two, because: 'left-alone' } as const;

export const pairings = {
  'pairs': {
    some: pairs,
    none: { ...pairs, pairs: [], pairCount: 0, waiting: [], out: [], others: null, unreached: [], communityName: null },
    thirty: { ...pairs, pairCount: 30, page: 1, pageCount: 2, pairs: Array.from({ length: 24 }, () => pair), hasProposal: true, said: { is: 'paired', names: two } },
    brokenUp: { ...pairs, said: { is: 'broken-up', names: two } },
    announced: { ...pairs, said: { is: 'announced', pairCount: 14 } },
    discarded: { ...pairs, said: { is: 'discarded' } },
    refused: { ...pairs, said: { is: 'refused', refusal: { reason: 'old-proposal', isOver: true } } },
  },
  'pairs-form': { open: form, refused: { ...form, chosen: ['0a1b', '0c2d'], refusal: { reason: 'wants-no-buddy', names: ['Ben Okafor'] } }, empty: { ...form, people: [] } },
  'pairs-sure': { two: { card: 'pairs-sure', ...of, pair: pairId('1'), names: two } },
  'pairs-proposal': {
    some: proposal,
    round: { ...proposal, whom: 'everyone', leftOut: [], people: manyPeople, groups: Array.from({ length: 30 }, () => proposal.groups[0]) },
    nobody: { ...proposal, groups: [], people: [], leftOut: [{ name: 'Kim Lee', reason: 'alone', until: null }], refusal: { reason: 'old-proposal', isOver: false } },
  },
  'pairs-announced': { some: announced, round: { ...announced, isRound: true } },
  'pairing-news': {
    paused: { ...news, news: { is: 'left-out', reason: 'paused', until: '2027-01-04' } }, alone: { ...news, communityName: null, news: { is: 'left-out', reason: 'alone', until: null } },
    byHand: { ...news, news: { is: 'left-out', reason: 'by-hand', until: null } }, out: { ...news, news: { is: 'left-out', reason: 'out', until: null } },
    back: { ...news, news: { is: 'back' } },
    waiting: { ...news, news: waiting }, looking: { ...news, news: { ...waiting, names: ['Aisha Khan'], because: 'asked-in' } }, returned: { ...news, news: { ...waiting, because: 'back' } },
  },
} as const;
