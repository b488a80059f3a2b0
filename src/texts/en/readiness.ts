// What people get and ask ahead of a planned meeting, and what the coordinator is told of deliveries. A reminder says why
// it comes and how to stop it (product.md 6).

import type { UndeliveredWhy } from '../../core/community/undelivered.ts';

const nudge = {
  heading: 'Your problem for the next meeting',
  line: (name: string, date: string, time: string) => `${name === '' ? 'Your group' : name} meets on ${date}, ${time}. You have no problem submitted for it yet.`,
  help: 'It takes five minutes. You can also come without one, to help the others.',
  why: 'You get this because you take part in this group. It stops when you submit a problem; Stop these reminders ends it for good.',
  summary: 'Your problem for the next meeting',
};

const reminders = {
  heading: 'Reminders',
  off: 'I will not remind you in this group any more, neither before meetings nor of actions.',
  on: 'I will remind you in this group again: before meetings while you have no problem submitted, and of an action on its day.',
};

const crib = {
  heading: 'You chair the next meeting',
  line: (name: string, date: string, time: string) => `${name === '' ? 'Your group' : name} meets on ${date}, ${time}. This page is all you need.`,
  before: 'Ten minutes before, the card “Before we start” opens by itself. When people are in, press Start session.',
  movesOn: {
    clock: 'I keep the time: a phase ends by itself. Next phase goes on early, One minute more takes a minute from later phases, Pause stops the clock.',
    chair: 'I show the time and you move on: press Next phase when a phase is over.',
  },
  phase: (title: string, length: string) => `${title} (${length}): `,
  upTo: (length: string) => `up to ${length}`,
  between: (least: number, most: string) => `${least} to ${most}`,
  /** What the chair says, in the guidance's session; other kinds have the line of their phase card. */
  says: {
    'start-on-time': '“Welcome. One success from last week each, in a sentence.”',
    'introduce': '“What is the problem, and how does it show in your school? The rest of us listen.”',
    'clarify': '“Short questions of fact only. No advice yet.”',
    'look-deeper': '“What may lie behind this?” The owner of the problem listens and does not speak.',
    'action-step': '“If this were my school, what would I do next?” The owner still listens.',
    'response': '“What will you do, and by when?” They save it on the card of the turn.',
    'reflections': '“What did all of us learn from this round?”',
    'close': '“Who needs help with something? Who chairs next time?”',
  } as Readonly<Record<string, string>>,
  hints: 'Someone talks on? “Thank you. Let us hear the next.” Cannot come? Type “chair” and a name in the group’s chat when the card is open.',
  why: 'You get this once, because you were chosen to chair and have not chaired here before.',
  summary: 'You chair the next meeting',
};

const readAhead = {
  heading: 'To read before the meeting',
  line: (name: string, time: string) => `${name === '' ? 'Your group' : name} meets at ${time}. These problems were shared with the group:`,
  why: 'You get this because this group has the read-ahead pack switched on. The coordinator can switch it off with “set up”.',
  summary: 'To read before the meeting',
};

const whats: Readonly<Record<string, string>> = {
  'nudge': 'a reminder to write up a problem',
  'crib': 'the page for a new chair',
  'read-ahead': 'the read-ahead pack',
  'questions-asked': 'questions about a shared problem',
  'summary': 'the summary of a turn',
  'problem-form': 'the write-up form',
  'action-written-for': 'word of an action that the chair wrote',
  'actions': 'a reminder of an action',
  'deliveries': 'this report',
  'pairing-news': 'word that somebody waits for a buddy',
  'pairs': 'the buddy pairs',
  'pairs-sure': 'a question about a pair',
  'buddy-reminder': 'a reminder of a buddy meeting',
  'buddy-follow-up': 'the question whether buddies met',
  'buddy-offer': 'what to do about a buddy meeting',
  'buddy-proposal': 'another time for a buddy meeting',
  'buddy-news': 'news of a buddy pair',
  'me': 'the form for “me”',
};

const whys: Readonly<Record<UndeliveredWhy, string>> = {
  'no-chat': 'I know no way to write to them alone: they need to add me to their own chats.',
  'blocked': 'they have blocked me.',
  'not-installed': 'I am not, or no longer, among their own chats.',
  'disabled': 'an administrator has switched me off for them.',
  'gone': 'Teams no longer has the chat.',
  'too-large': 'it was too large for Teams.',
  'outage': 'Teams did not take it for an hour.',
  'expired': 'it was out of date by the time I could send it.',
  'unsure': 'Teams did not say whether it arrived, and I send a reminder once only.',
  'refused': 'Teams refused it.',
};

const deliveries = {
  heading: 'What could not be delivered',
  none: 'Nothing: everything I had for people alone was delivered.',
  item: (when: string, name: string, what: string) => `${when} · ${name}: ${what}; `,
  other: 'a message',
  unknown: 'the reason is not known.',
  whats, whys,
  more: (count: number) => `and ${count} more`,
  hint: 'Those I cannot write to were mentioned in the group’s chat, without what it said.',
  chatClosed: (when: string) => `I cannot write to the group’s chat since ${when}: please add me to it again, or write to me there.`,
  reachedHeading: 'When something last came to each of them alone',
  notReached: 'nothing yet',
  summary: 'What could not be delivered',
};

const questions = {
  formHeading: (owner: string) => `A question for ${owner}`,
  help: 'A short question of fact; no advice yet. It opens the Clarify phase, and the group sees it with your name.',
  label: 'Question',
  hint: 'Example: When did this last happen?',
  empty: 'Please write your question first.',
  tooLong: (lengthChars: number, maxChars: number) => `That has ${lengthChars} characters; ${maxChars} fit. Everything you typed is still here.`,
  formSummary: 'Ask about a shared problem',
  askedHeading: 'Questions about your problem',
  askedHelp: 'They open the Clarify phase of your turn. You need not answer before.',
  askedWhy: 'You get this because you shared your problem and your group takes questions ahead. Withdraw it to stop them.',
  askedSummary: 'Questions about your problem',
  heading: (owner: string) => `Asked ahead of ${owner}`,
  by: (name: string) => `${name}: `,
  summary: 'Questions that were asked ahead',
};

export const readiness = { nudge, reminders, crib, readAhead, deliveries, questions };
