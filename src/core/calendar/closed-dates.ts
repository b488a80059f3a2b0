// The dates on which a community does not meet, as people write them: a line for each, a date or a span of dates. Every
// line is understood or asked back with its number; none is guessed.

import type { ClosedDates } from '../community/planning.ts';
import { dayMs } from '../time.ts';
import { addDays } from './local-time.ts';
import { spokenDate } from './spoken-date.ts';

export interface ClosedFault {
  /** Counted from 1, blank lines too, as the person sees them. */
  readonly line: number;
  readonly is: 'unknown' | 'ambiguous' | 'backwards' | 'long';
  /** `YYYY-MM-DD`: what an ambiguous date may mean. */
  readonly options: readonly string[];
}

/** No school closes for longer; a span that is has lost a year. */
const longestDays = 200;

export interface ReadClosed {
  readonly closed: readonly ClosedDates[];
  readonly faults: readonly ClosedFault[];
}

/** A line of school dates often says what they are first: `Half term: 15 to 19 Feb`. */
const label = /^[^:]*:\s*/;
const between = /\s+(?:to|until|till|through|-)\s+|\s*[–—]\s*/i;
/** `22-26 December`: the month is said once. */
const daysOfMonth = /^(\d{1,2})-(\d{1,2}(?:st|nd|rd|th)?\s+\p{L}.*)$/iu;
const dayAlone = /^\d{1,2}(?:st|nd|rd|th)?$/i;

/** The closed dates of `text` as written on `today`, in order. Those that are over are left out. */
export function readClosed(text: string, today: string): ReadClosed {
  const read = text.split('\n').map((line, index) => readLine(line.trim().replace(label, ''), { today, line: index + 1 }));
  return {
    closed: read.flatMap(({ closed }) => closed).filter(({ to }) => to >= today).toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    faults: read.flatMap(({ faults }) => faults),
  };
}

interface Place {
  readonly today: string;
  readonly line: number;
}

function readLine(text: string, { today, line }: Place): ReadClosed {
  if (text === '') return { closed: [], faults: [] };
  const fault = (is: ClosedFault['is'], options: readonly string[] = []): ReadClosed => ({ closed: [], faults: [{ line, is, options }] });
  const [first = '', last = first, ...more] = text.replace(daysOfMonth, '$1 to $2').split(between);
  if (more.length > 0) return fault('unknown');
  const from = spokenDate(dayAlone.test(first) ? `${first} ${last.replace(/^\S+\s*/, '')}` : first, today);
  if (from.kind !== 'understood') return from.kind === 'unknown' ? fault('unknown') : fault('ambiguous', from.options);
  // The second date is the next such one from the first on: `22 Dec to 5 Jan` goes over the new year.
  const to = spokenDate(last, from.date);
  if (to.kind !== 'understood') return to.kind === 'unknown' ? fault('unknown') : fault('ambiguous', to.options);
  if (to.date < from.date) return fault('backwards');
  // The year stands with one of the two dates only, and belongs to the other too.
  if (addDays(from.date, longestDays) < to.date) return fault('long');
  const running = runningNow(first, { today, from: from.date, to: to.date });
  return running === null ? { closed: [{ from: from.date, to: to.date }], faults: [] } : fault('ambiguous', [running, from.date]);
}

/** Without a year, in the middle of such days, they may be these or those of next year: the earlier first day, else null. */
function runningNow(first: string, { today, from, to }: ClosedDates & { readonly today: string }): string | null {
  const earlier = spokenDate(first, addDays(today, -300));
  if (earlier.kind !== 'understood' || earlier.date === from) return null;
  const lengthDays = (Date.parse(to) - Date.parse(from)) / dayMs;
  return addDays(earlier.date, lengthDays) >= today ? earlier.date : null;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const written = (date: string): string => `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;

/** The same as lines to be changed and read again: `22 Dec 2026 to 5 Jan 2027`. */
export const closedText = (closed: readonly ClosedDates[]): string =>
  closed.map(({ from, to }) => (from === to ? written(from) : `${written(from)} to ${written(to)}`)).join('\n');
