// The meetings of a buddy pair as a calendar file for one of its members: one event every fortnight, and what has become
// of single meetings. What they wrote to each other is not in it: calendars are read over shoulders.

import { seriesText } from '../core/calendar/calendar-file.ts';
import { addDays, localDate } from '../core/calendar/local-time.ts';
import type { SeriesMeeting } from '../core/calendar/series-rule.ts';
import type { PersonId } from '../core/keys.ts';
import { everyDays, occurrence } from '../core/pair/meetings.ts';
import type { Pair } from '../core/pair/pair.ts';
import { dayMs, hourMs, type Instant, type Millis } from '../core/time.ts';
import type { Texts } from '../texts/texts.ts';

/** Nobody agrees on how long a meeting takes: our decision. */
const lengthMs: Millis = hourMs;
/** A meeting that is moved the evening before is in the calendar in the morning. */
export const refreshMs: Millis = hourMs;

const yearMs: Millis = 365 * dayMs;
/** The file reaches from two to three years ahead, and a year further once a year: all the while its rule stays as it is. */
const yearsAhead = 3;
const leastCount = 26;

export interface FiledPair {
  readonly pair: Pair;
  /** One of its members, who is told of the others. */
  readonly reader: PersonId;
  /** Of the community's chat, where it has one. */
  readonly name: string | null;
  /** The same for this pair at all times, and of no other. */
  readonly key: string;
  readonly now: Instant;
}

/** The file as text; null while they have agreed on no slot. */
export function pairCalendar({ pair, reader, name, key, now }: FiledPair, texts: Texts): string | null {
  const { agreement, members, formedAt, endedAt } = pair;
  if (agreement === null) return null;
  const { slot, format, joinLink } = agreement;
  const words = texts.pairCalendar;
  const [one = '', ...rest] = members.filter(({ id }) => id !== reader).map((member) => member.name);
  const others = [one, ...rest.map((each) => `${texts.people.and(each)} ${each}`)].join(' ');
  const year = Math.max(0, Math.floor((now - formedAt) / yearMs));
  const isOver = endedAt !== null;
  const about = [words.why(others, name), `${words.formats[format]} ${words.before}`, words.change];
  return seriesText({
    first: { date: slot.first, time: slot.time }, zone: slot.zone, everyWeeks: everyDays / 7, lengthMs,
    meetings: meetingsUntil(pair, reader, addDays(localDate(formedAt, slot.zone), (year + yearsAhead) * 365)),
    uid: `pair.${key}@turnstone`, sequence: pair.sequence + year,
    title: words.title(others), description: (isOver ? [words.over] : about).join('\n'), joinLink: isOver || format === 'in-person' ? '' : joinLink,
    isCancelled: isOver, changedAt: pair.changedAt, madeAt: now, refreshMs,
  });
}

/** Those of the present slot up to the date `until`, or for a year where it begins late. */
function meetingsUntil(pair: Pair, reader: PersonId, until: string): readonly (SeriesMeeting | null)[] {
  const first = Date.parse(pair.agreement?.slot.first ?? until);
  const count = Math.max(leastCount, 1 + Math.floor((Date.parse(until) - first) / (everyDays * dayMs)));
  return Array.from({ length: count }, (_, n) => filed(pair, reader, pair.firstNumber + n));
}

function filed(pair: Pair, reader: PersonId, number: number): SeriesMeeting | null {
  const meeting = occurrence(pair, number);
  const isAway = pair.meetings[number]?.without.includes(reader) ?? false;
  if (meeting === null || isAway || meeting.state.is === 'alone' || meeting.state.is === 'lapsed') return null;
  return { startsAt: meeting.startsAt, isTentative: meeting.state.is === 'unsettled' };
}
