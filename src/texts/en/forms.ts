// The two forms: the problem write-up (product.md 5; the hints retell the guidance's worked example, domain.md 1.5)
// and the set-up of a community.

import type { HolidayRegion } from '../../core/community/planning.ts';
import type { RhythmChoice } from '../../core/community/rhythm-choice.ts';
import type { NpqArea, WriteUp, WriteUpProblem } from '../../core/problem/write-up.ts';

const labels: Readonly<Record<keyof WriteUp, string>> = {
  problem: 'Problem',
  evidence: 'Evidence',
  context: 'Context',
  why: 'Why',
  npqArea: 'NPQ area',
  frameworkSection: 'Framework section',
  specific: 'Specific',
  solvable: 'Solvable',
  controllable: 'Controllable',
  artefactLink: 'Artefact link',
  artefactDescription: 'Artefact description',
};

/** The guidance's four questions. */
const questions: Readonly<Record<WriteUpProblem, string>> = {
  problem: 'Which problem shall we discuss?',
  evidence: 'How do you know that it is one?',
  context: 'What matters about your setting?',
  why: 'Why is it important?',
};

/** Short, since a telephone shows two lines of an empty input. */
const hints = {
  problem: 'Example: pupils forget what was taught, mostly in maths',
  evidence: 'Example: right in the lesson, wrong in end-of-unit tests',
  context: 'Example: several teachers are new and hurry to fill gaps',
  why: 'Example: new knowledge builds only on what lasts',
  frameworkSection: 'Number or title, if known',
  artefactLink: 'Link to an e-mail or a plan',
  artefactDescription: 'What it is, in a few words',
};

const npqAreas: Readonly<Record<NpqArea, string>> = {
  'senior-leadership': 'Senior leadership',
  'headship': 'Headship',
  'executive-leadership': 'Executive leadership',
  'early-years-leadership': 'Early years leadership',
  'leading-teaching': 'Leading teaching',
  'leading-teacher-development': 'Leading teacher development',
  'leading-behaviour-and-culture': 'Leading behaviour and culture',
  'leading-literacy': 'Leading literacy',
  'leading-primary-mathematics': 'Leading primary mathematics',
  'senco': 'Special educational needs co-ordinator',
};

export const problem = {
  heading: 'My problem write-up',
  forCommunity: (name: string) => `For: ${name}`,
  status: {
    new: 'Not saved yet.',
    draft: 'Saved as a draft. Only you can see it.',
    withdrawn: 'Withdrawn: a draft again. Only you can see it, and it is no longer submitted.',
    ready: 'Submitted. The group sees it when the session starts.',
    shared: 'Submitted and shared. The group can read it now.',
    pending: 'Kept for you alone. What you submitted before stands until this one is right.',
    changed: 'Submitted. The group still reads the text that you shared before; press Share with the group to show this one.',
  },
  again: 'Your last problem was discussed. Write up a new one, or press Bring it again to carry that one over, with what came of it.',
  beforeHeading: 'You bring this problem again. This is what came of it:',
  similarHeading: 'This group met something like it before:',
  similarTurn: (day: string, owner: string) => `${day}, ${owner}: `,
  similarAction: ' → ',
  similarCame: (outcome: string) => ` (${outcome})`,
  cameOf: {
    labels: { lastResponse: 'Last response', lastDueOn: 'By', lastOutcome: 'What came of it', lastLine: 'Said of it' },
    outcomes: { 'done': 'done', 'partly': 'partly done', 'not-yet': 'not yet', 'not-said': 'not said yet' },
  },
  namesHeading: 'This may name or give away somebody. Please look at it before the group does:',
  heldBack: 'Not shared yet. If it is right as it stands, press Share with the group once more.',
  nameKinds: {
    'email': 'an e-mail address', 'phone': 'a telephone number', 'title': 'a person by title', 'first-name': 'likely a first name',
    'member': 'somebody in this group', 'number': 'a number that may stand for a person',
  },
  foundIn: (label: string) => `${label}: `,
  foundAs: (kind: string) => ` (${kind})`,
  keptFile: 'Kept as the artefact of this write-up: ',
  reminder: 'Please do not name pupils or colleagues.',
  criteriaHelp: 'Specific: easy for the group to understand, linked to your NPQ. Solvable: effort can lead to progress. Controllable: largely in your own hands.',
  suitable: 'Suitable: specific, solvable and controllable.',
  unsuitable: 'Not quite suitable yet. You can still bring it; these questions may sharpen it:',
  errorHeading: 'Please look at this first. Everything you typed is still here.',
  errorHeadingLong: 'Please look at this first.',
  empty: (label: string) => `${label} is empty.`,
  tooLong: (label: string, lengthChars: number, maxChars: number) => `${label} has ${lengthChars} characters; ${maxChars} fit.`,
  keptHeading: 'This write-up is too long for one card. These fields are kept as they are; write only to replace them:',
  kept: (label: string, lengthChars: number, start: string) => `${label} (${lengthChars} characters): ${start}`,
  keptHint: 'Leave empty to keep what is there',
  npqHint: 'Please choose',
  labels, questions, hints, npqAreas,
  answers: { yes: 'yes', 'not sure': 'not sure', no: 'no' },
  door: 'Write up your problem before the session. Your draft opens for you alone.',
  summary: 'Your problem write-up',
  doorSummary: 'Write up your problem',
};

/** A write-up on a card of its own, ahead of the session. */
export const sharedProblem = {
  heading: (name: string) => `A problem for our session: ${name}`,
  place: (page: number, pageCount: number) => `Card ${page} of ${pageCount}`,
  changed: 'Its owner has changed it since it was first shared.',
  discussed: 'It has been discussed in a session.',
  closed: 'Its owner has withdrawn it.',
  leftOver: 'The text is shorter now: it stands on the card before this one.',
  hint: 'Please read it before the session. What it says stays in this group.',
  summary: 'A problem for our session',
};

export const setUp = {
  heading: 'Set up this community',
  saved: 'Saved. Type “set up” to change it.',
  labels: {
    npq: 'NPQ', zone: 'Time zone', protocol: 'Protocol', lengthMinutes: 'Length',
    nextDate: 'Next meeting', nextTime: 'Time', warnings: 'Warnings', language: 'Language',
    movesOn: 'Who moves on', continues: 'Continue',
    rhythm: 'Rhythm', everyWeeks: 'Number of weeks', holidays: 'Bank holidays', closed: 'Closed dates',
    wakingFrom: 'Messages from', wakingTo: 'Messages until',
    reminders: 'Reminders', readAhead: 'Read ahead', questionsAhead: 'Written questions',
  },
  rhythms: {
    'none': 'No rhythm', 'weekly': 'Weekly', 'fortnightly': 'Fortnightly', 'weeks': 'Every n weeks',
    'monthly': 'Monthly by weekday', 'monthly-last': 'Monthly by weekday, the last one',
  } satisfies Readonly<Record<RhythmChoice, string>>,
  everyWeeks: (count: number) => count === 1 ? 'every week' : `every ${count} weeks`,
  everyWeeksHint: 'Only for every n weeks',
  regions: { 'england-and-wales': 'England and Wales', 'scotland': 'Scotland', 'northern-ireland': 'Northern Ireland' } satisfies Readonly<Record<HolidayRegion, string>>,
  noHolidays: 'None',
  closedHint: '22 Dec to 5 Jan, one line for each',
  between: (from: string, to: string) => `${from} to ${to}, on school days`,
  remindersTitle: 'Remind those without a write-up a week and a day before, and of actions on their day',
  readAheadTitle: 'Send the shared write-ups to those who come, an hour before',
  questionsTitle: 'Colleagues may write questions on a shared write-up',
  calendar: 'Calendar file',
  zoneHint: 'Europe/London',
  /** Of a language that nobody who grew up with it has read yet. */
  unchecked: (ownName: string) => `${ownName} (not yet checked by a native reader)`,
  warningsTitle: 'Say when 30 seconds are left in longer phases',
  protocolChoice: (title: string, lengths: string) => `${title} (${lengths} minutes)`,
  movesOn: { clock: 'The clock', chair: 'The chair' },
  newCommunity: 'A new community',
  continuesHint: 'The one that goes on here brings its members, its actions due and its settings.',
  unnamed: 'A chat without a name',
  lengths: { '60': '60 minutes', '75': '75 minutes' },
  required: { zone: 'Please give a time zone, such as Europe/London.', protocol: 'Please choose a protocol.', lengthMinutes: 'Please choose a length.', movesOn: 'Please choose who moves on.' },
  errorHeading: 'Not saved yet. Please look at:',
  errors: {
    npq: 'NPQ: please choose one of the list.',
    zone: 'Time zone: I do not know this one. Write it like Europe/London.',
    protocol: 'Protocol: please choose one of the list.',
    continues: 'Continue: only those who took part in that community, or its coordinator, can choose it.',
    continuesLate: 'Continue: this chat has had a session of its own, so it cannot go on from another one.',
    nextDate: 'Next meeting: I need a date from today on, written like 17 December 2026.',
    nextTime: 'Time: please write it like 16:00, together with a date.',
    warnings: 'Warnings: please switch them on or off.',
    rhythm: 'Rhythm: please give the next meeting too. The rhythm counts from it.',
    everyWeeks: 'Number of weeks: please write a number from 1 to 26.',
    waking: 'Messages: please give two times, the later one last.',
  },
  closedErrors: {
    unknown: (line: number, _dates: string) => `Closed dates, line ${line}: I cannot read that. Please write it like 22 Dec 2026 to 5 Jan 2027.`,
    ambiguous: (line: number, dates: string) => `Closed dates, line ${line}: is that ${dates}? Please write the month as a word, and the year.`,
    backwards: (line: number, _dates: string) => `Closed dates, line ${line}: the last day is before the first.`,
    long: (line: number, _dates: string) => `Closed dates, line ${line}: that is more than half a year. Please write the year with both dates.`,
  },
  daysOff: {
    holiday: 'Next meeting: that is a bank holiday. To keep it, press Save again; or choose another date.',
    closed: 'Next meeting: the community is closed on that date. To keep it, press Save again; or choose another date.',
  },
  eitherDate: (dates: string) => `Next meeting: that date may be ${dates}. Please write the one you mean, like 12 March.`,
  lengthError: (lengths: string) => `Length: this protocol has none of that. Please choose ${lengths} minutes.`,
  otherError: 'One of the fields cannot be read.',
  on: 'on',
  off: 'off',
  none: 'not set',
  summary: 'Set up this community',
};
