// Samples of what members of a pair get about their meetings.

import { conversationId, pairId } from '../../src/core/keys.ts';

const startsAt = Date.UTC(2026, 11, 10, 16, 0);
const of = {
  ofPair: { community: conversationId('19:abc@thread.tacv2'), pair: pairId('p1') }, communityName: 'Northern leaders', others: ['Ben Okafor'], zone: 'Europe/London',
  meeting: 3, startsAt,
} as const;
const module = { insight: 'Insight 4: Teaching', application: 'Application 4: Teaching' } as const;
const actions = [{ owner: 'Aisha Khan', text: 'Quiz Year 4 on Monday', dueOn: '2026-12-08' }] as const;

export const buddies = {
  'buddy-reminder': {
    prepare: { card: 'buddy-reminder', is: 'prepare', ...of, format: 'teams', joinLink: 'https://teams.example/join', module, isPrepared: null, preparedOthers: [], actions },
    soon: { card: 'buddy-reminder', is: 'soon', ...of, format: 'in-person', joinLink: '', module: null, isPrepared: true, preparedOthers: ['Ben Okafor'], actions: [] },
  },
  'buddy-follow-up': { first: { card: 'buddy-follow-up', ...of, isAgain: false, module, actions, dueOn: '2026-12-24', typed: null, errors: [] } },
  'buddy-offer': { own: { card: 'buddy-offer', ...of, why: { is: 'own' }, alternativeAt: startsAt + 86_400_000, mayKeep: true, mayGoWithout: false, typed: null, errors: [] } },
  'buddy-proposal': { one: { card: 'buddy-proposal', ...of, by: 'Ben Okafor', to: { date: '2026-12-11', time: '15:30' }, toAt: Date.UTC(2026, 11, 11, 15, 30) } },
  'buddy-news': { moved: { card: 'buddy-news', ...of, news: { is: 'moved', by: 'Ben Okafor', fromAt: startsAt, toAt: startsAt + 86_400_000 } } },
} as const;
