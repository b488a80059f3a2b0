// The words on the cards of a running session: lobby, agenda, turn, phases, pause, close.

import type { ChairReason } from '../../core/community/chair.ts';
import type { OwnPart } from '../../core/messages.ts';

const chairReasons: Readonly<Record<ChairReason, string>> = {
  'volunteered': 'offered to chair',
  'appointed': 'appointed at the last meeting',
  'earliest-birthday': 'earliest birthday in the year',
  'fewest-times': 'has chaired least often',
  'longest-ago': 'has not chaired for longest',
  'by-name': 'first by name',
  'only-one': 'the only one so far',
};

const lobby = {
  heading: "Before we start: who's here?",
  state: { open: '', started: 'The session has started.', cancelled: 'This session was cancelled.', closed: 'Nobody started this session, so it was closed.' },
  alone: 'Only you so far. You can start anyway.',
  owners: (count: number) => `In, with a problem (${count}), in turn order:`,
  noOwners: 'Nobody has a problem yet. Without one the session is Start on time, actions due and Close.',
  owner: (number: number, name: string, writeUp: string) => [number, name, writeUp].filter((part) => part !== '').join(' · '),
  ready: 'write-up ready',
  notReady: 'no write-up yet',
  moreOwners: (count: number) => `and ${count} more`,
  helpers: (names: string) => `In, to help others: ${names}`,
  chair: (name: string, why: string) => `Chair: ${name} (${why})`,
  noChair: 'Chair: nobody yet',
  chairReasons,
  birthdays: 'Nobody has given a birthday, by which the first chair is proposed. To give yours, type: birthday 14 March',
  planned: (start: string, end: string) => `Planned: ${start} to ${end}`,
  unplanned: (end: string) => `Begins when Start session is pressed. Started now, it ends at ${end}`,
  early: (length: string, booked: string) => `With this many problems it takes ${length} of the ${booked}.`,
  kind: (title: string, length: string, group: { min: number; max: number }) => `Today: ${title} · ${length} · groups of ${group.min} to ${group.max}`,
  wholeHour: 'After the start, the chair can press Use the whole hour on the agenda.',
  summary: "Before we start: who's here?",
};

const agenda = {
  heading: 'Agenda',
  chair: (name: string) => `Chair: ${name}`,
  insteadOf: (name: string) => `${name} was proposed but is not in.`,
  kind: (title: string) => `Today: ${title}`,
  starts: (time: string, title: string) => `${time} · ${title}`,
  turn: (time: string, owner: string, writeUp: string) => [time, owner, writeUp].filter((part) => part !== '').join(' · '),
  notHeld: (owner: string) => `${owner} · carried over`,
  phases: (list: string) => `Each turn: ${list}`,
  range: (least: string, most: string) => `${least} to ${most}`,
  phase: (title: string, length: string) => `${title} ${length}`,
  ends: (time: string) => `Ends at ${time}`,
  movesByHand: (chair: string) => `${chair} goes on to each phase by pressing Next phase. When one takes longer, the later ones get shorter.`,
  late: (length: string) => `We began late. The turns are ${length} shorter in all.`,
  privacy: 'Everyone in this channel or chat can read what is posted here. What is said here stays here.',
  asksForProblem: 'Nobody brought a problem today. Is there one we could talk about? Type “problem” to write it up for next time.',
  summary: (end: string) => `Agenda: ends at ${end}`,
};

const turn = {
  heading: (number: number, count: number, owner: string) => `Turn ${number} of ${count}: ${owner}`,
  problem: 'The problem',
  noProblem: 'No write-up: the problem is told in the first minutes.',
  note: 'Note',
  noteHint: 'A question, an insight, a suggestion',
  action: 'My next action',
  actionHint: 'For the problem owner: what I will do',
  due: 'By when',
  summary: (number: number, count: number) => `Turn ${number} of ${count} begins`,
};

const successes = {
  heading: 'One success each',
  line: 'Say it aloud; write it down if you like.',
  note: 'Note',
  noteHint: 'A success from the last week',
  noteError: 'Please write something first.',
  summary: 'One success from the last week',
};

const closing = {
  heading: 'Before we go',
  request: 'Request for help',
  requestHint: 'What could a colleague help you with?',
  nextChair: 'Chair of the next meeting',
  proposed: (name: string) => `Proposed: ${name}`,
  shortList: (count: number) => `The first ${count} names are listed.`,
  nextDate: 'Next meeting',
  nextTime: 'Time',
  proposedNext: 'As the rhythm has it. It stands unless another is set.',
  summary: 'Requests for help, and who chairs next',
};

const phase = {
  turn: (turn: { number: number; count: number; owner: string; phaseNumber: number; phaseCount: number }) =>
    `Turn ${turn.number} of ${turn.count} · ${turn.owner} · phase ${turn.phaseNumber} of ${turn.phaseCount}`,
  speaking: (who: string) => `Speaking: ${who}`,
  listening: (who: string) => `Listening only: ${who}`,
  silent: (who: string) => `Silent: ${who}`,
  order: (names: string) => `In turn: ${names}`,
  example: (question: string) => `For example: ${question}`,
  running: (end: string, length: string) => `Ends at ${end} · ${length}`,
  runningByHand: (end: string, length: string, chair: string) => `Until ${end} · ${length} · then ${chair} presses Next phase`,
  timeUp: (end: string, chair: string) => `Time was up at ${end} · ${chair} presses Next phase to go on`,
  overtime: (end: string, over: string, chair: string) => `Time was up at ${end} · ${over} over · ${chair} presses Next phase to go on`,
  moreThan: (length: string) => `more than ${length}`,
  paused: (length: string) => `Paused · ${length} in all`,
  over: (start: string, end: string, length: string) => `Over: ${start} to ${end} · ${length}`,
  next: (title: string) => `Next: ${title}`,
  nextOwner: (title: string, owner: string) => `Next: ${title} · ${owner}`,
  last: 'Next: the summary',
  chair: (name: string) => `Chair: ${name}`,
  session: (chair: string, end: string) => `Chair: ${chair} · session ends at ${end}`,
  ownerAway: (name: string) => `${name} is not here.`,
  endOffer: (end: string) => `No later phase can give a minute. Press One minute more again and the session ends at ${end}.`,
  takeover: (name: string, at: string, chair: string) => `${name} has asked to chair and takes over at ${at} unless ${chair} presses or writes something.`,
  summary: (title: string, end: string) => `${title}: ends at ${end}`,
  timeUpSummary: (title: string) => `${title}: time is up`,
  overSummary: (title: string) => `${title}: over`,
};

/** One person's own part, at the top of a phase card that only they see. Times of day; `again`: when they may speak, or null. */
const own = {
  does: {
    speak: (end: string) => `You speak now, until ${end}`,
    round: (end: string) => `You each speak in turn, until ${end}`,
    ask: (end: string) => `You ask short questions, until ${end}; no advice yet`,
    answer: (end: string) => `You answer in a few words, until ${end}`,
    listen: (end: string, again: string | null) => (again === null ? `You listen and write, until ${end}` : `You listen and write; you speak again at ${again}`),
    write: (end: string, again: string | null) => (again === null ? `Silence: you read and write, until ${end}` : `Silence: you read and write; you speak again at ${again}`),
    wait: () => 'Nothing to do until the session goes on',
    join: () => 'You are not in this session: press Join',
    read: () => 'You are not in this session',
  } satisfies Readonly<Record<OwnPart['does'], (end: string, again: string | null) => string>>,
  turn: (start: string) => `Your turn begins at ${start}`,
  chairs: 'You chair',
  /** The title of the action by which a client asks; some show it in a menu. */
  refresh: 'Refresh',
};

const paused = {
  heading: 'Paused',
  byPerson: (name: string) => `${name} paused the session.`,
  byOutage: (length: string) => `I was away and am ${length} late, so I have paused the session.`,
  where: (title: string, left: string) => `${title}: ${left} left`,
  whereOwner: (title: string, owner: string, left: string) => `${title} · ${owner}: ${left} left`,
  over: (title: string, over: string) => `${title}: ${over} over its time`,
  chair: (name: string) => `The chair, ${name}, decides how to go on.`,
  finish: 'Finish',
  planned: (end: string) => `At the planned time, ${end}`,
  later: 'Later, by the length of the pause',
  resumedOver: (name: string) => `${name} resumed the session. This phase is over its time.`,
  resumed: (name: string, end: string) => `${name} resumed the session. This phase ends at ${end}.`,
  ended: 'The session has ended.',
  summary: 'The session is paused',
};

const endAsked = {
  heading: 'End the session?',
  line: (name: string) => `${name} pressed End session. To end it now for everyone, press it once more.`,
  over: 'Answered.',
  summary: 'End the session?',
};

export const session = { lobby, agenda, turn, successes, closing, phase, own, paused, endAsked };
