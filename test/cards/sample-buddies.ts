// Samples of what members of a pair get about their meetings.

import { conversationId, pairId } from '../../src/core/keys.ts';

/** Thursday 10 December 2026, 16:00 in London. */
const startsAt = Date.UTC(2026, 11, 10, 16, 0);
const nextAt = startsAt + 14 * 86_400_000;
const ofPair = {
  ofPair: { community: conversationId('19:abc@thread.tacv2'), pair: pairId('p1') }, communityName: 'Northern leaders', others: ['Ben Okafor'], zone: 'Europe/London',
} as const;
const of = { ...ofPair, meeting: 3, startsAt } as const;
const module = { insight: 'Insight 4: Teaching', application: 'Application 4: Teaching' } as const;
const actions = [{ owner: 'Aisha Khan', text: 'Quiz Year 4 on Monday', dueOn: '2026-12-08' }, { owner: 'Ben Okafor', text: 'Watch a lesson in Year 6', dueOn: '2026-12-11' }] as const;

const prepare = { card: 'buddy-reminder', is: 'prepare', ...of, format: 'teams', joinLink: 'https://teams.example/join', module, isPrepared: null, preparedOthers: [], actions } as const;
const followUp = { card: 'buddy-follow-up', ...of, isAgain: false, module, actions, dueOn: '2026-12-24', typed: null } as const;
const offer = { card: 'buddy-offer', ...of, why: { is: 'own' }, alternativeAt: startsAt + 86_400_000, mayKeep: true, mayGoWithout: false, typed: null } as const;
const proposal = { card: 'buddy-proposal', ...of, by: 'Ben Okafor', to: { date: '2026-12-11', time: '15:30' }, toAt: Date.UTC(2026, 11, 11, 15, 30) } as const;
const news = { card: 'buddy-news', ...ofPair, meeting: 3 } as const;
const ofNone = { ...news, meeting: null } as const;
const trio = { others: ['Ben Okafor', 'Chloe Smith'] } as const;

export const buddies = {
  'buddy-reminder': {
    prepare,
    prepareInPerson: { ...prepare, format: 'in-person', joinLink: '', module: null, actions: [], communityName: null, ...trio, preparedOthers: ['Chloe Smith'] },
    prepareWithoutInsight: { ...prepare, joinLink: '', module: { insight: '', application: 'Application 1: Behaviour' } },
    prepared: { ...prepare, isPrepared: true, preparedOthers: ['Ben Okafor'] },
    notYet: { ...prepare, isPrepared: false },
    movedMeanwhile: { ...prepare, errors: [{ reason: 'meeting-settled', why: 'moved' }] },
    manyActions: { ...prepare, actions: Array.from({ length: 9 }, () => actions[0]) },
    soon: { ...prepare, is: 'soon', isPrepared: true, preparedOthers: ['Ben Okafor'] },
    soonInPerson: { ...prepare, is: 'soon', format: 'in-person', joinLink: '', module: null, actions: [] },
  },
  'buddy-follow-up': {
    first: followUp,
    again: { ...followUp, isAgain: true, module: null, actions: [] },
    eitherDate: { ...followUp, typed: { feedback: 'The questions helped', action: 'Quiz Year 4', due: '12/3' }, errors: [{ reason: 'ambiguous-date', options: ['2027-03-12', '2027-12-03'] }] },
    saved: { ...followUp, saved: { didMeet: true, dueOn: '2026-12-24', nextAt, isOpen: false } },
    savedNotMet: { ...followUp, saved: { didMeet: false, dueOn: null, nextAt: null, isOpen: true } },
  },
  'buddy-offer': {
    own: offer,
    otherCannot: { ...offer, why: { is: 'other-cannot', by: 'Ben Okafor' }, mayKeep: false, ...trio, mayGoWithout: true },
    ofThree: { ...offer, ...trio, mayGoWithout: true, alternativeAt: null },
    declined: { ...offer, why: { is: 'declined', by: 'Ben Okafor', to: { date: '2026-12-11', time: '15:30' } } },
    holiday: { ...offer, why: { is: 'clash', dayOff: 'holiday', who: null } },
    closed: { ...offer, why: { is: 'clash', dayOff: 'closed', who: null }, alternativeAt: null },
    paused: { ...offer, why: { is: 'clash', dayOff: 'paused', who: 'Ben Okafor' } },
    lapsed: { ...offer, why: { is: 'lapsed' }, mayKeep: false },
    sure: { ...offer, typed: { date: '2026-12-25', time: '15:00', sureOf: '2026-12-25' }, errors: [{ reason: 'day-off', dayOff: 'holiday' }] },
    inWords: { ...offer, typed: { date: 'next Friday', time: 'after school' }, errors: [{ reason: 'ambiguous-date', options: ['2026-12-11', '2026-12-18'] }, { reason: 'bad-meeting', why: 'time' }] },
  },
  'buddy-proposal': {
    one: proposal,
    incomplete: { ...proposal, ...trio, typed: { date: '', time: '' }, errors: [{ reason: 'bad-move', why: 'incomplete' }] },
  },
  'buddy-news': {
    formed: { ...ofNone, news: { is: 'formed', reasons: [{ is: 'together-before', until: startsAt }, { is: 'other-schools' }] } },
    formedTrio: { ...ofNone, ...trio, news: { is: 'formed', reasons: [{ is: 'never-together' }, { is: 'school-unknown' }, { is: 'trio' }] } },
    formedJoining: { ...ofNone, ...trio, news: { is: 'formed', reasons: [{ is: 'trio' }], nextAt: startsAt } },
    joined: { ...ofNone, ...trio, news: { is: 'joined', name: 'Chloe Smith', why: null, by: null } },
    memberGone: { ...ofNone, news: { is: 'member-gone', name: 'Chloe Smith', why: 'broken-up', by: 'Dan Price' } },
    ended: { ...ofNone, news: { is: 'ended', why: 'member-left', by: null } },
    newRound: { ...ofNone, news: { is: 'ended', why: 'new-round', by: 'Dan Price' } },
    agreed: { ...ofNone, news: { is: 'agreed', by: 'Ben Okafor', isFirst: true, meetings: [startsAt, nextAt] } },
    changed: { ...ofNone, news: { is: 'agreed', by: 'Ben Okafor', isFirst: false, meetings: [startsAt, nextAt] } },
    moved: { ...news, news: { is: 'moved', by: 'Ben Okafor', fromAt: startsAt, toAt: startsAt + 86_400_000 } },
    movedOwn: { ...news, news: { is: 'moved', by: null, fromAt: startsAt, toAt: startsAt + 86_400_000 } },
    alone: { ...news, news: { is: 'alone', by: 'Ben Okafor', at: startsAt } },
    aloneOwn: { ...news, news: { is: 'alone', by: null, at: startsAt } },
    kept: { ...news, news: { is: 'kept', by: 'Ben Okafor', at: startsAt } },
    standsAgain: { ...news, news: { is: 'stands-again', by: null, at: startsAt } },
    without: { ...news, ...trio, news: { is: 'without', by: 'Ben Okafor', at: startsAt } },
    lapsed: { ...news, news: { is: 'lapsed', at: startsAt, nextAt } },
    lapsedLast: { ...news, communityName: null, news: { is: 'lapsed', at: startsAt, nextAt: null } },
    proposed: { ...news, news: { is: 'proposed', by: null, at: startsAt, toAt: startsAt + 86_400_000 } },
    agreedOn: { ...news, ...trio, news: { is: 'proposed', by: 'Ben Okafor', at: startsAt, toAt: startsAt + 86_400_000 } },
    silent: { ...ofNone, news: { is: 'silent' } },
    unsilent: { ...ofNone, news: { is: 'unsilent' } },
  },
} as const;
