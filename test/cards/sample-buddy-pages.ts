// Samples of the page of a pair, its form, and what stands where there is none.

import { conversationId, pairId, personId } from '../../src/core/keys.ts';

const at = Date.UTC(2026, 11, 10, 16, 0);
const dayMs = 86_400_000;
const community = conversationId('19:abc@thread.tacv2');
const ofPair = { community, pair: pairId('7') } as const;
const action = { ref: 'pair/7/a1', owner: 'Aisha Khan', text: 'Quiz Year 4 on Monday', dueOn: '2026-12-08', outcome: null, line: '' } as const;
const theirs = { ...action, ref: 's1/2', owner: 'Ben Okafor', text: 'Watch a lesson of a colleague', outcome: 'partly', line: 'One of two' } as const;

const page = {
  card: 'buddy', zone: 'Europe/London', ofPair, communityName: 'Northern leaders', others: ['Ben Okafor'], done: null,
  slot: { weekday: 4, time: '16:00', alternative: { weekday: 1, time: '15:30' }, format: 'teams' }, joinLink: 'https://teams.example.org/join(1)',
  modules: { count: 6, doneCount: 2, next: { insight: 'Insight 3', application: 'Application 3: Questions' } },
  meetings: [
    { startsAt: at, isMoved: false, state: { is: 'standing' }, clash: null, without: [] },
    { startsAt: at + 15 * dayMs, isMoved: true, state: { is: 'unsettled', by: 'Ben Okafor', proposedAt: at + 16 * dayMs }, clash: null, without: [] },
    { startsAt: at + 28 * dayMs, isMoved: false, state: { is: 'alone' }, clash: null, without: [] },
    { startsAt: at + 42 * dayMs, isMoved: false, state: { is: 'standing' }, clash: 'holiday', without: ['Chloe Smith'] },
  ],
  next: { meeting: 3, at, isOpen: false }, asks: [], theirs: [], typed: null, said: null, isSilent: false, isMore: false,
  pairCalendar: { partition: 't1|19:abc@thread.tacv2', pair: pairId('7'), reader: personId('p1'), fileUrl: 'https://turnstone.example.org/calendars/abc', subscribeUrl: 'https://turnstone.example.org/calendars/def' },
} as const;
const plain = {
  ...page, slot: { ...page.slot, alternative: null, format: 'in-person' }, joinLink: '', modules: { count: 0, doneCount: 0, next: null },
  pairCalendar: { ...page.pairCalendar, fileUrl: null, subscribeUrl: null },
} as const;

const typed = {
  weekday: 'thursday', time: '16:00', first: '2026-12-10', zone: 'Europe/London', alternativeWeekday: 'none', alternativeTime: '', format: 'teams', joinLink: '', modules: '',
} as const;
const form = { card: 'buddy-form', ofPair, communityName: 'Northern leaders', others: ['Ben Okafor'], rev: 0, isFirst: true, shownFirst: '2026-12-10', typed, faults: [], asksAbout: null, standing: null } as const;
const fault = <I extends string>(is: I, ...options: readonly string[]) => ({ is, options });
const none = { card: 'buddy-none', zone: 'Europe/London', ofCommunity: community, communityName: 'Northern leaders', done: null, coordinator: 'Chloe Smith' } as const;

export const buddyPages = {
  'buddy': {
    plain,
    whole: {
      ...page, done: 'agreed', isSilent: true, asks: [action], theirs: [theirs],
      said: { startsAt: at - 14 * dayMs, entries: [{ by: 'Aisha Khan', didMeet: true, text: 'Short quizzes work.', action: 'Quiz Year 4' }, { by: 'Ben Okafor', didMeet: false, text: 'I was ill.', action: '' }] },
    },
    severalActions: { ...plain, asks: [action, { ...action, ref: 'pair/7/a2', text: 'Read chapter 3' }], typed: { ref: '', line: 'In two classes', error: 'which' } },
    more: { ...page, asks: [action], isMore: true },
    trio: { ...plain, others: ['Ben Okafor', 'Chloe Smith'], theirs: [theirs], next: { ...page.next, isOpen: true }, meetings: [{ ...page.meetings[0], state: { is: 'unsettled', by: null, proposedAt: null } }] },
    allDone: { ...page, modules: { count: 6, doneCount: 6, next: null } },
  },
  'buddy-shared': {
    agreed: { card: 'buddy-shared', zone: 'Europe/London', members: ['Aisha Khan', 'Ben Okafor'], slot: page.slot, meetings: [{ startsAt: at, isMoved: false }, { startsAt: at + 15 * dayMs, isMoved: true }] },
    open: { card: 'buddy-shared', zone: 'Europe/London', members: ['Aisha Khan', 'Ben Okafor'], slot: null, meetings: [] },
    none: { card: 'buddy-shared', zone: 'Europe/London', members: [], slot: null, meetings: [] },
  },
  'buddy-none': {
    noPairs: { ...none, why: { is: 'no-pairs' }, coordinator: null, communityName: null },
    notIn: { ...none, why: { is: 'not-in' } },
    waiting: { ...none, why: { is: 'waiting', since: at }, done: 'joined' },
    paused: { ...none, why: { is: 'paused', until: '2027-01-05' } },
    out: { ...none, why: { is: 'out' }, done: 'out' },
  },
  'buddy-form': {
    first: form,
    change: { ...form, isFirst: false, rev: 2, typed: { ...typed, alternativeWeekday: 'monday', alternativeTime: '15:30', joinLink: 'https://teams.example.org/join', modules: 'Insight 1 > Application 1\nInsight 2 > Application 2' } },
    misread: {
      ...form, typed: { ...typed, weekday: 'tuesday', time: 'after school', first: '12/3', zone: 'BST', alternativeTime: 'noon', joinLink: 'teams.example.org' },
      faults: [fault('first-either', '2027-03-12', '2027-12-03'), fault('time'), fault('zone', 'Europe/London'), fault('alternative-half'), fault('link'), fault('modules-long', '2', '4')],
    },
    differs: { ...form, faults: [fault('first-differs', '2026-12-10'), fault('zone')] },
    onHoliday: { ...form, typed: { ...typed, first: '2026-12-25', weekday: 'friday' }, asksAbout: 'holiday' },
    changedMeanwhile: {
      ...form, isFirst: false, rev: 3,
      standing: { slot: { first: '2026-12-08', time: '15:00', zone: 'Europe/London' }, alternative: { weekday: 3, time: '15:00' }, format: 'in-person', joinLink: '', modules: [] },
    },
  },
  'buddy-leave': { asked: { card: 'buddy-leave', ofPair, others: ['Ben Okafor'] } },
} as const;
