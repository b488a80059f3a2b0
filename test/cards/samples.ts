// One sample of every card in every state that draws differently. Typed by card, so that a missing one does not compile.

import type { Card, Message, PhaseMessage } from '../../src/core/messages.ts';
import { personId, sessionId } from '../../src/core/keys.ts';
import { minutes } from '../../src/core/time.ts';
import { actionCards } from './sample-actions.ts';
import { buddyPages } from './sample-buddy-pages.ts';
import { buddies } from './sample-buddies.ts';
import { pairings } from './sample-pairings.ts';
import { comings } from './sample-comings.ts';
import { forms } from './sample-forms.ts';
import { groupCards, twoGroups } from './sample-groups.ts';
import { meCards } from './sample-me.ts';
import { readiness } from './sample-readiness.ts';
import { records } from './sample-records.ts';
import { reports } from './sample-reports.ts';

type Samples = { readonly [C in Exclude<Card, 'notice'>]: Readonly<Record<string, Extract<Message, { card: C }>>> };

/** Saturday 5 December 2026, 16:00 in London. */
export const startAt = Date.UTC(2026, 11, 5, 16, 0);
const zone = 'Europe/London';
const origin = { session: sessionId('s1a2b3'), rev: 17 };
const inZone = { zone, origin };
const aisha = { name: 'Aisha Khan', teamsId: '29:aisha' };
const longAgo = { because: 'longest-ago' } as const;

const lobby = {
  card: 'lobby', ...inZone, state: 'open',
  owners: [{ name: 'Aisha Khan', ready: true }, { name: 'Ben Okafor', ready: false }, { name: 'Chloe Smith', ready: true }],
  helpers: ['Dan Price', 'Eve Adams'],
  chair: { name: 'Ben Okafor', ...longAgo },
  asksForBirthdays: false,
  planned: { startsAt: startAt, endsAt: startAt + minutes(49), lengthMinutes: 49, bookedMinutes: 60, offersWholeHour: true },
  groups: [], carriedOver: [], protocol: { id: 'npq-community', isOther: false, asksForWriteUp: true, group: { min: 1, max: 6 } }, isAlone: false,
} as const;

const agenda = {
  card: 'agenda', ...inZone, chair: 'Ben Okafor', insteadOf: 'Eve Adams',
  turns: [
    { owner: 'Aisha Khan', startsAt: startAt + minutes(5), ready: true },
    { owner: 'Ben Okafor', startsAt: startAt + minutes(18), ready: false },
    { owner: 'Chloe Smith', startsAt: startAt + minutes(31), ready: true },
  ],
  phases: [
    { phase: 'introduce', leastMs: minutes(1), mostMs: minutes(2) }, { phase: 'clarify', leastMs: minutes(2), mostMs: minutes(2) }, { phase: 'look-deeper', leastMs: minutes(4), mostMs: minutes(4) },
    { phase: 'action-step', leastMs: minutes(2), mostMs: minutes(2) }, { phase: 'response', leastMs: 75_000, mostMs: 75_000 }, { phase: 'reflections', leastMs: minutes(1), mostMs: minutes(1) },
  ],
  startsAt: startAt, closeStartsAt: startAt + minutes(44), endsAt: startAt + minutes(49),
  lateMs: 0, movesOn: 'clock', offersFullLength: false, offersWholeHour: true,
  protocol: { id: 'npq-community', isOther: false, asksForWriteUp: true, group: { min: 1, max: 6 } }, openingPhase: 'start-on-time', closePhase: 'close',
} as const;

export const phase: PhaseMessage = {
  card: 'phase', ...inZone, protocol: 'npq-community', phase: 'look-deeper',
  turn: { number: 3, count: 4, owner: aisha, phaseNumber: 3, phaseCount: 6 },
  speaks: ['peers'], listens: ['owner'], silent: [], order: [], mentionsOwner: false, chair: 'Ben Okafor',
  next: { phase: 'action-step', owner: null },
  startsAt: startAt + minutes(10), endsAt: startAt + minutes(14), lengthMs: minutes(4), sessionEndsAt: startAt + minutes(60),
  byHand: null, state: { is: 'running' }, endOffer: null, takeover: null, asksForProblem: false, isOwnerAway: false, offersJoin: true,
  step: 9, viewers: ['29:ben', '29:aisha'], mine: null,
};

const opening = { ...phase, phase: 'start-on-time', turn: null, speaks: ['everyone'], listens: [], next: { phase: 'introduce', owner: 'Aisha Khan' } } as const;

const paused = {
  card: 'paused', ...inZone, phase: 'look-deeper', owner: 'Aisha Khan', leftMs: 75_000, plannedEndsAt: startAt + minutes(60), chair: 'Ben Okafor',
  cause: { kind: 'person', name: 'Chloe Smith' }, state: { is: 'waiting' },
} as const;

const turn = {
  card: 'turn', origin, turn: 2, turnCount: 4, owner: aisha, dueOn: '2026-12-19',
  problem: 'Pupils answer well in the lesson and have forgotten it three weeks later, most of all in maths.',
} as const;

const closing = {
  card: 'closing', origin,
  candidates: [
    { id: personId('00000000-0000-4000-8000-00000000000a'), name: 'Aisha Khan' },
    { id: personId('00000000-0000-4000-8000-00000000000b'), name: 'Ben Okafor' },
  ],
  proposed: { id: personId('00000000-0000-4000-8000-00000000000b'), name: 'Ben Okafor' },
  next: { date: '2026-12-17', time: '16:00', isProposed: true },
} as const;

export const samples: Samples = {
  'lobby': {
    open: lobby,
    groups: { ...lobby, groups: twoGroups },
    together: { ...lobby, carriedOver: ['Gina Hall'] },
    alone: { ...lobby, owners: [], helpers: ['Ben Okafor'], isAlone: true, asksForBirthdays: true, chair: { name: 'Ben Okafor', because: 'only-one' }, planned: { ...lobby.planned, startsAt: null } },
    anotherKind: { ...lobby, protocol: { id: 'case-study', isOther: true, asksForWriteUp: true, group: { min: 2, max: 12 } }, planned: { ...lobby.planned, bookedMinutes: 60 } },
    started: { ...lobby, state: 'started' },
    cancelled: { ...lobby, state: 'cancelled', chair: null },
    closed: { ...lobby, state: 'closed', owners: [] },
  },
  'agenda': {
    plain: agenda,
    late: { ...agenda, lateMs: 195_000, offersFullLength: true, insteadOf: null },
    carriedOver: { ...agenda, turns: [...agenda.turns, { owner: 'Jo Guest', startsAt: null, ready: true }] },
    byHand: { ...agenda, movesOn: 'chair' },
    withoutEnds: { ...agenda, protocol: { id: 'troika', isOther: true, asksForWriteUp: false, group: { min: 3, max: 5 } }, openingPhase: null, closePhase: null, closeStartsAt: null },
    withoutTurns: { ...agenda, turns: [], offersWholeHour: false, phases: [] },
  },
  'turn': {
    open: turn, withoutWriteUp: { ...turn, problem: null, owner: { name: 'Jo Guest', teamsId: null } },
    eitherDate: { ...turn, again: { typed: { note: 'Ask them what helped', action: 'Quiz Year 4', due: '12/3' }, about: 'action', said: { kind: 'refusal', refusal: { reason: 'ambiguous-date', options: ['2027-03-12', '2027-12-03'] } } } },
    pastDate: { ...turn, again: { typed: { note: '', action: 'Quiz Year 4', due: '2026-03-12' }, about: 'action', said: { kind: 'refusal', refusal: { reason: 'past-date' } } } },
    savedAgain: { ...turn, again: { typed: { action: 'Quiz Year 4' }, about: 'note', said: { kind: 'note-saved' } } },
  },
  'successes': { open: { card: 'successes', origin }, empty: { card: 'successes', origin, again: { typed: { note: '' }, about: 'note', said: { kind: 'refusal', refusal: { reason: 'empty-text', what: 'note' } } } } },
  'closing': {
    dayInWords: { ...closing, again: { typed: { request: 'A visit', nextDate: 'next Friday', nextTime: '16:30' }, about: 'next-meeting', said: { kind: 'refusal', refusal: { reason: 'ambiguous-date', options: ['2027-03-05', '2027-03-12'] } } } },
    tooLong: { ...closing, again: { typed: { request: 'A visit to your school. '.repeat(90) }, about: 'request', said: { kind: 'refusal', refusal: { reason: 'too-long', what: 'request', maxChars: 2_000, lengthChars: 2_160 } } } },
    open: closing, withoutProposal: { ...closing, proposed: null, next: { date: '', time: '', isProposed: false } },
    withoutCandidates: { ...closing, candidates: [], proposed: null }, ofOtherGroup: { ...closing, candidates: [], proposed: null, next: null },
  },
  'phase': {
    running: phase,
    ofGroup: { ...phase, group: { number: 2, count: 3 } },
    response: { ...phase, phase: 'response', speaks: ['owner'], listens: ['peers'], mentionsOwner: true },
    asked: { ...phase, endOffer: startAt + minutes(61), takeover: { name: 'Dan Price', at: startAt + minutes(11) } },
    ownerAway: { ...phase, isOwnerAway: true },
    lastTurn: { ...phase, offersJoin: false },
    paused: { ...phase, state: { is: 'paused' } },
    byHand: { ...phase, byHand: { overtime: null } },
    timeUp: { ...phase, byHand: { overtime: { minutes: 0, isMore: false } } },
    overtime: { ...phase, byHand: { overtime: { minutes: 3, isMore: false } }, sessionEndsAt: startAt + minutes(61) },
    longOver: { ...phase, byHand: { overtime: { minutes: 15, isMore: true } } },
    overByHand: { ...phase, byHand: { overtime: null }, state: { is: 'over', endedAt: startAt + minutes(17) } },
    over: { ...phase, state: { is: 'over', endedAt: startAt + minutes(13) } },
    opening,
    openingWithoutProblems: { ...opening, next: { phase: 'close', owner: null }, asksForProblem: true },
    close: { ...opening, phase: 'close', next: null },
    silent: { ...phase, protocol: 'case-study', phase: 'case-study-read', speaks: [], listens: [], silent: ['owner', 'peers'] },
    round: { ...phase, protocol: 'action-learning', phase: 'action-learning-question', speaks: ['peers', 'owner'], listens: [], order: ['Ben Okafor', 'Chloe Smith', 'Dan Price', 'Eve Adams'] },
    mine: { ...phase, mine: { does: 'listen', speaksAt: startAt + minutes(14), turnAt: startAt + minutes(31), isChair: true } },
  },
  'paused': {
    waiting: paused,
    over: { ...paused, leftMs: -95_000 },
    outage: { ...paused, owner: null, phase: 'close', cause: { kind: 'outage', lateMs: minutes(7) } },
    resumedOver: { ...paused, state: { is: 'resumed', by: 'Ben Okafor', endsAt: null } },
    resumed: { ...paused, state: { is: 'resumed', by: 'Ben Okafor', endsAt: startAt + minutes(60) } },
    ended: { ...paused, state: { is: 'ended' } },
  },
  'end-asked': {
    open: { card: 'end-asked', origin, by: 'Ben Okafor', isOpen: true },
    answered: { card: 'end-asked', origin, by: 'Ben Okafor', isOpen: false },
  },
  'status': {
    none: { card: 'status', zone, now: startAt, is: { state: 'none', nextMeetingAt: startAt + minutes(60 * 24 * 14), nextChair: 'Chloe Smith' } },
    withCalendar: { card: 'status', zone, now: startAt, is: { state: 'none', nextMeetingAt: startAt, nextChair: null, calendar: { partition: 't1|19:abc', url: 'https://turnstone.example.org/calendars/abc' } } },
    lobby: { card: 'status', zone, now: startAt, is: { state: 'lobby', inCount: 5, ownerCount: 3, chair: 'Ben Okafor' } },
    running: { card: 'status', zone, now: startAt + minutes(11), is: { state: 'running', phase: { ...phase, mentionsOwner: true }, leftMs: minutes(3) } },
    groups: { card: 'status', zone, now: startAt + minutes(11), is: { state: 'groups', groups: [{ state: 'running', phase, leftMs: minutes(3) }, { state: 'paused', phase: { ...phase, state: { is: 'paused' } }, leftMs: minutes(3) }, { state: 'none', nextMeetingAt: null, nextChair: null }, null] } },
    overtime: { card: 'status', zone, now: startAt + minutes(16), is: { state: 'running', phase: { ...phase, byHand: { overtime: { minutes: 2, isMore: false } } }, leftMs: minutes(-2) } },
    paused: { card: 'status', zone, now: startAt + minutes(11), is: { state: 'paused', phase: { ...phase, state: { is: 'paused' } }, leftMs: minutes(3) } },
  },
  ...actionCards,
  ...comings,
  ...groupCards,
  ...readiness,
  ...buddies, ...buddyPages, ...pairings, ...meCards,
  ...records,
  ...reports,
  ...forms,
};

export interface Sample {
  readonly name: string;
  readonly message: Exclude<Message, { card: 'notice' }>;
}

/** All of them, named "card: state". */
export const allSamples: readonly Sample[] = Object.entries(samples).flatMap(([card, states]) =>
  Object.entries<Exclude<Message, { card: 'notice' }>>(states).map(([state, message]) => ({ name: `${card}: ${state}`, message })));
