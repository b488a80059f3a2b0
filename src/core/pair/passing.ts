// Brings a pair up to an instant, deadline by deadline, as if each had been noticed at its time: what came of being late
// is only that what is of no use any more is not sent, and that waking hours are kept.

import { isWaking, sendAt } from '../calendar/waking.ts';
import { type Effect, moved, type Moved } from '../machine.ts';
import type { Message } from '../messages.ts';
import { instantAt, localDate } from '../calendar/local-time.ts';
import type { Instant } from '../time.ts';
import { clashOf, hasClashBehind, withClashes } from './clashes.ts';
import { followUpMessage, offerMessage, reminderMessage } from './drawn.ts';
import { isPausedOn, memberCalendar } from './members.ts';
import { nextMeetings, nextStanding, type Occurrence, recordedMeetings, recordOf, withRecord } from './meetings.ts';
import type { Pair } from './pair.ts';
import { type Reminder, remindersAhead, untilOf } from './reminders.ts';
import { tallied } from './tally.ts';
import { mail, tell } from './telling.ts';

/** What a pair waits for. */
interface Ahead {
  readonly reminders: readonly Reminder[];
  /** The next meeting to begin. */
  readonly next: Occurrence | null;
  /** When a meeting that is not settled lapses, the first one. */
  readonly lapsesAt: Instant | null;
}

function ahead(pair: Pair): Ahead {
  if (pair.endedAt !== null || pair.agreement === null) return { reminders: [], next: null, lapsesAt: null };
  const lapses = recordedMeetings(pair).flatMap((meeting) => lapseAt(meeting) ?? []);
  return { reminders: remindersAhead(pair), next: nextMeetings(pair, pair.upToAt, 1)[0] ?? null, lapsesAt: lapses.length === 0 ? null : Math.min(...lapses) };
}

/** With nothing settled at its start, or at a later time that is proposed, a meeting lapses; null where it does not. */
function lapseAt({ state, startsAt, zone }: Occurrence): Instant | null {
  if (state.is !== 'unsettled') return null;
  return Math.max(startsAt, (state.proposed === null ? null : instantAt(state.proposed.to, zone)) ?? startsAt);
}

const earliest = (...instants: readonly (Instant | null | undefined)[]): Instant | null => {
  const all = instants.filter((at) => at !== null && at !== undefined);
  return all.length === 0 ? null : Math.min(...all);
};

/** Settles everything that is due by `at`; the same state, by identity, when there was nothing. Ends, since each round does something once or comes to a later meeting. */
export function upTo(pair: Pair, at: Instant): Moved<Pair> {
  let state = pair;
  let effects: readonly Effect[] = [];
  for (;;) {
    const { reminders, next, lapsesAt } = ahead(state);
    const dueAt = earliest(reminders[0]?.dueAt, next?.startsAt, lapsesAt);
    if (dueAt === null || dueAt > at) return moved(state, effects);
    const begun = begin(state, dueAt);
    const lapsed = lapse(begun, { dueAt, at });
    const sent = send(lapsed.state, { reminders: reminders.filter((each) => each.dueAt <= dueAt), at });
    state = sent.state;
    effects = [...effects, ...lapsed.effects, ...sent.effects];
  }
}

/**
 * When a pair wants to be woken. The start of a meeting is nothing to wake for by itself, since what follows from it can be made up for with the next
 * reminder; it is where a meeting does not stand, which may have none, and where a clash comes into view.
 */
export function wakeAt(pair: Pair): Instant | null {
  const { reminders, next, lapsesAt } = ahead(pair);
  return earliest(reminders[0]?.dueAt, next === null ? null : loudAt(pair, reminders[0]?.dueAt ?? Infinity), lapsesAt);
}

/** As many meetings pass in quiet at the most: a pair that nothing is sent to looks round now and then. */
const quietAtMost = 8;

/** The first start of a meeting before `until` that is to be woken for. */
function loudAt(pair: Pair, until: Instant): Instant | null {
  const meetings = nextMeetings(pair, pair.upToAt, quietAtMost);
  const isLoud = (meeting: Occurrence, index: number): boolean => index === quietAtMost - 1 || meeting.state.is !== 'standing' || hasClashBehind(pair, meeting);
  // From the first on, so that nothing is worked out for those after `until`.
  const loud = meetings.find((meeting, index) => meeting.startsAt >= until || isLoud(meeting, index));
  return loud === undefined || loud.startsAt >= until ? null : loud.startsAt;
}

/** Meetings begin: they are remembered until nobody can answer for them any more, and those ahead are looked at. */
function begin(pair: Pair, dueAt: Instant): Pair {
  const [next] = nextMeetings(pair, pair.upToAt, 1);
  if (next === undefined || next.startsAt > dueAt) return { ...pair, upToAt: Math.max(pair.upToAt, dueAt) };
  const begun: Pair = { ...withRecord(pair, next.number, {}), upToAt: next.startsAt };
  return begin(tallied(withClashes(begun, next.startsAt)), dueAt);
}

/** Meetings with nothing settled are told of once, with the next one, as long as something can still become of them. */
function lapse(pair: Pair, { dueAt, at }: { readonly dueAt: Instant; readonly at: Instant }): Moved<Pair> {
  const over = recordedMeetings(pair).filter((meeting) => { const lapsesAt = lapseAt(meeting); return lapsesAt !== null && lapsesAt <= dueAt; });
  const state = over.reduce((before, { number }) => withRecord(before, number, { state: { is: 'lapsed' } }), pair);
  const effects = over.flatMap((meeting) => {
    const [following] = nextMeetings(state, meeting.startsAt, 1);
    if (following !== undefined && following.startsAt <= at) return [];
    const nextAt = nextStanding(state, { startsAt: at })?.startsAt ?? null;
    return tell(state, state.members, { news: { is: 'lapsed', at: meeting.startsAt, nextAt }, meeting, before: null });
  });
  return moved(state, effects);
}

/** Late, only what is still of use, and that in waking hours (product.md 7). */
function send(pair: Pair, { reminders, at }: { readonly reminders: readonly Reminder[]; readonly at: Instant }): Moved<Pair> {
  let state = pair;
  const effects: Effect[] = [];
  for (const reminder of reminders) {
    const { meeting: { number }, member, what, name, isExempt } = reminder;
    const { done, later, askedAt, prepared } = recordOf(state, number);
    const until = untilOf(state, reminder);
    const calendar = memberCalendar(state, member);
    const sentAt = isExempt || isWaking(at, calendar) ? at : sendAt(at, calendar, null) ?? Infinity;
    if (sentAt > at && sentAt < until) {
      state = withRecord(state, number, { later: { ...later, [name]: sentAt } });
      continue;
    }
    const isNeeded = what !== 'prepare' || prepared[member.id] !== true;
    const isSent = isNeeded && sentAt < until && !member.isSilent && !isPausedOn(member, localDate(at, calendar.zone));
    state = withRecord(state, number, { done: [...done, name], ...(isSent && what === 'after' && { askedAt: { ...askedAt, [member.id]: at } }) });
    if (isSent) effects.push(mail(state, member, { what, message: messageOf(state, reminder, at), meeting: reminder.meeting, until: until === Infinity ? null : until }));
  }
  return moved(state, effects);
}

function messageOf(pair: Pair, { what, meeting, member }: Reminder, at: Instant): Message {
  switch (what) {
    case 'prepare':
    case 'soon': return reminderMessage(pair, member, { is: what, meeting });
    case 'after':
    case 'again': return followUpMessage(pair, member, { isAgain: what === 'again', meeting });
    case 'clash': return offerMessage(pair, member, { why: { is: 'clash', ...clashOf(pair, meeting, member) ?? { dayOff: 'closed', who: null } }, meeting, at });
  }
}
