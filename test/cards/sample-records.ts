// Samples of the cards that tell what was or what there is.

import { partitionOf, conversationId, sessionId, tenantId } from '../../src/core/keys.ts';
import { dayMs, minutes } from '../../src/core/time.ts';

const startedAt = Date.UTC(2026, 11, 5, 16, 0);
const zone = 'Europe/London';
const record = { partition: partitionOf(tenantId('t1'), conversationId('19:abc@thread.tacv2')), session: sessionId('s1a2b3') };
const recordUrl = 'https://turnstone.example.org/records/s1a2b3?expires=1796572800000&signature=abcdefghijklmnop';
const said = (by: string, text: string) => ({ by, text });

const summary = {
  card: 'summary', zone, isPrivate: false, startedAt, endedAt: startedAt + minutes(58), chair: 'Ben Okafor',
  turns: [
    {
      owner: 'Aisha Khan', problem: 'Pupils forget what they are taught.', noteCount: 5, wasHeld: true, isCarriedOver: false,
      notes: [
        { phase: 'look-deeper', by: 'Dan Price', text: 'Teachers may take a right answer in class for learning.' },
        { phase: 'action-step', by: 'Chloe Smith', text: 'Start with a quiz on last month’s work.' },
      ],
      action: { text: 'Agree a five-minute quiz for all Year 4 maths lessons.', dueOn: '2026-12-19' },
    },
    { owner: 'Ben Okafor', problem: null, notes: [], noteCount: 0, action: null, wasHeld: true, isCarriedOver: false },
    { owner: 'Chloe Smith', problem: 'Meetings overrun.', notes: [], noteCount: 0, action: null, wasHeld: false, isCarriedOver: true },
  ],
  successes: [said('Dan Price', 'Our reading club filled up.')],
  reflections: [said('Eve Adams', 'All of us jump to solutions.')],
  requests: [said('Chloe Smith', 'A good policy on calm corridors.')],
  attendance: ['Aisha Khan', 'Ben Okafor', 'Chloe Smith', 'Dan Price', 'Eve Adams'],
  nextChair: 'Chloe Smith', nextMeetingAt: startedAt + 14 * dayMs, isNextProposed: false, record, recordUrl,
  calendar: { partition: record.partition, url: 'https://turnstone.example.org/calendars/abc' },
} as const;

const held = {
  startedAt, group: null, chair: 'Ben Okafor', attendanceCount: 5, record, recordUrl,
  turns: [
    { owner: 'Aisha Khan', problem: 'Pupils forget what they are taught.', action: 'Agree a five-minute quiz.' },
    { owner: 'Ben Okafor', problem: null, action: null },
  ],
};
const history = { card: 'history', zone, words: 'maths', sought: 'maths', by: null, area: null, isNameUnknown: false, community: conversationId('19:abc@thread.tacv2'), from: '', sessions: [held, { ...held, startedAt: startedAt - 14 * dayMs, recordUrl: null }], heldIn: null, isLastHere: false, olderThan: '2026-11-21|s9' } as const;

const opened = {
  card: 'record', zone, startedAt, endedAt: startedAt + minutes(58), protocol: 'npq-community', chair: 'Ben Okafor', attendance: summary.attendance,
  turns: [
    {
      number: 1, owner: 'Aisha Khan', problem: 'Pupils forget what they are taught.', wasHeld: true,
      notes: [...summary.turns[0].notes, { phase: 'our-reflections', by: 'Eve Adams', text: 'All of us hurry.' }],
      action: { text: 'Agree a five-minute quiz for all Year 4 maths lessons.', dueOn: '2026-12-19', outcome: 'partly', line: 'Two classes do it.' },
    },
    { number: 2, owner: 'Ben Okafor', problem: null, wasHeld: true, notes: [], action: null },
    { number: 3, owner: 'Chloe Smith', problem: 'Meetings overrun.', wasHeld: false, notes: [], action: null },
  ],
  besides: [{ phase: 'start-on-time', by: 'Dan Price', text: 'Our reading club filled up.' }],
  nextChair: 'Chloe Smith', nextMeetingAt: startedAt + 14 * dayMs, page: 1, pageCount: 2, community: conversationId('19:abc@thread.tacv2'), list: { words: 'maths', from: '' }, record, recordUrl,
} as const;

export const records = {
  'write-ups': {
    onePage: {
      card: 'write-ups', page: 1, pageCount: 1,
      items: [{ owner: 'Aisha Khan', isContinued: false, fields: [{ field: 'problem', text: 'Pupils forget.\nMost of all in maths.' }, { field: 'evidence', text: 'End-of-unit results.' }] }],
    },
    broughtAgain: {
      card: 'write-ups', page: 1, pageCount: 1,
      items: [{ owner: 'Aisha Khan', isContinued: false, fields: [
        { field: 'lastResponse', text: 'Start each lesson with a quiz.' }, { field: 'lastDueOn', text: '2026-11-20' }, { field: 'lastOutcome', text: 'partly' },
        { field: 'lastLine', text: 'Two classes of three.' }, { field: 'problem', text: 'Pupils forget.' },
      ] }],
    },
    secondPage: { card: 'write-ups', page: 2, pageCount: 2, items: [{ owner: 'Aisha Khan', isContinued: true, fields: [{ field: 'why', text: 'New knowledge builds on old.' }] }] },
  },
  'summary': {
    group: summary,
    proposed: { ...summary, isNextProposed: true },
    unfinished: { ...summary, turns: [{ ...summary.turns[0], isCarriedOver: true }] },
    private: { ...summary, isPrivate: true, turns: [summary.turns[0]], successes: [], reflections: [], requests: [], attendance: [], nextChair: null, nextMeetingAt: null, recordUrl: null, calendar: null },
  },
  'history': {
    searched: history,
    filtered: { ...history, words: 'maths by Aisha on leading literacy', by: 'Aisha Khan', area: 'leading-literacy', from: '@19:old@thread.v2 WzAsMSwicyJd' },
    nobody: { ...history, words: 'stand by the book', sought: 'stand by the book', isNameUnknown: true },
    last: { ...history, words: '', isLastHere: true, olderThan: null },
    lastHere: { ...history, words: '', isLastHere: true, olderThan: '19:new@thread.v2 @19:old@thread.v2 ' },
    earlierChat: { ...history, words: '', heldIn: { name: 'Northern leaders' } },
    earlierChatUnnamed: { ...history, heldIn: { name: null }, isLastHere: true, olderThan: null },
    ofGroups: { ...history, words: '', sessions: [2, 1].map((number) => ({ ...held, group: { number, count: 2 } })), isLastHere: true, olderThan: null },
    empty: { ...history, words: '', sessions: [], isLastHere: true, olderThan: null },
    noneFound: { ...history, sessions: [], isLastHere: true, olderThan: null },
  },
  'record': {
    first: opened,
    last: { ...opened, page: 2, turns: [{ ...opened.turns[0], action: { ...opened.turns[0].action, outcome: null, line: '' } }], besides: [] },
    only: { ...opened, pageCount: 1, list: { words: '', from: '' }, community: conversationId('19:new@thread.v2'), nextChair: null, nextMeetingAt: null, recordUrl: null },
    ofGroup: { ...opened, pageCount: 1, group: { number: 2, count: 3 } },
  },
  'help': { some: { card: 'help', commands: ['help', 'start', 'note', 'order', 'birthday', 'history'] } },
  'protocols': {
    one: { card: 'protocols', protocols: [{ id: 'npq-community', lengthsMinutes: [60, 75], groupMin: 1, groupMax: 6, credit: 'The guidance for peer-led communities', source: 'A guide', roles: ['owner', 'peers'] }] },
  },
  'problems': {
    some: { card: 'problems', ready: ['Aisha Khan', 'Chloe Smith'], drafting: ['Ben Okafor'], waiting: ['Dan Price'] },
    none: { card: 'problems', ready: [], drafting: [], waiting: [] },
  },
} as const;
