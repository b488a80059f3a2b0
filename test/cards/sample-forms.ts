// Samples of the forms outside a session.

import { conversationId, personId, sessionId } from '../../src/core/keys.ts';
import { emptyWriteUp } from '../../src/core/problem/write-up.ts';

const form = { card: 'problem-form', community: '19:abc@thread.tacv2', communityName: 'Northern leaders', draft: emptyWriteUp, status: 'new', verdict: null, errors: [] } as const;
const filled = {
  ...emptyWriteUp,
  problem: 'Pupils forget what they were taught.', evidence: 'End-of-unit results.', context: 'Several new teachers.', why: 'New knowledge builds on old.',
  specific: 'yes', solvable: 'not sure', controllable: 'no', npqArea: 'leading-teaching', frameworkSection: '3',
  artefactLink: 'https://example.org/plan', artefactDescription: 'A unit plan',
} as const;
const suitable = { ...filled, solvable: 'yes', controllable: 'yes' } as const;
const whichCommunity = {
card: 'which-community', zone: 'Europe/London', command: 'history maths',
  communities: [
    { id: conversationId('19:abc@thread.tacv2'), name: 'Northern leaders', lastAt: Date.UTC(2026, 11, 3, 16) },
    { id: conversationId('19:def@thread.v2'), name: null, lastAt: Date.UTC(2026, 10, 5, 16) },
  ],
} as const;
const sharedProblem = {
  card: 'shared-problem', owner: 'Aisha Khan', ownerId: personId('p1'), state: 'open', isChanged: false, page: 1, pageCount: 1,
  fields: [{ field: 'lastResponse', text: 'Start each lesson with a quiz.' }, { field: 'lastOutcome', text: 'not-said' }, { field: 'problem', text: 'Pupils forget.' }, { field: 'npqArea', text: 'headship' }],
} as const;
const setUp = {
  card: 'set-up', npq: 'headship', zone: 'Europe/London', protocol: 'npq-community', lengthMinutes: 60,
  nextDate: '2026-12-19', nextTime: '16:00', language: 'en', hasWarnings: true, movesOn: 'clock', continuable: [], continues: null, errors: [], isSaved: false,
  planning: {
    rhythm: 'weeks', everyWeeks: '3', holidays: 'england-and-wales', closed: '22 Dec 2026 to 5 Jan 2027\n14 Feb 2027',
    wakingFrom: '07:30', wakingTo: '18:30', hasReminders: true, hasReadAhead: false, hasQuestionsAhead: false,
  },
  isWhole: true, closedFaults: [], asksAbout: null, meetings: [], calendar: null,
} as const;
const unplanned = { ...setUp.planning, rhythm: 'none', everyWeeks: '', holidays: '', closed: '', hasReminders: false, hasReadAhead: true } as const;
const faults = [
  { line: 1, is: 'unknown', options: [] }, { line: 2, is: 'ambiguous', options: ['2027-03-12', '2027-12-03'] },
  { line: 4, is: 'backwards', options: [] }, { line: 5, is: 'long', options: [] },
] as const;

export const forms = {
  'problem-form': {
    new: form,
    unsuitable: { ...form, draft: filled, status: 'draft', verdict: { isSuitable: false, failed: ['solvable', 'controllable'] } },
    suitable: { ...form, draft: suitable, status: 'ready', verdict: { isSuitable: true, failed: [] } },
    long: { ...form, draft: { ...filled, problem: '"'.repeat(2_000), evidence: 'e\n'.repeat(1_000), context: '\\'.repeat(2_000), why: 'w'.repeat(2_000) }, status: 'draft' },
    withdrawn: { ...form, draft: filled, status: 'withdrawn', verdict: { isSuitable: false, failed: ['solvable', 'controllable'] } },
    shared: { ...form, draft: suitable, status: 'shared', verdict: { isSuitable: true, failed: [] } },
    pending: { ...form, draft: { ...suitable, problem: '' }, status: 'pending', verdict: { isSuitable: true, failed: [] }, errors: [{ field: 'problem', error: 'empty', lengthChars: 0 }] },
    changed: { ...form, draft: suitable, status: 'changed', verdict: { isSuitable: true, failed: [] } },
    heldBack: {
      ...form, draft: suitable, status: 'ready', verdict: { isSuitable: true, failed: [] }, heldBack: 'kQ2x',
      likelyNames: [
        { field: 'problem', found: 'Mrs Okafor', kind: 'title' }, { field: 'evidence', found: 'jo@school.example', kind: 'email' }, { field: 'evidence', found: '07700 900123', kind: 'phone' },
        { field: 'context', found: 'Jamie', kind: 'first-name' }, { field: 'why', found: 'Ben Okafor', kind: 'member' }, { field: 'artefactDescription', found: 'A123456789012', kind: 'number' },
      ],
    },
    afterDiscussion: { ...form, offersAgain: true },
    broughtAgain: { ...form, draft: filled, status: 'draft', verdict: { isSuitable: false, failed: ['solvable', 'controllable'] }, before: { text: 'Start each lesson with a quiz.', dueOn: '2026-11-20', outcome: 'partly', line: 'Two classes of three.' } },
    withoutOutcome: { ...form, draft: filled, status: 'draft', before: { text: 'Start each lesson with a quiz.', dueOn: '', outcome: null, line: '' } },
    similar: {
      ...form, draft: filled, status: 'ready', verdict: { isSuitable: true, failed: [] },
      similar: [
        { session: sessionId('s1'), turn: 1, heldOn: '2026-11-05', owner: 'Chloe Smith', problem: 'Pupils forget the maths of last term.', came: { text: 'A quiz at the start of each lesson.', dueOn: '2026-11-20', outcome: 'partly', line: 'Two classes of three.' } },
        { session: sessionId('s2'), turn: 0, heldOn: '2026-06-11', owner: 'Ben Okafor', problem: 'What is taught is forgotten.', came: null },
      ],
    },
    keptFile: { ...form, draft: filled, status: 'draft', keptFile: 'Unit plan.docx' },
    errors: {
      ...form, communityName: null, draft: { ...filled, problem: '', evidence: 'e'.repeat(2_001) },
      errors: [{ field: 'problem', error: 'empty', lengthChars: 0 }, { field: 'evidence', error: 'too-long', lengthChars: 2_001 }],
    },
  },
  'which-community': {
    several: whichCommunity,
    forFile: { ...whichCommunity, command: '', file: { name: 'Unit plan.docx', link: 'https://school.example/plan' } },
  },
  'shared-problem': {
    open: sharedProblem,
    changed: { ...sharedProblem, isChanged: true },
    takesQuestions: { ...sharedProblem, takesQuestions: true },
    firstOfTwo: { ...sharedProblem, page: 1, pageCount: 2 },
    discussed: { ...sharedProblem, state: 'discussed' },
    closed: { ...sharedProblem, state: 'closed', fields: [] },
    leftOver: { ...sharedProblem, state: 'left-over', page: 2, pageCount: 1, fields: [] },
  },
  'problem-door': { door: { card: 'problem-door' } },
  'set-up': {
    open: setUp,
    short: { ...setUp, isWhole: false, planning: unplanned },
    misread: { ...setUp, errors: ['everyWeeks', 'rhythm', 'waking', 'closed'], closedFaults: faults },
    eitherDate: { ...setUp, nextDate: '12/3', errors: ['nextDate'], nextDates: ['2027-03-12', '2027-12-03'] },
    onHoliday: { ...setUp, nextDate: '2026-12-25', asksAbout: 'holiday', isWhole: false },
    onClosedDay: { ...setUp, asksAbout: 'closed' },
    errors: { ...setUp, zone: 'Neverland', errors: ['zone', 'somethingElse'] },
    continuing: { ...setUp, movesOn: 'chair', continuable: [{ id: conversationId('19:abc@thread.tacv2'), name: 'Northern leaders' }, { id: conversationId('19:def@thread.v2'), name: null }] },
    continued: { ...setUp, isSaved: true, movesOn: 'chair', continues: { id: conversationId('19:abc@thread.tacv2'), name: 'Northern leaders' } },
    unfit: { ...setUp, lengthMinutes: 20, errors: ['lengthMinutes', 'continues'] },
    saved: {
      ...setUp, isSaved: true, meetings: [{ date: '2026-12-19', time: '16:00' }, { date: '2027-01-09', time: '16:00' }],
      calendar: { partition: 't1|19:abc@thread.tacv2', url: 'https://turnstone.example.org/calendars/abc' },
    },
    savedEmpty: { ...setUp, isSaved: true, npq: '', nextDate: '', nextTime: '', hasWarnings: false, planning: unplanned },
  },
} as const;
