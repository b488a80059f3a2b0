// Samples of what comes ahead of a planned meeting, and of the delivery report.

import { conversationId, personId, sessionId } from '../../src/core/keys.ts';
import { cribMessage } from '../../src/core/community/crib.ts';
import { defaultSettings } from '../../src/core/community/community.ts';
import { undeliveredWhys } from '../../src/core/community/undelivered.ts';

const meetingAt = Date.UTC(2026, 11, 10, 16, 0);
const community = conversationId('19:abc@thread.tacv2');
const of = { zone: 'Europe/London', communityName: 'Northern leaders', meetingAt } as const;
const nudge = { card: 'nudge', community, ...of } as const;
const shared = {
  owner: 'Aisha Khan',
  fields: [{ field: 'problem', text: 'Pupils forget.\nMost of all in maths.' }, { field: 'npqArea', text: 'leading-teaching' }],
} as const;
const readAhead = { card: 'read-ahead', ...of, items: [shared, { ...shared, owner: 'Ben Okafor' }] } as const;
const crib = { ...cribMessage(defaultSettings, meetingAt), communityName: 'Northern leaders' };
const form = { card: 'question-form', community, ownerId: personId('id-aisha'), ownerName: 'Aisha Khan', typed: '', error: null } as const;
const questions = [{ name: 'Ben Okafor', text: 'When did this last happen?' }, { name: 'Chloe Smith', text: 'Which year group is it?' }] as const;
const deliveries = {
  card: 'deliveries', zone: 'Europe/London',
  items: undeliveredWhys.map((reason, index) => ({ name: 'Dan Price', what: index === 0 ? 'nudge' : 'a-kind-to-come', reason, at: meetingAt })),
} as const;

export const readiness = {
  'nudge': { group: nudge, unnamed: { ...nudge, communityName: null } },
  'crib': { first: crib, byHand: { ...crib, movesOn: 'chair', communityName: null }, otherKind: cribMessage({ ...defaultSettings, protocol: 'consultancy' }, meetingAt) },
  'read-ahead': { two: readAhead, many: { ...readAhead, communityName: null, items: Array.from({ length: 15 }, () => shared) } },
  'deliveries': { some: deliveries, unknown: { ...deliveries, items: [{ name: 'Dan Price', what: 'nudge', reason: '', at: meetingAt }] }, none: { ...deliveries, items: [] }, reached: { ...deliveries, items: [], reached: [{ name: 'Dan Price', at: null }, { name: 'Aisha Khan', at: meetingAt }] }, closed: { ...deliveries, chatClosedAt: meetingAt, reached: Array.from({ length: 45 }, () => ({ name: 'Aisha Khan', at: meetingAt })) } },
  'question-form': {
    new: form,
    empty: { ...form, error: { is: 'empty' } },
    long: { ...form, typed: 'q'.repeat(2_001), error: { is: 'too-long', lengthChars: 2_001 } },
  },
  'questions-asked': { two: { card: 'questions-asked', questions } },
  'reminders': { off: { card: 'reminders', community, isOff: true }, on: { card: 'reminders', community, isOff: false } },
  'asked-ahead': { two: { card: 'asked-ahead', origin: { session: sessionId('s1a2b3'), rev: 17 }, owner: 'Aisha Khan', questions } },
} as const;
