// What the members of a pair are reminded of, and when: one row a reminder (domain.md 2, product.md 7). Pure, and worked out anew from
// the state each time, so that whatever moves a meeting moves its reminders too.

import { addDays, instantAt } from '../calendar/local-time.ts';
import { sendAt } from '../calendar/waking.ts';
import type { PersonId } from '../keys.ts';
import { hourMs, type Instant, type Millis, minutes } from '../time.ts';
import { clashOf } from './clashes.ts';
import { memberCalendar } from './members.ts';
import { meetingsAfter, nextStanding, type Occurrence, recordedMeetings, recordOf, withRecord } from './meetings.ts';
import type { MeetingRecord, Pair, PairMember } from './pair.ts';
import { answersUntil } from './tally.ts';

export type ReminderWhat = 'prepare' | 'soon' | 'after' | 'again' | 'clash';

/** One message to one member. */
export interface Reminder {
  readonly what: ReminderWhat;
  readonly meeting: Occurrence;
  readonly member: PairMember;
  /** Kept with the meeting once it is sent, or of no use. */
  readonly name: string;
  /** When it goes out: what it is due at, moved into waking hours. */
  readonly dueAt: Instant;
  /** Part of the meeting, so that waking hours do not matter. */
  readonly isExempt: boolean;
}

/** Before the meeting, exempt from waking hours (product.md 7). */
const soonAheadMs: Millis = minutes(15);
/** After the first asking. */
const againAfterMs: Millis = 48 * hourMs;

/** A meeting and one of its members. */
interface Whose {
  readonly pair: Pair;
  readonly meeting: Occurrence;
  readonly record: MeetingRecord;
  readonly member: PairMember;
}

interface Row {
  /** Null where this one is not for them, or not yet. */
  readonly due: (whose: Whose) => Instant | null;
  readonly until: (whose: Pick<Whose, 'pair' | 'meeting'>) => Instant;
  /** About a meeting to come: due before it had its present time, it is not sent, and in waking hours before it begins. */
  readonly isAhead: boolean;
}

const beginning = ({ meeting }: Pick<Whose, 'meeting'>): Instant => meeting.startsAt;
/** Past the next meeting nobody is asked about this one any more, nor once no answer is taken. */
const nextBeginning = ({ pair, meeting }: Pick<Whose, 'pair' | 'meeting'>): Instant => Math.min(nextStanding(pair, meeting)?.startsAt ?? Infinity, answersUntil(pair, meeting));
const hasAnswered = ({ record, member }: Whose): boolean => record.met[member.id] !== undefined;

/** The meeting's wall time so many days later, or before it. */
const daysOn = ({ wall, zone }: Occurrence, days: number): Instant | null => instantAt({ date: addDays(wall.date, days), time: wall.time }, zone);

const rows: Readonly<Record<ReminderWhat, Row>> = {
  // Preparation, two days before; not to whoever has prepared already (passing.ts).
  prepare: {
    due: ({ meeting }) => daysOn(meeting, -2),
    until: ({ meeting }) => meeting.startsAt - soonAheadMs, isAhead: true,
  },
  soon: { due: ({ meeting }) => meeting.startsAt - soonAheadMs, until: beginning, isAhead: true },
  // What came of it, the day after.
  after: { due: (whose) => (hasAnswered(whose) ? null : daysOn(whose.meeting, 1)), until: nextBeginning, isAhead: false },
  again: {
    due: (whose) => { const askedAt = whose.record.askedAt[whose.member.id]; return askedAt === undefined || hasAnswered(whose) ? null : askedAt + againAfterMs; },
    until: nextBeginning, isAhead: false,
  },
  clash: {
    due: ({ pair, meeting, record, member }) => (meeting.isKept || clashOf(pair, meeting, member) === null ? null : record.clashAt),
    until: beginning, isAhead: true,
  },
};

/** One reminder to one member; null where it is not meant for them, or has been seen to. */
function reminderOf(what: ReminderWhat, whose: Whose): Reminder | null {
  const { pair, meeting, record, member } = whose;
  const name = `${what}-${member.id}`;
  const { due, isAhead } = rows[what];
  const at = record.done.includes(name) ? null : due(whose);
  // A clash is new when it comes into view, however long the meeting has had its time.
  if (at === null || (what !== 'clash' && at <= record.since)) return null;
  const isExempt = what === 'soon';
  const dueAt = isExempt ? at : record.later[name] ?? sendAt(at, memberCalendar(pair, member), isAhead ? meeting.startsAt : null);
  return dueAt === null ? null : { what, meeting, member, name, dueAt, isExempt };
}

/** From when on it is of no use any more: late, it is not sent as if it were on time. */
export const untilOf = (pair: Pair, { what, meeting }: Reminder): Instant => rows[what].until({ pair, meeting });

/** Those of a meeting that stands, to all who come. */
function remindersOf(pair: Pair, meeting: Occurrence, whats: readonly ReminderWhat[]): readonly Reminder[] {
  if (meeting.state.is !== 'standing') return [];
  const record = recordOf(pair, meeting.number);
  const coming = pair.members.filter(({ id }) => !record.without.includes(id));
  return coming.flatMap((member) => whats.flatMap((what) => reminderOf(what, { pair, meeting, record, member }) ?? []));
}

/** All that are next to be sent, in the order in which they go; later ones of the same kind wait behind them. */
export function remindersAhead(pair: Pair): readonly Reminder[] {
  const recorded = recordedMeetings(pair);
  const begun = recorded.filter(({ startsAt }) => startsAt <= pair.upToAt);
  const clashing = recorded.filter(({ number, startsAt }) => startsAt > pair.upToAt && recordOf(pair, number).clashAt !== null);
  const all = [
    ...begun.flatMap((meeting) => remindersOf(pair, meeting, ['after', 'again'])),
    ...clashing.flatMap((meeting) => remindersOf(pair, meeting, ['clash'])),
    ...beforeMeetings(pair),
  ];
  return all.sort((a, b) => a.dueAt - b.dueAt);
}

/**
 * What comes with the meetings ahead. Of two meetings the earlier one's go first, in holidays too, where both may go on the last day
 * before them: so once each member has one ahead, no later meeting need be looked at.
 */
function beforeMeetings(pair: Pair): readonly Reminder[] {
  const found: Reminder[] = [];
  const isAhead = ({ id }: PairMember): boolean => found.some(({ what, member }) => what === 'prepare' && member.id === id);
  let lookedAtCount = 0;
  for (const meeting of meetingsAfter(pair, pair.upToAt)) {
    found.push(...remindersOf(pair, meeting, ['prepare', 'soon', 'after']));
    if (pair.members.every(isAhead) || ++lookedAtCount === maxLookedAt) break;
  }
  return found;
}

/** Somebody who comes to meetings only now hears nothing of what was due by `at`. */
export function withSeenTo(pair: Pair, member: PersonId, at: Instant): Pair {
  const past = remindersAhead(pair).filter((each) => each.member.id === member && each.dueAt <= at);
  return past.reduce((state, { meeting: { number }, name }) => withRecord(state, number, { done: [...recordOf(state, number).done, name] }), pair);
}

/** Waking hours have changed: what waits for them is asked anew when it may go. */
export const withHoursAnew = (pair: Pair): Pair =>
  ({ ...pair, meetings: Object.fromEntries(Object.entries(pair.meetings).map(([number, record]) => [number, { ...record, later: {} }])) });

/** Where nobody is awake for over a year, there is none to find. */
const maxLookedAt = 20;
