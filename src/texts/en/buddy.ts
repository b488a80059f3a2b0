// What members of a buddy pair read about their meetings (domain.md 2). Every reminder says why it comes and how to stop it
// (product.md 6).

import type { EndReason } from '../../core/pair/events.ts';
import type { MeetingFormat } from '../../core/pair/agreement.ts';
import type { PairingReason } from '../../core/pairing/pairing.ts';

const stop = 'To stop: Stop these reminders. For quiet hours or a pause, type “me”.';

const reminder = {
  heading: { prepare: 'Your next buddy meeting', soon: 'Your buddy meeting is about to begin' },
  isPrepared: { yes: 'You said that you are prepared.', no: 'You said: not yet. Press Prepared when you are.' },
  othersPrepared: (names: string) => `Already prepared: ${names}.`,
  why: {
    prepare: `This comes about two days before each meeting of your pair. ${stop}`,
    soon: `This comes 15 minutes before each meeting of your pair. ${stop}`,
  },
};

const followUp = {
  heading: { first: 'Did you meet your buddy?', again: 'Did you meet? I ask once more', saved: 'Thank you' },
  feedback: 'Feedback',
  feedbackHint: 'What helped? What will you do differently?',
  action: 'My next action',
  actionHint: 'Example: try the questions with Year 4',
  due: 'By when',
  saved: { met: 'Saved: you met.', notMet: 'Saved: you did not meet.' },
  open: 'You can still meet at another time, or each practise alone.',
  actionSaved: (day: string) => `Your next action is kept, by ${day}. Your buddy sees it too.`,
  next: (date: string, time: string) => `You meet next on ${date}, ${time}.`,
  why: {
    first: `This comes the day after each meeting; without an answer I ask once more. Only your pair sees what you write. ${stop}`,
    again: `This is the last time I ask about this meeting. Only your pair sees what you write. ${stop}`,
  },
};

const offer = {
  heading: {
    'own': 'You cannot make it: what instead?', 'other-cannot': (name: string) => `${name} cannot make it: what instead?`,
    'declined': (name: string) => `Your time does not suit ${name}: what instead?`, 'clash': 'A meeting ahead falls on a day off', 'lapsed': 'It did not take place: what instead?',
  },
  summary: { 'own': 'What instead of your buddy meeting?', 'other-cannot': 'Your buddy cannot make it: what instead?', 'declined': 'Your time does not suit your buddy', 'clash': 'A buddy meeting ahead falls on a day off', 'lapsed': 'What instead of your buddy meeting?' },
  declined: (day: string, time: string) => `You had proposed ${day}, ${time}.`,
  clash: {
    holiday: 'That is a bank holiday. Unless somebody chooses otherwise, the meeting stands.',
    closed: 'Your community is closed on that day. Unless somebody chooses otherwise, the meeting stands.',
    paused: (name: string) => `${name} pauses then. Unless somebody chooses otherwise, the meeting stands.`,
  },
  clashHeading: { paused: 'Your buddy pauses at a meeting ahead' },
  alternative: (date: string, time: string) => `Your alternative slot: ${date}, ${time}.`,
  noAlternative: 'No alternative slot fits in before your next meeting.',
  alone: 'Or each does the application module alone, so that your next insight module need not wait.',
  why: `This comes once, since you look ahead together. ${stop}`,
};

/** The inputs of `Choose another time`, wherever they stand. */
const move = {
  date: 'New date',
  time: 'New time',
  open: (count: number): string => (count === 1 ? 'Your buddy is asked whether it suits.' : 'Both others are asked whether it suits.'),
};

const proposal = {
  heading: (name: string) => `${name} proposes another time`,
  summary: 'Another time for your buddy meeting',
  instead: (date: string, time: string) => `Instead of ${date}, ${time}:`,
  other: 'If it does not suit you, choose another time:',
};

const reasons: Readonly<Record<PairingReason['is'], (until: string) => string>> = {
  'never-together': () => 'You have not been buddies before.',
  'together-before': (until) => `You were buddies before, until ${until}.`,
  'other-schools': () => 'You come from different schools.',
  'same-school': () => 'You come from the same school.',
  'school-unknown': () => '',
  'trio': () => 'You are three, so that nobody is left out.',
  'by-hand': () => 'The coordinator put you together.',
};

/** Why a pair is over, or somebody is not in it any more. */
const ends: Readonly<Record<EndReason, (by: string) => string>> = {
  'broken-up': (by) => (by === '' ? 'It was broken up.' : `${by} saw to it.`),
  'member-left': () => 'Somebody has left the group’s chat.',
  'new-round': () => 'A new round of pairs begins.',
};

const news = {
  heading: {
    'formed': 'You have a buddy', 'joined': 'Somebody joins you', 'member-gone': 'Your trio is a pair now', 'ended': 'Your pair is over', 'agreed': 'Your buddy meetings',
    'moved': 'Your buddy meeting has another time', 'alone': 'You practise alone this time', 'kept': 'Your buddy meeting stands', 'stands-again': 'Your buddy meeting stands',
    'without': 'Your buddy meeting stands', 'lapsed': 'Your buddy meeting did not take place', 'proposed': 'Your buddy is asked', 'silent': 'Reminders', 'unsilent': 'Reminders',
  },
  formed: (names: string, count: number) => (count === 1 ? `Your buddy is ${names}.` : `Your buddies are ${names}.`),
  formedNext: 'Next: agree on a time every second week, and on another for when one of you cannot come. Either of you can fill in the form.',
  joined: (name: string) => `${name} is your buddy too now. You are three.`,
  memberGone: (name: string) => `${name} is not in it any more. What you agreed stays.`,
  ended: (names: string) => `You are no longer buddies with ${names}. What you agreed ends with it.`,
  endedNext: { waiting: 'You are on the list for a new buddy, and the coordinator knows. To change that, type “buddy”.', newRound: 'Who your buddy is now comes in a message of its own.' },
  agreed: { first: (by: string) => `${by} has filled in when you meet:`, later: (by: string) => `${by} has changed what you agreed. You meet:` },
  agreedNext: 'If it does not suit you, change it: the other is told.',
  at: (date: string, time: string) => `${date}, ${time}`,
  moved: (by: string, from: string, to: string) => `${by === '' ? 'Moved' : `${by} has moved it`} from ${from} to ${to}.`,
  alone: (by: string, when: string) => `${by === '' ? 'On' : `${by} chose it: on`} ${when} each of you does the application module alone. It counts as done.`,
  kept: (by: string, when: string) => `${by === '' ? 'You keep' : `${by} keeps`} ${when}, though it is a day off.`,
  standsAgain: (by: string, when: string) => `${by === '' ? 'You' : by} can make it after all: ${when}.`,
  without: (by: string, when: string) => `${by === '' ? 'You miss this one' : `${by} cannot come`}; the others meet as planned: ${when}.`,
  lapsed: (when: string) => `Nothing was settled for ${when}. You can still meet at another time, or each practise alone.`,
  next: (when: string) => `You meet next: ${when}.`,
  proposed: { own: (to: string) => `I have asked whether ${to} suits them. You hear from me when all have answered.`, other: (to: string) => `Noted: ${to} suits you. I wait for the others.` },
  others: (names: string) => `With ${names}.`,
  silent: 'I will not remind you of this pair’s meetings any more. What changes, such as a time, you still hear.',
  unsilent: 'I will remind you of this pair’s meetings again.',
};

const formats: Readonly<Record<MeetingFormat, string>> = {
  'in-person': 'You meet in person.',
  'teams': 'You meet in Teams. Use a computer rather than a phone: it is easier to share examples.',
};

export const buddy = {
  meeting: (names: string, date: string, time: string) => `With ${names} on ${date}, ${time}.`,
  formats,
  noLink: 'No join link is kept yet. To add one, type “buddy”.',
  join: 'Join',
  module: {
    insight: (title: string) => `Is the insight module done? ${title}`,
    application: (title: string) => `Together: ${title}`,
  },
  actions: 'Open actions',
  more: (count: number) => `and ${count} more`,
  reminder, followUp, offer, move, proposal, reasons, ends, news,
};
