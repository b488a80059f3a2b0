// A buddy pair as a document: what becomes of it with each event, and when it wants to be woken (domain.md 2).

import { type Machine, moved, type Moment, refused, type Stepped } from '../machine.ts';
import type { Refusal } from '../notices.ts';
import type { Instant } from '../time.ts';
import { agree } from './agreeing.ts';
import { answer, prepare, settleAction } from './answers.ts';
import { end, formed, go, join, silence, withMember } from './belonging.ts';
import { withClashes } from './clashes.ts';
import type { PairEvent } from './events.ts';
import { numbered } from './in-calendars.ts';
import { nextMeetings, occurrence } from './meetings.ts';
import { memberOf } from './members.ts';
import type { Pair } from './pair.ts';
import { upTo, wakeAt } from './passing.ts';
import { withHoursAnew } from './reminders.ts';
import { answer as answerProposal, propose } from './proposing.ts';
import { can, cannot, goWithout, keep, practiseAlone, type Spoken, useAlternative } from './settling.ts';

type ByMember = Extract<PairEvent, { by: unknown; type: Exclude<PairEvent['type'], 'ended' | 'member-gone'> }>;
type OfMeeting = Extract<ByMember, { meeting: number }>;

/**
 * What is overdue comes first, so that nobody answers for a meeting that lapsed a second ago; it stays done where the event itself is refused.
 */
function step(before: Pair | null, event: PairEvent, { at }: Moment): Stepped<Pair> {
  if (before === null) {
    if (event.type !== 'formed') return refused({ reason: 'no-pair' });
    const { state, effects } = formed(event, at);
    return moved(state, effects);
  }
  const passed = upTo(before, at);
  const stepped = happen(passed.state, event, at);
  if (stepped.kind === 'refused') return passed.state === before ? stepped : { ...moved(dated(numbered(before, passed.state, at)), passed.effects), refusal: stepped.refusal };
  // What was said may make something due at once.
  const after = stepped.state === passed.state || isOver(stepped.state) ? stepped : upTo(withClashes(stepped.state, at), at);
  const effects = [...passed.effects, ...stepped.effects, ...(after === stepped ? [] : after.effects)];
  return moved(after.state === before ? before : dated(numbered(before, after.state, at)), effects, stepped.answer);
}

const dated = (pair: Pair): Pair => ({ ...pair, nextAt: wakeAt(pair) });

function happen(pair: Pair, event: PairEvent, at: Instant): Stepped<Pair> {
  switch (event.type) {
    case 'formed':
    case 'time-passed': return moved(pair);
    case 'days-known': return moved(withHoursAnew({ ...pair, days: event.days }));
    case 'own-times-known': return moved(withHoursAnew(withMember(pair, event.person, { own: event.own })));
    case 'member-joined': return isOver(pair) ? moved(pair) : join(pair, event, at);
    case 'member-gone': return isOver(pair) ? moved(pair) : go(pair, event, at);
    case 'ended': return isOver(pair) ? moved(pair) : end(pair, event, at);
    default: return say(pair, event, at);
  }
}

const isOver = ({ endedAt }: Pair): boolean => endedAt !== null;

/** Only its members have a word in a pair, found by who sends it. */
function say(pair: Pair, event: ByMember, at: Instant): Stepped<Pair> {
  if (memberOf(pair, event.by.id) === null) return refused({ reason: 'no-pair' });
  if (event.type === 'action-answered') return settleAction(pair, event);
  if (isOver(pair)) return refused({ reason: 'no-pair' });
  switch (event.type) {
    case 'agreement-saved': return agree(pair, event, at);
    case 'silence-set': return silence(pair, event);
    default: return speak(pair, event, at);
  }
}

/** So many meetings ahead somebody may speak of one. */
const spokenAhead = 8;

function speak(pair: Pair, event: OfMeeting, at: Instant): Stepped<Pair> {
  const { meeting: number, by } = event;
  const isInView = Object.hasOwn(pair.meetings, number) || nextMeetings(pair, at, spokenAhead).some((each) => each.number === number);
  const meeting = isInView ? occurrence(pair, number) : null;
  const no: Refusal | null = meeting === null ? { reason: 'meeting-settled', why: 'over' } : meeting.startsAt === event.at ? null : { reason: 'meeting-settled', why: 'moved' };
  if (meeting === null || no !== null) return refused(no ?? { reason: 'no-pair' });
  const spoken: Spoken = { pair, meeting, by, at };
  switch (event.type) {
    case 'prepared-said': return prepare(spoken, event);
    case 'cannot-said': return cannot(spoken);
    case 'can-said': return can(spoken);
    case 'alternative-chosen': return useAlternative(spoken);
    case 'time-proposed': return propose(spoken, event.to);
    case 'proposal-answered': return answerProposal(spoken, event);
    case 'alone-chosen': return practiseAlone(spoken);
    case 'go-without-said': return goWithout(spoken);
    case 'kept': return keep(spoken);
    case 'met-said': return answer(spoken, event);
  }
}

export const pairMachine: Machine<Pair, PairEvent> = {
  step,
  wakeAt: ({ nextAt }) => nextAt,
  draw: () => null,
  home: ({ thread }) => ({ kind: 'thread', thread }),
  people: ({ members }) => members.map(({ id }) => id),
  expiresAt: ({ endedAt }, retentionMs) => (endedAt === null ? null : endedAt + retentionMs),
};
