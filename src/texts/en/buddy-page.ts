// The page of a buddy pair and the form of what the two agree (product.md 6: the labels are fixed).

import type { DayOff } from '../../core/calendar/open-days.ts';
import type { AgreementFault, Weekday } from '../../core/pair/agreement-form.ts';
import type { MeetingFormat } from '../../core/pair/agreement.ts';

const weekdays: Readonly<Record<Weekday, string>> = {
  monday: 'Monday', tuesday: 'Tuesday', wednesday: 'Wednesday', thursday: 'Thursday', friday: 'Friday', saturday: 'Saturday', sunday: 'Sunday',
};

/** A computer, since a phone is a barrier to sharing examples (guidance, domain.md 2). */
const formats: Readonly<Record<MeetingFormat, string>> = { 'in-person': 'in person', 'teams': 'on Teams, at a computer' };

/** `options`: dates, zones or numbers of lines, joined. */
const faults: Readonly<Record<AgreementFault['is'], (options: string) => string>> = {
  'weekday': () => 'Weekday: please choose one, or give the first meeting.',
  'time': () => 'Time: please write it like 16:00.',
  'first': () => 'First meeting: I cannot read that date. Please write it like 17 December 2026.',
  'first-either': (dates) => `First meeting: that may be ${dates}. Please write the one you mean, like 12 March.`,
  'first-past': () => 'First meeting: that is over already. Please choose a later one.',
  'first-far': () => 'First meeting: that is more than a year ahead. Please look at the year.',
  'first-differs': (date) => `First meeting: ${date} is not on the weekday you chose. Please change one of the two.`,
  'zone': (zones) => (zones === '' ? 'Time zone: I do not know this one. Please write it like Europe/London.' : `Time zone: I do not know this one. Did you mean ${zones}?`),
  'format': () => 'Format: please choose one.',
  'alternative-half': () => 'Alternative: please give both weekday and time, or neither.',
  'alternative-weekday': () => 'Alternative weekday: please choose one.',
  'alternative-time': () => 'Alternative time: please write it like 16:00.',
  'alternative-same': () => 'Alternative: that is the slot itself. Please choose another weekday or time.',
  'link': () => 'Join link: please paste the whole link. It begins with https://.',
  'modules-many': (most) => `Modules: at most ${most} lines fit. Please leave out those that are long over.`,
  'modules-long': (lines) => `Modules: line ${lines} is too long. Please shorten it, or begin a new line for each module.`,
};

const daysOff: Readonly<Record<DayOff, string>> = {
  holiday: 'First meeting: that is a bank holiday. To keep it, press Save again; or choose another date.',
  closed: 'First meeting: your community is closed on that date. To keep it, press Save again; or choose another date.',
};

const form = {
  heading: 'What we agree',
  intro: (names: string) => `With ${names}. Every second week, the same day and time. Either of you can change it at any time; the other is told.`,
  labels: {
    weekday: 'Weekday', time: 'Time', first: 'First meeting', zone: 'Time zone', alternativeWeekday: 'Alternative weekday', alternativeTime: 'Alternative time',
    format: 'Format', joinLink: 'Join link', modules: 'Modules',
  },
  hints: { zone: 'Europe/London', joinLink: 'https://… of your Teams meeting', modules: 'Insight module > application module, a line for each' },
  formatChoices: { 'in-person': 'In person', 'teams': 'Teams' } satisfies Readonly<Record<MeetingFormat, string>>,
  noWeekday: 'None',
  alternativeHelp: 'The alternative is for when one of you cannot come.',
  errorHeading: 'Not saved yet. Please look at:',
  changed: 'Your buddy has changed it while you were typing. It is now:',
  changedHelp: 'What you typed is still here. Save replaces it with yours.',
  faults, daysOff,
  summary: 'What you agree with your buddy',
};

const page = {
  heading: 'Your buddy pair',
  pairWith: (names: string) => `With ${names}`,
  done: { 'agreed': 'Saved. I tell your buddy.', 'action-saved': 'Saved.' },
  labels: { slot: 'When: ', alternative: 'If one of you cannot: ', format: 'How: ', modules: 'Modules: ' },
  slot: (weekday: string, time: string) => `every second ${weekday}, ${time}`,
  alternative: (weekday: string, time: string) => `${weekday}, ${time}`,
  formats,
  joinLink: 'Join link',
  modules: (doneCount: number, count: number) => `${doneCount} of ${count} done`,
  nextModule: (application: string) => `. Next: ${application}`,
  afterInsight: (insight: string) => `, after ${insight}`,
  meetings: 'Next meetings',
  meeting: (date: string, time: string) => `${date}, ${time}`,
  states: { alone: 'each of you practises alone', lapsed: 'nothing was settled' },
  moved: 'moved',
  youCannot: 'you cannot come',
  cannot: (name: string) => `${name} cannot come`,
  proposed: (date: string, time: string) => `${date}, ${time}, is proposed`,
  clashes: { closed: 'your community is closed', holiday: 'bank holiday', paused: 'one of you pauses' },
  without: (names: string) => `without ${names}`,
  note: (text: string) => ` (${text})`,
  asks: 'Your open actions',
  theirs: 'Open actions of your buddy',
  said: (date: string) => `What you said of ${date}`,
  by: (name: string) => `${name}: `,
  didMeet: { met: 'we met. ', notMet: 'we didn’t meet. ' },
  action: (text: string) => ` → ${text}`,
  calendar: 'Calendar file',
  subscribe: 'Calendar subscription',
  subscribeHelp: 'To subscribe, copy that last link into your calendar: it follows every change.',
  silent: 'You get no reminders of these meetings.',
  change: 'Change what we agreed',
  more: (count: number) => `and ${count} more`,
  summary: 'Your buddy pair',
};

const shared = {
  heading: 'Buddy pair',
  open: 'Nothing is agreed yet.',
  door: 'Your own page opens for you alone.',
  summary: 'Buddy pair',
};

const none = {
  heading: 'You have no buddy here',
  whys: {
    'no-pairs': 'There are no buddy pairs in this community yet.',
    'not-in': 'You are in none of the pairs of this community.',
    'out': 'You asked to be left out.',
  },
  waiting: (date: string) => `You are looking for a buddy since ${date}.`,
  paused: (date: string) => `You pause until ${date}; then you can be paired. Type “me” to change that.`,
  done: { joined: 'Saved: you are looking for a buddy.', out: 'Saved: I leave you out.', left: 'Saved: you have left the pair, and I tell the others.' },
  coordinator: (name: string) => `${name}, the coordinator, makes the pairs.`,
  noCoordinator: 'Whoever types “set up” in its chat becomes the coordinator, who makes the pairs.',
  summary: 'You have no buddy here',
};

const leave = {
  heading: 'Leave this pair?',
  line: (names: string) => `You and ${names} will not be buddies any more. I tell them and the coordinator, and you can look for another buddy.`,
  stay: 'Stay',
  summary: 'Leave your buddy pair?',
};

export const buddyPage = { weekdays, form, page, shared, none, leave };
